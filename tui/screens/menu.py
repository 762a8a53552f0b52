"""A small overlay of choices: one key each, or arrows and Enter. And an overlay that only shows lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

BOX = """
    align: center middle; background: $background 60%;
    & > VerticalScroll {
        width: 90%; max-width: 96; height: auto; max-height: 90%; background: $surface; padding: 1 2;
        border-top: heavy $accent; border-title-color: $accent; scrollbar-size-vertical: 1;
    }
"""
STYLES = {
    "title": "bold", "head": "bold $accent", "text": "", "faint": "$muted", "against": "$doubt", "": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: the key that takes it, its name, a word more, and what it stands for."""

    key: str
    label: str
    detail: str
    value: str


class Menu(ModalScreen[str | None]):
    """Gives the value of the choice taken, None where none was. `forget` may delete one with the Delete key or `d`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace", "dismiss(None)", "close"),
        Binding("j,down", "move(1)", "down"),
        Binding("k,up", "move(-1)", "up"),
        Binding("enter", "take", "take"),
        Binding("delete", "forget", "forget"),
    ]
    DEFAULT_CSS = f"Menu {{ {BOX} }}"

    def __init__(self, title: str, choices: Sequence[Choice], note: str = "",
                 forget: Callable[[str], None] | None = None) -> None:  # fmt: skip
        super().__init__()
        self._heading = title
        self._choices = list(choices)
        self._note = note
        self._forget = forget
        self._at = 0

    def compose(self) -> ComposeResult:
        """The choices."""
        box = VerticalScroll(Static(self._text(), id="choices", markup=False), can_focus=False)
        box.border_title = Content(self._heading)
        yield box

    def _text(self) -> Content:
        lines = []
        wide = max([len(c.label) for c in self._choices] or [0])
        for i, choice in enumerate(self._choices):
            mark = "▸ " if i == self._at else "  "
            line = Content.assemble(
                mark, (f"{choice.key:2}", "bold $accent"), " ",
                (choice.label.ljust(wide), "bold" if i == self._at else ""), "  ", (choice.detail, "$muted"),
            )  # fmt: skip
            lines.append(line)
        if self._note:
            lines += [Content(""), Content(self._note).stylize("$muted")]
        return Content("\n").join(lines)

    def action_move(self, delta: int) -> None:
        """The cursor."""
        if self._choices:
            self._at = (self._at + delta) % len(self._choices)
            self.query_one("#choices", Static).update(self._text())

    def action_take(self) -> None:
        """The choice under the cursor."""
        self.dismiss(self._choices[self._at].value if self._choices else None)

    def action_forget(self) -> None:
        """Delete the choice under the cursor."""
        if self._forget is not None and self._choices:
            self._forget(self._choices.pop(self._at).value)
            self._at = max(0, min(self._at, len(self._choices) - 1))
            self.query_one("#choices", Static).update(self._text())

    def on_key(self, event: events.Key) -> None:
        """A choice by its own key."""
        for choice in self._choices:
            if event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return


class Lines(ModalScreen[None]):
    """Lines in styles, to be read and closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,enter", "dismiss", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("ctrl+d,pagedown,space", "scroll(15)", "page down"),
        Binding("ctrl+u,pageup", "scroll(-15)", "page up"),
    ]
    DEFAULT_CSS = f"Lines {{ {BOX} }}"

    def __init__(self, title: str, lines: Sequence[tuple[str, str]], note: str = "Esc closes") -> None:
        super().__init__()
        self._heading = title
        self.lines = list(lines)
        self._note = note

    def compose(self) -> ComposeResult:
        """One text."""
        parts = [Content(text).stylize(STYLES[style]) if STYLES.get(style) else Content(text)
                 for style, text in self.lines]  # fmt: skip
        parts += [Content(""), Content(self._note).stylize("$muted")]
        box = VerticalScroll(Static(Content("\n").join(parts), markup=False), can_focus=False)
        box.border_title = Content(self._heading)
        yield box

    def action_scroll(self, delta: int) -> None:
        """By lines."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)
