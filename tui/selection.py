"""The selection: one frozen value, and pure functions that say what each pane shows under it.

Scope filters: the sources, the window of days, the day as of which the picture is taken, and the query. Focus links: the
row under the cursor opens its article at the evidence and marks what is related elsewhere. Nothing here knows textual.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui import filter as language
from tui.store.frames import RECORD_FRAMES, Frames

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from tui.store.texts import Texts

    Mask = npt.NDArray[np.bool_]
    Positions = npt.NDArray[np.intp]

LISTS = ("sources", "figures", "cyberattacks", "meetings")
"""The panes that are lists, each showing the frame of its name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at. Empty fields leave everything in.

    `sources` are outlets ("" is the unknown one); `since` and `until` ISO days, inclusive, on the day a record is about;
    `as_of` an ISO day: only what was published up to it; `query` a filter (see `tui.filter`).
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
    """The row under the cursor: the pane it stands in and its id there (a record, an outlet, a day)."""

    pane: str
    row: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything that decides what the panes show."""

    scope: Scope = Scope()
    focus: Focus | None = None


@dataclass(frozen=True)
class Picture:
    """What a scope leaves of the frames: the positions of the rows of each list, in the order shown, and the totals.

    The sources list keeps every outlet that the other parts of the scope leave (so that one can be exchanged for
    another); `in_scope` are those that `Scope.sources` lets through, and its title counts them.
    """

    scope: Scope
    rows: dict[str, Positions]
    shown: dict[str, int]
    totals: dict[str, int]
    articles: Positions
    sources: tuple[SourceRow, ...]

    def title(self, pane: str) -> str:
        """'n of m', always true."""
        return f"{self.shown[pane]:,} of {self.totals[pane]:,}"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet, and what of it the scope (but for its choice of sources) leaves."""

    outlet: str
    articles: int
    records: int
    figures: int
    cyberattacks: int
    meetings: int
    last: str | None
    in_scope: bool


@dataclass(frozen=True, slots=True)
class Links:
    """What the focus is related to. A row is marked for the strongest tie it has."""

    article: str | None = None
    source: str | None = None
    day: str | None = None
    rows: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()


@dataclass(eq=False)
class Data:
    """Frames, the texts behind them, and what is remembered of them. The frames never change: new articles make a new `Data`."""

    frames: Frames
    texts: Texts
    _pictures: OrderedDict[Scope, Picture] = field(default_factory=OrderedDict, repr=False)
    _places: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)

    def picture(self, scope: Scope) -> Picture:
        """What `scope` leaves. Raises `FilterError` for a query that cannot be read."""
        found = self._pictures.get(scope)
        if found is None:
            found = self._pictures[scope] = draw(self.frames, scope)
            while len(self._pictures) > 8:
                self._pictures.popitem(last=False)
        return found

    def drawn(self, scope: Scope) -> bool:
        """Whether `picture(scope)` is at hand, without work."""
        return scope in self._pictures

    def place(self, pane: str, row: str) -> int | None:
        """The position in frame `pane` of the row with this id, None where it has none."""
        return self._place_map(pane).get(row)

    def _place_map(self, pane: str) -> dict[str, int]:
        if pane not in self._places:
            column = "outlet" if pane == "sources" else "row"
            self._places[pane] = {row: i for i, row in enumerate(self.frames[pane][column].tolist())}
        return self._places[pane]

    def index(self, picture: Picture, pane: str, row: str) -> int | None:
        """Where in the list `pane` the row with this id stands under `picture`, None where it is not shown."""
        import numpy as np

        if pane == "sources":
            return next((i for i, s in enumerate(picture.sources) if s.outlet == row), None)
        place = self.place(pane, row)
        if place is None:
            return None
        rows = picture.rows[pane]
        at = int(np.searchsorted(rows, place))
        return at if at < len(rows) and rows[at] == place else None

    def row_id(self, picture: Picture, pane: str, index: int) -> str:
        """The id of the row at `index` of the list `pane`."""
        if pane == "sources":
            return picture.sources[index].outlet
        return str(self.frames[pane]["row"].iloc[int(picture.rows[pane][index])])

    def article_of(self, focus: Focus | None) -> str | None:
        """The article the reader shows: the record's own; for an outlet, its newest."""
        if focus is None:
            return None
        if focus.pane in RECORD_FRAMES:
            place = self.place(focus.pane, focus.row)
            return None if place is None else str(self.frames[focus.pane]["article"].iloc[place])
        if focus.pane == "sources":
            outlets = self.frames.articles["outlet"]
            wanted = outlets.isna() if focus.row == "" else outlets == focus.row
            found = self.frames.articles["id"][wanted]
            return str(found.iloc[0]) if len(found) else None
        return None

    def record_id(self, focus: Focus) -> str:
        """The id of the focused record, as its article's records bear it."""
        return focus.row.partition("@")[0]

    def links(self, focus: Focus | None) -> Links:
        """What the focus is related to: the same article, source and day; for an outlet, all that it reports."""
        if focus is None:
            return Links()
        if focus.pane == "sources":
            return Links(source=focus.row, outlets=frozenset({focus.row}))
        place = self.place(focus.pane, focus.row) if focus.pane in RECORD_FRAMES else None
        if place is None:
            return Links()
        row = self.frames[focus.pane].iloc[place]
        day = row["day"]
        source = _text(row["source"]) or ""
        return Links(
            article=str(row["article"]),
            day=None if day != day else f"{day:%Y-%m-%d}",
            rows=frozenset({focus.row}),
            outlets=frozenset({source}),
        )


def draw(frames: Frames, scope: Scope) -> Picture:
    """The picture that `scope` gives of `frames`. Raises `FilterError` for a query that cannot be read."""
    import numpy as np

    query = language.parse(scope.query)
    rows: dict[str, Any] = {}
    any_source: dict[str, Any] = {}
    for name in RECORD_FRAMES:
        frame = frames[name]
        keep = language.mask(query, frame) & _in_time(frame, "day", scope)
        any_source[name] = keep
        rows[name] = np.flatnonzero(keep & _from(frame["source"], scope.sources))
    articles = frames.articles
    keep = _in_time(articles, "published", scope)
    if query is not None:
        keep &= language.mask(query, articles)
    if query is not None or scope.since or scope.until:
        keep |= _holding(frames, any_source)
    sources = _source_rows(frames, scope, keep, any_source)
    rows["articles"] = np.flatnonzero(keep & _from(articles["outlet"], scope.sources))
    shown = {name: len(positions) for name, positions in rows.items()}
    shown["sources"] = sum(row.in_scope for row in sources)
    totals = {name: len(frames[name]) for name in (*LISTS, "articles")}
    return Picture(scope, rows, shown, totals, rows["articles"], sources)


def _in_time(frame: Any, column: str, scope: Scope) -> Mask:
    """Inside the window and known by the `as_of` day. What has no date is in no window."""
    import numpy as np

    keep: Mask = np.ones(len(frame), dtype=bool)
    if scope.since:
        keep &= frame[column].to_numpy() >= np.datetime64(scope.since, "s")
    if scope.until:
        keep &= frame[column].to_numpy() <= np.datetime64(scope.until, "s")
    if scope.as_of:
        keep &= frame["published"].to_numpy() <= np.datetime64(scope.as_of, "s")
    return keep


def _from(outlets: Any, sources: tuple[str, ...]) -> Mask:
    """Rows of the chosen outlets; all of them where none is chosen."""
    import numpy as np

    if not sources:
        return np.ones(len(outlets), dtype=bool)
    keep = outlets.isin(sources).to_numpy()
    result: Mask = keep | outlets.isna().to_numpy() if "" in sources else keep
    return result


def _holding(frames: Frames, kept: dict[str, Any]) -> Mask:
    """The articles that hold a kept record."""
    import pandas as pd

    held = [pd.unique(frames[name]["article"].array[kept[name]].astype("object")) for name in RECORD_FRAMES]
    ids = set().union(*(set(h) for h in held))
    result: Mask = frames.articles["id"].isin(ids).to_numpy()
    return result


def _source_rows(frames: Frames, scope: Scope, articles: Mask, records: dict[str, Any]) -> tuple[SourceRow, ...]:
    """The outlets that have an article left, most records first."""
    found = frames.articles.loc[articles, ["outlet", "published"]]
    outlets = found["outlet"].astype("object").fillna("")
    counts = outlets.value_counts().to_dict()
    last = found["published"].groupby(outlets).max().to_dict()
    of = {
        name: frames[name]["source"].array[records[name]].astype("object") for name in RECORD_FRAMES
    }
    kinds = {name: _counts(values) for name, values in of.items()}
    rows = []
    for outlet, articles_left in counts.items():
        each = {name: kinds[name].get(outlet, 0) for name in RECORD_FRAMES}
        newest = last.get(outlet)
        rows.append(
            SourceRow(
                outlet=str(outlet),
                articles=int(articles_left),
                records=sum(each.values()),
                last=None if newest is None or newest != newest else f"{newest:%Y-%m-%d}",
                in_scope=not scope.sources or outlet in scope.sources,
                **each,
            )
        )
    return tuple(sorted(rows, key=lambda r: (-r.records, -r.articles, r.outlet)))


def _counts(values: Any) -> dict[str, int]:
    import pandas as pd

    found = pd.Series(values, dtype="object").fillna("").value_counts()
    return {str(k): int(v) for k, v in found.items()}


def _text(value: Any) -> str | None:
    return None if value is None or value != value else str(value)


def settle(data: Data, selection: Selection, before: Selection | None = None) -> Selection:
    """The selection with a focus that its scope shows.

    Where the focused row is filtered away the focus goes to the row that now stands where it stood (`before` tells
    where), else to the nearest; where its list is empty there is no focus.
    """
    focus = selection.focus
    if focus is None or focus.pane not in LISTS:
        return selection
    picture = data.picture(selection.scope)
    if data.index(picture, focus.pane, focus.row) is not None:
        return selection
    count = len(picture.sources) if focus.pane == "sources" else len(picture.rows[focus.pane])
    if not count:
        return replace(selection, focus=None)
    place = data.place(focus.pane, focus.row)
    if focus.pane == "sources" or place is None:
        at = 0
    else:
        import numpy as np

        at = min(int(np.searchsorted(picture.rows[focus.pane], place)), count - 1)
    return replace(selection, focus=Focus(focus.pane, data.row_id(picture, focus.pane, at)))


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
