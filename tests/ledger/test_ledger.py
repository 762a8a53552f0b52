"""The ledger on a made world: merging, counting, verdicts, ids, and independence of the order of arrival."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.made import START, World, figure, make_world
from tui.ledger.brief import as_html, as_json, as_markdown, brief
from tui.ledger.counts import count
from tui.ledger.intervals import interval
from tui.ledger.ledger import Ledger
from tui.ledger.model import Event, FigureClaim, Report, VerdictKind
from tui.ledger.series import envelope, series
from tui.ledger.verdicts import verdict
from tui.records import Movement, Qualifier, Realis, Stance

SEEDS = (1, 2, 3, 4, 5)


def nowhere(outer: str, inner: str) -> bool:
    """No place holds another."""
    return False


def filled(reports: list[Report]) -> Ledger:
    ledger = Ledger(nowhere)
    for report in reports:
        ledger.add([report])
    return ledger


def items(ledger: Ledger) -> list[FigureClaim | Event]:
    return [*ledger.claims(), *ledger.attacks(), *ledger.meetings()]


def truths(world: World) -> dict[tuple[str, str], str]:
    return {t.report.key: t.truth for t in world.told}


def pairwise(world: World) -> tuple[float, float]:
    """Precision and recall of the pairs of reports that are put together."""
    truth = truths(world)
    found = {
        pair
        for item in items(filled([t.report for t in world.told]))
        for pair in itertools.combinations(sorted(r.key for r in item.reports), 2)
    }
    by_truth: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, name in truth.items():
        by_truth[name].append(key)
    right = {pair for keys in by_truth.values() for pair in itertools.combinations(sorted(keys), 2)}
    return len(found & right) / len(found), len(found & right) / len(right)


@pytest.mark.parametrize("seed", SEEDS)
def test_reports_of_one_truth_are_put_together(seed: int) -> None:
    precision, recall = pairwise(make_world(seed))
    assert 2 * precision * recall / (precision + recall) >= 0.95


@pytest.mark.parametrize("seed", SEEDS)
def test_the_four_counts_are_exact(seed: int) -> None:
    world = make_world(seed)
    truth = truths(world)
    for item in items(filled([t.report for t in world.told])):
        names = {truth[r.key] for r in item.reports}
        if len(names) == 1 and len(item.reports) == sum(1 for t in world.told if t.truth in names):
            c = item.counts
            assert (c.mentions, c.outlets, c.texts, c.origins) == world.counts[names.pop()]


@pytest.mark.parametrize("seed", SEEDS)
def test_verdicts(seed: int) -> None:
    world = make_world(seed)
    truth = truths(world)
    claims = {truth[c.reports[0].key]: c for c in filled([t.report for t in world.told]).claims()}
    answers = [verdict(claims[p.a], claims[p.b], nowhere).kind is p.verdict for p in world.pairs]
    assert len(answers) > 50
    assert sum(answers) / len(answers) >= 0.95


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 1000))
def test_the_order_of_arrival_makes_no_difference(order: random.Random, seed: int) -> None:
    reports = [t.report for t in make_world(seed, 12).told]
    shuffled = list(reports)
    order.shuffle(shuffled)
    one, two = filled(reports), Ledger(nowhere)
    for n, report in enumerate(shuffled):
        two.add([report])
        if n % 7 == 0:
            items(two)  # asked in between, it must end the same
    assert items(one) == items(two)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 1000))
def test_what_is_removed_leaves_no_trace(order: random.Random, seed: int) -> None:
    reports = [t.report for t in make_world(seed, 12).told]
    gone = set(order.sample([r.record.article for r in reports], 5))
    ledger = filled(reports)
    items(ledger)
    for article in gone:
        ledger.remove(article)
    assert items(ledger) == items(filled([r for r in reports if r.record.article not in gone]))


@pytest.mark.parametrize("seed", SEEDS)
def test_new_articles_extend_claims_and_keep_their_ids(seed: int) -> None:
    reports = [t.report for t in make_world(seed).told]
    figures = [r for r in reports if r.record.kind == "troop_figure"]
    half = filled(figures[::2])
    before = {r.key: c.id for c in half.claims() for r in c.reports}
    half.add(figures[1::2])
    after = {r.key: c.id for c in half.claims() for r in c.reports}
    assert all(after[key] == claim for key, claim in before.items())


def report(day: int = 0, outlet: str = "Outlet 1", text: str = "t", **more: Any) -> Report:
    article = f"{outlet}{day}{text}{len(more)}{more.get('low')}{more.get('claimant')}"
    return Report(figure(article, outlet, START + dt.timedelta(days=day), **more), text)


def answer(a: Report, b: Report) -> VerdictKind:
    first, second = (filled([r]).claims()[0] for r in (a, b))
    one, two = verdict(first, second, nowhere), verdict(second, first, nowhere)
    assert one.kind is two.kind, "a verdict is symmetric"
    return one.kind


@pytest.mark.parametrize(
    ("a", "b", "right"),
    [
        ((100_000, None, "more_than"), (130_000, 130_000, "exact"), VerdictKind.COMPATIBLE),
        ((120_000, 120_000, "exact"), (150_000, None, "at_least"), VerdictKind.CONTRADICT),
        ((150_000, 150_000, "exact"), (150_000, None, "more_than"), VerdictKind.COMPATIBLE),
        ((130_000, 130_000, "about"), (125_000, 125_000, "exact"), VerdictKind.AGREE),
        ((130_000, 130_000, "exact"), (130_000, 150_000, "range"), VerdictKind.AGREE),
        ((100_000, None, "more_than"), (100_000, None, "more_than"), VerdictKind.AGREE),
        ((100_000, None, "more_than"), (150_000, None, "more_than"), VerdictKind.COMPATIBLE),
        ((None, 90_000, "up_to"), (100_000, None, "more_than"), VerdictKind.CONTRADICT),
        ((1000, 9999, "vague"), (4000, 4000, "exact"), VerdictKind.COMPATIBLE),
        ((100, 999, "vague"), (4000, 4000, "exact"), VerdictKind.CONTRADICT),
        ((5000, 5000, "just_below"), (4700, 4700, "exact"), VerdictKind.AGREE),
        ((5000, 5000, "just_below"), (5400, 5400, "exact"), VerdictKind.CONTRADICT),
    ],
)
def test_interval_logic(
    a: tuple[int | None, int | None, str], b: tuple[int | None, int | None, str], right: VerdictKind
) -> None:
    one, two = (
        report(low=low, high=high, qualifier=Qualifier(q), claimant=who)
        for (low, high, q), who in zip((a, b), ("Ann", "Bob"), strict=True)
    )
    assert answer(one, two) is right


def test_what_cannot_be_compared() -> None:
    base = report(claimant="Ann")
    for other in (
        {"side": "Borland"},
        {"movement": Movement.STANDBY},
        {"realis": Realis.PLANNED},
        {"increment": True},
        {"place": "Erland"},
    ):
        assert answer(base, report(claimant="Bob", **other)) is VerdictKind.NOT_COMPARABLE
    assert answer(base, report(day=9, claimant="Bob")) is VerdictKind.NOT_COMPARABLE


def test_a_denial_stands_against_what_it_denies() -> None:
    assert answer(report(claimant="Ann"), report(claimant="Bob", stance=Stance.DENIES)) is VerdictKind.CONTRADICT


def test_a_place_within_another_is_another_scope() -> None:
    a, b = filled([report(claimant="Ann")]).claims()[0], filled([report(claimant="Bob", place="Dorland")]).claims()[0]
    answered = verdict(a, b, lambda outer, inner: (outer, inner) == ("Borland border", "Dorland"))
    assert answered.kind is VerdictKind.SCOPE_DIFFERS
    assert "Dorland lies within Borland border" in answered.why


def test_ten_copies_of_one_text_are_one_origin() -> None:
    copies = [report(outlet=f"Outlet {n}", text="wire") for n in range(10)]
    counts = count(copies)
    assert (counts.mentions, counts.outlets, counts.texts, counts.origins) == (10, 10, 1, 1)


def test_ten_outlets_at_one_briefing_are_one_origin() -> None:
    counts = count([report(outlet=f"Outlet {n}", text=f"{n}", claimant="Ann") for n in range(10)])
    assert (counts.outlets, counts.texts, counts.origins) == (10, 10, 1)


def test_grades_say_why() -> None:
    ledger = Ledger(nowhere, {"Outlet 1": "B"})
    ledger.add([report(claimant="Ann", text="1"), report(claimant="Bob", text="2"),
                report(claimant="Cid", text="3", low=9000, high=9000),
                report(claimant="Dot", text="4", realis=Realis.PLANNED)])  # fmt: skip
    grades = {c.claimant: ledger.grade(c) for c in ledger.claims()}
    assert str(grades["Ann"]) == "B2"
    assert "2 independent origins against 1" in grades["Ann"].why
    assert str(grades["Cid"]) == "B5"
    assert str(grades["Dot"]) == "B6"


def test_an_interval_of_an_open_end() -> None:
    assert interval(5, None, "more_than").open
    assert interval(None, 5, "up_to").open
    assert not interval(5, 5, "exact").open


def test_status_follows_the_latest_report_and_keeps_its_history() -> None:
    world = make_world(7)
    meeting = next(e for e in filled([t.report for t in world.told]).meetings() if len(e.history) > 1)
    assert [status for _, status in meeting.history] == ["planned", "held"]
    assert meeting.status == "held"


def test_series_and_envelope_as_of_a_day() -> None:
    ledger = filled([
        report(day=0, claimant="Ann", low=100, high=None, qualifier=Qualifier.MORE_THAN),
        report(day=2, claimant="Bob", low=120, high=120),
        report(day=5, claimant="Ann", low=150, high=150),
        report(day=5, claimant="Ann", low=50, high=50, increment=True),
        report(day=5, claimant="Eve", low=70, high=70, movement=Movement.WITHDRAWN),
    ])  # fmt: skip
    points = series(ledger.claims(), nowhere, side="Arland", place="Borland border")
    assert [(p.first, p.claimant) for p in points] == [
        ("2021-03-01", "Ann"), ("2021-03-03", "Bob"), ("2021-03-06", "Ann")]  # fmt: skip

    def known(day: str) -> tuple[int | None, int | None] | None:
        found = envelope(points, day)
        return (found.low, found.high) if found else None

    assert known("2021-02-28") is None
    assert known("2021-03-02") == (100, None)
    assert known("2021-03-04") == (100, None)
    assert known("2021-03-06") == (120, 150)


def test_a_brief_carries_sources_and_counts_in_every_statement() -> None:
    ledger = filled([t.report for t in make_world(3).told])
    made = brief(ledger)
    statements = [s for section in made.sections for s in section.statements]
    assert len(statements) == len(items(ledger))
    assert all(s.sources and s.counts.mentions for s in statements)
    text = as_markdown(made)
    assert text.count("origins]") + text.count("origin]") == len(statements)
    assert "against:" in text
    assert as_html(made).count("<li>") == len(statements)
    assert as_json(made).count('"grade"') == len(statements)


def test_article_text_cannot_become_markup_in_a_brief() -> None:
    ledger = filled([report(claimant="<script>alert(1)</script>[x](y)")])
    assert "<script>" not in as_html(brief(ledger))
    assert "[x](y)" not in as_markdown(brief(ledger))
