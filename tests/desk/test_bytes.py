"""What the desk sends down the line, counted in a pseudo-terminal at 120x40 in truecolour: over SSH, bytes are time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk.terminal import Terminal, world_desk

OPENING = 160_000
ARROW_HELD = 2_000
ARROW_SETTLED = 8_000
PAGE = 25_000
IDLE = 100


@pytest.fixture(scope="module")
def desk() -> Iterator[tuple[Terminal, int]]:
    """A filled desk of some 600 claims, and the bytes that its opening took."""
    with Terminal([*world_desk(), "110"]) as terminal:
        terminal.expect("606 of 606")
        terminal.settle()
        yield terminal, terminal.spent()


def test_the_opening_screen(desk: tuple[Terminal, int]) -> None:
    assert 0 < desk[1] <= OPENING


def test_an_arrow_key_with_all_that_follows_it(desk: tuple[Terminal, int]) -> None:
    terminal, _ = desk
    terminal.press("2")
    terminal.settle()
    for _ in range(4):
        terminal.spent()
        terminal.press("Down")
        terminal.settle()
        assert 0 < terminal.spent() <= ARROW_SETTLED


def test_an_arrow_key_held(desk: tuple[Terminal, int]) -> None:
    terminal, _ = desk
    terminal.press("2")
    terminal.settle()
    terminal.spent()
    for _ in range(60):
        terminal.press("Down")
        terminal.read(1 / 30)
    terminal.settle()
    assert 0 < terminal.spent() / 60 <= ARROW_HELD


def test_a_page_key(desk: tuple[Terminal, int]) -> None:
    terminal, _ = desk
    terminal.press("2")
    terminal.settle()
    terminal.spent()
    terminal.press("PgDn")
    terminal.settle()
    assert 0 < terminal.spent() <= PAGE


def test_nothing_is_sent_while_nothing_happens(desk: tuple[Terminal, int]) -> None:
    terminal, _ = desk
    terminal.settle()
    terminal.spent()
    terminal.read(2.0)
    assert terminal.spent() <= IDLE
