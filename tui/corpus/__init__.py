"""bytes -> Article. `read_articles` is the one door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.config import Config
from tui.corpus.model import Article


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file (or a member of one) that could not be read, and why, in a sentence."""

    path: str
    reason: str


def read_articles(
    paths: Sequence[Path], config: Config, manifest: Path | None = None
) -> Iterator[Article | Unreadable]:
    """Every article below `paths`, in sorted order of path; a file that fails gives `Unreadable` and the rest goes on.

    Raises `UserError` where a path itself does not exist or holds nothing to read.
    """
    yield from ()
