"""Dates in running text, resolved against an anchor day (the day of publication, or of the live-blog post).

A form is a regular expression and a function that resolves its match. Where the words leave the direction open (a
weekday, a day without a year) the tense of the clause decides it; what is near is never moved a year away. Durations
("for three days") and vague spans ("in recent weeks") are no dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tui.extract.model import DateMention
from tui.extract.tense import FUTURE, PAST, tense_of
from tui.records import DatePrecision

_DAY, _MONTH, _UNKNOWN = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.UNKNOWN

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}

_MONTH_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day|\.)"
_DAY_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d.]*\d)"
_YEAR = r"(?:19|20)\d\d(?![\d,]*\d)"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_PART = r"(?:morning|afternoon|evening|night|lunchtime)"


@dataclass(frozen=True, slots=True)
class _Context:
    """What a form may ask: the sentence, the anchor day (None where the day is not known) and the anchor's year."""

    text: str
    day: dt.date | None
    near: dt.date | None  # the anchor at whatever precision it has

    def tense(self, match: re.Match[str]) -> str:
        return tense_of(self.text, match.start(), match.end())


Resolved = tuple[str, DatePrecision] | None
Resolver = Callable[[re.Match[str], _Context], Resolved]


def find_dates(
    text: str, anchor: dt.date | None, precision: DatePrecision = DatePrecision.DAY
) -> tuple[DateMention, ...]:
    """Every date expression of `text` (folded) resolved against `anchor`, left to right, none overlapping.

    `precision` says how much of the anchor is known: against a month or a year, "Tuesday" and "yesterday" have no value
    and are left out, but "16 February" takes its year. Without an anchor only full dates are found.
    """
    triggers = {m.lastgroup for m in _TRIGGERS.finditer(text)}
    if not triggers:
        return ()
    context = _Context(text, anchor if precision is DatePrecision.DAY else None, anchor)
    found: list[DateMention] = []
    for rule, trigger, pattern, resolve in _FORMS:
        if trigger not in triggers:
            continue
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            value = resolve(match, context)
            if value is not None:
                start = match.end("lead") + 1 if match.groupdict().get("lead") else match.start()
                found.append(DateMention(start, match.end(), value[0], value[1], rule))
    return tuple(sorted(_with_later_days(found, text, context), key=lambda d: d.start))


def _with_later_days(found: list[DateMention], text: str, context: _Context) -> Iterator[DateMention]:
    """Each date, and the other days of a span: "Feb. 14-15", "14 and 15 February", "14 to 16 February"."""
    for date in found:
        yield date
        if date.precision is _DAY and (more := _MORE_DAYS.match(text, date.end)) and date.rule == "month day":
            day = _day(int(date.value[:4]), int(date.value[5:7]), int(re.sub(r"\D", "", more.group(1))))
            if day is not None and not any(o.start < more.end() and more.start() < o.end for o in found):
                yield DateMention(more.start(1), more.end(1), day.isoformat(), _DAY, "later day of a span")


_MORE_DAYS = re.compile(rf"(?: ?- ?| and | to | or |, )({_DAY_NUMBER})(?![\w-]|,\d|:\d| [a-z]+s\b)")


# --- absolute dates -------------------------------------------------------------------------------------------------


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower().rstrip(".")[:3]))


def _iso(match: re.Match[str], context: _Context) -> Resolved:
    day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    return (day.isoformat(), _DAY) if day else None


def _numeric(match: re.Match[str], context: _Context) -> Resolved:
    """16/02/2022 and 02/16/2022; where both readings are dates, the one nearer to the anchor."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 100 else 0
    readings = [d for d in (_day(year, b, a), _day(year, a, b)) if d is not None]
    if not readings or (len(set(readings)) > 1 and context.near is None):
        return None
    best = min(readings, key=lambda d: abs((d - context.near).days) if context.near else 0)
    return best.isoformat(), _DAY


def _month_day(match: re.Match[str], context: _Context) -> Resolved:
    """ "Feb. 15", "15th of February", "Tuesday, February 15, 2022", "16 February last year"."""
    month = _month(match["month"])
    number = int(re.sub(r"\D", "", match["d"]))
    if match["year"]:
        day = _day(int(match["year"]), month, number)
        return (day.isoformat(), _DAY) if day else None
    if context.near is None:
        return None
    if match["rel"]:
        day = _day(context.near.year + _SHIFT[match["rel"].lower()], month, number)
        return (day.isoformat(), _DAY) if day else None
    if context.day is None:
        day = _day(context.near.year, month, number)
        return (day.isoformat(), _DAY) if day else None
    days = [d for d in (_day(context.day.year + k, month, number) for k in (-1, 0, 1)) if d is not None]
    best = _nearest(days, context.day, lambda: context.tense(match))
    return (best.isoformat(), _DAY) if best else None


_SHIFT = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
_NEAR_DAYS = 60  # within this distance the nearest reading stands, whatever the tense


def _nearest(days: list[dt.date], anchor: dt.date, tense: Callable[[], str]) -> dt.date | None:
    """The reading nearest to the anchor; what is far goes to the side that the tense says."""
    if not days:
        return None
    best = min(days, key=lambda d: abs((d - anchor).days))
    if abs((best - anchor).days) <= _NEAR_DAYS:
        return best
    side = [d for d in days if (d <= anchor if tense() == PAST else d >= anchor)]
    return min(side, key=lambda d: abs((d - anchor).days)) if side else best


def _month_alone(match: re.Match[str], context: _Context) -> Resolved:
    """ "in December" (of a January article: last year's), "February 2022", "last May", "early next March"."""
    month = _month(match["month"])
    if match["year"]:
        return f"{int(match['year']):04}-{month:02}", _MONTH
    near = context.near
    if near is None:
        return None
    if match["rel"]:
        return f"{near.year + _SHIFT[match['rel'].lower()]:04}-{month:02}", _MONTH
    which = (match["which"] or "").lower()
    if which in ("last", "next"):
        year = near.year
        if which == "last" and month >= near.month:
            year -= 1
        if which == "next" and month <= near.month:
            year += 1
        return f"{year:04}-{month:02}", _MONTH
    if which == "this" or context.day is None:
        return f"{near.year:04}-{month:02}", _MONTH
    back = (near.month - month) % 12  # months back to the last such month
    if back == 0:
        return f"{near.year:04}-{month:02}", _MONTH
    past = context.tense(match) == PAST
    ahead = 12 - back
    if past and not (ahead <= 1 and context.text[: match.start()].rstrip().endswith(("by", "until", "for"))):
        return f"{near.year - (month > near.month):04}-{month:02}", _MONTH
    return f"{near.year + (month < near.month):04}-{month:02}", _MONTH


def _year(match: re.Match[str], context: _Context) -> Resolved:
    year = int(match["year"])
    if context.near is not None and year > context.near.year + 30:
        return None
    return f"{year:04}", _UNKNOWN


# --- relative dates -------------------------------------------------------------------------------------------------


def _offset(days: int) -> Resolver:
    def resolve(match: re.Match[str], context: _Context) -> Resolved:
        return ((context.day + dt.timedelta(days)).isoformat(), _DAY) if context.day else None

    return resolve


def _weekday(match: re.Match[str], context: _Context) -> Resolved:
    """A weekday: with a past verb the last such day up to the anchor, with a future one the next."""
    anchor = context.day
    if anchor is None:
        return None
    wanted = next(i for i, w in enumerate(WEEKDAYS) if w.startswith(match["weekday"].lower()[:3]))
    week = (match["week"] or "").lower()
    if week:
        monday = anchor - dt.timedelta(anchor.weekday()) + dt.timedelta(7 * _SHIFT[week])
        return (monday + dt.timedelta(wanted)).isoformat(), _DAY
    back = (anchor.weekday() - wanted) % 7
    ahead = (wanted - anchor.weekday()) % 7
    which = (match["which"] or "").lower()
    if which in ("last", "past"):
        return (anchor - dt.timedelta(back or 7)).isoformat(), _DAY
    if which in ("next", "coming"):
        return (anchor + dt.timedelta(ahead + 7 if which == "next" and 0 < ahead <= 2 else ahead or 7)).isoformat(), _DAY
    past = context.tense(match) == PAST
    return (anchor - dt.timedelta(back) if past else anchor + dt.timedelta(ahead)).isoformat(), _DAY


def _weekend(match: re.Match[str], context: _Context) -> Resolved:
    """The weekend is its Saturday: the last one for what is past, the coming one for what is ahead."""
    anchor = context.day
    if anchor is None:
        return None
    which = (match["which"] or "").lower()
    last = anchor - dt.timedelta((anchor.weekday() - 5) % 7)
    on_weekend = anchor.weekday() >= 5
    if which in ("last", "past"):
        saturday = last - dt.timedelta(7) if on_weekend and which == "last" else last
    elif which in ("next", "coming") or (which != "previous" and context.tense(match) == FUTURE):
        saturday = last if on_weekend and which not in ("next", "coming") else last + dt.timedelta(7)
    else:
        saturday = last
    return saturday.isoformat(), _DAY


def _period(match: re.Match[str], context: _Context) -> Resolved:
    """ "earlier this week", "next month", "last year": the month of that week, the month, the year."""
    near, unit = context.near, match["unit"].lower()
    if near is None:
        return None
    shift = _SHIFT[match["which"].lower()]
    if unit == "year":
        return f"{near.year + shift:04}", _UNKNOWN
    if unit == "month":
        return _shift_month(near, shift), _MONTH
    if context.day is None:
        return None
    day = context.day + dt.timedelta((14 if unit == "fortnight" else 7) * shift)
    return day.isoformat()[:7], _MONTH


def _shift_month(day: dt.date, shift: int) -> str:
    months = day.year * 12 + day.month - 1 + shift
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _ago(match: re.Match[str], context: _Context) -> Resolved:
    """ "two days ago", "in three days' time": a day for days, a month for weeks and months, a year for years."""
    near = context.near
    number = match["n"].lower()
    count = _NUMBERS.get(number) or int(number)
    sign = 1 if match.re is _IN_TIME else -1
    unit = match["unit"].lower()
    if near is None or count > 400:
        return None
    if unit == "year":
        return (f"{near.year + sign * count:04}", _UNKNOWN) if near.year + sign * count > 0 else None
    if unit == "month":
        return _shift_month(near, sign * count), _MONTH
    if context.day is None:
        return None
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    day = (context.day + dt.timedelta(sign * days)).isoformat()
    if unit == "day":
        return day, _DAY
    return (day, _DAY) if match.groupdict().get("exact") else (day[:7], _MONTH)


def _this_end(match: re.Match[str], context: _Context) -> Resolved:
    """ "the end of the month", "the start of the year", "this summer"."""
    near = context.near
    if near is None:
        return None
    return (f"{near.year:04}", _UNKNOWN) if match["unit"].lower() == "year" else (f"{near.year:04}-{near.month:02}", _MONTH)


def _season(match: re.Match[str], context: _Context) -> Resolved:
    if match["year"]:
        return match["year"], _UNKNOWN
    near = context.near
    if near is None or not match["which"]:
        return None
    which, season = match["which"].lower(), match["season"].lower()
    start = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[season]
    if which == "last":
        return f"{near.year - (near.month <= start):04}", _UNKNOWN
    if which in ("next", "coming"):
        return f"{near.year + (near.month >= start):04}", _UNKNOWN
    return f"{near.year:04}", _UNKNOWN


_HOLIDAYS = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31),
             "may day": (5, 1), "valentine's day": (2, 14), "christmas": (12, 25), "boxing day": (12, 26)}


def _holiday(match: re.Match[str], context: _Context) -> Resolved:
    month, day = _HOLIDAYS[match["holiday"].lower()]
    if match["year"]:
        return dt.date(int(match["year"]), month, day).isoformat(), _DAY
    if context.day is None:
        return None
    days = [dt.date(context.day.year + k, month, day) for k in (-1, 0, 1)]
    best = _nearest(days, context.day, lambda: context.tense(match))
    return (best.isoformat(), _DAY) if best else None


# --- the forms, the more specific first -------------------------------------------------------------------------------

_REL_YEAR = r"(?:,? (?:of )?(?P<rel>last|this|next|previous) year)?"
_IN_TIME = re.compile(rf"\bin (?P<n>{_COUNT}) (?P<unit>day|week|month|year)(?:s'|'s) time\b", re.I)
_TRIGGERS = re.compile(
    r"(?P<digits>\b\d{1,4}[-/.]\d{1,2}[-/.]\d)|\b(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z.])|(?P<year>(?:19|20)\d\d)"
    r"|(?P<holiday>Christmas|New Year's|Valentine's|Boxing Day))"
    r"|\b(?i:(?P<today>today|tonight|yesterday|tomorrow|overnight|last night|this (?:morning|afternoon|evening|lunchtime))\b"
    r"|(?P<weekend>weekend)|(?P<ago>ago\b|[sy]'s? time\b|[kh]'s time\b|day's time)|(?P<period>(?:week|month|year|fortnight)\b)"
    r"|(?P<season>(?:spring|summer|autumn|winter|fall)\b))"
)
_NOT_A_DAY = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Super )(?<!Palm )(?<!Ash )(?<!Maundy )(?<!Cyber )(?<!Mail on )(?<!Easter )"
_FORMS: tuple[tuple[str, str, re.Pattern[str], Resolver], ...] = (
    ("iso", "digits", re.compile(r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-]*\d)"), _iso),
    ("numeric", "digits", re.compile(r"(?<![\d./-])(?P<a>\d{1,2})([./])(?P<b>\d{1,2})\2(?P<y>(?:20)?\d\d)(?![\d./]*\d)"), _numeric),
    (
        "month day", "month",
        re.compile(
            rf"\b(?:{_WEEKDAY},? (?:the )?)?(?P<month>{_MONTH_NAME}) (?:the )?(?P<d>{_DAY_NUMBER})(?!,\d\d\d\b)(?![\w:%]|[.,:]\d| ?[ap]\.?m\b)"
            rf"(?:,? (?P<year>{_YEAR})|{_REL_YEAR})?"
        ), _month_day,
    ),
    (
        "month day", "month",
        re.compile(
            rf"(?<![\w$.,£€-])(?:(?<!\w){_WEEKDAY},? )?(?:the )?(?P<d>{_DAY_NUMBER})(?: of)? (?P<month>{_MONTH_NAME})"
            rf"(?:,? (?P<year>{_YEAR})|{_REL_YEAR})?"
        ), _month_day,
    ),
    (
        "days of a month", "month",
        re.compile(
            rf"(?<![\w$.,£€-])(?P<d>{_DAY_NUMBER})(?= ?(?:-|and|to|or) ?{_DAY_NUMBER}(?: of)? (?P<month>{_MONTH_NAME})"
            rf"(?:,? (?P<year>{_YEAR})|{_REL_YEAR})?)"
        ), _month_day,
    ),
    (
        "month", "month",
        re.compile(
            rf"(?<![\w-])(?:(?P<lead>[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Ff]or|[Oo]f|[Aa]fter|[Bb]efore|[Tt]ill|[Bb]etween|[Tt]hrough|and|to|[Tt]he|an?|[Tt]hroughout|around|to) )?"
            rf"(?:(?:[Ll]ate(?:r)?|[Ee]arly|[Ee]arlier|[Mm]id|the end of|the start of|the beginning of|the middle of)[- ](?:in )?)?"
            rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?(?P<month>{_FULL_MONTH})(?:,? (?:of )?(?P<year>{_YEAR})|{_REL_YEAR})?(?:'s)?"
        ), _month_alone,
    ),
    (
        "weekday", "weekday",
        re.compile(
            rf"{_NOT_A_DAY}(?<!\w)(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his past|[Pp]ast|[Tt]his coming|[Cc]oming|[Tt]his) )?(?P<weekday>{_WEEKDAY})(?!\w)(?:'s)?(?! (?:Times|Telegraph|Mirror|Express|Mail|Morning Post|Post|Night Live|People|Sun|World|Herald|Independent)\b)"
            rf"(?: {_PART})?(?:,? (?:of )?(?P<week>last|this|next) week\b)?"
        ), _weekday,
    ),
    ("day before yesterday", "today", re.compile(r"\bthe day before yesterday\b", re.I), _offset(-2)),
    ("day after tomorrow", "today", re.compile(r"\bthe day after tomorrow\b", re.I), _offset(2)),
    ("yesterday", "today", re.compile(rf"\byesterday(?:'s)?(?: {_PART})?\b", re.I), _offset(-1)),
    ("last night", "today", re.compile(r"\blast night(?:'s)?\b", re.I), _offset(-1)),
    ("overnight", "today", re.compile(rf"\bovernight\b(?! (?:on |into |from |between |stay|trip|journey|train|flight|bus|guest|success|camp))(?! {_WEEKDAY})", re.I), _offset(-1)),
    ("tomorrow", "today", re.compile(rf"\btomorrow(?:'s)?(?: {_PART})?\b", re.I), _offset(1)),
    ("today", "today", re.compile(r"(?<!USA )\b(?:today(?:'s)?|tonight(?:'s)?|this (?:morning|afternoon|evening|lunchtime)(?:'s)?)\b", re.I), _offset(0)),
    ("weekend", "weekend", re.compile(r"\b(?:(?P<which>last|next|this past|past|this coming|coming|this|previous) )?(?:the )?weekend(?:'s)?\b", re.I), _weekend),
    (
        "ago", "ago",
        re.compile(rf"\b(?P<exact>exactly |just )?(?P<n>{_COUNT}) (?P<unit>day|week|fortnight|month|year)s? ago\b", re.I), _ago,
    ),
    ("in a time", "ago", _IN_TIME, _ago),
    (
        "period", "period",
        re.compile(r"\b(?:(?:earlier|later|late|early) )?(?P<which>this|last|next|the past|the previous|the coming) (?P<unit>week|month|year|fortnight)(?:'s)?\b", re.I),
        _period,
    ),
    ("end of a period", "period", re.compile(r"\b(?:end|start|beginning|middle) of the (?P<unit>month|year)\b", re.I), _this_end),
    (
        "season", "season",
        re.compile(rf"\b(?:(?P<which>last|next|this|coming) (?P<season>spring|summer|autumn|fall|winter)|(?:in |since |during )?(?:the )?(?:spring|summer|autumn|fall|winter)(?: of)? (?P<year>{_YEAR}))\b", re.I),
        _season,
    ),
    ("holiday", "holiday", re.compile(rf"\b(?P<holiday>Christmas Day|Christmas Eve|New Year's Day|New Year's Eve|Valentine's Day|Boxing Day|May Day)(?:,? (?P<year>{_YEAR}))?\b"), _holiday),
    (
        "year", "year",
        re.compile(
            rf"(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\bof )|(?<=\bby )|(?<=\bBy )|(?<=\buntil )|(?<=\bduring )|(?<=\bfrom )|(?<=\bbefore )|(?<=\bafter )|(?<=\blate )|(?<=\bearly )|(?<=\bmid-)|(?<=\bthe )|(?<=\bThe )|(?<=\ba )|(?<=\bIts )|(?<=\bits )|(?<='s )|(?<=\band )|(?<=\bto )|(?<=\()|(?<=\bthrough )|(?<=\baround )|(?<=\bbetween ))"
            rf"(?P<year>{_YEAR})(?:'s)?(?![\w%])"
        ), _year,
    ),
)
