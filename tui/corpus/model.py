"""Article and its parts: what the corpus layer hands on. Frozen; every offset is half-open into `Article.text`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tui.records import DatePrecision


class LineClass(StrEnum):
    """What a line of a scrape is. Extraction reads only the classes in `TEXT_CLASSES`."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    METADATA = "metadata"
    FURNITURE = "furniture"
    SCRIPT = "script"
    ADVERT = "advert"
    RELATED = "related"
    FOOTER = "footer"
    BLANK = "blank"


TEXT_CLASSES = frozenset({LineClass.TITLE, LineClass.STANDFIRST, LineClass.BODY, LineClass.HEADING, LineClass.CAPTION})
"""The classes whose sentences extraction reads."""


class Basis(StrEnum):
    """Where a metadatum comes from, strongest first."""

    MANIFEST = "manifest"
    STATED = "stated"
    URL = "url"
    HEADER = "header"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text. `rule` names the rule that classed it; `repeat_of` is the index of the line it repeats."""

    start: int
    end: int
    cls: LineClass
    rule: str
    repeat_of: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `line` indexes `Article.lines` (its first line); `post` indexes `Article.posts`.

    `paragraph` numbers the blocks between blank lines or line ends, so that neighbours in discourse can be told.
    `repeat_of` is the index of the earlier sentence that says the same words.
    """

    start: int
    end: int
    text: str
    line: int
    paragraph: int
    cls: LineClass
    post: int | None = None
    repeat_of: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a live blog: `heading` and `author` where given, `published` its own time where it has one."""

    start: int
    end: int
    heading: str | None = None
    author: str | None = None
    published: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read: decoded text, what each line of it is, and metadata with their basis.

    `id` is the path relative to the folder given, with `#N` for the N-th article of a file that holds several.
    `published` is a day; `published_precision` says whether the day or only the month or year of it is known.
    `date_basis` and `outlet_basis` say where they come from, `date_note` in words for the user.
    `latest` is the day to which the text runs where that is later (a live blog, a story updated since).
    `host` is the site that carries the article where that is not the outlet (a repost). `credits` are wire agencies.
    `notes` are sentences for the user: contradictory dates, stripped control characters, a broken encoding.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    outlet_basis: Basis = Basis.UNKNOWN
    host: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_precision: DatePrecision = DatePrecision.UNKNOWN
    published_time: dt.datetime | None = None
    date_basis: Basis = Basis.UNKNOWN
    date_note: str | None = None
    latest: dt.date | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    language: str = "en"
    lines: tuple[Line, ...] = ()
    posts: tuple[Post, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def anchor(self) -> dt.date | None:
        """The day from which "yesterday" and "on Friday" count, where a day is known."""
        if self.latest is not None:
            return self.latest
        return self.published if self.published_precision is DatePrecision.DAY else None

    def published_iso(self) -> str | None:
        """The publication date at its own precision: YYYY-MM-DD, YYYY-MM or YYYY."""
        return iso(self.published, self.published_precision)


def iso(day: dt.date | None, precision: DatePrecision) -> str | None:
    """A date at its precision as ISO 8601, or None."""
    if day is None or precision is DatePrecision.UNKNOWN:
        return None
    cut = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}[precision]
    return day.isoformat()[:cut]
