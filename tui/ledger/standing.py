"""How claims stand to each other: for a claim, the others that can be compared with it, without asking every one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.ledger.counts import grade
from tui.ledger.days import first_day, last_day
from tui.ledger.model import Event, FigureClaim, Grade, Verdict, VerdictKind
from tui.ledger.verdicts import WINDOW_DAYS, Contains, scope, verdict
from tui.records import Cyberattack, Realis

_RANK = {
    VerdictKind.CONTRADICT: 0,
    VerdictKind.UPDATE: 1,
    VerdictKind.AGREE: 2,
    VerdictKind.COMPATIBLE: 3,
    VerdictKind.SCOPE_DIFFERS: 4,
    VerdictKind.NOT_COMPARABLE: 5,
}
_JUDGED = (Realis.ACTUAL, Realis.HISTORICAL)
"""Only what is told as a fact can be confirmed or contradicted."""
_SLOT_DAYS = 16
"""Claims are filed by stretches of so many days."""

Subject = tuple[object, ...]


class Standing:
    """The claims by what they are about and when."""

    def __init__(self, contains: Contains) -> None:
        self._contains = contains
        self._at: dict[Subject, dict[str | None, dict[int | None, dict[str, FigureClaim]]]] = {}
        self._of: dict[tuple[Subject, str], dict[str, FigureClaim]] = defaultdict(dict)

    def add(self, claim: FigureClaim) -> None:
        """File a claim."""
        held = self._at.setdefault(subject(claim), {}).setdefault(claim.place, defaultdict(dict))
        for slot in _slots(claim):
            held[slot][claim.id] = claim
        if claim.claimant:
            self._of[subject(claim), claim.claimant][claim.id] = claim

    def discard(self, claim: FigureClaim) -> None:
        """Take it out."""
        about = subject(claim)
        held = self._at[about][claim.place]
        for slot in _slots(claim):
            del held[slot][claim.id]
            if not held[slot]:
                del held[slot]
        if not held:
            del self._at[about][claim.place]
            if not self._at[about]:
                del self._at[about]
        if claim.claimant:
            of = self._of[about, claim.claimant]
            del of[claim.id]
            if not of:
                del self._of[about, claim.claimant]

    def related(self, claim: FigureClaim) -> list[tuple[FigureClaim, Verdict]]:
        """The claims that can be compared with this one, with their verdicts; contradictions first.

        Of the figures that the same claimant gave at other times, only the one before and the one after are told.
        """
        found = []
        updates = []
        for other in self.near(claim).values():
            if other.id == claim.id:
                continue
            answer = verdict(claim, other, self._contains)
            if answer.kind is VerdictKind.UPDATE:
                updates.append((other, answer))
            elif answer.kind is not VerdictKind.NOT_COMPARABLE:
                found.append((other, answer))
        updates.sort(key=lambda pair: (pair[0].first or "", pair[0].id))
        earlier = [u for u in updates if (u[0].first or "") < (claim.first or "")]
        later = updates[len(earlier) :]
        found += earlier[-1:] + later[:1]
        return sorted(found, key=lambda pair: (_RANK[pair[1].kind], pair[0].first or "", pair[0].id))

    def near(self, claim: FigureClaim) -> dict[str, FigureClaim]:
        """Claims about the same at places that go together, near in time or by the same claimant at any time."""
        near: dict[str, FigureClaim] = {}
        for place, held in self._at.get(subject(claim), {}).items():
            if scope(claim.place, place, self._contains) is None:
                continue
            if first_day(claim.first) is None:
                for others in held.values():
                    near |= others
                continue
            for slot in (*_slots(claim, WINDOW_DAYS), None):
                if slot in held:
                    near |= held[slot]
        if claim.claimant:
            near |= self._of.get((subject(claim), claim.claimant), {})
        return near


def subject(claim: FigureClaim) -> Subject:
    """What two claims must share to be comparable at all; place and time are looked at pair by pair."""
    return claim.side, claim.unit, claim.family, claim.realis, claim.increment, claim.per_unit


def _slots(claim: FigureClaim, margin: int = 0) -> Iterator[int | None]:
    """The stretches of time in which a claim was made; None where its day is not known."""
    first, last = first_day(claim.first), last_day(claim.last)
    if first is None or last is None:
        yield None
        return
    yield from range((first.toordinal() - margin) // _SLOT_DAYS, (last.toordinal() + margin) // _SLOT_DAYS + 1)


def grade_claim(
    claim: FigureClaim,
    related: Iterable[tuple[FigureClaim, Verdict]],
    outlets: Sequence[str | None],
    reliability: Mapping[str, str],
) -> Grade:
    """The Admiralty grade of a claim that `outlets` carry, from how it stands to the `related` ones."""
    kinds = [(other.claimant or other.id, answer.kind) for other, answer in related]
    agreeing = {who for who, kind in kinds if kind is VerdictKind.AGREE and who != claim.claimant}
    against = {who for who, kind in kinds if kind is VerdictKind.CONTRADICT}
    judged = claim.realis in _JUDGED
    return grade(outlets, claim.counts.origins, len(agreeing), len(against), reliability, judged)


def grade_event(event: Event, reliability: Mapping[str, str]) -> Grade:
    """The Admiralty grade of an event; a denial that it happened counts against it."""
    against = {
        denial.by
        for report in event.reports
        if isinstance(report.record, Cyberattack)
        for denial in report.record.denials
        if denial.of == "occurrence"
    }
    outlets = [r.record.source for r in event.reports]
    return grade(outlets, event.counts.origins, 0, len(against), reliability, event.realis in _JUDGED)
