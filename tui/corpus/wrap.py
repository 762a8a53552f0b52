"""Lines -> blocks: one line, or the lines of a paragraph that was broken at a column."""

from __future__ import annotations

from collections.abc import Container

Block = tuple[int, int]
"""The first and last line of a logical paragraph, both included."""

NARROWEST, WIDEST = 40, 110
"""Columns at which people and programs break lines."""


def blocks(text: str, spans: list[tuple[int, int]], apart: Container[int]) -> list[Block]:
    """Every line is in one block. The lines in `apart` (heads, tags) stand by themselves, as blank lines do.

    A text is broken at a column if most lines that have a line under them leave no room for its first word.
    """
    lengths = [_length(text, start, end) for start, end in spans]
    pairs = [
        i for i in range(len(spans) - 1)
        if 0 < lengths[i] <= WIDEST + 40 and lengths[i + 1] and i not in apart and i + 1 not in apart
    ]  # fmt: skip
    width = _width(text, spans, lengths, pairs)
    if not width:
        return [(i, i) for i in range(len(spans))]
    joined = {
        i for i in pairs if lengths[i] <= WIDEST and (_full(text, spans, lengths, i, width) or _runs_on(text, spans, i))
    }
    out: list[Block] = []
    for i in range(len(spans)):
        if i and i - 1 in joined:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out


def _width(text: str, spans: list[tuple[int, int]], lengths: list[int], pairs: list[int]) -> int:
    """The column at which the text was broken, or 0."""
    if len(pairs) < 4:
        return 0
    width = sorted(lengths[i] for i in pairs)[int(len(pairs) * 0.95)]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(_full(text, spans, lengths, i, width) for i in pairs)
    return width if full >= 0.7 * len(pairs) else 0


def _full(text: str, spans: list[tuple[int, int]], lengths: list[int], i: int, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    start, end = spans[i + 1]
    words = text[start : min(end, start + width)].split(None, 1)
    return bool(words) and lengths[i] + 1 + len(words[0]) > width


def _runs_on(text: str, spans: list[tuple[int, int]], i: int) -> bool:
    """Whether a line that ends in a small letter or a comma goes on in small letters."""
    before, after = text[slice(*spans[i])].rstrip()[-1:], text[slice(*spans[i + 1])].lstrip()[:1]
    return (before.islower() or before == ",") and after.islower()


def _length(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end - start
