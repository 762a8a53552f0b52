"""Any bytes at all give documents or a clean reason, never an exception, and dates never lie out of range."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.pages import page, paragraphs
from tui.config import Config
from tui.corpus.dates import moment
from tui.corpus.inputs import documents
from tui.corpus.raw import RawDocument, Unreadable

OPENINGS = [
    b'', b'<html>', b'<!doctype html><article>', b'<?xml version="1.0"?><rss>', b'<feed>', b'{', b'[',
    b'{"text": "', b'WARC/1.0\r\n', b'\x1f\x8b\x08\x00', b'PK\x03\x04', b'BZh9', b'\xfd7zXZ\x00',
    b'title,text,url\n', b'\xff\xfe', b'\xef\xbb\xbf', b'%PDF',
]  # fmt: skip
PIECES = [
    b'<p>', b'</p>', b"<div class='", b"'>", b'<table><tr><td>', b'<script>', b'</script>',
    b'<script type="application/ld+json">', b'{"@type": "NewsArticle", "datePublished": ', b'<time datetime=',
    b'<meta charset=', b'&#0;', b'&#x1b;[31m', b'\x00', b'\xe2\x80', b'"', b',', b']', b'}', b'\n', b'\r', b'\x85',
    b'The army moved 3,000 soldiers to the border. ', b'-->', b'<!--', b']]>', b'\x1b[2J',
]  # fmt: skip

any_bytes = st.one_of(
    st.binary(max_size=400),
    st.builds(
        lambda opening, parts: opening + b"".join(parts),
        st.sampled_from(OPENINGS),
        st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=40),
    ),
)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["title", "text", "date", "url", "author", "source", "articles", "_source", "content", "x"]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=20,
)
often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes, name: str = "any") -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found = list(documents(path, Path(folder), Config()))
    assert found
    for item in found:
        if isinstance(item, Unreadable):
            assert item.reason
            assert item.reason.endswith(".")
            assert "\n" not in item.reason
        else:
            check_document(item)


def check_document(document: RawDocument) -> None:
    assert document.text.strip()
    assert not any(ord(c) < 32 and c not in "\n\t" for c in document.text)
    assert not any("\ud800" <= c <= "\udfff" for c in document.text)
    last = document.text.count("\n")
    for numbers in (document.titles, document.standfirsts, document.headings, document.captions):
        assert all(0 <= n <= last for n in numbers)
    for post in document.posts:
        assert 0 <= post.start < post.end <= len(document.text)
    hints = document.hints
    assert not any(ord(c) < 32 for c in (hints.title or "") + (hints.outlet or "") + "".join(hints.authors))


@often
@given(any_bytes, st.sampled_from(["a.txt", "a.html", "a.json", "a.csv", "a.warc.gz", "a"]))
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)


@often
@given(any_bytes)
def test_any_bytes_compressed(data: bytes) -> None:
    check(gzip.compress(data))


@often
@given(st.lists(json_values, min_size=1, max_size=3))
def test_any_json(values: list[Any]) -> None:
    check("\n".join(json.dumps(value) for value in values).encode(), "a.json")


@often
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 40))
def test_a_page_with_anything_in_it(parts: list[bytes], at: int) -> None:
    whole = page(paragraphs())
    cut = len(whole) * at // 40
    check(whole[:cut] + b"".join(parts) + whole[cut:])


@given(
    st.one_of(
        st.text(max_size=40), st.integers(), st.floats(), st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:?\d\d")
    )
)
@settings(max_examples=300, deadline=None)
def test_any_date(value: Any) -> None:
    found = moment(value)
    assert found is None or 1970 <= found.day.year <= 2100
