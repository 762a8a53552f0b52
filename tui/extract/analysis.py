"""One article read for extraction: each sentence with its mentions, quantities, dates and sources, found once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from tui.corpus.model import TEXT_CLASSES, Article, Sentence, iso
from tui.extract.date_values import WEEKDAYS
from tui.extract.dates import find_dates
from tui.extract.fold import fold
from tui.extract.gazetteer import Gazetteer
from tui.extract.groups import with_references
from tui.extract.mentions import find_mentions
from tui.extract.ministries import with_ministries
from tui.extract.model import Mention, SentenceView
from tui.extract.people import People
from tui.extract.quantities import find_quantities
from tui.extract.speakers import find_sources
from tui.records import DatePrecision

MentionsOf = Callable[[str], tuple[Mention, ...]]
Anchor = tuple[dt.date | None, DatePrecision]


@dataclass(frozen=True)
class Analysis:
    """An article, its people and its sentences (only those of text classes, first occurrences only)."""

    article: Article
    gazetteer: Gazetteer
    people: People
    views: tuple[SentenceView, ...]


def analyse(article: Article, gazetteer: Gazetteer, longest: int | None = None) -> Analysis:
    """Run the shared layers over every sentence that is article text and no repeat of an earlier one.

    Sentences of more than `longest` characters are left out.
    """
    mentions_of = cache(partial(find_mentions, gazetteer=gazetteer))
    people = People.of(article, gazetteer, mentions_of)
    sentences = [
        s
        for s in article.sentences
        if s.cls in TEXT_CLASSES and s.repeat_of is None and (longest is None or len(s.text) <= longest)
    ]
    told = _told(article)
    views: list[SentenceView] = []
    for i, sentence in enumerate(sentences):
        views.append(_view(i, sentence, article, told, _last_day(views[-_RECENT:], sentence), mentions_of, people))
    views = with_references(with_ministries(views))
    sources = find_sources(views, article.outlet)
    return Analysis(
        article, gazetteer, people, tuple(replace(v, sources=s) for v, s in zip(views, sources, strict=True))
    )


def _view(
    index: int,
    sentence: Sentence,
    article: Article,
    told: Anchor,
    last: dt.date | None,
    mentions_of: MentionsOf,
    people: People,
) -> SentenceView:
    text = fold(sentence.text)
    post = article.posts[sentence.post] if sentence.post is not None else None
    anchor, precision = told
    if post is not None and post.published is not None:
        anchor, precision = post.published.date(), DatePrecision.DAY
    return SentenceView(
        index=index,
        sentence=sentence,
        text=text,
        anchor=iso(anchor, precision),
        mentions=_merge(people.find(text), mentions_of(text)),
        quantities=find_quantities(text),
        dates=find_dates(text, anchor, precision, last),
        sources=(),
    )


_RECENT = 2  # sentences back that "the same day" may refer to


def _last_day(recent: Sequence[SentenceView], sentence: Sentence) -> dt.date | None:
    """The day that the sentences just before spoke of last, within the same post."""
    named = [d for v in recent if v.sentence.post == sentence.post for d in v.dates]
    days = [d.value for d in named if d.precision is DatePrecision.DAY]
    return dt.date.fromisoformat(days[-1]) if days else None


def _told(article: Article) -> Anchor:
    """The day from which the article tells, and its precision: what relative dates count from outside dated posts.

    A newsroom far to the west dates a report from Asia by its own clock; "earlier Friday" is always today, so that a
    report dated Thursday with those words was told on the Friday.
    """
    if article.latest is not None:  # a live blog or an updated story, told from a later day than its date
        return article.latest, DatePrecision.DAY
    day, precision = article.published, article.published_precision
    if day is not None and precision is DatePrecision.DAY:
        tomorrow = WEEKDAYS[(day.weekday() + 1) % 7].capitalize()
        if set(_EARLIER.findall(article.text)) == {tomorrow}:
            return day + dt.timedelta(1), precision
    return day, precision


_EARLIER = re.compile(r"\b[Ee]arlier (?:on )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def _merge(people: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """People first: a side inside a person's title ("Russian President Vladimir Putin") stays with the person."""
    kept = [m for m in others if not any(p.start < m.end and m.start < p.end for p in people)]
    return tuple(sorted([*people, *kept], key=lambda m: (m.start, -m.end)))
