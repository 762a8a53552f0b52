"""Articles for the tests of the text layer, made from a string as if it were a plain-text file."""

from __future__ import annotations

from tui.config import Config
from tui.corpus.article import article_of
from tui.corpus.manifest import Manifest
from tui.corpus.model import TEXT_CLASSES, Article, LineClass
from tui.corpus.raw import RawDocument

CONFIG = Config()

PROSE = (
    "The army of Freedonia has moved 3,000 soldiers to the border with Sylvania, the defence ministry said in a"
    " statement.",
    "A spokesman for the ministry told reporters in the capital that the troops would stay until the end of the month.",
    "Sylvania has asked the Security Council for an urgent meeting and accused its neighbour of preparing an invasion.",
    "Talks between the two governments broke down last week after less than an hour and without a date for the next"
    " round.",
)
"""Paragraphs of a report that no outlet wrote; no weekday or date in them."""


def read(text: str, manifest: Manifest | None = None, name: str = "a.txt") -> Article:
    """The article that a file of that text gives."""
    return article_of(RawDocument(name, text), CONFIG, manifest)


def report(*head: str, foot: tuple[str, ...] = (), gap: str = "\n\n") -> str:
    """A scrape: head lines, the paragraphs of `PROSE`, foot lines."""
    return gap.join([*head, *PROSE, *foot]) + "\n"


def classes(article: Article) -> dict[str, LineClass]:
    """The class of every line, by its words."""
    return {article.text[line.start : line.end].strip(): line.cls for line in article.lines}


def sentences(article: Article) -> list[str]:
    """The sentences that extraction reads."""
    return [s.text for s in article.sentences if s.cls in TEXT_CLASSES and s.repeat_of is None]
