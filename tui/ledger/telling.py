"""What the reports of one event say: its fields with the values told, what adds up, its status over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tui.ledger.counts import count
from tui.ledger.model import Event, FieldValue, Report
from tui.records import Cyberattack, Kind, Meeting, Record

_SCALARS: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("format", "place", "date", "status", "duration_minutes", "outcome"),
    Kind.CYBERATTACK: ("type", "status", "date", "effect"),
}
_SAYS_NOTHING = {None, "unspecified", "none_stated", "not_stated"}


def tell(reports: Iterable[Report]) -> Event:
    """The event that these reports tell, still without an id."""
    members = sorted(reports, key=_order)
    kind = members[0].record.kind
    fields = {name: values for name in _SCALARS[kind] if (values := _values(members, name))}
    history = _history(members)
    dates = fields.get("date", ())
    return Event(
        id="",
        kind=kind,
        realis=_commonest([str(m.record.realis) for m in members]),
        label=" / ".join(_first(Counter(v for m in members for v in _parties(m.record)), 2)),
        date=dates[0].value if dates else None,
        status=history[-1][1] if history else "unspecified",
        fields=fields,
        lists=_lists(members),
        history=history,
        reports=tuple(members),
        counts=count(members),
    )


def identity(event: Event) -> str:
    """What the id of an event is made from: kind, date and the two sides (or the victim) that most reports name.

    These hardly ever change when another article tells the event too: names, places and status do.
    """
    warning = event.kind is Kind.CYBERATTACK and event.realis == "conditional"
    told = event.reports[0].record.published or ""
    tally: Counter[str] = Counter()
    for report in event.reports:
        record = report.record
        if isinstance(record, Meeting):
            tally.update({p.side or p.name or "" for p in record.participants})
        else:
            tally.update({t.casefold() for t in getattr(record, "targets", ())})
    whose = _first(tally, 2 if event.kind is Kind.MEETING else 1)
    return "\0".join([event.kind, str(warning), event.date or f"told {told[:7]}", *sorted(whose)])


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
    return _ranked(by_value)


def _lists(members: Sequence[Report]) -> dict[str, tuple[FieldValue, ...]]:
    """What adds up over reports, each entry with the reports that give it."""
    found: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        for name, value in dict.fromkeys(_entries(member.record)):
            found[name][value].append(member)
    return {name: _ranked(values) for name, values in found.items()}


def _ranked(by_value: dict[str, list[Report]]) -> tuple[FieldValue, ...]:
    ranked = sorted(by_value.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(FieldValue(value, tuple(reports)) for value, reports in ranked)


def _entries(record: Record) -> Iterable[tuple[str, str]]:
    if isinstance(record, Meeting):
        yield from (("participants", who) for who in _parties(record))
    if isinstance(record, Cyberattack):
        yield from (("targets", t) for t in record.targets)
        yield from (("suspects", s) for s in record.suspects)
        yield from (("attributions", f"{a.by or 'somebody'} → {a.to or 'withheld'}") for a in record.attributions)
        yield from (("denials", f"{d.by} denies {d.of}") for d in record.denials)


def _parties(record: Record) -> tuple[str, ...]:
    """The parties of a meeting, the victims of an attack, each once."""
    if isinstance(record, Meeting):
        return tuple(dict.fromkeys(p.name or p.side or p.role or "unknown" for p in record.participants))
    return tuple(dict.fromkeys(getattr(record, "targets", ())))


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


def _first(tally: Counter[str], n: int) -> list[str]:
    return sorted(tally, key=lambda v: (-tally[v], v))[:n]


def _commonest(values: Sequence[str]) -> str:
    return _first(Counter(values), 1)[0]


def _order(report: Report) -> tuple[str, tuple[str, str]]:
    return report.record.published or "9999", report.key
