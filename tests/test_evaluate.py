"""`newsdash evaluate`: counts, intervals, fields, groups and misses on made annotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main
from tui.config import Config
from tui.evaluate import Tally, evaluate, wilson
from tui.evaluate.match import Matcher, same_text
from tui.extract.gazetteer import Gazetteer

MATCHER = Matcher(Gazetteer.from_config(Config()))
SENTENCE = "Sudan said on Monday that 3,000 Eritrean soldiers had crossed the border near Kassala."
OTHER = "The army of Chad sent a further 500 men to the town of Adre on Tuesday."


def figure(sentence: str = SENTENCE, **more: Any) -> dict[str, Any]:
    row = {
        "article": "a.txt", "kind": "troop_figure", "evidence": sentence, "low": 3000, "high": 3000, "unit": "troops",
        "qualifier": "exact", "side": "Eritrea", "place": "Sudan border", "movement": "deployed", "claimant": "Sudan",
        "realis": "actual",
    }  # fmt: skip
    return {**row, **more}


def annotated(sentence: str = SENTENCE, **more: Any) -> dict[str, Any]:
    row = figure(sentence, **more)
    row["quote"] = row.pop("evidence")
    return row


def tally(gold: list[dict[str, Any]], found: list[dict[str, Any]], kind: str = "troop_figure") -> Tally:
    return evaluate(gold, found, MATCHER).tallies()[kind]


def test_a_perfect_record() -> None:
    t = tally([annotated()], [figure()])
    assert (t.precision, t.recall, t.f1, t.whole) == (1, 1, 1, 1)
    assert {agreed / n for agreed, n in t.fields.values()} == {1}


def test_missed_spurious_and_wrong_are_told() -> None:
    gold = [annotated(), annotated(OTHER, low=500, high=500)]
    found = [figure(place="Chad"), figure("Nothing of the sort was said by anyone there.", low=7, high=7)]
    report = evaluate(gold, found, MATCHER)
    t = report.tallies()["troop_figure"]
    assert (t.gold, t.found, t.reported, t.right, t.whole) == (2, 1, 2, 1, 0)
    assert [(m.sort, m.field) for m in report.misses] == [("wrong", "place"), ("missed", ""), ("spurious", "")]


def test_optional_annotations_cost_nothing() -> None:
    optional = annotated(optional=True)
    assert (tally([optional], []).gold, tally([optional], []).recall) == (0, 0)
    t = tally([optional, annotated(OTHER, low=500, high=500)], [figure(), figure(OTHER, low=500, high=500)])
    assert (t.gold, t.reported, t.precision, t.recall) == (1, 1, 1, 1)


def test_a_figure_repeated_word_for_word_counts_once() -> None:
    assert tally([annotated()], [figure(), figure()]).reported == 1


def test_articles_without_annotations_are_not_scored_and_none_means_nothing() -> None:
    assert tally([annotated()], [figure(), figure(article="b.txt")]).reported == 1
    t = tally([{"article": "b.txt", "kind": "none"}], [figure(article="b.txt")])
    assert (t.gold, t.reported, t.precision) == (0, 1, 0)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Moscow", "Russia", True),
        ("the Kremlin", "Russian Federation", True),
        ("Foreign Minister Sergei Lavrov", "Lavrov", True),
        ("Ben Wallace", "B Wallace", True),
        ("Kim Jong Un", "Kim Yo Jong", False),
        ("Ministry of Defence", "Ministry of Defence of Ukraine", True),
        ("Sudan", "South Sudan", False),
        ("Niger", "Nigeria", False),
        (None, None, True),
        (None, "Mali", False),
    ],
)
def test_names(a: str | None, b: str | None, same: bool) -> None:
    assert MATCHER.same_name(a, b) is same


def test_sentences() -> None:
    assert same_text(SENTENCE, SENTENCE.replace("Sudan said on Monday that ", ""))
    assert same_text(SENTENCE, SENTENCE.replace("3,000", "some 3,000").replace("crossed", "come across"))
    assert not same_text(SENTENCE, OTHER)
    assert not same_text("", OTHER)


def test_meetings_match_by_participants_not_by_pairs() -> None:
    people = [{"name": "Abiy Ahmed", "side": "Ethiopia"}, {"name": "Isaias Afwerki", "side": "Eritrea"}]
    row = {"article": "a.txt", "kind": "meeting", "participants": people, "format": "in_person", "status": "held",
           "place": "Asmara", "date": "2018-07-08"}
    found = {**row, "participants": [{"name": "Abiy", "side": None}, {"name": None, "side": "Eritrea"}], "date": None}
    t = tally([{**row, "quotes": [SENTENCE]}], [{**found, "evidence": SENTENCE}], "meeting")
    assert (t.found, t.right) == (1, 1)
    assert t.fields["date"] == (0.0, 1)
    alone = {**found, "participants": [{"name": "Museveni", "side": "Uganda"}], "evidence": SENTENCE}
    assert tally([{**row, "quotes": [SENTENCE]}], [alone], "meeting").found == 0


def test_a_warning_is_no_incident() -> None:
    row = {"article": "a.txt", "kind": "cyberattack", "targets": ["PrivatBank"], "realis": "actual", "type": "ddos"}
    gold = {**row, "quotes": [SENTENCE]}
    assert tally([gold], [{**row, "evidence": SENTENCE}], "cyberattack").found == 1
    assert tally([gold], [{**row, "evidence": SENTENCE, "realis": "conditional"}], "cyberattack").found == 0


def test_wilson_intervals() -> None:
    low, high = wilson(95, 100)
    assert (round(low, 2), round(high, 2)) == (0.89, 0.98)
    assert wilson(0, 0) == (0, 1)


def test_groups_add_up() -> None:
    gold = [annotated(), annotated(OTHER, article="b.txt", low=500, high=500)]
    report = evaluate(gold, [figure()], MATCHER)
    groups = report.by({"a.txt": "Sudan"})
    assert groups["Sudan"]["troop_figure"].recall == 1
    assert groups["(none)"]["troop_figure"].recall == 0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"Troops cross\n\n2021-02-03\n\n{SENTENCE}\n", encoding="utf-8")
    (tmp_path / "index.tsv").write_text("file\toutlet\tcrisis\na.txt\tWire\tsudan\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(annotated()) + "\n", encoding="utf-8")
    (tmp_path / "found.jsonl").write_text(json.dumps(figure()) + "\n", encoding="utf-8")
    return tmp_path


def test_the_command_reads_records_or_articles(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(corpus / "gold.jsonl"), str(corpus / "found.jsonl"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["all"]["troop_figure"]["f1"] == 1
    assert main(["evaluate", str(corpus / "gold.jsonl"), str(corpus), "--by", "crisis", "--by", "article"]) == 0
    out = capsys.readouterr().out
    assert "troop_figure  annotated    1" in out
    assert "\nsudan " in out
    assert "\na.txt " in out


def test_the_command_lists_misses(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "found.jsonl").write_text(json.dumps(figure(side="Chad")), encoding="utf-8")
    assert main(["evaluate", str(corpus / "gold.jsonl"), str(corpus / "found.jsonl"), "--misses"]) == 0
    assert "WRONG troop_figure in a.txt side: annotated 'Eritrea', found 'Chad'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("gold", "arguments", "message"),
    [
        ("[1]\n", [], "line 1: no JSON object"),
        ('{"kind": "meeting"}\n', [], "line 1: an annotation needs `article`"),
        ('{"article": "a", "kind": "war"}\n', [], "line 1: an annotation needs"),
        ('{"article": "a.txt", "kind": "none"}\n', ["--by", "outlet"], "no index.tsv"),
        ('{"article": "a.txt", "kind": "none"}\n', ["--by", "colour", "--index", "{}/index.tsv"], "no column 'colour'"),
    ],
)
def test_the_commands_errors(
    corpus: Path, capsys: pytest.CaptureFixture[str], gold: str, arguments: list[str], message: str
) -> None:
    (corpus / "gold.jsonl").write_text(gold, encoding="utf-8")
    more = [a.replace("{}", str(corpus)) for a in arguments]
    assert main(["evaluate", str(corpus / "gold.jsonl"), str(corpus / "found.jsonl"), *more]) == 2
    assert message in capsys.readouterr().err
