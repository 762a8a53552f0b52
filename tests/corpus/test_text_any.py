"""Any text at all: it never fails, its offsets hold, and its cost grows with its length alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus.scrape import CONFIG, PROSE, read
from tui.corpus.article import article_of
from tui.corpus.decode import clean, decode
from tui.corpus.model import Article
from tui.corpus.raw import RawDocument

PIECES = (
    "title: ", "date: 2022-02-16", "---\n", "<title>", "</text>", "By Ann Roe", "Source link", "\n", "\n\n",
    ". ", "U.S. ", "“", "”", '"', "’", "Mr. ", "No. 10 ", "Feb. 16, 2022", "12:45 GMT", "Live: ",
    "(Reuters) - ", "KLOPSTOKIA — ", "Read more: ", "@highlight", "• ", " | CNN", "…", "3,000 soldiers ",
    "on Friday ", "today ", "wordWord ", "\u200b", "\ufeff", "\x1b[31m", "\x00", "\u202e", "é", "漢字", "Россия ",
    "[[a]]", "© AFP", "https://www.bbc.co.uk/news/2022/02/16/x ", "told the Guardian ", "var x = 1;", "}",
    "Picture: A/AFP", "a" * 50, " " * 50, PROSE[0],
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=600), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def holds(article: Article) -> None:
    """What every article promises of its offsets."""
    text = article.text
    assert "\n".join(text[line.start : line.end] for line in article.lines) == text
    end = 0
    for index, sentence in enumerate(article.sentences):
        assert end <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip()
        line = article.lines[sentence.line]
        assert line.start <= sentence.start <= line.end
        assert sentence.repeat_of is None or sentence.repeat_of < index
        if sentence.post is not None:
            assert article.posts[sentence.post].start <= sentence.start < article.posts[sentence.post].end
        end = sentence.end
    end = 0
    for post in article.posts:
        assert end <= post.start < post.end <= len(text)
        end = post.end
    for number, line in enumerate(article.lines):
        assert line.repeat_of is None or line.repeat_of < number


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_gives_an_article_whose_offsets_hold(text: str) -> None:
    holds(read(clean(text).text))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_clean_text_is_read_likewise(text: str) -> None:
    holds(article_of(RawDocument("a.html", clean(text).text, clean=True), CONFIG))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_to_what_a_terminal_may_show(data: bytes) -> None:
    for exact in (False, True):
        text = decode(data, exact=exact).text
        assert not any((ord(c) < 32 and c not in "\t\n") or 0x7F <= ord(c) < 0xA0 for c in text)
        text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_plain_text_keeps_the_offsets_of_its_file(text: str) -> None:
    data = text.encode("utf-8", "replace")
    as_python_reads_it = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    decoded = decode(data, exact=True).text
    assert len(decoded) == len(as_python_reads_it)
    assert all(a == b or (b not in "\t\n" and a in " \n") for a, b in zip(decoded, as_python_reads_it, strict=True))


# One character or phrase over and over: each of these once made some reader slow.
HOSTILE = [
    "a", " ", ".", '"', "\n", "•", "aB", "abcD", "(", "x. ", "by ", "|", "1", "-", ":", "Mr. ", "a.B",
    "12:00 \n", "said on Monday ", "“", "www.", "http://", "By A ", "Aa Bb ", "<", "{", "[[", "February ",
    "1 February 2022 ", "(Reuters) ", "told The Sun ", "中", "title: a\n", "© ", "a@b.c ", "A.B.", "Tags\n",
    "@highlight\n", "foo.bar(", "x = ", "/AFP ", "Related articles\n", "\u200b",
]  # fmt: skip


HEADS = ["title: ", "<p>", "By ", "Read more: ", "---\ntitle: ", "(Reuters) "]


@pytest.mark.parametrize(
    "text",
    [*HOSTILE, *(head + piece for head in HEADS for piece in (" ", "a", "a ", "A ", "(", ".", ":"))],
    ids=repr,
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """What was quadratic took minutes at this length; whoever makes it so again will wait."""
    head = next((head for head in HEADS if text.startswith(head)), "")
    piece = text.removeprefix(head) or text
    holds(read(head + (piece * 40_000)[:40_000]))
