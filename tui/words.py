"""Codes and values as words for people: numbers, dates, and what the codebook's codes mean. One place, one wording."""

from __future__ import annotations

import functools
import json
from pathlib import Path

UNIT_WORDS = {
    "troops": " ",
    "marines": "marin",
    "paratroopers": "paras",
    "reservists": "resv",
    "separatists": "sep",
    "border_guards": "bordr",
    "national_guard": "natgd",
    "mercenaries": "merc",
    "instructors": "instr",
    "peacekeepers": "peace",
    "battlegroup": "bgrp",
    "battalion_tactical_group": "BTG",
    "brigade": "brig",
    "division": "div",
    "battalion": "bn",
}
"""Units in a narrow column, where troops go without saying."""
MOVEMENT_WORDS = {"to_be_sent": "sending", "threatened": "threat"}
FORMAT_WORDS = {"in_person": "in person", "unspecified": "contact"}
STATUS_WORDS = {"under_way": "under way", "unspecified": ""}
EFFECT_WORDS = {"none_stated": ""}
OUTCOME_WORDS = {"no_breakthrough": "no breakthrough", "further_talks": "further talks", "not_stated": ""}
TYPE_WORDS = {"ddos": "DDoS", "data_theft": "data theft", "unspecified": "attack"}
VAGUE_WORDS = {
    (12, 99): "dozens",
    (100, 999): "hundreds",
    (1_000, 9_999): "thousands",
    (10_000, 99_999): "10,000s",
    (100_000, 999_999): "100,000s",
}
_BEFORE = {
    "about": "~",
    "just_below": "nearly ",
    "more_than": ">",
    "at_least": "≥",
    "up_to": "≤",
    "fewer_than": "<",
}
UNKNOWN = "–"
"""Shown where a value is unknown: absent is absent."""

QUALIFIER_LEGEND = "~ about · > more than · ≥ at least · ≤ up to · < fewer than · + added to others · – unknown"


def number(low: int | None, high: int | None, qualifier: str, increment: bool = False) -> str:
    """A figure's number as it was hedged: '~130,000', '>100,000', '3,000–5,000', 'hundreds'."""
    plus = "+" if increment else ""
    if qualifier == "vague" and low is not None and high is not None:
        return plus + VAGUE_WORDS.get((low, high), f"{low:,}–{high:,}")
    if low is not None and high is not None and low != high:
        return f"{plus}{low:,}–{high:,}"
    value = low if low is not None else high
    return UNKNOWN if value is None else f"{_BEFORE.get(qualifier, '')}{plus}{value:,}"


def code(value: str | None, words: dict[str, str] | None = None) -> str:
    """A code of the codebook as words; unknown is shown as unknown."""
    if not value:
        return UNKNOWN
    return (words or {}).get(value, value.replace("_", " "))


def minutes(value: int | None) -> str:
    """A duration: '45 min', '4 h', '5 h 30'."""
    if value is None:
        return UNKNOWN
    hours, rest = divmod(value, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def share(value: float | None) -> str:
    """A share as a percentage."""
    return UNKNOWN if value is None else f"{value:.0%}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """'1 article', '1,234 articles'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def and_list(names: tuple[str, ...] | list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def short(names: str) -> str:
    """Names of states and organisations as lists write them ("US"); `tui/data/short_names.json` says which."""
    for long, brief in _short_names().items():
        if long in names:
            names = names.replace(long, brief)
    return names


@functools.cache
def _short_names() -> dict[str, str]:
    path = Path(__file__).parent / "data" / "short_names.json"
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found
