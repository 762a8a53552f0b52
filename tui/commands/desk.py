"""`newsdash [PATH...]`: the dashboard; without a terminal, the table form."""

from __future__ import annotations

import argparse
import os
import sys
import time
from typing import TYPE_CHECKING

from tui.commands.common import add_articles, article_paths, open_library, progress_words

if TYPE_CHECKING:
    from tui.app import Cancelled, Loaded, Loader, Tell
    from tui.store.library import Library

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles, and options that only the dashboard has."""
    add_articles(parser)
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--timing", action="store_true", help="print, on leaving, when what was reached")


def run(args: argparse.Namespace) -> int:
    """Open the dashboard; the exit code. Raises `UserError`."""
    started = time.monotonic()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from tui.commands import extract
        from tui.config import load_config

        args.paths = article_paths(args.paths, load_config(args.config))
        args.format = "table"
        return extract.run(args)
    library = open_library(args)
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")  # read when textual is imported: no frames between two states
    from tui.app import NewsDash, Timing

    app = NewsDash(loader(library), timing=Timing(started))
    app.run(mouse=not args.no_mouse)
    if app.failure is not None:
        raise app.failure
    if args.timing:
        for name, seconds in app.timing.marks.items():
            print(f"{name:12} {seconds * 1000:7.0f} ms", file=sys.stderr)
    return 0


def loader(library: Library) -> Loader:
    """What fills the desk: the store brought in step with the disk, then frames of it."""

    def load(tell: Tell, cancelled: Cancelled) -> Loaded:
        summaries = library.ingest(progress=lambda p: tell(f"Reading {progress_words(p)}"), cancelled=cancelled)
        tell("Arranging")
        from tui.app import Loaded
        from tui.weighed import weighed

        data = weighed(library)
        notices = tuple(f"{f.path}: {f.reason}" for summary in summaries for f in summary.failures)
        return Loaded(data, notices)

    return load
