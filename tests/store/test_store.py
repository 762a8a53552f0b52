"""The store: what goes in comes out, only changes are parsed again, and every fault is a sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.config import load_config
from tui.corpus import read_articles
from tui.corpus.model import Article
from tui.errors import UserError
from tui.extract import extract
from tui.extract.gazetteer import Gazetteer
from tui.records import Kind, Record
from tui.store import database, schema
from tui.store.database import Store
from tui.store.ingest import Progress, ingest
from tui.store.library import Library, fts_query

SEEDS = Path(__file__).parents[2] / "seeds"
FIGURE = "Russia has moved 5,000 troops into Belarus, the defence ministry said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for n in range(3):
        (made / f"a{n}.txt").write_text(f"Troops on the move {n}\n20220214\n\n{FIGURE}Words of article {n}.\n")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "state" / "newsdash.db")


def library(store: Store, *roots: Path) -> Library:
    return Library(store, roots, load_config())


def test_what_is_stored_is_what_was_extracted(store: Store) -> None:
    config = load_config()
    gazetteer = Gazetteer.from_config(config)
    articles = [a for a in read_articles([SEEDS], config) if isinstance(a, Article)]
    direct = sorted((r for a in articles for r in extract(a, gazetteer)), key=_order)
    found = library(store, SEEDS)
    found.ingest()
    assert [a.id for a in found.articles()] == [a.id for a in articles]
    assert sorted(found.all_records(), key=_order) == direct


def _order(record: Record) -> tuple[str, str, str]:
    return record.article, record.kind, record.id


def test_an_article_comes_back_whole_but_for_its_sentences(store: Store) -> None:
    found = library(store, SEEDS)
    found.ingest()
    for article in read_articles([SEEDS], load_config()):
        assert isinstance(article, Article)
        again = found.article(article.id)
        assert (again.text, again.lines, again.posts) == (article.text, article.lines, article.posts)
        assert (again.title, again.outlet, again.published, again.date_basis, again.notes) == (
            article.title, article.outlet, article.published, article.date_basis, article.notes)  # fmt: skip


def test_nothing_is_parsed_twice(store: Store, folder: Path) -> None:
    config = load_config()
    assert ingest(store, folder, config).articles == 3
    assert ingest(store, folder, config).files == 0


def test_a_touched_file_is_known_by_its_bytes(store: Store, folder: Path) -> None:
    config = load_config()
    ingest(store, folder, config)
    os.utime(folder / "a1.txt", (1, 1))
    summary = ingest(store, folder, config)
    assert (summary.files, summary.articles) == (1, 0)
    assert ingest(store, folder, config).files == 0


def test_changed_new_and_vanished_files(store: Store, folder: Path) -> None:
    config = load_config()
    ingest(store, folder, config)
    (folder / "a0.txt").write_text("Another headline\n\nQuite other words about weather.\n")
    (folder / "a1.txt").unlink()
    (folder / "b.txt").write_text("New\n\nSomething new.\n")
    summary = ingest(store, folder, config)
    assert (summary.files, summary.articles, summary.removed) == (2, 2, 1)
    found = library(store, folder)
    assert [a.id for a in found.articles()] == ["a0.txt", "a2.txt", "b.txt"]
    assert [f.name for f in found.search("weather")] == ["a0.txt"]
    assert [f.name for f in found.search("article")] == ["a2.txt"]


def test_another_parser_parses_again(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config()
    ingest(store, folder, config)
    monkeypatch.setattr("tui.store.ingest.parser_key", lambda *_: "another")
    assert ingest(store, folder, config).articles == 3
    assert library(store, folder).counts()["articles"] == 3


def test_a_changed_manifest_parses_again(store: Store, folder: Path) -> None:
    config = load_config()
    ingest(store, folder, config)
    (folder / "manifest.tsv").write_text("file\tpublished\na0.txt\t2020-01-02\n")
    assert ingest(store, folder, config).articles == 3
    assert str(library(store, folder).article("a0.txt").published) == "2020-01-02"


def test_an_article_whose_extraction_fails_is_kept_without_records(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(article: Article, gazetteer: Gazetteer) -> list[Record]:
        if article.id == "a1.txt":
            raise ZeroDivisionError("a rule broke")
        return []

    monkeypatch.setattr("tui.extract.extract", fail)
    summary = ingest(store, folder, load_config())
    assert summary.articles == 3
    assert [f.path for f in summary.failures] == ["a1.txt"]
    assert "a rule broke" in summary.failures[0].reason
    assert library(store, folder).failures() == [("a1.txt", summary.failures[0].reason)]


def test_cancel_keeps_what_is_done_and_resumes_there(store: Store, folder: Path) -> None:
    told: list[Progress] = []
    config = load_config()
    first = ingest(store, folder, config, progress=told.append, cancelled=lambda: told[-1].done >= 1)
    assert first.cancelled
    assert library(store, folder).counts()["articles"] == 1
    second = ingest(store, folder, config)
    assert second.articles == 2
    assert not second.cancelled


def test_worker_processes_give_what_one_process_gives(tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for n in range(60):
        (many / f"{n:03}.txt").write_text(f"Headline {n}\n20220214\n\n{FIGURE}")
    one, two = Store.open(tmp_path / "one.db"), Store.open(tmp_path / "two.db")
    ingest(one, many, load_config(), jobs=1)
    ingest(two, many, load_config(), jobs=2)
    assert list(library(one, many).all_records()) == list(library(two, many).all_records())
    assert library(two, many).counts()["articles"] == 60


def test_a_large_file_is_streamed_and_marked_whole_at_its_end(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.ingest.LARGE_BYTES", 10)
    monkeypatch.setattr("tui.store.ingest.BATCH_ARTICLES", 2)
    dump = tmp_path / "dump"
    dump.mkdir()
    lines = [f'{{"title": "T{n}", "text": "Words of number {n}. And a second sentence."}}' for n in range(5)]
    (dump / "all.jsonl").write_text("\n".join(lines))
    cut_short = ingest(store, dump, load_config(), cancelled=lambda: library(store, dump).counts()["articles"] >= 2)
    assert cut_short.cancelled
    summary = ingest(store, dump, load_config())
    assert summary.articles == 5
    assert library(store, dump).counts()["articles"] == 5
    assert ingest(store, dump, load_config()).files == 0


def test_two_folders_in_one_store_do_not_mix(store: Store, folder: Path) -> None:
    library(store, SEEDS).ingest()
    library(store, folder).ingest()
    assert library(store, folder).counts()["articles"] == 3
    assert library(store, SEEDS).counts()["articles"] == 5
    assert library(store, SEEDS, folder).counts()["articles"] == 8


def test_a_store_in_memory_leaves_no_file(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    store = Store.open(None)
    library(store, folder).ingest()
    thread = threading.Thread(target=lambda: store.read("SELECT count(*) FROM article"))
    thread.start()
    thread.join()
    assert library(store, folder).counts()["articles"] == 3
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("troops border", '"troops" "border"'),
        ('"cyber attack" bank*', '"cyber attack" "bank"*'),
        ("a AND (", '"a" "AND"'),
        ('" ', ""),
        ("NEAR(x -y", '"NEAR(x" "-y"'),
    ],
)
def test_whatever_is_typed_is_a_query(store: Store, folder: Path, typed: str, asked: str) -> None:
    assert fts_query(typed) == asked
    library(store, folder).ingest()
    library(store, folder).search(typed)


class TestFaults:
    """Every fault of the file is one sentence, and nothing is lost."""

    def test_a_damaged_file(self, tmp_path: Path) -> None:
        (tmp_path / "x.db").write_bytes(b"no database at all " * 100)
        with pytest.raises(UserError, match="is damaged"):
            Store.open(tmp_path / "x.db")

    def test_another_programs_database(self, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / "x.db") as other:
            other.execute("CREATE TABLE t (a)")
        with pytest.raises(UserError, match="not a newsdash store"):
            Store.open(tmp_path / "x.db")

    def test_a_newer_schema(self, tmp_path: Path, store: Store) -> None:
        store.connection().execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        store.close()
        assert store.path
        with pytest.raises(UserError, match="newer newsdash"):
            Store.open(store.path)

    def test_an_older_schema_is_brought_up(self, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        library(store, folder).ingest()
        store.close()
        added = (*schema.MIGRATIONS, "CREATE TABLE later (a TEXT) STRICT;")
        monkeypatch.setattr(database, "MIGRATIONS", added)
        monkeypatch.setattr(database, "VERSION", len(added))
        again = Store.open(store.path)
        assert again.read("SELECT count(*) FROM later") == [(0,)]
        assert library(again, folder).counts()["articles"] == 3

    def test_a_migration_that_fails_changes_nothing(
        self, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        library(store, folder).ingest()
        store.close()
        broken = (*schema.MIGRATIONS, "CREATE TABLE later (a TEXT) STRICT; CREATE TABLE article (a TEXT);")
        monkeypatch.setattr(database, "MIGRATIONS", broken)
        monkeypatch.setattr(database, "VERSION", len(broken))
        with pytest.raises(UserError):
            Store.open(store.path)
        monkeypatch.undo()
        assert library(Store.open(store.path), folder).counts()["articles"] == 3

    def test_a_full_disk(self, store: Store, folder: Path) -> None:
        connection = store.connection()
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        (folder / "big.txt").write_text("word " * 200_000)
        with pytest.raises(UserError, match="disk is full"):
            library(store, folder).ingest()
        connection.execute("PRAGMA max_page_count = 1000000")
        library(store, folder).ingest()
        assert library(store, folder).counts()["articles"] == 4

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(UserError, match="cannot be"):
            Store.open(tmp_path / "x.db")

    def test_a_file_where_a_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "state").write_text("")
        with pytest.raises(UserError, match="cannot be used"):
            Store.open(tmp_path / "state" / "newsdash.db")

    def test_a_writer_that_waits_too_long_says_so(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        assert store.path
        holder = sqlite3.connect(store.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        store.connection().execute("PRAGMA busy_timeout = 1")
        with pytest.raises(UserError, match="locked"), store.transaction():
            pass
        assert store.read("SELECT count(*) FROM article") == [(0,)]  # a reader does not wait
        holder.execute("ROLLBACK")


def test_a_killed_ingest_leaves_whole_files(tmp_path: Path) -> None:
    """kill -9 in mid-ingest, then again: the content is that of an undisturbed run."""
    many = tmp_path / "many"
    many.mkdir()
    for n in range(30):
        (many / f"{n:03}.txt").write_text(f"Headline {n}\n20220214\n\n{FIGURE}")
    code = (
        "import os, sys; from pathlib import Path; from tui.config import load_config\n"
        "from tui.store.database import Store; from tui.store.ingest import ingest\n"
        "def stop(p):\n    if p.done >= int(sys.argv[3]): os.kill(os.getpid(), 9)\n"
        "ingest(Store.open(Path(sys.argv[1])), Path(sys.argv[2]), load_config(), progress=stop)\n"
    )
    for at in (1, 7, 19):
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "k.db"), str(many), str(at)], check=False)
        assert done.returncode == -9
        killed = Store.open(tmp_path / "k.db")
        assert killed.read("PRAGMA integrity_check") == [("ok",)]
        assert killed.read("SELECT name FROM article GROUP BY name HAVING count(*) > 1") == []
        killed.close()
    after, whole = Store.open(tmp_path / "k.db"), Store.open(tmp_path / "w.db")
    ingest(after, many, load_config())
    ingest(whole, many, load_config())
    assert list(library(after, many).all_records()) == list(library(whole, many).all_records())
    assert library(after, many).counts() == library(whole, many).counts()
    assert library(after, many).counts()["articles"] == 30


def test_kinds_have_tables() -> None:
    from tui.store.rows import TABLES

    assert set(TABLES) == set(Kind)
