"""Everything per day: the counts that the timeline draws. Pure; numpy is imported when it is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tui.picture import Data
from tui.selection import Scope
from tui.store.frames import GROUPS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MARGIN = dt.timedelta(days=45)
"""Days before the first and after the last report that the timeline reaches; what lies further out is counted aside."""


@dataclass(frozen=True, eq=False)
class Days:
    """Claims and events for each day from `first` on, by pane; `before` and `after` count what lies outside."""

    first: dt.date
    counts: dict[str, npt.NDArray[np.int64]]
    before: int
    after: int
    undated: int

    def __len__(self) -> int:
        return len(next(iter(self.counts.values())))

    def day(self, index: int) -> str:
        """The ISO day at an index."""
        return (self.first + dt.timedelta(days=index)).isoformat()

    def index(self, day: str) -> int:
        """The index of an ISO day, cut to those there are."""
        return max(0, min((dt.date.fromisoformat(day) - self.first).days, len(self) - 1))

    def on(self, index: int) -> dict[str, int]:
        """How many of each kind there are on a day."""
        return {name: int(values[index]) for name, values in self.counts.items()}


def per_day(data: Data, scope: Scope) -> Days | None:
    """The days under `scope`, whatever its window: what can be chosen. None where nothing is dated."""
    import numpy as np

    picture = data.picture(replace(scope, since=None, until=None))
    frames = data.at(scope.as_of).frames
    days = {name: frames[group]["day"].to_numpy().astype("datetime64[D]")[picture.rows[name]]
            for name, group in GROUPS.items()}  # fmt: skip
    known = np.concatenate([d[~np.isnat(d)] for d in days.values()])
    if not len(known):
        return None
    first, last = _range(data, known)
    counts, outside = {}, [0, 0, 0]
    for name, values in days.items():
        at = (values[~np.isnat(values)] - np.datetime64(first)).astype(int)
        span = (last - first).days + 1
        counts[name] = np.bincount(at[(at >= 0) & (at < span)], minlength=span)
        outside[0] += int((at < 0).sum())
        outside[1] += int((at >= span).sum())
        outside[2] += int(np.isnat(values).sum())
    return Days(first, counts, *outside)


def _range(data: Data, known: Any) -> tuple[dt.date, dt.date]:
    """From the first to the last day, but no further from the reports than `MARGIN`: one stray year hides the rest."""
    published = data.frames.articles["published"].dropna()
    first, last = known.min().item(), known.max().item()
    if len(published):
        first = max(first, published.min().date() - MARGIN)
        last = min(last, published.max().date() + MARGIN)
    return (first, last) if first <= last else (known.min().item(), known.max().item())
