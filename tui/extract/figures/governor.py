"""Which word governs a counted phrase: the verb it is object or subject of, the noun it depends on, what describes it.

The clause is read outwards from the phrase. To the left: the verb or action noun it is the object of, through
prepositions and lists. To the right: participles and relative clauses that describe it, and the main verb where the
phrase is a subject. Nothing is taken from beyond a clause boundary.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.extract.figures import actions, nouns
from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.items import HELPERS, Row
from tui.extract.figures.tense import noun_tense, tense_of

_REACH = 40  # items looked at to either side
_STOP_MARKS = frozenset(";:.?!")
_LIST_MARKS = frozenset({"and", "or", ",", "&"})
_REINFORCING = frozenset("bolster reinforce strengthen boost back beef support".split())


@dataclass(frozen=True, slots=True)
class Governor:
    """Item `index` governs the phrase by `action`.

    `relation` is how: object, subject, post (a participle or relative clause behind it), noun, with. `tense` tells
    whether the action is told as real, progressive, planned, would, conditional or only demanded.
    """

    index: int
    action: Action
    base: str
    relation: str
    tense: str

    @property
    def strong(self) -> bool:
        """Does it say more than that the people exist?"""
        return self.action is not Action.HAVE


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
        for governor in (self.left, self.main):
            if governor is not None and governor.strong and governor.tense != "demanded":
                return governor
        return next((g for g in (self.post, self.left, self.main) if g is not None), None)


def governors_of(row: Row, counted: Counted) -> Governors:
    """Everything that governs `counted` in its sentence."""
    main = _main(row, counted)
    left = _left(row, counted, begins_clause=main is not None)
    post = _lost(row, counted) or _post(row, counted.after)
    if left is not None and left.relation == "with" and post is not None and left.action is not Action.THREATEN:
        left = None  # "with more than 100,000 already stationed there"
    if left is not None and left.base in actions.SEEING:
        seen = _seen(row, counted, left)
        if seen is not None:
            return Governors(seen, None, None)
    if main is not None and left is not None and left.relation == "object" and left.base in actions.SAYING:
        left = None  # "said about 200 soldiers would join"
    if main is not None and main.strong and left is not None and not left.strong and left.base not in _HAVING:
        left = None  # "in two days of shelling 207 soldiers were killed"
    if left is not None and left.relation != "with" and left.index != (main.index if main else -1):
        main = None
    return Governors(left, post, main)


def _lost(row: Row, counted: Counted) -> Governor | None:
    """ "525 neutralised militants", "300 wounded soldiers": the phrase itself says it."""
    for j in range(counted.like.first if counted.like else counted.first, counted.after):
        if row[j].low in actions.LOST:
            return Governor(j, Action.LOSE, row[j].low, "post", "real")
    return None


# -- to the left


def _left(row: Row, counted: Counted, *, begins_clause: bool) -> Governor | None:
    listed = False
    i = counted.first - 1
    while i >= max(0, counted.first - _REACH):
        item = row[i]
        if item.tag == "verb":
            return _object_of(row, i, counted)
        if item.tag == "aux":
            return Governor(i, Action.HAVE, item.base, "object", tense_of(row, i)) if item.base in _HAVING else None
        if item.low in actions.PARTICLE_WORDS and row[i - 1].tag == "verb" and not listed:
            return _object_of(row, i - 1, counted)
        if item.tag in {"sub", "rel", "modal", "pron"} and item.low not in {"than", "as"}:
            return None
        if item.low in _STOP_MARKS or item.low == "(":
            return None
        if item.low == "-":  # "another - depending on how you count - 100,000"
            opening = next((k for k in range(i - 1, max(-1, i - 12), -1) if row[k].low == "-"), None)
            if opening is None:
                return None
            i = opening
        if item.low in _LIST_MARKS or (item.low == "as" and row[i - 1].low == "well"):
            if begins_clause and not listed:
                return None
            listed = True
        elif item.tag in {"prep", "to"}:
            if row[i - 1].word in actions.NOUNS and item.low in {"of", "by", "for", "in", "to"}:
                return _noun(row, i - 1)
            if item.low == "of" and row[i - 1].word in actions.TRANSPARENT | nouns.COLLECTIVES:
                i = _phrase_start(row, i - 1) - 1
                continue
            if not listed or item.low == "with":
                return _through(row, i, counted)
        i -= 1
    return None


_POSTING = frozenset({"deploy", "post", "assign", "commit"})
_HAVING = frozenset({"be", "have"})


def _noun(row: Row, i: int) -> Governor:
    word = row[i].word
    return Governor(i, actions.NOUNS[word], word, "noun", noun_tense(row, i))


def _phrase_start(row: Row, i: int) -> int:
    """The first item of the noun phrase that ends in item `i`."""
    while row[i - 1].tag in {"det", "adv", "word", "count"} or row[i - 1].mention is not None:
        mention = row[i - 1].mention
        if mention is not None and not row[i - 1].possessive and mention.form == "name":
            break
        i -= 1
    return i


def _through(row: Row, i: int, counted: Counted) -> Governor | None:
    """What governs through the preposition at item `i`."""
    prep = row[i].low
    if prep == "with":
        return _with(row, i)
    verb = _verb_before(row, i)
    if verb is None:
        return None
    if prep == "at" and row[verb].base in {"put", "estimate", "place"}:
        named = [k for k in range(verb + 1, i) if row[k].word in actions.NOUNS]
        return _noun(row, named[0]) if named else None  # "put its losses at 2,783 servicemen"
    close = verb == i - 1
    low, base = row[verb].low, _base(row, verb)
    if prep in {"to", "from", "at", "below", "by"} and base in actions.RESIZING:
        tense = tense_of(row, verb)
        if prep == "by":
            return Governor(verb, Action.SEND if base in actions.GROWING else Action.LEAVE, base, "object", tense)
        return Governor(verb, Action.RESIZE, base, "object", "real" if prep == "from" else tense)
    if prep == "by" and close:
        found = actions.SUBJECT_VERBS.get(low) or actions.OBJECT_VERBS.get(low)
        if found is None or found[1] in {Action.LOSE, Action.HAVE}:
            return None
        return Governor(verb, found[1], found[0], "subject", tense_of(row, verb))
    if prep in {"of", "on", "with"} and close:
        return _object_of(row, verb, counted)
    return None


def _with(row: Row, i: int) -> Governor | None:
    """ "invade with 200,000 troops", "bolsters the force with 500", "its deployment is the biggest, with 30,000"."""
    for j in range(i - 1, max(-1, i - _REACH), -1):
        item = row[j]
        base = _base(row, j)
        found = actions.OBJECT_VERBS.get(item.low) if item.tag == "verb" else None
        if found is not None and found[1] is Action.THREATEN:
            return Governor(j, Action.THREATEN, base, "with", tense_of(row, j))
        if item.tag == "verb" and actions.SUBJECT_VERBS.get(item.low, ("", None))[1] is Action.STAY:
            return Governor(j, Action.STAY, base, "with", tense_of(row, j))  # "patrols the south with 10,000"
        together = row[i - 1].low == "together" or base in {"arrive", "come", "land"}
        arriving = actions.SUBJECT_VERBS.get(item.low, ("", None))[1] is Action.SEND and together
        if item.tag == "verb" and arriving:
            return Governor(j, Action.SEND, base, "with", tense_of(row, j))  # "arrived together with eight soldiers"
        if item.tag == "verb" and base in _REINFORCING:
            return Governor(j, Action.SEND, base, "with", tense_of(row, j))
        if item.tag == "verb" and found is not None and found[1] in {Action.MASS, Action.SEND}:
            return Governor(j, found[1], base, "with", tense_of(row, j))
        if item.tag == "verb" and found is not None and found[1] is not Action.HAVE:
            return None
        if actions.NOUNS.get(item.word) in {Action.SEND, Action.MASS} and item.mention is None:
            return _noun(row, j)
    return None


def _verb_before(row: Row, i: int) -> int | None:
    """The verb before item `i`, over one noun phrase: "cut its force in Iraq from 5,200"."""
    for j in range(i - 1, max(-1, i - 26), -1):
        if row[j].tag == "verb":
            return j
        if row[j].tag in {"sub", "rel", "modal"} or row[j].low in _STOP_MARKS:
            return None
    return None


def _base(row: Row, i: int) -> str:
    low = row[i].low
    found = actions.OBJECT_VERBS.get(low) or actions.SUBJECT_VERBS.get(low)
    return found[0] if found is not None else row[i].base


def _object_of(row: Row, i: int, counted: Counted) -> Governor | None:
    """The governor that the verb at item `i` makes of its object."""
    item = row[i]
    if item.low == "including":
        return None
    base, action = actions.OBJECT_VERBS.get(item.low, (item.base, Action.HAVE))
    for j in (i + 1, *range(counted.after, counted.after + (8 if base == "leave" else 2))):
        action = actions.PARTICLES.get((base, row[j].low), action)
    if base == "put" and row[counted.after].low in {"into", "in", "inside"}:
        action = Action.SEND
    if action is Action.RESIZE:
        action = Action.SEND if base in actions.GROWING else Action.LEAVE
    return Governor(i, action, base, "object", tense_of(row, i))


def _seen(row: Row, counted: Counted, left: Governor) -> Governor | None:
    """ "would see four battlegroups of 1,000 troops deploy": the bare infinitive behind the phrase."""
    for j in range(counted.after, counted.after + 6):
        item = row[j]
        found = actions.SUBJECT_VERBS.get(item.low)
        if found is not None and item.tag in {"verb", "word"} and item.low == found[0]:
            return Governor(j, found[1], found[0], "subject", left.tense)
        if item.tag not in {"prep", "count", "word", "name"}:
            return None
    return None


# -- behind the phrase


def _post(row: Row, after: int) -> Governor | None:
    """What describes the phrase from behind: "stationed in", "who are massing", "it has deployed", "on standby"."""
    first = after + 1 if row[after].low == "," else after
    for j in range(first, after + 14):
        item = row[j]
        if item.low in actions.READY or (item.low == "reserve" and row[j - 1].low == "in"):
            return Governor(j, Action.STANDBY, item.low, "post", "real")
        if item.tag == "verb":
            return _describes(row, j, "participle") if not _is_main(row, j) else None
        if item.tag == "rel" or (item.low == "that" and item.tag == "sub"):
            return _relative(row, j + 1)
        if item.tag == "to" and row[j + 1].tag in {"verb", "aux"}:
            verb = row.verb_from(j + 1)
            return _describes(row, verb, "infinitive") if verb is not None else None
        if j == after and (item.tag == "pron" or item.mention is not None) and row[j + 1].finite:
            return _relative(row, j)
        if item.low == "," and row[j + 1].tag == "rel":
            continue  # "1,000 troops from Qatar, who crossed on Monday"
        if item.tag not in {"adv", "det", "prep", "word", "name"} and item.low not in {'"', "'", "(", ")"}:
            return None
    return None


_INTRANSITIVE_PAST = frozenset(
    "arrived entered crossed went came left died fell remained stayed stood sat fled returned joined took"
    " advanced fought retreated surrendered poured marched perished began started became flew departed withdrew"
    " moved".split()
)


def _is_main(row: Row, j: int) -> bool:
    """Is the -ed form at item `j` the verb of the clause rather than a participle: has it an object of its own?"""
    item = row[j]
    if item.form in {"ing", "inf", "part"}:
        return False
    if item.form in {"s", "base"} or item.low in _INTRANSITIVE_PAST:
        return True
    nxt = row[j + 1]
    return nxt.tag in {"det", "pron", "count", "name"}


def _relative(row: Row, j: int) -> Governor | None:
    """The verb of the relative clause at item `j`; the phrase is its object where another subject stands in it."""
    other = row[j].tag in {"pron", "det"} or row[j].mention is not None
    while row[j].tag in {"pron", "det", "word", "adv", "name"}:
        j += 1
    verb = row.verb_from(j)
    if verb is None:
        return None
    if not other and row[verb].tag == "aux":  # "who are due to leave"
        main = _predicate(row, j)
        return replace(main, relation="post") if main is not None and main.strong else None
    return _describes(row, verb, "object" if other else "subject")


def _describes(row: Row, verb: int, how: str) -> Governor | None:
    """The governor that a describing verb makes."""
    item = row[verb]
    if how == "participle" and item.low == "being" and (inner := row.verb_from(verb + 1)) is not None:
        return _describes(row, inner, "object")
    as_object = how == "object" or row.is_passive(verb) or (how == "participle" and item.form in {"past", "part"})
    state = _state(row, verb)
    if state is not None:
        return Governor(state[0], state[1], row[state[0]].low, "post", tense_of(row, verb))
    table = actions.OBJECT_VERBS if as_object else actions.SUBJECT_VERBS
    base, action = table.get(item.low, (item.base, None))
    action = actions.PARTICLES.get((base, row[verb + 1].low), action)
    if action is None or (action is Action.HAVE and how == "participle"):
        return None
    tense = "real" if how == "participle" else tense_of(row, verb)
    if base in _POSTING and how == "participle" and as_object and row[verb + 1].low not in {"to", "into"}:
        action = Action.STAY  # "troops deployed in the north" are there
    return Governor(verb, action, base, "post", tense)


def _state(row: Row, verb: int) -> tuple[int, Action] | None:
    """The state that a verb leads to: "are on standby", "put on alert", "take part in exercises"."""
    joining = row[verb].base == "take" and row[verb + 1].low == "part"
    for j in range(verb + 1, verb + (18 if joining else 10)):
        item = row[j]
        if joining and item.low in {",", '"', "or"}:
            continue  # "take part in the annual Balikatan, or "shoulder to shoulder", drills"
        if item.low in actions.READY:
            return j, Action.STANDBY
        if item.low == "duty" and row[j - 1].low == "for":
            return j, Action.MOBILISE  # "compelled to report for duty"
        if item.low in actions.EXERCISES:
            return j, Action.EXERCISE
        among = item.low in actions.LOST and row[j - 1].tag == "det" and row[j - 2].low == "among"
        if item.low in {"custody", "captivity", "hospital"} or among:
            return j, Action.LOSE  # "are in Chinese custody", "were among the injured"
        if (item.low == "way" and row[j - 1].tag == "det") or item.low == "route":  # "are on their way to"
            return j, Action.OFFER
        if item.finite or item.tag in {"sub", "rel", "coord", "end"} or item.low in {",", ";"}:
            return None
    return None


# -- the main verb


def _main(row: Row, counted: Counted) -> Governor | None:
    """What the finite verb whose subject the phrase is makes of it."""
    commas = 0
    j = counted.after
    while j < min(len(row), counted.after + _REACH):
        item = row[j]
        if item.low in _STOP_MARKS or (item.tag == "sub" and item.low not in {"as", "than", "that"}):
            return None
        if item.tag == "rel" or (item.low == "that" and item.tag == "sub"):
            j = _behind_clause(row, j)
            continue
        if item.tag in {"aux", "modal"} or (item.tag == "verb" and item.finite and not _is_participle(row, j)):
            return _predicate(row, j)
        if item.tag == "coord" and row[j + 1].tag in {"verb", "aux", "modal"}:
            return None
        if item.tag == "to" and row[j + 1].tag == "verb":
            return None
        commas += item.low == "," and row[j + 1].mention is None
        if commas > 2:
            return None
        j += 1
    return None


def _is_participle(row: Row, j: int) -> bool:
    """Does the -ed form at item `j` describe, with the finite verb still to come or an agent behind it?"""
    if row[j].form != "past" or row[j].low in _INTRANSITIVE_PAST or _is_main(row, j):
        return False
    for k in range(j + 1, j + 18):
        if row[k].finite:
            return True
        if row[k].tag in {"sub", "rel", "coord", "end"} or row[k].low in _STOP_MARKS:
            break
    return row[j + 1].tag in {"prep", "to"}


def _behind_clause(row: Row, j: int) -> int:
    """Behind the relative clause that begins at item `j`: at its comma, or at the next finite verb."""
    seen = False
    for k in range(j + 1, len(row)):
        item = row[k]
        if item.low == "," and seen:
            return k + 1
        if item.finite:
            if seen and row[k - 1].tag not in HELPERS:
                return k
            seen = True
    return len(row)


def _predicate(row: Row, j: int) -> Governor | None:
    """The governor that the finite verb group at item `j` makes of its subject."""
    verb = row.verb_from(j) if row[j].tag != "verb" else j
    if verb is None:
        return None
    tense = tense_of(row, verb)
    item = row[verb]
    passive = row.is_passive(verb)
    if item.tag == "aux" and row[verb + 1].low in {"ready", "poised", "prepared"} and row[verb + 2].tag == "to":
        return Governor(verb + 1, Action.STANDBY, row[verb + 1].low, "subject", "real")
    due = row[verb + 1].low in {"due", "set", "ready", "poised", "about", "likely"} and row[verb + 2].tag == "to"
    if item.tag == "aux" and due and (inner := row.verb_from(verb + 2)) is not None:
        return _as_subject(row, inner, "planned")
    if row[verb + 1].tag == "to" and (inner := row.verb_from(verb + 1)) is not None and item.tag == "verb":
        if passive and item.base in actions.REPORT_VERBS:  # "are believed to have been killed"
            return _as_subject(row, inner, "real")
        planned = item.base in actions.PLAN_VERBS and item.base not in {"need", "seek"}
        if planned or item.low in {"set", "due", "ready", "poised"}:
            return _as_subject(row, inner, "planned")
        if item.base in actions.BEGIN_VERBS:
            return _as_subject(row, inner, tense)
    return _as_subject(row, verb, tense)


def _as_subject(row: Row, verb: int, tense: str) -> Governor:
    """The governor that a verb makes of its subject, active or passive."""
    state = _state(row, verb)
    if state is not None:
        return Governor(state[0], state[1], row[state[0]].low, "subject", tense)
    item = row[verb]
    passive = row.is_passive(verb)
    found = actions.OBJECT_VERBS.get(item.low)
    bare = item.form in {"past", "base"} and row[verb + 1].tag in {"prep", "punct", "end", "to", "sub", "adv"}
    if found is not None and found[1] is Action.LOSE and bare and row[verb - 1].tag not in HELPERS:
        passive = True  # a headline: "Two peacekeepers hurt in southern Lebanon"
    base, action = (actions.OBJECT_VERBS if passive else actions.SUBJECT_VERBS).get(item.low, (item.base, Action.HAVE))
    action = actions.PARTICLES.get((base, row[verb + 1].low), action)
    if base == "train" and not passive and row[verb + 1].tag in {"name", "word", "det", "count"}:
        action = Action.STAY  # those who train others
    if base == "go" and row[verb + 1].low not in {"to", "into", "in"}:
        action = Action.LEAVE
    if action is Action.SEND and passive and tense == "real" and row[verb + 1].low not in {"to", "into", "from"}:
        present = any(t.form == "s" for t in row.between(row.group_start(verb), verb))
        action = Action.STAY if present else action  # "are deployed in the north"
    return Governor(verb, action, base, "subject", tense)
