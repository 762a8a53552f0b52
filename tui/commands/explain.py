"""`newsdash explain ID`: for each field of a record its value, the rule that gave it, and the words it went by."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from tui.commands.common import add_articles, filled_library
from tui.errors import UserError

if TYPE_CHECKING:
    from tui.records import Record

_NOT_FIELDS = frozenset({"id", "kind", "article", "source", "published", "evidence", "start", "end", "mentions"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("id", metavar="ID", help="the record's id, or the beginning of it")
    add_articles(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(args: argparse.Namespace) -> int:
    """Print the explanation of every record that the id means (verbatim copies of an article share their ids)."""
    from tui import output

    library = filled_library(args)
    found = [r for r in library.all_records() if r.id.startswith(args.id)]
    if not found:
        raise UserError(f"no record has an id that begins with {args.id}: `newsdash extract` prints the ids")
    if args.format == "json":
        print(json.dumps([explained(r, library.article(r.article).text) for r in found], ensure_ascii=False, indent=1))
        return 0
    for record in found:
        told = explained(record, library.article(record.article).text)
        print(f"{record.kind} {record.id}  {record.article}  {record.source or ''}  {record.published or ''}")
        print(" ".join(record.evidence.split()))
        output.write(told["fields"], ("field", "value", "rule", "words"), "table")
        print()
    return 0


def explained(record: Record, text: str) -> dict[str, Any]:
    """The record with, for each field, its value and what gave it."""
    values = {k: v for k, v in record.to_json().items() if k not in _NOT_FIELDS}
    rows = []
    for field, value in values.items():
        reasons = [r for r in record.reasons if r.field == field]
        rows.append(
            {
                "field": field,
                "value": value,
                "rule": "; ".join(dict.fromkeys(r.rule for r in reasons)),
                "words": [" ".join(text[r.start : r.end].split()) for r in reasons if r.end > r.start],
            }
        )
    return {"id": record.id, "kind": str(record.kind), "article": record.article, "evidence": record.evidence,
            "fields": rows}  # fmt: skip
