"""Opening a desk under textual's pilot, waiting for it, and reading what it shows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from tests.desk import world
from tui.app import Cancelled, Loaded, NewsDash, Tell
from tui.panes.pane import Pane


def loads(tell: Tell, cancelled: Cancelled) -> Loaded:
    """A loader that gives the world at once."""
    return Loaded(world.data())


@asynccontextmanager
async def opened(
    size: tuple[int, int] = (120, 40), loader: Any = loads, **options: Any
) -> AsyncIterator[tuple[NewsDash, Pilot[None]]]:
    """A desk that is filled."""
    app = NewsDash(loader, **options)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.desk.data is not None or app.failure is not None)
        await quiet(pilot)
        yield app, pilot


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Wait for something that happens in a thread or after a timer."""
    for _ in range(400):
        if done():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never happened")


async def quiet(pilot: Pilot[None]) -> None:
    """Wait until no focus is on its way."""
    desk = pilot.app.desk  # type: ignore[attr-defined]
    await pilot.pause()
    await until(pilot, lambda: desk._pending is None and desk._typing is None)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and let what they start come to rest."""
    await pilot.press(*keys)
    await quiet(pilot)


def lines(app: NewsDash, name: str) -> list[str]:
    """What a pane shows, line by line."""
    pane = app.desk.query_one(f"#{name}", Pane)
    return ["".join(s.text for s in pane.render_line(y)).rstrip() for y in range(pane.size.height)]
