"""Who says it: direct, indirect and floating quotation, relays, denials, carried-over speakers."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.model import MentionKind, SentenceView, Source
from tui.extract.speakers_cues import Cue, find_cues
from tui.extract.speakers_names import Memory, Voice, voice_at
from tui.extract.speakers_quotes import Quote, find_quotes
from tui.records import Stance


def find_sources(views: Sequence[SentenceView], outlet: str | None = None) -> tuple[tuple[Source, ...], ...]:
    """For each sentence of an article (in order), the sources that vouch for stretches of it.

    `outlet` is the article's own: what it attributes to itself has no source.
    """
    quotes = find_quotes(views)
    memory = Memory()
    found: list[list[Source]] = [[] for _ in views]
    speakers: dict[int, Voice | None] = {}  # quotation -> who speaks it
    for n, view in enumerate(views):
        if n and view.sentence.post != views[n - 1].sentence.post:
            memory = Memory()
        pieces = [(q, q.pieces[n]) for q in quotes if n in q.pieces]
        cues = find_cues(view, [p for _, p in pieces])
        spoken = _voices(view, cues, memory)
        for cue, voice in spoken:
            found[n] += [Source(s, e, *cue.by, voice.name, voice.side, cue.stance, cue.rule) for s, e in cue.spans]
        for quote, piece in pieces:
            _attribute(quote, piece, n, view, spoken, speakers, memory)
        _note_subjects(view, memory)
    for q in quotes:
        speaker = speakers.get(q.number)
        if speaker is None and q.continues is not None:
            speaker = speakers.get(q.continues)
            speakers[q.number] = speaker
        if speaker is None:
            continue
        for n, (start, end) in q.pieces.items():
            found[n].append(Source(start, end, -1, -1, speaker.name, speaker.side, Stance.ASSERTS, "quotation"))
    return tuple(tuple(_clean(sources, outlet)) for sources in found)


def source_of(view: SentenceView, start: int, end: int) -> Source | None:
    """The innermost source that vouches for `start:end` of the sentence, None for the outlet's own voice."""
    inside = [s for s in view.sources if s.start <= start and end <= s.end]
    found = min(inside, key=lambda s: s.end - s.start, default=None)
    return found if found is not None and found.name is not None else None


def _voices(view: SentenceView, cues: list[Cue], memory: Memory) -> list[tuple[Cue, Voice]]:
    out: list[tuple[Cue, Voice]] = []
    for cue in cues:
        if cue.relay:
            continue
        voice = voice_at(view, *cue.by, memory, cue.outer)
        if voice is not None:
            memory.heard(voice)
            out.append((cue, voice))
    for cue in cues:
        if not cue.relay:
            continue
        cited = voice_at(view, *cue.by, memory, cue.outer)
        outer = next(((c, v) for c, v in out if c.spans == cue.spans), None)
        if cited is None or outer is not None and not outer[1].media:
            continue
        if outer is not None:
            out.remove(outer)
        out.append((cue, cited))
        memory.heard(cited)
    return out


def _attribute(
    quote: Quote,
    piece: tuple[int, int],
    n: int,
    view: SentenceView,
    spoken: list[tuple[Cue, Voice]],
    speakers: dict[int, Voice | None],
    memory: Memory,
) -> None:
    """Settle who speaks a quotation by the cues beside it in this sentence."""
    if speakers.get(quote.number) is not None:
        return
    outside = [(c, v) for c, v in spoken if not piece[0] <= c.verb < piece[1]]
    touching = [(c, v) for c, v in outside if any(s < piece[1] and piece[0] < e for s, e in c.spans)]
    if touching:
        speakers[quote.number] = min(touching, key=lambda x: min(e - s for s, e in x[0].spans))[1]
    elif outside and quote.long:
        speakers[quote.number] = min(outside, key=lambda x: abs(x[0].verb - piece[0]))[1]


def _note_subjects(view: SentenceView, memory: Memory) -> None:
    for m in view.mentions:
        if m.kind is MentionKind.PERSON and m.name:
            words = frozenset((m.name + " " + (m.role or "")).lower().split())
            memory.seen(Voice(m.name, m.side, m.start, m.end, words, False, True))
            break


def _clean(sources: list[Source], outlet: str | None) -> list[Source]:
    """In order, without what the outlet says of itself and without doubles."""
    kept = {
        (s.start, s.end, s.name, s.stance): s
        for s in sources
        if s.start < s.end and s.name and (outlet is None or s.name.lower() != outlet.lower())
    }
    return sorted(kept.values(), key=lambda s: (s.start, s.end, s.by_start))
