"""`newsdash articles PATH...`: what was read, and where outlet and date of each article come from."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.corpus import Article

_TABLE = (
    "article", "outlet", "outlet_basis", "published", "date_basis", "title", "language", "sentences", "posts", "notes",
)  # fmt: skip
_ALL = (
    "article", "title", "outlet", "outlet_basis", "host", "url", "published", "published_precision", "published_time",
    "date_basis", "date_note", "latest", "authors", "credits", "language", "lines", "sentences", "posts", "notes",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="articles: files or folders")
    parser.add_argument("--format", choices=("table", "jsonl", "json", "csv"), default="table")
    parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="dates, outlets and titles that the articles do not state"
    )


def run(args: argparse.Namespace) -> int:
    """Print one row an article; what could not be read is told on stderr. Exit code 1 where nothing could be read."""
    from tui import output

    count = output.write(_rows(args), _TABLE if args.format == "table" else _ALL, args.format)
    return 0 if count else 1


def _rows(args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    from tui.config import load_config
    from tui.corpus import Unreadable, read_articles

    for item in read_articles(args.paths, load_config(args.config), args.manifest):
        if isinstance(item, Unreadable):
            print(f"newsdash: {item.path}: {item.reason}", file=sys.stderr)
        else:
            yield row(item)


def row(article: Article) -> dict[str, Any]:
    """An article's metadata as plain values; lines, sentences and posts as their numbers."""
    return {
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_basis": str(article.outlet_basis),
        "host": article.host,
        "url": article.url,
        "published": article.published_iso(),
        "published_precision": str(article.published_precision),
        "published_time": article.published_time.isoformat() if article.published_time else None,
        "date_basis": str(article.date_basis),
        "date_note": article.date_note,
        "latest": article.latest.isoformat() if article.latest else None,
        "authors": list(article.authors),
        "credits": list(article.credits),
        "language": article.language,
        "lines": len(article.lines),
        "sentences": len(article.sentences),
        "posts": len(article.posts),
        "notes": list(article.notes),
    }
