"""A ledger's frames with what the desk asks of it later: how claims stand, and what was known at an earlier day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tui.corpus.model import Article
from tui.ledger.ledger import Ledger
from tui.ledger.model import Report
from tui.ledger.reports import reports_of
from tui.ledger.series import Point, series
from tui.ledger.verdicts import Contains
from tui.picture import Data, Weigher
from tui.records import Record
from tui.store.frames import Frames, build
from tui.store.library import Library
from tui.store.texts import Texts


def weighed(library: Library) -> Data:
    """The desk's data out of a library that is in step with the disk."""
    from tui.extract.gazetteer import Gazetteer
    from tui.ledger.places import containment
    from tui.store.texts import StoreTexts
    from tui.store.weigh import agencies, empty_ledger

    articles = list(library.articles())
    credited = agencies(library)
    by_article: dict[str, list[Record]] = defaultdict(list)
    for record in library.all_records():
        by_article[record.article].append(record)
    reports = [r for name, records in by_article.items() for r in reports_of(records, credited.get(name))]
    contains = containment(Gazetteer.from_config(library.config))
    return data_of(articles, reports, StoreTexts(library), lambda: empty_ledger(library), contains)


MakeLedger = Callable[[], Ledger]
"""A ledger with nothing in it yet."""


class LedgerWeigher:
    """Verdicts out of a ledger."""

    def __init__(self, ledger: Ledger, contains: Contains) -> None:
        self._ledger = ledger
        self._contains = contains
        self._claims = {claim.id: claim for claim in ledger.claims()}

    def series(self, claim: str) -> list[Point]:
        """The figures for the side, unit, movement and place of a claim over time, oldest first."""
        found = self._claims.get(claim)
        if found is None or found.side is None:
            return []
        return series(
            self._ledger.claims(), self._contains, side=found.side, place=found.place, unit=found.unit,
            family=found.family,
        )  # fmt: skip

    def verdicts(self, claim: str) -> list[tuple[str, str, str]]:
        """(other claim, verdict, why) for the claims comparable with one, contradictions first."""
        found = self._claims.get(claim)
        if found is None:
            return []
        return [(other.id, str(answer.kind), answer.why) for other, answer in self._ledger.related(found)]


def data_of(
    articles: Sequence[Article], reports: Iterable[Report], texts: Texts, empty: MakeLedger, contains: Contains
) -> Data:
    """The desk's data: frames of `articles` and `reports`, weighed by ledgers made with `empty`.

    `contains` tells whether the first place holds the second.
    """
    held = list(reports)

    def weighed(day: str | None) -> tuple[Frames, Weigher | None]:
        known = [a for a in articles if day is None or a.published is None or a.published.isoformat() <= day]
        ids = {a.id for a in known}
        ledger = empty()
        by_article: dict[str, list[Report]] = defaultdict(list)
        for report in held:
            if report.record.article in ids:
                by_article[report.record.article].append(report)
        for group in by_article.values():
            ledger.add(group)
        return build(known, ledger), LedgerWeigher(ledger, contains)

    frames, weigher = weighed(None)
    return Data(frames, texts, weigher, earlier=weighed)
