"""What the input readers hand to the text layer: one document, decoded, with whatever its container said about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tui.records import DatePrecision


@dataclass(frozen=True, slots=True)
class RawPost:
    """A live-blog post that the markup itself told apart: offsets into `RawDocument.text`."""

    start: int
    end: int
    heading: str | None = None
    author: str | None = None
    published: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """Metadata that a container (HTML head, JSON fields, a feed, a manifest) states; believed over the text's own."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_precision: DatePrecision = DatePrecision.UNKNOWN
    published_time: dt.datetime | None = None
    date_note: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document. `text` is decoded, newlines are \\n, control characters are replaced one for one by spaces.

    `clean` is True where the body was taken out of markup or a body field, so that the line classifier need not look
    for a scrape's header and footer. `titles`, `standfirsts`, `headings` and `captions` are the numbers of the lines
    that the container itself calls so; the title, where the container gives one, is line 0 of the text.
    """

    id: str
    text: str
    hints: Hints = field(default_factory=Hints)
    clean: bool = False
    titles: frozenset[int] = frozenset()
    standfirsts: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()
    captions: frozenset[int] = frozenset()
    posts: tuple[RawPost, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file (or a member of one) that could not be read, and why, in a sentence."""

    path: str
    reason: str
