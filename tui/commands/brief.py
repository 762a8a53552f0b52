"""`newsdash brief [--as-of DATE]`: a situation brief in which every statement carries its sources and four counts."""

from __future__ import annotations

import argparse
import datetime as dt

from tui.commands.common import add_articles, filled_library
from tui.errors import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    add_articles(parser)
    parser.add_argument("--as-of", metavar="DATE", help="the picture as known at the end of a day (YYYY-MM-DD)")
    parser.add_argument("--format", choices=("md", "html", "json"), default="md")


def run(args: argparse.Namespace) -> int:
    """Print the brief; 1 where there is nothing to say."""
    from tui.ledger.brief import as_html, as_json, as_markdown, brief
    from tui.store.weigh import weigh

    if args.as_of:
        try:
            dt.date.fromisoformat(args.as_of)
        except ValueError:
            raise UserError(f"--as-of {args.as_of}: not a day; write YYYY-MM-DD") from None
    made = brief(weigh(filled_library(args), args.as_of), args.as_of)
    print({"md": as_markdown, "html": as_html, "json": as_json}[args.format](made))
    return 0 if made.sections else 1
