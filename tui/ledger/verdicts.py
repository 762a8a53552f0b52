"""Verdicts between figure claims: interval logic, never likeness of words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tui.ledger.days import first_day, last_day
from tui.ledger.intervals import interval
from tui.ledger.model import FigureClaim, Verdict, VerdictKind
from tui.records import Qualifier, Stance

WINDOW_DAYS = 7
"""Claims of different origins are compared when they speak of days at most this far apart."""

Contains = Callable[[str, str], bool]
"""Whether the first place holds the second (both canonical)."""


def verdict(a: FigureClaim, b: FigureClaim, contains: Contains) -> Verdict:
    """How claim `b` stands to claim `a`. Symmetric but for the words of an update."""
    apart = _not_comparable(a, b)
    if apart:
        return Verdict(VerdictKind.NOT_COMPARABLE, apart)
    apart_by = scope(a.place, b.place, contains)
    if apart_by is None:
        return Verdict(VerdictKind.NOT_COMPARABLE, f"{a.place} and {b.place} are different places")
    days = _days_apart(a, b)
    same_voice = a.claimant is not None and a.claimant == b.claimant
    if not same_voice and days is not None and days > WINDOW_DAYS:
        return Verdict(VerdictKind.NOT_COMPARABLE, f"{days} days apart")
    one, two = (interval(c.low, c.high, c.qualifier) for c in (a, b))
    if a.stance != b.stance:
        return _against(a, b, one.meets(two))
    if apart_by:
        return Verdict(VerdictKind.SCOPE_DIFFERS, apart_by)
    if same_voice and days:
        return Verdict(VerdictKind.UPDATE, f"{a.claimant} gave another figure {days} days on")
    if not one.meets(two):
        return Verdict(VerdictKind.CONTRADICT, "no number satisfies both")
    if Qualifier.VAGUE in (a.qualifier, b.qualifier) or one.open != two.open:
        return Verdict(VerdictKind.COMPATIBLE, "one gives a bound, the other a number within it")
    if one.open and one != two:
        return Verdict(VerdictKind.COMPATIBLE, "both give a bound, and the bounds leave room for each other")
    return Verdict(VerdictKind.AGREE, "the intervals overlap")


def _against(a: FigureClaim, b: FigureClaim, meet: bool) -> Verdict:
    """One asserts, the other denies or doubts."""
    stances = {a.stance: a, b.stance: b}
    if Stance.ASSERTS not in stances:
        return Verdict(VerdictKind.COMPATIBLE, "neither believes it")
    if not meet:
        return Verdict(VerdictKind.NOT_COMPARABLE, "what is denied is another number")
    denier = stances.get(Stance.DENIES)
    if denier is not None:
        return Verdict(VerdictKind.CONTRADICT, f"{denier.claimant or 'an outlet'} denies it")
    return Verdict(VerdictKind.COMPATIBLE, f"{stances[Stance.DOUBTS].claimant or 'an outlet'} doubts it")


def _not_comparable(a: FigureClaim, b: FigureClaim) -> str | None:
    for name, one, two in (
        ("sides", a.side, b.side),
        ("units", a.unit, b.unit),
        ("movements", a.family, b.family),
        ("realis", a.realis, b.realis),
    ):
        if one != two:
            return f"different {name}: {one or 'unknown'}, {two or 'unknown'}"
    if a.increment != b.increment:
        return "one adds to a figure, the other is the whole"
    if a.per_unit != b.per_unit:
        return "one counts units of a given size"
    return None


@lru_cache(maxsize=65536)
def scope(a: str | None, b: str | None, contains: Contains) -> str | None:
    """Empty where the places are the same; how they differ where one holds the other; None where neither does."""
    if a == b:
        return ""
    if a is None or b is None:
        return f"one names no place, the other {a or b}"
    parts_a, parts_b = _parts(a), _parts(b)
    if parts_a == parts_b:
        return ""
    if parts_a & parts_b or _without_border(a) == _without_border(b):
        return f"{a} against {b}"
    for outer, inner in ((a, b), (b, a)):
        if all(any(contains(o, i) for o in _parts(outer)) for i in _parts(inner)):
            return f"{inner} lies within {outer}"
    return None


def _parts(place: str) -> frozenset[str]:
    """ "Belarus and Ukraine" names two places."""
    return frozenset(place.replace(", ", " and ").split(" and "))


def _without_border(place: str) -> str:
    return place.removesuffix(" border")


def _days_apart(a: FigureClaim, b: FigureClaim) -> int | None:
    """Days between the two spans of time, 0 where they overlap; None where a day is not known."""
    first_a, last_a, first_b, last_b = first_day(a.first), last_day(a.last), first_day(b.first), last_day(b.last)
    if first_a is None or last_a is None or first_b is None or last_b is None:
        return None
    return max(0, (first_b - last_a).days, (first_a - last_b).days)
