"""Troop figures of an article, as the codebook defines them.

A number that counts people under arms (`counted`, `ellipsis`) is read with the word that governs it (`governor`); from
these follow whose they are (`sides`), where (`places`, `whereabouts`) and what they do (`movement`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.extract.analysis import Analysis
from tui.extract.figures.counted import Counted, find_counted
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.ellipsis import find_bare
from tui.extract.figures.governor import governors_of
from tui.extract.figures.items import Row, row_of
from tui.extract.figures.movement import Moved, accepts, mobilised_unit, moved
from tui.extract.figures.places import Place
from tui.extract.figures.sides import Case, Side, sides_of
from tui.extract.figures.whereabouts import place_of
from tui.extract.model import SentenceView
from tui.extract.realis import realis_of
from tui.extract.speakers import source_of
from tui.records import Kind, Movement, Reason, Stance, TroopFigure, record_id

_CARRY = 3  # sentences over which a bare number may borrow the noun of a figure


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure as read: what later bare numbers may borrow from it."""

    counted: Counted
    side: Side
    place: Place | None
    moved: Moved


def find_figures(analysis: Analysis) -> list[TroopFigure]:
    """The troop figures of the article, in the order of the text."""
    rows = [row_of(view) for view in analysis.views]
    if not any(item.tag == "count" for row in rows for item in row):
        return []
    discourse = Discourse(rows)
    out: list[TroopFigure] = []
    carried: tuple[int, _Read] | None = None
    for number, (view, row) in enumerate(zip(analysis.views, rows, strict=True)):
        last = carried[1] if carried is not None and number - carried[0] <= _CARRY else None
        counted = find_counted(row)
        bare = find_bare(row, counted, last.counted if last else None, discourse.speaks_of_troops(number))
        known: dict[int, _Read] = {}
        for one in sorted([*counted, *bare], key=lambda c: c.first):
            like = known.get(one.like.first) if one.like is not None else None
            if like is None and one.bare and last is not None and one.like is last.counted:
                like = last
            read = _read(view, row, number, one, discourse, like)
            if read is not None:
                known[one.first] = read
                carried = (number, read)
                discourse.note(number, read.side.name, read.place)
                out.append(_build(analysis, view, row, read))
    return out


def _read(
    view: SentenceView, row: Row, number: int, counted: Counted, discourse: Discourse, like: _Read | None
) -> _Read | None:
    """One counted phrase in its sentence, None where it turns out to be no figure."""
    start, end = counted.quantity.number
    governors = governors_of(row, counted)
    chosen = governors.chosen(counted.quantity.rule == "part of")
    if counted.like is not None and counted.like.quantity is counted.quantity and (chosen is None or not chosen.strong):
        chosen = governors_of(row, counted.like).chosen(False) or chosen
    if not accepts(row, counted, chosen, like is not None):
        return None
    counted = replace(counted, unit=mobilised_unit(counted, chosen))
    source = source_of(view, start, end)
    case = Case(row, number, counted, governors, chosen, source, discourse, like.side if like else None)
    side: Side | None = None
    place: Place | None = None
    spoken = _spoken(view, row, start)
    for side in sides_of(case):
        place = place_of(row, spoken, number, counted, chosen, side.name, discourse, like.place if like else None)
        if side.certain or place is None or place.name != f"{side.name} border":
            break
    if side is not None and not side.certain and place is not None and place.name is not None:
        here = discourse.sides_at(place.name)
        if here and side.name not in here:
            side = replace(side, name=here[-1], rule="side of an earlier figure at the same place")
    if side is None:
        return None
    action = moved(row, counted, chosen, place, realis_of(view, start, end))
    if like is not None and (chosen is None or not chosen.strong) and (place is None or place.first == place.after):
        action = replace(like.moved, at=counted.first)
    if action.movement in {Movement.STRENGTH, Movement.MOBILISED} and place is not None and place.name == side.name:
        place = None
    return _Read(counted, side, place, action)


def _spoken(view: SentenceView, row: Row, offset: int) -> range:
    """The items said by the same mouth as the one at `offset`: a place of the frame is not a place of the claim."""
    source = source_of(view, offset, offset + 1)
    if source is None:
        return range(len(row))
    inside = [i for i, item in enumerate(row) if source.start <= item.start and item.end <= source.end]
    return range(inside[0], inside[-1] + 1) if inside else range(len(row))


def _build(analysis: Analysis, view: SentenceView, row: Row, read: _Read) -> TroopFigure:
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
