"""Which blocks of a page are its article: markup, link density, place, a second extractor, and what the page itself
says.

No rule is keyed to a site. A block is judged by its neighbours and its ancestors: an article is the largest run of
prose under one element, and what else stands there is told by its markup.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tui.corpus.html_blocks import Block, Kind, Page, Sign

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
DROP = frozenset({Sign.CHROME, Sign.RELATED, Sign.PROMO, Sign.BYLINE, Sign.HIDDEN})

PROSE_WORDS = 8
"""A block of fewer words is not taken as a paragraph of an article on its own."""
FEW = 80
"""An extractor that finds fewer words than this has not found the article."""
LONG = 20
"""A block of as many words is one even if it does not end as a sentence does."""
CARD_WORDS = 80
"""A card that leads to another article (headline, a sentence, a date) has no more words."""
NEARLY_ALL = 0.85
"""The element that holds this share of the article's words holds the article."""
MOSTLY = 0.4
SEVERAL = 3
"""An element that holds this share of the prose, and so many blocks of it, alone or with its likes, is the article
whatever its class names say."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What others say the body is: a second extractor's text, and the page's own statements (JSON-LD, page state)."""

    extractor: str = ""
    stated: str = ""
    description: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article's blocks by number, in order, and which of them are standfirst, headings or captions."""

    blocks: tuple[int, ...] = ()
    standfirsts: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()
    captions: frozenset[int] = frozenset()
    region: int = -1


def key(text: str) -> str:
    """The words of a text, lower-cased: what two copies of a line share."""
    return " ".join(_WORD.findall(text.lower()))


class Runs:
    """Asks how much of a line stands in a text, by runs of three words (a line shorter than that: as a whole line)."""

    def __init__(self, text: str) -> None:
        self.lines = {key(line.lstrip("- ")) for line in text.split("\n")}
        self.order = _WORD.findall(text.lower())
        self.words = len(self.order)
        self.runs = set(zip(self.order, self.order[1:], self.order[2:], strict=False))

    def share(self, text: str) -> float:
        words = _WORD.findall(text.lower())
        if len(words) < 3:
            return float(" ".join(words) in self.lines)
        runs = list(zip(words, words[1:], words[2:], strict=False))
        return sum(run in self.runs for run in runs) / len(runs)


def choose(page: Page, signs: list[frozenset[Sign]], evidence: Evidence) -> Chosen:
    """The blocks that are the article. `signs` are those of `block_signs`."""
    extractor = Runs(evidence.extractor)
    stated = Runs(evidence.stated)
    kept = [extractor.share(block.text) >= 0.7 for block in page.blocks]
    said = [stated.words >= 40 and stated.share(block.text) >= 0.7 for block in page.blocks]
    prose = [_is_prose(block) for block in page.blocks]
    free = [i for i in range(len(page.blocks)) if prose[i] and not signs[i] & DROP]
    core = [i for i in free if kept[i] or said[i]]
    alone = sum(page.blocks[i].words for i in core) < FEW  # the extractor found next to nothing, or was not asked
    if alone:
        core = free or [i for i in range(len(page.blocks)) if prose[i] and kept[i]]
    if not core:
        return Chosen()
    region, body = _region(page, core)
    first, last = body[0], body[-1]
    shapes = Counter(_shape(page, page.blocks[i]) for i in body)
    chosen = set(body)
    for i, block in enumerate(page.blocks):
        if i in chosen or signs[i] & DROP or region not in page.above(block.node):
            continue
        between, known = first < i < last, shapes[_shape(page, block)]
        if (
            (between and prose[i] and known >= 2)
            or (between and (kept[i] or (alone and block.kind is Kind.HEADING)) and block.linked < 0.6)
            or (i > last and kept[i] and block.linked < 0.3 and known)
        ):
            chosen.add(i)
    chosen -= _around(page, chosen, stated)
    standfirsts = _standfirsts(page, signs, evidence, first) - chosen
    standfirsts |= _opening_points(page, chosen)
    chosen |= standfirsts
    chosen -= _loose_headings(page, chosen)
    return Chosen(
        tuple(sorted(chosen)),
        standfirsts=frozenset(standfirsts),
        headings=frozenset(i for i in chosen - standfirsts if page.blocks[i].kind is Kind.HEADING),
        captions=frozenset(i for i in chosen if Sign.CAPTION in signs[i] or page.blocks[i].kind is Kind.CAPTION),
        region=region,
    )


def _around(page: Page, chosen: set[int], stated: Runs) -> set[int]:
    """Blocks before and behind the body that the page states, where it states all of it."""
    share = {i: stated.share(page.blocks[i].text) for i in chosen}
    said = [i for i in sorted(chosen) if share[i] >= 0.7]
    if stated.words < 150 or sum(page.blocks[i].words for i in said) < 0.9 * stated.words:
        return set()
    return {i for i in chosen if (i < said[0] or i > said[-1]) and share[i] < 0.3}


def _standfirsts(page: Page, signs: list[frozenset[Sign]], evidence: Evidence, first: int) -> set[int]:
    """Blocks between the headline and the body that are called a standfirst, or say what the page's summary says."""
    title = key(evidence.title)
    tops = [
        i
        for i in range(first)
        if page.nodes[page.blocks[i].node].tag == "h1" or (title and key(page.blocks[i].text) == title)
    ]
    summary = Runs(evidence.description)
    out = set()
    for i in range(tops[-1] + 1 if tops else first, first):
        block = page.blocks[i]
        if block.words < 4 or block.linked >= 0.5 or key(block.text) == title or signs[i] & (DROP - {Sign.BYLINE}):
            continue
        called = Sign.STANDFIRST in signs[i]
        same = summary.words >= 4 and (
            summary.share(block.text) >= 0.7 or Runs(block.text).share(evidence.description) >= 0.7
        )
        if called or same:
            out.add(i)
    return out


def _opening_points(page: Page, chosen: set[int]) -> set[int]:
    """List items before the first paragraph: the story in points."""
    out: set[int] = set()
    for i in sorted(chosen):
        if page.blocks[i].kind is not Kind.ITEM:
            break
        out.add(i)
    return out if len(out) < len(chosen) else set()


def _loose_headings(page: Page, chosen: set[int]) -> set[int]:
    """Headings with nothing of the article under them: those of boxes that were left out."""
    out: set[int] = set()
    under = False
    for i in sorted(chosen, reverse=True):
        if page.blocks[i].kind is not Kind.HEADING:
            under = True
        elif not under:
            out.add(i)
    return out


def _is_prose(block: Block) -> bool:
    if block.kind not in (Kind.TEXT, Kind.ITEM, Kind.CELL) or block.linked >= 0.5:
        return False
    ends = _STOP.search(block.text) is not None
    return block.words >= (LONG if block.kind is Kind.CELL or not ends else PROSE_WORDS)


def _shape(page: Page, block: Block) -> tuple[str, str]:
    """What the block looks like to a style sheet: its own tag and class, and its parent's."""
    node = page.nodes[block.node]
    parent = page.nodes[node.parent].label if node.parent >= 0 else ""
    return node.label, parent


def block_signs(page: Page, extracted: str = "") -> list[frozenset[Sign]]:
    """For every block the signs of its elements, but for signs that most of the page's prose has.

    Prose is what the second extractor took, where it took anything: a page may have more comments than article.
    """
    extractor = Runs(extracted)
    words: Counter[int | str] = Counter()  # of an element, and of all elements with its label
    blocks: Counter[int | str] = Counter()
    total = 0
    for block in page.blocks:
        if _is_prose(block) and (not extractor.words or extractor.share(block.text) >= 0.7):
            above = page.above(block.node)
            total += block.words
            holders: list[int | str] = [*above, *{page.nodes[index].label for index in above}]
            for holder in holders:
                words[holder] += block.words
                blocks[holder] += 1
    links = _link_boxes(page)
    cache: dict[int, frozenset[Sign]] = {-1: frozenset()}
    for index, node in enumerate(page.nodes):  # parents come before children
        own = node.signs
        if own and any(words[h] > MOSTLY * total and blocks[h] >= SEVERAL for h in (index, node.label)):
            own -= DROP | {Sign.CAPTION}
        if index in links and words[index] <= MOSTLY * total:
            own |= {Sign.RELATED}
        cache[index] = cache[node.parent] | own
    return [cache[block.node] for block in page.blocks]


def _link_boxes(page: Page) -> set[int]:
    """Elements that point elsewhere: several blocks, mostly links, or three and more cards alike that each hold a
    link."""
    blocks = Counter(block.node for block in page.blocks)
    for index in range(len(page.nodes) - 1, 0, -1):
        blocks[page.nodes[index].parent] += blocks[index]
    out = {i for i, node in enumerate(page.nodes) if blocks[i] > 1 and node.link_words > 0.5 * node.words}
    cards: dict[tuple[int, str], list[int]] = {}
    for index, node in enumerate(page.nodes):
        if node.words:
            cards.setdefault((node.parent, node.label), []).append(index)
    for group in cards.values():
        linked = [
            i
            for i in group
            if page.nodes[i].words <= CARD_WORDS and page.nodes[i].link_words > 0.25 * page.nodes[i].words
        ]
        if len(group) >= 3 and len(linked) >= 0.8 * len(group):
            out.update(group)
    return out


def _region(page: Page, core: list[int]) -> tuple[int, list[int]]:
    """The lowest element that holds nearly all of the core's words; and the core's blocks that are the body.

    These are the ones in it, and those elsewhere that look just like them: a body may be cut in pieces by what stands
    between its paragraphs.
    """
    mass = Counter[int]()
    total = 0
    for i in core:
        block = page.blocks[i]
        total += block.words
        for index in page.above(block.node):
            mass[index] += block.words
    region = 0
    for index in range(len(page.nodes)):  # a child comes after its parent
        if mass[index] >= NEARLY_ALL * total and (page.nodes[index].parent == region or index == 0):
            region = index
    if Counter(page.blocks[i].node for i in core)[region] == 1 and page.nodes[region].parent >= 0:
        region = page.nodes[region].parent  # a lone paragraph: its neighbours belong to it
    inside = [i for i in core if region in page.above(page.blocks[i].node)]
    # A shape without any class name is no likeness.
    shapes = {
        shape
        for i in inside
        for shape in [_shape(page, page.blocks[i])]
        if any(label.partition(".")[2] for label in shape)
    }
    body = [i for i in core if i in inside or _shape(page, page.blocks[i]) in shapes]
    if len(body) > len(inside):
        common = set(page.above(page.blocks[body[0]].node))
        for i in body[1:]:
            common &= set(page.above(page.blocks[i].node))
        region = max(common)
    return region, body
