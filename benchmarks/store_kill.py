"""kill -9 in the middle of ingest, many times at random moments: the store opens, checks, doubles nothing, and the next
ingest completes to the content of an undisturbed one.

    python -m benchmarks.store_kill [TIMES]     (default: 200)
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import write
from benchmarks.ingest import command
from tui.config import load_config
from tui.store.database import Store
from tui.store.library import Library
from tui.store.step import bring_in_step, in_step

ARTICLES = 60


def content(library: Library) -> list[object]:
    """Everything that an ingest makes, in an order of its own."""
    tables = ("claim", "attack_event", "meeting_event")
    rows = [row for table in tables for row in library.store.read(f"SELECT * FROM {table} ORDER BY id")]
    return [*library.articles(), *library.all_records(), *(row[1:] for row in rows)]


def main() -> int:
    """Print what was found; 1 where anything was wrong."""
    times = int(sys.argv[1]) if sys.argv[1:] else 200
    random_, wrong, killed = random.Random(4), 0, 0
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "articles"
        write(folder, ARTICLES)
        whole = Library(Store.open(Path(work) / "whole.db"), [folder], load_config())
        started = time.monotonic()
        whole.ingest(jobs=1)
        bring_in_step(whole)
        right, took = content(whole), time.monotonic() - started
        store = Path(work) / "killed.db"
        for n in range(times):
            for file in Path(work).glob("killed.db*"):
                if n % 10 == 0:  # now and then from the start, else on top of what the last one left
                    file.unlink()
            process = subprocess.Popen(command(folder, store), stdout=subprocess.DEVNULL)
            try:
                process.wait(random_.uniform(0.3, took + 1.5))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                killed += 1
            if not store.exists():
                continue
            opened = Store.open(store)
            doubled = opened.read("SELECT name FROM article GROUP BY name HAVING count(*) > 1")
            faults = opened.faults()
            opened.close()
            if faults or doubled:
                wrong += 1
                print(f"{n}: {faults} {doubled}")
            if n % 10 == 9:
                library = Library(Store.open(store), [folder], load_config())
                library.ingest(jobs=1)
                bring_in_step(library)
                if content(library) != right or not in_step(library):
                    wrong += 1
                    print(f"{n}: the next ingest did not complete to the same content")
                library.store.close()
    print(f"{times} runs, {killed} killed, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
