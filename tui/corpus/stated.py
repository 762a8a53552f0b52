"""Dates as articles and containers state them -> day, precision, time. Nothing relative: that is `tui.corpus.infer`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tui.records import DatePrecision

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}
_MONTH = r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_TIME = r"(?:[T ,|@-]{1,4}(?:at )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s?([ap]\.?m\.?)?)?"
_FORMS = (
    ("ymd", re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)" + _TIME, re.I)),
    ("ymd", re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)" + _TIME, re.I)),
    ("ymd", re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)" + _TIME, re.I)),
    ("dmy", re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of )?" + _MONTH + r",?[ -]+(\d{4})" + _TIME, re.I)),
    ("mdy", re.compile(_MONTH + r" +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})" + _TIME, re.I)),
    ("my", re.compile(_MONTH + r",? +(\d{4})", re.I)),
    ("ym", re.compile(r"(\d{4})-(\d{2})(?![-\d])", re.I)),
    ("y", re.compile(r"((?:19|20)\d{2})(?!\d)", re.I)),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated date: its day (first of the month or year where that is all), precision, and time of day if given."""

    day: dt.date
    precision: DatePrecision
    time: dt.datetime | None
    start: int
    end: int


def parse_date(text: str) -> Stated | None:
    """The first date in `text` (a short string), read in any common format, or None."""
    best: Stated | None = None
    for form, pattern in _FORMS:
        found = pattern.search(text)
        if found is None or (best is not None and found.start() >= best.start):
            continue
        stated = _read(form, found)
        if stated is not None:
            best = stated
    return best


def _read(form: str, found: re.Match[str]) -> Stated | None:
    groups = found.groups()
    try:
        if form == "ymd":
            year, month, day = int(groups[0]), int(groups[1]), int(groups[2])
        elif form == "dmy":
            day, month, year = int(groups[0]), MONTHS[groups[1].lower()], int(groups[2])
        elif form == "mdy":
            month, day, year = MONTHS[groups[0].lower()], int(groups[1]), int(groups[2])
        elif form == "my":
            return Stated(dt.date(int(groups[1]), MONTHS[groups[0].lower()], 1), DatePrecision.MONTH, None, *found.span())
        elif form == "ym":
            return Stated(dt.date(int(groups[0]), int(groups[1]), 1), DatePrecision.MONTH, None, *found.span())
        else:
            return Stated(dt.date(int(groups[0]), 1, 1), DatePrecision.YEAR, None, *found.span())
        date = dt.date(year, month, day)
    except ValueError:
        return None
    if not 1900 <= date.year <= 2100:
        return None
    return Stated(date, DatePrecision.DAY, _time(date, groups[3:]), *found.span())


def _time(day: dt.date, parts: tuple[str | None, ...]) -> dt.datetime | None:
    if not parts or parts[0] is None or parts[1] is None:
        return None
    hour, minute = int(parts[0]), int(parts[1])
    half = (parts[3] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return dt.datetime.combine(day, dt.time(hour, minute))
