"""Where each pane stands: a pure function of the size, the focus and the chosen layout. No textual here.

Wide screens show the lists one above the other on the left and the reader on the right, with the timeline below. Narrow
ones show a stack: the focused list large, the reader below it, every other pane as its title line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.keys import LIST_PANES, PANES

SMALLEST = (60, 18)
"""Columns and rows below which the desk says that it needs more room."""
WIDE = 110
"""Columns from which lists and reader stand side by side."""
LAYOUTS = ("balanced", "reader", "lists")
"""What + and - go through: which of lists and reader gets the room."""

TITLE = 1
"""A pane of one row shows its title alone."""
FRAME = 2
"""Rows of a list that are not its rows: the title and the column heads."""
STRIP = 5
"""Rows of the timeline: title, bars, days."""

_SHARE = {"balanced": 0.625, "reader": 0.46, "lists": 0.70}
_READER_SHARE = {"balanced": 0.46, "reader": 0.66, "lists": 0.28}
_WEIGHT = {"sources": 2.0, "figures": 3.4, "cyberattacks": 2.0, "meetings": 3.0}


@dataclass(frozen=True, slots=True)
class Rect:
    """Cells: left, top, width, height."""

    x: int
    y: int
    width: int
    height: int


def arrange(
    width: int,
    height: int,
    focus: str,
    rows: Mapping[str, int],
    layout: str = "balanced",
    zoom: bool = False,
    last_list: str = "figures",
) -> dict[str, Rect]:
    """The rectangle of every pane that is shown; they fill `width` x `height` without overlap.

    `rows` says how many rows each list holds in all (not under the filter: typing must not move the panes); `last_list`
    is the list that stays open while the reader or the timeline has the focus.
    """
    if zoom:
        return {focus: Rect(0, 0, width, height)}
    if width >= WIDE:
        return _side_by_side(width, height, focus, rows, layout)
    return _stacked(width, height, focus, rows, layout, last_list)


def _side_by_side(width: int, height: int, focus: str, rows: Mapping[str, int], layout: str) -> dict[str, Rect]:
    strip = STRIP if height >= 30 or focus == "timeline" else TITLE
    tall = height - strip
    left = min(int(width * _SHARE[layout]), 128)
    heights = _lists(tall, rows, focus if tall < 32 else None)
    out: dict[str, Rect] = {}
    y = 0
    for pane in LIST_PANES:
        out[pane] = Rect(0, y, left, heights[pane])
        y += heights[pane]
    out["reader"] = Rect(left + 2, 0, width - left - 2, tall)
    out["timeline"] = Rect(0, tall, width, strip)
    return out


def _lists(height: int, rows: Mapping[str, int], focus: str | None) -> dict[str, int]:
    """Heights of the four lists that sum to `height`: by weight, none more than it needs while another lacks room."""
    weight = {p: w * (2.2 if p == focus else 1.0) for p, w in _WEIGHT.items()}
    need = {p: FRAME + max(2, rows.get(p, 0)) for p in LIST_PANES}
    need["sources"] = min(need["sources"], FRAME + 8) if focus != "sources" else need["sources"]
    out = dict.fromkeys(LIST_PANES, min(FRAME + 2, height // 4))
    while sum(out.values()) < height:
        open_ = [p for p in LIST_PANES if out[p] < need[p]] or ["meetings"]
        out[min(open_, key=lambda p: (out[p] / weight[p], p))] += 1
    return out


def _stacked(
    width: int, height: int, focus: str, rows: Mapping[str, int], layout: str, last_list: str
) -> dict[str, Rect]:
    heights = dict.fromkeys(PANES, TITLE)
    open_list = focus if focus in LIST_PANES else last_list
    free = height - len(PANES)
    if focus == "timeline":
        grow = min(STRIP - TITLE, free)
        heights["timeline"] += grow
        free -= grow
    share = _READER_SHARE["reader"] if focus == "reader" else _READER_SHARE[layout]
    heights["reader"] += max(min(4, free), int(free * share))
    free = height - sum(heights.values())
    order = LIST_PANES.index(open_list)
    for pane in (*LIST_PANES[order:], *LIST_PANES[:order]):
        wanted = min(free, FRAME + max(2, rows.get(pane, 0)) - TITLE)
        if pane != open_list and wanted < FRAME + 2 - TITLE:
            continue
        heights[pane] += wanted
        free -= wanted
    heights["reader"] += free
    out: dict[str, Rect] = {}
    y = 0
    for pane in (*LIST_PANES, "reader", "timeline"):
        out[pane] = Rect(0, y, width, heights[pane])
        y += heights[pane]
    return out
