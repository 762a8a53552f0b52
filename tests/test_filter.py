"""The filter language: what is read, what is a mistake and where, what matches."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.filter import (
    FIELDS,
    All,
    Any_,
    Field,
    FilterError,
    Not,
    Word,
    day_range,
    mask,
    missing_fields,
    number,
    parse,
    quoted,
)

FRAME = pd.DataFrame({
    "row": pd.Series(["a", "b", "c", "d"], dtype="str"),
    "side": pd.Series(["Sudan", "Karsk", None, "Karsk"], dtype="str").astype("category"),
    "place": pd.Series(["Nile crossings", "Narvia border", "Narvia", None], dtype="str").astype("category"),
    "movement": pd.Series(["massed", "to_be_sent", "present", "massed"], dtype="str").astype("category"),
    "low": pd.array([12000, None, 900, 10000], dtype="Int64"),
    "high": pd.array([12000, 5000, None, 99999], dtype="Int64"),
    "day": pd.Series(["2023-04-16", "2023-04-18", None, "2023-05-01"], dtype="datetime64[s]"),
    "evidence": pd.Series(["The army’s dam", "up to 5,000 soldiers", "more than 900", "10,000s"], dtype="str"),
    "targets": pd.Series(["Bank A; Bank B", "", "Ministry", ""], dtype="str"),
})  # fmt: skip


def matched(text: str) -> str:
    """The rows that a filter leaves."""
    return "".join(FRAME["row"][mask(parse(text), FRAME)])


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("dam", Word("dam")),
        ("dam army", All((Word("dam"), Word("army")))),
        ('"the dam"', Word("the dam")),
        ("a|b", Any_((Word("a"), Word("b")))),
        ("(a | b) c", All((Any_((Word("a"), Word("b"))), Word("c")))),
        ("side:Karsk|Sudan", Field("side", ":", ("Karsk", "Sudan"))),
        ("side:Karsk | place:Narvia", Any_((Field("side", ":", ("Karsk",)), Field("place", ":", ("Narvia",))))),
        ("!side:Karsk", Not(Field("side", ":", ("Karsk",)))),
        ("!!a", Not(Not(Word("a")))),
        ("number >= 150k", Field("number", ">=", ("150k",))),
        ('by:"Amal Idris"', Field("claimant", ":", ("Amal Idris",))),
        ("O’Neil 12,000 UN-led", All((Word("O’Neil"), Word("12,000"), Word("UN-led")))),
    ],
)
def test_what_is_read(text: str, tree: object) -> None:
    assert parse(text) == tree


def test_an_empty_filter_is_none_and_lets_everything_through() -> None:
    assert parse("  ") is None
    assert mask(None, FRAME).all()


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("side:", 5, "word"),
        ("a |", 3, "word"),
        ("(a", 2, "')'"),
        ("a)", 1, "the end"),
        ("a sde:b", 2, "did you mean side?"),
        ("number>many", 7, "a number"),
        ("date:yesterday", 5, "a date"),
        ("side>3", 0, "write side:3"),
        ("a = b", 0, "no field"),
        ("a > 3", 0, "no field"),
        ("> 5", 0, "quotes"),
    ],
)
def test_a_mistake_says_where_it_is_and_what_was_expected(text: str, at: int, says: str) -> None:
    with pytest.raises(FilterError) as error:
        parse(text)
    assert error.value.at == at
    assert says in error.value.message


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("karsk", "bd"),
        ("side:Karsk", "bd"),
        ("!side:Karsk", "ac"),
        ("side=Karsk place:narvia", "b"),
        ("place=Narvia", "c"),  # whole value, where : takes a part
        ("place:narvia", "bc"),
        ('movement:"to be sent"', "b"),  # codes are typed as words
        ("army's", "a"),  # straight quote for the curly one
        ("side:Sudan|Karsk massed", "ad"),
        ('target="Bank B"', "a"),
        ("12,000", "a"),
        ("number:12000", "ad"),  # inside an interval, or at an end of one
        ("number>11999", "ad"),
        ("number>12000", "d"),
        ("number<1000", "c"),
        ("number<=900", "c"),
        ("number>900", "abcd"),  # "more than 900" lies above 900, though 900 does not
        ("number<5000", "bc"),  # "up to 5,000" lies below, though 5,000 does not
        ("date:2023-04", "ab"),
        ("date>2023-04-16", "bd"),
        ("date>=2023-04-18 date<=2023", "bd"),
        ("date<2023-04-18", "a"),
        ("minutes>3", ""),  # no such column here
        ("!minutes>3", "abcd"),
    ],
)
def test_what_matches(text: str, rows: str) -> None:
    assert matched(text) == rows


def test_fields_that_a_list_lacks_are_named() -> None:
    assert missing_fields(parse("side:x (minutes>3 | outcome:y)"), FRAME) == ("minutes", "outcome")


def test_every_field_has_a_name_of_its_own() -> None:
    names = [name for spec in FIELDS for name in (spec.name, *spec.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("text", "value"), [("150,000", 150000), ("150k", 150000), ("1.5m", 1.5e6), ("12x", None)])
def test_numbers_as_people_type_them(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "span"),
    [("2024-02", ("2024-02-01", "2024-02-29")), ("2023", ("2023-01-01", "2023-12-31")), ("2023-13", None), ("x", None)],
)
def test_days_months_and_years(text: str, span: tuple[str, str] | None) -> None:
    assert day_range(text) == span


@given(st.text(max_size=40))
def test_no_text_is_a_crash(text: str) -> None:
    """Anything typed is a filter or a mistake with a place in the text."""
    mistake = None
    try:
        mask(parse(text), FRAME)
    except FilterError as error:
        mistake = error
    assert mistake is None or 0 <= mistake.at <= len(text)


@given(st.text(min_size=1, max_size=20).filter(lambda s: s.strip() and '"' not in s))
def test_a_quoted_value_comes_back_as_it_was(value: str) -> None:
    tree = parse(f"side={quoted(value)}")
    assert tree == Field("side", "=", (value,))
