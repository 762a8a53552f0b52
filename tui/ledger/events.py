"""Reports of meetings and cyberattacks -> events, kept up to date as reports come and go.

Reports that name a day are joined first. One without a day joins the event that it fits best among those near the day
it was told on, or in the month it names; those that fit none are joined among themselves, month by month.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace

from tui.ledger.days import day
from tui.ledger.joining import Index, Joiner, Part
from tui.ledger.matching import NEAR_DAYS, Distance, Matcher, Shape
from tui.ledger.matching_attacks import AttackMatcher, Describe
from tui.ledger.matching_meetings import MeetingMatcher
from tui.ledger.model import Event, Report
from tui.ledger.telling import identity, tell
from tui.ledger.verdicts import Contains

Key = tuple[str, str]


@dataclass(slots=True, eq=False)
class _Seeker:
    """An undated shape that looks for an event: how many reports each article tells it in, and the parts it fits."""

    shape: Shape
    articles: dict[str, int] = field(default_factory=dict)
    ranking: dict[Part, Distance] = field(default_factory=dict)


class EventBook:
    """The events of one kind. What a new report cannot change is not looked at."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._shape_of: dict[Key, Shape] = {}
        self._dated = Joiner(matcher, lambda s: s.near or 0, beside=1)
        self._undated = Joiner(matcher, _month)  # those that found no event
        self._undated_of: dict[str, dict[str, Report]] = defaultdict(dict)
        self._seekers: dict[Shape, _Seeker] = {}
        self._on_day = Index()  # seekers by the day they were told on
        self._in_month = Index()  # seekers by the month they name
        self._faces = Index()  # of dated parts
        self._behind: dict[Shape, dict[Part, None]] = defaultdict(dict)
        self._new: dict[Shape, None] = {}
        self._sought_by: dict[Part, dict[_Seeker, None]] = defaultdict(dict)
        self._home: dict[Key, Part | None] = {}  # None: joined among the homeless
        self._guests: dict[Part, dict[Key, Report]] = defaultdict(dict)
        self._unsettled: set[str] = set()  # articles whose undated reports look for an event again
        self._dirty: dict[Part, None] = {}
        self._events: dict[Part, Event] = {}
        self._identity: dict[Part, str] = {}
        self._same_identity: dict[str, set[Part]] = defaultdict(set)
        self._unnamed: set[str] = set()  # identities whose events get their ids again

    def add(self, report: Report) -> None:
        """Take in one report; another one of the same key is replaced."""
        self.remove(report)
        shape = self._shape_of[report.key] = self._matcher.shape(report)
        if shape.dated:
            self._dated.put(shape, report)
            return
        article, name = report.key
        self._undated_of[article][name] = report
        if shape not in self._seekers:
            self._seekers[shape] = _Seeker(shape)
            self._new[shape] = None
        articles = self._seekers[shape].articles
        articles[article] = articles.get(article, 0) + 1
        self._unsettled.add(article)

    def remove(self, report: Report) -> None:
        """Forget one report."""
        shape = self._shape_of.pop(report.key, None)
        if shape is None:
            return
        if shape.dated:
            self._dated.take(shape, report)
            return
        article, name = report.key
        self._leave(report.key, shape, self._undated_of[article].pop(name))
        articles = self._seekers[shape].articles
        articles[article] -= 1
        if not articles[article]:
            del articles[article]
        if not articles:
            self._retire(shape)
        self._unsettled.add(article)

    def refresh(self) -> None:
        """Bring the events in step with the reports."""
        delta = self._dated.settle()
        for part in delta.gone:
            for seeker in self._sought_by.pop(part, ()):
                del seeker.ranking[part]
                self._unsettled |= seeker.articles.keys()
            for key in self._guests.pop(part, ()):
                del self._home[key]
            self._hide(part)
            self._forget(part)
        for part in delta.fresh:
            self._show(part)
            for face in part.faces:
                for shape in self._seekers_near(face):
                    if self._rank(self._seekers[shape], face, part):
                        self._unsettled |= self._seekers[shape].articles.keys()
            self._dirty[part] = None
        for shape in self._new:
            self._file(shape)
            for face in self._faces.near(shape, *_window(shape)):
                for part in self._behind[face]:
                    self._rank(self._seekers[shape], face, part)
        self._new.clear()
        for part, articles in delta.changed.items():
            self._unsettled |= articles & self._undated_of.keys()
            self._dirty[part] = None
        for article in self._unsettled:
            self._settle(article)
        self._unsettled.clear()
        delta = self._undated.settle()
        for part in delta.gone:
            self._forget(part)
        for part in (*delta.fresh, *delta.changed):
            self._dirty[part] = None
        self._tell()

    def events(self) -> list[Event]:
        """Every event, by date, then id."""
        self.refresh()
        return sorted(self._events.values(), key=lambda e: (e.date or "", e.id))

    def _show(self, part: Part) -> None:
        for face in part.faces:
            if not self._behind[face]:
                self._faces.add(face.near or 0, face)
            self._behind[face][part] = None

    def _hide(self, part: Part) -> None:
        for face in part.faces:
            del self._behind[face][part]
            if not self._behind[face]:
                del self._behind[face]
                self._faces.discard(face.near or 0, face)

    def _seekers_near(self, face: Shape) -> Iterator[Shape]:
        at = face.near or 0
        yield from self._on_day.near(face, at - NEAR_DAYS, at + NEAR_DAYS)
        yield from self._in_month.near(face, _month(face), _month(face))

    def _file(self, shape: Shape, away: bool = False) -> None:
        """Let a seeker be found by what it looks for (`away`: no more)."""
        index, slot = (self._in_month, _month(shape)) if shape.date else (self._on_day, shape.near)
        if slot is not None:
            (index.discard if away else index.add)(slot, shape)

    def _rank(self, seeker: _Seeker, face: Shape, part: Part) -> bool:
        """Note how well a part fits a seeker; whether that is news."""
        distance = self._matcher.fits(seeker.shape, face)
        if distance is None or distance >= seeker.ranking.get(part, (9.0,)):
            return False
        seeker.ranking[part] = distance
        self._sought_by[part][seeker] = None
        return True

    def _settle(self, article: str) -> None:
        """Find an event for each undated report of an article; no two of them, and none beside a dated one."""
        reports = self._undated_of.get(article)
        if not reports:
            self._undated_of.pop(article, None)
            return
        taken: set[Part] = set()
        keys = [(article, name) for name in reports]
        for key in sorted(keys, key=lambda k: (self._shape_of[k].order, k)):
            shape, report = self._shape_of[key], reports[key[1]]
            ranking = self._seekers[shape].ranking
            free = [(ranking[p], p.order, p) for p in ranking if article not in p.reports and p not in taken]
            home = min(free, key=lambda option: option[:2])[2] if free else None
            if home is not None:
                taken.add(home)
            if key not in self._home or home is not self._home[key]:
                self._leave(key, shape, report)
                self._enter(key, shape, report, home)

    def _leave(self, key: Key, shape: Shape, report: Report) -> None:
        if key not in self._home:
            return
        home = self._home.pop(key)
        if home is None:
            self._undated.take(shape, report)
        else:
            del self._guests[home][key]
            self._dirty[home] = None

    def _enter(self, key: Key, shape: Shape, report: Report, home: Part | None) -> None:
        self._home[key] = home
        if home is None:
            self._undated.put(shape, report)
        else:
            self._guests[home][key] = report
            self._dirty[home] = None

    def _retire(self, shape: Shape) -> None:
        """Forget a seeker that nothing tells any more."""
        seeker = self._seekers.pop(shape)
        for part in seeker.ranking:
            del self._sought_by[part][seeker]
        if shape in self._new:
            del self._new[shape]
        else:
            self._file(shape, away=True)

    def _forget(self, part: Part) -> None:
        self._dirty.pop(part, None)
        if self._events.pop(part, None) is not None:
            self._identify(part, None)

    def _identify(self, part: Part, name: str | None) -> None:
        """Note what the id of a part is made from; None: it is no more."""
        before = self._identity.pop(part, None)
        if before is not None:
            self._same_identity[before].discard(part)
            self._unnamed.add(before)
        if name is not None:
            self._identity[part] = name
            self._same_identity[name].add(part)
            self._unnamed.add(name)

    def _tell(self) -> None:
        """Make the events anew whose reports changed, and give ids."""
        for part in self._dirty:
            event = tell([*part.reports.values(), *self._guests.get(part, {}).values()])
            before = self._events.get(part)
            self._events[part] = replace(event, id=before.id) if before else event
            self._identify(part, identity(event))
        self._dirty.clear()
        for name in self._unnamed:
            parts = self._same_identity.get(name, set())
            if not parts:
                self._same_identity.pop(name, None)
            for n, part in enumerate(sorted(parts, key=lambda p: self._events[p].reports[0].key)):
                id_ = "e" + hashlib.sha256(f"{name}\0{n}".encode()).hexdigest()[:11]
                if self._events[part].id != id_:
                    self._events[part] = replace(self._events[part], id=id_)
        self._unnamed.clear()


def meeting_book(contains: Contains, organisations: Container[str] = ()) -> EventBook:
    """A book of meetings; `contains` tells whether a place holds another, `organisations` which sides are no states."""
    return EventBook(MeetingMatcher(contains, organisations))


def attack_book(describe: Describe) -> EventBook:
    """A book of cyber incidents and of warnings; `describe` takes the name of a victim apart."""
    return EventBook(AttackMatcher(describe))


def _month(shape: Shape) -> int:
    """The month of a shape as a number: of the event, else of the telling; a year known only so is a number below 0."""
    text = shape.date or shape.told
    year = int(text[:4]) if text[:4].isdigit() else 0
    return 12 * year + int(text[5:7]) if len(text) >= 7 else -year


def _window(shape: Shape) -> tuple[int, int]:
    """From which day to which the event of an undated shape can be; empty where nothing tells."""
    if shape.date:
        first = day(f"{shape.date}-01")
        return (first.toordinal(), first.toordinal() + 30) if first else (1, 0)
    return (shape.near - NEAR_DAYS, shape.near + NEAR_DAYS) if shape.near is not None else (1, 0)
