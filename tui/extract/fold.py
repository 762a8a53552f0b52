"""Folding for matching: one character for one, so offsets stay those of the original."""

from __future__ import annotations

import re

_QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"'}
_SPACES = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u200b\ufeff\u00ad\t\n\r", " ")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
# Cyrillic and Greek capitals and small letters that scraped copies put in the place of Latin ones.
_LOOK_ALIKES = dict(
    zip(
        "АВЕЗІЈКМНОРСТУХЅаеіјорсухѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
        "ABE3IJKMHOPCTYXSaeijopcyxsdhqwABEZHIKMNOPTYXovp",
        strict=True,
    )
)
_TABLE = str.maketrans({**_QUOTES, **_SPACES, **_DASHES, **_LOOK_ALIKES})


_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:https?:|www\.|/|mailto:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")


def _words_of_link(m: re.Match[str]) -> str:
    """A markdown link as its words alone, blanks in the place of the rest; an image's as blanks."""
    if m.group().startswith("!"):
        return " " * len(m.group())
    before = m.start(1) - m.start()
    return " " * before + m.group(1) + " " * (m.end() - m.end(1))


# UTF-8 once read as Windows-1252 ("Putinâ€™s"): each broken sign as so many plain ones, in this order.
_BROKEN = (
    ("â€™", "'''"), ("â€˜", "'''"), ("â€œ", '"""'), ("â€“", "---"), ("â€”", "---"), ("â€¦", "..."), ("â€", '""'),
    ("Â£", " £"), ("Â\u00a0", "  "), ("Â ", "  "),
)  # fmt: skip


def fold(text: str) -> str:
    """`text` with typographic quotes, dashes, spaces, look-alikes replaced one for one, links by their words."""
    if "â€" in text or "Â" in text:
        for broken, plain in _BROKEN:
            text = text.replace(broken, plain)
    text = text.translate(_TABLE)
    return _LINK.sub(_words_of_link, text) if "](" in text else text
