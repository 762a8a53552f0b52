"""An article laid out for the reader: wrapped lines that know which offsets they show and which evidence they carry."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.corpus.model import TEXT_CLASSES, Article, LineClass
from tui.panes.text import wrap
from tui.records import Kind, Record

KIND_LETTER = {Kind.TROOP_FIGURE: "F", Kind.CYBERATTACK: "C", Kind.MEETING: "M"}


@dataclass(frozen=True, slots=True)
class VisualLine:
    """One line on screen: the offsets it shows, the class of the line it comes from, or words of our own."""

    start: int
    end: int
    cls: LineClass
    label: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of the article: the sentence of a record, `main` where it is the record's evidence."""

    start: int
    end: int
    record: str
    kind: Kind
    main: bool


@dataclass(frozen=True)
class Document:
    """Lines of an article at one width; `original` shows every line with its class, otherwise only article text."""

    article: Article
    lines: tuple[VisualLine, ...]
    spans: tuple[Span, ...]

    def line_at(self, offset: int) -> int:
        """The line that shows the character at `offset` (or the first behind it)."""
        ends = [line.end for line in self.lines]
        return min(bisect_left(ends, offset + 1), max(0, len(ends) - 1))

    def spans_on(self, line: VisualLine) -> list[Span]:
        """The spans that touch a line."""
        return [s for s in self.spans if s.start < line.end and line.start < s.end]


def spans_of(records: Iterable[Record]) -> tuple[Span, ...]:
    """Every sentence that states a record, in the order of the text."""
    out = [
        Span(start, end, record.id, record.kind, (start, end) == (record.start, record.end))
        for record in records
        for start, end in (record.mentions or ((record.start, record.end),))
    ]
    return tuple(sorted(out, key=lambda s: (s.start, s.end, s.record)))


def lay_out(article: Article, records: Sequence[Record], width: int, original: bool = False) -> Document:
    """The article at `width` cells."""
    lines = _original(article, width) if original else _cleaned(article, width)
    return Document(article, tuple(lines), spans_of(records))


def _cleaned(article: Article, width: int) -> list[VisualLine]:
    """Only article text, a blank line between paragraphs, live-blog posts under their headings."""
    out: list[VisualLine] = []
    posts = {post.start: post for post in article.posts}
    starts = sorted(posts)
    shown = 0
    parts = [(line.start, line.end, line.cls) for line in article.lines if line.cls in TEXT_CLASSES
             and line.repeat_of is None]  # fmt: skip
    if not article.lines:  # nothing has classed the lines: all of it is text
        parts = [(s, e, LineClass.BODY) for s, e in _raw_lines(article.text)]
    for start, end, cls in parts:
        wrapped = wrap(article.text, start, end, width)
        if not wrapped:
            continue
        if out:
            out.append(VisualLine(start, start, LineClass.BLANK))
        while shown < len(starts) and starts[shown] <= start:
            post = posts[starts[shown]]
            when = f"{post.published:%Y-%m-%d %H:%M}" if post.published else ""
            label = " · ".join(part for part in ("post", when, post.author or "") if part)
            out.append(VisualLine(start, start, LineClass.HEADING, label))
            shown += 1
        out += [VisualLine(a, b, cls) for a, b in wrapped]
    return out


def _original(article: Article, width: int) -> list[VisualLine]:
    """Every line as it stands, with its class."""
    out: list[VisualLine] = []
    lines = [(line.start, line.end, line.cls) for line in article.lines]
    for start, end, cls in lines or [(s, e, LineClass.BODY) for s, e in _raw_lines(article.text)]:
        wrapped = wrap(article.text, start, end, width) or [(start, start)]
        out += [VisualLine(a, b, cls) for a, b in wrapped]
    return out


def _raw_lines(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out
