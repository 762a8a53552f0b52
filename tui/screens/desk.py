"""The desk: the one screen. What it shows is in `core`, what narrows it in `narrowing`, what reads it in `reading`."""

from __future__ import annotations

from textual.command import CommandPalette

from tui import themes
from tui.keys import PANE_TITLES, PANES
from tui.screens.bars import TopBar
from tui.screens.jump import Jump, Target
from tui.screens.reading import Reading

_CONTROLS = (
    ("f", "filter", "filter"),
    ("a", "as of", "as_of"),
    ("F", "full text", "search_text"),
    ("V", "views", "views"),
)


class DeskScreen(Reading):
    """The desk with its overlays."""

    def action_help(self) -> None:
        """What the keys do here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands, self.focused_pane))

    def action_palette(self) -> None:
        """Every command, and going to names."""
        from tui.screens.palette import Commands, GoTo

        self.app.push_screen(CommandPalette(providers=[Commands, GoTo], placeholder="A command, or a name to go to"))

    def action_theme(self) -> None:
        """The next set of colours."""
        at = themes.NAMES.index(self.app.theme) if self.app.theme in themes.NAMES else -1
        self.app.theme = themes.NAMES[(at + 1) % len(themes.NAMES)]
        self.say(f"Colours: {self.app.theme}")

    def action_jump(self) -> None:
        """A letter on everything."""
        targets = [
            Target(str(n), pane.region.x, pane.region.y, PANE_TITLES[name].lower(), f"pane:{name}")
            for n, name in enumerate(PANES, 1)
            if (pane := self.pane(name)).size.height
        ]
        x = 1
        for key, label, action in _CONTROLS:
            targets.append(Target(key, x, self.size.height - 1, label, f"action:{action}"))
            x += len(label) + 6
        for n, (start, _, part) in enumerate(self.query_one(TopBar).chips()):
            targets.append(Target("qwer"[n], start, 0, "off", f"chip:{part}"))
        self.app.push_screen(Jump(targets), self._jumped)

    def _jumped(self, value: str | None) -> None:
        kind, _, name = (value or "").partition(":")
        if kind == "pane":
            self.action_pane(name)
        elif kind == "action":
            getattr(self, f"action_{name}")()
        elif kind == "chip":
            self.flush()
            self.select(self.selection.without_chip(name))
