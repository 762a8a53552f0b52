"""A live folder: what appears, changes or vanishes below the roots of a library enters the store by itself.

What the system tells of is looked at when it has been left alone for `SETTLE_SECONDS`, so that half-written files are
waited for. Once after the watch is set up everything is looked at, for what changed between the start and then.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tui.corpus.manifest import NAMES as MANIFESTS
from tui.errors import UserError
from tui.store.ingest import Summary
from tui.store.library import Library
from tui.store.step import Step, bring_in_step

SETTLE_SECONDS = 1.0
"""How long a file must have been left alone before it is read."""
TICK_MS = 250
"""How often the watch looks whether anything happened, and whether it is to stop."""


@dataclass(frozen=True, slots=True)
class News:
    """What entered the store: the summaries of the ingests, and what it changed in claims and events."""

    summaries: tuple[Summary, ...]
    step: Step

    @property
    def articles(self) -> int:
        """How many articles are new or changed."""
        return sum(s.articles for s in self.summaries)

    @property
    def removed(self) -> int:
        """How many files are gone."""
        return sum(s.removed for s in self.summaries)


class Watcher:
    """Watches the folders of a library until told to stop. `run` blocks: it is meant for a thread of its own.

    `on_news` is called, in that thread, when something entered the store; `on_trouble` with a sentence when the store
    or a folder cannot be used just now (the watch goes on).
    """

    def __init__(
        self,
        library: Library,
        on_news: Callable[[News], None],
        on_trouble: Callable[[str], None] = lambda _: None,
        settle_seconds: float = SETTLE_SECONDS,
    ) -> None:
        self._library = library
        self._on_news = on_news
        self._on_trouble = on_trouble
        self._settle = settle_seconds
        self._stop = threading.Event()
        self._pending: dict[Path, set[str]] = defaultdict(set)
        self._whole = set(library.roots)
        self._trouble = ""

    def stop(self) -> None:
        """Let `run` return within a moment; an ingest under way keeps what it has done."""
        self._stop.set()

    def run(self) -> None:
        """Watch. Raises `UserError` where none of the folders can be watched."""
        import watchfiles

        roots = [root for root in self._library.roots if root.exists()]
        if not roots:
            raise UserError("there is nothing to watch: the folders of articles are gone")
        try:
            for changes in watchfiles.watch(
                *roots, watch_filter=None, debounce=TICK_MS, step=50, rust_timeout=TICK_MS, yield_on_timeout=True,
                stop_event=self._stop, raise_interrupt=False,
            ):  # fmt: skip
                self.note(path for _, path in changes)
                self.look()
        except OSError as error:
            raise UserError(f"the folders of articles cannot be watched ({error.strerror or error})") from error

    def note(self, paths: Iterable[str]) -> None:
        """Remember that something happened at these paths."""
        for text in paths:
            path = Path(text)
            for root in self._library.roots:
                if path == root or path.name in MANIFESTS:
                    self._whole.add(root)  # a manifest speaks of every file
                elif path.is_relative_to(root):
                    self._pending[root].add(path.relative_to(root).as_posix())

    def look(self) -> None:
        """Take in what happened and has settled; what is being written stays for the next look."""
        whole, pending = self._whole, self._pending
        if not whole and not pending:
            return
        self._whole, self._pending = set(), defaultdict(set)
        summaries: list[Summary] = []
        try:
            for root in self._library.roots:
                if not root.exists():
                    continue  # not unmounted for good, perhaps: what the store has of it stays
                if root in whole or root in pending:
                    only = None if root in whole else pending[root]
                    summaries += self._take_in(root, only)
            if any(s.files or s.removed for s in summaries):
                step = bring_in_step(self._library, cancelled=self._stop.is_set)
                self._on_news(News(tuple(summaries), step))
            self._trouble = ""
        except UserError as error:
            self._whole |= whole
            for root, paths in pending.items():
                self._pending[root] |= paths
            if str(error) != self._trouble:  # said once, tried again at every tick
                self._trouble = str(error)
                self._on_trouble(self._trouble)

    def _take_in(self, root: Path, only: set[str] | None) -> list[Summary]:
        paths = {root: only} if only is not None else None
        library = self._library if only is not None else Library(
            self._library.store, [root], self._library.config, self._library.manifest
        )  # fmt: skip
        found = library.ingest(settle_seconds=self._settle, cancelled=self._stop.is_set, only=paths)
        for summary in found:
            self._pending[root].update(summary.waiting)
        if not self._pending[root]:
            del self._pending[root]
        return found
