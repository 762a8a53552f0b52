"""Troop figures of an article, as the codebook defines them."""

from __future__ import annotations

from tui.extract.analysis import Analysis
from tui.records import TroopFigure


def find_figures(analysis: Analysis) -> list[TroopFigure]:
    """The troop figures of the article, in the order of the text."""
    return []
