"""How personal names are written in English news, in all cultures: tokens, particles, and what is no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(r"(?:[^\W\d_]\.){1,4}(?![^\W_])|[^\W\d_]+(?:['-][^\W\d_]+)*")
_PARTICLES = _words(
    """
    al el ul bin ibn bint ben von van der den de del della di da do dos das du la le ter ten zu abu umm ould ag
    ait y e st san
    """
)
# Capitalised words that begin or end no personal name: sentence openers, calendar words, headline verbs, the heads of
# organisations, places and documents. A sequence that holds one of `_ORG_WORDS` is no person at all.
_STOP = _words(
    """
    the a an this that these those it its he she they we i you his her their our my your in on at by for from to
    of with as and or but if when while after before since until because although though however meanwhile also
    both all some many most more no not nor so than then there here what which who whom whose why how where yes
    only even just still yet now once earlier later last next first second third fourth fifth other another such
    speaking asked following amid despite during according including under over about against between into
    through among within without per via like unlike monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december today yesterday tomorrow
    tonight easter christmas ramadan eid passover orthodox catholic muslim christian jewish sunni shia
    presidents ministers leaders generals senators president vice-president prime premier chancellor minister
    secretary general spokesman spokeswoman spokesperson ambassador envoy senator admiral colonel captain
    commander chief king queen prince princess crown sheikh emir sultan ayatollah mr mrs ms miss sir dame lord
    lady dr prof professor mp mps rep sen gen lt col maj adm gov mayor governor speaker deputy foreign defence
    defense interior says said say warns warned will would could should may might must can has have had is are
    was were be been do does did meets met meet calls call called urges urge tells told vows asks visits visit
    talks hold holds held begins ends arrives heads speaks spoke backs slams seeks wants plans signs leads
    leaves faces orders accuses blames denies claims demands picture pictured photo photograph image video file
    credit read watch listen live update updated getty reuters afp ap epa pa cnn bbc north south east west
    northern southern eastern western central upper lower new old great middle mount lake river sea gulf port
    fort camp cape street road avenue square airport island islands bay strait
    """
)
_ORG_WORDS = _words(
    """
    ministry department office agency bureau council committee commission parliament congress senate assembly
    house court tribunal union league organization organisation alliance federation association party front
    movement brigade brigades battalion regiment division corps army navy force forces fleet command guard
    guards group groups network company corporation corp inc ltd plc bank fund institute institution university
    college school centre center foundation hospital church mosque news times post press journal telegraph
    guardian tribune herald gazette mail mirror radio television tv channel broadcasting media magazine review
    today agreement agreements accord accords treaty pact deal act law protocol plan process summit conference
    forum talks initiative operation war crisis revolution uprising spring day week games olympics cup prize
    award republic kingdom emirate state states province region district county city town village territory
    territories peninsula airport base station plant bridge tower palace castle hotel stadium park gate highway
    railway building airlines airways air gazeta motors electric dynamics street square avenue road river sea
    ocean gulf strait lake island islands mountains valley desert canal border strip heights service services
    intelligence police security secretariat administration authority government cabinet embassy consulate
    mission delegation international national united global european african american asian arab russian chinese
    british french german israeli iranian democratic people's supreme federal royal world human rights affairs
    studies policy research strategic nuclear atomic energy health cyber exchange market quartet troika contact
    normandy minsk oslo journalists team club society
    """
)
# Family name first: how names of these languages run, told by their typical first syllables is unsafe; the side tells.
# Given names and surnames that are also everyday words: never a short form on their own at the start of a sentence.
_WORDLIKE = _words(
    """
    will may mark grant rich bill rob pat art frank grace hope faith rose joy june april august dean chase drew
    ray sue don guy jack rusty sandy price long young white black brown green gray grey king bishop major love
    power force wall hill wood woods stone field fields ford banks lane street bush rice cook baker potter
    hunter fisher page best good wise strong sharp smart moon sun sung so no ha an ma he she you li do to son
    van ban park pace case chance day early foot hand head judge knight noble
    """
)

LONGEST = 4000
"""Characters of a sentence that are read for people and meetings: no sentence is longer, only text that is none."""

_PREFIXES = _PARTICLES | {"ad", "an", "as", "ash", "at", "az", "ar"}


# Heads of organisations and places that are surnames as well: they tell only where they end the sequence.
_SURNAMES_TOO = _words(
    "park bank day court street lake house church gate bridge law power price deal field hill guard press"
)


class Token(NamedTuple):
    """A word of a sentence; a possessive ending is left outside. `lower` is the word in small letters."""

    start: int
    end: int
    text: str
    lower: str


@lru_cache(maxsize=4096)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of `text` in order, possessive endings cut off; what lies behind `LONGEST` is not read."""
    out = []
    for m in _TOKEN.finditer(text, 0, LONGEST):
        word = m.group()
        if word.endswith(("'s", "'S")):
            word = word[:-2]
        if word:
            start = m.start()
            out.append(Token(start, start + len(word), word, word.lower()))
    return tuple(out)


def is_capitalised(word: str) -> bool:
    """Could `word` be part of a written name: Putin, al-Assad, Kim, O'Neill, Jong-un?"""
    if word[0].isupper():
        return True
    if "-" not in word:
        return False
    head, _, rest = word.partition("-")
    return bool(rest and rest[0].isupper() and head in _PREFIXES)


def is_acronym(word: str) -> bool:
    """All capitals, at least two letters: NATO, MP; also U.S."""
    letters = word.replace(".", "").replace("-", "")
    return len(letters) >= 2 and letters.isupper()


def is_stop(word: str) -> bool:
    """A capitalised word that no name holds."""
    return word.lower() in _STOP


def is_organisation(words: list[str]) -> bool:
    """Does a capitalised sequence hold the head of an organisation, place or document?"""
    low = [w.lower() for w in words]
    return bool(low) and (low[-1] in _ORG_WORDS or any(w in _ORG_WORDS and w not in _SURNAMES_TOO for w in low))


def is_wordlike(word: str) -> bool:
    """Is the name also an everyday English word?"""
    return word.lower() in _WORDLIKE


def is_particle(word: str) -> bool:
    """A small word inside names: al, bin, von, de."""
    return word.lower() in _PARTICLES


def name_end(text: str, tokens: Sequence[Token], i: int, *, limit: int = 6, after_title: bool = False) -> int:
    """The index behind the last token of the capitalised name that begins at token `i` (`i` itself if none begins)."""
    j = last = i
    while j < len(tokens) and j - i < limit:
        token = tokens[j]
        if j > i and not _joined(text, tokens[j - 1], token):
            break
        if is_particle(token.text) and (
            j > i or token.text[0].isupper() or token.text in {"al", "el", "bin", "von", "van", "de"}
        ):
            # a particle counts only where a name token follows it
            j += 1
            continue
        if not is_capitalised(token.text):
            break
        if is_stop(token.text) and not (
            j == i and after_title and token.lower in _NAMES_TOO and _name_follows(text, tokens, j)
        ):
            break
        if is_acronym(token.text) and not (j == i or "." in token.text):
            break
        j += 1
        last = j
        if text[token.end : token.end + 2] == "'s":
            break
    return i if last == i + 1 and is_acronym(tokens[i].text) else last


_NAMES_TOO = _words("he so an no will may to do la you long")


def _name_follows(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Does a word of a name follow token `i`: "Vice Premier He Lifeng"?"""
    if i + 1 >= len(tokens) or not _joined(text, tokens[i], tokens[i + 1]):
        return False
    word = tokens[i + 1].text
    return is_capitalised(word) and not is_stop(word) and not is_acronym(word)


def given_names(words: list[str]) -> list[str]:
    """The words right before a surname that belong to the name: the last unbroken run of name words."""
    run: list[str] = []
    for word in reversed(words):
        if not (is_capitalised(word) or is_particle(word)) or is_stop(word) or is_acronym(word.rstrip(".") + "."):
            break
        run.insert(0, word)
    while run and not is_capitalised(run[0]):
        run.pop(0)
    return [] if is_organisation(run) else run


def _joined(text: str, left: Token, right: Token) -> bool:
    return text[left.end : right.start] == " "


def is_headline(text: str, tokens: Sequence[Token]) -> bool:
    """Title Case or all capitals: capitals tell nothing about names there."""
    words = [t.text for t in tokens if len(t.text) > 3]
    if len(words) < 4 or text.rstrip("\"')").endswith((".", "!", "?")):
        return False
    return sum(w[0].isupper() for w in words) / len(words) > 0.8
