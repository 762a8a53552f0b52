"""Article -> records. `extract` is the one door."""

from __future__ import annotations

from tui.corpus.model import Article
from tui.extract.gazetteer import Gazetteer
from tui.records import Record


def extract(article: Article, gazetteer: Gazetteer) -> list[Record]:
    """Every record of `article`, in the order of the codebook: position in the text, then kind."""
    from tui.extract.analysis import analyse
    from tui.extract.cyberattacks import find_cyberattacks
    from tui.extract.figures import find_figures
    from tui.extract.meetings import find_meetings

    analysis = analyse(article, gazetteer)
    records: list[Record] = [*find_figures(analysis), *find_cyberattacks(analysis), *find_meetings(analysis)]
    return sorted(records, key=lambda r: (r.start, r.kind, r.id))
