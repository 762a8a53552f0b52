"""Cyberattacks: what is attacked, by whom, when, who says so and who denies it. The articles are written for these tests."""

from __future__ import annotations

import time

import pytest

from tests.extract.articles import article, gazetteer
from tests.extract.cyber_cases import CASES, NOTHING, Case, Want
from tui.extract.analysis import analyse
from tui.extract.cyberattacks import find_cyberattacks
from tui.records import Cyberattack, Realis

# What the rules still get wrong, case by case; a field that is mended has to leave this list.
OPEN = {
    "government portal destroyed": {"attributions"},  # "that it blames on Tehran": a relative clause of blame
    "voter database": {"targets"},  # two states for one description of their systems
    "telescope of banks and broadcasters": {"attributions"},  # "the government" for South Korea
    "a warning": {"suspects", "targets"},  # the state behind a group, named a sentence before; "between X and Y"
    "bank heist": {"denials"},  # the layer of people takes "York Fed" for one
    "fuel cards": {"targets"},  # a description that goes on with a relative clause
    "exchange and phishing": {"targets"},  # "the games" for the Olympics named before
}


def _records(text: str, day: str = "2021-06-16") -> list[Cyberattack]:
    return find_cyberattacks(analyse(article(text, day), gazetteer()))


def _matched(wants: tuple[Want, ...], records: list[Cyberattack]) -> list[tuple[Want, Cyberattack | None]]:
    """Each expected record with the found one that shares most targets and is as real."""
    left = list(records)
    out: list[tuple[Want, Cyberattack | None]] = []
    for want in wants:
        alike = [r for r in left if (r.realis is Realis.CONDITIONAL) == (want.realis == "conditional")]
        best = max(alike, key=lambda r: len(want.targets & set(r.targets)), default=None)
        if best is not None:
            left.remove(best)
        out.append((want, best))
    return out


def _wrong(want: Want, got: Cyberattack) -> set[str]:
    """The names of the fields that differ."""
    found: dict[str, tuple[object, object]] = {
        "targets": (want.targets, set(got.targets)),
        "type": (want.type, got.type.value),
        "date": ("" if want.date == "" else want.date, got.date or ""),
        "realis": (want.realis, got.realis.value),
        "suspects": (want.suspects, set(got.suspects)),
        "denials": (want.denials, {d.by for d in got.denials}),
        "attributions": (want.attributions, {(a.by, a.to) for a in got.attributions}),
    }
    return {field for field, (wanted, there) in found.items() if wanted is not None and wanted != there}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_records_of_an_article(case: Case) -> None:
    records = _records(case.text, case.day)
    matched = _matched(case.wants, records)
    assert all(got is not None for _, got in matched)
    assert len(records) == len(case.wants)
    wrong = {field for want, got in matched if got is not None for field in _wrong(want, got)}
    assert wrong == OPEN.get(case.name, set())


@pytest.mark.parametrize("name", NOTHING)
def test_talk_that_is_no_incident(name: str) -> None:
    assert _records(NOTHING[name]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_evidence_and_mentions_are_stretches_of_the_text(case: Case) -> None:
    for r in _records(case.text, case.day):
        assert case.text[r.start : r.end] == r.evidence
        assert r.mentions[0] == (r.start, r.end)
        assert len(set(r.mentions)) == len(r.mentions)
        assert all(0 <= a < b <= len(case.text) for a, b in r.mentions)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_fields_have_their_reasons(case: Case) -> None:
    for r in _records(case.text, case.day):
        told = {x.field for x in r.reasons}
        assert {"realis", "type", "evidence"} <= told
        assert r.date is None or "date" in told
        assert not r.suspects or "suspects" in told
        assert all(0 <= x.start <= x.end <= len(case.text) for x in r.reasons)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_the_same_text_gives_the_same_records(case: Case) -> None:
    assert _records(case.text, case.day) == _records(case.text, case.day)


def test_victims_of_one_wave_share_a_record() -> None:
    (record,) = _records(
        "Hackers knocked the websites of Orlen, Allegro and the Warsaw stock exchange offline on Tuesday.\n"
        "The attack lasted about an hour.",
    )
    assert len(record.targets) == 3
    assert len(record.mentions) == 2


def test_attacks_on_other_days_stand_apart() -> None:
    first, second = _records(
        "Hackers broke into the network of Orlen on June 14.\n"
        "On May 2, intruders stole the personal data of 40,000 customers from Allegro.",
    )
    assert (first.targets, first.date) == (("Orlen",), "2021-06-14")
    assert (second.targets, second.date) == (("Allegro",), "2021-05-02")


def test_a_list_of_victims_with_dates_is_a_list_of_attacks() -> None:
    records = _records(
        "The gang has hacked companies across the region.\n"
        "Its largest intrusions include:\n"
        "Northwind Foods - a grocer in Singapore (Mar 2021)\n"
        "Contoso Rail - a train operator in Malaysia (May 2021)\n",
    )
    listed = {r.targets[0]: r.date for r in records if r.targets}
    assert {"Northwind Foods": "2021-03", "Contoso Rail": "2021-05"}.items() <= listed.items()


def test_a_warning_is_a_record_of_its_own() -> None:
    real, feared = _records(
        "Hackers stole data from Orlen on Monday.\n"
        "Officials warned that hackers could shut down power plants and the railways.",
    )
    assert real.realis is Realis.ACTUAL
    assert feared.realis is Realis.CONDITIONAL
    assert "power plants" in feared.targets


def test_withheld_blame_names_nobody() -> None:
    (record,) = _records(
        "Orlen was hit by a ransomware attack on Monday.\nThe FBI declined to say who was behind the attack."
    )
    assert [(a.by, a.to) for a in record.attributions] == [("FBI", None)]
    assert record.suspects == ()


def test_each_party_blamed_is_an_attribution() -> None:
    (record,) = _records(
        "The website of Orlen was knocked offline by hackers.\nIran blamed the United States and Israel for the attack."
    )
    assert [(a.by, a.to) for a in record.attributions] == [("Iran", "United States"), ("Iran", "Israel")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hack " * 3000,
        "cyberattack on " * 1500,
        "Hackers hit " + ", ".join(f"Bank {k}" for k in range(800)) + ".",
        "(" * 4000 + "ransomware" + ")" * 4000,
        '"' * 3000 + ' hackers stole data from "',
        "Hackers \x00 stole \ufffd data \u202e from \U0001f600 the bank.",
    ],
    ids=["empty", "hack", "on", "list", "brackets", "quotes", "odd"],
)
def test_hostile_text_ends_soon(text: str) -> None:
    began = time.perf_counter()
    _records(text)
    assert time.perf_counter() - began < 10
