"""Who vouches for a stretch of text. The sentences and articles are written for these tests."""

from __future__ import annotations

import pytest

from tests.extract.articles import article, gazetteer
from tui.extract.analysis import Analysis, analyse
from tui.extract.model import Source
from tui.extract.speakers import source_of
from tui.records import Stance


def read(text: str, published: str = "2021-06-16") -> Analysis:
    return analyse(article(text, published), gazetteer())


def source(text: str, words: str) -> Source | None:
    """The source that vouches for `words` of the article `text`."""
    for view in read(text).views:
        at = view.text.find(words)
        if at >= 0:
            return source_of(view, at, at + len(words))
    raise AssertionError(f"{words!r} is in no sentence")


# (article, words asked about, expected name: None is the outlet's own voice)
NAMED = [
    # indirect speech, before and behind
    ("The army said that 300 rebels had been killed near Goma.", "300", "army"),
    (
        "Felix Tshisekedi, the president of Congo, said 4,000 Rwandan soldiers had crossed the border.",
        "4,000",
        "Felix Tshisekedi",
    ),
    ("At least 300 rebels were killed near Goma, the army said.", "300", "army"),
    (
        "At least 300 rebels were killed, a UN official said on Friday, as shells fell on 40 villages.",
        "300",
        "UN official",
    ),
    ("At least 300 rebels were killed, a UN official said on Friday, as shells fell on 40 villages.", "40", None),
    ("Some 2,000 fighters hold the dam, said Omar Hadi, an analyst at a think-tank in Beirut.", "2,000", "Omar Hadi"),
    ("In May last year the Pentagon assessed there were 9,000 fighters left.", "9,000", "Pentagon"),
    ("India has massed 50,000 troops in Ladakh and Wang Yi said a clash was possible.", "50,000", None),
    ("The spokesman, who asked not to be named, said 700 men had fled.", "700", "spokesman"),
    ("One commander reached by telephone said 80 men had fled.", "80", "One commander"),
    ("Two of the officials said 900 men had been lost.", "900", "Two of the officials"),
    ("Israel's army said it had struck 150 targets, but Hamas has 30,000 men left.", "150", "Israel's army"),
    # floating and direct quotation
    ('"We lost 40 men," Major Ahmed Salim told reporters in Mosul. "We killed 200 of them."', "40", "Ahmed Salim"),
    ('"We lost 40 men," Major Ahmed Salim told reporters in Mosul. "We killed 200 of them."', "200", "Ahmed Salim"),
    ('Ahmed Salim said: "We lost 40 men. They lost 200 and fled."', "200", "Ahmed Salim"),
    ('"They came at dawn," said Ahmed Salim, a farmer.\n"They were 60 or more."', "60", "Ahmed Salim"),
    ("Ahmed Salim wrote on Facebook: 'We hold the hill with 90 men.'", "90", "Ahmed Salim"),
    # according to, estimates, figures
    (
        "According to the Syrian Observatory for Human Rights, 60 soldiers died.",
        "60",
        "Syrian Observatory for Human Rights",
    ),
    ("Some 60 soldiers died, according to the Kremlin.", "60", "Kremlin"),
    ("Some 60 soldiers died, according to figures released by the Kremlin.", "60", "Kremlin"),
    ("By American estimates 9,000 fighters remain.", "9,000", "United States"),
    ("The Pentagon put the number of fighters at 9,000.", "9,000", "Pentagon"),
    ("Its army, estimated by a Western diplomat at 80,000 men, is tired.", "80,000", "Western diplomat"),
    ("Taiwan estimates that 800 ships took part.", "800", "Taiwan"),
    # relays: the innermost source
    ("Reuters reported, citing Israeli officials, that 500 rockets had been fired.", "500", "Israeli officials"),
    ("Some 500 rockets were fired, Reuters reported, citing Israeli officials.", "500", "Israeli officials"),
    ("The agency quoted Ahmed Salim as saying that 70 men had surrendered.", "70", "Ahmed Salim"),
    ("Ahmed Salim was quoted as saying that 70 men had surrendered.", "70", "Ahmed Salim"),
    ("The BBC reported that the Kremlin said 70 men had surrendered.", "70", "Kremlin"),
    # claims as nouns, convictions, accusations
    ("The Kremlin's claim that 400 mercenaries had died was met with doubt.", "400", "Kremlin"),
    ("The Pentagon is confident that 400 mercenaries died.", "400", "Pentagon"),
    ("NATO accused Belarus of moving 1,000 men to the border.", "1,000", "NATO"),
    ("Kenya sent 600 men after accusing Somalia of arming 400 rebels.", "400", "Kenya"),
    # nobody
    ("It was reported on Monday that 400 men had died.", "400", None),
    ("The commander ordered 400 men to the front.", "400", None),
    ("He said nothing about the 28,000 soldiers in the south.", "28,000", None),
    ("China declined to say how many of its 40,000 soldiers had left.", "40,000", None),
]


@pytest.mark.parametrize(("text", "words", "name"), NAMED, ids=[f"{n[1]}-{n[0][:45]}" for n in NAMED])
def test_who_says_it(text: str, words: str, name: str | None) -> None:
    found = source(text, words)
    assert (found.name if found else None) == name


# (article, words asked about, who is meant by a pronoun or a taken-up noun)
TAKEN_UP = [
    ("Abiy Ahmed spoke in Addis Ababa on Monday.\nHe said 5,000 men had laid down their arms.", "5,000", "Abiy Ahmed"),
    (
        "Abiy Ahmed met Josep Borrell.\nThe camp is full, an official told the paper.\nHe said 700 had come.",
        "700",
        "official",
    ),
    ("The Pentagon denied the report.\nIt said 900 men had left.", "900", "Pentagon"),
    (
        "A senior defence official spoke to reporters.\nThe official said 900 men had left.",
        "900",
        "senior defence official",
    ),
    (
        "Russia's defence ministry gave no details.\nThe ministry said 900 men had left.",
        "900",
        "Ministry of Defence of Russia",
    ),
    (
        "Sahra Omar and Musa Keita lead a watchdog in Nyala.\nThey put the toll at 90.",
        "90",
        "Sahra Omar and Musa Keita",
    ),
    ("China held drills that it says will involve 90 ships.", "90", "China"),
]


@pytest.mark.parametrize(("text", "words", "name"), TAKEN_UP, ids=[t[0][:50] for t in TAKEN_UP])
def test_who_is_meant(text: str, words: str, name: str) -> None:
    found = source(text, words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rwanda denied that it had 4,000 soldiers in Congo.", Stance.DENIES),
        ("Rwanda dismissed reports of 4,000 soldiers in Congo.", Stance.DENIES),
        ("The UN cast doubt on the claim of 4,000 soldiers in Congo.", Stance.DOUBTS),
        ("Rwanda said it had 4,000 soldiers in Congo.", Stance.ASSERTS),
    ],
)
def test_what_the_speaker_makes_of_it(text: str, stance: Stance) -> None:
    found = source(text, "4,000")
    assert found is not None
    assert found.stance is stance


def test_a_side_stands_in_the_apposition() -> None:
    found = source("Bakary Traore, who speaks for Mali's army, said 40 men had died.", "40")
    assert found is not None
    assert (found.name, found.side) == ("Bakary Traore", "Mali")


def test_a_speech_has_one_voice() -> None:
    text = "Our armies have shown great courage.\nSome 3,000 of our men are at the front."
    title = "Remarks by President Ruto on the Mission in Haiti"
    from dataclasses import replace

    from tui.corpus.model import LineClass, Sentence

    body = article(f"{title}\n{text}")
    first = body.sentences[0]
    titled = Sentence(first.start, first.end, first.text, 0, 0, LineClass.TITLE)
    analysis = analyse(replace(body, sentences=(titled, *body.sentences[1:])), gazetteer())
    view = next(v for v in analysis.views if "3,000" in v.text)
    found = source_of(view, view.text.index("3,000"), view.text.index("3,000") + 5)
    assert found is not None
    assert found.name is not None
    assert found.name.endswith("Ruto")


def test_what_the_outlet_says_of_itself_has_no_source() -> None:
    assert source("The Example Times has learned that 300 men fled.", "300") is None


def test_every_source_points_at_words() -> None:
    text = "\n".join(t for t, _, _ in NAMED)
    for view in read(text).views:
        for s in view.sources:
            assert 0 <= s.start < s.end <= len(view.text)
            assert s.by_start == -1 or view.text[s.by_start : s.by_end].strip()
            assert s.rule


def test_same_text_same_sources() -> None:
    text = "\n".join(t for t, _, _ in NAMED)
    assert [v.sources for v in read(text).views] == [v.sources for v in read(text).views]


@pytest.mark.parametrize(
    "piece", ['" ', "' ", "said ", ", who ", "according to ", "and A ", "(", "the claim that ", "- "]
)
def test_hostile_text_ends(piece: str) -> None:
    assert read("Kyiv said " + piece * 3000 + ".").views
