"""Which files below the given paths are articles: sorted, nothing outside the folder, no manifests or read-mes."""

from __future__ import annotations

import os
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
        yield from _below(path, path, path.resolve())


def require_articles(paths: Sequence[Path]) -> None:
    """Raise `UserError` where the paths hold no file to read, so that a mistyped folder is not an empty desk."""
    if next(walk(paths), None) is None:
        named = ", ".join(str(path) for path in paths)
        raise UserError(f"{named} holds no articles; give files, or a folder that holds some.")


def _below(folder: Path, given: Path, root: Path) -> Iterator[tuple[Path, Path] | Unreadable]:
    """The files of a folder and those below it, in the order of their paths; one look at the disk a folder."""
    with os.scandir(folder) as entries:
        found = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    for entry in found:
        file = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(file, given, root)
        elif is_article(entry.name) and entry.is_file():
            if entry.is_symlink() and not file.resolve().is_relative_to(root):
                yield Unreadable(file.relative_to(given).as_posix(), "it is a link that leads out of the folder.")
            else:
                yield given, file


def is_article(name: str) -> bool:
    """Whether a file's name is that of an article rather than of a manifest, an index or a read-me."""
    name = name.lower()
    return name not in _NOT_ARTICLES and not name.startswith(_READMES)
