"""Bytes to text: encodings, what is repaired and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.scrape import CONFIG, report
from tui.corpus import Article, read_articles
from tui.corpus.decode import clean, decode

TEXT = "“We won’t leave,” said Zoë – not for £3bn."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_found(encoding: str) -> None:
    assert decode((TEXT * 8).encode(encoding)).text.lstrip("\ufeff") == TEXT * 8


def test_a_declared_encoding_is_believed_where_the_bytes_are_no_utf8() -> None:
    assert decode("Дым над городом".encode("koi8-r"), "koi8-r").text == "Дым над городом"
    assert decode("Дым над городом".encode(), "koi8-r").text == "Дым над городом"


def test_a_broken_encoding_is_repaired_in_containers_and_told_in_plain_text() -> None:
    broken = TEXT.encode().decode("cp1252", "ignore")
    assert "’" in clean("Zoë won’t".encode().decode("cp1252")).text
    kept = decode(broken.encode(), exact=True)
    assert kept.text == broken
    assert any("encoding" in note for note in kept.notes)


def test_control_characters_are_counted_and_replaced_one_for_one() -> None:
    found = decode(b"\x1b[31mred\x07\x00 \xe2\x80\xaeevil", exact=True)
    assert found.text == " [31mred    evil"
    assert any("4 control characters" in note for note in found.notes)


def test_newlines_are_made_one_character() -> None:
    assert decode(b"a\r\nb\rc\nd", exact=True).text == "a\nb\nc\nd"


def test_evidence_stands_in_the_file_as_python_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        b"\xef\xbb\xbf" + report("Freedonia moves troops").replace("\n", "\r\n").encode() + "Zoë â€™s\r\n".encode()
    )
    article = next(iter(read_articles([path], CONFIG)))
    assert isinstance(article, Article)
    text = path.read_text(encoding="utf-8")
    assert article.text == text
    assert article.title == "Freedonia moves troops"
    assert all(text[s.start : s.end] == s.text for s in article.sentences)
