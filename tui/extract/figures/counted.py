"""Which numbers of a sentence count people under arms or formed units, and the noun phrase of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.extract.figures import nouns
from tui.extract.figures.items import Item
from tui.extract.model import Mention, MentionKind, Quantity
from tui.records import Unit

_LONGEST_PHRASE = 10  # items between a number and its noun
_STOPS = frozenset({"prep", "to", "aux", "modal", "sub", "rel", "pron", "punct", "count", "amount", "det"})
_SUFFIXES = frozenset({"strong", "member", "man", "person", "soldier", "troop", "fighter", "men", "marine"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and what it counts: items `first:after`; `noun` its head in lower case.

    `modifiers` are the names inside the phrase, left to right. `of_own` marks "three of its soldiers". `bare` marks a
    number without a noun, `like` the phrase whose noun it borrows ("and 2,000 to Poland"). `size` marks the size of a
    body ("a force of 5,000"). `per_unit` is the strength of
    each unit ("four battlegroups of 1,000 troops") whose own number is then no figure. `weak` marks nouns that count
    soldiers only where the verb says so ("500 men", "2 million people").
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
    bare: bool = False
    size: bool = False
    per_unit: int | None = None
    per_unit_item: int = -1
    like: Counted | None = None


def find_counted(items: Sequence[Item]) -> list[Counted]:
    """Every counted phrase with a noun of its own, left to right."""
    found: list[Counted] = []
    for i, item in enumerate(items):
        if item.tag != "count" or any(c.per_unit_item == i for c in found):
            continue
        counted = _strong(items, i) or _phrase(items, i) or _collective(items, i)
        if counted is not None:
            found.append(_with_strength(items, counted))
    return found


def _low(items: Sequence[Item], i: int) -> str:
    return items[i].low if 0 <= i < len(items) else ""


def _tag(items: Sequence[Item], i: int) -> str:
    return items[i].tag if 0 <= i < len(items) else ""


def _strong(items: Sequence[Item], i: int) -> Counted | None:
    """ "a 5,000-strong peacekeeping force", "a 200-soldier contingent", "the 130,000 strong army"."""
    quantity = items[i].quantity
    j = i + 2 if _low(items, i + 1) == "-" else i + 1
    word = _low(items, j)
    if quantity is None or word not in _SUFFIXES or (word != "strong" and j == i + 1):
        return None
    modifiers: list[Mention] = []
    words: list[str] = []
    j += 1
    while j < len(items) and j - i < _LONGEST_PHRASE and items[j].tag not in _STOPS | {"coord"}:
        item = items[j]
        last = item.low.split(" ")[-1].split("-")[-1]
        if item.mention is not None:
            modifiers.append(item.mention)
        if (last in nouns.COLLECTIVES or nouns.is_troop_noun(last)) and not _goes_on(items, j):
            unit = nouns.modified(Unit.TROOPS, [*words, word])
            return Counted(i, j + 1, quantity, unit, last, (item.start, item.end), tuple(modifiers), size=True)
        words.append(last)
        j += 1
    if word == "strong" and _tag(items, j - 1) != "":
        return None
    return None


def _goes_on(items: Sequence[Item], j: int) -> bool:
    """Does the compound go on behind item `j` with another noun?"""
    nxt = _low(items, j + 1).split(" ")[-1]
    return _tag(items, j + 1) in {"word", "name"} and (
        nxt in nouns.COLLECTIVES or nxt in nouns.PLURAL or nouns.is_thing(nxt) or nouns.is_troop_noun(nxt)
    )


def _phrase(items: Sequence[Item], i: int) -> Counted | None:
    """The noun phrase that the count at item `i` begins, where its head is a troop noun."""
    quantity = items[i].quantity
    if quantity is None:
        return None
    j = i + 1
    of_own = False
    modifiers: list[Mention] = []
    words: list[str] = []
    if _low(items, j) == "of":
        own = _tag(items, j + 1) == "det" or (_tag(items, j + 1) == "name" and items[j + 1].possessive)
        if not own and quantity.qualifier != "vague":
            return None
        of_own = own
        j += 1
        while _tag(items, j) == "det":
            j += 1
        if _tag(items, j) == "count":
            j += 1  # "2,000 of its 10,000 troops"
    single = quantity.low == quantity.high == 1
    end = min(len(items), j + _LONGEST_PHRASE)
    while j < end:
        item = items[j]
        word = item.low.split(" ")[-1]
        if item.tag == "name" and item.possessive and item.mention is not None:
            modifiers.append(item.mention)
            j += 1
            continue
        unit = _head_unit(items, j, single)
        if unit is not None:
            after = j + 1
            if item.mention is not None:
                modifiers.append(item.mention)
            if _pair(items, j) is not None:
                after = j + 2
                if items[j + 1].mention is not None:
                    modifiers.append(items[j + 1].mention)  # type: ignore[arg-type]
                word = items[j + 1].low
            unit = nouns.modified(unit, words)
            if nouns.NON_COMBATANT & set(words) or _mixed(items, after):
                return None
            head = (item.start, items[after - 1].end)
            return Counted(i, after, quantity, unit, word, head, tuple(modifiers), of_own)
        if word in nouns.PERSONS and not _goes_on(items, j):
            return _persons(items, i, j, quantity, modifiers, words, of_own)
        if item.mention is not None and item.mention.kind is not MentionKind.PERSON:
            modifiers.append(item.mention)
        elif not _may_modify(items, j):
            break
        words += item.low.split(" ")
        j += 1
    return _named_body(items, i, j, quantity, modifiers)


def _pair(items: Sequence[Item], j: int) -> Unit | None:
    return nouns.PAIRS.get((_low(items, j), _low(items, j + 1)))


def _head_unit(items: Sequence[Item], j: int, single: bool) -> Unit | None:
    """The unit that item `j` stands for as the head of the phrase."""
    pair = _pair(items, j)
    if pair is not None:
        return pair
    item = items[j]
    if item.tag in _STOPS | {"coord"}:
        return None
    words = item.low.split(" ")
    if len(words) > 1 and (words[-2], words[-1]) in nouns.PAIRS:
        return nouns.PAIRS[words[-2], words[-1]]
    word = words[-1]
    if word in nouns.PLURAL:
        return None if _goes_on(items, j) else nouns.PLURAL[word]
    if word.split("-")[-1] in nouns.PLURAL and "-" in word:  # "ex-soldiers" are none
        return None if word.startswith("ex-") else nouns.PLURAL[word.split("-")[-1]]
    if word in nouns.SINGULAR:
        if single and not _goes_on(items, j):
            return nouns.SINGULAR[word]
        if word == "troop" and nouns.is_troop_noun(_low(items, j + 1)):
            return Unit.TROOPS
    return None


def _may_modify(items: Sequence[Item], j: int) -> bool:
    """Can item `j` stand between a number and its noun?"""
    item = items[j]
    if item.tag in {"word", "name", "adv"} or item.low in {"-", '"'}:
        return True
    if item.tag == "verb":  # "trained fighters", "fighting men"
        return item.form in {"past", "part", "ing"} or item.low in {"combat", "reserve", "guard", "security", "support"}
    if item.tag == "coord" or item.low in {",", "/"}:  # "British and French troops", "well-fed, well-armed men"
        nxt = items[j + 1] if j + 1 < len(items) else None
        before = items[j - 1]
        return (
            item.low != "but"
            and nxt is not None
            and nxt.tag in {"name", "word"}
            and (before.mention is not None) == (nxt.mention is not None)
            and before.tag in {"name", "word", "verb"}
            and (before.mention is not None or item.low == ",")
        )
    return False


def _mixed(items: Sequence[Item], j: int) -> bool:
    """Are people who do not fight counted together with them: "soldiers and civilians"?"""
    if _low(items, j) not in {"and", "or", "&"}:
        return False
    k = j + 1
    while _tag(items, k) in {"det", "adv"} or items[k].mention is not None if k < len(items) else False:
        k += 1
    return _low(items, k) in {"civilians", "civilian", "people", "protesters", "residents", "villagers", "contractors"}


def _persons(
    items: Sequence[Item],
    i: int,
    j: int,
    quantity: Quantity,
    modifiers: list[Mention],
    words: list[str],
    of_own: bool,
) -> Counted | None:
    """ "1,700 members of the 82nd Airborne", "500 men under arms"; else a weak phrase for the verb to decide."""
    head = (items[j].start, items[j].end)
    unit = nouns.modified(Unit.TROOPS, words)
    if nouns.NON_COMBATANT & set(words):
        return None
    found = Counted(i, j + 1, quantity, unit, items[j].low, head, tuple(modifiers), of_own)
    if items[j].low in {"guards", "staff", "contractors", "others", "lives", "veterans", "members"}:
        body = _body(items, j + 1)
        return None if body is None else replace(found, modifiers=(*found.modifiers, *body))
    if nouns.MILITARY & set(words):
        return found
    if _low(items, j + 1) in {"under", "in"} and _low(items, j + 2) in {"arms", "uniform"}:
        return found
    if items[j].low == "men" and _low(items, j + 1) == "and" and _low(items, j + 2) == "women":
        return replace(found, after=j + 3, weak=True)
    body = _body(items, j + 1)
    if body is not None:
        return replace(found, modifiers=(*found.modifiers, *body))
    return replace(found, weak=True)


def _body(items: Sequence[Item], j: int) -> tuple[Mention, ...] | None:
    """The names in "of the 82nd Airborne Division", "from the presidential guard", where it names a body of troops."""
    if _low(items, j) not in {"of", "from"}:
        return None
    named: list[Mention] = []
    for k in range(j + 1, min(len(items), j + 9)):
        item = items[k]
        if item.tag in {"prep", "verb", "aux", "modal", "sub", "rel", "coord", "to"} or item.low in {",", ".", ";"}:
            break
        if item.mention is not None:
            named.append(item.mention)
        if item.low.split(" ")[-1] in nouns.BODIES or _is_body(item.mention):
            return tuple(named)
    return None


def _is_body(mention: Mention | None) -> bool:
    """Is it an armed group or the armed forces of a state?"""
    return mention is not None and mention.role in {"group", "armed forces"}


def _named_body(items: Sequence[Item], i: int, j: int, quantity: Quantity, modifiers: list[Mention]) -> Counted | None:
    """ "40 Taliban", "350 Royal Marines", "2,000 Iranian Revolutionary Guards": the name is the noun."""
    if j != i + 2 or not modifiers or not _is_body(modifiers[-1]) or modifiers[-1].form == "adjective":
        return None
    item = items[j - 1]
    words = item.low.split(" ")
    if item.possessive or _low(items, j) == "-":
        return None
    unit = nouns.PLURAL.get(words[-1], Unit.TROOPS)
    if len(words) > 1 and (words[-2], words[-1]) in nouns.PAIRS:
        unit = nouns.PAIRS[words[-2], words[-1]]
    return Counted(i, j, quantity, unit, words[-1], (item.start, item.end), tuple(modifiers))


def _collective(items: Sequence[Item], i: int) -> Counted | None:
    """ "a force of 5,000", "an army of about 45,000", "a recon group of nine people": the noun stands before."""
    quantity = items[i].quantity
    if quantity is None or _low(items, i - 1) not in {"of", "numbering"}:
        return None
    j = i - 2
    item = items[j] if j >= 0 else None
    if item is None:
        return None
    word = item.low.split(" ")[-1]
    if word not in nouns.COLLECTIVES:
        return None
    if word in nouns.CIVIL_TOO and not {_low(items, j - 1), _low(items, j - 2)} & nouns.MILITARY:
        return None
    words: list[str] = []
    modifiers: list[Mention] = []
    for k in range(j - 1, max(-1, j - 5), -1):
        if items[k].tag in _STOPS | {"coord"} and items[k].mention is None:
            break
        words.insert(0, items[k].low)
        if items[k].mention is not None:
            modifiers.insert(0, items[k].mention)  # type: ignore[arg-type]
    if item.mention is not None:
        modifiers.append(item.mention)
    after = i + 1
    if _low(items, after) in {"people", "men", "members", "persons", "soldiers"}:
        after += 1
    elif _tag(items, after) in {"word", "name"}:
        return None
    return Counted(
        i, after, quantity, nouns.modified(Unit.TROOPS, [*words, word]), word, (item.start, item.end), tuple(modifiers),
        size=True,
    )  # fmt: skip


def _with_strength(items: Sequence[Item], counted: Counted) -> Counted:
    """ "four battlegroups of 1,000 troops", "two brigades, each of 2,000 soldiers": the strength of each unit."""
    if counted.unit not in nouns.FORMED:
        return counted
    for j in range(counted.after, min(len(items), counted.after + 7)):
        item = items[j]
        if item.tag == "count" and item.quantity is not None:
            inner = _phrase(items, j)
            people = inner is not None and inner.unit not in nouns.FORMED
            linked = {_low(items, k) for k in range(counted.after, j)} & {"of", "each", "with"}
            if people and linked:
                return replace(counted, per_unit=item.quantity.low or item.quantity.high, per_unit_item=j)
            return counted
        if item.tag in {"verb", "aux", "modal", "sub"} and item.low not in {"numbering", "comprising", "totalling"}:
            return counted
    return counted
