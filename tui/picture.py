"""What a selection leaves of the frames: pure functions, and `Data`, which remembers their answers. No textual here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from tui import columns
from tui import filter as language
from tui.selection import LISTS, Focus, Scope, Selection
from tui.store.frames import GROUPS, RECORD_FRAMES, Frames

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from tui.ledger.series import Point
    from tui.store.texts import Texts

    Mask = npt.NDArray[np.bool_]
    Positions = npt.NDArray[np.intp]


SMALL = 20_000
"""Reports up to which a picture is drawn at once."""


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
    copies: float | None
    in_scope: bool


@dataclass(frozen=True, eq=False)
class Picture:
    """What a scope leaves of the frames.

    `rows` are the positions of the rows of each list (claims and events), in the order shown; `reports` says of each
    record frame which reports are in scope. The sources list keeps every outlet that the other parts of the scope leave
    (so that one can be exchanged for another); its title counts those that `Scope.sources` lets through.
    """

    scope: Scope
    rows: dict[str, Positions]
    reports: dict[str, Mask]
    shown: dict[str, int]
    totals: dict[str, int]
    sources: tuple[SourceRow, ...]

    def title(self, pane: str) -> str:
        """'n of m', always true."""
        return f"{self.shown[pane]:,} of {self.totals[pane]:,}"

    def count(self, pane: str) -> int:
        """How many rows the list `pane` has."""
        return len(self.sources) if pane == "sources" else len(self.rows[pane])


@dataclass(frozen=True, slots=True)
class Links:
    """What the focus is related to. A row is marked for the strongest tie it has.

    `against` and `agreeing` are claims that contradict the focused one or agree with it; `groups` the rows of each list
    that have a report in the same article (or, for an outlet, of that outlet).
    """

    row: str = ""
    day: str | None = None
    groups: dict[str, frozenset[int]] = field(default_factory=dict)
    outlets: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    agreeing: frozenset[str] = frozenset()


class Weigher(Protocol):
    """Knows how claims stand to one another."""

    def verdicts(self, claim: str) -> list[tuple[str, str, str]]:
        """(other claim, verdict, why) for the claims comparable with one, contradictions first."""
        ...

    def series(self, claim: str) -> list[Point]:
        """The figures for the side, unit, movement and place of a claim over time, oldest first."""
        ...


class Data:
    """Frames, the texts behind them, and what is remembered of them. New articles make a new `Data`: frames are frozen.

    `earlier` makes the frames of what was published up to a day (ISO); `weigher` says how claims stand to one another.
    """

    def __init__(
        self,
        frames: Frames,
        texts: Texts,
        weigher: Weigher | None = None,
        earlier: Callable[[str], tuple[Frames, Weigher | None]] | None = None,
        whole: Data | None = None,
    ) -> None:
        self.frames = frames
        self.texts = texts
        self.weigher = weigher
        self._earlier = earlier
        self._whole = whole or self
        self._then: OrderedDict[str, Data] = OrderedDict()
        self._pictures: OrderedDict[Scope, Picture] = OrderedDict()
        self._places: dict[str, dict[str, int]] = {}
        self._links: tuple[Picture, Focus | None, Links] | None = None
        self._verdicts: tuple[str, list[tuple[str, str, str]]] | None = None

    def at(self, day: str | None) -> Data:
        """The data as known at the end of an ISO day; None is now."""
        if day is None or self._earlier is None:
            return self
        if day not in self._then:
            frames, weigher = self._earlier(day)
            self._then[day] = Data(frames, self.texts, weigher, whole=self)
            while len(self._then) > 6:
                self._then.popitem(last=False)
        return self._then[day]

    def picture(self, scope: Scope) -> Picture:
        """What `scope` leaves. Raises `FilterError` for a query that cannot be read."""
        found = self._pictures.get(scope)
        if found is None:
            found = self._pictures[scope] = draw(self.at(scope.as_of).frames, self._whole.frames, scope)
            while len(self._pictures) > 8:
                self._pictures.popitem(last=False)
        return found

    def drawn(self, scope: Scope) -> bool:
        """Whether `picture(scope)` is at hand, without work."""
        return scope in self._pictures

    @property
    def small(self) -> bool:
        """Small enough to be drawn between two frames, without a thread."""
        return sum(len(self.frames[name]) for name in RECORD_FRAMES) <= SMALL

    def place(self, pane: str, row: str) -> int | None:
        """The position of a claim or event in its frame, None where it is not there."""
        if pane not in self._places:
            ids = self.frames[GROUPS[pane]]["id"].tolist()
            self._places[pane] = {row: i for i, row in enumerate(ids)}
        return self._places[pane].get(row)

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
        return str(self.frames[GROUPS[pane]]["id"].iloc[int(picture.rows[pane][index])])

    def reports(self, picture: Picture, pane: str, row: str) -> list[int]:
        """The positions of a group's reports in their frame, those in scope, the earliest first."""
        import numpy as np

        place = self.place(pane, row)
        if place is None:
            return []
        codes = self.frames[pane]["group"].cat.codes.to_numpy()
        # reports stand in the order of their groups
        first, stop = np.searchsorted(codes, [place, place + 1])
        return [int(at) for at in range(first, stop) if picture.reports[pane][at]]

    def report(self, picture: Picture, focus: Focus | None) -> int | None:
        """The position of the report that the focus reads."""
        if focus is None or focus.pane not in GROUPS:
            return None
        found = self.reports(picture, focus.pane, focus.row)
        ids = self.frames[focus.pane]["row"]
        return next((at for at in found if ids.iloc[at] == focus.report), found[0] if found else None)

    def article_of(self, picture: Picture, focus: Focus | None) -> tuple[str, str] | None:
        """The article that the reader shows and the record marked in it ("" for none): the report's; of an outlet or a
        day, the newest article."""
        if focus is None:
            return None
        if focus.pane == "timeline":
            focus = self._first_on(picture, focus.row)
            if focus is None:
                return None
        if focus.pane in GROUPS:
            at = self.report(picture, focus)
            if at is None:
                return None
            row = self.frames[focus.pane].iloc[at]
            return str(row["article"]), str(row["id"])
        articles = self.frames.articles
        if focus.pane == "sources":
            outlets = articles["outlet"]
            wanted = (outlets.isna() if focus.row == "" else outlets == focus.row).to_numpy()
        elif focus.pane == "articles":
            wanted = (articles["id"] == focus.row).to_numpy()
        else:
            return None
        found = articles["id"][wanted]
        return (str(found.iloc[0]), "") if len(found) else None

    def _first_on(self, picture: Picture, day: str) -> Focus | None:
        """The first claim or event of a day."""
        import numpy as np

        for pane, group in GROUPS.items():
            positions = picture.rows[pane]
            on = self.frames[group]["day"].to_numpy()[positions] == np.datetime64(day, "s")
            if on.any():
                return Focus(pane, self.row_id(picture, pane, int(np.argmax(on))))
        return None

    def matches(self, picture: Picture, pane: str, node: language.Node | None) -> list[int]:
        """Which rows of the list `pane` a filter matches, among those shown."""
        import numpy as np

        if pane == "sources":
            frame = self.frames.sources
            found = set(frame["outlet"][language.mask(node, frame)])
            return [i for i, row in enumerate(picture.sources) if row.outlet in found]
        frame = self.frames[pane]
        hit = language.mask(node, frame) & picture.reports[pane]
        groups = np.unique(frame["group"].cat.codes.to_numpy()[hit])
        return [int(i) for i in np.searchsorted(picture.rows[pane], groups)]

    def links(self, picture: Picture, focus: Focus | None) -> Links:
        """What the focus is related to: the same article and day; for an outlet, all that it reports."""
        if self._links is None or self._links[0] is not picture or self._links[1] != focus:
            self._links = (picture, focus, self._find_links(picture, focus))  # every pane asks for the same
        return self._links[2]

    def verdicts(self, claim: str) -> list[tuple[str, str, str]]:
        """(other claim, verdict, why) for the claims comparable with one, contradictions first."""
        if self._verdicts is None or self._verdicts[0] != claim:
            self._verdicts = (claim, self.weigher.verdicts(claim) if self.weigher is not None else [])
        return self._verdicts[1]

    def _find_links(self, picture: Picture, focus: Focus | None) -> Links:
        if focus is None:
            return Links()
        if focus.pane == "timeline":
            return Links(day=focus.row)
        if focus.pane == "sources":
            return Links(focus.row, groups=self._groups("source", focus.row), outlets=frozenset({focus.row}))
        at = self.report(picture, focus)
        if at is None:
            return Links()
        row = self.frames[focus.pane].iloc[at]
        group = self.frames[GROUPS[focus.pane]].iloc[self.place(focus.pane, focus.row) or 0]
        day = group["day"]
        outlets = {
            _text(s) or "" for s in self.frames[focus.pane]["source"].iloc[self.reports(picture, focus.pane, focus.row)]
        }
        verdicts = self.verdicts(focus.row) if focus.pane == "figures" else []
        return Links(
            focus.row,
            day=None if day != day else f"{day:%Y-%m-%d}",
            groups=self._groups("article", str(row["article"])),
            outlets=frozenset(outlets),
            against=frozenset(other for other, verdict, _ in verdicts if verdict == "contradict"),
            agreeing=frozenset(other for other, verdict, _ in verdicts if verdict == "agree"),
        )

    def _groups(self, column: str, value: str) -> dict[str, frozenset[int]]:
        """The rows of each list with a report whose `column` is `value` ("" is unknown)."""
        import numpy as np

        out = {}
        for name in RECORD_FRAMES:
            series = self.frames[name][column]
            code = series.cat.categories.tolist().index(value) if value in series.cat.categories else -1
            hit = series.cat.codes.to_numpy() == code
            found = np.unique(self.frames[name]["group"].cat.codes.to_numpy()[hit]) if code >= 0 or not value else ()
            out[name] = frozenset(int(g) for g in found)
        return out


def group_rows(frames: Frames, pane: str, positions: Any) -> list[dict[str, Any]]:
    """Claims or events as mappings of the columns that the cells need; NA is None, days are ISO."""
    frame = frames[GROUPS[pane]]
    names = [n for n in dict.fromkeys((*columns.needed(pane), "id", "day")) if n in frame.columns]
    part = frame.loc[:, names].iloc[positions]
    return [dict(zip(names, values, strict=True)) for values in zip(*(plain(part[n]) for n in names), strict=True)]


def plain(series: Any) -> list[Any]:
    """A column as Python values: NA is None, days are ISO."""
    if str(series.dtype).startswith("datetime"):
        return [None if value != value else f"{value:%Y-%m-%d}" for value in series.array]
    values, unknown = series.astype("object").tolist(), series.isna().tolist()
    return [None if na else value for value, na in zip(values, unknown, strict=True)]


def draw(frames: Frames, whole: Frames, scope: Scope) -> Picture:
    """The picture that `scope` gives of `frames`, which are `whole` as known at its day.

    Raises `FilterError` for a query that cannot be read.
    """
    import numpy as np

    query = language.parse(scope.query)
    any_source: dict[str, Any] = {}
    reports: dict[str, Any] = {}
    rows: dict[str, Any] = {}
    for name in RECORD_FRAMES:
        frame = frames[name]
        any_source[name] = language.mask(query, frame) & _in_window(frame["day"], scope)
        reports[name] = any_source[name] & _from(frame["source"], scope.sources)
        codes = frame["group"].cat.codes.to_numpy()[reports[name]]
        rows[name] = np.flatnonzero(np.bincount(codes, minlength=len(frames[GROUPS[name]])))
    articles = frames.articles
    keep = _in_window(articles["published"], scope)
    if query is not None:
        keep &= language.mask(query, articles)
    if query is not None or scope.since or scope.until:
        keep |= _holding(frames, any_source)
    sources = _source_rows(frames, scope, keep, any_source)
    rows["articles"] = np.flatnonzero(keep & _from(articles["outlet"], scope.sources))
    shown = {name: len(positions) for name, positions in rows.items()}
    shown["sources"] = sum(row.in_scope for row in sources)
    totals = {name: len(whole[GROUPS.get(name, name)]) for name in (*LISTS, "articles")}
    return Picture(scope, rows, reports, shown, totals, sources)


def _in_window(days: Any, scope: Scope) -> Mask:
    """Inside the window. What has no date is in no window."""
    import numpy as np

    keep: Mask = np.ones(len(days), dtype=bool)
    if scope.since:
        keep &= days.to_numpy() >= np.datetime64(scope.since, "s")
    if scope.until:
        keep &= days.to_numpy() <= np.datetime64(scope.until, "s")
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
    ids: set[str] = set()
    for name in RECORD_FRAMES:
        held = frames[name]["article"].cat
        ids |= set(held.categories[_unique(held.codes.to_numpy()[kept[name]])])
    result: Mask = frames.articles["id"].isin(ids).to_numpy()
    return result


def _unique(values: Any) -> Any:
    import numpy as np

    return np.unique(values)


def _source_rows(frames: Frames, scope: Scope, articles: Mask, records: dict[str, Any]) -> tuple[SourceRow, ...]:
    """The outlets that have an article left, most records first."""
    found = frames.articles.loc[articles, ["outlet", "published"]]
    outlets = found["outlet"].astype("object").fillna("")
    counts: dict[Any, int] = outlets.value_counts().to_dict()
    last: dict[Any, Any] = found["published"].groupby(outlets).max().to_dict()
    kinds = {name: _tally(frames[name]["source"], records[name]) for name in RECORD_FRAMES}
    copies = dict(zip(frames.sources["outlet"], frames.sources["copies"], strict=True))
    rows = []
    for outlet, left in counts.items():
        each = {name: kinds[name].get(outlet, 0) for name in RECORD_FRAMES}
        newest, share = last.get(outlet), copies.get(outlet)
        rows.append(
            SourceRow(
                outlet=str(outlet),
                articles=int(left),
                records=sum(each.values()),
                last=None if newest is None or newest != newest else f"{newest:%Y-%m-%d}",
                copies=None if share is None or share != share else float(share),
                in_scope=not scope.sources or outlet in scope.sources,
                **each,
            )
        )
    return tuple(sorted(rows, key=lambda r: (-r.records, -r.articles, r.outlet)))


def _tally(series: Any, kept: Mask) -> dict[str, int]:
    """How many kept rows each category has; "" is the unknown."""
    import numpy as np

    names = [str(c) for c in series.cat.categories] + [""]
    counts = np.bincount(series.cat.codes.to_numpy()[kept] % len(names), minlength=len(names))
    return {name: int(n) for name, n in zip(names, counts, strict=True)}


def _text(value: Any) -> str | None:
    return None if value is None or value != value else str(value)


def settle(data: Data, selection: Selection) -> Selection:
    """The selection with a focus that its scope shows.

    Where the focused row is filtered away the focus goes to the row that now stands where it stood, else to the
    nearest; where its list is empty there is no focus.
    """
    import numpy as np

    focus = selection.focus
    if focus is None or focus.pane not in LISTS:
        return selection
    picture = data.picture(selection.scope)
    then = data.at(selection.scope.as_of)
    if then.index(picture, focus.pane, focus.row) is not None:
        return selection
    count = picture.count(focus.pane)
    if not count:
        return replace(selection, focus=None)
    place = then.place(focus.pane, focus.row) if focus.pane in GROUPS else None
    at = 0 if place is None else min(int(np.searchsorted(picture.rows[focus.pane], place)), count - 1)
    return replace(selection, focus=Focus(focus.pane, then.row_id(picture, focus.pane, at)))
