"""The manifest beside the articles, in each form, and its errors."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.corpus.scrape import CONFIG, report
from tui.corpus import Article, Unreadable, read_articles
from tui.corpus.manifest import load_manifest
from tui.corpus.walk import require_articles
from tui.errors import UserError
from tui.records import DatePrecision


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "manifest.tsv",
            "file\tpublished\toutlet\tauthors\na.txt\t2022-02-16\tBBC News\tAnn Roe; Bo Ek\nb.txt\t2014\t\t\n",
        ),
        (
            "manifest.csv",
            '\ufefffile,published,outlet,authors\na.txt,2022-02-16,BBC News,"Ann Roe and Bo Ek"\nb.txt,2014,,\n',
        ),
        (
            "manifest.jsonl",
            '{"file": "a.txt", "published": "2022-02-16", "outlet": "BBC News", "authors": ["Ann Roe", "Bo Ek"]}\n\n'
            '{"file": "b.txt", "published": 2014}\n',
        ),
    ],
)
def test_the_manifest_in_the_folder_is_found_and_believed(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, name, text)
    for article in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, article, report("Freedonia moves troops"))
    read = {a.id: a for a in read_articles([tmp_path], CONFIG) if isinstance(a, Article)}
    assert list(read) == ["a.txt", "b.txt", "c.txt"]
    assert (read["a.txt"].published, read["a.txt"].outlet) == (dt.date(2022, 2, 16), "BBC")
    assert read["a.txt"].authors == ("Ann Roe", "Bo Ek")
    assert (read["b.txt"].published_iso(), read["b.txt"].published_precision) == ("2014", DatePrecision.YEAR)
    assert read["c.txt"].published is None


def test_a_manifest_may_be_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", report())
    other = write(tmp_path, "dates.csv", "file,published\na.txt,2022-02\n")
    read = [a for a in read_articles([tmp_path / "a.txt"], CONFIG, other) if isinstance(a, Article)]
    assert [a.published_iso() for a in read] == ["2022-02"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("m.tsv", "file\tpublished\na.txt\tyesterday\n", "line 2"),
        ("m.csv", "name_of_it,published\na.txt,2022-02-16\n", "file"),
        ("m.jsonl", '{"file": "a.txt"}\nnonsense\n', "line 2"),
        ("m.jsonl", "[1]\n", "line 1"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(UserError) as error:
        load_manifest(path)
    assert name in str(error.value)
    assert words in str(error.value)


def test_a_manifest_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        load_manifest(tmp_path / "none.tsv")
    (tmp_path / "m.tsv").write_bytes(b"file\tpublished\n\xff\xfe\t2022\n")
    with pytest.raises(UserError):
        load_manifest(tmp_path / "m.tsv")


def test_a_folder_is_read_in_order_without_its_read_mes(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "deep/a.txt", "README.md", "index.tsv", ".hidden.txt", "LICENSE"):
        write(tmp_path, name, report())
    assert [a.id for a in read_articles([tmp_path], CONFIG) if isinstance(a, Article)] == ["b.txt", "deep/a.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    secret = write(tmp_path, "secret.txt", report())
    (inside / "link.txt").symlink_to(secret)
    found = list(read_articles([inside], CONFIG))
    assert [type(item) for item in found] == [Unreadable]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        list(read_articles([tmp_path / "none"], CONFIG))


def test_a_folder_without_articles_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("about this folder")
    with pytest.raises(UserError, match="holds no articles"):
        require_articles([tmp_path])
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("A headline\n\nWords.\n")
    require_articles([tmp_path])
