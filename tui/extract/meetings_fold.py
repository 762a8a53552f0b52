"""One record per encounter: candidates that speak of the same meeting are joined, anaphors find theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tui.extract.meetings_details import PURPOSE, SEAT, UNTOLD, Found, Place
from tui.extract.meetings_model import JOURNEYS
from tui.extract.meetings_parties import Party
from tui.extract.model import DateMention
from tui.records import DatePrecision, MeetingFormat, MeetingStatus, Outcome

_FUTURE = frozenset({MeetingStatus.PLANNED, MeetingStatus.PROPOSED, MeetingStatus.CANCELLED, MeetingStatus.REFUSED})


class Spanned(Protocol):
    """Something found in a sentence."""

    @property
    def start(self) -> int:
        """Where its words begin."""

    @property
    def end(self) -> int:
        """Where its words end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One candidate, read in full: what its sentence says of an encounter. Offsets are of the sentence."""

    sentence: int  # index of the view
    base: int  # article offset of the sentence
    start: int
    end: int
    parties: list[Party]
    sort: str
    status: MeetingStatus
    status_found: Found
    place: Place | None
    date: DateMention | None
    precision: DatePrecision
    duration: tuple[int, int, int] | None
    outcome: Found | None
    medium: MeetingFormat | None  # phone or video, where the words say so
    definite: bool  # "the meeting", "their talks"
    plural: bool
    pair: bool  # told of "they" or "the two leaders"
    multilateral: bool
    again: bool  # another meeting, the next round: not the one told before
    then: bool  # "then", "later", "separately": with somebody new it is another encounter
    offer: bool  # expressly offered, invited, refused
    title: bool
    over: bool = False  # "after the talks": they have ended

    @property
    def day(self) -> str | None:
        """The date as ISO 8601 at its precision."""
        return self.date.value if self.date else None

    @property
    def span(self) -> tuple[int, int]:
        """The trigger in the article."""
        return self.base + self.start, self.base + self.end

    def words(self, found: Spanned) -> tuple[int, int]:
        """The words of something found, in the article."""
        return self.base + found.start, self.base + found.end

    @property
    def sure(self) -> bool:
        """Does a verb bear out the status?"""
        return self.status_found.rule not in (UNTOLD, PURPOSE) and (self.sort != "travel" or self.visit)

    @property
    def visit(self) -> bool:
        """Is it a journey rather than an encounter?"""
        journey = self.sort in JOURNEYS and self.medium is None
        return journey and len({p.side for p in self.parties}) < 2


@dataclass
class Encounter:
    """An encounter as all its tellings give it."""

    tellings: list[Telling]
    parties: list[Party]

    @property
    def place_telling(self) -> Telling | None:
        """The telling with the most exact place: a city before its country, a named place before a seat."""
        placed = [(t, t.place) for t in self.tellings if t.place]
        exact = [(t, p) for t, p in placed if p.name != p.state]
        named = [(t, p) for t, p in exact if p.rule != SEAT]
        return next((t for t, _ in [*named, *exact, *placed]), None)

    @property
    def place(self) -> Place | None:
        """The most exact place."""
        telling = self.place_telling
        return telling.place if telling else None

    @property
    def dated(self) -> Telling | None:
        """The telling with the most exact date; of several the first."""
        return max((t for t in self.tellings if t.day), key=lambda t: len(t.day or ""), default=None)

    @property
    def date(self) -> str | None:
        """The most exact date."""
        return self.dated.day if self.dated else None

    @property
    def lasting(self) -> Telling | None:
        """The first telling that says how long it lasted."""
        return next((t for t in self.tellings if t.duration), None)

    @property
    def medium(self) -> MeetingFormat | None:
        """Phone or video, where any telling says so."""
        return next((t.medium for t in self.tellings if t.medium), None)

    @property
    def visit(self) -> bool:
        """Is it told as a journey only?"""
        return all(t.visit for t in self.tellings)

    @property
    def status(self) -> MeetingStatus:
        """How far it got: off beats all, then what the body says."""
        tellings = [t for t in self.tellings if not t.visit] or self.tellings
        sure = [t for t in tellings if t.sure]
        body = [t for t in sure if not t.title] or sure or tellings
        for status in (MeetingStatus.CANCELLED, MeetingStatus.REFUSED):
            if any(t.status is status for t in body):
                return status
        if any(t.status is MeetingStatus.HELD and t.over for t in body):
            return MeetingStatus.HELD
        for status in (MeetingStatus.UNDER_WAY, MeetingStatus.HELD):
            if any(t.status is status for t in body):
                return status
        return body[0].status

    @property
    def outcome(self) -> Outcome:
        """The first result told."""
        found = next((t.outcome for t in self.tellings if t.outcome), None)
        return Outcome(found.value) if found else Outcome.NOT_STATED


def same_party(a: Party, b: Party) -> bool:
    """Can the two be one participant: the same person, or a side and its person?"""
    if a.name and b.name:
        return a.name == b.name
    return a.side is not None and a.side == b.side


def overlap(a: list[Party], b: list[Party]) -> int:
    """How many parties of `a` have a partner in `b`."""
    rest = list(b)
    hits = 0
    for p in a:
        q = next((q for q in rest if same_party(p, q)), None)
        if q is not None:
            rest.remove(q)
            hits += 1
    return hits


def join(parties: list[Party], more: list[Party]) -> list[Party]:
    """The union: a person takes the place of the side alone."""
    out = list(parties)
    for p in more:
        if any(p.name and p.name == q.name for q in out):
            continue
        i = next((i for i, q in enumerate(out) if same_party(p, q)), None)
        if i is None:
            out.append(p)
        elif (p.name and not out[i].name) or (p.role and not out[i].role and not out[i].name):
            out[i] = p
    return out


def fold(tellings: list[Telling]) -> list[Encounter]:
    """Encounters in the order of the text."""
    out: list[Encounter] = []
    for t in tellings:
        if t.visit:
            continue
        home = _home(t, out)
        if home is not None:
            home.tellings.append(t)
            if t.sure or t.definite or any(p.name for p in t.parties):
                home.parties = join(home.parties, t.parties)
        elif len(t.parties) > 1 or any(p.body for p in t.parties):
            out.append(Encounter([t], list(t.parties)))
    visits: list[Encounter] = []
    for t in tellings:
        if t.visit:
            home = _visited(t, out) or _home(t, visits)
            if home is not None:
                home.tellings.append(t)
            elif t.parties and t.place is not None:
                visits.append(Encounter([t], list(t.parties)))
    for e in [*out, *visits]:
        e.tellings.sort(key=lambda t: t.span)
    return sorted([*out, *visits], key=lambda e: e.tellings[0].span)


def _home(t: Telling, encounters: list[Encounter]) -> Encounter | None:
    """The encounter that a telling speaks of, the latest that fits."""
    fitting = [e for e in encounters if _fits(t, e)]
    if not fitting:
        return None
    return max(
        fitting,
        key=lambda e: (
            overlap(t.parties, e.parties),
            bool(t.place and e.place and t.place.name == e.place.name),
            bool(t.day and t.day == e.date),
            e.tellings[-1].span,
        ),
    )


def _fits(t: Telling, e: Encounter) -> bool:
    if not _compatible(t, e):
        return False
    hits = overlap(t.parties, e.parties)
    if t.then and any(p.name and not any(same_party(p, q) for q in e.parties) for p in t.parties):
        return False
    if hits and not _certain(t.parties, e.parties) and not _bound(t, e):
        return False
    needed = min(len(t.parties), len(e.parties))
    if t.pair and not t.parties and (len(e.parties) < 2 or any(p.body for p in e.parties)):
        return False
    if not t.parties:
        near = t.sentence - e.tellings[-1].sentence
        if t.place is not None and t.sort not in JOURNEYS:
            return t.definite and (near <= 2 if e.place is None else same_place(t.place, e.place))
        return t.definite and near <= 12
    shared = {p.side for p in t.parties if p.body} & {p.side for p in e.parties if p.body} - {None}
    if shared and t.place and e.place and t.place.name == e.place.name and not t.again:
        return True  # one body in one place, and no date against it
    if len(t.parties) == 1 or (len(e.parties) == 1 and not e.visit and not e.parties[0].body):
        near = t.definite or t.sort == e.tellings[0].sort or t.sentence == e.tellings[-1].sentence
        return hits == 1 and near and not _other_time(t, e)
    if any(p.body for p in t.parties) and any(p.body for p in e.parties):
        return any(p.body and q.body and p.side == q.side for p in t.parties for q in e.parties)
    return hits >= min(2, needed) and hits * 2 > needed - 1


def _certain(a: list[Party], b: list[Party]) -> bool:
    """Does some party of both match by name, or as the same side with no name in either?"""
    return any((p.name == q.name if p.name else q.name is None and p.side == q.side) for p in a for q in b)


def _bound(t: Telling, e: Encounter) -> bool:
    """Do a date, a place, the wording or nearness bind two tellings whose parties match by side alone?"""
    if (t.day and t.day == e.date) or (t.place and e.place and t.place.name == e.place.name):
        return True
    return t.definite or t.title or e.tellings[0].title or t.sentence - e.tellings[-1].sentence <= 2


def _other_time(t: Telling, e: Encounter) -> bool:
    """Is one told as past and the other as to come?"""
    if not t.sure or not any(x.sure for x in e.tellings):
        return False
    return (t.status in _FUTURE) != (e.status in _FUTURE)


def _compatible(t: Telling, e: Encounter) -> bool:
    """Nothing speaks against it: medium, date, place and status."""
    if t.visit != e.visit:
        return False
    phone = t.medium is not None
    if phone != (e.medium is not None) and not _open(t, e):
        return False
    if t.day and e.date and not (t.day.startswith(e.date) or e.date.startswith(t.day)):
        return False
    if t.place and e.place and not same_place(t.place, e.place):
        return False
    return not _other_time(t, e) or _overtaken(t, e)


def _overtaken(t: Telling, e: Encounter) -> bool:
    """Can what one telling calls planned be what the other tells as past?"""
    if t.again or any(x.again for x in e.tellings):
        return False
    if t.title or e.tellings[0].title or (t.day and t.day == e.date) or (t.definite and t.status not in _FUTURE):
        return True
    if MeetingStatus.PROPOSED in (t.status, e.status):
        return False
    return (t.day is None or e.date is None) and (t.place is None or e.place is None or same_place(t.place, e.place))


def _open(t: Telling, e: Encounter) -> bool:
    """May a phone call be told as talks, or talks turn out to be a call?"""
    loose = ("talks", "speak", "discuss")
    if t.medium is not None:
        return all(x.sort in loose for x in e.tellings) and e.place is None
    return t.sort in loose and t.place is None


def same_place(a: Place, b: Place) -> bool:
    """The same place, or one the state of the other."""
    return (
        a.name == b.name or a.name == b.state or b.name == a.state or (SEAT in (a.rule, b.rule) and a.state == b.state)
    )


def _visited(t: Telling, encounters: list[Encounter]) -> Encounter | None:
    """The in-person encounter that a journey was made for: same traveller, place and time agree."""
    for e in encounters:
        if e.medium is not None or overlap(t.parties, e.parties) == 0 or any(x.plural for x in e.tellings):
            continue
        if t.day and e.date and not (t.day.startswith(e.date) or e.date.startswith(t.day)):
            continue
        if _other_time(t, e) and t.sentence != e.tellings[0].sentence:
            continue
        if t.place is None:
            if t.definite:
                return e
            continue
        if e.place is not None:
            if same_place(t.place, e.place):
                return e
            continue
        if any(
            x.sentence == t.sentence and x.sort in ("meet", "meeting", "host", "talks", "summit", "gather", "discuss")
            for x in e.tellings
        ):
            return e  # "will fly to Bogota to meet Mr Guaido"
        hosts = {p.side for p in e.parties}
        if t.place.state in hosts and any(
            x.sort in ("meet", "meeting", "host", "talks", "summit", "gather") for x in e.tellings
        ):
            return e
    return None
