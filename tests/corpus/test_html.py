"""The body of a page is its article: nothing of the frame, nothing of the article lost."""

from __future__ import annotations

import json

import pytest

from tests.corpus.pages import PARAGRAPHS, RELATED, head, json_ld, page, paragraphs
from tui.corpus.html import read_html
from tui.corpus.raw import RawDocument


def lines(document: RawDocument) -> list[str]:
    return [line for line in document.text.split("\n") if line]


def at(document: RawDocument, numbers: frozenset[int]) -> list[str]:
    every = document.text.split("\n")
    return [every[n] for n in sorted(numbers)]


def assert_clean(document: RawDocument) -> None:
    """All paragraphs are there, once, in order, and nothing of the frame is."""
    body = [line for line in lines(document) if line in PARAGRAPHS]
    assert body == list(PARAGRAPHS)
    for title, text in RELATED:
        assert title not in document.text
        assert text not in document.text
    for furniture in ("goats", "Sign up", "Never miss", "All rights reserved", "Home", "tracking", "color: black"):
        assert furniture not in document.text


PIECES = len(PARAGRAPHS) // 2
BODIES = {
    "paragraphs": paragraphs(),
    "divs without a class": paragraphs("div"),
    "line breaks": "<div>" + "<br><br>".join(PARAGRAPHS) + "</div>",
    "a table": f"<table><tr><td><font>{paragraphs()}</font></td></tr></table>",
    "in a form": f'<form action="/"><input name="q">{paragraphs()}</form>',
    "a class that says newsletter": f'<div class="newsletter-article">{paragraphs()}</div>',
    "paragraphs of a class that says share": "".join(f'<p class="share-text">{text}</p>' for text in PARAGRAPHS),
    "more comments than article": paragraphs()
    + '<section id="comments">'
    + "".join(
        f"<div><p>{name} writes that the mayor should resign and take the goats of the whole valley with him.</p></div>"
        for name in ("Ann", "Bob", "Cem", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jan", "Kim", "Lea", "Max", "Ned")
    )
    + "</section>",
    "two sections": (
        f'<section class="story"><p class="par">{"</p><p class=par>".join(PARAGRAPHS[:2])}</p></section>'
        f'<section class="story"><p class="par">{"</p><p class=par>".join(PARAGRAPHS[2:])}</p></section>'
    ),
    "related links between": (
        paragraphs(texts=PARAGRAPHS[:PIECES])
        + f'<div class="box"><h4>Read more</h4><a href="/1">{RELATED[0][0]}</a><a href="/2">{RELATED[1][0]}</a></div>'
        + paragraphs(texts=PARAGRAPHS[PIECES:])
    ),
    "an advert between": (
        paragraphs(texts=PARAGRAPHS[:PIECES])
        + '<div class="ad-slot"><p>Sign up for a new credit card today and pay no interest for a year.</p></div>'
        + paragraphs(texts=PARAGRAPHS[PIECES:])
    ),
    "unclosed elements": "<p>" + "<p>".join(PARAGRAPHS),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_the_body_is_found_in_any_markup(body: str) -> None:
    assert_clean(read_html("a.html", page(body)))


def test_a_page_of_many_links_keeps_its_article_whole() -> None:
    short = "Here is what to look for:"
    links = "".join(f'<li><a href="/{n}">Another headline that leads elsewhere, number {n}</a></li>' for n in range(90))
    body = paragraphs(texts=PARAGRAPHS[:3]) + f"<p>{short}</p>" + paragraphs(texts=PARAGRAPHS[3:])
    document = read_html("a.html", page(f"<div><div>{body}</div><div><ul>{links}</ul></div></div>"))
    assert_clean(document)
    assert short in lines(document)
    assert "Another headline" not in document.text


def test_the_title_is_the_first_line_and_called_so() -> None:
    document = read_html("a.html", page(paragraphs()))
    assert document.hints.title == "Troops seen on the salt flats"
    assert at(document, document.titles) == ["Troops seen on the salt flats"]
    assert document.text.count("Troops seen on the salt flats") == 1
    assert document.clean


@pytest.mark.parametrize(
    ("markup", "tags"),
    [
        ('<p class="article__standfirst">{}</p>', ""),
        ('<div class="dek"><p>{}</p></div>', ""),
        ("<h2>{}</h2>", head(og__description="{}")),
        ("<div>{}</div>", head(description="{}")),
    ],
)
def test_a_standfirst_is_kept_and_called_so(markup: str, tags: str) -> None:
    words = "Villagers count hundreds of trucks as both sides deny plans"
    document = read_html("a.html", page(markup.format(words) + paragraphs(), tags.format(words)))
    assert at(document, document.standfirsts) == [words]
    assert_clean(document)


def test_points_before_the_body_are_its_standfirst() -> None:
    points = ("Three thousand soldiers were moved by night.", "The northern command speaks of an exercise only.")
    markup = '<ul class="key-points">' + "".join(f"<li>{point}</li>" for point in points) + "</ul>"
    document = read_html("a.html", page(markup + paragraphs()))
    assert at(document, document.standfirsts) == list(points)


def test_headings_and_captions_are_called_so() -> None:
    caption = "Soldiers of the northern command near Tirena in a picture taken last year."
    body = (
        paragraphs(texts=PARAGRAPHS[:2])
        + f"<figure><img src=x><figcaption>{caption}</figcaption></figure><h2>A denial</h2>"
        + paragraphs(texts=PARAGRAPHS[2:])
        + "<h2>Left over</h2>"
    )
    document = read_html("a.html", page(body))
    assert at(document, document.headings) == ["A denial"]
    assert at(document, document.captions) in ([caption], [])
    assert "Left over" not in document.text
    assert_clean(document)


def test_a_list_in_the_body_is_part_of_it() -> None:
    items = ("Two brigades hold the road to the coast.", "One brigade guards the bridge over the Sarun.")
    body = (
        paragraphs(texts=PARAGRAPHS[:3])
        + "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
        + paragraphs(texts=PARAGRAPHS[3:])
    )  # fmt: skip
    text = lines(read_html("a.html", page(body)))
    assert [line for line in text if line in items] == list(items)
    assert text.index(items[0]) > text.index(PARAGRAPHS[2])


NEXT = {"props": {"pageProps": {"article": {"body": [{"type": "p", "text": text} for text in PARAGRAPHS]}}}}
TREE = {"page": {"nodes": [{"tag": "p", "children": [{"text": text}]} for text in PARAGRAPHS]}}
MARKUP = {"story": {"id": 7, "contentHtml": paragraphs()}, "ads": ["a", "b"]}
SCRIPTS = {
    "a data script": f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT)}</script>',
    "an assignment": f"<script>window.__STATE__ = {json.dumps(TREE)};</script>",
    "html in a field": f"<script>App.boot({json.dumps(MARKUP).replace('</', '<' + chr(92) + '/')});</script>",
    "json in a string": f"<script>window.data = JSON.parse({json.dumps(json.dumps(NEXT))});</script>",
    "articleBody": json_ld(headline="Troops seen on the salt flats", articleBody="\n\n".join(PARAGRAPHS)),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_a_body_cut_short_is_completed_from_what_the_page_holds_as_data(script: str) -> None:
    teaser = f'<p>{PARAGRAPHS[0]}</p><div class="paywall"><p>Subscribe to read on. Cancel any time.</p></div>{script}'
    document = read_html("a.html", page(teaser))
    assert_clean(document)
    assert "Subscribe" not in document.text


def test_data_about_another_article_is_not_taken() -> None:
    other = [
        "Bakers of the old town have revived a bread that was last sold here eighty years ago, to long queues."
    ] * 4
    script = f'<script type="application/json">{json.dumps({"related": {"body": other}})}</script>'
    document = read_html("a.html", page(paragraphs() + script))
    assert "Bakers" not in document.text


def test_escapes_and_entities_leave_no_control_characters() -> None:
    body = (
        paragraphs() + "<p>The &#27;[31m general &#x202e; said that the border was quiet on Tuesday and Wednesday.</p>"
    )
    document = read_html("a.html", page(body))
    assert not any((ord(c) < 32 and c != "\n") or c in "\x7f\u202e" for c in document.text)
    assert any("control" in note for note in document.notes)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", None),
        ("windows-1252", None),
        ("windows-1252", "iso-8859-1"),
        ("utf-16", None),
        ("utf-8", "iso-8859-1"),
    ],
)
def test_encodings_are_read_as_meant(encoding: str, declared: str | None) -> None:
    text = page(paragraphs()).decode().replace('charset="utf-8"', f'charset="{encoding}"')
    document = read_html("a.html", text.encode(encoding), declared)
    assert PARAGRAPHS[2] in document.text


@pytest.mark.parametrize(
    "data",
    [
        b"<html>",
        b"<html><body></body></html>",
        b"<html><body>" + b"<div>" * 20_000 + b"deep" + b"</div>" * 20_000,
        b"<html><body>" + b"<p class='" + b"a " * 50_000 + b"'>x</p>",
        b"<html><script type='application/ld+json'>" + b"[" * 50_000 + b"</script>",
        b'<html><script type=\'application/ld+json\'>{"@graph": [null, 1, "x", {"@type": 5}]}</script><p>x',
        b"<html><script>a=" + b"{" * 50_000 + b"</script><body><table><tr><td><table>",
        b"<!DOCTYPE html><!-- " + b"-" * 10_000 + b"<p>text",
        b"<html><meta charset=hex><p>abc</p>",
        b"<html><meta property='og:title'><meta name content=''><time datetime='99999999999999999999'>x</time>",
    ],
)
def test_broken_pages_are_read_without_failing(data: bytes) -> None:
    assert isinstance(read_html("a.html", data), RawDocument)
