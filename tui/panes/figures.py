"""The troop-figure tracker."""

from __future__ import annotations

from tui.panes.lists import ListPane


class FiguresPane(ListPane):
    """Who says how many troops are where."""

    pane = "figures"
    nothing = "No troop figures in these articles."
