"""Who says it: direct, indirect and floating quotation, relays, denials, carried-over speakers."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.model import SentenceView, Source


def find_sources(views: Sequence[SentenceView]) -> tuple[tuple[Source, ...], ...]:
    """For each sentence of an article (in order), the sources that vouch for stretches of it."""
    return tuple(() for _ in views)


def source_of(view: SentenceView, start: int, end: int) -> Source | None:
    """The innermost source that vouches for `start:end` of the sentence, None for the outlet's own voice."""
    inside = [s for s in view.sources if s.start <= start and end <= s.end]
    return min(inside, key=lambda s: s.end - s.start, default=None)
