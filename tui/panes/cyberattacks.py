"""The cyberattack log."""

from __future__ import annotations

from tui.panes.lists import ListPane


class CyberattacksPane(ListPane):
    """What was attacked, who is blamed, who denies it."""

    pane = "cyberattacks"
    nothing = "No cyberattacks in these articles."
