"""The one registry of commands: bindings, palette, help, footer and docs/keys.md are all made from it.

A command's `id` is the name of the desk's action (`action_<id>`, arguments in brackets as textual writes them) and, with
the brackets dropped, the name under which `config.yaml` gives it other keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tui.errors import UserError

LIST_PANES = ("sources", "figures", "cyberattacks", "meetings")
PANES = (*LIST_PANES, "reader", "timeline")
"""The panes in the order of their numbers, 1 to 6."""

PANE_TITLES = {
    "sources": "Sources",
    "figures": "Troop figures",
    "cyberattacks": "Cyberattacks",
    "meetings": "Meetings",
    "reader": "Reader",
    "timeline": "Timeline",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done.

    `keys` in textual's names; `label` a word or two for the footer and the palette; `help` a sentence; `panes` where it
    does anything (empty: everywhere); `footer` whether the footer offers it there.
    """

    id: str
    action: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    panes: tuple[str, ...] = ()
    footer: bool = False


def _c(id: str, keys: str, label: str, help: str, group: str, panes: tuple[str, ...] = (), footer: bool = False,
       action: str = "") -> Command:  # fmt: skip
    return Command(id, action or id, tuple(keys.split()), label, help, group, panes, footer)


MOVE, LOOK, READ, DESK = "Moving", "Narrowing what is shown", "Reading", "Desk"

_DEFAULTS: tuple[Command, ...] = (
    _c("next_pane", "tab", "next pane", "Go to the next pane.", MOVE),
    _c("previous_pane", "shift+tab", "previous pane", "Go to the pane before.", MOVE),
    *(
        _c(f"pane_{n}", str(n), PANE_TITLES[pane].lower(), f"Go to {PANE_TITLES[pane].lower()}.", MOVE,
           action=f"pane('{pane}')")
        for n, pane in enumerate(PANES, 1)
    ),
    _c("down", "j down", "down", "One row or line down.", MOVE, action="move(1)"),
    _c("up", "k up", "up", "One row or line up.", MOVE, action="move(-1)"),
    _c("page_down", "ctrl+d pagedown", "page down", "A page down.", MOVE, action="page(1)"),
    _c("page_up", "ctrl+u pageup", "page up", "A page up.", MOVE, action="page(-1)"),
    _c("first", "g home", "first", "To the first row or line.", MOVE, action="end(-1)"),
    _c("last", "G end", "last", "To the last row or line.", MOVE, action="end(1)"),
    _c("enter", "enter", "open", "On an outlet: show only its reports. On a record: read its article.", MOVE,
       LIST_PANES, True),
    _c("back", "escape backspace", "back", "Undo one step: leave the reader, then remove the last chip.", MOVE, (), True),
    _c("help", "question_mark f1", "help", "What every key does here.", DESK, (), True),
    _c("quit", "q ctrl+q", "quit", "Leave newsdash.", DESK, (), True),
)  # fmt: skip


def commands(remapped: Mapping[str, str] | None = None) -> tuple[Command, ...]:
    """Every command, with the keys that the config gives (`{id: "key,key"}`). Raises `UserError`."""
    remapped = dict(remapped or {})
    known = {command.id for command in _DEFAULTS}
    for name in remapped:
        if name not in known:
            raise UserError(f"keys: there is no command {name!r}; `newsdash --keys` lists them")
    out = tuple(
        replace(c, keys=tuple(k.strip() for k in remapped[c.id].split(",") if k.strip())) if c.id in remapped else c
        for c in _DEFAULTS
    )
    _check_unique(out)
    return out


def _check_unique(found: tuple[Command, ...]) -> None:
    """One key does one thing in one pane."""
    taken: dict[tuple[str, str], Command] = {}
    for command in found:
        for key in command.keys:
            for pane in command.panes or PANES:
                other = taken.setdefault((pane, key), command)
                if other is not command:
                    raise UserError(f"keys: {key!r} stands for both {other.id!r} and {command.id!r}: give one another key")


def shown_key(key: str) -> str:
    """A key as people name it."""
    names = {
        "question_mark": "?", "slash": "/", "comma": ",", "exclamation_mark": "!", "left_square_bracket": "[",
        "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}", "plus": "+", "minus": "-",
        "colon": ":", "semicolon": ";", "enter": "Enter", "escape": "Esc", "backspace": "Backspace", "tab": "Tab",
        "shift+tab": "Shift+Tab", "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp",
        "pagedown": "PgDn", "home": "Home", "end": "End", "space": "Space",
    }  # fmt: skip
    if key in names:
        return names[key]
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    return key.upper() if len(key) == 2 and key[0] == "f" else key


def keys_table() -> str:
    """docs/keys.md: every command, its keys and what it does, by group."""
    out = [
        "# Keys",
        "",
        "Made from the command registry by `newsdash --keys`; a test fails when this page is stale.",
        "Any command can have other keys: in `config.yaml`, under `keys:`, write `ID: key,key`.",
    ]
    groups = dict.fromkeys(c.group for c in _DEFAULTS)
    for group in groups:
        out += ["", f"## {group}", "", "| keys | id | what it does | where |", "| --- | --- | --- | --- |"]
        for c in _DEFAULTS:
            if c.group == group:
                keys = " ".join(f"`{shown_key(k)}`" for k in c.keys).replace("|", "\\|")
                where = ", ".join(c.panes) or "everywhere"
                out.append(f"| {keys} | `{c.id}` | {c.help} | {where} |")
    return "\n".join(out) + "\n"
