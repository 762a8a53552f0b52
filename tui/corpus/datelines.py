"""Datelines: "WASHINGTON (AP) —", "(CNN)", "MOSCOW, February 16. /TASS/.", "SEOUL, Nov. 1 (Yonhap) --"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.corpus.outlets import Outlets
from tui.corpus.stated import MONTH_NAMES

_DASH = r"\s*(?:-{1,3}|–|—|―)\s*"
_MONTH = rf"(?i:{MONTH_NAMES})\b\.?"
_DAY = rf",? {{0,2}}(?P<day>{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_SMALL_WORD = r"(?: (?:and|de|al|el|of|the|di|du|la))?"
_CAPITALS = rf"[A-Z][A-Z.’'-]+(?:(?:{_SMALL_WORD} |/)[A-Z][A-Z.’'/-]+){{0,4}}"
_REGION = r"(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}){0,2}"
_PLACE = rf"(?P<place>{_CAPITALS}{_REGION})"
_MIXED = rf"(?P<place>[A-Z][\w.’'-]+(?:(?:{_SMALL_WORD} |/)[A-Z][\w.’'-]+){{0,4}}{_REGION})"
_IN_BRACKETS = r"\s*[(\[](?P<who>[A-Z][\w .&/’'-]{1,40})[)\]]"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # Rome (AFP) April 19, 2025
        rf"{_MIXED}{_IN_BRACKETS},? (?P<day>{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})$",
        rf"{_MIXED}(?:{_DAY})?{_IN_BRACKETS}(?:{_DASH}|\s?[:.]\s+|\s+(?=[A-Z‘“\"']))",  # Kyiv, Ukraine (AP) —
        # MOSCOW, February 16. /TASS/.
        rf"{_PLACE},? {{0,2}}{_DAY}\.? ?/(?P<who>[A-Z][\w .-]{{1,20}})/\.?\s*(?:[-–—]+\s*)?",
        rf"{_PLACE}(?:{_DAY})?,?(?: (?P<who>(?!THE\b)[A-Z][A-Za-z]{{1,12}}))?\s+(?:-{{1,3}}|–|—|―)\s+",  # WASHINGTON –
        r"[(\[](?P<who>[A-Z][\w .&/’'-]{1,40})[)\]](?:\s*(?:-{1,3}|–|—)\s*|\s+(?=[A-Z‘“\"']))",  # (CNN)
        rf"(?:{_MIXED} )?(?P<who>[A-Z][A-Za-z]{{1,12}})\s?(?:—|–|--)(?:\s+|$)",  # Kyiv and Lviv, Ukraine CNN —
        # HASSAN SHAMI, Iraq
        r"(?P<place>[A-Z]{3,}(?:[ -][A-Z]{2,}){0,3}, [A-Z][a-z]+) (?=(?:[A-Z]\.){2,} |[A-Z][a-z])",
        # LOS ANGELES/BOSTON
        r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,2}(?:/[A-Z]{3,}(?: [A-Z]{3,}){0,2}){1,3}) (?=[A-Z][a-z])",
    )
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a paragraph: where it ends, and what it names."""

    end: int
    place: str | None
    outlet: str | None
    day: str | None


def find_dateline(text: str, start: int, end: int, outlets: Outlets) -> Dateline | None:
    """The dateline with which text[start:end] begins, or None.

    Names in brackets and before a bare dash count only where they are known outlets: "(Reuters) -", not "(Update)".
    """
    if end - start < 3 or not (text[start].isupper() or text[start] in "(["):
        return None
    if text[start].isupper() and not text[start + 1].isupper():
        # Only a name in brackets, a slash or a dash soon behind makes a dateline of a place in small letters.
        early = text[start : min(end, start + 70)]
        if "(" not in early and " —" not in early and "--" not in early and " –" not in early:
            return None
    stop = min(end, start + 140)
    for form in _FORMS:
        found = form.match(text, start, stop)
        if found is None:
            continue
        groups = found.groupdict()
        who = groups.get("who")
        outlet = outlets.named(who) if who else None
        if who is not None and outlet is None:
            continue
        place = groups.get("place")
        if outlet is None and place is not None and not _is_place(place):
            continue
        return Dateline(found.end(), place, outlet.name if outlet else None, groups.get("day"))
    return None


def _is_place(place: str) -> bool:
    """Whether words in capitals can be a city: not "NATO", "BREAKING", "UPDATE 1"."""
    first = re.split(r"[,/]", place)[0]
    return first not in _NOT_PLACES and len(first) > 3 and not first.startswith(("BREAKING", "UPDATE", "EXCLUSIVE"))


_NOT_PLACES = frozenset(
    "NATO OPEC ASEAN UNICEF UNHCR UNESCO INTERPOL AUKUS LIVE WATCH VIDEO PHOTOS OPINION ANALYSIS EXPLAINER FACTBOX"
    " TIMELINE "
    "CORRECTED REFILE RECAP READ MORE NOTE WHAT WHY HOW WHO WHEN WHERE THE THIS THAT".split()
)
