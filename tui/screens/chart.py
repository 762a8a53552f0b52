"""The figures for one side and place over time. What is drawn is in `tui.chart`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import chart, words
from tui.ledger.series import Point

STYLES = {
    "text": "", "muted": "$muted", "head": "bold", "known": "$doubt", "claimant0": "bold $figure",
    "claimant1": "bold $attack", "claimant2": "bold $meeting", "claimant3": "bold $plan", "claimant4": "bold $accent",
    "claimant5": "bold $doubt",
}  # fmt: skip
LEGEND = (
    "A letter stands at the number stated, ◆ at that of the claim under the cursor; ─ what it allows, ▶ no upper end."
)


class Chart(ModalScreen[None]):
    """One series."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,enter,s", "dismiss", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("ctrl+d,pagedown,space", "scroll(15)", "page down"),
        Binding("ctrl+u,pageup", "scroll(-15)", "page up"),
    ]
    DEFAULT_CSS = """
    Chart { align: center middle; background: $background 60%; }
    Chart > VerticalScroll {
        width: 98%; max-width: 160; height: auto; max-height: 94%; background: $surface; padding: 1 1;
        border-top: heavy $accent; border-title-color: $accent;
    }
    """

    def __init__(self, claim: dict[str, Any], points: Sequence[Point], focus: str) -> None:
        super().__init__()
        self.points = list(points)
        self._focus = focus
        parts = (claim["side"], words.code(claim["unit"]), claim["family"], claim["place"])
        self._heading = " · ".join(part for part in parts if part)

    def compose(self) -> ComposeResult:
        """One text, made for the width."""
        box = VerticalScroll(Static("", id="lines", markup=False), can_focus=False)
        box.border_title = Content(f"{self._heading}: {words.plural(len(self.points), 'claim')} over time")
        yield box

    def on_resize(self, event: events.Resize) -> None:
        """Made anew for the width."""
        self.query_one("#lines", Static).update(self.text(min(160, event.size.width * 98 // 100) - 4))

    def text(self, width: int) -> Content:
        """The chart at `width` cells."""
        lines = [Content.assemble(*((text, STYLES[style]) for style, text in line))
                 for line in chart.draw(self.points, self._focus, width)]  # fmt: skip
        return Content("\n").join([*lines, Content(""), Content(LEGEND).stylize("$muted")])

    def action_scroll(self, delta: int) -> None:
        """By lines."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)
