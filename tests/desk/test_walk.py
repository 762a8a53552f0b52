"""No dead ends, and no two panes that disagree: random keys, random selections, random arrivals."""

from __future__ import annotations

import asyncio
import contextvars
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from textual.pilot import Pilot

from tests.desk import world
from tests.desk.piloted import loads, opened, press, quiet, until
from tui.app import NewsDash
from tui.keys import LIST_PANES, commands
from tui.panes.lists import ListPane
from tui.picture import Data, settle
from tui.screens.desk import DeskScreen
from tui.selection import Focus, Scope, Selection

KEYS = [*sorted({key for c in commands() if c.id != "quit" for key in c.keys}), "2", "0", "K"]
ENOUGH_ESCAPES = 12
PRESSED = ("j k G g tab shift+tab enter escape left_square_bracket comma t pagedown 6 l h").split()


def agree(app: NewsDash) -> None:
    """Every list shows exactly what the pure model says, in its rows, its title, its cursor and the reader."""
    desk, data = app.desk, app.desk.data
    assert data is not None
    selection = desk.selection
    picture = data.picture(selection.scope)
    then = data.at(selection.scope.as_of)
    for name in LIST_PANES:
        table = desk.query_one(f"#{name}", ListPane)
        assert table.scroll_rows == picture.count(name)
        assert table.title.endswith(picture.title(name))
        assert not table.scroll_rows or 0 <= table.cursor < table.scroll_rows
        if selection.focus is not None and selection.focus.pane == name:
            assert table.cursor_row == selection.focus.row
    place = then.article_of(picture, selection.focus)
    if place is not None:
        assert desk.reader.article is not None
        assert desk.reader.article.id == place[0]
    assert selection == settle(data, selection)


@pytest.mark.parametrize("seed", range(6))
async def test_a_walk_of_random_keys_can_always_return_with_escape(seed: int) -> None:
    chosen = random.Random(seed)
    async with opened((80, 24) if seed % 2 else (120, 40)) as (app, pilot):
        for _ in range(40):
            await pilot.press(chosen.choice(KEYS))
        for _ in range(ENOUGH_ESCAPES):
            await press(pilot, "escape")
        assert isinstance(app.screen, DeskScreen)
        assert app.desk.selection.scope == Scope()
        assert not app.desk.prompt.is_open
        assert not app.desk.zoomed
        assert app.desk.focused_pane in LIST_PANES
        agree(app)


_DAYS = st.none() | st.sampled_from([f"2023-04-{day}" for day in range(13, 22)])
_SCOPES = st.builds(
    Scope,
    sources=st.sampled_from([(), ("Harbour Post",), ("", "The Lantern"), ("Delta Courier", "Wire Four")]),
    since=_DAYS,
    until=_DAYS,
    as_of=_DAYS,
    query=st.sampled_from(["", "Karsk", "!side:Karsk", "number>1000", "zzz", "talks | bank", "origins>1"]),
)


class Desk(RuleBasedStateMachine):
    """A desk that is selected in, moved in and refilled at random; after every step the panes agree with the model."""

    def __init__(self) -> None:
        super().__init__()
        # one context for all steps: textual keeps the app in context variables
        self._runner, self._vars = asyncio.Runner(), contextvars.copy_context()
        self._app = NewsDash(loads)
        self._context = self._app.run_test(size=(100, 30))
        self._pilot: Pilot[None] = self._runner.run(self._context.__aenter__(), context=self._vars)
        self._copies = 1

    def _run(self, action: Any) -> None:
        async def act() -> None:
            await action
            await quiet(self._pilot)

        self._runner.run(act(), context=self._vars)

    def teardown(self) -> None:
        self._runner.run(self._context.__aexit__(None, None, None), context=self._vars)
        self._runner.close()

    @initialize()
    def filled(self) -> None:
        self._run(until(self._pilot, lambda: self._app.desk.data is not None))

    @rule(scope=_SCOPES)
    def narrows(self, scope: Scope) -> None:
        async def act() -> None:
            self._app.desk.flush()
            self._app.desk.select(replace(self._app.desk.selection, scope=scope))

        self._run(act())

    @rule(pane=st.sampled_from(LIST_PANES), at=st.integers(0, 6))
    def focuses(self, pane: str, at: int) -> None:
        async def act() -> None:
            data = self._app.desk.data
            assert data is not None
            scope = self._app.desk.selection.scope
            picture = data.picture(scope)
            if picture.count(pane):
                row = data.at(scope.as_of).row_id(picture, pane, at % picture.count(pane))
                self._app.desk.action_pane(pane)
                self._app.desk.select(Selection(scope, Focus(pane, row)))

        self._run(act())

    @rule(keys=st.lists(st.sampled_from(PRESSED), max_size=4))
    def presses(self, keys: list[str]) -> None:
        self._run(self._pilot.press(*keys))

    @rule()
    def articles_arrive(self) -> None:
        async def act() -> None:
            self._app.desk.flush()
            before = self._app.desk.selection
            self._copies = self._copies % 3 + 1
            data: Data = world.data(self._copies)
            self._app.desk.load(data)
            assert self._app.desk.selection == settle(data, before)  # an arrival never moves the selection

        self._run(act())

    @rule(columns=st.sampled_from([60, 80, 100, 120, 200]), rows=st.sampled_from([18, 24, 40]))
    def resizes(self, columns: int, rows: int) -> None:
        self._run(self._pilot.resize_terminal(columns, rows))

    @invariant()
    def panes_agree(self) -> None:
        if self._app.desk.data is not None:
            agree(self._app)


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
