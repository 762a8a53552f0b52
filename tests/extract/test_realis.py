"""How real a stretch of a sentence is told to be. The sentences are written for these tests."""

from __future__ import annotations

import pytest

from tests.extract.articles import article, gazetteer
from tui.extract.analysis import analyse
from tui.extract.realis import realis_of
from tui.records import Realis

A, P, C, H = Realis.ACTUAL, Realis.PLANNED, Realis.CONDITIONAL, Realis.HISTORICAL

# (sentence, the words asked about, what they are)
CASES = [
    # what is there or has happened
    ("Kenya has sent 600 soldiers to Goma, where they will guard the airport.", "600", A),
    ("Some 4,000 troops remain in the valley, and more could follow.", "4,000", A),
    ("The army managed to take back three bridges with 200 men.", "200", A),
    ("Hackers knocked the ministry's website offline on Tuesday.", "knocked", A),
    ("The group claimed to have stolen files from the port.", "stolen", A),
    ("Under the accord the force will fall from 13,000 to 8,600 within a year.", "13,000", A),
    ("The council met as it weighed its answer to the 40,000 troops on the ridge.", "40,000", A),
    # plans, orders and announcements
    ("India is sending 5,000 more soldiers to Ladakh.", "5,000", P),
    ("Chad said it would send 1,200 men to Mali.", "1,200", P),
    ("The minister said that he was sending 800 soldiers to the border.", "800", P),
    ("The president ordered 3,000 troops to deploy to the capital.", "3,000", P),
    ("Seoul plans to station 500 marines on the islands.", "500", P),
    ("The cabinet authorised the army to call up 18,000 reservists.", "18,000", P),
    ("Ankara is weighing whether to deploy 2,000 troops to Libya.", "2,000", P),
    ("The planned deployment of up to 4,000 troops drew protests.", "4,000", P),
    ("The general announced the dispatch of 560 soldiers to Mosul.", "560", P),
    ("The president's order for a full, rapid withdrawal of 2,000 troops surprised his aides.", "2,000", P),
    ("Officials said about 200 soldiers would join the mission.", "200", P),
    ("The force will be cut by half, leaving 5,000 men in the country.", "5,000", P),
    ("Under the accord the force will fall from 13,000 to 8,600 within a year.", "8,600", P),
    ("Iran is set to fire on the town with 300 rockets.", "300", P),
    # fears, threats and conditions
    ("Diplomats fear that a cyberattack could cripple the grid.", "cyberattack", C),
    ("Officials warned of a cyberattack on the banks.", "cyberattack", C),
    ("It comes amid fears of a cyber attack on the vote.", "cyber attack", C),
    ("If China lands troops, hackers will strike the power grid.", "strike", C),
    ("A possible cyberattack on the dam worries engineers.", "cyberattack", C),
    ("The army may send 900 men to the pass.", "900", C),
    ("Berlin offered to station 4,000 soldiers there if barracks are built.", "4,000", C),
    ('The group threatened "attacks of a graver kind" on the port.', "attacks", C),
    # long past
    ("In 2008 the army sent 9,000 soldiers into the region.", "9,000", H),
]


@pytest.mark.parametrize(("sentence", "words", "expected"), CASES, ids=[f"{c[1]}-{c[0][:40]}" for c in CASES])
def test_realis(sentence: str, words: str, expected: Realis) -> None:
    view = analyse(article(sentence, "2021-06-16"), gazetteer()).views[0]
    at = view.text.index(words)
    found = realis_of(view, at, at + len(words))
    assert found.realis is expected, found.rule


def test_the_words_that_decide_are_named() -> None:
    view = analyse(article("Chad said it would send 1,200 men to Mali."), gazetteer()).views[0]
    found = realis_of(view, view.text.index("1,200"), view.text.index("1,200") + 5)
    assert "would" in view.text[found.start : found.end]


def test_a_modal_of_another_clause_has_no_say() -> None:
    text = "Rebels who could return at any time killed 12 soldiers, and the army would not say where 40 others were."
    view = analyse(article(text), gazetteer()).views[0]
    assert realis_of(view, view.text.index("12"), view.text.index("12") + 2).realis is Realis.ACTUAL


def test_nothing_to_read() -> None:
    view = analyse(article("."), gazetteer())
    assert view.views == () or realis_of(view.views[0], 0, 1).realis is Realis.ACTUAL


@pytest.mark.parametrize("word", ["if ", "to ", "would ", '"', ", ", "fears of "])
def test_hostile_text_is_read_in_time_that_grows_with_it(word: str) -> None:
    view = analyse(article("Attack " + word * 5000 + "attack."), gazetteer()).views[0]
    assert realis_of(view, len(view.text) - 7, len(view.text) - 1).realis in Realis
