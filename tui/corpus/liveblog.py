"""A live blog -> its posts. A post has its heading, its span and, where the page gives it, its own time.

Posts are told apart by lines that are a time ("12.45 GMT", "3:29pm"), or, in a text that calls itself live, by
headings.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.corpus.model import Line, LineClass, Post
from tui.corpus.raw import RawPost
from tui.corpus.stated import parse_date, parse_time

_LIVE = re.compile(
    r"\blive\b(?! (?:ammunition|ammo|fire|round|bullet|fire|rounds|bullets|shells|animals))|\bas it happened\b"
    r"|\brecap\b|\blatest updates\b|\brolling\b|\bminute[- ]by[- ]minute\b|\blive ?blog\b"
    r"|\bwhat we know so far\b|\bblog\b",
    re.I,
)
_LIVE_LINE = re.compile(
    r"(?:here (?:are|is|were)|these (?:are|were)|follow|below are) .{0,30}\b(?:latest|live|key) (?:updates"
    r"|developments|coverage)\b",
    re.I,
)
_ZONE = (
    r"(?:\s?\(?(?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|EET|MSK|PST|PDT|PT|CT|MT|IST|HKT|SGT|JST|KST|AEST|AEDT|NZDT"
    r"|local(?: time)?|Kyiv(?: time)?)\)?)?"
)
_CLOCK = rf"\(?(?P<time>\d{{1,2}}[:.]\d{{2}}\s?(?:[ap]\.?m\.?)?{_ZONE}|\d{{1,2}}\s?[ap]\.?m\.?{_ZONE})\)?"
_TIME_LINE = re.compile(
    r"(?:(?:posted|updated|published|last updated|key event|pinned|at)\W{0,4})*(?:\w+day,? )?"
    + _CLOCK
    + r"(?:[ ,|–—-]{1,4}(?P<date>(?=\D{0,12}\d)[\w ,.]{4,24}))?\W{0,3}"
    + r"(?:(?:key event|share|updated|update|ago)\W{0,3})*$",
    re.I,
)
_TIME_FIRST = re.compile(rf"{_CLOCK}(?:\s*[-–—:|•·]\s*|\s+)(?P<rest>(?=[A-Z‘“\"'\[]).{{8,}})$", re.I)
_BEFORE_TIME = ("(", "posted", "updated", "published", "last updated", "key event", "pinned", "at ")
_AUTHOR = re.compile(r"(?:from|by) (?:\w+[’']s )?([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})")
_LEAST_TIMES, _LEAST_HEADINGS = 3, 3
_LEAST_TEXT = 40


@dataclass(slots=True)
class _Start:
    """Where a post begins: its first line, the line of its heading, the clock it shows."""

    line: int
    heading: int | None = None
    heading_start: int | None = None
    clock: str | None = None
    date: str | None = None


def is_live(title: str | None, text: str, lines: Sequence[Line]) -> bool:
    """Whether the headline or a line near the top calls the page a live one."""
    if title and _LIVE.search(title):
        return True
    early = [line for line in lines if line.cls is not LineClass.BLANK][:12]
    return any(_LIVE_LINE.match(text[line.start : line.end].strip()) for line in early)


def split_posts(
    text: str, lines: tuple[Line, ...], title: str | None, published: dt.date | None, given: Sequence[RawPost] = ()
) -> tuple[Post, ...]:
    """The posts of a live blog in the order of the text; () where it is none. `given`: those that markup told apart."""
    if given:
        return tuple(Post(p.start, p.end, p.heading, p.author, p.published) for p in given)
    starts = _by_times(text, lines)
    if len(starts) < _LEAST_TIMES:
        if not is_live(title, text, lines):
            return ()
        starts = _by_headings(lines)
        if len(starts) < _LEAST_HEADINGS:
            return ()
    last = _last_text(lines)
    posts = []
    for start, until in zip(starts, [*(s.line for s in starts[1:]), last + 1], strict=True):
        posts.append(_post(text, lines, start, until))
    return _dated(
        tuple(p for p in posts if p is not None), [s for s, p in zip(starts, posts, strict=True) if p], published
    )


def _by_times(text: str, lines: tuple[Line, ...]) -> list[_Start]:
    """A post begins at a line that is a time; its heading stands below, or above where times follow headings."""
    filled = [i for i, line in enumerate(lines) if line.cls is not LineClass.BLANK]
    starts: list[_Start] = []
    above = below = 0
    for position, index in enumerate(filled):
        line = lines[index]
        if line.end - line.start > 300:
            continue
        words = text[line.start : line.end].strip(" \t*_#•")
        if not words[:1].isdigit() and not words.lower().startswith(_BEFORE_TIME):
            continue
        if found := _TIME_LINE.match(words):
            starts.append(_Start(index, clock=found["time"], date=found["date"]))
            above += position > 0 and lines[filled[position - 1]].cls is LineClass.HEADING
            below += position + 1 < len(filled) and lines[filled[position + 1]].cls is LineClass.HEADING
        elif (found := _TIME_FIRST.match(words)) and line.cls in (LineClass.HEADING, LineClass.BODY, LineClass.CAPTION):
            at = text.find(found["rest"][:20], line.start, line.end)
            short = len(found["rest"].split()) <= 20 and not found["rest"].endswith(".")
            starts.append(_Start(index, index if short else None, at, found["time"]))
    if len(starts) < _LEAST_TIMES:
        return []
    order = {index: position for position, index in enumerate(filled)}
    for start in starts:
        if start.heading is not None:
            continue
        position = order[start.line]
        if above > below and position and lines[filled[position - 1]].cls is LineClass.HEADING:
            start.line = start.heading = filled[position - 1]
        elif above <= below and position + 1 < len(filled) and lines[filled[position + 1]].cls is LineClass.HEADING:
            start.heading = filled[position + 1]
    return starts


def _by_headings(lines: tuple[Line, ...]) -> list[_Start]:
    """Every heading with text under it begins a post."""
    starts: list[_Start] = []
    for index, line in enumerate(lines):
        if line.cls is LineClass.HEADING:
            starts.append(_Start(index, index))
    kept = []
    for start, until in zip(starts, [*(s.line for s in starts[1:]), len(lines)], strict=False):
        if any(lines[i].cls in (LineClass.BODY, LineClass.CAPTION) for i in range(start.line + 1, until)):
            kept.append(start)
    return kept


def _last_text(lines: tuple[Line, ...]) -> int:
    keep = (LineClass.BODY, LineClass.CAPTION, LineClass.HEADING)
    return max((i for i, line in enumerate(lines) if line.cls in keep), default=len(lines) - 1)


def _post(text: str, lines: tuple[Line, ...], start: _Start, until: int) -> Post | None:
    filled = [i for i in range(start.line, until) if lines[i].cls is not LineClass.BLANK]
    if not filled or sum(lines[i].end - lines[i].start for i in filled) < _LEAST_TEXT:
        return None
    heading = None
    if start.heading is not None:
        line = lines[start.heading]
        begin = start.heading_start if start.heading_start is not None and start.heading_start > 0 else line.start
        heading = text[begin : line.end].strip(" \t*_#")
    author = None
    for index in filled[:6]:
        if lines[index].cls is LineClass.BYLINE and (
            found := _AUTHOR.match(text[lines[index].start : lines[index].end].strip())
        ):
            author = found[1]
    return Post(lines[filled[0]].start, lines[filled[-1]].end, heading, author)


def _dated(posts: tuple[Post, ...], starts: list[_Start], published: dt.date | None) -> tuple[Post, ...]:
    """Times of day become times of the right day: its own date where a post gives one, else counted over midnights.

    Blogs run with the newest post first or last. Where the clock jumps against that order, midnight lies between.
    """
    clocks: list[tuple[dt.time, dt.tzinfo | None] | None] = [parse_time(s.clock) if s.clock else None for s in starts]
    own = [parse_date(s.date) if s.date else None for s in starts]
    days: list[dt.date | None] = [
        stated.day if stated is not None and stated.day.year > 1900 else None for stated in own
    ]
    times = [clock[0] if clock else None for clock in clocks]
    steps = [_hours(b) - _hours(a) for a, b in itertools.pairwise(times) if a is not None and b is not None]
    steps = [step for step in steps if abs(step) <= 12]  # longer ones lead over midnight
    newest_first = sum(step <= 0 for step in steps) >= sum(step >= 0 for step in steps)
    if published is not None and not any(days):
        order = range(len(posts)) if newest_first else range(len(posts) - 1, -1, -1)
        day, before = published, None
        for i in order:
            now = times[i]
            if now is None:
                continue
            if before is not None and now > before and _hours(now) - _hours(before) > 6:
                day -= dt.timedelta(days=1)
            days[i], before = day, now
    out = []
    for post, clock, day_of in zip(posts, clocks, days, strict=True):
        when = dt.datetime.combine(day_of, clock[0], clock[1]) if clock and day_of else None
        out.append(replace(post, published=when))
    return tuple(out)


def _hours(time: dt.time) -> float:
    return time.hour + time.minute / 60
