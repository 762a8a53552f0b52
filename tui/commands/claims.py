"""`newsdash claims`: the claims about troops, each with who makes it, its counts, its grade, and what is against."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.commands.common import add_articles, filled_library

if TYPE_CHECKING:
    from tui.ledger.ledger import Ledger
    from tui.ledger.model import FigureClaim

COLUMNS = (
    "id", "figure", "low", "high", "qualifier", "side", "unit", "place", "movement", "realis", "claimant", "first",
    "last", "mentions", "outlets", "texts", "origins", "grade", "against", "agreeing", "articles",
)  # fmt: skip
TABLE = (
    "id", "figure", "side", "unit", "place", "movement", "claimant", "first", "mentions", "outlets", "texts", "origins",
    "grade", "against",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    from tui.output import FORMATS

    add_articles(parser)
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("--side", help="only claims about the forces of this side")
    parser.add_argument("--place", help="only claims about this place")


def run(args: argparse.Namespace) -> int:
    """Print the claims; 1 where there are none."""
    from tui import output
    from tui.store.weigh import weigh

    ledger = weigh(filled_library(args))
    claims = [c for c in ledger.claims() if args.side in (None, c.side) and args.place in (None, c.place)]
    columns = TABLE if args.format == "table" else COLUMNS
    return 0 if output.write((_row(ledger, c) for c in claims), columns, args.format) else 1


def _row(ledger: Ledger, claim: FigureClaim) -> dict[str, Any]:
    from tui.ledger.brief import value
    from tui.ledger.model import VerdictKind

    related = ledger.related(claim)

    def told(kind: VerdictKind) -> list[str]:
        return [f"{o.claimant or 'outlets'} {value(o)}" for o, answer in related if answer.kind is kind]

    return {
        **{name: getattr(claim, name) for name in COLUMNS if hasattr(claim, name)},
        **{name: getattr(claim.counts, name) for name in ("mentions", "outlets", "texts", "origins")},
        "figure": value(claim),
        "grade": str(ledger.grade(claim)),
        "against": told(VerdictKind.CONTRADICT),
        "agreeing": told(VerdictKind.AGREE),
        "articles": sorted({r.record.article for r in claim.reports}),
    }
