"""The day an article was written, from what its own text says: dates, weekdays, "today" and "yesterday".

Newspapers name days relative to the day of publication: what happened "on Friday" happened on the last Friday. So each
candidate day is scored by how well the named days fit it (a past weekday one day back is likelier than six), and the
best fitting day wins. Where the text gives a day and month but no year, the weekdays decide the year.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.corpus.stated import MONTHS
from tui.records import DatePrecision

_WEEKDAYS = "Mon Tues Wednes Thurs Fri Satur Sun".split()
_WEEKDAY_OF = {name[1:]: number for number, name in enumerate(_WEEKDAYS)}
_MONTH = (
    r"(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug"
    r"|Sept|Sep|Oct"
    r"|Nov|Dec)\b\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
# February 16(, 2022); what stands before a month is looked at afterwards: most texts have few months.
_BY_MONTH = re.compile(rf"{_MONTH}(?: (\d{{1,2}}){_ORDINAL}(?![-–:\d]|,\d))?(?:,? (\d{{4}})\b)?")
_DAY_BEFORE = re.compile(rf"\b(\d{{1,2}}){_ORDINAL} (?:of )?$")
_WEEKDAY = re.compile(r"[MTWFS](?<!\w.)(on|ues|ednes|hurs|ri|atur|un)day\b(?! (?:last|next) week)")
_YEAR = re.compile(r"[12](?<=[a-z,.] [12])[09]\d\d\b")
_TODAY = re.compile(r"[Tt](?<!\w.)(?:oday|onight|his (?:morning|afternoon|evening))\b")
_WEEKDAY_BEFORE = re.compile(r"day,? $", re.I)
_THIS_IS = re.compile(
    rf"[Tt](?:oday|his) (?:is|was)(?: \w+day,?)? (?:the )?(?:{_MONTH} (\d{{1,2}})|(\d{{1,2}}){_ORDINAL} (?:of"
    rf" )?{_MONTH})"
)
# The nearest of these words before a day tells whether it lies ahead or behind.
_FUTURE = frozenset(
    "will would could may might should must shall due expected scheduled plan plans planned planning if deadline"
    " upcoming"
    " coming next until till predict predicts predicting ahead".split()
)
_FUTURE_BEFORE_TO = frozenset(
    "set going about preparing prepare prepares prepared ready want wants wanted decide decides decided threaten"
    " threatens"
    " threatened vow vows vowed hope hopes hoped".split()
)
_FUTURE_AFTER_TO = frozenset(
    "be begin start take hold meet go visit travel resume open discuss attend host talk speak arrive leave come"
    " launch vote"
    " invade attack".split()
)
_PAST = frozenset(
    "said told was were had has have did came met since last held went after following spoke saw began took gave"
    " made sent"
    " led left found hit struck fell won earlier broke brought ran rose flew fought shot thought says tells shows"
    " take takes"
    " attend attends".split()
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_EASTERN = tuple("AEDT AEST NZDT NZST JST KST HKT SGT".split())
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")

_MOST_TEXT = 120_000
"""Characters that are looked at."""
_LIKELY_PAST = (0.42, 0.26, 0.11, 0.07, 0.055, 0.045, 0.04)
"""How often a weekday in the past is that many days before publication."""
_LIKELY_PAST_TODAY = (0.20, 0.38, 0.16, 0.09, 0.07, 0.055, 0.045)
"""The same for papers that say "today" and "yesterday" of the nearest days."""
_LIKELY_PAST_EAST = (0.10, 0.48, 0.18, 0.09, 0.06, 0.05, 0.04)
"""The same for newsrooms far east of the events: when their day begins, it is still yesterday in Europe and America."""
_LIKELY_FUTURE = (0.10, 0.24, 0.20, 0.16, 0.13, 0.10, 0.07)
"""How often a weekday in the future is that many days after it (0: the day itself)."""
_LIKELY_FUTURE_EAST = (0.26, 0.20, 0.16, 0.13, 0.10, 0.08, 0.07)
_IS_DAY = 4.0
"""What "this is February 16" weighs."""
_YEAR_PASSED = 0.15
"""What every year between the last one named and the day costs."""
_FIRST = 1.5
"""The first past weekday of a report, mostly in its lead, is nearly always the day itself or the one before."""
_MANY_TODAYS = 3
_LEAST_WEEKDAYS = 3
_NEAR_DAYS = 10
_LONGEST_GAP = 45
_STRONG_MARGIN = 5.0
_LATEST = 4
_MARGIN = 1.0
"""Difference in log likelihood by which the best year must win, where the text names none."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """A day that the text points to, how exactly, why (for the user), and how strongly the words point to it."""

    day: dt.date
    precision: DatePrecision
    why: str


@dataclass(slots=True)
class _Evidence:
    """The days that the text names. Dates and weekdays are counted by whether they lie in the past or the future.

    `current` are full dates that speak of the days of the report: those of captions, those with a weekday, and those
    near another. A lone date with its year in running text is mostly history: reporters leave out the current year.
    """

    full: Counter[tuple[dt.date, bool | None]]
    current: set[dt.date]
    partial: Counter[tuple[int, int, bool | None]]
    weekdays: Counter[tuple[int, bool | None]]
    years: list[int]
    is_day: tuple[int, int] | None
    first: int | None
    today_style: bool
    east: bool
    by_weekday: tuple[float, ...] = ()


def infer_date(text: str, captions: str, today: dt.date, east: bool = False) -> Inferred | None:
    """The day on which `text` was written, or None where its words do not tell.

    `captions` are the lines under pictures (not part of `text`), whose dates are those of the pictures. `today` bounds
    the years; `east` says that the newsroom lies far east of most events it reports.
    """
    evidence = _collect(text, captions, east)
    candidates = _candidates(evidence, today)
    if not candidates:
        return None
    scored = sorted(((_score(day, evidence), day) for day in candidates), key=lambda s: (-s[0], s[1]))
    best, day = scored[0]
    if not evidence.current:
        rival = next((score for score, other in scored if other.year != day.year), -math.inf)
        if best - rival < _MARGIN or sum(evidence.weekdays.values()) < _LEAST_WEEKDAYS:
            return None
    elif not evidence.weekdays and not evidence.today_style:
        latest = max(d for d in evidence.current if d <= today)
        return Inferred(
            latest.replace(day=1), DatePrecision.MONTH, f"the latest date in the text is {latest:%-d %B %Y}"
        )
    return Inferred(day, DatePrecision.DAY, _why(day, evidence))


def later_day(text: str, captions: str, day: dt.date, east: bool = False) -> dt.date | None:
    """The day within four days after `day` that the text's weekdays fit far better, or None: the text ran on."""
    evidence = _collect(text, captions, east)
    if sum(evidence.weekdays.values()) < _LEAST_WEEKDAYS:
        return None
    # Weekdays alone: a date that the text names may lie ahead without its saying so.
    scores = {k: evidence.by_weekday[(day + dt.timedelta(days=k)).weekday()] for k in range(_LATEST + 1)}
    best = max(scores, key=lambda k: scores[k])
    return day + dt.timedelta(days=best) if scores[best] - scores[0] >= _STRONG_MARGIN else None


def _collect(text: str, captions: str, east: bool) -> _Evidence:
    text = text[:_MOST_TEXT]
    evidence = _evidence(text + "\n" + captions[:_MOST_TEXT], east)
    evidence.by_weekday = _by_weekday(evidence)
    if not evidence.full:
        return evidence
    in_captions = {date for date, _ in _full_dates(captions[:_MOST_TEXT])}
    with_weekday = {date for date, at in _full_dates(text) if _WEEKDAY_BEFORE.search(text, max(0, at - 14), at)}
    dates = sorted({date for date, _ in evidence.full})
    near = {d for d, e in itertools.pairwise(dates) if (e - d).days <= _NEAR_DAYS}
    near |= {e for d, e in itertools.pairwise(dates) if (e - d).days <= _NEAR_DAYS}
    evidence.current = in_captions | with_weekday | near
    if evidence.current and max(evidence.years, default=0) > max(evidence.current).year + 1:
        evidence.current = set()
    return evidence


def _dates(text: str) -> Iterator[tuple[int | None, int, int, int]]:
    """(year or None, month, day, offset) of every day of the calendar that the text names."""
    for found in _BY_MONTH.finditer(text):
        month, after, year = found.groups()
        at = found.start()
        if after is not None:
            day = after
        elif before := _DAY_BEFORE.search(text, max(0, at - 10), at):
            day, at = before[1], before.start()
        else:
            continue
        if 1 <= int(day) <= 31:
            yield int(year) if year else None, MONTHS[month.lower()], int(day), at


def _full_dates(text: str) -> Iterator[tuple[dt.date, int]]:
    for year, month, day, at in _dates(text):
        if year is not None and (date := _date(year, month, day)) is not None:
            yield date, at


def _evidence(text: str, east: bool) -> _Evidence:
    full: Counter[tuple[dt.date, bool | None]] = Counter()
    partial: Counter[tuple[int, int, bool | None]] = Counter()
    weekdays: Counter[tuple[int, bool | None]] = Counter()
    for year, month, day, at in _dates(text):
        future = _tense(text, at)
        if year is None:
            partial[month, day, future] += 1
        elif (date := _date(year, month, day)) is not None:
            full[date, future] += 1
    first: int | None = None
    for found in _WEEKDAY.finditer(text):
        weekday, tense = _WEEKDAY_OF[found[1]], _tense(text, found.start())
        weekdays[weekday, tense] += 1
        if first is None and tense is False:
            first = weekday
    this = _THIS_IS.search(text)
    todays = sum(1 for _ in _TODAY.finditer(text))
    if todays >= _MANY_TODAYS:  # what people say in quotations does not count
        todays = sum(1 for _ in _TODAY.finditer(_QUOTED.sub(" ", text)))
    return _Evidence(
        full,
        set(),
        partial,
        weekdays,
        [int(y) for y in _YEAR.findall(text)],
        (MONTHS[(this[1] or this[4]).lower()], int(this[2] or this[3])) if this else None,
        first,
        todays >= _MANY_TODAYS,
        east or any(zone in text for zone in _EASTERN),
    )


def _tense(text: str, at: int) -> bool | None:
    """True for a day in the future, False for one in the past, None where the words before it do not tell."""
    words = _SENTENCE_END.split(text[max(0, at - 110) : at])[-1].lower().split()
    if words and words[-1] in ("by", "through"):
        return True
    for position in range(len(words) - 1, -1, -1):
        word = words[position].strip(",;:’'\"“”‘()–—-")
        if word == "to":
            behind = words[position + 1] if position + 1 < len(words) else ""
            if behind in _FUTURE_AFTER_TO or (position and words[position - 1] in _FUTURE_BEFORE_TO):
                return True
        elif word in _FUTURE:
            return True
        elif word in _PAST or (word.endswith("ed") and len(word) > 4):
            return False
    return None


def _candidates(evidence: _Evidence, today: dt.date) -> set[dt.date]:
    """The days after the latest current date, or, without one, around the days that stand without a year."""
    latest = max((date for date in evidence.current if date <= today), default=None)
    if latest is not None:
        years = {latest.year - 1, latest.year, latest.year + 1}
    else:
        # The first year that the report can be of is the last one that it names.
        first = max((y for y in evidence.years if y <= today.year), default=today.year + 1)
        years = set(range(first, today.year + 1))
    out: set[dt.date] = set()
    for month, of_month, _ in evidence.partial:
        for year in years:
            if (date := _date(year, month, of_month)) is not None:
                out.update(date + dt.timedelta(days=k) for k in range(-6, 8))
    if latest is not None:
        out = {day for day in out if 0 <= (day - latest).days <= _LONGEST_GAP}
        out.update(latest + dt.timedelta(days=k) for k in range(8))
    return {day for day in out if day <= today}


def _score(day: dt.date, evidence: _Evidence) -> float:
    """The log likelihood of the named days if the article was written on `day`."""
    late = evidence.today_style or evidence.east
    score = evidence.by_weekday[day.weekday()]
    for (date, future), count in evidence.full.items():
        score += _damp(count) * _near((day - date).days, future, late)
    for (month, of_month, future), count in evidence.partial.items():
        years = (day.year - 1, day.year, day.year + 1)
        gaps = [(day - named).days for year in years if (named := _date(year, month, of_month)) is not None]
        if gaps:
            fitting = [gap for gap in gaps if future is None or (gap <= 0) == future] or gaps
            score += _damp(count) * _near(min(fitting, key=abs), future, late)
    if evidence.is_day is not None:
        score += _IS_DAY if (day.month, day.day) == evidence.is_day else 0.0
    latest_year = max((y for y in evidence.years if y <= day.year), default=day.year)
    return score - _YEAR_PASSED * (day.year - latest_year)


def _by_weekday(evidence: _Evidence) -> tuple[float, ...]:
    """For each weekday of publication, Monday first, the log likelihood of the weekdays that the text names."""
    if evidence.east:
        past, coming = _LIKELY_PAST_EAST, _LIKELY_FUTURE_EAST
    else:
        past, coming = _LIKELY_PAST_TODAY if evidence.today_style else _LIKELY_PAST, _LIKELY_FUTURE
    scores = []
    for today in range(7):
        score = 0.0
        for (weekday, future), count in evidence.weekdays.items():
            back, ahead = past[(today - weekday) % 7], coming[(weekday - today) % 7]
            chance = ahead if future else back if future is False else max(back, ahead) * 0.7
            score += _damp(count) * math.log(chance)
        if evidence.first is not None:
            score += _FIRST * math.log(past[(today - evidence.first) % 7])
        scores.append(score)
    return tuple(scores)


def _damp(count: int) -> float:
    """Ten mentions of one day weigh less than ten days."""
    return math.sqrt(count)


def _near(gap: int, future: bool | None, late: bool) -> float:
    """The log likelihood of a date that lies `gap` days before publication."""
    if future is None:
        return max(_near(gap, False, late), _near(gap, True, late) - 0.7)
    if future:
        return -6.0 if gap > 0 else -1.9 if gap == 0 else -1.4 if gap >= -7 else -1.9 if gap >= -31 else -2.4
    if gap < 0:
        return -6.0
    table = (-1.4, -0.8, -1.2) if late else (-0.7, -0.9, -1.3)
    return table[gap] if gap < 3 else -1.8 if gap <= 7 else -2.6 if gap <= 31 else -3.2


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _why(day: dt.date, evidence: _Evidence) -> str:
    named = [date for date in evidence.current if date <= day]
    parts = []
    if named:
        parts.append(f"the latest date in the text is {max(named):%-d %B %Y}")
    elif evidence.is_day is not None:
        parts.append(f"the text calls its day {day:%-d %B}, a {day:%A} in {day.year}")
    else:
        parts.append(f"its dates and weekdays fit {day.year}")
    counts: Counter[int] = Counter()
    for (weekday, future), count in evidence.weekdays.items():
        if future is not True:
            counts[weekday] += count
    names = [f"{_WEEKDAYS[w]}day ({n}x)" for w, n in counts.most_common(3)]
    if names:
        parts.append(f"it names {', '.join(names)} as days just past")
    return "; ".join(parts)
