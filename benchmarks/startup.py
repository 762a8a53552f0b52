"""How long until the desk is painted and filled, warm, beside a bare Textual app, in a terminal of 120 x 40.

    python -m benchmarks.startup [N ...]     (default: 5 1000; a store of N made articles each)

Medians of `ROUNDS` starts, in turn. Marks are those of `newsdash --timing`; the bare app marks its first paint too.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from benchmarks.articles import write
from benchmarks.ingest import command

ROUNDS = 5
MARK = re.compile(r"^(first paint|filled)\s+(\d+) ms", re.MULTILINE)
BARE = """
import sys, time
started = time.monotonic()
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("nothing")
    def on_mount(self):
        self.call_after_refresh(self.painted)
    def painted(self):
        self.took = time.monotonic() - started
        self.exit()
app = Bare()
app.run()
print(f"first paint {app.took * 1000:.0f} ms", file=sys.stderr)
"""


def marks(arguments: list[str]) -> dict[str, int]:
    """Run a program in a terminal, leave it with "q" when it is filled and still, and read its marks off stderr."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(
        arguments, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=environment, text=True, close_fds=True
    )
    os.close(theirs)
    said, quiet = time.monotonic(), time.monotonic()
    while process.poll() is None:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                os.read(ours, 65536)
            except OSError:
                break
            quiet = time.monotonic()
        if time.monotonic() - quiet > 3 and time.monotonic() - said > 1:
            os.write(ours, b"q")
            said = time.monotonic()
    assert process.stderr is not None
    text = process.stderr.read()
    process.wait()
    os.close(ours)
    found = {name: int(value) for name, value in MARK.findall(text)}
    if not found:
        raise SystemExit(f"{' '.join(arguments)} told no marks: {text[-500:]}")
    return found


def main() -> None:
    """Print a line for the bare app and one for each size."""
    sizes = [int(a) for a in sys.argv[1:]] or [5, 1_000]
    with tempfile.TemporaryDirectory() as work:
        starts: dict[str, list[str]] = {"bare": [sys.executable, "-c", BARE]}
        for size in sizes:
            folder, store = Path(work) / f"{size}", Path(work) / f"{size}.db"
            write(folder, size)
            subprocess.run(command(folder, store, 2), stdout=subprocess.DEVNULL, check=True)
            starts[f"{size:,}"] = [sys.executable, "-m", "tui.cli", str(folder), "--store", str(store), "--timing"]
        found: dict[str, list[dict[str, int]]] = {name: [] for name in starts}
        for _ in range(ROUNDS):
            for name, arguments in starts.items():
                found[name].append(marks(arguments))
    bare = statistics.median(m["first paint"] for m in found["bare"])
    print("articles  first paint ms  of the bare app  filled ms")
    for name, rounds in found.items():
        first = statistics.median(m["first paint"] for m in rounds)
        filled = statistics.median(m.get("filled", 0) for m in rounds)
        print(f"{name:>8} {first:15.0f} {first / bare:16.2f} {filled:10.0f}")


if __name__ == "__main__":
    main()
