"""People of one article: found by title and name, settled by the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

from tui.corpus.model import Article
from tui.extract.gazetteer import Gazetteer
from tui.extract.model import Mention


@dataclass(frozen=True)
class People:
    """The people an article names, and how later short forms ("Wallace", "the Defence Secretary") resolve to them."""

    @classmethod
    def of(cls, article: Article, gazetteer: Gazetteer) -> People:
        """Read the whole article once."""
        return cls()

    def find(self, text: str) -> tuple[Mention, ...]:
        """The person mentions of one sentence, left to right."""
        return ()
