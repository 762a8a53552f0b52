"""`newsdash extract PATH...`: the records, one JSON object a line, or CSV, or a table."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.config import load_config
from tui.corpus import Unreadable, read_articles
from tui.extract import extract
from tui.extract.gazetteer import Gazetteer
from tui.records import Record


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="articles: files or folders")
    parser.add_argument("--format", choices=("jsonl", "csv", "table"), default="table")
    parser.add_argument("--manifest", type=Path, metavar="FILE", help="dates, outlets and titles that the articles do not state")


def run(args: argparse.Namespace) -> int:
    """Print the records; unreadable files are told on stderr."""
    records = _records(args)
    if args.format == "jsonl":
        for record in records:
            print(json.dumps(record.to_json(), ensure_ascii=False))
    return 0


def _records(args: argparse.Namespace) -> Iterator[Record]:
    config = load_config(args.config)
    gazetteer = Gazetteer.from_config(config)
    for item in read_articles(args.paths, config, args.manifest):
        if isinstance(item, Unreadable):
            print(f"newsdash: {item.path}: {item.reason}", file=sys.stderr)
        else:
            yield from extract(item, gazetteer)
