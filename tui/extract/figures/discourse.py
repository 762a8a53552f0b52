"""What earlier sentences lend to a figure: who "it" and "his" are, whose troops the article speaks of, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.extract.figures import nouns
from tui.extract.figures.items import Item
from tui.extract.figures.places import Place, find_places
from tui.extract.model import Mention, MentionKind

_NOT_ACTING = frozenset(
    "in on at near from to into with against for over across along between around inside outside toward towards by about"
    " despite during through within under".split()
)


@dataclass
class Discourse:
    """The sentences of an article read so far. `rows` are all its sentences as items, in order."""

    rows: Sequence[Sequence[Item]]
    paragraphs: Sequence[int]
    sides: dict[int, str] = field(default_factory=dict)  # sentence -> side of its last figure
    spots: dict[int, Place] = field(default_factory=dict)  # sentence -> place of its last figure
    dominant: str | None = None

    def __post_init__(self) -> None:
        self.dominant = _dominant(self.rows)

    def actor_before(self, row: int, item: int, *, singular: bool = False) -> Mention | None:
        """The last acting side or person before `item`, in its sentence or the two before it."""
        for r in range(row, max(-1, row - 3), -1):
            items = self.rows[r]
            stop = item if r == row else len(items)
            found = actors(items[:stop])
            if singular:
                found = [m for m in found if m.kind is MentionKind.PERSON] or found
            if found:
                return found[-1] if r == row else found[0]
        return None

    def group_near(self, row: int) -> str | None:
        """The armed group that the sentence, or one of the three before it, speaks of."""
        for r in range(row, max(-1, row - 4), -1):
            named = [
                m for i in self.rows[r] if (m := i.mention) is not None and m.role == "group" and m.form != "opponent"
            ]
            if named:
                return named[0].side
        return None

    def side_near(self, row: int) -> str | None:
        """The side of the last figure within three sentences."""
        for r in range(row, max(-1, row - 4), -1):
            if r in self.sides:
                return self.sides[r]
        return None

    def place_near(self, row: int, side: str | None) -> Place | None:
        """The place that the sentences around speak of (codebook, convention 13)."""
        for r in (row, row - 1, row + 1, row - 2):
            if not 0 <= r < len(self.rows):
                continue
            if r in self.spots and r < row:
                return self.spots[r]
            found = [p for p in find_places(self.rows[r], side) if p.name is not None and p.name != side]
            if found:
                return found[-1] if r < row else found[0]
        return None

    def border_near(self, row: int) -> str | None:
        """The last border named before or in the article at all."""
        for r in [*range(row, -1, -1), *range(row + 1, len(self.rows))]:
            for place in find_places(self.rows[r], None):
                if place.border and place.name is not None:
                    return place.name
        return None


def actors(items: Sequence[Item]) -> list[Mention]:
    """The sides, institutions and people of a stretch that can act: not those behind a preposition of place."""
    out: list[Mention] = []
    for i, item in enumerate(items):
        mention = item.mention
        if mention is None or mention.side is None or mention.form == "opponent" or item.tag == "amount":
            continue
        if mention.kind is MentionKind.PLACE and mention.form != "adjective":
            continue
        if _behind_preposition(items, i):
            continue
        out.append(mention)
    return out


def _behind_preposition(items: Sequence[Item], i: int) -> bool:
    for j in range(i - 1, max(-1, i - 4), -1):
        if items[j].tag in {"prep", "to"}:
            return items[j].low in _NOT_ACTING
        if items[j].tag not in {"det", "word", "adv", "name"}:
            return False
    return False


def _dominant(rows: Sequence[Sequence[Item]]) -> str | None:
    """The side whose troops the article names most often, by adjective or genitive ("Russian troops", "its army")."""
    count: Counter[str] = Counter()
    for items in rows:
        for i, item in enumerate(items):
            word = item.low.split(" ")[-1]
            if word not in nouns.PLURAL and word not in {"army", "military"}:
                continue
            for j in range(i - 1, max(-1, i - 4), -1):
                mention = items[j].mention
                if mention is not None and mention.side is not None and mention.kind is MentionKind.SIDE:
                    count[mention.side] += 1
                    break
                if items[j].tag in {"prep", "verb", "aux", "punct"}:
                    break
    best = count.most_common(1)
    return best[0][0] if best else None
