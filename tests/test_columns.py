"""Columns: what earns its place when space is short, and the words in the cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import world
from tui import columns, words
from tui.columns import LISTS, fit
from tui.picture import group_rows
from tui.selection import Scope


@given(width=st.integers(10, 250), pane=st.sampled_from(sorted(LISTS)), wide=st.lists(st.integers(1, 80), min_size=11))
def test_columns_always_fit(width: int, pane: str, wide: list[int]) -> None:
    kept, gap = fit(LISTS[pane], [max(len(c.title), w) for c, w in zip(LISTS[pane], wide, strict=False)], width)
    assert kept
    assert sum(w for _, w in kept) + gap * (len(kept) - 1) <= width
    assert all(w >= 1 for _, w in kept)


@pytest.mark.parametrize(
    ("pane", "titles"),
    [
        ("figures", {"number", "of", "side", "does", "where", "who says so", "day"}),
        ("cyberattacks", {"target", "how", "blamed", "denied by", "day"}),
        ("meetings", {"day", "status", "who", "where", "length"}),
        ("sources", {"outlet", "articles", "records", "copies", "last seen"}),
    ],
)
def test_the_number_who_where_and_when_are_there_at_80_columns(pane: str, titles: set[str]) -> None:
    longest = [c.most for c in LISTS[pane]]  # the worst case: every cell as long as it may be
    kept, _ = fit(LISTS[pane], longest, 77)
    assert titles <= {c.title for c, _ in kept}


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "shown"),
    [
        (130000, 130000, "exact", "130,000"),
        (130000, 130000, "about", "~130,000"),
        (100000, None, "more_than", ">100,000"),
        (None, 8500, "up_to", "≤8,500"),
        (3000, 5000, "range", "3,000–5,000"),
        (10000, 99999, "vague", "10,000s"),
        (1200, 1200, "just_below", "nearly 1,200"),
        (None, None, "vague", "–"),
    ],
)
def test_numbers_as_they_were_hedged(low: int | None, high: int | None, qualifier: str, shown: str) -> None:
    assert words.number(low, high, qualifier) == shown


@pytest.mark.parametrize(("minutes", "shown"), [(45, "45 min"), (240, "4 h"), (330, "5 h 30"), (None, "–")])
def test_durations(minutes: int | None, shown: str) -> None:
    assert words.minutes(minutes) == shown


def cells(pane: str) -> list[dict[str, str]]:
    """Every row of a list in words."""
    data = world.data()
    rows = group_rows(data.frames, pane, data.picture(Scope()).rows[pane])
    return [{c.title: c.cell(row) for c in LISTS[pane]} for row in rows]


def test_who_says_so_names_the_outlet_only_where_it_speaks_for_itself() -> None:
    by_number = {row["number"]: row["who says so"] for row in cells("figures")}
    assert by_number["12,000"] == "Amal Idris"
    assert by_number["10,000s"] == "(Wire Four)"


def test_blame_and_denial_are_seen_at_a_glance() -> None:
    [attack] = cells("cyberattacks")
    assert attack["blamed"] == "Karsk, withheld"
    assert attack["denied by"] == "Karsk"


def test_a_claim_shows_what_stands_against_it() -> None:
    by_number = {row["number"]: row["±"] for row in cells("figures")}
    assert by_number["12,000"] == "≠1"
    assert by_number["~900"] == "–"


def test_every_cell_of_an_unknown_row_is_shown_as_unknown() -> None:
    for pane in ("figures", "cyberattacks", "meetings"):
        empty = dict.fromkeys(columns.needed(pane), None) | {
            "qualifier": "exact", "increment": False, "targets": "", "suspects": "", "denials": "", "attributions": "",
            "participants": "", "disputed": "", "source": "", "against": 0, "agreeing": 0, "mentions": 0, "outlets": 0,
            "texts": 0, "origins": 0,
        }  # fmt: skip
        shown = [c.cell(empty) for c in LISTS[pane]]
        assert "None" not in " ".join(shown)
        assert "nan" not in " ".join(shown)
