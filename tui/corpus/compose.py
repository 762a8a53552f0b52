"""Paragraphs with known roles -> one text and the numbers of its lines: how every container's document is put
together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import StrEnum

from tui.corpus.decode import clean
from tui.corpus.raw import Hints, RawDocument, RawPost


class Role(StrEnum):
    """What the container says a paragraph is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    CAPTION = "caption"
    BODY = "body"


class Composer:
    """Collects the paragraphs of a document; a blank line stands between two of them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._roles: dict[Role, set[int]] = {role: set() for role in Role}
        self._posts: list[RawPost] = []
        self._post: RawPost | None = None
        self._notes: dict[str, None] = {}

    def add(self, text: str, role: Role = Role.BODY) -> None:
        """One paragraph, or several lines of one kind. Nothing happens where there is no text."""
        # Entities and escapes of a container may stand for control characters that its bytes did not show.
        cleaned = clean(text)
        self._notes.update(dict.fromkeys(cleaned.notes))
        text = cleaned.text.strip("\n")
        if not text.strip():
            return
        if self._lines:
            self._line("")
        for line in text.split("\n"):
            self._roles[role].add(len(self._lines))
            self._line(line)

    def open_post(self, heading: str | None, author: str | None, published: dt.datetime | None) -> None:
        """What follows is a post of a live blog, until the next one or `close_post`. Its heading is added here."""
        self.close_post()
        self._post = RawPost(self._length + (1 if self._lines else 0), 0, heading, author, published)
        if heading:
            self.add(heading, Role.HEADING)

    def close_post(self) -> None:
        """Ends the open post; one without text is dropped."""
        post, self._post = self._post, None
        if post is not None and self._length - 1 > post.start:
            self._posts.append(RawPost(post.start, self._length - 1, post.heading, post.author, post.published))

    def document(self, name: str, hints: Hints, notes: tuple[str, ...] = ()) -> RawDocument:
        """The document of what was added."""
        self.close_post()
        return RawDocument(
            name,
            "\n".join(self._lines),
            _cleaned(hints),
            clean=True,
            titles=frozenset(self._roles[Role.TITLE]),
            standfirsts=frozenset(self._roles[Role.STANDFIRST]),
            headings=frozenset(self._roles[Role.HEADING]),
            captions=frozenset(self._roles[Role.CAPTION]),
            posts=tuple(self._posts),
            notes=tuple(dict.fromkeys((*notes, *self._notes))),
        )

    def _line(self, line: str) -> None:
        self._lines.append(line)
        self._length += len(line) + 1


def _cleaned(hints: Hints) -> Hints:
    """The hints on one line each, without control characters."""
    return replace(
        hints,
        title=_line(hints.title),
        outlet=_line(hints.outlet),
        url=_line(hints.url),
        authors=tuple(name for author in hints.authors if (name := _line(author))),
    )


def _line(text: str | None) -> str | None:
    return " ".join(clean(text).text.split()) or None if text else None
