"""Outlet, date and title of an article: the manifest first, then what its container states, then what its text says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.corpus.attribution import Attribution
from tui.corpus.header import Header
from tui.corpus.infer import infer_date, later_day
from tui.corpus.model import Basis, iso
from tui.corpus.outlets import OutletKind, Outlets, host_of
from tui.corpus.raw import Hints
from tui.corpus.stated import parse_date
from tui.records import DatePrecision

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[/-]?(\d{2}|\d|[a-z]{3})[/-]?(\d{2}|\d)(?=[/_.-]|$)", re.I)
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](\d{2}|[a-z]{3,9})/", re.I)
_ORDER = {DatePrecision.DAY: 0, DatePrecision.MONTH: 1, DatePrecision.YEAR: 2, DatePrecision.UNKNOWN: 3}
_WHERE = {
    Basis.MANIFEST: "the manifest",
    Basis.STATED: "the page",
    Basis.URL: "the address",
    Basis.HEADER: "the head",
    Basis.INFERRED: "the text",
}
_TITLE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, how that is known, and to which later day its text runs (`latest`)."""

    day: dt.date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    time: dt.datetime | None = None
    basis: Basis = Basis.UNKNOWN
    note: str | None = None
    latest: dt.date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """One statement of the publication date."""

    day: dt.date
    precision: DatePrecision
    time: dt.datetime | None
    basis: Basis
    note: str | None = None

    def iso(self) -> str:
        return iso(self.day, self.precision) or ""


def date_of(
    manifest: Hints, container: Hints, header: Header, url: str | None, body: str, captions: str, east: bool
) -> Dating:
    """The publication date. `body` and `captions` are the text, for inference and for checking what is stated."""
    said = _statements(manifest, container, header, url)
    if not said:
        inferred = infer_date(body, captions, _today(), east)
        if inferred is None:
            return Dating()
        return Dating(inferred.day, inferred.precision, None, Basis.INFERRED, f"inferred: {inferred.why}")
    # What is more exact is taken where it does not contradict what is more trusted.
    first = said[0]
    best = min((s for s in said if _agree(first, s)), key=lambda s: _ORDER[s.precision])
    time = next((s.time for s in said if s.time is not None and s.day == best.day), None)
    if best.precision is not DatePrecision.DAY:
        time = None
    notes = _contradictions(best, said)
    updated = next((d for d in header.dates if d.updated and d.stated.day > best.day), None)
    note = best.note or (f"updated {updated.stated.day.isoformat()}" if updated else None)
    latest = None
    if best.precision is DatePrecision.DAY and (latest := later_day(body, captions, best.day, east)):
        notes.append(
            f"{_WHERE[best.basis].capitalize()} says {best.iso()}, but the weekdays of the text run on to"
            f" {latest.isoformat()}."
        )
    basis = first.basis if best.precision is first.precision else best.basis
    return Dating(best.day, best.precision, time, basis, note, latest, tuple(notes))


def _statements(manifest: Hints, container: Hints, header: Header, url: str | None) -> list[_Said]:
    """Every statement of the date, the most trusted first; dates of updates only where nothing else is stated."""
    said = []
    for hints, basis in ((manifest, Basis.MANIFEST), (container, Basis.STATED)):
        if hints.published is not None:
            precision = (
                DatePrecision.DAY if hints.published_precision is DatePrecision.UNKNOWN else hints.published_precision
            )
            said.append(_Said(hints.published, precision, hints.published_time, basis, hints.date_note))
    dates = [d for d in header.dates if not d.updated] or header.dates
    stated = [_Said(d.stated.day, d.stated.precision, d.stated.time, d.basis) for d in dates]
    said += [s for s in stated if s.basis is Basis.STATED]
    if url is not None and (from_url := date_in_url(url)) is not None:
        said.append(from_url)
    said += [s for s in stated if s.basis is not Basis.STATED]
    return said


def date_in_url(url: str) -> _Said | None:
    """The date in the path of an address: /2022/02/16/, /2022/feb/16/, 20220216, /2022-02-16-, /2022/02/."""
    path = url.split("?", 1)[0]
    for found in _URL_DAY.finditer(path):
        year, month, day = found.groups()
        if found[0].isdigit() and len(found[0]) != 8:
            continue
        stated = parse_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")
        if stated is not None and stated.precision is DatePrecision.DAY:
            return _Said(stated.day, stated.precision, None, Basis.URL)
    if month_path := _URL_MONTH.search(path):
        year, month = month_path.groups()
        stated = parse_date(f"{year}-{month}" if month.isdigit() else f"{month} {year}")
        if stated is not None and stated.precision is DatePrecision.MONTH:
            return _Said(stated.day, stated.precision, None, Basis.URL)
    return None


def _agree(one: _Said, other: _Said) -> bool:
    """Whether the less exact of the two contains the other."""
    coarse = max(one, other, key=lambda s: _ORDER[s.precision])
    cut = len(coarse.iso())
    return one.day.isoformat()[:cut] == other.day.isoformat()[:cut]


def _contradictions(best: _Said, said: Sequence[_Said]) -> list[str]:
    notes = []
    for other in said:
        if not _agree(best, other):
            notes.append(f"{_WHERE[best.basis].capitalize()} says {best.iso()}, {_WHERE[other.basis]} {other.iso()}.")
    return list(dict.fromkeys(notes))


def _today() -> dt.date:
    """Tomorrow by UTC: no newspaper is later."""
    return dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)


def outlet_of(manifest: Hints, container: Hints, url: str | None, text: Attribution, outlets: Outlets) -> Attribution:
    """The outlet, where the manifest or the container names it; else what the text told (`text`)."""
    for hints, basis in ((manifest, Basis.MANIFEST), (container, Basis.STATED)):
        if not hints.outlet:
            continue
        name = outlets.canonical(hints.outlet)
        known = outlets.named(name)
        if known is not None and known.kind is OutletKind.AGGREGATOR and basis is Basis.STATED and text.outlet:
            return Attribution(text.outlet, text.basis, name, text.credits, text.authors, text.why)
        at = outlets.at(url) if url else None
        host = (at.name if at else host_of(url)) if url else None
        repost = host is not None and at is not None and at.name != name
        return Attribution(name, basis, host if repost else None, text.credits, text.authors)
    return text


def title_from(first_sentence: str | None) -> str | None:
    """What stands for the title of an article that has none: its first sentence, cut at a word."""
    if not first_sentence:
        return None
    words = " ".join(first_sentence.split())
    return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
