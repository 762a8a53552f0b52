"""Copies: which articles carry one text, and which sentences are twins, lightly edited or not.

A sentence is indexed by its words as they are and by the smallest hashes of its word triples (a MinHash sketch of two):
copies share one of these nearly always, other sentences nearly never, so an article is compared only with the few that
it shares most with, and the whole grows linearly. Candidates are then aligned, from each shared sentence outwards, and
every pair is judged on its words by rapidfuzz, its numbers and its names: a sentence with another number or another
name is another statement, however alike the rest is.

Twins and clusters are the connected components of these pairs, named after their smallest member, so that they come
out the same in whatever order the articles arrive.
"""

from __future__ import annotations

import hashlib
import heapq
import re
import zlib
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from rapidfuzz import fuzz

from tui.corpus.model import Sentence

Span = tuple[int, int]
T = TypeVar("T")

MIN_WORDS = 6
"""A shorter sentence ("He did not elaborate.") is said by many and copied from none."""
CONTAINED = 0.6
"""Two articles are one text when twins make up this share of the words of the shorter one ..."""
COVERED = 0.25
"""... and this share of the longer one: a round-up does not become the copy of every brief in it."""
CANDIDATES = 12
"""With how many articles, those that share most, a new one is compared."""
POSTINGS = 16
"""How many articles are remembered for one hash. What more articles share is a stock phrase, or found by its first
ones."""
ALIKE = 70
"""Percent of letters that two sentences must share (words in any order) to be one lightly edited sentence at all ..."""
SURE = 90
"""... and to be that wherever they stand."""
SPELLING = 60
"""Percent of letters that two spellings of one name share."""
WEIGHT = 720_720
"""Divisible by every number up to `POSTINGS`, so that rarity is counted in whole numbers and order changes nothing."""

_WHOLE = 1 << 64
_STEP = 1 << 20
"""More sentences than an article of the largest size has."""
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SMALL = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        2,
    )
}
_LARGE = frozenset("hundred hundreds thousand thousands million millions billion billions dozen dozens".split())
_NEGATIONS = frozenset("no not never neither nor none without cannot".split())


@dataclass(frozen=True, slots=True)
class _Article:
    """What is kept of an article: the offsets of each sentence (start, end, start, ...), and its words a line each."""

    name: str
    spans: array[int]
    text: str
    words: int


class Copies:
    """Finds copies among the articles added so far."""

    def __init__(self) -> None:
        self._articles: list[_Article] = []
        self._number: dict[str, int] = {}
        # hash -> place, or places where there are several; a place is one number, for there are millions.
        self._postings: dict[int, int | list[int]] = {}
        self._clusters = _Sets[int](lambda number: self._articles[number].name)
        self._twins = _Sets[Span](lambda place: (self._articles[place[0]].name, self._span(*place)))
        self._split = lru_cache(maxsize=256)(self._sentences)

    def add(self, name: str, sentences: Iterable[Sentence]) -> None:
        """Adds an article under a name of its own. Raises `ValueError` where the name is taken."""
        if name in self._number:
            raise ValueError(f"{name} was added before")
        number = len(self._articles)
        told = [(s, words) for s in sentences if s.repeat_of is None and len(words := _words(s.text)) >= MIN_WORDS]
        article = _Article(
            name,
            array("I", (offset for s, _ in told for offset in (s.start, s.end))),
            "\n".join(" ".join(words) for _, words in told),
            sum(len(words) for _, words in told),
        )
        self._articles.append(article)
        self._number[name] = number
        seeds: dict[int, set[Span]] = defaultdict(set)
        weight: Counter[int] = Counter()
        for i, (_, words) in enumerate(told):
            lower = [word.casefold() for word in words]
            digest = hashlib.blake2b(" ".join(lower).encode("utf-8", "surrogatepass"), digest_size=8).digest()
            whole = _WHOLE | int.from_bytes(digest, "big")
            for mark in (whole, *_sketch(lower)):
                places = self._places(mark)
                for other, j in places:
                    if other != number:
                        seeds[other].add((i, j))
                        weight[other] += WEIGHT // len(places)
                if mark == whole and places and places[0][0] != number:
                    self._twins.join((number, i), places[0])
                self._remember(mark, number, i)
        for other in heapq.nsmallest(CANDIDATES, seeds, key=lambda n: (-weight[n], n)):
            self._compare(number, other, seeds[other])

    def _places(self, mark: int) -> list[Span]:
        """Articles and sentences with this hash."""
        places = self._postings.get(mark, [])
        return [divmod(place, _STEP) for place in ([places] if isinstance(places, int) else places)]

    def _remember(self, mark: int, number: int, sentence: int) -> None:
        place = number * _STEP + sentence
        places = self._postings.setdefault(mark, place)
        if isinstance(places, list):
            if len(places) < POSTINGS:
                places.append(place)
        elif places != place:
            self._postings[mark] = [places, place]

    def cluster(self, name: str) -> str:
        """The name of the cluster of an article: the smallest name of an article that carries its text."""
        return self._articles[self._clusters.least(self._number[name])].name

    def carriers(self, name: str) -> tuple[str, ...]:
        """All articles that carry the text of this one, itself too, in order of name."""
        return tuple(sorted(self._articles[n].name for n in self._clusters.members(self._number[name])))

    def twins(self, name: str, span: Span) -> tuple[tuple[str, Span], ...]:
        """Where else the sentence stands: articles and spans, without itself, in order."""
        place = self._place(name, span)
        if place is None:
            return ()
        found = ((self._articles[n].name, self._span(n, i)) for n, i in self._twins.members(place))
        return tuple(sorted(twin for twin in found if twin != (name, span)))

    def texts(self, name: str) -> dict[Span, str]:
        """For each sentence of an article that has twins, one name for all of them: that of the first twin."""
        out = {}
        number = self._number[name]
        for i in range(len(self._articles[number].spans) // 2):
            if (number, i) in self._twins:
                first = self._twins.least((number, i))
                start, end = self._span(*first)
                out[self._span(number, i)] = f"{self._articles[first[0]].name}:{start}-{end}"
        return out

    def _span(self, number: int, sentence: int) -> Span:
        spans = self._articles[number].spans
        return spans[2 * sentence], spans[2 * sentence + 1]

    def _place(self, name: str, span: Span) -> Span | None:
        """Article and sentence by number; None for a sentence that is too short to have twins."""
        number = self._number[name]
        starts = self._articles[number].spans[::2]
        i = bisect_left(starts, span[0])
        return (number, i) if i < len(starts) and self._span(number, i) == span else None

    def _sentences(self, number: int) -> list[list[str]]:
        text = self._articles[number].text
        return [line.split(" ") for line in text.split("\n")] if text else []

    def _compare(self, a: int, b: int, seeds: set[Span]) -> None:
        """Aligns two articles from the sentences they share, and joins what is one text."""
        left, right = self._split(a), self._split(b)
        likely, renamed = _align(left, right, seeds)
        pairs = {i: j for i, j, sure in likely if sure}
        loose = {i: j for i, j, sure in likely if not sure}
        # The same name for the same name again and again is a translation, not another fact.
        often = Counter(names for _, _, names in renamed)
        loose |= {i: j for i, j, names in renamed if often[names] >= 2 and i not in loose and i not in pairs}
        # A light edit is believed of a sentence that stands beside a twin, or where most of an article is like that.
        if _length(left, {*pairs, *loose}) < CONTAINED * min(self._articles[a].words, self._articles[b].words):
            loose = _beside(pairs, loose)
        pairs |= loose
        for i, j in pairs.items():
            self._twins.join((a, i), (b, j))
        same_left, same_right = _length(left, pairs), _length(right, set(pairs.values()))
        shorter, longer = sorted(((self._articles[a].words, same_left), (self._articles[b].words, same_right)))
        if same_left and shorter[1] >= CONTAINED * shorter[0] and longer[1] >= COVERED * longer[0]:
            self._clusters.join(a, b)


def marks(sentence: str) -> tuple[int, ...]:
    """Numbers of which twins share one nearly always: for an index kept elsewhere. None for a short sentence."""
    words = [word.casefold() for word in _words(sentence)]
    return tuple(_sketch(words, 3)) if len(words) >= MIN_WORDS else ()


def twins(one: str, other: str) -> bool:
    """Whether two sentences are surely one, lightly edited: the same words, numbers and names, but for some letters."""
    left, right = _words(one), _words(other)
    if min(len(left), len(right)) < MIN_WORDS:
        return left == right
    alike, names = _judge(left, right)
    return alike >= SURE and names is None


def _align(
    left: list[list[str]], right: list[list[str]], seeds: set[Span]
) -> tuple[list[tuple[int, int, bool]], list[tuple[int, int, tuple[str, str]]]]:
    """Pairs of sentences that may be twins, each sentence in one pair at most, and whether they surely are; and pairs
    that only one name parts."""
    pairs: list[tuple[int, int, bool]] = []
    renamed: list[tuple[int, int, tuple[str, str]]] = []
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    queue = sorted(seeds, reverse=True)
    tried = set(queue)
    while queue:
        i, j = queue.pop()
        if i not in free_left or j not in free_right:
            continue
        alike, names = _judge(left[i], right[j])
        if alike < ALIKE:
            continue
        if names is None:
            pairs.append((i, j, alike >= SURE))
            free_left.remove(i)
            free_right.remove(j)
        elif all(names):
            renamed.append((i, j, names))
        else:
            continue
        # What stands beside two twins is likely to be twins too.
        for beside in ((i - 1, j - 1), (i + 1, j + 1), (i + 2, j + 1), (i + 1, j + 2)):
            if beside[0] in free_left and beside[1] in free_right and beside not in tried:
                tried.add(beside)
                queue.append(beside)
    return pairs, renamed


def _beside(pairs: dict[int, int], loose: dict[int, int]) -> dict[int, int]:
    """Of the `loose` pairs those that a chain of neighbours ties to a sure one."""
    anchors = list(pairs.items())
    left = dict(loose)
    kept: dict[int, int] = {}
    while anchors:
        i, j = anchors.pop()
        for step in (-2, -1, 1, 2):
            other = left.get(i + step)
            if other is not None and abs(other - j) <= 2:
                kept[i + step] = left.pop(i + step)
                anchors.append((i + step, other))
    return kept


def _length(sentences: list[list[str]], chosen: Iterable[int]) -> int:
    return sum(len(sentences[i]) for i in chosen)


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _sketch(words: Sequence[str], size: int = 2) -> list[int]:
    """The smallest hashes of the word triples of a sentence."""
    codes = [_code(word) for word in words]
    return heapq.nsmallest(
        size,
        {
            (a * 0x9E3779B1 ^ b * 0x85EBCA6B ^ c * 0xC2B2AE35) * 0x27D4EB2F & 0xFFFFFFFFFF
            for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)
        },
    )


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _judge(left: list[str], right: list[str]) -> tuple[float, tuple[str, str] | None]:
    """How alike two sentences are, 0 to 100, where numbers and denials are the same; and the name that stands for
    another
    one, if any (two empty strings where more than one does)."""
    a, b = [word.casefold() for word in left], [word.casefold() for word in right]
    if a == b:
        return 100.0, None
    if not 0.5 <= len(a) / len(b) <= 2 or _numbers(a) != _numbers(b) or _negated(a) != _negated(b):
        return 0.0, None
    one, other = " ".join(a), " ".join(b)
    alike = fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE)
    if alike < ALIKE:
        # One may say more than the other: then all the words of the shorter one have to be there.
        alike = ALIKE if fuzz.token_set_ratio(one, other) >= SURE else 0.0
    return alike, _names(left, right) if alike else None


def _numbers(words: Iterable[str]) -> Counter[str]:
    """The numbers of a sentence, in figures; small ones may be spelt out."""
    return Counter(
        _SMALL.get(word, word).replace(",", "")
        for word in words
        if word[0].isdigit() or word in _SMALL or word in _LARGE
    )


def _negated(words: Iterable[str]) -> bool:
    return any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


def _names(left: list[str], right: list[str]) -> tuple[str, str] | None:
    """The name of one sentence that stands where the other has a different one; None where no name does.

    Spellings of one name are alike in their letters; days and months are not spelt in two ways.
    """
    known_left, known_right = {word.casefold() for word in left}, {word.casefold() for word in right}
    only_left = _capitals(left, known_right)
    only_right = _capitals(right, known_left)
    for word in list(only_left):
        match = max(only_right, key=lambda other: fuzz.ratio(word, other), default=None)
        if match is not None and fuzz.ratio(word, match) >= SPELLING and not {word, match} & _CALENDAR:
            only_left.remove(word)
            only_right.remove(match)
    if not only_left or not only_right:
        return None
    if len(only_left) > 1 or len(only_right) > 1 or {only_left[0], only_right[0]} & _CALENDAR:
        return "", ""
    return only_left[0], only_right[0]


def _capitals(words: list[str], known: set[str]) -> list[str]:
    """The capitalised words after the first that are not `known`, each once."""
    folded = (word.casefold() for word in words[1:] if word[0].isupper())
    return list(dict.fromkeys(word for word in folded if word not in known))


class _Sets(Generic[T]):
    """Disjoint sets that know their members and the least of them by a key; smaller ones are poured into larger
    ones."""

    def __init__(self, key: Callable[[T], Any]) -> None:
        self._key = key
        self._of: dict[T, _Set[T]] = {}

    def join(self, a: T, b: T) -> None:
        """Makes the sets of `a` and `b` one."""
        one, other = (self._of.setdefault(item, _Set([item], item)) for item in (a, b))
        if one is other:
            return
        if len(one.members) < len(other.members):
            one, other = other, one
        one.members += other.members
        one.least = min(one.least, other.least, key=self._key)
        for member in other.members:
            self._of[member] = one

    def members(self, item: T) -> list[T]:
        """The set of `item`."""
        return self._of[item].members if item in self._of else [item]

    def least(self, item: T) -> T:
        """The member of its set with the smallest key."""
        return self._of[item].least if item in self._of else item

    def __contains__(self, item: T) -> bool:
        """Whether anything was ever joined with `item`."""
        return item in self._of


@dataclass(slots=True)
class _Set(Generic[T]):
    members: list[T]
    least: T
