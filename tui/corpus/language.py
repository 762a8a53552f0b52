"""Which language a text is in, told by its script and its commonest words. Small, offline, and only sure of English."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
DATA = Path(__file__).resolve().parent.parent / "data" / "function_words.txt"
# Letters that belong to one script, with the language meant where nothing closer tells.
_SCRIPTS = {
    "ja": ("Japanese", re.compile("[\u3040-\u30ff]")),
    "ko": ("Korean", re.compile("[\uac00-\ud7af]")),
    "zh": ("Chinese", re.compile("[\u4e00-\u9fff]")),
    "uk": ("Ukrainian", re.compile("[іїєґІЇЄҐ]")),
    "ru": ("Russian", re.compile("[\u0400-\u04ff]")),
    "fa": ("Persian", re.compile("[پچژگ]")),
    "ar": ("Arabic", re.compile("[\u0600-\u06ff]")),
    "he": ("Hebrew", re.compile("[\u0590-\u05ff]")),
    "el": ("Greek", re.compile("[\u0370-\u03ff]")),
    "hi": ("Hindi", re.compile("[\u0900-\u097f]")),
    "bn": ("Bengali", re.compile("[\u0980-\u09ff]")),
    "ta": ("Tamil", re.compile("[\u0b80-\u0bff]")),
    "th": ("Thai", re.compile("[\u0e00-\u0e7f]")),
    "my": ("Burmese", re.compile("[\u1000-\u109f]")),
    "ka": ("Georgian", re.compile("[\u10a0-\u10ff]")),
    "hy": ("Armenian", re.compile("[\u0530-\u058f]")),
    "am": ("Amharic", re.compile("[\u1200-\u137f]")),
}
_NOT_LATIN = re.compile("[^\\W\\d_\u0000-\u024f]")
_SAMPLE = 4_000
_LEAST_WORDS = 8
_SURELY_ENGLISH = 0.3
_ENGLISH_SHARE = 0.15
"""In English news a third of the words and more are of the list; in other languages hardly one in ten is."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None where there are too few words to tell.

    "und" where it is surely not English but no other language fits.
    """
    sample = text[:_SAMPLE]
    languages = _languages()
    if not sample.isascii():
        foreign = len(_NOT_LATIN.findall(sample))
        if foreign and foreign > 0.5 * sum(map(str.isalpha, sample)):
            return _by_script(sample)
    counts = Counter(_WORD.findall(sample.lower()))
    words = counts.total()
    if words < _LEAST_WORDS:
        return None
    if sum(counts[w] for w in languages["en"][1]) >= _SURELY_ENGLISH * words:
        return "en"
    shares = {code: sum(counts[w] for w in known) / words for code, (_, known) in languages.items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if best == "en" or shares["en"] >= max(_ENGLISH_SHARE, 0.8 * shares[best]):
        return "en"
    if shares[best] >= _ENGLISH_SHARE:
        return best
    # Headlines and lists have few small words; say nothing about a text that is neither.
    return None if words < 60 or shares["en"] >= 0.05 else "und"


def language_name(code: str) -> str:
    """The English name of a language, for notices."""
    code = code[:2].lower()
    known = _languages().get(code) or _SCRIPTS.get(code)
    return known[0] if known else "another language"


def _by_script(sample: str) -> str:
    counts = {code: len(pattern.findall(sample)) for code, (_, pattern) in _SCRIPTS.items()}
    best = max(counts, key=lambda code: counts[code])
    if best == "ru" and counts["uk"] > 0.01 * counts["ru"]:
        return "uk"
    if best == "ar" and counts["fa"] > 0.01 * counts["ar"]:
        return "fa"
    if best == "zh" and counts["ja"] > 0.05 * counts["zh"]:
        return "ja"
    return best if counts[best] else "und"


@cache
def _languages() -> dict[str, tuple[str, frozenset[str]]]:
    """Code -> name and commonest words."""
    out = {}
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, words = line.split("\t")
            out[code] = name, frozenset(words.split())
    return out
