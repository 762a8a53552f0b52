"""The annotated sentences that `benchmarks/peers.py` puts to newsdash and to the others alike."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.config import Config
from tui.corpus import read_articles
from tui.corpus.model import Article
from tui.evaluate.match import quotes, same_text
from tui.extract.analysis import Analysis, analyse
from tui.extract.gazetteer import Gazetteer
from tui.extract.model import SentenceView


@dataclass(frozen=True)
class Case:
    """An annotated record and the sentences of the article that state it, as newsdash read them."""

    gold: dict[str, Any]
    article: Article
    views: tuple[SentenceView, ...]

    @property
    def anchor(self) -> dt.date | None:
        """The day from which the sentence's dates count."""
        value = self.views[0].anchor
        return dt.date.fromisoformat(value) if value and len(value) == 10 else self.article.anchor


def cases(gold: list[Path], folders: list[Path], config: Config, gazetteer: Gazetteer) -> Iterator[Case]:
    """Every annotated record whose sentences stand in the article."""
    rows = [json.loads(line) for file in gold for line in file.read_text("utf-8").splitlines() if line.strip()]
    read: dict[str, Analysis] = {}
    for row in rows:
        if not quotes(row):
            continue
        name = row["article"]
        if name not in read:
            files = [folder / name for folder in folders if (folder / name).exists()]
            found = next((a for a in read_articles(files, config, None) if isinstance(a, Article)), None)
            if found is None:
                continue
            read[name] = analyse(found, gazetteer)
        views = tuple(v for v in read[name].views if any(same_text(v.text, q) for q in quotes(row)))
        if views:
            yield Case(row, read[name].article, views)
