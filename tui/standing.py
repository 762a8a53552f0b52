"""How a claim or event is carried and contested, in words: its counts, what stands against it, who else tells it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tui import columns, words
from tui.picture import Data, Picture, group_rows, plain
from tui.selection import Focus
from tui.store.frames import GROUPS, SEPARATOR


@dataclass(frozen=True, slots=True)
class Twin:
    """One report of a claim or event: its row id, outlet and day, and whether it is the one being read."""

    report: str
    outlet: str
    day: str
    here: bool


def carried(row: dict[str, Any]) -> str:
    """'3 sentences · 2 outlets · 2 texts · 1 origin · grade F4'."""
    parts = [
        words.plural(row["mentions"], "sentence"),
        words.plural(row["outlets"], "outlet"),
        words.plural(row["texts"], "text"),
        words.plural(row["origins"], "independent origin"),
    ]
    return " · ".join([*parts, f"grade {row['grade']}"])


def group_row(data: Data, pane: str, row: str) -> dict[str, Any] | None:
    """Every column of a claim or event, NA as None; None where there is none of that id."""
    place = data.place(pane, row)
    if place is None:
        return None
    frame = data.frames[GROUPS[pane]].iloc[[place]]
    return {name: plain(frame[name])[0] for name in frame.columns}


def against(data: Data, pane: str, row: str, most: int = 12) -> list[str]:
    """What contradicts or disputes it, then what updates it and agrees, one sentence each, `most` of them."""
    found = group_row(data, pane, row)
    if found is None:
        return []
    if pane != "figures":
        out = [f"≠ {d}" for d in found.get("denials", "").split(SEPARATOR) if d]
        disputed = found["disputed"].replace(SEPARATOR, ", ").replace("_", " ")
        return [*out, f"≠ the articles differ on {disputed}"][:most] if disputed else out[:most]
    signs = {"contradict": "≠", "update": "→", "agree": "="}
    told = [v for sign in signs for v in data.verdicts(row) if v[1] == sign]
    out = [f"{signs[verdict]} {claim_words(data, other)} ({why})" for other, verdict, why in told[:most]]
    return [*out, f"and {len(told) - most:,} more"] if len(told) > most else out


def claim_words(data: Data, claim: str) -> str:
    """'Joe Biden >150,000'."""
    place = data.place("figures", claim)
    if place is None:
        return claim
    row = group_rows(data.frames, "figures", [place])[0]
    cells = {c.key: c.cell(row) for c in columns.FIGURES if c.key in ("claimant", "number", "day")}
    return f"{cells['claimant']} {cells['number']} {cells['day']}"


def twins(data: Data, picture: Picture, focus: Focus) -> list[Twin]:
    """The reports of the focused claim or event that are in scope, the earliest first."""
    positions = data.reports(picture, focus.pane, focus.row)
    here = data.report(picture, focus)
    frame = data.frames[focus.pane].iloc[positions]
    rows = zip(positions, plain(frame["row"]), plain(frame["source"]), plain(frame["published"]), strict=True)
    return [Twin(row, outlet or "outlet unknown", day or "undated", at == here) for at, row, outlet, day in rows]


def twins_words(found: list[Twin]) -> str:
    """'also in Al Jazeera 2022-02-16, BBC 2022-02-17'."""
    others = Counter(f"{t.outlet} {t.day}" for t in found if not t.here)
    told = [name + (f" ({n} times)" if n > 1 else "") for name, n in others.items()]
    return f"also in {', '.join(told)}" if told else ""


_TELLS = {
    "figures": ("qualifier", "movement", "place", "as_of"),
    "cyberattacks": ("targets", "type", "status", "date", "effect", "suspects"),
    "meetings": ("participants", "format", "place", "date", "status", "minutes", "outcome"),
}
"""The fields in which the reports of one claim or event may differ."""
_SAYS_NOTHING = (None, "", "unspecified", "none_stated", "not_stated")


def told_by(data: Data, picture: Picture, pane: str, row: str) -> list[tuple[str, str, list[str]]]:
    """(field, value, outlets that give it) over the reports in scope; where nobody says anything there is no line."""
    frame = data.frames[pane].iloc[data.reports(picture, pane, row)]
    outlets = [outlet or "outlet unknown" for outlet in plain(frame["source"])]
    out = []
    for name in _TELLS[pane]:
        values: dict[str, list[str]] = {}
        for value, outlet in zip(plain(frame[name]), outlets, strict=True):
            if value not in _SAYS_NOTHING:
                values.setdefault(str(value).replace(SEPARATOR, ", "), []).append(outlet)
        out += [(name, value, list(dict.fromkeys(who))) for value, who in values.items()]
    return out


def headline(data: Data, pane: str, row: str) -> str:
    """The claim or event in one line, as the list says it."""
    place = data.place(pane, row)
    if place is None:
        return row
    values = group_rows(data.frames, pane, [place])[0]
    cells = [c.cell(values).strip() for c in columns.LISTS[pane] if c.key not in ("counts", "grade", "stands")]
    return " · ".join(cell for cell in cells if cell and cell != words.UNKNOWN)


def detail(data: Data, picture: Picture, pane: str, row: str) -> list[tuple[str, str]]:
    """Everything about a claim or event, as (style, line): heading, counts, verdicts, who says what, sentences."""
    found = group_row(data, pane, row)
    if found is None:
        return []
    out = [("title", headline(data, pane, row)), ("text", carried(found)), ("faint", f"id {row}")]
    history = found.get("history", "")
    if SEPARATOR in history:
        out.append(("text", "history: " + history.replace(SEPARATOR, " → ").replace("_", " ")))
    standing = against(data, pane, row)
    if standing:
        out += [("", ""), ("head", "How it stands"), *(("text", line) for line in standing)]
    fields = told_by(data, picture, pane, row)
    if fields:
        out += [("", ""), ("head", "Who gives which value")]
        out += [("text", f"{name.replace('_', ' '):13} {value.replace('_', ' ')}  ({', '.join(who)})")
                for name, value, who in fields]  # fmt: skip
    out += [("", ""), ("head", "The sentences, the earliest first")]
    frame = data.frames[pane].iloc[data.reports(picture, pane, row)]
    for outlet, day, claimant, sentence in zip(
        *(plain(frame[n]) for n in ("source", "published", "claimant", "evidence")), strict=True
    ):
        voice = f", {claimant} speaking" if claimant else ", in its own voice"
        out.append(("faint", f"{outlet or 'outlet unknown'}, {day or 'undated'}{voice}"))
        out.append(("text", "“" + " ".join(sentence.split()) + "”"))
    return out


def compared(
    data: Data, picture: Picture, first: tuple[str, str], second: tuple[str, str]
) -> list[tuple[str, str, str]]:
    """Two claims or events side by side, as (label, of the first, of the second); the verdict stands first."""
    sides = [_facts(data, picture, *one) for one in (first, second)]
    labels = list(dict.fromkeys([*sides[0], *sides[1]]))
    rows = [(label, sides[0].get(label, words.UNKNOWN), sides[1].get(label, words.UNKNOWN)) for label in labels]
    return [("verdict", verdict_words(data, first, second), ""), *rows]


def verdict_words(data: Data, first: tuple[str, str], second: tuple[str, str]) -> str:
    """How two claims stand to each other, and why."""
    if first[0] != second[0]:
        return "not comparable: they are of different kinds"
    if first == second:
        return "the same"
    if first[0] == "figures":
        for other, verdict, why in data.verdicts(first[1]):
            if other == second[1]:
                return f"{verdict.replace('_', ' ')}: {why}"
        return "not comparable"
    return "two events"


_LABELS = {"gr": "grade", "of": "unit"}


def _facts(data: Data, picture: Picture, pane: str, row: str) -> dict[str, str]:
    found = group_row(data, pane, row)
    if found is None:
        return {"gone": row}
    place = data.place(pane, row)
    values = group_rows(data.frames, pane, [place])[0]
    facts = {_LABELS.get(c.title, c.title): c.cell(values).strip() or words.UNKNOWN for c in columns.LISTS[pane]
             if c.key not in ("counts", "stands")}  # fmt: skip
    if pane == "figures":
        facts["unit"] = words.code(values["unit"])
    facts |= {name: f"{found[name]:,}" for name in ("mentions", "outlets", "texts", "origins")}
    frame = data.frames[pane].iloc[data.reports(picture, pane, row)]
    for n, (outlet, sentence) in enumerate(zip(plain(frame["source"]), plain(frame["evidence"]), strict=True), 1):
        if n <= 3:
            facts[f"sentence {n}"] = f"“{' '.join(sentence.split())}” ({outlet or 'outlet unknown'})"
    return facts
