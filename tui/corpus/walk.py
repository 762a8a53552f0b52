"""Which files below the given paths are articles: sorted, nothing outside the folder, no manifests or read-mes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.corpus.manifest import NAMES as MANIFESTS
from tui.corpus.raw import Unreadable
from tui.errors import UserError

_NOT_ARTICLES = frozenset({*MANIFESTS, "index.tsv", "index.csv", "index.jsonl", "license", "notice", "copying"})
_READMES = ("readme", "license", "changelog")


def walk(paths: Sequence[Path]) -> Iterator[tuple[Path, Path] | Unreadable]:
    """(root, file) for every file to read. A symbolic link that leaves its folder is told as unreadable.

    Raises `UserError` where a path does not exist.
    """
    for path in paths:
        if str(path) == "-":  # standard input
            yield path.parent, path
            continue
        if not path.exists():
            raise UserError(f"{path} does not exist; give a file or a folder of articles.")
        if not path.is_dir():
            yield path.parent, path
            continue
        root = path.resolve()
        for file in sorted(path.rglob("*")):
            inside = file.relative_to(path)
            if any(part.startswith(".") for part in inside.parts) or not file.is_file() or not is_article(file):
                continue
            if not file.resolve().is_relative_to(root):
                yield Unreadable(inside.as_posix(), "it is a link that leads out of the folder.")
            else:
                yield path, file


def is_article(file: Path) -> bool:
    """Whether the name is that of an article rather than of a manifest, an index or a read-me."""
    name = file.name.lower()
    return name not in _NOT_ARTICLES and not name.startswith(_READMES)
