"""What the meeting modules hand to one another inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.extract.meetings_parties import Party

JOURNEYS = frozenset({"visit", "travel", "invited", "invite"})
"""The sorts of candidates that go somewhere: their place is where they go."""


@dataclass
class Candidate:
    """An encounter as one trigger tells it. `sort` is the noun's or verb's sort; `definite` marks "the meeting"."""

    start: int
    end: int
    sort: str
    noun: bool
    parties: list[Party] = field(default_factory=list)
    anaphor: str | None = None  # a pronoun or "the pair" that stands for parties
    anaphor_at: int = -1
    definite: bool = False
    plural: bool = False
    complete: bool = False  # the trigger gave all sides itself (between X and Y)
    governor: tuple[int, int] | None = None  # the verb that governs the noun
    another: bool = False
    apart: bool = False  # with each of the others on their own
    held: bool = False  # the noun is the object of "hold" or "have", and nobody is named


def count_sides(parties: Sequence[Party]) -> int:
    """How many different sides stand in a list."""
    return len({p.side or p.name for p in parties})
