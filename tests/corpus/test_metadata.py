"""Outlet, date, credits and authors: what is stated, what is inferred, and what contradicts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.corpus.scrape import CONFIG, PROSE, read, report
from tui.config import Config
from tui.corpus import Article, read_articles
from tui.corpus.infer import infer_date, later_day
from tui.corpus.metadata import date_in_url
from tui.corpus.model import Basis
from tui.corpus.outlets import outlets_of
from tui.corpus.raw import Hints
from tui.records import DatePrecision

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TITLE = "Freedonia moves troops to the border"
TODAY = dt.date(2024, 6, 1)


@pytest.mark.parametrize(
    ("seed", "outlet", "title", "published", "basis", "url"),
    [
        ("000", "Daily Mirror", "RussiaUkraine war fears RECAP", dt.date(2022, 2, 14), Basis.HEADER, "mirror.co.uk"),
        ("001", "Daily Mail", "‘The Anglo-Saxons need a war’", dt.date(2022, 2, 12), Basis.INFERRED, None),
        ("002", "Daily Mail", "NATO says there’s ‘NO real signs", dt.date(2022, 2, 16), Basis.INFERRED, None),
        (
            "003",
            "Al Jazeera",
            "NATO chief questions Russian troop pullback",
            dt.date(2022, 2, 16),
            Basis.INFERRED,
            None,
        ),
        (
            "004",
            "news.com.au",
            "NATO chief has ‘cautious optimism’",
            dt.date(2022, 2, 16),
            Basis.INFERRED,
            "news.com.au",
        ),
    ],
)
def test_the_seeds(seed: str, outlet: str, title: str, published: dt.date, basis: Basis, url: str | None) -> None:
    article = next(iter(read_articles([next(SEEDS.glob(seed + "*"))], CONFIG)))
    assert isinstance(article, Article)
    assert article.outlet == outlet
    assert article.title is not None
    assert article.title.startswith(title)
    assert (article.published, article.published_precision) == (published, DatePrecision.DAY)
    assert article.date_basis is basis
    assert (article.date_note or "").startswith("inferred") == (basis is Basis.INFERRED)
    assert (url in article.url) if url and article.url else article.url is None


def test_a_live_blog_that_runs_on_says_so() -> None:
    article = next(iter(read_articles([next(SEEDS.glob("000*"))], CONFIG)))
    assert isinstance(article, Article)
    assert article.latest is not None
    assert article.latest > dt.date(2022, 2, 14)
    assert article.anchor == article.latest
    assert any("run on" in note for note in article.notes)


# -- dates ------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "day", "precision"),
    [
        ("https://x.org/2022/02/16/europe/troops/index.html", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("https://x.org/world/2022/feb/16/troops", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("https://x.org/news/troops-2022-02-16/", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("https://x.org/news/20220216-troops", dt.date(2022, 2, 16), DatePrecision.DAY),
        ("https://x.org/2022/02/troops.html", dt.date(2022, 2, 1), DatePrecision.MONTH),
        ("https://x.org/news/article-10512345/troops", None, None),
        ("https://x.org/story/10244249002/", None, None),
        ("https://x.org/?date=2022-02-16", None, None),
    ],
)
def test_dates_in_addresses(url: str, day: dt.date | None, precision: DatePrecision | None) -> None:
    found = date_in_url(url)
    assert (found.day if found else None, found.precision if found else None) == (day, precision)


def test_the_manifest_is_believed_over_everything() -> None:
    said = {
        "a.txt": Hints(
            title="T", outlet="BBC News", published=dt.date(2014, 1, 1), published_precision=DatePrecision.YEAR
        )
    }
    article = read(report("The Gazette says", "2022-02-16", "https://www.cnn.com/2022/02/16/x"), said)
    assert (article.title, article.outlet, article.published_iso()) == ("T", "BBC", "2014")
    assert (article.outlet_basis, article.date_basis) == (Basis.MANIFEST, Basis.MANIFEST)
    assert article.anchor is None
    assert any("2022-02-16" in note for note in article.notes)


def test_a_manifest_entry_may_name_the_file_alone() -> None:
    said = {"a.txt": Hints(published=dt.date(2022, 2, 16), published_precision=DatePrecision.DAY)}
    assert read(report(), said, name="folder/a.txt").published == dt.date(2022, 2, 16)


def test_dates_that_contradict_are_told() -> None:
    article = read(report(TITLE, "20220218", "https://www.example.org/2022/02/16/x"))
    assert (article.published, article.date_basis) == (dt.date(2022, 2, 16), Basis.URL)
    assert article.notes == ("The address says 2022-02-16, the head 2022-02-18.",)


def test_a_day_is_preferred_to_the_month_that_holds_it() -> None:
    article = read(report(TITLE, "20220218", "https://www.example.org/2022/02/x.html"))
    assert (article.published_iso(), article.notes) == ("2022-02-18", ())


def test_a_dateline_with_its_year_dates_the_article() -> None:
    article = read(report(TITLE, "Klopstokia (AFP) April 19, 2025"))
    assert (article.published, article.date_basis, article.outlet) == (dt.date(2025, 4, 19), Basis.STATED, "AFP")


CAPTION = "Soldiers of Freedonia stand guard at the border on Friday, March 15, 2019. Picture: Ann Roe/AFP"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        # 15 March 2019 was a Friday
        (
            "The minister said on Friday that the troops would stay. On Thursday he had met the general.",
            dt.date(2019, 3, 15),
        ),
        (
            "The minister said on Saturday that the troops would stay. He had met the general on Friday. On Saturday"
            " shots fell.",
            dt.date(2019, 3, 16),
        ),
        (
            "The minister said today that the troops would stay. Shots were heard today. On Friday he met the"
            " general, who left"
            " today. Nobody was hurt on Friday.",
            dt.date(2019, 3, 16),
        ),
    ],
)
def test_the_day_is_inferred_from_captions_and_weekdays(said: str, day: dt.date) -> None:
    found = infer_date(said, CAPTION, TODAY)
    assert found is not None
    assert (found.day, found.precision) == (day, DatePrecision.DAY)


def test_a_newsroom_far_east_reports_a_day_later() -> None:
    said = "The minister said Friday that the troops would stay. On Friday he met the general."
    found = infer_date(said, CAPTION, TODAY, east=True)
    assert found is not None
    assert found.day == dt.date(2019, 3, 16)


def test_weekdays_tell_the_year_of_a_day_without_one() -> None:
    # 20 May was a Friday in 2016 and 2022; of the years from 2020 on, only 2022 fits.
    said = (
        "The war of 2020 is not over. The minister told reporters on Friday that today is May 20, a day to remember."
        " On Thursday"
        " the general had spoken of peace. Talks were held on Wednesday. The council will meet on Monday."
    )
    found = infer_date(said, "", TODAY)
    assert found is not None
    assert found.day == dt.date(2022, 5, 20)


@pytest.mark.parametrize(
    "said",
    [
        "The troops moved to the border. Nobody knows why.",
        "The minister said on Friday that the troops would stay. On Thursday he met the general. On Monday he left.",
        # A lone date with its year is history: reporters leave out the current year.
        "The war began on 7 October 2013. The minister said on Friday that it would end. On Thursday shots fell on"
        " Monday's graves.",
    ],
)
def test_no_day_is_made_up(said: str) -> None:
    assert infer_date(said, "", TODAY) is None


def test_a_story_that_was_updated_is_known_by_its_weekdays() -> None:
    said = " ".join(
        ["The ministry said on Friday that talks had ended.", "It was told on Friday that troops had left."] * 4
    )
    said += " On Thursday the army held exercises."
    thursday, friday = dt.date(2022, 8, 4), dt.date(2022, 8, 5)
    assert later_day(said, "", thursday) == friday
    assert later_day(said, "", friday) is None


# -- outlets ------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://feeds.reuters.com/~r/x", "Reuters"),
        ("https://www.thetimes-of-klopstokia.example/x", "thetimes-of-klopstokia.example"),
    ],
)
def test_the_address_tells_the_outlet(url: str, outlet: str) -> None:
    article = read(report(TITLE, url))
    assert (article.outlet, article.outlet_basis, article.host) == (outlet, Basis.URL, None)


def test_an_unknown_site_is_named_as_its_titles_name_it() -> None:
    article = read(report(f"{TITLE} | Klopstokia Gazette", "https://www.klopstokiagazette.example/x"))
    assert article.outlet == "Klopstokia Gazette"


@pytest.mark.parametrize(
    ("head", "body", "foot", "outlet"),
    [
        ("By Ann Roe for MailOnline", "", "", "Daily Mail"),
        ("ByAnn Roe For Mailonline", "", "", "Daily Mail"),
        ("Special for USA TODAY", "", "", "USA Today"),
        ("Washington Post Foreign Service", "", "", "The Washington Post"),
        ("", "(CNN) ", "", "CNN"),
        ("", "KLOPSTOKIA (Reuters) - ", "", "Reuters"),
        ("", "", "SOURCE: AL JAZEERA AND NEWS AGENCIES", "Al Jazeera"),
        ("", "", "(Reporting by Ann Roe; Editing by Bo Ek)", "Reuters"),
        ("", "", "© 2022 AFP", "AFP"),
        ("", "", "For more news: www.theguardian.com", "The Guardian"),
        ("", "", "Al Jazeera’s Ann Roe, reporting from Klopstokia, said the streets were empty.", "Al Jazeera"),
        ("", "", "“We are ready,” the general told the Guardian. He had told the Guardian so before.", "The Guardian"),
        ("", "", "The BBC understands that talks will be held.", "BBC"),
        ("", "", "", None),
        ("", "", "The general told Reuters that he was ready.", None),
        ("", "", "The sun rose over the hills, and it was time to leave.", None),
        ("", "", "“I saw them,” she said. “I will be there.”", None),
    ],
)
def test_the_outlet_is_inferred_from_how_a_text_speaks_of_itself(
    head: str, body: str, foot: str, outlet: str | None
) -> None:
    parts = [TITLE, head, body + PROSE[0], *PROSE[1:], foot]
    article = read("\n\n".join(part for part in parts if part))
    assert article.outlet == outlet
    assert article.outlet_basis is (Basis.INFERRED if outlet else Basis.UNKNOWN)


def test_a_papers_name_over_its_headline_is_its_outlet() -> None:
    head = (
        "Klopstokia Gazette",
        "Sat 14 Jun 2025  |  News  Sport  What's On  Jobs",
        TITLE,
        "By Local Democracy Reporter",
    )
    article = read(report(*head))
    assert (article.outlet, article.title, article.published) == ("Klopstokia Gazette", TITLE, dt.date(2025, 6, 14))


def test_a_portal_carries_what_others_write() -> None:
    article = read(report(TITLE, "https://www.msn.com/en-us/news/x", "By Ann Roe for the Daily Mail"))
    assert (article.outlet, article.host) == ("Daily Mail", "MSN")


def test_credits_are_agencies_and_not_photographers() -> None:
    foot = ("With reporting by Reuters, TASS, and AFP", "Picture: Ann Roe / Getty Images / EPA")
    article = read(report(TITLE, "By Ann Roe for Mail Online and AP", foot=foot))
    assert article.credits == ("Associated Press", "Reuters", "TASS", "AFP")
    assert article.outlet == "Daily Mail"


def test_the_config_adds_and_takes_out_outlets() -> None:
    config = Config(outlets={"Klopstokia Star": {"domains": ["star.example"]}, "CNN": None})
    outlets = outlets_of(config)
    assert outlets.canonical("https://www.star.example/x") == "Klopstokia Star"
    assert outlets.named("CNN") is None
    assert outlets_of(Config()).named("CNN") is not None
