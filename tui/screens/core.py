"""The heart of the desk: the screen that owns data and selection, and where the panes stand.

Panes post messages; only this screen assigns. What can be done with the selection is in `narrowing` and `reading`.
"""

from __future__ import annotations

from dataclasses import replace

from textual import actions, events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.geometry import Size
from textual.reactive import Reactive, var
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.errors import UserError
from tui.keys import LIST_PANES, PANES, Command
from tui.panes.cyberattacks import CyberattacksPane
from tui.panes.figures import FiguresPane
from tui.panes.lists import ListPane
from tui.panes.meetings import MeetingsPane
from tui.panes.pane import Pane
from tui.panes.reader import Reader
from tui.panes.sources import SourcesPane
from tui.panes.table import Table
from tui.panes.timeline import Timeline
from tui.picture import Data, settle
from tui.screens.arrange import LAYOUTS, SMALLEST, Rect, arrange
from tui.screens.bars import KeyBar, TopBar
from tui.screens.prompt import Prompt
from tui.selection import Focus, History, Scope, Selection

QUIET_SECONDS = 0.08
"""A held key settles this long after its last repeat: only then do the reader and the other panes follow."""


class DeskCore(Screen[None]):
    """Owns data and selection; knows which pane is focused, zoomed, and how the panes are laid out."""

    CSS_PATH = "desk.tcss"

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())
    progress: var[str] = var("Starting")

    # textual repaints the whole screen when the focus moves; here the two panes redraw themselves
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self.commands = commands
        self._panes_of: dict[tuple[str, tuple[object, ...]], tuple[str, ...]] = {}
        for command in commands:
            _, name, parameters = actions.parse(command.action)
            self._panes_of[name, parameters] = command.panes
            for key in command.keys:
                self._bindings._add_binding(Binding(key, command.action, command.label, id=command.id, show=False))
        self.history = History()
        self.zoomed = False
        self.arrangement = LAYOUTS[0]
        self.last_list = "figures"
        self._last_pane = "sources"
        self._rects: dict[str, Rect] = {}
        self._pending: Focus | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Every pane, bound to data and selection."""
        yield TopBar().data_bind(DeskCore.data, DeskCore.selection, DeskCore.progress)
        yield Container(
            SourcesPane().data_bind(DeskCore.data, DeskCore.selection),
            FiguresPane().data_bind(DeskCore.data, DeskCore.selection),
            CyberattacksPane().data_bind(DeskCore.data, DeskCore.selection),
            MeetingsPane().data_bind(DeskCore.data, DeskCore.selection),
            Reader().data_bind(DeskCore.data, DeskCore.selection),
            Timeline().data_bind(DeskCore.data, DeskCore.selection),
            id="desk",
        )
        yield KeyBar()
        yield Prompt()
        yield Static("", id="small", markup=False)

    def on_mount(self) -> None:
        """The cursor starts in the first pane."""
        self.action_pane("sources")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command of other panes does nothing here: one key may mean different things in different panes."""
        panes = self._panes_of.get((action, parameters))
        return not panes or self.focused_pane in panes

    # panes

    def pane(self, name: str) -> Pane:
        """The pane of that name."""
        return self.query_one(f"#{name}", Pane)

    def list_of(self, name: str) -> ListPane:
        """The list of that name."""
        return self.query_one(f"#{name}", ListPane)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def timeline(self) -> Timeline:
        """The timeline."""
        return self.query_one(Timeline)

    @property
    def prompt(self) -> Prompt:
        """The line that asks."""
        return self.query_one(Prompt)

    @property
    def focused_pane(self) -> str:
        """The pane that has the focus; the last one that had it while something else has."""
        if self.focused is not None and self.focused.id in PANES:
            self._last_pane = self.focused.id
        return self._last_pane

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another pane is current: its row becomes the focus, its keys are offered, narrow screens open it."""
        if event.widget.id not in PANES:
            return
        pane = self.focused_pane
        if pane in LIST_PANES:
            self.last_list = pane
            row = self.list_of(pane).cursor_row
            now = self.selection.focus
            if row is not None and (now is None or (now.pane, now.row) != (pane, row)):
                self.focus_later(Focus(pane, row))
        self.rearrange()
        self.offer_keys()

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
            size.width,
            size.height - 2,
            self.focused_pane,
            rows,
            self.arrangement,
            self.zoomed,
            self.last_list,
        )
        if rects != self._rects:
            self._rects = rects
            for name in PANES:
                # a pane that is not shown has no size, but it is not hidden: textual would take the focus from it
                self._place(self.pane(name), rects.get(name, Rect(0, 0, 0, 0)))

    @staticmethod
    def _place(pane: Widget, rect: Rect) -> None:
        pane.styles.width, pane.styles.height = rect.width, rect.height
        pane.styles.offset = (rect.x, rect.y)

    def offer_keys(self) -> None:
        """The key line offers what is most useful in the focused pane."""
        pane = self.focused_pane
        self.query_one(KeyBar).show(
            tuple(c for c in self.commands if c.footer and c.keys and (not c.panes or pane in c.panes))
        )

    # data and selection: nothing else assigns them

    def load(self, data: Data) -> None:
        """New frames: the first, or more articles. The selection and every cursor stay where they were."""
        first = self.data is None
        self.data = data
        self.selection = settle(data, self.selection)
        self.rearrange()
        if first and self.focused_pane in LIST_PANES:
            row = self.list_of(self.focused_pane).cursor_row
            if row is not None:
                self.select(replace(self.selection, focus=Focus(self.focused_pane, row)))

    def select(self, selection: Selection, remember: bool = True) -> None:
        """Assign the selection, settled on a row that its scope shows; the one before goes into the history.

        Where the data are large the picture is drawn in a thread first, and the desk stays at hand meanwhile.
        """
        if self.data is None:
            return
        self._pending = None
        if self.data.drawn(selection.scope) or self.data.small:
            self._assign(self.data, settle(self.data, selection), remember)
        else:
            self._draw(self.data, selection, remember)

    def _assign(self, data: Data, selection: Selection, remember: bool) -> None:
        if data is not self.data:
            return
        self.progress = ""
        if remember and selection.scope != self.selection.scope:
            self.history = self.history.visit(self.selection)
        self.selection = selection

    @work(thread=True, exclusive=True, group="draw", exit_on_error=False)
    def _draw(self, data: Data, selection: Selection, remember: bool) -> None:
        worker = get_current_worker()
        self.app.call_from_thread(setattr, self, "progress", "Selecting")
        try:
            settled = settle(data, selection)
        except UserError as error:
            self.app.call_from_thread(self.say, str(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._assign, data, settled, remember)

    def rescope(self, remember: bool = True, **changes: object) -> None:
        """Select with some parts of the scope changed."""
        self.flush()
        scope = replace(self.selection.scope, **changes)  # type: ignore[arg-type]
        self.select(replace(self.selection, scope=scope), remember)

    def focus_later(self, focus: Focus) -> None:
        """Focus `focus` when the keys have been quiet for a moment."""
        self._pending = focus
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(QUIET_SECONDS, self.flush)

    def flush(self) -> None:
        """Assign the focus that waits: what is under the cursor, though its message may still be on the way."""
        focus, self._pending = self._pending, None
        if isinstance(self.focused, ListPane):
            row, now = self.focused.cursor_row, self.selection.focus
            if row is not None and (now is None or (now.pane, now.row) != (self.focused.pane, row)):
                focus = Focus(self.focused.pane, row)
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if focus is not None and focus != self.selection.focus and self.data is not None:
            self.selection = replace(self.selection, focus=focus)

    def say(self, text: str) -> None:
        """Tell the user something in passing, on the key line."""
        self.query_one(KeyBar).say(text)

    @on(Table.Moved)
    def _cursor_moved(self, message: Table.Moved) -> None:
        message.stop()
        if not isinstance(message, Table.Chosen) and message.table.id in LIST_PANES:
            self.focus_later(Focus(message.table.id, message.row))

    @on(Timeline.Moved)
    def _day_moved(self, message: Timeline.Moved) -> None:
        message.stop()
        self.focus_later(Focus("timeline", message.day))

    @on(Table.Chosen)
    def _row_chosen(self, message: Table.Chosen) -> None:
        message.stop()
        self.flush()
        if message.table.id == "sources":
            chosen = () if self.selection.scope.sources == (message.row,) else (message.row,)
            self.rescope(sources=chosen)
        else:
            self.action_pane("reader")

    @on(TopBar.ChipClicked)
    def _chip_clicked(self, message: TopBar.ChipClicked) -> None:
        self.flush()
        self.select(self.selection.without_chip(message.part))

    # moving

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
        """One row, line or day."""
        match self.focused:
            case Table() as table:
                table.move(delta)
            case Reader() as reader:
                reader.scroll_body(reader.top + delta)
            case Timeline() as timeline:
                timeline.move(delta)
            case _:
                pass

    def action_sideways(self, delta: int) -> None:
        """One column or day."""
        match self.focused:
            case Table() as table:
                table.move_column(delta)
            case Timeline() as timeline:
                timeline.move(delta)
            case _:
                pass

    def action_page(self, direction: int) -> None:
        """One page."""
        match self.focused:
            case Table() as table:
                table.move_page(direction)
            case Reader() as reader:
                reader.scroll_body(reader.top + direction * max(1, reader.visible_rows - 1))
            case Timeline() as timeline:
                timeline.move_month(direction)
            case _:
                pass

    def action_end(self, direction: int) -> None:
        """First or last."""
        match self.focused:
            case Table() as table:
                table.move_to(0 if direction < 0 else table.scroll_rows - 1)
            case Reader() as reader:
                reader.scroll_body(0 if direction < 0 else reader.scroll_rows)
            case Timeline() as timeline:
                timeline.move_to(0 if direction < 0 else timeline.last_index())
            case _:
                pass

    def action_enter(self) -> None:
        """Enter on a row, or on the timeline."""
        if isinstance(self.focused, Table):
            self.focused.choose()
        elif isinstance(self.focused, Timeline) and self.focused.marked is not None:
            since, until = self.focused.marked
            scope = self.selection.scope
            if (scope.since, scope.until) == (since, until):
                self.rescope(since=None, until=None)
            else:
                self.rescope(since=since, until=until)

    def action_back(self) -> None:
        """One step back: what is open closes, then the zoom, the reader, the last chip."""
        self.flush()
        if self.data is None:
            self.app.cancel_loading()  # type: ignore[attr-defined]
        elif self.timeline.end_brush():
            pass
        elif self.zoomed:
            self.zoomed = False
            self.rearrange()
        elif self.focused_pane not in LIST_PANES:
            self.action_pane(self.last_list)
        elif self.selection.scope != Scope():
            self.select(replace(self.selection, scope=self.selection.scope.without_last()))
        else:
            self.say("Nothing to go back from. q leaves newsdash.")

    # the desk itself

    def action_zoom(self) -> None:
        """All for one pane, or back."""
        self.zoomed = not self.zoomed
        self.rearrange()

    def action_layout(self, delta: int) -> None:
        """Another share for lists and reader."""
        at = LAYOUTS.index(self.arrangement)
        self.arrangement = LAYOUTS[(at + delta) % len(LAYOUTS)]
        self.rearrange()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
