"""Noun phrases and lists of them beside a trigger: what is hit, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.extract.cyberattacks_lexicon import SYSTEM_NOUNS, VICTIM_NOUNS
from tui.extract.speakers_subjects import CALENDAR
from tui.extract.syntax import Token, known_verb

TIME_NOUNS = frozenset(
    "day days week weeks month months year years morning afternoon evening night weekend today yesterday tomorrow "
    "hour hours "
    "minutes time overnight moment spring summer autumn winter".split()
)
_JOINS = frozenset(("of",))
_OWNED_BY = frozenset(("at", "belonging", "within", "inside"))
_NEVER_INSIDE = frozenset(("according", "offline", "familiar", "unavailable", "inaccessible", "together", "down"))
_ABSTRACT = frozenset(
    "Science Innovation Technology Telecommunications Communications Trade Industry Commerce Culture Tourism Labour "
    "Labor Energy "
    "Environment Education Sport Sports Youth Agriculture Fisheries Housing Urban Development Planning Infrastructure "
    "Transport "
    "Justice Information Research Social Welfare Family Health Mines Water Forestry".split()
)
_PLACE_JOINS = frozenset(
    "in at across for on throughout used held owned run operated near outside inside around".split()
)
_INCLUDING = re.compile(r"\s*,?\s*(?:including|such as|among them|like|namely)\b\s*", re.I)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase: tokens `first:last` (half open), offsets `start:end` into the sentence."""

    first: int
    last: int
    start: int
    end: int


def phrase(toks: tuple[Token, ...], first: int, last: int) -> Noun:
    """The phrase of tokens `first:last`."""
    return Noun(first, last, toks[first].start, toks[last - 1].end)


def read_phrase(toks: tuple[Token, ...], i: int, stop: int | None = None, places: bool = True) -> int:
    """Index behind the noun phrase that begins at token `i` (`i` itself where none begins)."""
    stop = len(toks) if stop is None else stop
    k = i
    while k < stop:
        t = toks[k]
        if t.low == "(":
            close = next((j for j in range(k, min(k + 8, stop)) if toks[j].low == ")"), None)
            if close is None or k == i:
                break
            k = close + 1
            continue
        if t.text in CALENDAR or (
            t.low in ("yesterday", "today", "overnight", "last", "earlier", "late", "early") and k > i
        ):
            break
        if _inside(toks, k, i):
            k += 1
            continue
        if k > i and t.low in _JOINS and k + 1 < stop and _opens(toks[k + 1]):
            k += 1
            continue
        if (
            k > i
            and t.low in _OWNED_BY
            and toks[k - 1].low in VICTIM_NOUNS
            and not _time(toks, k + 1)
            and k + 1 < stop
            and _opens(toks[k + 1])
        ):
            k += 1
            continue
        if k > i and places and t.low in _PLACE_JOINS and k + 1 < stop and _place_follows(toks, k + 1):
            k += 1
            continue
        break
    while (k > i and toks[k - 1].tag in ("det", "adv", "coord", "prep")) or (
        k > i and toks[k - 1].low in ("-", "'", "&")
    ):
        k -= 1
    return k


def _inside(toks: tuple[Token, ...], k: int, i: int) -> bool:
    """Whether token `k` can stand inside a noun phrase that began at token `i`."""
    t = toks[k]
    if t.tag in ("name", "num", "word"):
        return t.low not in _NEVER_INSIDE and not (t.low == "online" and not _noun_next(toks, k))
    if t.tag == "det":
        return (
            k == i
            or toks[k - 1].tag in ("det", "prep")
            or toks[k - 1].low in ("of", "'", "all", "both")
            or toks[k - 1].tag == "num"
        )
    if t.low in ("than", "least") and k > i:
        return True
    if (t.low == "about" and k == i) or (
        t.low in ("over", "around", "at") and k == i and k + 1 < len(toks) and toks[k + 1].tag in ("num", "word")
    ):
        return True
    if t.tag == "adv" and k == i:
        return k + 1 < len(toks) and toks[k + 1].tag == "num"
    if t.low in ("'", "-", "&", ".") and k > i:
        return (
            k + 1 < len(toks)
            and toks[k + 1].start <= t.end + (1 if t.low in ("'", "&", ".") else 0)
            and toks[k + 1].tag
            in (
                "word",
                "name",
                "num",
                "verb",
            )
        )
    if t.low == '"' and k + 1 < len(toks):
        return False
    if t.tag == "verb" and t.form in ("past", "part", "ing") and k + 1 < len(toks):
        return toks[k + 1].tag in ("word", "name") and (
            k == i or toks[k - 1].tag in ("det", "num", "adv") or toks[k - 1].low == "-"
        )
    return t.tag == "pron" and k == i


def _time(toks: tuple[Token, ...], k: int) -> bool:
    """Whether a time of day or a number of times begins at token `k`: "at 2 p.m.", "at least"."""
    return k < len(toks) and (
        toks[k].low in ("least", "once", "first", "night", "dawn", "noon")
        or (toks[k].tag == "num" and k + 1 < len(toks) and toks[k + 1].low[:2] in ("p.", "a.", "pm", "am", "gm"))
    )


def _noun_next(toks: tuple[Token, ...], k: int) -> bool:
    return k + 1 < len(toks) and toks[k + 1].tag in ("word", "name")


def _opens(t: Token) -> bool:
    return t.tag in ("det", "name", "num", "word") or t.low in ("more", "at", "about", "over")


def _place_follows(toks: tuple[Token, ...], k: int) -> bool:
    """Whether a place joins: "government sites in Colorado", not "attacked in May" or "in an attack"."""
    while k < len(toks) and toks[k].tag in ("det",) and toks[k].low == "the":
        k += 1
    if k >= len(toks):
        return False
    t = toks[k]
    if t.tag == "name":
        return t.text.removesuffix("'s") not in CALENDAR
    return (t.tag == "word" and t.low not in TIME_NOUNS and t.low.endswith(("ern", "wide", "land"))) or t.low in (
        "areas",
        "rebel-held",
    )


def read_list(toks: tuple[Token, ...], i: int, stop: int | None = None) -> list[Noun]:
    """The noun phrases of a list that begins at token `i`: "A, B and C", appositions left out."""
    stop = len(toks) if stop is None else stop
    out: list[Noun] = []
    k = i
    joined = False  # by "and", not by commas alone
    while k < stop:
        end = read_phrase(toks, k, stop)
        if end <= k or (out and _is_clause(toks, end, stop)):
            break
        if out and _continues(toks, out[-1], k, end):
            out[-1] = phrase(toks, out[-1].first, end)
        elif not (out and _apposition(toks, out[-1], k, end)):
            out.append(phrase(toks, k, end))
        k = end
        nxt = _next_member(toks, k, stop)
        if nxt is None or (len(out) == 1 and nxt - k > 1 and toks[k].low == "," and toks[nxt - 1].tag != "prep"):
            break  # ", and" behind a single member begins a clause
        joined = joined or any(t.low in ("and", "or", "&") for t in toks[k:nxt])
        k = nxt
    if len(out) == 2 and not joined and toks[out[1].first].tag == "name":
        after = toks[out[1].last].low if out[1].last < len(toks) else ""
        abbreviated = "." in toks[out[1].first].text or (after == "." and out[1].last < len(toks) - 1)
        return (
            [out[0]] if abbreviated else [out[1]]
        )  # "Greenville, N.C.,"; "Ukraine's biggest mobile operator, Kyivstar,"
    return out


def _continues(toks: tuple[Token, ...], before: Noun, k: int, end: int) -> bool:
    """Whether a bare capitalised word belongs to the name before: "the Ministry of Science, Innovation and Technology".

    Or to its places: "government sites in Colorado, Kentucky and Mississippi".
    """
    words = [t for t in toks[k:end] if t.low not in ("(", ")") and not t.text.isupper()]
    if not words or any(t.tag not in ("name", "word") for t in words):
        return False
    if len(words) == 1 and words[0].low in SYSTEM_NOUNS and toks[before.last - 1].low in SYSTEM_NOUNS:
        return True  # "government services and websites"
    if (
        before.last - before.first == 2
        and toks[before.first].low in ("its", "their")
        and words[-1].low in SYSTEM_NOUNS
        and toks[before.last - 1].tag == "word"
    ):
        return toks[before.last - 1].low not in VICTIM_NOUNS  # "its tax and customs systems"
    if toks[before.last - 1].text in _ABSTRACT or toks[before.last - 1].low == ")":
        return words[0].text in _ABSTRACT
    lead = toks[before.first : before.last]
    place = max((j for j, t in enumerate(lead) if t.low in ("in", "across")), default=0)
    places = lead[place + 1 :]
    return (
        place > 1
        and len(words) == 1
        and bool(places)
        and all(t.tag == "name" or t.low == "," for t in (*places, *words))
    )


def _next_member(toks: tuple[Token, ...], k: int, stop: int) -> int | None:
    """Index of the next member of the list that goes on at token `k`; None where it ends."""
    start = k
    while k < stop and (
        toks[k].low in (",", "and", "or", "&")
        or (toks[k].low == "as" and toks[k + 1 : k + 2] and toks[k + 1].low == "well")
    ):
        if toks[k].low == "as":
            if [t.low for t in toks[k : k + 3]] != ["as", "well", "as"]:
                return None
            k += 2
        k += 1
    if k == start or k >= stop:
        return None
    if toks[k].low in ("of", "on", "against", "at", "both", "also", "including"):
        k += 1
    if k >= stop or not _opens(toks[k]) or (toks[k].tag == "word" and known_verb(toks[k].low) and _noun_next(toks, k)):
        return None  # "paralyse services, wipe systems and steal records"
    return k


def _is_clause(toks: tuple[Token, ...], end: int, stop: int) -> bool:
    """Whether what was read as the next member is the subject of a clause of its own."""
    k = end
    while k < stop and toks[k].tag == "adv":
        k += 1
    return k < stop and (
        toks[k].tag in ("aux", "modal") or (toks[k].tag == "verb" and toks[k].form in ("past", "s", "base"))
    )


def _apposition(toks: tuple[Token, ...], before: Noun, k: int, end: int) -> bool:
    """Whether the phrase at tokens `k:end` only says what the one before is: "Racsa, a state internet provider"."""
    if toks[k - 1].low != ",":
        return False
    first = toks[k]
    named = any(t.tag == "name" for t in toks[before.first : before.last])
    if first.low in ("a", "an", "one"):
        return named
    words = {t.low for t in toks[k:end]}
    if named and first.low == "the" and end < len(toks) and toks[end].low in ("that", "which", "who"):
        return True  # "the Texas GOP, the political group that ..."
    return (
        named
        and first.low == "the"
        and toks[end - 1].tag != "name"
        and bool(
            words & {"largest", "biggest", "main", "world's", "country's", "nation's", "company", "firm", "operator"}
        )
    )


def members(toks: tuple[Token, ...], text: str, last: int) -> list[Noun]:
    """The members that "including", "such as" or "among them" names behind token `last`."""
    at = toks[last - 1].end
    found = _INCLUDING.match(text, at)
    if found is None:
        return []
    k = next((k for k, t in enumerate(toks) if t.start >= found.end()), None)
    return read_list(toks, k) if k is not None else []


def clause_start(toks: tuple[Token, ...], g: int) -> int:
    """Index of the first token of the clause whose verb group begins at token `g`."""
    k = g
    while k > 0:
        t = toks[k - 1]
        if t.low == "as" and k > 1 and toks[k - 2].tag == "verb":
            k -= 1  # "known as"
            continue
        if k > 2 and [x.low for x in toks[k - 3 : k]] == ["as", "well", "as"]:
            k -= 3
            continue
        if (t.tag in ("sub", "rel", "modal", "aux") and t.low != "than") or t.low in (";", ":", '"', "(", "but"):
            break
        if t.tag == "verb" and not _describes(toks, k - 1, g):
            break
        if t.low == "-" and toks[k - 2 : k - 1] and toks[k - 2].end < t.start:
            break
        k -= 1
    return k


def _describes(toks: tuple[Token, ...], k: int, g: int) -> bool:
    """Whether a participle belongs to a noun phrase: "one of the agencies affected by the wiper was"."""
    if toks[k].form not in ("past", "part", "ing"):
        return False
    nxt = toks[k + 1] if k + 1 < g else None
    if nxt is None:
        return False
    if nxt.low in ("itself", "themselves", "himself"):
        return True  # "a group calling itself X"
    before = toks[k - 1] if k else None
    if (before is not None and before.tag in ("det", "num", "prep")) or before is None:
        return nxt.tag in ("word", "name")
    return (
        nxt.low in ("by", "in", "as") and before is not None and (before.tag in ("word", "name") or before.low == ",")
    )


def subject_list(toks: tuple[Token, ...], g: int) -> list[Noun]:
    """The noun phrases that are the subject of the verb group at token `g`, a list of them included."""
    if (g > 0 and toks[g - 1].tag == "rel") or (g > 0 and toks[g - 1].low == "that"):
        end = g - 2 if g > 1 and toks[g - 2].low == "," else g - 1
        return _antecedent(toks, end)
    start = clause_start(toks, g)
    start = _past_lead(toks, start, g)
    found = read_list(toks, start, g)
    if (
        found
        and toks[found[-1].last].tag != "prep"
        and any(t.tag in ("name", "word") for t in toks[found[-1].last : g] if t.low not in ("(", ")"))
        and not _parenthesis(toks, found[-1].last, g)
    ):
        # something stands between the list and the verb: the phrase nearest to the verb is the subject
        k = max((j for j in range(start, g) if toks[j].low == ","), default=start - 1) + 1
        nearer = read_list(toks, k, g)
        return nearer or found
    return found


def _parenthesis(toks: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether tokens `start:end` are an apposition between commas or dashes."""
    return end > start and toks[start].low in (",", "-", "(") and toks[end - 1].low in (",", "-", ")")


def _antecedent(toks: tuple[Token, ...], end: int) -> list[Noun]:
    """The noun phrase that ends before token `end`."""
    k = end
    while k > 0:
        t = toks[k - 1]
        if t.tag in ("verb", "aux", "modal", "sub", "rel", "to") or (
            t.tag == "punct" and t.low not in ("-", "'", ".", "&", ")", "(")
        ):
            break
        if t.tag == "prep" and t.low not in ("of", "in", "at", "for"):
            break
        k -= 1
    while k < end and toks[k].tag in ("prep", "coord", "adv"):
        k += 1
    last = read_phrase(toks, k, end)
    return [phrase(toks, k, last)] if last > k else []


def _past_lead(toks: tuple[Token, ...], start: int, g: int) -> int:
    """Past what opens a clause before its subject: conjunctions, adverbs, "On Friday,", "In the following days"."""
    k = start
    while k < g:
        t = toks[k]
        if t.tag in ("coord", "adv", "punct") or t.low in ("meanwhile", "however", "then"):
            k += 1
        elif (
            (t.tag == "prep" and t.low not in ("about", "over", "around"))
            or t.text in CALENDAR
            or t.low in TIME_NOUNS
            or t.low in ("last", "this")
        ):
            comma = next((j for j in range(k, g) if toks[j].low == ","), None)
            if comma is not None:
                k = comma + 1
                continue
            j = k + 1
            while j < g and (
                toks[j].low in TIME_NOUNS
                or toks[j].text in CALENDAR
                or toks[j].tag in ("num",)
                or toks[j].low
                in ("the", "this", "last", "following", "early", "late", "past", "recent", "a", "first", "next")
            ):
                j += 1
            time = any(x.low in TIME_NOUNS or x.text in CALENDAR or x.tag == "num" for x in toks[k:j])
            if t.low == "with" and not time:
                k += 1  # "with Morrisons being hit"
                continue
            if j >= g or not time:
                return k
            k = j
        else:
            break
    return k
