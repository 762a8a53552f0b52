"""What the shared layers count relative dates from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.extract.articles import article, gazetteer
from tui.corpus.model import Article, Post
from tui.extract.analysis import analyse

THURSDAY = "2022-08-04"


def dates(told: Article) -> list[str]:
    return [d.value for v in analyse(told, gazetteer()).views for d in v.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China said Friday it would suspend talks.\nEarlier Friday, the envoys met.", ["2022-08-05", "2022-08-05"]),
        ("China said Thursday it would end talks.\nEarlier Thursday, the envoys met.", ["2022-08-04", "2022-08-04"]),
        ("China said Friday it would suspend talks.", ["2022-07-29"]),
    ],
)
def test_earlier_on_a_weekday_is_today(text: str, expected: list[str]) -> None:
    assert dates(article(text, THURSDAY)) == expected


def test_a_later_day_of_telling_counts() -> None:
    told = article("The envoys met on Friday.", THURSDAY)
    assert dates(replace(told, latest=dt.date(2022, 8, 6))) == ["2022-08-05"]


def test_a_dated_post_has_its_own_day() -> None:
    told = article("The envoys met yesterday.", THURSDAY)
    post = Post(0, len(told.text), published=dt.datetime(2022, 8, 2, 9))
    sentences = tuple(replace(s, post=0) for s in told.sentences)
    assert dates(replace(told, posts=(post,), sentences=sentences)) == ["2022-08-01"]


def test_the_same_day_counts_from_the_sentence_before() -> None:
    told = article("Kuleba met the president on Tuesday.\nHe met Blinken on the same day.", THURSDAY)
    assert dates(told) == ["2022-08-02", "2022-08-02"]
