"""`newsdash articles` and `newsdash show`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.scrape import PROSE, report
from tui.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head = ("Freedonia moves troops", "20220216", "https://www.bbc.co.uk/news/x")
    (tmp_path / "a.txt").write_text(report(*head, foot=("Source link",)), encoding="utf-8")
    (tmp_path / "b.txt").write_text(report(), encoding="utf-8")
    return tmp_path


def test_articles_lists_metadata_and_their_basis(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["articles", str(folder), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["article"] for r in rows] == ["a.txt", "b.txt"]
    assert {k: rows[0][k] for k in ("outlet", "outlet_basis", "published", "date_basis", "sentences")} == {
        "outlet": "BBC",
        "outlet_basis": "url",
        "published": "2022-02-16",
        "date_basis": "header",
        "sentences": 5,
    }
    assert rows[1]["outlet"] is rows[1]["published"] is None


def test_articles_as_a_table_names_the_columns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["articles", str(folder)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("article")
    assert "BBC" in out[1]


def test_show_prints_the_text_that_extraction_reads(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(folder / "a.txt")]) == 0
    head, text = capsys.readouterr().out.split("\n\n", 1)
    assert "BBC (url)" in head
    assert text.splitlines() == ["Freedonia moves troops", *PROSE]


def test_show_lines_prints_every_line_with_its_class_and_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(folder / "a.txt"), "--lines"]) == 0
    out = capsys.readouterr().out.split("\n\n", 1)[1].splitlines()
    assert [line.split()[0] for line in out] == ["1", "3", "5", "7", "9", "11", "13", "15"]
    assert [line.split()[1] for line in out] == ["title", *["metadata"] * 2, *["body"] * 4, "footer"]


def test_a_file_that_is_not_there_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(tmp_path / "none.txt")]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "none.txt" in err
