"""What each line of a scrape is. Every line gets a class and the name of the rule that gave it."""

from __future__ import annotations

import re

from tui.corpus.model import Line, LineClass

_URL_ONLY = re.compile(r"https?://\S+$")
_SCRIPT = re.compile(r"<!–|<!--|^\s*\(function|^\s*(?:var|let|const) \w+ ?=|^[\w.]+\([^)]*\);?\s*$|^\s*[\w.]+ = [^;]*;$|^\}\(")
_FOOTER = re.compile(r"^(?:source link|original url\b.*|stay in touch|related articles|spot_img)$", re.I)
_FURNITURE = re.compile(r"^(?:read more\b.*|click here\b.*|\[file:.*\]|advertisement|share|sign up\b.*)$", re.I)
_BYLINE = re.compile(r"^by ?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,4}(?: (?:for|in|and) .{3,60})?$")
_CREDIT = re.compile(r"\b(?:picture|photo|image|photograph|credit)s?: ?[^.]{2,80}$|\[file: [^\]]+\]$", re.I)
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")


def classify(text: str, spans: list[tuple[int, int]], known: dict[int, tuple[LineClass, str]]) -> tuple[Line, ...]:
    """The lines with their classes; `known` are the lines that the header reader has classed already."""
    out: list[Line] = []
    seen: dict[str, int] = {}
    for index, (start, end) in enumerate(spans):
        line = text[start:end].strip()
        cls, rule = known.get(index) or _one(line)
        repeat = None
        if len(line) > 20:
            key = _key(line)
            repeat = seen.setdefault(key, index)
            repeat = None if repeat == index else repeat
        out.append(Line(start, end, cls, rule, repeat))
    return tuple(out)


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line).casefold().strip()


def _one(line: str) -> tuple[LineClass, str]:
    if not line:
        return LineClass.BLANK, "blank"
    if _SCRIPT.search(line):
        return LineClass.SCRIPT, "script"
    if _FOOTER.match(line):
        return LineClass.FOOTER, "footer"
    if _FURNITURE.match(line):
        return LineClass.FURNITURE, "furniture"
    if _URL_ONLY.match(line):
        return LineClass.METADATA, "address"
    if _BYLINE.match(line):
        return LineClass.BYLINE, "byline"
    if _CREDIT.search(line):
        return LineClass.CAPTION, "credit at the end"
    if len(line) < 110 and not _TERMINAL.search(line) and len(line.split()) <= 16:
        return LineClass.HEADING, "short without a full stop"
    return LineClass.BODY, "prose"
