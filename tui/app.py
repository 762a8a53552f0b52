"""The Textual app: one desk, and the worker that fills it. Imports no pandas: the desk paints before it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.worker import get_current_worker

from tui import themes
from tui.keys import commands
from tui.picture import Data
from tui.screens.desk import DeskScreen

Tell = Callable[[str], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loader gives: the data, and a sentence for each thing that went wrong."""

    data: Data
    notices: tuple[str, ...] = ()


Loader = Callable[[Tell, Cancelled], Loaded]
"""Reads the articles in a thread: tells how far it is, and stops early when cancelled."""


@dataclass
class Timing:
    """When what was reached, in seconds since the process began."""

    started: float
    marks: dict[str, float] = field(default_factory=dict)

    def mark(self, name: str) -> None:
        """Note the first time something is reached."""
        self.marks.setdefault(name, time.monotonic() - self.started)


class NewsDash(App[None]):
    """The dashboard. Filled by `loader`, which runs in a thread after the first paint."""

    TITLE = "newsdash"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        loader: Loader,
        keys: Mapping[str, str] | None = None,
        timing: Timing | None = None,
        theme: str = themes.DEFAULT,
        views_path: Path | None = None,
        windows: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        super().__init__()
        for known in themes.THEMES:
            self.register_theme(known)
        self.theme = theme
        self._loader = loader
        self._commands = commands(keys)
        self.timing = timing or Timing(time.monotonic())
        self.desk = DeskScreen(self._commands, views_path, dict(windows or {}))
        self.failure: Exception | None = None
        self._stop = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our roles under themes that do not define them."""
        return themes.ANSI_ROLES

    def on_mount(self) -> None:
        """First the empty desk; what fills it starts when that is on the screen."""
        self.push_screen(self.desk)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self.timing.mark("first paint")
        self._fill()

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def _fill(self) -> None:
        worker = get_current_worker()

        def tell(text: str) -> None:
            if not worker.is_cancelled:
                self.call_from_thread(self._progress, text)

        try:
            loaded = self._loader(tell, lambda: self._stop or worker.is_cancelled)
            if not worker.is_cancelled:
                self.call_from_thread(self._filled, loaded)
        except Exception as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._failed, error)

    def cancel_loading(self) -> None:
        """Stop reading; what has been read is shown."""
        self._stop = True

    def _progress(self, text: str) -> None:
        self.desk.progress = text

    def _filled(self, loaded: Loaded) -> None:
        self.desk.progress = ""
        self.desk.load(loaded.data)
        self.timing.mark("filled")
        for notice in loaded.notices[:3]:
            self.notify(notice, severity="warning", timeout=10, markup=False)
        if len(loaded.notices) > 3:
            self.notify(f"and {len(loaded.notices) - 3} more like it", severity="warning", timeout=10, markup=False)

    def _failed(self, error: Exception) -> None:
        """Nothing to show: the error is the caller's to tell, once the terminal is back."""
        self.failure = error
        self.exit(return_code=2)
