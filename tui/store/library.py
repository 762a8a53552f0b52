"""The articles of some folders with their records, read through the store: what the desk and the commands work on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.config import Config
from tui.corpus.model import Article
from tui.errors import UserError
from tui.records import Kind, Record
from tui.store.database import Store
from tui.store.ingest import Progress, Summary, ingest
from tui.store.rows import ARTICLE_SELECT, TABLES, columns, read_article, read_record

PUBLISHED = (
    "coalesce({table}.published, substr(article.published, 1, "
    "CASE article.published_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 WHEN 'year' THEN 4 END))"
)
"""When a record was published, at its own precision: the day of its post of a live blog, else its article's."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a full-text query found, with the words around the first hit."""

    name: str
    title: str | None
    outlet: str | None
    snippet: str


class Library:
    """A view of the store limited to the roots given. Cheap to make; every method is one or two queries."""

    def __init__(self, store: Store, roots: Sequence[Path], config: Config, manifest: Path | None = None) -> None:
        for root in roots:
            if not root.exists():
                raise UserError(f"{root} does not exist: give a file or a folder of articles")
        self.store = store
        self.roots = tuple(root.resolve() for root in roots)
        self.config = config
        self.manifest = manifest

    def ingest(
        self,
        *,
        jobs: int | None = None,
        progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        settle_seconds: float = 0.0,
        only: Mapping[Path, Collection[str]] | None = None,
    ) -> list[Summary]:
        """Bring every root in step with the disk; with `only`, these roots as far as these paths below them go."""
        return [
            ingest(
                self.store, root, self.config, manifest=self.manifest, jobs=jobs, progress=progress,
                cancelled=cancelled, settle_seconds=settle_seconds, only=None if only is None else only[root],
            )
            for root in self.roots
            if only is None or root in only
        ]  # fmt: skip

    def counts(self) -> dict[str, int]:
        """How many articles and records of each kind."""
        names = {"articles": "article", **{str(kind): table for kind, table in TABLES.items()}}
        out = {}
        for name, table in names.items():
            join = "" if table == "article" else f"JOIN {table} ON {table}.article_id = article.id"
            out[name] = self._read(f"SELECT count(*) FROM article {join} {{roots}}")[0][0]
        return out

    def articles(self) -> Iterator[Article]:
        """Every article whole, in the order of their names."""
        for (name,) in self._read("SELECT article.name FROM article {roots} ORDER BY article.name"):
            yield self.article(name)

    def article(self, name: str) -> Article:
        """One article by its name. Raises `UserError` where there is none."""
        rows = self._read(f"{ARTICLE_SELECT} {{roots}} AND article.name = ?", name)
        if not rows:
            raise UserError(f"there is no article {name} in {', '.join(map(str, self.roots))}")
        return read_article(rows[0])

    def records(self, kind: Kind, article: str | None = None) -> Iterator[Record]:
        """The records of a kind, in the order of article and text, with their evidence."""
        table = TABLES[kind]
        fields = ", ".join(f"{table}.{c}" for c in columns(kind))
        # substr counts characters from 1; the sentence is cut where it is shown, never stored twice
        rows = self._read(
            f"SELECT article.name, article.outlet, {PUBLISHED.format(table=table)}, "
            f"substr(article_body.text, {table}.start + 1, {table}.stop - {table}.start), {fields} "
            f"FROM {table} JOIN article ON article.id = {table}.article_id "
            f"JOIN article_body ON article_body.article_id = article.id {{roots}} "
            f"{'AND article.name = ?' if article else ''} ORDER BY article.name, {table}.start, {table}.id",
            *([article] if article else []),
        )
        for name, outlet, published, evidence, *values in rows:
            yield read_record(kind, tuple(values), name, outlet, published, evidence)

    def all_records(self) -> Iterator[Record]:
        """The records of every kind."""
        for kind in TABLES:
            yield from self.records(kind)

    def credits(self) -> list[tuple[str, str]]:
        """Each article that credits wire agencies, with the JSON list of them."""
        rows = self._read("SELECT article.name, article.credits FROM article {roots} AND article.credits <> '[]'")
        return [(name, stored) for name, stored in rows]

    def search(self, query: str, limit: int = 200) -> list[Found]:
        """Articles that hold the words of `query`, best first (BM25); any words, "phrases" and prefix* may be typed."""
        match = fts_query(query)
        if not match:
            return []
        rows = self._read(
            "SELECT article.name, article.title, article.outlet, snippet(article_fts, 1, '', '', ' … ', 16) "
            "FROM article_fts JOIN article ON article.id = article_fts.rowid {roots} "
            "AND article_fts MATCH ? ORDER BY article_fts.rank LIMIT ?",
            match,
            limit,
        )
        return [Found(*row) for row in rows]

    def failures(self) -> list[tuple[str, str]]:
        """Files that could not be read, and why."""
        return [
            (path, error)
            for path, error in self.store.read(
                f"SELECT file.path, file.error FROM file JOIN root ON root.id = file.root_id "
                f"WHERE file.error IS NOT NULL AND root.path IN ({self._marks()}) ORDER BY file.path",
                [str(root) for root in self.roots],
            )
        ]

    def _read(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        """A query with `{roots}` where the limit to our roots belongs (always the first condition)."""
        roots = (
            "JOIN file ON file.id = article.file_id JOIN root ON root.id = file.root_id "
            f"WHERE root.path IN ({self._marks()})"
        )
        return self.store.read(sql.format(roots=roots), [*(str(root) for root in self.roots), *params])

    def _marks(self) -> str:
        return ", ".join("?" for _ in self.roots)


def fts_query(query: str) -> str:
    """What FTS5 is asked: every word quoted, so that its own operators in what people type cannot be errors."""
    parts = []
    for n, piece in enumerate(query.split('"')):
        if n % 2:
            parts.append(f'"{piece}"' if piece.strip() else "")
            continue
        for word in piece.split():
            bare = word.rstrip("*")
            if any(c.isalnum() for c in bare):
                parts.append(f'"{bare}"' + ("*" if word.endswith("*") else ""))
    return " ".join(p for p in parts if p)
