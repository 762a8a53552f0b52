"""Where the text behind a row is: an article and its records, fetched when they are shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tui.corpus.model import Article
from tui.errors import UserError
from tui.records import Kind, Record

if TYPE_CHECKING:
    from tui.store.library import Library


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a full-text search found, with the words around the first place."""

    article: str
    title: str
    outlet: str
    snippet: str


class Texts(Protocol):
    """Articles by id. Every answer is quick enough to be asked for while a key is held."""

    def article(self, article_id: str) -> Article | None:
        """The article, None where it is gone."""
        ...

    def records(self, article_id: str) -> list[Record]:
        """Its records, in the order of the text."""
        ...

    def search(self, query: str, limit: int = 200) -> list[Hit]:
        """Articles that hold all the words of `query`, best first."""
        ...


class MemoryTexts:
    """Articles and records held in memory."""

    def __init__(self, articles: Iterable[Article], records: Iterable[Record]) -> None:
        self._articles = {article.id: article for article in articles}
        self._records: dict[str, list[Record]] = {}
        for record in records:
            self._records.setdefault(record.article, []).append(record)

    def article(self, article_id: str) -> Article | None:
        """The article, None where it is gone."""
        return self._articles.get(article_id)

    def records(self, article_id: str) -> list[Record]:
        """Its records, in the order of the text."""
        return in_order(self._records.get(article_id, ()))

    def search(self, query: str, limit: int = 200) -> list[Hit]:
        """Articles that hold all the words of `query`."""
        wanted = query.casefold().replace('"', " ").split()
        out = []
        for article in self._articles.values():
            text = f"{article.title or ''}\n{article.text}".casefold()
            if wanted and all(word in text for word in wanted):
                at = max(0, text.find(wanted[0]) - len(article.title or "") - 1)
                snippet = " ".join(article.text[max(0, at - 40) : at + 80].split())
                out.append(Hit(article.id, article.title or "", article.outlet or "", snippet))
        return out[:limit]


class StoreTexts:
    """Articles and records in the store; the last few stay at hand."""

    KEPT = 16

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[str, tuple[Article | None, list[Record]]] = OrderedDict()

    def article(self, article_id: str) -> Article | None:
        """The article, None where it is gone."""
        return self._fetch(article_id)[0]

    def records(self, article_id: str) -> list[Record]:
        """Its records, in the order of the text."""
        return self._fetch(article_id)[1]

    def search(self, query: str, limit: int = 200) -> list[Hit]:
        """Articles that hold all the words of `query`, best first."""
        found = self._library.search(query, limit)
        return [Hit(f.name, f.title or "", f.outlet or "", " ".join(f.snippet.split())) for f in found]

    def _fetch(self, article_id: str) -> tuple[Article | None, list[Record]]:
        if article_id not in self._kept:
            self._kept[article_id] = self._read(article_id)
            while len(self._kept) > self.KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(article_id)
        return self._kept[article_id]

    def _read(self, article_id: str) -> tuple[Article | None, list[Record]]:
        try:
            article = self._library.article(article_id)
        except UserError:  # removed from the folder since the list was made
            return None, []
        return article, in_order(r for kind in Kind for r in self._library.records(kind, article_id))


def in_order(records: Iterable[Record]) -> list[Record]:
    """By their place in the text, as `newsdash extract` prints them."""
    return sorted(records, key=lambda r: (r.start, r.kind, r.id))
