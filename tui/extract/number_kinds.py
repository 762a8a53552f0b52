"""What a number counts, told from the words around it: things, or money, a year, a time, a measure, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from tui.extract.numerals import Token

_CURRENCY_SIGNS = set("$£€¥₹₽₪₩₴")
_CURRENCY_CODES = {"usd", "gbp", "eur", "rs", "us$", "aud", "cad", "rmb", "cny", "inr", "nis"}
_MONEY = frozenset(
    "dollar dollars euro euros pound pounds cent cents pence ruble rubles rouble roubles yen yuan rupee rupees"
    " shekel shekels hryvnia hryvnias dirham dirhams riyal riyals lira won franc francs usd gbp eur crown crowns"
    " krona krone bitcoin bitcoins zloty".split()
)
_DURATION = frozenset(
    "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks month months year"
    " years decade decades century centuries weekend weekends fortnight yr yrs".split()
)
_CLOCK = {"am", "pm", "gmt", "utc", "est", "bst", "cet", "edt", "aedt", "o'clock", "noon", "midnight", "local"}
_MEASURE = frozenset(
    "km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters mm millimetre millimeter"
    " cm centimetres foot feet ft inch inches yard yards kg kgs kilo kilos kilogram kilograms gram grams tonne"
    " tonnes ton tons pound lb lbs ounce ounces acre acres hectare hectares barrel barrels litre litres liter liters"
    " gallon gallons watt megawatt megawatts mw gw kwh gigabyte gigabytes gb tb terabytes terabyte megabytes mb"
    " degree degrees mph kph knots knot nautical sq cubic square caliber calibre times time fold point points bpd"
    " hertz megaton kiloton rpm proof carat volts volt".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul"
    " aug sep sept oct nov dec".split()
)
_NAMED = frozenset(
    "unit units no number resolution article articles flight brigade battalion division regiment squadron corps"
    " page chapter section phase level highway route channel camp room act operation gate tower class mark type"
    " annex protocol bill group covid article nos category tier grade stage figure step exhibit paragraph clause"
    " appendix".split()
)
_YEAR_BEFORE = (
    frozenset(
        "in since until till by from during before after of the early late mid year and between to or through circa"
        " spring summer autumn winter fall back to around".split()
    )
    | _MONTHS
)
# A bare "2000" before one of these (or an adjective and one of these) counts people.
_PEOPLE = re.compile(
    r"troops?|soldiers?|service\w*|personnel|fighters?|militants?|rebels?|men|women|people|civilians?|forces|police\w*"
    r"|marines|peacekeepers?|mercenaries|reservists|insurgents|guards\w*|members|paratroopers|combatants|jihadists?|officers|refugees"
)
_FRACTION_WORDS = frozenset(
    "half halves third thirds quarter quarters fourth fourths fifth fifths sixth eighths tenth tenths".split()
)
_ORDINAL_ENDS = {"st", "nd", "rd", "th"}
_ORDINAL_WORDS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}


def kind_of(tokens: Sequence[Token], first: int, after: int, low: Fraction, high: Fraction) -> tuple[str, int]:
    """The kind of the number in tokens `first:after` and the token behind the words that tell it."""
    glued = after < len(tokens) and tokens[after].start == tokens[after - 1].end
    nxt, nxt2 = _low(tokens, after), _low(tokens, after + 1)
    prev, prev2 = _low(tokens, first - 1), _low(tokens, first - 2)
    hyphened = after + 1 if nxt == "-" else after
    noun = _low(tokens, hyphened)
    if _is_name(tokens, first):
        return "name", after
    if glued and nxt in _ORDINAL_ENDS:
        return "ordinal", after + 1
    if nxt == "-" and noun in _ORDINAL_WORDS and high < 100:
        return ("fraction" if noun in _FRACTION_WORDS and high < 5 else "ordinal"), hyphened + 1
    if noun in _FRACTION_WORDS and high < 10 and tokens[first].raw.isalpha():
        return "fraction", hyphened + 1
    if prev in _CURRENCY_SIGNS or prev in _CURRENCY_CODES or (prev == "." and prev2 == "rs"):
        return "money", after
    if noun in _MONEY or nxt in _CURRENCY_SIGNS:
        return "money", hyphened + 1
    if nxt == "of" and nxt2 in {"millions", "billions", "dollars"}:
        return "money", after + 2
    if nxt in {"%", "percent", "pc", "percentage", "pct"}:
        return "percent", after + 1
    if nxt == "per" and nxt2 in {"cent", "centum"}:
        return "percent", after + 2
    if noun in _DURATION or (glued and nxt == "s"):
        old = _low(tokens, hyphened + 1)
        aged = noun in {"year", "years", "month", "months"} and "old" in (old, _low(tokens, hyphened + 2))
        return ("age" if aged else "time" if noun in _DURATION else "year"), hyphened + 1
    if prev in {"aged", "age"} or (prev == "of" and prev2 in {"age", "ages"}):
        return "age", after
    if _is_clock(tokens, first, after):
        return "time", after + 1 if nxt in _CLOCK else after
    if prev == "." and prev2 in _MONTHS - {"may", "march", "june", "july"}:
        prev = prev2
    if high <= 31 and (prev in _MONTHS or nxt in _MONTHS) and _titled(tokens, first, after, prev):
        return "time", after
    if noun in _MEASURE or nxt in {"°", "x", "″", "′"}:
        return "measure", hyphened + 1
    if _is_year(tokens, first, after, prev, low):
        return "year", after
    return "count", after


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _is_name(tokens: Sequence[Token], first: int) -> bool:
    """Is the number part of a name ("S-400", "MH17", "Unit 731", "No. 10")?"""
    token, i = tokens[first], first - 1
    if i < 0 or not token.is_digits:
        return False
    if "," in token.raw:
        return False
    if tokens[i].end == token.start and tokens[i].raw[-1:].isalpha():
        return True
    if tokens[i].low == "-" and i > 0 and tokens[i].end == token.start and tokens[i - 1].end == tokens[i].start:
        letters = tokens[i - 1].raw
        return letters.isalpha() and (letters[0].isupper() or letters == "covid") and len(letters) <= 5
    if tokens[i].low in {".", "#"} and tokens[i - 1].low in {"no", "nos"}:
        return True
    return tokens[i].low in _NAMED and (tokens[i].raw[0].isupper() or tokens[i].low == "no")


def _is_clock(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Is the number a time of day ("3pm", "10 a.m.", "1200 GMT", "10:30")?"""
    nxt = _low(tokens, after)
    if nxt in _CLOCK and not (nxt == "local" and len(tokens[after - 1].raw) < 4):
        return True
    if nxt in {"a", "p"} and "m" in (_low(tokens, after + 1), _low(tokens, after + 2)):
        return True
    return _colon(tokens, first - 1) or _colon(tokens, after)


def _colon(tokens: Sequence[Token], i: int) -> bool:
    """Is token `i` a colon with digits close by on both sides?"""
    if _low(tokens, i) != ":" or i < 1 or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    return before.is_digits and after.is_digits and before.end == tokens[i].start and tokens[i].end == after.start


def _titled(tokens: Sequence[Token], first: int, after: int, prev: str) -> bool:
    """Is the month beside the day number written as a name ("16 May", not "16 may")?"""
    month = tokens[first - 1] if prev in _MONTHS and tokens[first - 1].low in _MONTHS else None
    if month is None:
        month = tokens[after] if after < len(tokens) and tokens[after].low in _MONTHS else tokens[first - 2]
    return month.raw[0].isupper()


def _is_year(tokens: Sequence[Token], first: int, after: int, prev: str, low: Fraction) -> bool:
    raw = tokens[first].raw
    if not (raw.isdecimal() and len(raw) == 4 and 1900 <= low < 2100):
        return False
    if after > first + 1 and len(tokens[after - 1].raw) != 4:
        return False
    people = any(_PEOPLE.fullmatch(_low(tokens, after + k)) for k in range(3))
    return not people or prev in _YEAR_BEFORE - {"the", "of", "around", "and", "to", "from", "between", "by", "or"}
