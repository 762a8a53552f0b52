"""Which version of the parser, under which config, made a row: what decides whether a file must be parsed again."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from tui.config import Config

_PARTS_THAT_MATTER = ("outlets", "sides", "places", "people", "institutions", "targets", "timezone", "reading")
"""The sections of the config that change what an article says; theme, keys and named windows of time do not."""


def parser_key(config: Config, manifest: bytes = b"") -> str:
    """16 hex digits: the extractor's own source, its data, the config that matters, and the manifest beside the files.

    The source is hashed rather than a version number, so that nobody can forget to raise it.
    """
    digest = hashlib.sha256(_source())
    for part in _PARTS_THAT_MATTER:
        digest.update(repr(getattr(config, part, None)).encode())
    digest.update(manifest)
    return digest.hexdigest()[:16]


@functools.cache
def _source() -> bytes:
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    names = [package / "records.py"]
    for folder in ("corpus", "extract", "data"):
        names += (p for p in (package / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    for path in sorted(names):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.digest()
