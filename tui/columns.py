"""The columns that the lists show: on the desk, in `newsdash list`, in exports. Same rows, same words.

A column makes a cell out of a row (a mapping of the frame's columns, NA as None). Its width is settled against the
other columns by `fit`: each gets what it needs, wide ones give way first, and the least important one goes when nothing
helps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tui import words
from tui.store.frames import SEPARATOR, WITHHELD

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    `least` and `most` bound its width in cells; `rank` orders what is given up when space is short (high goes first);
    `field` is the filter field that `only like this cell` uses; `needs` the frame's columns that `cell` reads; `tone`
    names how a cell is coloured, from its value.
    """

    key: str
    title: str
    least: int
    most: int
    rank: int
    cell: Callable[[Row], str]
    needs: tuple[str, ...]
    field: str | None = None
    right: bool = False
    tone: Callable[[Row], str] | None = None


def _plain(key: str, title: str, least: int, most: int, rank: int, **more: Any) -> Column:
    """A column that shows one frame column as it is."""
    return Column(key, title, least, most, rank, lambda row: row[key] or words.UNKNOWN, (key,), **more)


def _named(key: str, title: str, least: int, most: int, rank: int, **more: Any) -> Column:
    """A column of names of states, organisations and places."""
    return Column(key, title, least, most, rank, lambda row: words.short(row[key] or words.UNKNOWN), (key,), **more)


def _coded(key: str, title: str, least: int, most: int, rank: int, names: dict[str, str], **more: Any) -> Column:
    """A column that shows a code in words."""
    return Column(
        key, title, least, most, rank, lambda row: words.code(row[key], names) or words.UNKNOWN, (key,), **more
    )


def _count(key: str, title: str, rank: int) -> Column:
    return Column(key, title, len(title), 9, rank, lambda row: f"{row[key]:,}", (key,), right=True)


def _number(row: Row) -> str:
    text = words.number(row["low"], row["high"], row["qualifier"], row["increment"])
    return f"{text}×{row['per_unit']:,}" if row["per_unit"] else text


def _claimant(row: Row) -> str:
    """Who says it; the voice of the outlets themselves is the outlet, in brackets."""
    if row["claimant"]:
        denial = {"denies": "denied: ", "doubts": "doubted: "}.get(row["stance"], "")
        return denial + words.short(str(row["claimant"]))
    outlets = row["source"].split(SEPARATOR) if row["source"] else ["outlet unknown"]
    return f"({outlets[0]})" if len(outlets) == 1 else f"({outlets[0]} +{len(outlets) - 1})"


def _claimant_tone(row: Row) -> str:
    return "" if row["claimant"] else "muted"


def _realis_tone(row: Row) -> str:
    return {"conditional": "doubt", "planned": "plan", "historical": "muted"}.get(row["realis"], "")


def _stands(row: Row) -> str:
    """How a claim stands to the others, at a glance: '≠2' two contradict it, '=3' three agree."""
    if row["against"]:
        return f"≠{row['against']}"
    return f"={row['agreeing']}" if row["agreeing"] else words.UNKNOWN


def _stands_tone(row: Row) -> str:
    return "doubt" if row["against"] else "muted"


def _counts(row: Row) -> str:
    return "·".join(f"{row[name]:,}" for name in _COUNTS)


def _disputed(row: Row) -> str:
    return words.short(row["disputed"].replace(SEPARATOR, ", ").replace("_", " ")) or words.UNKNOWN


def _blame(row: Row) -> str:
    """Who is blamed, and whether blame is expressly withheld, at a glance."""
    suspects = row["suspects"].split(SEPARATOR) if row["suspects"] else []
    parts = [words.short(suspects[0]) + (f" +{len(suspects) - 1}" if len(suspects) > 1 else "")] if suspects else []
    if any(a.endswith(WITHHELD) for a in row["attributions"].split(SEPARATOR)):
        parts.append("withheld")
    return ", ".join(parts) or words.UNKNOWN


def _denied(row: Row) -> str:
    deniers = [d.rpartition(" denies ")[0] for d in row["denials"].split(SEPARATOR) if d]
    return words.short(", ".join(dict.fromkeys(deniers))) or words.UNKNOWN


def _names(key: str) -> Callable[[Row], str]:
    return lambda row: words.short(str(row[key]).replace(SEPARATOR, ", ")) or words.UNKNOWN


_COUNTS = ("mentions", "outlets", "texts", "origins")
COUNTS_LEGEND = "s·o·t·i: sentences, outlets, distinct texts, independent origins"
STANDS_LEGEND = "≠2 two other claims contradict it · =3 three agree"

_COUNTED = Column("counts", "s·o·t·i", 7, 12, 42, _counts, _COUNTS, field="outlets", tone=lambda _: "muted")
_GRADE = _plain("grade", "gr", 2, 3, 46, tone=lambda _: "muted")
_DISPUTED = Column("disputed", "disputed", 8, 14, 52, _disputed, ("disputed",), tone=lambda _: "doubt")
_DAY = Column("day", "day", 10, 10, 22, lambda row: row["day"] or words.UNKNOWN, ("day",), field="date",
              tone=lambda _: "muted")  # fmt: skip
_EVENT_DAY = Column("date", "day", 10, 10, 5, lambda row: row["date"] or words.UNKNOWN, ("date",), field="date",
                    tone=lambda _: "muted")  # fmt: skip
_REALIS = _coded("realis", "told as", 7, 11, 50, {}, field="realis", tone=_realis_tone)

FIGURES: tuple[Column, ...] = (
    Column(
        "number", "number", 9, 14, 0, _number, ("low", "high", "qualifier", "increment", "per_unit"),
        field="number", right=True, tone=lambda row: _realis_tone(row) or "number",
    ),
    _coded("unit", "of", 4, 5, 2, words.UNIT_WORDS, field="unit", tone=lambda _: "muted"),
    _named("side", "side", 8, 20, 10, field="side"),
    _coded("movement", "does", 7, 9, 20, words.MOVEMENT_WORDS, field="movement", tone=_realis_tone),
    _named("place", "where", 11, 24, 25, field="place"),
    Column("claimant", "who says so", 12, 28, 21, _claimant, ("claimant", "stance", "source"), field="claimant",
           tone=_claimant_tone),
    _DAY,
    Column("stands", "±", 3, 4, 30, _stands, ("against", "agreeing"), field="verdict", tone=_stands_tone),
    _COUNTED,
    _GRADE,
    _REALIS,
)  # fmt: skip

CYBERATTACKS: tuple[Column, ...] = (
    Column("targets", "target", 18, 48, 0, _names("targets"), ("targets",), field="target", tone=_realis_tone),
    _coded("type", "how", 6, 12, 30, words.TYPE_WORDS, field="type"),
    Column("suspects", "blamed", 10, 24, 10, _blame, ("suspects", "attributions"), field="suspect"),
    Column("denials", "denied by", 9, 20, 20, _denied, ("denials",), field="denial"),
    _EVENT_DAY,
    _coded("realis", "told as", 7, 11, 32, {}, field="realis", tone=_realis_tone),
    _COUNTED,
    _coded("effect", "effect", 8, 12, 55, words.EFFECT_WORDS, field="effect"),
    _coded("status", "status", 7, 9, 54, words.STATUS_WORDS, field="status"),
    _GRADE,
    _DISPUTED,
)  # fmt: skip

_STATUS_TONES = {"planned": "plan", "proposed": "plan", "cancelled": "doubt", "refused": "doubt"}

MEETINGS: tuple[Column, ...] = (
    _EVENT_DAY,
    _coded("status", "status", 8, 9, 20, words.STATUS_WORDS, field="status",
           tone=lambda row: _STATUS_TONES.get(row["status"], "")),
    Column("participants", "who", 20, 60, 0, _names("participants"), ("participants",), field="person"),
    _named("place", "where", 8, 18, 25, field="place"),
    Column("minutes", "length", 6, 7, 35, lambda row: words.minutes(row["minutes"]), ("minutes",), field="minutes",
           right=True),
    _COUNTED,
    _coded("outcome", "outcome", 9, 15, 44, words.OUTCOME_WORDS, field="outcome"),
    _coded("format", "how", 7, 12, 50, words.FORMAT_WORDS, field="format", tone=lambda _: "muted"),
    _GRADE,
    _DISPUTED,
)  # fmt: skip

SOURCES: tuple[Column, ...] = (
    Column("outlet", "outlet", 10, 32, 0, lambda row: row["outlet"] or "outlet unknown", ("outlet",), field="source"),
    _count("articles", "articles", 20),
    _count("records", "records", 10),
    _count("figures", "figures", 40),
    _count("cyberattacks", "attacks", 41),
    _count("meetings", "meetings", 42),
    Column("copies", "copies", 6, 6, 25, lambda row: words.share(row["copies"]), ("copies",), right=True),
    Column("last", "last seen", 10, 10, 30, lambda row: row["last"] or words.UNKNOWN, ("last",)),
)

LISTS: dict[str, tuple[Column, ...]] = {
    "sources": SOURCES,
    "figures": FIGURES,
    "cyberattacks": CYBERATTACKS,
    "meetings": MEETINGS,
}
"""What each list shows, by the name of its pane."""


def needed(pane: str) -> tuple[str, ...]:
    """The columns of the pane's frame that its cells and tones read."""
    return tuple(dict.fromkeys(n for column in LISTS[pane] for n in (*column.needs, *_TONES_NEED)))


_TONES_NEED = ("realis", "status")

GAP = 2
"""Cells between two columns, where there is room."""


def fit(columns: Sequence[Column], natural: Sequence[int], width: int) -> tuple[list[tuple[Column, int]], int]:
    """The columns that fit into `width` cells with their widths, and the gap between them.

    `natural` is what each column's content (and title) needs. Where that is too much, the gap narrows and columns
    shrink toward `least`, the widest surplus first; where that is too much too, the column of the highest rank goes.
    """
    kept = list(zip(columns, natural, strict=True))
    while kept:
        wanted = [min(c.most, n) for c, n in kept]
        gaps = len(kept) - 1
        if sum(wanted) + GAP * gaps <= width:
            return [(c, w) for (c, _), w in zip(kept, wanted, strict=True)], GAP
        # the first in rank keeps a quarter: lesser columns are no reason to cut what the row is about
        own = [max(c.least, width // 4) if c.rank == 0 and c.most > 30 else c.least for c, _ in kept]
        least = [min(o, w) for o, w in zip(own, wanted, strict=True)]
        if sum(least) + gaps <= width or len(kept) == 1:
            return [(c, w) for (c, _), w in zip(kept, _shrink(wanted, least, width - gaps), strict=True)], 1
        kept.remove(max(kept, key=lambda item: item[0].rank))
    return [], GAP


def _shrink(wanted: list[int], least: list[int], room: int) -> list[int]:
    """Widths that sum to at most `room`, taking from the largest surplus first."""
    widths = list(wanted)
    while sum(widths) > room:
        at = max(range(len(widths)), key=lambda i: widths[i] - least[i])
        if widths[at] <= least[at]:
            widths[at] = max(1, room - sum(widths) + widths[at])
            break
        widths[at] -= 1
    return widths
