"""How long the ledger takes: N articles merged, and one article added to them.

    python -m benchmarks.ledger [N ...]       (default: 1000 10000 100000)
"""

from __future__ import annotations

import resource
import statistics
import sys
import time

from benchmarks.world import World
from tui.ledger.ledger import Ledger

ADDED = 100


def main() -> None:
    """Print a line for each size."""
    sizes = [int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000]
    print("articles  reports   claims   events  largest  merge s  us/report  add one ms (median, p95, worst)  peak MB")
    for size in sizes:
        world = World()
        held = list(world.articles(size))
        reports = sum(map(len, held))
        ledger = Ledger(lambda outer, inner: False)
        started = time.perf_counter()
        for one in held:
            ledger.add(one)
        claims = ledger.claims()
        events = [*ledger.attacks(), *ledger.meetings()]
        took = time.perf_counter() - started
        largest = max(*(len(c.reports) for c in claims), *(len(e.reports) for e in events))
        added = []
        for more in world.articles(ADDED, size):
            started = time.perf_counter()
            ledger.add(more)
            ledger.refresh()
            added.append(1000 * (time.perf_counter() - started))
        added.sort()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:8,} {reports:8,} {len(claims):8,} {len(events):8,} {largest:8,} {took:8.2f} "
            f"{1e6 * took / reports:10.1f} {statistics.median(added):12.2f} {added[len(added) * 95 // 100]:8.2f} "
            f"{added[-1]:8.2f} {peak:8.0f}"
        )


if __name__ == "__main__":
    main()
