"""Reporting cues of one sentence: which words name a source, and which stretches that source vouches for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from tui.extract.model import SentenceView
from tui.extract.speakers_lexicon import (
    BLAME,
    BY_AGENT,
    DENY,
    DOCUMENT_NOUNS,
    DOUBT,
    GO_ON,
    NEEDS_THAT,
    NOUN_CONTENT,
    ORDER_WITH_TO,
    PARTICIPLES,
    PARTICLES,
    PUT_AT,
    REPORTING,
    SPEECH_ONLY,
    TELLING,
    TO_CONTENT,
    TRAILING,
    VAGUE_NUMBER,
)
from tui.extract.speakers_scope import Span, clause_before, fragment_before, noun_end, scope_end, segment_end
from tui.extract.speakers_subjects import Phrase, any_finite, inverted, main_subject, phrase_behind, subjects
from tui.extract.syntax import Token, group_start, tokens
from tui.records import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue: `names` the words that may name the source, likeliest first; `spans` what it vouches for.

    `at` is the offset of the cue word. `relay` marks "citing X": X takes the place of the medium that cites. `shares`
    marks a cue without a subject of its own (", adding that", "and said"): it has that of the cue before.
    """

    at: int
    names: tuple[Phrase, ...]
    spans: tuple[Span, ...]
    stance: Stance
    rule: str
    relay: bool = False
    shares: bool = False
    verb: bool = False  # a verb of the main clause, whose subject a later cue may share

    @property
    def start(self) -> int:
        """Where the attribution begins: its source or its cue word, whichever stands first."""
        return min([self.at, *(p.start for p in self.names[:1])])


_WHILE = ("after", "before", "while", "when", "by", "in", "despite", "since", "without")


def verb_cues(view: SentenceView) -> list[Cue]:
    """The cues that a reporting verb makes, left to right."""
    toks = tokens(view.text)
    return [c for i in range(len(toks)) if (c := _verb_cue(view.text, toks, i)) is not None]


def _verb_cue(text: str, toks: tuple[Token, ...], i: int) -> Cue | None:
    t = toks[i]
    base = REPORTING.get(t.low)
    if (
        base is None
        or (t.text[0].isupper() and i and toks[i - 1].tag != "punct")
        or (i and toks[i - 1].low.endswith("'s"))
    ):
        return None
    g = group_start(toks, i)
    group = toks[g:i]
    if any(x.tag == "to" for x in group):
        if not (g and toks[g - 1].base in GO_ON):
            return None
        g = group_start(toks, g - 1)
    elif any(x.low == "not" or (x.tag == "modal" and x.low not in ("will", "would")) for x in group):
        return None
    passive = any(x.base == "be" and t.form in ("past", "part") for x in group)
    if base in BY_AGENT and t.form in ("past", "part") and i + 1 < len(toks) and toks[i + 1].low == "by":
        return _by_agent(text, toks, i)
    if passive:
        return None  # "is said to", "it was claimed": nobody speaks
    if (base in PUT_AT and not _puts_at(toks, i)) or (
        base in PARTICLES and (i + 1 == len(toks) or toks[i + 1].low != PARTICLES[base])
    ):
        return None
    if t.low in PARTICIPLES and not any(x.base == "be" for x in group):
        return _participle(text, toks, i, base)
    if t.tag != "verb" and not _reads_as_verb(toks, i, g):
        return None
    return _inverted(text, toks, i, g, base) or _plain(text, toks, i, g, base)


def _by_agent(text: str, toks: tuple[Token, ...], i: int) -> Cue:
    """ "its troops, estimated by a diplomat at 80,000": the agent of a passive."""
    name = phrase_behind(toks, toks[i + 1].end + 1, text, stops=("at", "as", "in", "to"))
    start = next((t.end for t in reversed(toks[:i]) if t.low in (";", ":")), 0)
    of_whom = next(
        (k for k in range(i - 1, 0, -1) if toks[k].low in ("whom", "which") and toks[k - 1].low == "of"), None
    )
    if of_whom is not None:  # "two million men, about 420,000 of whom are thought by the Pentagon to be"
        start = next((t.end for t in reversed(toks[:of_whom]) if t.low == ","), start)
    return Cue(
        toks[i].start, (name,), ((start, scope_end(toks, i, text)),), stance_of(REPORTING[toks[i].low]), "by its source"
    )


def _plain(text: str, toks: tuple[Token, ...], i: int, g: int, base: str) -> Cue | None:
    names = subjects(toks, g) or _labelled(toks, g)
    shares = False
    if not names:
        shares = g > 0 and toks[g - 1].low in ("and", "but", "then")
        if not shares:
            return None
        first = g
    else:
        first = next(k for k, t in enumerate(toks) if t.start >= min(p.start for p in names))
    spans = _content(text, toks, i, first, base)
    if not spans:
        return None
    return Cue(toks[i].start, names, spans, stance_of(base), f"{base}: subject before", shares=shares, verb=True)


def _labelled(toks: tuple[Token, ...], g: int) -> tuple[Phrase, ...]:
    """ "Sudan: says 6,000 men are ready": the name that opens an item of a list."""
    if not 1 < g < 7 or toks[g - 1].low != ":":
        return ()
    first = next((k for k in range(g - 1) if toks[k].tag == "name"), None)
    return (Phrase(toks[first].start, toks[g - 2].end, toks[g - 2].end),) if first is not None else ()


def stance_of(base: str) -> Stance:
    """What a reporting verb makes of its content."""
    if base in DENY:
        return Stance.DENIES
    return Stance.DOUBTS if base in DOUBT else Stance.ASSERTS


def _reads_as_verb(toks: tuple[Token, ...], i: int, g: int) -> bool:
    """Whether "claims", "report" or "estimate" is a verb here: something follows that it could report."""
    if g < i:
        return True
    last = toks[i - 1] if i else None
    if last is None or last.tag in ("det", "prep", "num"):
        return False
    following = toks[i + 1] if i + 1 < len(toks) else None
    if following is None or following.tag == "punct":
        return toks[i].form == "s" or last.low.endswith("s")
    if following.low in ("that", "there", "it", "he", "she", "they"):
        return True
    if (
        following.tag in ("adv", "aux", "modal")
        and last.low.endswith("s")
        and any_finite(toks, i + 1, min(i + 5, len(toks)))
    ):
        return True  # "which officials think still has 30,000 men"
    if following.tag in ("det", "num", "name", "pron"):
        return toks[i].form != "base" or last.low.endswith("s")
    return toks[i].form == "s" and following.tag == "word" and any_finite(toks, i + 1, len(toks))


def _puts_at(toks: tuple[Token, ...], i: int) -> bool:
    """ "put the number of troops at 100,000": an `at` with a number behind it."""
    for j in range(i + 1, min(i + 20, len(toks) - 1)):
        if toks[j].low in (".", ";"):
            return False
        if toks[j].low == "at" and any(x.tag == "num" or x.low in VAGUE_NUMBER for x in toks[j + 1 : j + 4]):
            return True
    return False


def _inverted(text: str, toks: tuple[Token, ...], i: int, g: int, base: str) -> Cue | None:
    """ "..., said John Kirby": only behind a clause or a quotation, never for verbs that take an object first."""
    if g != i or base not in TRAILING or base in TELLING or toks[i].form == "base" or i == 0:
        return None
    if toks[i - 1].low not in (",", '"', "'", "-", "?", "!"):
        return None
    phrase = inverted(toks, i)
    if phrase is None:
        return None
    before = clause_before(toks, i, text)
    if before is None or (toks[i - 1].low == "," and not any_finite(toks, 0, i - 1) and '"' not in text[:i]):
        return None
    return Cue(toks[i].start, (phrase,), (before,), stance_of(base), f"{base}: subject behind", verb=True)


def _participle(text: str, toks: tuple[Token, ...], i: int, base: str) -> Cue | None:
    """ ", adding that ...", "was quoted as saying", "with a spokesman describing"."""
    if i == 0:
        return None
    last = toks[i - 1]
    content = ((toks[i].end, scope_end(toks, i, text)),)
    quoting = next((k for k in range(i - 2, max(-1, i - 14), -1) if toks[k].low in ("quoted", "cited")), None)
    if last.low == "as" and quoting is not None:
        return _quoted_as(text, toks, i, quoting)
    own = subjects(toks, i)
    opener = own[0] if own else None
    before = next((t for t in reversed(toks[:i]) if opener is not None and t.end <= opener.start), None)
    if own and before is not None and before.low in ("with", "despite"):
        return Cue(toks[i].start, own, content, stance_of(base), f"{base}: with a subject of its own")
    if last.low in (",", "and", "-", "but", "statement", *_WHILE) or last.tag == "adv":
        return Cue(toks[i].start, (), content, stance_of(base), f"{base}: same subject", shares=True)
    return None


def _quoted_as(text: str, toks: tuple[Token, ...], i: int, quoting: int) -> Cue | None:
    """ "X was quoted as saying ..." and "the agency quoted X as saying ..." both speak for X."""
    g = group_start(toks, quoting)
    if any(x.base == "be" for x in toks[g:quoting]):
        names = subjects(toks, g)
        if not names:
            return None
        first = next(k for k, t in enumerate(toks) if t.start >= names[0].start)
        spans = _content(text, toks, i, first, "say")
    else:
        phrase = Phrase(toks[quoting].end, toks[i - 1].start, toks[i - 1].start)
        names = (phrase,)
        quoters = subjects(toks, g)
        first = next((k for k, t in enumerate(toks) if quoters and t.start >= quoters[0].start), 0)
        spans = _content(text, toks, i, first, "say")
    return Cue(toks[i].start, names, spans, Stance.ASSERTS, "quoted as saying") if spans else None


def _content(text: str, toks: tuple[Token, ...], i: int, first: int, base: str) -> tuple[Span, ...]:
    """What the verb at token `i` reports: behind it, or, trailing, before its subject (which begins at token `first`)."""
    before = clause_before(toks, first, text)
    nxt = i + 1
    end = segment_end(toks, nxt, text)
    has_that = any(
        t.low in ("that", "whether", "how", "why", "what", "if", "where", "when")
        and toks[k - 1].low not in DOCUMENT_NOUNS
        for k, t in enumerate(toks[:end])
        if k >= nxt
    )
    relative = next(
        (k for k in range(nxt + 1, end) if toks[k].low == "that" and toks[k - 1].low in DOCUMENT_NOUNS), end
    )
    clause = any_finite(toks, nxt, relative)  # "in a statement that could not be verified" reports nothing
    following = toks[nxt] if nxt < len(toks) else None
    if following is not None and following.low in ("nothing", "little", "no") and not has_that:
        return ()
    if not has_that and base not in TO_CONTENT:
        opens = next((t.tag for t in toks[nxt:end] if t.tag in ("to", "aux", "modal", "sub", "verb")), "")
        if opens == "to" and (base in TELLING | ORDER_WITH_TO or toks[nxt].tag == "to"):
            return ()
    mark = toks[end].low if end < len(toks) else ""
    speech = mark in (":", '"') and end - nxt <= 14
    if base in SPEECH_ONLY:
        if not speech and (before is None or text[: before[1]].rstrip(" ,?!")[-1:] not in ('"', "'")):
            return ()
        return (before,) if before is not None else ((toks[i].end, len(text)),)
    if base == "make" and not has_that:
        return ()
    if base in NEEDS_THAT and not has_that and not clause and not speech and before is None:
        return ()
    takes_noun = base in NOUN_CONTENT | PUT_AT and end > nxt and following is not None
    no_noun = ("prep", "adv", "sub", "punct") if base in BLAME else ("prep", "adv", "sub", "punct", "to")
    takes_noun = (
        takes_noun and following is not None and (following.tag not in no_noun or base in PARTICLES or base in PUT_AT)
    )
    leading = has_that or clause or speech or takes_noun
    if not leading and before is None:
        # "Mr Wallace said, despite reassurances, the West is ...": a parenthesis behind the verb
        leading = mark == "," and any_finite(toks, end + 1, len(toks))
    if not leading:
        before = before or fragment_before(toks, first)
        if before is None or base not in TRAILING:
            return ()
        goes_on = mark == "," and end + 1 < len(toks) and toks[end + 1].tag == "verb" and toks[end + 1].form == "ing"
        more = toks[end + 1 : end + 3] if mark == "," else ()
        goes_on = goes_on or (
            len(more) == 2 and more[0].low in ("and", "but") and more[1].tag == "verb" and more[1].form in ("past", "s")
        )
        if goes_on and toks[end + 1].low not in PARTICIPLES:
            return (before, (toks[end].end, len(text)))  # "X was hit, officials said, leaving ..."
        return (before,)
    stop = scope_end(toks, i, text)
    if takes_noun and not (has_that or speech):
        stop = min(stop, noun_end(toks, nxt))
    if takes_noun and not (has_that or speech) and mark == "," and (_opens(toks, first) or _adds(toks, end + 1)):
        stop = toks[end].start  # "Since Trump announced his decision, ...", "denied planning to invade, despite ..."
    content = (toks[i].end, stop)
    quoted = before is not None and text[: before[1]].rstrip(" ,").endswith(('"', "'"))
    return (before, content) if quoted and before is not None else (content,)


def _opens(toks: tuple[Token, ...], first: int) -> bool:
    """Whether the subject at token `first` stands in a subordinate clause that opens the sentence."""
    return first == 1 and toks[0].tag == "sub"


def _adds(toks: tuple[Token, ...], k: int) -> bool:
    """Whether what follows a comma is an adjunct of the whole clause, not one more member of a list."""
    return k < len(toks) and (
        toks[k].tag in ("prep", "adv", "sub", "rel") or (toks[k].tag == "verb" and toks[k].form == "ing")
    )


# ---- several cues in one sentence ---------------------------------------------------------------------------------


def settle(cues: list[Cue], toks: tuple[Token, ...], quotes: list[Span]) -> list[Cue]:
    """Give cues without a subject theirs, and end what one vouches for where the clause of the next begins."""
    cues = [
        c for c in cues if not any(p.start <= c.at < p.end for other in cues if other is not c for p in other.names)
    ]
    out: list[Cue] = []
    for n, cue in enumerate(cues):
        if cue.shares:
            earlier = [c for c in out if c.names and c.verb]
            subject = main_subject(toks)
            names = earlier[-1].names if earlier else ((subject,) if subject else ())
            if not names:
                continue
            cue = replace(cue, names=names)
        spans = tuple(s for span in cue.spans if (s := _bounded(span, cue, cues[n + 1 :], toks, quotes)) is not None)
        if spans:
            out.append(replace(cue, spans=spans))
    return out


def _bounded(span: Span, cue: Cue, later: list[Cue], toks: tuple[Token, ...], quotes: list[Span]) -> Span | None:
    start, end = span
    for other in later:
        if not start < other.at < end or (other.shares and cue.verb):
            continue
        if other.shares:
            end = min(end, other.at)  # ", saying ..." goes on with the main clause, not with "X's claim that"
            continue
        if any(s <= cue.at < e for s, e in other.spans) and other.start > cue.at:
            end = min(end, other.start)  # a trailing attribution stands outside what is said
            continue
        k = bisect_left(toks, other.start, key=lambda t: t.start)
        if 0 < k < len(toks) and toks[k - 1].low in ("and", "but", "while", "as", "although", "though", "whereas"):
            end = min(end, toks[k - 1].start)
    quote = next((q for q in quotes if q[0] <= cue.at < q[1]), None)
    if quote is not None:
        start, end = max(start, quote[0]), min(end, quote[1])
    return (start, end) if start < end else None
