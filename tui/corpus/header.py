"""The head and foot of a scrape: title, date, address, and `key: value` blocks, in the habits that scrapers have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.corpus.model import LineClass
from tui.corpus.stated import Stated, parse_date

_KEY = re.compile(r"^[\s+*>#-]*(?:\*\*)?([A-Za-z][A-Za-z _-]{1,24})(?:\*\*)?\s?:\s*(?:\*\*)?\s*(\S.*)$")
_DATE_ONLY = re.compile(r"^[\s\d:./,|TZ+@-]*(?:[A-Za-z]{3,9}\.?[\s\d:./,|TZ+@-]*){0,4}$")
_URL = re.compile(r"https?://[^\s<>\"]+")
_FIELDS = {
    "title": "title", "headline": "title", "date": "date", "published": "date", "published time": "date", "pubdate": "date",
    "publication date": "date", "date published": "date", "url": "url", "link": "url", "source url": "url",
    "original url": "url", "canonical": "url", "source": "source", "outlet": "source", "publisher": "source",
    "publication": "source", "author": "author", "authors": "author", "by": "author", "byline": "author", "tags": "other",
    "modified time": "other", "language": "other", "section": "other", "category": "other", "keywords": "other",
}
_HEAD = 14
"""Lines within which a head is looked for."""


@dataclass(slots=True)
class Header:
    """What head and foot say, and which lines said it."""

    title: str | None = None
    date: Stated | None = None
    url: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    known: dict[int, tuple[LineClass, str]] = field(default_factory=dict)


def read_header(text: str, spans: list[tuple[int, int]]) -> Header:
    """Read the head and foot of the lines `spans`."""
    header = Header()
    lines = [text[s:e].strip().lstrip("\ufeff") for s, e in spans[:_HEAD]]
    filled = [i for i, line in enumerate(lines) if line]
    for position, index in enumerate(filled):
        line = lines[index]
        if position < 12 and (pair := _KEY.match(line)) and _take(header, index, pair):
            continue
        if line in ("---", "+++") and position < 12:
            header.known[index] = (LineClass.METADATA, "front matter")
            continue
        if position < 4 and len(line) < 60 and _DATE_ONLY.match(line) and (stated := parse_date(line)):
            header.date = header.date or stated
            header.known[index] = (LineClass.METADATA, "date line")
        elif position < 4 and _URL.fullmatch(line):
            header.url = header.url or line
            header.known[index] = (LineClass.METADATA, "address")
    _title(header, lines, filled)
    for index in range(len(spans) - 1, max(-1, len(spans) - 12), -1):
        line = text[spans[index][0] : spans[index][1]].strip()
        if (pair := _KEY.match(line)) and pair[1].lower() in ("original url", "source url", "url", "link"):
            _take(header, index, pair)
    return header


def _take(header: Header, index: int, pair: re.Match[str]) -> bool:
    name = _FIELDS.get(re.sub(r"[ _-]+", " ", pair[1]).strip().lower())
    if name is None:
        return False
    value = pair[2].strip().strip("\"'")
    if name == "title":
        header.title = header.title or value
        header.known[index] = (LineClass.TITLE, "title field")
        return True
    if name == "date":
        header.date = header.date or parse_date(value)
    elif name == "url":
        found = _URL.search(value)
        header.url = header.url or (found[0] if found else None)
    elif name == "source":
        header.source = header.source or value
    elif name == "author":
        header.authors = header.authors or tuple(a.strip() for a in re.split(r",| and |;", value) if a.strip())
    header.known[index] = (LineClass.METADATA, f"{name} field")
    return True


def _title(header: Header, lines: list[str], filled: list[int]) -> None:
    """The first line where it reads as a headline: short enough, no full stop, and not the only line."""
    if header.title is not None or not filled:
        return
    first = next((i for i in filled if i not in header.known), None)
    if first is None or first > filled[min(3, len(filled) - 1)]:
        return
    line = lines[first].lstrip("# ").strip()
    if len(line) <= 200 and not re.search(r"(?<!\.\.)[.:]$", line) and len(line.split()) >= 3:
        header.title = line
        header.known[first] = (LineClass.TITLE, "first line")
