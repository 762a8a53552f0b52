"""What the gazetteer knows that the ledger needs: which place holds which, whose a victim is, what is no state."""

from __future__ import annotations

from functools import lru_cache

from tui.extract.gazetteer import Gazetteer, key_of
from tui.extract.model import MentionKind
from tui.ledger.matching_attacks import Describe
from tui.ledger.names import Described, described, words_of
from tui.ledger.verdicts import Contains

BORDER = " border"
_COMPASS = frozenset(
    f"{way}{end}" for way in "north south east west northeast northwest southeast southwest north-east north-west "
    "south-east south-west".split() for end in ("", "ern")
) | {"central", "mid", "upper", "lower"}  # fmt: skip


def containment(gazetteer: Gazetteer) -> Contains:
    """A function that tells whether the first place holds the second, both canonical.

    A state holds its regions and cities, and every place its own north, south, east and west. "X border" runs through
    X's own regions and through the states next to X, so that a force "in Belarus" may be part of one "around Ukraine's
    borders": another scope, never the same.
    """

    @lru_cache(maxsize=4096)
    def contains(outer: str, inner: str) -> bool:
        if outer == inner or inner.endswith(BORDER):
            return False
        whole = _without_compass(inner)
        if whole == outer:
            return True
        entry = gazetteer.entry(whole)
        state = entry.side if entry else None
        if outer.endswith(BORDER):
            within = outer.removesuffix(BORDER)
            beside = gazetteer.neighbours.get(within, ())
            return inner != within and (state == within or whole in beside)
        return state == outer and inner != state

    return contains


def _without_compass(place: str) -> str:
    """ "north-eastern Mali": Mali."""
    words = place.split(" ")
    while len(words) > 1 and words[0].casefold() in _COMPASS:
        del words[0]
    return " ".join(words)


def describer(gazetteer: Gazetteer) -> Describe:
    """A function that takes the name of a victim apart: its states by name, adjective or capital, its sort if known."""

    def describe(target: str) -> Described:
        states: set[str] = set()
        used: set[str] = set()
        words = target.split()
        for start in range(len(words)):
            for end in range(min(len(words), start + 4), start, -1):
                written = " ".join(words[start:end]).strip(",.;()").removesuffix("'s").removesuffix("’s")
                entry = gazetteer.entries.get(key_of(written)) if written[:1].isupper() else None
                if entry is not None and entry.side and entry.kind in (MentionKind.SIDE, MentionKind.PLACE):
                    states.add(entry.side)
                    if entry.form != "metonym":  # the Kremlin is Russia's, and a victim itself
                        used.update(words_of(" ".join(words[start:end])))
                    break
        whole = gazetteer.entry(target)
        if whole is not None and whole.kind is MentionKind.INSTITUTION and whole.side:
            states.add(whole.side)
        return described(target, frozenset(states), frozenset(used))

    return describe


def organisations(gazetteer: Gazetteer) -> frozenset[str]:
    """The sides that are organisations of states."""
    entries = gazetteer.entries.values()
    return frozenset(e.name for e in entries if e.kind is MentionKind.SIDE and e.role == "organisation")
