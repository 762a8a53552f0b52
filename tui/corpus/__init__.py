"""bytes -> Article. `read_articles` is the one door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.config import Config
from tui.corpus.model import Article
from tui.corpus.raw import Unreadable

__all__ = ["Article", "Unreadable", "read_articles"]


def read_articles(
    paths: Sequence[Path], config: Config, manifest: Path | None = None
) -> Iterator[Article | Unreadable]:
    """Every article below `paths`, in sorted order of path; a file that fails gives `Unreadable` and the rest goes on.

    Raises `UserError` where a path itself does not exist or holds nothing to read.
    """
    yield from ()
