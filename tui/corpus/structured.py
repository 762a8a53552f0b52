"""JSON, JSON Lines and CSV -> documents, one record at a time: memory does not grow with the file."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from tui.corpus.compose import Composer, Role
from tui.corpus.decode import clean, decode
from tui.corpus.fields import Fields, as_text, letters, names_in
from tui.corpus.limits import Limits, megabytes
from tui.corpus.raw import Hints, RawDocument, Unreadable
from tui.corpus.streams import peek, replay
from tui.records import DatePrecision

Item = RawDocument | Unreadable

_CHUNK = 1 << 16
_INNER = re.compile(r"\"[^\"\\]{1,80}\"\s*:\s*\[\s*(?=\{)")
_TELL = "name the field that has it under reading.fields.text in the config"
_GAP = re.compile(r"[\s,\x1e\ufeff]*")
_WRAPPERS = ("_source", "article", "articles", "fields", "data", "doc", "document", "item", "post", "news", "node")


def read_json(name: str, stream: IO[bytes], fields: Fields, limits: Limits) -> Iterator[Item]:
    """The articles of a JSON file of any make: one object, an array, an array inside an object, one object after
    another."""
    first = stream.readline(limits.document + 1)
    while first and not first.strip():
        first = stream.readline(limits.document + 1)
    value = _whole(first)
    if value is not None and not isinstance(value, list):
        second = stream.readline(limits.document + 1)
        while second and not second.strip():
            second = stream.readline(limits.document + 1)
        if second:
            yield from read_lines(name, replay(first + second, stream), fields, limits)
        else:
            yield from _records(name, value, fields)
        return
    values = _values(replay(first, stream), limits)
    number = 0
    held: Any = None
    try:
        for value in values:
            number += 1
            if number == 1:
                held = value
                continue
            if number == 2:
                yield _document(f"{name}#1", held, fields)
            yield _document(f"{name}#{number}", value, fields)
    except _BrokenJson as error:
        if number == 1:
            yield _document(f"{name}#1", held, fields)
        yield Unreadable(f"{name}#{number + 1}" if number else name, str(error))
        return
    if number == 1:
        yield from _records(name, held, fields)
    elif number == 0:
        yield Unreadable(name, "it holds no article: the JSON is empty.")


def read_lines(name: str, stream: IO[bytes], fields: Fields, limits: Limits) -> Iterator[Item]:
    """JSON Lines: article N is the N-th line with anything on it; a broken line costs that line alone."""
    number = 0
    while line := stream.readline(limits.document + 1):
        if not line.strip():
            continue
        number += 1
        if len(line) > limits.document:
            yield Unreadable(f"{name}#{number}", f"the line is longer than {megabytes(limits.document)}.")
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            continue
        value = _whole(line)
        if value is None:
            yield Unreadable(f"{name}#{number}", "the line is not valid JSON.")
        else:
            yield _document(f"{name}#{number}", value, fields)


def read_csv(name: str, stream: IO[bytes], fields: Fields, limits: Limits) -> Iterator[Item]:
    """A table with a header row; comma, semicolon, tab or bar between the fields."""
    head, whole = peek(stream)
    encoding = decode(head).encoding
    text = io.TextIOWrapper(whole, encoding=encoding, errors="replace", newline="")
    sample = head.decode(encoding, "replace").lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(",;\t|", key=sample.count)
    csv.field_size_limit(limits.document)
    rows = csv.reader((line.replace("\0", " ") for line in _bounded_lines(text, limits)), delimiter=delimiter)
    number = 0
    try:
        header = [cell.strip().lstrip("\ufeff") for cell in next(rows, [])]
        if not any(fields.values(dict.fromkeys(header, "x"), role) for role in ("body", "summary")):
            columns = ", ".join(header[:12])
            yield Unreadable(name, f"no column looks like the text of an article; {_TELL} (the columns are {columns}).")
            return
        for row in rows:
            if any(cell.strip() for cell in row):
                number += 1
                yield _document(f"{name}#{number}", dict(zip(header, row, strict=False)), fields)
    except csv.Error as error:
        yield Unreadable(f"{name}#{number + 1}", f"the table is broken here ({error}).")


def looks_like_table(head: str) -> bool:
    """Whether the first line is the header row of a table of articles."""
    line = head.lstrip("\ufeff").split("\n", 1)[0].strip()
    for delimiter in ",;\t|":
        names = {letters(cell.strip(' "')) for cell in line.split(delimiter)}
        if len(names) >= 3 and all(len(n) <= 30 for n in names):
            fields = Fields()
            record = dict.fromkeys(names, "x")
            if fields.values(record, "body") and any(fields.values(record, r) for r in ("title", "url", "published")):
                return True
    return False


def _records(name: str, value: Any, fields: Fields) -> Iterator[Item]:
    """The articles of one JSON value: itself, or the longest list of records in it."""
    records = _list_in(value, fields)
    if records is None:
        yield _document(name, value, fields)
        return
    for number, record in enumerate(records, 1):
        yield _document(f"{name}#{number}", record, fields)


def _list_in(value: Any, fields: Fields) -> list[Any] | None:
    """The longest list of article-like records in `value`, up to three levels down; None where it is an article
    itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    level: list[Any] = [value]
    best: list[Any] = []
    for _ in range(4):
        inner = [child for node in level for child in node.values()]
        lists = [
            child for child in inner if isinstance(child, list) and any(map(fields.has_text, map(_unwrap, child[:5])))
        ]
        # A mapping from ids to records is a list of records too.
        lists += [
            list(node.values())
            for node in level
            if len(node) > 1 and all(isinstance(child, dict) and fields.text(child, "body") for child in node.values())
        ]
        best = max([best, *lists], key=len)
        level = [child for child in inner if isinstance(child, dict)]
    own = {name: child for name, child in value.items() if not isinstance(child, dict)}
    body = fields.text(own, "body")
    return best if best and not (body and len(body) > 400) else None


def _unwrap(record: Any) -> Any:
    """`{"_source": {...}}` -> what it wraps."""
    if isinstance(record, dict):
        for key in _WRAPPERS:
            if isinstance(record.get(key), dict) and len(record[key]) >= 2:
                return {**{k: v for k, v in record.items() if k != key}, **record[key]}
    return record


def _document(name: str, record: Any, fields: Fields) -> Item:
    """One record as a document."""
    if isinstance(record, str) and record.strip():
        return RawDocument(name, clean(record).text)
    if not isinstance(record, dict):
        return Unreadable(name, "the record is no object with fields.")
    if not fields.told(record, "body"):
        record = _unwrap(record)
    body, summary = fields.text(record, "body"), fields.text(record, "summary")
    if not body and not summary:
        names = ", ".join(str(key) for key in list(record)[:12])
        return Unreadable(name, f"the record has no text; {_TELL} (its fields are {names or 'none'}).")
    notes = () if body else ("Only a summary is given.",)
    return record_document(name, body or summary or "", _hints(record, fields), summary if body else None, notes)


def record_document(
    name: str, body: str, hints: Hints, summary: str | None = None, notes: tuple[str, ...] = ()
) -> RawDocument:
    """A document of a body field that may be text or HTML, below its title and, where it is short, its summary."""
    from tui.corpus.html import add_body, is_markup

    composer = Composer()
    composer.add(hints.title or "", Role.TITLE)
    if summary and len(summary) < 600 and not is_markup(summary) and not _opens(body, summary):
        composer.add(summary, Role.STANDFIRST)
    add_body(composer, body, hints.title)
    return composer.document(name, hints, notes)


def _opens(body: str, summary: str) -> bool:
    """Whether the body begins with the summary's words, so that it need not stand there twice."""
    return " ".join(summary.split())[:60] in " ".join(body[:4000].split())


def _hints(record: dict[str, Any], fields: Fields) -> Hints:
    when = fields.published(record)
    title, outlet = fields.text(record, "title"), fields.text(record, "outlet")
    url = next(
        (v for v in map(as_text, fields.values(record, "url")) if v and v.startswith(("http://", "https://"))), None
    )
    language = fields.text(record, "language")
    return Hints(
        title=html.unescape(title) if title else None,
        outlet=outlet[:120] if outlet else None,
        url=url,
        published=when.day if when else None,
        published_precision=when.precision if when else DatePrecision.UNKNOWN,
        published_time=when.time if when else None,
        authors=names_in(fields.first(record, "authors"))[:20],
        language=language[:2].lower() if language and re.match(r"[A-Za-z]{2}(?:[-_]|$)", language) else None,
    )


def _whole(data: bytes) -> Any:
    """The JSON value that `data` is, or None (also for a bare null)."""
    try:
        return json.loads(data.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None


class _BrokenJson(Exception):
    """Where a JSON file stops being JSON, in a sentence."""


def _values(stream: IO[bytes], limits: Limits) -> Iterator[Any]:
    """The values of `[a, b, ...]` or of `a b ...`, one at a time; no more than the largest one is held.

    Of one object that is too large to be held the first array of objects is read.
    A value that is not whole yet is tried again only when twice as much has been read, so the work stays linear.
    """
    decoder = json.JSONDecoder(strict=False)
    feed = io.TextIOWrapper(replay(b"", stream), encoding="utf-8-sig", errors="replace", newline="")
    buffer, opened, want, done = "", False, _CHUNK, False
    while True:
        while not done and len(buffer) < want:
            chunk = feed.read(max(_CHUNK, want - len(buffer)))
            done = not chunk
            buffer += chunk
        position = _GAP.match(buffer).end()  # type: ignore[union-attr]  # matches the empty string too
        if not opened and buffer[position : position + 1] == "[":
            opened, position = True, position + 1
        progress = False
        while True:
            position = _GAP.match(buffer, position).end()  # type: ignore[union-attr]
            if position >= len(buffer):
                progress = True
                break
            if buffer[position] == "]" and opened:
                return
            try:
                value, end = decoder.raw_decode(buffer, position)
            except (ValueError, RecursionError):
                break
            if end == len(buffer) and not done and not isinstance(value, dict | list):
                break  # a number may go on in the next chunk
            progress = True
            position = end
            yield value
        buffer = buffer[position:]
        if done:
            if buffer.strip(" \t\r\n,]"):
                raise _BrokenJson("the JSON is broken here, and the rest of the file cannot be read.")
            return
        want = _CHUNK if progress else 2 * max(want, len(buffer))
        if want > 2 * limits.document and not opened and (inner := _INNER.search(buffer)):
            opened, buffer, want = True, buffer[inner.end() :], _CHUNK
        elif want > 2 * limits.document:
            raise _BrokenJson(f"the JSON is broken here, or a record is larger than {megabytes(limits.document)}.")


def _bounded_lines(text: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    while line := text.readline(limits.document):
        yield line
