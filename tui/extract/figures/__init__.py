"""Troop figures of an article, as the codebook defines them.

A number that counts people under arms (`counted`, `ellipsis`) is read with the word that governs it (`governor`); from
these follow whose they are (`sides`), where (`places`, `whereabouts`) and what they do (`movement`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.extract.analysis import Analysis
from tui.extract.figures.counted import Counted, find_counted
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.ellipsis import find_bare
from tui.extract.figures.governor import governors_of
from tui.extract.figures.items import Item, items_of
from tui.extract.figures.movement import Moved, accepts, mobilised_unit, moved
from tui.extract.figures.places import Place
from tui.extract.figures.sides import Side, side_of
from tui.extract.figures.whereabouts import place_of
from tui.extract.model import SentenceView, Source
from tui.extract.realis import realis_of
from tui.extract.speakers import source_of
from tui.records import Kind, Movement, Reason, Stance, TroopFigure, record_id


def find_figures(analysis: Analysis) -> list[TroopFigure]:
    """The troop figures of the article, in the order of the text."""
    rows = [items_of(view) for view in analysis.views]
    discourse = Discourse(rows, [v.sentence.paragraph for v in analysis.views])
    out: list[TroopFigure] = []
    carried: Counted | None = None
    for row, (view, items) in enumerate(zip(analysis.views, rows, strict=True)):
        counted = find_counted(items) if any(i.tag == "count" for i in items) else []
        bare = find_bare(items, counted, carried)
        carried = None
        known: dict[int, tuple[Side, Place | None]] = {}
        for one in sorted([*counted, *bare], key=lambda c: c.first):
            record = _record(analysis, view, items, row, one, discourse, known)
            if record is not None:
                out.append(record)
                carried = one
    return out


def _record(
    analysis: Analysis,
    view: SentenceView,
    items: Sequence[Item],
    row: int,
    counted: Counted,
    discourse: Discourse,
    known: dict[int, tuple[Side, Place | None]],
) -> TroopFigure | None:
    """The record of one counted phrase, None where it turns out to be no figure."""
    start, end = counted.quantity.number
    source = source_of(view, start, end)
    governors = governors_of(items, counted)
    chosen = governors.chosen(counted.quantity.rule == "part of")
    if not accepts(counted, chosen):
        return None
    counted = replace(counted, unit=mobilised_unit(counted, chosen))
    like = known.get(counted.like.first) if counted.like is not None else None
    side = side_of(items, row, counted, governors, chosen, source, discourse, like[0] if like else None)
    if side is None:
        return None
    place = place_of(items, row, counted, chosen, side.name, discourse, like[1] if like else None)
    action = moved(items, counted, chosen, place, realis_of(view, start, end))
    known[counted.first] = (side, place)
    discourse.sides[row] = side.name
    if place is not None:
        discourse.spots[row] = place
    if action.movement in {Movement.STRENGTH, Movement.MOBILISED} and place is not None and place.name == side.name:
        place = None
    return _build(analysis, view, items, counted, side, place, action, source)


def _build(
    analysis: Analysis,
    view: SentenceView,
    items: Sequence[Item],
    counted: Counted,
    side: Side,
    place: Place | None,
    action: Moved,
    source: Source | None,
) -> TroopFigure:
    article, sentence, quantity = analysis.article, view.sentence, counted.quantity
    base = sentence.start

    def reason(field: str, rule: str, start: int, end: int) -> Reason:
        return Reason(field, rule, base + start, base + end)

    at = items[action.at]
    reasons = [
        reason("value", quantity.rule, *quantity.number),
        reason("qualifier", str(quantity.qualifier), quantity.start, quantity.end),
        reason("unit", "no noun of its own" if counted.bare else counted.noun, *counted.head),
        reason("side", side.rule, side.start, side.end),
        reason("movement", action.rule, at.start, at.end),
        reason("realis", action.realis_rule, at.start, at.end),
    ]
    if place is not None:
        last = items[place.after - 1].end if place.after > place.first else items[place.first].start
        reasons.append(reason("place", place.rule, items[place.first].start, last))
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
        mentions=_mentions(analysis, view),
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


def _mentions(analysis: Analysis, view: SentenceView) -> tuple[tuple[int, int], ...]:
    """The sentence, then every later one that says the same words."""
    sentences = analysis.article.sentences
    own = next((i for i, s in enumerate(sentences) if s is view.sentence), None)
    repeats = [(s.start, s.end) for s in sentences if own is not None and s.repeat_of == own]
    return ((view.sentence.start, view.sentence.end), *repeats)
