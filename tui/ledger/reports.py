"""Records of articles -> the reports that the ledger weighs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from tui.ledger.model import Report
from tui.records import Record


def reports_of(
    records: Iterable[Record],
    agency: str | None = None,
    twins: Mapping[tuple[int, int], str] | None = None,
) -> list[Report]:
    """The reports that one article makes.

    `agency` is the wire agency that it credits, where it credits exactly one; `twins` names the distinct text of a
    sentence that other articles carry lightly edited, by its span. Without it the words themselves are the text.
    """
    known = twins or {}
    return [
        Report(record, known.get((record.start, record.end)) or text_name(record.evidence), agency)
        for record in records
    ]


def text_name(sentence: str) -> str:
    """A name for a text: its letters and digits, whatever the quotes, dashes and spaces are."""
    plain = " ".join(re.findall(r"\w+", sentence.casefold()))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:12]
