"""Articles and records to rows of the store, and back. The one place that knows both shapes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from enum import EnumType, StrEnum
from typing import Any, cast

from tui import records as types
from tui.corpus.model import Article, Basis, Line, LineClass, Post
from tui.records import (
    Attribution,
    Cyberattack,
    Denial,
    Denied,
    Kind,
    Meeting,
    Participant,
    Reason,
    Record,
    TroopFigure,
)
from tui.records import DatePrecision as Precision

TABLES: dict[Kind, str] = {
    Kind.TROOP_FIGURE: "figure",
    Kind.CYBERATTACK: "cyberattack",
    Kind.MEETING: "meeting",
}
MEMBERS: dict[Kind, str] = {
    Kind.TROOP_FIGURE: "claim_report",
    Kind.CYBERATTACK: "attack_report",
    Kind.MEETING: "meeting_report",
}
"""The table that says which claim or event a record belongs to."""
TYPES: dict[Kind, type[Record]] = {
    Kind.TROOP_FIGURE: TroopFigure,
    Kind.CYBERATTACK: Cyberattack,
    Kind.MEETING: Meeting,
}
# Kept in the article's row, or cut from its text, and so not again in the record's; `published` only where it differs.
_OF_THE_ARTICLE = {"article", "source", "published", "evidence"}
_RENAMED = {"end": "stop"}  # END is a word of SQL
_PARTS: dict[str, type[Any]] = {
    "reasons": Reason,
    "attributions": Attribution,
    "denials": Denial,
    "participants": Participant,
}
_ARTICLE_COLUMNS = (
    "name", "title", "outlet", "outlet_basis", "host", "url", "published", "published_precision", "published_time",
    "date_basis", "date_note", "authors", "credits", "language", "notes", "characters", "text_digest",
)  # fmt: skip


@functools.cache
def record_fields(kind: Kind) -> tuple[str, ...]:
    """The fields of a record that its table holds, in the order of the dataclass."""
    return tuple(f.name for f in dataclasses.fields(TYPES[kind]) if f.name not in _OF_THE_ARTICLE)


@functools.cache
def columns(kind: Kind) -> tuple[str, ...]:
    """The same as names of columns."""
    return tuple(_RENAMED.get(name, name) for name in record_fields(kind))


def write_article(connection: sqlite3.Connection, file_id: int, article: Article, records: Iterable[Record]) -> int:
    """Insert one article with its records; its row number."""
    values = (
        article.id,
        article.title,
        article.outlet,
        str(article.outlet_basis),
        article.host,
        article.url,
        article.published.isoformat() if article.published else None,
        str(article.published_precision),
        article.published_time.isoformat() if article.published_time else None,
        str(article.date_basis),
        article.date_note,
        _json(article.authors),
        _json(article.credits),
        article.language,
        _json(article.notes),
        len(article.text),
        text_digest(article.text),
    )
    # SQLite would give the number of a removed article to the next one; every article is a change, and these only grow.
    last = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change'").fetchone()[0]
    article_id = int(last) + 1
    connection.execute(
        f"INSERT INTO article (id, file_id, {', '.join(_ARTICLE_COLUMNS)}) VALUES (?, ?{', ?' * len(values)})",
        (article_id, file_id, *values),
    )
    connection.execute(
        "INSERT INTO article_body VALUES (?, ?, ?, ?)",
        (article_id, article.title or "", article.text, _layout(article)),
    )
    for record in records:
        names = columns(record.kind)
        row = [_cell(getattr(record, name)) for name in record_fields(record.kind)]
        own = record.published if record.published != article.published_iso() else None
        # A repeated id would be the same words of the same sentence: the first stands.
        connection.execute(
            f"INSERT OR IGNORE INTO {TABLES[record.kind]} (article_id, published, {', '.join(names)}) "
            f"VALUES (?, ?{', ?' * len(names)})",
            (article_id, own, *row),
        )
    return article_id


def read_record(kind: Kind, row: Sequence[Any], article: str, source: str | None, published: str | None,
                evidence: str) -> Record:  # fmt: skip
    """A record from its row (in the order of `columns`) and what its article says."""
    given: dict[str, Any] = {"article": article, "source": source, "published": published, "evidence": evidence}
    for (name, convert), value in zip(_CONVERTERS[kind], row, strict=True):
        given[name] = value if convert is None else convert(value)
    return TYPES[kind](**given)


def read_article(row: tuple[Any, ...]) -> Article:
    """An article from `ARTICLE_SELECT`; its sentences are not kept, its lines and posts are."""
    values = dict(zip((*_ARTICLE_COLUMNS, "text", "layout"), row, strict=True))
    layout = json.loads(zlib.decompress(values["layout"]))
    return Article(
        id=values["name"],
        text=values["text"],
        title=values["title"],
        outlet=values["outlet"],
        outlet_basis=Basis(values["outlet_basis"]),
        host=values["host"],
        url=values["url"],
        published=dt.date.fromisoformat(values["published"]) if values["published"] else None,
        published_precision=Precision(values["published_precision"]),
        published_time=_moment(values["published_time"]),
        date_basis=Basis(values["date_basis"]),
        date_note=values["date_note"],
        authors=tuple(json.loads(values["authors"])),
        credits=tuple(json.loads(values["credits"])),
        language=values["language"],
        notes=tuple(json.loads(values["notes"])),
        lines=tuple(Line(s, e, LineClass(c), r, again) for s, e, c, r, again in layout["lines"]),
        posts=tuple(Post(s, e, heading, author, _moment(at)) for s, e, heading, author, at in layout["posts"]),
    )


ARTICLE_SELECT = (
    f"SELECT {', '.join('article.' + c for c in _ARTICLE_COLUMNS)}, article_body.text, article_body.layout "
    "FROM article JOIN article_body ON article_body.article_id = article.id"
)


def text_digest(text: str) -> bytes:
    """What a mark will know an article's text by: 16 bytes of SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _layout(article: Article) -> bytes:
    lines = [(line.start, line.end, str(line.cls), line.rule, line.repeat_of) for line in article.lines]
    posts = [
        (p.start, p.end, p.heading, p.author, p.published.isoformat() if p.published else None) for p in article.posts
    ]
    return zlib.compress(_json({"lines": lines, "posts": posts}).encode(), 6)


def _cell(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, tuple):
        return _json([dataclasses.astuple(v) if dataclasses.is_dataclass(v) else v for v in value])  # type: ignore[arg-type]
    return value


def _converter(name: str, annotation: str) -> Callable[[Any], Any] | None:
    """How a field is read from its cell; None: as it is."""
    if name in _PARTS:
        return functools.lru_cache(maxsize=4096)(lambda stored: tuple(_part(name, part) for part in json.loads(stored)))
    if name == "mentions":
        return functools.lru_cache(maxsize=64)(lambda stored: tuple((a, b) for a, b in json.loads(stored)))
    if annotation.startswith("tuple"):
        return functools.lru_cache(maxsize=4096)(lambda stored: tuple(json.loads(stored)))
    if annotation == "bool":
        return bool
    kind = getattr(types, annotation, None)
    return cast(type[StrEnum], kind) if isinstance(kind, EnumType) else None


def _part(name: str, values: list[Any]) -> Any:
    if name == "denials":
        return Denial(values[0], Denied(values[1]))
    return _PARTS[name](*values)


def _converters(kind: Kind) -> list[tuple[str, Callable[[Any], Any] | None]]:
    annotations = {f.name: str(f.type) for f in dataclasses.fields(TYPES[kind])}
    return [(name, _converter(name, annotations[name])) for name in record_fields(kind)]


_CONVERTERS = {kind: _converters(kind) for kind in TYPES}


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
