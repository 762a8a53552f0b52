"""The desk in a real terminal multiplexer, on the packaged seeds, driven by keys alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 90.0


class Tmux:
    """One detached session of a size; `keys` types, `wait` reads."""

    def __init__(self, command: str, size: tuple[int, int], folder: Path) -> None:
        self._socket = f"newsdash-{uuid.uuid4().hex[:8]}"
        env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        env = {k: v for k, v in env.items() if not k.startswith(("TMUX", "TEXTUAL", "NO_COLOR"))}
        env["XDG_STATE_HOME"] = env["XDG_CONFIG_HOME"] = str(folder)
        subprocess.run(
            ["tmux", "-L", self._socket, "-f", os.devnull, "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]),
             command],
            check=True, env=env, cwd=ROOT,
        )  # fmt: skip

    def _run(self, *args: str) -> str:
        done = subprocess.run(["tmux", "-L", self._socket, *args], capture_output=True, text=True, check=False)
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Press keys by tmux's names."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text as it stands."""
        self._run("send-keys", "-l", text)

    def text(self, styled: bool = False) -> str:
        """What the screen shows, with its colours as escape sequences where `styled`."""
        return self._run("capture-pane", "-p", *(["-e"] if styled else []))

    def wait(self, *patterns: str) -> str:
        """Wait until every pattern is on the screen; the screen."""
        end = time.monotonic() + DEADLINE
        while True:
            shown = self.text()
            if all(re.search(p, shown) for p in patterns):
                return shown
            if time.monotonic() > end:
                raise AssertionError(f"{patterns} not on the screen:\n{shown}")
            time.sleep(0.05)  # between two looks at the condition

    def kill(self) -> None:
        """End the session."""
        self._run("kill-server")


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    """The desk on the seeds."""
    session = Tmux(f"{sys.executable} -m tui.cli --store {tmp_path}/store.db {ROOT}/seeds", request.param, tmp_path)
    yield session
    session.kill()


def counts(screen: str, title: str) -> tuple[int, int]:
    """'n of m' in the title of a pane."""
    found = re.search(rf"{title}\s+([\d,]+) of ([\d,]+)", screen)
    assert found, f"no count for {title}:\n{screen}"
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def test_focus_a_figure_read_its_sentence_scope_to_a_source_and_back(desk: Tmux) -> None:
    screen = desk.wait(r"2 Troop figures\s+\d+ of \d+", r"▸")
    n, total = counts(screen, "Troop figures")
    assert n == total > 0

    desk.keys("2")
    screen = desk.wait(r"━ 2 Troop figures", r"5 Reader\s+evidence \d+ of \d+", r"▌ \S")
    marked = [line for line in desk.text(styled=True).splitlines() if "▌" in line]
    assert all(re.search(r"▌ (\x1b\[[\d;]*m)*\x1b\[[\d;]*48;", line) for line in marked), (
        "the sentence has a ground of its own"
    )

    desk.keys("1", "Enter")
    screen = desk.wait(r"1 Sources\s+1 of \d+", "×")
    fewer, still = counts(screen, "Troop figures")
    assert fewer < total == still

    desk.keys("Escape")
    desk.wait(rf"2 Troop figures\s+{total:,} of {total:,}")
    desk.keys("q")


# Tasks of an analyst, from the opening screen, each in at most eight presses (text that is typed not counted).


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Tmux]:
    """The desk on the seeds at 80x24, filled."""
    session = Tmux(f"{sys.executable} -m tui.cli --store {tmp_path}/store.db {ROOT}/seeds", (80, 24), tmp_path)
    session.wait(r"2 Troop figures\s+\d+ of \d+", "▸")
    yield session
    session.kill()


def test_who_says_150_000_and_in_which_words(small: Tmux) -> None:
    small.keys("2", "/")
    small.wait("find")
    small.type("150,000")
    small.wait(r"\d+ of \d+ match")
    small.keys("Enter")
    screen = small.wait(r"▸ .*150,000", r"▌.*150,000")
    [row] = [line for line in screen.splitlines() if line.startswith("▸")]
    assert re.search(r"150,000\s+\S*\s*Russia", row), "the number and whose"
    marked = " ".join(line[2:].strip() for line in screen.splitlines() if line.startswith("▌"))
    assert "150,000" in marked, "the sentence is on the screen"


def test_which_outlets_carry_the_bank_attack_and_who_denies_it(small: Tmux) -> None:
    small.keys("3", "/")
    small.wait("find")
    small.type("bank")
    small.wait(r"\d+ of \d+ match|1 of 1 match")
    small.keys("Enter", "d")
    screen = small.wait("Details", "Who gives which value")
    assert re.search(r"\d+ outlets", screen)
    small.keys("NPage")
    seen = screen + small.wait("Esc closes|sentences")
    assert re.search(r"denies|denied", seen)
    small.keys("Escape")
    small.wait("━ 3 Cyberattacks")


def test_the_meetings_of_11_february_with_their_length(small: Tmux) -> None:
    small.keys("4", "f")
    small.wait("filter")
    small.type("date:2022-02-11")
    small.keys("Enter")
    screen = small.wait(r"4 Meetings\s+\d+ of \d+", "date:2022-02-11 ×")
    n, total = counts(screen, "Meetings")
    assert 0 < n < total
    rows = [line for line in screen.splitlines() if "2022-02-11" in line and "×" not in line and "Timeline" not in line]
    assert rows
    assert "length" in screen


def test_the_picture_as_known_on_12_february(small: Tmux) -> None:
    before = counts(small.text(), "Troop figures")
    small.keys("a")
    small.wait("as known at the end of")
    small.type("2022-02-12")
    small.keys("Enter")
    screen = small.wait("as of 2022-02-12 ×", rf"2 Troop figures\s+(?!{before[0]:,} of)")
    assert counts(screen, "Troop figures")[0] < before[0]
    assert counts(screen, "Troop figures")[1] == before[1]


def test_only_al_jazeera_and_back(small: Tmux) -> None:
    before = counts(small.text(), "Sources")
    small.keys("/")
    small.wait("find")
    small.type("jazeera")
    small.wait("1 of 1 match")
    small.keys("Enter", "Enter")
    screen = small.wait("Al Jazeera ×")
    assert counts(screen, "Sources") == (1, before[1])
    small.keys("Escape")
    small.wait(rf"1 Sources\s+{before[0]} of {before[1]}")


def test_two_claims_side_by_side(small: Tmux) -> None:
    small.keys("2", "p", "j", "c")
    small.wait("Side by side", "How they stand", "sentence 1")
    small.keys("Escape")
    small.wait("━ 2 Troop figures")
