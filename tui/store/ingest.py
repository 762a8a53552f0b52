"""Articles into the store: only what is new or changed is parsed, over several processes, resumable at any moment.

Every file enters in one transaction with its articles and records, so a killed ingest leaves whole files only; a file
too large for that (`LARGE_BYTES`) is marked unfinished until its last article is in, and done again if that never came.
"""

from __future__ import annotations

import collections
import concurrent.futures as futures
import dataclasses
import datetime as dt
import functools
import hashlib
import multiprocessing
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from tui.config import Config
from tui.corpus.article import article_of
from tui.corpus.inputs import documents
from tui.corpus.manifest import Manifest, find_manifest, load_manifest
from tui.corpus.model import Article
from tui.corpus.raw import Unreadable
from tui.corpus.walk import is_article, walk
from tui.records import Record
from tui.store.database import Store
from tui.store.parser import parser_key
from tui.store.rows import write_article

if TYPE_CHECKING:
    from tui.extract.gazetteer import Gazetteer

LARGE_BYTES = 16 * 2**20
"""Above this a file is streamed article by article instead of being handed to a worker whole."""
CHUNK_FILES = 24
"""Files a worker parses before it answers: enough to hide the cost of the hop, few enough for a lively counter."""
POOL_FROM_FILES = 48
"""Below this many files starting worker processes costs more than it saves."""
BATCH_ARTICLES = 200
"""Articles of one large file in one transaction."""


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A file on disk: path relative to the root, size in bytes, modification time in nanoseconds.

    `digest` is what the store holds of it, made by the present parser, where only the time changed. A file that is not
    `settled` is being written: it is left for later, and what the store has of it stays.
    """

    path: str
    size: int
    mtime_ns: int
    digest: bytes | None = None
    settled: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is. `seconds_left` is None until it can be told."""

    done: int
    total: int
    articles: int
    records: int
    failed: int
    seconds: float

    @property
    def rate(self) -> float:
        """Files a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """At the present rate."""
        return (self.total - self.done) / self.rate if self.done and self.rate else None


@dataclasses.dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did. `changed_articles` are the row numbers that are new; `failures` name file and reason.

    `waiting` are files that are being written.
    """

    files: int
    articles: int
    records: int
    removed: int
    failures: tuple[Unreadable, ...]
    changed_articles: tuple[int, ...]
    cancelled: bool = False
    waiting: tuple[str, ...] = ()


Made = list[tuple[Article, list[Record]]]
Parsed = tuple[Found, bytes, Made | None, str | None]
"""A file, the digest of its bytes, what was made of it (None: the store has that already), and what went wrong."""


def ingest(
    store: Store,
    root: Path,
    config: Config,
    *,
    manifest: Path | None = None,
    jobs: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    settle_seconds: float = 0.0,
    only: Collection[str] | None = None,
) -> Summary:
    """Bring the store in step with the folder (or file) `root`: new and changed files parsed, vanished ones removed.

    `jobs` is the number of worker processes (default: one a core); `settle_seconds` leaves alone what was modified less
    than that long ago (a file being written); `only` are the paths below the root (of files or folders) that may have
    changed. Raises `UserError` where the store cannot be written.
    """
    started = time.monotonic()
    root = root.resolve()
    base = root if root.is_dir() else root.parent
    key = parser_key(config, manifest_bytes(base, manifest))
    root_id = _root_id(store, root)
    there = list(scan(root, settle_seconds, only))
    todo, gone = _differences(store, root_id, there, key, only)
    run_id = _start_run(store, root_id)
    _remove(store, gone)

    done = articles = records = 0
    failures: list[Unreadable] = []
    changed: list[int] = []
    stopped = False

    def tell() -> None:
        progress(Progress(done, len(todo), articles, records, len(failures), time.monotonic() - started))

    tell()
    small = [f for f in todo if f.size <= LARGE_BYTES]
    for parsed in _parse_all(small, base, config, manifest, jobs, cancelled):
        for found, digest, made, error in parsed:
            ids = _write_file(store, root_id, found, digest, key, made, error)
            done += 1
            articles += len(made or ())
            records += sum(len(r) for _, r in made or ())
            changed += ids
            if error is not None:
                failures.append(Unreadable(found.path, error))
        tell()
        if cancelled():
            stopped = True
            break
    for found in todo:
        if found.size <= LARGE_BYTES or stopped:
            continue
        for ids, count in _stream_large(store, root_id, base, found, key, config, manifest, failures):
            changed += ids
            articles += len(ids)
            records += count
            tell()
            if cancelled():
                stopped = True
                break
        done += not stopped
        tell()
    _finish_run(store, run_id, done, articles, records, len(failures))
    waiting = tuple(f.path for f in there if not f.settled)
    return Summary(done, articles, records, len(gone), tuple(failures), tuple(changed), stopped, waiting)


def scan(root: Path, settle_seconds: float = 0.0, only: Collection[str] | None = None) -> Iterator[Found]:
    """The files below `root` as the reader sees them, with size and time; what vanishes meanwhile is left out."""
    base = root if root.is_dir() else root.parent
    now, settle = time.time_ns(), int(settle_seconds * 1e9)
    paths = [root] if only is None else [base / path for path in sorted(only) if _read_at_all(base, path)]
    for item in walk(paths):
        if isinstance(item, Unreadable):
            continue  # a link that leads out of the folder: reported by the reader, no file of ours
        path = item[1]
        try:
            stat = path.stat()
        except OSError:
            continue
        # what bears a time to come was given it: it is not being written
        young = now - settle < stat.st_mtime_ns <= now + settle
        yield Found(path.relative_to(base).as_posix(), stat.st_size, stat.st_mtime_ns, settled=not young)


def _read_at_all(base: Path, path: str) -> bool:
    """Whether a changed path is there, and one that a walk from the root would come to."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or any(part.startswith(".") for part in parts):
        return False
    below = base
    for part in parts:
        below = below / part
        if below.is_symlink() and (below.is_dir() or not below.resolve().is_relative_to(base)):
            return False
    return below.is_dir() or (below.is_file() and is_article(parts[-1]))


def manifest_bytes(base: Path, manifest: Path | None) -> bytes:
    """The manifest that dates the articles of `base`, as bytes: when it changes they are parsed again."""
    found = manifest or find_manifest(base)
    try:
        return found.read_bytes() if found else b""
    except OSError:
        return b""


def _read(path: Path, base: Path, config: Config, manifest: Path | None) -> Iterator[Article | Unreadable]:
    found = manifest or find_manifest(base)
    said = _manifest(found, found.stat().st_mtime_ns) if found else {}
    for document in documents(path, base, config):
        yield document if isinstance(document, Unreadable) else article_of(document, config, said)


@functools.lru_cache(maxsize=4)
def _manifest(path: Path, mtime_ns: int) -> Manifest:
    """Read once a process and version of the file."""
    return load_manifest(path)


def parse_files(base: Path, found: Sequence[Found], config: Config, manifest: Path | None) -> list[Parsed]:
    """Read and extract some files. Never raises for an article: it comes back as an error text."""
    return [_parse(base, one, config, manifest) for one in found]


def _parse(base: Path, found: Found, config: Config, manifest: Path | None) -> Parsed:
    gazetteer = _gazetteer(config)
    path = base / found.path
    try:
        digest = hashlib.sha256(path.read_bytes()).digest()
    except OSError as error:
        return found, b"", [], f"cannot be read ({error.strerror or error})"
    if digest == found.digest:
        return found, digest, None, None
    made: Made = []
    errors: list[str] = []
    for item in _read(path, base, config, manifest):
        if isinstance(item, Unreadable):
            errors.append(item.reason)
            continue
        records, defect = _extract(item, gazetteer)
        made.append((item, records))
        if defect:
            errors.append(defect)
    # Sentences are not stored, and they are most of what would travel back from a worker.
    made = [(dataclasses.replace(article, sentences=()), records) for article, records in made]
    return found, digest, made, "; ".join(errors) or None


_compiled: list[tuple[Config, Gazetteer]] = []


def _gazetteer(config: Config) -> Gazetteer:
    """The gazetteer of `config`, compiled once a process: a worker is sent an equal config with every chunk."""
    from tui.extract.gazetteer import Gazetteer

    if not _compiled or _compiled[0][0] != config:
        _compiled[:] = [(config, Gazetteer.from_config(config))]
    return _compiled[0][1]


def _extract(article: Article, gazetteer: Gazetteer) -> tuple[list[Record], str | None]:
    """The records of an article; a defect of a rule costs its records, never the article or the run."""
    from tui.extract import extract

    try:
        return extract(article, gazetteer), None
    except Exception as error:
        return [], f"{article.id}: its records could not be extracted ({type(error).__name__}: {error})"


def _parse_all(
    todo: Sequence[Found],
    base: Path,
    config: Config,
    manifest: Path | None,
    jobs: int | None,
    cancelled: Callable[[], bool],
) -> Iterator[list[Parsed]]:
    """Parse in chunks, in order, in this process or several."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(todo) < POOL_FROM_FILES:
        for one in todo:
            yield parse_files(base, [one], config, manifest)
        return
    chunks = [todo[i : i + CHUNK_FILES] for i in range(0, len(todo), CHUNK_FILES)]
    # spawn, not fork: the desk that calls this has threads
    context = multiprocessing.get_context("spawn")
    with futures.ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: collections.deque[futures.Future[list[Parsed]]] = collections.deque()
        pending = iter(chunks)
        try:
            for chunk in pending:
                waiting.append(pool.submit(parse_files, base, chunk, config, manifest))
                # a bounded queue: memory does not grow with the folder
                if len(waiting) >= 3 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _differences(
    store: Store, root_id: int, found: Sequence[Found], key: str, only: Collection[str] | None
) -> tuple[list[Found], list[tuple[int, str]]]:
    """The files to parse, and those of the store that are no more (row number, path)."""
    rows = _known(store, root_id, only)
    # unfinished files (no digest) and those of another parser count as unknown
    known = {row[1]: row[2:5] for row in rows if row[4] is not None and row[5] == key}
    todo = []
    for one in found:
        size, mtime_ns, digest = known.get(one.path, (None, None, None))
        if one.settled and (size, mtime_ns) != (one.size, one.mtime_ns):
            todo.append(dataclasses.replace(one, digest=digest))
    present = {f.path for f in found}
    return todo, [(row[0], row[1]) for row in rows if row[1] not in present]


def _known(store: Store, root_id: int, only: Collection[str] | None) -> list[tuple[Any, ...]]:
    """The files of a root in the store; with `only`, those at or below these paths."""
    sql = "SELECT id, path, size, mtime_ns, digest, parser FROM file WHERE root_id = ?"
    if only is None:
        return store.read(sql, (root_id,))
    rows: dict[int, tuple[Any, ...]] = {}
    for path in only:
        # what is below a folder lies between "folder/" and "folder0", for "0" follows "/"
        below = (root_id, path, f"{path}/", f"{path}0")
        rows |= {row[0]: row for row in store.read(f"{sql} AND (path = ? OR path >= ? AND path < ?)", below)}
    return list(rows.values())


def _write_file(
    store: Store,
    root_id: int,
    found: Found,
    digest: bytes,
    key: str,
    made: Made | None,
    error: str | None,
) -> list[int]:
    """Replace what the store has of a file, all or nothing; the row numbers of its articles."""
    with store.transaction() as connection:
        row = connection.execute(
            "SELECT id, digest, parser FROM file WHERE root_id = ? AND path = ?", (root_id, found.path)
        ).fetchone()
        if row and row[1:] == (digest, key):
            # touched, not changed, or another newsdash was quicker: the articles stay as they are
            connection.execute(
                "UPDATE file SET size = ?, mtime_ns = ? WHERE id = ?", (found.size, found.mtime_ns, row[0])
            )
            return []
        if made is None:
            return []  # the row changed under us: the next scan does this file again
        file_id = _renew(connection, root_id, found, key, row)
        ids = [write_article(connection, file_id, article, records) for article, records in made]
        connection.execute("UPDATE file SET digest = ?, error = ? WHERE id = ?", (digest, error, file_id))
        return ids


def _renew(
    connection: sqlite3.Connection, root_id: int, found: Found, key: str, row: tuple[int, ...] | None
) -> int:
    """An unfinished row for the file with no articles; its number."""
    if row:
        _delete_articles(connection, row[0])
        connection.execute(
            "UPDATE file SET size = ?, mtime_ns = ?, digest = NULL, parser = ?, error = NULL WHERE id = ?",
            (found.size, found.mtime_ns, key, row[0]),
        )
        return int(row[0])
    cursor = connection.execute(
        "INSERT INTO file (root_id, path, size, mtime_ns, parser) VALUES (?, ?, ?, ?, ?)",
        (root_id, found.path, found.size, found.mtime_ns, key),
    )
    return int(cursor.lastrowid or 0)


def _stream_large(
    store: Store,
    root_id: int,
    base: Path,
    found: Found,
    key: str,
    config: Config,
    manifest: Path | None,
    failures: list[Unreadable],
) -> Iterator[tuple[list[int], int]]:
    """A large file, `BATCH_ARTICLES` articles to a transaction; yields the new row numbers and the count of records."""
    gazetteer = _gazetteer(config)
    with store.transaction() as connection:
        row = connection.execute("SELECT id FROM file WHERE root_id = ? AND path = ?", (root_id, found.path)).fetchone()
        file_id = _renew(connection, root_id, found, key, row)
    errors: list[str] = []
    batch: Made = []

    def flush() -> tuple[list[int], int]:
        with store.transaction() as connection:
            ids = [write_article(connection, file_id, article, records) for article, records in batch]
        count = sum(len(records) for _, records in batch)
        batch.clear()
        return ids, count

    for item in _read(base / found.path, base, config, manifest):
        if isinstance(item, Unreadable):
            errors.append(item.reason)
            failures.append(item)
            continue
        records, defect = _extract(item, gazetteer)
        batch.append((item, records))
        if defect:
            errors.append(defect)
        if len(batch) >= BATCH_ARTICLES:
            yield flush()
    yield flush()
    # No digest of gigabytes: size and time tell whether it changed, and the row is whole from here on.
    with store.transaction() as connection:
        connection.execute(
            "UPDATE file SET digest = ?, error = ? WHERE id = ?", (b"", "; ".join(errors[:3]) or None, file_id)
        )


def _delete_articles(connection: sqlite3.Connection, file_id: int) -> None:
    """The articles of a file with all that hangs on them; the body first, so that full text follows by its trigger."""
    connection.execute(
        "DELETE FROM article_body WHERE article_id IN (SELECT id FROM article WHERE file_id = ?)", (file_id,)
    )
    connection.execute("DELETE FROM article WHERE file_id = ?", (file_id,))


def _remove(store: Store, gone: Sequence[tuple[int, str]]) -> None:
    for start in range(0, len(gone), BATCH_ARTICLES):
        with store.transaction() as connection:
            for file_id, _ in gone[start : start + BATCH_ARTICLES]:
                _delete_articles(connection, file_id)
                connection.execute("DELETE FROM file WHERE id = ?", (file_id,))


def _root_id(store: Store, root: Path) -> int:
    rows = store.read("SELECT id FROM root WHERE path = ?", (str(root),))
    if not rows:
        with store.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO root (path) VALUES (?)", (str(root),))
        rows = store.read("SELECT id FROM root WHERE path = ?", (str(root),))
    return int(rows[0][0])


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _start_run(store: Store, root_id: int) -> int:
    with store.transaction() as connection:
        cursor = connection.execute("INSERT INTO run (root_id, started) VALUES (?, ?)", (root_id, _now()))
        return int(cursor.lastrowid or 0)


def _finish_run(store: Store, run_id: int, files: int, articles: int, records: int, failed: int) -> None:
    with store.transaction() as connection:
        connection.execute(
            "UPDATE run SET finished = ?, files = ?, articles = ?, records = ?, failed = ? WHERE id = ?",
            (_now(), files, articles, records, failed, run_id),
        )
