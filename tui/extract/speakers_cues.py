"""Reporting cues of one sentence: which words name a source, and which stretches that source vouches for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tui.corpus.model import LineClass
from tui.extract.model import SentenceView
from tui.extract.speakers_lexicon import (
    BLAME,
    CLAIM_NOUNS,
    DENY,
    DOUBT,
    NEEDS_THAT,
    NOUN_CONTENT,
    PARTICIPLES,
    PUT_AT,
    REPORTING,
    TELLING,
    TRAILING,
)
from tui.extract.syntax import Token, group_start, tokens
from tui.extract.verbs import all_forms
from tui.records import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue: `by` the words that name the source, `outer` with apposition, `spans` what it vouches for.

    `verb` is the offset of the cue word; `relay` marks "citing X", which takes the place of the medium that cites.
    """

    verb: int
    by: tuple[int, int]
    outer: tuple[int, int]
    spans: tuple[tuple[int, int], ...]
    stance: Stance
    rule: str
    relay: bool = False
    same_as: int | None = None  # offset of the cue whose subject this participle shares


_ACCORDING = re.compile(r"\b(?:according to|in the words of|as per|in the view of|in the opinion of)\s+", re.I)
_BY_ESTIMATE = re.compile(r"\b(?:by|on|based on|going by)\s+((?:(?!\b(?:by|on|and|to)\b)[\w.' -]){2,40}?\s*(?:estimates?|count|reckoning|intelligence|figures|calculations?))\b", re.I)
_CITING = re.compile(r"\b(?:citing|quoting|quoted|cited|cites|quotes)\s+", re.I)
_CREDIT = re.compile(r"(?:\s-+\s*|\()([A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})\)?\.?$")
_HEADLINE = re.compile(r"^([^:\"]{2,60}):\s+\S")
_HEADLINE_TAIL = re.compile(r"(?::|\s-)\s+([^:\"]{2,40})$")
_PUT = all_forms(PUT_AT)
_STOP_AFTER_COMMA = frozenset("as while after when amid although though whereas because prompting raising sparking leaving despite in with following".split())
_CUT_WORDS = frozenset("as while although though whereas but".split())


def find_cues(view: SentenceView, inside_quotes: list[tuple[int, int]]) -> list[Cue]:
    """Every reporting cue of the sentence, left to right."""
    toks = tokens(view.text)
    cues = [c for i in range(len(toks)) if (c := _verb_cue(view, toks, i)) is not None]
    cues += _according(view, toks)
    cues += _noun_claims(view, toks)
    cues += _estimates(view)
    cues.sort(key=lambda c: c.verb)
    cues += _credits(view) if not cues else []
    cues = _bound(cues, toks, view.text, inside_quotes)
    return cues + _relays(view, toks, cues)


# ---- verbs -------------------------------------------------------------------------------------------------------


def _verb_cue(view: SentenceView, toks: tuple[Token, ...], i: int) -> Cue | None:
    t = toks[i]
    base = REPORTING.get(t.low) or (_PUT.get(t.low) if t.low in _PUT else None)
    if base is None or (t.text[0].isupper() and i > 0 and toks[i - 1].tag != "punct"):
        return None
    g = group_start(toks, i)
    group = toks[g:i]
    if any(x.tag == "to" or x.low in ("not",) and base not in ("deny",) for x in group) or any(
        x.tag == "modal" and x.low not in ("will", "would") for x in group
    ):
        return None
    if any(x.base == "be" for x in group):
        return _passive(view, toks, i, g)
    if t.low in PARTICIPLES:
        return _participle(view, toks, i, base)
    put = base in PUT_AT and base not in REPORTING.values()
    if put and not _puts_at(toks, i):
        return None
    inverted = _inverted(view, toks, i, g, base)
    if inverted is not None:
        return inverted
    subject = subject_left(toks, g, view.text)
    if subject is None:
        return None
    if t.tag != "verb" and not _reads_as_verb(toks, i, g):
        return None
    by, outer = subject
    spans = _content(view.text, toks, i, g, base, outer)
    if not spans:
        return None
    return Cue(t.start, by, outer, spans, _stance(base), f"{base}: subject before")


def _stance(base: str) -> Stance:
    if base in DENY:
        return Stance.DENIES
    return Stance.DOUBTS if base in DOUBT else Stance.ASSERTS


def _reads_as_verb(toks: tuple[Token, ...], i: int, g: int) -> bool:
    """Whether "claims", "report" or "estimate" is a verb here: something follows that it could report."""
    if g < i:
        return True
    last = toks[i - 1] if i else None
    if last is None or last.tag in ("det", "prep", "num") or last.low.endswith("'s"):
        return False
    following = toks[i + 1] if i + 1 < len(toks) else None
    if following is None or following.tag == "punct":
        return True
    if following.low in ("that", "there", "it", "he", "she", "they", "to"):
        return following.low != "to"
    return following.tag in ("det", "num", "name", "pron") or _finite_after(toks, i + 1)


def _puts_at(toks: tuple[Token, ...], i: int) -> bool:
    """"put the number of troops at 100,000": an `at` with a number behind it."""
    for j in range(i + 1, min(i + 20, len(toks) - 1)):
        if toks[j].low in (".", ";"):
            return False
        if toks[j].low == "at" and any(x.tag == "num" or x.low in ("about", "around", "more", "some", "between", "nearly", "over", "up", "tens", "hundreds", "half") for x in toks[j + 1 : j + 3]):
            return True
    return False


def subject_left(toks: tuple[Token, ...], g: int, text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The noun phrase before the verb group that begins at token `g`: (its span, its span with apposition)."""
    if g == 0:
        return None
    last = toks[g - 1]
    end = g
    if last.low in (",", ")", "-"):
        opener = _matching(toks, g - 1)
        if opener is None:
            return None
        end = opener
        if end == 0 or toks[end - 1].tag == "punct" and toks[end - 1].low not in (".",):
            return None
    first = _np_start(toks, end)
    if first >= end:
        return None
    if toks[end - 1].tag == "pron" or toks[end - 1].low in ("who",):
        if toks[end - 1].low in ("who", "that", "which"):
            return _antecedent(toks, end - 1)
        first = end - 1
    by = (toks[first].start, toks[end - 1].end)
    return by, (by[0], toks[g - 1].end)


def _antecedent(toks: tuple[Token, ...], who: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The noun phrase that a relative "who" takes up."""
    end = who
    if end and toks[end - 1].low == ",":
        end -= 1
    first = _np_start(toks, end)
    if first >= end:
        return None
    by = (toks[first].start, toks[end - 1].end)
    return by, by


def _matching(toks: tuple[Token, ...], close: int) -> int | None:
    """The token index of the comma, bracket or dash that opens the parenthesis ending at `close`."""
    mark = {")": "("}.get(toks[close].low, toks[close].low)
    for j in range(close - 1, max(-1, close - 40), -1):
        if toks[j].low == mark:
            return j
        if toks[j].low in ('"', ";", ":"):
            return None
    return None


def _np_start(toks: tuple[Token, ...], end: int) -> int:
    """Where the noun phrase that ends before token `end` begins."""
    i = end
    while i > 0:
        t = toks[i - 1]
        if t.tag in ("punct", "aux", "modal", "rel", "sub") and t.low not in (".", "'", "-"):
            if t.low != ")":
                break
        if t.tag == "verb" and t.form != "part" and not (t.form == "past" and i > 1 and toks[i - 2].tag in ("det", "punct")):
            break
        if t.tag == "coord":
            if not _joins_names(toks, i - 1, end):
                break
        if t.tag == "pron" and i != end:
            break
        if t.tag == "to" and not (i > 1 and toks[i - 2].tag in ("word", "name")):
            break
        i -= 1
    # a leading prepositional phrase is no part of the subject: "In August this year the Pentagon assessed"
    while i < end and toks[i].tag in ("prep", "adv", "coord", "punct") and toks[i].low not in ("'",):
        cut = next((j for j in range(i + 2, end) if toks[j].tag == "det" and toks[j - 1].tag not in ("prep", "det", "coord")), None)
        if toks[i].tag == "prep":
            if cut is None:
                break
            i = cut
        else:
            i += 1
    return i


def _joins_names(toks: tuple[Token, ...], coord: int, end: int) -> bool:
    """Whether an "and" joins two noun phrases of one subject rather than two clauses."""
    for j in range(coord - 1, max(-1, coord - 14), -1):
        t = toks[j]
        if t.tag in ("verb", "aux", "modal"):
            return False
        if t.tag == "punct" and t.low not in (".", "'", "-"):
            return t.low not in ('"',) and j < coord - 1
    return coord > 0


def _inverted(view: SentenceView, toks: tuple[Token, ...], i: int, g: int, base: str) -> Cue | None:
    """"..., said John Kirby, the Pentagon spokesman": the source behind the verb."""
    if g != i or base not in TRAILING or toks[i].form == "base" or i + 1 >= len(toks):
        return None
    before = toks[i - 1] if i else None
    if before is None or before.low not in (",", '"', "'", "-", "?", "!"):
        return None
    if before.low == "," and (opener := _matching(toks, i - 1)) is not None and _np_before(toks, opener) and '"' not in view.text:
        # "X, a spokesman, said Y": the comma closes an apposition
        nxt = toks[i + 1]
        if not (nxt.tag in ("name", "det") and not _finite_after(toks, i + 1)):
            return None
    nxt = toks[i + 1]
    if nxt.tag not in ("name", "det", "pron", "word", "num") or nxt.low in ("that", "there"):
        return None
    end = i + 1
    while end < len(toks) and not (toks[end].tag == "punct" and toks[end].low not in (".", "'", "-") or toks[end].low == "." and end == len(toks) - 1):
        if toks[end].tag in ("verb", "aux", "modal", "rel", "sub") or toks[end].low in ("on", "during", "while", "after", "yesterday", "today", "following", "told"):
            break
        end += 1
    if end < len(toks) and toks[end].tag in ("verb", "aux", "modal") and toks[end].form not in ("part", "ing", "past"):
        return None
    if end == i + 1:
        return None
    outer_end = next((t.end for t in toks[end:] if t.low in ('"', ";", "-")), len(view.text))
    by = (toks[i + 1].start, toks[end - 1].end)
    return Cue(toks[i].start, by, (by[0], outer_end), ((0, toks[i].start),), _stance(base), f"{base}: subject behind")


def _np_before(toks: tuple[Token, ...], comma: int) -> bool:
    first = _np_start(toks, comma)
    return first < comma and (first == 0 or toks[first - 1].tag == "punct")


def _passive(view: SentenceView, toks: tuple[Token, ...], i: int, g: int) -> Cue | None:
    """"X was quoted as saying ..." speaks for X; "is said to" and "it was claimed" for nobody."""
    return None


def _participle(view: SentenceView, toks: tuple[Token, ...], i: int, base: str) -> Cue | None:
    """", adding that ...", "was quoted as saying": the subject of the main clause goes on speaking."""
    if i == 0 or toks[i - 1].tag in ("det", "prep") and toks[i - 1].low not in ("before", "after"):
        return None
    quoted = toks[i - 1].low == "as" and i > 1 and toks[i - 2].low in ("quoted", "cited")
    end = _scope_end(toks, i, view.text)
    if quoted:
        g = group_start(toks, i - 2)
        if any(x.base == "be" for x in toks[g : i - 2]):
            subject = subject_left(toks, g, view.text)
            if subject is None:
                return None
            spans = _content(view.text, toks, i, g, "say", subject[1])
            return Cue(toks[i].start, subject[0], subject[1], spans, Stance.ASSERTS, "quoted as saying") if spans else None
        by = (toks[i - 1].end, toks[i - 1].end)
        np = _object_np(toks, i - 2, i - 1)
        return None if np is None else Cue(toks[i].start, np, np, ((toks[i].end, end),), Stance.ASSERTS, "quoted as saying")
    if toks[i - 1].low not in (",", "and", "-", "but") and toks[i - 1].tag not in ("adv", "name", "word"):
        return None
    by = (-1, -1)
    return Cue(toks[i].start, by, by, ((toks[i].end, end),), _stance(base), f"{base}: same subject", same_as=-1)


def _object_np(toks: tuple[Token, ...], verb: int, end: int) -> tuple[int, int] | None:
    return (toks[verb + 1].start, toks[end - 1].end) if verb + 1 < end else None


# ---- content -----------------------------------------------------------------------------------------------------


def _content(
    text: str, toks: tuple[Token, ...], i: int, g: int, base: str, outer: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    """What the verb at token `i` reports: behind it, or, trailing, before its subject."""
    first = next((k for k, t in enumerate(toks) if t.start >= outer[0]), g)
    before = _content_before(toks, first, text)
    nxt = i + 1
    segment_end = next((k for k in range(nxt, len(toks)) if toks[k].low in (",", ";", ":", '"') or toks[k].low == "-" and text[toks[k].start - 1] == " "), len(toks))
    has_that = any(t.low in ("that", "whether", "how", "why", "what", "if") for t in toks[nxt:segment_end])
    finite = _finite_after(toks, nxt, segment_end)
    if base in TELLING:
        t = toks[nxt] if nxt < len(toks) else None
        to_first = next((t.tag for t in toks[nxt:segment_end] if t.tag in ("to", "aux", "modal", "sub", "verb")), "")
        if t is None or to_first == "to" and not has_that:
            return ()
    if base in NEEDS_THAT and not has_that and not finite and before is None:
        return ()
    marks_follow = segment_end < len(toks) and toks[segment_end].low in (":", '"')
    leading = (
        has_that
        or finite
        or marks_follow and segment_end - nxt <= 12
        or base in NOUN_CONTENT | PUT_AT and segment_end > nxt and toks[nxt].tag not in ("prep", "adv", "sub", "punct")
        or base in BLAME
    )
    if not leading and before is None:
        # "Mr Wallace said, despite reassurances, the West is ..."
        leading = segment_end < len(toks) and toks[segment_end].low == "," and _finite_after(toks, segment_end + 1)
    if leading:
        content = (toks[i].end, _scope_end(toks, i, text))
        quoted = before is not None and toks[first - 1].low in ('"', "'", ",") and text[before[0] : before[1]].rstrip(" ,").endswith(('"', "'"))
        return ((before, content) if quoted and before else (content,))
    if before is None or base not in TRAILING:
        return ()
    return (before,)


def _content_before(toks: tuple[Token, ...], first: int, text: str) -> tuple[int, int] | None:
    """The clause before a trailing attribution whose subject begins at token `first`; None if there is none."""
    if first == 0 or toks[first - 1].low not in (",", '"', "'", "-", "?", "!"):
        return None
    if not any(t.tag in ("verb", "aux", "modal") for t in toks[:first]):
        if toks[first - 1].low not in ('"', "'"):
            return None
    elif toks[0].tag == "verb" and toks[0].form in ("ing", "past", "part") and not any(t.tag in ("aux", "modal") for t in toks[:first]) and not any(t.tag == "verb" and t.form in ("past", "s") for t in toks[1:first]):
        return None  # "Speaking on Sky News, ...", "Asked on Tuesday, ..."
    return (0, toks[first].start)


def _finite_after(toks: tuple[Token, ...], start: int, end: int | None = None) -> bool:
    return any(
        t.tag in ("aux", "modal") and t.form != "ing" or t.tag == "verb" and t.form in ("past", "s", "base")
        for t in toks[start : end if end is not None else len(toks)]
    )


def _scope_end(toks: tuple[Token, ...], i: int, text: str) -> int:
    """Where the reported clause that begins behind token `i` ends: at a clause that the outlet adds in its own voice."""
    past = toks[i].form in ("past", "part")
    content_tense = ""
    in_quote = False
    for k in range(i + 1, len(toks)):
        t = toks[k]
        if t.low == '"':
            in_quote = not in_quote
        if in_quote:
            continue
        if not content_tense and (t.tag == "aux" or t.tag == "modal" or t.tag == "verb" and t.form in ("past", "s", "base")):
            content_tense = "past" if t.form == "past" or t.low in ("would", "could", "might") else "present"
        if t.low == ";":
            return t.start
        if t.low == "," and k + 1 < len(toks):
            nxt = toks[k + 1]
            if nxt.low == "as" and _subject_then_finite(toks, k + 2):
                return t.start
            if nxt.low in ("while", "whereas", "although", "though") and k + 2 < len(toks) and _subject_then_finite(toks, k + 2):
                return t.start
            if nxt.low in ("but", "and", "though", "although") and past and content_tense == "past" and _present_clause(toks, k + 2):
                return t.start
        if t.low == "-" and 0 < t.start and text[t.start - 1] == " " and text[t.end : t.end + 1] == " ":
            if k + 1 < len(toks) and toks[k + 1].low in ("just", "a", "an", "hours", "days", "as", "after", "though", "although", "but", "while", "something", "despite", "even"):
                return t.start
    return len(text)


def _subject_then_finite(toks: tuple[Token, ...], start: int) -> bool:
    """A subject and a finite verb before the next comma."""
    for k in range(start, min(start + 14, len(toks))):
        t = toks[k]
        if t.tag in ("aux", "modal") or t.tag == "verb" and t.form in ("past", "s", "base"):
            return k > start
        if t.tag == "punct" and t.low not in (".", "'", "-"):
            return False
    return False


def _present_clause(toks: tuple[Token, ...], start: int) -> bool:
    for k in range(start, min(start + 10, len(toks))):
        t = toks[k]
        if t.tag in ("aux", "modal") or t.tag == "verb" and t.form in ("past", "s"):
            return k > start and (t.low in ("is", "are", "has", "have", "will", "do", "does") or t.form == "s")
        if t.tag == "punct" and t.low not in (".", "'"):
            return False
    return False


# ---- phrases -----------------------------------------------------------------------------------------------------


def _according(view: SentenceView, toks: tuple[Token, ...]) -> list[Cue]:
    out = []
    for m in _ACCORDING.finditer(view.text):
        end = phrase_end(toks, m.end(), view.text)
        by = (m.end(), end)
        lead = not any(t.tag in ("verb", "aux", "modal") for t in toks if t.end <= m.start()) or view.text[: m.start()].rstrip().lower().endswith((" that", " but", " and", ",")) and not _finite_between(toks, 0, m.start())
        comma = next((t.start for t in toks if t.start >= end), len(view.text))
        cut = len(view.text)
        spans: list[tuple[int, int]] = []
        if not lead:
            spans.append((0, m.start()))
            behind = view.text[comma:].lstrip(" ,").split(" ", 1)[0].lower()
            mid = view.text[: m.start()].rstrip().endswith(",") and not _finite_between(toks, 0, m.start())
            if not mid and behind not in ("who", "which"):
                cut = comma
        if cut > comma:
            spans.append((comma, cut))
        outer_end = next((t.start for t in toks if t.start > end and t.low in (",", ";", "-")), len(view.text)) if not lead else end
        out.append(Cue(m.start(), by, (m.end(), max(end, outer_end)), tuple(spans), Stance.ASSERTS, "according to"))
    return out


def _finite_between(toks: tuple[Token, ...], start: int, end: int) -> bool:
    return any(
        start <= t.start and t.end <= end and (t.tag in ("aux", "modal") or t.tag == "verb" and t.form in ("past", "s", "base"))
        for t in toks
    )


def phrase_end(toks: tuple[Token, ...], start: int, text: str) -> int:
    """Where the noun phrase that begins at offset `start` ends."""
    end = start
    for k, t in enumerate(toks):
        if t.start < start:
            continue
        if t.tag == "punct" and t.low not in (".", "'", "-", "&") or t.tag in ("aux", "modal", "rel", "sub"):
            break
        if t.low == "-" and text[t.start - 1 : t.start] == " ":
            break
        if t.low == "." and k == len(toks) - 1:
            break
        if t.tag == "verb" and t.form in ("past", "s", "ing") and end > start and not (t.form == "past" and _noun_after(toks, k)):
            break
        if t.low in ("but", "though", "on", "yesterday", "today") and end > start:
            break
        end = t.end
    return end


def _noun_after(toks: tuple[Token, ...], k: int) -> bool:
    return k + 1 < len(toks) and toks[k + 1].tag in ("word", "name")


def _noun_claims(view: SentenceView, toks: tuple[Token, ...]) -> list[Cue]:
    """"Russia's claim that ...", "a warning by the Pentagon that ..."."""
    out = []
    for i, t in enumerate(toks):
        if t.low not in CLAIM_NOUNS or i + 1 >= len(toks) or i == 0:
            continue
        stance = Stance.DENIES if t.low.startswith("denial") else Stance.ASSERTS
        that = next((k for k in range(i + 1, min(i + 9, len(toks))) if toks[k].low == "that"), None)
        if that is None or any(x.tag in ("punct", "verb", "aux") for x in toks[i + 1 : that]):
            continue
        content = (toks[that].end, _scope_end(toks, that, view.text))
        if toks[i + 1].low in ("by", "from", "of") and that > i + 2:
            by = (toks[i + 2].start, toks[that - 1].end)
        else:
            first = _np_start(toks, i)
            owner = next((k for k in range(i - 1, first - 1, -1) if toks[k].low.endswith("'s") or toks[k].low == "'"), None)
            if owner is not None:
                by = (toks[first].start, toks[owner].end - (2 if toks[owner].low.endswith("'s") else 1))
            elif toks[i - 1].tag == "name":
                by = (toks[i - 1].start, toks[i - 1].end)
            else:
                continue
        out.append(Cue(t.start, by, by, (content,), stance, f"{t.low} that"))
    return out


def _estimates(view: SentenceView) -> list[Cue]:
    """"by US estimates", "based on US intelligence"."""
    return [
        Cue(m.start(), m.span(1), m.span(1), ((0, len(view.text)),), Stance.ASSERTS, "by estimates")
        for m in _BY_ESTIMATE.finditer(view.text)
    ]


def _credits(view: SentenceView) -> list[Cue]:
    """A closing "(AFP)" or "- Reuters", and the "Pentagon: ..." of a headline."""
    out = []
    text = view.text
    names = [m for m in view.mentions if m.name]
    m = _CREDIT.search(text)
    if m and any(x.start <= m.start(1) and x.end >= m.end(1) and x.role in ("outlet", "agency", "media") for x in names):
        out.append(Cue(m.start(1), m.span(1), m.span(1), ((0, m.start()),), Stance.ASSERTS, "credit"))
    if view.sentence.cls in (LineClass.TITLE, LineClass.HEADING, LineClass.STANDFIRST):
        for pattern, tail in ((_HEADLINE, False), (_HEADLINE_TAIL, True)):
            m = pattern.search(text)
            if m and not re.search(r"\d{1,2}$", m.group(1)) and len(m.group(1).split()) <= 6:
                span = (0, m.start()) if tail else (m.end(1) + 1, len(text))
                out.append(Cue(m.start(1), m.span(1), m.span(1), (span,), Stance.ASSERTS, "headline"))
    return out


def _relays(view: SentenceView, toks: tuple[Token, ...], cues: list[Cue]) -> list[Cue]:
    """"citing US intelligence": the cited source stands behind what the citing one reports."""
    out = []
    for m in _CITING.finditer(view.text):
        end = phrase_end(toks, m.end(), view.text)
        if end <= m.end():
            continue
        outer = next((c for c in cues if c.spans), None)
        span = outer.spans if outer else ((0, m.start()),)
        if re.match(r"\s*as\s+\w+ing\b", view.text[end:]):
            continue
        out.append(Cue(m.start(), (m.end(), end), (m.end(), end), span, Stance.ASSERTS, "citing", relay=True))
    return out


# ---- several cues in one sentence ---------------------------------------------------------------------------------


def _bound(cues: list[Cue], toks: tuple[Token, ...], text: str, quotes: list[tuple[int, int]]) -> list[Cue]:
    """End what one cue vouches for where the clause of the next, coordinate one begins."""
    out: list[Cue] = []
    for n, cue in enumerate(cues):
        spans = []
        for start, end in cue.spans:
            for later in cues[n + 1 :]:
                if later.by[0] < 0 or not (start < later.verb < end):
                    continue
                clause = min(later.by[0], later.verb)
                k = next((k for k, t in enumerate(toks) if t.start >= clause), 0)
                joint = toks[k - 1] if k else None
                if joint is not None and joint.low in ("and", "but", "while", "as", "although", "though", "whereas"):
                    end = min(end, joint.start)
            quote = next((q for q in quotes if q[0] <= cue.verb < q[1]), None)
            if quote is not None:
                start, end = max(start, quote[0]), min(end, quote[1])
            if start < end:
                spans.append((start, end))
        if cue.same_as is not None:
            earlier = [c for c in cues[:n] if c.by[0] >= 0 and c.verb < cue.verb]
            if not earlier:
                subject = _main_subject(toks, text)
                if subject is None:
                    continue
                cue = replace(cue, by=subject, outer=subject)
            else:
                cue = replace(cue, by=earlier[-1].by, outer=earlier[-1].outer)
        if spans:
            out.append(replace(cue, spans=tuple(spans)))
    return out


def _main_subject(toks: tuple[Token, ...], text: str) -> tuple[int, int] | None:
    """The subject of the sentence's first finite verb."""
    for k, t in enumerate(toks):
        if t.tag in ("aux", "modal") or t.tag == "verb" and t.form in ("past", "s"):
            found = subject_left(toks, group_start(toks, k), text)
            return found[0] if found else None
    return None
