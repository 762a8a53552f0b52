"""Troop figures of an article, as the codebook defines them.

A number that counts people under arms (`counted`, `ellipsis`) is read with the word that governs it (`governor`); from
these follow whose they are (`sides`), where (`places`, `whereabouts`) and what they do (`movement`).
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.extract.analysis import Analysis
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.items import Row, row_of
from tui.extract.figures.reading import Figure, Reader
from tui.extract.model import SentenceView
from tui.extract.speakers import source_of
from tui.records import Kind, Reason, Stance, TroopFigure, record_id


def find_figures(analysis: Analysis) -> list[TroopFigure]:
    """The troop figures of the article, in the order of the text."""
    rows = [row_of(view) for view in analysis.views]
    if not any(item.tag == "count" for row in rows for item in row):
        return []
    reader = Reader(Discourse(rows, analysis.gazetteer.neighbours), analysis.gazetteer)
    repeats = _repeats(analysis)
    return [
        _build(analysis, view, row, figure, repeats)
        for number, (view, row) in enumerate(zip(analysis.views, rows, strict=True))
        for figure in reader.read(view, row, number)
    ]


def _build(
    analysis: Analysis, view: SentenceView, row: Row, read: Figure, repeats: Mapping[int, list[tuple[int, int]]]
) -> TroopFigure:
    counted, side, place, action = read.counted, read.side, read.place, read.moved
    article, sentence, quantity = analysis.article, view.sentence, counted.quantity
    source = source_of(view, *quantity.number)
    base = sentence.start

    def reason(field: str, rule: str, start: int, end: int) -> Reason:
        return Reason(field, rule, base + start, base + end)

    at = row[action.at]
    reasons = [
        reason("value", quantity.rule, *quantity.number),
        reason("qualifier", str(quantity.qualifier), quantity.start, quantity.end),
        reason("unit", "no noun of its own" if counted.bare else counted.noun, *counted.head),
        reason("side", side.rule, side.start, side.end),
        reason("movement", action.rule, at.start, at.end),
        reason("realis", action.realis_rule, at.start, at.end),
    ]
    if place is not None:
        last = row[place.after - 1].end if place.after > place.first else row[place.first].start
        reasons.append(reason("place", place.rule, row[place.first].start, last))
    if source is not None:
        by = (source.by_start, source.by_end) if source.by_start >= 0 else (source.start, source.start)
        reasons.append(reason("claimant", source.rule, *by))
    as_of = next((d for d in view.dates if len(d.value) == 10), None)
    if as_of is not None:
        reasons.append(reason("as_of", as_of.rule, as_of.start, as_of.end))
    return TroopFigure(
        id=record_id(article.text, Kind.TROOP_FIGURE, sentence.start, sentence.end, base + quantity.number[0]),
        article=article.id,
        source=article.outlet,
        published=_published(view, analysis),
        evidence=sentence.text,
        start=sentence.start,
        end=sentence.end,
        mentions=((sentence.start, sentence.end), *repeats.get(sentence.start, ())),
        claimant=source.name if source is not None else None,
        claimant_side=source.side if source is not None else None,
        stance=source.stance if source is not None else Stance.ASSERTS,
        realis=action.realis,
        reasons=tuple(reasons),
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=counted.unit,
        side=side.name,
        place=place.name if place is not None else None,
        movement=action.movement,
        increment=quantity.increment,
        per_unit=counted.per_unit,
        as_of=as_of.value if as_of is not None else None,
    )


def _published(view: SentenceView, analysis: Analysis) -> str | None:
    """The post's own day in a live blog, else the article's date at its precision."""
    post = analysis.article.posts[view.sentence.post] if view.sentence.post is not None else None
    if post is not None and post.published is not None:
        return post.published.date().isoformat()
    return analysis.article.published_iso()


def _repeats(analysis: Analysis) -> dict[int, list[tuple[int, int]]]:
    """The start of each sentence that is repeated -> the spans of its repeats."""
    out: dict[int, list[tuple[int, int]]] = {}
    sentences = analysis.article.sentences
    for sentence in sentences:
        if sentence.repeat_of is not None:
            out.setdefault(sentences[sentence.repeat_of].start, []).append((sentence.start, sentence.end))
    return out
