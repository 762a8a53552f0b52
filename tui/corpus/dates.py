"""Dates as machines write them in containers: ISO 8601, RFC 2822, epochs, compact stamps; and as people do, by
`stated`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from tui.corpus.stated import parse_date
from tui.records import DatePrecision

_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?![\d:]|\s*[ap]\.?m)",
    re.I,
)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})?(Z)?\s*$", re.I)
_RFC = re.compile(r"\s*(?:[A-Za-z]{3},)?\s*\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}")
_ASCTIME = re.compile(
    r"\s*[A-Za-z]{3},? ([A-Za-z]{3})\s+(\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4} )?(?:UTC |GMT )?(\d{4})\s*$"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?!\d)")
_FIRST, _LAST = dt.date(1970, 1, 2), dt.date(2100, 1, 1)
_MILLISECONDS = 10**11
"""An epoch above this counts milliseconds: as seconds it would lie in the year 5138."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as stated: `day` in its own time zone, `time` aware where a zone was given, naive where not."""

    day: dt.date
    precision: DatePrecision = DatePrecision.DAY
    time: dt.datetime | None = None


def moment(value: Any, day_first: bool | None = None) -> Moment | None:
    """The date in `value` (a string, a number of seconds or milliseconds since 1970, a list's first), or None.

    `day_first` says how to read 3/4/2014; without it only the year of such a date is known.
    """
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):  # MongoDB's extended JSON
        value = value.get("$date")
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _epoch(float(value))
    text = str(value).strip()[:100]
    if re.fullmatch(r"\d{10}(?:\.\d{1,6})?|\d{13}", text):
        return _epoch(float(text))
    return _iso(text) or _rfc(text) or _slashed(text, day_first) or _people(text)


def day_first(text: str) -> bool | None:
    """Whether the dates in a piece of a file have the day first (13/4/2014) or the month; None where none tells."""
    firsts = [(int(a) > 12, int(b) > 12) for a, b, _ in _SLASHED.findall(text)]
    days = sum(a and not b for a, b in firsts)
    months = sum(b and not a for a, b in firsts)
    return None if days == months else days > months


def _epoch(seconds: float) -> Moment | None:
    if not 0 < seconds < 1e14:
        return None
    if seconds > _MILLISECONDS:
        seconds /= 1000
    return _plausible(dt.datetime.fromtimestamp(seconds, dt.UTC))


def _iso(text: str) -> Moment | None:
    found = _ISO.match(text) or _COMPACT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        time = dt.datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(found[7]))
    except ValueError:
        return None
    return _plausible(time)


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return dt.UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if text[0] == "-" else offset) if offset < dt.timedelta(days=1) else None


def _slashed(text: str, day_first: bool | None) -> Moment | None:
    found = _SLASHED.match(text)
    if found is None:
        return None
    one, other, year = (int(part) for part in found.groups())
    if one > 12 or other > 12 or one == other:
        day_first = one > 12
    if day_first is None:
        return moment(str(year))
    day, month = (one, other) if day_first else (other, one)
    return moment(f"{year}-{month:02}-{day:02}{text[found.end() :]}")


def _rfc(text: str) -> Moment | None:
    if clock := _ASCTIME.match(text):
        text = f"{clock[2]} {clock[1]} {clock[5]} {clock[3]} {clock[4] or '+0000'}"
    elif not _RFC.match(text):
        return None
    try:
        return _plausible(parsedate_to_datetime(text))
    except (ValueError, TypeError):
        return None


def _people(text: str) -> Moment | None:
    stated = parse_date(text)
    if stated is None or not _FIRST <= stated.day < _LAST:
        return None
    return Moment(stated.day, stated.precision, stated.time)


def _plausible(time: dt.datetime) -> Moment | None:
    return Moment(time.date(), DatePrecision.DAY, time) if _FIRST <= time.date() < _LAST else None
