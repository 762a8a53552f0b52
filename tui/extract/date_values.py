"""What the words of a date mean: each function resolves the match of one form (see `tui.extract.dates`) to a value."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from tui.extract.tense import BACKSHIFTED, FUTURE, PAST, tense_of
from tui.records import DatePrecision

DAY, MONTH, UNKNOWN = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.UNKNOWN

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a form may ask: the sentence, the anchor day (None where the day is not known) and the anchor's year."""

    text: str
    day: dt.date | None
    near: dt.date | None  # the anchor at whatever precision it has

    def tense(self, match: re.Match[str], default: str = PAST) -> str:
        return tense_of(self.text, match.start(), match.end(), default)


Resolved = tuple[str, DatePrecision] | None
Resolver = Callable[[re.Match[str], Context], Resolved]


# --- absolute dates -------------------------------------------------------------------------------------------------


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower().rstrip(".")[:3]))


def iso_day(match: re.Match[str], context: Context) -> Resolved:
    """2022-02-16."""
    day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return (day.isoformat(), DAY) if day else None


def numeric(match: re.Match[str], context: Context) -> Resolved:
    """16/02/2022 and 02/16/2022; where both readings are dates, the one nearer to the anchor."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 100 else 0
    readings = [d for d in (day_of(year, b, a), day_of(year, a, b)) if d is not None]
    if not readings or (len(set(readings)) > 1 and context.near is None):
        return None
    best = min(readings, key=lambda d: abs((d - context.near).days) if context.near else 0)
    return best.isoformat(), DAY


def month_day(match: re.Match[str], context: Context) -> Resolved:
    """ "Feb. 15", "15th of February", "Tuesday, February 15, 2022", "16 February last year"."""
    month = _month(match["month"])
    number = int(re.sub(r"\D", "", match["d"]))
    if match["year"]:
        day = day_of(int(match["year"]), month, number)
        return (day.isoformat(), DAY) if day else None
    if context.near is None:
        return None
    if match["rel"]:
        day = day_of(context.near.year + _SHIFT[match["rel"].lower()], month, number)
        return (day.isoformat(), DAY) if day else None
    if context.day is None:
        day = day_of(context.near.year, month, number)
        return (day.isoformat(), DAY) if day else None
    days = [d for d in (day_of(context.day.year + k, month, number) for k in (-1, 0, 1)) if d is not None]
    best = _nearest(days, context.day, lambda: context.tense(match))
    return (best.isoformat(), DAY) if best else None


_SHIFT = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
_NEAR_DAYS = 31  # within this distance the nearest reading stands, whatever the tense


def _nearest(days: list[dt.date], anchor: dt.date, tense: Callable[[], str]) -> dt.date | None:
    """The reading nearest to the anchor; what is far goes to the side that the tense says."""
    if not days:
        return None
    best = min(days, key=lambda d: abs((d - anchor).days))
    if abs((best - anchor).days) <= _NEAR_DAYS:
        return best
    side = [d for d in days if (d <= anchor if tense() == PAST else d >= anchor)]
    return min(side, key=lambda d: abs((d - anchor).days)) if side else best


_LEADS = frozenset("in since by until till during from for of after before between late early mid".split())


def month_alone(match: re.Match[str], context: Context) -> Resolved:
    """ "in December" (of a January article: last year's), "February 2022", "last May", "early next March"."""
    month, near, written = _month(match["month"]), context.near, match["year"]
    which = (match["which"] or "").lower()
    if not (written or which or match["rel"]) and not _is_a_month(match, context.text):
        return None
    if written:
        return f"{int(written):04}-{month:02}", MONTH
    if near is None:
        return None
    if match["rel"]:
        return f"{near.year + _SHIFT[match['rel'].lower()]:04}-{month:02}", MONTH
    if which == "last":
        return f"{near.year - (month >= near.month):04}-{month:02}", MONTH
    if which == "next":
        return f"{near.year + (month <= near.month):04}-{month:02}", MONTH
    if which == "this" or context.day is None or month == near.month:
        return f"{near.year:04}-{month:02}", MONTH
    soon = (month - near.month) % 12 <= 2 and (match["lead"] or "").lower() in ("by", "until", "till")
    if soon or context.tense(match) != PAST:
        return f"{near.year + (month < near.month):04}-{month:02}", MONTH
    return f"{near.year - (month > near.month):04}-{month:02}", MONTH


def _is_a_month(match: re.Match[str], text: str) -> bool:
    """Whether a bare month name is one: not the verb, the modal, the march, nor somebody's name."""
    lead = (match["lead"] or "").lower()
    after = text[match.end() : match.end() + 2]
    if after[:1] == " " and after[1:].isupper():
        return False  # "June Smith", "in March Putin" is rare enough
    if lead in _LEADS or match["part"]:
        return True
    if match["month"] not in ("March", "May"):
        return True
    if lead in ("and", "or", "to", "through"):
        return text[: match.start()].rstrip().rpartition(" ")[2].lower() in MONTHS
    following = re.match(r" ([a-z]+)", text[match.end() :])
    return lead in ("the", "a") and following is not None and following.group(1) not in _AFTER_A_MARCH


_AFTER_A_MARCH = frozenset("on to for of in from through toward towards by against and was is past across".split())


_BEFORE_A_YEAR = re.compile(
    r"(?:\(|'s |\bmid-|\b(?:in|since|of|by|until|during|from|before|after|late|early|mid|the|a|its|and|to|through"
    r"|around|between) )$",
    re.I,
)


def year(match: re.Match[str], context: Context) -> Resolved:
    """A year behind a preposition or an article: not every number of four digits is one."""
    if not _BEFORE_A_YEAR.search(context.text, max(0, match.start() - 10), match.start()):
        return None
    value = int(match["year"])
    if context.near is not None and value > context.near.year + 30:
        return None
    return f"{value:04}", UNKNOWN


# --- relative dates -------------------------------------------------------------------------------------------------


def offset(days: int) -> Resolver:
    """So many days from the anchor ("yesterday")."""
    def resolve(match: re.Match[str], context: Context) -> Resolved:
        return ((context.day + dt.timedelta(days)).isoformat(), DAY) if context.day else None

    return resolve


def weekday(match: re.Match[str], context: Context) -> Resolved:
    """A weekday: with a past verb the last such day up to the anchor, with a future one the next."""
    anchor = context.day
    if anchor is None:
        return None
    wanted = next(i for i, w in enumerate(WEEKDAYS) if w.startswith(match["weekday"].lower()[:3]))
    week = (match["week"] or "").lower()
    if week:
        monday = anchor - dt.timedelta(anchor.weekday()) + dt.timedelta(7 * _SHIFT[week])
        return (monday + dt.timedelta(wanted)).isoformat(), DAY
    back = (anchor.weekday() - wanted) % 7
    ahead = (wanted - anchor.weekday()) % 7
    which = (match["which"] or "").lower()
    if which in ("last", "past"):
        return (anchor - dt.timedelta(back or 7)).isoformat(), DAY
    if which in ("next", "coming"):
        return (anchor + dt.timedelta(ahead + 7 if which == "next" and 0 < ahead <= 2 else ahead or 7)).isoformat(), DAY
    tense = context.tense(match, FUTURE if which == "this" else PAST)
    past = tense == PAST or (tense == BACKSHIFTED and back <= 1)  # "was to meet on Tuesday", read on Wednesday
    return (anchor - dt.timedelta(back) if past else anchor + dt.timedelta(ahead)).isoformat(), DAY


def weekend(match: re.Match[str], context: Context) -> Resolved:
    """The weekend is its Saturday: the last one for what is past, the coming one for what is ahead."""
    anchor = context.day
    if anchor is None:
        return None
    which = (match["which"] or "").lower()
    last = anchor - dt.timedelta((anchor.weekday() - 5) % 7)
    on_weekend = anchor.weekday() >= 5
    if which in ("last", "past"):
        saturday = last - dt.timedelta(7) if on_weekend and which == "last" else last
    elif which in ("next", "coming") or (
        which != "previous" and context.tense(match, FUTURE if which == "this" else PAST) != PAST
    ):
        saturday = last if on_weekend and which not in ("next", "coming") else last + dt.timedelta(7)
    else:
        saturday = last
    return saturday.isoformat(), DAY


def period(match: re.Match[str], context: Context) -> Resolved:
    """ "earlier this week", "next month", "last year": the month of that week, the month, the year."""
    near, unit = context.near, match["unit"].lower()
    if near is None:
        return None
    shift = _SHIFT[match["which"].lower()]
    if unit == "year":
        return f"{near.year + shift:04}", UNKNOWN
    if unit == "month":
        return _shift_month(near, shift), MONTH
    if context.day is None:
        return None
    day = context.day + dt.timedelta((14 if unit == "fortnight" else 7) * shift)
    return day.isoformat()[:7], MONTH


def _shift_month(day: dt.date, shift: int) -> str:
    months = day.year * 12 + day.month - 1 + shift
    return f"{months // 12:04}-{months % 12 + 1:02}"


def count_of(word: str) -> int:
    """A small number in words or digits; "a" is one."""
    return _NUMBERS.get(word.lower()) or int(word)


def ago(match: re.Match[str], context: Context) -> Resolved:
    """ "two days ago", "in three days' time": a day for days, a month for weeks and months, a year for years."""
    near = context.near
    count = count_of(match["n"])
    sign = -1 if match.group().lower().endswith("ago") else 1
    unit = match["unit"].lower()
    if near is None or count > 400:
        return None
    if unit == "year":
        return (f"{near.year + sign * count:04}", UNKNOWN) if near.year + sign * count > 0 else None
    if unit == "month":
        return _shift_month(near, sign * count), MONTH
    if context.day is None:
        return None
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    day = (context.day + dt.timedelta(sign * days)).isoformat()
    if unit == "day":
        return day, DAY
    return (day, DAY) if match.groupdict().get("exact") else (day[:7], MONTH)


def end_of_period(match: re.Match[str], context: Context) -> Resolved:
    """ "the end of the month", "the start of the year"."""
    near = context.near
    if near is None or (match["unit"].lower() == "week" and context.day is None):
        return None
    if match["unit"].lower() == "year":
        return f"{near.year:04}", UNKNOWN
    return f"{near.year:04}-{near.month:02}", MONTH


def season(match: re.Match[str], context: Context) -> Resolved:
    """ "last summer", "the spring of 2014": the year."""
    if match["year"]:
        return match["year"], UNKNOWN
    near = context.near
    if near is None or not match["which"]:
        return None
    which, season = match["which"].lower(), match["season"].lower()
    start = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[season]
    if which == "last":
        return f"{near.year - (near.month <= start):04}", UNKNOWN
    if which in ("next", "coming"):
        return f"{near.year + (near.month >= start):04}", UNKNOWN
    return f"{near.year:04}", UNKNOWN


_HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's day": (1, 1),
    "new year's eve": (12, 31), "valentine's day": (2, 14),
}


def holiday(match: re.Match[str], context: Context) -> Resolved:
    """ "Christmas Day": the nearest."""
    month, day = _HOLIDAYS[match["holiday"].lower()]
    if match["year"]:
        return dt.date(int(match["year"]), month, day).isoformat(), DAY
    if context.day is None:
        return None
    days = [dt.date(context.day.year + k, month, day) for k in (-1, 0, 1)]
    best = _nearest(days, context.day, lambda: context.tense(match))
    return (best.isoformat(), DAY) if best else None
