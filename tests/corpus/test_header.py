"""Heads and feet of scrapes: title, date, address, source and authors in every habit."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.corpus.scrape import PROSE, classes, read, report
from tui.corpus.model import Basis, LineClass
from tui.records import DatePrecision

TITLE = "Freedonia moves troops to the border"
URL = "https://www.example-gazette.org/2022/02/16/freedonia-troops"
HEADS = {
    "three lines": (TITLE, "20220216", URL),
    "date and address before the title": ("2022-02-16", URL, TITLE),
    "keys": (f"title: {TITLE}", "date: 2022-02-16", f"url: {URL}"),
    "capital keys": (f"Headline: {TITLE}", "Published: 16 February 2022", f"Link: {URL}"),
    "keys of a markdown list": (
        f"# {TITLE}",
        "## Information:",
        f"+ Link: {URL}",
        "+ Date: February 16, 2022",
        "## Article:",
    ),
    "tags": (f"<title> {TITLE} </title>", f"<source> {URL} </source>", "<date> 2022_02_16 </date>", "<text>"),
    "a date of the page": (TITLE, "Published 16 February 2022", URL),
    "a stamp": (TITLE, "2022-02-16T06:24:27Z", URL),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_title_date_and_address_are_read_in_every_habit(head: tuple[str, ...], gap: str) -> None:
    article = read(gap.join(head) + "\n\n" + report())
    assert article.title == TITLE
    assert article.published == dt.date(2022, 2, 16)
    assert article.url == URL
    assert [s.text for s in article.sentences] == [TITLE, *PROSE]
    assert {line.cls for line in article.lines} <= {
        LineClass.TITLE,
        LineClass.METADATA,
        LineClass.BLANK,
        LineClass.BODY,
    }


def test_front_matter_is_read_with_its_escapes() -> None:
    text = (
        '---\nlayout: post\ntitle: "Remarks by President\\_Roe on Freedonia\\u2019\\\n  s border"\ndate:'
        " '2022-02-16'\n"
        f"tags: [speeches]\nsource_url: {URL}\n---\n\n" + report()
    )
    article = read(text)
    assert article.title == "Remarks by President Roe on Freedonia’s border"
    assert article.published == dt.date(2022, 2, 16)
    assert article.url == URL
    assert [s.text for s in article.sentences][-4:] == list(PROSE)


def test_a_key_may_stand_over_its_value() -> None:
    article = read(
        "By\nAnn Roe\n\nPUBLISHED:\n\n20:53 EST, 18 December 2012\n\n|\n\nUPDATED:\n\n21:10 EST, 19 December 2012\n\n"
        + report()
    )
    assert article.authors == ("Ann Roe",)
    assert (article.published, article.date_basis) == (dt.date(2012, 12, 18), Basis.STATED)
    assert article.date_note == "updated 2012-12-19"


def test_the_address_may_stand_in_the_foot() -> None:
    article = read(report(TITLE, foot=(f"Original URL: {URL}",)))
    assert article.url == URL
    assert classes(article)[f"Original URL: {URL}"] is LineClass.METADATA


def test_the_paper_edition_may_stand_in_the_foot() -> None:
    article = read(report(TITLE, foot=("Published in The Gazette, February 17th, 2022",)))
    assert (article.published, article.date_basis) == (dt.date(2022, 2, 17), Basis.STATED)


def test_without_a_head_the_first_sentence_stands_for_the_title() -> None:
    article = read(report())
    assert article.title is not None
    assert PROSE[0].startswith(article.title.rstrip(" …"))
    assert LineClass.TITLE not in classes(article).values()


@pytest.mark.parametrize("kicker", ["World", "NewsBite", "EXCLUSIVE", "Opinion"])
def test_a_kicker_is_no_title(kicker: str) -> None:
    article = read(report(kicker, TITLE))
    assert article.title == TITLE
    assert classes(article)[kicker] is LineClass.FURNITURE


def test_the_name_of_the_site_is_cut_off_the_title() -> None:
    article = read(report(f"{TITLE} | CNN"))
    assert article.title == TITLE
    assert article.sentences[0].text == TITLE
    assert (article.outlet, article.outlet_basis) == ("CNN", Basis.INFERRED)


@pytest.mark.parametrize(
    ("line", "day", "precision"),
    [
        ("Wed 16 Feb 2022 14.03 GMT", dt.date(2022, 2, 16), DatePrecision.DAY),
        (
            "Published: 10:11 GMT, 16 February 2022 | Updated: 14:27 GMT, 17 February 2022",
            dt.date(2022, 2, 16),
            DatePrecision.DAY,
        ),
        ("Updated 1234 GMT (2034 HKT) February 16, 2022", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("Feb. 16, 2022, 2:05 PM EST", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("16.02.2022", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("February 2022", dt.date(2022, 2, 1), DatePrecision.MONTH),
        ("2022", dt.date(2022, 1, 1), DatePrecision.YEAR),
    ],
)
def test_date_lines_in_common_forms(line: str, day: dt.date, precision: DatePrecision) -> None:
    article = read(report(TITLE, line))
    assert (article.published, article.published_precision) == (day, precision)
    assert classes(article)[line] is LineClass.METADATA


def test_bylines_give_authors_and_no_text() -> None:
    for line, authors in {
        "By Ann Roe and Bo Ek in Klopstokia": ("Ann Roe", "Bo Ek"),
        "ByAnn Roe For The Gazette": ("Ann Roe",),
        "Ann Roe, Bo Ek and Cy Lee": ("Ann Roe", "Bo Ek", "Cy Lee"),
        "By ANN ROE": ("Ann Roe",),
        "Europe correspondent": (),
        "By Staff reporters": (),
    }.items():
        article = read(report(TITLE, line))
        assert article.authors == authors, line
        assert classes(article)[line] is LineClass.BYLINE, line


def test_a_byline_may_hold_the_date() -> None:
    article = read(report(TITLE, "By Ann Roe and Bo Ek | 19 Mar 2023"))
    assert (article.authors, article.published) == (("Ann Roe", "Bo Ek"), dt.date(2023, 3, 19))


def test_a_name_may_stand_beside_the_date_or_by_itself() -> None:
    for head in (("Ahram Online , Wednesday 14 Apr 2021",), ("14 April 2021", "Ahram Online")):
        article = read(report(TITLE, *head))
        assert (article.outlet, article.published, article.title) == ("Ahram Online", dt.date(2021, 4, 14), TITLE)


def test_a_headline_in_title_case_may_end_in_a_stop() -> None:
    title = "Hackers Have Held Klopstokia Hostage for Three Weeks. It Is Not Alone."
    assert read(report(title)).title == title


def test_a_head_inside_the_text_is_text() -> None:
    line = "Source: three officials who asked not to be named because they were not allowed to speak to the press."
    article = read(report(TITLE, foot=(line, *PROSE)))
    assert classes(article)[line] is LineClass.BODY
