"""`newsdash show ID`: a claim, event or record in words: its fields, how it stands, who says what, the sentences."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.common import filled_library
from tui.errors import UserError

if TYPE_CHECKING:
    from tui.picture import Data


def run(args: argparse.Namespace) -> int:
    """Print everything whose id begins with `args.file`. Raises `UserError` where there is nothing of that id."""
    from tui.weighed import weighed

    wanted = str(args.file)
    data = weighed(filled_library(args))
    shown = 0
    for lines in (*_groups(data, wanted), *_records(data, wanted)):
        print("\n" * bool(shown) + "\n".join(lines))
        shown += 1
    if not shown:
        raise UserError(
            f"{wanted} is no file, and no claim, event or record has an id that begins so: see `newsdash list`"
        )
    return 0


def _groups(data: Data, wanted: str) -> list[list[str]]:
    """Claims and events."""
    from tui import standing
    from tui.selection import Scope
    from tui.store.frames import GROUPS

    picture = data.picture(Scope())
    return [
        [line for _, line in standing.detail(data, picture, pane, row)]
        for pane, frame in GROUPS.items()
        for row in data.frames[frame]["id"].tolist()
        if row.startswith(wanted)
    ]


def _records(data: Data, wanted: str) -> list[list[str]]:
    """Reports."""
    from tui import describe
    from tui.store.frames import RECORD_FRAMES

    out = []
    for name in RECORD_FRAMES:
        frame = data.frames[name]
        for at in [i for i, id in enumerate(frame["id"].tolist()) if id.startswith(wanted)]:
            row = frame.iloc[at]
            record = next((r for r in data.texts.records(str(row["article"])) if r.id == row["id"]), None)
            if record is not None:
                lines = [f"{label:15} {value}" for label, value in describe.facts(record)]
                cited = describe.citation(record, data.texts.article(record.article))
                out.append([describe.headline(record), *lines, f"{'claim or event':15} {row['group']}", cited])
    return out
