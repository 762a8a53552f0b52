"""Dates: newsdash's resolver beside dateparser, on annotated records and on sentences written for the purpose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from benchmarks.dates import SENTENCES
from benchmarks.peer_data import Case
from benchmarks.peer_versions import imported, version
from tui.extract.dates import find_dates

Reader = Callable[[str, dt.date], list[str]]


def readers() -> dict[str, Reader]:
    """newsdash and, where installed, dateparser set to prefer the past and to prefer the nearest."""
    out: dict[str, Reader] = {version("newsdash"): _ours}
    if imported("dateparser") is not None:
        for preference in ("past", "current_period"):
            out[f"{version('dateparser')}, {preference}"] = _dateparser(preference)
    return out


def compare(cases: list[Case]) -> None:
    """Print how many of the annotated dates each tool finds in the sentences of the record, and how it does by hand."""
    dated = [c for c in cases if _date(c) and c.anchor]
    hand = [line.split("|", 2) for line in SENTENCES]
    with_date = [row for row in hand if row[1] != "-"]
    print(f"\nDates: {len(dated)} annotated dates, {len(hand)} sentences by hand\n")
    print("| tool | annotated dates found | dates proposed beside them | by hand: right |\n| --- | --- | --- | --- |")
    for name, read in readers().items():
        found = beside = 0
        for case in dated:
            assert case.anchor is not None
            values = [v for view in case.views for v in read(view.text, case.anchor)]
            right = [v for v in values if _same(v, _date(case))]
            found += bool(right)
            beside += len(values) - len(right)
        by_hand = sum(_same(_first(read(text, dt.date.fromisoformat(day))), value) for day, value, text in with_date)
        by_hand += sum(not read(text, dt.date.fromisoformat(day)) for day, value, text in hand if value == "-")
        print(f"| {name} | {found} of {len(dated)} | {beside} | {by_hand} of {len(hand)} |")


def _date(case: Case) -> str:
    return case.gold.get("as_of") or case.gold.get("date") or ""


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _same(found: str, wanted: str) -> bool:
    """A day answers for its month or year too: dateparser gives nothing but days."""
    return found[: len(wanted)] == wanted


def _ours(text: str, anchor: dt.date) -> list[str]:
    return [d.value for d in find_dates(text, anchor)]


def _dateparser(preference: str) -> Reader:
    from dateparser.search import search_dates

    def read(text: str, anchor: dt.date) -> list[str]:
        settings = {"RELATIVE_BASE": dt.datetime.combine(anchor, dt.time(12)), "PREFER_DATES_FROM": preference}
        return [day.date().isoformat() for _, day in search_dates(text, languages=["en"], settings=settings) or []]

    return read
