"""The day of an encounter whose sentence names none: the day that the narrative has reached.

News tells what happened in the simple past and leaves the day to the sentences around it. An encounter told as that
day's news takes the day of the meeting it goes with ("beforehand", "on the sidelines"), else the day that the
sentences of its paragraph name, else, in the opening paragraphs or a dated post, the day of publication. What is told
as background (perfect tenses, relative clauses, "last month", "recently", "three times") keeps no day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tui.corpus.model import LineClass
from tui.extract.analysis import Analysis
from tui.extract.meetings_fold import Encounter, Telling
from tui.extract.model import DateMention, SentenceView
from tui.records import DatePrecision, MeetingStatus

_NEWS = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
_OPENING = 6  # paragraphs that tell the news of the day itself
_BESIDE = re.compile(
    r"\b(?:beforehand|afterwards?|on (?:his|her|their) arrival|on the (?:sidelines|margins|fringes)(?! of)|before "
    r"joining|(?:had )?earlier (?=met|held|spoke|sat|received|spoken|talked)|earlier in the day|later in the day|that "
    r"evening)\b|^Earlier,",
    re.I,
)
_BACKGROUND = re.compile(
    r"\b(?:(?:has|have|had|having)(?! (?:an?|the|his|her|their|talks|lunch|dinner|breakfast|tea)\b)|last|past|"
    r"previous(?:ly)?|recent(?:ly)?|earlier this|ago|since|years?|months?|weeks?|decades?|times|"
    r"days? (?:after|before|later|earlier)|earlier (?:talks|meeting|round)|once|(?<!for the )first|former|following|"
    r"before|until)\b|'ve\b|\b(?:19|20)\d\d\b",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:who|which|whom|where|when|that|whose)\b[^,;.]*$")
_LATER_THAT_DAY = re.compile(r"\b(?:was|were) (?:also |later |then )?to (?:meet|hold|host|receive|have|see|speak)\b")
_PLANS = re.compile(r"\b(?:will|would|next|tomorrow|scheduled|due|expected|planned|later this)\b[^.;]*$")


def tell_days(analysis: Analysis, encounters: Sequence[Encounter]) -> None:
    """Give encounters that no sentence dates the day of the narrative, where they are told as its news."""
    views = {v.index: v for v in analysis.views}
    dated = [(t.span[0], t, e) for e in encounters for t in e.tellings if e.date]
    for e in encounters:
        if e.date is not None or e.visit:
            continue
        for i, t in enumerate(e.tellings):
            view = views[t.sentence]
            if e.status not in _NEWS and not (e.status is MeetingStatus.PLANNED and _LATER_THAT_DAY.search(view.text)):
                continue
            day = _beside(view, t, e, dated) or _narrative(analysis, views, view, t)
            if day is not None:
                e.tellings[i] = replace(t, date=day, precision=day.precision)
                break


def _beside(
    view: SentenceView, t: Telling, e: Encounter, dated: Sequence[tuple[int, Telling, Encounter]]
) -> DateMention | None:
    """ "Grossi met Tajani on the sidelines": the day of the meeting told just before."""
    m = _BESIDE.search(view.text)
    if m is None:
        return None
    before = [(at, x, y) for at, x, y in dated if at < t.span[0] and y is not e]
    near = _NEAR_EARLIER if m.group().startswith("Earlier") else _NEAR
    before = [b for b in before if t.sentence - b[1].sentence <= near]
    if not before:
        return None
    _, telling, other = max(before, key=lambda b: b[0])
    known = {p.side for p in telling.parties} | {p.side for p in other.parties}
    if other.dated is None or other.dated.date is None or not known & {p.side for p in t.parties}:
        return None
    if other.dated.precision is not DatePrecision.DAY or other.status not in _NEWS:
        return None
    return DateMention(
        m.start(), m.end(), other.dated.date.value, DatePrecision.DAY, "the day of the meeting beside it"
    )


_NEAR, _NEAR_EARLIER = 4, 20  # sentences; "Earlier, X met Y" looks back to the event of the day


def _narrative(
    analysis: Analysis, views: dict[int, SentenceView], view: SentenceView, t: Telling
) -> DateMention | None:
    """The day of the paragraph, or of publication in the opening, for what the sentence tells as news."""
    if t.title or not t.sure or not _as_news(view, t):
        return None
    for other in (views[i] for i in (view.index, view.index - 1, view.index - 2, view.index + 1) if i in views):
        if other.sentence.post != view.sentence.post or other.sentence.cls is not view.sentence.cls:
            continue
        behind = other.index > view.index
        if view.sentence.paragraph - other.sentence.paragraph not in ((0,) if behind else (0, 1)):
            continue
        for d in other.dates:
            plans = _PLANS.search(other.text[: d.start])
            if d.precision is DatePrecision.DAY and _present(d, view.anchor) and not plans:
                shift = other.sentence.start - view.sentence.start
                return replace(d, start=d.start + shift, end=d.end + shift, rule="the day that the paragraph tells of")
    first = next((v.sentence.paragraph for v in analysis.views if v.sentence.cls is not LineClass.TITLE), 0)
    opening = view.sentence.post is not None or view.sentence.paragraph - first < _OPENING
    if opening and view.anchor is not None and len(view.anchor) == 10:
        return DateMention(t.start, t.end, view.anchor, DatePrecision.DAY, "told as news of the day of publication")
    return None


def _as_news(view: SentenceView, t: Telling) -> bool:
    """Is the encounter told in the simple past or the present, as news, and not as what went before?"""
    lead = view.text[: t.start]
    near = re.split(r"[;:\"]|, (?:but|and|while|as)\b", lead)[-1]
    return not (
        _BACKGROUND.search(near[-60:])
        or _BACKGROUND.search(view.text, t.end, min(len(view.text), t.end + 60))
        or _RELATIVE.search(lead[-60:])
    )


def _present(d: DateMention, anchor: str | None) -> bool:
    """Is the day that of the news: publication or one of the two days before it?"""
    if anchor is None or len(anchor) != 10:
        return False
    return 0 <= _ordinal(anchor) - _ordinal(d.value) <= 2


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()
