"""Which of the places of a sentence, or of the sentences around, belongs to a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.governor import Governor, group_start
from tui.extract.figures.items import Item
from tui.extract.figures.places import Place, find_places, place_name

_TO = frozenset("to into toward towards onto".split())
_FROM = frozenset({"from", "off"})
_HOSTS = frozenset("host house welcome see contain".split())
_CLAUSE = frozenset("after as because while when whereas although though if unless since that".split())
# actions whose people are somewhere: without a place of their own they take the one spoken of
_SOMEWHERE = frozenset({Action.MASS, Action.STAY, Action.SEND, Action.OFFER, Action.LEAVE, Action.RESIZE, Action.LOSE})


def place_of(
    items: Sequence[Item],
    row: int,
    counted: Counted,
    governor: Governor | None,
    side: str | None,
    discourse: Discourse,
    like: Place | None,
) -> Place | None:
    """The place of a figure: behind it, then before it, then its host, then what the text around speaks of."""
    places = find_places(items, side)
    end = _clause_end(items, counted, governor)
    behind = [p for p in places if counted.after <= p.first < end]
    found = _pick(behind, governor) or _before(items, places, counted, governor) or _host(items, counted, governor)
    if found is None and counted.bare and like is not None:
        found = like
    if found is None:
        return _around(items, row, counted, governor, side, discourse)
    return _resolved(found, row, side, discourse)


def _clause_end(items: Sequence[Item], counted: Counted, governor: Governor | None) -> int:
    """Where the clause of the phrase ends."""
    seen = governor is None or governor.index < counted.after
    for j in range(counted.after, len(items)):
        item = items[j]
        if governor is not None and j == governor.index:
            seen = True
        if item.low in {";", ":", "?", "!"}:
            return j
        if item.tag == "count" and _list_ended(items, counted, j):
            return j
        if seen and item.tag == "sub" and item.low in _CLAUSE:
            return j
        if seen and item.low == "," and j + 1 < len(items):
            nxt = items[j + 1]
            if nxt.tag in {"rel", "coord", "verb", "aux"} or nxt.low in _CLAUSE or _reports(items, j + 1):
                return j
        if seen and item.tag == "coord" and j + 1 < len(items) and items[j + 1].tag in {"verb", "aux", "modal"}:
            return j
    return len(items)


def _list_ended(items: Sequence[Item], counted: Counted, j: int) -> bool:
    """Does the count at `j` begin the next figure, the first having its own place before it?"""
    return any(t.tag in {"prep", "to"} and t.low != "of" for t in items[counted.after : j])


def _reports(items: Sequence[Item], j: int) -> bool:
    """Does a speaker follow (", the ministry said")?"""
    return any(t.base in {"say", "tell", "add", "report", "warn", "announce"} for t in items[j : j + 9])


def _pick(places: Sequence[Place], governor: Governor | None) -> Place | None:
    if not places:
        return None
    action = governor.action if governor is not None else None
    if action in {Action.SEND, Action.OFFER}:
        goals = [p for p in places if p.prep in _TO] or [p for p in places if p.prep not in _FROM]
        return goals[0] if goals else None
    if action is Action.LEAVE:
        left = [p for p in places if p.prep in _FROM or p.prep == ""] or [p for p in places if p.prep not in _TO]
        return left[0] if left else None
    rest = [p for p in places if p.prep not in _FROM and p.prep not in _TO] or [p for p in places if p.border]
    return rest[0] if rest else None


def _before(
    items: Sequence[Item], places: Sequence[Place], counted: Counted, governor: Governor | None
) -> Place | None:
    """Between the verb and the number, in front of the sentence, or with the action noun."""
    start = group_start(items, governor.index) if governor is not None else counted.first
    near = [p for p in places if start <= p.first and p.after <= counted.first]
    found = _pick(near, governor)
    if found is not None:
        return found
    fronted = [p for p in places if p.first <= 1 and p.after < len(items) and items[p.after].low in {",", "there"}]
    if fronted:
        return fronted[0]
    low = max(0, min(start, counted.first) - 8)
    close = [p for p in places if low <= p.first and p.after <= counted.first and not _crossed(items, p, counted)]
    return _pick(close[-1:], governor)


def _crossed(items: Sequence[Item], place: Place, counted: Counted) -> bool:
    """Does a clause begin between the place and the number?"""
    between = items[place.after : counted.first]
    return any(t.tag in {"sub", "rel"} and t.low not in {"than", "as"} for t in between) or any(
        t.low in {",", ";"} for t in between
    )


def _host(items: Sequence[Item], counted: Counted, governor: Governor | None) -> Place | None:
    """ "Romania hosts 900 troops", "Okinawa is home to": the subject is the place."""
    home = [j for j in range(max(0, counted.first - 8), counted.first) if items[j].low == "home"]
    if governor is None or not (governor.base in _HOSTS or home):
        return None
    for j in range(governor.index - 1, -1, -1):
        name = place_name(items[j].mention)
        if name is not None and items[j - 1].low not in {"in", "of", "with", "from"}:
            return Place(j, j + 1, "", name, "host")
    return None


def _around(
    items: Sequence[Item],
    row: int,
    counted: Counted,
    governor: Governor | None,
    side: str | None,
    discourse: Discourse,
) -> Place | None:
    """The place that the sentences around speak of, for people who are somewhere."""
    if governor is None or governor.action not in _SOMEWHERE or counted.size:
        return None
    near = discourse.place_near(row, side)
    return replace(near, first=counted.first, after=counted.first, rule="place spoken of nearby") if near else None


def _resolved(place: Place, row: int, side: str | None, discourse: Discourse) -> Place | None:
    """A place that points back takes its name from what was spoken of before."""
    if place.name is not None:
        return place
    if place.border:
        name = discourse.border_near(row)
        return replace(place, name=name) if name is not None else None
    near = discourse.place_near(row, side)
    if near is None or near.name is None:
        return None
    name = near.name
    if place.rule.startswith("direction:"):
        name = f"{place.rule.partition(':')[2]} {name}"
    return replace(place, name=name, border=near.border)
