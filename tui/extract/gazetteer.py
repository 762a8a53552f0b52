"""The gazetteer: sides, places, institutions and people, compiled once from the packaged tables and the config.

The tables (tui/data/*.json) have the shape of the sections of config.yaml, which are laid over them:

- states.json, cities.json: made from maintained data packages by tools/build_gazetteer.py;
- sides.json: what those lack (nicknames, seats of government, irregular demonyms), organisations and armed groups;
- places.json, institutions.json, people.json: kept by hand.

Every name is kept under a key (`key_of`): words joined by one space, without diacritics, apostrophes and dots, in its
case. A look-up starts at a word that begins some key and takes the longest key that the following words spell.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from tui.config import Config
from tui.corpus.outlets import Outlet, OutletKind, outlets_of
from tui.extract.model import MentionKind

Table = Mapping[str, Mapping[str, Any]]
Overlay = Mapping[str, Mapping[str, Any] | None]


class Entry(NamedTuple):
    """What a name stands for; the fields are those of `tui.extract.model.Mention`.

    A `form` of "after the" marks a common word that is a name only behind "the" ("the Sun"), or, with no role, only
    behind a "The" inside the sentence ("told The Hill").
    """

    kind: MentionKind
    name: str
    side: str | None
    form: str
    role: str | None = None
    place: str | None = None


class Office(NamedTuple):
    """A post that somebody holds or held: years inclusive, `until` None while in office; `side` is the one served."""

    role: str
    side: str | None
    since: int
    until: int | None


class Person(NamedTuple):
    """Somebody in public life: settles who is meant by a surname or a title, never found where no text names them."""

    name: str
    side: str | None
    offices: tuple[Office, ...]
    names: tuple[str, ...] = ()

    def office(self, year: int) -> Office | None:
        """The post of that year, the latest where there are two; None outside their time."""
        held = [o for o in self.offices if o.since <= year <= (o.until or 9999)]
        return max(held, key=lambda o: o.since, default=None)


@dataclass(frozen=True)
class Gazetteer:
    """Compiled look-ups.

    `entries` are by key; `longest` gives, for the first word of a key, how many words its longest key has; `people` are
    by key of full name, variant spelling and surname; `neighbours` are the states that border on a state;
    `ambiguous` are keys that are personal names too (Jordan), with the words before which they are not the side.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ambiguous: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lower_starts: frozenset[str] = frozenset()

    @classmethod
    def from_config(cls, config: Config) -> Gazetteer:
        """The gazetteer that `config` describes; the one of the packaged tables alone is compiled once."""
        own = (config.sides, config.places, config.institutions, config.people, config.outlets, config.targets)
        return _compile(config) if any(own) else _default()

    def entry(self, name: str) -> Entry | None:
        """What `name` stands for, None where it is not known."""
        return self.entries.get(key_of(name))

    def side(self, name: str | None) -> str | None:
        """The canonical side that `name` (in any spelling or form) belongs to, None where it is not known."""
        found = self.entries.get(key_of(name)) if name else None
        return found.side if found else None

    def persons(self, name: str) -> tuple[Person, ...]:
        """The people of the list whom `name` (full name, variant spelling or surname) may mean."""
        return self.people.get(key_of(name), ())


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})


def key_of(name: str) -> str:
    """The look-up key of `name`."""
    if name.isalpha() and name.isascii():
        return name
    return " ".join(word_key(w) for w in _WORD.findall(name.replace("’", "'").replace(".", "")))


def word_key(word: str) -> str:
    """The key of one word."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_STROKES)).encode("ascii", "ignore").decode("ascii")
    return word if word.isalnum() else word.replace("'", "").replace(".", "")


def packaged(name: str) -> dict[str, Any]:
    """One table of tui/data."""
    loaded: dict[str, Any] = json.loads((files("tui") / "data" / name).read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _default() -> Gazetteer:
    return _compile(Config())


def _compile(config: Config) -> Gazetteer:
    states = packaged("states.json")
    builder = _Builder()
    builder.cities(packaged("cities.json"))
    builder.places(_laid(packaged("places.json"), config.places))
    builder.outlets(outlets_of(config))
    builder.sides(_laid(_laid(states, packaged("sides.json")), config.sides))
    builder.institutions(_laid(packaged("institutions.json"), config.institutions), "role")
    builder.institutions(_laid(packaged("targets.json"), config.targets), "sector")
    people = _people(_laid(packaged("people.json"), config.people))
    return builder.build(people, {name: tuple(spec.get("neighbours", ())) for name, spec in states.items()})


_JOINED = ("names", "capitals", "seats")


def _laid(under: Table, over: Overlay) -> dict[str, Mapping[str, Any]]:
    """The table `over` laid on `under`: names, capitals and seats are added, everything else replaces.

    An entry of None takes the name out.
    """
    out = dict(under)
    for name, spec in over.items():
        if spec is None:
            out.pop(name, None)
            continue
        base = out.get(name, {})
        out[name] = {**base, **{k: [*base[k], *v] if k in _JOINED and k in base else v for k, v in spec.items()}}
    return out


_OFFICE = re.compile(r"(.+?) (\d{4})-(\d{4})?(?: (.+))?")


def _people(table: Table) -> dict[str, tuple[Person, ...]]:
    """People by the keys of their names and surnames."""
    found: dict[str, list[Person]] = {}
    for name, spec in table.items():
        names = tuple(spec.get("names", ()))
        side = spec.get("side")
        person = Person(name, side, tuple(_office(o, side) for o in spec.get("offices", ())), names)
        for key in dict.fromkeys(k for n in (name, *names) for k in (key_of(n), key_of(n.rpartition(" ")[2]))):
            found.setdefault(key, []).append(person)
    return {key: tuple(people) for key, people in found.items()}


def _office(words: str, side: str | None) -> Office:
    """ "Prime Minister 2010-2024 Netherlands": role, years, and the side where it is not the person's own."""
    match = _OFFICE.fullmatch(words)
    if match is None:
        return Office(words, side, 0, None)
    role, since, until, of = match.groups()
    return Office(role, of or side, int(since), int(until) if until else None)


# Names of outlets that are words too: an outlet only behind "the" ("the Times"), only behind a capital "The" inside a
# sentence ("told The Hill"), or never by that name alone.
_BEHIND_THE = frozenset(
    "Times Post Sun Mirror Express Mail Star Guardian Independent Telegraph Observer Economist Spectator AP Mainichi "
    "Hindu Australian Scotsman".split()
)
_BEHIND_CAPITAL_THE = frozenset(
    "Atlantic Nation Hill Age Herald Record Week Standard Intercept Conversation National Journal Diplomat Wire Print "
    "Globe Register Verge Punch Monitor Insider".split()
)
_NEVER_ALONE = frozenset(
    "Time TIME Vice VICE Vox Slate Salon Fortune Forbes Wired WIRED Petra Fars Mehr Lusa SABA Metro Stuff Dawn "
    "Inquirer Motherboard Scroll Antara Vanguard Local Caixin Sputnik APP AOL MSN".split()
) | {"Foreign Affairs", "Foreign Policy", "Dow Jones", "Head Topics", "Global News", "Google News", "Crisis Group"}


_DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west southeast southeastern".split()
)


class _Builder:
    """Collects keys; what is added later overrides what was added before."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.ambiguous: dict[str, frozenset[str]] = {}

    def add(self, names: Iterable[str], entry: Entry) -> None:
        for name in names:
            key = key_of(name.removeprefix("the "))
            # "eastern Europe" is looked up from "Europe" back, as "Eastern Europe": no need to stop at each "eastern".
            first, _, rest = key.partition(" ")
            self.entries[f"{first.capitalize()} {rest}" if rest and first in _DIRECTIONS else key] = entry

    def cities(self, table: Mapping[str, list[str]]) -> None:
        place = MentionKind.PLACE
        for state, names in table.items():
            for name in names:
                self.entries[key_of(name)] = Entry(place, name, state, "name", "city", name)

    def places(self, table: Table) -> None:
        for name, spec in table.items():
            role = "city" if name in self.entries else "region"
            entry = Entry(MentionKind.PLACE, name, spec.get("of"), "name", role, name)
            self.add(spec.get("adjectives", ()), entry._replace(form="adjective"))
            self.add(spec.get("people", ()), entry._replace(form="people"))
            self.add([name, *spec.get("names", ())], entry)

    def outlets(self, outlets: Iterable[Outlet]) -> None:
        """Outlets speak ("told the BBC") and their names hold the names of sides ("Moscow Times")."""
        for outlet in outlets:
            if outlet.kind is OutletKind.OFFICIAL:
                continue
            entry = Entry(MentionKind.INSTITUTION, outlet.name, None, "name", "outlet")
            for alias in (*outlet.aliases, outlet.name):
                bare = alias.removeprefix("The ")
                if bare in _BEHIND_THE:
                    self.entries.setdefault(key_of(bare), entry._replace(form="after the"))
                elif bare in _BEHIND_CAPITAL_THE:
                    self.entries.setdefault(key_of(bare), entry._replace(form="after the", role=None))
                elif len(bare) > 2 and bare[0].isupper() and bare not in _NEVER_ALONE:
                    self.entries[key_of(bare)] = entry

    def sides(self, table: Table) -> None:
        for name, spec in table.items():
            kind = spec.get("kind", "state")
            if "of" in spec:
                territory = Entry(MentionKind.PLACE, name, spec["of"], "name", "territory", name)
                self.add([name, *spec.get("names", ())], territory)
                continue
            place = spec.get("place", name if kind == "state" else None)
            entry = Entry(MentionKind.SIDE, name, name, "name", kind, place)
            # The weaker readings first: a capital named like its state (Djibouti) is the state.
            for seat in spec.get("seats", ()):
                self.add([seat], entry._replace(name=seat.removeprefix("the "), form="metonym", place=None))
            capital = spec.get("capital")
            if capital:
                self.add([capital, *spec.get("spellings", ())], entry._replace(form="capital", place=capital))
            for other in spec.get("capitals", ()):
                self.add([other], entry._replace(form="capital", place=other))
            self.add(spec.get("people", ()), entry._replace(form="people"))
            self.add(spec.get("adjectives", ()), entry._replace(form="adjective"))
            self.add([name, *spec.get("names", ())], entry)
            if "ambiguous" in spec:
                self.ambiguous[key_of(name)] = frozenset(spec["ambiguous"])

    def institutions(self, table: Table, sort: str) -> None:
        for name, spec in table.items():
            entry = Entry(MentionKind.INSTITUTION, name, spec.get("side"), "name", spec.get(sort))
            self.add([name, *spec.get("names", ())], entry)

    def build(self, people: Mapping[str, tuple[Person, ...]], neighbours: Mapping[str, tuple[str, ...]]) -> Gazetteer:
        longest: dict[str, int] = {}
        for key in self.entries:
            first, _, rest = key.partition(" ")
            n = rest.count(" ") + 2 if rest else 1
            if longest.get(first, 0) < n:
                longest[first] = n
        lower = frozenset(first for first in longest if not first[:1].isupper())
        return Gazetteer(self.entries, longest, people, neighbours, self.ambiguous, lower)
