"""A parsed page as a row of text blocks, each with what the markup says of it. Nothing is chosen here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Any

MAX_BLOCKS = 50_000
"""More blocks than the longest live blog has; the rest of a page is not read."""

_LONG_NUMBER = re.compile(r"\d{4,}")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

# Never text, whatever the page. A form may wrap a whole page, so only its controls are left out.
_SKIP = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video select option button textarea "
    "input label head title meta link map progress meter datalist".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike "
    "strong sub sup time tt u var wbr nobr amp-link".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Kind(StrEnum):
    """What the tag of a block says it is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"


class Sign(StrEnum):
    """What an element says of itself by its tag, role or class names."""

    CHROME = "chrome"  # navigation, page head and foot, banners
    RELATED = "related"  # links to other articles
    PROMO = "promo"  # newsletters, adverts, sharing, comments
    BYLINE = "byline"  # author, time stamp, tags
    CAPTION = "caption"
    STANDFIRST = "standfirst"
    BODY = "body"
    HIDDEN = "hidden"


_WORDS_OF_SIGNS = (
    (
        Sign.CHROME,
        "nav navigation navbar menu masthead breadcrumb breadcrumbs cookie cookies consent gdpr modal popup toolbar "
        "skip pagination paging pager login signin search sitefooter siteheader topbar",
    ),
    (
        Sign.RELATED,
        "related recirc recirculation recommended recommendations recommendation trending popular mostread "
        "mostviewed readmore readnext upnext outbrain taboola teaser teasers seealso morefrom moreon latest "
        "carousel suggested suggestions playlist",
    ),
    (
        Sign.PROMO,
        "promo promos promotion newsletter subscribe subscription signup ad ads advert advertisement advertising "
        "sponsor sponsored share sharing sharebar social comments comment disqus poll quiz donate donation paywall cta "
        "marketing merch toolbox livefyre spotim viafoura follow survey copyright disclaimer tooltip",
    ),
    (
        Sign.BYLINE,
        "byline bylines author authors authorbio bio timestamp dateline pubdate published tags taglist topics "
        "keywords readtime correspondent contributors kicker eyebrow sectionlabel updated",
    ),
    (Sign.CAPTION, "caption captions figcaption credit credits wp-caption imagecredit photocredit gallery"),
    (
        Sign.STANDFIRST,
        "standfirst dek deck subtitle subhead subheadline subheading subhed strapline strap lede excerpt "
        "synopsis keypoints tldr summary bullets chapo",
    ),
    (Sign.BODY, "articlebody storybody entry postcontent articlecontent articletext storytext bodytext storycontent"),
)
_BY_WORD = {word: sign for sign, words in _WORDS_OF_SIGNS for word in words.split()}
# Two words side by side that mean what neither does alone.
_BY_PAIR = {
    ("read", "more"): Sign.RELATED, ("read", "next"): Sign.RELATED, ("most", "read"): Sign.RELATED,
    ("most", "viewed"): Sign.RELATED, ("more", "from"): Sign.RELATED, ("more", "on"): Sign.RELATED,
    ("up", "next"): Sign.RELATED, ("see", "also"): Sign.RELATED, ("more", "stories"): Sign.RELATED,
    ("top", "stories"): Sign.RELATED, ("other", "stories"): Sign.RELATED, ("editors", "picks"): Sign.RELATED,
    ("sign", "up"): Sign.PROMO, ("sign", "in"): Sign.CHROME, ("log", "in"): Sign.CHROME, ("time", "stamp"): Sign.BYLINE,
    ("read", "time"): Sign.BYLINE, ("reading", "time"): Sign.BYLINE, ("sub", "title"): Sign.STANDFIRST,
    ("sub", "headline"): Sign.STANDFIRST, ("sub", "head"): Sign.STANDFIRST, ("sub", "heading"): Sign.STANDFIRST,
    ("key", "points"): Sign.STANDFIRST, ("stand", "first"): Sign.STANDFIRST, ("article", "body"): Sign.BODY,
    ("story", "body"): Sign.BODY, ("article", "content"): Sign.BODY, ("post", "content"): Sign.BODY,
    ("entry", "content"): Sign.BODY, ("story", "content"): Sign.BODY, ("article", "text"): Sign.BODY,
    ("body", "text"): Sign.BODY, ("story", "text"): Sign.BODY, ("body", "content"): Sign.BODY,
    ("site", "footer"): Sign.CHROME, ("page", "footer"): Sign.CHROME, ("global", "footer"): Sign.CHROME,
    ("site", "header"): Sign.CHROME, ("visually", "hidden"): Sign.HIDDEN, ("sr", "only"): Sign.HIDDEN,
    ("screen", "reader"): Sign.HIDDEN, ("print", "only"): Sign.HIDDEN,
}  # fmt: skip
_BY_TAG = {
    "nav": Sign.CHROME, "footer": Sign.CHROME, "dialog": Sign.CHROME, "aside": Sign.RELATED,
    "figcaption": Sign.CAPTION, "address": Sign.BYLINE,
}  # fmt: skip
_BY_ROLE = {
    "navigation": Sign.CHROME, "contentinfo": Sign.CHROME, "banner": Sign.CHROME, "search": Sign.CHROME,
    "dialog": Sign.CHROME, "complementary": Sign.RELATED,
}  # fmt: skip
_NAMING = ("class", "id", "data-testid", "data-component", "data-type")
_BY_ITEMPROP = {"articlebody": Sign.BODY, "author": Sign.BYLINE, "datepublished": Sign.BYLINE, "caption": Sign.CAPTION}


@dataclass(slots=True)
class Node:
    """One element on the way to text.

    `label` is its tag and class names, the same for elements alike; `parent` indexes `Page.nodes`; `words` and
    `link_words` are counted over all blocks below it.
    """

    tag: str
    parent: int
    signs: frozenset[Sign]
    label: str
    element: Any
    words: int = 0
    link_words: int = 0


@dataclass(slots=True)
class Block:
    """A run of text between block-level borders. `node` is its element; `words` and `link_words` count what is
    linked."""

    text: str
    kind: Kind
    node: int
    words: int = 0
    link_words: int = 0

    @property
    def linked(self) -> float:
        """The share of words that stand in links."""
        return self.link_words / self.words if self.words else 0.0


@dataclass(slots=True)
class Page:
    """The blocks of a page in order, and the elements above them."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def above(self, node: int) -> list[int]:
        """The node and all its ancestors, nearest first."""
        out = []
        while node >= 0:
            out.append(node)
            node = self.nodes[node].parent
        return out


def signs_of(element: Any) -> frozenset[Sign]:
    """What an element says of itself."""
    found: set[Sign] = set()
    tag = element.tag
    if tag in _BY_TAG:
        found.add(_BY_TAG[tag])
    get = element.get
    role = get("role")
    if role in _BY_ROLE:
        found.add(_BY_ROLE[role])
    for name in ("itemprop", "property"):
        for word in (get(name) or "").lower().split():
            if word in _BY_ITEMPROP:
                found.add(_BY_ITEMPROP[word])
    if get("hidden") is not None or get("aria-hidden") == "true":
        found.add(Sign.HIDDEN)
    names = " ".join(value for name in _NAMING if (value := get(name)))
    return frozenset(found) | _named(names[:400]) if names else frozenset(found)


@lru_cache(maxsize=1 << 14)
def _named(names: str) -> frozenset[Sign]:
    """What class names and the like say."""
    found: set[Sign] = set()
    for name in names.split():
        parts = [part.lower() for part in _TOKEN.findall(name)]
        found.update(_BY_WORD[part] for part in parts if part in _BY_WORD)
        found.update(_BY_PAIR[pair] for pair in pairwise(parts) if pair in _BY_PAIR)
    return frozenset(found)


def read_blocks(root: Any) -> Page:
    """The text blocks below `root` (an lxml element), in document order. Iterative: depth costs no stack."""
    page = Page()
    builder = _Builder(page)
    # (element, enter) pairs: an element is entered, its children follow, then it is left.
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack and len(page.blocks) < MAX_BLOCKS:
        element, enter = stack.pop()
        tag = element.tag
        if not enter:
            builder.leave(tag)
            builder.add(element.tail)
            continue
        if not isinstance(tag, str) or tag in _SKIP:
            builder.add(element.tail)
            continue
        if tag == "br":
            builder.line_break()
            builder.add(element.tail)
            continue
        builder.enter(element, tag)
        builder.add(element.text)
        stack.append((element, False))
        stack.extend((child, True) for child in reversed(element))
    builder.flush()
    _count(page)
    return page


class _Builder:
    """Collects the running text between block-level borders."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: list[int] = [-1]
        self.links = 0
        self.parts: list[str] = []
        self.link_parts: list[str] = []
        self.breaks = 0

    def enter(self, element: Any, tag: str) -> None:
        if tag == "a":
            self.links += 1
        if tag in _INLINE:
            return
        self.flush()
        signs = signs_of(element)
        label = f"{tag}.{_LONG_NUMBER.sub('', element.get('class') or '')}"
        self.page.nodes.append(Node(tag, self.open[-1], signs, label, element))
        self.open.append(len(self.page.nodes) - 1)

    def leave(self, tag: str) -> None:
        if tag == "a":
            self.links -= 1
        if tag in _INLINE:
            return
        self.flush()
        self.open.pop()

    def add(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self.breaks = 0
        self.parts.append(text)
        if self.links:
            self.link_parts.append(text)

    def line_break(self) -> None:
        """One break is a space, two part paragraphs."""
        self.breaks += 1
        if self.breaks >= 2:
            self.flush()
        else:
            self.parts.append(" ")

    def flush(self) -> None:
        text = _SPACE.sub(" ", "".join(self.parts)).strip() if self.parts else ""
        if text and self.open[-1] >= 0:
            block = Block(text, self._kind(), self.open[-1])
            block.words = len(_WORD.findall(text))
            if self.link_parts:
                block.link_words = len(_WORD.findall(" ".join(self.link_parts)))
            if block.words:
                self.page.blocks.append(block)
        self.parts.clear()
        self.link_parts.clear()
        self.breaks = 0

    def _kind(self) -> Kind:
        nodes = self.page.nodes
        for depth, index in enumerate(reversed(self.open)):
            if index < 0 or depth > 6:
                break
            tag = nodes[index].tag
            if tag in _HEADINGS:
                return Kind.HEADING
            if tag == "figcaption" or Sign.CAPTION in nodes[index].signs:
                return Kind.CAPTION
            if tag == "li":
                return Kind.ITEM
            if tag in ("td", "th") and not depth:  # a paragraph in a cell is laid out by a table, not listed in one
                return Kind.CELL
            if tag in ("article", "section", "main", "body"):
                break
        return Kind.TEXT


def _count(page: Page) -> None:
    for block in page.blocks:
        for index in page.above(block.node):
            page.nodes[index].words += block.words
            page.nodes[index].link_words += block.link_words
