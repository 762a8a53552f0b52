"""The timeline strip: everything per day."""

from __future__ import annotations

from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Pane
from tui.picture import Data
from tui.selection import Selection


class Timeline(Pane, inherit_bindings=False):
    """Bars per day. Bound to the screen's data and selection; it changes neither."""

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())

    def __init__(self) -> None:
        super().__init__("timeline")

    def body_line(self, row: int, width: int) -> Strip:
        """Nothing yet."""
        return Strip.blank(width, self.rich_style)
