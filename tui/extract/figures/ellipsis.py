"""Numbers whose noun is missing: "1,000 soldiers to Mali and 2,000 to Niger", "force levels to 5,200"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.extract.figures import actions, nouns
from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.items import Row
from tui.extract.model import Mention, MentionKind, Quantity
from tui.records import Unit

_OPEN = frozenset({"prep", "to", "punct", "coord", "aux", "verb", "modal", "sub", "rel", "adv", "pron", "end"})
_NUMBERING = frozenset("numbering number numbers numbered totalling totaling total totals".split())
_BATCHES = frozenset("batch wave tranche contingent".split())
_BACK = frozenset("them those these whom".split())
_SUBSET = frozenset("including include includes among whom which".split())
_SIZES = frozenset("levels level number numbers presence strength total figure size ceiling cap contingent".split())
_ARMIES = frozenset({"army", "force", "contingent", "military", "presence"})
_JOINTS = frozenset("and but while to from with than another against , or then up down".split())
_MOVING = frozenset({Action.SEND, Action.MASS, Action.STAY, Action.LEAVE, Action.OFFER})
_SIZE_VERBS = frozenset("number total reach exceed estimate put place stand be".split())


def find_bare(row: Row, counted: Sequence[Counted], carried: Counted | None, spoken_of: str | None) -> list[Counted]:
    """The bare numbers of a sentence that count troops, each with the noun phrase whose noun it borrows.

    `carried` is the last figure of the sentences before, for "But around 130,000 remain"; `spoken_of` is the last noun
    for troops in them, None where they speak of no troops at all.
    """
    found: list[Counted] = []
    used = {c.first for c in counted} | {c.per_unit_item for c in counted}
    for i, item in enumerate(row):
        if item.tag != "count" or item.quantity is None or i in used or not _is_bare(row, i, item.quantity):
            continue
        like = _like(row, i, item.quantity, [*counted, *found])
        size = _size_noun(row, i) if like is None and spoken_of is not None else None
        if size is not None:
            unit, noun = (carried.unit, carried.noun) if carried is not None else (Unit.TROOPS, "troops")
            head = (row[size].start, row[size].end)
            like = Counted(size, size + 1, item.quantity, unit, noun, head, anaphoric=carried is not None)
        elif like is None and spoken_of is not None and row[i - 1].low == "of" and row[i - 2].word in _BATCHES:
            unit = carried.unit if carried is not None else nouns.PLURAL[spoken_of]
            like = Counted(i, i + 1, item.quantity, unit, spoken_of, (item.start, item.end), anaphoric=True)
        elif like is None and carried is not None and (_is_subject(row, i) or _acted_on(row, i)):
            like = carried
        elif like is None and spoken_of is not None and (row[i + 1].low == "who" or row[i + 2].low in _BACK):
            unit = nouns.PLURAL[spoken_of]
            like = Counted(i, i + 1, item.quantity, unit, spoken_of, (item.start, item.end), bare=True)
        if like is not None:
            found.append(_borrow(row, i, item.quantity, like))
    return found


def _own_adjective(row: Row, i: int) -> Mention | None:
    """ "140 Italian" in a list: the adjective that stands for its noun."""
    item = row[i + 1]
    mention = item.mention
    if mention is None or mention.kind is not MentionKind.SIDE or item.possessive:
        return None
    return mention if mention.form in {"adjective", "name"} and row[i + 2].tag in _OPEN - {"verb", "aux"} else None


def _is_bare(row: Row, i: int, quantity: Quantity) -> bool:
    small = _is_small(row, i)
    if row[i + 1].low == "strong" and row[i + 2].tag in _OPEN:
        return True
    if row[i + 1].low == "of" and row[i + 2].low in _BACK:
        # "there are 12,000 of them", "12,200 of those and", "420,000 of whom are stationed"; not "two of them beheaded"
        return not small and (
            row[i + 3].finite or row[i + 3].low == "coming" or row[i + 3].tag in {"punct", "coord", "prep"}
        )
    if small and (row[i - 1].tag == "det" or row[i - 1].low in {"all", "first", "last", "at", "in"}):
        return False
    if quantity.low == quantity.high == 1 or row[i + 1].low in {"of", "%", "-"}:
        return False
    if row[i - 1].low in _SUBSET or row[i - 2].low in _SUBSET or "not" in row.lows(i - 2, i):
        return False
    if _own_adjective(row, i) is not None:
        return True
    if row[i - 1].tag == "word" and row[i - 1].low not in {"home", "just", "number", "numbers", "total", "totals"}:
        return False  # a label: "outpost 6-52"
    after = row[i + 1]
    if after.low == "the" and row[i + 2].word in _SIZES:
        return True
    if after.low in {"a", "last"} and row[i + 3].low in {"ago", "earlier", "before"}:
        return True
    return after.tag in _OPEN or after.low in {"home", "already", "now"} or _is_verb(row, i + 1)


def _is_small(row: Row, i: int) -> bool:
    """Is the number below ten, which by itself may count anything?"""
    quantity = row[i].quantity
    return quantity is None or (quantity.high or quantity.low or 0) < 10


def _is_verb(row: Row, i: int) -> bool:
    """A verb, or a word that is one behind a plural subject ("some 150 remain")."""
    return row[i].tag in {"verb", "aux", "modal"} or row[i].low in actions.SUBJECT_VERBS


def _is_subject(row: Row, i: int) -> bool:
    """Is the number the subject of a clause: at its head, with a verb behind ("But around 130,000 remain")?"""
    j = i - 1
    while row[j].tag in {"adv", "det"} or row[j].low in {'"', "'"}:
        j -= 1
    if _is_small(row, i):
        return False
    begins = row[j].tag in {"end", "sub", "coord"} or row[j].low in {",", ":", ";"}
    return begins and _is_verb(row, i + 2 if row[i + 1].low in {'"', "'"} else i + 1)


def _acted_on(row: Row, i: int) -> bool:
    """Does a military verb take the number as its object, or describe it: "will send 1,500 more", "11,000 deployed"?"""
    after, last = row[i + 1], i - 1
    while row[last].tag in {"det", "adv"} or row[last].low in {"last", "first", "remaining", "home", "back"}:
        last -= 1
    before = row[last]
    if after.tag == "verb" and after.form in {"past", "part"}:
        return actions.OBJECT_VERBS.get(after.low, ("", None))[1] in _MOVING
    if after.low == "of" and row[i + 2].low in _BACK:
        return True
    if before.base in {"count", "involve", "comprise"} and before.tag == "verb":
        return True
    if before.base in {"have", "keep"} and (after.low == "there" or after.low in {"in", "on", "near", "along"}):
        return True
    return before.tag == "verb" and actions.OBJECT_VERBS.get(before.low, ("", None))[1] in _MOVING


def _size_noun(row: Row, i: int) -> int | None:
    """The word that says that the number is a size: "the number had been cut to 4,500", "put it at 140,000"."""
    last = i - 1
    while row[last].low in {'"', "'"} or row[last].tag == "adv":
        last -= 1
    if row[last].low == "to" and row[i + 1].low == "the" and row[i + 2].word in _SIZES:
        return i + 2  # "bringing to 3,000 the number dispatched"
    sizing = row[last].base in _SIZE_VERBS
    if not sizing and row[last].low not in {"at", "to", "of", "from", "below", "by"}:
        return None
    if _is_small(row, i):
        return None
    if row[last].base == "be" and row[last - 1].low in {"they", "it"} and row[i + 1].tag in {"punct", "end"}:
        return last - 1  # "They are 5,000 to 6,000", "it was nearer to 5,000"
    verb: int | None = None
    for j in range(last - 1, max(-1, last - 16), -1):
        item = row[j]
        if item.low in {";", "."} or item.tag in {"sub", "rel", "count"}:
            break
        if item.word in _SIZES and item.tag != "verb":
            return j
        sized = item.base in {"put", "estimate", "place"} and row[last].low == "at"
        if item.tag == "verb" and (sized or (item.base in {"speak", "talk", "warn"} and not sizing)):
            verb = verb or j
    return verb


def _like(row: Row, i: int, quantity: Quantity, known: Sequence[Counted]) -> Counted | None:
    """The noun phrase of the sentence that gives the bare number at item `i` its noun."""
    left = max((c for c in known if c.after <= i), key=lambda c: c.first, default=None)
    right = min((c for c in known if c.first > i), key=lambda c: c.first, default=None)
    if right is not None and _in_list(row, i, right.first):
        return right
    if left is not None and not _other_count(row, left.after, i) and _parallel(row, left, i):
        return left
    if (
        left is not None
        and row[i - 1].tag == "verb"
        and actions.OBJECT_VERBS.get(row[i - 1].low, ("", None))[1] is (Action.LOSE)
    ):
        return left  # "lost 70 men ... had captured 250 more"
    if row[i + 1].low == "strong":
        bodies = [j for j in range(i - 1, max(-1, i - 16), -1) if row[j].word in nouns.COLLECTIVES]
        if not bodies or row.lows(bodies[0] - 4, bodies[0]) & nouns.NON_COMBATANT:
            return None
        return _noun_phrase(row, bodies[0], quantity)  # "the mission, now 3,800 strong"
    noun = _noun_before(row, i, quantity) or _noun_after(row, i, quantity)
    if noun is not None:
        return noun
    return left or right if row[i - 1].low in {"his", "its", "their"} or row[i - 1].possessive else None


def _in_list(row: Row, i: int, j: int) -> bool:
    """Only names, commas and "and" stand between the items: "140 Italian and 250 Polish troops"."""
    between = row.between(i + 1, j)
    return j - i < 8 and all(
        t.mention is not None or t.tag in {"coord", "count"} or t.low in {",", "as", "well"} for t in between
    )


def _other_count(row: Row, first: int, after: int) -> bool:
    """Is something else counted in between ("200 soldiers, 40 tanks and 30 to Niger")?"""
    return any(
        row[k].tag == "count" and row[k + 1].tag in {"word", "name"} and _own_adjective(row, k) is None
        for k in range(first, after)
    )


def _parallel(row: Row, left: Counted, i: int) -> bool:
    """Does the number go on from the figure to its left: joined to it, compared with it, or a change of it?"""
    return i - left.after <= 25 and bool(row.lows(max(left.after, i - 4), i) & _JOINTS)


def _noun_before(row: Row, i: int, quantity: Quantity) -> Counted | None:
    """An unnumbered troop noun that the number tells the size of."""
    for j in range(i - 1, max(-1, i - 26), -1):
        item = row[j]
        if item.low in {";", "."}:
            return None
        group = item.mention is not None and item.mention.role == "group"
        troops = item.word in nouns.PLURAL or item.word in _ARMIES or _is_level(row, j) or group
        if group and row[i - 1].low not in _NUMBERING:
            continue
        if troops and item.tag != "verb" and _linked(row, j, i):
            return _noun_phrase(row, j, quantity)
    return None


def _is_level(row: Row, j: int) -> bool:
    return row[j].low in _SIZES and row[j - 1].low in {"troop", "force", "military", "army", "deployment", "manpower"}


def _linked(row: Row, noun: int, i: int) -> bool:
    """Does what stands between the noun and the number tell the noun's size?"""
    between = row.between(noun + 1, i)
    last = row[i - 1]
    if last.low in _NUMBERING:
        return True
    sized = _is_level(row, noun) or bool(row.lows(noun - 5, noun) & _SIZES)
    sizing = any(t.base in _SIZE_VERBS and t.tag == "verb" for t in between)
    changing = any(t.base in actions.RESIZING for t in row.between(noun - 8, i))
    if last.low in {"to", "from", "below"}:
        return sized or changing
    if last.low in {"at", "by", "in"} and sizing:
        return True
    if last.low == "the" and row[i - 2].low in {"by", "in"} and i - noun == 3:  # "recruits by the hundreds"
        return True
    if last.tag in {"verb", "aux"} and last.base in _SIZE_VERBS and sized:
        return True
    if last.low == ",":
        return (
            i - noun < 12 and not any(t.tag == "count" for t in between) and row[i + 1].tag in {"prep", "punct", "end"}
        )
    return False


def _noun_after(row: Row, i: int, quantity: Quantity) -> Counted | None:
    """ "bringing to 3,000 the number of troops"."""
    if row[i - 1].low != "to" or row[i + 1].low != "the" or row[i + 2].word not in _SIZES:
        return None
    for j in range(i + 3, i + 8):
        if row[j].word in nouns.PLURAL:
            return _noun_phrase(row, j, quantity)
    return None


def _noun_phrase(row: Row, j: int, quantity: Quantity) -> Counted:
    """The noun phrase that ends in item `j`, as if it were counted."""
    first = j
    modifiers: list[Mention] = []
    while j - first < 6:
        before = row[first - 1]
        if before.mention is not None:
            modifiers.insert(0, before.mention)
        elif before.tag not in {"word", "name", "adv"} and before.low not in {"(", ")"}:
            break
        first -= 1
    if (own := row[j].mention) is not None:
        modifiers.append(own)
    unit = nouns.PLURAL.get(row[j].word, Unit.TROOPS)
    return Counted(first, j + 1, quantity, unit, row[j].word, (row[j].start, row[j].end), tuple(modifiers), size=True)


def _borrow(row: Row, i: int, quantity: Quantity, like: Counted) -> Counted:
    """The bare number as a counted phrase with the noun of `like`."""
    adjective = _own_adjective(row, i)
    inherited = like.modifiers if like.quantity is quantity else ()
    return replace(
        like,
        first=i,
        after=i + 2 if adjective is not None else i + 1,
        quantity=quantity,
        modifiers=(adjective,) if adjective is not None else inherited,
        anaphoric=False,
        of_own=False,
        bare=True,
        like=like,
        per_unit=None,
        per_unit_item=-1,
    )
