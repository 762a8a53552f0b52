"""Reports of meetings and cyberattacks -> events.

Reports that name a day join where they match (strong); a report without one joins the single event that it fits best
and never ties two events together (weak). Both steps go by content alone, so the order of arrival cannot matter.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from tui.ledger.counts import count
from tui.ledger.matching import day, parties_in_common, same_attack, same_meeting, told_on
from tui.ledger.model import Event, FieldValue, Report
from tui.ledger.verdicts import Contains
from tui.records import Cyberattack, Kind, Meeting, Record

Same = Callable[[Report, Report], bool]

_SCALARS: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("format", "place", "date", "status", "duration_minutes", "outcome"),
    Kind.CYBERATTACK: ("type", "status", "date", "effect"),
}
_SAYS_NOTHING = {None, "unspecified", "none_stated", "not_stated"}


def meeting_events(reports: Iterable[Report], contains: Contains) -> list[Event]:
    """The meetings that the reports tell of."""
    return _events(list(reports), lambda a, b: same_meeting(a, b, contains))


def attack_events(reports: Iterable[Report]) -> list[Event]:
    """The cyber incidents (and warnings) that the reports tell of."""
    return _events(list(reports), same_attack)


def _events(reports: list[Report], same: Same) -> list[Event]:
    strong = sorted((r for r in reports if day(_date(r))), key=lambda r: r.key)
    weak = sorted((r for r in reports if not day(_date(r))), key=lambda r: (_date(r) is None, r.key))
    groups: list[list[Report]] = []
    by_day: dict[str, list[list[Report]]] = defaultdict(list)
    for one in _joined(strong, same):
        groups.append(one)
        by_day[_date(one[0]) or ""].append(one)
    for report in weak:
        fitting = [g for g in groups if any(same(report, member) for member in g)]
        if fitting:
            min(fitting, key=lambda g: _distance(report, g)).append(report)
        else:
            groups.append([report])
    return _identified([_event(sorted(g, key=_order)) for g in groups])


def _joined(strong: Sequence[Report], same: Same) -> list[list[Report]]:
    """Connected components of `same` among the reports of each day."""
    days: dict[str, list[Report]] = defaultdict(list)
    for report in strong:
        days[_date(report) or ""].append(report)
    out: list[list[Report]] = []
    for members in days.values():
        components: list[list[Report]] = []
        for report in members:
            touching = [c for c in components if any(same(report, other) for other in c)]
            components = [c for c in components if c not in touching]
            components.append([report, *(r for c in touching for r in c)])
        out += components
    return out


def _distance(report: Report, group: Sequence[Report]) -> tuple[float, int, tuple[str, str]]:
    """How far a weak report is from an event: parties not shared, days from publication, then the key for ties."""
    apart = 0.0
    if isinstance(report.record, Meeting):
        apart = 1 - max(parties_in_common(report.record, m.record) for m in group if isinstance(m.record, Meeting))
    told, held = told_on(report), day(_date(group[0])) or told_on(group[0])
    days = abs((told - held).days) if told and held else 9999
    return apart, days, group[0].key


def _event(members: Sequence[Report]) -> Event:
    kind = members[0].record.kind
    fields = {name: values for name in _SCALARS[kind] if (values := _told(members, name))}
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


def _told(members: Sequence[Report], name: str) -> tuple[FieldValue, ...]:
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
    from dataclasses import replace

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
