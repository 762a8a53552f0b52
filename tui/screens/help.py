"""Help for the focused pane, made from its live bindings."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import words
from tui.columns import COUNTS_LEGEND, STANDS_LEGEND
from tui.keys import PANE_TITLES, Command, shown_key
from tui.panes.lists import TIES
from tui.panes.reader import LEGEND
from tui.panes.text import wrapped
from tui.screens.menu import BOX

_ABOUT = {
    "sources": "The outlets and how much each reports. Enter shows only what one of them reports; Enter again, all.",
    "figures": f"Who says how many troops are where: one row a claim. {words.QUALIFIER_LEGEND}. {STANDS_LEGEND}. "
    f"{COUNTS_LEGEND}. gr: Admiralty grade, source A-F, information 1-6.",
    "cyberattacks": "What was attacked, who is blamed (“withheld”: blame is expressly not given), who denies it: one "
    f"row an incident, whoever tells it. {COUNTS_LEGEND}.",
    "meetings": f"Who met whom: one row a meeting. A day is shown only where a text gives it. {COUNTS_LEGEND}.",
    "reader": "The article behind the row. " + LEGEND + ".",
    "timeline": "Claims, attacks and meetings per day. h and l go from day to day; v begins marking days, Enter shows "
    "only them; Enter on the same days again shows all. { and } step the day as of which everything is known.",
}


class HelpScreen(ModalScreen[None]):
    """What every key does in one pane, and everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter,backspace", "dismiss", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("ctrl+d,pagedown,space", "scroll(15)", "page down"),
        Binding("ctrl+u,pageup", "scroll(-15)", "page up"),
    ]
    DEFAULT_CSS = f"HelpScreen {{ {BOX} }}"

    def __init__(self, commands: tuple[Command, ...], pane: str) -> None:
        super().__init__()
        self._commands = [c for c in commands if c.keys and (not c.panes or pane in c.panes)]
        self._pane = pane

    def compose(self) -> ComposeResult:
        """One text, made for the width."""
        box = VerticalScroll(Static("", id="text", markup=False), can_focus=False)
        box.border_title = Content(f"Help: {PANE_TITLES[self._pane].lower()}")
        yield box

    def on_resize(self, event: events.Resize) -> None:
        """Made anew for the width."""
        self.query_one("#text", Static).update(self.text(min(96, event.size.width * 9 // 10) - 5))

    def text(self, width: int) -> Content:
        """About the pane, then its keys by group."""
        wide = max(len(self._keys(c)) for c in self._commands) + 2
        parts = [Content(line) for line in wrapped(_ABOUT[self._pane], width)]
        if self._pane not in ("reader", "timeline"):
            parts += [Content(line).stylize("$muted") for line in wrapped(f"Marks before a row: {TIES}.", width)]
        for group in dict.fromkeys(c.group for c in self._commands):
            parts += [Content(""), Content(group).stylize("bold $accent")]
            for command in (c for c in self._commands if c.group == group):
                for i, line in enumerate(wrapped(command.help, width - wide)):
                    parts.append(Content.assemble(((self._keys(command) if not i else "").ljust(wide), "bold"), line))
        parts += [Content(""), Content("Esc closes. : lists every command; docs/keys.md says how to change keys.")
                  .stylize("$muted")]  # fmt: skip
        return Content("\n").join(parts)

    @staticmethod
    def _keys(command: Command) -> str:
        return " ".join(shown_key(k) for k in command.keys)

    def action_scroll(self, delta: int) -> None:
        """By lines."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)
