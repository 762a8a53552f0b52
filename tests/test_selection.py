"""The selection model: what each list shows under a scope, what the focus is tied to, where one can go back to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk import world
from tui.filter import FilterError
from tui.selection import LISTS, Data, Focus, History, Scope, Selection, settle
from tui.store.frames import RECORD_FRAMES


@pytest.fixture(scope="module")
def data() -> Data:
    return world.data()


def rows(data: Data, scope: Scope, pane: str) -> list[str]:
    """The articles whose records a list shows."""
    picture = data.picture(scope)
    return [str(a) for a in data.frames[pane]["article"].iloc[picture.rows[pane]]]


def test_no_scope_shows_everything(data: Data) -> None:
    picture = data.picture(Scope())
    for pane in LISTS:
        assert picture.shown[pane] == picture.totals[pane] > 0


def test_a_source_filters_every_list_and_the_titles_count(data: Data) -> None:
    scope = Scope(sources=("Harbour Post",))
    assert set(rows(data, scope, "figures")) == {"harbour.txt", "harbour2.txt"}
    assert rows(data, scope, "meetings") == ["harbour2.txt"]
    picture = data.picture(scope)
    assert picture.title("figures") == "2 of 7"
    assert picture.title("sources") == "1 of 5"


def test_sources_out_of_scope_stay_to_be_chosen(data: Data) -> None:
    listed = data.picture(Scope(sources=("Harbour Post",))).sources
    assert len(listed) == 5
    assert [r.outlet for r in listed if r.in_scope] == ["Harbour Post"]


def test_the_unknown_outlet_can_be_chosen(data: Data) -> None:
    assert rows(data, Scope(sources=("",)), "figures") == ["scrap.txt"]


def test_the_window_takes_the_day_a_record_is_about(data: Data) -> None:
    scope = Scope(since="2023-04-14", until="2023-04-15")
    assert rows(data, scope, "meetings") == ["delta.txt"]  # told on the 16th, held on the 14th
    assert set(rows(data, scope, "cyberattacks")) == {"harbour.txt", "lantern.txt"}
    assert "scrap.txt" not in rows(data, scope, "figures")  # no date: in no window


def test_as_of_leaves_what_was_published_by_then(data: Data) -> None:
    scope = Scope(as_of="2023-04-17")
    assert set(rows(data, scope, "figures")) == {"delta.txt", "harbour.txt"}
    assert {r.outlet for r in data.picture(scope).sources} == {"Delta Courier", "Harbour Post"}


def test_the_query_filters_every_list(data: Data) -> None:
    scope = Scope(query="side:Karsk")
    assert set(rows(data, scope, "figures")) == {"harbour2.txt", "wire.txt"}
    assert set(rows(data, scope, "meetings")) == {"harbour2.txt", "wire.txt"}
    assert rows(data, scope, "cyberattacks") == []  # attacks have no field side


def test_a_word_is_found_in_the_sentence_and_in_the_number(data: Data) -> None:
    assert rows(data, Scope(query="12,000"), "figures") == ["lantern.txt", "delta.txt"]
    assert rows(data, Scope(query="offline"), "cyberattacks") == ["harbour.txt"]


def test_parts_of_a_scope_add_up(data: Data) -> None:
    scope = Scope(sources=("Harbour Post",), query="number<1000")
    assert rows(data, scope, "figures") == ["harbour.txt"]


def test_a_query_that_cannot_be_read_says_where(data: Data) -> None:
    with pytest.raises(FilterError) as error:
        data.picture(Scope(query="side:Karsk numbr>3"))
    assert error.value.at == len("side:Karsk ")
    assert "number" in error.value.message


def test_chips_come_off_one_by_one() -> None:
    scope = Scope(sources=("A",), since="2023-01-01", until="2023-01-01", as_of="2023-02-01", query="x")
    assert [part for part, _ in scope.chips()] == ["sources", "window", "as_of", "query"]
    steps = []
    while scope.chips():
        scope = scope.without_last()
        steps.append(len(scope.chips()))
    assert steps == [3, 2, 1, 0]
    assert scope == Scope()


def test_the_focus_is_tied_to_its_article_source_and_day(data: Data) -> None:
    at = data.frames.cyberattacks.index[data.frames.cyberattacks["article"] == "harbour.txt"][0]
    focus = Focus("cyberattacks", str(data.frames.cyberattacks["row"].iloc[at]))
    links = data.links(focus)
    assert (links.article, links.day, links.outlets) == ("harbour.txt", "2023-04-15", frozenset({"Harbour Post"}))
    assert data.article_of(focus) == "harbour.txt"
    assert data.article_of(Focus("sources", "Harbour Post")) == "harbour2.txt"  # its newest
    assert data.article_of(Focus("figures", "no such row")) is None


def test_a_focus_that_is_filtered_away_goes_to_its_neighbour(data: Data) -> None:
    first = data.row_id(data.picture(Scope()), "figures", 0)
    selection = settle(data, Selection(Scope(sources=("Delta Courier",)), Focus("figures", first)))
    assert selection.focus is not None
    assert data.article_of(selection.focus) == "delta.txt"
    nothing = settle(data, Selection(Scope(query="zzz"), Focus("figures", first)))
    assert nothing.focus is None


def test_history_goes_back_and_forward_and_forgets_what_lay_ahead() -> None:
    a, b, c = (Selection(Scope(query=q)) for q in ("a", "b", "c"))
    history = History().visit(a)
    stepped = history.back(b)
    assert stepped is not None
    history, now = stepped
    assert now == a
    stepped = history.forward(now)
    assert stepped is not None
    assert stepped[1] == b
    assert history.visit(c).forward(c) is None
    assert History().back(a) is None


_DAYS = st.dates(dt.date(2023, 4, 12), dt.date(2023, 4, 22)).map(str)
_SCOPES = st.builds(
    Scope,
    sources=st.sets(st.sampled_from(["Harbour Post", "Delta Courier", "The Lantern", "Wire Four", ""])).map(
        lambda s: tuple(sorted(s))
    ),
    since=st.none() | _DAYS,
    until=st.none() | _DAYS,
    as_of=st.none() | _DAYS,
    query=st.sampled_from(["", "Karsk", "!Karsk", "side:Karsk|Sudan", "number>1000", "bank | talks", "date>2023-04-15"]),
)


@settings(max_examples=60, deadline=None)
@given(scope=_SCOPES)
def test_every_scope_is_consistent(scope: Scope) -> None:
    """Narrowing never adds; counts are the rows; indexes and ids are each other's inverse; sources add up."""
    data = world.data()
    picture, all_of_it = data.picture(scope), data.picture(Scope())
    for pane in RECORD_FRAMES:
        positions = list(picture.rows[pane])
        assert positions == sorted(positions)
        assert set(positions) <= set(all_of_it.rows[pane])
        assert picture.shown[pane] == len(positions)
        for i in range(len(positions)):
            assert data.index(picture, pane, data.row_id(picture, pane, i)) == i
        assert sum(getattr(r, pane) for r in picture.sources if r.in_scope) == len(positions)
    if scope.sources:
        wider = data.picture(replace(scope, sources=()))
        assert wider.sources == tuple(replace(r, in_scope=True) for r in picture.sources)
