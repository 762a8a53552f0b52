"""What each line of a scrape is: furniture told from text, captions from headings, and the seeds line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.labels import LABELS, compare, read_labels
from tests.corpus.scrape import CONFIG, PROSE, classes, read, report
from tui.corpus import Article, read_articles
from tui.corpus.model import TEXT_CLASSES, LineClass

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TITLE = "Freedonia moves troops to the border"


def between(line: str) -> LineClass:
    """The class of a line between two paragraphs."""
    article = read("\n\n".join([TITLE, *PROSE[:2], line, *PROSE[2:]]))
    return classes(article)[line.strip()]


NO_TEXT = {
    LineClass.SCRIPT: [
        "<!–",
        "(function (src, d, tag){",
        "var s = d.createElement(tag), prev = d.getElementsByTagName(tag)[0];",
        "s.src = src;",
        "DM.loadCSS(“https://www.example.org/static/video_bundle–.css”);",
        "window.dataLayer.push({'event': 'ad'});",
        "googletag.cmd.push(function() { googletag.display('div-1'); });",
        ".caption { color: #fff; }",
        "@media (max-width: 600px) {",
        '{"@context": "https://schema.org", "@type": "NewsArticle"}',
        "</div>",
    ],
    LineClass.FURNITURE: [
        "Read more here.",
        "Click here to find out more.",
        "For a timeline of events, click here.",
        "Sign up for our newsletter to follow the top stories.",
        "Follow us on Twitter @GazetteWorld",
        "Share this article",
        "Facebook",
        "Skip to main content",
        "Advertisement continues",
        "Sorry, your browser does not support audio",
        "12 comments",
        "e-mail 1.2k shares 384 View comments",
        "[ad_1]",
        "spot_img",
        "![Article image](https://img.example.org/1.png)",
        "INTERACTIVE- Where are the troops stationed?",
        "News  Sport  What's On  Jobs",
        "Share  |  Print  |  Comments (12)",
        "If you have any questions please email newsletters@gazette.example",
        "________________",
    ],
    LineClass.RELATED: [
        "Read more: Sylvania calls up its reservists",
        "More:President says Sylvania will get a letter",
        "SEE THE HISTORIC TRIP:Speaker visits the border amid tensions",
        "0:59 Minister 'very worried' about an attack – video",
        "Related articles",
        "Most read in The Gazette",
    ],
    LineClass.CREDIT: [
        "(Reporting by Ann Roe in Klopstokia; Editing by Bo Ek)",
        "Additional reporting by Cy Lee",
        "Contributing: The Associated Press",
        "With reporting by Reuters, TASS, and AFP",
        "Ann Roe reported from Klopstokia. Associated Press writer Bo Ek contributed to this report.",
        "Photograph: Ann Roe/AFP/Getty Images",
        "Getty Images",
        "REUTERS/Ann Roe",
    ],
    LineClass.FOOTER: [
        "This story has been updated with new information.",
        "Correction: This story has been updated to correct the name of the town.",
        "Copyright 2022 The Gazette. All rights reserved.",
        "© 2022 AFP",
        "Our Standards: The Thomson Reuters Trust Principles.",
    ],
    LineClass.METADATA: [
        "3 min read",
        "Published 3 hours ago",
        "Tags: army, border, talks",
        "15h ago",
        "[[Army]] [[Border]]",
    ],
}


@pytest.mark.parametrize(("cls", "line"), [(c, line) for c, lines in NO_TEXT.items() for line in lines])
def test_what_is_no_text_is_not_read_as_text(cls: LineClass, line: str) -> None:
    found = between(line)
    assert found not in TEXT_CLASSES
    # What is furniture and what a link or a foot is a matter of taste; scripts and credits are not.
    assert found is cls or {found, cls} <= {LineClass.FURNITURE, LineClass.RELATED, LineClass.FOOTER, LineClass.ADVERT}


@pytest.mark.parametrize(
    "line",
    [
        "The report was published on Wednesday and put the number of soldiers at 3,000.",
        "Read in full, the treaty forbids either side to move troops within 40 kilometres of the border.",
        "Follow the money, the general said, and you will find who paid the mercenaries.",
        "By entering the city, the troops broke the truce that both sides had signed.",
        "With reports of 300 dead, the council called for an end to the fighting.",
        "Reuters, citing two officials, said 4,000 soldiers would be sent.",
        "Share of the budget that goes to the army: 40 per cent, the minister said.",
        "The story of the battle was told by soldiers who had been there.",
        "Germany contributed to the mission with 500 soldiers, and France with 200.",
        "For more than 3,000 soldiers the war was over on that day.",
        "Images published online showed columns of tanks on the road to the capital.",
        "Sources: everybody has them, nobody names them, an adviser to the president said.",
        "Update your systems, the agency told firms after hackers had taken data from 12 banks.",
        "• At least two paratroopers were buried in the capital.",
        "“Click here” was all that the letter said, and 40 clerks did.",
        "Sen. Ann Roe (R-Klop.) called for a response, and Rep. Bo Ek (D-Syl.) did not.",
        "The images, which show 40 tanks, were seen by reporters in the capital.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_text(line: str) -> None:
    assert between(line) is LineClass.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Pictured: Soldiers of the third brigade take part in exercises near the border",
        "A soldier is seen at a checkpoint outside the town on Saturday",
        "Defence minister Ann Roe (left) met her counterpart Bo Ek (right) in the capital",
        "This satellite image provided by a company shows tents and equipment at an airfield",
        "A handout video grab released by the ministry on February 15, 2022 shows tanks leaving",
        "Soldiers stand guard at the border crossing. Picture: Ann Roe/AFP",
        "Soldiers patrol along the border fence. Ann Roe/Getty Images",
        "A man walks past a destroyed tank in the village [File: Ann Roe/Reuters]",
        "Protesters hold up a sign that reads ‘no war’ in the capital on Saturday",
    ],
)
def test_captions_are_known_by_their_words(line: str) -> None:
    assert between(line) is LineClass.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "Talks fail again",
        "Minister warns of war as talks fail",
        "Foreign ministers to meet on the sidelines of the conference",
        "Soldiers will leave once the exercises conclude, minister says",
        "‘We are here to stay’: villagers raise flags",
        "What happens now?",
    ],
)
def test_headings_are_no_captions(line: str) -> None:
    assert between(line) is LineClass.HEADING


def test_a_line_that_stands_there_twice_is_a_caption_and_its_repeat() -> None:
    line = "The plan would see four battlegroups of Freedonia's army deploy to the south"
    article = read("\n\n".join([TITLE, *PROSE[:2], line, line.replace("'", "’"), *PROSE[2:]]))
    doubled = [x for x in article.lines if article.text[x.start : x.end].startswith("The plan")]
    assert [x.cls for x in doubled] == [LineClass.CAPTION, LineClass.CAPTION]
    assert doubled[1].repeat_of == article.lines.index(doubled[0])


def test_a_standfirst_stands_between_headline_and_text() -> None:
    line = "President says his army will not cross the river, but neighbours call up reservists and close the bridges"
    assert classes(read(report(TITLE, line)))[line] is LineClass.STANDFIRST


def test_links_end_where_paragraphs_go_on() -> None:
    links = ("Most read in The Gazette", "Man bites dog", "Ten recipes for the weekend")
    article = read("\n\n".join([TITLE, *PROSE[:2], *links, *PROSE[2:]]))
    kinds = classes(article)
    assert {kinds[link] for link in links} == {LineClass.RELATED}
    assert {kinds[p] for p in PROSE} == {LineClass.BODY}


def test_behind_the_foot_nothing_is_text() -> None:
    advert = "To follow the best weight loss journeys and interviews with coaches. Start changing your life today!"
    article = read(report(TITLE, foot=("Source link", "Stay in Touch", advert, "Related Articles", "Ten recipes")))
    kinds = classes(article)
    assert not {kinds[line] for line in ("Source link", "Stay in Touch", advert, "Ten recipes")} & TEXT_CLASSES
    assert any("repost" in note for note in article.notes)


def test_a_summary_in_highlights_is_kept() -> None:
    article = read(
        report(TITLE, foot=("@highlight", "Freedonia has moved 3,000 soldiers", "@highlight", "Talks broke down"))
    )
    kinds = classes(article)
    assert kinds["Freedonia has moved 3,000 soldiers"] is kinds["Talks broke down"] is LineClass.STANDFIRST
    assert kinds["@highlight"] is LineClass.FURNITURE


def test_the_last_paragraph_may_be_cut_off() -> None:
    line = "Sylvania has taken control of the eastern hills in a conflict that has claimed more than 14,000 lives in"
    assert classes(read(report(TITLE, foot=(line,))))[line] is LineClass.BODY


def seed(name: str) -> Article:
    found = next(iter(read_articles([next(SEEDS.glob(name + "*"))], CONFIG)))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.tsv")), ids=lambda p: p.stem[:3])
def test_the_seeds_are_read_line_by_line_as_labelled(path: Path) -> None:
    agreement = compare(seed(path.stem), read_labels(path))
    assert (agreement.kept, agreement.dropped) == (0, 0)
    assert sum(agreement.other.values()) <= 0.05 * agreement.lines + 1


def test_figures_repeated_in_captions_are_known_as_repeats() -> None:
    article = seed("002")
    texts = [s.text for s in article.sentences if s.repeat_of is None and s.cls in TEXT_CLASSES]
    assert sum("four fresh battlegroups of troops deploy" in t for t in texts) == 1
