"""Dates in running text, resolved against an anchor day."""

from __future__ import annotations

import datetime as dt

from tui.extract.model import DateMention


def find_dates(text: str, anchor: dt.date | None) -> tuple[DateMention, ...]:
    """Every date expression of `text` resolved against `anchor` (publication or post day), left to right."""
    return ()
