"""Articles for the extraction tests: built from a text alone, as the corpus layer would hand them on."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from tui.config import Config
from tui.corpus.model import Article, LineClass, Sentence
from tui.corpus.sentences import split
from tui.extract.gazetteer import Gazetteer
from tui.records import DatePrecision


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of the packaged data alone."""
    return Gazetteer.from_config(Config())


def article(text: str, published: str = "2021-06-16", name: str = "test.txt") -> Article:
    """An article whose every line is a paragraph of body text; a sentence said before is a repeat."""
    sentences: list[Sentence] = []
    seen: dict[str, int] = {}
    start = 0
    for paragraph, line in enumerate(text.split("\n")):
        for a, b in split(text, start, start + len(line)):
            words = text[a:b]
            first = seen.setdefault(words, len(sentences))
            repeat = first if first != len(sentences) else None
            sentences.append(Sentence(a, b, words, paragraph, paragraph, LineClass.BODY, None, repeat))
        start += len(line) + 1
    return Article(
        id=name,
        text=text,
        outlet="Example Times",
        published=dt.date.fromisoformat(published),
        published_precision=DatePrecision.DAY,
        sentences=tuple(sentences),
    )
