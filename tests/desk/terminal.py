"""A program in a pseudo-terminal: keys go in, bytes come out and are counted, pyte says what the screen shows."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from types import TracebackType

import pyte

KEYS = {
    "Enter": "\r", "Tab": "\t", "S-Tab": "\x1b[Z", "Escape": "\x1b", "Up": "\x1b[A", "Down": "\x1b[B",
    "Right": "\x1b[C", "Left": "\x1b[D", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "F1": "\x1bOP", "BSpace": "\x7f",
    **{f"C-{c}": chr(ord(c) - 96) for c in "abcdefghijklmnopqrstuvwxyz"},
}  # fmt: skip
_REPLIES = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[c", b"\x1b[?62;c"), (b"\x1b[6n", b"\x1b[1;1R"))
DEADLINE = 60.0
"""Seconds after which waiting for something on the screen fails; generous, machines are slow."""


class Terminal:
    """A terminal of `size` (columns, rows) in which `argv` runs."""

    def __init__(self, argv: list[str], size: tuple[int, int] = (120, 40), **env: str) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.bytes = 0
        self.raw = bytearray()
        self._quiet_since = time.monotonic()
        full = {k: v for k, v in os.environ.items() if not k.startswith(("TEXTUAL", "NO_COLOR", "COLUMNS", "LINES"))}
        full.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8", PYTHONUTF8="1", **env)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover (the child)
            os.execvpe(argv[0], argv, full)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, 15)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def press(self, *keys: str) -> None:
        """Send keys by name, or text as it stands."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            self.read(0.01)

    def read(self, seconds: float) -> bool:
        """Take what comes within `seconds`; False when the program has left."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self._fd], [], [], left)
            if not ready:
                break
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.bytes += len(data)
            self.raw += data
            self._quiet_since = time.monotonic()
            for query, reply in _REPLIES:
                if query in data:
                    os.write(self._fd, reply)
            self._stream.feed(data)
        return True

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until nothing has come for `quiet` seconds."""
        end = time.monotonic() + DEADLINE
        self._quiet_since = time.monotonic()
        while time.monotonic() < end:
            if not self.read(0.05) or time.monotonic() - self._quiet_since > quiet:
                return
        raise AssertionError(f"the screen never came to rest:\n{self.text()}")

    def expect(self, text: str) -> None:
        """Wait until `text` is on the screen."""
        end = time.monotonic() + DEADLINE
        while text not in self.text():
            if time.monotonic() > end or not self.read(0.05):
                raise AssertionError(f"{text!r} is not on the screen:\n{self.text()}")

    def ended(self) -> bool:
        """Wait until the program has left."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            if not self.read(0.1):
                return True
        return False

    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def spent(self) -> int:
        """Bytes received since the last call."""
        spent, self.bytes = self.bytes, 0
        return spent


def world_desk() -> list[str]:
    """The command that opens the desk on the made-up world."""
    return [sys.executable, "-m", "tests.desk.run_world"]
