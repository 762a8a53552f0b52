"""Finding and narrowing on the desk: find, filter, cells, days, history, views, full text, palette, jump."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from tests.desk.piloted import lines, opened, press, quiet, until
from tui.panes.lists import ListPane
from tui.screens.jump import Jump
from tui.screens.menu import Menu
from tui.screens.search import Search
from tui.selection import Focus, Scope
from tui.views import load_views


async def test_find_goes_to_the_match_as_you_type_and_n_to_the_next() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"Karsk")
        table = app.desk.query_one("#figures", ListPane)
        first = table.cursor
        assert "Karsk" in lines(app, "figures")[2 + first]
        assert "of 2 matches" in str(app.desk.prompt.query_one("#hint").render())
        await press(pilot, "enter", "n")
        assert table.cursor != first
        assert "Karsk" in lines(app, "figures")[2 + table.cursor]
        await press(pilot, "n")
        assert table.cursor == first  # round the end
        assert app.desk.selection.scope == Scope()  # finding filters nothing


async def test_escape_in_find_returns_to_where_the_cursor_was() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "j")
        before = app.desk.query_one("#figures", ListPane).cursor
        await press(pilot, "slash", *"mercenaries", "escape")
        assert app.desk.query_one("#figures", ListPane).cursor == before
        assert app.desk.focused_pane == "figures"


async def test_find_in_the_reader_marks_every_place_and_n_steps_through_them() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "5", "slash", *"the", "enter")
        assert "match 1 of" in lines(app, "reader")[0]
        await press(pilot, "n")
        assert "match 2 of" in lines(app, "reader")[0]


async def test_a_filter_is_applied_while_typing_and_kept_by_enter() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "f", *"side:Karsk")
        await until(pilot, lambda: app.desk.selection.scope.query == "side:Karsk")
        assert "2 of 6" in lines(app, "figures")[0]
        await press(pilot, "enter")
        assert app.desk.selection.scope == Scope(query="side:Karsk")
        await press(pilot, "left_square_bracket")
        assert app.desk.selection.scope == Scope()
        await press(pilot, "right_square_bracket")
        assert app.desk.selection.scope == Scope(query="side:Karsk")


async def test_a_mistake_in_a_filter_is_shown_as_it_is_typed_and_filters_nothing() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "f", *"sde:x")
        assert "did you mean side?" in str(app.desk.prompt.query_one("#hint").render())
        await press(pilot, "enter")
        assert app.desk.prompt.is_open  # not taken
        await press(pilot, "escape")
        assert app.desk.selection.scope == Scope()
        assert not app.desk.prompt.is_open


async def test_an_empty_list_says_why_and_what_to_do() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "f", *"minutes>30", "enter")
        await until(pilot, lambda: app.desk.selection.scope.query == "minutes>30")
        await quiet(pilot)
        said = " ".join(" ".join(line.split()) for line in lines(app, "figures"))
        assert "The filter asks for minutes, which this list does not have." in said
        assert "Esc takes the last chip off" in said
        assert "2 of 3" in lines(app, "meetings")[0]


async def test_only_like_this_cell_and_all_but_it() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"12,000", "enter", "l")  # number, of, side
        table = app.desk.query_one("#figures", ListPane)
        while table.current_column is not None and table.current_column.key != "side":
            await press(pilot, "l")
        await press(pilot, "comma")
        assert app.desk.selection.scope.query == "side=Sudan"
        assert "2 of 6" in lines(app, "figures")[0]
        await press(pilot, "escape", "exclamation_mark")
        assert app.desk.selection.scope.query == "!side=Sudan"
        assert "4 of 6" in lines(app, "figures")[0]


async def test_as_of_shows_the_picture_of_that_day_and_steps_by_days() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "a", *"2023-04-17", "enter")
        assert app.desk.selection.scope == Scope(as_of="2023-04-17")
        assert "1 of 3" in lines(app, "meetings")[0]
        await press(pilot, "right_curly_bracket")
        assert app.desk.selection.scope.as_of == "2023-04-18"
        assert "2 of 3" in lines(app, "meetings")[0]
        await press(pilot, "right_curly_bracket")  # the last day is now
        assert app.desk.selection.scope.as_of is None
        await press(pilot, "left_curly_bracket")
        assert app.desk.selection.scope.as_of == "2023-04-18"


async def test_days_are_marked_on_the_timeline_and_narrow_every_list() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "6", "g", "v", "l", "enter")
        assert app.desk.selection.scope == Scope(since="2023-04-14", until="2023-04-15")
        assert "1 of 3" in lines(app, "meetings")[0]
        assert "1 of 1" in lines(app, "cyberattacks")[0]
        assert "0 of 6" in lines(app, "figures")[0]
        await press(pilot, "escape")  # to the lists
        await press(pilot, "escape")
        assert app.desk.selection.scope == Scope()


async def test_a_day_on_the_timeline_is_read_and_marks_its_rows() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "6", "g")
        assert app.desk.selection.focus == Focus("timeline", "2023-04-14")
        assert any("four hours" in line or "Jeddah" in line for line in lines(app, "reader"))
        assert any(line.startswith("·") for line in lines(app, "meetings"))


async def test_clear_takes_all_chips_off_and_history_brings_them_back() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter", "2", "a", *"2023-04-17", "enter")
        narrowed = app.desk.selection.scope
        assert len(narrowed.chips()) == 2
        await press(pilot, "x")
        assert app.desk.selection.scope == Scope()
        await press(pilot, "left_square_bracket")
        assert app.desk.selection.scope == narrowed


async def test_views_are_kept_by_name_and_windows_of_the_config_are_offered(tmp_path: Path) -> None:
    path = tmp_path / "views.json"
    windows = {"truce": ("2023-04-14", "2023-04-15")}
    async with opened(views_path=path, windows=windows) as (app, pilot):
        await press(pilot, "enter", "S", *"harbour", "enter")
        assert load_views(path) == {"harbour": Scope(sources=("Harbour Post",))}
        await press(pilot, "x", "V")
        assert isinstance(app.screen, Menu)
        await press(pilot, "enter")
        assert app.desk.selection.scope == Scope(sources=("Harbour Post",))
        await press(pilot, "V", "j", "enter")
        assert app.desk.selection.scope == Scope(since="2023-04-14", until="2023-04-15")
        await press(pilot, "V", "delete", "escape")
        assert load_views(path) == {}


async def test_full_text_finds_an_article_and_opens_it_at_the_words() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "F")
        assert isinstance(app.screen, Search)
        await pilot.press(*"shelling")
        await until(pilot, lambda: app.screen.query_one("#hits").scroll_rows == 1)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert app.desk.focused_pane == "reader"
        assert app.desk.reader.article is not None
        assert app.desk.reader.article.id == "delta.txt"
        assert "match 1 of 1" in lines(app, "reader")[0]


async def test_the_palette_runs_commands_and_goes_to_names() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "colon")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"lantern")
        await until(pilot, lambda: app.screen.query_one("OptionList").option_count > 0)  # type: ignore[attr-defined]
        await until(pilot, lambda: not app.screen.query(".-loading"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.desk.selection.scope.sources == ("The Lantern",))


async def test_the_jump_overlay_goes_to_any_pane_and_control() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "semicolon")
        assert isinstance(app.screen, Jump)
        await press(pilot, "4")
        assert app.desk.focused_pane == "meetings"
        await press(pilot, "semicolon", "f")
        assert app.desk.prompt.is_open
        assert app.desk.query_one(Input).has_focus


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_chip_is_removed_by_a_click(size: tuple[int, int]) -> None:
    async with opened(size) as (app, pilot):
        await press(pilot, "enter", "a", *"2023-04-18", "enter")
        assert len(app.desk.selection.scope.chips()) == 2
        start, _, part = app.desk.query_one("#top").chips()[0]  # type: ignore[attr-defined]
        await pilot.click("#top", offset=(start + 1, 0))
        await quiet(pilot)
        assert part == "sources"
        assert app.desk.selection.scope == Scope(as_of="2023-04-18")
