"""The records that newsdash extracts, as the codebook (docs/codebook.md) defines them.

Everything here is plain frozen data: canonical values, no display strings. `Record.to_json` gives the JSON form that
`newsdash extract` prints.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar


class Kind(StrEnum):
    """The three kinds of record."""

    TROOP_FIGURE = "troop_figure"
    CYBERATTACK = "cyberattack"
    MEETING = "meeting"


class Stance(StrEnum):
    """What the claimant does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


class Realis(StrEnum):
    """Whether the content is told as real."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    HISTORICAL = "historical"


class Qualifier(StrEnum):
    """How a number was hedged; it decides the interval (see `tui.extract.quantities`)."""

    EXACT = "exact"
    ABOUT = "about"
    JUST_BELOW = "just_below"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    RANGE = "range"
    VAGUE = "vague"


class Unit(StrEnum):
    """What a troop figure counts."""

    TROOPS = "troops"
    MARINES = "marines"
    PARATROOPERS = "paratroopers"
    RESERVISTS = "reservists"
    SEPARATISTS = "separatists"
    BORDER_GUARDS = "border_guards"
    NATIONAL_GUARD = "national_guard"
    MERCENARIES = "mercenaries"
    INSTRUCTORS = "instructors"
    PEACEKEEPERS = "peacekeepers"
    BATTLEGROUP = "battlegroup"
    BATTALION_TACTICAL_GROUP = "battalion_tactical_group"
    BRIGADE = "brigade"
    DIVISION = "division"
    BATTALION = "battalion"


class Movement(StrEnum):
    """What the counted force does."""

    MASSED = "massed"
    PRESENT = "present"
    DEPLOYED = "deployed"
    TO_BE_SENT = "to_be_sent"
    STANDBY = "standby"
    EXERCISE = "exercise"
    MOBILISED = "mobilised"
    WITHDRAWN = "withdrawn"
    STRENGTH = "strength"
    THREATENED = "threatened"
    LOSS = "loss"
    OTHER = "other"


class AttackType(StrEnum):
    """How systems were attacked."""

    DDOS = "ddos"
    DEFACEMENT = "defacement"
    WIPER = "wiper"
    RANSOMWARE = "ransomware"
    MALWARE = "malware"
    INTRUSION = "intrusion"
    DATA_THEFT = "data_theft"
    PHISHING = "phishing"
    DISINFORMATION = "disinformation"
    UNSPECIFIED = "unspecified"


class AttackStatus(StrEnum):
    """Whether an attack goes on; `over` only where the text says so."""

    ONGOING = "ongoing"
    OVER = "over"
    UNSPECIFIED = "unspecified"


class Effect(StrEnum):
    """What an attack did to its targets."""

    INTERRUPTION = "interruption"
    DESTRUCTION = "destruction"
    DEFACEMENT = "defacement"
    THEFT = "theft"
    NONE_STATED = "none_stated"


class Denied(StrEnum):
    """What a denial is of."""

    RESPONSIBILITY = "responsibility"
    OCCURRENCE = "occurrence"
    IMPACT = "impact"


class MeetingFormat(StrEnum):
    """How the parties met."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    MULTILATERAL = "multilateral"
    VISIT = "visit"
    UNSPECIFIED = "unspecified"


class MeetingStatus(StrEnum):
    """How far a meeting got."""

    HELD = "held"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    REFUSED = "refused"


class Outcome(StrEnum):
    """What came of a meeting."""

    AGREEMENT = "agreement"
    NO_BREAKTHROUGH = "no_breakthrough"
    FURTHER_TALKS = "further_talks"
    NOT_STATED = "not_stated"


class DatePrecision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the rule that fired and the words (half-open article offsets) it fired on.

    `start == end` where no words stand behind the value (a default).
    """

    field: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody blames (`to` given) or expressly withholds blame (`to` None); `basis` in the words of the text."""

    by: str
    to: str | None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody denies."""

    by: str
    of: Denied


@dataclass(frozen=True, slots=True)
class Participant:
    """One party of a meeting; `name` None where the text gives only a side or a role."""

    name: str | None
    role: str | None
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has.

    `start` and `end` are half-open character offsets into the article's text: text[start:end] == evidence.
    `mentions` are the spans of every sentence of the article that states the record, the evidence first.
    `claimant` None means the outlet in its own voice. `published` is an ISO 8601 date of day, month or year precision.
    """

    kind: ClassVar[Kind]

    id: str
    article: str
    source: str | None
    published: str | None
    evidence: str
    start: int
    end: int
    mentions: tuple[tuple[int, int], ...]
    claimant: str | None
    claimant_side: str | None
    stance: Stance = Stance.ASSERTS
    realis: Realis = Realis.ACTUAL
    reasons: tuple[Reason, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The record as the codebook's JSON object (without `reasons`)."""
        out: dict[str, Any] = {"kind": str(self.kind)}
        for f in fields(self):
            if f.name != "reasons":
                out[f.name] = _plain(getattr(self, f.name))
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class TroopFigure(Record):
    """A number of people under arms, or of formed units, of an identifiable side; a null bound is an open end."""

    kind = Kind.TROOP_FIGURE

    low: int | None
    high: int | None
    qualifier: Qualifier
    unit: Unit
    side: str | None
    place: str | None
    movement: Movement
    increment: bool = False
    per_unit: int | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cyberattack(Record):
    """One incident (or, with realis `conditional`, one warning) per article."""

    kind = Kind.CYBERATTACK

    targets: tuple[str, ...]
    type: AttackType
    status: AttackStatus
    date: str | None
    date_precision: DatePrecision
    effect: Effect
    suspects: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    denials: tuple[Denial, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One diplomatic contact per article, with all its participants."""

    kind = Kind.MEETING

    participants: tuple[Participant, ...]
    format: MeetingFormat
    place: str | None
    date: str | None
    date_precision: DatePrecision
    status: MeetingStatus
    duration_minutes: int | None = None
    outcome: Outcome = Outcome.NOT_STATED


def record_id(text: str, kind: Kind, start: int, end: int, anchor: int) -> str:
    """A stable id: same article text, kind, evidence span and anchor give the same id.

    `anchor` is the offset of what tells apart several records of one sentence (the number; the trigger word).
    """
    digest = hashlib.sha256(f"{kind}\0{start}\0{end}\0{anchor}\0{text}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]


def _plain(value: Any) -> Any:
    """Dataclasses to dicts, tuples to lists, enums to strings."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Attribution | Denial | Participant):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value
