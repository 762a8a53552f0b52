"""Meetings compared: who met, how and where."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from tui.ledger.days import day
from tui.ledger.matching import Distance, Handle, Matcher, Who
from tui.ledger.model import Report
from tui.ledger.names import same_person, surname_keys
from tui.ledger.verdicts import Contains
from tui.records import Meeting, MeetingFormat, MeetingStatus, Participant, Realis

SMALL = 3
"""Up to so many delegations or people a report is taken to name everyone that matters."""
ENOUGH = 0.6
"""The share of a longer list of delegations that must be found in the other one."""

_REMOTE = {MeetingFormat.PHONE, MeetingFormat.VIDEO}
_PRESENT = {MeetingFormat.IN_PERSON, MeetingFormat.VISIT}
_BILATERAL = {MeetingFormat.IN_PERSON, *_REMOTE}
_AHEAD = {MeetingStatus.PLANNED, MeetingStatus.PROPOSED}
_PAST = {MeetingStatus.HELD, MeetingStatus.UNDER_WAY}
_UNSURE = {MeetingStatus.PROPOSED, MeetingStatus.REFUSED}


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a meeting as far as it matters here; `name` empty where only a side is given."""

    side: str
    name: str


Delegation = tuple[Party, ...]
"""The parties of one side."""


class _Relation(IntEnum):
    """How two delegations stand to each other: no side or person in common; one side, other people; one side, and one
    of them leaves somebody unnamed; the same person."""

    NONE = 0
    OTHERS = -1
    SIDE = 1
    PERSON = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met(Who):
    """Who met, how and where."""

    parties: tuple[Party, ...]
    delegations: tuple[tuple[int, Delegation], ...] = field(compare=False, repr=False)
    format: MeetingFormat
    place: str | None


class MeetingMatcher(Matcher):
    """Compares meetings.

    `contains(a, b)` tells whether place a holds place b; `organisations` are the sides that are no states.
    """

    def __init__(self, contains: Contains, organisations: Container[str] = ()) -> None:
        super().__init__()
        self._contains = contains
        self._organisations = organisations
        self._delegations: dict[Delegation, tuple[int, Delegation]] = {}
        self._relations: dict[tuple[int, int], _Relation] = {}

    def _parts(self, report: Report) -> tuple[object, ...]:
        record = report.record
        assert isinstance(record, Meeting)
        dated = day(record.date) is not None
        undated = (record.date, record.realis, record.status in _UNSURE)
        people = tuple([(p.side, p.name) for p in record.participants])
        return people, record.format, record.place, None if dated else undated

    def _who(self, report: Report) -> _Met:
        record = report.record
        assert isinstance(record, Meeting)
        parties = tuple(sorted({_party(p) for p in record.participants}, key=lambda p: (p.side, p.name)))
        sides: dict[str, list[Party]] = {}
        for party in parties:
            sides.setdefault(party.side or party.name, []).append(party)
        known = self._delegations
        delegations = tuple([known.setdefault(tuple(d), (len(known), tuple(d))) for d in sides.values()])
        named = sum(1 for _, people in delegations if any(p.name for p in people))
        space = ""
        if not day(record.date):
            if record.realis == Realis.HISTORICAL and not record.date:
                space = "past"
            elif record.status in _UNSURE and named < 2:
                space = "wish"
        told = (record.place is not None) + (record.format is not MeetingFormat.UNSPECIFIED)
        return _Met(
            parties=parties,
            delegations=delegations,
            format=record.format,
            place=record.place,
            space=space,
            under=frozenset((space, *h) for p in parties for h in _under(p)),
            sought=tuple(frozenset((space, *h) for p in people for h in _sought(p)) for _, people in delegations),
            needed=1 if record.format is MeetingFormat.MULTILATERAL and record.place else _enough(len(delegations)),
            anchored=named > 1,
            order=(-named, -told, [(p.side, p.name) for p in parties], record.format, record.place or "", space),
        )

    def _ahead(self, report: Report) -> bool | None:
        status = getattr(report.record, "status", None)
        return True if status in _AHEAD else False if status in _PAST else None

    def _compare(self, one: Who, two: Who) -> Distance | None:
        """Formats and places go together, and the delegations of the shorter list are found in the longer one."""
        assert isinstance(one, _Met)
        assert isinstance(two, _Met)
        if one.space != two.space or _formats_differ(one, two) or not self._places_fit(one.place, two.place):
            return None
        rows = self._rows(one, two)
        if not rows or not rows[0]:
            return None
        if max(len(one.parties), len(two.parties)) <= SMALL and any(_Relation.OTHERS in row for row in rows):
            return None  # both name everyone, and somebody else for one side: foreign ministers met, so did generals
        found = sum(1 for row in rows if max(row) > 0)
        others = sum(1 for column in zip(*rows, strict=True) if max(column) > 0)
        if not self._enough_came(one, two, rows, found, others):
            return None
        return (
            1 - (found + others) / (len(one.delegations) + len(two.delegations)),
            -sum(1 for row in rows if _Relation.PERSON in row),
            one.place != two.place,
            one.format != two.format,
        )

    def _enough_came(self, one: _Met, two: _Met, rows: list[list[_Relation]], found: int, others: int) -> bool:
        """Whether the delegations in common are enough for one event."""
        if one.space == "wish":
            return found == len(one.delegations) and others == len(two.delegations)
        person = any(_Relation.PERSON in row for row in rows)
        same_place = one.place is not None and one.place == two.place
        if one.format is two.format is MeetingFormat.MULTILATERAL and same_place:
            # Of a conference every outlet names its own country's minister: the host or the organisation tells it.
            shared = {d[0].side for (_, d), row in zip(one.delegations, rows, strict=True) if max(row) > 0}
            if person or any(side in self._organisations for side in shared):
                return True
        fewer = min(len(one.delegations), len(two.delegations))
        if fewer == 1 and not person and not same_place:
            return False
        return min(found, others) >= _enough(fewer)

    def _rows(self, one: _Met, two: _Met) -> list[list[_Relation]]:
        """How each delegation of the one stands to each of the other."""
        known = self._relations
        rows = []
        for a, ours in one.delegations:
            row = []
            for b, theirs in two.delegations:
                relation = known.get((a, b))
                if relation is None:
                    relation = known[a, b] = known[b, a] = _relation(ours, theirs)
                row.append(relation)
            rows.append(row)
        return rows

    def _tie(self, one: Who, two: Who) -> bool:
        """Two delegations in which both name the same person."""
        assert isinstance(one, _Met)
        assert isinstance(two, _Met)
        return sum(1 for row in self._rows(one, two) if _Relation.PERSON in row) > 1

    def _goes_on(self, one: Who, two: Who) -> bool:
        """The same people at the same place."""
        assert isinstance(one, _Met)
        assert isinstance(two, _Met)
        same = one.place is not None and (one.place, one.parties) == (two.place, two.parties)
        return same and self._pair(one, two) is not None

    def _places_fit(self, a: str | None, b: str | None) -> bool:
        return a is None or b is None or a == b or self._contains(a, b) or self._contains(b, a)


def _enough(delegations: int) -> int:
    """All of few, most of many."""
    return delegations if delegations <= SMALL else -int(-ENOUGH * delegations // 1)


def _party(party: Participant) -> Party:
    return Party(party.side or "", party.name or "")


def _under(party: Party) -> Iterable[Handle]:
    yield "side", party.side
    if not party.name:
        yield "unnamed", party.side
    for key in surname_keys(party.name):
        yield "name", key


def _sought(party: Party) -> Iterable[Handle]:
    if not party.name:
        return [("side", party.side)]
    return [("unnamed", party.side), *(("name", key) for key in surname_keys(party.name))]


def _formats_differ(one: _Met, two: _Met) -> bool:
    """A call is no visit; two named people alone in a room are not the conference around them."""
    formats = {one.format, two.format}
    if formats & _REMOTE and formats & _PRESENT:
        return True
    if MeetingFormat.MULTILATERAL in formats and formats & _BILATERAL:
        large, small = (one, two) if one.format is MeetingFormat.MULTILATERAL else (two, one)
        return len({p.side for p in large.parties}) > 2 and len(small.parties) == 2 and small.anchored
    return False


def _relation(one: Delegation, two: Delegation) -> _Relation:
    names = [(p.name, q.name) for p in one for q in two if p.name and q.name]
    if any(same_person(a, b) for a, b in names):
        return _Relation.PERSON
    if not one[0].side or one[0].side != two[0].side:
        return _Relation.NONE
    return _Relation.OTHERS if all(p.name for p in one) and all(q.name for q in two) else _Relation.SIDE
