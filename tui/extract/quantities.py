"""The quantity grammar: numbers in running text to intervals with qualifier, increment and kind.

A numeral (`tui.extract.numerals`) is joined with a second one to a range and takes its qualifier from the words before
it ("no fewer than", "well over", "an estimated") and behind it ("-plus", "or so"); `tui.extract.number_kinds` tells a
count from what is none: money, percentages, years, names ("S-400"). One pass, linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tui.extract.model import Quantity
from tui.extract.number_kinds import kind_of
from tui.extract.numerals import Numeral, Token, read_numeral, tokenize
from tui.records import Qualifier

_BEFORE: dict[Qualifier, str] = {
    Qualifier.MORE_THAN: "more than|over|above|greater than|in excess of|upwards of|upward of|north of|exceeding"
    "|exceeds|exceeded|exceed|surpassing|surpassed|surpass|topping|topped|larger than|bigger than|beyond",
    Qualifier.AT_LEAST: "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of"
    "|as few as|at the very least|a minimum",
    Qualifier.UP_TO: "up to|as many as|at most|no more than|not more than|a maximum of|maximum of|as much as"
    "|a maximum|at the most|a ceiling of|a cap of|capped at|a limit of|anything up to|not exceeding",
    Qualifier.FEWER_THAN: "fewer than|less than|under|below|smaller than|lower than",
    Qualifier.JUST_BELOW: "nearly|almost|close to|just under|just below|approaching|nearing|virtually|just short of"
    "|a little under|slightly under|slightly less than|slightly fewer than|a little less than|shy of|just shy of",
    Qualifier.ABOUT: "about|around|some|roughly|approximately|estimated|circa|ca|approx|in the region of|perhaps|maybe"
    "|in the order of|on the order of|in the neighbourhood of|in the neighborhood of|in the vicinity of|nearer to|~"
    "|somewhere around|something like|more or less|probably|an average of",
}
_BEHIND: dict[Qualifier, str] = {
    Qualifier.MORE_THAN: "plus|- plus|+|and counting",
    Qualifier.AT_LEAST: "or more|or above",
    Qualifier.UP_TO: "or fewer|or less|at most",
    Qualifier.ABOUT: "or so|or thereabouts|- odd|odd|- ish|ish|give or take",
}


def _table(forms: dict[Qualifier, str]) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(form.split()): qualifier for qualifier, words in forms.items() for form in words.split("|")}


_BEFORE_TABLE = _table(_BEFORE)
_BEHIND_TABLE = _table(_BEHIND)
_LONGEST = max(len(form) for form in _BEFORE_TABLE)
_PREPOSITIONS = {"about", "around", "over", "above", "under", "below", "near", "beyond", "approaching", "nearing"}
_DEGREE = {"well", "far", "just", "slightly", "much", "considerably", "significantly", "comfortably", "somewhat", "way"}
_INCREMENT_BEFORE = {"another", "additional", "further", "extra", "fresh"}
_INCREMENT_BEHIND = {"more", "extra", "additional", "further", "fresh", "new"}
_FILLER = frozenset("only just a an the expected reported alleged total of mere full remaining".split())
# A bound says more than a hedge, and a hedge more than nothing: "an estimated 100,000 plus" is more than 100,000.
_STRENGTH = {Qualifier.EXACT: 0, Qualifier.ABOUT: 1, Qualifier.JUST_BELOW: 2}
_RANGE_FILLERS = frozenset("about around perhaps possibly maybe even nearly roughly some approximately almost".split())
_CHANGE = frozenset(
    "rise rises rose risen rising grow grows grew grown growing increase increases increased increasing cut cuts"
    " cutting reduce reduces reduced reducing fall falls fell fallen falling drop drops dropped dropping expand"
    " expands expanded expanding swell swells swelled swollen boost boosts boosted boosting up down raise raises"
    " raised raising lower lowers lowered lowering shrink shrinks shrank shrunk shrinking go goes went gone going"
    " jump jumps jumped jumping climb climbed double doubled doubling downsize downsized trim trimmed scale scaled"
    " slash slashed decline declined dwindle dwindled plunge plunged reduction increase decrease decreased"
    " decreasing drawdown jumped soared surged draw drew drawn bring brings brought bringing strengthen strengthened"
    " beef beefed".split()
)
_PARTITIVE = frozenset(
    "half third thirds quarter quarters percent cent % fifth fifths tenth majority most many some part portion bulk"
    " remainder rest more fraction proportion share".split()
)
_POSSESSIVE = frozenset("the its his their her our an a those these estimated s '".split())


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens `first:after` as one quantity in the making."""

    first: int
    after: int
    low: Fraction
    high: Fraction
    qualifier: Qualifier
    rule: str


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of `text` (folded, see `tui.extract.fold`), left to right, none overlapping.

    Counts of people have kind "count"; what only looks like one (money, years, ...) is found too and says so in `kind`.
    """
    tokens = tokenize(text)
    found: list[Quantity] = []
    i = floor = 0
    while i < len(tokens):
        numeral = read_numeral(tokens, i)
        if numeral is None:
            i += 1
            continue
        span = _span(tokens, numeral)
        kind, after = kind_of(tokens, span.first, span.after, span.low, span.high)
        quantity, i = _quantity(tokens, span, kind, max(after, span.after), floor)
        floor = i
        found.append(quantity)
    return tuple(found)


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _span(tokens: Sequence[Token], first: Numeral) -> _Span:
    """The numeral, joined with a second one where the two make a range."""
    second, joint = _second(tokens, first)
    change = ""
    if second is not None:
        low, high = _scaled(first, second)
        change = _change(tokens, first) if joint == "to" else ""
        if low < high and not change:
            vague = first.vague or second.vague
            return _Span(
                first.first, second.after, low, second.high, Qualifier.VAGUE if vague else Qualifier.RANGE, "range"
            )
    if first.vague:
        return _Span(first.first, first.after, first.low, first.high, Qualifier.VAGUE, "vague magnitude")
    qualifier = Qualifier.ABOUT if first.about else Qualifier.EXACT
    rule = change or ("words" if first.words else "digits")
    return _Span(first.first, first.after, first.low, first.high, qualifier, rule)


def _second(tokens: Sequence[Token], first: Numeral) -> tuple[Numeral | None, str]:
    """The numeral behind "to", "-", "or" or (after "between") "and", and which of them it was."""
    j = first.after
    joint = _low(tokens, j)
    if joint == ",":  # "5,000, or even 7,000"
        j += 1
        joint = _low(tokens, j)
        if joint != "or":
            return None, ""
    opened = {_low(tokens, first.first - back) for back in (1, 2, 3)}
    if joint not in {"to", "-", "or"} and not (joint == "and" and ("between" in opened or _bounded(tokens, j + 1))):
        return None, ""
    j += 1
    while _low(tokens, j) in _RANGE_FILLERS:
        j += 1
    for bound in (("as", "many", "as"), ("up", "to"), ("no", "more", "than"), ("more", "than")):
        if tuple(t.low for t in tokens[j : j + len(bound)]) == bound:
            j += len(bound)
    if j >= len(tokens):
        return None, ""
    return read_numeral(tokens, j), joint


def _bounded(tokens: Sequence[Token], j: int) -> bool:
    """Does the number at `j` close an interval ("1,000 and up to 2,000")?"""
    words = [_low(tokens, j + k) for k in range(4)]
    if words[0] in {"possibly", "perhaps", "maybe"}:
        words = words[1:]
    return words[:2] == ["up", "to"] or words[:3] in (["as", "many", "as"], ["no", "more", "than"])


def _scaled(first: Numeral, second: Numeral) -> tuple[Fraction, Fraction]:
    """The bounds, the first one read at the scale of the second: "1.5 to 2 million", "20-25,000"."""
    scale = second.scale
    if scale == 1 and second.low % 1000 == 0 and first.low < 1000:
        scale = 1000
    if first.scale == 1 and scale > 1 and first.low * scale < second.low:
        return first.low * scale, second.low
    return first.low, second.low


def _change(tokens: Sequence[Token], first: Numeral) -> str:
    """Tell "rose from 100,000 to 130,000" (two numbers) from a range: the rule, or nothing."""
    i = first.first - 1
    while _low(tokens, i) in _RANGE_FILLERS | {"more", "than", "an", "estimated", "over"}:
        i -= 1
    word = _low(tokens, i)
    if word not in {"from", "by"}:
        return ""
    for back in range(i - 1, max(-1, i - 16), -1):
        if _low(tokens, back) in {";", "."}:
            return ""
        if _low(tokens, back) in _CHANGE:
            return f"change {word}"
    return ""


def _quantity(tokens: Sequence[Token], span: _Span, kind: str, after: int, floor: int) -> tuple[Quantity, int]:
    """The quantity with its qualifier and increment words, and the token to go on from."""
    start, before, increment = _before(tokens, span.first, floor, span.rule == "range")
    end, behind = _behind(tokens, after) if kind == "count" else (after, None)
    if _low(tokens, end) in _INCREMENT_BEHIND and _low(tokens, end + 1) != "than":
        increment = True
        end += 1
    elif _low(tokens, end) == "of" and _low(tokens, end + 1) in _INCREMENT_BEHIND | {"reinforcement"}:
        increment = True  # "thousands of additional troops"
    qualifier, rule = span.qualifier, span.rule
    for other in (before, behind):
        if other is not None and span.qualifier not in (Qualifier.RANGE, Qualifier.VAGUE):
            qualifier, rule = _stronger((qualifier, rule), other)
    if kind == "count" and span.low.denominator != 1:
        kind = "measure"  # nobody counts 1.5 soldiers
    if kind == "count" and _is_partitive(tokens, start, floor):
        rule = "part of"
    low, high = _interval(qualifier, int(span.low), int(span.high))
    quantity = Quantity(
        start=tokens[start].start,
        end=tokens[end - 1].end,
        number=(tokens[span.first].start, tokens[span.after - 1].end),
        low=low,
        high=high,
        qualifier=qualifier,
        increment=increment,
        kind=kind,
        rule=rule,
    )
    return quantity, end


def _before(
    tokens: Sequence[Token], first: int, floor: int, is_range: bool
) -> tuple[int, tuple[Qualifier, str] | None, bool]:
    """Where the quantity begins, the strongest qualifier before it, and whether it is told as an increment."""
    start, i = first, first
    found: tuple[Qualifier, str] | None = None
    increment = the = False
    while i > floor:
        size = _qualifier_before(tokens, i, floor)
        if size and the and tokens[i - size].low in _PREPOSITIONS:
            break  # "said nothing about the 28,500 troops"
        if size:
            form = tuple(t.low for t in tokens[i - size : i])
            here = (_BEFORE_TABLE[form], " ".join(form))
            found = here if found is None else _stronger(found, here)
            i -= size
            start = i
        elif _low(tokens, i - 1) in _INCREMENT_BEFORE:
            increment = True
            i -= 1
            start = i
        elif _low(tokens, i - 1) in (_DEGREE if found else {"between"} if is_range else ()):
            i -= 1
            start = i
        elif _low(tokens, i - 1) in _FILLER and first - i < 6:
            i -= 1
            the = the or tokens[i].low == "the"
            # an article belongs to the quantity only in "an estimated", "a further"
            if tokens[i].low in {"a", "an"} and start == i + 1 and start < first:
                start = i
        else:
            break
    return start, found, increment


def _qualifier_before(tokens: Sequence[Token], i: int, floor: int) -> int:
    """How many tokens before `i` make a qualifier (the longest), or 0."""
    for size in range(min(_LONGEST, i - floor), 0, -1):
        if tuple(t.low for t in tokens[i - size : i]) in _BEFORE_TABLE:
            return size
    return 0


def _behind(tokens: Sequence[Token], after: int) -> tuple[int, tuple[Qualifier, str] | None]:
    for size in (3, 2, 1):
        form = tuple(t.low for t in tokens[after : after + size])
        qualifier = _BEHIND_TABLE.get(form)
        if qualifier is None or len(form) < size:
            continue
        follows = _low(tokens, after + size)
        if form == ("plus",) and (follows[:1].isdigit() or follows in {"a", "an", "the", "another"}):
            continue  # "500 plus 200 marines" joins, it does not hedge
        return after + size, (qualifier, " ".join(form))
    return after, None


def _stronger(one: tuple[Qualifier, str], two: tuple[Qualifier, str]) -> tuple[Qualifier, str]:
    return two if _STRENGTH.get(two[0], 3) > _STRENGTH.get(one[0], 3) else one


def _is_partitive(tokens: Sequence[Token], start: int, floor: int) -> bool:
    """Is the number the whole of which a part is spoken of ("half of the 30,000", "a third of its 5,000")?"""
    i = start - 1
    while _low(tokens, i) in _POSSESSIVE:
        i -= 1
    if _low(tokens, i) == "of":  # "half of", and "1,000 of the 11,000" where a number ends before "of"
        return _low(tokens, i - 1) in _PARTITIVE or (i == floor > 0 and i < start - 1)
    return _low(tokens, i) == "half" and i < start - 1  # "half its 5,000 troops"


def _interval(qualifier: Qualifier, low: int, high: int) -> tuple[int | None, int | None]:
    """The codebook's interval of a qualifier."""
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        return low, None
    if qualifier in (Qualifier.UP_TO, Qualifier.FEWER_THAN):
        return None, high
    return low, high
