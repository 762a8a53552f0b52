"""The line at the top (what is loaded, what is in scope) and the line at the bottom (which keys do what here)."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui import words
from tui.keys import Command, shown_key
from tui.panes.text import cell_len, cut, printable
from tui.picture import Data
from tui.selection import Scope, Selection

SAID_SECONDS = 5.0
"""How long words stay on the key line."""


class _Line(Widget, inherit_css=False):
    """One line of parts, each in a style of its own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--name", "line--text", "line--chip", "line--key", "line--faint"}
    DEFAULT_CSS = """
    _Line {
        height: 1; background: $surface; color: $foreground;
        & .line--name { text-style: bold; color: $accent; }
        & .line--text { color: $muted; }
        & .line--chip { color: $foreground; background: $cursor; color: $cursor-text; text-style: bold; }
        & .line--key { color: $foreground; text-style: bold; }
        & .line--faint { color: $muted; }
    }
    """

    def parts(self, width: int) -> list[tuple[str, str]]:
        """(style name, text), left to right."""
        return []

    def _style(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(f"line--{name}", partial=True)

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        segments = [Segment(printable(text), self._style(name)) for name, text in self.parts(width)]
        return Strip(segments).adjust_cell_length(width, self.rich_style).simplify()


class TopBar(_Line):
    """What is loaded and what narrows it."""

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())
    progress: var[str] = var("Starting")

    class ChipClicked(Message):
        """A chip was clicked: it is to go."""

        def __init__(self, part: str) -> None:
            super().__init__()
            self.part = part

    def __init__(self) -> None:
        super().__init__(id="top")
        self._chips: list[tuple[int, int, str]] = []

    def watch_data(self) -> None:
        """Other totals."""
        self.refresh()

    def watch_progress(self) -> None:
        """Another count."""
        self.refresh()

    def watch_selection(self, old: Selection, new: Selection) -> None:
        """Other chips."""
        if old.scope != new.scope:
            self.refresh()

    def parts(self, width: int) -> list[tuple[str, str]]:
        """Name, totals or progress, chips."""
        out = [("name", " newsdash ")]
        if self.data is None or self.progress:
            out.append(("text", f" {self.progress}"))
        self._chips = []
        if self.data is None:
            return out
        scope = self.selection.scope
        chips = scope.chips()
        if not chips:
            totals = self.data.picture(Scope()).totals
            parts = [
                words.plural(totals["articles"], "article"),
                words.plural(totals["figures"], "claim") + " about troops",
                words.plural(totals["cyberattacks"], "cyberattack"),
                words.plural(totals["meetings"], "meeting"),
            ]
            return [*out, ("text", " " + " · ".join(parts))]
        room = width - sum(cell_len(t) for _, t in out) - 2
        each = max(8, room // len(chips) - 4)
        for part, text in chips:
            shown = f" {cut(text, min(cell_len(text), each))} × "
            start = sum(cell_len(t) for _, t in out) + 1
            self._chips.append((start, start + cell_len(shown), part))
            out += [("text", " "), ("chip", shown)]
        used = sum(cell_len(t) for _, t in out)
        for hint in ("  Esc takes the last one off", "  Esc"):
            if used + len(hint) <= width:
                return [*out, ("faint", hint)]
        return out

    def chips(self) -> list[tuple[int, int, str]]:
        """Where the chips stand: first cell, cell behind the last, part of the scope."""
        return list(self._chips)

    def on_click(self, event: object) -> None:
        """A click on a chip removes it."""
        x = getattr(event, "x", -1)
        for start, stop, part in self._chips:
            if start <= x < stop:
                self.post_message(self.ChipClicked(part))


class KeyBar(_Line):
    """The most useful keys of the focused pane, from the registry."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._commands: tuple[Command, ...] = ()
        self._said = ""
        self._timer: Timer | None = None

    def say(self, text: str) -> None:
        """Show words instead of keys for a while."""
        self._said = text
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SAID_SECONDS, self._silent)
        self.refresh()

    @property
    def said(self) -> str:
        """What is being said."""
        return self._said

    def _silent(self) -> None:
        self._said = ""
        self.refresh()

    def show(self, commands: tuple[Command, ...]) -> None:
        """Offer these."""
        if commands != self._commands:
            self._commands = commands
            self.refresh()

    def parts(self, width: int) -> list[tuple[str, str]]:
        """Key and label, as many as fit; or what is being said."""
        if self._said:
            return [("name", f" {cut(self._said, width - 2)}")]
        out: list[tuple[str, str]] = [("faint", " ")]
        used = 1
        for command in self._commands:
            key, label = shown_key(command.keys[0]), f" {command.label}   "
            if used + cell_len(key) + len(label.rstrip()) > width:
                break
            out += [("key", key), ("faint", label)]
            used += cell_len(key) + len(label)
        return out
