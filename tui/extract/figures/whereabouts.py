"""Which of the places of a sentence, or of the sentences around, belongs to a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.governor import Governor
from tui.extract.figures.items import Row
from tui.extract.figures.places import Place, find_places, place_name

_TO = frozenset("to into toward towards onto".split())
_FROM = frozenset({"from", "off"})
_HOSTS = frozenset("host house welcome see contain have".split())
_CLAUSE = frozenset("after as because while when whereas although though if unless since that".split())
_SAYING = frozenset("say tell add report warn announce write claim accord".split())
# actions whose people are somewhere: without a place of their own they take the one spoken of
_SOMEWHERE = frozenset(Action) - {Action.HAVE, Action.MOBILISE, Action.HANDLE, Action.STANDBY}


def place_of(
    row: Row,
    spoken: range,
    number: int,
    counted: Counted,
    governor: Governor | None,
    side: str | None,
    discourse: Discourse,
    like: Place | None,
) -> Place | None:
    """The place of a figure in sentence `number`: behind it, before it, its host, or what the text around speaks of.

    `spoken` are the items said by the same mouth as the number.
    """
    places = [p for p in find_places(row, side) if p.first in spoken]
    end = _clause_end(row, counted, governor)
    found = (
        _where_clause(row, places, counted)
        or _pick([p for p in places if counted.after <= p.first < end], governor)
        or _before(row, places, counted, governor)
        or _host(row, counted, governor)
    )
    if found is None and counted.bare and like is not None:
        return replace(like, first=counted.first, after=counted.first, rule="place of the figure before")
    if found is None:
        return _around(number, counted, governor, side, discourse)
    return _resolved(found, number, side, discourse)


def _clause_end(row: Row, counted: Counted, governor: Governor | None) -> int:
    """Where the clause of the phrase ends."""
    seen = governor is None or governor.index < counted.after
    for j in range(counted.after, len(row)):
        item, nxt = row[j], row[j + 1]
        if governor is not None and j == governor.index:
            seen = True
        if item.low in {";", ":", "?", "!"} or (item.low == "-" and item.start > row[j - 1].end):
            return j
        if item.tag == "count" and j != counted.per_unit_item and _has_place(row, counted, j):
            return j
        if not seen:
            continue
        weak = governor is None or not governor.strong
        if item.low == "," and weak and nxt.tag != "count" and nxt.mention is None and nxt.low != "both":
            return j
        if item.tag == "sub" and item.low in _CLAUSE:
            return j
        if item.tag == "coord" and nxt.tag in {"verb", "aux", "modal"}:
            return j
        if item.low == "," and (nxt.tag in {"rel", "verb", "aux"} or nxt.low in _CLAUSE or _reports(row, j + 1)):
            return j
    return len(row)


def _has_place(row: Row, counted: Counted, j: int) -> bool:
    """Does the count at item `j` begin the next figure, this one having its own place before it?"""
    return any(t.tag in {"prep", "to"} and t.low != "of" for t in row.between(counted.after, j))


def _reports(row: Row, j: int) -> bool:
    """Does a speaker follow (", the ministry said", ", according to officials in Washington")?"""
    return any(t.base in _SAYING or t.low in {"according", "citing"} for t in row.between(j, j + 9))


def _where_clause(row: Row, places: Sequence[Place], counted: Counted) -> Place | None:
    """ "Ukraine's border, where there are now 127,000": the place before "where"."""
    for j in range(counted.first - 1, -1, -1):
        if row[j].low == "where":
            before = [p for p in places if p.after <= j and p.name is not None]
            return before[-1] if before and j - before[-1].after < 4 else None
        if row[j].low in {";", "."}:
            return None
    return None


def _pick(places: Sequence[Place], governor: Governor | None) -> Place | None:
    known = [p for p in places if not p.guessed]
    places = known or places
    if not places:
        return None
    action = governor.action if governor is not None else None
    if action in {Action.SEND, Action.OFFER}:
        wanted = [p for p in places if p.prep in _TO] or [p for p in places if p.prep not in _FROM]
    elif action is Action.STANDBY:
        wanted = [p for p in places if p.prep in _TO] or [p for p in places if p.name is not None]
    elif action is Action.LEAVE:
        wanted = [p for p in places if p.prep in _FROM or p.prep == ""] or [p for p in places if p.prep not in _TO]
    else:
        wanted = [p for p in places if p.prep not in _FROM | _TO] or [p for p in places if p.border]
    return wanted[0] if wanted else None


def _before(row: Row, places: Sequence[Place], counted: Counted, governor: Governor | None) -> Place | None:
    """Between the verb and the number, in front of the sentence, or with the action noun."""
    start = row.group_start(governor.index) if governor is not None else counted.first
    found = _pick([p for p in places if start <= p.first and p.after <= counted.first], governor)
    if found is not None:
        return found
    fronted = [p for p in places if p.first <= 1 and row[p.after].low in {",", "there"} and not p.capital]
    if fronted:
        return fronted[0]
    low = max(0, min(start, counted.first) - 8)
    near = [p for p in places if low <= p.first and p.after <= counted.first and not _crossed(row, p, counted)]
    if governor is not None and governor.base == "have" and start < counted.first:
        return None  # "the army in Georgetown has 3,400"
    return _pick(near[-1:], governor)


def _crossed(row: Row, place: Place, counted: Counted) -> bool:
    """Does a clause begin between the place and the number?"""
    between = row.between(place.after, counted.first)
    return any((t.tag in {"sub", "rel"} and t.low not in {"than", "as"}) or t.low in {",", ";"} for t in between)


def _host(row: Row, counted: Counted, governor: Governor | None) -> Place | None:
    """ "Romania hosts 900 troops", "Okinawa is home to": the subject is the place, unless the people are its own."""
    home = "home" in row.lows(counted.first - 8, counted.first)
    if governor is None or not (governor.base in _HOSTS or home):
        return None
    if governor.base == "have" and not any(m.form == "adjective" for m in counted.modifiers):
        return None
    for j in range(governor.index - 1, -1, -1):
        name = place_name(row[j].mention)
        if name is not None and row[j - 1].low not in {"in", "of", "with", "from"}:
            own = {m.side for m in counted.modifiers}
            mention = row[j].mention
            return Place(j, j + 1, "", name, "host") if mention is not None and mention.side not in own else None
    return None


def _around(
    number: int, counted: Counted, governor: Governor | None, side: str | None, discourse: Discourse
) -> Place | None:
    """The place that the sentences around speak of, for people who are somewhere."""
    if governor is None or governor.action not in _SOMEWHERE:
        return None
    near = discourse.place_near(number, side)
    if near is None:
        return None
    if governor.action is Action.MASS and not near.border and near.of is not None and near.of != side:
        near = replace(near, name=f"{near.of} border", border=True)  # massed for an operation there
    return replace(near, first=counted.first, after=counted.first)


def _resolved(place: Place, number: int, side: str | None, discourse: Discourse) -> Place | None:
    """A place that points back takes its name from what was spoken of before."""
    if place.name is not None:
        return place
    if place.border:
        name = discourse.border_near(number)
        return replace(place, name=name) if name is not None else None
    compass = place.rule.partition(":")[2]
    near = discourse.place_near(number, side, state=bool(compass) or place.rule == "the country")
    if near is None or near.name is None:
        return None
    return replace(place, name=f"{compass} {near.name}" if compass else near.name, border=near.border, of=near.of)
