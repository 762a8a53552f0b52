"""`newsdash extract PATH...`: the records, one JSON object a line, or CSV, or a table."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.records import Record

_BRIEF = (
    "kind", "article", "published", "claimant", "realis", "low", "high", "qualifier", "unit", "side", "place",
    "movement", "targets", "type", "participants", "format", "status", "date", "evidence",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="articles: files or folders")
    parser.add_argument("--format", choices=("jsonl", "json", "csv", "table"), default="table")
    parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="dates, outlets and titles that the articles do not state"
    )


def run(args: argparse.Namespace) -> int:
    """Print the records; what could not be read is told on stderr."""
    records = _records(args)
    if args.format == "jsonl":
        for record in records:
            print(json.dumps(record.to_json(), ensure_ascii=False))
        return 0
    from tui import output
    from tui.records import Cyberattack, Meeting, TroopFigure

    columns: tuple[str, ...] = _BRIEF
    if args.format != "table":
        names = [f.name for t in (TroopFigure, Cyberattack, Meeting) for f in dataclasses.fields(t)]
        columns = ("kind", *(n for n in dict.fromkeys(names) if n != "reasons"))
    output.write((_row(r, args.format) for r in records), columns, args.format)
    return 0


def _row(record: Record, form: str) -> dict[str, Any]:
    row = record.to_json()
    if form == "table" and "participants" in row:
        row["participants"] = [p["name"] or p["role"] or p["side"] or "unnamed" for p in row["participants"]]
    return row


def _records(args: argparse.Namespace) -> Iterator[Record]:
    from tui.config import load_config
    from tui.corpus import Unreadable, read_articles
    from tui.corpus.walk import require_articles
    from tui.extract import extract
    from tui.extract.gazetteer import Gazetteer

    config = load_config(args.config)
    require_articles(args.paths)
    gazetteer = Gazetteer.from_config(config)
    for item in read_articles(args.paths, config, args.manifest):
        if isinstance(item, Unreadable):
            print(f"newsdash: {item.path}: {item.reason}", file=sys.stderr)
            continue
        try:
            found = extract(item, gazetteer)
        except Exception as error:  # a defect of a rule costs that article's records, never the run
            print(f"newsdash: {item.id}: its records could not be extracted ({error!r})", file=sys.stderr)
            continue
        yield from found
