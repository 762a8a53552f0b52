"""A store with articles and records that were not extracted but made, for what comes after extraction.

    python -m benchmarks.stock STORE FOLDER COUNT     (a store of COUNT articles that claim to lie in FOLDER)
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.articles import article as made_article
from benchmarks.world import World
from tui.config import Config
from tui.corpus.model import Article, Basis
from tui.ledger.model import Report
from tui.records import DatePrecision
from tui.store.database import Store
from tui.store.library import Library
from tui.store.rows import write_article


class Stocked:
    """A library of one folder into which articles are put and from which they are taken without being read."""

    def __init__(self, store: Store, root: Path) -> None:
        root.mkdir(exist_ok=True)
        self.library = Library(store, [root], Config())
        self.store = store
        with store.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO root (path) VALUES (?)", (str(root.resolve()),))
            (self._root,) = connection.execute(
                "SELECT id FROM root WHERE path = ?", (str(root.resolve()),)
            ).fetchone()

    def put(self, reports: Iterable[Report], text: str = "") -> None:
        """Write the reports of one article behind some other text; it replaces one of the same name."""
        held = list(reports)
        self.take(held[0].record.article)
        with self.store.transaction() as connection:
            self._put(connection, held, text)

    def put_many(self, articles: Iterable[tuple[list[Report], str]]) -> None:
        """Write many new articles, a thousand to a transaction."""
        waiting = iter(articles)
        while some := list(itertools.islice(waiting, 1000)):
            with self.store.transaction() as connection:
                for reports, text in some:
                    if reports:
                        self._put(connection, reports, text)

    def _put(self, connection: sqlite3.Connection, held: list[Report], text: str) -> None:
        # every report gets a sentence of its own, the same for the same text
        name, records = held[0].record.article, []
        for report in held:
            sentence = f"{report.text} says so. "
            spans = tuple((len(text), len(text) + len(sentence) - 1) for _ in report.record.mentions)
            records.append(
                dataclasses.replace(
                    report.record, start=len(text), end=len(text) + len(sentence) - 1, mentions=spans
                )
            )
            text += sentence
        told = held[0].record.published
        article = Article(
            id=name, text=text, outlet=held[0].record.source, outlet_basis=Basis.STATED,
            published=dt.date.fromisoformat(told) if told else None,
            published_precision=DatePrecision.DAY if told else DatePrecision.UNKNOWN,
            credits=(held[0].agency,) if held[0].agency else (),
        )  # fmt: skip
        cursor = connection.execute(
            "INSERT INTO file (root_id, path, size, mtime_ns, digest, parser) VALUES (?, ?, 0, 0, x'', '')",
            (self._root, name),
        )
        write_article(connection, int(cursor.lastrowid or 0), article, records)

    def take(self, name: str) -> None:
        """Remove an article."""
        with self.store.transaction() as connection:
            rows = connection.execute("SELECT id FROM file WHERE root_id = ? AND path = ?", (self._root, name))
            for (file_id,) in rows.fetchall():
                of = "(SELECT id FROM article WHERE file_id = ?)"
                connection.execute(f"DELETE FROM article_body WHERE article_id IN {of}", (file_id,))
                connection.execute("DELETE FROM article WHERE file_id = ?", (file_id,))
                connection.execute("DELETE FROM file WHERE id = ?", (file_id,))


def stock(store: Path, folder: Path, count: int) -> Stocked:
    """A store with `count` articles of the made world, each behind the text of a made article."""
    made = Stocked(Store.open(store), folder)
    made.put_many((reports, made_article(n)[1]) for n, reports in enumerate(World().articles(count)))
    return made


if __name__ == "__main__":
    stock(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
