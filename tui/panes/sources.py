"""The outlets, and how much each reports."""

from __future__ import annotations

from tui.panes.lists import ListPane


class SourcesPane(ListPane):
    """Outlets; Enter scopes the desk to one."""

    pane = "sources"
    nothing = "No articles. Start newsdash with a folder of articles: newsdash PATH"
