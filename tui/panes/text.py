"""Cutting and wrapping text by the cells it takes on the terminal. Text comes from articles: it is never markup."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

__all__ = ["cell_len", "cut", "printable", "wrap", "wrapped"]

ELLIPSIS = "…"


@lru_cache(maxsize=8192)
def cut(text: str, width: int, right: bool = False) -> str:
    """`text` in exactly `width` cells: cut with an ellipsis, or padded (on the left where `right`)."""
    if width <= 0:
        return ""
    text = printable(text)
    length = len(text) if text.isascii() else cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + ELLIPSIS
    pad = " " * (width - length)
    return pad + text if right else text + pad


def printable(text: str) -> str:
    """No control characters, tabs or line ends: each becomes a space, so that nothing reaches the terminal raw."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


_WORD = re.compile(r"\S+")


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """`text[start:end]` as lines of at most `width` cells: half-open offsets into `text`, spaces at breaks left out."""
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    line_start = line_end = -1
    for word in _WORD.finditer(text, start, end):
        a, b = word.span()
        if line_start >= 0 and _cells(text, line_start, b) <= width:
            line_end = b
            continue
        if line_start >= 0:
            lines.append((line_start, line_end))
        while _cells(text, a, b) > width:  # a word longer than the line is broken
            step = _fitting(text, a, b, width)
            lines.append((a, a + step))
            a += step
        line_start, line_end = a, b
    if line_start >= 0 and line_end > line_start:
        lines.append((line_start, line_end))
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` cells."""
    return [text[a:b] for a, b in wrap(text, 0, len(text), width)]


def _cells(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return len(part) if part.isascii() else cell_len(part)


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """How many characters of `text[start:end]` fit into `width` cells; at least one."""
    if text[start:end].isascii():
        return min(width, end - start)
    used = 0
    for i in range(start, end):
        used += cell_len(text[i])
        if used > width:
            return max(1, i - start)
    return max(1, end - start)
