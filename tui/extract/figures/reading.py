"""The figures of one sentence after another: each counted phrase with its side, its place and what is done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.extract.figures import actions, nouns
from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted, find_counted, hedged
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.ellipsis import find_bare
from tui.extract.figures.governor import Governor, governors_of
from tui.extract.figures.items import Row
from tui.extract.figures.movement import Moved, accepts, exercise_at, mobilised_unit, moved
from tui.extract.figures.places import Place
from tui.extract.figures.sides import Case, Side, sides_of
from tui.extract.figures.whereabouts import Where, place_of
from tui.extract.gazetteer import Gazetteer
from tui.extract.model import SentenceView
from tui.extract.realis import realis_of
from tui.extract.speakers import source_of
from tui.records import Movement, Realis, Unit

_MOST_COUNTS = 60  # a sentence with more numbers is a table, not prose
_CARRY = 3  # sentences over which a bare number may borrow the noun of a figure
_GROWING_TO = frozenset({"reach", "exceed"})
_UNPLACED = frozenset({Movement.STRENGTH, Movement.MOBILISED})


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted phrase that is a troop figure."""

    counted: Counted
    side: Side
    place: Place | None
    moved: Moved
    number: int  # of its sentence


class Reader:
    """Reads the sentences of an article in order and remembers what a later bare number may borrow."""

    def __init__(self, discourse: Discourse, gazetteer: Gazetteer) -> None:
        self.discourse = discourse
        self.gazetteer = gazetteer
        self._last: Figure | None = None
        self._last_number = 0

    def read(self, view: SentenceView, row: Row, number: int) -> list[Figure]:
        """The figures of sentence `number`, left to right."""
        last = self._carried(number)
        if not 0 < sum(item.tag == "count" for item in row) <= _MOST_COUNTS:
            return []
        counted = find_counted(row)
        bare = find_bare(row, counted, last.counted if last else None, self.discourse.troops_near(number))
        known: dict[int, Figure] = {}
        for one in hedged(row, sorted([*counted, *bare], key=lambda c: c.first)):
            figure = self._figure(view, row, number, one, self._like(row, one, known, last))
            if figure is not None and known and _is_elided(row, figure):
                told = list(known.values())[-1].moved
                figure = replace(figure, moved=replace(told, at=one.first))
            if figure is not None:
                known[one.first] = figure
                self._last, self._last_number = figure, number
                lost = figure.moved.movement is Movement.LOSS
                self.discourse.note(number, figure.side.name, figure.place, lost=lost)
        return list(known.values())

    def _carried(self, number: int) -> Figure | None:
        """The last figure, unless it is too far off or other troops were spoken of since."""
        if self._last is None or number - self._last_number > _CARRY:
            return None
        since = range(self._last_number + 1, number)
        return None if any(self.discourse.speaks_of_other_troops(r) for r in since) else self._last

    def _like(self, row: Row, one: Counted, known: dict[int, Figure], last: Figure | None) -> Figure | None:
        """The figure that a phrase borrows its noun, side and place from."""
        if one.like is None:
            before = max(known.values(), key=lambda f: f.counted.first, default=last)
            return before if (one.weak and _goes_on(one)) or _is_spoken_of(row, one) else None
        if one.like.anaphoric or (last is not None and one.like is last.counted):
            return max(known.values(), key=lambda f: f.counted.first, default=last)
        return known.get(one.like.first)

    def _figure(
        self, view: SentenceView, row: Row, number: int, counted: Counted, like: Figure | None
    ) -> Figure | None:
        start, end = counted.quantity.number
        governors = governors_of(row, counted)
        chosen = _chosen(row, counted, governors.chosen(counted.quantity.rule == "part of"))
        if counted.of_own and counted.quantity.high == 1 and (chosen is None or chosen.action is not Action.LOSE):
            return None  # "one of the sailors apologised"
        if not accepts(row, counted, chosen, like is not None):
            return None
        counted = replace(counted, unit=mobilised_unit(counted, chosen))
        exercise = exercise_at(row, counted, chosen)
        source = source_of(view, start, end)
        case = Case(row, number, counted, governors, chosen, source, self.discourse, like.side if like else None)
        where = Where(row, number, counted, chosen, _spoken(view, row, start), exercise is not None, self.discourse)
        found = self._side_and_place(case, where, like)
        if found is None:
            return None
        side, place = found
        action = moved(row, counted, chosen, exercise, place, realis_of(view, start, end))
        own = chosen is not None and (chosen.strong or _has_again(counted, chosen))
        if like is not None and like.moved.movement is Movement.EXERCISE and chosen is not None:
            own = own and chosen.base not in {"provide", "contribute", "send", "supply"}  # their part of the exercise
        if like is not None and not own and (place is None or place.first == place.after):
            tense = chosen.tense if chosen is not None else ""
            realis = {"real": Realis.ACTUAL, "planned": Realis.PLANNED}.get(tense, like.moved.realis)
            movement = like.moved.movement
            growing = chosen is not None and chosen.base in _GROWING_TO
            if growing and realis is Realis.PLANNED and movement is Movement.PRESENT:
                movement = Movement.TO_BE_SENT  # "the figure will reach 2,000": those are still to come
            action = replace(like.moved, movement=movement, at=counted.first, realis=realis)
        if counted.unit is Unit.TROOPS and self.gazetteer.entry(f"{side.name.split(' ')[0]} mercenaries"):
            counted = replace(counted, unit=Unit.MERCENARIES)
        if action.movement in _UNPLACED and place is not None and place.name == side.name:
            place = None
        return Figure(counted, side, place, action, number)

    def _side_and_place(self, case: Case, where: Where, like: Figure | None) -> tuple[Side, Place | None] | None:
        """The surest side that does not stand at its own border, and the place that goes with it."""
        found: tuple[Side, Place | None] | None = None
        for side in sides_of(case):
            place = place_of(where, side.name, like.place if like is not None and _lends_place(where, like) else None)
            found = side, place
            if side.certain or place is None or place.name != f"{side.name} border":
                break
        if found is None or found[0].certain or found[1] is None or found[1].name is None:
            return found
        here = self.discourse.sides_at(found[1].name) if found[0].weak else []
        if here and found[0].name not in here:
            return replace(found[0], name=here[-1], rule="side of an earlier figure at the same place"), found[1]
        return found


def _goes_on(one: Counted) -> bool:
    """May a weak phrase ("12,200 Americans", "76 others") go on from the figure before?"""
    return one.noun == "others" or one.noun not in nouns.PERSONS


def _is_spoken_of(row: Row, one: Counted) -> bool:
    """ "had spoken of about 2,500 servicemen": another number for the force spoken of before."""
    i = one.first - 1
    while row[i].low in {'"', "'"}:
        i -= 1
    return row[i].low == "of" and row[i - 1].base in {"speak", "talk"} and not one.modifiers


def _lends_place(where: Where, like: Figure) -> bool:
    """Is a figure where the one is whose noun it borrows: in one sentence, or with no action of its own?"""
    lost = where.action is Action.LOSE
    return like.number == where.number or (where.weak and not lost) or (lost and like.moved.movement is Movement.LOSS)


def _has_again(counted: Counted, chosen: Governor) -> bool:
    """ "to have lost 22,000 men and to have 25,000 left": a "have" of its own after the phrase that lends the noun."""
    like = counted.like
    return chosen.base == "have" and like is not None and like.after <= chosen.index < counted.first


def _is_elided(row: Row, figure: Figure) -> bool:
    """Does the clause end in an auxiliary ("more than 20 of their fighters have")?"""
    after = row[figure.counted.after]
    return after.tag == "aux" and row[figure.counted.after + 1].tag in {"punct", "end"}


def _chosen(row: Row, counted: Counted, chosen: Governor | None) -> Governor | None:
    """What governs a bare number that tells the size of a phrase: what governs that phrase."""
    like = counted.like
    if like is None or like.quantity is not counted.quantity:
        sized = chosen is not None and counted.size and not counted.bare
        described = (
            sized
            and chosen is not None
            and (chosen.base in actions.RESIZING or (chosen.relation == "post" and chosen.action is Action.HANDLE))
        )
        return None if described else chosen  # "the 5,100-strong force would be cut": so many there are
    if row[counted.after].low in {"in", "inside", "near", "across", "along"}:
        return None  # "estimated at 80,000 inside Tigray": they are there
    if chosen is not None and chosen.strong:
        return chosen
    governors = governors_of(row, like)
    if governors.post is not None and governors.main is not None and not governors.main.strong:
        return replace(governors.post, tense=governors.main.tense)  # "the number coming home could be 4,000"
    found = governors.chosen(False) or chosen
    if found is not None and found.base in _GROWING_TO:
        return replace(found, action=actions.Action.HAVE)  # "the total would soon reach 110,000": where they are
    return found


def _spoken(view: SentenceView, row: Row, offset: int) -> range:
    """The items said by the same mouth as the one at `offset`: a place of the frame is not a place of the claim."""
    source = source_of(view, offset, offset + 1)
    if source is None:
        return range(len(row))
    inside = [i for i, item in enumerate(row) if source.start <= item.start and item.end <= source.end]
    return range(inside[0], inside[-1] + 1) if inside else range(len(row))
