"""What the four lists share: rows out of a frame under the selection, ties to the focus, titles that count."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, ClassVar

from textual.reactive import var

from tui import columns as cols
from tui import filter as language
from tui import words
from tui.panes.table import RowView, Table
from tui.panes.text import cell_len
from tui.picture import Data, Links, Picture, group_rows
from tui.selection import Scope, Selection
from tui.store.frames import GROUPS

PINNED = "◆"
AGAINST, AGREES, SAME_ARTICLE, SAME_DAY, NO_TIE = "≠", "=", "•", "·", " "
TIES = " · ".join(
    f"{sign} {word}"
    for sign, word in (
        (AGAINST, "contradicts"),
        (AGREES, "agrees"),
        (SAME_ARTICLE, "same article or outlet"),
        (SAME_DAY, "same day"),
        (PINNED, "pinned"),
    )
)


class ListRows:
    """The rows of a list under a picture; a `Rows` for the table."""

    def __init__(self, data: Data, picture: Picture, pane: str, natural: Sequence[int]) -> None:
        self.data = data
        self.picture = picture
        self.pane = pane
        self.natural = natural
        self.columns = cols.LISTS[pane]
        self.links = Links()
        self.pinned: set[str] = set()
        self.count = picture.count(pane)

    def slice(self, start: int, stop: int) -> list[RowView]:
        """The rows from `start` to `stop` as drawn."""
        if self.pane == "sources":
            return [self._source(row) for row in self.picture.sources[start:stop]]
        positions = self.picture.rows[self.pane][start:stop]
        rows = group_rows(self.data.frames, self.pane, positions)
        return [self._view(row["id"], row, self._tie(row, int(at))) for row, at in zip(rows, positions, strict=True)]

    def id_at(self, index: int) -> str:
        """The id of the row at `index`."""
        return self.data.row_id(self.picture, self.pane, index)

    def index_of(self, row: str) -> int | None:
        """Where the row with this id stands."""
        return self.data.index(self.picture, self.pane, row)

    def _source(self, row: Any) -> RowView:
        tie = SAME_ARTICLE if row.outlet in self.links.outlets and row.outlet != self.links.row else NO_TIE
        view = self._view(row.outlet, dataclasses.asdict(row), tie)
        return dataclasses.replace(view, faded=not row.in_scope)

    def _view(self, id: str, row: cols.Row, tie: str) -> RowView:
        cells = tuple(column.cell(row) for column in self.columns)
        tones = tuple(column.tone(row) if column.tone else "" for column in self.columns)
        return RowView(id, cells, tones, tie, PINNED if id in self.pinned else " ")

    def _tie(self, row: cols.Row, at: int) -> str:
        links = self.links
        if row["id"] == links.row:
            return NO_TIE
        if row["id"] in links.against:
            return AGAINST
        if row["id"] in links.agreeing:
            return AGREES
        if at in links.groups.get(self.pane, ()):
            return SAME_ARTICLE
        return SAME_DAY if links.day is not None and row["day"] == links.day else NO_TIE


def natural_widths(data: Data, pane: str) -> list[int]:
    """What each column needs, told from a sample of all rows, so that a filter does not move the columns."""
    import numpy as np

    columns = cols.LISTS[pane]
    if pane == "sources":
        rows: list[Any] = [dataclasses.asdict(r) for r in data.picture(Scope()).sources[:200]]
    else:
        total = len(data.frames[GROUPS[pane]])
        sample = np.unique(np.linspace(0, total - 1, min(total, 200)).astype(int))
        rows = group_rows(data.frames, pane, sample) if total else []
    return [max([len(c.title), *(cell_len(c.cell(row)) for row in rows)]) for c in columns]


class ListPane(Table):
    """A table of one frame. Bound to the screen's data and selection; it changes neither."""

    pane: ClassVar[str]
    nothing: ClassVar[str]
    """What the empty list says where nothing is filtered away."""

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())

    def __init__(self) -> None:
        super().__init__(self.pane)
        self._list_rows: ListRows | None = None
        self._natural: list[int] = []
        self._pinned: set[str] = set()

    def watch_data(self, data: Data | None) -> None:
        """New frames: everything is drawn anew, the cursor stays on its row."""
        if data is not None:
            self._natural = natural_widths(data, self.pane)
            self._refill(data)

    def watch_selection(self, old: Selection, new: Selection) -> None:
        """Another scope filters; another focus marks."""
        if self.data is None:
            return
        if old.scope != new.scope:
            self._refill(self.data)
        elif old.focus != new.focus and self._list_rows is not None:
            rows = self._list_rows
            rows.links = rows.data.links(rows.picture, new.focus)
            if new.focus is not None and new.focus.pane == self.pane:
                self.place_cursor(new.focus.row)
            self.retie()

    def _refill(self, data: Data) -> None:
        scope, focus = self.selection.scope, self.selection.focus
        picture = data.picture(scope)
        then = data.at(scope.as_of)
        rows = ListRows(then, picture, self.pane, self._natural)
        rows.links = then.links(picture, focus)
        rows.pinned = self._pinned
        self._list_rows = rows
        self.empty_text = self._why_empty(then, picture)
        self.fill(rows, keep=focus.row if focus is not None and focus.pane == self.pane else None)
        self.count(picture.title(self.pane))

    def pin(self, rows: set[str]) -> None:
        """Mark these rows as pinned."""
        if self._list_rows is not None:
            self._list_rows.pinned = rows
            self.retie()
        self._pinned = rows

    def _why_empty(self, data: Data, picture: Picture) -> str:
        """What an empty list says, and what to do about it."""
        if picture.scope == Scope():
            return self.nothing
        frame = data.frames.articles if self.pane == "sources" else data.frames[self.pane]
        missing = language.missing_fields(language.parse(picture.scope.query), frame)
        reason = f" The filter asks for {words.and_list(missing)}, which this list does not have." if missing else ""
        return f"Nothing here under this selection.{reason} Esc takes the last chip off."
