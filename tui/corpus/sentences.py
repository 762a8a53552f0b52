"""Text -> sentence spans. Exact offsets; knows abbreviations, quotes, bullets, and paragraphs glued without a space."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from heapq import merge

MAX_SENTENCE = 4000
"""Characters; what is longer (no sentence of a newspaper is) is cut at a space, so that later stages stay quick."""
_LEAST_PIECE = 15
"""Characters below which nothing is cut off where words are glued, but for a heading ("Cyber BerkutOn the one")."""

# Always followed by a name or a number: never the end of a sentence.
_TITLES = frozenset(
    "mr mrs ms messrs mx dr prof rev hon fr gen lt col maj sgt ssgt capt cpl cmdr cdr comdr adm brig pvt spc sen sens"
    " rep reps gov govs pres amb insp supt det st ste mt ft vs v cf eg e.g ie i.e viz gens cols maj.gen lt.gen lt.col"
    " brig.gen al art arts fig figs vol ca approx dept hrs secy".split()
)
# An abbreviation only where a number or a date follows ("No. 10", "Feb. 16").
_BEFORE_NUMBER = frozenset("no nos p pp par para sec ch jan feb mar apr jun jul aug sep sept oct nov dec".split())
# May end a sentence or stand inside one ("the U.S. president", "Acme Inc. said"): the next word decides.
_SOFT = frozenset("inc co corp ltd plc jr sr bros dist".split())
_STARTERS = frozenset(
    "The A An This That These Those He She It We They I You His Her Its Their Our My Your There Here In On At By For"
    " From With Without After Before Since Until During While When Where Who What Why How If Although Though Because"
    " As But And Or So Yet However Meanwhile Moreover Also Still Then Now Later Earlier Despite According Asked"
    " Speaking To Of Under Over Among Amid Both Some Many Most Few All No Not Nor One Two Three Several Other Others"
    " Another Each Every Such Last Next Together Even Only Just Once More Mr Mrs Ms Dr".split()
)
# Words that no sentence ends with: what is glued to them lost a space, nothing more.
_INSIDE = frozenset(
    "and or but nor the a an of to in on at by for from with without into onto than that which who whose his her its"
    " their our as is are was were be been has have had will would could".split()
)
_DAYS_MONTHS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep"
    " Sept Oct Nov Dec".split()
)
_SAID = frozenset(
    "said says asked asks told added adds wrote cried shouted replied warned tweeted joked quipped".split()
)

_OPENERS = "\"'“‘«([{"
# Each pattern begins with a set of characters, which the regular expression engine looks for quickly.
_STOP = re.compile(r"""[.!?\u2026][.!?\u2026]*(?P<close>["'”’»)\]]*(?:\[\d{1,3}\])?)(?P<gap>\s*)(?=\S)""")
_GLUED = re.compile(r"[A-Z](?<=[a-zà-ÿ][a-zà-ÿ][a-zà-ÿ][A-Z])")
_INNER_BULLET = re.compile(r"[•▪●◦‣]")
_NEXT = re.compile(r"[\s\"'“‘«(\[{\-–—•▪●◦‣*#>]{0,12}(\w[\w’'-]{0,40})?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_BULLET = re.compile(r"(?:[•▪●◦‣·*>–—-]+|\d{1,2}[.)])\s+")
_WORD = re.compile(r"\w+")
_CAPITAL_PAIR = re.compile(r"[A-Z](?<!\w.)\w{1,30}(?= ([A-Z]\w{1,30}))")
_INVISIBLE = (
    " \t\n\x0b\x0c\r\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u202f\u205f\u2060\u3000\ufeff"
)


class Vocabulary:
    """The words of an article, counted only if somebody asks: they tell two glued words from a name in camel case."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_WORD.findall(self._text))

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(found[0] + found[1] for found in _CAPITAL_PAIR.finditer(self._text))

    def __contains__(self, word: str) -> bool:
        """Whether the word stands alone somewhere."""
        return word in self._counts

    def is_name(self, word: str) -> bool:
        """Whether the word is written just so more than once, or as two words with capitals elsewhere."""
        return self._counts[word] > 1 or word in self._pairs


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and invisible characters at either end."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_INVISIBLE))
    return start + left, max(start + left, start + len(piece.rstrip(_INVISIBLE)))


def split(text: str, start: int, end: int, words: Vocabulary | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end], one logical paragraph, as trimmed spans without leading bullets.

    `words` is the vocabulary of the whole article (the text's own without it).
    """
    words = words or Vocabulary(text)
    begin = start
    for cut, after in _boundaries(text, start, end, words):
        yield from _piece(text, begin, cut)
        begin = after
    yield from _piece(text, begin, end)


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trim(text, start, end)
    if bullet := _BULLET.match(text, start, end):
        start = bullet.end()
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = start + MAX_SENTENCE if cut < 0 else cut
        piece = trim(text, start, cut)
        if piece[0] < piece[1]:
            yield piece
        start, _ = trim(text, cut, end)
    if start < end:
        yield start, end


def _boundaries(text: str, start: int, end: int, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """(end of one sentence, start of the next), in order."""
    begin = start
    quotes, counted = 0, start  # straight double quotes so far: an odd count means that we are inside a quotation
    candidates: Iterator[re.Match[str]] = _STOP.finditer(text, start, end)
    others = [*_GLUED.finditer(text, start + 3, end), *_INNER_BULLET.finditer(text, start + 1, end)]
    if others:
        others.sort(key=re.Match.start)
        candidates = merge(candidates, others, key=re.Match.start)
    for found in candidates:
        at, after = found.start(), found.end()
        if found.re is not _STOP:
            if found.re is _INNER_BULLET or _glued_words(text, begin, at, end, words):
                yield at, at
                begin = at
            continue
        close, gap = found["close"], found["gap"]
        tail = found.end("close")
        if not gap and close.endswith('"'):
            # said."We: the quotation mark opens the next sentence where none is open.
            quotes += text.count('"', counted, found.start("close"))
            counted = found.start("close")
            if quotes % 2 == 0:
                close, tail = close[:-1], tail - 1
                after = tail
        if _ends(text, begin, at, close, gap, after, end):
            yield tail, after
            begin = after


def _ends(text: str, begin: int, at: int, close: str, gap: str, after: int, end: int) -> bool:
    """Whether the full stop (question mark, ellipsis) at `at` ends the sentence that began at `begin`."""
    if after >= end:
        return False
    following = _NEXT.match(text, after, end)
    word = (following[1] if following else None) or ""
    if not word:
        return bool(gap)
    if word[0].islower():
        return False
    if not gap and not (word[0].isupper() and _may_glue(text, begin, at, after, end, close, word)):
        return False
    mark = text[at]
    if mark in "!?":
        return not (close and _speaker_follows(text, after, end))
    if mark == "." and text[at + 1] not in ".…":
        return close != "" or not _abbreviation(text, begin, at, word, after, end)
    # An ellipsis with a space before it leaves something out inside a sentence.
    return at > begin and not text[at - 1].isspace()


def _last_token(text: str, begin: int, at: int) -> str:
    """What stands between the last space and `at`, without opening quotation marks."""
    piece = text[max(begin, at - 32) : at]
    parts = piece.split()
    return parts[-1].lstrip(_OPENERS) if parts and not piece[-1].isspace() else ""


def _abbreviation(text: str, begin: int, at: int, word: str, after: int, end: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation inside a sentence that goes on with `word`."""
    token = _last_token(text, begin, at)
    low = token.lower()
    if "-" in low:
        low = low.rsplit("-", 1)[1]
    if low in _TITLES:
        return True
    if low in _BEFORE_NUMBER:
        return word[0].isdigit() or (low not in ("no", "p") and token[:1].isupper() and word not in _STARTERS)
    if low in ("a.m", "p.m"):
        if word in _DAYS_MONTHS or (word.isupper() and 2 <= len(word) <= 5):
            return True
        return text.startswith(" time", min(end, text.find(word, after, end) + len(word)))
    if low in _SOFT or (token and _INITIALS.fullmatch(token)):
        return word not in _STARTERS
    # "1. Russia": the number of a list item
    return token.isdigit() and len(token) <= 2 and not text[begin : at - len(token)].strip(_INVISIBLE + _OPENERS)


def _may_glue(text: str, begin: int, at: int, after: int, end: int, close: str, word: str) -> bool:
    """Whether nothing at all may stand for a paragraph's end: "the country.Two members", but not "U.S.Army"."""
    token = _last_token(text, begin, at)
    if "/" in token or "@" in token or token == "www" or text.startswith((".", "/"), min(end, after + len(word))):
        return False  # an address
    if close:
        return True
    letters = token.rsplit(".", 1)[-1].rstrip('"”’»)]')
    if len(letters) < 2 or not (letters[-1].islower() or letters[-1].isdigit() or letters.isupper()):
        return False
    return len(word) == 1 or word[1].islower() or len(letters) > 3


def _speaker_follows(text: str, after: int, end: int) -> bool:
    """`"Is it over?" Biden asked`: the quotation goes on into its speaker."""
    for word in text[after : min(end, after + 60)].split()[:4]:
        if word.strip(",.;:") in _SAID:
            return True
        if word[-1] in ".!?:;":
            return False
    return False


_CAMEL_LEFT = re.compile(r"[A-Za-zÀ-ÿ]+$")
_CAMEL_RIGHT = re.compile(r"[A-Z]\w*")


def _glued_words(text: str, begin: int, at: int, end: int, words: Vocabulary) -> bool:
    """Whether small letters running into a capital at `at` are a lost space: "WednesdayUS", not "YouTube", "McDonald".

    Both parts must be words: a left part in small letters altogether ("crisisIt") or one that stands alone elsewhere,
    and a right part that stands alone elsewhere or begins sentences. What is written so twice is a name.
    """
    left_match = _CAMEL_LEFT.search(text, max(begin, at - 30), at)
    right_match = _CAMEL_RIGHT.match(text, at, min(end, at + 60))
    if left_match is None or right_match is None or end - at < _LEAST_PIECE:
        return False
    left, right = left_match[0], right_match[0]
    if text[left_match.start() - 1] in "@#/._" or left in _INSIDE:  # a handle, a tag, an address; "andRussian"
        return False
    if at - begin < _LEAST_PIECE and not text[begin:at].istitle():
        return False
    if words.is_name(left + right):
        return False
    known = right in _STARTERS or right in words
    if left[0].islower():
        return len(left) >= 4 or known
    return known and (left in words or left in _DAYS_MONTHS)
