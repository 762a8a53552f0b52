"""RSS, Atom and RDF feeds -> a document an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.corpus.dates import moment
from tui.corpus.raw import Hints, RawDocument, Unreadable
from tui.corpus.structured import record_document
from tui.records import DatePrecision

# Local names of elements by role, most telling first; namespaces differ more than names do.
_BODY = ("encoded", "content", "fulltext", "body")
_SUMMARY = ("description", "summary", "subtitle")
_DATE = ("pubdate", "published", "issued", "date", "updated", "created", "modified")


def read_feed(name: str, data: bytes) -> Iterator[RawDocument | Unreadable]:
    """The items of a feed, in its order. An item that has only a summary gives that."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        yield Unreadable(name, "the feed is not valid XML.")
        return
    items = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if not items:
        yield Unreadable(name, "the feed has no items.")
        return
    channel = next((element for element in root.iter() if _local(element) in ("channel", "feed")), root)
    outlet = _text(channel, ("title",))
    language = _text(channel, ("language",)) or channel.get("{http://www.w3.org/XML/1998/namespace}lang")
    for number, item in enumerate(items, 1):
        yield _document(f"{name}#{number}", item, outlet, language)


def _document(name: str, item: Any, outlet: str | None, language: str | None) -> RawDocument | Unreadable:
    body, summary = _text(item, _BODY), _text(item, _SUMMARY)
    if not body and not summary:
        return Unreadable(name, "the item has no text.")
    when = next((found for child in _children(item, _DATE) if (found := moment(child.text))), None)
    hints = Hints(
        title=_text(item, ("title",)),
        outlet=_text(item, ("source",)) or outlet,
        url=_link(item),
        published=when.day if when else None,
        published_precision=when.precision if when else DatePrecision.UNKNOWN,
        published_time=when.time if when else None,
        authors=tuple(person for child in _children(item, ("creator", "author")) if (person := _person(child))),
        language=language[:2].lower() if language else None,
    )
    notes = () if body else ("Only a summary is given.",)
    return record_document(name, body or summary or "", hints, summary if body else None, notes)


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def _children(item: Any, names: tuple[str, ...]) -> list[Any]:
    """The children with one of the names, in the order of the names."""
    return [child for name in names for child in item if _local(child) == name]


def _text(item: Any, names: tuple[str, ...]) -> str | None:
    """The text of the first such child that has any; XHTML inside it stays HTML."""
    from lxml import etree

    for child in _children(item, names):
        text = child.text or ""
        if len(child):
            text += "".join(etree.tostring(inner, encoding="unicode") for inner in child)
        if text.strip():
            return str(text.strip())
    return None


def _link(item: Any) -> str | None:
    links = _children(item, ("link", "guid", "id"))
    for link in sorted(links, key=lambda element: element.get("rel", "alternate") != "alternate"):
        address = (link.get("href") or link.text or "").strip()
        if address.startswith(("http://", "https://")):
            return str(address)
    return None


def _person(element: Any) -> str | None:
    """`mail@host (Name)`, `<author><name>Name</name></author>` or the name itself."""
    text = _text(element, ("name",)) or (element.text or "").strip()
    if "(" in text and "@" in text:
        text = text.split("(", 1)[1].rstrip(") ")
    return text if text and "@" not in text else None
