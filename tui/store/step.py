"""Claims and events kept in the store, in step with its records: what came and went is weighed again, no more.

A view is a set of roots that is looked at together; its claims and events are derived and can be made again at any
time. processes may do so at once: who finds that another was quicker starts over from what that one left.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.store.database import Store
from tui.store.rows import MEMBERS, TABLES

if TYPE_CHECKING:
    from tui.config import Config
    from tui.store.library import Library

Guard = Callable[[Any], None]
"""Raises `Overtaken`, inside a transaction."""
BULK = 2000
"""From so many touched articles on, everything is gone through instead of what each can change."""
CHUNK = 500
"""How many names one query asks for."""
ATTEMPTS = 5
"""How often a view is begun again because another process was quicker."""


class Overtaken(Exception):
    """Another process brought the view in step meanwhile."""


@dataclass(frozen=True, slots=True)
class View:
    """A view and the generation of the store that its claims and events stand for."""

    id: int
    root_ids: tuple[int, ...]
    generation: int


@dataclass(frozen=True, slots=True)
class Step:
    """What a step changed: how many claims and events are new, changed or gone."""

    claims: int = 0
    events: int = 0


def generation(store: Store) -> int:
    """A number that grows with every article that comes or goes; cheap enough to be asked for every second."""
    rows = store.read("SELECT seq FROM sqlite_sequence WHERE name = 'change'")
    return int(rows[0][0]) if rows else 0


def in_step(library: Library) -> bool:
    """Whether the library's claims and events stand for all of its records."""
    view = _find(library, weigher_key(library.config))
    return view is not None and not _touched(library.store, view)


def bring_in_step(
    library: Library, tell: Callable[[str], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
) -> Step:
    """Weigh again what came and went since the last time; what is done is kept when it is cancelled half way.

    Raises `UserError` where the store cannot be written.
    """
    from tui.store.step_claims import ClaimStep
    from tui.store.step_events import EventStep

    store = library.store
    claims = events = 0
    for _ in range(ATTEMPTS):
        view = open_view(library)
        _learn_texts(store, view, _touched(store, view), cancelled)
        now = generation(store)
        touched = _touched(store, view)
        if not touched:
            _advance(store, view, now)
            _forget_changes(store)
            break
        try:
            guard = functools.partial(_check, store, view)
            whole = view.generation == 0 or len(touched) > BULK
            claims += ClaimStep(library, view, guard).run(None if whole else touched, tell, cancelled)
            events += EventStep(library, view, guard).run(None if whole else touched, tell, cancelled)
            if cancelled():
                break
            _advance(store, view, now)
        except Overtaken:
            continue
    return Step(claims, events)


def open_view(library: Library) -> View:
    """The library's view; an empty one where there is none that the present weigher made."""
    key = weigher_key(library.config)
    found = _find(library, key)
    if found is not None:
        return found
    roots = _root_ids(library)
    with library.store.transaction() as connection:
        connection.execute("DELETE FROM view WHERE roots = ? AND weigher <> ?", (json.dumps(roots), key))
        connection.execute(
            "INSERT OR IGNORE INTO view (roots, weigher, generation) VALUES (?, ?, 0)", (json.dumps(roots), key)
        )
    made = _find(library, key)
    assert made is not None
    return made


def _find(library: Library, key: str) -> View | None:
    roots = _root_ids(library)
    rows = library.store.read(
        "SELECT id, generation FROM view WHERE roots = ? AND weigher = ?", (json.dumps(roots), key)
    )
    return View(rows[0][0], tuple(roots), rows[0][1]) if rows else None


def _root_ids(library: Library) -> list[int]:
    paths = [str(root) for root in library.roots]
    rows = library.store.read(f"SELECT id FROM root WHERE path IN ({marks(paths)}) ORDER BY id", paths)
    return [row[0] for row in rows]


def _touched(store: Store, view: View) -> list[int]:
    """The articles of a view that came or went since it was in step: all of them for a new one."""
    roots = ", ".join(map(str, view.root_ids))
    if view.generation == 0:
        sql = f"SELECT article.id FROM article JOIN file ON file.id = article.file_id WHERE file.root_id IN ({roots})"
        return [row[0] for row in store.read(sql)]
    sql = f"SELECT DISTINCT article_id FROM change WHERE generation > ? AND root_id IN ({roots})"
    return [row[0] for row in store.read(sql, (view.generation,))]


def _learn_texts(store: Store, view: View, touched: Sequence[int], cancelled: Callable[[], bool]) -> None:
    """Find the twins of the sentences that state something in touched articles."""
    from tui.store.twins import Twins

    twins = Twins(store)
    for some in chunks(touched):
        if cancelled():
            return
        for kind, table in TABLES.items():
            rows = store.read(
                "SELECT substr(body.text, record.start + 1, record.stop - record.start) "
                f"FROM {table} AS record JOIN article_body AS body ON body.article_id = record.article_id "
                f"LEFT JOIN {MEMBERS[kind]} AS member ON member.view_id = ? AND member.key = record.key "
                "AND member.article_id = record.article_id "
                f"WHERE member.key IS NULL AND record.article_id IN ({marks(some)})",
                (view.id, *some),
            )
            twins.learn(row[0] for row in rows)


def _check(store: Store, view: View, connection: Any) -> None:
    """Inside a transaction: nobody else may have moved the view on."""
    row = connection.execute("SELECT generation FROM view WHERE id = ?", (view.id,)).fetchone()
    if row is None or row[0] != view.generation:
        raise Overtaken


def _advance(store: Store, view: View, now: int) -> None:
    if view.generation == now:
        return
    with store.transaction() as connection:
        _check(store, view, connection)
        connection.execute("UPDATE view SET generation = ? WHERE id = ?", (max(now, 1), view.id))


def _forget_changes(store: Store) -> None:
    """Drop the changes that every view has seen."""
    seen = "(SELECT coalesce(min(generation), 0) FROM view WHERE generation > 0)"
    if store.read(f"SELECT 1 FROM change WHERE generation <= {seen} LIMIT 1"):
        with store.transaction() as connection:
            connection.execute(f"DELETE FROM change WHERE generation <= {seen}")


def weigher_key(config: Config) -> str:
    """What made the claims and events: the ledger's own source, and the parts of the config that it asks."""
    digest = hashlib.sha256(_source())
    for part in ("outlets", "sides", "places", "institutions", "targets"):
        digest.update(repr(getattr(config, part, None)).encode())
    return digest.hexdigest()[:16]


@functools.cache
def _source() -> bytes:
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in [*sorted((package / "ledger").glob("*.py")), *sorted((package / "store").glob("step*.py")),
                 package / "store" / "groups.py"]:  # fmt: skip
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.digest()


def chunks(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Lists of at most `CHUNK`."""
    held = list(items)
    for start in range(0, len(held), CHUNK):
        yield held[start : start + CHUNK]


def marks(items: Sequence[Any]) -> str:
    """As many question marks."""
    return ", ".join("?" * len(items))


def insert(table: str, row: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """An INSERT of a row, and its values."""
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks(list(row))})", list(row.values())
