"""Reporting cues that are no verbs: "according to", "by US estimates", "X's claim that", credits, "citing"."""

from __future__ import annotations

import re

from tui.corpus.model import LineClass
from tui.extract.model import SentenceView
from tui.extract.speakers_cues import Cue
from tui.extract.speakers_lexicon import CLAIM_NOUNS, DOUBT_PHRASES
from tui.extract.speakers_scope import Span, finite_before, scope_end
from tui.extract.speakers_subjects import Phrase, np_start, phrase_behind, subjects
from tui.extract.syntax import Token, group_start, index_at, tokens
from tui.records import Stance

_ACCORDING = re.compile(r"\b(?:according to|in the words of|as per|in the (?:view|opinion) of)\s+", re.I)
_ISSUED_BY = re.compile(
    r"\s*(?:published|released|provided|compiled|issued|collected|cited|reported|given|supplied|gathered|obtained|"
    r"seen) by\s+",
    re.I,
)
_NO_SOURCE = re.compile(r"(?:the\s)?(?:plan|plans|schedule|law|custom|tradition|protocol|need|size|rank)", re.I)
_ESTIMATES = re.compile(
    r"\b(?:(?:by|on|based on|going by)\s+((?:the\s+)?[\w.'-]+(?:\s[\w.'-]+){0,3}?\s(?:estimates?|count|reckoning|"
    r"calculations?))|"
    r"(?:based on|going by)\s+((?:the\s+)?[\w.'-]+(?:\s[\w.'-]+){0,3}?\s(?:intelligence|figures|data)))\b",
    re.I,
)
_CITING = re.compile(r"\b(?:citing|quoting)\s+", re.I)
_CREDIT = re.compile(r"(?:\s-+\s*|\()([A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})\)?\.?$")
_HEADLINE = re.compile(r"^([^:\"]{2,60}):\s+\S")
_HEADLINE_TAIL = re.compile(r"(?::|\s-)\s+([^:\"]{2,40})$")
_HEADLINE_WORDS = 6


def phrase_cues(view: SentenceView) -> list[Cue]:
    """Every such cue of the sentence but credits and relays."""
    toks = tokens(view.text)
    found = _according(view, toks) + _noun_claims(view, toks) + _estimates(view) + _own_counts(view)
    return found + _doubts(view, toks) + _convictions(view, toks)


def _according(view: SentenceView, toks: tuple[Token, ...]) -> list[Cue]:
    """Leading, it vouches for what follows; behind a clause for that; in the middle of one for both halves."""
    out = []
    for m in _ACCORDING.finditer(view.text):
        name = phrase_behind(toks, m.end(), view.text)
        if _NO_SOURCE.fullmatch(view.text[m.end() : name.end]):
            continue
        issued = _ISSUED_BY.match(view.text, name.end)
        if issued is not None:  # "according to figures published by the ministry"
            name = phrase_behind(toks, issued.end(), view.text)
        before = view.text[: m.start()]
        clause = before.rstrip().endswith(",") and len(before.split()) > 5
        leading = (not finite_before(toks, m.start()) and not clause) or _opens_clause(before)
        spans: list[Span] = []
        if not leading:
            spans.append((view.text.rfind(";", 0, m.start()) + 1, m.start()))
        behind = view.text[name.end :].lstrip(" ,").partition(" ")[0].lower()
        if leading or behind in ("who", "which"):
            spans.append((name.end, len(view.text)))
        out.append(Cue(m.start(), (name,), tuple(spans), Stance.ASSERTS, "according to"))
    return out


def _opens_clause(before: str) -> bool:
    return before.rstrip(" ,").lower().endswith((" that", " but", " and", " while", ";"))


def _noun_claims(view: SentenceView, toks: tuple[Token, ...]) -> list[Cue]:
    """ "Russia's claim that ...", "a warning by the Pentagon that ..."."""
    out = []
    for i, t in enumerate(toks):
        if t.low not in CLAIM_NOUNS or i == 0:
            continue
        that = next((k for k in range(i + 1, min(i + 9, len(toks))) if toks[k].low == "that"), None)
        if that is None or any(x.tag in ("punct", "verb", "aux") for x in toks[i + 1 : that]):
            continue
        name = _claimant_of_noun(toks, i, that)
        if name is None:
            continue
        stance = Stance.DENIES if t.low.startswith("denial") else Stance.ASSERTS
        end = _subject_end(toks, that, view.text)
        out.append(Cue(t.start, (name,), ((toks[that].end, end),), stance, f"{t.low} that"))
    return out


def _claimant_of_noun(toks: tuple[Token, ...], i: int, that: int) -> Phrase | None:
    if toks[i + 1].low in ("by", "from", "of") and that > i + 2:
        return Phrase(toks[i + 2].start, toks[that - 1].end, toks[that - 1].end)
    first = np_start(toks, i)
    owner = next((k for k in range(i - 1, first - 1, -1) if toks[k].low.endswith("'s") or toks[k].low == "'"), None)
    if owner is not None:
        first = max([first, *(k + 1 for k in range(first, owner) if toks[k].tag == "prep" and toks[k].low != "of")])
        end = toks[owner].end - (2 if toks[owner].low.endswith("'s") else 1)
        return Phrase(toks[first].start, end, end)
    if toks[i - 1].tag == "name":
        return Phrase(toks[i - 1].start, toks[i - 1].end, toks[i - 1].end)
    return None


def _subject_end(toks: tuple[Token, ...], that: int, text: str) -> int:
    """Where the clause behind "claim that" ends: at the verb of which the claim is the subject."""
    verbs = [k for k in range(that + 1, len(toks)) if toks[k].tag in ("aux", "modal") or toks[k].tag == "verb"]
    groups = [
        k for k in verbs if group_start(toks, k) == k and (k == 0 or toks[k - 1].tag not in ("aux", "modal", "to"))
    ]
    if len(groups) > 1 and toks[groups[1]].low in ("is", "was", "were", "are", "has", "had"):
        return toks[groups[1]].start
    return scope_end(toks, that, text)


def _estimates(view: SentenceView) -> list[Cue]:
    """ "by US estimates", "based on US intelligence"."""
    whole = ((0, len(view.text)),)
    return [
        Cue(m.start(), (Phrase(m.start(m.lastindex or 1), m.end(), m.end()),), whole, Stance.ASSERTS, "by estimates")
        for m in _ESTIMATES.finditer(view.text)
    ]


_OWN_COUNT = re.compile(
    r"(?:^|[.;:]\s+|,\s+|\bbut\s+)((?:The\s+|the\s+)?[A-Z][\w'.-]*(?:\s[\w'.-]+){0,4}?)'s?\s(?:own\s|latest\s|"
    r"official\s){0,2}"
    r"(?:count|figures?|tally|estimates?|toll|numbers|assessment)\b[^.;:]{0,60}?\b(?:was|is|were|are|stands?|stood|"
    r"puts?|shows?|showed)\b"
)


def _own_counts(view: SentenceView) -> list[Cue]:
    """ "The Observatory's own count was higher: 6,500"."""
    return [
        Cue(
            m.start(1),
            (Phrase(m.start(1), m.end(1), m.end(1)),),
            ((m.end(1), len(view.text)),),
            Stance.ASSERTS,
            "its own count",
        )
        for m in _OWN_COUNT.finditer(view.text)
    ]


def _doubts(view: SentenceView, toks: tuple[Token, ...]) -> list[Cue]:
    """ "cast doubt on", "voiced scepticism about"."""
    out = []
    for m in DOUBT_PHRASES.finditer(view.text):
        names = subjects(toks, group_start(toks, index_at(toks, m.start())))
        if names:
            out.append(Cue(m.start(), names, ((m.end(), len(view.text)),), Stance.DOUBTS, "casts doubt on"))
    return out


_CONVINCED = re.compile(
    r"\b(?:am|is|are|was|were|remains?|remained) (?:\w+ly )?(?:confident|convinced|certain|adamant|sure)\b(?: "
    r"that)?(?! of\b)",
    re.I,
)


def _convictions(view: SentenceView, toks: tuple[Token, ...]) -> list[Cue]:
    """ "The firm was confident that X was responsible"."""
    out = []
    for m in _CONVINCED.finditer(view.text):
        names = subjects(toks, group_start(toks, index_at(toks, m.start())))
        if names:
            out.append(Cue(m.start(), names, ((m.end(), len(view.text)),), Stance.ASSERTS, "is convinced"))
    return out


def credit_cues(view: SentenceView) -> list[Cue]:
    """A closing "(AFP)" or "- Reuters", and the "Pentagon: ..." of a headline."""
    text = view.text
    out = []
    m = _CREDIT.search(text)
    outlets = [x for x in view.mentions if x.name and x.role in ("outlet", "agency", "media")]
    if m and any(x.start <= m.start(1) and m.end(1) <= x.end for x in outlets):
        out.append(Cue(m.start(1), (_phrase(m),), ((0, m.start()),), Stance.ASSERTS, "credit"))
    if view.sentence.cls in (LineClass.TITLE, LineClass.HEADING, LineClass.STANDFIRST):
        for pattern, tail in ((_HEADLINE, False), (_HEADLINE_TAIL, True)):
            m = pattern.search(text)
            if m and not m.group(1)[-1].isdigit() and len(m.group(1).split()) <= _HEADLINE_WORDS:
                span = (0, m.start()) if tail else (m.end(1) + 1, len(text))
                out.append(Cue(m.start(1), (_phrase(m),), (span,), Stance.ASSERTS, "headline"))
    return out


def _phrase(m: re.Match[str]) -> Phrase:
    return Phrase(m.start(1), m.end(1), m.end(1))


def relay_cues(view: SentenceView, cues: list[Cue]) -> list[Cue]:
    """ "citing US intelligence": the cited source stands behind what the citing one reports."""
    toks = tokens(view.text)
    out = []
    for m in _CITING.finditer(view.text):
        name = phrase_behind(toks, m.end(), view.text)
        outer = next((c for c in cues if c.spans), None)
        spans = outer.spans if outer else ((0, m.start()),)
        if name.end > m.end() and not re.match(r"\s*as\s+\w+ing\b", view.text[name.end :]):
            out.append(Cue(m.start(), (name,), spans, Stance.ASSERTS, "citing", relay=True))
    return out
