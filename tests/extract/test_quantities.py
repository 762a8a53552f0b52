"""The quantity grammar: one case for each form that news English gives a number."""

from __future__ import annotations

import pytest

from tui.extract.fold import fold
from tui.extract.model import Quantity
from tui.extract.quantities import find_quantities
from tui.records import Qualifier

E, A, B = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.JUST_BELOW
M, L, U, F = Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.UP_TO, Qualifier.FEWER_THAN
R, V = Qualifier.RANGE, Qualifier.VAGUE


def counts(text: str) -> list[Quantity]:
    return [q for q in find_quantities(fold(text)) if q.kind == "count"]


# words, what is read, low, high, qualifier
ONE_NUMBER: list[tuple[str, int | None, int | None, Qualifier]] = [
    # digits
    ("4,500 troops", 4500, 4500, E),
    ("1000-strong force", 1000, 1000, E),
    ("200 000 soldiers", 200_000, 200_000, E),
    ("200.000 soldiers", 200_000, 200_000, E),
    ("100k troops", 100_000, 100_000, E),
    ("1.5m people", 1_500_000, 1_500_000, E),
    ("3 million men", 3_000_000, 3_000_000, E),
    ("1.3 lakh jawans", 130_000, 130_000, E),
    ("2000 soldiers", 2000, 2000, E),
    # words
    ("three thousand soldiers", 3000, 3000, E),
    ("twenty-two soldiers", 22, 22, E),
    ("twenty two soldiers", 22, 22, E),
    ("three hundred and fifty men", 350, 350, E),
    ("two hundred thousand men", 200_000, 200_000, E),
    ("a hundred fighters", 100, 100, E),
    ("a thousand fighters", 1000, 1000, E),
    ("half a million men", 500_000, 500_000, E),
    ("a quarter of a million men", 250_000, 250_000, E),
    ("one and a half million men", 1_500_000, 1_500_000, E),
    ("two-and-a-half thousand men", 2500, 2500, E),
    ("a dozen fighters", 12, 12, E),
    ("half a dozen fighters", 6, 6, E),
    ("two dozen fighters", 24, 24, E),
    ("three battalions", 3, 3, E),
    # qualifiers
    ("more than 100,000 troops", 100_000, None, M),
    ("over 100,000 troops", 100_000, None, M),
    ("well over 100,000 troops", 100_000, None, M),
    ("just over 600 troops", 600, None, M),
    ("in excess of 1,000 troops", 1000, None, M),
    ("upwards of 300 fighters", 300, None, M),
    ("100,000-plus troops", 100_000, None, M),
    ("an estimated 100,000 plus soldiers", 100_000, None, M),
    ("130,000+ troops", 130_000, None, M),
    ("at least 40 soldiers", 40, None, L),
    ("no fewer than 200 men", 200, None, L),
    ("not less than 200 men", 200, None, L),
    ("a minimum of 200 men", 200, None, L),
    ("5,000 or more men", 5000, None, L),
    ("up to 4,000 troops", None, 4000, U),
    ("as many as 14,500 fighters", None, 14_500, U),
    ("no more than 500 troops", None, 500, U),
    ("up to around 5,000 troops", None, 5000, U),
    ("a maximum of 300 advisers", None, 300, U),
    ("fewer than 900 troops", None, 900, F),
    ("less than 900 troops", None, 900, F),
    ("nearly 5,000 troops", 5000, 5000, B),
    ("almost half a million troops", 500_000, 500_000, B),
    ("close to 200 soldiers", 200, 200, B),
    ("just under 5,000 troops", 5000, 5000, B),
    ("some 200 soldiers", 200, 200, A),
    ("about 200 soldiers", 200, 200, A),
    ("around 200 soldiers", 200, 200, A),
    ("roughly 200 soldiers", 200, 200, A),
    ("approximately 200 soldiers", 200, 200, A),
    ("an estimated 200 soldiers", 200, 200, A),
    ("its estimated 2,000 troops", 2000, 2000, A),
    ("5,000 or so troops", 5000, 5000, A),
    ("100-odd thousand reserves", 100_000, 100_000, A),
    ("40-odd soldiers", 40, 40, A),
    ("a couple of hundred soldiers", 200, 200, A),
    ("a couple hundred soldiers", 200, 200, A),
    ("an expected 30,000 troops", 30_000, 30_000, E),
    ("only 500 troops", 500, 500, E),
    # ranges
    ("between 130,000 and 150,000 troops", 130_000, 150_000, R),
    ("169,000 to 190,000 troops", 169_000, 190_000, R),
    ("from 8,000 to 10,000 troops", 8000, 10_000, R),
    ("400-500 fighters", 400, 500, R),
    ("400–500 fighters", 400, 500, R),
    ("20,000 to 25,000 men", 20_000, 25_000, R),
    ("20-25,000 men", 20_000, 25_000, R),
    ("1.5 million to 2 million people", 1_500_000, 2_000_000, R),
    ("some 1.5 million to 2 million people", 1_500_000, 2_000_000, R),
    ("1.5 to 2 million people", 1_500_000, 2_000_000, R),
    ("three to four thousand men", 3000, 4000, R),
    ("two or three hundred men", 200, 300, R),
    ("100 to 1,000 men", 100, 1000, R),
    ("5,000 to perhaps 7,000 men", 5000, 7000, R),
    ("at least 1,000 and up to 2,000 men", 1000, 2000, R),
    # vague magnitudes
    ("dozens of soldiers", 12, 99, V),
    ("scores of soldiers", 20, 99, V),
    ("hundreds of soldiers", 100, 999, V),
    ("several hundred soldiers", 100, 999, V),
    ("a few hundred soldiers", 100, 999, V),
    ("the few hundred soldiers", 100, 999, V),
    ("thousands of soldiers", 1000, 9999, V),
    ("several thousand soldiers", 1000, 9999, V),
    ("many thousands of soldiers", 1000, 9999, V),
    ("tens of thousands of soldiers", 10_000, 99_999, V),
    ("hundreds of thousands of soldiers", 100_000, 999_999, V),
    ("hundreds, if not thousands, of soldiers", 100, 9999, V),
    ("hundreds or even thousands of soldiers", 100, 9999, V),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), ONE_NUMBER)
@pytest.mark.parametrize("frame", ["{}", "Officials counted {} in the valley.", "“{}”"])
def test_one_number_is_one_interval(
    frame: str, text: str, low: int | None, high: int | None, qualifier: Qualifier
) -> None:
    (found,) = counts(frame.format(text))
    assert (found.low, found.high, found.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("sent well over 1,200 troops", "1,200", "well over 1,200"),
        ("sent a further 8,500 troops", "8,500", "a further 8,500"),
        ("sent between 10 and 20 men", "10 and 20", "between 10 and 20"),
        ("sent 3,000 more troops", "3,000", "3,000 more"),
        ("sent 100-odd thousand men", "100-odd thousand", "100-odd thousand"),
    ],
)
def test_spans_of_the_number_and_of_its_words(text: str, number: str, whole: str) -> None:
    (found,) = counts(text)
    assert text[slice(*found.number)] == number
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    "text",
    [
        "a further 8,500 troops",
        "an additional 18,000 reserve soldiers",
        "another 30,000 fighters",
        "at least another 500 men",
        "3,000 more troops",
        "3,000 extra troops",
        "thousands more troops",
        "thousands of additional troops",
        "four fresh battlegroups",
        "2,000 new recruits",
    ],
)
def test_increments(text: str) -> None:
    (found,) = counts(text)
    assert found.increment


@pytest.mark.parametrize("text", ["3,000 troops", "3,000 more than last year", "more than 3,000 troops"])
def test_no_increment(text: str) -> None:
    (found,) = counts(text)
    assert not found.increment


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The garrison grew from 100,000 to 130,000.", [(100_000, 100_000), (130_000, 130_000)]),
        ("They will cut the force from 5,000 to 2,500.", [(5000, 5000), (2500, 2500)]),
        ("four battlegroups of 1,000 troops", [(4, 4), (1000, 1000)]),
        ("1,000 soldiers to Mali and 2,000 to Niger", [(1000, 1000), (2000, 2000)]),
        ("900 French troops, 140 Chadian and 250 Dutch", [(900, 900), (140, 140), (250, 250)]),
        ("500 plus 200 marines", [(500, 500), (200, 200)]),
        ("two soldiers and one officer", [(2, 2), (1, 1)]),
    ],
)
def test_numbers_that_stay_apart(text: str, values: list[tuple[int, int]]) -> None:
    assert [(q.low, q.high) for q in counts(text)] == values


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("half of the 30,000 troops", "part of"),
        ("a third of its 5,000 troops", "part of"),
        ("most of the estimated 2,000 fighters", "part of"),
        ("Numbers fell from 9,000 to 5,200", "change from"),
    ],
)
def test_rules_that_say_what_the_number_is_part_of(text: str, rule: str) -> None:
    assert counts(text)[0].rule == rule


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("60 per cent of its land forces", "percent"),
        ("60% of its forces", "percent"),
        ("10 to 20 percent of them", "percent"),
        ("$5 million for soldiers", "money"),
        ("£1.5bn", "money"),
        ("€200 million", "money"),
        ("20 euros", "money"),
        ("hundreds of millions of dollars", "money"),
        ("Rs 5 crore", "money"),
        ("the 82nd Airborne", "ordinal"),
        ("the 45th Brigade", "ordinal"),
        ("the twenty-first century", "ordinal"),
        ("two-thirds of the force", "fraction"),
        ("three quarters of the force", "fraction"),
        ("in 2014 soldiers came", "year"),
        ("since 2014", "year"),
        ("the 1990s", "year"),
        ("2014-2016", "year"),
        ("a 26-year-old soldier", "age"),
        ("a soldier aged 26", "age"),
        ("3pm", "time"),
        ("at 10.30 a.m.", "time"),
        ("10:30", "time"),
        ("48 hours", "time"),
        ("a three-day visit", "time"),
        ("20 years of war", "time"),
        ("20 February", "time"),
        ("January 20", "time"),
        ("Feb. 20", "time"),
        ("16 May", "time"),
        ("20 km from the border", "measure"),
        ("a 300-mile front", "measure"),
        ("155mm shells", "measure"),
        ("1.5 tonnes", "measure"),
        ("three times", "measure"),
        ("an S-400 battery", "name"),
        ("flight MH17", "name"),
        ("Unit 731", "name"),
        ("No. 10", "name"),
        ("Resolution 2254", "name"),
    ],
)
def test_what_only_looks_like_a_count(text: str, kind: str) -> None:
    found = find_quantities(fold(text))
    assert found
    assert {q.kind for q in found} == {kind}


@pytest.mark.parametrize("text", ["16 may have died", "10 march north"])
def test_a_verb_is_no_month(text: str) -> None:
    assert [q.low for q in counts(text)] == [int(text[:2])]


@pytest.mark.parametrize("text", ["no number here", "", "a soldier of the army", "the first brigade", "None of them"])
def test_no_number(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    "unit", ["1 ", "one ", "1,", "a ", "-", "1,000 to ", "hundreds of ", "and a half ", "twenty-", "9" * 50]
)
def test_hostile_length_is_read_in_linear_steps(unit: str) -> None:
    """Quantities never overlap and never leave the text, however long the run of number words."""
    text = unit * 3000
    last = 0
    for q in find_quantities(text):
        assert last <= q.start <= q.number[0] < q.number[1] <= q.end <= len(text)
        last = q.end
