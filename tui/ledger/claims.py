"""Reports of troop figures -> claims.

A claim is one number by one origin: kind, side, unit, movement family, place, realis, increment, claimant, number and
year make its key, and its id is a hash of that key alone. So the order of arrival cannot matter, and a new article
extends a claim without changing its id. The same number said again by the same claimant is the same claim restated;
another number is another claim, and the verdict between them is "update".
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable

from tui.ledger.counts import count
from tui.ledger.intervals import lead
from tui.ledger.model import FigureClaim, Report
from tui.records import Movement, Qualifier, TroopFigure

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
    """What makes two reports of a figure the same claim."""
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
        record.claimant,
        record.stance,
        record.qualifier == Qualifier.VAGUE,
        lead(record.low, record.high),
        (report.day or "")[:4],
    )
    return "\0".join("" if part is None else str(part) for part in parts)


def claim_id(key: str) -> str:
    """A stable id from the key alone."""
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:11]


def figure_claims(reports: Iterable[Report]) -> list[FigureClaim]:
    """The claims that the reports make, in the order of their first day, then id."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[claim_key(report)].append(report)
    claims = [figure_claim(key, members) for key, members in groups.items()]
    return sorted(claims, key=lambda c: (c.first or "", c.id))


def figure_claim(key: str, members: list[Report]) -> FigureClaim:
    """The claim that the reports of one key make."""
    members = sorted(members, key=lambda r: (r.day or "9999", r.key))
    figures = [r.record for r in members if isinstance(r.record, TroopFigure)]
    head = figures[0]
    qualifier = min((f.qualifier for f in figures), key=_TELLING.index)
    told = next(f for f in figures if f.qualifier == qualifier)
    days = [r.day for r in members if r.day]
    return FigureClaim(
        id=claim_id(key),
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
