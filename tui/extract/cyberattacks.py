"""Cyberattacks of an article, as the codebook defines them."""

from __future__ import annotations

from tui.extract.analysis import Analysis
from tui.records import Cyberattack


def find_cyberattacks(analysis: Analysis) -> list[Cyberattack]:
    """The cyberattacks of the article, in the order of the text."""
    return []
