"""Realis: is a stretch of a sentence told as actual, planned, conditional or historical?

The verb that governs the stretch decides, by its modals and by what it depends on in turn ("plans to send", "warned that
hackers could strike", "fears of an attack"). A modal of another clause has no say.
"""

from __future__ import annotations

import datetime as dt

from tui.corpus.model import LineClass
from tui.extract.model import Modality, SentenceView
from tui.extract.realis_lexicon import (
    ABOUT_TO,
    COUNTERFACTUAL,
    DOUBTFUL_NOUNS,
    DOUBTFUL_VERBS,
    MOVES,
    MOVING,
    ORDERING,
    PLAN_NOUNS,
    PLAN_VERBS,
    PLANNED_ADJECTIVES,
    POSSIBLE_ADJECTIVES,
    REAL_TO,
    SENDING,
)
from tui.extract.speakers_lexicon import REPORTING
from tui.extract.syntax import Token, group_start, index_at, tokens
from tui.records import Realis

_IF = frozenset(("if", "unless", "should", "lest"))
POSSIBLE = "possible, not actual"
PLANNED = "planned, not actual"
FEARED = "a fear, threat or risk of it"
MEANT = "a plan for it"
NOUN_RULES = frozenset((POSSIBLE, PLANNED, FEARED, MEANT))
"""The rules by which the noun phrase itself, not its clause, makes something less than real."""
_CLAUSE_BREAK = frozenset((",", ";", ":", "(", ")", '"'))
_MAX_LINKS = 5  # how many governors up a stretch is followed


def realis_of(view: SentenceView, start: int, end: int) -> Modality:
    """The realis of what `start:end` (a trigger or a number) is part of, with the words that decide it."""
    toks = tokens(view.text)
    if not toks:
        return Modality(Realis.ACTUAL, start, start, "default")
    i = index_at(toks, start)
    found = _of(toks, i, 0) or _headline(view, toks, i)
    if _start_of_change(toks, i) and found is not None and found.realis is Realis.PLANNED:
        found = None
    if found is None or found.realis in (Realis.ACTUAL,):
        past = _historical(view, toks, i)
        if past is not None:
            return past
    return found or Modality(Realis.ACTUAL, start, start, "default")


def _start_of_change(toks: tuple[Token, ...], i: int) -> bool:
    """ "will fall from roughly 13,000 to 8,600": what a change to come starts from is there."""
    lead = [t.low for t in toks[max(0, i - 3) : i]]
    return "from" in lead and any(
        t.low == "to" and n.tag == "num" for t, n in zip(toks[i + 1 : i + 8], toks[i + 2 : i + 9], strict=False)
    )


def _headline(view: SentenceView, toks: tuple[Token, ...], i: int) -> Modality | None:
    """ "Pentagon pulling 1,000 troops", "Poland moves 1,000 soldiers east": a headline's present tells what is to come."""
    if view.sentence is None or view.sentence.cls not in (LineClass.TITLE, LineClass.HEADING):
        return None
    verb = _governing_verb(toks, i)
    if (
        verb is None
        or toks[verb].tag != "verb"
        or toks[verb].form not in ("s", "ing")
        or toks[verb].base not in SENDING | MOVING
    ):
        return None
    return _mark(toks, Realis.PLANNED, verb, verb, "a headline's present")


def _of(toks: tuple[Token, ...], i: int, depth: int) -> Modality | None:
    """What decides for the word at token `i`: its noun phrase first, then the verb that governs it."""
    if depth > _MAX_LINKS:
        return None
    if toks[i].tag == "verb":
        return _of_verb(toks, i, depth)
    near = _noun_phrase(toks, i)
    if near is not None:
        return near
    verb = _governing_verb(toks, i)
    if verb is None:
        return None
    return _object_of(toks, i, verb) or _of_verb(toks, verb, depth)


def _mark(toks: tuple[Token, ...], realis: Realis, first: int, last: int, rule: str) -> Modality:
    return Modality(realis, toks[first].start, toks[last].end, rule)


def _noun_phrase(toks: tuple[Token, ...], i: int) -> Modality | None:
    """ "a possible attack", "fears of a cyber attack", "plans for the deployment of 3,000 troops"."""
    links = 0
    for j in range(i - 1, max(-1, i - 14), -1):
        t = toks[j]
        if t.low in POSSIBLE_ADJECTIVES:
            return _mark(toks, Realis.CONDITIONAL, j, j, POSSIBLE)
        if t.low in PLANNED_ADJECTIVES:
            return _mark(toks, Realis.PLANNED, j, j, PLANNED)
        if t.low in DOUBTFUL_NOUNS and links:
            return _mark(toks, Realis.CONDITIONAL, j, j, FEARED)
        if t.low in PLAN_NOUNS and links:
            return _mark(toks, Realis.PLANNED, j, j, MEANT)
        if t.low in MOVES and links and _announced(toks, j):
            return _mark(toks, Realis.PLANNED, j, j, MEANT)
        if (t.low == "," and toks[j + 1].tag == "word" and j and toks[j - 1].tag == "word") or _scare_quote(toks, j):
            continue  # "a full, rapid withdrawal"
        if t.tag in ("prep", "to") and t.low in ("of", "for", "to", "about", "over", "on", "against", "with"):
            links += 1
        elif (
            (t.tag in ("aux", "modal", "rel", "sub", "pron", "coord") and t.low != "than")
            or t.low in _CLAUSE_BREAK
            or (t.tag == "verb" and t.form != "ing")
        ):
            return None
    return None


def _scare_quote(toks: tuple[Token, ...], j: int) -> bool:
    """Whether a quotation mark only sets off a word or two: 'warned of a "cyber-Pearl Harbor"'."""
    return (
        toks[j].low == '"'
        and j > 0
        and toks[j - 1].tag in ("det", "word")
        and any(t.low == '"' for t in toks[j + 1 : j + 6])
    )


def _announced(toks: tuple[Token, ...], noun: int) -> bool:
    """ "announced the dispatch of 560 soldiers": a move that is announced or ordered is still to come."""
    before = next((t for t in reversed(toks[:noun]) if t.tag not in ("det", "word", "name")), None)
    return before is not None and before.base in (
        "announce",
        "order",
        "approve",
        "authorise",
        "authorize",
        "unveil",
        "propose",
    )


def _governing_verb(toks: tuple[Token, ...], i: int) -> int | None:
    """The verb whose object or subject token `i` is, within its clause."""
    right = _verb_right(toks, i)
    for j in range(i - 1, max(-1, i - 30), -1):
        t = toks[j]
        if t.tag == "verb" and t.low in REPORTING and right is not None:
            return right  # "said about 200 soldiers would join": what is said has a verb of its own
        if t.tag == "verb" or (t.tag == "aux" and not _helps(toks, j)):
            return j
        if (t.low == '"' and j and toks[j - 1].tag == "verb") or _scare_quote(toks, j):
            continue  # 'threatened "attacks of a more serious form"'
        if t.tag == "coord" or t.low in _CLAUSE_BREAK:
            if right is not None or (t.low != "," and t.tag != "coord"):
                break
        elif (t.tag in ("rel", "sub") and t.low not in ("than", "as")) or t.tag in ("aux", "modal"):
            break
    return right


def _verb_right(toks: tuple[Token, ...], i: int) -> int | None:
    """The finite verb whose subject token `i` may be: none of its own before the next break."""
    group = False
    for j in range(i + 1, min(len(toks), i + 25)):
        t = toks[j]
        if t.tag in ("modal", "aux"):
            group = True
            if t.tag == "aux" and not _helps(toks, j):
                return j
        elif t.tag == "verb":
            if group or t.form in ("past", "s", "base"):
                return j
        elif t.tag in ("sub", "rel", "coord") or t.low in _CLAUSE_BREAK or t.tag == "to":
            return None
    return None


def _helps(toks: tuple[Token, ...], j: int) -> bool:
    """Whether an auxiliary stands before its main verb."""
    for t in toks[j + 1 : j + 5]:
        if t.tag == "verb":
            return True
        if t.tag not in ("adv", "aux"):
            return False
    return False


def _object_of(toks: tuple[Token, ...], i: int, verb: int) -> Modality | None:
    """The object of a fear, a plan or an order is not yet real: "feared a cyber attack", "ordered 3,000 troops"."""
    if verb > i:
        return None
    t = toks[verb]
    if _existing(toks, i, verb):
        return None
    if t.base in DOUBTFUL_VERBS:
        return _mark(toks, Realis.CONDITIONAL, verb, verb, f"{t.base}: feared or threatened")
    if t.base in PLAN_VERBS or t.base == "order":
        return _mark(toks, Realis.PLANNED, verb, verb, f"{t.base}: planned")
    return None


def _existing(toks: tuple[Token, ...], i: int, verb: int) -> bool:
    """ "considers its response to the 130,000 troops": what a definite phrase behind a preposition names is there already."""
    before = toks[i - 1] if i else None
    if before is None or before.low not in ("the", "those", "these"):
        return False
    return any(t.tag == "prep" or t.tag == "to" for t in toks[verb + 1 : i])


def _of_verb(toks: tuple[Token, ...], verb: int, depth: int) -> Modality | None:
    g = group_start(toks, verb)
    group = toks[g:verb]
    conditioned = _condition(toks, verb)
    modal = next((k for k in range(verb - 1, g - 1, -1) if toks[k].tag == "modal"), None)
    if modal is not None:
        return _of_modal(toks, modal, verb, conditioned)
    if any(t.tag == "to" for t in group):
        at = next(k for k in range(g, verb) if toks[k].tag == "to")
        found = _of_infinitive(toks, at, verb, depth)
        if found is not None and found.realis is Realis.PLANNED and conditioned is not None:
            return _mark(toks, Realis.CONDITIONAL, conditioned, conditioned, "with an if clause")
        return found
    if _opens_with_if(toks, g):
        return _mark(toks, Realis.CONDITIONAL, g, verb, "in an if clause")
    t = toks[verb]
    if t.form == "ing" and t.base in SENDING and any(x.base == "be" and x.low != "been" for x in group):
        told = any(x.low in REPORTING for x in toks[max(0, g - 8) : g])
        if told or not any(x.low in ("was", "were") for x in group):
            return _mark(toks, Realis.PLANNED, g, verb, "is sending")  # "said it was sending" too
    if t.form in ("ing", "base", "inf") and not group:
        above = _governor_of_participle(toks, verb, depth)
        if above is not None:
            return above
    return _complement_of(toks, g, depth)


def _of_modal(toks: tuple[Token, ...], modal: int, verb: int, conditioned: int | None) -> Modality | None:
    word = toks[modal].low
    if conditioned is not None:
        return _mark(toks, Realis.CONDITIONAL, conditioned, conditioned, "with an if clause")
    if word in ("will", "won't", "shall"):
        return _mark(toks, Realis.PLANNED, modal, verb, "will")
    if word in ("would", "wouldn't"):
        if toks[modal + 1].low == "have" and toks[verb].form in ("past", "part"):
            return _mark(toks, Realis.CONDITIONAL, modal, verb, "would have")
        return _mark(toks, Realis.PLANNED, modal, verb, "would, of a plan or in reported speech")
    if word in ("could", "may", "might", "couldn't", "mightn't", "can"):
        return _mark(toks, Realis.CONDITIONAL, modal, verb, "could or may")
    if word in ("should", "must", "ought"):
        return _mark(toks, Realis.PLANNED, modal, verb, "should")
    return None


def _condition(toks: tuple[Token, ...], verb: int) -> int | None:
    """The if or unless of the sentence that conditions the verb at token `verb`."""
    for k, t in enumerate(toks):
        if t.low in ("if", "unless") and not (k and toks[k - 1].base in COUNTERFACTUAL):
            return k
    return None


def _opens_with_if(toks: tuple[Token, ...], g: int) -> bool:
    for k in range(g - 1, max(-1, g - 15), -1):
        t = toks[k]
        if t.low in _IF:
            return True
        if t.tag in ("verb", "rel", "sub", "modal", "aux") or t.low in _CLAUSE_BREAK:
            return False
    return False


def _of_infinitive(toks: tuple[Token, ...], to: int, verb: int, depth: int) -> Modality | None:
    """ "plans to send", "ordered 3,000 troops to deploy", "is set to invade", "threatened to"."""
    for k in range(to - 1, max(-1, to - 12), -1):
        t = toks[k]
        if t.low in REAL_TO or t.base in REAL_TO:
            return _of_verb(toks, k, depth + 1) if t.tag == "verb" else None
        if t.low in DOUBTFUL_NOUNS or t.base in DOUBTFUL_VERBS:
            return _mark(toks, Realis.CONDITIONAL, k, verb, "threatened or feared")
        if t.low in PLAN_NOUNS or t.low in ABOUT_TO or t.base in PLAN_VERBS or t.base in ORDERING:
            return _mark(toks, Realis.PLANNED, k, verb, f"{t.low} to")
        if t.tag == "aux":
            if t.base in ("be", "have") and k == to - 1:
                return _mark(toks, Realis.PLANNED, k, verb, "is to")
            return None
        if t.low in ("whether", "how", "when", "where", "not"):
            continue
        if t.tag in ("verb", "modal", "sub", "rel") or t.low in _CLAUSE_BREAK:
            if t.tag == "verb":
                return _of_verb(toks, k, depth + 1) if depth < _MAX_LINKS else None
            return None
    return None


def _governor_of_participle(toks: tuple[Token, ...], verb: int, depth: int) -> Modality | None:
    """ "considering sending", "ruled out sending", "with plans for sending"."""
    if verb == 0:
        return None
    t = toks[verb - 1]
    if t.base in PLAN_VERBS or t.base in DOUBTFUL_VERBS:
        realis = Realis.PLANNED if t.base in PLAN_VERBS else Realis.CONDITIONAL
        return _mark(toks, realis, verb - 1, verb, f"{t.base} doing")
    if t.tag == "prep":
        return _noun_phrase(toks, verb)
    if t.low == "," or t.tag in ("word", "name", "pron"):
        main = _main_verb(
            toks, verb
        )  # "will be cut, leaving 12,000", "would be needed, with 3,000 coming from Nigeria"
        return _of_verb(toks, main, depth + 1) if main is not None and depth < _MAX_LINKS else None
    return None


def _main_verb(toks: tuple[Token, ...], participle: int) -> int | None:
    """The finite verb of the clause that a participle behind a comma hangs on."""
    comma = next((k for k in range(participle - 1, max(-1, participle - 9), -1) if toks[k].low == ","), None)
    if comma is None:
        return None
    for k in range(comma - 1, max(-1, comma - 25), -1):
        if toks[k].tag == "verb" and toks[k].form != "ing":
            return k
        if toks[k].low in (";", '"'):
            return None
    return None


def _complement_of(toks: tuple[Token, ...], g: int, depth: int) -> Modality | None:
    """A clause under "fears that", "threatened that"."""
    for k in range(g - 1, max(-1, g - 20), -1):
        t = toks[k]
        if t.tag == "sub" and t.low == "that" and k:
            governor = toks[k - 1]
            if governor.low in DOUBTFUL_NOUNS or (governor.base in DOUBTFUL_VERBS and governor.base != "warn"):
                return _mark(toks, Realis.CONDITIONAL, k - 1, k, "under a fear or threat")
            return None
        if t.tag in ("rel", "sub", "verb", "modal") or t.low in _CLAUSE_BREAK:
            return None
    return None


def _historical(view: SentenceView, toks: tuple[Token, ...], i: int) -> Modality | None:
    """A date of the same clause that lies more than a year before the anchor."""
    if view.anchor is None:
        return None
    try:
        anchor = dt.date.fromisoformat(view.anchor)
    except ValueError:
        return None
    at = toks[i].start
    for d in view.dates:
        year_before = f"{anchor.year - 1:04d}-{anchor.month:02d}-{anchor.day:02d}"[: len(d.value)]
        if d.value >= year_before:
            continue
        between = view.text[min(at, d.start) : max(at, d.start)]
        if any(c in between for c in ';"') or between.count(",") > 1:
            continue
        k = index_at(toks, d.start)
        before = toks[max(0, k - 2) : k + 1]
        if any(t.low in ("since", "from", "until") for t in before):
            continue
        if any(t.tag in ("rel", "sub") and min(at, d.start) < t.start < max(at, d.start) for t in toks):
            continue
        return Modality(Realis.HISTORICAL, d.start, d.end, "more than a year before publication")
    return None
