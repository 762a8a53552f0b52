"""`newsdash ingest PATH...`: parse new and changed articles into the store, and say what was done."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from typing import Any

from tui.commands.common import add_articles, counter, open_library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    add_articles(parser)
    parser.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: one a core)")


def run(args: argparse.Namespace) -> int:
    """Ingest; Ctrl+C keeps what is done, and the next run goes on there. 1 where a file could not be read."""
    from tui.store.step import bring_in_step

    library = open_library(args)
    asked: list[bool] = []
    before = signal.signal(signal.SIGINT, lambda *_: asked.append(True))
    started = time.monotonic()
    try:
        summaries = library.ingest(jobs=args.jobs, progress=counter(), cancelled=lambda: bool(asked))
        step = bring_in_step(library, cancelled=lambda: bool(asked))
    finally:
        signal.signal(signal.SIGINT, before)
    totals: dict[str, Any] = {
        name: sum(getattr(s, name) for s in summaries) for name in ("files", "articles", "records", "removed")
    }
    for summary in summaries:
        for failure in summary.failures:
            print(f"newsdash: {failure.path}: {failure.reason}", file=sys.stderr)
    print(
        f"{totals['files']:,} files read, {totals['articles']:,} articles, {totals['records']:,} records, "
        f"{totals['removed']:,} files gone, {step.claims:,} claims and {step.events:,} events changed, "
        f"in {time.monotonic() - started:.1f} s"
    )
    if asked or any(s.cancelled for s in summaries):
        print("stopped: what is done is kept, the same command goes on from here", file=sys.stderr)
        return 130
    return 1 if any(s.failures for s in summaries) else 0
