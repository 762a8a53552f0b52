"""A series of figures drawn in lines of text: time runs down, numbers run right, each claim is an interval.

A claimant has a letter as well as a colour. The letter stands at the number stated; a line runs over what the claim
allows, with an arrow where an end is open. Below each day a bar shows what was known then: the least and the most over
each claimant's latest figure. (Points on a date axis hide one another: five claims of one day are one spot.)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tui import words
from tui.ledger.series import NARRATOR, Envelope, Point, envelope

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TONES = 6
"""Colours that claimants take turns in."""
FOCUS = "◆"

Piece = tuple[str, str]
"""(style, text); the styles are text, muted, head, known, and claimant0 ... claimant5."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers onto cells: from 0 to a round number."""

    top: float
    cells: int

    def at(self, value: float) -> int:
        """The cell of a number."""
        return max(0, min(self.cells - 1, round(value / self.top * (self.cells - 1))))


def draw(points: Sequence[Point], focus: str, width: int) -> list[list[Piece]]:
    """The lines of the chart at `width` cells; `focus` is the id of the claim to mark."""
    names = list(dict.fromkeys(_voice(p) for p in points))
    numbers = {p.claim.id: words.number(p.claim.low, p.claim.high, p.claim.qualifier) for p in points}
    wide_number = max(len(n) for n in numbers.values())
    wide_name = min(24, max(len(n) for n in names))
    left = 10 + 1 + 1 + 1 + wide_name + 1 + wide_number + 1
    scale = Scale(_round_up(max(_stated(p) for p in points) * 1.05), max(10, width - left))
    lines: list[list[Piece]] = [[("muted", " " * left + _axis(scale))]]
    days = list(dict.fromkeys(p.first for p in points))
    for day in days:
        for n, point in enumerate(p for p in points if p.first == day):
            voice = _voice(point)
            at = names.index(voice)
            tone = f"claimant{at % TONES}"
            mark = FOCUS if point.claim.id == focus else LETTERS[at % len(LETTERS)]
            name = voice if len(voice) <= wide_name else voice[: wide_name - 1] + "…"
            head = f"{day if n == 0 else '':10} "
            lines.append([
                ("text", head), (tone, LETTERS[at % len(LETTERS)]), ("text", f" {name:{wide_name}} "),
                ("text", f"{numbers[point.claim.id]:>{wide_number}} "), (tone, _bar(point, scale, mark)),
            ])  # fmt: skip
        known = envelope(points, day)
        if known is not None and known.claimants > 1:
            label = f"known to {known.claimants} claimants"
            lines.append([("known", f"{'':13}{label:{wide_name + wide_number + 1}} "), ("known", _known(known, scale))])
    return lines


def _voice(point: Point) -> str:
    """Who says it; outlets in their own voice are one, in brackets."""
    return "(outlets)" if point.claimant == NARRATOR else point.claimant


def _stated(point: Point) -> float:
    """The largest number that a claim states (an open end states none)."""
    span = point.interval
    return span.low if math.isinf(span.high) else span.high


def _bar(point: Point, scale: Scale, mark: str) -> str:
    span, claim = point.interval, point.claim
    cells = [" "] * scale.cells
    low = scale.at(span.low)
    high = scale.cells - 1 if math.isinf(span.high) else scale.at(span.high)
    for i in range(low, high + 1):
        cells[i] = "─"
    if math.isinf(span.high):
        cells[-1] = "▶"
    elif high > low and claim.qualifier != "up_to":
        cells[low], cells[high] = "├", "┤"
    stated = claim.low if claim.low is not None else claim.high
    cells[scale.at(stated or 0)] = mark
    return "".join(cells)


def _known(known: Envelope, scale: Scale) -> str:
    low = scale.at(known.low or 0)
    high = scale.cells - 1 if known.high is None else scale.at(known.high)
    return " " * low + "▔" * (high - low + 1)


def _axis(scale: Scale) -> str:
    """Round numbers above the bars."""
    cells = [" "] * (scale.cells + 8)
    used = -2
    for i in range(5):
        value = scale.top * i / 4
        label = f"{value:,.0f}"
        at = scale.at(value)
        at = at if i == 0 else at - len(label) + 1
        if at > used + 1:
            cells[at : at + len(label)] = label
            used = at + len(label)
    return "".join(cells[: scale.cells])


def _round_up(value: float) -> float:
    """The next of 1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8 times a power of ten: its quarters are round too."""
    if value <= 0:
        return 4
    power = 10 ** math.floor(math.log10(value))
    return float(next(power * m for m in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if power * m >= value))
