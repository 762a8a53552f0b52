"""Rows on standard output: a table for people, CSV and JSON for programs. The same rows, whatever the form."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

FORMATS = ("table", "csv", "json", "jsonl")

Row = Mapping[str, Any]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


def write(rows: Iterable[Row], columns: Sequence[str], form: str, out: TextIO | None = None) -> int:
    """Print `rows` as `form`; the number of rows. A table leaves out what is empty in every row."""
    out = out or sys.stdout
    if form == "jsonl":
        count = 0
        for row in rows:
            out.write(json.dumps({c: row.get(c) for c in columns}, ensure_ascii=False) + "\n")
            count += 1
        return count
    held = [{c: row.get(c) for c in columns} for row in rows]
    if form == "json":
        out.write(json.dumps(held, ensure_ascii=False, indent=1) + "\n")
    elif form == "csv":
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows([safe_cell(_text(row[c])) for c in columns] for row in held)
    else:
        _table(held, columns, out)
    return len(held)


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if text.startswith(_FORMULA) and not _is_number(text):
        return "'" + text
    return text


def table(rows: Iterable[Row], columns: Sequence[str], width: int) -> str:
    """Aligned columns, cut to `width` cells; the last column takes what is left."""
    out = io.StringIO()
    _table([{c: row.get(c) for c in columns} for row in rows], columns, out, width)
    return out.getvalue()


def cells(text: str) -> int:
    """How many terminal cells `text` takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _table(rows: list[dict[str, Any]], columns: Sequence[str], out: TextIO, width: int | None = None) -> None:
    if not rows:
        return
    if width is None:
        width = _terminal_width(out)
    shown = [c for c in columns if any(row[c] not in (None, "", [], ()) for row in rows)]
    texts = [[" ".join(_text(row[c]).split()) for c in shown] for row in rows]
    heads = [c.replace("_", " ") for c in shown]
    least = [max(cells(line[i]) for line in [heads, *texts]) for i in range(len(shown))]
    wide = _fit(least, width)
    right = [all(isinstance(row[c], int | float | type(None)) for row in rows) for c in shown]
    for line in [heads, *texts]:
        padded = [_pad(text, wide[i], right[i]) for i, text in enumerate(line)]
        out.write("  ".join(padded).rstrip() + "\n")


def _fit(least: list[int], width: int | None) -> list[int]:
    """Widths that fit: the widest column gives way first, none below 8 cells."""
    wide = list(least)
    if width is None:
        return wide
    while sum(wide) + 2 * (len(wide) - 1) > width:
        at = max(range(len(wide)), key=wide.__getitem__)
        if wide[at] <= 8:
            break
        wide[at] -= 1
    return wide


def _terminal_width(out: TextIO) -> int | None:
    """Columns of the terminal that `out` is, None where it is a pipe or file: nothing is cut there."""
    try:
        return os.get_terminal_size(out.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return None


def _pad(text: str, width: int, right: bool) -> str:
    while cells(text) > width:
        text = text[: max(0, width - 1 - max(0, cells(text) - len(text)))] + "…" if len(text) > 1 else ""
    fill = " " * (width - cells(text))
    return fill + text if right else text + fill


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
