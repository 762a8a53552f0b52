"""People of one article: found by title and name, settled by the gazetteer.

`People.of` reads the whole article once and gathers sightings (a title before a name, a role behind it, a name that
speaks); sightings of the same name become one `Person`. `People.find` then marks every mention in a sentence: full
names, surnames, "Mr Wallace", and descriptions ("the Russian leader") that only one known person answers to.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from tui.corpus.model import TEXT_CLASSES, Article
from tui.extract.fold import fold
from tui.extract.gazetteer import Gazetteer
from tui.extract.mentions import find_mentions
from tui.extract.model import Mention, MentionKind
from tui.extract.names import given_names, is_wordlike
from tui.extract.phrases import Phrase, Reader, acts_like_a_person
from tui.extract.roster import Roster, fits, keys_of, roster_of, skeleton
from tui.extract.titles import Office, gender_of


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the article. `name` is canonical; `offices` are those the article or the gazetteer gives."""

    name: str
    words: tuple[str, ...]
    role: str | None
    side: str | None
    offices: frozenset[Office]
    gender: str | None = None
    seen: tuple[int, ...] = ()  # article offsets of the sightings
    spellings: frozenset[tuple[str, ...]] = frozenset()  # other ways in which the article writes the name
    times: int = 0  # how often the article spells the name out


@dataclass
class _Draft:
    """A person while sightings are gathered."""

    words: tuple[str, ...]
    spellings: Counter[tuple[str, ...]] = field(default_factory=Counter)
    phrases: list[Phrase] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)


_TITLE_TO_ROLE = re.compile(r"\b(?:of|the|to|for|in|and|on|at|a|an|with)\b", re.I)


def role_name(words: str) -> str:
    """A role as records show it: "foreign minister" as "Foreign Minister"."""
    return " ".join(
        w if _TITLE_TO_ROLE.fullmatch(w) or w[:1].isupper() else w[:1].upper() + w[1:] for w in words.split()
    )


@dataclass(frozen=True)
class People:
    """The people an article names, and how later short forms ("Wallace", "the Defence Secretary") resolve to them."""

    persons: tuple[Person, ...] = ()
    _names: _Names = field(default_factory=lambda: _Names(()))
    _reader: Reader | None = None
    _found: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    _listed: _Listing | None = None

    @classmethod
    def of(
        cls, article: Article, gazetteer: Gazetteer, mentions_of: Callable[[str], Sequence[Mention]] | None = None
    ) -> People:
        """Read the whole article once. `mentions_of` gives a sentence's mentions where they are kept already."""
        reader = Reader(mentions_of or (lambda text: find_mentions(text, gazetteer)))
        texts = [(s.start, fold(s.text)) for s in article.sentences if s.cls in TEXT_CLASSES and s.repeat_of is None]
        listed = _Listing(roster_of(gazetteer), article.published.year if article.published else None)
        phrases = [(start, p) for start, text in texts for p in reader.phrases(text, listed)]
        alone = {skeleton(w) for _, text in texts for w in reader.lone_words(text)}
        sides = frozenset(m.side for _, text in texts for m in reader.mentions(text) if m.side)
        phrases += [(start, p) for start, text in texts for p in listed.surnames(reader, text, sides)]
        persons = _settle(_drafts(phrases, alone), [text for _, text in texts], listed)
        names = _Names(persons)
        discourse = _Discourse(persons, listed)
        found = {text: _mentions(reader, names, discourse, text) for _, text in texts}
        return cls(persons, names, reader, found, listed)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The person mentions of one sentence, left to right.

        "The president" without a country means whoever of that office the article spoke of last; for a text that is
        no sentence of the article, the one that it speaks of most.
        """
        if text not in self._found and self._reader is not None:
            return _mentions(self._reader, self._names, _Discourse(self.persons, self._listed), text)
        return self._found.get(text, ())

    def named(self, name: str) -> Person | None:
        """The person that a written name means, full or short."""
        return self._names.get(name.split())

    def holder(self, office: Office, side: str | None) -> Person | None:
        """The person who holds `office` for `side`: of the article, else of the list at the article's date."""
        return _Discourse(self.persons, self._listed).holder(office, side, "")

    def named_holder(self, office: Office, side: str | None) -> Person | None:
        """The person of the article who holds `office` for `side`."""
        return _Discourse(self.persons, None).holder(office, side, "")


class _Listing:
    """The gazetteer's people as of the article's year."""

    def __init__(self, roster: Roster, year: int | None) -> None:
        self.roster = roster
        self.year = year

    def known(self, words: Sequence[str]) -> bool:
        """Is it the full name of somebody on the list?"""
        return len(words) > 1 and self.roster.full(words, self.year) is not None

    def is_surname(self, word: str) -> bool:
        """Only full names count in the first reading."""
        return False

    def surnames(self, reader: Reader, text: str, sides: frozenset[str]) -> list[Phrase]:
        """Surnames that stand alone and that the list gives to one person in office, of a side that is spoken of."""
        out = []
        for token in reader.lone_tokens(text):
            if is_wordlike(token.text):
                continue
            listed = self.roster.short(token.text, self.year, sides)
            if listed is None and acts_like_a_person(text, token):
                listed = self.roster.only(token.text, self.year)
            if listed is not None:
                words = tuple(listed.name.split())
                out.append(Phrase(token.start, token.end, words, None, listed.side, Office.OTHER))
        return out

    def holder(self, office: Office, side: str) -> Person | None:
        """The holder of an office as a person that the article does not name."""
        found = self.roster.holder(office, side, self.year)
        if found is None:
            return None
        return Person(found.name, tuple(found.name.split()), found.role, found.side, found.offices)


class _Names:
    """Written names to persons."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.by_key: dict[str, list[Person]] = defaultdict(list)
        self.keys: dict[str, list[tuple[str, ...]]] = {}
        for person in persons:
            written = list(dict.fromkeys(keys_of(w) for w in (person.words, *sorted(person.spellings))))
            self.keys[person.name] = [k for k in written if k]
            for key in dict.fromkeys(k for keys in written for k in keys):
                self.by_key[key].append(person)

    def get(self, words: Sequence[str]) -> Person | None:
        """The person that the words mean; where several share a short form, the leader, then the most spoken of."""
        keys = keys_of(words)
        if not keys:
            return None
        if len(keys) == 1:
            found = self.by_key.get(keys[0], [])
            by_surname = [p for p in found if any(k[-1] == keys[0] for k in self.keys[p.name])]
            if not by_surname and is_wordlike(words[0]):
                found = [p for p in found if _family_first(p)]
            found = by_surname or found
        else:
            found = [p for p in self.by_key.get(keys[-1], ()) if any(fits(keys, k) for k in self.keys[p.name])]
        return max(found, key=lambda p: (keys_of(p.words) == keys, p.times, _rank(p)), default=None)

    def known(self, words: Sequence[str]) -> bool:
        """Do the words name a person of the article?"""
        return self.get(words) is not None

    def is_surname(self, word: str) -> bool:
        """Is the word the last of some person's name?"""
        return any(keys_of(p.words)[-1:] == keys_of([word]) for p in self.by_key.get(skeleton(word), ()))


class _Discourse:
    """Who was spoken of last."""

    def __init__(self, persons: Sequence[Person], listed: _Listing | None) -> None:
        self.persons = persons
        self.listed = listed
        self.last: dict[str, int] = {}
        self.clock = 0

    def see(self, name: str) -> None:
        """Note that the person was mentioned."""
        self.clock += 1
        self.last[name] = self.clock

    def holder(self, office: Office, side: str | None, words: str) -> Person | None:
        """Whom "the Russian leader" or "the prime minister" means."""
        if side is None and office is Office.LEADER:
            return None
        found = [p for p in self.persons if _holds(p, office, words)]
        if side:
            found = [p for p in found if p.side == side]
            if not found and office is Office.LEADER:  # one whom the article calls by name and country alone
                found = [p for p in self.persons if p.side == side and p.role is None and p.times > 1]
            if not found and self.listed is not None:
                return self.listed.holder(office, side)
        return max(found, key=lambda p: (self.last.get(p.name, 0), len(p.seen)), default=None)

    def counterpart(self, side: str | None) -> tuple[Person | None, str | None]:
        """Whom "his Iranian counterpart" means, and the role: that of the person spoken of last."""
        whose = max(self.persons, key=lambda p: self.last.get(p.name, 0), default=None)
        if whose is None or whose.name not in self.last:
            return None, None
        found = [p for p in self.persons if side and p.side == side and p.offices & whose.offices and p is not whose]
        if found or side is None or self.listed is None:
            return (found[0] if found else None), whose.role
        held = [p for o in whose.offices if (p := self.listed.holder(o, side))]
        return (held[0] if held else None), whose.role


def _mentions(reader: Reader, names: _Names, discourse: _Discourse, text: str) -> tuple[Mention, ...]:
    """The person mentions of a sentence; `discourse` moves on."""
    out = []
    for phrase in reader.phrases(text, names):
        mention = _mention(phrase, names, discourse)
        if mention is not None:
            out.append(mention)
            if mention.name:
                discourse.see(mention.name)
    return tuple(out)


def _mention(phrase: Phrase, names: _Names, discourse: _Discourse) -> Mention | None:
    role = role_name(phrase.role) if phrase.role else None
    form = "name" if phrase.words else "title"
    person: Person | None = None
    if phrase.words:
        person = names.get(phrase.words)
        if person is None:
            return None
        if phrase.office is Office.COUNTERPART:
            role = discourse.counterpart(phrase.side)[1]
    elif phrase.office is Office.COUNTERPART:
        person, role = discourse.counterpart(phrase.side)
    elif phrase.definite and phrase.office is not Office.OTHER and not phrase.former:
        person = discourse.holder(phrase.office, phrase.side, phrase.role or "")
    if person is None and phrase.side is None:
        return None
    if person is None:
        return Mention(phrase.start, phrase.end, MentionKind.PERSON, None, phrase.side, form, role)
    side = person.side or phrase.side
    return Mention(phrase.start, phrase.end, MentionKind.PERSON, person.name, side, form, person.role or role)


def _family_first(person: Person) -> bool:
    """Is the family name written first, as a hyphenated given name behind it shows: Moon Jae-in, Park Geun-hye?"""
    given = person.words[1] if len(person.words) == 2 else ""
    return "-" in given and given.rpartition("-")[2].islower()


def _rank(person: Person) -> int:
    """Leaders before others where a short form fits several."""
    order = (Office.STATE, Office.GOVERNMENT, Office.LEADER, Office.FOREIGN, Office.DEFENCE)
    return max((len(order) - order.index(o) for o in person.offices if o in order), default=0)


_LEADING = frozenset({Office.STATE, Office.GOVERNMENT, Office.LEADER})


def _holds(person: Person, office: Office, words: str) -> bool:
    if office is Office.LEADER:
        return bool(person.offices & _LEADING)
    if office in person.offices:
        if office is Office.STATE and person.role and words:
            return words.split()[-1].lower() in person.role.lower()
        return True
    return False


def _drafts(phrases: Sequence[tuple[int, Phrase]], alone: set[str]) -> list[_Draft]:
    """Sightings gathered by name: full names first, so that surnames find their owner."""
    drafts: list[_Draft] = []
    named = [(at, p) for at, p in phrases if p.words]
    strong = {keys_of(p.words)[-1] for _, p in named if p.strong and keys_of(p.words)}
    for at, p in sorted(named, key=lambda x: -len(x[1].words)):
        keys = keys_of(p.words)
        if not keys or not (p.strong or keys[-1] in strong or alone & {keys[0], keys[-1]}):
            continue
        owners = [d for d in drafts if fits(keys, keys_of(d.words)) or (len(keys) == 1 and keys[0] in keys_of(d.words))]
        if owners:
            draft = max(owners, key=lambda d: (keys_of(d.words) == keys, len(d.phrases)))
        else:
            draft = _Draft(p.words)
            drafts.append(draft)
        draft.spellings[p.words] += 1
        draft.seen.append(at + p.start)
        draft.phrases.append(p)
    return drafts


def _settle(drafts: Sequence[_Draft], texts: Sequence[str], listing: _Listing) -> tuple[Person, ...]:
    """Persons of the sightings; the list corrects spellings and adds what the article leaves out."""
    persons: dict[str, Person] = {}
    for draft in drafts:
        words = _fullest(draft, texts)
        titled = [p for p in draft.phrases if p.role]
        titled.sort(key=lambda p: (p.former, p.office is Office.OTHER, p.side is None))
        sides = Counter(p.side for p in draft.phrases if p.side)
        side = sides.most_common(1)[0][0] if sides else None
        role = next((role_name(p.role) for p in titled if p.role and p.office is not Office.COUNTERPART), None)
        offices = frozenset(p.office for p in titled if p.office not in _NOBODY and not p.former)
        found = listing.roster.full(words, listing.year)
        if found is None and len(words) == 1:
            found = listing.roster.short(words[0], listing.year, frozenset(sides) or _all_sides(listing, words[0]))
        if found is not None and len(words) > 1 and not set(keys_of(words)) & set(keys_of(found.name.split())):
            name, full = " ".join(words), words  # a nom de guerre: the article's name stands
            side, role, offices = side or found.side, role or found.role, offices or found.offices
        elif found is not None:
            name, full = found.name, tuple(found.name.split())
            side = side or found.side
            role = role or found.role
            offices = offices or found.offices
        else:
            name, full = " ".join(words), words
        person = Person(
            name=name,
            words=full if len(full) >= len(words) else words,
            role=role,
            side=side,
            offices=offices,
            gender=next((g for p in titled if (g := gender_of(p.role or ""))), None),
            seen=tuple(sorted(draft.seen)),
            spellings=frozenset(w for w in draft.spellings if len(w) > 1),
            times=sum(text.count(" ".join(words)) for text in texts),
        )
        persons[name] = _merged(persons[name], person) if name in persons else person
    return tuple(sorted(persons.values(), key=lambda p: p.seen))


def _all_sides(listing: _Listing, word: str) -> frozenset[str]:
    return frozenset(e.side for _, e in listing.roster.by_word.get(skeleton(word), ()) if e.side)


def _merged(a: Person, b: Person) -> Person:
    """Two drafts that the list knows as one person (a nickname, another spelling)."""
    return replace(
        a,
        role=a.role or b.role,
        side=a.side or b.side,
        offices=a.offices | b.offices,
        gender=a.gender or b.gender,
        seen=tuple(sorted({*a.seen, *b.seen})),
        spellings=a.spellings | b.spellings | {b.words},
        times=a.times + b.times,
    )


_NOBODY = frozenset({Office.OTHER, Office.COUNTERPART})


def _fullest(draft: _Draft, texts: Sequence[str]) -> tuple[str, ...]:
    """The longest spelling of the name, the commonest among those; a bare surname looks for its given name."""
    longest = max(len(w) for w in draft.spellings)
    words = max((w for w in draft.spellings if len(w) == longest), key=lambda w: draft.spellings[w])
    if longest > 1:
        return words
    pattern = re.compile(rf"(?<![\w'-])((?:[^\W\d_][\w'.-]* ){{1,3}}){re.escape(words[0])}(?![\w-])")
    given: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        for m in pattern.finditer(text):
            full = given_names(m.group(1).split())
            if full:
                given[(*full, *words)] += 1
    return max(given, key=lambda w: given[w], default=words)
