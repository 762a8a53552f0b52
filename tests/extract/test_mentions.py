"""Sides, places and institutions in a sentence, with the default gazetteer, on sentences from many crises."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import Config, load_config
from tui.extract.fold import fold
from tui.extract.gazetteer import Gazetteer
from tui.extract.mentions import find_mentions
from tui.extract.model import Mention, MentionKind

DEFAULT = Gazetteer.from_config(Config())


def mentions(text: str, gazetteer: Gazetteer = DEFAULT) -> tuple[Mention, ...]:
    return find_mentions(fold(text), gazetteer)


def seen(text: str) -> list[tuple[str, str | None, str]]:
    """(words, side, form) of each mention."""
    return [(text[m.start : m.end], m.side, m.form) for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "words", "side", "form"),
    [
        ("Sudan said so.", "Sudan", "Sudan", "name"),
        ("Sudanese soldiers fled.", "Sudanese", "Sudan", "adjective"),
        ("South Sudan's army fled.", "South Sudan's", "South Sudan", "possessive"),
        ("The Russians left.", "Russians", "Russia", "people"),
        ("Britons were told to leave.", "Britons", "United Kingdom", "people"),
        ("Khartoum rejected it.", "Khartoum", "Sudan", "capital"),
        ("Ankara's troops crossed.", "Ankara's", "Turkey", "possessive"),
        ("The Kremlin denied it.", "Kremlin", "Russia", "metonym"),
        ("Downing Street declined.", "Downing Street", "United Kingdom", "metonym"),
        ("The Élysée confirmed the call.", "Élysée", "France", "metonym"),
        ("the Pentagon's estimate", "Pentagon's", "United States", "possessive"),
        ("U.S. troops left.", "U.S.", "United States", "name"),
        ("the U.N.", "U.N.", "United Nations", "name"),
        ("The DRC accused Kigali.", "DRC", "Democratic Republic of the Congo", "name"),
        ("Brussels imposed sanctions.", "Brussels", "European Union", "capital"),
        ("ECOWAS leaders met.", "ECOWAS", "Economic Community of West African States", "name"),
        ("Nato troops", "Nato", "NATO", "name"),
        ("Isis fighters", "Isis", "Islamic State", "name"),
        ("Daesh lost ground.", "Daesh", "Islamic State", "name"),
        ("the Houthis' leader", "Houthis'", "Houthis", "possessive"),
        ("Houthi rebels advanced.", "Houthi rebels", "Houthis", "name"),
        ("al-Shabaab militants", "al-Shabaab", "al-Shabaab", "name"),
        ("Al-Shabab militants", "Al-Shabab", "al-Shabaab", "name"),
        ("Kurdish peshmerga forces", "Kurdish peshmerga", "Peshmerga", "name"),
        ("pro-Russian separatists", "pro-Russian separatists", "Russian-backed separatists", "name"),
        ("Kremlin-backed rebels", "Kremlin-backed rebels", "Russian-backed separatists", "name"),
        ("a Saudi-led coalition jet", "Saudi-led coalition", "Saudi-led coalition", "name"),
        ("the TPLF", "TPLF", "Tigray forces", "name"),
        ("M23 rebels took the town.", "M23 rebels", "M23", "name"),
        ("RUSSIA WARNS", "RUSSIA", "Russia", "name"),
        ("the IDF", "IDF", "Israel", "name"),
        ("the Revolutionary Guards", "Revolutionary Guards", "Iran", "name"),
    ],
)
def test_a_side_in_each_of_its_forms(text: str, words: str, side: str, form: str) -> None:
    assert (words, side, form) in seen(text)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Nigerian troops entered Niger.", ["Nigeria", "Niger"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
         ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]),
        ("North Korea and South Korea", ["North Korea", "South Korea"]),
        ("the Republic of Congo and the Democratic Republic of Congo",
         ["Republic of the Congo", "Democratic Republic of the Congo"]),
        ("Sudan and South Sudan", ["Sudan", "South Sudan"]),
        ("the Republic of China and the People's Republic of China", ["Taiwan", "China"]),
    ],
)
def test_names_inside_names(text: str, sides: list[str]) -> None:
    assert [m.side for m in mentions(text)] == sides


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("the US-backed rebels", "US", "compound"),
        ("an Iran-aligned militia", "Iran", "compound"),
        ("Houthi-held Sanaa", "Houthi", "compound"),
        ("pro-Iranian militias", "Iranian", "compound"),
        ("anti-Taliban fighters", "Taliban", "opponent"),
        ("Russian-annexed Crimea", "Russian", "compound"),
    ],
)
def test_a_side_that_only_modifies_says_so(text: str, words: str, form: str) -> None:
    assert (words, form) in [(w, f) for w, _, f in seen(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan said so.",
        "Jordan Peterson spoke in Canada.",
        "Chad Smith played.",
        "Voters in Atlanta, Georgia, queued.",
        "The Georgia runoff is near.",
        "He read the Moscow Times, the Washington Post and the Kyiv Independent.",
        "the Paris Agreement and the Vienna Convention",
        "Paris Saint-Germain won.",
        "TELL US NOW WHO IS RESPONSIBLE",
        "The Jordan ransomware gang hit the Royal Chad hospital.",
        "The march on the National Guard may turn.",
    ],
)
def test_what_only_looks_like_a_side(text: str) -> None:
    found = [m.side for m in mentions(text) if m.kind is MentionKind.SIDE]
    assert not set(found) & {"Jordan", "Chad", "Georgia", "Russia", "United States", "Ukraine", "France", "Austria",
                             "Islamic State", "World Health Organization"}


def test_an_institution_belongs_to_the_side_beside_it() -> None:
    text = "Ukraine's National Security Council, Norway's Foreign Intelligence Service, the Security Council of Mali"
    assert [(m.name, m.side) for m in mentions(text) if m.kind is MentionKind.INSTITUTION] == [
        ("National Security Council of Ukraine", "Ukraine"),
        ("Foreign Intelligence Service of Norway", "Norway"),
        ("Security Council of Mali", "Mali"),
    ]
    found = mentions("the UN Security Council and Russia's FSB")
    assert (found[0].name, found[-1].name) == ("UN Security Council", "FSB")


def test_outlets_are_institutions_without_a_side() -> None:
    found = mentions("He told the Times of Israel, The Hill, the BBC and the Wall Street Journal.")
    assert [(m.name, m.kind, m.side) for m in found] == [
        (name, MentionKind.INSTITUTION, None)
        for name in ("The Times of Israel", "The Hill", "BBC", "The Wall Street Journal")
    ]


@pytest.mark.parametrize(
    ("text", "place", "side"),
    [
        ("in eastern Ukraine", "eastern Ukraine", "Ukraine"),
        ("in South-East Turkey", "south-eastern Turkey", "Turkey"),
        ("in the Donbass", "Donbas", "Ukraine"),
        ("in Deir al-Zor province", "Deir ez-Zor", "Syria"),
        ("near El-Fasher", "El Fasher", "Sudan"),
        ("in the Galwan valley", "Galwan Valley", "India"),
        ("in the Pskov region", "Pskov region", "Russia"),
        ("in Kherson Oblast", "Kherson region", "Ukraine"),
        ("in Badghis province", "Badghis province", "Afghanistan or none"),
        ("in the village of Al-Baghouz Fawqani", "Al-Baghouz Fawqani", None),
        ("on Pingtan island", "Pingtan Island", None),
        ("in the Baltics", "Baltic states", None),
        ("across the Taiwan Strait's median line", "Taiwan Strait", None),
        ("in eastern Europe", "Eastern Europe", None),
        ("in south-east Asia", "Southeast Asia", None),
        ("in eastern Ghouta", "eastern Ghouta", "Syria"),
        ("in eastern Ladakh", "eastern Ladakh", "India"),
        ("in the South Caucasus", "South Caucasus", None),
        ("in north Kosovo", "northern Kosovo", "Kosovo"),
        ("in east Ukraine", "eastern Ukraine", "Ukraine"),
        ("in Kidal", "Kidal", "Mali"),
        ("in Kyiv", "Kyiv", "Ukraine"),
        ("in Kiev", "Kyiv", "Ukraine"),
        ("in Washington state", "Washington state", "United States"),
        ("in Nagorno-Karabakh", "Nagorno-Karabakh", "Nagorno-Karabakh"),
    ],
)
def test_places(text: str, place: str, side: str | None) -> None:
    found = mentions(f"Troops gathered {text} on Monday.")
    assert [m.place for m in found] == [place]
    assert side is None or side.endswith("none") or found[0].side == side


@pytest.mark.parametrize(
    "text",
    ["Lloyd Austin spoke.", "General Austin spoke.", "It was Nice Reading about Mobile Homes.", "the region of war",
     "The region is tense.", "A border region was hit."],
)
def test_words_and_names_are_no_towns(text: str) -> None:
    assert [m for m in mentions(text) if m.kind is MentionKind.PLACE] == []


def test_a_headline_keeps_its_towns() -> None:
    assert "Aleppo" in [m.place for m in mentions("Rebels Seize Aleppo As Army Retreats")]


def test_the_config_adds_and_overrides(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(
        """
        sides:
          Freedonia: {kind: state, adjectives: [Freedonian], capital: Fredville, seats: [Marx House]}
          Russia: {names: [Mordor]}
          Hamas:
        places: {Sylvania Gap: {of: Freedonia}}
        institutions: {Freedonian Signals Office: {side: Freedonia, names: [FSO]}}
        targets: {Freedonia Telegraph: {side: Freedonia, sector: telecom}}
        outlets: {Fredville Courier: {aliases: [The Courier of Fredville]}}
        """,
        encoding="utf-8",
    )
    own = Gazetteer.from_config(load_config(path))
    text = "Freedonian troops left Fredville for Sylvania Gap, Marx House told Fredville Courier; Mordor, Moscow too."
    assert [(m.name, m.side, m.form) for m in mentions(text, own)] == [
        ("Freedonia", "Freedonia", "adjective"),
        ("Freedonia", "Freedonia", "capital"),
        ("Sylvania Gap", "Freedonia", "name"),
        ("Marx House", "Freedonia", "metonym"),
        ("Fredville Courier", None, "name"),
        ("Russia", "Russia", "name"),
        ("Russia", "Russia", "capital"),
    ]
    assert [m.role for m in mentions("The FSO and Freedonia Telegraph were hit.", own)] == [None, "telecom"]
    assert mentions("Hamas said so.", own) == ()
    assert mentions("Hamas said so.")[0].side == "Hamas"


_LETTERS = "UkraineS. R'sia-OfThe US ISNATOpro anti al- eastern \u00c9\u2019\n\x00"


@given(st.text(alphabet=_LETTERS, max_size=80))
def test_any_text_gives_mentions_in_order_that_do_not_overlap(text: str) -> None:
    found = find_mentions(fold(text), DEFAULT)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_hostile_input_ends() -> None:
    for word in ("Ukraine ", "U.", "A-", "the village of ", "Al-", "X province ", "Aleppo ", "the Times "):
        find_mentions(word * 4000, DEFAULT)
