"""Web archives (WARC, WARC.gz, WET) -> a document a page, one record in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from tui.corpus.limits import Limits, TooLarge, read_bounded
from tui.corpus.raw import RawDocument, Unreadable

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{1,40})", re.I)
_PAGES = (
    "text/html",
    "application/xhtml",
    "text/plain",
    "application/rss",
    "application/atom",
    "application/json",
    "text/xml",
    "application/xml",
)


@dataclass(frozen=True, slots=True)
class Payload:
    """What a server sent: the body, its address, and the charset that its header names."""

    data: bytes
    url: str | None
    charset: str | None


def read_warc(
    name: str, stream: IO[bytes], limits: Limits, read: Callable[[str, Payload], Iterator[RawDocument | Unreadable]]
) -> Iterator[RawDocument | Unreadable]:
    """Every page of the archive, read by `read`; requests, metadata, images, redirects and errors are passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(stream, no_record_parse=False):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            headers = record.http_headers
            if headers is not None and headers.get_statuscode() != "200":
                continue
            kind = (
                headers.get_header("Content-Type")
                if headers is not None
                else record.rec_headers.get_header("Content-Type")
            ) or ""
            if not kind.lower().startswith(_PAGES):
                continue
            number += 1
            one = f"{name}#{number}"
            charset = _CHARSET.search(kind)
            try:
                data = read_bounded(record.content_stream(), limits.document)
            except TooLarge as error:
                yield Unreadable(one, str(error))
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield from read(one, Payload(data, url.strip("<>") if url else None, charset[1] if charset else None))
    except ArchiveLoadFailed as error:
        yield Unreadable(
            f"{name}#{number + 1}", f"the web archive is broken here ({str(error).splitlines()[0][:120]})."
        )
        return
    if not number:
        yield Unreadable(name, "the web archive holds no page.")
