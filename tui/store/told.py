"""Reports for the ledger, read from the store: without sentences and reasons, and equal values shared in memory."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tui.ledger.model import Report
from tui.records import Kind
from tui.store.database import Store
from tui.store.library import PUBLISHED
from tui.store.rows import MEMBERS, TABLES, columns, read_record
from tui.store.twins import Twins

# What is only counted, and what is not needed, is not carried along.
_FIELD = {"mentions": "json_array_length(record.mentions)", "reasons": "'[]'"}
_AGENCY = "CASE json_array_length(article.credits) WHEN 1 THEN json_extract(article.credits, '$[0]') END"


@dataclass(frozen=True, slots=True)
class Told:
    """A report with the row numbers of its record and its article."""

    key: int
    article_id: int
    report: Report


@functools.lru_cache(maxsize=256)
def spans(count: int) -> str:
    """As many spans of nothing."""
    return json.dumps([[0, 0]] * count)


class Reader:
    """Reads reports of a view; equal strings and lists become one object, for a large archive repeats itself."""

    def __init__(self, store: Store, view_id: int, root_ids: Sequence[int]) -> None:
        self._store = store
        self._view = view_id
        self._roots = ", ".join(str(int(r)) for r in root_ids)
        self._same: dict[Any, Any] = {}
        self._twins = Twins(store)

    def told(self, kind: Kind, where: str, params: Sequence[Any]) -> Iterator[Told]:
        """The reports of a kind for which `where` holds (it may name `record`, `article` and `member`).

        The text of a report is that of the twins of its sentence.
        """
        table = TABLES[kind]
        fields = ", ".join(_FIELD.get(c, f"record.{c}") for c in columns(kind))
        rows = self._store.read(
            "SELECT record.key, record.article_id, coalesce(sentence.text, member.text), "
            "CASE WHEN member.text IS NULL THEN (SELECT substr(text, record.start + 1, record.stop - record.start) "
            "FROM article_body WHERE article_body.article_id = record.article_id) END, "
            f"{_AGENCY}, article.name, article.outlet, {PUBLISHED.format(table='record')}, {fields} "
            f"FROM {table} AS record JOIN article ON article.id = record.article_id "
            f"JOIN file ON file.id = article.file_id "
            f"LEFT JOIN {MEMBERS[kind]} AS member ON member.view_id = {self._view} AND member.key = record.key "
            "AND member.article_id = record.article_id LEFT JOIN sentence ON sentence.name = member.text "
            f"WHERE file.root_id IN ({self._roots}) AND ({where})",
            params,
        )
        same = self._same
        at = columns(kind).index("mentions")
        for key, article_id, text, evidence, agency, name, outlet, published, *values in rows:
            values[at] = spans(values[at])
            shared = [same.setdefault(v, v) for v in values]
            record = read_record(kind, shared, same.setdefault(name, name), same.setdefault(outlet, outlet),
                                 same.setdefault(published, published), "")  # fmt: skip
            text = text if evidence is None else self._twins.text(evidence)
            yield Told(key, article_id, Report(record, same.setdefault(text, text), same.setdefault(agency, agency)))
