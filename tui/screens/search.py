"""Full text over all articles: type, see where it is said, Enter opens the article there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui import words
from tui.columns import Column
from tui.errors import UserError
from tui.panes.table import RowView, Table
from tui.store.texts import Hit, Texts

PAUSE_SECONDS = 0.15
_COLUMNS = (
    Column("outlet", "outlet", 10, 18, 10, lambda row: row["outlet"], (), tone=lambda _: "muted"),
    Column("title", "title", 16, 34, 20, lambda row: row["title"], ()),
    Column("snippet", "where", 20, 120, 0, lambda row: row["snippet"], ()),
)


class HitRows:
    """The hits as rows of a table."""

    columns: Sequence[Column] = _COLUMNS
    natural: Sequence[int] = (18, 34, 120)

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.hits = hits
        self.count = len(hits)

    def slice(self, start: int, stop: int) -> list[RowView]:
        """Rows as drawn."""
        return [
            RowView(h.article, (h.outlet or "–", h.title, h.snippet), ("muted", "", "")) for h in self.hits[start:stop]
        ]

    def id_at(self, index: int) -> str:
        """The article."""
        return self.hits[index].article

    def index_of(self, row: str) -> int | None:
        """Where an article stands."""
        return next((i for i, h in enumerate(self.hits) if h.article == row), None)


class HitTable(Table, inherit_bindings=False):
    """The hits."""

    @property
    def title(self) -> str:
        """How many."""
        return self._counts or "type words to search all articles"


class Search(ModalScreen[tuple[str, str] | None]):
    """Gives (article, query) of the hit taken, None where none was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("down,ctrl+n", "move(1)", "down"),
        Binding("up,ctrl+p", "move(-1)", "up"),
        Binding("pagedown", "move(10)", "down"),
        Binding("pageup", "move(-10)", "up"),
    ]
    DEFAULT_CSS = """
    Search { align: center top; background: $background 60%; }
    Search > Vertical {
        width: 94%; max-width: 140; height: 80%; margin-top: 1; background: $surface; padding: 0 1;
        border-top: heavy $accent; border-title-color: $accent;
    }
    Search Input { border: none; height: 1; background: $surface; margin: 0 0 1 0; }
    Search HitTable { height: 1fr; background: $surface; }
    Search #foot { height: 1; color: $muted; }
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Line, hits, keys."""
        line = Input(placeholder='words, "several words", begin*', compact=True)
        line.cursor_blink = False
        box = Vertical(
            line, HitTable("hits"), Static("Enter opens the article there   ↑ ↓ choose   Esc closes", id="foot")
        )
        box.border_title = Content("Search the text of all articles")
        yield box

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE_SECONDS, lambda: self._search(event.value))

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, query: str) -> None:
        worker = get_current_worker()
        try:
            hits = self._texts.search(query) if query.strip() else []
            said = words.plural(len(hits), "article") if query.strip() else ""
        except UserError as error:
            hits, said = [], str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, hits, said)

    def _show(self, hits: list[Hit], said: str) -> None:
        table = self.query_one(HitTable)
        table.empty_text = ""
        table.fill(HitRows(hits))
        table.count(said)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        row = self.query_one(HitTable).cursor_row
        if row is not None:
            self.dismiss((row, event.value))

    @on(Table.Chosen)
    def _chosen(self, message: Table.Chosen) -> None:
        message.stop()
        self.dismiss((message.row, self.query_one(Input).value))

    def action_move(self, delta: int) -> None:
        """The cursor."""
        self.query_one(HitTable).move(delta)
