"""What earlier sentences lend to a figure: who "it" and "his" are, whose troops the article speaks of, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.extract.figures import nouns
from tui.extract.figures.actors import actors
from tui.extract.figures.items import Row
from tui.extract.figures.places import Place, find_places
from tui.extract.model import Mention, MentionKind

_MEMORY = 6  # sentences that a figure's place and side are remembered for


class Discourse:
    """The sentences of an article, all known beforehand, and the figures read so far."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.sides: dict[int, list[str]] = {}  # row -> sides of its figures
        self.spots: dict[int, list[Place]] = {}  # row -> places of its figures
        self._places = [[p for p in find_places(r, None) if p.name is not None and not p.capital] for r in rows]
        self._owned = _owned(rows)
        self._topic = _most(p.name for places in self._places for p in places if not p.border)

    def note(self, row: int, side: str, place: Place | None) -> None:
        """Remember the side and place of a figure."""
        self.sides.setdefault(row, []).append(side)
        if place is not None:
            self.spots.setdefault(row, []).append(place)

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
        return None

    def group_near(self, row: int) -> str | None:
        """The armed group that the sentence, or one of the three before it, speaks of."""
        for r in range(row, max(-1, row - 4), -1):
            for item in self.rows[r]:
                mention = item.mention
                if mention is not None and mention.role == "group" and mention.form != "opponent":
                    return mention.side
        return None

    def sides_near(self, row: int) -> list[str]:
        """The sides of the figures before, nearest first."""
        near = [side for r in range(row, max(-1, row - _MEMORY), -1) for side in reversed(self.sides.get(r, []))]
        return list(dict.fromkeys(near))

    def owners(self) -> list[str]:
        """The sides whose troops the article speaks of, the commonest first."""
        return [side for side, _ in self._owned.most_common()]

    def place_near(self, row: int, side: str | None) -> Place | None:
        """The place that the sentences around speak of (codebook, convention 13)."""
        for r in range(row, max(-1, row - _MEMORY), -1):
            if self.spots.get(r):
                return self.spots[r][-1]
            if r >= row - 2 and (named := [p for p in self._places[r] if p.name != side]):
                return named[-1] if r < row else named[0]
        ahead = self._places[row + 1] if row + 1 < len(self.rows) else []
        for place in ahead:
            if place.name != side:
                return place
        if self._topic is not None and self._topic != side:
            return Place(0, 0, "", self._topic, "place the article speaks of")
        return None

    def border_near(self, row: int) -> str | None:
        """The border spoken of last, or anywhere in the article."""
        for r in [*range(row, -1, -1), *range(row + 1, len(self.rows))]:
            for place in self._places[r]:
                if place.border:
                    return place.name
        return None

    def speaks_of_troops(self, row: int) -> bool:
        """Do the sentence or the two before it speak of troops at all?"""
        return any(item.word in nouns.PLURAL for r in range(max(0, row - 2), row + 1) for item in self.rows[r])


def _most(names: Iterable[str | None]) -> str | None:
    count: Counter[str] = Counter(name for name in names if name is not None)
    best = count.most_common(1)
    return best[0][0] if best else None


def _owned(rows: Sequence[Row]) -> Counter[str]:
    """How often the article names the troops of each side, by adjective or genitive ("Russian troops", "its army")."""
    count: Counter[str] = Counter()
    for row in rows:
        for i, item in enumerate(row):
            if item.word not in nouns.PLURAL and item.word not in {"army", "military"}:
                continue
            for j in range(i - 1, i - 4, -1):
                mention = row[j].mention
                if mention is not None and mention.side is not None and mention.kind is not MentionKind.PLACE:
                    count[mention.side] += 1
                    break
                if row[j].tag in {"prep", "verb", "aux", "punct", "end"}:
                    break
    return count
