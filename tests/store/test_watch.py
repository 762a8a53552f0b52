"""A live folder ends as a fresh ingest of it would, whatever happened on the way."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.config import load_config
from tui.errors import UserError
from tui.store.database import Store
from tui.store.ingest import ingest
from tui.store.library import Library
from tui.store.step import in_step
from tui.store.watch import News, Watcher

TEXT = "Russia has moved {n} troops into Belarus, the defence ministry said on Monday.\nWords of article {n}.\n"
LONG_AGO = 1_500_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for n in range(3):
        write(made / f"a{n}.txt", n)
    return made


def write(path: Path, n: int, at: int = LONG_AGO) -> None:
    """An article that was written long ago, and so has settled."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"Headline {n}\n20220214\n\n" + TEXT.format(n=5000 + n))
    os.utime(path, (at, at))


def library(folder: Path, name: str = "s.db") -> Library:
    return Library(Store.open(folder.parent / name), [folder], load_config())


def content(held: Library) -> list[object]:
    return [*held.articles(), *held.all_records()]


def check(held: Library, folder: Path) -> None:
    """The store has what a fresh one would have, and its claims are in step."""
    fresh = library(folder, f"fresh{random.random()}.db")
    fresh.ingest()
    assert content(held) == content(fresh)
    assert in_step(held)


class Hand:
    """A watcher that is told by hand what happened."""

    def __init__(self, held: Library, settle_seconds: float = 0.0) -> None:
        self.news: list[News] = []
        self.trouble: list[str] = []
        self.watcher = Watcher(held, self.news.append, self.trouble.append, settle_seconds)
        self.folder = held.roots[0]

    def tell(self, *paths: Path) -> None:
        self.watcher.note(str(p) for p in paths)
        self.watcher.look()


def test_the_first_look_is_at_everything(folder: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    assert hand.news[0].articles == 3
    check(held, folder)
    hand.tell()
    assert len(hand.news) == 1


def test_new_changed_removed_and_moved(folder: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    write(folder / "b.txt", 7)
    write(folder / "a0.txt", 8, LONG_AGO + 1)
    (folder / "a1.txt").unlink()
    (folder / "a2.txt").rename(folder / "c.txt")
    hand.tell(folder / "b.txt", folder / "a0.txt", folder / "a1.txt", folder / "a2.txt", folder / "c.txt")
    assert (hand.news[-1].articles, hand.news[-1].removed) == (3, 2)
    check(held, folder)


def test_folders_that_come_and_go(folder: Path, tmp_path: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    for n in range(3):
        write(tmp_path / "elsewhere" / "deep" / f"{n}.txt", 20 + n)
    (tmp_path / "elsewhere").rename(folder / "more")
    hand.tell(folder / "more")
    assert held.counts()["articles"] == 6
    check(held, folder)
    (folder / "more").rename(tmp_path / "away")
    hand.tell(folder / "more")
    check(held, folder)


def test_only_what_happened_is_looked_at(folder: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    write(folder / "unseen.txt", 9)
    write(folder / "seen.txt", 10)
    hand.tell(folder / "seen.txt")
    assert [a.id for a in held.articles()] == ["a0.txt", "a1.txt", "a2.txt", "seen.txt"]


def test_a_file_that_is_being_written_is_waited_for(folder: Path) -> None:
    held = library(folder)
    hand = Hand(held, settle_seconds=60)
    hand.tell()
    before = content(held)
    now = int(time.time())
    write(folder / "half.txt", 11, now)
    write(folder / "a0.txt", 12, now)
    hand.tell(folder / "half.txt", folder / "a0.txt")
    assert content(held) == before  # neither taken in half, nor lost
    os.utime(folder / "half.txt", (LONG_AGO, LONG_AGO))
    os.utime(folder / "a0.txt", (LONG_AGO + 5, LONG_AGO + 5))
    hand.tell()  # nothing is told: they were remembered
    check(held, folder)


def test_what_no_walk_comes_to_is_left_alone(folder: Path, tmp_path: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    write(tmp_path / "secret.txt", 1)
    write(folder / ".hidden" / "x.txt", 2)
    write(folder / "README.txt", 3)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    hand.tell(folder / ".hidden" / "x.txt", folder / "README.txt", folder / "link.txt", tmp_path / "secret.txt")
    assert held.counts()["articles"] == 3


def test_a_manifest_speaks_of_every_file(folder: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    (folder / "manifest.tsv").write_text("file\tpublished\na0.txt\t2020-01-02\n")
    hand.tell(folder / "manifest.tsv")
    assert str(held.article("a0.txt").published) == "2020-01-02"
    check(held, folder)


def test_a_folder_that_is_gone_takes_nothing_with_it(folder: Path, tmp_path: Path) -> None:
    held = library(folder)
    hand = Hand(held)
    hand.tell()
    folder.rename(tmp_path / "unmounted")
    hand.tell(folder)
    assert held.counts()["articles"] == 3
    (tmp_path / "unmounted").rename(folder)
    gone = Watcher(library(folder, "other.db"), lambda _: None)
    folder.rename(tmp_path / "unmounted")
    with pytest.raises(UserError, match="nothing to watch"):
        gone.run()


def test_trouble_is_said_once_and_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = library(folder)
    hand = Hand(held)
    failing = [True]
    real = held.ingest

    def fail(**given: object) -> object:
        if failing[0]:
            raise UserError("the store is locked")
        return real(**given)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "ingest", lambda self, **given: fail(**given))
    hand.tell()
    hand.tell()
    assert hand.trouble == ["the store is locked"]
    failing[0] = False
    hand.tell()
    assert hand.news[0].articles == 3


@pytest.mark.parametrize("seed", range(3))
def test_churn_told_by_hand(folder: Path, seed: int) -> None:
    """Files appear, change, vanish and are half-written, and the watcher is told late, twice or of nothing."""
    held = library(folder)
    hand = Hand(held, settle_seconds=60)
    hand.tell()
    random_ = random.Random(seed)
    names = [f"{'sub/' if n % 3 == 0 else ''}{n}.txt" for n in range(30)]
    told: list[Path] = []
    for turn in range(150):
        path = folder / random_.choice(names)
        action = random_.random()
        if action < 0.25:
            path.unlink(missing_ok=True)
        else:
            half = random_.random() < 0.3
            write(path, turn, int(time.time()) if half else LONG_AGO + turn)
        told.append(path)
        if random_.random() < 0.2:
            hand.tell(*told, *random_.sample(told, len(told) // 2), folder / "never.txt")
            told.clear()
    for turn, path in enumerate(sorted(folder.rglob("*.txt"))):
        os.utime(path, (LONG_AGO + 1000 + turn, LONG_AGO + 1000 + turn))
        told.append(path)
    hand.tell(*told)
    check(held, folder)


def eventually(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for a condition."""
    over = time.monotonic() + seconds
    pause = threading.Event()
    while not true():
        assert time.monotonic() < over, "it never came"
        pause.wait(0.05)


def test_a_folder_that_the_system_watches(folder: Path) -> None:
    """The real thing: churn while the watch runs, then stillness."""
    held = library(folder)
    news: list[News] = []
    watcher = Watcher(held, news.append, settle_seconds=0.2)
    thread = threading.Thread(target=watcher.run)
    thread.start()
    try:
        eventually(lambda: bool(news))
        random_ = random.Random(5)
        for turn in range(60):
            path = folder / f"{random_.randrange(20)}.txt"
            if random_.random() < 0.3:
                path.unlink(missing_ok=True)
                continue
            with path.open("w") as writer:  # written in two halves
                writer.write(f"Headline {turn}\n20220214\n\n")
                writer.flush()
                writer.write(TEXT.format(n=turn))
        (folder / "last.txt").write_text("The last one\n\nNothing more comes after this.\n")
        wanted = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.txt"))
        eventually(lambda: [a.id for a in held.articles()] == wanted)
        fresh = library(folder, "fresh.db")
        fresh.ingest()
        eventually(lambda: content(held) == content(fresh))
        eventually(lambda: in_step(held))
    finally:
        watcher.stop()
        thread.join(20)
    assert not thread.is_alive()


def test_an_ingest_leaves_what_is_being_written(folder: Path) -> None:
    store = Store.open(None)
    ingest(store, folder, load_config())
    now = int(time.time())
    write(folder / "a0.txt", 99, now)
    summary = ingest(store, folder, load_config(), settle_seconds=60)
    assert (summary.files, summary.removed, summary.waiting) == (0, 0, ("a0.txt",))
    ahead = now + 10_000
    os.utime(folder / "a0.txt", (ahead, ahead))  # given a time to come: nobody writes it
    assert ingest(store, folder, load_config(), settle_seconds=60).files == 1
