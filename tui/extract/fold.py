"""Folding for matching: one character for one, so offsets stay those of the original."""

from __future__ import annotations

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


def fold(text: str) -> str:
    """`text` with typographic quotes, dashes, spaces and look-alike letters replaced one for one."""
    return text.translate(_TABLE)
