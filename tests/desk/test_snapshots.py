"""What the desk looks like, as pictures: every size, every overlay, every theme. Look at them when they change.

`pytest tests/desk/test_snapshots.py --snapshot-update` makes them anew.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.desk.piloted import loads, quiet, until
from tui.app import NewsDash
from tui.themes import NAMES

pytestmark = pytest.mark.skipif(
    importlib.metadata.version("textual") != "8.2.8", reason="the pictures are of textual 8.2.8"
)

Compare = Callable[..., bool]
SIZES = [(60, 18), (80, 24), (100, 30), (120, 40), (200, 60)]


def pictured(compare: Compare, size: tuple[int, int], *steps: str, **options: Any) -> bool:
    """A filled desk of that size, after these keys (one a step, or "type" and text)."""

    async def before(pilot: Pilot[None]) -> None:
        app: Any = pilot.app
        await until(pilot, lambda: app.desk.data is not None)
        await quiet(pilot)
        for step in steps:
            await pilot.press(*(step.removeprefix("type ") if step.startswith("type ") else (step,)))
            await quiet(pilot)

    return compare(NewsDash(loads, **options), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_opening_screen(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert pictured(snap_compare, size)


@pytest.mark.parametrize("size", SIZES[:2] + SIZES[3:4], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("pane", ["2", "3", "4", "5", "6"])
def test_each_pane_focused(snap_compare: Compare, size: tuple[int, int], pane: str) -> None:
    assert pictured(snap_compare, size, "2", "j", pane)


_OVERLAYS = {
    "help": ("2", "question_mark"),
    "details": ("3", "d"),
    "compare": ("2", "j", "p", "slash", "type 20,000", "enter", "c"),
    "chart": ("2", "j", "s"),
    "copy": ("2", "j", "y"),
    "jump": ("2", "semicolon"),
    "views": ("enter", "V"),
    "filter mistake": ("f", "type sde:x"),
    "filtered to nothing": ("f", "type minutes>30", "enter"),
    "as of": ("a", "type 2023-04-17", "enter", "2"),
    "marked days": ("6", "g", "v", "l"),
    "zoomed": ("2", "z"),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", sorted(_OVERLAYS))
def test_each_overlay(snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    assert pictured(snap_compare, size, *_OVERLAYS[name])


@pytest.mark.parametrize("theme", [n for n in NAMES if n != "newsdash-dark"])
def test_each_theme(snap_compare: Compare, theme: str) -> None:
    assert pictured(snap_compare, (80, 24), "2", "j", theme=theme)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert pictured(snap_compare, (80, 24), "2", "j")


def test_too_small(snap_compare: Compare) -> None:
    assert pictured(snap_compare, (50, 12))
