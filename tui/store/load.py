"""The desk's frames read from the store, where claims and events are in step with the records.

`load_frames` gives what `tui.store.frames.build` gives of a ledger of the same records, without making an object a row.
`first_rows` gives the newest rows before pandas is imported. The sentence of a report is read with it only in a small
archive: in a large one it stays in the store until a row shows it (`sentences`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tui.records import Kind
from tui.store.frames import GROUPS, RECORD_FRAMES, SCHEMAS, SEPARATOR, WITHHELD, Frames, first_day, source_frame
from tui.store.library import PUBLISHED
from tui.store.rows import MEMBERS, TABLES
from tui.store.step import bring_in_step, open_view

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from tui.store.library import Library

SENTENCES_UP_TO = 20_000
"""Reports up to which their sentences are in the frames."""

KINDS = {"figures": Kind.TROOP_FIGURE, "cyberattacks": Kind.CYBERATTACK, "meetings": Kind.MEETING}
TABLE = {"claims": "claim", "attack_events": "attack_event", "meeting_events": "meeting_event"}

# What is not the column of the same name in the record's table, as SQL.
_NAMED = f"(SELECT group_concat(%s, '{SEPARATOR}') FROM json_each(record.%s) AS part)"
_SQL = {
    "article": "article.name",
    "source": "article.outlet",
    "published": PUBLISHED.format(table="record"),
    "end": "record.stop",
    "mentions": "json_array_length(record.mentions)",
    "text": "member.text",
    "group": "member.item",
    "as_of": "coalesce(record.as_of, '')",
    "date": "coalesce(record.date, '')",
    "minutes": "record.duration_minutes",
    "targets": _NAMED % ("part.value", "targets"),
    "suspects": _NAMED % ("part.value", "suspects"),
    "attributions": _NAMED % (
        f"json_extract(part.value, '$[0]') || ' → ' || coalesce(json_extract(part.value, '$[1]'), '{WITHHELD}')",
        "attributions"),
    "denials": _NAMED % (
        "json_extract(part.value, '$[0]') || ' denies ' || json_extract(part.value, '$[1]')", "denials"),
    "participants": _NAMED % (
        "coalesce(nullif(json_extract(part.value, '$[0]'), ''), nullif(json_extract(part.value, '$[1]'), ''), "
        "nullif(json_extract(part.value, '$[2]'), ''), 'unnamed')", "participants"),
    "sides": "(SELECT group_concat(side, '; ') FROM (SELECT json_extract(part.value, '$[2]') AS side "
             "FROM json_each(record.participants) AS part WHERE coalesce(side, '') <> '' GROUP BY side "
             "ORDER BY min(part.key)))",
    "evidence": "CASE WHEN ?1 THEN (SELECT substr(text, record.start + 1, record.stop - record.start) "
                "FROM article_body WHERE article_body.article_id = record.article_id) END",
}  # fmt: skip
_FROM_GROUP = ("outlets", "origins", "verdict")
_MADE = {*_FROM_GROUP, "row", "day"}


def load_frames(library: Library) -> Frames:
    """Frames of all that the library holds; claims and events are brought in step first."""
    bring_in_step(library)
    made: dict[str, Any] = {}
    for group in GROUPS.values():
        made[group] = _group_frame(library, group)
    whole = sum(len(made[group]) for group in GROUPS.values())
    for name in RECORD_FRAMES:
        made[name] = _record_frame(library, name, made[GROUPS[name]], whole <= SENTENCES_UP_TO)
    articles = _article_frame(library, made)
    return Frames(articles=articles, sources=source_frame(articles, made), **made)


def first_rows(library: Library, limit: int) -> dict[str, list[dict[str, Any]]]:
    """The newest `limit` rows of each group frame as mappings of its columns, days as ISO; empty where out of step."""
    view = open_view(library)
    out: dict[str, list[dict[str, Any]]] = {}
    for name, table in TABLE.items():
        columns = [c.name for c in SCHEMAS[name]]
        wanted = ", ".join("last AS day" if (c, name) == ("day", "claims") else c for c in columns)
        rows = library.store.read(
            f"SELECT {wanted} FROM {table} WHERE view_id = ? ORDER BY day IS NULL, day DESC, id LIMIT ?",
            (view.id, limit),
        )
        out[name] = [dict(zip(columns, row, strict=True)) for row in rows]
        for row in out[name]:
            row["day"] = first_day(row["day"])
    return out


def sentences(library: Library, reports: Iterable[tuple[str, int, int]]) -> list[str]:
    """The sentences at (article, start, end), in the order asked for; empty where the article is gone."""
    roots = ", ".join(str(r) for r in open_view(library).root_ids)
    out = []
    for article, start, end in reports:
        rows = library.store.read(
            "SELECT substr(text, ? + 1, ? - ?) FROM article_body WHERE article_id = (SELECT article.id FROM article "
            f"JOIN file ON file.id = article.file_id WHERE file.root_id IN ({roots}) AND article.name = ?)",
            (start, end, start, article),
        )
        out.append(str(rows[0][0]) if rows else "")
    return out


def _group_frame(library: Library, name: str) -> pd.DataFrame:
    """Claims or events, newest first."""
    columns = SCHEMAS[name]
    wanted = ["last" if (c.name, name) == ("day", "claims") else c.name for c in columns]
    view = open_view(library)
    rows = library.store.read(f"SELECT {', '.join(wanted)} FROM {TABLE[name]} WHERE view_id = ?", (view.id,))
    data = dict(zip([c.name for c in columns], zip(*rows, strict=True) if rows else [()] * len(columns), strict=True))
    frame = _frame(name, {c.name: _typed(list(data[c.name]), c.dtype) for c in columns})
    return frame.sort_values(["day", "id"], ascending=[False, True], na_position="last", ignore_index=True)


def _record_frame(library: Library, name: str, groups: pd.DataFrame, sentences: bool) -> pd.DataFrame:
    """Reports in the order of their groups, the earliest of each first."""
    import numpy as np
    import pandas as pd

    kind, view = KINDS[name], open_view(library)
    columns = [c for c in SCHEMAS[name] if c.name not in _MADE]
    wanted = ", ".join(_SQL.get(c.name, f"record.{c.name}") for c in columns)
    rows = library.store.read(
        f"SELECT {wanted} FROM {MEMBERS[kind]} AS member JOIN {TABLES[kind]} AS record ON record.key = member.key "
        "AND record.article_id = member.article_id JOIN article ON article.id = record.article_id "
        "WHERE member.view_id = ?2",
        (sentences, view.id),
    )
    raw = dict(zip([c.name for c in columns], zip(*rows, strict=True) if rows else [()] * len(columns), strict=True))
    place = pd.Index(groups["id"]).get_indexer(pd.Index(list(raw["group"]), dtype="str"))
    told = np.array([p or "9999" for p in raw["published"]], dtype="str")
    order = np.lexsort((np.array(raw["id"], dtype="str"), np.array(raw["article"], dtype="str"), told, place))
    place = place[order]
    data: dict[str, Any] = {}
    for column in columns:
        if column.name != "group":
            values = raw[column.name]
            data[column.name] = _typed([values[i] for i in order], column.dtype)
    data["group"] = pd.Categorical.from_codes(place, categories=pd.Index(groups["id"].to_numpy(), dtype="str"))
    for column_name in _FROM_GROUP:
        data[column_name] = groups[column_name].array.take(place)
    data["row"] = _typed(_row_ids([raw["id"][i] for i in order], [raw["article"][i] for i in order]), "str")
    if name == "figures":
        own = [raw["as_of"][i] or raw["published"][i] for i in order]
        data["day"] = _typed(own, "datetime64[s]")
    else:
        data["day"] = groups["day"].array.take(place)
    return _frame(name, data)


def _row_ids(ids: Sequence[str], articles: Sequence[str]) -> list[str]:
    from tui.store.frames import row_ids

    return row_ids(ids, articles)


def _article_frame(library: Library, records: dict[str, Any]) -> pd.DataFrame:
    """The articles, newest first."""
    import pandas as pd

    sql = {"id": "name", "date_precision": "published_precision", "title": "coalesce(title, '')",
           "url": "coalesce(url, '')"}  # fmt: skip
    columns = [c for c in SCHEMAS["articles"] if c.name not in RECORD_FRAMES]
    roots = ", ".join(str(r) for r in open_view(library).root_ids)
    wanted = ", ".join(sql.get(c.name, f"article.{c.name}") for c in columns)
    rows = library.store.read(
        f"SELECT {wanted} FROM article JOIN file ON file.id = article.file_id WHERE file.root_id IN ({roots})"
    )
    raw = dict(zip([c.name for c in columns], zip(*rows, strict=True) if rows else [()] * len(columns), strict=True))
    data = {c.name: _typed(list(raw[c.name]), c.dtype) for c in columns}
    ids = pd.Index(list(raw["id"]), dtype="str")
    for name in RECORD_FRAMES:
        told = records[name]["article"].value_counts()
        data[name] = told.reindex(ids, fill_value=0).to_numpy().astype("int32")
    frame = _frame("articles", data)
    return frame.sort_values(["published", "id"], ascending=[False, True], na_position="last", ignore_index=True)


def _frame(name: str, data: dict[str, Any]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({c.name: data[c.name] for c in SCHEMAS[name]}, copy=False)


def _typed(values: list[Any], dtype: str) -> Any:
    """A column of a dtype of `SCHEMAS`; each distinct value is converted once."""
    import numpy as np
    import pandas as pd

    if dtype == "category":
        codes, found = _coded(values)
        ranks = np.argsort(np.argsort(np.array(found, dtype="str"))) if found else np.empty(0, dtype=np.intp)
        return pd.Categorical.from_codes(_mapped(codes, ranks), categories=pd.Index(sorted(found), dtype="str"))
    if dtype == "datetime64[s]":
        codes, found = _coded(values)
        days = np.array([*(_day(f) for f in found), "NaT"], dtype="datetime64[s]")
        return days[codes]
    if dtype == "str":
        return pd.array(["" if v is None else v for v in values], dtype="str")
    if dtype == "Int64":
        missing = np.fromiter((v is None for v in values), dtype=bool, count=len(values))
        numbers = np.fromiter((v or 0 for v in values), dtype=np.int64, count=len(values))
        return pd.arrays.IntegerArray(numbers, missing)
    return np.array(values, dtype=dtype)


def _coded(values: list[Any]) -> tuple[np.ndarray[Any, Any], list[str]]:
    """Numbers for the values, -1 for None, and the distinct values by number."""
    import numpy as np

    number: dict[Any, int] = {None: -1}
    codes = np.fromiter(
        (number.setdefault(v, len(number) - 1) for v in values), dtype=np.int32, count=len(values)
    )
    return codes, [v for v in number if v is not None]


def _mapped(codes: np.ndarray[Any, Any], ranks: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    import numpy as np

    mapped: np.ndarray[Any, Any] = np.append(ranks, -1)[codes].astype(np.int32)
    return mapped


def _day(text: str) -> str:
    """A day numpy can read, NaT for what is none."""
    from tui.ledger.days import first_day as known

    found = known(text)
    return found.isoformat() if found else "NaT"


