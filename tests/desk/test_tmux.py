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
    assert all(re.search(r"▌ (\x1b\[[\d;]*m)*\x1b\[[\d;]*48;", line) for line in marked), "the sentence has a ground of its own"

    desk.keys("1", "Enter")
    screen = desk.wait(r"1 Sources\s+1 of \d+", "×")
    fewer, still = counts(screen, "Troop figures")
    assert fewer < total == still

    desk.keys("Escape")
    desk.wait(rf"2 Troop figures\s+{total:,} of {total:,}")
    desk.keys("q")
