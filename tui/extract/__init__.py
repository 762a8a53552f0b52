"""Article -> records. `extract` is the one door."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.corpus.model import Article
from tui.extract.gazetteer import Gazetteer
from tui.records import Record

# Characters: what runs on for longer is a table or a dump and no sentence, and the rules look for words across a whole
# sentence, so that their cost is bounded for each.
_LONGEST = 3000


def extract(article: Article, gazetteer: Gazetteer) -> list[Record]:
    """Every record of `article`, in the order of the codebook: position in the text, then kind."""
    from tui.extract.analysis import analyse
    from tui.extract.cyberattacks import find_cyberattacks
    from tui.extract.figures import find_figures
    from tui.extract.meetings import find_meetings

    analysis = analyse(article, gazetteer, _LONGEST)
    records: list[Record] = [*find_figures(analysis), *find_cyberattacks(analysis), *find_meetings(analysis)]
    return list(_told_apart(sorted(records, key=lambda r: (r.start, r.kind, r.id))))


def _told_apart(records: Iterable[Record]) -> Iterator[Record]:
    """Records that hang on one word ("visited Belgium and Poland") get ids of their own, by their order."""
    seen: Counter[str] = Counter()
    for record in records:
        again = seen[record.id]
        seen[record.id] += 1
        if again:
            record = replace(record, id=hashlib.sha256(f"{record.id}\0{again}".encode()).hexdigest()[:12])
        yield record
