"""The gazetteer's people as of one year: who is meant by a name, a surname or an office.

The list only settles who is meant; it never puts somebody into an article that does not speak of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.extract.gazetteer import Gazetteer
from tui.extract.gazetteer import Person as Entry
from tui.extract.titles import Office, office_of

# Letters that do not come apart into a letter and a mark.
_STROKES = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "ð": "d", "þ": "th"}
)
_LEADING = frozenset({Office.STATE, Office.GOVERNMENT, Office.LEADER})


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A name word without what transliterations differ in: accents, y/i endings, doubled letters, hyphens."""
    plain = word
    if not word.isascii():
        word = word.translate(_STROKES)
        plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    plain = re.sub(r"[^a-z]", "", plain.lower().removeprefix("al-").removeprefix("el-"))
    plain = plain.replace("y", "i").replace("j", "i") if len(plain) > 3 else plain
    return re.sub(r"(.)\1+", r"\1", plain)


def keys_of(words: Iterable[str]) -> tuple[str, ...]:
    """The skeletons of a name's words, hyphenated given names split ("Jong-un" as "Jong Un")."""
    out = []
    for word in words:
        if "-" not in word:
            if key := skeleton(word):
                out.append(key)
        else:
            parts = word.split("-") if word[0].isupper() else [word]
            out += [key for p in parts if (key := skeleton(p))]
    return tuple(out)


def fits(keys: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is the written name the full one: all of it, its surname, or its words in order?"""
    if keys == full or keys == full[-len(keys) :]:
        return True
    if len(keys) < 2:
        return False
    if full[-1] == keys[-1] and len(full) > 1 and _near(full[0], keys[0]):
        return True
    rest = iter(full)
    return all(k in rest for k in keys)


def _near(a: str, b: str) -> bool:
    """Two spellings of one given name: Sergei and Sergey, Joe and Joseph, S. and Subrahmanyam; not Dmitry and Denis."""
    if a[:1] != b[:1]:
        return False
    return a.startswith(b[:3]) or b.startswith(a[:3]) or min(len(a), len(b)) < 2


def _answers(office: Office, held: frozenset[Office]) -> bool:
    """Is one who holds these offices meant by the name of `office`?"""
    return office in held or (office is Office.LEADER and bool(held & _LEADING))


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the list, as of the year asked for. `current` where they held office then."""

    name: str
    side: str | None
    role: str | None
    offices: frozenset[Office]
    current: bool


class Roster:
    """The list, indexed once per gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.by_surname: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        self.by_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        self.by_side: dict[str, list[Entry]] = defaultdict(list)
        seen: set[str] = set()
        for entries in gazetteer.people.values():
            for entry in entries:
                if entry.name in seen:
                    continue
                seen.add(entry.name)
                for name in (entry.name, *entry.names):
                    keys = keys_of(name.split())
                    if keys:
                        self.by_surname[keys[-1]].append((keys, entry))
                        for key in dict.fromkeys(keys):
                            self.by_word[key].append((keys, entry))
                for side in {entry.side, *(o.side for o in entry.offices)}:
                    if side:
                        self.by_side[side].append(entry)

    def full(self, words: Sequence[str], year: int | None) -> Listed | None:
        """Whom a written full name means."""
        keys = keys_of(words)
        if len(keys) < 2:
            return None
        found = [e for full, e in self.by_word.get(keys[-1], ()) if full == keys]
        if not found:
            found = [e for full, e in self.by_surname.get(keys[-1], ()) if len(full) > 1 and fits(keys, full)]
        return self._best(found, year)

    def short(self, word: str, year: int | None, sides: frozenset[str]) -> Listed | None:
        """Whom a surname (or a family name that comes first) means: in office then, of a side spoken of."""
        keys = keys_of([word])
        if not keys or year is None:
            return None
        people = {e.name: e for full, e in self.by_word.get(keys[0], ()) if keys[0] in (full[-1], full[0])}
        surname = {e.name: e for full, e in self.by_surname.get(keys[0], ())}
        for pool in (surname, people):
            listed = [self._as_of(e, year) for e in pool.values()]
            found = [p for p in listed if p.current and p.side in sides]
            if len(found) == 1:
                return found[0]
        return None

    def only(self, word: str, year: int | None) -> Listed | None:
        """Whom a surname means that one person alone on the list bears, and who was in office then."""
        keys = keys_of([word])
        bearers = {e.name: e for _, e in self.by_surname.get(keys[0], ())} if keys else {}
        if len(bearers) != 1 or year is None:
            return None
        listed = self._as_of(next(iter(bearers.values())), year)
        return listed if listed.current else None

    def holder(self, office: Office, side: str, year: int | None) -> Listed | None:
        """Who held an office of a side that year; None where it is not known or not one alone."""
        if year is None:
            return None
        found = []
        for entry in self.by_side.get(side, ()):
            listed = self._as_of(entry, year)
            if listed.current and listed.side == side and _answers(office, listed.offices):
                found.append(listed)
        if office is Office.LEADER and len(found) > 1:
            heads = [p for p in found if Office.STATE in p.offices or Office.LEADER in p.offices]
            found = heads or found
        # in a year of change two are on the list, and a year does not tell which of them is meant
        return found[0] if len(found) == 1 else None

    def _best(self, found: Sequence[Entry], year: int | None) -> Listed | None:
        listed = [self._as_of(e, year) for e in {e.name: e for e in found}.values()]
        return max(listed, key=lambda p: p.current, default=None)

    @staticmethod
    def _as_of(entry: Entry, year: int | None) -> Listed:
        office = entry.office(year) if year is not None else None
        if office is not None:
            named = office_of(office.role.lower())
            return Listed(entry.name, office.side or entry.side, office.role, frozenset({named}), True)
        last = entry.offices[-1] if year is None and entry.offices else None
        return Listed(entry.name, entry.side, last.role if last else None, frozenset(), False)


_ROSTERS: dict[int, tuple[Gazetteer, Roster]] = {}


def roster_of(gazetteer: Gazetteer) -> Roster:
    """The roster of a gazetteer, made once."""
    made = _ROSTERS.get(id(gazetteer))
    if made is None or made[0] is not gazetteer:
        _ROSTERS.clear()
        made = _ROSTERS[id(gazetteer)] = (gazetteer, Roster(gazetteer))
    return made[1]
