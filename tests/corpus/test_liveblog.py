"""Live blogs: their posts, with headings, spans and times of the right day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.corpus.scrape import CONFIG, PROSE, read, report
from tui.corpus import Article, read_articles
from tui.corpus.article import article_of
from tui.corpus.raw import RawDocument, RawPost

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TITLE = "Freedonia crisis live: troops at the border"
HEADINGS = ("Minister warns of war", "Sylvania calls up reservists", "Talks fail again")
TEXTS = PROSE[:3]


def blog(*posts: str, title: str = TITLE, date: str = "20220216") -> Article:
    return read("\n\n".join([title, date, "Here are the latest updates:", *posts]))


def texts(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.posts]


def test_headings_part_a_live_blog_without_times() -> None:
    article = blog(*(f"{h}\n\n{t}" for h, t in zip(HEADINGS, TEXTS, strict=True)))
    assert [p.heading for p in article.posts] == list(HEADINGS)
    assert texts(article) == [f"{h}\n\n{t}" for h, t in zip(HEADINGS, TEXTS, strict=True)]
    assert [s.post for s in article.sentences if s.text in TEXTS] == [0, 1, 2]
    assert {s.post for s in article.sentences if s.text == TITLE} == {None}


def test_a_report_with_headings_is_no_live_blog() -> None:
    assert blog(
        *(f"{h}\n\n{t}" for h, t in zip(HEADINGS, TEXTS, strict=True)), title="Freedonia moves its troops"
    ).posts
    article = read(
        "\n\n".join(["Freedonia moves its troops", *(x for p in zip(HEADINGS, TEXTS, strict=True) for x in p)])
    )
    assert article.posts == ()


def test_live_ammunition_makes_no_live_blog() -> None:
    title = "Freedonia’s army trains with live ammunition"
    assert read("\n\n".join([title, *(x for p in zip(HEADINGS, TEXTS, strict=True) for x in p)])).posts == ()


@pytest.mark.parametrize(
    "clocks",
    [
        ("17:05", "12:45", "09:10"),
        ("17.05 GMT", "12.45 GMT", "9.10 GMT"),
        ("(17:05 GMT)", "(12:45 GMT)", "(09:10 GMT)"),
        ("5:05pm", "12:45pm", "9:10am"),
        ("Posted at 17:05", "Posted at 12:45", "Posted at 9:10"),
    ],
)
def test_times_part_a_live_blog_and_date_its_posts(clocks: tuple[str, ...]) -> None:
    article = blog(*(f"{c}\n\n{h}\n\n{t}" for c, h, t in zip(clocks, HEADINGS, TEXTS, strict=True)))
    assert [p.heading for p in article.posts] == list(HEADINGS)
    published = [p.published for p in article.posts]
    assert [p.replace(tzinfo=None) for p in published if p] == [
        dt.datetime(2022, 2, 16, 17, 5),
        dt.datetime(2022, 2, 16, 12, 45),
        dt.datetime(2022, 2, 16, 9, 10),
    ]
    if "GMT" in clocks[0]:
        assert all(p.tzinfo is dt.UTC for p in published if p)


def test_times_may_stand_under_their_headings() -> None:
    clocks = ("17:05 GMT", "12:45 GMT", "09:10 GMT")
    article = blog(*(f"{h}\n\n{c}\n\n{t}" for c, h, t in zip(clocks, HEADINGS, TEXTS, strict=True)))
    assert [p.heading for p in article.posts] == list(HEADINGS)
    assert all(t in p for t, p in zip(TEXTS, texts(article), strict=True))


def test_times_may_stand_before_their_headings_in_one_line() -> None:
    clocks = ("17:05 GMT – ", "12:45 GMT – ", "09:10 GMT – ")
    article = blog(*(f"{c}{h}\n\n{t}" for c, h, t in zip(clocks, HEADINGS, TEXTS, strict=True)))
    assert [p.heading for p in article.posts] == list(HEADINGS)


def test_a_post_may_name_its_own_date() -> None:
    clocks = ("1:05 a.m. ET, February 17, 2022", "11:45 p.m. ET, February 16, 2022", "9:10 p.m. ET, February 16, 2022")
    article = blog(*(f"{c}\n\n{h}\n\n{t}" for c, h, t in zip(clocks, HEADINGS, TEXTS, strict=True)))
    assert [p.published.date() for p in article.posts if p.published] == [
        dt.date(2022, 2, 17), dt.date(2022, 2, 16), dt.date(2022, 2, 16)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("clocks", "days"),
    [
        (("01:10", "23:50", "20:05"), (16, 15, 15)),  # the newest first
        (("20:05", "23:50", "01:10"), (15, 15, 16)),  # the newest last
    ],
)
def test_midnight_lies_where_the_clock_jumps(clocks: tuple[str, ...], days: tuple[int, ...]) -> None:
    article = blog(*(f"{c}\n\n{h}\n\n{t}" for c, h, t in zip(clocks, HEADINGS, TEXTS, strict=True)))
    assert tuple(p.published.day for p in article.posts if p.published) == days


def test_posts_that_markup_told_apart_are_kept() -> None:
    text = "\n\n".join(TEXTS)
    when = dt.datetime(2022, 2, 16, 12, 0, tzinfo=dt.UTC)
    posts = (RawPost(0, len(TEXTS[0]), "Heading", "Ann Roe", when),)
    article = article_of(RawDocument("a.html", text, clean=True, posts=posts), CONFIG)
    assert [(p.heading, p.author, p.published) for p in article.posts] == [("Heading", "Ann Roe", when)]
    assert [s.post for s in article.sentences] == [0, None, None]


def test_the_live_blog_of_the_seeds_is_parted_at_its_headings() -> None:
    article = next(iter(read_articles([next(SEEDS.glob("003*"))], CONFIG)))
    assert isinstance(article, Article)
    headings = [p.heading for p in article.posts]
    assert len(headings) == 36
    assert headings[0] == "The Russians going against Putin in Ukraine"
    assert headings[-1] == "China may take advantage of Ukraine crisis, US general warns"


def test_sentences_in_any_order_have_no_posts() -> None:
    article = next(iter(read_articles([next(SEEDS.glob("000*"))], CONFIG)))
    assert isinstance(article, Article)
    assert article.posts == ()


def test_a_report_has_no_posts() -> None:
    assert read(report("Freedonia moves troops")).posts == ()
