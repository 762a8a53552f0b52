"""Figures over time: what each claimant gave for one side and place, and what was known at any day."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.ledger.intervals import Interval, interval
from tui.ledger.model import FigureClaim
from tui.ledger.verdicts import Contains
from tui.records import Realis

NARRATOR = "outlets in their own voice"


@dataclass(frozen=True, slots=True)
class Point:
    """One claim as a bar in time: from its first to its last report."""

    claim: FigureClaim
    first: str
    last: str
    claimant: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Envelope:
    """What was claimed up to a day: `low` to `high` over each claimant's latest figure; None is an open end."""

    day: str
    low: int | None
    high: int | None
    claimants: int


def series(
    claims: Iterable[FigureClaim],
    contains: Contains,
    *,
    side: str,
    place: str | None = None,
    unit: str = "troops",
    family: str | None = "in place",
) -> list[Point]:
    """The points of one series, oldest first.

    A claim about a place within `place` is about less than the whole and stays out; so do increments, plans, denials.
    """
    points = []
    for claim in claims:
        if claim.side != side or claim.unit != unit or claim.increment or claim.first is None or claim.last is None:
            continue
        if family is not None and claim.family != family:
            continue
        if place is not None and claim.place != place and not (claim.place and contains(claim.place, place)):
            continue
        if claim.realis not in (Realis.ACTUAL, Realis.HISTORICAL) or claim.stance != "asserts":
            continue
        span = interval(claim.low, claim.high, claim.qualifier)
        points.append(Point(claim, claim.first, claim.last, claim.claimant or NARRATOR, span))
    return sorted(points, key=lambda p: (p.first, p.claim.id))


def envelope(points: Sequence[Point], as_of: str) -> Envelope | None:
    """The envelope known on a day; None where nothing had been claimed yet."""
    latest: dict[str, Point] = {}
    for point in points:
        if point.first <= as_of:
            held = latest.get(point.claimant)
            if held is None or (point.first, point.claim.id) > (held.first, held.claim.id):
                latest[point.claimant] = point
    if not latest:
        return None
    low = min(p.interval.low for p in latest.values())
    high = max(p.interval.high for p in latest.values())
    return Envelope(as_of, round(low) or None, None if math.isinf(high) else round(high), len(latest))


def envelopes(points: Sequence[Point]) -> list[Envelope]:
    """The envelope on each day on which something was first claimed."""
    days = sorted({p.first for p in points})
    return [e for e in (envelope(points, day) for day in days) if e is not None]
