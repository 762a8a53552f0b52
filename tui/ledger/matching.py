"""Whether two reports can tell of the same meeting or the same attack, by explicit keys: who, when, where, how.

Learned likeness does not transfer between crises (Bugert et al. 2021); kind, parties, day and place do.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from tui.ledger.model import Report
from tui.ledger.verdicts import Contains
from tui.records import Cyberattack, Meeting, MeetingFormat, Realis

NEAR_DAYS = 10
"""A report without a day of its own belongs to an event told within this many days of its publication."""

_REMOTE = {MeetingFormat.PHONE, MeetingFormat.VIDEO}
_PRESENT = {MeetingFormat.IN_PERSON, MeetingFormat.VISIT}
# Words that any described victim may hold, and so tell nothing.
_COMMON = {"the", "of", "and", "in", "website", "websites", "systems", "network", "networks", "computers", "state"}


def day(text: str | None) -> dt.date | None:
    """A date of day precision, or None."""
    if text is None or len(text) != 10:
        return None
    return dt.date.fromisoformat(text)


def told_on(report: Report) -> dt.date | None:
    """The day the article was published, where it is known."""
    return day(report.record.published)


def same_person(a: str, b: str) -> bool:
    """The same name, or the same surname with an initial that fits."""
    if a == b:
        return True
    one, two = _name(a), _name(b)
    return one[-1] == two[-1] and (len(one) == 1 or len(two) == 1 or one[0][0] == two[0][0])


@lru_cache(maxsize=65536)
def _name(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().split()) or ("",)


@dataclass(frozen=True, slots=True)
class Handles:
    """By what a report is found: `under` are the keys it is filed under, `sought` those that a match must be under.

    Two reports that match share a key (`sought` of the one, `under` of the other), so that only these are compared.
    """

    under: frozenset[tuple[str, str]]
    sought: frozenset[tuple[str, str]]


def handles(report: Report) -> Handles:
    """The handles of a meeting (surnames, sides) or an attack (victims, and the words that describe them)."""
    record = report.record
    under: set[tuple[str, str]] = set()
    sought: set[tuple[str, str]] = set()
    if isinstance(record, Meeting):
        for party in record.participants:
            side = party.side or ""
            under.add(("side", side))
            if party.name:
                under.add(("name", _name(party.name)[-1]))
                sought |= {("name", _name(party.name)[-1]), ("unnamed", side)}
            else:
                under.add(("unnamed", side))
                sought.add(("side", side))
    elif isinstance(record, Cyberattack):
        under = {("victim", t) for t in _names(record.targets)} | {("word", w) for w in _words(record.targets)}
        sought = under
    return Handles(frozenset(under), frozenset(sought))


def parties_in_common(a: Meeting, b: Meeting) -> float:
    """Share of the shorter list of participants that has a partner in the other: by name, else by side.

    Two named people of one side are different parties: foreign ministers meet on the day that defence ministers do.
    """
    rest = list(b.participants)
    hits = 0
    for one in a.participants:
        for two in rest:
            if one.name and two.name:
                fits = same_person(one.name, two.name)
            else:
                fits = one.side is not None and one.side == two.side
            if fits:
                hits += 1
                rest.remove(two)
                break
    return hits / max(1, min(len(a.participants), len(b.participants)))


SMALL = 3
"""Up to so many parties a report is taken to name everyone that matters."""


def others_came(a: Meeting, b: Meeting) -> bool:
    """Both are small and name different people for one side: the foreign ministers met, and so did the generals."""
    if max(len(a.participants), len(b.participants)) > SMALL:
        return False
    for one in a.participants:
        if one.name:
            others = [p.name for p in b.participants if p.name and p.side == one.side]
            if others and not any(
                same_person(p.name, other) for other in others for p in a.participants if p.name and p.side == one.side
            ):
                return True
    return False


def same_meeting(a: Report, b: Report, contains: Contains) -> bool:
    """Nothing that both tell differs, and at least half of the parties are the same."""
    one, two = a.record, b.record
    assert isinstance(one, Meeting)
    assert isinstance(two, Meeting)
    if {one.format, two.format} & _REMOTE and {one.format, two.format} & _PRESENT:
        return False
    if not _places_fit(one.place, two.place, contains) or not _dates_fit(a, one.date, b, two.date):
        return False
    if others_came(one, two):
        return False
    return parties_in_common(one, two) >= (0.5 if one.date == two.date and one.date else 1.0)


def same_attack(a: Report, b: Report) -> bool:
    """The same victims, or on one day victims described alike; a warning is never an incident."""
    one, two = a.record, b.record
    assert isinstance(one, Cyberattack)
    assert isinstance(two, Cyberattack)
    if (one.realis == Realis.CONDITIONAL) != (two.realis == Realis.CONDITIONAL):
        return False
    if not _dates_fit(a, one.date, b, two.date):
        return False
    if _names(one.targets) & _names(two.targets):
        return True
    return day(one.date) is not None and one.date == two.date and bool(_words(one.targets) & _words(two.targets))


def _names(targets: tuple[str, ...]) -> set[str]:
    return {t.casefold() for t in targets}


def _words(targets: tuple[str, ...]) -> set[str]:
    return {w for t in targets for w in re.findall(r"[a-z]{3,}", t.casefold())} - _COMMON


def _places_fit(a: str | None, b: str | None, contains: Contains) -> bool:
    return a is None or b is None or a == b or contains(a, b) or contains(b, a)


def _dates_fit(a: Report, date_a: str | None, b: Report, date_b: str | None) -> bool:
    """One day, or a month that holds the other's day; without a day on either side, told within `NEAR_DAYS`."""
    if date_a and date_b and not (date_a.startswith(date_b) or date_b.startswith(date_a)):
        return False
    if day(date_a) and day(date_b):
        return True
    days = [day(date_a) or told_on(a), day(date_b) or told_on(b)]
    if days[0] is None or days[1] is None:
        return date_a is not None and date_a == date_b
    return abs((days[0] - days[1]).days) <= NEAR_DAYS
