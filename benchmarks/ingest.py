"""How fast folders are taken in: cold on one process and on two, again with nothing new, and with one file changed.

    python -m benchmarks.ingest [N ...] [--jobs 1,2]     (default: 1000 10000; 100000 takes an hour)

Each run is a process of its own (`newsdash ingest`), so that start-up and peak memory are counted as a user has them;
the peak is that of the largest process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import write


def command(folder: Path, store: Path, jobs: int = 1) -> list[str]:
    """`newsdash ingest`, as arguments of a process."""
    return [sys.executable, "-m", "tui.cli", "ingest", str(folder), "--store", str(store), "--jobs", str(jobs)]


def run(folder: Path, store: Path, jobs: int) -> tuple[float, float]:
    """Seconds and peak MB of one `newsdash ingest`."""
    started = time.monotonic()
    process = subprocess.Popen(command(folder, store, jobs), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"newsdash ingest failed ({process.returncode})")
    return time.monotonic() - started, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line for each size and number of processes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--jobs", default="1,2")
    args = parser.parse_args()
    print("articles  jobs   cold s  articles/s   MB/s  peak MB   again s  one changed s  store MB")
    with tempfile.TemporaryDirectory() as work:
        for size in args.sizes:
            folder = Path(work) / f"articles{size}"
            bytes_ = write(folder, size)
            for jobs in map(int, args.jobs.split(",")):
                store = Path(work) / f"{size}-{jobs}.db"
                cold, peak = run(folder, store, jobs)
                again, _ = run(folder, store, jobs)
                changed = next(folder.rglob("*.txt"))
                changed.write_text(changed.read_text() + f"\nA line that was added for {jobs}.\n")
                one, _ = run(folder, store, jobs)
                print(
                    f"{size:8,} {jobs:5} {cold:8.1f} {size / cold:11.1f} {bytes_ / cold / 1e6:6.2f} {peak:8.0f} "
                    f"{again:9.2f} {one:14.2f} {store.stat().st_size / 1e6:9.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
