"""The command palette: every command by name, and going to an outlet, person, place or day."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.keys import shown_key
from tui.store.frames import RECORD_FRAMES, SEPARATOR

if TYPE_CHECKING:
    from tui.screens.desk import DeskScreen

MOST = 40
"""Names of one kind that a search offers at most."""


class Commands(Provider):
    """The commands of the registry that do something in the focused pane."""

    @property
    def _desk(self) -> DeskScreen:
        screen: Any = self.screen
        return screen  # type: ignore[no-any-return]

    async def discover(self) -> Hits:
        """All of them."""
        for name, help_text, run in self._commands():
            yield DiscoveryHit(name, run, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose name or help has the letters."""
        matcher = self.matcher(query)
        for name, help_text, run in self._commands():
            score = max(matcher.match(name), 0.5 if query.casefold() in help_text.casefold() else 0.0)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=help_text)

    def _commands(self) -> Iterable[tuple[str, str, Any]]:
        desk = self._desk
        for command in desk.commands:
            if not command.panes or desk.focused_pane in command.panes:
                keys = " ".join(shown_key(k) for k in command.keys)
                yield (
                    f"{command.label}  [{keys}]".replace("[", "(").replace("]", ")"),
                    command.help,
                    partial(desk.run_action, command.action),
                )


class GoTo(Provider):
    """Outlets, people, places and days of the data."""

    async def startup(self) -> None:
        """Gather the names."""
        desk: Any = self.screen
        self._names: list[tuple[str, str]] = gather(desk.data) if desk.data is not None else []

    async def search(self, query: str) -> Hits:
        """Names that have the letters."""
        desk: Any = self.screen
        matcher = self.matcher(query)
        given: dict[str, int] = {}
        for kind, name in self._names:
            score = matcher.match(f"{kind} {name}")
            if score > 0 and given.setdefault(kind, 0) < MOST:
                given[kind] += 1
                what = "show only" if kind in ("outlet", "day") else "filter by"
                yield Hit(score, matcher.highlight(f"{kind} {name}"), partial(desk.go_to, kind, name),
                          help=f"{what} {name}")  # fmt: skip


def gather(data: Any) -> list[tuple[str, str]]:
    """(kind, name) of everything that can be gone to."""
    frames = data.frames
    outlets = {str(o) for o in frames.articles["outlet"].cat.categories}
    people: set[str] = set()
    places: set[str] = set()
    days: set[str] = set()
    for name in RECORD_FRAMES:
        frame = frames[name]
        people |= {str(c) for c in frame["claimant"].cat.categories}
        if "place" in frame.columns:
            places |= {str(p) for p in frame["place"].cat.categories}
        days |= {f"{d:%Y-%m-%d}" for d in frame["day"].dropna().unique()}
    for cell in frames.meeting_events["participants"].unique():
        people |= {part for part in str(cell).split(SEPARATOR) if part}
    pairs = [("outlet", outlets), ("person", people), ("place", places), ("day", days)]
    return [(kind, name) for kind, names in pairs for name in sorted(names)]
