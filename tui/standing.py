"""How a claim or event is carried and contested, in words: its counts, what stands against it, who else tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tui import columns, words
from tui.picture import Data, Picture, group_rows, plain
from tui.selection import Focus
from tui.store.frames import GROUPS, SEPARATOR


@dataclass(frozen=True, slots=True)
class Twin:
    """One report of a claim or event: its row id, outlet and day, and whether it is the one being read."""

    report: str
    outlet: str
    day: str
    here: bool


def carried(row: dict[str, Any]) -> str:
    """'3 sentences · 2 outlets · 2 texts · 1 origin · grade F4'."""
    parts = [
        words.plural(row["mentions"], "sentence"),
        words.plural(row["outlets"], "outlet"),
        words.plural(row["texts"], "text"),
        words.plural(row["origins"], "independent origin"),
    ]
    return " · ".join([*parts, f"grade {row['grade']}"])


def group_row(data: Data, pane: str, row: str) -> dict[str, Any] | None:
    """Every column of a claim or event, NA as None; None where there is none of that id."""
    place = data.place(pane, row)
    if place is None:
        return None
    frame = data.frames[GROUPS[pane]].iloc[[place]]
    return {name: plain(frame[name])[0] for name in frame.columns}


def against(data: Data, pane: str, row: str) -> list[str]:
    """What contradicts or disputes it, one sentence each; then what agrees."""
    found = group_row(data, pane, row)
    if found is None:
        return []
    if pane != "figures":
        out = [f"≠ {d}" for d in found["denials"].split(SEPARATOR) if d] if "denials" in found else []
        disputed = found["disputed"].replace(SEPARATOR, ", ").replace("_", " ")
        return [*out, f"≠ the articles differ on {disputed}"] if disputed else out
    out = []
    verdicts = data.weigher.verdicts(row) if data.weigher is not None else []
    for sign, wanted in (("≠", "contradict"), ("→", "update"), ("=", "agree")):
        for other, verdict, why in verdicts:
            if verdict == wanted:
                out.append(f"{sign} {claim_words(data, other)} ({why})")
    return out


def claim_words(data: Data, claim: str) -> str:
    """'Joe Biden >150,000'."""
    place = data.place("figures", claim)
    if place is None:
        return claim
    row = group_rows(data.frames, "figures", [place])[0]
    cells = {c.key: c.cell(row) for c in columns.FIGURES if c.key in ("claimant", "number", "day")}
    return f"{cells['claimant']} {cells['number']} {cells['day']}"


def twins(data: Data, picture: Picture, focus: Focus) -> list[Twin]:
    """The reports of the focused claim or event that are in scope, the earliest first."""
    positions = data.reports(picture, focus.pane, focus.row)
    here = data.report(picture, focus)
    frame = data.frames[focus.pane].iloc[positions]
    rows = zip(positions, plain(frame["row"]), plain(frame["source"]), plain(frame["published"]), strict=True)
    return [Twin(row, outlet or "outlet unknown", day or "undated", at == here) for at, row, outlet, day in rows]


def twins_words(found: list[Twin]) -> str:
    """'also in Al Jazeera 2022-02-16, BBC 2022-02-17'."""
    others = [f"{t.outlet} {t.day}" for t in found if not t.here]
    return f"also in {', '.join(others)}" if others else ""
