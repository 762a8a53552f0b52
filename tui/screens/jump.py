"""The jump overlay: a letter on every pane and control; the key pressed goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the screen, the key that goes there, and what it does."""

    key: str
    x: int
    y: int
    label: str
    value: str


class Jump(ModalScreen[str | None]):
    """Gives the value of the target taken."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,semicolon,ctrl+o", "dismiss(None)", "close")]
    DEFAULT_CSS = """
    Jump { background: $background 40%; }
    Jump Static {
        position: absolute; width: auto; height: 1; background: $accent; color: $background; text-style: bold;
    }
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        self.targets = list(targets)

    def compose(self) -> ComposeResult:
        """The letters."""
        for target in self.targets:
            label = Static(f" {target.key} {target.label} ", markup=False)
            label.styles.offset = (target.x, target.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go where the key says."""
        for target in self.targets:
            if event.character == target.key:
                event.stop()
                self.dismiss(target.value)
                return
