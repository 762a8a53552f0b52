"""The manifest beside the articles: what a person says about each file, believed over anything that the text says."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tui.corpus.raw import Hints
from tui.corpus.stated import parse_date
from tui.errors import UserError
from tui.records import DatePrecision

NAMES = ("manifest.tsv", "manifest.csv", "manifest.jsonl")
_FILE_KEYS = ("file", "path", "article", "id", "name")

Manifest = Mapping[str, Hints]
"""From the article's id (path relative to the folder, or the bare file name) to what is said about it."""


def find_manifest(folder: Path) -> Path | None:
    """The manifest that lies in `folder`, or None."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def load_manifest(path: Path) -> dict[str, Hints]:
    """Read a manifest: TSV, CSV or JSON Lines with `file` and any of published, outlet, title, url, authors.

    Raises `UserError` naming file and line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"cannot read the manifest {path}: {error}; give a UTF-8 file.") from error
    rows = _json_rows(path, text) if path.suffix in (".jsonl", ".json", ".ndjson") else _table_rows(path, text)
    return {
        str(row[key]).strip(): _hints(path, line, row) for line, row in rows for key in [_file_key(path, line, row)]
    }


def _json_rows(path: Path, text: str) -> Iterable[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise UserError(f"{path}, line {number}: not JSON ({error}); write one object a line.") from error
        if not isinstance(row, dict):
            raise UserError(f"{path}, line {number}: not a JSON object; write one object a line.")
        yield number, row


def _table_rows(path: Path, text: str) -> Iterable[tuple[int, dict[str, Any]]]:
    delimiter = "\t" if path.suffix == ".tsv" or "\t" in text.split("\n", 1)[0] else ","
    for number, row in enumerate(csv.DictReader(text.splitlines(), delimiter=delimiter), 2):
        yield number, {(k or "").strip().lower(): v for k, v in row.items()}


def _file_key(path: Path, line: int, row: Mapping[str, Any]) -> str:
    for key in _FILE_KEYS:
        if row.get(key):
            return key
    raise UserError(f"{path}, line {line}: no column `file`; say which article the line is about.")


def _hints(path: Path, line: int, row: Mapping[str, Any]) -> Hints:
    written = str(row.get("published") or row.get("date") or "").strip()
    stated = parse_date(written) if written else None
    if written and stated is None:
        raise UserError(f"{path}, line {line}: `published` is {written!r}; write YYYY-MM-DD, YYYY-MM or YYYY.")
    authors = row.get("authors") or row.get("author") or ()
    if isinstance(authors, str):
        authors = [a.strip() for a in authors.replace(" and ", ";").split(";")]

    def field(name: str) -> str | None:
        return str(row[name]).strip() or None if row.get(name) else None

    return Hints(
        title=field("title"),
        outlet=field("outlet") or field("source"),
        url=field("url"),
        published=stated.day if stated else None,
        published_precision=stated.precision if stated else DatePrecision.UNKNOWN,
        published_time=stated.time if stated else None,
        authors=tuple(a for a in authors if a),
        language=field("language"),
    )
