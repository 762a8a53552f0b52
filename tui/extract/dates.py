"""Dates in running text, resolved against an anchor day (the day of publication, or of the live-blog post).

A form is a regular expression and a function that resolves its match (`tui.extract.date_values`). Where the words leave
the direction open (a weekday, a day without a year) the tense of the clause decides it; what is near is never moved a
year away. Durations ("for three days") and vague spans ("in recent weeks") are no dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.extract.date_values import (
    DAY,
    Context,
    Resolver,
    ago,
    count_of,
    day_of,
    end_of_period,
    holiday,
    iso_day,
    month_alone,
    month_day,
    numeric,
    offset,
    period,
    season,
    weekday,
    weekend,
    year,
)
from tui.extract.model import DateMention
from tui.records import DatePrecision


def find_dates(
    text: str,
    anchor: dt.date | None,
    precision: DatePrecision = DatePrecision.DAY,
    last: dt.date | None = None,
) -> tuple[DateMention, ...]:
    """Every date expression of `text` (folded) resolved against `anchor`, left to right, none overlapping.

    `precision` says how much of the anchor is known: against a month or a year, "Tuesday" and "yesterday" have no value
    and are left out, but "16 February" takes its year. Without an anchor only full dates are found. `last` is the day
    that the sentences before spoke of: "the same day" and "a day later" count from a day named before them.
    """
    triggers = {m.lastgroup for m in _TRIGGERS.finditer(text)}
    if not triggers:
        return ()
    context = Context(text, anchor if precision is DatePrecision.DAY else None, anchor)
    found: list[DateMention] = []
    taken = bytearray(len(text))  # a 1 for each character of a date found
    for form in _FORMS:
        if form.trigger not in triggers:
            continue
        for match in form.pattern.finditer(text):
            if taken.find(1, match.start(), match.end()) >= 0:
                continue
            value = form.resolve(match, context)
            if value is not None:
                start = match.end("lead") + 1 if match.groupdict().get("lead") else match.start()
                found.append(DateMention(start, match.end(), value[0], value[1], form.rule))
                taken[start : match.end()] = bytes([1]) * (match.end() - start)
    found = sorted(_with_later_days(found, text), key=lambda d: d.start)
    return tuple(_with_days_between(found, text, last) if "relative" in triggers else found)


def _with_days_between(found: list[DateMention], text: str, last: dt.date | None) -> list[DateMention]:
    """The dates with "the same day", "two days later" and the like, counted from the day named before them."""
    out = list(found)
    for match in _FROM_THE_LAST.finditer(text):
        before = [d.value for d in out if d.end <= match.start() and d.precision is DAY]
        day = dt.date.fromisoformat(before[-1]) if before else last
        if day is None or any(d.start < match.end() and match.start() < d.end for d in out):
            continue
        count = 0 if match["same"] else count_of(match["n"]) if match["n"] else 1
        shift = count if (match["direction"] or match["next"] or "").lower() in _FORWARD else -count
        if count <= 400 and 1 < day.year < 9000:
            value = (day + dt.timedelta(shift)).isoformat()
            out.append(DateMention(match.start(), match.end(), value, DAY, "from the day before it"))
            out.sort(key=lambda d: d.start)
    return out


def _with_later_days(found: list[DateMention], text: str) -> Iterator[DateMention]:
    """Each date, and the other days of a span: "Feb. 14-15", "February 14 and 15"."""
    for date in found:
        yield date
        more = _MORE_DAYS.match(text, date.end) if date.precision is DAY and date.rule == "month day" else None
        if more is None or any(o.start < more.end() and more.start() < o.end for o in found):
            continue
        day = day_of(int(date.value[:4]), int(date.value[5:7]), int(re.sub(r"\D", "", more.group(1))))
        if day is not None and day.isoformat() > date.value:
            yield DateMention(more.start(1), more.end(1), day.isoformat(), DAY, "later day of a span")


# --- the forms, the more specific first ------------------------------------------------------------------------------


class _Form(NamedTuple):
    """`trigger` is the group of `_TRIGGERS` without which the pattern need not be tried."""

    rule: str
    trigger: str
    pattern: re.Pattern[str]
    resolve: Resolver


_TRIGGERS = re.compile(
    r"(?P<digits>\b\d{1,4}[-/.]\d{1,2}[-/.]\d)|\b(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?P<year>(?:19|20)\d\d)"
    r"|(?P<holiday>Christmas|New Year's|Valentine's|Boxing Day))"
    r"|\b(?i:(?P<day>today|tonight|yesterday|tomorrow|overnight|last night|this (?:morning|afternoon|evening|lunch))"
    r"|(?P<relative>(?:same|days?) (?:day|before|earlier|later|after)\b|(?:previous|following|next) day\b)"
    r"|(?P<weekend>weekend)|(?P<ago>ago\b|(?:day|week|month|year)(?:s'|'s) time\b)"
    r"|(?P<period>(?:week|month|year|fortnight)\b)|(?P<season>(?:spring|summer|autumn|winter|fall)\b))"
)

_MONTH_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\."
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?= (?:19|20)\d\d\b))(?![a-z])"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?)"  # shortened only before a date
_DAY_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d.]*\d)"
_YEAR = r"(?:19|20)\d\d(?![\d,]*\d)"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night|lunchtime))?"
_AND_YEAR = rf"(?:,? (?:of )?(?P<year>{_YEAR})|,? (?:of )?(?P<rel>last|this|next|previous) year)?"

# Names that hold a weekday: holidays, newspapers, broadcasts.
_NO_WEEKDAY_BEHIND = "".join(
    f"(?<!{word} )" for word in ("Black", "Good", "Bloody", "Super", "Palm", "Ash", "Cyber", "Mail on", "Easter")
)
_NO_WEEKDAY_BEFORE = r"(?! (?:Times|Telegraph|Mirror|Express|Mail|Post|Night Live|People|Sun|World|Herald)\b)"
_NO_TODAY_BEHIND = "(?<!USA )(?<!Russia )(?<!India )(?<!Asia )"
_NO_TODAY_BEFORE = r"(?! (?:programme|program|show|newspaper|in Focus)\b)"
_NO_OVERNIGHT_BEFORE = rf"(?! (?:on|into|from|between|stay|trip|journey|train|flight|bus|camp|success|{_WEEKDAY})\b)"

_FORWARD = ("later", "after", "following", "next")
_FROM_THE_LAST = re.compile(
    rf"\b(?:(?P<same>the same day)|the (?P<next>previous|following|next) day"
    rf"|(?P<n>{_COUNT}) days? (?P<direction>earlier|later|before|after)"
    r"(?= ?(?:[.,;:)\"]|$| by | and | that | at | in )))",
    re.I,
)
_MORE_DAYS = re.compile(rf"(?: ?- ?| and | to | or |, )({_DAY_NUMBER})(?![\w-]|,\d|:\d| [a-z]+s\b)")

_FORMS = (
    _Form(
        "iso", "digits", re.compile(r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-]*\d)"), iso_day
    ),
    _Form(
        "numeric", "digits",
        re.compile(r"(?<![\d./-])(?P<a>\d{1,2})([./])(?P<b>\d{1,2})\2(?P<y>(?:20)?\d\d)(?![\d./]*\d)"), numeric,
    ),
    _Form(  # February 15, 2022; Tuesday, Feb. 15
        "month day", "month",
        re.compile(
            rf"\b(?:{_ANY_WEEKDAY},? (?:the )?)?(?P<month>{_MONTH_NAME}) (?:the )?(?P<d>{_DAY_NUMBER})"
            rf"(?!,\d\d\d\b)(?![\w:%]|[.,:]\d| ?[ap]\.?m\b){_AND_YEAR}"
        ), month_day,
    ),
    _Form(  # 15 February 2022; the 15th of February
        "month day", "month",
        re.compile(
            rf"(?<![\w$.,£€-])(?:(?<!\w){_ANY_WEEKDAY},? )?(?:the )?(?P<d>{_DAY_NUMBER})(?: of)? "
            rf"(?P<month>{_MONTH_NAME}){_AND_YEAR}"
        ), month_day,
    ),
    _Form(  # the first of "14 and 15 February"
        "days of a month", "month",
        re.compile(
            rf"(?<![\w$.,£€-])(?P<d>{_DAY_NUMBER})"
            rf"(?= ?(?:-|and|to|or) ?{_DAY_NUMBER}(?: of)? (?P<month>{_MONTH_NAME}){_AND_YEAR})"
        ), month_day,
    ),
    _Form(
        "month", "month",
        re.compile(
            r"(?<![\w-])(?:(?P<lead>(?i:in|since|by|until|till|during|throughout|from|for|of|after|before|between|through"
            r"|around|and|or|to|the|an?)) )?"
            r"(?P<part>(?i:late|later|early|earlier|mid|the end of|the start of|the beginning of|the middle of)[- ]"
            rf"(?:in )?)?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?(?P<month>{_FULL_MONTH}){_AND_YEAR}(?:'s)?"
        ), month_alone,
    ),
    _Form(
        "weekday", "weekday",
        re.compile(
            rf"{_NO_WEEKDAY_BEHIND}(?<!\w)(?:(?i:this )?(?P<which>(?i:last|next|past|coming|this)) )?"
            rf"(?P<weekday>{_WEEKDAY})(?!\w)(?:'s)?{_NO_WEEKDAY_BEFORE}{_PART_OF_DAY}"
            r"(?:,? (?:of )?(?P<week>last|this|next) week\b)?"
        ), weekday,
    ),
    _Form("day before yesterday", "day", re.compile(r"\bthe day before yesterday\b", re.I), offset(-2)),
    _Form("day after tomorrow", "day", re.compile(r"\bthe day after tomorrow\b", re.I), offset(2)),
    _Form("yesterday", "day", re.compile(rf"\byesterday(?:'s)?{_PART_OF_DAY}\b", re.I), offset(-1)),
    _Form("last night", "day", re.compile(r"\blast night(?:'s)?\b", re.I), offset(-1)),
    _Form("overnight", "day", re.compile(rf"\b(?i:overnight)\b{_NO_OVERNIGHT_BEFORE}"), offset(-1)),
    _Form("tomorrow", "day", re.compile(rf"\btomorrow(?:'s)?{_PART_OF_DAY}\b", re.I), offset(1)),
    _Form(
        "today", "day",
        re.compile(
            rf"{_NO_TODAY_BEHIND}\b(?:(?i:today){_NO_TODAY_BEFORE}|(?i:tonight)"
            r"|(?i:this (?:morning|afternoon|evening|lunchtime)))(?:'s)?\b"
        ), offset(0),
    ),
    _Form(
        "weekend", "weekend",
        re.compile(
            r"\b(?:(?:this )?(?P<which>last|next|past|coming|this|previous) )?(?:the )?weekend(?:'s)?\b", re.I
        ), weekend,
    ),
    _Form(
        "ago", "ago",
        re.compile(
            rf"(?<![\w-])(?P<exact>exactly |just )?(?P<n>{_COUNT}) (?P<unit>day|week|fortnight|month|year)s? ago\b",
            re.I,
        ), ago,
    ),
    _Form(
        "in so long", "ago",
        re.compile(rf"\bin (?P<n>{_COUNT}) (?P<unit>day|week|month|year)(?:s'|'s) time\b", re.I), ago,
    ),
    _Form(
        "period", "period",
        re.compile(
            r"\b(?:(?:earlier|later|late|early) )?(?:the )?(?P<which>this|last|next|(?<=the )past|(?<=the )previous"
            r"|(?<=the )coming) (?P<unit>week|month|year|fortnight)(?:'s)?\b", re.I
        ), period,
    ),
    _Form(
        "end of a period", "period",
        re.compile(r"\b(?:end|start|beginning|middle) of the (?P<unit>week|month|year)\b", re.I), end_of_period,
    ),
    _Form(
        "season", "season",
        re.compile(
            r"\b(?:(?P<which>last|next|this|coming) (?P<season>spring|summer|autumn|fall|winter)"
            rf"|(?:the )?(?:spring|summer|autumn|fall|winter)(?: of)? (?P<year>{_YEAR}))\b", re.I
        ), season,
    ),
    _Form(
        "holiday", "holiday",
        re.compile(
            r"\b(?P<holiday>Christmas Day|Christmas Eve|New Year's Day|New Year's Eve|Valentine's Day|Boxing Day)"
            rf"(?:,? (?P<year>{_YEAR}))?\b"
        ), holiday,
    ),
    _Form(
        "year", "year",
        re.compile(rf"(?<![\w.,/£$€])(?P<year>{_YEAR})(?:'s)?(?![\w%])"), year,
    ),
)
