"""Live blogs: the posts of a page, each with its own time, from JSON-LD or from elements alike that each hold a
time."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tui.corpus.dates import moment
from tui.corpus.html_blocks import Block, Kind, Page, Sign
from tui.corpus.html_body import DROP
from tui.corpus.json_ld import Graph, string

MIN_POSTS = 3
POST_WORDS = 12
"""Posts have this many words of prose on average; what has fewer is a ticker or a list of links."""
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s*([ap])?\.?(?:m\b)?", re.I)
_STAMPS = ("datetime", "data-timestamp", "data-time", "data-date", "data-published", "data-epoch", "data-utc")


@dataclass(frozen=True, slots=True)
class LivePost:
    """One post. Its text is either `blocks` of the page or `body`, text or HTML that the page states."""

    heading: str | None
    author: str | None
    published: dt.datetime | None
    blocks: tuple[int, ...] = ()
    body: str = ""


def stated_posts(graph: Graph, article: dict[str, Any]) -> list[LivePost]:
    """The posts of a `LiveBlogPosting`, in its order."""
    updates = article.get("liveBlogUpdate")
    out = []
    for update in updates if isinstance(updates, list) else [updates]:
        update = graph.resolve(update)
        if not isinstance(update, dict):
            continue
        body = (
            string(update.get("articleBody")) or string(update.get("text")) or string(update.get("description")) or ""
        )
        heading = string(update.get("headline")) or string(update.get("name"))
        when = moment(update.get("datePublished")) or moment(update.get("dateCreated"))
        author = next(iter(graph.names(update.get("author"))), None)
        if body or heading:
            out.append(LivePost(heading, author, when.time if when else None, body=body))
    return out


def marked_posts(page: Page, signs: list[frozenset[Sign]], day: dt.date | None) -> list[LivePost]:
    """The posts that the markup tells apart: three elements alike or more, each with a time and prose of its own, that
    hold most of the page's prose. `day` is that of the page, for posts that show only a clock."""
    prose = [i for i, block in enumerate(page.blocks) if _is_prose(block) and not signs[i] & (DROP - {Sign.BYLINE})]
    total = sum(page.blocks[i].words for i in prose)
    if not total:
        return []
    words = Counter[int]()
    for i in prose:
        for index in page.above(page.blocks[i].node):
            words[index] += page.blocks[i].words
    groups: dict[tuple[int, str], list[int]] = {}
    for index, node in enumerate(page.nodes):
        if words[index]:
            groups.setdefault((node.parent, node.label), []).append(index)
    best: list[int] = []
    for group in groups.values():
        held = sum(words[index] for index in group)
        if (
            len(group) >= MIN_POSTS
            and held >= 0.6 * total
            and held >= POST_WORDS * len(group)
            and len(group) > len(best)
        ):
            timed = [index for index in group if _stamp(page.nodes[index].element) is not None]
            if len(timed) >= MIN_POSTS and len(timed) >= 0.7 * len(group):
                best = group
    blocks: dict[int, list[int]] = {index: [] for index in best}
    for i, block in enumerate(page.blocks):
        for index in page.above(block.node):
            if index in blocks:
                blocks[index].append(i)
    posts = [_post(page, signs, index, blocks[index], day) for index in best]
    return [post for post in posts if post.blocks]


def _post(page: Page, signs: list[frozenset[Sign]], node: int, blocks: list[int], day: dt.date | None) -> LivePost:
    stamp, shown = _stamp(page.nodes[node].element) or (None, "")
    kept = []
    for i in blocks:
        block = page.blocks[i]
        if not signs[i] & DROP and block.linked < 0.8 and block.text != shown and not _is_stamp(block.text):
            kept.append(i)
    heading = next((page.blocks[i].text for i in kept if page.blocks[i].kind is Kind.HEADING), None)
    author = next(
        (page.blocks[i].text for i in blocks if Sign.BYLINE in signs[i] and _is_name(page.blocks[i].text)), None
    )
    body = tuple(i for i in kept if page.blocks[i].text != heading)
    return LivePost(heading, author, _when(stamp, day), body)


def _stamp(element: Any) -> tuple[str, str] | None:
    """What an element says of its time, as a machine reads it, and as it is shown."""
    for inner in element.iter("time"):
        shown = " ".join(inner.text_content().split())
        return str(inner.get("datetime") or shown[:80]), shown
    for inner in element.iter():
        for name in _STAMPS:
            value = inner.get(name)
            if value and moment(value):
                return str(value), " ".join(inner.text_content().split())
    for inner in element.iter("span", "p", "div", "h2", "h3", "h4", "strong"):
        text = " ".join((inner.text or "").split())
        if text and _is_stamp(text):
            return text, text
    return None


def _is_stamp(text: str) -> bool:
    """Whether a text is a time and little else: `14:32 GMT`, `4h ago (09.15)`, `Updated at 3:05pm`."""
    return len(text) <= 40 and _CLOCK.search(text) is not None and len(re.findall(r"[^\W\d_]{2,}", text)) <= 5


def _when(stamp: str | None, day: dt.date | None) -> dt.datetime | None:
    if stamp is None:
        return None
    found = moment(stamp)
    if found is not None and found.time is not None:
        return found.time
    clock = _CLOCK.search(stamp)
    if found is not None:
        day = found.day
    if clock is None or day is None:
        return None
    hour = int(clock[1])
    half = (clock[3] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.datetime.combine(day, dt.time(hour, int(clock[2])))


def _is_prose(block: Block) -> bool:
    return block.kind in (Kind.TEXT, Kind.ITEM) and block.words >= 8 and block.linked < 0.5


def _is_name(text: str) -> bool:
    words = text.removeprefix("By ").split()
    return 1 < len(words) <= 4 and all(word[:1].isupper() for word in words) and not any(c.isdigit() for c in text)
