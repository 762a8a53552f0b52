"""Opens the desk on the made-up world (many copies of it with an argument N), for tests in a real terminal."""

from __future__ import annotations

import sys
from dataclasses import replace

from tui.app import Cancelled, Loaded, NewsDash, Tell


def load(tell: Tell, cancelled: Cancelled) -> Loaded:
    """The world, `N` times over."""
    from tests.desk import world
    from tui.selection import Data
    from tui.store.frames import build
    from tui.store.texts import MemoryTexts

    articles, records = [], []
    for n in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        tail = f"#{n}" if n else ""
        articles += [replace(a, id=a.id + tail) for a in world.articles()]
        records += [replace(r, article=r.article + tail, id=r.id + tail) for r in world.records()]
        tell(f"Reading {len(articles)} articles")
    return Loaded(Data(build(articles, records), MemoryTexts(articles, records)))


if __name__ == "__main__":
    app = NewsDash(load)
    app.run()
    if app.failure:
        raise app.failure
