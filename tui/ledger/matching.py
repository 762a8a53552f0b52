"""Whether two reports can tell of the same meeting or the same attack, by explicit keys: who, when, where, how.

Learned likeness does not transfer between crises (Bugert et al. 2021); kind, parties, day and place do. A report is
reduced to a `Shape`: all that decides which event it tells. Two shapes may

- *tie*: each names enough for the two to be one event, and nothing they tell differs (two named parties, the same named
  victim); ties are followed from report to report;
- *fit*: nothing differs, but one of them tells too little to be sure (an unnamed party, a described victim, no day).
  What only fits joins the event that it fits best, and never makes one event of two.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.ledger.days import day
from tui.ledger.model import Report

NEAR_DAYS = 10
"""A report without a day of its own belongs to an event at most this many days from its publication."""
ZONE_DAYS = 1
"""What is told as past may bear the date of the next day, and the reverse: the earth has time zones."""

Handle = tuple[str, ...]
Distance = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """The timeless part of a shape: parties or victims, how and where. Equal ones are one object (`Matcher.shape`).

    `under` is what it is found by. `sought` has a set for each of its parts: what fits is found under one of each of at
    least `needed` of them (or of as many as it has parts itself, where it has fewer). `anchored` tells whether it names
    enough to tie. `order` is total, what names more first. `space` keeps warnings, wishes and what lies long ago apart.
    """

    space: str
    under: frozenset[Handle] = field(compare=False, repr=False)
    sought: tuple[frozenset[Handle], ...] = field(compare=False, repr=False)
    needed: int = field(compare=False)
    anchored: bool = field(compare=False)
    order: tuple[object, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What of a report decides which event it tells. Reports of one shape are interchangeable.

    Equal ones are one object (`Matcher.shape`). `date` is that of the event at its own precision; where it is no day
    (`dated` is false), `told` is the day of publication, and `ahead` tells whether the event was still to come (None:
    not known). `near` is the ordinal of the day of the event, else of the telling. `order` is total, what names more
    first.
    """

    who: Who
    date: str | None
    told: str
    ahead: bool | None
    dated: bool
    near: int | None
    order: tuple[object, ...] = field(repr=False)


class Matcher:
    """Makes shapes and compares them. What two `Who` have to do with each other is worked out once."""

    def __init__(self) -> None:
        self._whos: dict[tuple[object, ...], Who] = {}
        self._known: dict[Who, Who] = {}
        self._shapes: dict[tuple[object, ...], Shape] = {}
        self._pairs: dict[tuple[int, int], Distance | None] = {}

    def shape(self, report: Report) -> Shape:
        """The shape of a report."""
        parts = self._parts(report)
        who = self._whos.get(parts)
        if who is None:
            made = self._who(report)
            who = self._whos[parts] = self._known.setdefault(made, made)
        date = getattr(report.record, "date", None)
        dated = day(date) is not None
        told, ahead = ("", None) if dated else (report.record.published or "", self._ahead(report))
        near = day(date) or day(told)
        key = (id(who), date, told, ahead)
        if key not in self._shapes:
            order = (*who.order, date or "", told, str(ahead))
            self._shapes[key] = Shape(who, date, told, ahead, dated, near.toordinal() if near else None, order)
        return self._shapes[key]

    def fits(self, one: Shape, two: Shape) -> Distance | None:
        """How unlike they are, smallest for the most alike; None where something differs that both tell. Symmetric."""
        if not dates_fit(one, two):
            return None
        known = self._pair(one.who, two.who)
        return None if known is None else (*known, days_apart(one, two))

    def ties(self, one: Shape, two: Shape) -> bool:
        """Whether they are one event for sure. Symmetric; only asked of anchored shapes."""
        if one.date == two.date or not one.dated or not two.dated:
            return dates_fit(one, two) and self._tie(one.who, two.who) and self._pair(one.who, two.who) is not None
        # One that lasted two days, or two outlets that differ by a day.
        return days_apart(one, two) <= 1 and self._goes_on(one.who, two.who)

    def _pair(self, one: Who, two: Who) -> Distance | None:
        key = (id(one), id(two))
        if key not in self._pairs:
            self._pairs[key] = self._pairs[key[::-1]] = self._compare(one, two)
        return self._pairs[key]

    def _parts(self, report: Report) -> tuple[object, ...]:
        """All of a report that `_who` goes by."""
        raise NotImplementedError

    def _who(self, report: Report) -> Who:
        raise NotImplementedError

    def _ahead(self, report: Report) -> bool | None:
        raise NotImplementedError

    def _compare(self, one: Who, two: Who) -> Distance | None:
        raise NotImplementedError

    def _tie(self, one: Who, two: Who) -> bool:
        raise NotImplementedError

    def _goes_on(self, one: Who, two: Who) -> bool:
        raise NotImplementedError


def dates_fit(one: Shape, two: Shape) -> bool:
    """One day, or a month that holds the other's day; without a day on either side, told near it and on the right side.

    What is told as past has not come later, what is told as planned not earlier.
    """
    a, b = one.date, two.date
    if a and b and a != b and not (a.startswith(b) or b.startswith(a)):
        return False
    if one.dated and two.dated:
        return True
    if one.near is None or two.near is None:
        return a == b and one.told == two.told if one.dated == two.dated else bool(a and b)
    if one.dated == two.dated:
        return (a is not None and a == b) or abs(one.near - two.near) <= NEAR_DAYS
    dated, undated = (one, two) if one.dated else (two, one)
    after = dated.near - undated.near  # type: ignore[operator]
    if (undated.ahead is False and after > ZONE_DAYS) or (undated.ahead is True and after < -ZONE_DAYS):
        return False
    return undated.date is not None or abs(after) <= NEAR_DAYS


def days_apart(one: Shape, two: Shape) -> float:
    """Days between what the two tell, many where a day is not known."""
    return 9999.0 if one.near is None or two.near is None else abs(one.near - two.near)
