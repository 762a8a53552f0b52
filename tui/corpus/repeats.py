"""When two lines or sentences say the same, word for word."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\W_]+")

LEAST = 20
"""Characters below which nothing is a repeat: "Read more." and "No comment." may be said twice."""


def same_words(text: str) -> str:
    """A key that two texts share if they have the same letters and digits, whatever their quotation marks and case."""
    return _BETWEEN.sub("", text).casefold()


class Repeats:
    """Remembers what was said; tells where it was said first."""

    def __init__(self) -> None:
        # Texts with the same words have the same number of each letter. Counting a few rare letters is far quicker than
        # making the key, and few sentences agree in them.
        self._alone: dict[tuple[int, ...], tuple[str, int]] = {}
        self._first: dict[str, int] = {}

    def of(self, text: str, index: int) -> int | None:
        """The index at which the same words stood first, or None where they are new (`index` is remembered)."""
        if len(text) <= LEAST:
            return None
        counts = tuple(map(text.count, "bgkpv"))
        other = self._alone.get(counts)
        if other is None:
            self._alone[counts] = text, index
            return None
        self._first.setdefault(same_words(other[0]), other[1])
        first = self._first.setdefault(same_words(text), index)
        return None if first == index else first


def doubled_at(text: str, start: int, end: int) -> int | None:
    """Where the second half of a line that says everything twice begins (description and caption), or None."""
    length = end - start
    if length < 2 * LEAST:
        return None
    found = text.find(text[start : start + 12], start + length // 2 - 8, min(end, start + length // 2 + 24))
    if found > start and same_words(text[start:found]) == same_words(text[found:end]):
        return found
    return None
