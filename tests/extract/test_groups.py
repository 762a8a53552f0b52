"""Back-references to sides: "the rebels", "the alliance", "the North"."""

from __future__ import annotations

import pytest

from tests.extract.articles import article, gazetteer
from tui.extract.analysis import analyse


def references(*sentences: str) -> list[tuple[str, str | None]]:
    views = analyse(article("\n".join(sentences)), gazetteer()).views
    return [(v.text[m.start : m.end], m.side) for v in views for m in v.mentions if m.form == "description"]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["M23 took Goma.", "The rebels then marched on Bukavu."], [("rebels", "M23")]),
        (["Houthi forces fired first.", "The armed group later denied it."], [("armed group", "Houthis")]),
        (["Boko Haram struck Borno.", "Soldiers pursued the insurgents."], [("insurgents", "Boko Haram")]),
        (["NATO will meet.", "The alliance said it would send ships."], [("alliance", "NATO")]),
        (["ECOWAS met in Abuja.", "The bloc gave the junta a week."],
         [("bloc", "Economic Community of West African States")]),
        (["The US-led coalition struck.", "The coalition said it hit a depot."], [("coalition", "US-led coalition")]),
        (["North Korea and South Korea talked.", "The North rejected the offer."], [("North", "North Korea")]),
        (["M23 and the FDLR clashed near Goma.", "The rebels fled."], [("rebels", "FDLR")]),
    ],
)  # fmt: skip
def test_what_refers_back(sentences: list[str], expected: list[tuple[str, str]]) -> None:
    assert references(*sentences) == expected


@pytest.mark.parametrize(
    "sentences",
    [
        ["The rebels took the town."],
        ["M23 took Goma.", "Kurdish rebels crossed the border."],
        ["M23 took Goma.", "Rebels in Darfur burned a village."],
        ["M23 took Goma.", "The rebel commander was seen in Bukavu."],
        ["An M23-backed list won.", "The rebels fled."],
        ["NATO met.", "The alliance between the two men broke."],
        ["North Korea fired.", "They sailed to the North Sea."],
    ],
)
def test_what_does_not(sentences: list[str]) -> None:
    assert references(*sentences) == []


def test_a_possessive_is_found_as_one() -> None:
    views = analyse(article("NATO met.\nThe alliance's eastern flank is thin."), gazetteer()).views
    (reference,) = [m for m in views[-1].mentions if m.side == "NATO"]
    assert (reference.form, views[-1].text[reference.start : reference.end]) == ("possessive", "alliance's")
