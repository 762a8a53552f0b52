"""`newsdash series --side Russia --place "Ukraine border"`: the figures over time, and what was known at each day."""

from __future__ import annotations

import argparse

from tui.commands.common import add_articles, filled_library

COLUMNS = ("first", "last", "figure", "low", "high", "claimant", "mentions", "outlets", "origins", "known", "claim")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    from tui.output import FORMATS

    add_articles(parser)
    parser.add_argument("--side", required=True, help="whose forces")
    parser.add_argument("--place", help="where they are; without it, anywhere")
    parser.add_argument("--unit", default="troops", help="what is counted (default: troops)")
    parser.add_argument("--format", choices=FORMATS, default="table")


def run(args: argparse.Namespace) -> int:
    """Print the series; 1 where there is none."""
    from tui import output
    from tui.extract.gazetteer import Gazetteer
    from tui.ledger.brief import value
    from tui.ledger.places import containment
    from tui.ledger.series import envelopes, series
    from tui.store.weigh import weigh

    library = filled_library(args)
    contains = containment(Gazetteer.from_config(library.config))
    points = series(weigh(library).claims(), contains, side=args.side, place=args.place, unit=args.unit)
    known = {e.day: f"{e.low or 0:,} to {'?' if e.high is None else f'{e.high:,}'}" for e in envelopes(points)}
    rows = (
        {
            "first": p.first,
            "last": p.last,
            "figure": value(p.claim),
            "low": p.claim.low,
            "high": p.claim.high,
            "claimant": p.claimant,
            "mentions": p.claim.counts.mentions,
            "outlets": p.claim.counts.outlets,
            "origins": p.claim.counts.origins,
            "known": known.get(p.first),
            "claim": p.claim.id,
        }
        for p in points
    )
    return 0 if output.write(rows, COLUMNS, args.format) else 1
