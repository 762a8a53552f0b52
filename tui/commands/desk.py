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
    from tui.config import Config
    from tui.store.library import Library

COLOURS = {"truecolor": "truecolor", "256": "256", "16": "standard", "none": ""}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles, and options that only the dashboard has."""
    add_articles(parser)
    desk = parser.add_argument_group("dashboard")
    desk.add_argument("--theme", metavar="NAME", help="a set of colours instead of the config's")
    desk.add_argument(
        "--color", choices=tuple(COLOURS), help="colours of the terminal instead of what it seems to have"
    )
    desk.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    desk.add_argument("--low-bandwidth", action="store_true", help="draw seldom: for slow lines (`ssh -C` helps most)")
    desk.add_argument("--keys", action="store_true", help="print every command with its id and keys, and leave")
    desk.add_argument("--timing", action="store_true", help="print, on leaving, when what was reached")


def run(args: argparse.Namespace) -> int:
    """Open the dashboard; the exit code. Raises `UserError`."""
    started = time.monotonic()
    if args.keys:
        from tui.keys import keys_table

        print(keys_table(), end="")
        return 0
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from tui.commands import extract
        from tui.config import load_config

        args.paths = article_paths(args.paths, load_config(args.config))
        args.format = "table"
        return extract.run(args)
    library = open_library(args)
    prepare_terminal(args)
    from tui.app import NewsDash, Timing
    from tui.views import default_path

    config = library.config
    app = NewsDash(
        loader(library),
        keys=config.keys,
        timing=Timing(started),
        theme=checked_theme(args, config),
        views_path=default_path(),
        windows=config.windows,
    )
    app.run(mouse=not args.no_mouse)
    if app.failure is not None:
        raise app.failure
    if args.timing:
        for name, seconds in app.timing.marks.items():
            print(f"{name:12} {seconds * 1000:7.0f} ms", file=sys.stderr)
    return 0


def prepare_terminal(args: argparse.Namespace) -> None:
    """What textual reads from the environment when it is imported: so before that."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"  # no frames between two states
    if args.color == "none":
        os.environ["NO_COLOR"] = "1"
    elif args.color:
        os.environ["TEXTUAL_COLOR_SYSTEM"] = COLOURS[args.color]
    if args.low_bandwidth:
        os.environ["TEXTUAL_FPS"] = "15"


def checked_theme(args: argparse.Namespace, config: Config) -> str:
    """The theme asked for. Raises `UserError` where there is none of that name."""
    from tui import themes
    from tui.errors import UserError

    name = args.theme or config.theme
    if name in themes.NAMES:
        return str(name)
    problem = f"there is no theme {name!r}; there are {', '.join(themes.NAMES)}"
    raise UserError(f"--theme: {problem}") if args.theme else config.error("theme", problem)


def loader(library: Library) -> Loader:
    """What fills the desk: the store brought in step with the disk, then frames of it."""

    def load(tell: Tell, cancelled: Cancelled) -> Loaded:
        summaries = library.ingest(progress=lambda p: tell(f"Reading {progress_words(p)}"), cancelled=cancelled)
        tell("Weighing")
        from tui.app import Loaded
        from tui.weighed import weighed

        data = weighed(library)
        notices = tuple(f"{f.path}: {f.reason}" for summary in summaries for f in summary.failures)
        return Loaded(data, notices)

    return load
