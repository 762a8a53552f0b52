"""The place expressions of a sentence: "near Ukraine's border", "in northern Mali", "to the south of the country"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.extract.figures import actions, nouns
from tui.extract.figures.items import Item, Row
from tui.extract.model import Mention, MentionKind

_PREPOSITIONS = frozenset(
    "in into inside near along on at around across to toward towards from outside within throughout over through"
    " off onto between above beyond surrounding bordering".split()
)
_NEAR = frozenset("near along around surrounding bordering outside".split())
# verbs whose object is a place; those of the second list are at its edge
_PLACE_VERBS = frozenset(
    "enter invade leave quit reach occupy threaten attack storm cross defend secure retake capture seize".split()
)
_EDGE_VERBS = frozenset("encircle surround ring border besiege face".split())
BORDERS = frozenset("border borders frontier frontiers boundary boundaries borderlands".split())
_LINES = frozenset("administrative boundary ceasefire demarcation armistice contact dividing".split())
_BORDER_TOWNS = frozenset(
    "department town towns city cities village villages post posts crossing crossings province district".split()
)
_ANAPHORA = frozenset(
    "country region area areas territory province city island enclave strip peninsula theatre theater zone sector"
    " valley mission north south east west".split()
)
_SOIL = frozenset(
    "territory soil side region city waters airspace coast desert mainland island islands mountains provinces"
    " lands border".split()
)
_SETTLED = frozenset("town city village province region district state island valley area port capital".split())
_NO_PLACE = frozenset(
    "operation parliament congress january february march april may june july august september october november"
    " december monday tuesday wednesday thursday friday saturday sunday ramadan christmas easter brigade division"
    " battalion army corps camp base airport airbase regiment squadron council ministry university hospital house"
    " force group".split()
)
_BASES = frozenset("base bases garrison camp airbase barracks outpost cosmodrome".split())
# what may follow a country's name without making a compound of it ("Syria policy", "US intelligence")
_NO_COMPOUNDS = frozenset(
    "last next early late overnight alone itself proper again earlier later home yesterday today tomorrow".split()
)
_COMPASS = {"north": "northern", "south": "southern", "east": "eastern", "west": "western"}
_COMPASS |= {
    f"{ns}{dash}{ew}": f"{ns}-{ew}ern" for ns in ("north", "south") for ew in ("east", "west") for dash in ("", "-")
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place expression, items `first:after`; `prep` introduces it ("" for a verb's object or a host).

    `name` is canonical, None for one that points back ("the region", "there"); `border` marks an edge, `capital` a seat
    of government (which is rarely where troops are), `guessed` a capitalised word that no list knows; `of` is the
    state that it belongs to.
    """

    first: int
    after: int
    prep: str
    name: str | None
    rule: str
    border: bool = False
    capital: bool = False
    guessed: bool = False
    of: str | None = None


def find_places(row: Row, side: str | None) -> list[Place]:
    """Every place expression of a sentence; `side` tells whose border is not meant ("its border with Iraq")."""
    out: list[Place] = []
    i = 0
    while i < len(row):
        place = _at(row, i, side)
        if place is not None:
            out.append(place)
        i = max(i + 1, place.after if place is not None else 0)
    return out


def place_name(mention: Mention | None) -> str | None:
    """The place that a name means after a preposition."""
    if mention is None or mention.form in {"adjective", "opponent", "people", "metonym", "compound"}:
        return None
    if mention.kind is MentionKind.PLACE:
        return mention.place or mention.name
    return mention.place if mention.kind is MentionKind.SIDE else None


def _at(row: Row, i: int, side: str | None) -> Place | None:
    item = row[i]
    if item.low in {"there", "here"}:
        return Place(i, i + 1, "", None, item.low) if row[i + 1].tag != "aux" else None
    if item.low in _COMPASS and item.tag == "word" and _is_heading(row, i):
        return Place(i, i + 1, "to", None, f"direction of the country:{_COMPASS[item.low]}")
    if item.tag == "verb" and item.base in _EDGE_VERBS:
        place = _NounPhrase(row, i, "", side).read(4)
        return _edge(row, place, item.base) if place is not None else None
    if item.tag == "verb" and item.base in _PLACE_VERBS:
        return _NounPhrase(row, i, "", side).read(7)
    if item.low == "for" and row[i - 1].low in {"battle", "fight", "fighting", "assault"}:
        return _NounPhrase(row, i, "in", side).read(6)
    if item.low == "to" and row[i - 1].low == "close":
        return _NounPhrase(row, i, "near", side).read(9)
    if item.low in _PREPOSITIONS and row[i - 1].low not in {"according", "due", "thanks", "loyal", "similar"}:
        return _sides_of(row, i) or _NounPhrase(row, i, item.low, side).read(9)
    return None


def _is_heading(row: Row, i: int) -> bool:
    """ "moves 1,000 soldiers east", "were sent north": a point of the compass that tells where they go."""
    moved = row[i - 1].word in actions.TRANSPARENT | set(nouns.PLURAL) or row[i - 1].tag == "verb"
    return moved and row[i + 1].tag in {"punct", "end", "sub", "coord"}


def _compound(row: Row, k: int) -> bool:
    """Does a noun behind the country's name at item `k` make a compound of it?"""
    mention, nxt = row[k].mention, row[k + 1]
    if mention is None or mention.kind is not MentionKind.SIDE or mention.form == "adjective" or nxt.tag != "word":
        return False
    return not (nxt.low in _NO_COMPOUNDS | _SOIL | _SETTLED | BORDERS or nxt.low in actions.SUBJECT_VERBS)


def _sides_of(row: Row, i: int) -> Place | None:
    """ "to the north, east and south of Ukraine": around a country."""
    j = i + 2 if row[i + 1].tag == "det" else i + 1
    count = 0
    while row[j].low in _COMPASS or row[j].low in {",", "and"}:
        count += row[j].low in _COMPASS
        j += 1
    name = place_name(row[j + 1].mention)
    if count > 1 and row[j].low == "of" and name is not None:
        return Place(i, j + 2, "around", f"{name} border", "sides of a country", border=True)
    return None


def _edge(row: Row, place: Place, how: str) -> Place:
    """Near or around a country is at its border."""
    mention = row[place.after - 1].mention
    state = (
        mention is not None and mention.kind is MentionKind.SIDE and mention.form == "name" and mention.role == "state"
    )
    if not state or place.border or place.name is None:
        return place
    return replace(place, name=f"{place.name} border", rule=f"{how} a country", border=True)


class _NounPhrase:
    """The noun phrase behind item `first` (a preposition or verb), read for the place that it names."""

    def __init__(self, row: Row, first: int, prep: str, side: str | None) -> None:
        self.row = row
        self.first = first
        self.prep = prep
        self.side = side
        self.whose: Mention | None = None

    def read(self, reach: int) -> Place | None:
        """The place, None where the phrase names none."""
        row = self.row
        for k in range(self.first + 1, self.first + reach):
            item = row[k]
            if item.low in BORDERS and row[k + 1].low not in _BORDER_TOWNS:
                inside = row[k - 1].mention
                if row[k + 1].low in {"region", "area", "zone"} and inside and inside.kind is MentionKind.PLACE:
                    return replace(self._place(k + 2, place_name(inside), "border region"), of=inside.side)
                return self._border(k)
            if item.low == "line" and row[k - 1].low in _LINES:
                return replace(self._place(k + 1, None, "the border"), border=True)
            if item.tag in {"count", "aux", "modal", "sub", "rel", "pron", "end", "to"} or item.finite:
                return self._genitive(k)
            if item.tag == "verb" and item.form == "inf":
                return None
            if item.tag == "prep" and item.low != "of":
                return self._genitive(k)
            if item.tag in {"punct", "coord"} and item.low not in {'"', "'"} and k > self.first:
                return self._genitive(k)
            if item.low in _COMPASS and (found := self._direction(k)) is not None:
                return found
            if item.low == "capital" and row[k - 1].low == "the" and row[k + 1].tag in {"punct", "end", "prep"}:
                return self._place(k + 1, None, "the capital") if row[k + 1].low != "of" else None
            if item.low == "flank" and row[k - 1].low.endswith("ern"):
                return self._place(k + 1, f"{row[k - 1].low} flank", "flank of an alliance")
            near_det = any(t.tag == "det" for t in row.between(k - 3, k)) or row[k - 1].tag == "prep"
            pointing = item.low in _ANAPHORA and near_det and self.whose is None
            if pointing and row[k + 1].low != "of" and row[k + 1].tag not in {"word", "name"}:
                compass = _COMPASS.get(item.low)
                return self._place(k + 1, None, f"direction:{compass}" if compass else f"the {item.low}")
            if item.mention is not None:
                found = self._named(k, item)
                if found is not None:
                    return found
                if item.mention.kind is MentionKind.PERSON or (not item.possessive and _compound(row, k)):
                    return None
            elif item.tag == "name" and (guess := self._guess(k)) is not None:
                return guess
        return None

    def _place(self, after: int, name: str | None, rule: str) -> Place:
        return Place(self.first, after, self.prep, name, rule)

    def _named(self, k: int, item: Item) -> Place | None:
        row, mention = self.row, item.mention
        name = place_name(mention)
        if mention is None:
            return None
        if item.possessive or (mention.form == "adjective" and mention.side is not None):
            self.whose = mention
            soil = (
                row[k + 1].low in _SOIL - BORDERS and row[k + 2].low != "of" and place_name(row[k + 2].mention) is None
            )
            if soil and (name or mention.form == "adjective"):
                return self._place(k + 2, name or mention.place or mention.side, "genitive of a place")
            return None
        if name is None or self._border_ahead(k):
            return None
        if _compound(row, k) or row[k + 1].low in _BASES:
            return None
        place = replace(self._place(k + 1, name, "name"), capital=mention.form == "capital", of=mention.side)
        if self.prep in _NEAR:
            place = _edge(row, place, self.prep)
        return self._joined(place)

    def _border_ahead(self, k: int) -> bool:
        """ "on the Gaza border", "the Russia-Ukraine border"."""
        for j in range(k + 1, k + 4):
            if self.row[j].low in BORDERS:
                return self.row[j + 1].low not in _BORDER_TOWNS
            if self.row[j].mention is None and self.row[j].low not in {"-", "and", "/"}:
                return False
        return False

    def _genitive(self, k: int) -> Place | None:
        """ "at Russia's Yelnya base" names no place of its own; its country does."""
        whose = self.whose
        if whose is None or whose.form != "possessive" or self.prep in {"to", "over", ""}:
            return None
        name = whose.place or (whose.name if whose.kind is MentionKind.PLACE else None)
        settled = self.row[k - 1].low in _SETTLED or self.row[k - 1].low in {"base", "bases", "camp", "airbase", "port"}
        return self._place(k, name, "genitive of a place") if name is not None and settled else None

    def _joined(self, place: Place) -> Place:
        """ "in Belarus and Ukraine", "both in Belarus and indeed Ukraine"."""
        row, k = self.row, place.after
        names = [place.name]
        linked = False
        while row[k].low in {"and", ","}:
            linked = linked or row[k].low == "and"
            m = k + 1
            while row[m].tag in {"det", "adv"} or row[m].low in {"in", "to", "into", "indeed", "and"}:
                linked = linked or row[m].low == "and"
                m += 1
            name = place_name(row[m].mention)
            if name is None or row[m].possessive or row[m + 1].finite:
                break
            names.append(name)
            k = m + 1
        if not linked or len(names) < 2:
            return place
        return replace(place, after=k, name=" and ".join(n for n in names if n))

    def _direction(self, k: int) -> Place | None:
        """ "the east of the country", "Mali's north"."""
        word = _COMPASS[self.row[k].low]
        if self.whose is not None and self.whose.form == "possessive":
            return self._place(k + 1, f"{word} {self.whose.place or self.whose.name}", "direction")
        if self.row[k + 1].low != "of":
            return None
        for m in range(k + 2, k + 5):
            name = place_name(self.row[m].mention)
            if name is not None:
                return self._place(m + 1, f"{word} {name}", "direction")
            if self.row[m].low in _ANAPHORA:
                return self._place(m + 1, None, f"direction of the {self.row[m].low}:{word}")
        return None

    def _border(self, k: int) -> Place:
        """ "Ukraine's borders", "the border with Gaza", "the Syrian-Turkish border", "the border"."""
        row = self.row
        named = [m for i in range(self.first + 1, k) if (m := row[i].mention) is not None]
        after = k + 1
        if row[after].low in {"with", "of", "between", "from", "to"}:
            for at in range(after + 1, after + 7):
                mention = row[at].mention
                if mention is not None and place_name(mention) is not None:
                    named.append(mention)
                    after = at + 1
                    if row[after].low != "and":
                        break
                elif row[at].tag not in {"det", "word", "adv", "coord"}:
                    break
        known = [n for m in named if (n := _border_name(m))]
        others = [n for n in known if n != self.side]
        name = (others or known)[-1] if known else None
        rule = "border of a named country" if name else "the border"
        return Place(self.first, after, self.prep, f"{name} border" if name else None, rule, border=True)

    def _guess(self, k: int) -> Place | None:
        """A capitalised word that no list knows, where a place is meant: "in Menaka", "the town of Tel Tamer"."""
        row = self.row
        if self.prep not in {"", "in", "at", "near", "from", "to", "outside", "around", "into"}:
            return None
        settled = row[k - 1].low in _SETTLED or (row[k - 1].low == "of" and row[k - 2].low in _SETTLED)
        genitive = self.whose is not None and self.whose.form == "possessive"
        compass = row[k - 1].low.endswith("ern") and k == self.first + 2
        if k != self.first + 1 and not settled and not genitive and not compass:
            return None
        after = k
        while row[after].tag == "name" and row[after].mention is None and row[after].low not in _NO_PLACE:
            after += 1
        while row[after].low == "-" and row[after + 1].tag in {"name", "word"}:
            after += 2
        if after == k or row[after].low in _NO_PLACE or row[after].mention is not None:
            return None
        if row[after].tag == "word" and (row[after].low not in _SETTLED or self.prep == "at"):
            return None
        name = row.text[row[k].start : row[after - 1].end]
        if name.isupper() or row[k].possessive:
            return None
        name = f"{row[k - 1].low} {name}" if compass else name
        return replace(self._place(after, name, "a name behind a preposition of place"), guessed=True)


def _border_name(mention: Mention) -> str | None:
    if mention.kind is MentionKind.PERSON:
        return None
    return mention.place or (mention.name if mention.kind is MentionKind.PLACE else mention.side)
