"""The desk: the one screen that owns the selection. Panes post messages; only this screen assigns."""

from __future__ import annotations

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.geometry import Size
from textual.reactive import Reactive, var
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tui.keys import LIST_PANES, PANES, Command
from tui.panes.cyberattacks import CyberattacksPane
from tui.panes.figures import FiguresPane
from tui.panes.lists import ListPane
from tui.panes.meetings import MeetingsPane
from tui.panes.reader import Reader
from tui.panes.sources import SourcesPane
from tui.panes.table import Table
from tui.panes.timeline import Timeline
from tui.picture import Data, settle
from tui.screens.arrange import LAYOUTS, SMALLEST, Rect, arrange
from tui.screens.bars import KeyBar, TopBar
from tui.selection import Focus, History, Scope, Selection

QUIET_SECONDS = 0.08
"""A held key settles this long after its last repeat: only then do the reader and the other panes follow."""


class DeskScreen(Screen[None]):
    """Owns data and selection; knows which pane is focused, zoomed, and how the panes are laid out."""

    CSS_PATH = "desk.tcss"

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())
    progress: var[str] = var("Starting")

    # textual repaints the whole screen when the focus moves; here the two panes redraw themselves
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._commands = commands
        for command in commands:
            for key in command.keys:
                self._bindings._add_binding(Binding(key, command.action, command.label, id=command.id, show=False))
        self.history = History()
        self.zoomed = False
        self.arrangement = LAYOUTS[0]
        self.last_list = "figures"
        self._rects: dict[str, Rect] = {}
        self._pending: Focus | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Every pane, bound to data and selection."""
        yield TopBar().data_bind(DeskScreen.data, DeskScreen.selection, DeskScreen.progress)
        yield Container(
            SourcesPane().data_bind(DeskScreen.data, DeskScreen.selection),
            FiguresPane().data_bind(DeskScreen.data, DeskScreen.selection),
            CyberattacksPane().data_bind(DeskScreen.data, DeskScreen.selection),
            MeetingsPane().data_bind(DeskScreen.data, DeskScreen.selection),
            Reader().data_bind(DeskScreen.data, DeskScreen.selection),
            Timeline().data_bind(DeskScreen.data, DeskScreen.selection),
            id="desk",
        )
        yield KeyBar()
        yield Static("", id="small", markup=False)

    def on_mount(self) -> None:
        """The cursor starts in the first pane."""
        self.action_pane("sources")

    # panes

    def pane(self, name: str) -> Widget:
        """The pane of that name."""
        return self.query_one(f"#{name}")

    @property
    def focused_pane(self) -> str:
        """The pane that has the focus; the last one that had it while something else has."""
        if self.focused is not None and self.focused.id in PANES:
            self._focused_pane = self.focused.id
        return self._focused_pane

    _focused_pane = "sources"

    @property
    def list_pane(self) -> ListPane | None:
        """The focused list, None where the focus is elsewhere."""
        return self.focused if isinstance(self.focused, ListPane) else None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another pane is current: its row becomes the focus, its keys are offered, narrow screens open it."""
        pane = self.focused_pane
        if pane in LIST_PANES:
            self.last_list = pane
            row = self.query_one(f"#{pane}", ListPane).cursor_row
            if row is not None:
                self._later(Focus(pane, row))
        self.rearrange()
        self._offer_keys()

    def on_resize(self, event: events.Resize) -> None:
        """The panes are arranged anew; below the smallest size a sentence says so."""
        self.rearrange(event.size)

    def rearrange(self, size: Size | None = None) -> None:
        """Settle where the panes stand."""
        size = size or self.size
        small = size.width < SMALLEST[0] or size.height < SMALLEST[1]
        self.set_class(small, "-small")
        if small:
            self.query_one("#small", Static).update(
                f"newsdash needs {SMALLEST[0]} columns and {SMALLEST[1]} rows; "
                f"this terminal has {size.width} and {size.height}. Make it larger, or press q."
            )
            return
        rows = self.data.picture(Scope()).totals if self.data is not None else {}
        rects = arrange(
            size.width, size.height - 2, self.focused_pane, rows, self.arrangement, self.zoomed, self.last_list
        )
        if rects != self._rects:
            self._rects = rects
            for name in PANES:
                self._place(self.pane(name), rects.get(name))

    @staticmethod
    def _place(pane: Widget, rect: Rect | None) -> None:
        pane.display = rect is not None
        if rect is not None:
            pane.styles.width, pane.styles.height = rect.width, rect.height
            pane.styles.offset = (rect.x, rect.y)

    def _offer_keys(self) -> None:
        pane = self.focused_pane
        self.query_one(KeyBar).show(
            tuple(c for c in self._commands if c.footer and c.keys and (not c.panes or pane in c.panes))
        )

    # data and selection: nothing else assigns them

    def load(self, data: Data) -> None:
        """New frames: the first, or more articles. The selection and every cursor stay where they were."""
        first = self.data is None
        self.data = data
        self.selection = settle(data, self.selection)
        self.rearrange()
        if first:
            row = self.query_one("#sources", ListPane).cursor_row
            if row is not None and self.focused_pane == "sources":
                self.select(replace(self.selection, focus=Focus("sources", row)))

    def select(self, selection: Selection) -> None:
        """Assign the selection: settled on a row that its scope shows, remembered in the history."""
        if self.data is None:
            return
        self._drop_pending()
        selection = settle(self.data, selection)
        if selection.scope != self.selection.scope:
            self.history = self.history.visit(self.selection)
        self.selection = selection

    def _later(self, focus: Focus) -> None:
        """Focus `focus` when the keys have been quiet for a moment."""
        self._pending = focus
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(QUIET_SECONDS, self.flush)

    def flush(self) -> None:
        """Assign the focus that waits, if one does."""
        focus, self._pending = self._pending, None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if focus is not None and focus != self.selection.focus and self.data is not None:
            self.selection = replace(self.selection, focus=focus)

    def _drop_pending(self) -> None:
        self._pending = None

    @on(Table.Moved)
    def _cursor_moved(self, message: Table.Moved) -> None:
        message.stop()
        if not isinstance(message, Table.Chosen) and message.table.id in LIST_PANES:
            self._later(Focus(message.table.id, message.row))

    @on(Table.Chosen)
    def _row_chosen(self, message: Table.Chosen) -> None:
        message.stop()
        self.flush()
        if message.table.id == "sources":
            scope = self.selection.scope
            chosen = () if scope.sources == (message.row,) else (message.row,)
            self.select(replace(self.selection, scope=replace(scope, sources=chosen)))
        else:
            self.action_pane("reader")

    @on(TopBar.ChipClicked)
    def _chip_clicked(self, message: TopBar.ChipClicked) -> None:
        self.select(replace(self.selection, scope=self.selection.scope.without(message.part)))

    # actions

    def action_next_pane(self) -> None:
        """Tab."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Shift+Tab."""
        self._step_pane(-1)

    def _step_pane(self, delta: int) -> None:
        at = PANES.index(self.focused_pane)
        self.action_pane(PANES[(at + delta) % len(PANES)])

    def action_pane(self, name: str) -> None:
        """Straight to a pane; at once, so that the next key is already its own (`Widget.focus` would wait)."""
        self.set_focus(self.pane(name), scroll_visible=False)

    def action_move(self, delta: int) -> None:
        """One row or line."""
        match self.focused:
            case Table() as table:
                table.move(delta)
            case Reader() as reader:
                reader.scroll_body(reader.top + delta)
            case _:
                pass

    def action_page(self, direction: int) -> None:
        """One page."""
        match self.focused:
            case Table() as table:
                table.move_page(direction)
            case Reader() as reader:
                reader.scroll_body(reader.top + direction * max(1, reader.visible_rows - 1))
            case _:
                pass

    def action_end(self, direction: int) -> None:
        """First or last."""
        match self.focused:
            case Table() as table:
                table.move_to(0 if direction < 0 else table.scroll_rows - 1)
            case Reader() as reader:
                reader.scroll_body(0 if direction < 0 else reader.scroll_rows)
            case _:
                pass

    def action_enter(self) -> None:
        """Enter on a row."""
        if isinstance(self.focused, Table):
            self.focused.choose()

    def action_back(self) -> None:
        """One step back: out of the zoom, out of the reader, then the last chip."""
        self.flush()
        if self.zoomed:
            self.zoomed = False
            self.rearrange()
        elif self.focused_pane not in LIST_PANES:
            self.action_pane(self.last_list)
        elif self.selection.scope != Scope():
            self.select(replace(self.selection, scope=self.selection.scope.without_last()))
        else:
            self.notify("Nothing to go back from. q leaves newsdash.", timeout=2)

    def action_help(self) -> None:
        """What the keys do here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._commands, self.focused_pane))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
