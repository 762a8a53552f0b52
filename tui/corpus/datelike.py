"""Lines of a head that are a date: by itself, in the top bar of a page, or beside a name."""

from __future__ import annotations

import re

from tui.corpus.stated import MONTHS, parse_date
from tui.records import DatePrecision

DECORATION = " \t\ufeff*_#+>-"
"""What stands around words in a head and is none of them: markdown, white space, a byte order mark."""

_DATE_WORDS = frozenset(MONTHS) | frozenset(
    (
        "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
        "am pm a m p at on of st nd rd th t z gmt utc bst est edt et cst cdt ct pst pdt pt cet cest eet msk "
        "hkt jst kst aest aedt ist sgt bdt pkt published updated posted first last modified created edited "
        "date time local update publish publication min mins minute minutes read hour hours ago day days h "
        "hrs hr"
    ).split()
)


def is_date_line(line: str) -> bool:
    """Whether the line is nothing but a date or a time, with the words that go with them."""
    if len(line) > 160 or not any(c.isdigit() for c in line):
        return False
    return all(word.lower() in _DATE_WORDS for word in re.findall(r"[^\W\d_]+", line))


def is_menu_with_date(line: str) -> bool:
    """Whether the line is the top bar of a page: a date among short names of sections."""
    pieces = pieces_of(line)
    return (
        len(pieces) >= 3
        and all(len(p.split()) <= 5 for p in pieces)
        and any(is_date_line(p) and parse_date(p) for p in pieces)
    )


def name_with_date(line: str) -> str | None:
    """The name that stands beside a full date and nothing else: "Ahram Online , Wednesday 14 Apr 2021"."""
    if len(line) > 90 or not any(c.isdigit() for c in line):
        return None
    words = [w.strip(" ,|–—-") for w in line.split()]
    name = [w for w in words if w and not w[0].isdigit() and w.lower().strip(".") not in _DATE_WORDS]
    if not 1 <= len(name) <= 5 or not all(w[0].isupper() for w in name) or " ".join(name) not in " ".join(words):
        return None
    stated = parse_date(line)
    return " ".join(name) if stated is not None and stated.precision is DatePrecision.DAY else None


def pieces_of(line: str) -> list[str]:
    pieces = (piece.strip(DECORATION) for piece in re.split(r"\s{2,}|\s*[|·•]\s*", line))
    return [piece for piece in pieces if piece]
