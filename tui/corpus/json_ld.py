"""What a page states about itself in JSON-LD: the article's node, its publisher, its live-blog posts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

MAX_SCRIPT = 4_000_000
"""Characters of one script; a longer one is no metadata."""
MAX_NODES = 20_000

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|CreativeWork)$")
# Below these keys stand other things than the page's own article.
_ELSEWHERE = frozenset(
    "itemListElement isRelatedTo relatedLink citation comment mentions about video image associatedMedia isPartOf "
    "liveBlogUpdate hasPart blogPost breadcrumb publisher author".split()
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")


def load(script: str) -> Any:
    """The JSON of a script as publishers write it: in comments, with raw line ends or a comma too many; None if not
    JSON."""
    text = script.strip()[:MAX_SCRIPT]
    for shell in ("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["):
        text = text.removeprefix(shell)
    for shell in ("-->", "//]]>", "/*]]>*/", "]]>", ";"):
        text = text.strip().removesuffix(shell)
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def scripts(root: Any) -> list[Any]:
    """Every JSON-LD script of a page, parsed."""
    found = []
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            value = load(element.text or "")
            if value is not None:
                found.append(value)
    return found


class Graph:
    """The nodes of all JSON-LD scripts of a page."""

    def __init__(self, values: list[Any]) -> None:
        self.by_id: dict[str, dict[str, Any]] = {}
        self.nodes = list(self._walk(values))

    def _walk(self, values: list[Any]) -> Iterator[dict[str, Any]]:
        """Nodes in order, but for those that are about something else; every named node can be looked up."""
        stack: list[tuple[Any, bool]] = [(value, True) for value in reversed(values)]
        count = 0
        while stack and count < MAX_NODES:
            value, own = stack.pop()
            count += 1
            if isinstance(value, list):
                stack.extend((item, own) for item in reversed(value))
            elif isinstance(value, dict):
                name = value.get("@id")
                if isinstance(name, str) and len(value) > 1:
                    self.by_id.setdefault(name, value)
                if own and value.get("@type"):
                    yield value
                stack.extend(
                    (item, own and key not in _ELSEWHERE)
                    for key, item in reversed(value.items())
                    if isinstance(item, dict | list)
                )

    def article(self, title: str | None = None) -> dict[str, Any]:
        """The node of the page's article: the one with the page's headline, else the first with most to say; or {}."""
        found = [node for node in self.nodes if any(_ARTICLE.search(kind) for kind in types(node))]
        wanted = _key(title)

        def weight(node: dict[str, Any]) -> tuple[bool, bool, bool]:
            headline = _key(string(node.get("headline")) or string(node.get("name")))
            same = bool(wanted and headline and (wanted in headline or headline in wanted))
            return "datePublished" in node, same, "headline" in node

        return max(found, key=weight, default={})

    def resolve(self, value: Any) -> Any:
        """A reference `{"@id": ...}` -> the node it means."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id")), value)
        return value

    def names(self, value: Any) -> list[str]:
        """The names of the persons or organisations in `value` (a string, a node, a reference, a list of them)."""
        out: list[str] = []
        for item in value if isinstance(value, list) else [value]:
            item = self.resolve(item)
            if isinstance(item, dict):
                item = item.get("name")
                if isinstance(item, list):
                    out += [name for name in item if isinstance(name, str)]
                    continue
            if isinstance(item, str) and item.strip():
                out.append(item.strip())
        return out


def types(node: dict[str, Any]) -> list[str]:
    """The types of a node, without their namespace."""
    kinds = node.get("@type")
    return [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind]


def string(value: Any) -> str | None:
    """A string value; of a list its first, of a node its `@value` or `name`."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _key(text: str | None) -> str:
    return "".join(re.findall(r"\w+", (text or "").lower()))
