"""What the ledger weighs: reports (a record in an article), claims, events, and the verdicts between claims.

Frozen values with canonical content; nothing here knows how it is shown or where it is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tui.records import Kind, Record


@dataclass(frozen=True, slots=True)
class Report:
    """One record as one article carries it.

    `text` names the distinct text that the evidence sentence belongs to: twins of one sentence in several outlets
    have the same. `agency` is the wire agency that the article credits, where it credits exactly one.
    """

    record: Record
    text: str
    agency: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Unique among reports: two verbatim copies of an article hold records of the same id."""
        return self.record.article, self.record.id

    @property
    def day(self) -> str | None:
        """The day the report speaks of or was made: its own `as_of`, else the publication date (ISO, any precision)."""
        return getattr(self.record, "as_of", None) or self.record.published

    @property
    def voice(self) -> str | None:
        """Who is quoted, with the side where it is only described: "officials" of two states are not the same."""
        record = self.record
        if record.claimant and record.claimant_side and record.claimant.islower():
            return f"{record.claimant} ({record.claimant_side})"
        return record.claimant

    @property
    def origin(self) -> str:
        """Who is answerable: who is quoted; where the outlet speaks for itself, its agency, else the outlet."""
        return self.voice or self.agency or self.record.source or f"text {self.text}"


@dataclass(frozen=True, slots=True)
class Counts:
    """Four counts, never one: sentences, outlets, distinct texts, independent origins."""

    mentions: int
    outlets: int
    texts: int
    origins: int


@dataclass(frozen=True, slots=True)
class Grade:
    """A cell of the Admiralty grid (NATO STANAG 2511): source reliability A-F, information credibility 1-6, and why."""

    source: str
    information: int
    why: str

    def __str__(self) -> str:
        return f"{self.source}{self.information}"


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """One number by one origin: the same assertion across sentences, articles and outlets.

    `low` and `high` are the interval that its reports share; `first` and `last` the days of its earliest and latest
    report. `claimant` None: outlets in their own voice.
    """

    id: str
    side: str | None
    unit: str
    family: str
    place: str | None
    realis: str
    increment: bool
    claimant: str | None
    claimant_side: str | None
    stance: str
    low: int | None
    high: int | None
    qualifier: str
    movement: str
    per_unit: int | None
    first: str | None
    last: str | None
    reports: tuple[Report, ...]
    counts: Counts

    kind: Kind = Kind.TROOP_FIGURE


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value of a field of an event, and the reports that give it."""

    value: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One cyber incident or one meeting, told by one or more articles.

    `fields` holds for each field the values that are told, most reported first; a field with more than one value is
    disputed. `lists` holds what adds up instead (participants, targets, suspects, attributions, denials).
    `history` is the status over time: (day, status), oldest first; `status` is the latest told.
    """

    id: str
    kind: Kind
    realis: str
    label: str
    date: str | None
    status: str
    fields: dict[str, tuple[FieldValue, ...]] = field(hash=False)
    lists: dict[str, tuple[FieldValue, ...]] = field(hash=False)
    history: tuple[tuple[str, str], ...]
    reports: tuple[Report, ...]
    counts: Counts

    def disputed(self) -> tuple[str, ...]:
        """The fields on which the articles differ."""
        return tuple(name for name, values in self.fields.items() if len(values) > 1)


class VerdictKind(StrEnum):
    """How two claims stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    SCOPE_DIFFERS = "scope_differs"
    CONTRADICT = "contradict"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on two claims and the reason in words."""

    kind: VerdictKind
    why: str
