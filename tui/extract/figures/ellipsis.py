"""Numbers whose noun is missing: "1,000 soldiers to Mali and 2,000 to Niger", "his 145,000", "force levels to 5,200"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.extract.figures import nouns
from tui.extract.figures.counted import Counted
from tui.extract.figures.items import Item
from tui.extract.model import Mention, MentionKind, Quantity
from tui.records import Unit

_OPEN = frozenset({"prep", "to", "punct", "coord", "aux", "verb", "modal", "sub", "rel", "adv", ""})
_SUBSET = frozenset("including include includes among whom which".split())
_SIZE_NOUNS = frozenset(
    "levels level number numbers presence strength force forces contingent size ceiling cap".split()
)


def find_bare(items: Sequence[Item], counted: Sequence[Counted], carried: Counted | None) -> list[Counted]:
    """The bare numbers of a sentence that count troops, each with the noun phrase whose noun it borrows.

    `carried` is the last figure of the sentence before, for "But around 130,000 remain".
    """
    found: list[Counted] = []
    known = list(counted)
    used = {c.first for c in counted} | {c.per_unit_item for c in counted}
    for i, item in enumerate(items):
        if item.tag != "count" or item.quantity is None or i in used or not _is_bare(items, i):
            continue
        like = _like(items, i, known) or (carried if _starts_clause(items, i) else None)
        if like is None:
            continue
        bare = _borrow(items, i, item.quantity, like)
        found.append(bare)
        known.append(bare)
    return found


def _low(items: Sequence[Item], i: int) -> str:
    return items[i].low if 0 <= i < len(items) else ""


def _tag(items: Sequence[Item], i: int) -> str:
    return items[i].tag if 0 <= i < len(items) else ""


def _own_adjective(items: Sequence[Item], i: int) -> Mention | None:
    """ "140 Italian" in a list: the adjective that stands for its noun."""
    mention = items[i + 1].mention if i + 1 < len(items) else None
    if mention is None or mention.kind is not MentionKind.SIDE or items[i + 1].possessive:
        return None
    return mention if mention.form in {"adjective", "name"} and _tag(items, i + 2) in _OPEN - {"verb", "aux"} else None


def _is_bare(items: Sequence[Item], i: int) -> bool:
    quantity = items[i].quantity
    if quantity is None:
        return False
    small = quantity.low == quantity.high and (quantity.low or 0) < 10
    if small and _low(items, i - 1) in {"the", "these", "those", "all", "first", "last", "at", "in"}:
        return False
    if quantity.low == quantity.high == 1 or _low(items, i + 1) in {"of", "%", "-"}:
        return False
    if _low(items, i - 1) in _SUBSET or _low(items, i - 2) in _SUBSET:
        return False
    return _own_adjective(items, i) is not None or _tag(items, i + 1) in _OPEN


def _starts_clause(items: Sequence[Item], i: int) -> bool:
    """Is the number the subject of a clause at the head of the sentence ("But around 130,000 remain")?"""
    before = [t for t in items[:i] if t.tag not in {"coord", "adv", "det"} and t.low not in {'"', "'", ","}]
    return not before and _tag(items, i + 1) in {"verb", "aux", "modal"}


def _like(items: Sequence[Item], i: int, known: Sequence[Counted]) -> Counted | None:
    """The noun phrase of the sentence that gives the bare number at item `i` its noun."""
    left = max((c for c in known if c.after <= i), key=lambda c: c.first, default=None)
    right = min((c for c in known if c.first > i), key=lambda c: c.first, default=None)
    if right is not None and _in_list(items, i, right.first):
        return right
    if left is not None and not _other_count(items, left.after, i) and _parallel(items, left, i):
        return left
    noun = _noun_before(items, i)
    if noun is not None:
        return noun
    if _low(items, i - 1) in {"his", "its", "their"} and (left is not None or right is not None):
        return left or right
    return None


def _in_list(items: Sequence[Item], i: int, j: int) -> bool:
    """Only names, commas and "and" stand between the items: "140 Italian and 250 Polish troops"."""
    return j - i < 8 and all(
        t.mention is not None or t.tag in {"coord", "count"} or t.low in {",", "as", "well"} for t in items[i + 1 : j]
    )


def _other_count(items: Sequence[Item], first: int, last: int) -> bool:
    """Is something else counted in between ("200 soldiers, 40 tanks and 30 to Niger")?"""
    return any(
        t.tag == "count" and _tag(items, k + 1) in {"word", "name"} and _own_adjective(items, k) is None
        for k, t in enumerate(items[first:last], first)
    )


def _parallel(items: Sequence[Item], left: Counted, i: int) -> bool:
    """Does the number go on from the figure to its left: joined to it, compared with it, or change of it?"""
    if i - left.after > 25:
        return False
    before = {t.low for t in items[max(left.after, i - 4) : i]}
    return bool(before & {"and", "but", "while", "to", "from", "with", "than", "another", "against", ",", "or", "then"})


def _noun_before(items: Sequence[Item], i: int) -> Counted | None:
    """An unnumbered troop noun that the number tells the size of."""
    quantity = items[i].quantity
    if quantity is None:
        return None
    for j in range(i - 1, max(-1, i - 22), -1):
        item = items[j]
        if item.low in {";", "."}:
            return None
        word = item.low.split(" ")[-1]
        if (
            word in nouns.PLURAL
            or word in {"army", "force", "contingent", "military", "presence"}
            or _is_level(items, j)
        ):
            if item.tag == "verb" or not _linked(items, j, i):
                continue
            return _noun_phrase(items, j, quantity)
    return None


def _is_level(items: Sequence[Item], j: int) -> bool:
    return _low(items, j) in _SIZE_NOUNS and _low(items, j - 1) in {"troop", "force", "military", "army", "deployment"}


def _linked(items: Sequence[Item], noun: int, i: int) -> bool:
    """Does what stands between the noun and the number tell the noun's size?"""
    between = items[noun + 1 : i]
    lows = [t.low for t in between]
    last = lows[-1] if lows else ""
    if last in {"numbering", "number", "numbered", "totalling", "totaling"}:
        return True
    sized = (
        _is_level(items, noun)
        or (_low(items, noun - 1) == "of" and _low(items, noun - 2) in _SIZE_NOUNS)
        or (
            "of" in {_low(items, noun - k) for k in (2, 3, 4)}
            and bool(_SIZE_NOUNS & {_low(items, noun - k) for k in (3, 4, 5)})
        )
    )
    if last in {"to", "from", "at", "below", "nearer"} or (
        between and between[-1].base in {"reach", "exceed", "total"}
    ):
        changing = any(t.base in _CHANGES for t in items[max(0, noun - 8) : i])
        return sized or changing
    if last == "," or lows[-2:] == [",", "about"]:
        return (
            not any(t.tag == "count" for t in between) and i - noun < 12 and _tag(items, i + 1) in {"prep", "punct", ""}
        )
    return last in {"leaving", "with"} and sized


_CHANGES = frozenset(
    "cut reduce lower trim slash shrink increase raise boost expand double triple fall rise grow drop".split()
)


def _noun_phrase(items: Sequence[Item], j: int, quantity: Quantity) -> Counted:
    """The noun phrase that ends in item `j`, as if it were counted."""
    first = j
    modifiers: list[Mention] = []
    while first > 0 and j - first < 6:
        before = items[first - 1]
        if before.mention is not None:
            modifiers.insert(0, before.mention)
        elif before.tag not in {"word", "name", "adv"} and before.low not in {"(", ")"}:
            break
        first -= 1
    word = items[j].low.split(" ")[-1]
    head = (items[j].start, items[j].end)
    return Counted(first, j + 1, quantity, nouns.PLURAL.get(word, Unit.TROOPS), word, head, tuple(modifiers), size=True)


def _borrow(items: Sequence[Item], i: int, quantity: Quantity, like: Counted) -> Counted:
    adjective = _own_adjective(items, i)
    after = i + 2 if adjective is not None else i + 1
    return replace(
        like,
        first=i,
        after=after,
        quantity=quantity,
        modifiers=(adjective,) if adjective is not None else (),
        bare=True,
        of_own=False,
        per_unit=None,
        per_unit_item=-1,
        like=like,
    )
