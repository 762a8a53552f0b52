"""Distinct texts: lightly edited sentences are one, sentences with another number or name are not."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from tui.config import load_config
from tui.store.database import Store
from tui.store.library import Library
from tui.store.step import bring_in_step
from tui.store.twins import Twins
from tui.store.weigh import weigh

SAID = "Rwanda has sent about 4,000 soldiers across the border into North Kivu since January, UN experts said Friday."
EDITED = SAID.replace("into North", "to North").replace("said Friday", "said on Friday")
QUOTES = SAID.removesuffix(".")
NUMBER = SAID.replace("4,000", "3,000")
NAME = SAID.replace("Rwanda", "Burundi")
OTHER = "The army said that it had repelled an attack on the town of Sake with drones and two helicopters."


@pytest.fixture
def twins() -> Twins:
    return Twins(Store.open(None))


def test_light_edits_are_one_text(twins: Twins) -> None:
    twins.learn([SAID, EDITED, QUOTES, NUMBER, OTHER])
    assert twins.text(SAID) == twins.text(EDITED) == twins.text(QUOTES)
    assert len({twins.text(s) for s in (SAID, NUMBER, OTHER)}) == 3


def test_the_order_of_arrival_makes_no_difference() -> None:
    sentences = [SAID, EDITED, QUOTES, NUMBER, NAME, OTHER, EDITED.replace("about ", "some ")]
    right: list[list[str]] = []
    for seed in range(8):
        shuffled = list(sentences)
        random.Random(seed).shuffle(shuffled)
        twins = Twins(Store.open(None))
        for some in itertools.batched(shuffled, 2) if hasattr(itertools, "batched") else [shuffled[:3], shuffled[3:]]:
            twins.learn(some)
        right.append([twins.text(s) for s in sentences])
    assert all(found == right[0] for found in right)


def test_what_was_never_learnt_is_its_own_text(twins: Twins) -> None:
    assert twins.text(SAID) == twins.text(QUOTES)
    assert twins.text(SAID) != twins.text(OTHER)


def test_a_later_sentence_that_joins_two_texts_changes_their_counts(tmp_path: Path) -> None:
    """Two versions too far apart to be known as one are one when a version between them comes."""
    folder = tmp_path / "articles"
    folder.mkdir()
    library = Library(Store.open(tmp_path / "s.db"), [folder], load_config())
    first = "More than 100,000 Russian troops are now massed near the border of Ukraine, "
    first += "as the ministry said on Monday."
    between = first.replace("are now massed", "are currently massed")
    last = between.replace("as the ministry said", "so the ministry told us")
    texts = []
    for n, sentence in enumerate((first, last, between)):
        (folder / f"{n}.txt").write_text(f"Headline {n}\n20220214\n\n{sentence}\n")
        library.ingest()
        bring_in_step(library)
        ((counted,),) = library.store.read("SELECT sum(texts) FROM claim")
        texts.append(counted)
        assert counted == sum(c.counts.texts for c in weigh(library).claims())
    assert texts == [1, 2, 1]
