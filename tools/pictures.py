"""The pictures of the README and of docs/tour.md: the desk on the seeds, driven by keys, as SVG.

    python -m tools.pictures

Made anew by hand when the desk changes; the steps are those that docs/tour.md tells.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from tui.commands.common import seeds
from tui.commands.desk import loader
from tui.config import load_config
from tui.store.database import Store
from tui.store.library import Library

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
FIND = ("2", "slash", *"150,000", "enter")
SHOTS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "desk-120x40": ((120, 40), FIND),
    "desk-80x24": ((80, 24), FIND),
    "step-1-open": ((80, 24), ()),
    "step-2-find": ((80, 24), FIND),
    "step-3-attack": ((80, 24), ("3", "slash", *"PrivatBank", "enter")),
    "step-4-source": ((80, 24), ("1", "j", "enter")),
    "help": ((120, 40), ("2", "question_mark")),
}


async def shoot(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """One picture."""
    from tui.app import NewsDash

    library = Library(Store.open(None), [seeds()], load_config())
    app = NewsDash(loader(library))
    async with app.run_test(size=size) as pilot:
        while app.desk.data is None:
            await pilot.pause(0.05)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.5)
        picture = app.export_screenshot(title="newsdash", simplify=True)
        # no font fetched from elsewhere: the reader's own monospace does
        picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, (size, keys) in SHOTS.items():
        asyncio.run(shoot(name, size, keys))
        print(f"{name}.svg")


if __name__ == "__main__":
    main()
