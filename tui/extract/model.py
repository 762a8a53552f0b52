"""What the extraction modules hand to one another.

All offsets in this module are relative to the text of one sentence (`SentenceView.text`), half-open; records turn them
into article offsets at the end. `SentenceView.text` is the sentence with look-alike letters and typographic quotes
folded one for one, so its offsets are the offsets of the original sentence too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.corpus.model import Sentence
from tui.records import DatePrecision, Qualifier, Realis, Stance


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in running text as an interval (codebook: `qualifier`, `low`, `high`).

    `start:end` covers qualifier, number and increment words; `number` the numerals alone. `noun_start` is where the
    counted noun phrase may begin (just behind the number). `kind` tells counts from what only looks like one.
    """

    start: int
    end: int
    number: tuple[int, int]
    low: int | None
    high: int | None
    qualifier: Qualifier
    increment: bool = False
    kind: str = "count"  # count | percent | money | ordinal | year | time | age | measure
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression resolved against an anchor day: `value` is YYYY-MM-DD, YYYY-MM or YYYY."""

    start: int
    end: int
    value: str
    precision: DatePrecision
    rule: str


class MentionKind(StrEnum):
    """What a name or description stands for."""

    SIDE = "side"  # a state, international organisation or armed group acting or described
    PLACE = "place"  # a country, region or city as a place
    PERSON = "person"
    INSTITUTION = "institution"  # ministry, agency, company, outlet: speaks and is attacked, belongs to a side


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, adjective, metonym or description in a sentence.

    `name` is canonical ("Ben Wallace", "Russia", "Ministry of Defence of Ukraine"), None for a described, unnamed one
    ("a senior official"). `side` is the canonical country or organisation it belongs to; for a SIDE, itself.
    `form` tells how it is written: name, adjective (Russian), people (Russians), possessive (Russia's; of a PERSON
    too), capital (Moscow as a city that may stand for its state), metonym (the Kremlin; `name` is the seat, `side` the
    state), compound (part of a modifier: "US-led", "pro-Russian", "Houthi-held"), opponent ("anti-Taliban"), part (part
    of a larger name: the Paris of "Paris Agreement"), description ("the rebels", for the side named before), title (the
    defence secretary), pronoun.
    `role` of a SIDE is state, organisation or group; of a PLACE city, region or territory; of an INSTITUTION its sort.
    A country name is one Mention of kind SIDE; `place` gives its name as a place.
    """

    start: int
    end: int
    kind: MentionKind
    name: str | None
    side: str | None
    form: str
    role: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches for a stretch of a sentence.

    `start:end` is the content vouched for; `by_start:by_end` the words that name the source (may lie in an earlier
    sentence: then they are -1). `name` and `side` are canonical; `stance` what the cue makes of the content.
    """

    start: int
    end: int
    by_start: int
    by_end: int
    name: str | None
    side: str | None
    stance: Stance
    rule: str


@dataclass(frozen=True, slots=True)
class Modality:
    """How real a stretch of a sentence is told to be, and the words that say so."""

    realis: Realis
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence with everything the shared layers found in it; built once per article by `tui.extract.analysis`."""

    index: int
    sentence: Sentence
    text: str
    anchor: str | None  # the ISO date (day, month or year) that relative dates count from: the post's or the article's
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    sources: tuple[Source, ...]
