"""What a reporting cue vouches for: where the reported clause begins and where the outlet speaks again."""

from __future__ import annotations

from tui.extract.speakers_subjects import any_finite, finite
from tui.extract.syntax import Token

Span = tuple[int, int]
_OWN_VOICE_AFTER_DASH = frozenset(
    "just a an hours days as after though although but while something despite even one the".split()
)


def segment_end(toks: tuple[Token, ...], start: int, text: str) -> int:
    """Index of the first mark at or behind token `start` that parts clauses (the number of tokens if none)."""
    for k in range(start, len(toks)):
        if toks[k].low in (",", ";", ":", '"') or _dash(toks[k], text):
            return k
    return len(toks)


def _dash(t: Token, text: str) -> bool:
    return t.low == "-" and text[t.start - 1 : t.start] == " " and text[t.end : t.end + 1] == " "


def clause_before(toks: tuple[Token, ...], first: int, text: str) -> Span | None:
    """The clause before a trailing attribution whose subject begins at token `first`; None where none stands there."""
    if first == 0 or toks[first - 1].low not in (",", '"', "'", "-", "?", "!"):
        return None
    before = toks[:first]
    if not any(t.tag in ("verb", "aux", "modal") for t in before):
        return (0, toks[first].start) if before[-1].low in ('"', "'") or before[0].low in ('"', "'") else None
    if _adjunct(before):
        return None
    start = next((t.end for t in reversed(before) if t.low == ";"), 0)
    return (start, toks[first].start)


def fragment_before(toks: tuple[Token, ...], first: int) -> Span | None:
    """Words without a verb that a trailing attribution closes: "In 56 battalion tactical groups, she added."."""
    if first < 2 or toks[first - 1].low != ",":
        return None
    return (0, toks[first].start)


def _adjunct(before: tuple[Token, ...]) -> bool:
    """ "Speaking on Sky News, ...", "Asked whether ..., ...", "After the attack was reported, ..." are no reported clause.

    They are where no main clause follows them: "After a barrage, thousands of soldiers entered Gaza, ...".
    """
    k = next((k for k, t in enumerate(before) if t.tag not in ("punct", "adv", "coord") and t.low != "long"), 0)
    head = before[k]
    leads = head.tag in ("verb", "prep", "to", "sub") or head.low in ("asked", "pressed", "quizzed", "despite")
    if not leads or head.low in ("that", "what", "how", "if", "unless"):
        return False
    comma = next((j for j in range(k + 1, len(before) - 1) if before[j].low == ","), None)
    if comma is not None:
        return not any(finite(t) for t in before[comma + 1 :])
    return head.tag not in ("prep", "to") or not any(finite(t) for t in before)


def scope_end(toks: tuple[Token, ...], i: int, text: str) -> int:
    """Offset at which the reported clause that begins behind token `i` ends.

    It ends at a clause that the outlet adds in its own voice: ", as it released ...", ", while ...", " - just hours
    after ...", ", but the town is calm" after reported speech in the past.
    """
    backshifted = False
    seen = False
    quoted = False
    for k in range(i + 1, len(toks)):
        t = toks[k]
        if t.low == '"':
            quoted = not quoted
        if quoted:
            continue
        if not seen and finite(t):
            seen = True
            backshifted = t.form == "past" or t.low in ("would", "could", "might")
        if t.low == ";" or _turns(toks, k):
            return t.start
        if (
            t.low == ","
            and k + 1 < len(toks)
            and _own_voice(toks, k + 1, backshifted and toks[i].form in ("past", "part"))
        ):
            return t.start
        if _dash(t, text) and k + 1 < len(toks) and toks[k + 1].low in _OWN_VOICE_AFTER_DASH:
            return t.start
    return len(text)


def noun_end(toks: tuple[Token, ...], start: int) -> int:
    """Offset at which a reported noun phrase ends: a clause of its own that a comma and "and" or "but" add."""
    for k in range(start, len(toks) - 1):
        if toks[k].low == "," and toks[k + 1].low in ("and", "but") and _subject_and_verb(toks, k + 2):
            return toks[k].start
    return toks[-1].end


def _own_voice(toks: tuple[Token, ...], k: int, backshifted: bool) -> bool:
    """Whether the clause that begins at token `k`, behind a comma, is the outlet's."""
    low = toks[k].low
    if low in ("as", "while", "whereas", "although", "though"):
        return _subject_and_verb(toks, k + 1)
    return low in ("but", "and", "yet") and backshifted and _present(toks, k + 1)


def _turns(toks: tuple[Token, ...], k: int) -> bool:
    """Whether "but" at token `k` turns from what was said to what another named party does now."""
    if toks[k].low != "but" or k + 2 >= len(toks) or toks[k + 1].tag != "name":
        return False
    return _present(toks, k + 1)


def _subject_and_verb(toks: tuple[Token, ...], start: int) -> bool:
    """A subject and a finite verb before the next mark."""
    for k in range(start, min(start + 14, len(toks))):
        if finite(toks[k]):
            return k > start
        if toks[k].tag == "punct" and toks[k].low not in (".", "'", "-"):
            return False
    return False


def _present(toks: tuple[Token, ...], start: int) -> bool:
    """A clause in the present tense: not what somebody said in the past."""
    for k in range(start, min(start + 10, len(toks))):
        t = toks[k]
        if finite(t):
            return k > start and (
                t.low in ("is", "are", "has", "have", "will", "do", "does") or (t.tag == "verb" and t.form == "s")
            )
        if t.tag == "punct" and t.low not in (".", "'"):
            return False
    return False


def finite_before(toks: tuple[Token, ...], offset: int) -> bool:
    """Whether a finite verb stands before `offset`."""
    end = next((k for k, t in enumerate(toks) if t.end > offset), len(toks))
    return any_finite(toks, 0, end)
