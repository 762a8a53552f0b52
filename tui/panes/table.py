"""The virtual table: draws only the rows that are seen, whatever their number, and sends as few bytes as it can.

It knows no frames: a `Rows` gives it columns, a count and slices of rows. The cursor is a row; `h` and `l` move a
column cursor, whose cell "only like this cell" takes. A programmatic refill keeps the cursor by the row's id and posts
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui import columns as cols
from tui.columns import Column
from tui.panes.pane import TITLE_ROWS, Pane
from tui.panes.text import cut, wrap

GUTTER = 2
"""Cells before the first column: the cursor or the tie to the focus, and room for a mark."""

TONES = ("muted", "number", "plan", "doubt")


@dataclass(frozen=True, slots=True)
class RowView:
    """One row as drawn: its id, the text and tone of each cell, its tie to the focus, whether it is out of scope."""

    id: str
    cells: tuple[str, ...]
    tones: tuple[str, ...]
    tie: str = " "
    mark: str = " "
    faded: bool = False


class Rows(Protocol):
    """Where a table gets its rows from."""

    @property
    def columns(self) -> Sequence[Column]: ...
    @property
    def natural(self) -> Sequence[int]: ...
    @property
    def count(self) -> int: ...
    def slice(self, start: int, stop: int) -> list[RowView]: ...
    def id_at(self, index: int) -> str: ...
    def index_of(self, row: str) -> int | None: ...


class Table(Pane, inherit_bindings=False):
    """A list of rows with a header line."""

    prefix = "table"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--header-column",
        "table--cursor",
        "table--cursor-blurred",
        "table--cell",
        "table--tie",
        "table--faded",
        "table--empty",
        *(f"table--{tone}" for tone in TONES),
    }
    DEFAULT_CSS = """
    Table {
        & .table--header { color: $faint; }
        & .table--header-column { color: $muted; text-style: underline; }
        & .table--cursor { background: $cursor; color: $cursor-text; text-style: bold; }
        & .table--cursor-blurred { background: $surface; }
        & .table--cell { text-style: bold underline; }
        & .table--tie { color: $accent; }
        & .table--faded { color: $faint; }
        & .table--empty { color: $muted; }
        & .table--muted { color: $muted; }
        & .table--number { text-style: bold; }
        & .table--plan { color: $plan; text-style: italic; }
        & .table--doubt { color: $doubt; text-style: italic; }
    }
    """

    class Moved(Message):
        """The user moved the cursor to a row."""

        def __init__(self, table: Table, row: str) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> Table:
            return self.table

        def can_replace(self, message: Message) -> bool:
            """While a key is held only the last position counts."""
            return isinstance(message, Table.Moved) and message.table is self.table

    class Chosen(Moved):
        """The user pressed Enter on a row, or clicked the one under the cursor."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self._rows: Rows | None = None
        self._fitted: list[tuple[Column, int]] = []
        self._gap = cols.GAP
        self.cursor = 0
        self.column = 0
        self.empty_text = ""
        self._drawn: tuple[int, list[RowView]] = (0, [])

    # rows and cursor

    @property
    def fixed_rows(self) -> int:
        """The column heads."""
        return 1

    @property
    def scroll_rows(self) -> int:
        """How many rows there are."""
        return self._rows.count if self._rows else 0

    @property
    def cursor_row(self) -> str | None:
        """The id of the row under the cursor."""
        return self._rows.id_at(self.cursor) if self._rows and self.cursor < self.scroll_rows else None

    @property
    def current_column(self) -> Column | None:
        """The column under the column cursor."""
        return self._fitted[min(self.column, len(self._fitted) - 1)][0] if self._fitted else None

    def fill(self, rows: Rows, keep: str | None = None) -> None:
        """Show these rows; the cursor stays on the row `keep` (default: the one it is on), else near where it was."""
        keep = keep if keep is not None else self.cursor_row
        self._rows = rows
        found = rows.index_of(keep) if keep is not None else None
        self.cursor = max(0, min(self.cursor if found is None else found, rows.count - 1))
        self._drawn = (0, [])
        self._measure()
        self.top = max(0, min(self.top, rows.count - self.visible_rows))
        self._reveal(center=True)
        self.refresh()

    def place_cursor(self, row: str) -> None:
        """Put the cursor on a row without telling anybody."""
        found = self._rows.index_of(row) if self._rows else None
        if found is not None and found != self.cursor:
            self._go(found)

    def move(self, delta: int) -> None:
        """The cursor `delta` rows on; the user did it."""
        self.move_to(self.cursor + delta)

    def move_page(self, direction: int) -> None:
        """A page on or back."""
        self.move(direction * max(1, self.visible_rows - 1))

    def move_to(self, index: int) -> None:
        """The cursor to a row by its number (cut to those there are); the user did it."""
        index = max(0, min(index, self.scroll_rows - 1))
        if self._rows is not None and self.scroll_rows and index != self.cursor:
            self._go(index)
            self.post_message(self.Moved(self, self._rows.id_at(index)))

    def move_column(self, delta: int) -> None:
        """The column cursor."""
        column = max(0, min(self.column + delta, len(self._fitted) - 1))
        if column != self.column:
            self.column = column
            self.refresh_rows(0, 1)
            self._refresh_at(self.cursor)

    def retie(self) -> None:
        """The ties to the focus changed: redraw the gutters of the rows whose tie is another now."""
        if self._rows is None:
            return
        start, old = self._drawn
        new = self._rows.slice(start, start + len(old))
        self._drawn = (start, new)
        for i, (was, now) in enumerate(zip(old, new, strict=False)):
            if (was.tie, was.mark) != (now.tie, now.mark):
                self._refresh_at(start + i, GUTTER)

    def _go(self, index: int) -> None:
        before, self.cursor = self.cursor, index
        if not self._reveal():
            self._refresh_at(before)
            self._refresh_at(index)

    def _reveal(self, center: bool = False) -> bool:
        """Scroll so that the cursor is seen; by half a page, so that a held key scrolls seldom. True if it scrolled."""
        visible, top = self.visible_rows, self.top
        if not visible or top <= self.cursor < top + visible:
            return False
        half = visible // 2
        if center:
            return self.scroll_body(self.cursor - half)
        if self.cursor < top:
            return self.scroll_body(min(self.cursor, top - half))
        return self.scroll_body(max(self.cursor - visible + 1, top + half))

    def _refresh_at(self, index: int, width: int | None = None) -> None:
        row = index - self.top
        if 0 <= row < self.visible_rows:
            self.refresh_rows(self.fixed_rows + row, self.fixed_rows + row + 1, width)

    # measuring and drawing

    def _measure(self) -> None:
        if self._rows is not None:
            width = self.inner_width - GUTTER
            self._fitted, self._gap = cols.fit(self._rows.columns, self._rows.natural, width)
            self.column = min(self.column, max(0, len(self._fitted) - 1))

    def on_resize(self, event: events.Resize) -> None:
        """The columns are settled anew; the cursor stays in view."""
        self._measure()
        self._drawn = (0, [])
        self.top = max(0, min(self.top, self.scroll_rows - self.visible_rows))
        self._reveal(center=True)

    def body_line(self, row: int, width: int) -> Strip:
        """Column heads, then rows; or what an empty list says."""
        if self._rows is None or not self._rows.count:
            return self._empty_line(row, width)
        if row == 0:
            return self._header(width)
        index = self.top + row - 1
        if index >= self._rows.count:
            return Strip.blank(width, self.rich_style)
        return self._row(index, self._row_view(index), width)

    def _row_view(self, index: int) -> RowView:
        """The row, from a slice of what is seen, so that a repaint asks for its rows once."""
        start, rows = self._drawn
        if not start <= index < start + len(rows):
            assert self._rows is not None
            start = self.top
            stop = min(self._rows.count, start + self.visible_rows)
            if not start <= index < stop:
                start, stop = index, index + 1
            rows = self._rows.slice(start, stop)
            self._drawn = (start, rows)
        return rows[index - start]

    def _header(self, width: int) -> Strip:
        plain = self.tint("header")
        segments = [Segment(" " * GUTTER, plain)]
        for i, (column, size) in enumerate(self._fitted):
            title = cut(column.title, min(size, len(column.title)))
            here = self.has_focus and i == self.column
            cells = [Segment(title, self.tint("header-column") if here else plain),
                     Segment(" " * (size - len(title)), plain)]  # fmt: skip
            segments += cells[::-1] if column.right else cells
            segments.append(Segment(" " * self._gap, plain))
        return self.line(segments, width, plain)

    def _row(self, index: int, row: RowView, width: int) -> Strip:
        assert self._rows is not None
        at_cursor = index == self.cursor
        base: tuple[str, ...] = ("faded",) if row.faded else ()
        if at_cursor:
            base = ("cursor",) if self.has_focus else ("cursor-blurred",)
        plain = self.tint(*base)
        pointer = "▸" if at_cursor and self.has_focus else row.tie
        segments = [Segment(pointer, self.tint(*base, "tie")), Segment(row.mark, plain)]
        place = {column.key: i for i, column in enumerate(self._rows.columns)}
        for i, (column, size) in enumerate(self._fitted):
            text, tone = row.cells[place[column.key]], row.tones[place[column.key]]
            names = (*base, tone) if tone and not row.faded else base
            if at_cursor and self.has_focus and i == self.column:
                names = (*names, "cell")
            segments.append(Segment(cut(text, size, column.right), self.tint(*names)))
            segments.append(Segment(" " * self._gap, plain))
        return self.line(segments, width, plain)

    def _empty_line(self, row: int, width: int) -> Strip:
        text = self.empty_text
        lines = wrap(text, 0, len(text), max(1, width - 2 * GUTTER))
        if row >= len(lines):
            return Strip.blank(width, self.rich_style)
        start, end = lines[row]
        return self.line([Segment(" " * GUTTER + text[start:end], self.tint("empty"))], width)

    # mouse

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a double click is Enter."""
        index = self.top + event.y - TITLE_ROWS - self.fixed_rows
        if event.y < TITLE_ROWS + self.fixed_rows or not 0 <= index < self.scroll_rows:
            return
        self.move_to(index)
        if event.chain > 1:
            self.choose()

    def choose(self) -> None:
        """Enter on the row under the cursor."""
        row = self.cursor_row
        if row is not None:
            self.post_message(self.Chosen(self, row))
