"""Dates as articles and scrapers state them -> day, precision, time. Nothing relative: that is `tui.corpus.infer`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tui.records import DatePrecision

_NAMES = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""English month names and abbreviations in small letters -> 1 to 12."""

MONTH_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
"""Alternatives of a regular expression, to be matched without regard to case."""

MONTH = rf"({MONTH_NAMES})\b\.?"
"""A month's name as one group, with the full stop of an abbreviation."""

# Hours from UTC. Where an abbreviation has several meanings (IST, CST) none is given: the time stays without a zone.
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "trt": 3,
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
_CLOCK = r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\b\.?)?\s?([a-z]{1,4}\b|[+-]\d{2}:?\d{2})?"
_AFTER = rf"(?:(?:[ ,|T@–—-]|at\b|on\b){{1,5}}{_CLOCK})?"
_TIME_FIRST = re.compile(_CLOCK + r"[ ,|–—-]{1,4}(?:on )?$", re.I)

# In order of preference where two forms begin at the same place.
_FORMS = (
    ("ymd", re.compile(r"(?<!\d)(\d{4})[-/_.](\d{1,2})[-/_.](\d{1,2})(?!\d)" + _AFTER, re.I)),
    ("ymd", re.compile(r"(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d)" + _AFTER, re.I)),
    (
        "dmy",
        re.compile(
            r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]{1,2}(?:of )?" + MONTH + r",?[ -]{1,2}(\d{4})(?!\d)" + _AFTER, re.I
        ),
    ),
    ("mdy", re.compile(r"\b" + MONTH + r" {1,2}(\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\d{4})(?!\d)" + _AFTER, re.I)),
    ("dots", re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)" + _AFTER, re.I)),
    ("slash", re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)" + _AFTER, re.I)),
    ("my", re.compile(r"\b" + MONTH + r",? {1,2}(\d{4})(?!\d)", re.I)),
    ("ym", re.compile(r"(?<!\d)(\d{4})-(\d{2})(?![-\d])", re.I)),
    ("y", re.compile(r"(?<![\d/.,-])((?:19|20)\d{2})(?![\d/,-])", re.I)),
)
# A day anywhere in the line is preferred to a month, a month to a bare year (which may be a time: "1234 GMT").
_RANK = {DatePrecision.DAY: 0, DatePrecision.MONTH: 1, DatePrecision.YEAR: 2, DatePrecision.UNKNOWN: 3}
_FORM_RANK = {"my": 1, "ym": 1, "y": 2}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated date: its day (the first of the month or year where that is all), precision, time of day where given.

    `time` is aware where the text names its zone. `start:end` is the span in the string that was parsed.
    """

    day: dt.date
    precision: DatePrecision
    time: dt.datetime | None
    start: int
    end: int


def parse_date(text: str) -> Stated | None:
    """The first date in `text` (a line at most), read in any common format, or None.

    Days stand before months in 16.02.2022 and in 16/02/2022; 02/16/2022 can only be the other way round. 02/03/2022 is
    read by the clock beside it (`17:22`: March; `5:22 PM`: February), and without one gives nothing but its year.
    """
    if not any(c.isdigit() for c in text):
        return None
    best: Stated | None = None
    for form, pattern in _FORMS:
        for found in pattern.finditer(text):
            if best is not None and (_RANK[best.precision], best.start) <= (_FORM_RANK.get(form, 0), found.start()):
                break
            if stated := _read(form, found, text):
                best = stated
                break
    return best


def parse_time(text: str) -> tuple[dt.time, dt.tzinfo | None] | None:
    """The time of day at the start of `text` ("3:29pm", "12.45 GMT", "17:05"), or None."""
    found = re.match(_CLOCK, text, re.I)
    return _clock(found.groups()) if found else None


def _read(form: str, found: re.Match[str], text: str) -> Stated | None:
    groups = found.groups()
    precision, rest = DatePrecision.DAY, groups[3:]
    try:
        if form == "ymd":
            year, month, day = (int(g) for g in groups[:3])
        elif form == "dmy":
            day, month, year = int(groups[0]), MONTHS[groups[1].lower()], int(groups[2])
        elif form == "mdy":
            month, day, year = MONTHS[groups[0].lower()], int(groups[1]), int(groups[2])
        elif form in ("dots", "slash"):
            day, month, year = (int(g) for g in groups[:3])
            if form == "slash" and day <= 12 and month <= 12 and day != month:
                # Only who counts hours to twelve writes the month first; without a clock nothing tells.
                if rest[0] is None:
                    return Stated(dt.date(year, 1, 1), DatePrecision.YEAR, None, *found.span())
                if rest[3]:
                    day, month = month, day
            elif month > 12:
                day, month = month, day
        elif form == "my":
            year, month, day, precision = int(groups[1]), MONTHS[groups[0].lower()], 1, DatePrecision.MONTH
        elif form == "ym":
            year, month, day, precision = int(groups[0]), int(groups[1]), 1, DatePrecision.MONTH
        else:
            year, month, day, precision = int(groups[0]), 1, 1, DatePrecision.YEAR
        date = dt.date(year, month, day)
    except ValueError:
        return None
    if not _FIRST_YEAR <= date.year <= _LAST_YEAR:
        return None
    clock = None
    if precision is DatePrecision.DAY:
        clock = _clock(rest)
        if clock is None and (before := _TIME_FIRST.search(text[max(0, found.start() - 24) : found.start()])):
            clock = _clock(before.groups())
    time = dt.datetime.combine(date, clock[0], clock[1]) if clock else None
    return Stated(date, precision, time, *found.span())


def _clock(parts: tuple[str | None, ...]) -> tuple[dt.time, dt.tzinfo | None] | None:
    if len(parts) < 5 or parts[0] is None or parts[1] is None:
        return None
    hour, minute, second = int(parts[0]), int(parts[1]), int(parts[2] or 0)
    half = (parts[3] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return None
    return dt.time(hour, minute, second), _zone((parts[4] or "").lower())


def _zone(name: str) -> dt.tzinfo | None:
    if name[:1] in ("+", "-"):
        digits = name[1:].replace(":", "")
        offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        if offset >= dt.timedelta(days=1):
            return None
        return dt.timezone(-offset if name[0] == "-" else offset)
    hours = _ZONES.get(name)
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours)) if hours else dt.UTC
