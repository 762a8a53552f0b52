"""Sides, places and institutions in a sentence.

One pass over the capitalised words: each is looked up as the beginning of a gazetteer key and the longest key wins. The
words around then decide what the name is here: a possessive, a modifier of a compound, part of a larger name, a region.
Places that no gazetteer holds are found by the noun that says what they are ("the village of X", "X province").
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from tui.extract.gazetteer import Entry, Gazetteer, key_of, word_key
from tui.extract.model import Mention, MentionKind

_TOKEN = r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]\b|[^\W_]+(?:'[^\W_]+)*"
_NEXT = re.compile(rf"(?:[ -]|\. |/| ?& ?)({_TOKEN})")
_AFTER = re.compile(r" ([A-Z][\w']*)")
_WORD_AFTER = re.compile(r" (\w+)")
_BEFORE = re.compile(r"([A-Za-z][\w'.]*) $")
_DIRECTION = re.compile(
    r"\b((?:north|south)[- ]?(?:eastern|western|east|west)|northern|southern|eastern|western|central"
    r"|upper|lower|north|south|east|west) $",
    re.I,
)
_PREFIX = re.compile(r"\b(pro|anti|non|ex|post|trans)-$", re.I)
# A name directly before one of these is part of the name of something else.
_HEADS = frozenset(
    "Times Post Independent Institute University School College Agreement Agreements Accord Accords Convention "
    "Tribune Conventions Protocol Protocols Treaty Declaration Process Conference Street Avenue Square Airport "
    "Wall Bank Club FC City Stock Exchange Today Journal Herald Gazette Mail News Radio TV Television Review "
    "Forum Centre Center Foundation Society Marathon Olympics Games Cup Derby Saint Insider Examiner Observer "
    "Chronicle Telegraph Daily Nationals Quartet Dossier Memorandum Format Airlines Airways Airline Open Hotel "
    "Hilton Communique Consensus Formula".split()
)
# Words of government behind a state's name; before other capitalised words "Jordan" may be somebody's name.
_OF_STATE = frozenset(
    "President Prime Minister Foreign Defence Defense Interior King Queen Crown Army Air Navy Armed Military "
    "Ministry Embassy River Valley Government Parliament National Central Special Security Vice Deputy "
    "Ambassador State".split()
)
# Words that stand before the name of a place without being part of it.
_GEOGRAPHIC = frozenset(
    "North South East West Northern Southern Eastern Western Central Greater City Port Fort Camp Province "
    "Region District Oblast Governorate County State Valley In At Near From To Of The And On For Around Outside "
    "Inside Beyond While As With By After Before But Neighbouring Neighboring Meanwhile Because Since Between "
    "Like Both When If That Although Until Against Across Despite Without Through Over Under Within Even Only "
    "Where Is Are Was Were Has Have Will Can".split()
)
# Abbreviations that are words when a headline is set in capitals.
_WORDS_IN_CAPITALS = frozenset({"US", "IS", "WHO", "UN", "AU", "CAR", "EAC", "ANA"})
_MALWARE = re.compile(r" (?:ransomware|malware|trojan|botnet|wiper|worm)\b")
_THE = re.compile(r"\b[Tt]he $")


@lru_cache(maxsize=8)
def _starts(lower: frozenset[str]) -> re.Pattern[str]:
    """What may begin a name: a capitalised word, or one of the gazetteer's names that begin in lower case."""
    words = "|".join(sorted(map(re.escape, lower), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:(?:[A-Z]\.){{2,}}|[A-Z]\.[A-Z]\b|[A-ZÀ-ÞĀ-Ž][^\W_]*(?:'[^\W_]+)*|(?:{words})\b)")


def find_mentions(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every side, place and institution of `text` (folded), left to right, longest match first, none overlapping."""
    out: list[Mention] = []
    position = 0
    for start in _starts(gazetteer.lower_starts).finditer(text):
        if start.start() < position:
            continue
        found = _longest(text, start.end(), start.group(), gazetteer)
        if found is None:
            continue
        end, entry, possessive = found
        mention = _settle(text, start.start(), end, entry, possessive, out, gazetteer)
        if mention is not None:
            out.append(mention)
            position = mention.end
    return tuple(_with_regions(text, _with_sides(text, out)))


def _longest(text: str, end: int, word: str, gazetteer: Gazetteer) -> tuple[int, Entry, bool] | None:
    """The longest key that begins with `word`, which ends at `end`: its end, its entry, whether it is a possessive."""
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
        if base != key and base in entries:  # "the Taiwan Strait's" is no "Taiwan Straits"
            best = (end, entries[base], True)
        elif key in entries:
            best = (end, entries[key], False)
        words -= 1
        following = _NEXT.match(text, end) if words > 0 else None
        if following is None:
            break
        word, end = following.group(1), following.end()
        if capitals and len(word) > 3:
            word = word.capitalize()
        bare = word[:-2] if word.endswith("'s") else word
        key, base = f"{key} {word_key(word)}", f"{key} {word_key(bare)}"
    if best is None:
        return None
    end, entry, possessive = best
    if not possessive and text[end - 1] == "s" and text[end : end + 1] == "'" and not text[end + 1 : end + 2].isalnum():
        return end + 1, entry, True
    return best


def _settle(
    text: str, start: int, end: int, entry: Entry, possessive: bool, before: list[Mention], gazetteer: Gazetteer
) -> Mention | None:
    """What the entry is in its surroundings, None where it is not a mention at all."""
    if _excluded(text, start, end, entry, possessive, before, gazetteer):
        return None
    form = "possessive" if possessive and entry.form in ("name", "capital", "metonym", "people") else entry.form
    if entry.kind is MentionKind.INSTITUTION:
        if form == "after the":
            return Mention(start, end, entry.kind, entry.name, entry.side, "name", "outlet")
        return Mention(start, end, entry.kind, entry.name, entry.side, form, entry.role, entry.place)
    after = None if possessive else _AFTER.match(text, end)
    if after and after.group(1) in _HEADS and entry.form != "adjective":
        if entry.place is None or entry.form == "people":
            return None
        return Mention(start, end, MentionKind.PLACE, entry.place, None, "part", None, entry.place)
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        form = "compound"
    elif prefix := _PREFIX.search(text, max(0, start - 6), start):
        form = "opponent" if prefix.group(1).lower() == "anti" else "compound"
    if entry.form in ("name", "capital") and entry.place:
        direction = _DIRECTION.search(text, max(0, start - 16), start)
        if direction:
            return _part_of(text, direction, start, end, entry, form, gazetteer)
    return Mention(start, end, entry.kind, entry.name, entry.side, form, entry.role, entry.place)


def _part_of(
    text: str, direction: re.Match[str], start: int, end: int, entry: Entry, form: str, gazetteer: Gazetteer
) -> Mention:
    """ "eastern Ukraine", under its own name where it has one ("south-east Asia" is "Southeast Asia")."""
    words = f"{direction.group(1).replace('-', ' ').title()} {text[start:end].removesuffix(chr(39) + 's')}"
    known = gazetteer.entries.get(key_of(words))
    region = known.name if known else f"{_direction(direction.group(1))} {entry.place}"
    side = known.side if known else entry.side
    return Mention(direction.start(), end, MentionKind.PLACE, region, side, form, "region", region)


def _excluded(
    text: str, start: int, end: int, entry: Entry, possessive: bool, before: list[Mention], gazetteer: Gazetteer
) -> bool:
    """Whether the words at `start:end` only look like the name."""
    word = text[start:end]
    if entry.form == "after the":
        return not _behind_the(text, start, end, entry)
    if word.rstrip(".") in _WORDS_IN_CAPITALS and _in_capitals(text, start, end):
        return True
    if entry.form != "adjective" and (_MALWARE.match(text, end) or text[max(0, start - 6) : start] == "Royal "):
        return True  # "the Cuba ransomware gang", "the Royal London"
    if entry.kind is MentionKind.PLACE and entry.role == "city":
        return _is_part_of_a_name(text, start, end, possessive)
    other = gazetteer.ambiguous.get(key_of(word[:-2] if possessive else word))
    if other is None:
        return False
    following = _WORD_AFTER.match(text, end)
    if following and following.group(1) in other:
        return True
    if before and before[-1].side == "United States" and text[before[-1].end : start] == ", ":
        return True  # "Atlanta, Georgia"
    after = None if possessive else _AFTER.match(text, end)
    given = after is not None and after.group(1) not in _OF_STATE and not _title_case(text)
    return given or _is_part_of_a_name(text, start, end, True, at_start=True)


def _behind_the(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a common word is an outlet's name here: "the Times", "told The Hill", not "the National Guard"."""
    article = _THE.search(text, max(0, start - 5), start)
    if article is None or _AFTER.match(text, end):
        return False
    return entry.role == "outlet" or (article.group().startswith("T") and article.start() > 0)


def _with_sides(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, with institutions given to the side named beside them: "the Norwegian Foreign Intelligence
    Service", "Ukraine's National Security Council", "the Security Council of Russia".
    """
    out: list[Mention] = []
    for i, m in enumerate(found):
        if m.kind is MentionKind.INSTITUTION and m.role != "outlet":
            owner = _owner(text, m, found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None)
            if owner is not None and owner.side not in (None, m.side):
                words = text[m.start : m.end].removesuffix("'s")
                m = replace(m, name=f"{words} of {_with_article(owner.place or owner.side or '')}", side=owner.side)
        out.append(m)
    return out


def _owner(text: str, m: Mention, before: Mention | None, after: Mention | None) -> Mention | None:
    """The side or place that stands directly before the institution, or behind "of"."""
    modifies = before is not None and before.form in ("adjective", "possessive", "name")
    if modifies and before and before.kind is not MentionKind.INSTITUTION and text[before.end : m.start] == " ":
        return before
    behind = after is not None and text[m.end : after.start] in (" of ", " of the ")
    return after if behind and after is not None and after.kind is not MentionKind.INSTITUTION else None


def _with_article(state: str) -> str:
    return f"the {state}" if state.startswith(("United ", "Netherlands", "Philippines", "European ")) else state


def _direction(word: str) -> str:
    """ "South East" and "south-eastern" in one spelling: "south-eastern"."""
    word = re.sub(r"[- ]", "", word.lower())
    if word.endswith(("north", "south", "east", "west")):
        word += "ern"
    if len(word) > 8 and word.startswith(("north", "south")):
        return f"{word[:5]}-{word[5:]}"
    return word


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside are set in capitals, so that US may be "us"."""
    around = re.findall(r"[^\W\d_]{2,}", text[max(0, start - 30) : start])[-1:]
    around += re.findall(r"[^\W\d_]{2,}", text[end : end + 30])[:1]
    return bool(around) and all(w.isupper() for w in around) and sum(map(len, around)) > 3


def _is_part_of_a_name(text: str, start: int, end: int, possessive: bool, at_start: bool = False) -> bool:
    """Whether a town's name stands inside somebody's name: "Lloyd Austin", "Florence Nightingale".

    A capital at the start of the sentence says nothing, unless `at_start`.
    """
    before = _BEFORE.search(text, max(0, start - 24), start)
    word = before.group(1) if before else ""
    if before and word[0].isupper() and (at_start or before.start() > 0) and not _title_case(text):
        return word not in _GEOGRAPHIC
    after = None if possessive else _AFTER.match(text, end)
    if after and not (word and word[0].islower()) and not _title_case(text):
        return after.group(1) not in _GEOGRAPHIC
    return False


@lru_cache(maxsize=64)
def _title_case(text: str) -> bool:
    """Whether most longer words are capitalised, as in a headline."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return sum(w[0].isupper() for w in words) >= 0.8 * len(words)


# --- places by the noun that says what they are ---------------------------------------------------------------------

_NAME = r"(?:(?:al|el)-)?[A-Z][\w']+(?:[ -](?:(?:al|el|az|ez|es|as|ash|ar|ed|ad)-)?[A-Z][\w']+){0,2}"
_ADMINISTRATIVE = "region|province|oblast|district|governorate|prefecture|department"
_NATURAL = "county|valley|peninsula|islands?|strait|archipelago|atoll|reef|shoal"
_KIND_OF_PLACE = re.compile(rf" ({_ADMINISTRATIVE}|{_NATURAL}|state)\b(?!-| of )", re.I)
_SETTLEMENT_OF = re.compile(
    r"\b(?:city|town|village|port|suburb|settlement|hamlet|enclave|island|province|region|district|governorate"
    rf"|municipality|commune|outpost|oasis) of ({_NAME})"
)
_NAME_BEFORE = re.compile(rf"(?<![\w.-])({_NAME})$")
# Capitalised words before "region" or "district" that name no place.
_NO_NAME = frozenset(
    "The This That These Those Its Their Our A An In Each Every One Another Border Military Autonomous Federal "
    "Coastal Whole Entire Disputed Breakaway Separatist Volatile Restive Special National Same Other Some Any "
    "Administrative".split()
)


def _with_regions(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions with "Pskov" made "Pskov region" where the text says so, and with places not in the gazetteer."""
    out = list(found)
    for noun in _KIND_OF_PLACE.finditer(text):
        known = next((m for m in out if m.end == noun.start()), None)
        if known is not None:
            if (known.role == "city" or known.form == "capital") and known.place:
                out[out.index(known)] = _region(known, noun)
            continue
        name = _NAME_BEFORE.search(text, max(0, noun.start() - 50), noun.start())
        if name is None or noun.group(1).lower() == "state":
            continue
        start = name.start(1)
        if name.group(1).partition(" ")[0] not in _NO_NAME and _free(out, start, noun.end()):
            place = _named(name.group(1), noun.group(1))
            out.append(Mention(start, noun.end(), MentionKind.PLACE, place, None, "name", "region", place))
    for match in _SETTLEMENT_OF.finditer(text):
        start, end = match.span(1)
        place = match.group(1).removesuffix("'s")
        if _free(out, start, end):
            out.append(Mention(start, start + len(place), MentionKind.PLACE, place, None, "name", "city", place))
    return sorted(out, key=lambda m: m.start) if len(out) > len(found) else out


def _region(known: Mention, noun: re.Match[str]) -> Mention:
    place = _named(known.place or "", noun.group(1))
    return replace(known, end=noun.end(), kind=MentionKind.PLACE, name=place, form="name", role="region", place=place)


def _named(name: str, noun: str) -> str:
    """ "Pskov" and "Oblast" as "Pskov region"; "Galwan" and "valley" as "Galwan Valley"."""
    noun = noun.lower()
    if re.fullmatch(_NATURAL, noun):
        return f"{name} {noun.capitalize()}"
    return f"{name} {'region' if noun == 'oblast' else noun}"


def _free(mentions: list[Mention], start: int, end: int) -> bool:
    return not any(m.start < end and start < m.end for m in mentions)
