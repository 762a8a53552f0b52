"""A saved news page -> a document: the body out of the markup, the metadata out of the head."""

from __future__ import annotations

import logging
import re
from typing import Any

from tui.corpus.compose import Composer, Role
from tui.corpus.decode import decode
from tui.corpus.html_blocks import Kind, Sign, read_blocks
from tui.corpus.html_body import DROP, Chosen, Evidence, block_signs, choose, key
from tui.corpus.html_meta import hints_of, read_meta
from tui.corpus.raw import RawDocument

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)

_KINDS = {Kind.HEADING: Role.HEADING, Kind.CAPTION: Role.CAPTION}


def read_html(name: str, data: bytes, declared: str | None = None, url: str | None = None) -> RawDocument:
    """The article of the page `data`. `declared` and `url` are the charset and the address that came with it, if
    any."""
    charset = _CHARSET.search(data, 0, 8192)
    decoded = decode(data, declared or (charset[1].decode("ascii") if charset else None))
    root = parse(decoded.text)
    meta = read_meta(root)
    hints = hints_of(meta, root, url)
    page = read_blocks(root)
    extracted = _extractor(root)
    chosen = choose(page, Evidence(extracted, description=meta.description, title=hints.title or ""))
    composer = Composer()
    composer.add(hints.title or "", Role.TITLE)
    for i in chosen.blocks:
        composer.add(page.blocks[i].text, _role(chosen, i))
    return composer.document(name, hints, decoded.notes)


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
