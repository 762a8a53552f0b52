"""Hostile texts: the work grows with the length of the text, whatever the text is.

Work is counted in function calls, of Python and of built-in functions, so that it is the same on every machine. What
a single call of a regular expression does stays unseen that way; therefore the patterns themselves are looked at too:
none repeats without bound what it may itself repeat without bound over the same characters.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

import tui.corpus
import tui.extract
from tests.extract.articles import article, gazetteer
from tui.config import Config
from tui.corpus.article import article_of
from tui.corpus.raw import RawDocument
from tui.extract import extract
from tui.extract.dates import find_dates
from tui.extract.mentions import find_mentions
from tui.extract.quantities import find_quantities
from tui.extract.syntax import quote_marks, tokens

# Repeated without end these are, each for some rule, the worst that a text can hold.
PIECES = [
    "a and a and ", "A ", "Aa ", "x", "X", "1,", "12,000 ", "1 to ", "between 1 and ", "one hundred and ", "tens of ",
    "more than ", "Jan. 1 ", "Friday and ", "the day before ", "'", '"', '"a ', "“a ", "said ", "said Berg said ",
    "according to ", "nobody denied ", "that ", "President ", "minister of the ", "Kim Jong-", "al-", "10-", "A.",
    "U.S. ", "... ", ", ", "(", "- ", "troops and ", "1,000 troops and ", "soldiers of the ", "France and Germany ",
    "France, ", "talks between France and ", "met with ", "who met ", "hackers attacked ", "the bank was down ",
    "Ministry of ",
]  # fmt: skip
SIZES = (600, 2400)  # characters
FACTOR = 6.0  # of work for four times the text; quadratic work would take 16


def work(task: Callable[[], object]) -> int:
    """How many functions the task calls."""
    calls = 0

    def count(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        task()
    finally:
        sys.setprofile(None)
    return calls


def grows(text_of: Callable[[int], str], task: Callable[[str], object]) -> float:
    """By what factor the work grows from the smaller text to the larger."""
    short, long = (text_of(size) for size in SIZES)
    task(short), task(long)  # what is kept for a text is kept for both
    short, long = short + "x", long + "x"
    return work(lambda: task(long)) / work(lambda: task(short))


def repeated(piece: str) -> Callable[[int], str]:
    """Texts of about a given length made of the piece alone."""
    return lambda size: piece * (size // len(piece) + 1)


LAYERS: dict[str, Callable[[str], object]] = {
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, article("").published),
    "mentions": lambda text: find_mentions(text, gazetteer()),
    "tokens": tokens,
    "quotation marks": quote_marks,
}


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("layer", LAYERS)
def test_the_layers_of_a_sentence_are_linear(layer: str, piece: str) -> None:
    assert grows(repeated(piece), LAYERS[layer]) < FACTOR


@pytest.mark.parametrize("piece", PIECES)
def test_reading_lines_is_linear(piece: str) -> None:
    def lines(size: int) -> str:
        line = (piece * 10).strip()
        return "\n".join(f"{line} {n}" for n in range(size // 5))

    assert grows(lines, lambda text: article_of(RawDocument("a.txt", text), Config())) < FACTOR


@pytest.mark.parametrize("piece", PIECES)
def test_extraction_of_many_sentences_is_linear(piece: str) -> None:
    def sentences(size: int) -> str:
        return "\n".join(f"{(piece * 6).strip()} number{n}." for n in range(size // 60))

    assert grows(sentences, lambda text: extract(article(text), gazetteer())) < FACTOR


def test_what_is_no_sentence_is_not_extracted() -> None:
    told = "Some 3,000 Chadian soldiers arrived in Mali."
    assert extract(article(told), gazetteer())
    assert not extract(article("said Berg said " * 2000 + told.lower()), gazetteer())


# ---- the patterns ----


def patterns() -> Iterator[re.Pattern[str]]:
    """Every pattern that stands in a module of the reading and extraction layers, in tables too."""
    seen: set[int] = set()
    todo: list[object] = []
    for package in (tui.corpus, tui.extract):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            todo += vars(importlib.import_module(module.name)).values()
    while todo:
        item = todo.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, re.Pattern) and isinstance(item.pattern, str):
            yield item
        elif isinstance(item, (list, tuple, set, frozenset)):
            todo += item
        elif isinstance(item, dict):
            todo += [*item.keys(), *item.values()]


ALPHABET = [chr(n) for n in range(9, 127)] + list("é–—’“”\xa0")


def ambiguous(parsed: Any) -> bool:
    """Whether an unbounded repeat stands in another so that one run of characters can be shared out in many ways."""
    for op, value in parsed:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _, high, body = value
            if (str(high) == "MAXREPEAT" and ambiguous_body(body)) or ambiguous(body):
                return True
        elif name == "SUBPATTERN":
            if ambiguous(value[3]):
                return True
        elif name == "BRANCH" and any(ambiguous(branch) for branch in value[1]):
            return True
    return False


def ambiguous_body(body: Any) -> bool:
    """Whether the body of a repeat is itself no more than an unbounded repeat and what may be absent."""
    items = [(op, value) for op, value in flat(body)]
    inner = [value[2] for op, value in items if "REPEAT" in str(op) and str(value[1]) == "MAXREPEAT"]
    fixed = [
        item for item in items if not ("REPEAT" in str(item[0]) and (item[1][0] == 0 or str(item[1][1]) == "MAXREPEAT"))
    ]
    return any(all(characters([item]) & characters(repeat) for item in fixed) for repeat in inner)


def flat(body: Any) -> Iterator[tuple[Any, Any]]:
    """The items of a body, those of its groups among them."""
    for op, value in body:
        if str(op) == "SUBPATTERN":
            yield from flat(value[3])
        elif str(op) not in ("AT", "ASSERT", "ASSERT_NOT"):
            yield op, value


def characters(body: Any) -> frozenset[str]:
    """The characters that may stand in what the body matches; for a choice, in any branch."""
    out: set[str] = set()
    for op, value in body:
        name = str(op)
        if name == "LITERAL":
            out.add(chr(value))
        elif name == "NOT_LITERAL":
            out |= {c for c in ALPHABET if c != chr(value)}
        elif name == "ANY":
            out |= set(ALPHABET)
        elif name == "IN":
            out |= {c for c in ALPHABET if inside(c, value)}
        elif "REPEAT" in name:
            out |= characters(value[2])
        elif name == "SUBPATTERN":
            out |= characters(value[3])
        elif name == "BRANCH":
            for branch in value[1]:
                out |= characters(branch)
    return frozenset(out)


CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


def inside(char: str, members: Any) -> bool:
    """Whether a set of characters holds the character."""
    negated = bool(members) and str(members[0][0]) == "NEGATE"
    found = False
    for op, value in members:
        if str(op) == "LITERAL":
            found |= chr(value) == char
        elif str(op) == "RANGE":
            found |= chr(value[0]) <= char <= chr(value[1])
        elif str(op) == "CATEGORY":
            kind = str(value).removeprefix("CATEGORY_")
            matches = re.match(CATEGORIES[kind.removeprefix("NOT_")], char) is not None
            found |= matches != kind.startswith("NOT_")
    return found != negated


def is_ambiguous(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern may take time that grows exponentially with the text."""
    from re import _parser

    return ambiguous(_parser.parse(pattern, flags & ~re.UNICODE | (flags & re.VERBOSE)))


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"(?:\w+\s*)+x", r"(?:[a-z]*-?)*y", r"(?:\d+)*"])
def test_what_backtracks_without_end_is_seen(pattern: str) -> None:
    assert is_ambiguous(pattern)


@pytest.mark.parametrize("pattern", [r"(?:[A-Z]\.){2,}", r"\w+(?:'\w+)*", r"(?:\w+ ){0,4}x", r"(?:\w+, )+and"])
def test_what_does_not_is_let_pass(pattern: str) -> None:
    assert not is_ambiguous(pattern)


def test_no_pattern_backtracks_without_end() -> None:
    found = list(patterns())
    assert len(found) > 300
    assert [p.pattern for p in found if is_ambiguous(p.pattern, p.flags)] == []
