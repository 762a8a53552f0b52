"""Realis: is a stretch of a sentence told as actual, planned, conditional or historical?"""

from __future__ import annotations

from tui.extract.model import Modality, SentenceView
from tui.records import Realis


def realis_of(view: SentenceView, start: int, end: int) -> Modality:
    """The realis of what `start:end` (a trigger or a number) is part of, with the words that decide it."""
    return Modality(Realis.ACTUAL, start, start, "default")
