"""The gazetteer: sides, places, institutions and people, compiled once from the data package and the config.

Every name is kept under a key (`key_of`): words joined by one space, diacritics, apostrophes and dots dropped, case kept.
A look-up starts at a word that begins some key and takes the longest key that the following words spell.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from tui.config import Config
from tui.extract.model import MentionKind

Table = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for; the fields are those of `tui.extract.model.Mention`."""

    kind: MentionKind
    name: str
    side: str | None
    form: str
    role: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public life: who is meant by a name. `offices` are (role, side, first year, last year or 9999)."""

    name: str
    side: str | None
    role: str | None
    offices: tuple[tuple[str, str | None, int, int], ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """Compiled look-ups. `entries` are by key; `longest` gives, for a key's first word, the words of its longest key."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lower_starts: frozenset[str] = frozenset()

    @classmethod
    def from_config(cls, config: Config) -> Gazetteer:
        """The gazetteer that `config` describes; the one of the packaged data alone is kept."""
        if any((config.sides, config.places, config.institutions, config.people, config.outlets)):
            return _compile(config)
        return _default()

    def entry(self, name: str) -> Entry | None:
        """What `name` stands for, None where it is not known."""
        return self.entries.get(key_of(name))

    def side(self, name: str | None) -> str | None:
        """The canonical side that `name` (in any spelling or form) belongs to, None where it is not known."""
        found = self.entries.get(key_of(name)) if name else None
        return found.side if found else None

    def persons(self, name: str) -> tuple[Person, ...]:
        """The people of the list whom `name` (full name, variant or surname) may mean."""
        return self.people.get(key_of(name), ())


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|(?:[A-Z]\.){2,}")


def key_of(name: str) -> str:
    """The look-up key of `name`."""
    return " ".join(word_key(w) for w in _WORD.findall(name.replace("’", "'").replace(".", "")))


def word_key(word: str) -> str:
    """The key of one word."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_STROKES)).encode("ascii", "ignore").decode("ascii")
    return word.replace("'", "").replace(".", "") if not word.isalnum() else word


_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})


def packaged(name: str) -> dict[str, dict[str, Any]]:
    """One table of tui/data."""
    loaded: dict[str, dict[str, Any]] = json.loads((files("tui") / "data" / name).read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _default() -> Gazetteer:
    return _compile(Config())


def _compile(config: Config) -> Gazetteer:
    builder = _Builder()
    states = packaged("states.json")
    sides = {name: dict(spec) for name, spec in states.items()}
    for layer in (packaged("sides.json"), config.sides):
        for name, spec in layer.items():
            sides[name] = _overlaid(sides.get(name, {}), spec)
    builder.cities(json.loads((files("tui") / "data" / "cities.json").read_text(encoding="utf-8")))
    places = packaged("places.json")
    builder.places({**places, **{n: _overlaid(places.get(n, {}), s) for n, s in config.places.items()}})
    builder.sides(sides)
    institutions = packaged("institutions.json")
    builder.institutions({**institutions, **{n: _overlaid(institutions.get(n, {}), s) for n, s in config.institutions.items()}})
    neighbours = {name: tuple(spec.get("neighbours", ())) for name, spec in states.items()}
    return builder.build(neighbours)


def _overlaid(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`over` laid on `under`: lists are joined, except that adjectives and people replace; the rest replaces."""
    out = dict(under)
    for key, value in over.items():
        joined = key in ("names", "capitals", "seats") and key in out
        out[key] = [*out[key], *value] if joined else value
    return out


class _Builder:
    """Collects keys; what is added later overrides what was added before."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}

    def add(self, names: Iterable[str], entry: Entry) -> None:
        for name in names:
            key = key_of(name)
            self.entries[key] = entry
            if key.startswith("the "):
                self.entries.setdefault(key[4:], entry)

    def cities(self, table: Mapping[str, list[str]]) -> None:
        for state, names in table.items():
            for name in names:
                self.entries[key_of(name)] = Entry(MentionKind.PLACE, name, state, "name", "city", name)

    def places(self, table: Table) -> None:
        for name, spec in table.items():
            of = spec.get("of")
            place = MentionKind.PLACE
            self.add([name, *spec.get("names", ())], Entry(place, name, of, "name", "region", name))
            self.add(spec.get("adjectives", ()), Entry(place, name, of, "adjective", None, name))
            self.add(spec.get("people", ()), Entry(place, name, of, "people", None, name))

    def sides(self, table: Table) -> None:
        for name, spec in table.items():
            kind = spec.get("kind", "state")
            place = spec.get("place", name if kind == "state" else None)
            if "of" in spec:
                entry = Entry(MentionKind.PLACE, name, spec["of"], "name", "territory", name)
                self.add([name, *spec.get("names", ())], entry)
                continue
            def of(form: str, role: str | None = kind, name: str = name, place: str | None = place) -> Entry:
                return Entry(MentionKind.SIDE, name, name, form, role, place)

            # The weaker readings first: a capital named like its state (Djibouti) is the state.
            for seat in spec.get("seats", ()):
                self.add([seat], Entry(MentionKind.SIDE, seat.replace("the ", ""), name, "metonym", kind))
            capitals = [spec["capital"]] if "capital" in spec else []
            for capital in [*capitals, *spec.get("capitals", ()), *spec.get("capital_of", ())]:
                city = capitals[0] if capital in _SPELLINGS.get(capitals[0] if capitals else "", ()) else capital
                self.add([capital], of("capital", kind, name, city))
            self.add(spec.get("people", ()), of("people"))
            self.add(spec.get("adjectives", ()), of("adjective"))
            self.add([name, *spec.get("names", ())], of("name"))

    def institutions(self, table: Table) -> None:
        for name, spec in table.items():
            entry = Entry(MentionKind.INSTITUTION, name, spec.get("side"), "name", spec.get("role"))
            self.add([name, *spec.get("names", ())], entry)

    def build(self, neighbours: Mapping[str, tuple[str, ...]]) -> Gazetteer:
        longest: dict[str, int] = {}
        for key in self.entries:
            first, n = key.partition(" ")[0], key.count(" ") + 1
            if longest.get(first, 0) < n:
                longest[first] = n
        lower = frozenset(first for first in longest if first[:1].islower())
        return Gazetteer(self.entries, longest, {}, neighbours, lower)


# Spellings of a capital that stand for one place name.
_SPELLINGS = {
    "Kyiv": ("Kiev", "Kyyiv"), "Astana": ("Nur-Sultan",), "Tehran": ("Teheran",), "Chisinau": ("Chișinău",),
    "Pristina": ("Prishtina", "Priština"), "New Delhi": ("Delhi",), "Washington": ("Washington DC",),
    "Sanaa": ("Sana'a",), "Naypyidaw": ("Naypyitaw", "Nay Pyi Taw"),
}
