"""A saved news page -> a document: the body out of the markup, the metadata out of the head."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import Any

from tui.corpus.compose import Composer, Role
from tui.corpus.decode import decode
from tui.corpus.html_blocks import Kind, Page, Sign, read_blocks
from tui.corpus.html_body import DROP, Chosen, Evidence, Runs, block_signs, choose, key
from tui.corpus.html_live import MIN_POSTS, LivePost, marked_posts, stated_posts
from tui.corpus.html_meta import Meta, hints_of, read_meta, saved_from, with_date_of_text
from tui.corpus.json_ld import string
from tui.corpus.page_state import MIN_WORDS, bodies
from tui.corpus.raw import Hints, RawDocument
from tui.records import DatePrecision

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)

_MARKUP = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|li|a|span|strong|em|b|i|img|figure|blockquote|table)\b[^<>]{0,2000}>", re.I
)
SECOND_OPINIONS = 4_000_000
"""Characters of a page up to which trafilatura and htmldate are asked too; they take a second for a million."""
SHORT = 400
"""A page that shows fewer words than this may hold more in its scripts."""
_KINDS = {Kind.HEADING: Role.HEADING, Kind.CAPTION: Role.CAPTION}


def read_html(name: str, data: bytes, declared: str | None = None, url: str | None = None) -> RawDocument:
    """The article of the page `data`. `declared` and `url` are the charset and the address that came with it, if
    any."""
    charset = _CHARSET.search(data, 0, 8192)
    decoded = decode(data, declared or (charset[1].decode("ascii") if charset else None))
    root = parse(decoded.text)
    meta = read_meta(root)
    asked = len(decoded.text) <= SECOND_OPINIONS
    hints = hints_of(meta, root, url or saved_from(decoded.text))
    page = read_blocks(root)
    extracted = _extractor(root) if asked else ""
    signs = block_signs(page, extracted)
    stated = string(meta.article.get("articleBody")) or ""
    evidence = Evidence(extracted, stated, meta.description, hints.title or "")
    chosen = choose(page, signs, evidence)
    if asked and hints.published_precision is not DatePrecision.DAY:
        hints = with_date_of_text(hints, _short_lines_at_the_top(page, chosen), root)
    composer = Composer()
    composer.add(hints.title or "", Role.TITLE)
    posts = _posts(page, signs, meta, hints)
    if posts:
        first = min((i for post in posts for i in post.blocks), default=0)
        _add_blocks(composer, page, chosen, [i for i in chosen.blocks if i < first])
        for post in posts:
            composer.open_post(post.heading, post.author, post.published)
            add_body(composer, post.body)
            _add_blocks(composer, page, chosen, post.blocks)
        return composer.document(name, hints, decoded.notes)
    shown = sum(page.blocks[i].words for i in chosen.blocks)
    whole = _whole_body(root, meta, page, chosen, shown)
    if whole is None:
        _add_blocks(composer, page, chosen, chosen.blocks)
    else:
        _add_blocks(composer, page, chosen, sorted(chosen.standfirsts))
        add_body(composer, whole, hints.title)
    return composer.document(name, hints, decoded.notes)


def _short_lines_at_the_top(page: Page, chosen: Chosen) -> list[str]:
    """The lines about headline and byline: where a page shows its date."""
    body = [i for i in chosen.blocks if i not in chosen.standfirsts]
    return [block.text for block in page.blocks[max(0, body[0] - 12) : body[0]] if block.words <= 15] if body else []


def add_body(composer: Composer, body: str, title: str | None = None) -> None:
    """A body that was stated as a string, text or HTML; a first line that repeats the title is left out."""
    if is_markup(body):
        add_fragment(composer, body, title)
        return
    for block in body.replace("\r\n", "\n").split("\n\n"):
        if title is None or block.strip() != title.strip():
            composer.add(block)


def is_markup(text: str) -> bool:
    """Whether a field holds HTML rather than text."""
    opens = text.lstrip().startswith("<") and _MARKUP.search(text[:2000]) is not None
    return opens or len(_MARKUP.findall(text[:20_000])) >= 2


def _posts(page: Page, signs: list[frozenset[Sign]], meta: Meta, hints: Hints) -> list[LivePost]:
    """The posts of a live blog, as the page states them or as its markup shows them, whichever says more."""
    stated = stated_posts(meta.graph, meta.article)
    marked = marked_posts(page, signs, hints.published)
    says = sum(len(post.body.split()) for post in stated)
    shows = sum(page.blocks[i].words for post in marked for i in post.blocks)
    return stated if len(stated) >= MIN_POSTS and says > 1.1 * shows else marked


def _whole_body(root: Any, meta: Meta, page: Page, chosen: Chosen, shown: int) -> str | None:
    """The body that the page states as data, where its markup shows `shown` words and that is only a part; else
    None."""
    candidates = [string(meta.article.get("articleBody")) or ""]
    if shown < SHORT:
        candidates += bodies(root)
    seen = Runs("\n".join(page.blocks[i].text for i in chosen.blocks) or meta.description)
    for candidate in candidates:
        text = plain_text(candidate)
        words = Runs(text)
        if words.words > max(MIN_WORDS, 1.6 * shown) and (seen.words < 4 or words.share(" ".join(seen.order)) >= 0.5):
            return candidate
    return None


def plain_text(markup: str) -> str:
    """The text of a string that may be HTML, a line a block."""
    return "\n".join(block.text for block in read_blocks(parse(markup)).blocks) if is_markup(markup) else markup


def _add_blocks(composer: Composer, page: Page, chosen: Chosen, blocks: Iterable[int]) -> None:
    for i in blocks:
        composer.add(page.blocks[i].text, _role(chosen, i))


def add_fragment(composer: Composer, markup: str, title: str | None = None) -> None:
    """The text of a piece of HTML (a feed's or a record's body field): all of it but what its markup calls something
    else."""
    page = read_blocks(parse(markup))
    same = key(title or "")
    for block, signs in zip(page.blocks, block_signs(page), strict=True):
        if not signs & DROP and block.linked < 0.8 and (not same or key(block.text) != same):
            composer.add(block.text, _KINDS.get(block.kind, Role.CAPTION if Sign.CAPTION in signs else Role.BODY))


def _role(chosen: Chosen, block: int) -> Role:
    for role, blocks in (
        (Role.STANDFIRST, chosen.standfirsts),
        (Role.CAPTION, chosen.captions),
        (Role.HEADING, chosen.headings),
    ):
        if block in blocks:
            return role
    return Role.BODY


def parse(text: str) -> Any:
    """The root element of a page; broken markup is mended, and a page without any is an empty one."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = html.document_fromstring("<html><body></body></html>")
    return root


def _extractor(root: Any) -> str:
    """What trafilatura takes for the body; nothing where it finds none or fails on a broken page."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(root, include_comments=False)
    except Exception:  # any failure of a second opinion is a missing second opinion
        return ""
    return str(found.text or "") if found is not None else ""
