"""Copies of one text are found whatever an outlet did to it, and other statements are not taken for copies."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations, pairwise

import pytest

from tests.corpus.planted import Planted, plant
from tui.corpus.copies import Copies
from tui.corpus.model import LineClass, Sentence


def _of(*texts: str) -> list[Sentence]:
    out, position = [], 0
    for number, text in enumerate(texts):
        out.append(Sentence(position, position + len(text), text, number, number, LineClass.BODY))
        position += len(text) + 1
    return out


def _copies(planted: Planted, order: list[str]) -> Copies:
    copies = Copies()
    for name in order:
        copies.add(name, planted.sentences(name))
    return copies


def _twins(*texts: str) -> bool:
    """Whether two lone sentences are taken for one."""
    copies = Copies()
    for name, text in zip("ab", texts, strict=True):
        copies.add(name, _of(text))
    return bool(copies.twins("a", (0, len(texts[0]))))


@pytest.mark.parametrize("seed", [11, 12])
def test_planted_copies_are_found(seed: int) -> None:
    planted = plant(texts=30, alone=90, seed=seed)
    names = list(planted.articles)
    copies = _copies(planted, names)
    truth = {frozenset(pair) for pair in combinations(names, 2) if len({planted.text_of[n] for n in pair}) == 1}
    found = {frozenset(pair) for pair in combinations(names, 2) if len({copies.cluster(n) for n in pair}) == 1}
    assert len(truth & found) >= 0.95 * len(found)
    assert len(truth & found) >= 0.95 * len(truth)


@pytest.mark.parametrize("how", ["verbatim", "trimmed", "edited", "renamed"])
def test_every_kind_of_copy_joins_its_wire_text(how: str) -> None:
    planted = plant(texts=30, alone=30, seed=13)
    copies = _copies(planted, list(planted.articles))
    found = [copies.cluster(f"{t:03}-{how}") == copies.cluster(f"{t:03}-wire") for t in range(30)]
    assert sum(found) >= 0.95 * len(found)


def test_planted_sentences_have_their_twins_and_no_others() -> None:
    planted = plant(texts=30, alone=90, seed=14)
    copies = _copies(planted, list(planted.articles))
    origins = defaultdict(set)
    for name, told in planted.articles.items():
        for sentence, (_, origin) in zip(planted.sentences(name), told, strict=True):
            origins[origin].add((name, (sentence.start, sentence.end)))
    truth = {frozenset(pair) for places in origins.values() for pair in combinations(places, 2)}
    places = set().union(*origins.values())
    found = {frozenset((place, twin)) for place in places for twin in copies.twins(*place)}
    assert len(truth & found) >= 0.95 * len(found)
    assert len(truth & found) >= 0.95 * len(truth)


def test_clusters_do_not_depend_on_the_order_of_arrival() -> None:
    planted = plant(texts=12, alone=30, seed=15)
    names = list(planted.articles)
    one = _copies(planted, names)
    random.Random(1).shuffle(names)
    other = _copies(planted, names)
    assert {n: one.cluster(n) for n in names} == {n: other.cluster(n) for n in names}


def test_carriers_and_texts_name_one_text_once() -> None:
    sentence = "Some 4,200 soldiers crossed the river near Olvenia before dawn, the regional governor said on Friday."
    edited = "About 4,200 troops crossed the river near Olvenia before dawn, the regional governor said on Friday."
    copies = Copies()
    copies.add("b.txt", _of(sentence))
    copies.add("a.txt", _of(edited))
    copies.add("c.txt", _of("The harvest festival in the capital drew larger crowds than in any year since the war."))
    assert copies.carriers("b.txt") == ("a.txt", "b.txt")
    assert copies.cluster("b.txt") == "a.txt"
    assert list(copies.texts("b.txt").values()) == [f"a.txt:0-{len(edited)}"]
    assert copies.texts("c.txt") == {}


def test_a_quoted_paragraph_makes_twins_but_no_copy() -> None:
    quoted = "The corridor will stay open until Sunday night, the mission's head of operations told families by radio."
    one = [f"Paragraph {word} of the first report speaks of nothing but {word} and the weather." for word in _NUMBERS]
    two = [f"A wholly different account has {word} things to say about trade, {word} of them new." for word in _NUMBERS]
    copies = Copies()
    copies.add("one", _of(*one, quoted))
    copies.add("two", _of(quoted, *two))
    assert copies.twins("two", (0, len(quoted)))[0][0] == "one"
    assert copies.cluster("one") != copies.cluster("two")


def test_a_round_up_does_not_tie_the_briefs_it_holds() -> None:
    planted = plant(texts=6, alone=0, seed=16)
    briefs = [planted.sentences(f"{t:03}-wire")[:6] for t in range(6)]
    round_up = [sentence.text for brief in briefs for sentence in brief]
    copies = Copies()
    copies.add("round-up", _of(*round_up))
    for t, brief in enumerate(briefs):
        copies.add(f"brief {t}", _of(*(s.text for s in brief)))
    assert all(copies.cluster(a) != copies.cluster(b) for a, b in pairwise(f"brief {t}" for t in range(6)))


_NUMBERS = "maize barley millet copper timber cotton sugar silver cement salt".split()
_BASE = "Commander Ilse Baran said 3,000 soldiers were moved from Tirena to the salt flats on Monday before sunrise."


@pytest.mark.parametrize(
    "other",
    [
        _BASE.replace("3,000", "5,000"),
        _BASE.replace("Tirena", "Gorodets"),
        _BASE.replace("Monday", "Tuesday"),
        _BASE.replace("were moved", "were not moved"),
        _BASE.replace("Ilse Baran", "Ruben Castellanos"),
    ],
)
def test_another_number_name_day_or_denial_is_another_statement(other: str) -> None:
    assert not _twins(_BASE, other)


@pytest.mark.parametrize(
    "other",
    [
        _BASE,
        _BASE.upper(),
        _BASE.replace("Tirena", "Tyrena"),
        _BASE.replace("soldiers", "troops"),
        _BASE.replace("before sunrise", "before the sunrise"),
    ],
)
def test_a_light_edit_is_the_same_statement(other: str) -> None:
    assert _twins(_BASE, other)


def test_short_sentences_have_no_twins() -> None:
    assert not _twins("He did not elaborate.", "He did not elaborate.")


def test_a_name_is_given_once() -> None:
    copies = Copies()
    copies.add("a", _of(_BASE))
    with pytest.raises(ValueError, match="a was added before"):
        copies.add("a", _of(_BASE))
