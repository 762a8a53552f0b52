"""ISO dates of day, month or year precision as days."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=65536)
def day(text: str | None) -> dt.date | None:
    """The day of a date of day precision, else None."""
    if text is None or len(text) != 10:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def first_day(text: str | None) -> dt.date | None:
    """The day, or the first one of a month or year."""
    return day(text + "-01-01"[len(text) - 4 :]) if text and len(text) in (4, 7) else day(text)


@lru_cache(maxsize=65536)
def last_day(text: str | None) -> dt.date | None:
    """The day, or the last one of a month or year."""
    first = first_day(text)
    if first is None or text is None or len(text) == 10:
        return first
    year, month = (first.year + 1, 1) if len(text) == 4 or first.month == 12 else (first.year, first.month + 1)
    return dt.date(year, month, 1) - dt.timedelta(1)
