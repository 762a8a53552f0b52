"""Whether a time word belongs to something told as past or as to come: the tense of the clause it stands in."""

from __future__ import annotations

from tui.extract.syntax import Token, group_start, index_at, tokens

PAST = "past"
FUTURE = "future"

# What comes after "to" lies ahead of these; after other verbs it is their purpose and happens with them.
_AHEAD_VERBS = frozenset(
    "agree aim allow arrange ask beg call choose consent decide demand desire determine expect forbid hope instruct intend "
    "invite mean need offer order persuade plan pledge prepare promise propose refuse request require schedule set slate "
    "swear threaten tell urge volunteer vow want warn wait wish convene postpone delay reschedule".split()
)
_AHEAD_WORDS = frozenset(
    "about able ahead bid bound deadline decision due eager expected free invitation likely offer order orders pending plan "
    "planned plans pledge poised postponed preparing promise proposed ready reluctant scheduled set slated threat ultimatum "
    "unable unlikely unwilling upcoming vow willing".split()
)
# A participle that says by itself that the thing is to come ("talks scheduled for Friday").
_AHEAD_PARTICIPLES = frozenset({"schedule", "plan", "expect", "set", "slate", "propose", "postpone", "delay", "arrange", "reschedule"})
_SAYING = frozenset("say tell add warn report write claim confirm announce insist note".split())
_LASTING = frozenset("last continue remain stay be run go".split())
_STRONG = frozenset((";", ":", '"', "(", ")"))


def tense_of(text: str, start: int, end: int) -> str:
    """`PAST` or `FUTURE` for the time expression `start:end` of a (folded) sentence; news tells the past by default."""
    toks = tokens(text)
    if not toks:
        return PAST
    first, last = index_at(toks, start), index_at(toks, max(start, end - 1))
    lead = toks[first - 1].low if first else ""
    if lead in ("since", "after", "following"):
        return PAST
    verdict = _clause(toks, first, last)
    if lead in ("until", "till", "til") and verdict == PAST:
        back = _verb_before(toks, first)
        return PAST if back is not None and toks[back].base in _LASTING else FUTURE
    return verdict


def _clause(toks: tuple[Token, ...], first: int, last: int) -> str:
    """The tense of the verb that governs the tokens `first..last`."""
    before = first - 1
    while before >= 0 and (toks[before].tag in ("prep", "det", "adv") or toks[before].low in ("late", "early")):
        if toks[before].low in ("ahead", "before"):
            return FUTURE
        before -= 1
    if before >= 0 and toks[before].low == "sub" and toks[before].low == "before":
        return FUTURE
    adjacent = before >= 0 and toks[before].tag == "verb"
    following = last + 1
    if following < len(toks) and toks[following].tag == "punct" and toks[following].low == "'":
        following += 1
    finite = following < len(toks) and toks[following].tag in ("aux", "modal", "verb") and _is_finite(toks, following)
    if finite and not adjacent:
        return _forward(toks, following) or PAST
    if before < 0 or toks[before].tag in ("sub", "rel") or toks[before].low in _STRONG:
        return _forward(toks, following) or PAST
    return _backward(toks, before) or _forward(toks, following) or PAST


def _is_finite(toks: tuple[Token, ...], i: int) -> bool:
    return toks[i].tag in ("aux", "modal") or toks[i].form in ("past", "s")


def _verb_before(toks: tuple[Token, ...], i: int) -> int | None:
    """The nearest verb (or bare auxiliary) before `i`, within the clause's strong marks."""
    for k in range(i - 1, -1, -1):
        if toks[k].low in _STRONG:
            return None
        if toks[k].tag in ("verb", "aux", "modal"):
            return k
    return None


def _backward(toks: tuple[Token, ...], i: int) -> str | None:
    """The tense that the words from `i` back give."""
    k = i
    while k >= 0:
        token = toks[k]
        if token.low in _STRONG:
            return None
        if token.low in _AHEAD_WORDS and token.tag != "verb" and not (token.low in ("set", "order", "orders", "about") and k < i):
            return FUTURE
        if token.tag == "rel" or (token.tag == "sub" and token.low not in ("before", "after", "as", "than", "since")):
            return None
        if token.tag in ("verb", "aux", "modal"):
            found, k = _group(toks, k)
            if found is not None:
                return found
            continue
        k -= 1
    return None


def _forward(toks: tuple[Token, ...], i: int) -> str | None:
    """The tense of the first verb group from `i` on."""
    k = i
    while k < len(toks):
        if toks[k].low in _STRONG:
            return None
        if toks[k].tag in ("verb", "aux", "modal", "to"):
            end = k
            while end + 1 < len(toks) and toks[end + 1].tag in ("verb", "aux", "modal", "adv", "to"):
                end += 1
            while end > k and toks[end].tag == "adv":
                end -= 1
            found, _ = _group(toks, end, k)
            if found is not None:
                return found
            k = end
        k += 1
    return None


def _group(toks: tuple[Token, ...], k: int, floor: int | None = None) -> tuple[str | None, int]:
    """The tense of the verb group that ends in `k`, None where another verb decides, and the token before the group."""
    first = group_start(toks, k) if floor is None else floor
    group = [t for t in toks[first : k + 1] if t.tag in ("aux", "modal", "verb", "to")]
    verb = toks[k]
    lows = {t.low for t in group}
    bases = {t.base for t in group}
    if group[0].tag == "modal" or lows & {"will", "would", "shall", "won't"}:
        perfect = "have" in lows and verb.form in ("past", "part")
        return (PAST if perfect else FUTURE), first - 1
    if any(t.tag == "to" for t in group):
        return _infinitive(toks, first, group)
    if verb.tag == "verb" and verb.base in _AHEAD_PARTICIPLES and verb.form in ("past", "part") and not _has_object(toks, k):
        return FUTURE, first - 1
    if "have" in bases and verb.base != "have":
        return PAST, first - 1
    if "be" in bases and verb.base != "be":
        past = any(t.base == "be" and t.form == "past" for t in group)
        return (PAST if past else FUTURE), first - 1
    if verb.form in ("past", "part"):
        return PAST, first - 1
    if verb.form == "ing":
        return None, first - 1
    if verb.form in ("s", "base"):
        return (PAST if verb.base in _SAYING or verb.tag == "aux" else FUTURE), first - 1
    return PAST, first - 1


def _infinitive(toks: tuple[Token, ...], first: int, group: list[Token]) -> tuple[str | None, int]:
    """ "to meet": ahead of what plans it ("agreed to meet"); together with what it is the purpose of ("flew to meet")."""
    if group[0].tag != "to":  # "is to meet", "has to leave", "is expected to meet"
        return FUTURE, first - 1
    perfect = any(t.base == "have" for t in group)
    if perfect:
        return PAST, first - 1
    k = first - 1
    while k >= 0 and toks[k].tag not in ("verb", "aux", "modal"):
        if toks[k].low in _STRONG or toks[k].tag in ("rel", "sub"):
            return FUTURE, k
        if toks[k].low in _AHEAD_WORDS:
            return FUTURE, k
        k -= 1
    if k < 0:
        return FUTURE, k
    if toks[k].base in _AHEAD_VERBS or toks[k].tag in ("aux", "modal"):
        return FUTURE, k
    return None, k


def _has_object(toks: tuple[Token, ...], k: int) -> bool:
    """Whether a noun phrase stands directly behind the verb ("planned an attack", "set fire")."""
    return k + 1 < len(toks) and toks[k + 1].tag in ("det", "num")
