"""The diplomatic meetings."""

from __future__ import annotations

from tui.panes.lists import ListPane


class MeetingsPane(ListPane):
    """Who met whom, when, where, for how long and with what result."""

    pane = "meetings"
    nothing = "No diplomatic meetings in these articles."
