"""What a desk asks of a full store: full-text queries, the first rows, the frames, an article, one more article.

    python -m benchmarks.query [N ...]     (default: 1000 10000 100000)

The store is filled with made records behind made articles (`benchmarks.stock`), so that no time goes into extraction.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.articles import TOWNS
from benchmarks.stock import Stocked
from benchmarks.world import World
from tui.store.database import Store
from tui.store.load import first_rows, load_frames
from tui.store.step import bring_in_step

WORDS = "convoys petrol embassy winter lorries parliament governor snow markets opposition schools bank".split()
ROUNDS = 40


def milliseconds(work: Callable[[], Any], rounds: int = 1) -> list[float]:
    """How long something took, each time, sorted."""
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - started))
    return sorted(took)


def measure(store: Path, folder: Path) -> None:
    """Print a line about a store; run in a process of its own, for the memory."""
    stocked = Stocked(Store.open(store), folder)
    library, random_ = stocked.library, random.Random(3)
    count = library.counts()["articles"]

    def query() -> str:
        kind = random_.random()
        if kind < 0.4:
            return f"{random_.choice(WORDS)} {random_.choice(TOWNS)}"
        if kind < 0.7:
            return f'"{random_.choice(("declined to comment", "petrol stations", "long standoff"))}"'
        return f"{random_.choice(WORDS)[:4]}* {random_.choice(TOWNS)}"

    search = milliseconds(lambda: library.search(query()), ROUNDS)
    rows = milliseconds(lambda: first_rows(library, 100), 5)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    frames = milliseconds(lambda: load_frames(library))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    name = next(library.articles()).id
    article = milliseconds(lambda: library.article(name), 20)
    more = []
    for reports in World(2).articles(12, first=1_000_000):
        if reports:
            stocked.put(reports)
            more += milliseconds(lambda: bring_in_step(library))
    print(
        f"{count:8,} {statistics.median(search):10.1f} {search[-1]:8.1f} {statistics.median(rows):11.1f} "
        f"{frames[0]:10.0f} {statistics.median(article):9.2f} {statistics.median(more):11.0f} {max(more):7.0f} "
        f"{before / 1024:9.0f} {peak / 1024:8.0f}",
        flush=True,
    )


def main() -> None:
    """Fill a store of each size, weigh it, and measure it."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    sizes = [int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000]
    print("articles  search ms (median, worst)  first rows ms  frames ms  article ms  one more ms (median, worst)  "
          "MB before, with frames")  # fmt: skip
    with tempfile.TemporaryDirectory() as work:
        for size in sizes:
            store, folder = Path(work) / f"{size}.db", Path(work) / f"{size}"
            fill = "from benchmarks.stock import stock; from tui.store.step import bring_in_step\n"
            fill += f"from pathlib import Path\nmade = stock(Path({str(store)!r}), Path({str(folder)!r}), {size})\n"
            fill += "bring_in_step(made.library)"
            subprocess.run([sys.executable, "-c", fill], check=True)
            subprocess.run([sys.executable, "-m", "benchmarks.query", "--measure", store, folder], check=True)


if __name__ == "__main__":
    main()
