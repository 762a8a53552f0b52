"""`newsdash list KIND [FILTER]`: the desk's lists without a screen: the same rows, filters and words."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.commands.common import add_store, filled_library

if TYPE_CHECKING:
    from tui.picture import Data, Picture

KINDS = {
    "claims": "figures", "attacks": "cyberattacks", "meetings": "meetings", "sources": "sources", "figures": "figures",
    "articles": "articles",
}  # fmt: skip
"""What can be listed, and the pane (or frame) that it is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    from tui.output import FORMATS

    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("filter", nargs="?", default="", metavar="FILTER",
                        help="words, field:value, number>100000, !not, \"two words\", a|b")  # fmt: skip
    parser.add_argument("--from", dest="paths", action="append", type=Path, default=[], metavar="PATH",
                        help="articles, repeatable (default: the config's, else the seeds)")  # fmt: skip
    parser.add_argument(
        "--source", action="append", default=[], metavar="OUTLET", help="only of this outlet, repeatable"
    )
    parser.add_argument("--since", metavar="DAY", help="only what is about this day or later")
    parser.add_argument("--until", metavar="DAY", help="only what is about this day or earlier")
    parser.add_argument("--as-of", metavar="DAY", help="the picture as it was known at the end of this day")
    parser.add_argument("--format", choices=FORMATS, default="table")
    parser.add_argument("--manifest", type=Path, metavar="FILE",
                        help="dates, outlets and titles that the articles do not state")  # fmt: skip
    add_store(parser)


def run(args: argparse.Namespace) -> int:
    """Print the rows; 1 where there are none. Raises `UserError`."""
    from tui import output
    from tui.filter import FilterError
    from tui.weighed import weighed

    scope = scope_of(args)
    data = weighed(filled_library(args))
    try:
        picture = data.picture(scope)
    except FilterError as error:
        from tui.errors import UserError

        raise UserError(f"the filter {args.filter!r}, at character {error.at + 1}: {error.message}") from None
    rows, columns = listed(data.at(scope.as_of), picture, args.kind, plain=args.format != "table")
    return 0 if output.write(rows, columns, args.format) else 1


def scope_of(args: argparse.Namespace) -> Any:
    """The selection's scope that the arguments name. Raises `UserError` for what is no day."""
    from tui.errors import UserError
    from tui.filter import day_range
    from tui.selection import Scope

    days: dict[str, str | None] = {}
    for name, end in (("since", 0), ("until", 1), ("as_of", 1)):
        text = getattr(args, name)
        span = day_range(text) if text else None
        if text and span is None:
            raise UserError(f"--{name.replace('_', '-')}: {text!r} is no day; write it as 2022-02-12")
        days[name] = span[end] if span else None
    return Scope(sources=tuple(args.source), query=args.filter, **days)


def listed(data: Data, picture: Picture, kind: str, plain: bool) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of a list and their columns: as the desk words them, or (`plain`) as the values that they are."""
    from tui import columns as cols
    from tui.picture import group_rows
    from tui.picture import plain as values_of
    from tui.store.frames import GROUPS, SCHEMAS

    pane = KINDS[kind]
    if kind in ("figures", "articles"):
        frame = data.frames[kind].iloc[picture.reports[kind] if kind == "figures" else picture.rows[kind]]
        names = [c.name for c in SCHEMAS[kind]] if plain else list(_BRIEF[kind])
        lists = [values_of(frame[name]) for name in names]
        return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)], names
    if kind == "sources":
        sources = [dataclasses.asdict(row) for row in picture.sources if row.in_scope]
        if plain:
            return sources, [f.name for f in dataclasses.fields(type(picture.sources[0]))] if sources else ["outlet"]
        return [_words(cols.SOURCES, row) for row in sources], [c.title for c in cols.SOURCES]
    if plain:
        frame = data.frames[GROUPS[pane]].iloc[picture.rows[pane]]
        names = [c.name for c in SCHEMAS[GROUPS[pane]]]
        lists = [values_of(frame[name]) for name in names]
        return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)], names
    rows = group_rows(data.frames, pane, picture.rows[pane])
    shown = [{**_words(cols.LISTS[pane], row), "id": row["id"]} for row in rows]
    return shown, [*(c.title for c in cols.LISTS[pane]), "id"]


_BRIEF = {
    "figures": ("id", "source", "published", "claimant", "low", "high", "qualifier", "unit", "side", "movement",
                "place", "evidence"),
    "articles": ("id", "outlet", "published", "title", "figures", "cyberattacks", "meetings"),
}  # fmt: skip


def _words(columns: Any, row: dict[str, Any]) -> dict[str, str]:
    return {c.title: c.cell(row).strip() for c in columns}
