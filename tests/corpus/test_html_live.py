"""Live blogs are split into posts with their own headings, authors and times."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from tests.corpus.pages import PARAGRAPHS, json_ld, page
from tui.corpus.html import read_html

HEADINGS = (
    "Trucks on the coast road",
    "Ministry speaks",
    "A teacher's account",
    "Denial",
    "Ceasefire",
    "Talks to resume",
)
TIMES = [dt.datetime(2014, 3, 7, 18 - n, 5 * n, tzinfo=dt.UTC) for n in range(6)]
INTRO = "We are following the movements on the salt flats through the day, with reports from both sides of the border."


def posts(stamp: str) -> str:
    """Six posts; `stamp` is the markup of a time, from `iso` and `clock`."""
    out = ""
    for n, (time, heading, text) in enumerate(zip(TIMES, HEADINGS, PARAGRAPHS, strict=True)):
        shown = stamp.format(iso=time.isoformat(), epoch=int(time.timestamp()), clock=time.strftime("%H:%M"))
        body = f'<h3>{heading}</h3><p>{text}</p><p class="byline">Ann Bell</p>'
        out += f'<div class="post post-{1000 + n}">{shown}{body}</div>'
    return out


STAMPS = {
    "time element": '<time datetime="{iso}">{clock}</time>',
    "data attribute": '<span data-timestamp="{epoch}">a while ago</span>',
    "clock only": "<span>{clock} GMT</span>",
}


@pytest.mark.parametrize("stamp", STAMPS.values(), ids=STAMPS.keys())
def test_posts_are_told_by_their_markup(stamp: str) -> None:
    document = read_html(
        "a.html", page(f"<p>{INTRO}</p>{posts(stamp)}", json_ld(headline="x", datePublished="2014-03-07"))
    )
    assert [post.heading for post in document.posts] == list(HEADINGS)
    assert [post.published.strftime("%H:%M") if post.published else None for post in document.posts] == [
        time.strftime("%H:%M") for time in TIMES
    ]
    assert {post.published.date() for post in document.posts if post.published} == {dt.date(2014, 3, 7)}
    for post, heading, text in zip(document.posts, HEADINGS, PARAGRAPHS, strict=True):
        assert document.text[post.start : post.end] == f"{heading}\n\n{text}"
        assert post.author == "Ann Bell"
    assert INTRO in document.text[: document.posts[0].start]


def test_posts_are_taken_from_json_ld_where_the_markup_has_fewer() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": heading, "articleBody": text, "datePublished": time.isoformat()}
        for heading, text, time in zip(HEADINGS, PARAGRAPHS, TIMES, strict=True)
    ]
    node = {"@type": "LiveBlogPosting", "headline": "Live: troops on the salt flats", "liveBlogUpdate": updates}
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    document = read_html("a.html", page(f"<p>{INTRO}</p>", script))
    assert [post.published for post in document.posts] == TIMES
    assert [document.text[p.start : p.end] for p in document.posts] == [
        f"{heading}\n\n{text}" for heading, text in zip(HEADINGS, PARAGRAPHS, strict=True)
    ]


def test_comments_are_no_posts() -> None:
    comments = "".join(
        f'<li class="comment"><time datetime="{time.isoformat()}"></time>'
        f"<p>{text} I for one do not believe a word.</p></li>"
        for time, text in zip(TIMES, PARAGRAPHS, strict=True)
    )
    body = "".join(f"<p>{text} {text}</p>" for text in PARAGRAPHS)
    document = read_html("a.html", page(f'{body}<ul class="comments">{comments}</ul>'))
    assert document.posts == ()
    assert "I for one" not in document.text
