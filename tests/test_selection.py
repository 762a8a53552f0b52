"""The selection model: what each list shows under a scope, what the focus is tied to, where one can go back to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk import world
from tui.filter import FilterError
from tui.picture import Data, settle
from tui.selection import LISTS, Focus, History, Scope, Selection
from tui.store.frames import RECORD_FRAMES


@pytest.fixture(scope="module")
def data() -> Data:
    return world.data()


def rows(data: Data, scope: Scope, pane: str) -> list[str]:
    """The articles whose reports a list shows."""
    picture = data.picture(scope)
    return sorted(data.at(scope.as_of).frames[pane]["article"][picture.reports[pane]].astype(str))


def test_no_scope_shows_everything(data: Data) -> None:
    picture = data.picture(Scope())
    for pane in LISTS:
        assert picture.shown[pane] == picture.totals[pane] > 0


def test_a_source_filters_every_list_and_the_titles_count(data: Data) -> None:
    scope = Scope(sources=("Harbour Post",))
    assert set(rows(data, scope, "figures")) == {"harbour.txt", "harbour2.txt"}
    assert rows(data, scope, "meetings") == ["harbour2.txt"]
    picture = data.picture(scope)
    assert picture.title("figures") == "2 of 6"
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
    assert set(rows(data, scope, "figures")) == {"delta.txt", "harbour.txt", "scrap.txt"}  # undated: perhaps before
    assert {r.outlet for r in data.picture(scope).sources} == {"Delta Courier", "Harbour Post", ""}


def test_the_query_filters_every_list(data: Data) -> None:
    scope = Scope(query="side:Karsk")
    assert set(rows(data, scope, "figures")) == {"harbour2.txt", "wire.txt"}
    assert set(rows(data, scope, "meetings")) == {"harbour2.txt", "wire.txt"}
    assert rows(data, scope, "cyberattacks") == []  # attacks have no field side


def test_a_word_is_found_in_the_sentence_and_in_the_number(data: Data) -> None:
    assert rows(data, Scope(query="12,000"), "figures") == ["delta.txt", "lantern.txt"]
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


def row_of(data: Data, pane: str, article: str) -> str:
    """The claim or event that an article tells."""
    frame = data.frames[pane]
    return str(frame["group"][frame["article"] == article].iloc[0])


def test_a_claim_is_shown_where_any_report_of_it_is_in_scope(data: Data) -> None:
    claim = row_of(data, "figures", "lantern.txt")
    for source in ("The Lantern", "Delta Courier"):
        picture = data.picture(Scope(sources=(source,)))
        assert data.index(picture, "figures", claim) is not None
        at = data.report(picture, Focus("figures", claim))
        assert at is not None
        assert data.frames.figures["source"].iloc[at] == source  # and is read where the scope tells it


def test_the_focus_is_tied_to_its_article_its_day_and_who_reports_it(data: Data) -> None:
    picture = data.picture(Scope())
    focus = Focus("cyberattacks", row_of(data, "cyberattacks", "harbour.txt"))
    links = data.links(picture, focus)
    assert links.day == "2023-04-15"
    assert links.outlets == {"Harbour Post", "The Lantern"}
    tied = data.frames.claims["claimant"].iloc[list(links.groups["figures"])]
    assert tied.tolist() == ["United Nations"]  # the figure in the same article
    assert data.article_of(picture, focus) == ("harbour.txt", data.frames.cyberattacks["id"].iloc[0])


def test_a_claim_is_tied_to_those_that_contradict_it(data: Data) -> None:
    focus = Focus("figures", row_of(data, "figures", "lantern.txt"))
    links = data.links(data.picture(Scope()), focus)
    against = data.frames.claims.set_index("id").loc[list(links.against), "claimant"]
    assert against.tolist() == ["Rapid Brigade"]


def test_another_report_of_the_claim_can_be_read(data: Data) -> None:
    picture = data.picture(Scope())
    claim = row_of(data, "figures", "lantern.txt")
    positions = data.reports(picture, "figures", claim)
    second = str(data.frames.figures["row"].iloc[positions[1]])
    assert data.article_of(picture, Focus("figures", claim)) != data.article_of(
        picture, Focus("figures", claim, second)
    )


def test_an_outlet_opens_its_newest_article_and_nothing_opens_nothing(data: Data) -> None:
    picture = data.picture(Scope())
    assert data.article_of(picture, Focus("sources", "Harbour Post")) == ("harbour2.txt", "")
    assert data.article_of(picture, Focus("figures", "no such row")) is None
    assert data.article_of(picture, None) is None


def test_the_picture_of_an_earlier_day_is_weighed_as_it_was_known(data: Data) -> None:
    then = data.at("2023-04-17")
    assert then.frames.attack_events["status"].tolist() == ["unspecified"]
    assert data.frames.attack_events["status"].tolist() == ["over"]  # told a day later
    idris = then.frames.claims.set_index("claimant").loc["Amal Idris"]
    assert (idris["outlets"], idris["mentions"]) == (1, 1)
    assert data.picture(Scope(as_of="2023-04-17")).title("meetings") == "1 of 3"


def test_a_focus_that_is_filtered_away_goes_to_a_neighbour(data: Data) -> None:
    first = data.row_id(data.picture(Scope()), "figures", 0)
    scope = Scope(sources=("Delta Courier",))
    selection = settle(data, Selection(scope, Focus("figures", first)))
    assert selection.focus is not None
    place = data.article_of(data.picture(scope), selection.focus)
    assert place is not None
    assert place[0] == "delta.txt"
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
    query=st.sampled_from(
        ["", "Karsk", "!Karsk", "side:Karsk|Sudan", "number>1000", "bank | talks", "date>2023-04-15"]
    ),
)


@settings(max_examples=60, deadline=None)
@given(scope=_SCOPES)
def test_every_scope_is_consistent(scope: Scope) -> None:
    """Narrowing never adds; counts are the rows; indexes and ids are each other's inverse; sources add up."""
    data = world.data()
    picture, all_of_it = data.picture(scope), data.picture(Scope(as_of=scope.as_of))
    then = data.at(scope.as_of)
    for pane in RECORD_FRAMES:
        positions = list(picture.rows[pane])
        assert positions == sorted(positions)
        assert set(positions) <= set(all_of_it.rows[pane])
        assert picture.shown[pane] == len(positions)
        for i in range(len(positions)):
            row = then.row_id(picture, pane, i)
            assert then.index(picture, pane, row) == i
            assert then.reports(picture, pane, row)
        assert sum(getattr(r, pane) for r in picture.sources if r.in_scope) == picture.reports[pane].sum()
    if scope.sources:
        wider = data.picture(replace(scope, sources=()))
        assert wider.sources == tuple(replace(r, in_scope=True) for r in picture.sources)
