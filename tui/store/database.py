"""One SQLite file that several newsdash processes share: opening, transactions, and what can be wrong with it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.errors import UserError
from tui.store.schema import APPLICATION_ID, MIGRATIONS, VERSION

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's transaction before it says so."""


def default_path() -> Path:
    """Where the store lies unless told otherwise: the user's state directory."""
    import platformdirs

    return Path(platformdirs.user_state_dir("newsdash")) / "newsdash.db"


class Store:
    """The store. One connection per thread for a file; one locked connection for a store in memory.

    Readers never wait for a writer (write-ahead log); writers take turns.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.RLock()
        self._opened: list[sqlite3.Connection] = []
        self._memory = self._connect() if path is None else None

    @classmethod
    def open(cls, path: Path | None) -> Store:
        """Open `path` (None: in memory), made and brought to the present schema if need be.

        Raises `UserError` where the file is damaged, not ours, newer than this newsdash, not writable or not lockable.
        """
        with explained(path):
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            store = cls(path)
            store._prepare()
        return store

    def close(self) -> None:
        """Close every connection that this process opened."""
        for connection in self._opened:
            with contextlib.suppress(sqlite3.Error):
                connection.close()
        self._opened.clear()

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        if self._memory is not None:
            return self._memory
        found = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = self._connect()
        return found

    def read(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with explained(self.path), self._guard():
            return self.connection().execute(sql, params).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write, all or nothing. Waits up to `BUSY_SECONDS` for another writer."""
        with explained(self.path), self._guard():
            connection = self.connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def faults(self) -> list[str]:
        """What is wrong with the file, a sentence each: pages, references, the full-text index."""
        found = [str(row[0]) for row in self.read("PRAGMA integrity_check") if row[0] != "ok"]
        loose = self.read("PRAGMA foreign_key_check")
        found += [f"a row of {table} refers to no {parent}" for table, _, parent, _ in loose]
        try:
            with self._guard():
                self.connection().execute("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            found.append("the full-text index does not match the articles")
        return found

    def compact(self) -> None:
        """Give back the room of what was removed. Waits for other writers."""
        with explained(self.path), self._guard():
            self.connection().execute("VACUUM")
            self.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _guard(self) -> contextlib.AbstractContextManager[Any]:
        return self._lock if self._memory is not None else contextlib.nullcontext()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path or ":memory:", timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # NORMAL loses at most the last transactions in a power cut, never consistency; a kill -9 loses nothing.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        self._opened.append(connection)
        return connection

    def _prepare(self) -> None:
        connection = self.connection()
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if not ours and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise UserError(f"{self.path} is an SQLite file but not a newsdash store: name another file with --store")
        if found > VERSION:
            raise UserError(
                f"{self.path} was written by a newer newsdash (schema {found}, this one knows {VERSION}): "
                "upgrade newsdash or name another file with --store"
            )
        if self.path is not None and found < VERSION:
            mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            if mode != "wal":
                raise UserError(
                    f"{self.path.parent} cannot hold the store (its file system has no shared locks): "
                    "name a local disk with --store"
                )
        while found < VERSION:
            found = self._migrate(found)

    def _migrate(self, found: int) -> int:
        """One step up, unless another process took it meanwhile; the version now."""
        with self.transaction() as connection:
            now = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if now == found:
                for statement in _statements(MIGRATIONS[found]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {found + 1}")
                return found + 1
            return now


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, so that they run inside our transaction (executescript would commit it)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextlib.contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn what SQLite and the file system say into a sentence that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise UserError(_sentence(path, str(error))) from error
    except OSError as error:
        why = error.strerror or error
        raise UserError(f"the store {path} cannot be used ({why}): name another with --store") from error


def _sentence(path: Path | None, said: str) -> str:
    what = str(path) if path else "the store in memory"
    if "not a database" in said or "malformed" in said or "corrupt" in said:
        return (
            f"{what} is damaged ({said}): move it away and newsdash builds it anew from the articles, "
            "or restore a backup"
        )
    if "full" in said:
        return f"{what} cannot grow, the disk is full: make room, nothing that was stored is lost"
    if "readonly" in said or "read-only" in said:
        return f"{what} cannot be written (read-only): name another file with --store, or use --no-store"
    if "unable to open" in said:
        return f"{what} cannot be opened (missing rights, or no such folder): name another file with --store"
    if "locked" in said or "locking" in said or "busy" in said:
        return (
            f"{what} is locked by another process for more than {BUSY_SECONDS:.0f} s, or its file system cannot lock: "
            "wait, or name a local disk with --store"
        )
    if "disk I/O" in said:
        return f"{what} cannot be read or written ({said}): check the disk, or name another file with --store"
    return f"{what}: {said}: run `newsdash store check`"
