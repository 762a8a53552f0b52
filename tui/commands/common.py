"""What the commands share: which articles, which store, and getting the one into the other with a counter on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config import Config
    from tui.store.ingest import Progress
    from tui.store.library import Library


def add_articles(parser: argparse.ArgumentParser) -> None:
    """PATH ..., --manifest, --store, --no-store."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH",
        help="articles: files or folders (default: those of the config, else the seeds)",
    )  # fmt: skip
    parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="dates, outlets and titles that the articles do not state"
    )
    add_store(parser)


def add_store(parser: argparse.ArgumentParser) -> None:
    """--store, --no-store."""
    parser.add_argument("--store", type=Path, metavar="FILE", help="where parsed articles are kept")
    parser.add_argument("--no-store", action="store_true", help="keep nothing: parse everything, in memory")


def open_library(args: argparse.Namespace) -> Library:
    """The library that the arguments name, not yet brought in step with the disk. Raises `UserError`."""
    from tui.config import load_config
    from tui.corpus.walk import require_articles
    from tui.store.database import Store, default_path
    from tui.store.library import Library

    config = load_config(args.config)
    paths = article_paths(args.paths, config)
    require_articles(paths)
    store = Store.open(None if args.no_store else args.store or default_path())
    return Library(store, paths, config, args.manifest)


def filled_library(args: argparse.Namespace) -> Library:
    """The same, with every new and changed article parsed; failures and progress on stderr."""
    library = open_library(args)
    for summary in library.ingest(progress=counter()):
        for failure in summary.failures:
            print(f"newsdash: {failure.path}: {failure.reason}", file=sys.stderr)
    return library


def article_paths(paths: list[Path], config: Config) -> list[Path]:
    """The paths given, else the config's, else the seeds that newsdash ships."""
    return paths or list(getattr(config, "articles", ())) or [seeds()]


def seeds() -> Path:
    """The five sample articles: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parent.parent
    inside = package / "default" / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def counter() -> Callable[[Progress], None]:
    """A progress counter on stderr where that is a terminal; it prints over itself and leaves nothing behind."""
    if not sys.stderr.isatty():
        return lambda progress: None

    def tell(progress: Progress) -> None:
        if progress.total:
            print(f"\r\x1b[K{progress_words(progress)}", end="", file=sys.stderr, flush=True)
            if progress.done >= progress.total:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    return tell


def progress_words(progress: Progress) -> str:
    """How far an ingest is, in words: files, rate, time left."""
    text = f"{progress.done:,} of {progress.total:,} files, "
    text += f"{progress.articles:,} articles, {progress.records:,} records"
    if progress.seconds_left is not None and progress.seconds > 2:
        text += f", {progress.rate:,.0f} a second, {progress.seconds_left:,.0f} s left"
    return text
