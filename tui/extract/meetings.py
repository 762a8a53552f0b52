"""Diplomatic meetings of an article, as the codebook defines them."""

from __future__ import annotations

from tui.extract.analysis import Analysis
from tui.records import Meeting


def find_meetings(analysis: Analysis) -> list[Meeting]:
    """The diplomatic meetings of the article, in the order of the text."""
    return []
