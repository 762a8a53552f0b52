"""Help for the focused pane, made from its live bindings."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import words
from tui.keys import PANE_TITLES, Command, shown_key
from tui.panes.lists import TIES
from tui.panes.reader import LEGEND

_ABOUT = {
    "sources": "The outlets and how much each reports. Enter shows only what one of them reports; Enter again, all.",
    "figures": "Who says how many troops are where. " + words.QUALIFIER_LEGEND + ".",
    "cyberattacks": "What was attacked, who is blamed (“withheld”: blame is expressly not given), who denies it.",
    "meetings": "Who met whom. A day is shown only where the text gives it.",
    "reader": "The article behind the row. " + LEGEND + ".",
    "timeline": "Everything per day.",
}


class HelpScreen(ModalScreen[None]):
    """What every key does in one pane, and everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter,backspace", "dismiss", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > VerticalScroll {
        width: 90%; max-width: 92; height: auto; max-height: 92%; background: $surface; padding: 1 2;
        border-top: heavy $accent; border-title-color: $accent; scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, commands: tuple[Command, ...], pane: str) -> None:
        super().__init__()
        self._commands = commands
        self._pane = pane

    def compose(self) -> ComposeResult:
        """One text."""
        box = VerticalScroll(Static(self._text(), markup=False))
        box.border_title = Content(f"Help: {PANE_TITLES[self._pane].lower()}")
        yield box

    def _text(self) -> Content:
        here = [c for c in self._commands if c.keys and (not c.panes or self._pane in c.panes)]
        width = max(len(self._keys(c)) for c in here)
        parts: list[Content] = [Content(_ABOUT[self._pane])]
        if self._pane != "reader":
            parts.append(Content(f"Marks before a row: {TIES}.").stylize("$muted"))
        for group in dict.fromkeys(c.group for c in here):
            parts.append(Content(""))
            parts.append(Content(group).stylize("bold $accent"))
            for c in (c for c in here if c.group == group):
                parts.append(Content.assemble((self._keys(c).ljust(width + 2), "bold"), c.help))
        parts += [Content(""), Content("Any key above closes with Esc.").stylize("$muted")]
        return Content("\n").join(parts)

    @staticmethod
    def _keys(command: Command) -> str:
        return " ".join(shown_key(k) for k in command.keys)

    def action_scroll(self, delta: int) -> None:
        """One line."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)
