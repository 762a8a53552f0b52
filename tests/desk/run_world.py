"""Opens the desk on the made-up world (many copies of it with an argument N), for tests in a real terminal."""

from __future__ import annotations

import sys

from tui.app import Cancelled, Loaded, NewsDash, Tell


def load(tell: Tell, cancelled: Cancelled) -> Loaded:
    """The world, `N` times over."""
    from tests.desk import world

    tell("Making the world")
    return Loaded(world.data(int(sys.argv[1]) if len(sys.argv) > 1 else 1))


if __name__ == "__main__":
    app = NewsDash(load)
    app.run()
    if app.failure:
        raise app.failure
