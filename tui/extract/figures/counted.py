"""Which numbers of a sentence count people under arms or formed units, and the noun phrase of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.extract.figures import nouns
from tui.extract.figures.items import Item, Row
from tui.extract.model import Mention, MentionKind, Quantity
from tui.records import Qualifier, Unit

_LONGEST_PHRASE = 10  # items between a number and its noun
_STOPS = frozenset({"prep", "to", "aux", "modal", "sub", "rel", "pron", "punct", "count", "amount", "det", "end"})
_SUFFIXES = frozenset({"strong", "member", "man", "person", "soldier", "troop", "fighter", "men", "marine"})
_MASS_NOUNS = frozenset("infantry cavalry personnel manpower spetsnaz".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and what it counts: items `first:after`; `noun` is its head word, `head` the offsets of it.

    `modifiers` are the names inside the phrase, left to right. `of_own` marks "three of its soldiers". `weak` marks
    nouns that count soldiers only where the words around say so ("500 men", "2 million people", "12,200 Americans").
    `size` marks the size of a body ("a force of 5,000"). `bare` marks a number without a noun and `like` the phrase
    whose noun it borrows ("and 2,000 to Poland"); `anaphoric` such a phrase that is only a word for the size of a force
    spoken of before ("the number", "the figure"). `per_unit` is the strength of each unit ("four battlegroups of 1,000
    troops"), whose own number (item `per_unit_item`) is then no figure.
    """

    first: int
    after: int
    quantity: Quantity
    unit: Unit
    noun: str
    head: tuple[int, int]
    modifiers: tuple[Mention, ...] = ()
    of_own: bool = False
    weak: bool = False
    size: bool = False
    bare: bool = False
    like: Counted | None = None
    anaphoric: bool = False
    per_unit: int | None = None
    per_unit_item: int = -1


def find_counted(row: Row) -> list[Counted]:
    """Every counted phrase with a noun of its own, left to right."""
    found: list[Counted] = []
    for i, item in enumerate(row):
        quantity = item.quantity
        if item.tag != "count" or quantity is None or any(c.per_unit_item == i for c in found):
            continue
        if quantity.high == 1 and row[i - 1].low in {"not", "no", "any", "every"}:
            continue  # "not one soldier"
        counted = _strong(row, i, quantity) or _Phrase(row, i, quantity).read()
        if counted is None or counted.weak:
            counted = _collective(row, i, quantity) or counted
        if counted is not None:
            found.append(_with_strength(row, counted))
    return found


def _strong(row: Row, i: int, quantity: Quantity) -> Counted | None:
    """ "a 5,000-strong peacekeeping force", "a 200-soldier contingent", "the 130,000 strong army"."""
    j = i + 2 if row[i + 1].low == "-" else i + 1
    suffix = row[j].low
    if suffix not in _SUFFIXES or (suffix != "strong" and j == i + 1):
        return None
    modifiers: list[Mention] = []
    words: list[str] = [suffix]
    for k in range(j + 1, i + _LONGEST_PHRASE):
        item = row[k]
        if item.tag in _STOPS | {"coord"}:
            return None
        if item.mention is not None:
            modifiers.append(item.mention)
        if (item.word in nouns.COLLECTIVES or nouns.is_troop_noun(item.word)) and not _goes_on(row, k):
            unit = nouns.modified(Unit.TROOPS, words)
            head = (item.start, item.end)
            return Counted(i, k + 1, quantity, unit, item.word, head, tuple(modifiers), size=True)
        words.append(item.word)
    return None


def _goes_on(row: Row, j: int) -> bool:
    """Does the compound go on behind item `j` with another noun?"""
    nxt = row[j + 1]
    if nxt.tag == "verb" and nxt.form == "ing":  # "infantry fighting vehicles"
        nxt = row[j + 2]
    return nxt.tag in {"word", "name"} and (
        nxt.word in nouns.COLLECTIVES
        or nxt.word in nouns.PLURAL
        or nouns.is_thing(nxt.word)
        or nouns.is_troop_noun(nxt.word)
    )


class _Phrase:
    """The noun phrase that a count begins, read up to its head."""

    def __init__(self, row: Row, i: int, quantity: Quantity) -> None:
        self.row = row
        self.first = i
        self.quantity = quantity
        self.modifiers: list[Mention] = []
        self.words: list[str] = []
        self.of_own = False

    def read(self) -> Counted | None:
        """The phrase, None where its head counts no troops."""
        row = self.row
        j = self._start()
        if j is None:
            return None
        for k in range(j, j + _LONGEST_PHRASE):
            item = row[k]
            if item.possessive and item.mention is not None:
                self.modifiers.append(item.mention)
                continue
            counted = self._head(k)
            if counted is not None:
                return counted if self._counts(counted) else None
            if item.word in nouns.PERSONS and not _goes_on(row, k):
                return self._persons(k)
            if item.mention is not None and item.mention.kind is not MentionKind.PERSON:
                if item.mention.form == "people" and row[k + 1].word not in nouns.PLURAL:
                    return self._build(k, k + 1, Unit.TROOPS, weak=True)
                self.modifiers.append(item.mention)
            elif not _may_modify(row, k):
                return self._named_body(k)
            if item.mention is None:
                self.words += item.low.split(" ")
        return None

    def _start(self) -> int | None:
        """The first item behind the number and its "of"."""
        row, j = self.row, self.first + 1
        if row[j].low != "of":
            return j
        self.of_own = row[j + 1].tag == "det" or row[j + 1].possessive
        if not self.of_own and self.quantity.qualifier is not Qualifier.VAGUE:
            return None
        j += 1
        while row[j].tag == "det":
            j += 1
        return j + 1 if row[j].tag == "count" else j  # "2,000 of its 10,000 troops"

    def _build(self, head: int, after: int, unit: Unit, *, weak: bool = False) -> Counted:
        named = [m for k in range(head, after) if (m := self.row[k].mention) is not None]
        return Counted(
            self.first,
            after,
            self.quantity,
            nouns.modified(unit, self.words),
            self.row[after - 1].word,
            (self.row[head].start, self.row[after - 1].end),
            (*self.modifiers, *named),
            self.of_own,
            weak,
        )

    def _head(self, j: int) -> Counted | None:
        item = self.row[j]
        if item.tag in _STOPS | {"coord"}:
            return None
        if (item.word, self.row[j + 1].word) in nouns.PAIRS:
            return self._build(j, j + 2, nouns.PAIRS[item.word, self.row[j + 1].word])
        single = self.quantity.low == self.quantity.high == 1
        unit = _unit_of(item, single)
        if unit is None:
            if item.word == "troop" and nouns.is_troop_noun(self.row[j + 1].word):
                return self._build(j, j + 1, Unit.TROOPS)
            return None
        if _goes_on(self.row, j) or (item.word in _MASS_NOUNS and self.row[j + 1].tag in {"word", "name"}):
            return None
        return self._build(j, j + 1, unit)

    def _counts(self, counted: Counted) -> bool:
        """Is it about people who fight, and no others with them?"""
        return not (nouns.NON_COMBATANT & set(self.words)) and not _mixed(self.row, counted.after)

    def _persons(self, j: int) -> Counted | None:
        """ "1,700 members of the 82nd Airborne", "500 men under arms"; else a weak phrase for the verb to decide."""
        row = self.row
        if nouns.NON_COMBATANT & set(self.words):
            return None
        found = self._build(j, j + 1, Unit.TROOPS)
        body = _body(row, j + 1)
        if (nouns.MILITARY | nouns.BODIES) & set(self.words):
            return found  # "500 armed men", "11 brigade members"
        if row[j].low == "others":
            return replace(found, weak=True)
        if row[j].low in {"prisoners", "captives"} and row[j + 1].low == "of" and row[j + 2].low == "war":
            return replace(found, after=j + 3)
        if row[j].low in nouns.BODY_PERSONS:
            return None if body is None else replace(found, modifiers=(*found.modifiers, *body))
        if row[j + 1].low in {"under", "in"} and row[j + 2].low in {"arms", "uniform"}:
            return found
        if body is not None:
            return replace(found, modifiers=(*found.modifiers, *body))
        women = row[j].low == "men" and row[j + 1].low == "and" and row[j + 2].low == "women"
        return replace(found, after=j + 3 if women else j + 1, weak=True)

    def _named_body(self, j: int) -> Counted | None:
        """ "40 Taliban", "350 Royal Marines", "145,000 in their army": the name, or the body, is the noun."""
        row, i = self.row, self.first
        if j == i + 1 and row[j].low == "in" and (row[j + 1].tag == "det" or row[j + 1].mention is not None):
            for k in range(j + 1, j + 5):
                if row[k].word in {"army", "military", "forces", "navy", "ranks", "militia"}:
                    return replace(self._build(k, k + 1, Unit.TROOPS), size=True)
            return None
        item = row[j - 1]
        mention = item.mention
        if j != i + 2 or not _is_body(mention) or mention is None or mention.form == "adjective":
            return None
        if item.possessive or row[j].low == "-" or row[j].tag in {"word", "name"}:
            return None
        self.modifiers.pop()
        words = item.low.split(" ")
        pair = nouns.PAIRS.get((words[-2], words[-1])) if len(words) > 1 else None
        return self._build(j - 1, j, pair or nouns.PLURAL.get(words[-1], Unit.TROOPS))


def _unit_of(item: Item, single: bool) -> Unit | None:
    """The unit that a word, or the last word of a name, stands for as a head."""
    words = item.low.split(" ")
    if len(words) > 1 and (words[-2], words[-1]) in nouns.PAIRS:
        return nouns.PAIRS[words[-2], words[-1]]
    word = item.word
    if word.startswith("ex-"):
        return None
    for form in (word, word.split("-")[-1]):
        if form in nouns.PLURAL:
            return nouns.PLURAL[form]
    return nouns.SINGULAR.get(word) if single else None


def _may_modify(row: Row, j: int) -> bool:
    """Can item `j` stand between a number and its noun?"""
    item, before, nxt = row[j], row[j - 1], row[j + 1]
    if item.tag in {"word", "name", "adv"} or item.low in {"-", '"', "'", "(", ")"}:
        return True
    if item.tag == "verb":  # "trained fighters", but not "incidents involving soldiers"
        return item.form in {"past", "part", "ing"} and not (before.tag == "word" and before.low.endswith("s"))
    if item.tag == "coord" or item.low in {",", "/"}:
        if item.low == "but" or (before.mention is None) != (nxt.mention is None):
            return False
        if before.mention is not None:  # "British and French troops"
            return nxt.mention is not None
        adjectives = all("-" in t.low or t.form in {"past", "part"} for t in (before, nxt))
        return adjectives or (item.tag == "coord" and nxt.tag == "word" and before.tag == "word")
    return False


def _mixed(row: Row, j: int) -> bool:
    """Are people who do not fight counted together with them: "soldiers and civilians"?"""
    if row[j].low not in {"and", "or", "&"}:
        return False
    k = j + 1
    while row[k].tag == "adv" or row[k].mention is not None:
        k += 1  # but not "seven troops and a civilian contractor"
    return row[k].low in {"civilians", "civilian", "protesters", "residents", "villagers", "contractors"}


def _body(row: Row, j: int) -> tuple[Mention, ...] | None:
    """The names in "of the 82nd Airborne Division", "from the presidential guard", where it names a body of troops."""
    if row[j].low not in {"of", "from"}:
        return None
    named: list[Mention] = []
    for k in range(j + 1, j + 9):
        item = row[k]
        if item.tag in {"prep", "verb", "aux", "modal", "sub", "rel", "coord", "to", "end"} or item.low in {",", "."}:
            break
        if item.mention is not None:
            named.append(item.mention)
        if item.word in nouns.BODIES or _is_body(item.mention):
            return tuple(named)
    return None


def _is_body(mention: Mention | None) -> bool:
    """Is it an armed group or the armed forces of a state?"""
    return mention is not None and mention.role in {"group", "armed forces"}


def _collective(row: Row, i: int, quantity: Quantity) -> Counted | None:
    """ "a force of 5,000", "an army of about 45,000", "a recon group of nine people": the noun stands before."""
    if row[i - 1].low not in {"of", "numbering"}:
        return None
    j = i - 2
    word = row[j].word
    if word not in nouns.COLLECTIVES:
        return None
    if word in nouns.CIVIL_TOO and not {row[j - 1].low, row[j - 2].low} & nouns.MILITARY:
        return None
    after = i + 1
    if row[after].low in {"people", "men", "members", "persons", "soldiers"}:
        after += 1
    elif row[after].tag in {"word", "name"}:
        return None
    words: list[str] = []
    modifiers = [m] if (m := row[j].mention) is not None else []
    for k in range(j - 1, j - 5, -1):
        mention = row[k].mention
        if row[k].tag in _STOPS | {"coord"} and mention is None:
            break
        words.insert(0, row[k].low)
        if mention is not None:
            modifiers.insert(0, mention)
    unit = nouns.modified(Unit.TROOPS, [*words, word])
    return Counted(i, after, quantity, unit, word, (row[j].start, row[j].end), tuple(modifiers), size=True)


def _with_strength(row: Row, counted: Counted) -> Counted:
    """ "four battlegroups of 1,000 troops", "two brigades, each of 2,000 soldiers": the strength of each unit."""
    if counted.unit not in nouns.FORMED:
        return counted
    for j in range(counted.after, counted.after + 9):
        item = row[j]
        if item.tag == "count" and item.quantity is not None:
            inner = _Phrase(row, j, item.quantity).read()
            linked = row.lows(counted.after, j) & {"of", "each", "with"}
            if linked and inner is not None and inner.unit not in nouns.FORMED:
                return replace(counted, per_unit=item.quantity.low or item.quantity.high, per_unit_item=j)
            return counted
        if item.finite or item.tag in {"sub", "end"}:
            return counted
    return counted


def hedged(row: Row, counted: list[Counted]) -> list[Counted]:
    """ "around 250 trainers and 250 troops": a hedge holds for both of two that "and" joins."""
    out: list[Counted] = []
    for one in counted:
        last = out[-1] if out else None
        joined = last is not None and row[one.first - 1].low == "and" and last.after == one.first - 1
        hedge = last is not None and last.quantity.qualifier is Qualifier.ABOUT and one.per_unit is None
        if joined and hedge and one.quantity.qualifier is Qualifier.EXACT:
            one = replace(one, quantity=replace(one.quantity, qualifier=Qualifier.ABOUT))
        out.append(one)
    return out
