"""Whose the counted people are: their own words first, then what governs them, then what the article speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.extract.figures import nouns
from tui.extract.figures.actions import EXERCISES, OWN_LOSSES, SAYING, Action
from tui.extract.figures.actors import actors, subject_of
from tui.extract.figures.counted import Counted
from tui.extract.figures.discourse import Discourse
from tui.extract.figures.governor import Governor, Governors
from tui.extract.figures.items import Item, Row
from tui.extract.model import Mention, MentionKind, Source
from tui.records import Unit

_PRONOUNS = frozenset("it he she they we".split())
_POSSESSIVES = frozenset("his her its their our".split())
# verbs whose subject does not own the people that are their object
_SIZING = frozenset("put place speak talk".split())  # whoever puts the figure at 5,000 does not own them
_HOSTING = frozenset("host house face see involve include contain arm train equip teach pay estimate be".split())
# action nouns are owned by who orders them
_ORDERING = frozenset(
    "announce order approve authorise authorize plan agree complete propose decide begin start".split()
)


@dataclass(frozen=True, slots=True)
class Side:
    """A side, the rule that gave it and the sentence offsets of the words behind it (start == end where none).

    `certain` is false where the words of the sentence do not say it, `weak` true where it is but the likeliest.
    """

    name: str
    rule: str
    start: int
    end: int
    certain: bool = True
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A counted phrase in its sentence, with everything that its side can follow from."""

    row: Row
    number: int  # of the sentence
    counted: Counted
    governors: Governors
    chosen: Governor | None
    source: Source | None
    discourse: Discourse
    like: Side | None  # the side of the phrase whose noun a bare number borrows


def sides_of(case: Case) -> Iterator[Side]:
    """The sides that a figure may have, the surest first."""
    rules = [_own, _gapped, _genitive, _behind, _introduced, _apposed, _acting]
    like, chosen = case.counted.like, case.chosen
    own_verb = chosen is not None and (chosen.strong or (like is not None and chosen.index >= like.after))
    if not own_verb:
        rules.insert(-1, _borrowed)
    for rule in (*rules, _borrowed):
        side = rule(case)
        if side is not None:
            yield side
    yield from _context(case)


def _borrowed(case: Case) -> Side | None:
    """The side of the phrase whose noun a bare number borrows."""
    return case.like


def _of(mention: Mention | None, rule: str) -> Side | None:
    if mention is None or mention.side is None:
        return None
    return Side(mention.side, rule, mention.start, mention.end)


def _own(case: Case) -> Side | None:
    """The names inside the phrase: "Russian troops", "British and French troops", "Iran-backed Houthi fighters"."""
    modifiers = case.counted.modifiers
    text = case.row.text
    named = [m for m in modifiers if m.side and m.form != "opponent" and text[: m.start][-4:].lower() != "non-"]
    full = [m for m in named if m.form != "compound"] or named
    if not full:
        return _coalition(case)
    if len(full) > 1 and _joined(case.row.text, full):
        sides = list(dict.fromkeys(m.side for m in full if m.side))
        return Side(" and ".join(sides), "names joined in the phrase", full[0].start, full[-1].end)
    last = full[-1]
    if last.role == "organisation" or last.kind is MentionKind.PLACE:  # "Ugandan AU peacekeepers"
        last = full[0]
    return _of(last, "name in the phrase")


def _coalition(case: Case) -> Side | None:
    """ "16,000 non-American coalition soldiers": the alliance by the name that the article gives it."""
    for item in case.row.between(case.counted.first, case.counted.after):
        if item.low == "coalition":
            return Side(case.discourse.coalition_named(), "the coalition in the phrase", item.start, item.end)
    return None


def _gapped(case: Case) -> Side | None:
    """ "Belarus sent 500 soldiers, Tajikistan 200, and Armenia 100": the name before a bare number acts."""
    row, i = case.row, case.counted.first - 1
    mention = row[i].mention
    before = row[i - 2] if row[i - 1].tag == "det" else row[i - 1]
    if not case.counted.bare or mention is None or before.low not in {",", "and", ";"}:
        return None
    return _of(mention, "name before the number") if mention.kind is MentionKind.SIDE else None


def _joined(text: str, named: Sequence[Mention]) -> bool:
    """Do "and" or commas, and nothing else, stand between the names?"""
    return all(text[a.end : b.start].strip(" ,/&") in {"", "and"} and b.start - a.end > 1 for a, b in pairwise(named))


def _genitive(case: Case) -> Side | None:
    """ "Russia's 130,000 troops", "his 145,000", "three of its soldiers"."""
    row, i = case.row, case.counted.first - 1
    while row[i].tag in {"adv", "word"} and case.counted.first - i < 4 and not row[i].possessive:
        i -= 1
    like = case.counted.like
    if like is not None and like.quantity is case.counted.quantity:
        i = like.first - 1  # "its troops, estimated at between 80,000 and 100,000"
    if case.counted.of_own:
        i = next((k for k in range(case.counted.first + 1, case.counted.after) if row[k].tag == "det"), i)
    item = row[i]
    if item.possessive and item.mention is not None:
        return _of(item.mention, "genitive before the number")
    if item.possessive and item.word in {"country", "nation", "kingdom", "republic"}:
        if row[i - 1].low == "whose":
            return _of(_antecedent(row, i - 1), "whose: what the relative clause is about")
        land = case.discourse.place_near(case.number, None, state=True, pointing=True)
        return Side(land.name, "the country spoken of", item.start, item.end) if land and land.name else None
    if item.low in _POSSESSIVES:
        return _pronoun(case, i)
    return None


def _pronoun(case: Case, i: int) -> Side | None:
    item = case.row[i]
    if item.low in {"we", "our", "us"}:
        speaker = case.source.side if case.source is not None else None
        return Side(speaker, f"{item.low}: the speaker's side", item.start, item.end) if speaker else None
    group = _unnamed_before(case.row, i) if item.low in {"their", "they"} else None
    if group is not None:
        return Side(group.word, f"{item.low}: fighters that nobody names", group.start, group.end)
    owner = case.discourse.actor_before(case.number, i, person=item.low in {"his", "her", "he", "she"})
    if owner is not None and owner.side is not None:
        return Side(owner.side, f"{item.low}: the last actor", item.start, item.end)
    if case.source is not None and case.source.side is not None:
        return Side(case.source.side, f"{item.low}: the speaker's side", item.start, item.end)
    return None


def _unnamed_before(row: Row, i: int) -> Item | None:
    """ "the separatists say that more than 20 of their fighters": the unnamed group that the pronoun stands for."""
    for j in range(i - 1, max(-1, i - 12), -1):
        if row[j].mention is not None or row[j].low in {";", "."}:
            return None
        if row[j].word in nouns.IRREGULARS and row[j].tag == "word" and row[j + 1].finite:
            return row[j]
    return None


def _behind(case: Case) -> Side | None:
    """ "fighters of Hamas", "soldiers from Chad", "troops loyal to Haftar"."""
    row, j, chosen = case.row, case.counted.after, case.chosen
    if case.counted.bare and row[j].low == "of" and row[j + 2].low == "coming":
        j += 3  # "with 3,000 of them coming from Nigeria"
    if chosen is not None and chosen.action is Action.SEND and chosen.relation == "subject" and chosen.index >= j:
        j = chosen.index + 1 if row[chosen.index + 1].low == "from" else j  # "would follow from Romania"
    like = case.counted.like
    if like is not None and like.quantity is case.counted.quantity and row[like.after].low == "of":
        j = like.after  # "the number of Wagner mercenaries at 1,000"
    if row[j].low in {"loyal", "belonging"} and row[j + 1].low == "to":
        j += 1
    elif row[j].base == "be" and row[j + 1].low == "from":
        j += 1  # "Forty-five were from the Emirates"
    elif row[j].low == "from" and chosen is not None:
        arriving = chosen.action is Action.SEND and chosen.relation in {"subject", "post", "with"}
        if chosen.action in {Action.LEAVE, Action.SEND, Action.RESIZE} and not arriving:
            return None
    elif row[j].low not in {"of", "from"}:
        return None
    found: list[Mention] = []
    for k in range(j + 1, j + 8):
        mention = row[k].mention
        if mention is not None and mention.side is not None:
            found.append(mention)
        elif row[k].tag not in {"det", "word", "name", "adv", "amount"} and row[k].low != "of":
            break
    return _of(found[0], f"{row[j].low} behind the noun") if found else _unlisted(row, j + 1)


_GROUPS = frozenset("group movement militia front network brigades faction gang cartel party army".split())


def _unlisted(row: Row, first: int) -> Side | None:
    """ "fighters of the Maute group": a group that no list knows, by its own words."""
    while row[first].tag == "det":
        first += 1
    for k in range(first + 1, first + 4):
        if row[k].low in _GROUPS and row[first].tag == "name":
            name = row.text[row[first].start : row[k].end]
            return Side(name, "a group by its own words", row[first].start, row[k].end)
        if row[k].tag not in {"name", "word"}:
            return None
    return None


def _introduced(case: Case) -> Side | None:
    """ "UNMISS, with 14,000 blue helmets": the name before "with" has them."""
    row, i = case.row, case.counted.first - 1
    if row[i].low != "with" or row[i - 1].low != ",":
        return None
    owner = row[i - 2].mention
    if owner is None or owner.kind is MentionKind.PLACE or owner.form == "capital":
        return None
    return _of(owner, "name before with")


def _apposed(case: Case) -> Side | None:
    """ "the NATO battlegroup in Rukla, more than 1,800 troops": whose body it is that the number counts."""
    row, i = case.row, case.counted.first - 1
    if row[i].low != "," or case.counted.like is not None:
        return None
    for j in range(i - 1, max(0, i - 6), -1):
        mention = row[j - 1].mention
        if row[j].word in _BODIES and mention is not None and mention.kind is MentionKind.SIDE:
            return _of(mention, "owner of the body that is counted")
        if row[j].tag not in {"prep", "det", "name", "word"}:
            return None
    return None


_BODIES = frozenset("battlegroup force contingent mission garrison detachment battalion brigade division".split())


def _acting(case: Case) -> Side | None:
    """Who acts: the subject of the verb that the people are the object of, or the owner of the action noun."""
    for governor in (case.chosen, case.governors.left, case.governors.post):
        if governor is None:
            continue
        side = _through(case, governor)
        if side is not None:
            return side
    return None


def _through(case: Case, governor: Governor) -> Side | None:
    row, counted = case.row, case.counted
    losing = governor.action is Action.LOSE and governor.base != "lose"
    if governor.relation == "noun":
        return None if losing and governor.base not in OWN_LOSSES else _owner(case, governor.index)
    if governor.relation in {"object", "with"}:
        exercise = next((k for k in range(governor.index - 4, governor.index) if row[k].low in EXERCISES), None)
        if governor.base in {"involve", "include"} and exercise is not None:
            return _owner(case, exercise)
        if losing or governor.base in _HOSTING or (counted.bare and governor.base in _SIZING):
            return None
        return _subject(case, governor.index)
    if governor.relation == "post" and governor.index > counted.after:
        for k in range(counted.after, governor.index):
            if row[k].low in _PRONOUNS:
                return _pronoun(case, k)
        inside = [m for i, m in actors(row, governor.index) if i >= counted.after]
        if inside:
            return _of(inside[0], "subject of the relative clause")
    return None if losing else _agent(row, governor.index)


def _subject(case: Case, verb: int) -> Side | None:
    """The subject of the verb at item `verb`, a pronoun resolved."""
    row = case.row
    start = row.group_start(verb)
    if row[start - 1].low in _PRONOUNS:
        return _pronoun(case, start - 1)
    for k in range(start - 1, max(-1, start - 12), -1):
        if row[k].mention is not None:
            break
        if row[k].low in _POSSESSIVES and row[k + 1].word in {"army", "military", "forces", "navy", "force"}:
            return _pronoun(case, k)  # "Its army, disbanded in 1995, has 1,300 soldiers"
    if row[start - 1].tag == "rel" and (head := _antecedent(row, start - 1)) is not None:
        return _of(head, "what the relative clause is about")
    found = subject_of(row, verb)
    said_of = _said_of(row, start)
    if said_of is not None:
        return _of(_antecedent(row, said_of), "what the relative clause is about")
    described = _described(row, start) or _named_group(row, start)
    if described is not None and (found is None or found[0] < start - 1 or row[start - 1].mention is not None):
        return Side(described[1], "a group that nobody names", row[described[0]].start, row[start - 1].end)
    if found is None:
        return None
    for k in range(found[0] + 1, start):
        if row[k].low in _PRONOUNS and row[k + 1].finite:
            return _pronoun(case, k)
    return _of(found[1], "subject of the verb")


def _antecedent(row: Row, rel: int) -> Mention | None:
    """The name that a relative clause describes: "the French, who have 2,400 men"."""
    for j in range(rel - 1, rel - 4, -1):
        mention = row[j].mention
        if mention is not None and mention.side is not None:
            return mention if mention.kind is not MentionKind.PLACE else None
        if row[j].low != "," and row[j].tag not in {"word", "name"}:
            return None
    return None


def _said_of(row: Row, start: int) -> int | None:
    """ "a group which monitors believe can field 7,000": the relative pronoun, where who says so stands in between."""
    if row[start - 1].base not in SAYING and row[start - 1].low not in SAYING:
        return None
    return next((j for j in range(start - 2, start - 8, -1) if row[j].tag == "rel"), None)


def _named_group(row: Row, start: int) -> tuple[int, str] | None:
    """A group that no list knows by all of its name, right before a verb group: "the Kachin Independence Army has"."""
    last = start - 1
    mention = row[last].mention
    if row[last].tag != "name" or row[last].low.split()[-1] not in _GROUPS:
        return None
    if mention is not None and mention.role != "group":
        return None
    first = last
    while row[first - 1].tag == "name" and row[first - 1].mention is None and last - first < 4:
        first -= 1
    return (first, row.text[row[first].start : row[last].end]) if first < last else None


def _described(row: Row, start: int) -> tuple[int, str] | None:
    """The unnamed armed group right before a verb group: "Shia militias have", "the rebels have sent"."""
    last = start - 1
    while row[last].tag == "adv":
        last -= 1
    if row[last].mention is not None or row[last].word not in nouns.IRREGULARS | {"militias", "militia"}:
        return None
    first = last
    while row[first - 1].tag in {"name", "word"} and row[first - 1].mention is None and last - first < 3:
        first -= 1
    if row[first - 1].mention is not None:
        return None
    return first, row.text[row[first].start : row[last].end]


def _owner(case: Case, noun: int) -> Side | None:
    """Whose action a noun names: "Russia's deployment", "the French withdrawal", "Canada announced the deployment"."""
    row = case.row
    for j in range(noun - 1, noun - 5, -1):
        mention = row[j].mention
        if mention is not None and mention.side is not None:
            return _of(mention, "owner of the action noun") if row[j].low != "u.n." else None
        if row[j].low in _POSSESSIVES:
            return _pronoun(case, j)
        if row[j].tag not in {"word", "adv", "name"}:
            break
    for j in range(noun - 1, max(-1, noun - 8), -1):
        if row[j].tag == "verb":
            return _subject(case, j) if row[j].base in _ORDERING else None
        if row[j].tag in {"sub", "rel", "modal"} or row[j].low in {";", ","}:
            return None
    return None


def _agent(row: Row, verb: int) -> Side | None:
    """The agent of a passive: "were sent by Rwanda"."""
    for j in range(verb + 1, verb + 10):
        if row[j].finite or row[j].tag in {"sub", "rel", "end"} or row[j].low in {";", "."}:
            return None
        if row[j].low == "by":
            for k in range(j + 1, j + 5):
                if row[k].mention is not None:
                    return _of(row[k].mention, "agent of the passive")
                if row[k].tag not in {"det", "word", "adv"}:
                    return None
    return None


def _context(case: Case) -> Iterator[Side]:
    """No word of the sentence says it outright: the group or the state that the text is about."""
    at = case.row[case.counted.first].start
    irregular = case.counted.noun in nouns.IRREGULARS
    losing = case.chosen is not None and case.chosen.action is Action.LOSE
    firm: list[tuple[str | None, str]] = [(_label(case.row), "label of a list")]
    weak: list[tuple[str | None, str]] = []
    said = case.row.lows(0, len(case.row))
    if case.source is not None and said & {"we", "us", "our"}:
        weak.append((case.source.side, "we: the speaker's side"))
    after = case.counted.after
    owned = case.row[after].low in {"of", "from", "loyal", "in"}
    if case.row.lows(case.counted.first, after + 3 if owned else after) & _RULING:
        land = case.discourse.place_near(case.number, None, state=True)
        firm.append((land.name if land is not None else None, "the government of the country spoken of"))
    if said & {"alliance", "alliance's", "bloc", "bloc's"}:
        firm.append((case.discourse.organisation_near(case.number), "the alliance spoken of"))
    if case.counted.unit is Unit.PEACEKEEPERS:
        firm.append((case.discourse.organisation_near(case.number), "who keeps the peace"))
    if irregular:
        firm.append((case.discourse.group_near(case.number), "the armed group spoken of"))
        if case.counted.noun == "separatists":
            firm.append(("Separatists", "separatists that nobody names"))
    elif losing:
        losers = _losers(case)
        firm, weak = firm + losers[:1], weak + losers[1:]
    groups = case.discourse.groups
    if irregular:
        firm.append((case.counted.noun, "fighters that nobody names"))
    weak += [(s, "whose troops were spoken of") for s in case.discourse.sides_near(case.number, _military(case.source))]
    weak += [(m.side, "actor of the sentence") for _, m in actors(case.row)]
    weak += [(s, "named in the article") for s in case.discourse.sides_named()]
    sides = [Side(n, rule, at, at, certain=False) for n, rule in firm if n is not None]
    sides += [Side(n, rule, at, at, certain=False, weak=True) for n, rule in weak if n is not None]
    # regular troops are not a group's, unless nothing else is named
    yield from (s for s in sides if irregular or s.name not in groups)
    yield from (s for s in sides if not irregular and s.name in groups)


_RULING = frozenset("government pro-government regime junta army".split())


def _label(row: Row) -> str | None:
    """ "- Sudan: 6,000 soldiers": whose line of a list it is."""
    i = next((k for k in range(3) if row[k].tag != "punct"), 0)
    mention = row[i].mention
    return mention.side if mention is not None and row[i + 1].low == ":" else None


def _military(source: Source | None) -> str | None:
    """The side of a speaker who speaks of his own troops: a defence ministry, an army."""
    words = set((source.name or "").lower().replace("'s", "").split()) if source is not None else set()
    own = words & {"defence", "defense", "army", "military", "forces", "staff", "navy"}
    return source.side if source is not None and own else None


_ACCIDENTS = frozenset("crash collide sink capsize overturn plunge derail".split())


def _losers(case: Case) -> list[tuple[str | None, str]]:
    """Whose soldiers are lost where nobody says it: the speaker's own, or those of a state the sentence is about."""
    killer = subject_of(case.row, case.chosen.index) if case.chosen and case.chosen.relation == "object" else None
    accident = any(t.base in _ACCIDENTS for t in case.row.between(0, case.counted.first))
    enemy = killer[1].side if killer is not None and not accident else None
    speaker = case.source.side if case.source is not None else None
    before = [m.side for _, m in actors(case.row, case.counted.first) if m.role != "group"]
    guesses = [(speaker, "the speaker's own losses")] + [(side, "whose losses are told") for side in before]
    guesses += [(s, "whose troops are there") for s in case.discourse.hosts(case.number)]
    return [(name, rule) for name, rule in guesses if name != enemy]
