"""Where counted people are or go: the place expressions of a sentence and the one that belongs to a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.figures.items import Item
from tui.extract.model import Mention, MentionKind

_PREPOSITIONS = frozenset(
    "in into inside near along on at around across to toward towards from outside within throughout over through off"
    " onto between above beyond surrounding bordering under".split()
)
_NEAR = frozenset("near along around surrounding bordering outside encircling ringing".split())
# verbs whose object is a place
_PLACE_VERBS = frozenset(
    "encircle surround enter invade ring leave quit border face besiege reach occupy threaten attack storm cross join"
    " defend".split()
)
_AROUND_VERBS = frozenset("encircle surround ring border besiege face".split())
BORDERS = frozenset("border borders frontier frontiers boundary boundaries borderlands".split())
_FRONTS = frozenset("frontline front line lines frontlines".split())
_ANAPHORA = frozenset(
    "country region area territory province city island enclave strip peninsula theatre theater".split()
)
_SOIL = frozenset(
    "territory soil side region city capital waters airspace coast desert mainland island islands town village province"
    " mountains provinces cities towns lands sea".split()
)
_COMPASS = {"north": "northern", "south": "southern", "east": "eastern", "west": "western"}
_COMPASS |= {
    f"{ns}{dash}{ew}": f"{ns}-{ew}ern" for ns in ("north", "south") for ew in ("east", "west") for dash in ("", "-")
}
_BREAKS = frozenset({"verb", "aux", "modal", "sub", "rel", "pron"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place expression, items `first:after`; `prep` introduces it ("" for a verb's object or a host).

    `name` is canonical, None for one that points back ("the region", "there"); `border` marks the edge of `name`.
    """

    first: int
    after: int
    prep: str
    name: str | None
    rule: str
    border: bool = False


def find_places(items: Sequence[Item], side: str | None) -> list[Place]:
    """Every place expression of a sentence; `side` tells whose border is not meant ("its border with Iraq")."""
    out: list[Place] = []
    i = 0
    while i < len(items):
        place = _at(items, i, side)
        if place is not None:
            out.append(place)
            i = max(place.after, i + 1)
        else:
            i += 1
    return out


def place_name(mention: Mention | None) -> str | None:
    """The place that a name means after a preposition."""
    if mention is None or mention.form in {"adjective", "opponent", "people", "metonym", "compound"}:
        return None
    if mention.kind is MentionKind.PLACE:
        return mention.place or mention.name
    return mention.place if mention.kind is MentionKind.SIDE else None


def _low(items: Sequence[Item], i: int) -> str:
    return items[i].low if 0 <= i < len(items) else ""


def _tag(items: Sequence[Item], i: int) -> str:
    return items[i].tag if 0 <= i < len(items) else ""


def _at(items: Sequence[Item], i: int, side: str | None) -> Place | None:
    item = items[i]
    if item.low in {"there", "here"} and item.tag in {"pron", "adv"} and _tag(items, i + 1) != "aux":
        return Place(i, i + 1, "", None, "there")
    if item.low in {"nearby", "abroad"}:
        return None
    if item.low in _PREPOSITIONS and item.tag in {"prep", "to", "word", "adv", "verb"}:
        return _phrase(items, i, i + 1, item.low, side)
    if item.tag == "verb" and item.base in _PLACE_VERBS:
        place = _phrase(items, i, i + 1, item.base if item.base in _AROUND_VERBS else "", side, shallow=True)
        if place is not None and item.base in _AROUND_VERBS and not place.border:
            return _edge(items, place, item.base)
        return place
    if item.low in _COMPASS and _of_country(items, i) is not None:  # "to the north, east and south of Ukraine"
        after = _of_country(items, i)
        mention = items[after - 1].mention if after is not None else None
        name = place_name(mention)
        if name is not None and after is not None:
            return Place(i, after, "around", f"{name} border", "sides of a country", border=True)
    return None


def _of_country(items: Sequence[Item], i: int) -> int | None:
    """Behind "north, east and south of Ukraine", where two or more directions are named."""
    j, count = i, 0
    while _low(items, j) in _COMPASS or _low(items, j) in {",", "and"}:
        count += _low(items, j) in _COMPASS
        j += 1
    if count > 1 and _low(items, j) == "of" and place_name(items[j + 1].mention if j + 1 < len(items) else None):
        return j + 2
    return None


def _phrase(
    items: Sequence[Item], first: int, j: int, prep: str, side: str | None, *, shallow: bool = False
) -> Place | None:
    """The place that the noun phrase at item `j` names."""
    end = min(len(items), j + (5 if shallow else 9))
    best: Place | None = None
    whose: Mention | None = None
    k = j
    while k < end:
        item = items[k]
        if item.low in BORDERS:
            return _border(items, first, j, k, prep, side)
        if item.tag in _BREAKS and item.form not in {"ing", "part", "past"} or item.tag == "count":
            break
        if item.tag in {"prep", "to"}:
            if item.low == "of" and best is None:
                k += 1
                continue
            break
        if item.low in {",", ";", ".", "(", ")", "-", ":", '"'}:
            if item.low == '"' or (item.low == "," and best is None and whose is None and not shallow and k == j):
                k += 1
                continue
            break
        if item.low in _COMPASS and best is None:
            found = _direction(items, first, k, prep, whose)
            if found is not None:
                return found
        if item.low in _ANAPHORA and best is None and whose is None and _low(items, k + 1) != "of":
            return Place(first, k + 1, prep, None, f"the {item.low}")
        name = place_name(item.mention)
        if name is not None and item.mention is not None:
            if item.possessive:
                whose = item.mention
            elif _tag(items, k + 1) == "word" and item.mention.kind is MentionKind.SIDE and _compound(items, k + 1):
                return None
            else:
                place = Place(first, k + 1, prep, name, "name")
                place = _edge(items, place, prep) if prep in _NEAR and _is_state(item.mention) else place
                return _joined(items, place)
        elif item.mention is not None and item.mention.form == "adjective" and item.mention.side:
            whose = item.mention
            if _low(items, k + 1) in _SOIL and _low(items, k + 2) != "of" and not _named(items, k + 2):
                return Place(first, k + 2, prep, item.mention.place or item.mention.side, "adjective")
        elif item.tag == "coord" and best is None:
            break
        k += 1
    if whose is not None and whose.form == "possessive" and prep not in {"to", "on", "at", "over"}:
        name = whose.place or (whose.name if whose.kind is MentionKind.PLACE else None)
        if name is not None and k > j and _low(items, k - 1) in _SOIL | _ANAPHORA:
            return Place(first, k, prep, name, "possessive")
    return best


def _named(items: Sequence[Item], k: int) -> bool:
    return k < len(items) and place_name(items[k].mention) is not None


def _compound(items: Sequence[Item], k: int) -> bool:
    """Is the word behind a country's name a noun that makes a compound of it ("Syria policy", "Iraq war")?"""
    return _low(items, k) in frozenset(
        "policy war crisis conflict mission operation campaign strategy deal talks issue government army forces troops"
        " defenders officials veterans president minister".split()
    )


def _is_state(mention: Mention) -> bool:
    return mention.kind is MentionKind.SIDE and mention.form in {"name", "possessive"} and mention.role == "state"


def _edge(items: Sequence[Item], place: Place, how: str) -> Place:
    """Near or around a country is at its border."""
    mention = items[place.after - 1].mention
    if mention is not None and _is_state(mention) and place.name is not None:
        return Place(place.first, place.after, place.prep, f"{place.name} border", f"{how} a country", border=True)
    return place


def _joined(items: Sequence[Item], place: Place) -> Place:
    """ "in Belarus and Ukraine", "in Eastern Europe and the Baltics"."""
    k = place.after
    names = [place.name]
    while _low(items, k) in {"and", ","}:
        m = k + 1
        if _low(items, k) == "," and _low(items, m) == "and":
            m += 1
        while _tag(items, m) in {"det", "adv"} or _low(items, m) in {"in", "to", "into", "also", "indeed"}:
            m += 1
        name = place_name(items[m].mention) if m < len(items) else None
        if name is None or items[m].possessive or _tag(items, m + 1) in {"verb", "aux", "modal"}:
            break
        names.append(name)
        k = m + 1
    if len(names) < 2 or (
        _low(items, place.after) == "," and len(names) == 2 and "and" not in _between(items, place.after, k)
    ):
        return place
    return Place(place.first, k, place.prep, " and ".join(n for n in names if n), place.rule, place.border)


def _between(items: Sequence[Item], first: int, after: int) -> set[str]:
    return {items[k].low for k in range(first, after)}


def _direction(items: Sequence[Item], first: int, k: int, prep: str, whose: Mention | None) -> Place | None:
    """ "the east of the country", "Mali's north"."""
    word = _COMPASS[items[k].low]
    if whose is not None and whose.form == "possessive":
        name = whose.place or whose.name
        return Place(first, k + 1, prep, f"{word} {name}", "direction")
    if _low(items, k + 1) != "of":
        return None
    for m in range(k + 2, min(len(items), k + 5)):
        name = place_name(items[m].mention)
        if name is not None:
            return Place(first, m + 1, prep, f"{word} {name}", "direction")
        if items[m].low in _ANAPHORA:
            return Place(first, m + 1, prep, None, f"direction:{word}")
    return None


def _border(items: Sequence[Item], first: int, j: int, k: int, prep: str, side: str | None) -> Place:
    """ "Ukraine's borders", "the border with Gaza", "the Syrian-Turkish border", "the border"."""
    named: list[Mention] = [m for i in range(j, k) if (m := items[i].mention) is not None]
    after = k + 1
    if _low(items, after) in {"with", "of", "between", "from", "to"}:
        at = after + 1
        while at < len(items) and at < after + 7:
            mention = items[at].mention
            if mention is not None and place_name(mention) is not None:
                named.append(mention)
                after = at + 1
                if _low(items, after) != "and":
                    break
            elif items[at].tag not in {"det", "word", "adv", "coord"}:
                break
            at += 1
    known = [n for m in named if (n := _border_name(m))]
    others = [n for n in known if n != side]
    name = (others or known)[-1] if known else None
    rule = "border of a named country" if name else "the border"
    return Place(first, after, prep, f"{name} border" if name else None, rule, border=True)


def _border_name(mention: Mention) -> str | None:
    if mention.kind is MentionKind.PERSON:
        return None
    return mention.place or (mention.name if mention.kind is MentionKind.PLACE else mention.side)
