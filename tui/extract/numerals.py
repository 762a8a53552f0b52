"""Numerals in running text: tokens to values. `tui.extract.quantities` makes intervals of them.

A numeral is read left to right from one token on, in one pass: digits in every grouping ("130,000", "200 000",
"200.000"), digits with a magnitude ("1.5 million", "100k", "3 lakh"), words ("three hundred and fifty", "half a
million") and vague magnitudes ("tens of thousands", "several hundred").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]|_+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits or a sign; `low` is its lower case, `start:end` its place in the text."""

    start: int
    end: int
    raw: str
    low: str

    @property
    def is_digits(self) -> bool:
        """Does it begin with a digit 0-9?"""
        return "0" <= self.raw[0] <= "9"


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, left to right; white space is no token."""
    return tuple(Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _TOKEN.finditer(text))


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens `first:after` as a value: `low == high` for a number, a span for a vague magnitude.

    `scale` is the magnitude word's worth (1 where there is none), so that "1.5 to 2 million" can share it. `about` is
    true where the words themselves are loose ("a couple of hundred", "100-odd thousand").
    """

    first: int
    after: int
    low: Fraction
    high: Fraction
    scale: int = 1
    vague: bool = False
    about: bool = False
    words: bool = False


_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 20 + 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_TENS["fourty"] = 40
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_GROUP_WORDS = {"dozen": 12, "score": 20, "hundred": 100}
_MAGNITUDES = {**_SCALES, **_GROUP_WORDS}

# Vague magnitudes and the conservative span they stand for (codebook: `qualifier` vague).
_VAGUE = {
    "dozens": (12, 99),
    "scores": (20, 99),
    "tens": (10, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "millions": (1_000_000, 9_999_999),
    "billions": (1_000_000_000, 9_999_999_999),
}
_SINGULAR = {word: word + "s" for word in ("dozen", "score", "hundred", "thousand", "million")}
_FEW = {"several", "few", "many", "multiple", "numerous", "countless", "various"}

# What a numeral in words begins with.
_FIRST_WORDS = frozenset({"a", "an", "half", "quarter", "couple", "dozen", *_SMALL, *_TENS, *_VAGUE, *_FEW})

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{2})+,\d{3}")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMAL = re.compile(r"\d+[.,]\d+")


def read_numeral(tokens: Sequence[Token], i: int) -> Numeral | None:
    """The longest numeral that begins at token `i`, or None."""
    token = tokens[i]
    if token.is_digits:
        return _digits(tokens, i)
    if token.low not in _FIRST_WORDS:
        return None
    return _fraction(tokens, i) or _vague(tokens, i) or _words(tokens, i)


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _skip_hyphen(tokens: Sequence[Token], i: int) -> int:
    return i + 1 if _low(tokens, i) == "-" else i


def _digits(tokens: Sequence[Token], i: int) -> Numeral | None:
    raw = tokens[i].raw
    after = i + 1
    value = _digit_value(raw)
    if value is None:
        return None
    if raw.isdecimal() and len(raw) <= 3:
        # "200 000": groups of three set apart by a space.
        while after < len(tokens) and _is_group(tokens, after):
            value = value * 1000 + int(tokens[after].raw)
            after += 1
    if after < len(tokens) and tokens[after].start == tokens[after - 1].end and tokens[after].low in _SUFFIXES:
        scale = _SUFFIXES[tokens[after].low]
        return Numeral(i, after + 1, value * scale, value * scale, scale)
    odd = after
    about = False
    if _low(tokens, _skip_hyphen(tokens, odd)) == "odd":  # "100-odd thousand"
        odd = _skip_hyphen(tokens, odd) + 1
        about = True
    word = _skip_hyphen(tokens, odd)
    if _low(tokens, word) in _MAGNITUDES:
        scale = _MAGNITUDES[_low(tokens, word)]
        return Numeral(i, word + 1, value * scale, value * scale, scale, about=about)
    if _POINTED.fullmatch(raw):  # "200.000 soldiers": no decimal counts people
        value = Fraction(int(raw.replace(".", "")))
    return Numeral(i, after, value, value)


def _is_group(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    return len(token.raw) == 3 and token.raw.isdecimal() and token.start == tokens[i - 1].end + 1


def _digit_value(raw: str) -> Fraction | None:
    if len(raw) > 24 or not raw.isascii():
        return None
    if raw.isdecimal():
        return Fraction(int(raw))
    if _GROUPED.fullmatch(raw):
        return Fraction(raw.replace(",", ""))
    if _DECIMAL.fullmatch(raw) or _POINTED.fullmatch(raw):
        marks = raw.count(".") + raw.count(",")
        return Fraction(raw.replace(",", ".") if marks == 1 else raw.replace(".", ""))
    return None


def _fraction(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Read "half a million", "half-a-dozen", "a quarter of a million"."""
    j = i + 1 if _low(tokens, i) == "a" else i
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(_low(tokens, j))
    if part is None:
        return None
    j = _skip_hyphen(tokens, j + 1)
    if _low(tokens, j) == "of":
        j += 1
    if _low(tokens, j) != "a":
        # "a half million" and "half dozen", but not "half the million"
        bare = _low(tokens, j) == "dozen" or _low(tokens, i) == "a"
        return _fraction_of(tokens, i, j, part) if bare and _low(tokens, j - 1) != "of" else None
    return _fraction_of(tokens, i, _skip_hyphen(tokens, j + 1), part)


def _fraction_of(tokens: Sequence[Token], i: int, j: int, part: Fraction) -> Numeral | None:
    scale = _MAGNITUDES.get(_low(tokens, j))
    if scale is None or _low(tokens, j + 1) == "-":
        return None
    return Numeral(i, j + 1, part * scale, part * scale, scale, words=True)


def _vague(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Read "tens of thousands", "several hundred", "a couple of thousand", "hundreds, if not thousands"."""
    word = _low(tokens, i)
    j = i
    if word == "a" and _low(tokens, i + 1) in {"few", "couple"}:
        j, word = i + 1, _low(tokens, i + 1)
    if word == "couple":
        k = j + 2 if _low(tokens, j + 1) == "of" else j + 1
        scale = _MAGNITUDES.get(_low(tokens, k))
        two = Fraction(2 * scale) if scale else Fraction(0)
        return Numeral(i, k + 1, two, two, scale, about=True, words=True) if scale else None
    if word in _FEW:
        j += 1
        plural = _SINGULAR.get(_low(tokens, j), _low(tokens, j))
        if plural not in _VAGUE or plural == "tens":
            return None
        low, high = _VAGUE[plural]
        return Numeral(i, j + 1, Fraction(low), Fraction(high), vague=True, words=True)
    if word not in _VAGUE:
        return None
    low, high = _VAGUE[word]
    j = i + 1
    if _low(tokens, j) == "of" and _low(tokens, j + 1) in _VAGUE:
        unit = _VAGUE[_low(tokens, j + 1)][0]
        low, high, j = low * unit, (high + 1) * unit - 1, j + 2
    other = _or_vague(tokens, j)
    if other is not None:
        if word == "tens" and low == 10:
            low *= _VAGUE[tokens[other[0] - 1].low][0]  # "tens or hundreds of thousands"
        j, high = other
    return Numeral(i, j, Fraction(low), Fraction(high), vague=True, words=True)


def _or_vague(tokens: Sequence[Token], j: int) -> tuple[int, int] | None:
    """Read "..., if not thousands", "or even thousands", "to thousands": where it ends and its upper bound."""
    if _low(tokens, j) == ",":
        j += 1
    if _low(tokens, j) == "if" and _low(tokens, j + 1) == "not":
        j += 2
    elif _low(tokens, j) in {"or", "to"}:
        j += 2 if _low(tokens, j + 1) in {"even", "perhaps", "possibly"} else 1
    else:
        return None
    if _low(tokens, j) not in _VAGUE:
        return None
    further = _vague(tokens, j)
    return (further.after, int(further.high)) if further else None


def _words(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Read "twenty-two", "three hundred and fifty", "a hundred", "one and a half million", "two dozen"."""
    j = i
    scale = 1
    if _low(tokens, i) in {"a", "an"}:
        if _low(tokens, i + 1) not in _MAGNITUDES:
            return None
        total, group, j = 0, 1, i + 1
    elif _low(tokens, i) in _SMALL or _low(tokens, i) in _TENS:
        total, group = 0, 0
    elif _low(tokens, i) == "dozen":
        total, group = 0, 1
    else:
        return None
    half = Fraction(0)
    while j < len(tokens):
        word = _low(tokens, j)
        if word in _TENS and group % 100 == 0:
            group += _TENS[word]
            k = _skip_hyphen(tokens, j + 1)
            if 0 < _SMALL.get(_low(tokens, k), 0) < 10:
                group += _SMALL[_low(tokens, k)]
                j = k
        elif word in _SMALL and group % 100 == 0:
            group += _SMALL[word]
        elif word in _GROUP_WORDS and 0 < group < 100:
            scale = _GROUP_WORDS[word]
            group = group * scale
        elif word in _SCALES and group > 0:
            scale = _SCALES[word]
            total += int((group + half) * scale)
            group, half = 0, Fraction(0)
        else:
            break
        j += 1
        j = _joined(tokens, j, group)
        if _half_follows(tokens, j):
            half, j = Fraction(1, 2), _half_end(tokens, j)
    if j == i:
        return None
    value = Fraction(total + group) + half
    return Numeral(i, j, value, value, scale, words=True)


def _joined(tokens: Sequence[Token], j: int, group: int) -> int:
    """The next token of the numeral: over the hyphen of "two-hundred" and the "and" of "three hundred and fifty"."""
    if _low(tokens, j) == "-" and (_low(tokens, j + 1) in _MAGNITUDES):
        return j + 1
    nxt = _low(tokens, j + 1)
    if _low(tokens, j) == "and" and group >= 100 and group % 100 == 0 and (nxt in _SMALL or nxt in _TENS):
        # "three hundred and fifty", but not "three hundred and two hundred" nor "one hundred and 50"
        return j if _low(tokens, j + 2) in {"hundred", "thousand"} else j + 1
    return j


def _half_follows(tokens: Sequence[Token], j: int) -> bool:
    k = _half_end(tokens, j)
    return k > j and (_low(tokens, k) in _MAGNITUDES)


def _half_end(tokens: Sequence[Token], j: int) -> int:
    """Behind "and a half", "-and-a-half"; `j` where there is none."""
    k = j
    for word in ("and", "a", "half"):
        k = _skip_hyphen(tokens, k)
        if _low(tokens, k) != word:
            return j
        k += 1
    return _skip_hyphen(tokens, k)
