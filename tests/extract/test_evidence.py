"""What holds for every record: exact evidence, reasons that point into the text, and the same output on every run."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

from tests.extract.articles import article, gazetteer
from tui.config import Config
from tui.corpus import Unreadable, read_articles
from tui.corpus.model import Article
from tui.extract import extract
from tui.records import Record, TroopFigure

SEEDS = Path(__file__).parents[2] / "seeds"


@lru_cache(maxsize=1)
def seeds() -> tuple[Article, ...]:
    return tuple(a for a in read_articles([SEEDS], Config()) if not isinstance(a, Unreadable))


@lru_cache(maxsize=1)
def records() -> tuple[tuple[Article, Record], ...]:
    return tuple((a, r) for a in seeds() for r in extract(a, gazetteer()))


def test_the_seeds_hold_records() -> None:
    assert len(seeds()) == 5
    assert sum(isinstance(r, TroopFigure) for _, r in records()) > 40


def test_evidence_is_the_text_at_its_offsets() -> None:
    for a, r in records():
        assert a.text[r.start : r.end] == r.evidence
        assert r.evidence.strip() == r.evidence


def test_mentions_begin_with_the_evidence_and_stay_in_the_text() -> None:
    for a, r in records():
        assert r.mentions[0] == (r.start, r.end)
        assert len(set(r.mentions)) == len(r.mentions)
        assert all(0 <= start < end <= len(a.text) for start, end in r.mentions)


def test_reasons_point_into_the_text() -> None:
    for a, r in records():
        assert all(0 <= reason.start <= reason.end <= len(a.text) for reason in r.reasons)


def test_a_figure_can_say_why_each_of_its_fields_has_its_value() -> None:
    (r,) = extract(article("Chad has sent about 600 soldiers to Niger, the army said."), gazetteer())
    why = {reason.field: r.evidence[reason.start : reason.end] for reason in r.reasons}
    assert why["value"] == "600"
    assert why["qualifier"] == "about 600"
    assert why["unit"] == "soldiers"
    assert why["side"] == "Chad"
    assert why["place"] == "to Niger"
    assert why["movement"] == "sent"
    assert {"realis", "claimant"} <= why.keys()


def test_ids_are_unique() -> None:
    for a in seeds():
        ids = [r.id for r in extract(a, gazetteer())]
        assert len(ids) == len(set(ids))


def test_two_figures_of_one_sentence_have_two_ids() -> None:
    first, second = extract(article("Chad sent 600 soldiers to Niger and 400 to Mali."), gazetteer())
    assert (first.start, first.end) == (second.start, second.end)
    assert first.id != second.id


def test_a_sentence_said_twice_is_one_record_with_two_mentions() -> None:
    line = "Chad has sent 600 soldiers to Niger."
    text = f"{line}\nNobody knows why it did so.\n{line}"
    (r,) = extract(article(text), gazetteer())
    assert [text[a:b] for a, b in r.mentions] == [line, line]
    assert r.mentions[1] != r.mentions[0]


def test_a_figure_repeated_in_other_words_is_another_record() -> None:
    text = "Chad has sent 600 soldiers to Niger.\nThe 600 Chadian soldiers are in Niger."
    assert len(extract(article(text), gazetteer())) == 2


def test_the_id_depends_on_the_text_and_not_on_the_file() -> None:
    line = "Chad has sent 600 soldiers to Niger."
    (one,), (two,) = (extract(article(line, name=name), gazetteer()) for name in ("a.txt", "b.txt"))
    (three,) = extract(article(line + "\nNothing more."), gazetteer())
    assert one.id == two.id != three.id


_PRINT = """
import hashlib, json, sys
from pathlib import Path
from tui.config import Config
from tui.corpus import read_articles
from tui.extract import extract
from tui.extract.gazetteer import Gazetteer
gazetteer = Gazetteer.from_config(Config())
articles = list(read_articles([Path(sys.argv[1])], Config()))
if sys.argv[2] == "backwards":
    articles.reverse()
lines = {a.id: [json.dumps(r.to_json()) for r in extract(a, gazetteer)] for a in articles}
print(hashlib.sha256(json.dumps(lines, sort_keys=True).encode()).hexdigest())
"""


def _digest() -> str:
    lines = {a.id: [json.dumps(r.to_json()) for r in extract(a, gazetteer())] for a in seeds()}
    return hashlib.sha256(json.dumps(lines, sort_keys=True).encode()).hexdigest()


@pytest.mark.parametrize(("seed", "order"), [("1", "forwards"), ("2", "backwards")])
def test_another_process_with_other_hashes_and_another_order_prints_the_same(seed: str, order: str) -> None:
    """Articles may be dealt out to several cores: no record depends on what was read before it, nor on hash order."""
    done = subprocess.run(
        [sys.executable, "-c", _PRINT, str(SEEDS), order],
        env={"PYTHONHASHSEED": seed, "PATH": ""},
        cwd=SEEDS.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == _digest()


@pytest.mark.parametrize(
    "unit",
    [
        "1,000 troops and ",
        "Russia sent 5,000 troops to Mali ",
        "near the border of ",
        "said that ",
        "who ",
        "the army of ",
        "10 to 20 ",
        "Russian and ",
        "to ",
        "- ",
        '"',
        "\u202e\u0000",
    ],
)
def test_hostile_text_gives_records_with_evidence_or_none(unit: str) -> None:
    """A megabyte of one phrase in one sentence neither fails nor breaks the rule of evidence."""
    a = article(unit * 20_000 + " 5,000 soldiers left.")
    for r in extract(a, gazetteer()):
        assert a.text[r.start : r.end] == r.evidence
