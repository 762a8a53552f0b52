"""Which word governs a counted phrase: the verb it is object or subject of, the noun it depends on, what follows it.

The clause is read outwards from the phrase. To the left: the verb or action noun it is the object of, through
prepositions and lists. To the right: participles and relative clauses that describe it, and the main verb where the
phrase is a subject. Nothing is taken from beyond a clause boundary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.figures import actions
from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.items import Item

_HELPERS = frozenset({"aux", "modal", "to", "adv"})
_CONDITIONAL = frozenset("could may might can if whether would should".split())
_PLANNED = frozenset("will shall 'll won't".split())


@dataclass(frozen=True, slots=True)
class Governor:
    """Item `index` governs the phrase by `action`.

    `relation` is how: object, subject, post (a participle or relative clause behind it), noun, with. `tense` tells
    whether the action is told as real, planned, conditional or only demanded.
    """

    index: int
    action: Action
    base: str
    relation: str
    tense: str

    @property
    def strong(self) -> bool:
        """Does it say more than that the people exist?"""
        return self.action not in actions.WEAK


@dataclass(frozen=True, slots=True)
class Governors:
    """What governs a phrase from the left, what describes it from behind, and the main verb it is the subject of."""

    left: Governor | None
    post: Governor | None
    main: Governor | None

    def chosen(self, part: bool) -> Governor | None:
        """The one that says what the people do; for a part of a whole only what describes the whole."""
        if part:
            return self.post
        ranked = [self.left, self.main]
        for governor in ranked:
            if governor is not None and governor.strong and governor.tense != "demanded":
                return governor
        for governor in (self.post, *ranked):
            if governor is not None:
                return governor
        return None


def governors_of(items: Sequence[Item], counted: Counted) -> Governors:
    """Everything that governs `counted` in its sentence."""
    left = _left(items, counted)
    post = _post(items, counted.after)
    main = None if left is not None and left.relation != "with" else _main(items, counted)
    return Governors(left, post, main)


def _low(items: Sequence[Item], i: int) -> str:
    return items[i].low if 0 <= i < len(items) else ""


def _tag(items: Sequence[Item], i: int) -> str:
    return items[i].tag if 0 <= i < len(items) else ""


def group_start(items: Sequence[Item], verb: int) -> int:
    """The first auxiliary, modal or "to" of the verb group that ends in `verb`."""
    first = i = verb
    while i > 0 and items[i - 1].tag in _HELPERS | {"pron"}:
        i -= 1
        if items[i].tag == "pron":
            break
        if items[i].tag != "adv":
            first = i
    return first


# -- to the left


def _left(items: Sequence[Item], counted: Counted) -> Governor | None:
    i = counted.first - 1
    prep = ""
    steps = 0
    listed = False
    while i >= 0 and steps < 40:
        steps += 1
        item = items[i]
        if item.tag == "verb":
            return _verb_left(items, i, counted, prep)
        if item.tag == "aux" and not prep:
            return _copula(items, i, counted)
        if item.tag in {"sub", "rel", "modal"} and item.low not in {"than", "as"}:
            return None
        if item.low in {";", ":", ".", "?", "!"}:
            return None
        if item.tag == "punct" and item.low in {'"', "'", "-", "("} and not prep and not listed:
            return None if i == 0 else _left_of_mark(items, i, counted)
        if item.low in {"and", "or", ","} and not prep:
            if _new_clause(items, counted):
                return None
            listed = True
        elif item.tag in {"prep", "to"} and not listed:
            prep = item.low
            if prep == "of" or _low(items, i - 1) in actions.EXERCISES:
                pass
            noun = _noun_left(items, i - 1)
            if noun is not None and prep in {"of", "by", "for", "in", "to"}:
                return noun
            if prep in {"of", "to", "from", "by", "on", "into", "at", "with", "between"}:
                through = _through(items, i - 1, prep)
                if through is not None:
                    i = through
                    prep = prep if prep in {"by", "with", "to", "from"} else ""
                    continue
            return None
        i -= 1
    return None


def _left_of_mark(items: Sequence[Item], i: int, counted: Counted) -> Governor | None:
    """A quotation mark directly before the number hides no verb: has "more than 150,000 troops"."""
    if items[i].low in {'"', "'"} and _tag(items, i - 1) in {"verb", "aux"}:
        return _verb_left(items, i - 1, counted, "") if items[i - 1].tag == "verb" else _copula(items, i - 1, counted)
    return None


def _new_clause(items: Sequence[Item], counted: Counted) -> bool:
    """Does the phrase begin a clause of its own: is a finite verb next behind it?"""
    return _main(items, counted) is not None


def _noun_left(items: Sequence[Item], i: int) -> Governor | None:
    """The action noun at the end of the phrase that ends in item `i`: "the planned deployment (of)"."""
    word = _low(items, i).split(" ")[-1]
    action = actions.NOUN_ACTIONS.get(word)
    if action is None:
        return None
    return Governor(i, action, word, "noun", _noun_tense(items, i))


def _through(items: Sequence[Item], i: int, prep: str) -> int | None:
    """Where to go on to the left of a preposition and its noun: the item before a transparent noun."""
    if prep == "of" and _low(items, i).split(" ")[-1] in actions.TRANSPARENT:
        j = i - 1
        while _tag(items, j) in {"det", "adv", "name", "word"} and _tag(items, j) not in {"verb"}:
            mention = items[j].mention
            if mention is not None and not items[j].possessive and mention.form == "name":
                break
            j -= 1
        return j
    if prep in {"by", "with", "to", "from", "on", "at", "in"} and _tag(items, i) in {"verb", "name", "word", "adv"}:
        return i if _tag(items, i) == "verb" else _back_to_verb(items, i)
    return None


def _back_to_verb(items: Sequence[Item], i: int) -> int | None:
    """Over one noun phrase to the verb before it: "cut its force from 5,200"."""
    for j in range(i, max(-1, i - 12), -1):
        if items[j].tag == "verb":
            return j
        if items[j].tag in {"sub", "rel", "coord", "modal"} or items[j].low in {";", ",", "."}:
            return None
    return None


def _verb_left(items: Sequence[Item], i: int, counted: Counted, prep: str) -> Governor | None:
    item = items[i]
    if item.low == "including":
        return None
    if prep == "with":
        base, action = actions.OBJECT_VERBS.get(item.low, ("", None))
        return Governor(i, Action.THREATEN, base, "with", _tense(items, i)) if action is Action.THREATEN else None
    if prep == "by":
        found = actions.SUBJECT_VERBS.get(item.low) or actions.OBJECT_VERBS.get(item.low)
        if found is None or found[1] is Action.LOSE or found[1] is Action.HAVE:
            return None
        if found[1] is Action.RESIZE:
            return Governor(i, Action.SEND if found[0] in _UP else Action.LEAVE, found[0], "object", _tense(items, i))
        return Governor(i, found[1], found[0], "subject", _tense(items, i))
    action = _particle(items, i, counted) or actions.OBJECT_VERBS.get(item.low, ("", None))[1]
    base = item.base or actions.OBJECT_VERBS.get(item.low, (item.low, None))[0]
    if action is None:
        if base == "leave":  # "leaving 5,000 troops": what is left stays
            return Governor(i, Action.STAY, base, "object", _tense(items, i))
        return Governor(i, Action.HAVE, base, "object", _tense(items, i)) if not prep else None
    return Governor(i, action, base, "object", _tense(items, i))


_UP = frozenset("increase raise boost expand strengthen reinforce".split())


def _particle(items: Sequence[Item], verb: int, counted: Counted) -> Action | None:
    base = items[verb].base
    for j in (verb + 1, counted.after, counted.after + 1):
        action = actions.PARTICLES.get((base, _low(items, j)))
        if action is not None:
            return action
    return None


def _copula(items: Sequence[Item], i: int, counted: Counted) -> Governor | None:
    base = items[i].base
    if base not in {"be", "have"}:
        return None
    return Governor(i, Action.HAVE, base, "object", _tense(items, i))


# -- behind the phrase


def _post(items: Sequence[Item], after: int) -> Governor | None:
    """What describes the phrase from behind: "stationed in", "who are massing", "it has deployed", "on standby"."""
    j = after
    limit = min(len(items), after + 14)
    while j < limit:
        item = items[j]
        if item.tag == "adv" or item.low in {'"', ")", "(", "'"} or item.tag == "det":
            j += 1
        elif item.tag == "verb" and item.form in {"past", "part", "ing"} and not _finite(items, j):
            return _describes(items, j, "participle")
        elif item.tag == "rel" or item.low == "that":
            return _relative(items, j + 1)
        elif item.tag == "to" and _tag(items, j + 1) in {"verb", "aux"}:
            verb = _verb_from(items, j + 1)
            return _describes(items, verb, "infinitive") if verb is not None else None
        elif item.tag in {"pron", "name"} and _tag(items, j + 1) in {"aux", "verb"} and j == after:
            return _relative(items, j)
        elif item.low in actions.READY:
            return Governor(j, Action.STANDBY, item.low, "post", "real")
        elif item.tag in {"prep", "word", "name"} and item.tag != "verb":
            j += 1
        else:
            return None
    return None


def _finite(items: Sequence[Item], j: int) -> bool:
    """Is the -ed form at `j` the main verb of the phrase rather than a participle: has it an object?"""
    if items[j].form != "past" or items[j].low in _INTRANSITIVE_PAST:
        return items[j].low in _INTRANSITIVE_PAST
    nxt = items[j + 1] if j + 1 < len(items) else None
    return nxt is not None and (nxt.tag in {"det", "pron", "count"} or (nxt.tag == "name" and nxt.low != "to"))


_INTRANSITIVE_PAST = frozenset(
    "arrived entered crossed went came left died fell remained stayed stood sat fled returned joined took advanced fought"
    " retreated surrendered poured marched perished began started became flew departed were was had".split()
)


def _verb_from(items: Sequence[Item], j: int) -> int | None:
    """The main verb of the group that begins at `j`."""
    while _tag(items, j) in _HELPERS:
        if _tag(items, j + 1) not in _HELPERS | {"verb"}:
            return j if items[j].tag == "aux" else None
        j += 1
    return j if _tag(items, j) == "verb" else None


def _relative(items: Sequence[Item], j: int) -> Governor | None:
    """The verb of a relative clause that begins at `j`; the phrase is its subject, or its object behind another one."""
    other = _tag(items, j) in {"pron", "name", "det"}
    while _tag(items, j) in {"pron", "name", "det", "word", "adv"}:
        j += 1
    verb = _verb_from(items, j)
    if verb is None:
        return None
    return _describes(items, verb, "object" if other else "subject")


def _describes(items: Sequence[Item], verb: int, how: str) -> Governor | None:
    """The governor that a describing verb makes."""
    item = items[verb]
    start = group_start(items, verb)
    passive = any(t.base == "be" for t in items[start:verb]) and item.form in {"past", "part"}
    as_object = how == "object" or passive or (how == "participle" and item.form in {"past", "part"})
    if how == "participle" and item.low == "being":
        nxt = _verb_from(items, verb + 1)
        if nxt is None:
            return None
        verb, item, as_object = nxt, items[nxt], True
    found = (actions.OBJECT_VERBS if as_object else actions.SUBJECT_VERBS).get(item.low)
    particle = actions.PARTICLES.get((item.base, _low(items, verb + 1)))
    if found is None and particle is None:
        return _state(items, verb)
    base, action = found if found is not None else (item.base, particle)
    action = particle or action
    if action is None:
        return None
    tense = "real" if how == "participle" else _tense(items, verb)
    if action is Action.SEND and how == "participle" and as_object and _low(items, verb + 1) not in {"to", "into"}:
        action = Action.STAY  # "troops deployed in the north" are there
    return _state(items, verb) or Governor(verb, action, base, "post", tense)


def _state(items: Sequence[Item], verb: int) -> Governor | None:
    """ "are on standby", "put on alert", "take part in exercises": the state a verb leads to."""
    for j in range(verb + 1, min(len(items), verb + 9)):
        item = items[j]
        if item.low in actions.READY:
            return Governor(j, Action.STANDBY, item.low, "post", _tense(items, verb))
        if item.low in actions.EXERCISES:
            return Governor(j, Action.EXERCISE, item.low, "post", _tense(items, verb))
        if item.tag in {"verb", "sub", "rel", "coord", "aux", "modal"} or item.low in {",", ";"}:
            return None
    return None


# -- the main verb


def _main(items: Sequence[Item], counted: Counted) -> Governor | None:
    """The finite verb whose subject the phrase is."""
    j = counted.after
    depth = 0
    while j < len(items):
        item = items[j]
        if item.low in {";", ":", ".", "?", "!"} or item.tag == "sub" and item.low not in {"as", "than"}:
            return None
        if item.tag == "rel" or (item.low == "that" and j == counted.after):
            j = _skip_clause(items, j)
            continue
        if item.tag in {"aux", "modal"}:
            return _predicate(items, j)
        if item.tag == "verb" and item.form in {"past", "s", "base"}:
            if item.form != "past" or _finite(items, j) or not _participle_place(items, j, counted):
                return _predicate(items, j)
        elif item.tag == "coord" and _tag(items, j + 1) in {"verb", "aux", "modal"}:
            return None
        elif item.low == ",":
            depth += 1
            if depth > 2:
                return None
        j += 1
        if j - counted.after > 25:
            return None
    return None


def _participle_place(items: Sequence[Item], j: int, counted: Counted) -> bool:
    """Does the -ed form stand where a participle stands, with a finite verb still to come or an object before it?"""
    if items[j].low in actions.SUBJECT_VERBS and items[j].low not in actions.OBJECT_VERBS:
        return False
    for k in range(j + 1, min(len(items), j + 18)):
        if items[k].tag in {"aux", "modal"} or items[k].tag == "verb" and items[k].form in {"past", "s"}:
            return True
        if items[k].tag in {"sub", "rel", "coord"} or items[k].low in {";", "."}:
            break
    return _low(items, j + 1) in {"in", "on", "at", "near", "along", "by", "to", "across", "around"}


def _skip_clause(items: Sequence[Item], j: int) -> int:
    """Behind the relative clause that begins at `j`: its verb group and what follows up to a comma or the next verb."""
    k = j + 1
    seen = False
    while k < len(items):
        if items[k].tag in {"aux", "modal", "verb"}:
            if seen and items[k - 1].tag not in _HELPERS | {"verb"} and items[k].tag != "verb":
                return k
            if seen and items[k].tag == "verb" and items[k].form in {"past", "s"} and items[k - 1].tag not in _HELPERS:
                return k
            seen = True
        elif items[k].low == "," and seen:
            return k + 1
        k += 1
    return k


def _predicate(items: Sequence[Item], j: int) -> Governor | None:
    """The governor that the finite verb group at `j` makes of its subject."""
    verb = _verb_from(items, j) if items[j].tag != "verb" else j
    if verb is None:
        return None
    item = items[verb]
    state = _state(items, verb)
    if state is not None:
        return Governor(state.index, state.action, state.base, "subject", state.tense)
    start = group_start(items, verb)
    passive = any(t.base == "be" for t in items[start:verb]) and item.form in {"past", "part"}
    if (
        item.low in {"set", "due", "expected", "ordered", "poised", "ready", "scheduled"}
        and _low(items, verb + 1) == "to"
    ):
        then = _verb_from(items, verb + 2)
        found = _inner(items, then) if then is not None else None
        return found and Governor(found.index, found.action, found.base, "subject", "planned")
    particle = actions.PARTICLES.get((item.base, _low(items, verb + 1)))
    table = actions.OBJECT_VERBS if passive else actions.SUBJECT_VERBS
    base, action = table.get(item.low, (item.base, None))
    action = particle or action
    if action is Action.SEND and passive and _low(items, verb + 1) not in {"to", "into", "from"}:
        real = _tense(items, verb) == "real"
        action = Action.STAY if real and any(t.form == "s" for t in items[start:verb]) else action
    if action is None:
        return Governor(verb, Action.HAVE, base, "subject", _tense(items, verb))
    return Governor(verb, action, base, "subject", _tense(items, verb))


def _inner(items: Sequence[Item], verb: int) -> Governor | None:
    item = items[verb]
    passive = any(t.base == "be" for t in items[group_start(items, verb) : verb])
    base, action = (actions.OBJECT_VERBS if passive else actions.SUBJECT_VERBS).get(item.low, ("", None))
    return Governor(verb, action, base, "subject", "planned") if action is not None else None


# -- how real


def _tense(items: Sequence[Item], verb: int) -> str:
    """real, planned, conditional or demanded, from the verb group and what it depends on."""
    start = group_start(items, verb)
    group = items[start:verb]
    words = {t.low for t in group}
    if words & _PLANNED:
        return "planned"
    if words & {"could", "may", "might", "can"}:
        return "conditional"
    if "would" in words or "should" in words:
        return "would"
    form = items[verb].form
    if any(t.tag == "to" for t in group):
        return _depends(items, start, "planned")
    if form == "ing":
        if any(t.base == "be" for t in group):
            return "progressive"
        return _depends(items, start, "real")
    if form == "base" and not group:
        return _depends(items, start, "real")
    return "real"


def _depends(items: Sequence[Item], start: int, otherwise: str) -> str:
    """The tense of an infinitive or gerund by the word it depends on."""
    for j in range(start - 1, max(-1, start - 12), -1):
        item = items[j]
        if item.tag == "verb":
            if item.base in actions.DEMANDS and otherwise == "planned":
                return "demanded"
            if item.base in actions.BEGIN_VERBS:
                tense = _tense(items, j)
                return tense if tense in {"planned", "conditional", "would"} else "real"
            if item.base in actions.PLAN_VERBS or otherwise == "planned":
                return "planned"
            return otherwise
        word = item.low.split(" ")[-1]
        if word in actions.DEMAND_NOUNS:
            return "demanded"
        if word in actions.PLAN_NOUNS:
            return "planned"
        if item.tag in {"aux", "modal", "rel", "coord"} or item.low in {";", ","}:
            break
    return otherwise


def _noun_tense(items: Sequence[Item], i: int) -> str:
    """The tense of an action noun: "plans for the deployment", "announced the withdrawal", "the planned call-up"."""
    for j in range(i - 1, max(-1, i - 8), -1):
        item = items[j]
        word = item.low.split(" ")[-1]
        if word in {"planned", "proposed", "possible", "potential", "expected", "future", "imminent", "eventual"}:
            return "planned"
        if word in {"ongoing", "recent", "completed", "current"}:
            return "real"
        if item.tag == "verb":
            if item.base in actions.DEMANDS:
                return "demanded"
            return "planned" if item.base in actions.PLAN_VERBS - {"say"} else "real"
        if word in actions.DEMAND_NOUNS:
            return "demanded"
        if word in actions.PLAN_NOUNS:
            return "planned"
        if item.tag in {"aux", "modal", "rel", "sub", "punct"}:
            break
    return _noun_predicate(items, i)


def _noun_predicate(items: Sequence[Item], i: int) -> str:
    """The tense of the verb that the action noun is the subject of: "the deployment of 750 was completed"."""
    for j in range(i + 1, min(len(items), i + 16)):
        if items[j].low in {"will", "would", "is to", "could", "may"}:
            return "planned"
        if items[j].tag in {"aux", "verb", "sub", "rel"} or items[j].low in {";", "."}:
            return "real"
    return "real"
