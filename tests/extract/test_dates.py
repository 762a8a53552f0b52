"""Dates against the day of publication: one test per form, and the failures of ready-made parsers as tests."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.dates import find_dates
from tui.records import DatePrecision

WEDNESDAY = dt.date(2022, 2, 16)


def values(text: str, anchor: dt.date | None = WEDNESDAY) -> list[str]:
    return [d.value for d in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a weekday takes the direction of its verb
        ("The minister said on Tuesday that talks had failed.", "2022-02-15"),
        ("The minister said Tuesday that talks had failed.", "2022-02-15"),
        ("On Friday, rebels seized the town.", "2022-02-11"),
        ("The two presidents will meet on Friday.", "2022-02-18"),
        ("Talks are due to resume on Friday in Doha.", "2022-02-18"),
        ("The envoys agreed to meet again on Friday.", "2022-02-18"),
        ("He flew to Doha to meet the envoys on Friday.", "2022-02-11"),
        ("The Houthi delegation is flying to Muscat on Friday.", "2022-02-18"),
        ("Kim to meet Trump on Friday", "2022-02-18"),
        ("The leaders meet in Astana on Friday.", "2022-02-18"),
        ("Soldiers are seen at a checkpoint in Kidal on Friday.", "2022-02-11"),
        ("Troops take part in a drill near Seoul on Friday.", "2022-02-11"),
        ("The army on Friday denied the report.", "2022-02-11"),
        ("The army will on Friday begin its withdrawal.", "2022-02-18"),
        ("The talks scheduled for Friday were called off.", "2022-02-18"),
        ("He has not ruled out an attack by Friday.", "2022-02-18"),
        ("The ceasefire lasted until Friday.", "2022-02-11"),
        ("They were given until Friday to leave.", "2022-02-18"),
        ("Forecasters were not predicting an attack on Friday.", "2022-02-18"),
        ("An attack could be coming at 3 am on Friday.", "2022-02-18"),
        ("Parliament on Tuesday voted to urge the president to act.", "2022-02-15"),
        ("The talks were to finish with a news conference later Tuesday.", "2022-02-15"),
        ("The envoy to Yemen spoke on Tuesday.", "2022-02-15"),
        ("On Tuesday, the ambassador to France apologised.", "2022-02-15"),
        ("Since Friday the border has been shut.", "2022-02-11"),
        ("The transition is supposed to begin on Aug. 1.", "2022-08-01"),
        ("The powers called for a pause in fighting to begin on Friday.", "2022-02-18"),
        ('He is ready to meet the general "personally" in Istanbul on Friday.', "2022-02-18"),
        ("He was to hold talks in Hanoi and lay a wreath on Friday.", "2022-02-18"),
        ("The convoy was expected to arrive on Tuesday.", "2022-02-15"),
        ("The convoy was expected to arrive on Friday.", "2022-02-18"),
        ("The prime minister has called an all-party meeting at 5pm on Friday.", "2022-02-18"),
        ("The president is off to Paris on Friday to see the chancellor.", "2022-02-18"),
        ("The vote is on Friday.", "2022-02-18"),
        ("The marines arrived to coincide with the minister's visit on Friday.", "2022-02-11"),
        # the weekday of publication
        ("The general said on Wednesday that the city had fallen.", "2022-02-16"),
        ("The council will meet on Wednesday.", "2022-02-16"),
        # possessives and qualified weekdays
        ("Monday's attack killed four soldiers.", "2022-02-14"),
        ("They arrived ahead of Friday's summit.", "2022-02-18"),
        ("They met last Friday.", "2022-02-11"),
        ("They meet next Monday.", "2022-02-21"),
        ("They will meet this Friday.", "2022-02-18"),
        ("They met on Tuesday last week.", "2022-02-08"),
        ("They will meet on Tuesday next week.", "2022-02-22"),
        ("He spoke to the prime minister on Monday night.", "2022-02-14"),
        # nearby days
        ("The defence ministry said today that it was leaving.", "2022-02-16"),
        ("The pair spoke this morning.", "2022-02-16"),
        ("The pair spoke yesterday.", "2022-02-15"),
        ("The pair spoke last night.", "2022-02-15"),
        ("Hackers took down the site overnight.", "2022-02-15"),
        ("He travels to Goma tomorrow.", "2022-02-17"),
        ("They met the day before yesterday.", "2022-02-14"),
        ("They met three days ago.", "2022-02-13"),
        ("They meet in two days' time.", "2022-02-18"),
        ("He spoke to Putin over the weekend.", "2022-02-12"),
        ("They will speak again at the weekend.", "2022-02-19"),
        ("He left Mali last weekend.", "2022-02-12"),
        # spans are months, years are years
        ("The envoy met rebels earlier this week.", "2022-02"),
        ("The envoy met rebels late last month.", "2022-01"),
        ("The chancellor will visit next week.", "2022-02"),
        ("The chancellor will visit next month.", "2022-03"),
        ("The force left last year.", "2021"),
        ("They met two weeks ago.", "2022-02"),
        ("They met two months ago.", "2021-12"),
        ("They met two years ago.", "2020"),
        ("Drills begin at the end of the month.", "2022-02"),
        ("Drills begin at the end of the week.", "2022-02"),
        ("The army was rebuilt last summer.", "2021"),
        # dates
        ("The summit is on 20 February.", "2022-02-20"),
        ("The attack began on Feb. 15.", "2022-02-15"),
        ("The attack began on February 15, 2022, at dawn.", "2022-02-15"),
        ("The attack began on the 15th of February.", "2022-02-15"),
        ("The attack began on Tuesday, Feb. 15.", "2022-02-15"),
        ("The attack began on January 20.", "2022-01-20"),
        ("The attack began on 30 December.", "2021-12-30"),
        ("Pelosi met Tsai on Aug. 3.", "2021-08-03"),
        ("Elections will be held on Aug. 3.", "2022-08-03"),
        ("The attack began on 15 September last year.", "2021-09-15"),
        ("The attack began on 2022-02-14.", "2022-02-14"),
        ("The attack began on 14/02/2022.", "2022-02-14"),
        ("The attack began on 02/14/2022.", "2022-02-14"),
        ("The attack began on 14.02.2022.", "2022-02-14"),
        ("The attack began on 10/02/2022.", "2022-02-10"),
        # months
        ("In December the rebels took the town.", "2021-12"),
        ("Moscow set out demands in November.", "2021-11"),
        ("Elections will be held in May.", "2022-05"),
        ("The force arrived in March 2013.", "2013-03"),
        ("Satellite images from early February showed tanks.", "2022-02"),
        ("They signed it in October last year.", "2021-10"),
        ("They signed it last December.", "2021-12"),
        ("A January summit failed.", "2022-01"),
        ("The May summit failed.", "2021-05"),
        ("The annexation in 2014 was condemned.", "2014"),
        ("The 2015 Minsk agreements failed.", "2015"),
        ("They met on New Year's Day.", "2022-01-01"),
        ("Talks are planned for Christmas Day.", "2022-12-25"),
    ],
)
def test_a_form(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He visits Kyiv and Moscow on Feb. 14-15.", ["2022-02-14", "2022-02-15"]),
        ("He visits Kyiv and Moscow on 14 and 15 February.", ["2022-02-14", "2022-02-15"]),
        ("The drill will run from Friday to Sunday.", ["2022-02-18", "2022-02-20"]),
        ("He said on Tuesday that they will meet on Friday.", ["2022-02-15", "2022-02-18"]),
        ("On Monday he said the strike on Saturday had killed ten.", ["2022-02-14", "2022-02-12"]),
        ("Prices may rise in February or March.", ["2022-02", "2022-03"]),
    ],
)
def test_several_dates(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia may march on Kyiv.",
        "Theresa May met May Lin and June Carter.",
        "People take part in the Unity March in Kyiv.",
        "The Mayor of Marchena spoke.",
        "The March on Rome is remembered.",
        "They talked for three days and two weeks.",
        "Attacks have grown in recent weeks and in the coming days.",
        "The Sunday Times, the Mail on Sunday and The Sun. reported it.",
        "Black Friday sales and Good Friday prayers",
        "He told Radio 4's Today programme and USA Today.",
        "Some 2,014 troops and 1,999 police were sent with 2022 rifles.",
        "War raged in the 1990s.",
        "The 17th brigade marched at 5.30 and 16:30.",
        "An overnight train brought them.",
        "Seventy-seven years ago they fought.",
        "Several days ago they met.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday and flew home the same day.", ["2022-02-14", "2022-02-14"]),
        ("They met on Monday and again two days later.", ["2022-02-14", "2022-02-16"]),
        ("The envoy met the rebels on the same day.", ["2022-02-10"]),
        ("A day earlier, the envoy had met the rebels.", ["2022-02-09"]),
        ("The following day the town fell.", ["2022-02-11"]),
        ("The town fell a day after the ceasefire.", []),
    ],
)
def test_days_counted_from_a_day_named_before(text: str, expected: list[str]) -> None:
    found = find_dates(text, WEDNESDAY, last=dt.date(2022, 2, 10))
    assert [d.value for d in found] == expected


def test_the_same_day_as_nothing_named_is_no_date() -> None:
    assert values("They met on the same day.") == []


def test_what_is_near_is_never_moved_a_year() -> None:
    assert values("The Games ended on 20 February.") == ["2022-02-20"]
    assert values("They met on 28 December.", dt.date(2022, 1, 3)) == ["2021-12-28"]
    assert values("They will meet on 5 January.", dt.date(2021, 12, 28)) == ["2022-01-05"]
    assert values("In December they met.", dt.date(2022, 1, 10)) == ["2021-12"]


def test_the_weekend_seen_from_the_weekend() -> None:
    saturday, sunday, monday = (dt.date(2022, 2, d) for d in (12, 13, 14))
    assert values("He spoke to Putin this weekend.", sunday) == ["2022-02-12"]
    assert values("They will meet this weekend.", saturday) == ["2022-02-12"]
    assert values("They met over the weekend.", monday) == ["2022-02-12"]
    assert values("They will meet next weekend.", sunday) == ["2022-02-19"]


def test_an_anchor_that_is_no_day_gives_the_year_alone() -> None:
    text = "On Tuesday he said that they had met on 16 August, yesterday and in May 2013."
    year = find_dates(text, dt.date(2014, 1, 1), DatePrecision.YEAR)
    assert [d.value for d in year] == ["2014-08-16", "2013-05"]
    assert [d.value for d in find_dates(text, None, DatePrecision.UNKNOWN)] == ["2013-05"]


def test_precision_and_place_of_a_date() -> None:
    text = "Since November, and on Feb. 15, 2022, and in 2014."
    month, day, year = find_dates(text, WEDNESDAY)
    assert (month.precision, day.precision, year.precision) == (
        DatePrecision.MONTH,
        DatePrecision.DAY,
        DatePrecision.UNKNOWN,
    )
    assert [text[d.start : d.end] for d in (month, day, year)] == ["November", "Feb. 15, 2022", "2014"]


@given(st.text(alphabet="MTWFSondayuesthri Febuary2021-.,/ th of May march ago weeks'\n\x00", max_size=120))
def test_any_text_gives_dates_in_order_that_do_not_overlap(text: str) -> None:
    found = find_dates(text, WEDNESDAY)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_hostile_input_ends() -> None:
    for text in ("Monday " * 3000, "1 " * 9000 + "February", "2022-" * 5000, "in " * 9000 + "May", "the " * 9000):
        find_dates(text, WEDNESDAY)
