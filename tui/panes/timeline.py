"""The timeline strip: claims, attacks and meetings per day, a window that is marked from the keyboard."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui import words
from tui.days import Days, per_day
from tui.panes.pane import TITLE_ROWS, Pane
from tui.panes.text import cut
from tui.picture import Data
from tui.selection import Selection

LABEL = 10
"""Cells for the names of the rows."""
BLOCKS = " ▁▂▃▄▅▆▇█"
ROWS = (("figures", "claims", "figure"), ("cyberattacks", "attacks", "attack"), ("meetings", "meetings", "meeting"))
MOST_CELLS = 6
"""Cells that a day gets at most."""


class Timeline(Pane, inherit_bindings=False):
    """Bars per day. Bound to the screen's data and selection; it changes neither."""

    prefix = "timeline"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "timeline--label", "timeline--figure", "timeline--attack", "timeline--meeting", "timeline--outside",
        "timeline--cursor", "timeline--window", "timeline--axis",
    }  # fmt: skip
    DEFAULT_CSS = """
    Timeline {
        & .timeline--label { color: $muted; }
        & .timeline--figure { color: $figure; }
        & .timeline--attack { color: $attack; }
        & .timeline--meeting { color: $meeting; }
        & .timeline--outside { color: $faint; }
        & .timeline--axis { color: $faint; }
        & .timeline--cursor { color: $accent; text-style: bold reverse; }
        & .timeline--window { color: $foreground; text-style: bold underline; }
    }
    """

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())

    class Moved(Message):
        """The user moved to a day."""

        def __init__(self, day: str) -> None:
            super().__init__()
            self.day = day

        def can_replace(self, message: Message) -> bool:
            """While a key is held only the last day counts."""
            return isinstance(message, Timeline.Moved)

    def __init__(self) -> None:
        super().__init__("timeline")
        self._days: Days | None = None
        self.cursor = 0
        self.brush: int | None = None

    # state

    @property
    def day(self) -> str | None:
        """The day under the cursor."""
        return self._days.day(self.cursor) if self._days is not None else None

    @property
    def marked(self) -> tuple[str, str] | None:
        """The first and last of the days marked, or the day under the cursor alone."""
        if self._days is None:
            return None
        ends = sorted((self.cursor, self.cursor if self.brush is None else self.brush))
        return self._days.day(ends[0]), self._days.day(ends[1])

    def start_brush(self) -> None:
        """Begin marking at this day; again, stop."""
        self.brush = None if self.brush is not None else self.cursor
        self._retitle()
        self.refresh()

    def end_brush(self) -> bool:
        """Stop marking; False where nothing was being marked."""
        if self.brush is None:
            return False
        self.brush = None
        self._retitle()
        self.refresh()
        return True

    def watch_data(self, data: Data | None) -> None:
        """Other days."""
        self._recount()

    def watch_selection(self, old: Selection, new: Selection) -> None:
        """Another scope counts other things; another focus stands on another day."""
        if old.scope != new.scope:
            self._recount()
        elif not self.has_focus and self._days is not None and new.focus is not None and self.data is not None:
            picture = self.data.picture(new.scope)
            day = self.data.at(new.scope.as_of).links(picture, new.focus).day
            if day is not None and (at := self._days.index(day)) != self.cursor:
                self._go(at)

    def _recount(self) -> None:
        if self.data is None:
            return
        day = self.day
        self._days = per_day(self.data, self.selection.scope)
        self.brush = None
        self.cursor = self._days.index(day) if self._days is not None and day is not None else 0
        if self._days is not None and day is None:
            self.cursor = len(self._days) - 1
        self._retitle()
        self.refresh()

    def move(self, delta: int) -> None:
        """`delta` days on; the user did it."""
        self.move_to(self.cursor + delta)

    def move_to(self, index: int) -> None:
        """To a day by its index; the user did it."""
        if self._days is None:
            return
        index = max(0, min(index, len(self._days) - 1))
        if index != self.cursor:
            self._go(index)
            self.post_message(self.Moved(self._days.day(index)))

    def go_to(self, day: str) -> None:
        """To an ISO day, or the nearest there is."""
        if self._days is not None:
            self.move_to(self._days.index(day))

    def move_month(self, direction: int) -> None:
        """A month on or back."""
        self.move(30 * direction)

    def last_index(self) -> int:
        """The index of the last day."""
        return len(self._days) - 1 if self._days is not None else 0

    def _go(self, index: int) -> None:
        before = self._column(self.cursor)
        self.cursor = index
        if self.brush is not None:
            self.refresh()
        elif before != self._column(index):
            self.refresh_rows(len(ROWS), len(ROWS) + 1)
        self._retitle()

    def _retitle(self) -> None:
        if self._days is None:
            self.count("no dates" if self.data is not None else "")
            return
        on = self._days.on(self.cursor)
        parts = [words.plural(on["figures"], "claim"), words.plural(on["cyberattacks"], "attack"),
                 words.plural(on["meetings"], "meeting")]  # fmt: skip
        text = f"{self.day}: {', '.join(parts)}"
        if self.brush is not None:
            first, last = self.marked or ("", "")
            text = f"{first} to {last} marked: Enter shows only these days"
        self.count(text)

    # geometry: a day is some cells wide; where there are too many days, some days share a cell

    @property
    def _cells(self) -> int:
        return max(1, self.inner_width - LABEL)

    @property
    def _scale(self) -> tuple[int, int]:
        """(cells of a day, days of a cell): one of them is 1."""
        days = max(1, len(self._days) if self._days is not None else 1)
        if days <= self._cells:
            return max(1, min(MOST_CELLS, self._cells // days)), 1
        return 1, -(-days // self._cells)

    def _column(self, index: int) -> int:
        wide, many = self._scale
        return index // many * wide

    def on_resize(self, event: events.Resize) -> None:
        """Another scale."""
        self.refresh()

    # drawing

    def body_line(self, row: int, width: int) -> Strip:
        """Three rows of bars, then the days."""
        if self._days is None:
            return Strip.blank(width, self.rich_style)
        if row < len(ROWS):
            return self._bars(self._days, *ROWS[row], width)
        if row == len(ROWS):
            return self._axis(self._days, width)
        return Strip.blank(width, self.rich_style)

    def _bars(self, days: Days, name: str, label: str, tone: str, width: int) -> Strip:
        wide, many = self._scale
        counts = days.counts[name]
        totals = [int(counts[i : i + many].sum()) for i in range(0, len(counts), many)]
        top = max([1, *totals])
        inside = self._window(days)
        segments = [Segment(cut(f" {label}", LABEL), self.tint("label"))]
        for i, total in enumerate(totals):
            height = 0 if not total else max(1, round(total / top * (len(BLOCKS) - 1)))
            shown = inside is None or (inside[0] <= i * many + many - 1 and i * many <= inside[1])
            bar = BLOCKS[height] * (wide - (1 if wide > 2 else 0))
            segments.append(Segment(bar.ljust(wide), self.tint(tone if shown else "outside")))
        return self.line(segments, width)

    def _window(self, days: Days) -> tuple[int, int] | None:
        """The first and last index that the scope's window or the brush leaves, None where neither narrows."""
        if self.brush is not None:
            return min(self.brush, self.cursor), max(self.brush, self.cursor)
        scope = self.selection.scope
        if not scope.since and not scope.until:
            return None
        first = -1 if not scope.since else (dt.date.fromisoformat(scope.since) - days.first).days
        last = len(days) if not scope.until else (dt.date.fromisoformat(scope.until) - days.first).days
        return first, last

    def _axis(self, days: Days, width: int) -> Strip:
        """The first day of each stretch that has room for its name, and the day under the cursor in full."""
        wide, many = self._scale
        cells = [" "] * self._cells
        used = -2
        for i in range(0, len(days), many):
            at, day = i // many * wide, days.day(i)
            label = day if i == 0 or day[5:] == "01-01" else day[5:]
            if at >= used + 2 and at + len(label) <= len(cells):
                cells[at : at + len(label)] = label
                used = at + len(label)
        at = self._column(self.cursor)
        label = days.day(self.cursor)
        at = max(0, min(at, len(cells) - len(label)))
        end = at + len(label)
        while at and cells[at - 1] != " ":  # a label that this one would cut goes altogether
            at_before = "".join(cells[:at]).rfind(" ") + 1
            cells[at_before:at] = " " * (at - at_before)
        while end < len(cells) and cells[end] != " ":
            cells[end] = " "
            end += 1
        text = "".join(cells)
        segments = [
            Segment(cut(" day", LABEL), self.tint("label")),
            Segment(text[:at], self.tint("axis")),
            Segment(label, self.tint("cursor" if self.has_focus else "window")),
            Segment(text[at + len(label) :], self.tint("axis")),
        ]
        return self.line(segments, width)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a day."""
        if self._days is None or event.y < TITLE_ROWS or event.x < LABEL:
            return
        wide, many = self._scale
        self.move_to((event.x - LABEL) // wide * many)
