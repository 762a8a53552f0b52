"""The one registry of commands: bindings, palette, help, footer and docs/keys.md are all made from it.

A command's `id` is the name under which `config.yaml` gives it other keys; `action` is the desk's action as textual
writes it (`move(1)` for `action_move(1)`).
"""

from __future__ import annotations

import difflib
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


MOVE, FIND, TIME, READ, VIEW, DESK = (
    "Moving", "Finding and narrowing", "Time", "Reading and comparing", "Copying and keeping", "Desk",
)  # fmt: skip
RECORD_PANES = ("figures", "cyberattacks", "meetings")
READING = (*RECORD_PANES, "reader")
_COLUMNS = (*LIST_PANES, "timeline")

_DEFAULTS: tuple[Command, ...] = (
    _c("enter", "enter", "open", "On an outlet: show only its reports, or all again. On a claim or event: read it. On "
       "the timeline: show only that day, or the days marked.", MOVE, (*LIST_PANES, "timeline"), True),
    _c("next_pane", "tab", "next pane", "Go to the next pane.", MOVE),
    _c("previous_pane", "shift+tab", "previous pane", "Go to the pane before.", MOVE),
    *(
        _c(f"pane_{n}", str(n), PANE_TITLES[pane].lower(), f"Go to {PANE_TITLES[pane].lower()}.", MOVE,
           action=f"pane('{pane}')")
        for n, pane in enumerate(PANES, 1)
    ),
    _c("jump", "semicolon ctrl+o", "jump", "Put a letter on every pane and control, and go where you press.", MOVE),
    _c("down", "j down", "down", "One row or line down.", MOVE, action="move(1)"),
    _c("up", "k up", "up", "One row or line up.", MOVE, action="move(-1)"),
    _c("left", "h left", "left", "One column or day to the left.", MOVE, _COLUMNS, action="sideways(-1)"),
    _c("right", "l right", "right", "One column or day to the right.", MOVE, _COLUMNS, action="sideways(1)"),
    _c("page_down", "ctrl+d pagedown", "page down", "A page down.", MOVE, action="page(1)"),
    _c("page_up", "ctrl+u pageup", "page up", "A page up.", MOVE, action="page(-1)"),
    _c("first", "g home", "first", "To the first row, line or day.", MOVE, action="end(-1)"),
    _c("last", "G end", "last", "To the last row, line or day.", MOVE, action="end(1)"),
    _c("back", "escape backspace", "back",
       "Undo one step: close what is open, leave the reader, take off the last chip.", MOVE, (), True),

    _c("find", "slash", "find", "Find in this pane as you type; the cursor goes to the next match.", FIND, (), True),
    _c("next_match", "n", "next match", "To the next match of the last search.", FIND, LIST_PANES, action="match(1)"),
    _c("previous_match", "N", "previous match", "To the match before.", FIND, LIST_PANES, action="match(-1)"),
    _c("filter", "f", "filter", "Filter every pane as you type: words, field:value, !, > <, quotes, |.", FIND, (),
       True),
    _c("only_like", "comma", "only like this", "Show only what has the value of the cell under the cursor.", FIND,
       LIST_PANES, True),
    _c("not_like", "exclamation_mark", "all but this", "Show all but what has the value of the cell under the cursor.",
       FIND, LIST_PANES),
    _c("search_text", "F ctrl+f", "full text", "Search the text of all articles.", FIND),
    _c("clear", "x", "clear", "Take all chips off: show everything.", FIND),
    _c("history_back", "left_square_bracket", "selection before", "To the selection before this one.", FIND,
       action="history(-1)"),
    _c("history_forward", "right_square_bracket", "selection after", "To the selection after it again.", FIND,
       action="history(1)"),

    _c("as_of", "a", "as of a day", "Show the picture as it was known at the end of a day; empty for now.", TIME),
    _c("day_earlier", "left_curly_bracket", "a day earlier", "The picture as known a day earlier.", TIME,
       action="step_day(-1)"),
    _c("day_later", "right_curly_bracket", "a day later", "The picture as known a day later.", TIME,
       action="step_day(1)"),
    _c("brush", "v", "mark days", "Begin marking days on the timeline; Enter shows only them.", TIME, ("timeline",),
       True),

    _c("next_evidence", "n", "next evidence", "To the next evidence in this article.", READ, ("reader",), True,
       "evidence(1)"),
    _c("previous_evidence", "N", "previous evidence", "To the evidence before.", READ, ("reader",),
       action="evidence(-1)"),
    _c("twin", "t", "other report", "Read the next report of the same claim or event, in another outlet.", READ,
       READING, True),
    _c("original", "o", "original", "The file as it stands, each line with what it is; again for the text alone.", READ,
       (), False),
    _c("pin", "p", "pin", "Pin this claim or event (two at most) to compare it.", READ, READING),
    _c("compare", "c", "compare", "Two pinned ones, or the pinned one and this one, side by side.", READ, READING,
       True),
    _c("chart", "s", "chart", "The figures for this side and place over time.", READ, ("figures", "reader"), True),
    _c("detail", "d", "details", "Every field of this claim or event, and who gives which value.", READ, READING),

    _c("yank", "y", "copy", "Send the row, the sentence or a citation to the terminal's clipboard.", VIEW, READING),
    _c("save_view", "S", "save view", "Keep this selection under a name.", VIEW),
    _c("views", "V", "views", "Saved selections, and the windows of the config.", VIEW),

    _c("palette", "colon ctrl+p", "commands", "Every command by name; go to an outlet, person, place or day.", DESK),
    _c("zoom", "z", "zoom", "Give the whole desk to this pane, or take it back.", DESK),
    _c("layout_next", "plus", "next layout", "Next layout: balanced, more for the reader, more for the lists.", DESK,
       action="layout(1)"),
    _c("layout_previous", "minus", "layout before", "The layout before.", DESK, action="layout(-1)"),
    _c("theme", "T", "colours", "The next set of colours.", DESK),
    _c("help", "question_mark f1", "help", "What every key does here.", DESK, (), True),
    _c("quit", "q ctrl+q", "quit", "Leave newsdash.", DESK, (), True),
)  # fmt: skip


def commands(remapped: Mapping[str, str] | None = None) -> tuple[Command, ...]:
    """Every command, with the keys that the config gives (`{id: "key,key"}`). Raises `UserError`."""
    remapped = dict(remapped or {})
    known = {command.id for command in _DEFAULTS}
    for name in remapped:
        if name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1)
            hint = f"did you mean {near[0]!r}?" if near else "`newsdash --keys` lists them"
            raise UserError(f"config, keys.{name}: there is no such command; {hint}")
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
                    raise UserError(
                        f"config, keys: {key!r} stands for both {other.id!r} and {command.id!r}: give one another key"
                    )


def shown_key(key: str) -> str:
    """A key as people name it."""
    names = {
        "question_mark": "?", "slash": "/", "comma": ",", "exclamation_mark": "!", "left_square_bracket": "[",
        "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}", "plus": "+", "minus": "-",
        "colon": ":", "semicolon": ";", "full_stop": ".", "enter": "Enter", "escape": "Esc",
        "backspace": "Backspace", "tab": "Tab",
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
