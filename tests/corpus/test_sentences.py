"""Sentences: where they end, where they do not, and that their offsets are exact."""

from __future__ import annotations

import pytest

from tests.corpus.scrape import PROSE, read
from tui.corpus.model import LineClass
from tui.corpus.sentences import MAX_SENTENCE, split


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. President met Lt. Gen. Ada Smith at No. 10 on Feb. 16.",
        "Col. Gen. Ivan Petrov, Maj. Jane Roe and Sgt. Lee spoke to Mr. and Mrs. Doe.",
        "St. Petersburg and Mt. Hermon lie apart, e.g. by sea.",
        "The U.N. Security Council and the U.K. Foreign Office sent Dr. J. K. Roe and George W. Poe.",
        "The convoy left at 3 a.m. Wednesday and came at 5 p.m. EST.",
        "About 1.5 million people and 2,000 soldiers need $3.4bn a month.",
        "Acme Corp. President Ann Lee and Foo Inc. Chairman Bo Ek agreed.",
        "Article 5, see Art. 5 and p. 10, is Sec. 3 of the treaty.",
        "“It remains to be seen … What we see is more troops,” he said.",
        '"Is it over?" Roe asked.',
        '"Never!" the general replied.',
        "The firm PrivatBank, YouTube, McDonald and the WannaCry worm were named.",
        "He works for Booking.com and reads Gazeta.ru every day.",
        "The troops (3,000 of them, incl. reservists) left.",
        "1. Freedonia sends troops",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert len(cut(text)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It left. They stayed.", ["It left.", "They stayed."]),
        ("He said: “We go.” Then he went.", ["He said: “We go.”", "Then he went."]),
        ("‘It is over.’ She left. ‘Why?’ Nobody knew.", ["‘It is over.’", "She left.", "‘Why?’", "Nobody knew."]),
        ("They fled the U.S. The army stayed.", ["They fled the U.S.", "The army stayed."]),
        ("It ended at 5 p.m. The talks went on.", ["It ended at 5 p.m.", "The talks went on."]),
        ("He works for Acme Inc. The firm makes guns.", ["He works for Acme Inc.", "The firm makes guns."]),
        ("They left... Nobody saw them.", ["They left...", "Nobody saw them."]),
        ("Some 300 died.[1] The war went on.", ["Some 300 died.[1]", "The war went on."]),
        ("One fell. (Pictured: a tank in the snow)", ["One fell.", "(Pictured: a tank in the snow)"]),
        ("• Troops leave • Talks fail", ["Troops leave", "Talks fail"]),
        (
            "a border town.Two members of the council said so.",
            ["a border town.", "Two members of the council said so."],
        ),
        ("They said “no”.Russia said yes.", ["They said “no”.", "Russia said yes."]),
        ('He said so."We will fight on," he added.', ["He said so.", '"We will fight on," he added.']),
        ('"We won," he said."It is done." They left.', ['"We won," he said.', '"It is done."', "They left."]),
    ],
)
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_glued_bullets_are_told_apart_by_words_that_stand_alone() -> None:
    text = (
        "Freedonia wants to attack on WednesdayUS Secretary Ann Roe is on a call to discuss the crisisIt comes after"
        " talks"
    )
    assert cut(text + ". The US Secretary left.")[:3] == [
        "Freedonia wants to attack on Wednesday",
        "US Secretary Ann Roe is on a call to discuss the crisis",
        "It comes after talks.",
    ]


def test_a_lost_space_behind_a_small_word_is_no_end() -> None:
    assert (
        cut("The Sylvanian andFreedonian teams met. Freedonian troops left.")[0]
        == "The Sylvanian andFreedonian teams met."
    )


def test_a_name_that_is_written_so_twice_is_no_glue() -> None:
    text = "The attackers of SnowBank left a note. Snow fell on the Bank while SnowBank was closed for the day."
    assert len(cut(text)) == 2


def test_a_heading_glued_to_its_paragraph_is_cut_off() -> None:
    text = "It ended. Border GuardsOn the other side the Guards of the Border waited for their orders."
    assert cut(text)[1:] == ["Border Guards", "On the other side the Guards of the Border waited for their orders."]


def test_line_ends_are_hard_boundaries() -> None:
    article = read("Freedonia moves troops to the border\n\n" + "\n".join(p.rstrip(".") for p in PROSE))
    assert [s.text for s in article.sentences[1:]] == [p.rstrip(".") for p in PROSE]


def test_sentences_of_wrapped_paragraphs_span_their_lines() -> None:
    text = (
        "THE PRESIDENT:  Good afternoon.  Today I would like to speak about the\n"
        "crisis on the border.  We are ready to talk to everybody who wants to\n"
        "talk, and we have sent more than 4,000 soldiers to the eastern flank\n"
        "of the alliance.\n"
        "\n"
        "Let me be clear about what we are doing and what we are not doing in\n"
        "the weeks ahead.  Our soldiers will not fight in Sylvania, but they\n"
        "will defend every inch of the alliance.\n"
    )
    found = [s.text for s in read(text).sentences]
    assert found[1:4] == [
        "Today I would like to speak about the\ncrisis on the border.",
        "We are ready to talk to everybody who wants to\ntalk, and we have sent more than 4,000 soldiers to the"
        " eastern flank\n"
        "of the alliance.",
        "Let me be clear about what we are doing and what we are not doing in\nthe weeks ahead.",
    ]


def test_a_sentence_knows_its_line_and_paragraph() -> None:
    article = read("\n\n".join(PROSE))
    for sentence in article.sentences:
        line = article.lines[sentence.line]
        assert line.start <= sentence.start < sentence.end <= line.end
    assert [s.paragraph for s in article.sentences] == [1, 2, 3, 4]


def test_what_is_said_twice_points_to_where_it_was_said_first() -> None:
    again = PROSE[0].replace("’", "'").upper()
    article = read(
        "\n\n".join([*PROSE, PROSE[1], "They said 4,000 more would come.", "They said 3,000 more would come."])
    )
    assert [s.repeat_of for s in article.sentences] == [None, None, None, None, 1, None, None]
    assert read("\n\n".join([*PROSE, again])).sentences[4].text == again


def test_a_line_that_says_everything_twice_gives_one_sentence_and_its_repeat() -> None:
    caption = "Soldiers of Freedonia’s third brigade stand guard at the border crossing in the village of Klopstokia"
    article = read("\n\n".join([*PROSE[:2], caption.replace("’", "'") + caption, *PROSE[2:]]))
    doubled = [s for s in article.sentences if s.text.startswith("Soldiers of")]
    assert [s.repeat_of is None for s in doubled] == [True, False]


def test_an_invitation_inside_a_paragraph_is_no_text() -> None:
    article = read("\n\n".join([PROSE[0] + " Click here to read more about the border.", *PROSE[1:]]))
    assert [s.cls for s in article.sentences[:2]] == [LineClass.BODY, LineClass.FURNITURE]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    article = read("\n\n".join(["WASHINGTON (AP) — " + PROSE[0], *PROSE[1:]]))
    assert [(s.text, s.cls) for s in article.sentences[:2]] == [
        ("WASHINGTON (AP) —", LineClass.DATELINE),
        (PROSE[0], LineClass.BODY),
    ]


def test_what_is_too_long_for_a_sentence_is_cut_at_spaces() -> None:
    text = "troops " * 2000
    pieces = cut(text)
    assert all(len(p) <= MAX_SENTENCE for p in pieces)
    assert " ".join(pieces).split() == text.split()
