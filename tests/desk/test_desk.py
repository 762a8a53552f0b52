"""The desk under textual's pilot: panes, focus, scope, reader, what happens while loading and when it goes wrong."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from tests.desk import world
from tests.desk.piloted import lines, opened, press, quiet, until
from tui.app import Cancelled, Loaded, NewsDash, Tell
from tui.errors import UserError
from tui.keys import LIST_PANES, PANES
from tui.panes.lists import ListPane
from tui.panes.pane import Pane
from tui.panes.reader import Reader
from tui.screens import core
from tui.screens.desk import DeskScreen
from tui.selection import Focus, Scope, Selection


async def test_every_list_is_filled_and_the_cursor_is_in_the_first() -> None:
    async with opened() as (app, _):
        for name in LIST_PANES:
            assert app.desk.query_one(f"#{name}", ListPane).scroll_rows > 0
        assert app.desk.focused_pane == "sources"
        assert app.desk.selection.focus == Focus("sources", "Harbour Post")
        assert lines(app, "sources")[2].startswith("▸ Harbour P")


async def test_tab_shift_tab_and_numbers_go_from_pane_to_pane() -> None:
    async with opened() as (app, pilot):
        seen = []
        for _ in PANES:
            seen.append(app.desk.focused_pane)
            await press(pilot, "tab")
        assert tuple(seen) == PANES
        assert app.desk.focused_pane == "sources"
        await press(pilot, "shift+tab")
        assert app.desk.focused_pane == PANES[-1]
        for n, name in enumerate(PANES, 1):
            await press(pilot, str(n))
            assert app.desk.focused_pane == name


async def test_moving_the_cursor_brings_the_reader_to_the_sentence() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "j")
        data, focus = app.desk.data, app.desk.selection.focus
        assert data is not None
        reader = app.desk.query_one(Reader)
        assert reader.record is not None
        assert reader.article is not None
        assert data.article_of(data.picture(Scope()), focus) == (reader.article.id, reader.record.id)
        marked = [line for line in lines(app, "reader") if line.startswith("▌")]
        said = " ".join(line[2:] for line in marked)
        assert " ".join(reader.record.evidence.split()).startswith(said[:20])


async def test_the_evidence_is_marked_by_more_than_colour() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "3")  # the attack that two sentences of its article tell
        await until(pilot, lambda: (r := app.desk.query_one(Reader).record) is not None and len(r.mentions) == 2)
        shown = lines(app, "reader")
        assert any(line.startswith("▌") for line in shown)
        assert any(line.startswith("│") for line in shown)
        assert any(line.startswith("F ") for line in shown)  # the troop figure in the same article


async def test_rows_of_the_same_article_are_marked_in_the_other_panes() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "3")
        tied = {name: [line for line in lines(app, name)[2:] if line.startswith("•")] for name in LIST_PANES}
        assert len(tied["figures"]) == 1
        assert "900" in tied["figures"][0]
        assert [line.split()[1] for line in tied["sources"]] == [
            "Harbour",
            "The",
        ]  # both outlets that tell of the attack
        assert tied["meetings"] == []


async def test_enter_on_a_source_scopes_the_desk_and_escape_undoes_it() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "enter")
        assert app.desk.selection.scope == Scope(sources=("Harbour Post",))
        assert "2 Troop figures  2 of 6" in lines(app, "figures")[0]
        assert "1 Sources  1 of 5" in lines(app, "sources")[0]
        await press(pilot, "escape")
        assert app.desk.selection.scope == Scope()
        assert "6 of 6" in lines(app, "figures")[0]


async def test_enter_on_a_record_reads_it_and_escape_returns_to_its_list() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "4", "enter")
        assert app.desk.focused_pane == "reader"
        await press(pilot, "escape")
        assert app.desk.focused_pane == "meetings"


async def test_a_refill_keeps_the_cursor_on_its_row_and_the_selection_as_it_is() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "j", "j")
        before = app.desk.selection
        app.desk.load(world.data())
        await quiet(pilot)
        assert app.desk.selection == before
        table = app.desk.query_one("#figures", ListPane)
        assert before.focus is not None
        assert table.cursor_row == before.focus.row


async def test_a_scope_keeps_the_cursor_on_its_row() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "G")
        row = app.desk.query_one("#figures", ListPane).cursor_row
        app.desk.select(Selection(Scope(query="mercenaries"), app.desk.selection.focus))
        await quiet(pilot)
        assert app.desk.query_one("#figures", ListPane).cursor_row == row
        await press(pilot, "escape")
        assert app.desk.query_one("#figures", ListPane).cursor_row == row


async def test_a_held_key_moves_the_cursor_at_once_and_the_reader_when_it_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2")
        before = app.desk.selection.focus
        monkeypatch.setattr(core, "QUIET_SECONDS", 3600.0)  # the keys never rest
        await pilot.press("j", "j", "j")
        table = app.desk.query_one("#figures", ListPane)
        assert table.cursor == 3
        assert app.desk.selection.focus == before
        app.desk.flush()  # what the rest would do
        assert app.desk.selection.focus == Focus("figures", str(table.cursor_row))


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 30), (120, 40), (200, 60)])
async def test_every_pane_has_its_place_and_the_focused_list_shows_rows(size: tuple[int, int]) -> None:
    async with opened(size) as (app, pilot):
        for name in PANES:
            await press(pilot, str(PANES.index(name) + 1))
            assert app.desk.query_one(f"#{name}", Pane).size.height >= (3 if name in LIST_PANES else 2)
            covered = sum(app.desk.query_one(f"#{p}", Pane).size.area for p in PANES)
            gap = 2 * (size[1] - 2) if size[0] >= 110 else 0
            assert covered >= size[0] * (size[1] - 2) - gap


async def test_a_terminal_too_small_gets_a_sentence_and_the_desk_returns_with_room() -> None:
    async with opened((50, 12)) as (app, pilot):
        assert app.desk.has_class("-small")
        assert "60 columns and 18 rows" in str(app.desk.query_one("#small").render())
        await pilot.resize_terminal(80, 24)
        await quiet(pilot)
        assert not app.desk.has_class("-small")
        assert app.desk.query_one("#sources", Pane).size.height > 2


async def test_while_loading_the_desk_counts_and_can_be_left() -> None:
    release = threading.Event()

    def slow(tell: Tell, cancelled: Cancelled) -> Loaded:
        tell("Reading 3 of 9 files")
        release.wait(20)
        return Loaded(world.data())

    app = NewsDash(slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "3 of 9" in app.desk.progress)
        await pilot.press("2", "j", "enter", "escape")  # nothing to do yet, and nothing breaks
        release.set()
        await until(pilot, lambda: app.desk.data is not None)
        await quiet(pilot)
        assert app.desk.progress == ""


async def test_an_article_that_cannot_be_read_costs_a_notice() -> None:
    def partly(tell: Tell, cancelled: Cancelled) -> Loaded:
        return Loaded(world.data(), ("bad[b].txt: cannot be decoded",))

    async with opened(loader=partly) as (app, pilot):
        await until(pilot, lambda: bool(app._notifications))
        assert any("bad[b].txt: cannot be decoded" in n.message for n in app._notifications)
        assert app.desk.data is not None


async def test_when_nothing_can_be_read_the_desk_leaves_and_hands_over_the_reason() -> None:
    def fails(tell: Tell, cancelled: Cancelled) -> Loaded:
        raise UserError("no articles here")

    app = NewsDash(fails)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.failure is not None)
    assert str(app.failure) == "no articles here"


async def test_help_lists_the_keys_of_the_focused_pane() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "question_mark")
        from tui.screens.help import HelpScreen

        assert isinstance(app.screen, HelpScreen)
        said = " ".join(str(app.screen.text(400)).split())
        for command in app.desk.commands:
            if not command.panes or "figures" in command.panes:
                assert " ".join(command.help.split()) in said
        await pilot.press("escape")
        assert isinstance(app.screen, DeskScreen)


def test_first_paint_needs_no_pandas() -> None:
    """In a process of its own: the modules are looked at when the desk has painted and before it loads."""
    code = """
import asyncio, sys
from tui.app import NewsDash
seen = {}
def load(tell, cancelled):
    seen.update(pandas='pandas' in sys.modules, numpy='numpy' in sys.modules, lxml='lxml' in sys.modules)
    raise SystemExit
app = NewsDash(lambda tell, cancelled: load(tell, cancelled))
async def main():
    async with app.run_test() as pilot:
        for _ in range(200):
            if seen: break
            await pilot.pause(0.05)
asyncio.run(main())
assert seen == {'pandas': False, 'numpy': False, 'lxml': False}, seen
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


async def test_hostile_text_is_shown_as_it_is() -> None:
    from dataclasses import replace

    from tui.ledger.ledger import Ledger
    from tui.ledger.reports import reports_of
    from tui.store.texts import MemoryTexts
    from tui.weighed import data_of

    nasty = "[bold]x[/bold] \x1b[31mred\x07 [/b] \u202eright-to-left \u200b 東京 e\u0301"
    articles = [replace(a, title=nasty, outlet=nasty if a.outlet else None) for a in world.articles()]
    records = [replace(r, claimant=nasty, source=nasty) for r in world.records()]

    def hostile(tell: Tell, cancelled: Cancelled) -> Loaded:
        texts = MemoryTexts(articles, records)
        return Loaded(data_of(articles, reports_of(records), texts, lambda: Ledger(world.contains), world.contains))

    async with opened(loader=hostile) as (app, pilot):
        await press(pilot, "2", "j", "question_mark", "escape", "enter", "escape", "1", "enter")
        everything = "\n".join(line for name in PANES for line in lines(app, name))
        assert "\x1b" not in everything
        assert "\x07" not in everything
        assert "[bold]" in everything
