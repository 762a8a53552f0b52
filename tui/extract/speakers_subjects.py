"""Noun phrases around a reporting verb: its subject on the left, an inverted one on the right, their appositions."""

from __future__ import annotations

from dataclasses import dataclass

from tui.extract.speakers_lexicon import REPORTING
from tui.extract.syntax import Token

CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September "
    "October November December".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may name a source (`start:end`, offsets into the sentence); `outer` reaches over the apposition."""

    start: int
    end: int
    outer: int


def finite(t: Token) -> bool:
    """Whether a token can be a clause's finite verb or auxiliary."""
    if t.tag in ("aux", "modal"):
        return t.form not in ("ing", "part")
    return t.tag == "verb" and t.form in ("past", "s", "base")


def any_finite(toks: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a finite verb stands among tokens `start:end`."""
    return any(finite(t) for t in toks[start:end])


def subjects(toks: tuple[Token, ...], g: int) -> tuple[Phrase, ...]:
    """The noun phrases that may be the subject of the verb group at token `g`, likeliest first.

    Parentheses between subject and verb are stepped over: "X, the Russian envoy, said", "X - who was there - said".
    """
    while g > 0 and toks[g - 1].tag == "adv":
        g -= 1
    if g == 0:
        return ()
    if toks[g - 1].tag == "rel":
        end = g - 2 if g > 1 and toks[g - 2].low in (",", "-", "(") else g - 1
        near = _before(toks, end, end)
        first = next((k for k, t in enumerate(toks) if near and t.start >= near[0].start), 0)
        if first > 1 and toks[first - 1].low == ",":
            return _before(toks, first - 1, end) + near  # "Prigozhin, Wagner's leader, who claims"
        return near
    if toks[g - 1].low in ('"', "'") and g > 1 and toks[g - 2].tag in ("name", "word"):
        return _before(toks, g - 1, g)  # 'Donfried "reiterated concern"'
    if toks[g - 1].low in (",", ")", "-"):
        return _past_parenthesis(toks, g - 1, g)
    found = _before(toks, g, g)
    first = _segment_start(toks, g)
    if not found and 0 < first < g and toks[first - 1].low == ",":
        return _before(toks, first - 1, g)  # "Mike Pompeo, on Thursday rejected": an adjunct that one comma sets off
    return found


def _past_parenthesis(toks: tuple[Token, ...], close: int, g: int) -> tuple[Phrase, ...]:
    opener = matching(toks, close)
    inside = _before(toks, close, g)
    if opener is None:
        return inside
    before = _before(toks, opener, g)
    start = _segment_start(toks, opener)
    if not before or toks[start].tag == "prep" or (start and toks[start - 1].tag in ("verb", "sub")):
        return inside + before  # "In a statement, the minister, said"
    return before + inside


def _before(toks: tuple[Token, ...], end: int, g: int) -> tuple[Phrase, ...]:
    """The noun phrase that ends before token `end`; its apposition may reach to token `g`."""
    if end <= 0 or toks[end - 1].tag == "rel":
        return ()
    first = end - 1 if toks[end - 1].tag == "pron" else np_start(toks, end)
    if first >= end:
        return ()
    first = _list_start(toks, first, end)
    return (Phrase(toks[first].start, toks[end - 1].end, max(toks[end - 1].end, toks[g - 1].end)),)


def _list_start(toks: tuple[Token, ...], first: int, end: int) -> int:
    """Where a list of names begins that a phrase "B and C" closes: "A, B and C said"."""
    if not any(t.low == "and" for t in toks[first:end]) or toks[first].tag != "name":
        return first
    while first > 1 and toks[first - 1].low == "," and toks[first - 2].tag == "name":
        k = first - 2
        while k > 0 and (toks[k - 1].tag == "name" or toks[k - 1].low in ("of", "the", "&")):
            k -= 1
        first = k
    return first


def matching(toks: tuple[Token, ...], close: int) -> int | None:
    """Index of the comma, bracket or dash that opens the parenthesis ending at token `close`."""
    mark = {")": "("}.get(toks[close].low, toks[close].low)
    for j in range(close - 1, max(-1, close - 40), -1):
        if toks[j].low == mark:
            return j
        if toks[j].low in ('"', ";", ":"):
            return None
    return None


def np_start(toks: tuple[Token, ...], end: int) -> int:
    """Index of the first token of the noun phrase that ends before token `end`."""
    return _without_lead(toks, _segment_start(toks, end), end)


def _segment_start(toks: tuple[Token, ...], end: int) -> int:
    """The same with a leading adverb or prepositional phrase."""
    i = end
    while i > 0 and _belongs(toks, i - 1, end):
        i -= 1
    return i


def _belongs(toks: tuple[Token, ...], j: int, end: int) -> bool:
    """Whether token `j` still belongs to the noun phrase on its right."""
    t = toks[j]
    if t.tag == "punct":
        return t.low in (".", "'", "-", "&") and j < end - 1 and j > 0 and not _spaced(toks, j)
    if t.tag in ("aux", "modal", "rel", "sub"):
        return False
    if t.tag == "verb":
        return _modifies(toks, j, end)
    if t.tag == "coord":
        return _joins_phrases(toks, j)
    if t.tag == "pron":
        return False
    if t.tag == "to":
        return j > 0 and toks[j - 1].tag in ("word", "name") and toks[j - 1].low != "according"
    return t.low != "according"


def _spaced(toks: tuple[Token, ...], j: int) -> bool:
    """Whether a dash or full stop stands apart from the word before it."""
    return (toks[j].low == "-" and toks[j - 1].end < toks[j].start) or (
        toks[j].low == "." and len(toks[j - 1].text) > 3
    )


def _modifies(toks: tuple[Token, ...], j: int, end: int) -> bool:
    """Whether a participle only describes: "a leader contacted by the Guardian", "the captured soldiers"."""
    t = toks[j]
    if t.form == "ing" and j and toks[j - 1].tag == "prep" and j + 1 < end:
        return True  # "a spokesman known for making remarks"
    if t.form not in ("past", "part") or j + 1 >= end:
        return False
    if j and toks[j - 1].tag in ("det", "punct"):
        return True
    following = toks[j + 1]
    return j > 0 and toks[j - 1].tag in ("word", "name") and following.tag == "prep"


def _joins_phrases(toks: tuple[Token, ...], coord: int) -> bool:
    """Whether an "and" joins two noun phrases of one subject rather than two clauses."""
    if toks[coord].low not in ("and", "or"):
        return False
    for j in range(coord - 1, max(-1, coord - 16), -1):
        t = toks[j]
        if t.low in REPORTING:
            return True  # "officials said [the US and its allies] knew"
        if t.tag in ("verb", "aux", "modal"):
            return False
        if t.tag in ("sub", "rel") or (t.tag == "punct" and t.low not in (".", "'", "-")):
            return t.low != '"' and j < coord - 1
    return coord > 0


def _without_lead(toks: tuple[Token, ...], i: int, end: int) -> int:
    """Without a leading adverb, date or prepositional phrase: "In August this year the Pentagon assessed"."""
    while i < end and (toks[i].tag in ("prep", "adv", "coord", "punct") or toks[i].text in CALENDAR):
        if toks[i].tag != "prep":
            i += 1
            continue
        cut = next(
            (
                j
                for j in range(i + 2, end)
                if toks[j].tag == "det"
                and toks[j].low not in ("this", "last")
                and toks[j - 1].tag in ("word", "name", "num")
            ),
            None,
        )
        i = cut if cut is not None else i + 1
    return i


def inverted(toks: tuple[Token, ...], i: int) -> Phrase | None:
    """The subject behind the verb at token `i`: "..., said John Kirby, the Pentagon spokesman"."""
    end = i + 1
    if (
        end >= len(toks)
        or toks[end].tag not in ("name", "det", "pron", "word", "num")
        or toks[end].low in ("that", "there")
    ):
        return None
    while end < len(toks):
        t = toks[end]
        if t.tag == "punct" and (t.low not in (".", "'", "-", "&") or end == len(toks) - 1 or _spaced(toks, end)):
            break
        if t.tag in ("verb", "aux", "modal", "rel", "sub", "coord", "to") and not (
            t.tag == "coord" and _joins_phrases_right(toks, end)
        ):
            break
        if (t.tag == "prep" and t.low in ("on", "during", "following", "by")) or t.tag == "adv":
            break
        if t.low in ("familiar", "privy", "aware") and end > i + 1:
            return Phrase(toks[i + 1].start, toks[end - 1].end, toks[-1].end)
        end += 1
    if end == i + 1:
        return None
    clause_end = next((k for k in range(end, len(toks)) if toks[k].low in (",", ";", ":", '"')), len(toks))
    if _participle(toks, end) and not any_finite(toks, end + 1, clause_end):
        return Phrase(toks[i + 1].start, toks[end - 1].end, toks[-1].end)  # "said a person briefed on the inquiry"
    if any_finite(toks, end, clause_end) and toks[end].tag not in ("rel", "sub", "coord"):
        return None
    outer = next((t.start for t in toks[end:] if t.low in ('"', ";") or t.tag == "coord"), toks[-1].end)
    return Phrase(toks[i + 1].start, toks[end - 1].end, outer)


def _participle(toks: tuple[Token, ...], k: int) -> bool:
    """Whether a participle that goes on with a preposition stands at token `k`: "briefed on", "involved in"."""
    return (
        k + 1 < len(toks) and toks[k].tag == "verb" and toks[k].form in ("past", "part") and toks[k + 1].tag == "prep"
    )


def _joins_phrases_right(toks: tuple[Token, ...], coord: int) -> bool:
    return (
        toks[coord].low == "and"
        and coord + 1 < len(toks)
        and toks[coord + 1].tag in ("name", "det")
        and not any_finite(toks, coord + 1, min(len(toks), coord + 6))
    )


def phrase_behind(toks: tuple[Token, ...], start: int, text: str, stops: tuple[str, ...] = ()) -> Phrase:
    """The noun phrase that begins at offset `start` ("according to X"), with its apposition."""
    end = start
    last = len(toks)
    for k, t in enumerate(toks):
        if t.start < start:
            continue
        last = k
        if t.tag == "punct" and (
            t.low not in (".", "'", "-", "&") or k == len(toks) - 1 or (t.low == "-" and text[t.start - 1] == " ")
        ):
            break
        if t.tag in ("aux", "modal", "rel", "sub") or (
            end > start and t.low in ("it", "they", "he", "she", "there", "this")
        ):
            break
        if end > start:
            if t.tag == "verb" and (t.form in ("past", "s", "ing") and not _noun_follows(toks, k)):
                break
            if (
                t.text in CALENDAR
                or t.low in stops
                or t.low in ("but", "though", "on", "yesterday", "today", "published", "released", "seen")
            ):
                break
        end = t.end
        last = k + 1
    outer = end
    if last < len(toks) and toks[last].low == ",":
        close = next((k for k in range(last + 1, len(toks)) if toks[k].low in (",", ";", '"')), len(toks))
        opens = last + 1 < len(toks) and toks[last + 1].tag in ("det", "name", "word", "num")
        if opens and not any_finite(toks, last + 1, close) and (close == len(toks) or toks[close].low == ","):
            outer = toks[close - 1].end
    return Phrase(start, end, outer)


def _noun_follows(toks: tuple[Token, ...], k: int) -> bool:
    return k + 1 < len(toks) and toks[k + 1].tag in ("word", "name")


def _list_end(toks: tuple[Token, ...], start: int, end: int) -> int:
    """Where a list of names ends that begins with the name at tokens `start:end`: "A, B and C said"."""
    if end <= start or toks[end - 1].tag != "name" or end >= len(toks) or toks[end].low != ",":
        return end
    verb = next((k for k in range(end, len(toks)) if finite(toks[k]) or toks[k].tag in ("rel", "sub")), len(toks))
    between = toks[end:verb]
    if any(t.low == "and" for t in between) and all(
        t.tag in ("name", "det") or t.low in (",", "and", "of", "&", "the") for t in between
    ):
        return verb
    return end


def main_subject(toks: tuple[Token, ...]) -> Phrase | None:
    """The subject of the sentence: what stands before its first finite verb outside a relative clause."""
    start = 0
    while start < len(toks) and toks[start].tag in ("punct", "coord", "adv"):
        start += 1
    if start < len(toks) and toks[start].tag in ("prep", "sub", "verb"):
        comma = next((k for k in range(start, len(toks)) if toks[k].low == ","), None)
        start = comma + 1 if comma is not None else start
    end = next(
        (
            k
            for k in range(start, len(toks))
            if finite(toks[k]) or toks[k].tag in ("rel", "sub") or toks[k].low in (",", "(", "-")
        ),
        len(toks),
    )
    while end > start and toks[end - 1].tag == "adv":
        end -= 1
    end = _list_end(toks, start, end)
    if end <= start:
        return None
    first = start if toks[start].tag == "pron" else max(start, np_start(toks, end))
    if first >= end:
        return None
    outer = next((t.start for t in toks[end:] if finite(t)), toks[end - 1].end)
    return Phrase(toks[first].start, toks[end - 1].end, max(outer, toks[end - 1].end))
