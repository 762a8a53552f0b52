"""What earlier sentences lend to a figure: who "it" and "his" are, whose troops the article speaks of, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tui.extract.figures import nouns
from tui.extract.figures.actors import actors, subject_of
from tui.extract.figures.items import Row
from tui.extract.figures.places import Place, find_places
from tui.extract.model import Mention, MentionKind

_MEMORY = 6  # sentences that a figure's place and side are remembered for
# how much a place named in a sentence at this distance weighs (convention 13: the sentences around)
_NEARNESS = {0: 0.8, -1: 1.0, -2: 0.6, -3: 0.3, 1: 0.5}
_SPEAKER = 0.6  # what speaks for an army's own troops, against the nearness of others
_SURE = 0.6  # the weight from which a place of the sentences before is taken without more
_PER_MENTION = 0.1  # how much the mere mention of a side nearby weighs
_PER_SHARE = 0.5  # how much a side weighs that is the only one that the article names
_PER_OWNING = 0.1  # how much each naming of a side's troops anywhere in the article weighs
_PER_NAMING = 0.06  # and how much each naming anywhere in the article
_MOST_NAMINGS = 10
_POSTS = frozenset("army military base bases camp outpost convoy patrol garrison position positions".split())
_COMING = frozenset("send come arrive deploy bring fly return".split())
_TALKED = 0.15  # how clearly a place of talks, or of a speaker, is one of troops
_TALKS = frozenset(
    "summit talks talk meeting meetings conference interview reporters journalists speech negotiations ceremony"
    " diplomat diplomats ambassador embassy spokesman spokeswoman official officials parliament university".split()
)
_TALKING = frozenset("meet speak talk negotiate tell say".split())
_AMASSING = frozenset("mass amass assemble concentrate gather position deploy send station".split())


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a sentence names, the state it belongs to, and how clearly it is named as a place (0 to 1)."""

    name: str
    of: str | None
    weight: float
    there: bool = True  # is it behind a preposition of place?


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure told: whose troops, where, and whether they were lost."""

    side: str
    place: Place
    lost: bool


class Discourse:
    """The sentences of an article, all known beforehand, and the figures read so far."""

    def __init__(self, rows: Sequence[Row], neighbours: Mapping[str, Sequence[str]]) -> None:
        self.rows = rows
        self._neighbours = neighbours
        self._sides: dict[int, list[str]] = {}  # row -> sides of its figures
        self._figures: dict[int, list[Told]] = {}  # row -> what its figures told
        self._at: dict[str, list[str]] = {}  # place -> sides of figures there
        places = [find_places(r, None) for r in rows]
        self._borders = [[p.name for p in found if p.border and p.name is not None] for found in places]
        self._spots = [_spots(r, found) for r, found in zip(rows, places, strict=True)]
        self._owners = [_owners(r) for r in rows]
        self._troops = [next((t.word for t in reversed(r.items) if t.word in nouns.PLURAL), None) for r in rows]
        # the article as a whole
        self._namings = Counter(spot.name for spots in self._spots for spot in spots)
        self._states = {spot.name: spot.of for spots in reversed(self._spots) for spot in reversed(spots)}
        self._owned = Counter(side for owners in self._owners for side in owners)
        mentions = [item.mention for r in rows for item in r if item.mention is not None]
        self._named = Counter(m.side for m in mentions if m.side is not None)
        self._capitals = {m.side: m.place for m in reversed(mentions) if m.form == "capital"}
        self.organisations = frozenset(m.side for m in mentions if m.role == "organisation")
        self._states_named = frozenset(m.side for m in mentions if m.role in {"state", "organisation"})
        self.groups = frozenset(m.side for m in mentions if m.role == "group")

    def note(self, row: int, side: str, place: Place | None, *, lost: bool) -> None:
        """Remember the side and place of a figure, and whether it told of a loss."""
        self._sides.setdefault(row, [])
        if side not in nouns.IRREGULARS:  # nobody's name
            self._sides[row].append(side)
        if place is not None:
            self._figures.setdefault(row, []).append(Told(side, place, lost))
        if place is not None and place.name is not None:
            self._at.setdefault(place.name, []).append(side)
            self._states.setdefault(place.name, place.of)

    def actor_before(self, row: int, item: int, *, person: bool = False) -> Mention | None:
        """The actor that a pronoun at `item` stands for: the last one before it, else the subject of a sentence before.

        A person is taken for "he" where there is one.
        """
        for r in range(row, max(-1, row - 4), -1):
            found = [m for _, m in actors(self.rows[r], item if r == row else None)]
            if person:
                found = [m for m in found if m.kind is MentionKind.PERSON] or found
            if found:
                return found[-1] if r == row else found[0]
            named = [m for i in self.rows[r] if (m := i.mention) is not None and m.side is not None] if r < row else []
            if named:
                return named[0]
        return None

    def group_near(self, row: int) -> str | None:
        """The armed group that the sentence, one of the three before it, or the next one speaks of."""
        for near in chain(range(row, max(-1, row - 4), -1), range(row + 1, min(row + 2, len(self.rows)))):
            for item in self.rows[near]:
                mention = item.mention
                if mention is not None and mention.role == "group" and mention.form != "opponent":
                    return mention.side
        return None

    def organisation_near(self, row: int) -> str | None:
        """The organisation of states that the sentences before speak of, or the article speaks of most."""
        for r in range(row, max(-1, row - 4), -1):
            for item in reversed(self.rows[r].items):
                if item.mention is not None and item.mention.role == "organisation":
                    return item.mention.side
        return next((side for side, _ in self._named.most_common() if side in self.organisations), None)

    def coalition_named(self) -> str:
        """The alliance as the article calls it ("US-led coalition"), else "coalition"."""
        return next((side for side, _ in self._named.most_common() if side.endswith("coalition")), "coalition")

    def sides_near(self, row: int, speaker: str | None) -> list[str]:
        """The sides whose figures or troops the text around speaks of, the likeliest first: near and often.

        `speaker` is the side of an army that speaks, which may well speak of its own.
        """
        score: dict[str, float] = defaultdict(float, {speaker: _SPEAKER} if speaker else {})
        for r in range(max(0, row - _MEMORY), min(len(self.rows), row + 2)):
            nearness = 0.75 ** (row - r) if r <= row else 0.4
            for side in self._sides.get(r, []):
                score[side] += 1.5 * nearness
            for side in self._owners[r]:
                score[side] += nearness
            for side in {m.side for item in self.rows[r] if (m := item.mention) is not None and m.side is not None}:
                score[side] += _PER_MENTION * nearness
        for side in score:
            score[side] += _PER_OWNING * self._owned[side]
            score[side] += _PER_SHARE * self._named[side] / (1 + self._named.total())
        return sorted(score, key=lambda s: (-score[s], s))

    def hosts(self, row: int) -> list[str]:
        """The states that a sentence is set in, those first whose own troops the article speaks of."""
        named = [s.of for s in self._spots[row] if s.of is not None and s.there]
        return [s for s in named if self._owned[s]] + [s for s in named if self._named[s] > 1]

    def sides_at(self, place: str) -> list[str]:
        """The sides of earlier figures at the same place."""
        return self._at.get(place, [])

    def sides_named(self) -> list[str]:
        """Every side of the article: first those whose troops it speaks of, then by how often they are named."""
        ranked = [*self._owned.most_common(), *self._named.most_common()]
        return list(dict.fromkeys(side for side, _ in ranked))

    def place_near(
        self,
        row: int,
        side: str | None,
        *,
        state: bool = False,
        region: bool = False,
        pointing: bool = False,
        borders: bool = False,
        lost: bool = False,
        earlier: bool = False,
    ) -> Place | None:
        """The place that the sentences around speak of (codebook, convention 13).

        With `pointing` it is the one that "there" or "the area" points back to; with `state` it is the country ("the
        country"), with `region` a part of one ("the region"); with `borders` a border counts whole, else only the
        country behind it; `lost` asks for the place of a loss, `earlier` for what was said before this sentence.
        """
        score: dict[str, float] = defaultdict(float)
        for distance, nearness in _NEARNESS.items():
            if not 0 <= row + distance < len(self.rows) or (earlier and distance >= 0):
                continue
            best: dict[str, float] = defaultdict(float)
            for spot in self._spots[row + distance]:
                name = spot.of if state else spot.name
                if name is not None and not (region and name == spot.of):
                    best[name] = max(best[name], spot.weight)
            for name, weight in best.items():
                score[name] += weight * nearness
        for r in range(max(0, row - _MEMORY), row + 1):
            for told in self._figures.get(r, []):
                place = told.place
                # the troops of another side are in the same country, hardly in the same town, unless both died there
                same = told.side == side or pointing or (lost and told.lost)
                name = place.name if same and not state else place.of
                if name is None and not state:
                    name = place.name
                weight = (2.5 if same else 1.2) * 0.8 ** (row - r)
                if name is not None and place.border and not borders:
                    name, weight = name.removesuffix(" border"), weight / 2
                if name is not None and not (region and name == place.of):
                    score[name] += weight
        if earlier:
            score = defaultdict(float, {n: s for n, s in score.items() if s >= _SURE} or self._topic(side))
        elif not score and not region:
            score.update({name: 0.0 for name in self._namings if not state or self._state_of(name) == name})
        for own in (side or "").split(" and ") if not lost else ():
            score.pop(own, None)
        if not score:
            return None
        ranked = {n: s + _PER_NAMING * min(_MOST_NAMINGS, self._namings[n]) for n, s in score.items()}
        name = max(ranked, key=lambda n: (ranked[n], n))
        # a part of the country that is spoken of nearly as much says more than the country
        parts = [n for n in ranked if n != name and self._states.get(n) == name and ranked[n] >= 0.6 * ranked[name]]
        if parts and not state:
            name = max(parts, key=lambda n: (ranked[n], n))
        return Place(0, 0, "", name, "place spoken of nearby", border=name.endswith(" border"), of=self._state_of(name))

    def _topic(self, side: str | None) -> dict[str, float]:
        """The one place, not the side's own, that the article is about, where there is one."""
        own = set((side or "").split(" and "))
        names = [(n, count) for n, count in self._namings.most_common() if n not in own]
        half = sum(count for _, count in names) / 2
        return {n: 0.0 for n, count in names[:1] if count >= 4 and count > half}

    def _state_of(self, name: str) -> str | None:
        return self._states.get(name)

    def only_state(self, row: Row, before: int) -> str | None:
        """The one state that the sentence names before an item, None where it names several or none."""
        named = {m.side for item in row.between(0, before) if (m := item.mention) is not None and m.side is not None}
        return named.pop() if len(named) == 1 else None

    def capital_named(self, state: str | None) -> str | None:
        """The capital of the state, where the article names it."""
        return self._capitals.get(state)

    def is_state(self, side: str | None) -> bool:
        """Is it a state or an organisation of states, by the article's own mentions of it?"""
        return side in self._states_named

    def contributing(self, row: int, side: str | None) -> Place | None:
        """Where the troops of other states are that the sentences just before list, of which this side is one more."""
        for r in range(row, max(-1, row - 3), -1):
            for told in reversed(self._figures.get(r, [])):
                foreign = told.place.of is not None and told.place.of not in {told.side, side}
                if told.side != side and foreign and not told.lost and not told.place.border:
                    return told.place
        return None

    def last_place(self, row: int) -> Place | None:
        """The place named last before a sentence, or last told of by a figure: what "there" points to."""
        for r in range(row - 1, max(-1, row - 3), -1):
            found = [s for s in self._spots[r] if s.there]
            told = [t.place for t in self._figures.get(r, []) if t.place.name is not None]
            if told and not found:
                return told[-1]
            if found:
                return Place(0, 0, "", found[-1].name, "place named last", of=found[-1].of)
        return None

    def border_near(self, row: int, side: str | None) -> str | None:
        """The border spoken of just before; else that of the neighbour, or country, that the article names most."""
        for r in range(row, max(-1, row - 4), -1):
            for name in reversed(self._borders[r]):
                if name != f"{side} border":
                    return name
        for name, _ in self._named.most_common():
            if name in self._neighbours.get(side or "", ()):
                return f"{name} border"
        near = self.place_near(row, side, state=True)
        return f"{near.name} border" if near is not None else None

    def troops_near(self, row: int) -> str | None:
        """The last noun for troops in the sentence or the two before it."""
        return next((word for word in reversed(self._troops[max(0, row - 2) : row + 1]) if word), None)

    def speaks_of_other_troops(self, row: int) -> bool:
        """Does the sentence speak of troops without a number (so that a bare number may mean these)?"""
        return row not in self._sides and self._troops[row] is not None


def _spots(row: Row, places: Sequence[Place]) -> list[Spot]:
    """The places of a sentence, those behind a preposition first."""
    out: list[Spot] = []
    used: set[int] = set()
    fighting = any(item.word in nouns.PLURAL or item.word in _POSTS for item in row)
    for place in places:
        used.update(range(place.first, place.after))
        if place.prep == "from" and row[place.first - 1].base in _COMING:
            continue  # "the troops sent from North Korea": where they are no longer
        if place.name is not None and not place.border and (not place.capital or fighting):
            weight = 0.15 if place.prep == "from" else 0.3 if place.guessed else 1.0
            weight = min(weight, _TALKED) if _is_of_talks(row, place) else weight
            out.append(Spot(place.name, place.of or (None if place.guessed else place.name), weight))
        elif place.border and place.name is not None:
            name = place.name.removesuffix(" border")
            out.append(Spot(name, name, 0.5))
    for i, item in enumerate(row):
        mention = item.mention
        if mention is None or i in used or mention.form in {"opponent", "capital", "metonym"}:
            continue
        if mention.kind is MentionKind.SIDE and mention.role == "state" and mention.side is not None:
            weight = 0.1 if mention.form == "adjective" else 0.3
            out.append(Spot(mention.side, mention.side, weight, there=False))
        elif mention.kind is MentionKind.PLACE and mention.name is not None:
            weight = 0.2 if row[i + 1].tag == "word" else 0.5
            out.append(Spot(mention.place or mention.name, mention.side, weight, there=False))
    return out


def _is_of_talks(row: Row, place: Place) -> bool:
    """ "at its summit in Vilnius", "told reporters in Seoul": where people speak, which is not where troops are."""
    before = row.between(max(0, place.first - 4), place.first)
    return any(t.word in _TALKS or t.base in _TALKING for t in before) and not any(t.low in {",", ";"} for t in before)


def _owners(row: Row) -> list[str]:
    """The sides whose troops a sentence speaks of: "Russian troops", "its army", "Serbia had assembled"."""
    out: list[str] = []
    for i, item in enumerate(row):
        if item.word in nouns.PLURAL or item.word in _POSTS:
            for j in range(i - 1, i - 4, -1):
                mention = row[j].mention
                if mention is not None and mention.side is not None and mention.kind is not MentionKind.PLACE:
                    out.append(mention.side)
                    break
                if row[j].tag in {"prep", "verb", "aux", "punct", "end"}:
                    break
        elif item.tag == "verb" and item.base in _AMASSING and not row.is_passive(i):
            found = subject_of(row, i)
            if found is not None and found[1].side is not None:
                out.append(found[1].side)
    return out
