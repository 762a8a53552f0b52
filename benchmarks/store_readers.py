"""Many processes reading a store while one ingests: how long a reader waits, and whether anything goes wrong.

    python -m benchmarks.store_readers [READERS] [SECONDS]     (default: 20 60)
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import TOWNS, write
from benchmarks.ingest import command
from tui.config import load_config
from tui.store.database import Store
from tui.store.library import Library
from tui.store.load import first_rows

PAUSE_SECONDS = 0.2
"""Between two questions of a reader: somebody looks at a desk."""


def read(store: Path, folder: Path, seconds: float, seed: int) -> None:
    """Ask as a desk asks, and print the milliseconds of every question, or the error, as JSON."""
    random_, took = random.Random(seed), []
    over = time.monotonic() + seconds
    try:
        library = Library(Store.open(store), [folder], load_config())
        while time.monotonic() < over:
            started = time.perf_counter()
            what = random_.randrange(3)
            if what == 0:
                first_rows(library, 50)
            elif what == 1:
                library.search(random_.choice(TOWNS), 50)
            else:
                library.counts()
            took.append(1000 * (time.perf_counter() - started))
            time.sleep(PAUSE_SECONDS)
    except Exception as error:  # whatever it is, a user would have seen it
        print(json.dumps({"error": repr(error)}))
        return
    print(json.dumps({"took": took}))


def main() -> None:
    """Print the waiting times of all readers, alone and beside a writer."""
    if sys.argv[1:2] == ["--read"]:
        read(Path(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
        return
    readers, seconds = int(sys.argv[1]) if sys.argv[1:] else 20, float(sys.argv[2]) if sys.argv[2:] else 60.0
    with tempfile.TemporaryDirectory() as work:
        folder, store = Path(work) / "articles", Path(work) / "s.db"
        write(folder, 200)
        Library(Store.open(store), [folder], load_config()).ingest(jobs=1)
        print("                 questions  median ms   p99 ms  worst ms  errors")
        for title, beside in (("readers alone", False), ("beside a writer", True)):
            writer = None
            if beside:
                write(folder, 20_000, first=200)
                writer = subprocess.Popen(command(folder, store), stdout=subprocess.DEVNULL)
            span = seconds if beside else min(seconds, 10)
            asked = [
                subprocess.Popen(
                    [sys.executable, "-m", "benchmarks.store_readers", "--read", store, folder, str(span), str(n)],
                    stdout=subprocess.PIPE, text=True,
                )
                for n in range(readers)
            ]  # fmt: skip
            answers = [json.loads(one.communicate()[0]) for one in asked]
            if writer is not None:
                writer.terminate()
                writer.wait()
            took = sorted(t for answer in answers for t in answer.get("took", ()))
            errors = [answer["error"] for answer in answers if "error" in answer]
            print(f"{title:16} {len(took):9,} {took[len(took) // 2]:10.1f} {took[len(took) * 99 // 100]:8.1f} "
                  f"{took[-1]:9.1f} {len(errors):7}")  # fmt: skip
            for error in sorted(set(errors)):
                print(f"   {error}")


if __name__ == "__main__":
    main()
