"""Sides, places and institutions in a sentence.

One pass over the capitalised words: each is looked up as the beginning of a gazetteer key and the longest key wins. Then
the words around decide what the name is here (a possessive, a modifier of a compound, part of a larger name, a region).
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.extract.gazetteer import Entry, Gazetteer, word_key
from tui.extract.model import Mention, MentionKind

_TOKEN = r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]\b|[^\W_]+(?:'[^\W_]+)*"
_NEXT = re.compile(rf"(?:[ -]|\. |/)({_TOKEN})")
_AFTER = re.compile(r" ([A-Z][\w']*)")
_BEFORE = re.compile(r"([A-Za-z][\w'.]*),? $")
_DIRECTION = re.compile(
    r"\b((?:north|south)[- ]?(?:eastern|western|east|west)|northern|southern|eastern|western|central|upper|lower) $", re.I
)
_PREFIX = re.compile(r"\b(pro|anti|non|ex|post|trans)-$", re.I)
# A name directly before one of these is part of the name of something else.
_HEADS = frozenset(
    "Times Post Independent Institute University School College Agreement Agreements Accord Accords Convention Conventions "
    "Protocol Protocols Treaty Declaration Process Conference Street Avenue Square Airport Wall Bank Club FC City Stock "
    "Exchange Today Journal Herald Gazette Tribune Mail News Radio TV Television Review Forum Centre Center Foundation "
    "Society Marathon Olympics Games Cup Derby Saint Insider Examiner Observer Chronicle Telegraph Daily Nationals Dossier "
    "Memorandum Format Quartet Airlines Airways Airline Open Hotel Hilton House Communique Consensus Formula".split()
)
# Abbreviations that are words when a headline is set in capitals.
_WORDS_IN_CAPITALS = frozenset({"US", "IS", "WHO", "UN", "AU", "CAR", "EAC", "ANA"})


@lru_cache(maxsize=8)
def _starts(lower: frozenset[str]) -> re.Pattern[str]:
    """What may begin a name: a capitalised word, or one of the gazetteer's names that begin in lower case."""
    words = "|".join(sorted(map(re.escape, lower), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:(?:[A-Z]\.){{2,}}|[A-Z]\.[A-Z]\b|[A-ZÀ-ÞĀ-Ž][^\W_]*(?:'[^\W_]+)*|(?:{words})\b)")


def find_mentions(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every side, place and institution of `text`, left to right, longest match first, none overlapping."""
    out: list[Mention] = []
    position, longest = 0, gazetteer.longest
    for start in _starts(gazetteer.lower_starts).finditer(text):
        if start.start() < position:
            continue
        word = start.group()
        found = _longest(text, start.start(), start.end(), word, gazetteer, longest)
        if found is None:
            continue
        end, entry, possessive = found
        mention = _settle(text, start.start(), end, entry, possessive, out, gazetteer)
        if mention is not None:
            out.append(mention)
            position = mention.end
    return tuple(out)


def _longest(
    text: str, start: int, end: int, word: str, gazetteer: Gazetteer, longest: object
) -> tuple[int, Entry, bool] | None:
    """The longest key that begins with the word `start:end`: where it ends, its entry, whether it is a possessive."""
    entries, lengths = gazetteer.entries, gazetteer.longest
    capitals = False
    key = word_key(word)
    base = word_key(word[:-2]) if word.endswith("'s") else key
    if key not in lengths and base not in lengths:
        if not (word.isupper() and len(word) > 3):
            return None
        capitals, key, base = True, key.capitalize(), base.capitalize()
        if key not in lengths and base not in lengths:
            return None
    best: tuple[int, Entry, bool] | None = None
    words = max(lengths.get(key, 0), lengths.get(base, 0))
    while True:
        if key in entries:
            best = (end, entries[key], False)
        elif base in entries:
            best = (end, entries[base], True)
        words -= 1
        if words <= 0:
            break
        following = _NEXT.match(text, end)
        if following is None:
            break
        word, end = following.group(1), following.end()
        if capitals and len(word) > 3:
            word = word.capitalize()
        key, base = f"{key} {word_key(word)}", f"{key} {word_key(word[:-2] if word.endswith(chr(39) + 's') else word)}"
    if best is None:
        return None
    end, entry, possessive = best
    if not possessive and text[end : end + 1] == "'" and text[end - 1] == "s" and not text[end + 1 : end + 2].isalnum():
        return end + 1, entry, True
    return best


def _settle(
    text: str, start: int, end: int, entry: Entry, possessive: bool, before: list[Mention], gazetteer: Gazetteer
) -> Mention | None:
    """What the entry is in its surroundings, None where it is not a mention at all."""
    word = text[start:end]
    if word.rstrip(".") in _WORDS_IN_CAPITALS and _in_capitals(text, start, end):
        return None
    form = "possessive" if possessive and entry.form in ("name", "capital", "metonym") else entry.form
    after = _AFTER.match(text, end)
    if after and not possessive and entry.kind is not MentionKind.INSTITUTION and after.group(1) in _HEADS:
        if entry.form in ("name", "capital") and entry.place:
            return Mention(start, end, MentionKind.PLACE, entry.place, None, "part", None, entry.place)
        if entry.form != "adjective":
            return None
    if entry.kind is MentionKind.INSTITUTION:
        return Mention(start, end, entry.kind, entry.name, entry.side, form, entry.role, entry.place)
    if entry.kind is MentionKind.PLACE and entry.role == "city" and _is_part_of_a_name(text, start, end, possessive):
        return None
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        form = "compound"
    elif prefix := _PREFIX.search(text, max(0, start - 6), start):
        form = "opponent" if prefix.group(1).lower() == "anti" else "compound"
    if entry.form in ("name", "capital") and entry.place and (side := _DIRECTION.search(text, max(0, start - 16), start)):
        region = f"{_direction(side.group(1))} {entry.place}"
        return Mention(side.start(), end, MentionKind.PLACE, region, entry.side, form, "region", region)
    return Mention(start, end, entry.kind, entry.name, entry.side, form, entry.role, entry.place)


def _direction(word: str) -> str:
    """"South East" and "south-eastern" in one spelling: "south-eastern"."""
    word = re.sub(r"[- ]", "", word.lower())
    if word.startswith(("north", "south")) and word.endswith(("east", "west")):
        word += "ern"
    if len(word) > 8 and word.startswith(("north", "south")):
        return f"{word[:5]}-{word[5:]}"
    return word


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside are set in capitals, so that US may be "us"."""
    around = [m.group() for m in re.finditer(r"[^\W\d_]{2,}", text[max(0, start - 30) : start])][-1:]
    around += [m.group() for m in re.finditer(r"[^\W\d_]{2,}", text[end : end + 30])][:1]
    return bool(around) and all(w.isupper() and len(w) > 1 for w in around) and sum(map(len, around)) > 3


def _is_part_of_a_name(text: str, start: int, end: int, possessive: bool) -> bool:
    """Whether a town's name stands inside somebody's name: "Lloyd Austin", "Florence Nightingale"."""
    after = None if possessive else _AFTER.match(text, end)
    before = _BEFORE.search(text, max(0, start - 24), start)
    word = before.group(1) if before and not before.group().endswith(", ") else ""
    if word and word[0].isupper() and before and before.start() > 0 and not _title_case(text):
        return word not in _GEOGRAPHIC
    if after and not (word and word[0].islower()) and not _title_case(text):
        return after.group(1) not in _GEOGRAPHIC
    return False


_GEOGRAPHIC = frozenset(
    "North South East West Northern Southern Eastern Western Central Greater City Port Fort Camp Province Region District "
    "Oblast Governorate County State Valley In At Near From To Of The And On For Around Outside Inside Beyond".split()
)


def _title_case(text: str) -> bool:
    """Whether most longer words are capitalised, as in a headline."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", text)]
    return sum(w[0].isupper() for w in words) > 0.7 * len(words)
