"""Which of the places of a sentence, or of the sentences around, belongs to a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.extract.figures.actions import NOUNS, Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.governor import Governor
from tui.extract.figures.items import Row
from tui.extract.figures.places import Place, find_places, place_name
from tui.records import Unit

_TO = frozenset("to into toward towards onto".split())
_LEADING = frozenset("to in at into".split())
_FROM = frozenset({"from", "off"})
_HOSTS = frozenset("host house welcome see contain have".split())
_CLAUSE = frozenset("after as because while when whereas although though if unless since that".split())
_MOSTLY = frozenset("mostly mainly chiefly largely principally primarily".split())
_SENT_BODIES = frozenset("mission operation force deployment contingent".split())
_SAYING = frozenset("say tell add report warn announce write claim".split())
# actions whose people are somewhere: without a place of their own they take the one spoken of
_SOMEWHERE = frozenset(Action) - {Action.HAVE, Action.MOBILISE, Action.HANDLE, Action.STANDBY}


@dataclass(frozen=True, slots=True)
class Where:
    """A counted phrase in sentence `number`, with what its place can follow from.

    `spoken` are the items said by the same mouth as the number; `exercising` tells that the people are in an exercise.
    """

    row: Row
    number: int
    counted: Counted
    governor: Governor | None
    spoken: range
    exercising: bool
    discourse: Discourse

    @property
    def action(self) -> Action | None:
        """What is done with the people."""
        return self.governor.action if self.governor is not None else None

    @property
    def weak(self) -> bool:
        """Is nothing done with them?"""
        return self.governor is None or not self.governor.strong


def place_of(where: Where, side: str | None, like: Place | None) -> Place | None:
    """The place of a figure: behind it, before it, its host, or what the text around speaks of.

    `like` is the place of the figure whose noun it borrows.
    """
    named = find_places(where.row, side)
    places = [_retreated(where, p) for p in named if p.first in where.spoken]
    found = (
        _where_clause(where, places)
        or _pick(_behind(where, places), where.action)
        or _occasion(where, places)
        or _before(where, places)
        or _fronted(where.row, named)
        or _host(where)
    )
    if found is None and like is not None:
        return replace(like, first=where.counted.first, after=where.counted.first, rule="place of the figure before")
    if found is None and where.exercising:
        if any(p.prep == "from" for p in places):
            return None  # "from the Pacific to the Atlantic"
        found = next((p for p in places if p.prep in {"in", "near", "around"} and p.name is not None), None)
    if found is None:
        return _around(where, side)
    return _resolved(where, found, side)


def _retreated(where: Where, place: Place) -> Place:
    """ "were hurt in the exit from Kidal": those lost in a retreat were still at the place that is left."""
    noun = where.row[place.first - 1].word
    leaving = place.prep == "from" and NOUNS.get(noun) is Action.LEAVE
    return replace(place, prep="in") if leaving and where.action is Action.LOSE else place


def _behind(where: Where, places: Sequence[Place]) -> list[Place]:
    """The places between the phrase and the end of its clause, parentheses left out."""
    row, counted, governor = where.row, where.counted, where.governor
    out = [p for p in places if p.first >= counted.after]
    seen = governor is None or governor.index < counted.after
    j = counted.after
    while j < len(row):
        item, nxt = row[j], row[j + 1]
        seen = seen or (governor is not None and j == governor.index)
        if item.low in {";", ":", "?", "!"} or (item.low == "-" and item.start > row[j - 1].end):
            break
        if item.tag == "count" and j != counted.per_unit_item and _has_place(row, counted, j):
            break
        if seen and (item.tag == "sub" or item.tag == "coord") and _ends_clause(row, j):
            break
        if seen and item.low == ",":
            if _reports(row, j + 1):
                close = next((k for k in range(j + 2, j + 16) if row[k].low == ","), None)
                if close is None:
                    break
                out = [p for p in out if not j < p.first < close]
                j = close + 1
                continue
            if nxt.low in _MOSTLY:
                j += 2
                continue
            if where.weak and not where.exercising and nxt.tag != "count" and nxt.mention is None and nxt.low != "both":
                break
            if nxt.tag in {"rel", "verb", "aux"} or nxt.low in _CLAUSE:
                break
        j += 1
    return [p for p in out if p.first < j]


def _occasion(where: Where, places: Sequence[Place]) -> Place | None:
    """ "were killed when their helicopter crashed in North Kivu": the place of what led to a loss."""
    if where.action is not Action.LOSE:
        return None
    for j in range(where.counted.after, len(where.row)):
        if where.row[j].low in {"when", "after", "as"} and where.row[j].tag == "sub":
            return _pick([p for p in places if p.first > j and p.name is not None], None)
        if where.row[j].low in {";", ":"}:
            return None
    return None


def _ends_clause(row: Row, j: int) -> bool:
    """Does a new clause begin at item `j`: "after ...", "and left ...", "and 18 of them are"?"""
    if row[j].low in _CLAUSE:
        return True
    new_subject = row[j + 1].tag == "count" and row[j + 2].low == "of" and row[j + 3].tag == "pron"
    return row[j].tag == "coord" and (row[j + 1].tag in {"verb", "aux", "modal"} or new_subject)


def _has_place(row: Row, counted: Counted, j: int) -> bool:
    """Does the count at item `j` begin the next figure, this one having its own place before it?"""
    return any(t.tag in {"prep", "to"} and t.low != "of" for t in row.between(counted.after, j))


def _reports(row: Row, j: int) -> bool:
    """Does a speaker follow (", the ministry said", ", according to officials in Washington")?"""
    return row[j].low in {"according", "citing"} or any(t.base in _SAYING for t in row.between(j, j + 9))


def _where_clause(where: Where, places: Sequence[Place]) -> Place | None:
    """ "Ukraine's border, where there are now 127,000", "a command in Gao to which 300 were sent": the place before."""
    for j in range(where.counted.first - 1, -1, -1):
        if where.row[j].low == "where" or (where.row[j].low in _LEADING and where.row[j + 1].low == "which"):
            before = [p for p in places if p.after <= j and p.name is not None]
            return before[-1] if before and j - before[-1].after < 4 else None
        if where.row[j].low in {";", "."}:
            return None
    return None


def _pick(places: Sequence[Place], action: Action | None) -> Place | None:
    """The place that suits the action: the goal of a sending, what is left in a withdrawal."""
    places = [p for p in places if not p.guessed] or places
    if action in {Action.SEND, Action.OFFER}:
        wanted = [p for p in places if p.prep in _TO] or [p for p in places if p.prep not in _FROM]
    elif action is Action.STANDBY:
        wanted = [p for p in places if p.prep in _TO or p.border] or list(places)
    elif action is Action.LEAVE:
        wanted = [p for p in places if p.prep in _FROM or p.prep == ""] or [p for p in places if p.prep not in _TO]
    else:
        wanted = [p for p in places if p.prep not in _FROM | _TO] or [p for p in places if p.border]
    return wanted[0] if wanted else None


def _before(where: Where, places: Sequence[Place]) -> Place | None:
    """Between the verb and the number, in front of the sentence, or with the action noun."""
    row, counted, governor = where.row, where.counted, where.governor
    start = row.group_start(governor.index) if governor is not None else counted.first
    found = _pick([p for p in places if start <= p.first and p.after <= counted.first], where.action)
    if found is not None:
        return found
    fronted = _fronted(row, places)
    if fronted is not None:
        return fronted
    if governor is not None and governor.base == "have" and start < counted.first:
        # "the army in Georgetown has 3,400", but "the UN's mission in Mali has 13,000 peacekeepers"
        sent = [p for p in places if p.after <= counted.first and row[p.first - 1].word in _SENT_BODIES]
        return sent[-1] if sent else None
    # ", killing five servicemen": the place of the clause whose result is told
    result = governor is not None and row[governor.index].form == "ing" and row[governor.index - 1].low == ","
    low = 0 if result else max(0, min(start, counted.first) - 8)
    near = [p for p in places if low <= p.first and p.after <= counted.first]
    apposed = near and near[-1].after == counted.first - 1 and row[counted.first - 1].low == ","
    if apposed and near[-1].prep not in _FROM:
        return near[-1]  # "the battlegroup in Rukla, more than 1,800 troops"
    return _pick(near[-1:] if result else [p for p in near if not _crossed(row, p, counted)][-1:], where.action)


def _fronted(row: Row, places: Sequence[Place]) -> Place | None:
    """ "In Mali, the rebels said that ...": the place in front of a sentence holds for all of it."""
    return next((p for p in places if p.first <= 1 and row[p.after].low in {",", "there"} and not p.capital), None)


def _crossed(row: Row, place: Place, counted: Counted) -> bool:
    """Does a clause begin between the place and the number?"""
    between = row.between(place.after, counted.first)
    return any((t.tag in {"sub", "rel"} and t.low not in {"than", "as"}) or t.low in {",", ";"} for t in between)


def _host(where: Where) -> Place | None:
    """ "Romania hosts 900 troops", "Okinawa is home to": the subject is the place, unless the people are its own."""
    row, counted, governor = where.row, where.counted, where.governor
    home = "home" in row.lows(counted.first - 8, counted.first)
    if governor is None or not (governor.base in _HOSTS or home):
        return None
    if governor.base == "have" and not any(m.form == "adjective" for m in counted.modifiers):
        return None
    for j in range(governor.index - 1, -1, -1):
        mention = row[j].mention
        name = place_name(mention)
        if name is not None and mention is not None and row[j - 1].low not in {"in", "of", "with", "from"}:
            own = {m.side for m in counted.modifiers}
            return Place(j, j + 1, "", name, "host", of=mention.side) if mention.side not in own else None
    return None


def _around(where: Where, side: str | None) -> Place | None:
    """The place that the sentences around speak of, for people who are somewhere."""
    like = where.counted.like
    sized = like is not None and (like.anaphoric or _is_the_figure(where.row, like))  # of a force that is somewhere
    keeping = where.counted.unit is Unit.PEACEKEEPERS or side in where.discourse.organisations
    if where.action not in _SOMEWHERE and not where.exercising and not keeping and not sized:
        if not where.weak or where.counted.size or not where.discourse.is_state(side):
            return None
        listed = where.discourse.contributing(where.number, side)
        return replace(listed, first=where.counted.first, after=where.counted.first) if listed is not None else None
    massing = where.action is Action.MASS
    resized, lost = where.action is Action.RESIZE, where.action is Action.LOSE
    near = where.discourse.place_near(where.number, side, borders=massing, lost=lost, earlier=resized)
    if near is None or near.name is None or (resized and near.of == side):
        return None
    if massing and not near.border and near.of is not None and near.of != side:
        part = near.name.split(" ")[0].endswith("ern")  # "northern Syria": at the border of Syria
        near = replace(near, name=f"{near.of if part else near.name} border", border=True)  # for an operation there
    return replace(near, first=where.counted.first, after=where.counted.first)


def _is_the_figure(row: Row, like: Counted) -> bool:
    """ "put the figure at 10,000": of the troops that the sentences before spoke of without a number."""
    return (
        row[like.first].word in {"figure", "total"} and row[like.first - 1].low == "the" and row[like.after].low != "of"
    )


def _resolved(where: Where, place: Place, side: str | None) -> Place | None:
    """A place that points back takes its name from what was spoken of before."""
    if place.name is not None:
        return place
    compass = place.rule.partition(":")[2]
    if (
        compass
        and " of " in place.rule
        and side is not None
        and where.discourse.only_state(where.row, place.first) == side
    ):
        return replace(place, name=f"{compass} {side}", of=side)  # "Poland moves them to the east of the country"
    if place.rule == "the capital":
        land = where.discourse.place_near(where.number, side, state=True, pointing=True)
        name = where.discourse.capital_named(land.name if land is not None else None)
        return replace(place, name=name) if name is not None else None
    country = bool(compass) or place.rule in {"the country", "the island"}
    if place.border:
        name = where.discourse.border_near(where.number, side)
        return replace(place, name=name) if name is not None else None
    near = None
    if place.rule == "there":
        near = _named_before(where, place, side) or where.discourse.last_place(where.number)
    if place.rule in _REGIONS:
        near = where.discourse.place_near(where.number, side, region=True, pointing=True)
    near = near or where.discourse.place_near(where.number, side, state=country, pointing=True)
    if near is None or near.name is None:
        return None
    name = f"{compass} {near.name}" if compass else near.name
    return replace(place, name=name, border=near.border, of=near.of)


def _named_before(where: Where, there: Place, side: str | None) -> Place | None:
    """ "Niger has sent home 1,000 of those based there": the place, or the other state's genitive, before it."""
    before = [p for p in find_places(where.row, side) if p.after <= there.first and p.rule not in {"there", "here"}]
    if before:
        return _resolved(where, before[-1], side)
    for item in reversed(where.row.between(0, there.first)):
        mention = item.mention
        if mention is not None and mention.role == "state" and mention.side not in {None, side} and item.possessive:
            return Place(there.first, there.after, "", mention.side, "state named before", of=mention.side)
    return None


_REGIONS = frozenset(f"the {w}" for w in "region area areas peninsula province enclave strip sector valley".split())
