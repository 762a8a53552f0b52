"""Claims and events in the store are those that a ledger makes of all its records, however they came and went."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.stock import Stocked
from benchmarks.world import World
from tests.ledger.made import make_world
from tests.ledger.test_matching import met
from tui.ledger.model import Report
from tui.store import step
from tui.store.database import Store
from tui.store.groups import claim_row, event_row, standing_row
from tui.store.step import bring_in_step, generation, in_step
from tui.store.weigh import weigh

_NOT_SHOWN = ("view_id", "base", "since", "until", "last")
Rows = dict[str, dict[str, Any]]


def stored(stocked: Stocked) -> tuple[Rows, Rows, dict[str, set[str]]]:
    """Claims, events and the articles of each, as the store has them."""
    out: list[Rows] = []
    members: dict[str, set[str]] = {}
    for tables in (("claim",), ("attack_event", "meeting_event")):
        rows: Rows = {}
        for table in tables:
            names = [r[0] for r in stocked.store.read(f"SELECT name FROM pragma_table_info('{table}')")]
            for values in stocked.store.read(f"SELECT * FROM {table}"):
                row = dict(zip(names, values, strict=True))
                rows[row["id"]] = {k: v for k, v in row.items() if k not in _NOT_SHOWN}
        out.append(rows)
    for table in ("claim_report", "attack_report", "meeting_report"):
        for item, name in stocked.store.read(
            f"SELECT item, article.name FROM {table} JOIN article ON article.id = article_id"
        ):
            members.setdefault(item, set()).add(name)
    return out[0], out[1], members


def whole(stocked: Stocked) -> tuple[Rows, Rows, dict[str, set[str]]]:
    """The same as a ledger of all records has them."""
    ledger = weigh(stocked.library)
    claims = {
        c.id: claim_row(c, c.reports) | standing_row(c.counts.origins, ledger.related(c), ledger.grade(c))
        for c in ledger.claims()
    }
    for claim in ledger.claims():
        row = claims[claim.id]
        row["first"] = claim.first
        del row["day"]
    events = {e.id: event_row(e, ledger.grade_event(e)) for e in [*ledger.attacks(), *ledger.meetings()]}
    members = {c.id: {r.record.article for r in c.reports} for c in ledger.claims()}
    for event in [*ledger.attacks(), *ledger.meetings()]:
        members[event.id] = {r.record.article for r in event.reports}
    return claims, events, members


def check(stocked: Stocked) -> None:
    assert in_step(stocked.library)
    found, right = stored(stocked), whole(stocked)
    assert found[2] == right[2]
    assert found[1] == right[1]
    assert found[0] == right[0]


@pytest.fixture
def stocked(tmp_path: Path) -> Stocked:
    return Stocked(Store.open(tmp_path / "s.db"), tmp_path / "articles")


def world(seed: int) -> list[list[Report]]:
    """Articles of a made world, and of a crowded one, each with its reports."""
    made: dict[str, list[Report]] = {}
    for told in make_world(seed, 18).told:
        made.setdefault(f"made/{told.report.record.article}", []).append(told.report)
    crowded = [reports for reports in World(seed, days=25).articles(90) if reports]
    return [*made.values(), *crowded]


@pytest.mark.parametrize("seed", range(4))
def test_step_by_step_is_the_same_as_all_at_once(
    stocked: Stocked, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step, "BULK", 25 if seed % 2 else 10_000)  # now and then everything is gone through
    monkeypatch.setattr("tui.store.step_events.RUN", 1 + seed % 3)
    random_ = random.Random(seed)
    waiting = world(seed)
    random_.shuffle(waiting)
    there: list[str] = []
    while waiting:
        for _ in range(min(len(waiting), random_.choice((1, 2, 5, 40)))):
            reports = waiting.pop()
            stocked.put(reports)
            there.append(reports[0].record.article)
        for _ in range(random_.choice((0, 0, 1, 3))):
            if there:
                name = random_.choice(there)
                stocked.take(name)
                there = [t for t in there if t != name]
        bring_in_step(stocked.library)
        if random_.random() < 0.3:
            check(stocked)
    check(stocked)


def test_nothing_is_done_where_nothing_changed(stocked: Stocked) -> None:
    for reports in world(1)[:20]:
        stocked.put(reports)
    assert bring_in_step(stocked.library).claims > 0
    assert in_step(stocked.library)
    assert bring_in_step(stocked.library) == step.Step(0, 0)
    before = generation(stocked.store)
    stocked.take(world(1)[0][0].record.article)
    assert generation(stocked.store) > before
    assert not in_step(stocked.library)


def test_a_step_that_is_cancelled_is_taken_up_again(stocked: Stocked) -> None:
    for reports in world(2):
        stocked.put(reports)
    asked = itertools.count()
    bring_in_step(stocked.library, cancelled=lambda: next(asked) > 3)
    assert not in_step(stocked.library)
    bring_in_step(stocked.library)
    check(stocked)


def test_another_weigher_weighs_again(stocked: Stocked, monkeypatch: pytest.MonkeyPatch) -> None:
    for reports in world(3)[:30]:
        stocked.put(reports)
    bring_in_step(stocked.library)
    monkeypatch.setattr("tui.store.step.weigher_key", lambda config: "another")
    assert not in_step(stocked.library)
    assert bring_in_step(stocked.library).claims > 0
    assert stocked.store.read("SELECT count(*) FROM view") == [(1,)]


def test_who_is_overtaken_starts_over(stocked: Stocked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process brings the same view in step while this one is at work."""
    for reports in world(4)[:30]:
        stocked.put(reports)
    other = Stocked(Store.open(stocked.store.path), stocked.library.roots[0])
    overtaken: list[bool] = []

    def tell(text: str) -> None:
        if not overtaken:
            overtaken.append(True)
            bring_in_step(other.library)

    bring_in_step(stocked.library, tell)
    assert overtaken
    check(stocked)


def test_two_views_of_one_store_are_apart(stocked: Stocked, tmp_path: Path) -> None:
    other = Stocked(stocked.store, tmp_path / "others")
    for n, reports in enumerate(world(5)[:40]):
        (stocked if n % 2 else other).put(reports)
    for each in (stocked, other):
        bring_in_step(each.library)
    views = stocked.store.read("SELECT view_id, count(*) FROM claim GROUP BY view_id")
    assert len(views) == 2
    for each in (stocked, other):
        claims = weigh(each.library).claims()
        assert len(claims) in [count for _, count in views]


def test_an_event_whose_id_changed_is_still_found(stocked: Stocked) -> None:
    stocked.put([met("/Mali", "Bo Chen/Niger", told="2020-06-12")])
    bring_in_step(stocked.library)
    (before,) = stocked.store.read("SELECT id FROM meeting_event")[0]
    stocked.put([met("Ann Bell/Mali", "Bo Chen/Niger", date="2020-06-10", told="2020-06-11")])
    bring_in_step(stocked.library)
    (now,) = stocked.store.read("SELECT id FROM meeting_event")[0]
    assert now != before
    assert stocked.store.read("SELECT now FROM renamed WHERE was = ?", (before,)) == [(now,)]


def test_reports_of_one_article_compete_across_months(stocked: Stocked, monkeypatch: pytest.MonkeyPatch) -> None:
    """What names December takes December's call, so that what names no day is left with November's: in either month."""
    monkeypatch.setattr("tui.store.step_events.RUN", 1)
    who = ("Ann Bell/India", "Bo Chen/China")
    stocked.put([met(*who, date="2022-11-30", told="2022-12-01", format="phone")])
    stocked.put([met(*who, date="2022-12-03", told="2022-12-03", format="phone")])
    stocked.put([
        met(*who, date="2022-12", told="2022-12-04", format="phone", article="both"),
        met(*who, told="2022-12-04", format="unspecified", article="both"),
    ])  # fmt: skip
    bring_in_step(stocked.library)
    check(stocked)
    assert sorted(len(e.reports) for e in weigh(stocked.library).meetings()) == [2, 2]
