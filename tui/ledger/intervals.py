"""Interval logic: what a qualified number allows, and how two of them stand to each other.

Follows UCDP (low and high kept apart) and ACLED (the conservative bound of a vague word). `about` and `nearly` are
soft: they allow a tenth (`SOFT`) on the side that the word leaves open.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tui.records import Qualifier

SOFT = 0.1
"""How far "about" may lie off, as a share of the number; "nearly" only below it."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed bounds; an open end is infinite."""

    low: float
    high: float

    @property
    def open(self) -> bool:
        """One end is not known."""
        return math.isinf(self.high) or self.low == 0

    def meets(self, other: Interval) -> bool:
        """Some number satisfies both. "More than 150,000" meets "150,000": headlines round."""
        return self.low <= other.high and other.low <= self.high


def interval(low: int | None, high: int | None, qualifier: str) -> Interval:
    """What a figure of the codebook allows."""
    bottom = 0.0 if low is None else float(low)
    top = math.inf if high is None else float(high)
    if qualifier == Qualifier.ABOUT:
        return Interval(bottom * (1 - SOFT), top * (1 + SOFT))
    if qualifier == Qualifier.JUST_BELOW:
        return Interval(bottom * (1 - SOFT), top)
    return Interval(bottom, top)


def lead(low: int | None, high: int | None) -> int:
    """The number that a claim is known by: its low bound, else its high one."""
    found = low if low is not None else high
    return found if found is not None else 0
