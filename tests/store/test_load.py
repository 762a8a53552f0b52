"""Frames read from the store are those that a ledger of the same records gives."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.stock import Stocked
from tests.store.test_step import world
from tui.config import load_config
from tui.store import load
from tui.store.database import Store
from tui.store.frames import RECORD_FRAMES, SCHEMAS, build
from tui.store.library import Library
from tui.store.load import first_rows, load_frames, sentences
from tui.store.weigh import weigh

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def made(tmp_path: Path) -> Library:
    stocked = Stocked(Store.open(tmp_path / "s.db"), tmp_path / "articles")
    for reports in world(1):
        stocked.put(reports)
    return stocked.library


@pytest.fixture
def seeds(tmp_path: Path) -> Library:
    library = Library(Store.open(tmp_path / "s.db"), [SEEDS], load_config())
    library.ingest()
    return library


def same(library: Library) -> None:
    loaded, right = load_frames(library), build(library.articles(), weigh(library))
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(loaded[name], right[name])


def test_of_a_made_world(made: Library) -> None:
    same(made)


def test_of_the_seeds(seeds: Library) -> None:
    same(seeds)


def test_of_nothing(tmp_path: Path) -> None:
    same(Stocked(Store.open(tmp_path / "s.db"), tmp_path / "articles").library)


def test_sentences_of_a_large_archive_stay_in_the_store(made: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    right = load_frames(made)
    monkeypatch.setattr(load, "SENTENCES_UP_TO", 10)
    frames = load_frames(made)
    for name in RECORD_FRAMES:
        assert set(frames[name]["evidence"]) == {""}
        rows = frames[name][["article", "start", "end"]].itertuples(index=False)
        assert sentences(made, [(str(a), int(s), int(e)) for a, s, e in rows]) == right[name]["evidence"].tolist()
    assert sentences(made, [("gone.txt", 0, 5)]) == [""]


def test_the_first_rows_are_the_newest_and_need_no_pandas(made: Library) -> None:
    frames = load_frames(made)
    rows = first_rows(made, 7)
    for name in ("claims", "attack_events", "meeting_events"):
        head = frames[name].head(7)
        assert [row["id"] for row in rows[name]] == head["id"].tolist()
        assert [row["day"] for row in rows[name]] == [None if d is pd.NaT else f"{d:%Y-%m-%d}" for d in head["day"]]
        assert [row["grade"] for row in rows[name]] == head["grade"].tolist()
