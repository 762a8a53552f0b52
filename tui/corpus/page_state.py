"""Article bodies in the JSON that pages carry for their own scripts: what stands there when the markup shows a teaser.

Pages built in the browser, or cut short for those who do not pay, often hold the whole text as data: an object with a
body field, or a list of paragraphs. Any script is searched; no site's form is assumed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tui.corpus.fields import ROLES, letters
from tui.corpus.json_ld import MAX_SCRIPT

MIN_WORDS = 60
"""A text of fewer words is no body."""
MAX_STARTS = 40
"""How many places of one script are tried as the start of JSON."""
MAX_VALUES = 200_000

_START = re.compile(r"(?:^|[=(,:]|return)\s*(?=[{\[])")
_PARSED = re.compile(r"JSON\.parse\(\s*(?=\")")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s*(?:</\w+>\s*)*$")
_BODY_KEYS = frozenset(ROLES["body"])
_TEXT_KEYS = ("text", "content", "html", "value", "data", "body", "paragraph", "texthtml")
_NESTED_KEYS = ("children", "content", "nodes", "items", "paragraphs", "elements", "body", "model", "blocks", "data")
_DECODER = json.JSONDecoder(strict=False)


def bodies(root: Any) -> list[str]:
    """Texts (paragraphs parted by blank lines, or HTML) that may be the page's body, the longest first."""
    found: list[str] = []
    for element in root.iter("script"):
        text = element.text or ""
        if 500 < len(text) <= MAX_SCRIPT and "ld+json" not in (element.get("type") or ""):
            for value in _values(text):
                found.extend(_bodies_in(value))
    return sorted(dict.fromkeys(found), key=len, reverse=True)


def _values(script: str) -> Iterator[Any]:
    """The JSON values of some size in a script, outermost first."""
    position = 0
    for _ in range(MAX_STARTS):
        start = _START.search(script, position)
        parsed = _PARSED.search(script, position)
        if parsed is not None and (start is None or parsed.start() <= start.start()):
            start = parsed
        if start is None:
            return
        position = start.end()
        try:
            value, end = _DECODER.raw_decode(script, start.end())
            if isinstance(value, str):
                value = json.loads(value, strict=False)
        except (ValueError, RecursionError):
            continue
        if end - position > 400:
            yield value
        position = max(end, position + 1)


def _bodies_in(value: Any) -> Iterator[str]:
    stack = [value]
    for _ in range(MAX_VALUES):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, dict):
            for name, inner in item.items():
                if isinstance(inner, str):
                    if letters(name) in _BODY_KEYS and len(inner.split()) >= MIN_WORDS:
                        yield inner
                else:
                    stack.append(inner)
        elif isinstance(item, list):
            text = _paragraphs(item)
            if text is not None:
                yield text
            stack.extend(item)


def _paragraphs(items: list[Any]) -> str | None:
    """The text of a list that is mostly paragraphs of prose, or None."""
    parts = [part for part in (_text(item, 0) for item in items[:2000]) if part]
    prose = [part for part in parts if len(part.split()) >= 8 and _STOP.search(part)]
    words = sum(len(part.split()) for part in prose)
    if len(prose) < 3 or words < MIN_WORDS or len(prose) < 0.5 * len(parts):
        return None
    return "\n\n".join(parts)


def _text(item: Any, depth: int) -> str:
    """The text of one node of a tree of rich text."""
    if isinstance(item, str):
        return item
    if depth > 8:
        return ""
    if isinstance(item, list):
        return "".join(_text(inner, depth + 1) for inner in item)
    if not isinstance(item, dict):
        return ""
    for key in _TEXT_KEYS:
        if isinstance(item.get(key), str):
            return str(item[key])
    return next((text for key in _NESTED_KEYS if key in item and (text := _text(item[key], depth + 1))), "")
