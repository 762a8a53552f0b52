"""The selection: one frozen value that decides what every pane shows. `tui.picture` says what it leaves of the data.

Scope filters: the sources, the window of days, the day as of which the picture is taken, and the query. Focus links:
the row under the cursor opens its article at the evidence and marks what is related elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

LISTS = ("sources", "figures", "cyberattacks", "meetings")
"""The panes that are lists, each showing the frame of its name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at. Empty fields leave everything in.

    `sources` are outlets ("" is the unknown one); `since` and `until` ISO days, inclusive, on the day a record is
    about; `as_of` an ISO day: only what was published up to it; `query` a filter (see `tui.filter`).
    """

    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    query: str = ""

    def chips(self) -> tuple[tuple[str, str], ...]:
        """What narrows the view, as (part, words), in the order in which `without_last` keeps it."""
        out: list[tuple[str, str]] = []
        if self.sources:
            out.append(("sources", " | ".join(s or "unknown outlet" for s in self.sources)))
        if self.since or self.until:
            out.append(("window", window_words(self.since, self.until)))
        if self.as_of:
            out.append(("as_of", f"as of {self.as_of}"))
        if self.query:
            out.append(("query", self.query))
        return tuple(out)

    def without(self, part: str) -> Scope:
        """The scope with one of its chips removed."""
        match part:
            case "sources":
                return replace(self, sources=())
            case "window":
                return replace(self, since=None, until=None)
            case "as_of":
                return replace(self, as_of=None)
            case _:
                return replace(self, query="")

    def without_last(self) -> Scope:
        """The scope with its last chip removed; itself where there is none."""
        chips = self.chips()
        return self.without(chips[-1][0]) if chips else self


def window_words(since: str | None, until: str | None) -> str:
    """A window of days in words."""
    if since and until:
        return since if since == until else f"{since} to {until}"
    return f"from {since}" if since else f"to {until}"


@dataclass(frozen=True, slots=True)
class Focus:
    """The row under the cursor: the pane it stands in and its id there (a claim or event, an outlet, a day).

    `report` is the row id of the report of a claim or event that is read; empty is the first one in scope.
    """

    pane: str
    row: str
    report: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that decides what the panes show."""

    scope: Scope = Scope()
    focus: Focus | None = None

    def without_chip(self, part: str) -> Selection:
        """The selection with one chip of its scope removed."""
        return replace(self, scope=self.scope.without(part))


@dataclass(frozen=True, slots=True)
class History:
    """The selections one came from and can return to. Immutable: each step gives a new one."""

    past: tuple[Selection, ...] = ()
    future: tuple[Selection, ...] = ()
    limit: int = 100

    def visit(self, left: Selection) -> History:
        """Remember `left`, the selection that is being left; what lay ahead is gone."""
        if self.past and self.past[-1] == left:
            return replace(self, future=())
        return replace(self, past=(*self.past, left)[-self.limit :], future=())

    def back(self, now: Selection) -> tuple[History, Selection] | None:
        """One step back from `now`, None at the beginning."""
        if not self.past:
            return None
        return replace(self, past=self.past[:-1], future=(now, *self.future)), self.past[-1]

    def forward(self, now: Selection) -> tuple[History, Selection] | None:
        """One step forward from `now`, None at the end."""
        if not self.future:
            return None
        return replace(self, past=(*self.past, now), future=self.future[1:]), self.future[0]
