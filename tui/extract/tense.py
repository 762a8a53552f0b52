"""Whether a time word belongs to something told as past or as to come: the tense of the clause it stands in."""

from __future__ import annotations

from tui.extract.syntax import Token, group_start, index_at, tokens

PAST = "past"
FUTURE = "future"
BACKSHIFTED = "backshifted"  # the future of the past: "was due to meet", "would meet"

# What comes after "to" lies ahead of these; after other verbs it is their purpose and happens with them.
_AHEAD_VERBS = frozenset(
    "agree aim allow arrange ask beg call suppose choose consent decide demand desire determine expect forbid "
    "hope instruct intend invite mean need offer order persuade plan pledge prepare promise propose refuse "
    "request require schedule set slate swear threaten tell urge volunteer vow want warn wait wish convene "
    "postpone delay reschedule".split()
)
_AHEAD_WORDS = frozenset(
    "about able ahead bid bound deadline decision due eager expected free invitation likely offer order orders "
    "pending plan planned plans pledge poised postponed preparing promise proposed ready reluctant scheduled "
    "set slated threat ultimatum unable unlikely unwilling upcoming vow willing".split()
)
# A participle that says by itself that the thing is to come ("talks scheduled for Friday").
_AHEAD_PARTICIPLES = frozenset("schedule plan expect set slate propose postpone delay arrange reschedule".split())
_LOOSE = frozenset(("set", "order", "orders", "about", "plan", "plans", "bound"))  # ahead only directly before the time
# What they name as their object is to come ("predicts an attack on Friday").
_FORESEEING = frozenset("predict expect anticipate forecast fear plan schedule propose await envisage threaten".split())
# Verbs whose present tense tells of a date to come ("meets on Friday"); of others it describes ("is seen on Friday").
_SCHEDULED = frozenset(
    "meet travel fly visit host hold take begin start open resume convene arrive depart leave go return expire "
    "end speak gather chair launch come run last conclude close address brief attend join face".split()
)
_EVENTS = frozenset(
    "meeting meetings summit session sessions conference talks vote election elections referendum strike rally call "
    "hearing ceremony round inauguration".split()
)
_BASE_OR_PAST = frozenset("lay put set cut hit let read shut quit spread split hurt cost cast".split())
_PARTICLES = ("out", "up", "off", "aside", "back", "down")
_BETWEEN = ("prep", "det", "adv")
_LASTING = frozenset("last continue remain stay be run go".split())
_FAR = 60  # tokens: no verb governs a time from farther away
_STRONG = frozenset((";", ":", '"', "(", ")"))


def tense_of(text: str, start: int, end: int, default: str = PAST) -> str:
    """`PAST`, `FUTURE` or `BACKSHIFTED` for the time expression `start:end` of a (folded) sentence.

    `default` is the answer where no verb decides; news tells the past.
    """
    toks = tokens(text)
    if not toks:
        return default
    first, last = index_at(toks, start), index_at(toks, max(start, end - 1))
    lead = toks[first - 1].low if first else ""
    if lead in ("since", "after", "following"):
        return PAST
    verdict = _clause(toks, first, last) or default
    if lead in ("until", "till", "til") and verdict == PAST:
        back = _verb_before(toks, first)
        return PAST if back is not None and toks[back].base in _LASTING else FUTURE
    if lead == "by" and verdict == PAST:
        back = _verb_before(toks, first)
        group = toks[group_start(toks, back) : back] if back is not None else ()
        return FUTURE if any(t.low in ("has", "have") for t in group) else PAST
    return verdict


def _clause(toks: tuple[Token, ...], first: int, last: int) -> str | None:
    """The tense of the verb that governs the tokens `first..last`."""
    before = first - 1
    while before >= 0 and (toks[before].tag in _BETWEEN or toks[before].low in ("late", "early", "before")):
        if toks[before].low in ("ahead", "before"):
            return FUTURE
        before -= 1
    adjacent = before >= 0 and toks[before].tag == "verb"
    following = last + 1
    if following < len(toks) and toks[following].low == "'":
        following += 1
    if not adjacent and following < len(toks) and _is_finite(toks, following):
        return _forward(toks, following)
    if before < 0 or toks[before].tag in ("sub", "rel") or toks[before].low in _STRONG:
        return _forward(toks, following)
    return _backward(toks, before, adjacent) or _forward(toks, following)


def _is_verbal(toks: tuple[Token, ...], i: int) -> bool:
    """Whether a token belongs to a verb group; the "am" of "3 am" does not."""
    token = toks[i]
    if token.low == "am" and not (i and toks[i - 1].low == "i"):
        return False
    return token.tag in ("verb", "aux", "modal")


def _is_finite(toks: tuple[Token, ...], i: int) -> bool:
    return _is_verbal(toks, i) and (toks[i].tag in ("aux", "modal") or toks[i].form in ("past", "s"))


def _is_infinitive(toks: tuple[Token, ...], i: int) -> bool:
    """Whether the "to" at `i` opens an infinitive."""
    k = i + 1
    while k < len(toks) and toks[k].tag == "adv":
        k += 1
    return toks[i].tag == "to" and k < len(toks) and toks[k].tag in ("verb", "aux")


def _verb_before(toks: tuple[Token, ...], i: int) -> int | None:
    """The nearest verb (or bare auxiliary) before `i`, within the clause's strong marks."""
    for k in range(i - 1, max(-1, i - _FAR), -1):
        if toks[k].low in _STRONG:
            return None
        if _is_verbal(toks, k):
            return k
    return None


def _backward(toks: tuple[Token, ...], i: int, adjacent: bool) -> str | None:
    """The tense that the words from `i` back give; `adjacent` where the time stands directly behind the verb."""
    k, floor = i, i - _FAR
    while k >= max(0, floor):
        token = toks[k]
        if token.low == '"' and (opened := _quoted_words(toks, k)) is not None:
            k = opened - 1
            continue
        if token.low in _STRONG:
            return None
        if token.low in _AHEAD_WORDS and token.tag != "verb" and (k == i or token.low not in _LOOSE):
            return FUTURE
        if token.tag == "to" and k and toks[k - 1].base == "be":
            return BACKSHIFTED if toks[k - 1].form == "past" else FUTURE
        if token.tag == "rel" or (token.tag == "sub" and token.low not in ("before", "after", "as", "than", "since")):
            return None
        if _is_verbal(toks, k):
            if token.base in _FORESEEING and not adjacent and token.form != "base":
                return FUTURE
            first = group_start(toks, k)
            if _is_present_perfect(toks, first, k) and any(t.low in _EVENTS for t in toks[k + 1 : i + 1]):
                return FUTURE  # "has called a meeting on Friday": what has happened on a given day is told in the past
            found, k = _group(toks, first, k)
            if found is not None:
                return found
            adjacent = False
            continue
        k -= 1
    return None


def _quoted_words(toks: tuple[Token, ...], close: int) -> int | None:
    """Where the quotation that closes at `close` opens, if it is only a word or two (so-called "referendums")."""
    return next((k for k in range(close - 1, max(-1, close - 5), -1) if toks[k].low == '"'), None)


def _forward(toks: tuple[Token, ...], i: int) -> str | None:
    """The tense of the first verb group from `i` on."""
    k, ceiling = i, i + _FAR
    while k < min(len(toks), ceiling):
        if toks[k].low in _STRONG:
            return None
        if _is_verbal(toks, k) or _is_infinitive(toks, k):
            end = k
            while end + 1 < len(toks) and toks[end].tag != "verb" and toks[end + 1].tag in ("verb", "aux", "adv", "to"):
                end += 1
            while end > k and toks[end].tag in ("adv", "to"):
                end -= 1
            found, _ = _group(toks, k, end)
            if found is not None:
                return found
            k = end
        k += 1
    return None


def _group(toks: tuple[Token, ...], first: int, k: int) -> tuple[str | None, int]:
    """The tense of the verb group `first..k`, None where another verb decides, and the token before the group."""
    group = [t for t in toks[first : k + 1] if t.tag in ("aux", "modal", "verb", "to")]
    verb = group[-1]
    lows, bases = {t.low for t in group}, {t.base for t in group}
    if any(t.tag == "modal" for t in group):
        if "have" in lows and verb.form in ("past", "part"):
            return PAST, first - 1
        return (BACKSHIFTED if lows & {"would", "could", "might", "should"} else FUTURE), first - 1
    if any(t.tag == "to" for t in group):
        return _infinitive(toks, first, group)
    past_be = any(t.base == "be" and t.form == "past" for t in group)
    if verb.base in _AHEAD_PARTICIPLES and verb.form in ("past", "part") and not _has_object(toks, k):
        return (BACKSHIFTED if past_be or "had" in lows else FUTURE), first - 1
    if "have" in bases and verb.base != "have":
        return PAST, first - 1
    if "be" in bases and verb.base != "be":
        return (FUTURE if verb.form == "ing" and not past_be else PAST), first - 1
    if verb.low in _BASE_OR_PAST and first and toks[first - 1].tag == "coord":
        return None, first - 1  # "to hold talks and lay a wreath": whatever the first verb says
    if verb.form in ("past", "part"):
        return PAST, first - 1
    if verb.form == "ing":
        return None, first - 1
    if verb.form in ("s", "base") and verb.tag == "verb":
        return (FUTURE if verb.base in _SCHEDULED else PAST), first - 1
    return (FUTURE if verb.base == "be" and verb.form == "s" else PAST), first - 1


def _infinitive(toks: tuple[Token, ...], first: int, group: list[Token]) -> tuple[str | None, int]:
    """ "to meet": ahead of what plans it ("agreed to meet"), with what it is the purpose of ("flew to meet")."""
    if group[0].tag != "to":  # "is to meet", "has to leave", "were expected to meet"
        return (BACKSHIFTED if group[0].form == "past" else FUTURE), first - 1
    perfect = any(t.base == "have" for t in group)
    if perfect:
        return PAST, first - 1
    k = first - 1
    while k >= max(0, first - _FAR) and (not _is_verbal(toks, k) or _is_gerund(toks, k)):
        if toks[k].low in _STRONG or toks[k].tag in ("rel", "sub"):
            return FUTURE, k
        if toks[k].low in _AHEAD_WORDS:
            return FUTURE, k
        k -= 1
    if k < 0 or not _is_verbal(toks, k):
        return FUTURE, k
    if toks[k].base in _AHEAD_VERBS or toks[k].tag in ("aux", "modal"):
        passive = any(t.low in ("was", "were", "been") for t in toks[group_start(toks, k) : k])
        return (BACKSHIFTED if passive else FUTURE), k
    return None, k


def _is_gerund(toks: tuple[Token, ...], k: int) -> bool:
    return toks[k].form == "ing" and k > 0 and toks[k - 1].tag == "prep"


def _is_present_perfect(toks: tuple[Token, ...], first: int, k: int) -> bool:
    return toks[k].tag == "verb" and any(t.low in ("has", "have") for t in toks[first:k])


def _has_object(toks: tuple[Token, ...], k: int) -> bool:
    """Whether an object or a particle stands directly behind the verb ("planned an attack", "set out demands")."""
    return k + 1 < len(toks) and (toks[k + 1].tag in ("det", "num", "word") or toks[k + 1].low in _PARTICLES)
