"""A file as people have it -> documents: the kind told by content first, by extension second."""

from __future__ import annotations

import bz2
import gzip
import re
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import IO, Any

from tui.config import Config
from tui.corpus.archives import BROKEN, tar_members, zip_members
from tui.corpus.decode import decode
from tui.corpus.fields import Fields
from tui.corpus.limits import MB, Limits, TooLarge, read_bounded
from tui.corpus.raw import RawDocument, Unreadable
from tui.corpus.streams import HEAD, Meter, Metered, peek, replay

Item = RawDocument | Unreadable


class Kind(StrEnum):
    """What a stream of bytes is."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    JSON = "json"
    TABLE = "table"
    MHTML = "mhtml"
    WARC = "warc"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    ZIP = "zip"
    TAR = "tar"
    OTHER = "other"


_MAGIC = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"WARC/", Kind.WARC),
)
_OTHER = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xfd7zXZ\0", "an XZ archive"),
    (b"Rar!", "a RAR archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
_UNPACK: dict[Kind, Callable[[IO[bytes]], Any]] = {
    Kind.GZIP: lambda stream: gzip.GzipFile(fileobj=stream),
    Kind.BZIP2: bz2.BZ2File,
}
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_MHTML = re.compile(rb"^MIME-Version:", re.I | re.M)
_TAGS = re.compile(rb"</(?:p|div|article|section|span|li|ul|h[1-6]|a)>", re.I)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_JSON = re.compile(rb"[{\[]\s*(?:[\"{\[\]}]|-?\d|true|false|null)")
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_LINE_NAMES = (".jsonl", ".ndjson", ".jl")
_JSON_NAMES = (".json", *_LINE_NAMES)
_PAGE_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(slots=True)
class _Reader:
    """What all the readers of one file share."""

    limits: Limits
    fields: Fields
    packed: int = 0


def documents(path: Path, root: Path, config: Config, limits: Limits | None = None) -> Iterator[Item]:
    """Every document of the file `path` (`-` is standard input), in order.

    An id is the path relative to the folder `root`, then `/member` in an archive, then `#N` for the N-th article of a
    file that holds several. What cannot be read is told as `Unreadable`, with the reason, and the rest goes on;
    nothing is raised. `fields` maps the roles of `tui.corpus.fields.ROLES` to field names of JSON and CSV files.
    """
    limits = limits or Limits(document=config.reading.max_file_mb * MB)
    reader = _Reader(limits, Fields(config.reading.fields))
    if str(path) == "-":
        yield from _few_failures("-", _stream("-", sys.stdin.buffer, reader), limits)
        return
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device read for ever
            yield Unreadable(name, "it is no regular file.")
            return
        reader.packed = status.st_size
        with path.open("rb") as stream:
            yield from _few_failures(name, _stream(name, stream, reader), limits)
    except OSError as error:
        yield Unreadable(name, f"it cannot be opened ({error.strerror or error}).")


def kind_of(head: bytes, name: str) -> Kind:
    """What a stream is, from its first bytes; the name is asked only where these allow several answers."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return Kind.TAR
    if any(head.startswith(magic) for magic, _ in _OTHER):
        return Kind.OTHER
    lower = plain_name(name)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")) and (_JSON.match(text) or lower.endswith(_JSON_NAMES)):
        return Kind.JSON
    if text.startswith(b"<"):
        if _FEED.search(text[:4096]) and not _PAGE.search(text[:4096]):
            return Kind.FEED
        if _PAGE.search(text) or len(_TAGS.findall(text)) >= 3 or text.startswith(b"<?xml"):
            return Kind.HTML
    if lower.endswith(_PAGE_NAMES) and (_PAGE.search(text) or _TAGS.search(text)):
        return Kind.HTML
    if _MHTML.search(head[:4096]) and b"multipart/related" in head[:4096]:
        return Kind.MHTML
    if lower.endswith((".csv", ".tsv")):
        return Kind.TABLE
    from tui.corpus.structured import looks_like_table

    return Kind.TABLE if looks_like_table(decode(text[:4096]).text) else Kind.TEXT


def plain_name(name: str) -> str:
    """A name in small letters without the suffix of a compressed file."""
    return name.lower().removesuffix(".gz").removesuffix(".bz2")


def _stream(name: str, stream: IO[bytes], reader: _Reader, depth: int = 0) -> Iterator[Item]:
    """The documents of one stream of bytes, whatever it is."""
    try:
        head, whole = peek(stream)
        kind = kind_of(head, name)
        if kind in _UNPACK or kind in (Kind.ZIP, Kind.TAR):
            if depth == reader.limits.depth:
                yield Unreadable(name, f"archives stand in one another more than {depth} deep.")
            elif kind in _UNPACK:
                unpacked = _UNPACK[kind](whole)
                meter = Meter(reader.limits.unpacked(reader.packed))
                yield from _stream(name, replay(b"", Metered(unpacked, meter)), reader, depth + 1)  # type: ignore[arg-type]
            else:
                seekable = depth == 0 and name != "-"
                if seekable:
                    stream.seek(0)
                yield from _members(name, kind, stream if seekable else whole, reader, depth)
        else:
            yield from _with_text(name, _read(name, kind, head, whole, reader))
    except TooLarge as error:
        yield Unreadable(name, str(error))
    except BROKEN as error:
        yield Unreadable(name, f"it is broken ({' '.join(str(error).split())[:200] or type(error).__name__}).")


def _members(name: str, kind: Kind, stream: IO[bytes], reader: _Reader, depth: int) -> Iterator[Item]:
    """The documents of an archive's members."""
    from tui.corpus.walk import is_article

    members = zip_members if kind is Kind.ZIP else tar_members
    for item in members(stream, reader.limits, reader.packed):
        if isinstance(item, Unreadable):
            yield Unreadable(f"{name}/{item.path}" if item.path else name, item.reason)
        elif is_article(PurePosixPath(item[0]).name):
            yield from _stream(f"{name}/{item[0]}", item[1], reader, depth + 1)


def _read(name: str, kind: Kind, head: bytes, stream: IO[bytes], reader: _Reader) -> Iterator[Item]:
    """The documents of a stream that is no archive."""
    if kind is Kind.OTHER:
        what = next(what for magic, what in _OTHER if head.startswith(magic))
        yield Unreadable(name, f"it is {what}; give what it holds as text or pages instead.")
    elif kind is Kind.JSON:
        from tui.corpus.structured import read_json, read_lines

        read = read_lines if plain_name(name).endswith(_LINE_NAMES) else read_json
        yield from read(name, stream, reader.fields.of_file(head), reader.limits)
    elif kind is Kind.TABLE:
        from tui.corpus.structured import read_csv

        yield from read_csv(name, stream, reader.fields.of_file(head), reader.limits)
    elif kind is Kind.WARC:
        from tui.corpus.warc import Payload, read_warc

        def page(one: str, payload: Payload) -> Iterator[Item]:
            kind = kind_of(payload.data[:HEAD], payload.url or one)
            yield from _whole(one, kind, payload.data, payload.charset, payload.url)

        yield from read_warc(name, stream, reader.limits, page)
    else:
        yield from _whole(name, kind, read_bounded(stream, reader.limits.document))


def _whole(name: str, kind: Kind, data: bytes, charset: str | None = None, url: str | None = None) -> Iterator[Item]:
    """The documents of bytes in memory: a text, a page or a feed."""
    if not data.strip():
        yield Unreadable(name, "it is empty.")
    elif _SITEMAP.search(data, 0, 2048):
        yield Unreadable(name, "it is a site map, which holds no article.")
    elif kind is Kind.HTML:
        from tui.corpus.html import read_html

        document = read_html(name, data, charset, url)
        only_title = not document.text or document.titles == set(range(document.text.count("\n") + 1))
        yield Unreadable(name, "the page holds no article text.") if only_title else document
    elif kind is Kind.MHTML:
        yield from _saved_page(name, data)
    elif kind is Kind.FEED:
        from tui.corpus.feeds import read_feed

        yield from read_feed(name, data)
    elif _is_binary(data):
        yield Unreadable(name, "it is no text.")
    else:
        decoded = decode(data, charset, exact=True)
        yield RawDocument(name, decoded.text, notes=decoded.notes)


def _saved_page(name: str, data: bytes) -> Iterator[Item]:
    """The page of a MIME archive, as browsers save one with its pictures."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    for part in message.walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            yield from _whole(name, Kind.HTML, page, part.get_content_charset(), url and str(url))
            return
    yield Unreadable(name, "the saved page has no HTML in it.")


def _is_binary(data: bytes) -> bool:
    """Whether bytes are not text in any encoding: control characters in numbers, but for UTF-16 and UTF-32."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    sample = data[:8192]
    return len(_CONTROLS.findall(sample)) > 0.1 * len(sample)


def _with_text(name: str, items: Iterator[Item]) -> Iterator[Item]:
    """The items, but for documents without text; and a word where there are none."""
    number = 0
    for item in items:
        number += 1
        if isinstance(item, RawDocument) and not item.text.strip():
            item = Unreadable(item.id, "it holds no text.")
        yield item
    if not number:
        yield Unreadable(name, "it holds no article.")


def _few_failures(name: str, items: Iterator[Item], limits: Limits) -> Iterator[Item]:
    """The items, but of failing records only so many one by one."""
    failed = 0
    for item in items:
        if isinstance(item, Unreadable):
            failed += 1
            if failed > limits.failures:
                continue
        yield item
    if failed > limits.failures:
        yield Unreadable(name, f"{failed - limits.failures} more of its records could not be read.")
