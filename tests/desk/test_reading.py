"""What is done with a claim or event: evidence, twins, details, pins, comparison, chart, copies; the layouts."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.desk.piloted import lines, opened, press
from tui import clipboard
from tui.panes.lists import ListPane
from tui.screens.chart import Chart
from tui.screens.compare import Compare
from tui.screens.menu import Lines, Menu
from tui.themes import NAMES


async def test_n_steps_through_the_evidence_of_the_article() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"brigade", "enter", "5")
        assert "evidence 2 of 3" in lines(app, "reader")[0]
        await press(pilot, "n")
        assert "evidence 3 of 3" in lines(app, "reader")[0]
        await press(pilot, "n", "N")
        assert "evidence 3 of 3" in lines(app, "reader")[0]


async def test_the_same_claim_in_another_outlet_is_listed_and_reached() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"12,000", "enter")
        reader = app.desk.reader
        assert reader.article is not None
        assert reader.article.id == "delta.txt"
        assert "also in The Lantern 2023-04-18" in " ".join(lines(app, "reader"))
        await press(pilot, "t")
        assert reader.article.id == "lantern.txt"
        await press(pilot, "t")
        assert reader.article.id == "delta.txt"


async def test_the_original_shows_every_line_with_its_class() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "5", "o")
        shown = lines(app, "reader")
        assert "original" in shown[0]
        assert any("title" in line for line in shown)
        assert any("body" in line for line in shown)
        await press(pilot, "o")
        assert "original" not in lines(app, "reader")[0]


async def test_the_reader_says_how_a_claim_is_carried_and_contested() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"12,000", "enter")
        said = " ".join(" ".join(lines(app, "reader")).split())
        assert "2 sentences · 2 outlets · 2 texts · 1 independent origin · grade F4" in said
        assert "≠ Rapid Brigade >20,000" in said


async def test_what_contradicts_the_focused_claim_is_marked_in_its_list() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"12,000", "enter")
        [against] = [line for line in lines(app, "figures") if line.startswith("≠")]
        assert "20,000" in against


async def test_two_claims_side_by_side() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"12,000", "enter", "p")
        assert any("◆" in line[:2] for line in lines(app, "figures"))
        await press(pilot, "slash", *"20,000", "enter", "c")
        assert isinstance(app.screen, Compare)
        said = str(app.screen.text(100))
        assert "contradict: no number satisfies both" in said
        assert "12,000" in said
        assert ">20,000" in said
        assert any("Amal Idris said on Saturday" in first for _, first, _ in app.screen.rows)


async def test_comparing_with_nothing_pinned_says_what_to_do() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "c")
        assert not isinstance(app.screen, Compare)
        assert "Pin one with p" in app.desk.query_one("#keys").said  # type: ignore[attr-defined]


async def test_details_say_who_gives_which_value() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "3", "d")
        assert isinstance(app.screen, Lines)
        said = "\n".join(text for _, text in app.screen.lines)
        assert "status        over  (The Lantern)" in said
        assert "Karsk denies responsibility" in said


async def test_the_chart_shows_each_claim_of_the_series_with_its_interval() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "2", "slash", *"12,000", "enter", "s")
        assert isinstance(app.screen, Chart)
        said = str(app.screen.text(100)).splitlines()
        [idris] = [line for line in said if "Amal Idris" in line]
        [brigade] = [line for line in said if "Rapid Brigade" in line]
        assert "◆" in idris
        assert brigade.rstrip().endswith("▶")  # "more than": no upper end


async def test_copying_sends_the_text_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(clipboard, "_native", lambda data, env: None)
    async with opened() as (app, pilot):
        monkeypatch.setattr(app._driver, "write", sent.append)
        await press(pilot, "2", "slash", *"12,000", "enter", "y")
        assert isinstance(app.screen, Menu)
        await press(pilot, "y")
        [sequence] = [s for s in sent if s.startswith("\x1b]52;")]
        text = base64.b64decode(sequence.removeprefix("\x1b]52;c;").rstrip("\a")).decode()
        assert text.startswith("The army has massed 12,000 troops")
        assert "sent to the terminal" in app.desk.query_one("#keys").said  # type: ignore[attr-defined]


def test_a_copy_too_large_is_refused_in_words() -> None:
    sent = clipboard.copy("x" * 80_000, {})
    assert not sent.ok
    assert sent.sequence == ""
    assert "80,000 bytes" in sent.words


def test_inside_tmux_the_setting_that_lets_copies_through_is_named() -> None:
    assert "set -g set-clipboard on" in clipboard.copy("x", {"TMUX": "/tmp/x", "SSH_TTY": "/dev/pts/1"}).words


async def test_zoom_gives_all_the_room_and_takes_it_back() -> None:
    async with opened((80, 24)) as (app, pilot):
        await press(pilot, "2", "z")
        assert app.desk.query_one("#figures").size.height == 22
        await press(pilot, "tab")
        assert app.desk.query_one("#cyberattacks").size.height == 22
        await press(pilot, "escape")
        assert app.desk.query_one("#cyberattacks").size.height < 22


async def test_layouts_share_the_room_between_lists_and_reader() -> None:
    async with opened() as (app, pilot):
        before = app.desk.reader.size.width
        await press(pilot, "plus")
        assert app.desk.reader.size.width > before
        await press(pilot, "minus", "minus")
        assert app.desk.reader.size.width < before


async def test_every_theme_can_be_worn(monkeypatch: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        worn = {app.theme}
        for _ in range(len(NAMES) - 1):
            await press(pilot, "T")
            worn.add(app.theme)
            assert "▸" in "".join(lines(app, "sources"))
        assert worn == set(NAMES)


async def test_the_column_cursor_stays_in_the_table() -> None:
    async with opened() as (app, pilot):
        table = app.desk.query_one("#figures", ListPane)
        await press(pilot, "2", *("l" * 30))
        assert table.current_column is not None
        await press(pilot, *("h" * 40))
        assert table.column == 0
