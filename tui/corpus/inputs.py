"""A file as people have it -> documents: the kind told by content first, by extension second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.config import Config
from tui.corpus.decode import decode
from tui.corpus.raw import RawDocument, Unreadable


def documents(path: Path, root: Path, config: Config) -> Iterator[RawDocument | Unreadable]:
    """Every document of the file `path`; ids are relative to the folder `root`, with `#N` where a file holds several."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))
        return
    decoded = decode(data)
    yield RawDocument(name, decoded.text, notes=decoded.notes)
