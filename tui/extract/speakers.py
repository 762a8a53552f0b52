"""Who says it: direct, indirect and floating quotation, relays, denials, carried-over speakers."""

from __future__ import annotations

from collections.abc import Sequence

from tui.corpus.model import LineClass
from tui.extract.model import MentionKind, SentenceView, Source
from tui.extract.speakers_cues import Cue, settle, verb_cues
from tui.extract.speakers_lexicon import SPEAKER_NOUNS, SPEAKING
from tui.extract.speakers_names import Memory, Voice, mentioned, voice_at
from tui.extract.speakers_phrases import credit_cues, phrase_cues, relay_cues
from tui.extract.speakers_quotes import Quote, find_quotes
from tui.extract.speakers_subjects import main_subject
from tui.extract.speakers_turns import spoken_turns
from tui.extract.syntax import index_at, tokens
from tui.records import Stance


def find_sources(views: Sequence[SentenceView], outlet: str | None = None) -> tuple[tuple[Source, ...], ...]:
    """For each sentence of an article (in order), the sources that vouch for stretches of it.

    `outlet` is the article's own: what it attributes to itself has no source.
    """
    quotes = find_quotes(views)
    quoted: list[list[tuple[Quote, tuple[int, int]]]] = [[] for _ in views]  # sentence -> what is quoted in it
    for quote in quotes:
        for n, piece in quote.pieces.items():
            quoted[n].append((quote, piece))
    memory = Memory()
    found: list[list[Source]] = [[] for _ in views]
    speakers: dict[int, Voice] = {}  # quotation -> who speaks it
    last: dict[int, Voice] = {}  # sentence -> who speaks last in it
    for n, view in enumerate(views):
        if n and view.sentence.post != views[n - 1].sentence.post:
            memory = Memory()
        pieces = quoted[n]
        cues = _cues(view, [p for _, p in pieces])
        spoken = _voices(view, cues, memory)
        for cue, voice in spoken:
            found[n] += [
                Source(s, e, voice.start, voice.end, voice.name, voice.side, cue.stance, cue.rule) for s, e in cue.spans
            ]
        for quote, piece in pieces:
            _attribute(quote, piece, n, view, spoken, speakers, memory)
        _note(view, memory, spoken, [p for _, p in pieces])
        if spoken:
            last[n] = spoken[-1][1]
        memory.recent = last.get(n)
    _carry_over(views, quotes, speakers, last)
    for q in quotes:
        speaker = speakers.get(q.number)
        if speaker is None:
            continue
        for n, (start, end) in q.pieces.items():
            found[n].append(Source(start, end, -1, -1, speaker.name, speaker.side, Stance.ASSERTS, "quotation"))
    for n, turn in spoken_turns(views).items():
        found[n].append(turn)
    return tuple(tuple(_clean(sources, outlet)) for sources in found)


def source_of(view: SentenceView, start: int, end: int) -> Source | None:
    """The innermost source that vouches for `start:end` of the sentence, None for the outlet's own voice."""
    inside = [s for s in view.sources if s.start <= start and end <= s.end]
    found = min(inside, key=lambda s: s.end - s.start, default=None)
    return found if found is not None and found.name is not None else None


def _cues(view: SentenceView, quotes: list[tuple[int, int]]) -> list[Cue]:
    """The reporting cues of a sentence, left to right; credits only where nobody else speaks."""
    cues = sorted(verb_cues(view) + phrase_cues(view), key=lambda c: c.at)
    cues = settle(cues, tokens(view.text), quotes) if cues else credit_cues(view)
    return cues + relay_cues(view, cues)


def _voices(view: SentenceView, cues: list[Cue], memory: Memory) -> list[tuple[Cue, Voice]]:
    """The cues whose source can be named, with it; a cited source takes the place of the medium that cites it."""
    out: list[tuple[Cue, Voice]] = []
    for cue in cues:
        voice = _first_voice(view, cue, memory)
        if voice is None:
            continue
        if cue.relay:
            outer = next(((c, v) for c, v in out if c.spans == cue.spans), None)
            if outer is not None and not outer[1].media:
                continue
            if outer is not None:
                out.remove(outer)
        memory.heard(voice)
        out.append((cue, voice))
    return out


def _first_voice(view: SentenceView, cue: Cue, memory: Memory) -> Voice | None:
    verb, _, place = cue.rule.partition(":")
    speaks = verb in SPEAKING and place != " subject behind"  # "claimed responsibility" is not said by responsibility
    for phrase in cue.names:
        voice = voice_at(view, phrase.start, phrase.end, memory, phrase.outer, speaks)
        if voice is not None:
            return voice
    return None


def _attribute(
    quote: Quote,
    piece: tuple[int, int],
    n: int,
    view: SentenceView,
    spoken: list[tuple[Cue, Voice]],
    speakers: dict[int, Voice],
    memory: Memory,
) -> None:
    """Settle who speaks a quotation by the cues beside it in this sentence."""
    if quote.number in speakers:
        return
    outside = [(c, v) for c, v in spoken if not piece[0] <= c.at < piece[1]]
    touching = [(c, v) for c, v in outside if any(s < piece[1] and piece[0] < e for s, e in c.spans)]
    if touching:
        speakers[quote.number] = min(touching, key=lambda x: min(e - s for s, e in x[0].spans))[1]
    elif outside and quote.long:
        speakers[quote.number] = min(outside, key=lambda x: abs(x[0].at - piece[0]))[1]


def _carry_over(
    views: Sequence[SentenceView], quotes: list[Quote], speakers: dict[int, Voice], last: dict[int, Voice]
) -> None:
    """Speakers of quotations that have no cue of their own: they go on from the one before.

    A quotation that opens again in the next paragraph, or that follows a sentence which reports somebody's words
    ('"...," she said. "..."'), has that speaker.
    """
    for quote in quotes:
        first = min(quote.pieces)
        if quote.number not in speakers:
            before = _credible(speakers.get(quote.continues)) if quote.continues is not None else None
            if before is None and quote.long and _follows(views, first, quote.pieces[first][0]):
                before = _credible(last.get(_previous(views, first)))
            if before is not None:
                speakers[quote.number] = before
        if quote.number in speakers:
            for n in quote.pieces:
                last.setdefault(n, speakers[quote.number])


def _credible(voice: Voice | None) -> Voice | None:
    """The voice, unless it is somebody described of whom it is not known that they speak for anyone or anything.

    A resident may say a sentence; that the next quotation is theirs too is a guess not worth making.
    """
    nameless = voice is not None and voice.name is not None and voice.name.islower()
    if voice and nameless and voice.side is None and not (voice.plural or voice.media):
        return None
    return voice


def _previous(views: Sequence[SentenceView], n: int) -> int:
    """The sentence of running text before the `n`-th: captions between are passed over."""
    k = n - 1
    while k > 0 and views[k].sentence.cls is not LineClass.BODY:
        k -= 1
    return k


def _follows(views: Sequence[SentenceView], n: int, start: int) -> bool:
    """Whether a quotation that begins at `start` of sentence `n` goes on from the sentence before."""
    if n == 0 or views[n].sentence.post != views[n - 1].sentence.post or views[n].sentence.cls is not LineClass.BODY:
        return False
    if start == 0:
        return True
    toks = tokens(views[n].text)
    k = index_at(toks, start)
    same = views[n].sentence.paragraph == views[n - 1].sentence.paragraph
    return same and k > 0 and toks[k - 1].tag in ("modal", "aux")  # 'Any withdrawal would "create a vacuum"'


def _note(view: SentenceView, memory: Memory, spoken: list[tuple[Cue, Voice]], quoted: list[tuple[int, int]]) -> None:
    """Remember the sentence's subject and the bodies it names."""
    for m in view.mentions:
        if m.kind in (MentionKind.INSTITUTION, MentionKind.PERSON) and m.name:
            memory.met(mentioned(m))
    subject = main_subject(tokens(view.text))
    if subject is None or any(v.start == subject.start for _, v in spoken):
        return
    if any(start <= subject.start < end for start, end in quoted):
        return
    words = view.text[subject.start : subject.end].split()
    named = len(words) > 1 and all(w[0].isupper() or w == "and" for w in words)
    known = any(subject.start <= m.start < subject.end for m in view.mentions) or SPEAKER_NOUNS.intersection(
        w.lower() for w in words
    )
    if not named and not known:
        return
    voice = voice_at(view, subject.start, subject.end, memory, subject.outer)
    if voice is not None:
        memory.seen(voice, len(spoken))


def _clean(sources: list[Source], outlet: str | None) -> list[Source]:
    """In order, without what the outlet says of itself and without doubles."""
    kept = {
        (s.start, s.end, s.name, s.stance): s
        for s in sources
        if s.start < s.end and s.name and (outlet is None or s.name.lower() != outlet.lower())
    }
    return sorted(kept.values(), key=lambda s: (s.start, s.end, s.by_start))
