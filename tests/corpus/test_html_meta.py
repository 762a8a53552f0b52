"""Title, outlet, authors, dates, address and language come from where a page states them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.corpus.pages import head, json_ld, page, paragraphs
from tui.corpus.html import read_html
from tui.corpus.raw import Hints
from tui.records import DatePrecision


def hints(body: str = "", tags: str = "", title: str = "Troops seen on the salt flats") -> Hints:
    return read_html("a.html", page(body + paragraphs(), tags, title)).hints


@pytest.mark.parametrize(
    ("tags", "body"),
    [
        (json_ld(headline="x", datePublished="2014-03-07T22:10:00+05:30"), ""),
        (json_ld(**{"@graph": [{"@type": "NewsArticle", "headline": "x", "datePublished": "2014-03-07"}]}), ""),
        (head(article__published_time="2014-03-07T22:10:00Z"), ""),
        (head(pubdate="20140307"), ""),
        (head(date="Fri, 07 Mar 2014 22:10:00 GMT"), ""),
        (head(parsely_pub_date="x", **{"parsely-pub-date": "2014-03-07T01:00:00Z"}), ""),
        ("", '<span itemprop="datePublished" content="2014-03-07">yesterday</span>'),
        ("", '<p class="byline">By Ann Bell, <time datetime="2014-03-07T09:00">9 am</time></p>'),
        (head(og__url="https://courier.example/world/2014/03/07/salt-flats"), ""),
        (head(og__url="https://courier.example/world/2014/mar/07/salt-flats"), ""),
        ("", "<p>Published 7 March 2014</p>"),
        (head(last_modified="2015-01-01") + json_ld(datePublished="2014-03-07", dateModified="2014-06-01"), ""),
    ],
)
def test_the_date_of_first_publication_is_found(tags: str, body: str) -> None:
    found = hints(body, tags)
    assert found.published == dt.date(2014, 3, 7)
    assert found.published_precision is DatePrecision.DAY


def test_a_date_found_in_the_text_is_said_to_be() -> None:
    found = hints("<div>By Ann Bell</div><div>Updated 9 March 2014</div><div>Posted: March 7, 2014 6:30 PM</div>")
    assert found.published == dt.date(2014, 3, 7)
    assert found.published_time == dt.datetime(2014, 3, 7, 18, 30)
    assert found.date_note is not None


def test_the_time_keeps_its_zone() -> None:
    found = hints(tags=json_ld(headline="x", datePublished="2014-03-07T22:10:00+05:30"))
    assert found.published_time == dt.datetime(2014, 3, 7, 16, 40, tzinfo=dt.UTC)


def test_a_page_that_contradicts_its_address_says_so() -> None:
    tags = json_ld(headline="x", datePublished="2019-05-02") + head(og__url="https://c.example/2014/03/07/salt-flats")
    found = hints(tags=tags)
    assert found.published == dt.date(2019, 5, 2)
    assert found.date_note is not None
    assert "2014-03-07" in found.date_note
    both = json_ld(headline="x", datePublished="2019-05-02") + head(article__published_time="2019-05-09T10:00:00Z")
    note = hints(tags=both).date_note
    assert note == "The page says 2019-05-02 in its JSON-LD, 2019-05-09 in the tag article:published_time."
    near = json_ld(headline="x", datePublished="2019-05-02") + head(article__published_time="2019-05-03T01:00:00Z")
    assert hints(tags=near).date_note is None


def test_the_date_of_another_article_is_not_taken() -> None:
    item = {"@type": "NewsArticle", "headline": "y", "datePublished": "2001-01-01"}
    other = json_ld(**{"@type": "ItemList", "itemListElement": [item]})
    found = hints(tags=other + head(article__published_time="2014-03-07"))
    assert found.published == dt.date(2014, 3, 7)


@pytest.mark.parametrize(
    ("tags", "title"),
    [
        (head(og__title="Troops on the flats | The Example Courier"), "Troops on the flats"),
        (head(og__title="Troops on the flats - Example Courier"), "Troops on the flats"),
        (head(og__title="Minister: &amp;#39;No war&amp;#39;"), "Minister: 'No war'"),
        (head(og__title="Troops - and tanks - on the flats"), "Troops - and tanks - on the flats"),
        (json_ld(headline="Troops on the flats"), "Troops on the flats"),
        ("", "Troops seen on the salt flats"),
    ],
)
def test_the_title_is_the_headline_alone(tags: str, title: str) -> None:
    assert hints(tags=head(og__site_name="The Example Courier") + tags).title == title


@pytest.mark.parametrize(
    ("tags", "outlet"),
    [
        (head(og__site_name="The Example Courier"), "The Example Courier"),
        (json_ld(publisher={"@type": "Organization", "name": "Example Courier"}), "Example Courier"),
        ("", "The Example Courier"),
        (
            head(og__site_name="Mail Web", og__url="https://www.courier-post.example/a/b")
            + json_ld(publisher={"name": "Courier Post"}),
            "Courier Post",
        ),
        (head(og__site_name="examplecourier") + json_ld(publisher={"name": "Example Courier"}), "Example Courier"),
    ],
)
def test_the_outlet_is_named(tags: str, outlet: str) -> None:
    assert hints(tags=tags).outlet == outlet


def test_a_publisher_given_by_reference_is_looked_up() -> None:
    tags = json_ld(
        **{
            "@graph": [
                {"@type": "NewsArticle", "headline": "x", "publisher": {"@id": "#org"}},
                {"@type": "NewsMediaOrganization", "@id": "#org", "name": "Gazette of the Coast"},
            ]
        }
    )
    assert hints(tags=tags).outlet == "Gazette of the Coast"


@pytest.mark.parametrize(
    ("tags", "authors"),
    [
        (json_ld(headline="x", author=[{"name": "Ann Bell"}, {"name": "Omar Said"}]), ("Ann Bell", "Omar Said")),
        (json_ld(headline="x", author="By Ann Bell and Omar Said"), ("Ann Bell", "Omar Said")),
        (head(author="Ann Bell, Omar Said"), ("Ann Bell", "Omar Said")),
        (head(article__author="https://social.example/courier"), ()),
    ],
)
def test_authors_are_named_one_by_one(tags: str, authors: tuple[str, ...]) -> None:
    assert hints(tags=tags).authors == authors


@pytest.mark.parametrize(
    ("tags", "url"),
    [
        ('<link rel="canonical" href="https://c.example/world/salt">', "https://c.example/world/salt"),
        (head(og__url="https://c.example/world/salt"), "https://c.example/world/salt"),
        ('<link rel="canonical" href="https://c.example/">', None),
        ('<link rel="canonical" href="/world/salt">', None),
        (head(og__url="https://web.archive.org/web/20140308000000/https://c.example/salt"), "https://c.example/salt"),
        ("<!-- saved from url=(0027)https://c.example/world/salt -->", "https://c.example/world/salt"),
    ],
)
def test_the_address_is_the_articles_own(tags: str, url: str | None) -> None:
    assert hints(tags=tags).url == url


def test_the_language_is_two_letters() -> None:
    assert hints().language == "en"
