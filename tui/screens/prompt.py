"""The line that asks: find, filter, a day, a name. It takes the place of the key line; Enter keeps, Escape gives up."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

Typed = Callable[[str], str | None]
"""Takes what has been typed so far; gives a hint to show, or None."""


class Line(Input):
    """A line to type in. Enter is taken at once; keys typed right behind it go where they belong."""

    async def _on_key(self, event: events.Key) -> None:
        prompt = self.parent
        assert isinstance(prompt, Prompt)
        if not prompt.is_open:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            prompt.submit()


class Prompt(Horizontal):
    """One question at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "give up", show=False)]
    DEFAULT_CSS = """
    Prompt {
        dock: bottom; height: 1; display: none; background: $surface;
        & #label { width: auto; color: $accent; text-style: bold; padding: 0 1; }
        & #hint { width: auto; max-width: 60%; color: $doubt; padding: 0 1; }
        & Input { width: 1fr; border: none; height: 1; padding: 0; background: $surface; color: $foreground; }
    }
    Prompt.-open { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self._typed: Typed = lambda text: None
        self._kept: Callable[[str], None] = lambda text: None
        self._given_up: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Label, line, hint."""
        yield Static("", id="label", markup=False)
        line = Line(id="line", select_on_focus=False, compact=True)
        line.cursor_blink = False  # a blinking cursor is bytes for nothing
        yield line
        yield Static("", id="hint", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether it asks."""
        return self.has_class("-open")

    def ask(
        self,
        label: str,
        value: str = "",
        *,
        typed: Typed = lambda text: None,
        kept: Callable[[str], None],
        given_up: Callable[[], None] = lambda: None,
        placeholder: str = "",
    ) -> None:
        """Ask for a line that begins as `value`."""
        self._typed, self._kept, self._given_up = typed, kept, given_up
        self.query_one("#label", Static).update(label)
        self.hint(None)
        line = self.query_one(Input)
        line.placeholder = placeholder
        with line.prevent(Input.Changed):
            line.value = value
        line.cursor_position = len(value)
        self.add_class("-open")
        self.screen.set_focus(line, scroll_visible=False)

    def hint(self, text: str | None) -> None:
        """What is expected, or how much is found."""
        self.query_one("#hint", Static).update(text or "")

    def close(self) -> None:
        """Stop asking."""
        self.remove_class("-open")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.hint(self._typed(event.value))

    def submit(self) -> None:
        """Enter: keep what has been typed."""
        self._kept(self.query_one(Input).value)

    def action_cancel(self) -> None:
        """Escape."""
        self.close()
        self._given_up()
