"""Dates as they are stated."""

from __future__ import annotations

import datetime as dt

import pytest

from tui.corpus.stated import parse_date, parse_time
from tui.records import DatePrecision

DAY = dt.date(2022, 2, 16)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-16", "2022/02/16", "2022_02_16", "20220216", "16 February 2022", "16th of February, 2022",
        "Feb. 16, 2022", "February 16th 2022", "16-Feb-2022", "16.02.2022", "16/02/2022", "02/16/2022",
        "Wed, 16 Feb 2022 10:00:00 +0000", "In 2021 and on 16 Feb 2022", "16 feb 2022",
    ],
)  # fmt: skip
def test_days_in_every_form(text: str) -> None:
    stated = parse_date(text)
    assert stated is not None
    assert (stated.day, stated.precision) == (DAY, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2022-02-16T06:24:27Z", dt.datetime(2022, 2, 16, 6, 24, 27, tzinfo=dt.UTC)),
        ("2022-02-16 18:07:43-05:00", dt.datetime(2022, 2, 16, 18, 7, 43, tzinfo=dt.timezone(dt.timedelta(hours=-5)))),
        ("20:53 GMT, 16 February 2022", dt.datetime(2022, 2, 16, 20, 53, tzinfo=dt.UTC)),
        ("Feb. 16, 2022, 2:05 PM", dt.datetime(2022, 2, 16, 14, 5)),
        ("16 Feb 2022 12:05 a.m.", dt.datetime(2022, 2, 16, 0, 5)),
        ("16 Feb 2022 14.03 IST", dt.datetime(2022, 2, 16, 14, 3)),  # India, Ireland, Israel
        ("16 Feb 2022 99:99", None),
    ],
)
def test_times_and_zones(text: str, time: dt.datetime | None) -> None:
    stated = parse_date(text)
    assert stated is not None
    assert stated.time == time


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("February 2022", dt.date(2022, 2, 1), DatePrecision.MONTH),
        ("2022-02", dt.date(2022, 2, 1), DatePrecision.MONTH),
        ("2014", dt.date(2014, 1, 1), DatePrecision.YEAR),
        ("11/06/2021", dt.date(2021, 1, 1), DatePrecision.YEAR),
        ("11/06/2021 - 17:22", dt.date(2021, 6, 11), DatePrecision.DAY),
        ("11/06/2021 5:22 PM", dt.date(2021, 11, 6), DatePrecision.DAY),
    ],
)
def test_less_than_a_day_and_which_comes_first(text: str, day: dt.date, precision: DatePrecision) -> None:
    stated = parse_date(text)
    assert stated is not None
    assert (stated.day, stated.precision) == (day, precision)


@pytest.mark.parametrize("text", ["", "no date", "31 February", "99/99/2022 or 123456789", "1,2014", "16:05"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("3:29pm", dt.time(15, 29)),
        ("12.45 GMT", dt.time(12, 45)),
        ("17:05", dt.time(17, 5)),
        ("25:00", None),
        ("noon", None),
    ],
)
def test_times_of_day(text: str, time: dt.time | None) -> None:
    found = parse_time(text)
    assert (found[0] if found else None) == time
