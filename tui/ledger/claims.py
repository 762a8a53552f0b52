"""Reports of troop figures -> claims.

A claim is one number by one origin about one time. Side, unit, movement family, place, realis, increment, claimant and
number make its key; reports of one key are one claim as long as they pause for no longer than `GAP_DAYS`. The same
number said again by the same claimant within that time is the same claim restated; another number is another claim, and
the verdict between them is "update".

An id is a hash of the key, the year in which the claim begins and its place among the claims of that year. So the order
of arrival cannot matter, and a new article extends a claim without changing its id.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from tui.ledger.counts import count
from tui.ledger.days import first_day
from tui.ledger.intervals import lead
from tui.ledger.model import FigureClaim, Report
from tui.records import Movement, Qualifier, TroopFigure

GAP_DAYS = 30
"""A number that nobody gave for longer than this and that is then given again is a new claim."""

FAMILIES: dict[Movement, str] = {
    Movement.MASSED: "in place",
    Movement.PRESENT: "in place",
    Movement.DEPLOYED: "moving in",
    Movement.TO_BE_SENT: "moving in",
    Movement.WITHDRAWN: "moving out",
}
"""Movements that reports of one fact use for one another; every other movement is a family of its own."""

# The less a qualifier says, the later it comes: the claim takes the most telling one that its reports use.
_TELLING = (
    Qualifier.RANGE, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.UP_TO, Qualifier.FEWER_THAN,
    Qualifier.JUST_BELOW, Qualifier.ABOUT, Qualifier.EXACT, Qualifier.VAGUE,
)  # fmt: skip


def family(movement: Movement) -> str:
    """The movement family of the codebook's scorer: in place, moving in, moving out, else the movement itself."""
    return FAMILIES.get(movement, str(movement))


def claim_key(report: Report) -> str:
    """What makes two reports of a figure the same claim, but for the time."""
    record = report.record
    assert isinstance(record, TroopFigure)
    parts = (
        record.side,
        record.unit,
        family(record.movement),
        record.place,
        record.realis,
        record.increment,
        record.per_unit,
        report.voice,
        record.stance,
        record.qualifier == Qualifier.VAGUE,
        lead(record.low, record.high),
    )
    return "\0".join("" if part is None else str(part) for part in parts)


def claims_of(key: str, reports: Iterable[Report]) -> list[FigureClaim]:
    """The claims that the reports of one key make, oldest first; what has no day is a claim of its own."""
    told = sorted(((r.day or "", r) for r in reports), key=lambda pair: (pair[0], pair[1].key))
    runs: list[list[Report]] = []
    before: dt.date | None = None
    for day, report in told:
        when = first_day(day)
        if not runs or (before is None) != (when is None) or (when and before and (when - before).days > GAP_DAYS):
            runs.append([])
        runs[-1].append(report)
        before = when
    years: Counter[str] = Counter()
    out = []
    for run in runs:
        year = (run[0].day or "")[:4]
        out.append(_claim(_claim_id(key, year, years[year]), run))
        years[year] += 1
    return out


def _claim_id(key: str, year: str, number: int) -> str:
    return "c" + hashlib.sha256(f"{key}\0{year}\0{number}".encode()).hexdigest()[:11]


def _claim(name: str, members: Sequence[Report]) -> FigureClaim:
    """The claim that these reports make, oldest first."""
    figures = [r.record for r in members if isinstance(r.record, TroopFigure)]
    head = figures[0]
    qualifier = min((f.qualifier for f in figures), key=_TELLING.index)
    told = next(f for f in figures if f.qualifier == qualifier)
    days = [r.day for r in members if r.day]
    return FigureClaim(
        id=name,
        side=head.side,
        unit=str(head.unit),
        family=family(head.movement),
        place=head.place,
        realis=str(head.realis),
        increment=head.increment,
        claimant=head.claimant,
        claimant_side=_usual([f.claimant_side for f in figures]),
        stance=str(head.stance),
        low=told.low,
        high=told.high,
        qualifier=str(qualifier),
        movement=str(_usual([str(f.movement) for f in figures]) or head.movement),
        per_unit=head.per_unit,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=tuple(members),
        counts=count(members),
    )


def _usual(values: list[str | None]) -> str | None:
    """The commonest value, the alphabetically first among equals."""
    tally = Counter(v for v in values if v)
    return min(tally, key=lambda v: (-tally[v], v)) if tally else None
