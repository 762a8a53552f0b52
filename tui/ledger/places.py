"""Which place holds which, by the gazetteer."""

from __future__ import annotations

from functools import lru_cache

from tui.extract.gazetteer import Gazetteer
from tui.ledger.verdicts import Contains

BORDER = " border"


def containment(gazetteer: Gazetteer) -> Contains:
    """A function that tells whether the first place holds the second, both canonical.

    A state holds its regions and cities. "X border" runs through X's own regions and through the states next to X, so
    that a force "in Belarus" may be part of one "around Ukraine's borders": another scope, never the same.
    """

    @lru_cache(maxsize=4096)
    def contains(outer: str, inner: str) -> bool:
        if outer == inner:
            return False
        entry = gazetteer.entry(inner)
        state = entry.side if entry else None
        if outer.endswith(BORDER):
            within = outer.removesuffix(BORDER)
            return inner != within and (state == within or inner in gazetteer.neighbours.get(within, ()))
        return inner != outer and state == outer and inner != state

    return contains
