"""The events of a view in step with its meetings and attacks.

Whether two reports tell one event depends only on what is told near them in time (see `tui.ledger.events`): so what
touched articles can change is made anew month by month, from the reports of these months and of the days around them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.ledger.days import day, first_day
from tui.ledger.matching import NEAR_DAYS
from tui.ledger.model import Event
from tui.ledger.standing import grade_event
from tui.records import Kind
from tui.store.groups import event_row
from tui.store.library import PUBLISHED
from tui.store.rows import MEMBERS, TABLES
from tui.store.step import Guard, View, chunks, insert, marks
from tui.store.told import Reader, Told
from tui.store.weigh import empty_ledger, reliability

if TYPE_CHECKING:
    from tui.store.library import Library

TABLE = {Kind.CYBERATTACK: "attack_event", Kind.MEETING: "meeting_event"}
RUN = 3
"""How many months are weighed together at most, so that memory does not grow with the archive."""
REACH = NEAR_DAYS + 1
"""How many days a report can reach: to an event near it, and that event one day further."""


@dataclass(slots=True)
class _Region:
    """What is made anew: months in a row ("YYYY-MM"), or what names only a year ("YYYY") or no time at all ("")."""

    months: list[str]

    @property
    def first(self) -> str:
        """The first day, or the year, or nothing."""
        return f"{self.months[0]}-01" if len(self.months[0]) == 7 else self.months[0]

    @property
    def last(self) -> str:
        """The last day, or the year, or nothing."""
        return f"{self.months[-1]}-31" if len(self.months[-1]) == 7 else self.months[-1]

    def holds(self, since: str, until: str) -> bool:
        """Whether an event of these days lies in it, or partly."""
        if len(self.months[0]) < 7:
            return since == self.months[0]
        return len(since) >= 7 and since[:7] <= self.months[-1] and until[:7] >= self.months[0]


class EventStep:
    """One step of the events of a view. `guard` raises, inside a transaction, where another process was quicker."""

    def __init__(self, library: Library, view: View, guard: Guard) -> None:
        self._library = library
        self._store = library.store
        self._view = view
        self._guard = guard
        self._reliability = reliability(library.config)

    def run(self, touched: Sequence[int] | None, tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        """Weigh again what the touched articles can change (None: everything); how many events changed."""
        changed = 0
        for kind in TABLE:
            for region in _regions(self._months(kind, touched)):
                if cancelled():
                    return changed
                tell(f"Weighing {kind}s of {region.months[0] or 'no known day'}")
                changed += self._weigh(kind, region)
        return changed

    def _reader(self) -> Reader:
        return Reader(self._store, self._view.id, self._view.root_ids)

    def _months(self, kind: Kind, touched: Sequence[int] | None) -> set[str]:
        """The months that the reports of touched articles reach, and that the events reach which they told before."""
        if touched is None:
            table = TABLES[kind]
            spans = self._store.read(
                f"SELECT DISTINCT since, until FROM {TABLE[kind]} WHERE view_id = ?", (self._view.id,)
            )
            whens = self._store.read(
                f"SELECT DISTINCT coalesce({table}.date, {PUBLISHED.format(table=table)}, '') "
                f"FROM {table} JOIN article ON article.id = {table}.article_id"
            )
            return {m for since, until in spans for m in _around(since, until)} | {
                m for (when,) in whens for m in _around(when, when)
            }
        found: set[str] = set()
        for some in chunks(touched):
            for since, until in self._store.read(
                f"SELECT since, until FROM {TABLE[kind]} WHERE view_id = ? AND id IN (SELECT item FROM {MEMBERS[kind]} "
                f"WHERE view_id = ? AND article_id IN ({marks(some)}))",
                (self._view.id, self._view.id, *some),
            ):
                found |= _around(since, until)
            for told in self._reader().told(kind, f"record.article_id IN ({marks(some)})", some):
                record: Any = told.report.record
                when = record.date or record.published or ""
                found |= _around(when, when)
        return found

    def _weigh(self, kind: Kind, region: _Region) -> int:
        """Make the events of a region anew and write what changed; it grows where an event reaches out of it."""
        while True:
            stored = self._stored(kind, region)
            made = self._made(kind, region)
            spans = [(row["since"], row["until"]) for row in stored.values()]
            spans += [(row["since"], row["until"]) for row, _ in made.values()]
            wider = _Region(_months_from(min([region.first, *(s for s, _ in spans)]),
                                         max([region.last, *(u for _, u in spans)])))  # fmt: skip
            if wider.months == region.months:
                break
            region = wider
        held = self._members(kind, stored)
        changed = {
            name: (row, members)
            for name, (row, members) in made.items()
            if name not in stored
            or any(stored[name][c] != value for c, value in row.items())
            or held.get(name, set()) != {(t.key, t.article_id, t.report.text) for t in members}
        }
        gone = stored.keys() - made.keys()
        if changed or gone:
            self._write(kind, changed, _successors(gone, held, made), gone)
        return len(changed) + len(gone)

    def _made(self, kind: Kind, region: _Region) -> dict[str, tuple[dict[str, Any], list[Told]]]:
        """The events of a region as its reports tell them."""
        ledger = empty_ledger(self._library)
        told = {t.report.key: t for t in self._told(kind, region)}
        by_article: dict[str, list[Told]] = defaultdict(list)
        for one in told.values():
            by_article[one.report.record.article].append(one)
        for reports in by_article.values():
            ledger.add(t.report for t in reports)
        out = {}
        for event in ledger.attacks() if kind is Kind.CYBERATTACK else ledger.meetings():
            since, until = _span(event)
            if region.holds(since, until):
                row = {"since": since, "until": until, **event_row(event, grade_event(event, self._reliability))}
                out[event.id] = row, [told[r.key] for r in event.reports]
        return out

    def _told(self, kind: Kind, region: _Region) -> Iterator[Told]:
        """Every report that can have a part in the events of a region."""
        reader = self._reader()
        if len(region.months[0]) < 7:
            when = f"coalesce(record.date, {PUBLISHED.format(table='record')}, '')"
            yield from reader.told(kind, f"{when} = ?", region.months)
            return
        # dated ones in whole months, as far as an undated one at the edge looks and as those of its article may name
        yield from reader.told(
            kind, "length(record.date) = 10 AND record.date BETWEEN ? AND ?",
            (_shifted(region.first, -2 * REACH)[:8] + "01", _shifted(region.last, 2 * REACH)[:8] + "31"),
        )  # fmt: skip
        # undated ones as far as they reach an event inside, with the others of their articles: these compete for events
        span = (_shifted(region.first, -REACH), _shifted(region.last, REACH))
        undated = {t.key: t for some in chunks(region.months)
                   for t in reader.told(kind, f"record.date IN ({marks(some)})", some)}  # fmt: skip
        for published in ("record.published IS NULL AND article.published", "record.published"):
            for told in reader.told(kind, f"record.date IS NULL AND {published} BETWEEN ? AND ?", span):
                undated[told.key] = told
        for some in chunks({t.article_id for t in undated.values()}):
            for told in reader.told(
                kind, f"length(record.date) = 7 AND record.article_id IN ({marks(some)})", some
            ):
                undated[told.key] = told
        yield from undated.values()

    def _stored(self, kind: Kind, region: _Region) -> dict[str, dict[str, Any]]:
        """The events that the store has in a region."""
        if len(region.months[0]) < 7:
            where, params = "since = ?", [region.months[0]]
        else:
            where, params = "length(since) >= 7 AND since <= ? AND until >= ?", [region.last, region.months[0]]
        cursor = self._store.read(f"SELECT name FROM pragma_table_info('{TABLE[kind]}')")
        names = [row[0] for row in cursor if row[0] != "view_id"]
        rows = self._store.read(
            f"SELECT {', '.join(names)} FROM {TABLE[kind]} WHERE view_id = ? AND {where}", (self._view.id, *params)
        )
        return {row["id"]: row for row in (dict(zip(names, values, strict=True)) for values in rows)}

    def _members(self, kind: Kind, events: Iterable[str]) -> dict[str, set[tuple[int, int, str]]]:
        held: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for some in chunks(events):
            for item, key, article_id, text in self._store.read(
                f"SELECT item, key, article_id, text FROM {MEMBERS[kind]} "
                f"WHERE view_id = ? AND item IN ({marks(some)})",
                (self._view.id, *some),
            ):
                held[item].add((key, article_id, text))
        return held

    def _write(
        self,
        kind: Kind,
        changed: Mapping[str, tuple[dict[str, Any], list[Told]]],
        successors: Mapping[str, str],
        gone: Iterable[str],
    ) -> None:
        view, members = self._view.id, MEMBERS[kind]
        with self._store.transaction() as connection:
            self._guard(connection)
            for name in {*gone, *changed}:
                connection.execute(f"DELETE FROM {members} WHERE view_id = ? AND item = ?", (view, name))
                connection.execute(f"DELETE FROM {TABLE[kind]} WHERE view_id = ? AND id = ?", (view, name))
                connection.execute("DELETE FROM renamed WHERE view_id = ? AND was = ?", (view, name))
            for name, (row, told) in changed.items():
                connection.execute(*insert(TABLE[kind], {"view_id": view, **row}))
                connection.executemany(
                    f"INSERT OR REPLACE INTO {members} (view_id, key, article_id, item, text) VALUES (?, ?, ?, ?, ?)",
                    [(view, t.key, t.article_id, name, t.report.text) for t in told],
                )
            for was, now in successors.items():
                connection.execute("UPDATE renamed SET now = ? WHERE view_id = ? AND now = ?", (now, view, was))
                connection.execute("INSERT OR REPLACE INTO renamed VALUES (?, ?, ?)", (view, was, now))


def _successors(
    gone: Iterable[str],
    held: Mapping[str, set[tuple[int, int, str]]],
    made: Mapping[str, tuple[dict[str, Any], list[Told]]],
) -> dict[str, str]:
    """Where most reports of an event went that is no more."""
    now = {t.key: name for name, (_, told) in made.items() for t in told}
    out = {}
    for name in gone:
        tally = Counter(now[key] for key, _, _ in held.get(name, ()) if key in now)
        if tally:
            out[name] = min(tally, key=lambda n: (-tally[n], n))
    return out


def _span(event: Event) -> tuple[str, str]:
    """The first and last day that its reports give; without one the month, the year or nothing that tells when."""
    told = [str(getattr(r.record, "date", None)) for r in event.reports]
    days = [d for d in told if day(d) is not None]
    if days:
        return min(days), max(days)
    record = event.reports[0].record
    when = (getattr(record, "date", None) or record.published or "")[:7]
    return when, when


def _around(first: str, last: str) -> set[str]:
    """The months that something between two days reaches; a month, a year or nothing is itself."""
    if day(first) is None or day(last) is None:
        return {first[:7]}
    return set(_months_from(_shifted(first, -REACH), _shifted(last, REACH)))


def _months_from(first: str, last: str) -> list[str]:
    """The months from one day (or month) to another."""
    if len(first) < 7:
        return [first]
    year, month = int(first[:4]), int(first[5:7])
    out = []
    while (text := f"{year:04}-{month:02}") <= last[:7]:
        out.append(text)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return out


def _regions(months: Iterable[str]) -> Iterator[_Region]:
    """Months in a row together, at most `RUN`; what has no month by itself."""
    run: list[str] = []
    for month in sorted(months):
        if run and (len(month) < 7 or len(run) == RUN or _months_from(run[-1], month)[1:] != [month]):
            yield _Region(run)
            run = []
        run.append(month)
        if len(month) < 7:
            yield _Region(run)
            run = []
    if run:
        yield _Region(run)


def _shifted(text: str, days: int) -> str:
    """An ISO day some days later; the 31st of a shorter month is its last day."""
    middle = day(text)
    if middle is None:
        month = first_day(text[:7])
        assert month is not None
        middle = month + dt.timedelta(30)
    try:
        return (middle + dt.timedelta(days)).isoformat()
    except OverflowError:
        return text
