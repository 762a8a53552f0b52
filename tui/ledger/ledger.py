"""The ledger: every report in, claims and events out. Incremental: what an article touches is done again, no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from tui.ledger.claims import claim_key, claims_of
from tui.ledger.events import EventBook, attack_book, meeting_book
from tui.ledger.matching_attacks import Describe
from tui.ledger.model import Event, FigureClaim, Grade, Report, Verdict
from tui.ledger.names import described
from tui.ledger.standing import Standing, grade_claim, grade_event
from tui.ledger.verdicts import Contains
from tui.records import Cyberattack, TroopFigure


class Ledger:
    """Claims and events of the reports given so far; the order in which they came makes no difference."""

    def __init__(
        self,
        contains: Contains,
        reliability: Mapping[str, str] | None = None,
        describe: Describe = described,
        organisations: Container[str] = (),
    ) -> None:
        """`contains(a, b)` tells whether place a holds place b; `reliability` gives an outlet's letter A to F.

        `describe` takes the name of a victim apart: what it is, and whose; `organisations` are the sides that are no
        states. See `tui.ledger.places` for what the gazetteer knows of these.
        """
        self._contains = contains
        self._reliability = reliability or {}
        self._of_article: dict[str, list[Report]] = defaultdict(list)
        self._by_claim: dict[str, dict[tuple[str, str], Report]] = defaultdict(dict)
        self._claims: dict[str, list[FigureClaim]] = {}
        self._dirty: set[str] = set()
        self._standing = Standing(contains)
        self._meetings = meeting_book(contains, organisations)
        self._attacks = attack_book(describe)

    def add(self, reports: Iterable[Report]) -> None:
        """Take in the reports of an article."""
        for report in reports:
            self._of_article[report.record.article].append(report)
            if isinstance(report.record, TroopFigure):
                key = claim_key(report)
                self._by_claim[key][report.key] = report
                self._dirty.add(key)
            else:
                self._book(report).add(report)

    def remove(self, article: str) -> None:
        """Forget an article."""
        for report in self._of_article.pop(article, []):
            if isinstance(report.record, TroopFigure):
                key = claim_key(report)
                self._by_claim[key].pop(report.key, None)
                self._dirty.add(key)
            else:
                self._book(report).remove(report)

    def claims(self) -> list[FigureClaim]:
        """Every claim, by first day, then id."""
        self.refresh()
        return sorted((c for held in self._claims.values() for c in held), key=lambda c: (c.first or "", c.id))

    def meetings(self) -> list[Event]:
        """Every meeting, by date."""
        return self._meetings.events()

    def attacks(self) -> list[Event]:
        """Every cyber incident and warning, by date."""
        return self._attacks.events()

    def related(self, claim: FigureClaim) -> list[tuple[FigureClaim, Verdict]]:
        """The claims that can be compared with this one, with their verdicts; contradictions first."""
        self.refresh()
        return self._standing.related(claim)

    def grade(self, claim: FigureClaim) -> Grade:
        """The Admiralty grade of a claim, from who carries it and how it stands to the others."""
        outlets = [r.record.source for r in claim.reports]
        return grade_claim(claim, self.related(claim), outlets, self._reliability)

    def grade_event(self, event: Event) -> Grade:
        """The Admiralty grade of an event; a denial that it happened counts against it."""
        return grade_event(event, self._reliability)

    def _book(self, report: Report) -> EventBook:
        return self._attacks if isinstance(report.record, Cyberattack) else self._meetings

    def refresh(self) -> None:
        """Bring claims and events in step with the reports. The other methods do it by themselves."""
        for key in self._dirty:
            for claim in self._claims.pop(key, ()):
                self._standing.discard(claim)
            members = self._by_claim.get(key)
            if not members:
                self._by_claim.pop(key, None)
                continue
            self._claims[key] = claims_of(key, members.values())
            for claim in self._claims[key]:
                self._standing.add(claim)
        self._dirty.clear()
        self._meetings.refresh()
        self._attacks.refresh()

