"""What narrows the desk and finds things in it: find, filter, cells, days, views, history, full text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.timer import Timer

from tui import filter as language
from tui import views, words
from tui.errors import UserError
from tui.filter import FilterError
from tui.keys import RECORD_PANES, Command
from tui.panes.lists import ListPane
from tui.screens.core import DeskCore
from tui.screens.menu import Choice, Menu
from tui.selection import Focus, Scope, Selection
from tui.store.frames import SEPARATOR

TYPING_SECONDS = 0.15
"""A filter is applied when the typing has paused this long: keys never wait for it."""


class Narrowing(DeskCore):
    """Finding and narrowing."""

    def __init__(self, commands: tuple[Command, ...], views_path: Path | None = None,
                 windows: dict[str, tuple[str, str]] | None = None) -> None:  # fmt: skip
        super().__init__(commands)
        self.views_path = views_path
        self.windows = windows or {}
        self._found: dict[str, list[int]] = {}
        self._typing: Timer | None = None

    # find in a pane

    def action_find(self) -> None:
        """Find in the focused pane."""
        pane = self.focused_pane
        self.flush()
        match self.focused:
            case ListPane() as table:
                origin = table.cursor
                self._ask(
                    "find",
                    typed=lambda text: self._find_in_list(table, text, origin),
                    kept=lambda text: self._close_prompt(pane),
                    given_up=lambda: self._leave_find(pane, table, origin),
                    placeholder="words, field:value, number>100000",
                )
            case _ if pane == "reader":
                reader = self.reader
                self._ask(
                    "find",
                    typed=lambda text: _matches_words(reader.find(text)) if text else None,
                    kept=lambda text: self._close_prompt(pane),
                    given_up=lambda: self._leave_find(pane),
                    placeholder="words in this article",
                )
            case _:
                self._ask("day", typed=_day_hint, kept=self._go_to_day, given_up=lambda: self._close_prompt(pane),
                          placeholder="2022-02-11")  # fmt: skip

    def _leave_find(self, pane: str, table: ListPane | None = None, origin: int = 0) -> None:
        """Back to where the search began."""
        if table is not None:
            table.move_to(origin)
        else:
            self.reader.find("")
        self._close_prompt(pane)

    def _ask(self, label: str, value: str = "", **more: Any) -> None:
        self.prompt.ask(label, value, **more)

    def _close_prompt(self, pane: str) -> None:
        self.prompt.close()
        self.action_pane(pane)

    def _find_in_list(self, table: ListPane, text: str, origin: int) -> str | None:
        """The cursor to the first match at or behind where it stood; a hint."""
        if not text.strip():
            self._found.pop(table.pane, None)
            table.move_to(origin)
            return None
        try:
            node = language.parse(text)
        except FilterError as error:
            return error.message
        assert self.data is not None
        picture = self.data.picture(self.selection.scope)
        then = self.data.at(self.selection.scope.as_of)
        found = then.matches(picture, table.pane, node)
        self._found[table.pane] = found
        if not found:
            return "no match"
        table.move_to(next((i for i in found if i >= origin), found[0]))
        return f"{found.index(table.cursor) + 1} of {words.plural(len(found), 'match', 'matches')}"

    def action_match(self, delta: int) -> None:
        """To another match of the last search in this list."""
        table = self.focused
        if not isinstance(table, ListPane):
            return
        found = [i for i in self._found.get(table.pane, []) if i < table.scroll_rows]
        if not found:
            self.say("Nothing searched for here: / finds in this list.")
            return
        later = [i for i in found if i > table.cursor] if delta > 0 else [i for i in found[::-1] if i < table.cursor]
        table.move_to(later[0] if later else found[0 if delta > 0 else -1])

    def _go_to_day(self, text: str) -> None:
        span = language.day_range(text)
        self._close_prompt("timeline")
        if span is not None:
            self.timeline.go_to(span[0])

    # filter every pane

    def action_filter(self) -> None:
        """Filter every pane."""
        before, pane = self.selection, self.focused_pane
        self.flush()

        def kept(text: str) -> None:
            try:
                language.parse(text)
            except FilterError as error:
                self.prompt.hint(error.message)
                return
            self._stop_typing()
            self._close_prompt(pane)
            if self.selection.scope.query != text.strip():
                self.rescope(remember=False, query=text.strip())
            self.history = self.history.visit(before) if before.scope.query != text.strip() else self.history

        def given_up() -> None:
            self._stop_typing()
            self._close_prompt(pane)
            self.select(before, remember=False)

        self._ask("filter", before.scope.query, typed=self._filter_typed, kept=kept, given_up=given_up,
                  placeholder="words  side:Russia  number>100000  !denied  \"two words\"  a|b")  # fmt: skip

    def _filter_typed(self, text: str) -> str | None:
        try:
            language.parse(text)
        except FilterError as error:
            self._stop_typing()
            return error.message
        self._stop_typing()
        self._typing = self.set_timer(TYPING_SECONDS, lambda: self._typed(text))
        return None

    def _typed(self, text: str) -> None:
        self._typing = None
        self.rescope(remember=False, query=text.strip())

    def _stop_typing(self) -> None:
        if self._typing is not None:
            self._typing.stop()
            self._typing = None

    # cells

    def action_only_like(self) -> None:
        """Only what has this cell's value."""
        self._like("")

    def action_not_like(self) -> None:
        """All but what has this cell's value."""
        self._like("!")

    def _like(self, sign: str) -> None:
        table = self.focused
        column = table.current_column if isinstance(table, ListPane) else None
        row = table.cursor_row if isinstance(table, ListPane) else None
        if column is None or row is None or not isinstance(table, ListPane) or self.data is None:
            return
        if column.field is None:
            self.say(f"The column “{column.title}” cannot be filtered by; h and l choose another.")
            return
        value = self._cell_value(table.pane, row, column.field)
        if value is None:
            self.say("This cell is empty: nothing to filter by.")
            return
        term = f"{sign}{column.field}={language.quoted(value)}"
        query = self.selection.scope.query
        self.rescope(query=f"{query} {term}".strip() if term not in query else query)

    def _cell_value(self, pane: str, row: str, field: str) -> str | None:
        """What a cell stands for in the filter language: its first name, its code, its number, its day."""
        assert self.data is not None
        from tui.standing import group_row

        if pane == "sources":
            return row or None
        found = group_row(self.data.at(self.selection.scope.as_of), pane, row)
        if found is None:
            return None
        for column in language.columns_of(field):
            value = found.get(column)
            if value is not None and value != "":
                return str(value).split(SEPARATOR)[0]
        return None

    def action_clear(self) -> None:
        """Everything in scope again."""
        if self.selection.scope != Scope():
            self.flush()
            self.select(replace(self.selection, scope=Scope()))

    # history

    def action_history(self, direction: int) -> None:
        """To the selection before or after."""
        self.flush()
        stepped = self.history.back(self.selection) if direction < 0 else self.history.forward(self.selection)
        if stepped is None:
            self.say("No selection before this one." if direction < 0 else "No selection after this one.")
            return
        self.history, selection = stepped
        self.select(selection, remember=False)

    # days

    def action_as_of(self) -> None:
        """The picture as known on a day."""
        pane = self.focused_pane

        def kept(text: str) -> None:
            span = language.day_range(text)
            if text.strip() and span is None:
                self.prompt.hint("a day is written 2022-02-12")
                return
            self._close_prompt(pane)
            self.rescope(as_of=span[1] if span else None)

        self._ask("as known at the end of", self.selection.scope.as_of or "", typed=_day_hint, kept=kept,
                  given_up=lambda: self._close_prompt(pane), placeholder="2022-02-12 (empty: now)")  # fmt: skip

    def action_step_day(self, delta: int) -> None:
        """The picture as known a day earlier or later."""
        if self.data is None:
            return
        published = self.data.frames.articles["published"].dropna()
        if published.empty:
            self.say("No article has a date.")
            return
        last = published.max().date()
        now = dt.date.fromisoformat(self.selection.scope.as_of) if self.selection.scope.as_of else last
        then = now + dt.timedelta(days=delta)
        if then < published.min().date():
            self.say("No article is older.")
        else:
            self.rescope(as_of=None if then >= last and delta > 0 else then.isoformat())

    def action_brush(self) -> None:
        """Begin or stop marking days."""
        self.timeline.start_brush()

    # views

    def action_save_view(self) -> None:
        """Keep this selection by name."""
        if self.views_path is None:
            self.say("There is no place to keep views in.")
            return
        path, pane = self.views_path, self.focused_pane

        def kept(name: str) -> None:
            if not name.strip():
                self.prompt.hint("a name")
                return
            self._close_prompt(pane)
            try:
                views.save_view(path, name.strip(), self.selection.scope)
            except UserError as error:
                self.say(str(error))
            else:
                self.say(f"Kept as “{name.strip()}”. V shows the views.")

        self._ask("keep this selection as", kept=kept, given_up=lambda: self._close_prompt(pane), placeholder="a name")

    def action_views(self) -> None:
        """Choose a view."""
        try:
            kept = views.load_views(self.views_path) if self.views_path is not None else {}
        except UserError as error:
            self.say(str(error))
            return
        scopes = {f"view {name}": scope for name, scope in kept.items()}
        scopes |= {f"window {name}": Scope(since=a, until=b) for name, (a, b) in self.windows.items()}
        letters = "abcdefghilmnoprstuvwxyz"
        choices = [
            Choice(
                letters[i] if i < len(letters) else "",
                name,
                ", ".join(t for _, t in scope.chips()) or "everything",
                name,
            )
            for i, (name, scope) in enumerate(scopes.items())
        ]

        def forget(name: str) -> None:
            if self.views_path is not None and name.startswith("view "):
                views.delete_view(self.views_path, name.removeprefix("view "))

        def chosen(name: str | None) -> None:
            if name is not None:
                self.flush()
                self.select(Selection(scopes[name], self.selection.focus))

        note = "Delete forgets a view." if choices else "No views yet. S keeps the present selection under a name."
        self.app.push_screen(Menu("Views and windows", choices, note, forget), chosen)

    # full text and going to

    def action_search_text(self) -> None:
        """Search all articles."""
        if self.data is None:
            return
        from tui.screens.search import Search

        def chosen(found: tuple[str, str] | None) -> None:
            if found is not None:
                article, query = found
                self.flush()
                self.selection = replace(self.selection, focus=Focus("articles", article))
                self.action_pane("reader")
                self.reader.find(query.replace('"', ""))

        self.app.push_screen(Search(self.data.texts), chosen)

    def go_to(self, kind: str, name: str) -> None:
        """What the palette's go-to does: an outlet or day scopes, a person or place filters."""
        self.flush()
        match kind:
            case "outlet":
                self.rescope(sources=(name,))
            case "day":
                self.rescope(since=name, until=name)
            case "place":
                self.rescope(query=f"place={language.quoted(name)}")
            case _:
                self.rescope(query=language.quoted(name))
        if self.focused_pane not in RECORD_PANES:
            self.action_pane("figures")


def _matches_words(count: int) -> str:
    return words.plural(count, "match", "matches") if count else "no match"


def _day_hint(text: str) -> str | None:
    return None if not text.strip() or language.day_range(text) else "a day is written 2022-02-12"
