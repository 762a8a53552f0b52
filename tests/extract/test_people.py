"""People in sentences written for these tests: titles, apposition, short forms, and what is no person."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from tui.config import load_config
from tui.corpus.model import Article, LineClass, Sentence
from tui.extract.fold import fold
from tui.extract.gazetteer import Gazetteer
from tui.extract.names import tokenise
from tui.extract.people import People
from tui.extract.roster import keys_of, skeleton
from tui.extract.titles import Office, find_titles
from tui.records import DatePrecision


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.from_config(load_config(None))


def people(published: str, *sentences: str) -> People:
    """The people of an article of one sentence a line."""
    found, at = [], 0
    for i, text in enumerate(sentences):
        found.append(Sentence(at, at + len(text), text, i, i, LineClass.BODY))
        at += len(text) + 1
    article = Article(
        id="test.txt",
        text="\n".join(sentences),
        published=dt.date.fromisoformat(published),
        published_precision=DatePrecision.DAY,
        sentences=tuple(found),
    )
    return People.of(article, gazetteer())


def found(published: str, *sentences: str) -> list[tuple[str | None, str | None]]:
    """Names and sides of the mentions of the last sentence."""
    return [(m.name, m.side) for m in people(published, *sentences).find(fold(sentences[-1]))]


NAMED: list[tuple[str, str | None, str | None, str | None, str | None]] = [
    # sentence, words of the mention, name, side, role
    (
        "Defence Secretary Philip Marlowe said so.",
        "Defence Secretary Philip Marlowe",
        "Philip Marlowe",
        None,
        "Defence Secretary",
    ),
    (
        "Ukraine's President Olena Test met them.",
        "Ukraine's President Olena Test",
        "Olena Test",
        "Ukraine",
        "President",
    ),
    (
        "Igor Petrenko, Russia's deputy foreign minister, left.",
        "Igor Petrenko, Russia's deputy foreign minister",
        "Igor Petrenko",
        "Russia",
        "Deputy Foreign Minister",
    ),
    (
        "The UN special envoy Lars Holm flew to Sanaa.",
        "UN special envoy Lars Holm",
        "Lars Holm",
        "United Nations",
        "Special Envoy",
    ),
    ("Gen. Mark Stone spoke.", "Gen. Mark Stone", "Mark Stone", None, "Gen."),
    (
        "The Iranian foreign minister, Reza Karimi, said no.",
        "Iranian foreign minister, Reza Karimi",
        "Reza Karimi",
        "Iran",
        "Foreign Minister",
    ),
    ("Chinese state councillor Li Fang said so.", None, "Li Fang", None, None),
    (
        "Deputy US Secretary of State Anna Brown warned Moscow.",
        "Deputy US Secretary of State Anna Brown",
        "Anna Brown",
        "United States",
        "Deputy Secretary of State",
    ),
    (
        "Chief of the Defence Staff Admiral Sir Tom Cole arrived.",
        "Chief of the Defence Staff Admiral Sir Tom Cole",
        "Tom Cole",
        None,
        "Chief of the Defence Staff",
    ),
    (
        "Sheikh Ahmad bin Khalid al-Sabah, Kuwait's foreign minister, agreed.",
        None,
        "Ahmad bin Khalid al-Sabah",
        "Kuwait",
        None,
    ),
    (
        "French defence minister Jean-Marc Le Goff said so.",
        "French defence minister Jean-Marc Le Goff",
        "Jean-Marc Le Goff",
        "France",
        "Defence Minister",
    ),
    ("Commission president Anke von der Heyde said so.", None, "Anke von der Heyde", None, None),
    (
        "South Korean President Park Min-jun will visit.",
        "South Korean President Park Min-jun",
        "Park Min-jun",
        "South Korea",
        "President",
    ),
    (
        "Assistant Secretary of State for African Affairs Molly Grey flew in.",
        None,
        "Molly Grey",
        None,
        "Assistant Secretary of State for African Affairs",
    ),
    (
        "US ambassador to the United Nations Jane Roe voted no.",
        None,
        "Jane Roe",
        "United States",
        "Ambassador to the United Nations",
    ),
    ("The army's spokesman, Brigadier General Nabil Saleh, denied it.", None, "Nabil Saleh", None, "Spokesman"),
    ("Rwanda's Jean Habimana said the rebels had left.", "Rwanda's Jean Habimana", "Jean Habimana", "Rwanda", None),
    (
        "The talks failed, said Peter Novak, a senior fellow at a think tank.",
        None,
        "Peter Novak",
        None,
        "Senior Fellow",
    ),
]


@pytest.mark.parametrize(("sentence", "words", "name", "side", "role"), NAMED, ids=[n[0][:50] for n in NAMED])
def test_title_or_apposition_finds_the_person(
    sentence: str, words: str | None, name: str | None, side: str | None, role: str | None
) -> None:
    text = fold(sentence)
    mentions = [m for m in people("2021-05-05", sentence).find(text) if m.name]
    assert [m.name for m in mentions] == [name]
    assert side is None or mentions[0].side == side
    assert role is None or mentions[0].role == role
    assert words is None or text[mentions[0].start : mentions[0].end] == words


SHORT: list[tuple[tuple[str, ...], list[tuple[str | None, str | None]]]] = [
    (("Kenyan President Daniel Wako flew in.", "Mr Wako smiled."), [("Daniel Wako", "Kenya")]),
    (("Kenyan President Daniel Wako flew in.", "Wako smiled."), [("Daniel Wako", "Kenya")]),
    (("Kenyan President Daniel Wako flew in.", "The Kenyan leader smiled."), [("Daniel Wako", "Kenya")]),
    (("Kenyan President Daniel Wako flew in.", "The president smiled."), [("Daniel Wako", "Kenya")]),
    (("Malian Foreign Minister Issa Dabo flew in.", "Mali's foreign minister smiled."), [("Issa Dabo", "Mali")]),
    (
        ("Ethiopian Prime Minister Tesfaye Alemu met Sudan's President Omar Idris.", "The prime minister left."),
        [("Tesfaye Alemu", "Ethiopia")],
    ),
    # the one spoken of last holds the bare title
    (
        ("Kenyan President Daniel Wako flew in.", "Ugandan President Moses Okot met him.", "The president left early."),
        [("Moses Okot", "Uganda")],
    ),
    # family name first
    (("Chinese President Xi Jinping flew in.", "Xi smiled."), [("Xi Jinping", "China")]),
    (("North Korean leader Kim Jong-un met Kim Yong Chol.", "Kim Jong Un smiled."), [("Kim Jong Un", "North Korea")]),
    # counterparts: the office of the one spoken of before
    (
        ("Egyptian Foreign Minister Ali Nour met his Jordanian counterpart, Ziad Haddad.",),
        [("Ali Nour", "Egypt"), ("Ziad Haddad", "Jordan")],
    ),
    (
        ("The foreign ministers of Chad and Niger, Adoum Saleh and Moussa Sani, signed.",),
        [("Adoum Saleh", "Chad"), ("Moussa Sani", "Niger")],
    ),
    # spellings settle on the gazetteer's
    (
        ("Ukraine's President Volodymyr Zelenskiy spoke.", "Zelenskyy thanked them."),
        [("Volodymyr Zelensky", "Ukraine")],
    ),
    # the gazetteer by office, side and date where the article gives no name
    (("The Russian president spoke.",), [("Vladimir Putin", "Russia")]),
    (
        ("Blinken flew to the United States embassy.",),
        [
            ("Antony Blinken", "United States"),
        ],
    ),
    # a former office does not answer to the title
    (("Former Norwegian prime minister Kari Lund spoke.", "The Norwegian prime minister left."), []),
]


@pytest.mark.parametrize(("sentences", "expected"), SHORT, ids=[s[-1][:50] + str(i) for i, (s, _) in enumerate(SHORT)])
def test_short_forms_and_descriptions_resolve(
    sentences: tuple[str, ...], expected: list[tuple[str | None, str | None]]
) -> None:
    published = "2022-03-01" if "Ukraine" in sentences[0] or "Russian" in sentences[0] else "2021-03-01"
    assert [f for f in found(published, *sentences) if f[0]] == expected


NOBODY = [
    "General Motors opened a plant in Mexico.",
    "The General Assembly met on Monday.",
    "Troops landed at Prince Sultan Air Base.",
    "The Defence Ministry said nothing.",
    "Black Sea ports stayed closed, Foreign Policy reported.",
    "The Ronald Brown University published a study.",
    "Security Council members agreed.",
    "Minister of State Affairs Council sources denied it.",
    "Islamic State claimed the attack.",
    "New York Times reporters saw it.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_organisations_places_and_units_are_no_people(sentence: str) -> None:
    assert [f for f in found("2021-03-01", sentence) if f[0]] == []


def test_a_headline_in_title_case_names_only_whom_the_text_names() -> None:
    got = found(
        "2021-03-01", "Kenyan President Daniel Wako spoke on Monday.", "Wako Warns Rebels Of New Offensive In North"
    )
    assert got == [("Daniel Wako", "Kenya")]


def test_a_side_inside_a_title_stays_inside_the_mention() -> None:
    (mention,) = people("2021-03-01", "Kenyan President Daniel Wako spoke.").find("Kenyan President Daniel Wako spoke.")
    assert (mention.start, mention.end, mention.form) == (0, 28, "name")


def test_an_unnamed_official_keeps_the_side() -> None:
    (mention,) = people("2021-03-01", "A senior Kenyan official denied it.").find("A senior Kenyan official denied it.")
    assert (mention.name, mention.side, mention.form) == (None, "Kenya", "title")


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("prime minister", Office.GOVERNMENT),
        ("secretary of state", Office.FOREIGN),
        ("deputy prime minister", Office.DEPUTY),
        ("minister of external affairs", Office.FOREIGN),
        ("chief of the general staff", Office.STAFF),
        ("secretary general", Office.SECRETARY_GENERAL),
        ("special envoy", Office.ENVOY),
        ("crown prince", Office.STATE),
        ("supreme leader", Office.STATE),
        ("national security adviser", Office.SECURITY_ADVISER),
        ("press secretary", Office.SPOKESPERSON),
        ("vice president", Office.DEPUTY),
        ("defense secretary", Office.DEFENCE),
        ("director general", Office.CHIEF),
        ("analyst", Office.OTHER),
    ],
)
def test_offices(words: str, office: Office) -> None:
    (title,) = find_titles(f"the {words} said")
    assert (title.words, title.office) == (words, office)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Sergey", "Sergei"),
        ("Hollande", "Holande"),
        ("al-Sisi", "Sisi"),
        ("Šimonytė", "Simonyte"),
    ],
)
def test_transliterations_share_a_skeleton(a: str, b: str) -> None:
    assert skeleton(a) == skeleton(b)


def test_hyphenated_given_names_are_two_words() -> None:
    assert keys_of(["Kim", "Jong-un"]) == keys_of(["Kim", "Jong", "Un"])


def test_possessives_are_left_outside_tokens() -> None:
    assert [t.text for t in tokenise("Putin's aide, O'Neill")] == ["Putin", "aide", "O'Neill"]


@pytest.mark.parametrize(
    "text", ["A" * 5000, "Mr " * 3000, "President of the " * 2000, "'s, " * 3000, "\u0000\ud800 X"]
)
def test_hostile_text_costs_no_crash(text: str) -> None:
    assert isinstance(people("2021-03-01", text).find(fold(text)), tuple)
