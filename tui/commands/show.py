"""`newsdash show FILE [--lines]`: an article as it was read; with --lines every line with its class and why.

`newsdash show ID` is in `show_id`.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.common import add_store

if TYPE_CHECKING:
    from tui.corpus import Article


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("file", type=Path, metavar="FILE|ID", help="a file, or the id of a claim, event or record")
    parser.add_argument("--from", dest="paths", action="append", type=Path, default=[], metavar="PATH",
                        help="for an ID: the articles, repeatable (default: the config's)")  # fmt: skip
    add_store(parser)
    parser.add_argument("--lines", action="store_true", help="print every line with its class and rule")
    parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="dates, outlets and titles that the articles do not state"
    )


def run(args: argparse.Namespace) -> int:
    """Print the articles of the file; exit code 1 where none could be read. What is no file is taken for an id."""
    if re.fullmatch(r"[0-9a-z]{4,}", str(args.file)) and not args.file.exists():
        from tui.commands import show_id

        return show_id.run(args)
    from tui.config import load_config
    from tui.corpus import Unreadable, read_articles

    shown = 0
    for item in read_articles([args.file], load_config(args.config), args.manifest):
        if isinstance(item, Unreadable):
            print(f"newsdash: {item.path}: {item.reason}", file=sys.stderr)
            continue
        if shown:
            print()
        shown += 1
        print("\n".join(head(item)))
        print()
        print("\n".join(lines(item) if args.lines else text(item)))
    return 0 if shown else 1


def head(article: Article) -> list[str]:
    """Title, outlet, date and the rest, each with where it comes from."""
    date = article.published_iso() or "unknown"
    fields = [
        ("article", article.id),
        ("title", article.title),
        ("outlet", f"{article.outlet or 'unknown'} ({article.outlet_basis})"),
        ("carried by", article.host),
        ("published", f"{date} ({article.date_note or article.date_basis})"),
        ("runs on to", article.latest.isoformat() if article.latest else None),
        ("address", article.url),
        ("authors", ", ".join(article.authors)),
        ("credits", ", ".join(article.credits)),
        ("language", article.language if article.language != "en" else None),
        ("posts", str(len(article.posts)) if article.posts else None),
        *(("note", note) for note in article.notes),
    ]
    return [f"{name:11} {value}" for name, value in fields if value]


def text(article: Article) -> list[str]:
    """The sentences that extraction reads, a paragraph a line, a blank line before each post."""
    from tui.corpus.model import TEXT_CLASSES

    out: list[str] = []
    paragraph, post = 0, None
    for sentence in article.sentences:
        if sentence.cls not in TEXT_CLASSES or sentence.repeat_of is not None:
            continue
        words = " ".join(sentence.text.split())
        if sentence.paragraph == paragraph and out:
            out[-1] += " " + words
            continue
        if sentence.post != post and out:
            out.append("")
        paragraph, post = sentence.paragraph, sentence.post
        out.append(words)
    return out


def lines(article: Article) -> list[str]:
    """Every line: number, class, rule, the line that it repeats, and its words."""
    out = []
    for number, line in enumerate(article.lines, 1):
        words = " ".join(article.text[line.start : line.end].split())
        if not words:
            continue
        again = f"= line {line.repeat_of + 1}" if line.repeat_of is not None else ""
        out.append(f"{number:5}  {line.cls:10}  {line.rule[:28]:28}  {again:12} {words}")
    return out
