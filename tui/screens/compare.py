"""Two claims or events side by side: the verdict, then field by field; what differs is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.panes.text import cut, wrapped

LABEL = 13


class Compare(ModalScreen[None]):
    """Rows of (label, first, second)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,enter,c", "dismiss", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("ctrl+d,pagedown,space", "scroll(15)", "page down"),
        Binding("ctrl+u,pageup", "scroll(-15)", "page up"),
    ]
    DEFAULT_CSS = """
    Compare { align: center middle; background: $background 60%; }
    Compare > VerticalScroll {
        width: 96%; max-width: 150; height: auto; max-height: 94%; background: $surface; padding: 0 1 1 1;
        border-top: heavy $accent; border-title-color: $accent; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.rows = list(rows)

    def compose(self) -> ComposeResult:
        """One text, made for the width."""
        box = VerticalScroll(Static("", id="table", markup=False), can_focus=False)
        box.border_title = Content("Side by side")
        yield box

    def on_resize(self, event: events.Resize) -> None:
        """Made anew for the width."""
        width = min(150, event.size.width * 96 // 100) - 4
        self.query_one("#table", Static).update(self.text(width))

    def text(self, width: int) -> Content:
        """The table at `width` cells."""
        half = max(8, (width - LABEL - 4) // 2)
        lines = []
        for label, first, second in self.rows:
            if label == "verdict":
                lines += [Content.assemble(("How they stand: ", "bold $accent"), (first, "bold")), Content("")]
                continue
            same = first == second
            left, right = wrapped(first, half) or [""], wrapped(second, half) or [""]
            for i in range(max(len(left), len(right))):
                name = label if i == 0 else ""
                one = left[i] if i < len(left) else ""
                two = right[i] if i < len(right) else ""
                sign = " " if same or i else "≠"
                tone = "$muted" if same else ""
                lines.append(
                    Content.assemble(
                        (cut(name, LABEL), "$muted"), (sign + " ", "$doubt"), (cut(one, half), tone), "  ", (two, tone)
                    )
                )
        lines += [Content(""), Content("≠ marks what differs. Esc closes.").stylize("$muted")]
        return Content("\n").join(lines)

    def action_scroll(self, delta: int) -> None:
        """By lines."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)
