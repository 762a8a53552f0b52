"""`newsdash events`: the meetings and cyberattacks, each told once however many articles tell it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.commands.common import add_articles, filled_library

if TYPE_CHECKING:
    from tui.ledger.ledger import Ledger
    from tui.ledger.model import Event

COLUMNS = (
    "id", "kind", "date", "status", "realis", "event", "mentions", "outlets", "texts", "origins", "grade", "disputed",
    "history", "articles",
)  # fmt: skip
TABLE = ("id", "date", "event", "mentions", "outlets", "texts", "origins", "grade", "disputed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    from tui.output import FORMATS

    add_articles(parser)
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("--kind", choices=("meeting", "cyberattack"), help="only events of this kind")


def run(args: argparse.Namespace) -> int:
    """Print the events; 1 where there are none."""
    from tui import output
    from tui.store.weigh import weigh

    ledger = weigh(filled_library(args))
    events = [e for e in [*ledger.attacks(), *ledger.meetings()] if args.kind in (None, e.kind)]
    columns = TABLE if args.format == "table" else COLUMNS
    return 0 if output.write((_row(ledger, e) for e in events), columns, args.format) else 1


def _row(ledger: Ledger, event: Event) -> dict[str, Any]:
    from tui.ledger.brief import event_sentence

    return {
        "id": event.id,
        "kind": str(event.kind),
        "date": event.date,
        "status": event.status,
        "realis": event.realis,
        "event": event_sentence(event),
        **{name: getattr(event.counts, name) for name in ("mentions", "outlets", "texts", "origins")},
        "grade": str(ledger.grade_event(event)),
        "disputed": list(event.disputed()),
        "history": [f"{day} {status}".strip() for day, status in event.history],
        "articles": sorted({r.record.article for r in event.reports}),
    }
