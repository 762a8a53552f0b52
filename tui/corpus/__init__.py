"""bytes -> Article. `read_articles` is the one door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.config import Config
from tui.corpus.article import article_of
from tui.corpus.inputs import documents
from tui.corpus.manifest import Manifest, find_manifest, load_manifest
from tui.corpus.model import Article
from tui.corpus.raw import Unreadable
from tui.corpus.walk import walk

__all__ = ["Article", "Unreadable", "read_articles"]


def read_articles(
    paths: Sequence[Path], config: Config, manifest: Path | None = None
) -> Iterator[Article | Unreadable]:
    """Every article below `paths`, in sorted order of path; a file that fails gives `Unreadable` and the rest goes on.

    `manifest` is used for all of them; without it, the one that lies in each folder given.
    Raises `UserError` where a path does not exist or a manifest cannot be read.
    """
    given = load_manifest(manifest) if manifest is not None else None
    found: dict[Path, Manifest] = {}
    for item in walk(paths):
        if isinstance(item, Unreadable):
            yield item
            continue
        root, file = item
        if given is None and root not in found:
            beside = find_manifest(root)
            found[root] = load_manifest(beside) if beside else {}
        said = given if given is not None else found[root]
        for document in documents(file, root, config):
            yield document if isinstance(document, Unreadable) else article_of(document, config, said)
