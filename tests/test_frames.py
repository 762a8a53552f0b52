"""Frames: documented columns and dtypes whatever goes in, unknown kept unknown, newest first."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.desk import world
from tui.ledger.ledger import Ledger
from tui.store.frames import SCHEMAS, build, copied, first_day


@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
def test_every_frame_has_exactly_its_documented_columns_and_dtypes(full: bool) -> None:
    frames = world.data().frames if full else build([], Ledger(world.contains))
    for name, schema in SCHEMAS.items():
        frame = frames[name]
        assert list(frame.columns) == [c.name for c in schema]
        assert {c.name: str(frame[c.name].dtype) for c in schema} == {c.name: c.dtype for c in schema}


def test_a_row_holds_what_the_record_says_and_unknown_is_not_a_value() -> None:
    figures = world.data().frames.figures
    sent = figures[figures["movement"] == "to_be_sent"].iloc[0]
    assert pd.isna(sent["low"])
    assert sent["high"] == 5000
    assert pd.isna(figures[figures["article"] == "scrap.txt"].iloc[0]["source"])
    assert figures["evidence"].str.contains("Rapid Brigade").sum() == 1


def test_what_was_blamed_and_denied_is_told_by_whom() -> None:
    attacks = world.data().frames.cyberattacks.set_index("article")
    assert attacks.loc["harbour.txt", "attributions"] == "Lena Ostrow → Karsk"
    assert attacks.loc["harbour.txt", "denials"] == "Karsk denies responsibility"
    assert attacks.loc["lantern.txt", "attributions"] == "United States → withheld"


def test_rows_stand_newest_first_and_those_without_a_day_last() -> None:
    frames = world.data().frames
    for name in ("claims", "attack_events", "meeting_events"):
        days = frames[name]["day"]
        known = days.dropna()
        assert known.is_monotonic_decreasing
        assert days.isna().tolist() == sorted(days.isna().tolist())


def test_the_day_of_an_event_is_its_own_and_else_the_day_of_the_report() -> None:
    meetings = world.data().frames.meetings.set_index("article")
    assert meetings.loc["delta.txt", "day"] == pd.Timestamp("2023-04-14")
    figures = world.data().frames.figures.set_index("article")
    assert figures.loc["wire.txt", "day"] == pd.Timestamp("2023-04-19")


def test_sources_count_articles_and_records_most_records_first() -> None:
    sources = world.data().frames.sources
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


def test_the_same_words_in_two_files_are_two_reports_of_one_claim() -> None:
    frames = world.data(copies=2).frames
    assert frames.figures["row"].is_unique
    assert frames.figures["id"].nunique() * 2 == len(frames.figures)
    claim = frames.claims.set_index("side").loc["Sudan"]
    assert claim["texts"].tolist() == [2, 1]  # a copy is no text of its own
    assert len(frames.claims) == len(world.data().frames.claims)


def test_reports_stand_with_their_claim_the_earliest_first() -> None:
    frames = world.data().frames
    codes = frames.figures["group"].cat.codes
    assert codes.is_monotonic_increasing
    assert list(frames.figures["group"].cat.categories) == frames.claims["id"].tolist()
    said_twice = frames.figures[frames.figures["claimant"] == "Amal Idris"]
    assert said_twice["article"].tolist() == ["delta.txt", "lantern.txt"]


def test_a_claim_carries_its_four_counts_and_its_standing() -> None:
    claims = world.data().frames.claims
    idris = claims[claims["claimant"] == "Amal Idris"].iloc[0]
    assert (idris["mentions"], idris["outlets"], idris["texts"], idris["origins"]) == (2, 2, 2, 1)
    assert idris["against"] == 1  # the brigade's "more than 20,000"
    attack = world.data().frames.attack_events.iloc[0]
    assert (attack["outlets"], attack["status"]) == (2, "over")
    assert attack["attributions"] == "Lena Ostrow → Karsk; United States → withheld"


def test_a_report_that_an_other_outlet_had_first_is_a_copy() -> None:
    told = pd.DataFrame({"source": ["A", "B", "B"], "text": ["x", "x", "y"],
                         "published": pd.to_datetime(["2023-01-01", "2023-01-02", "2023-01-02"])})  # fmt: skip
    assert copied(told).tolist() == [False, True, False]
