"""Frames: documented columns and dtypes whatever goes in, unknown kept unknown, newest first."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.desk import world
from tui.store.frames import SCHEMAS, build, first_day


@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
def test_every_frame_has_exactly_its_documented_columns_and_dtypes(full: bool) -> None:
    frames = build(world.articles() if full else [], world.records() if full else [])
    for name, schema in SCHEMAS.items():
        frame = frames[name]
        assert list(frame.columns) == [c.name for c in schema]
        assert {c.name: str(frame[c.name].dtype) for c in schema} == {c.name: c.dtype for c in schema}


def test_a_row_holds_what_the_record_says_and_unknown_is_not_a_value() -> None:
    figures = build(world.articles(), world.records()).figures
    sent = figures[figures["movement"] == "to_be_sent"].iloc[0]
    assert pd.isna(sent["low"])
    assert sent["high"] == 5000
    assert pd.isna(figures[figures["article"] == "scrap.txt"].iloc[0]["source"])
    assert figures["evidence"].str.contains("Rapid Brigade").sum() == 1


def test_what_was_blamed_and_denied_is_told_by_whom() -> None:
    attacks = build(world.articles(), world.records()).cyberattacks.set_index("article")
    assert attacks.loc["harbour.txt", "attributions"] == "Lena Ostrow: Karsk"
    assert attacks.loc["harbour.txt", "denials"] == "Karsk: responsibility"
    assert attacks.loc["lantern.txt", "attributions"] == "United States: withheld"


def test_rows_stand_newest_first_and_those_without_a_day_last() -> None:
    frames = build(world.articles(), world.records())
    for name in ("figures", "cyberattacks", "meetings"):
        days = frames[name]["day"]
        known = days.dropna()
        assert known.is_monotonic_decreasing
        assert days.isna().tolist() == sorted(days.isna().tolist())


def test_the_day_of_an_event_is_its_own_and_else_the_day_of_the_report() -> None:
    meetings = build(world.articles(), world.records()).meetings.set_index("article")
    assert meetings.loc["delta.txt", "day"] == pd.Timestamp("2023-04-14")
    figures = build(world.articles(), world.records()).figures.set_index("article")
    assert figures.loc["wire.txt", "day"] == pd.Timestamp("2023-04-19")


def test_sources_count_articles_and_records_most_records_first() -> None:
    sources = build(world.articles(), world.records()).sources
    rows = sources.set_index("outlet")
    assert rows.loc["Harbour Post", "articles"] == 2
    assert rows.loc["Harbour Post", "records"] == 4
    assert rows.loc["", "records"] == 1
    assert sources["records"].is_monotonic_decreasing


@pytest.mark.parametrize(
    ("given", "day"), [("2022", "2022-01-01"), ("2022-03", "2022-03-01"), ("2022-03-09", "2022-03-09"), (None, None)]
)
def test_a_month_or_year_stands_at_its_first_day(given: str | None, day: str | None) -> None:
    assert first_day(given) == day


def test_the_same_words_in_two_files_are_two_rows() -> None:
    copies = [world.articles()[0], world.articles()[0]]
    from dataclasses import replace

    copies[1] = replace(copies[1], id="copy.txt")
    originals = [r for r in world.records() if r.article == copies[0].id]
    again = [replace(r, article="copy.txt") for r in originals]
    figures = build(copies, [*originals, *again]).figures
    assert figures["row"].is_unique
    assert figures["id"].nunique() * 2 == len(figures)
