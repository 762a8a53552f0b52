"""Which sentences that state something are one text, lightly edited or not: known in the store, whoever carries them.

A text is a connected set of twins (`tui.corpus.copies.twins`), named after the smallest of the names of its sentences;
so it is the same whatever the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tui.corpus.copies import CANDIDATES, marks, twins
from tui.ledger.reports import text_name
from tui.store.database import Store
from tui.store.rows import MEMBERS


class Twins:
    """The texts of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, str] = {}

    def text(self, sentence: str) -> str:
        """The name of the text of a sentence; of one that was never learnt, its own."""
        name = text_name(sentence)
        if name not in self._known:
            rows = self._store.read("SELECT text FROM sentence WHERE name = ?", (name,))
            self._known[name] = rows[0][0] if rows else name
        return self._known[name]

    def learn(self, sentences: Iterable[str]) -> None:
        """Find the twins of sentences that are new. Articles whose text turns out to be another's count as changed."""
        new: dict[str, str] = {}
        for sentence in sentences:
            new.setdefault(text_name(sentence), sentence)
        names = list(new)
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            places = ", ".join("?" * len(some))
            rows = self._store.read(f"SELECT name FROM sentence WHERE name IN ({places})", some)
            unknown = dict.fromkeys(some)
            for (name,) in rows:
                unknown.pop(name, None)
            if unknown:
                with self._store.transaction() as connection:
                    for name in unknown:
                        _enter(connection, name, new[name])
        self._known.clear()


def _enter(connection: Any, name: str, sentence: str) -> None:
    """Write down a sentence with its text, and join texts that it shows to be one."""
    numbers = marks(sentence)
    texts = {name}
    if numbers:
        places = ", ".join("?" * len(numbers))
        near = connection.execute(f"SELECT name FROM sentence_mark WHERE mark IN ({places})", numbers).fetchall()
        shared = Counter(row[0] for row in near)
        for other in sorted(shared, key=lambda o: (-shared[o], o))[:CANDIDATES]:
            row = connection.execute("SELECT sentence, text FROM sentence WHERE name = ?", (other,)).fetchone()
            if row[1] not in texts and twins(sentence, row[0]):
                texts.add(row[1])
    text = min(texts)
    connection.execute("INSERT OR IGNORE INTO sentence (name, sentence, text) VALUES (?, ?, ?)", (name, sentence, text))
    connection.executemany(
        "INSERT OR IGNORE INTO sentence_mark (mark, name) VALUES (?, ?)", [(number, name) for number in numbers]
    )
    for old in texts - {text}:
        connection.execute("UPDATE sentence SET text = ? WHERE text = ?", (text, old))
        for table in MEMBERS.values():
            connection.execute(
                "INSERT INTO change (root_id, article_id) SELECT DISTINCT file.root_id, article.id "
                f"FROM {table} AS member JOIN article ON article.id = member.article_id "
                "JOIN file ON file.id = article.file_id WHERE member.text = ?",
                (old,),
            )
