"""Reports of meetings and cyberattacks -> events.

Reports that name a day join where they match (strong); a report without one joins the single event that it fits best
and never ties two events together (weak). Both steps go by content alone, so the order of arrival cannot matter.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tui.ledger.counts import count
from tui.ledger.matching import (
    NEAR_DAYS,
    Handles,
    day,
    handles,
    parties_in_common,
    same_attack,
    same_meeting,
    told_on,
)
from tui.ledger.model import Event, FieldValue, Report
from tui.ledger.verdicts import Contains
from tui.records import Cyberattack, Kind, Meeting, Record

Same = Callable[[Report, Report], bool]
Key = tuple[str, str]
Group = tuple[Report, ...]

_SCALARS: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("format", "place", "date", "status", "duration_minutes", "outcome"),
    Kind.CYBERATTACK: ("type", "status", "date", "effect"),
}
_SAYS_NOTHING = {None, "unspecified", "none_stated", "not_stated"}


class EventBook:
    """The events of one kind, kept up to date as reports come and go: only the days that changed are done again."""

    def __init__(self, same: Same) -> None:
        self._same = same
        self._strong: dict[str, dict[Key, Report]] = defaultdict(dict)
        self._weak: dict[Key, Report] = {}
        self._weak_on: dict[str, set[Key]] = defaultdict(set)
        self._handles: dict[Key, Handles] = {}
        self._groups_on: dict[str, list[Group]] = {}
        self._filed_on: dict[str, dict[tuple[str, str], list[Group]]] = {}
        self._home: dict[Key, Key | None] = {}
        self._dirty_days: set[str] = set()
        self._dirty_weak: set[Key] = set()
        self._made: dict[frozenset[Key], Event] = {}

    def add(self, report: Report) -> None:
        """Take in one report."""
        self._handles[report.key] = handles(report)
        held = _date(report)
        if day(held):
            self._strong[held or ""][report.key] = report
            self._dirty_days.add(held or "")
        else:
            self._weak[report.key] = report
            self._weak_on[_told(report)].add(report.key)
            self._dirty_weak.add(report.key)

    def remove(self, report: Report) -> None:
        """Forget one report."""
        held = _date(report)
        if day(held):
            self._strong[held or ""].pop(report.key, None)
            self._dirty_days.add(held or "")
        else:
            self._weak.pop(report.key, None)
            self._weak_on[_told(report)].discard(report.key)
            self._home.pop(report.key, None)

    def refresh(self) -> None:
        """Join again what the reports since the last time have touched."""
        for changed in self._dirty_days:
            groups = self._groups_on[changed] = self._joined(self._strong[changed].values())
            filed: dict[tuple[str, str], list[Group]] = defaultdict(list)
            for group in groups:
                for handle in {h for report in group for h in self._handles[report.key].under}:
                    filed[handle].append(group)
            self._filed_on[changed] = filed
            for told in _days_around(changed):
                self._dirty_weak |= self._weak_on.get(told, set())
        self._dirty_days.clear()
        for key in self._dirty_weak & self._weak.keys():
            self._home[key] = self._find_home(self._weak[key])
        self._dirty_weak.clear()

    def events(self) -> list[Event]:
        """Every event, by date, then id."""
        self.refresh()
        return _identified([self._event(group) for group in self._complete()])

    def _find_home(self, report: Report) -> Key | None:
        """The first report of the event that a weak report fits best; None where it fits none."""
        held = _date(report)
        days = [d for d in self._groups_on if d.startswith(held)] if held else _days_around(_told(report))
        sought = self._handles[report.key].sought
        near = {g[0].key: g for d in days for h in sought for g in self._filed_on.get(d, {}).get(h, ())}
        fitting = [g for g in near.values() if _apart(report, g) and any(self._same(report, r) for r in g)]
        return min(fitting, key=lambda g: _distance(report, g))[0].key if fitting else None

    def _complete(self) -> Iterable[list[Report]]:
        """Every event's reports: the strong with the weak at home there, and the homeless among themselves."""
        at_home: dict[Key, list[Report]] = defaultdict(list)
        homeless: dict[str, list[Report]] = defaultdict(list)
        for key in sorted(self._weak):
            report, home = self._weak[key], self._home[key]
            if home is not None:
                # two records of one article never tell of one event: the second stands alone
                taken = any(other.record.article == report.record.article for other in at_home[home])
                (homeless["\0".join(key)] if taken else at_home[home]).append(report)
            else:
                homeless["\0".join([_date(report) or _told(report)[:7], *sorted(_labels([report]))])].append(report)
        for groups in self._groups_on.values():
            for group in groups:
                yield [*group, *at_home[group[0].key]]
        for reports in homeless.values():
            yield from map(list, self._joined(reports))

    def _joined(self, reports: Iterable[Report]) -> list[Group]:
        """Connected components of `same`, no two reports of one article in any."""
        components: dict[int, list[Report]] = {}
        filed: dict[tuple[str, str], set[int]] = defaultdict(set)
        for number, report in enumerate(sorted(reports, key=lambda r: r.key)):
            own = self._handles[report.key]
            near = sorted({n for h in own.sought for n in filed.get(h, ())})
            joined = [report]
            for n in near:
                component = components[n]
                # of two components that both hold another record of one article, only the first can take this one
                if all(_apart(r, component) for r in joined) and any(self._same(report, r) for r in component):
                    joined += component
                    for handle in {h for r in component for h in self._handles[r.key].under}:
                        filed[handle].discard(n)
                    del components[n]
            components[number] = joined
            for handle in {h for r in joined for h in self._handles[r.key].under}:
                filed[handle].add(number)
        return [tuple(sorted(c, key=lambda r: r.key)) for c in components.values()]

    def _event(self, group: list[Report]) -> Event:
        keys = frozenset(r.key for r in group)
        if keys not in self._made:
            self._made[keys] = _event(sorted(group, key=_order))
        return self._made[keys]


def meeting_book(contains: Contains) -> EventBook:
    """A book of meetings; `contains` tells whether a place holds another."""
    return EventBook(lambda a, b: same_meeting(a, b, contains))


def attack_book() -> EventBook:
    """A book of cyber incidents and of warnings."""
    return EventBook(same_attack)


def _apart(report: Report, group: Iterable[Report]) -> bool:
    """No record of the same article in the group: what one article tells apart is not one event."""
    return all(report.record.article != other.record.article for other in group)


def _days_around(text: str) -> list[str]:
    """The ISO days within `NEAR_DAYS` of a day; the text itself where it is no day."""
    middle = day(text)
    if middle is None:
        return [text]
    return [(middle + dt.timedelta(n)).isoformat() for n in range(-NEAR_DAYS, NEAR_DAYS + 1)]


def _told(report: Report) -> str:
    return report.record.published or ""


def _distance(report: Report, group: Sequence[Report]) -> tuple[float, int, Key]:
    """How far a weak report is from an event: parties not shared, days from publication, then the key for ties."""
    apart = 0.0
    if isinstance(report.record, Meeting):
        apart = 1 - max(parties_in_common(report.record, m.record) for m in group if isinstance(m.record, Meeting))
    told, held = told_on(report), day(_date(group[0])) or told_on(group[0])
    days = abs((told - held).days) if told and held else 9999
    return apart, days, group[0].key


def _event(members: Sequence[Report]) -> Event:
    kind = members[0].record.kind
    fields = {name: values for name in _SCALARS[kind] if (values := _values(members, name))}
    history = _history(members)
    dates = fields.get("date", ())
    return Event(
        id="",
        kind=kind,
        realis=_commonest([str(m.record.realis) for m in members]),
        label=" / ".join(_labels(members)),
        date=dates[0].value if dates else None,
        status=history[-1][1] if history else "unspecified",
        fields=fields,
        lists=_lists(members),
        history=history,
        reports=tuple(members),
        counts=count(members),
    )


def _values(members: Sequence[Report], name: str) -> tuple[FieldValue, ...]:
    """The values of a field, most reported first; a month that holds a told day adds no value of its own."""
    by_value: dict[str, list[Report]] = defaultdict(list)
    for member in members:
        value = getattr(member.record, name)
        if value not in _SAYS_NOTHING:
            by_value[str(value)].append(member)
    if name == "date":
        for coarse in sorted(by_value, key=len):
            finer = [v for v in by_value if v != coarse and v.startswith(coarse)]
            if finer:
                best = min(finer, key=lambda v: (-len(by_value[v]), v))
                by_value[best] += by_value.pop(coarse)
    ranked = sorted(by_value.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(FieldValue(value, tuple(reports)) for value, reports in ranked)


def _lists(members: Sequence[Report]) -> dict[str, tuple[FieldValue, ...]]:
    """What adds up over reports, each entry with the reports that give it."""
    found: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        for name, value in _entries(member.record):
            if member not in found[name][value]:
                found[name][value].append(member)
    return {
        name: tuple(
            FieldValue(value, tuple(reports))
            for value, reports in sorted(values.items(), key=lambda item: (-len(item[1]), item[0]))
        )
        for name, values in found.items()
    }


def _entries(record: Record) -> Iterable[tuple[str, str]]:
    if isinstance(record, Meeting):
        yield from (("participants", p.name or p.side or p.role or "unknown") for p in record.participants)
    if isinstance(record, Cyberattack):
        yield from (("targets", t) for t in record.targets)
        yield from (("suspects", s) for s in record.suspects)
        yield from (("attributions", f"{a.by} → {a.to or 'withheld'}") for a in record.attributions)
        yield from (("denials", f"{d.by} denies {d.of}") for d in record.denials)


def _history(members: Sequence[Report]) -> tuple[tuple[str, str], ...]:
    """The status over time by day of report: a later one supersedes; on one day the commonest."""
    days: dict[str, list[str]] = defaultdict(list)
    for member in members:
        status = str(getattr(member.record, "status", "unspecified"))
        days[member.record.published or ""].append(status)
    steps: list[tuple[str, str]] = []
    for told, statuses in sorted(days.items()):
        status = _commonest([s for s in statuses if s != "unspecified"] or statuses)
        if not steps or steps[-1][1] != status:
            steps.append((told, status))
    return tuple(steps)


def _identified(events: list[Event]) -> list[Event]:
    """Ids from the date and the two best-known names; equal ones are told apart by their first report."""
    by_key: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        key = "\0".join([event.kind, event.realis, event.date or "", *sorted(_labels(event.reports))])
        by_key[key].append(event)
    out = []
    for key, equals in by_key.items():
        for n, event in enumerate(sorted(equals, key=lambda e: e.reports[0].key)):
            digest = hashlib.sha256(f"{key}\0{n}".encode()).hexdigest()
            out.append(replace(event, id="e" + digest[:11]))
    return sorted(out, key=lambda e: (e.date or "", e.id))


def _labels(members: Sequence[Report]) -> list[str]:
    """The two best-known parties or victims."""
    tally: Counter[str] = Counter()
    for member in members:
        tally.update({value for name, value in _entries(member.record) if name in ("participants", "targets")})
    return sorted(tally, key=lambda v: (-tally[v], v))[:2]


def _commonest(values: Sequence[str]) -> str:
    tally = Counter(values)
    return min(tally, key=lambda v: (-tally[v], v))


def _date(report: Report) -> str | None:
    found = getattr(report.record, "date", None)
    return found if isinstance(found, str) else None


def _order(report: Report) -> tuple[str, tuple[str, str]]:
    return report.record.published or "9999", report.key
