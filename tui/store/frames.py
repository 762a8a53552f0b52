"""Articles, records, claims and events as pandas frames with fixed, documented columns and dtypes.

`SCHEMAS` is the documentation and the law: `typed` gives a frame exactly these columns, in this order, with these
dtypes, whatever it is built from. Frames are sorted as the desk shows them, newest first, and never changed afterwards.

A record frame has a row for each report; the `group` of a report is the row of the claim or event frame that it belongs
to. Lists show groups; scopes and filters ask the reports, so that a group is shown where any report of it is in scope.

pandas is imported when a frame is made, never at import of this module: the desk paints before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.corpus.model import Article
from tui.records import Cyberattack, Meeting, Record, TroopFigure

if TYPE_CHECKING:
    import pandas as pd

    from tui.ledger.ledger import Ledger

SEPARATOR = "; "
"""Between the parts of a column that holds several names."""

WITHHELD = "withheld"
"""Stands in `attributions` where somebody expressly blames nobody."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a frame: its name, its dtype and what it means."""

    name: str
    dtype: str
    meaning: str


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_RECORD = _columns(
    ("id", "str", "the record's id"),
    ("row", "str", "the row's id: the record's, with @ARTICLE where several articles hold the same words"),
    ("article", "category", "the article's id"),
    ("source", "category", "the outlet; NA where unknown"),
    ("published", "datetime64[s]", "when it was reported (first day of a month or year known only so); NaT unknown"),
    ("day", "datetime64[s]", "the day it is about, else the day it was reported; NaT unknown"),
    ("claimant", "category", "who vouches for it; NA is the outlet itself"),
    ("claimant_side", "category", "the claimant's country or organisation"),
    ("stance", "category", "asserts, denies or doubts"),
    ("realis", "category", "actual, planned, conditional or historical"),
    ("group", "category", "the claim or event that it belongs to; the categories are that frame's ids, in its order"),
    ("text", "category", "the distinct text of its sentence: twins in several outlets have one"),
    ("outlets", "int32", "how many outlets carry its claim or event"),
    ("origins", "int32", "how many independent origins its claim or event has"),
    ("verdict", "category", "how its claim or event stands: contradicted, disputed, agreed, alone"),
    ("start", "int32", "where the evidence begins in the article's text"),
    ("end", "int32", "where it ends (half-open)"),
    ("mentions", "int32", "how many sentences of the article state it"),
    ("evidence", "str", "the sentence that states it"),
)

_WEIGHED = _columns(
    ("mentions", "int32", "sentences that state it"),
    ("outlets", "int32", "outlets that carry it"),
    ("texts", "int32", "distinct texts"),
    ("origins", "int32", "independent origins"),
    ("agreeing", "int32", "other claims that agree (events: 0)"),
    ("against", "int32", "claims that contradict it; for an event, fields on which its reports differ and denials"),
    ("verdict", "category", "how it stands: contradicted, disputed, agreed, alone"),
    ("grade", "str", "Admiralty grade: reliability of the source A-F, credibility of the information 1-6"),
    ("source", "str", "the outlets that carry it, joined with '; '"),
    ("claimants", "str", "who vouches for it, joined with '; '; outlets in their own voice are not named"),
)

SCHEMAS: dict[str, tuple[Column, ...]] = {
    "articles": _columns(
        ("id", "str", "path below the folder, with #N for the N-th article of a file"),
        ("outlet", "category", "who published it; NA unknown"),
        ("outlet_basis", "category", "where the outlet is known from"),
        ("host", "category", "the site that carries a repost; NA where it is the outlet"),
        ("title", "str", "headline; empty where none was found"),
        ("published", "datetime64[s]", "publication date (first day of a month or year known only so); NaT unknown"),
        ("date_precision", "category", "day, month, year or unknown"),
        ("date_basis", "category", "where the date is known from"),
        ("url", "str", "address; empty where the text gives none"),
        ("characters", "int32", "length of the text"),
        ("figures", "int32", "troop figures in it"),
        ("cyberattacks", "int32", "cyberattacks in it"),
        ("meetings", "int32", "meetings in it"),
    ),
    "sources": _columns(
        ("outlet", "str", "who published; empty where unknown"),
        ("articles", "int32", "how many articles"),
        ("records", "int32", "how many records in them"),
        ("figures", "int32", "troop figures"),
        ("cyberattacks", "int32", "cyberattacks"),
        ("meetings", "int32", "meetings"),
        ("first", "datetime64[s]", "first publication; NaT unknown"),
        ("last", "datetime64[s]", "last publication; NaT unknown"),
        ("copies", "float64", "share of its records whose sentence stood elsewhere before; NaN without records"),
    ),
    "figures": _RECORD
    + _columns(
        ("low", "Int64", "lower end of the number; NA is open"),
        ("high", "Int64", "upper end; NA is open"),
        ("qualifier", "category", "how the number is hedged"),
        ("unit", "category", "what is counted"),
        ("side", "category", "whose they are"),
        ("place", "category", "where they are or go"),
        ("movement", "category", "what they do"),
        ("increment", "bool", "added to others"),
        ("per_unit", "Int64", "people in each counted formation, where stated"),
        ("as_of", "str", "the day the text gives for the figure; empty where it gives none"),
    ),
    "cyberattacks": _RECORD
    + _columns(
        ("targets", "str", "what was attacked, joined with '; '"),
        ("type", "category", "how"),
        ("status", "category", "ongoing, over or unspecified"),
        ("date", "str", "when it began, at its own precision; empty unknown"),
        ("effect", "category", "what it did"),
        ("suspects", "str", "whom anyone blames, joined with '; '"),
        ("attributions", "str", "'BY → WHOM' joined with '; '; WHOM is 'withheld' where blame is expressly not given"),
        ("denials", "str", "'BY denies WHAT' joined with '; '; WHAT is responsibility, occurrence or impact"),
    ),
    "meetings": _RECORD
    + _columns(
        ("participants", "str", "names (or role, or side, of the unnamed), joined with '; '"),
        ("sides", "str", "their countries and organisations, joined with '; '"),
        ("format", "category", "how they met"),
        ("place", "category", "where; NA unknown or a call"),
        ("date", "str", "its first day, at its own precision; empty unknown"),
        ("status", "category", "held, under_way, planned, proposed, cancelled or refused"),
        ("minutes", "Int64", "how long; NA not stated"),
        ("outcome", "category", "what came of it"),
    ),
}

SCHEMAS |= {
    "claims": _columns(
        ("id", "str", "the claim's id"),
        ("day", "datetime64[s]", "the day of its latest report; NaT unknown"),
        ("first", "datetime64[s]", "the day of its earliest report; NaT unknown"),
        ("low", "Int64", "lower end of the number; NA is open"),
        ("high", "Int64", "upper end; NA is open"),
        ("qualifier", "category", "how the number is hedged"),
        ("unit", "category", "what is counted"),
        ("side", "category", "whose they are"),
        ("place", "category", "where they are or go"),
        ("movement", "category", "what they do"),
        ("family", "category", "the movement family by which claims are compared"),
        ("increment", "bool", "added to others"),
        ("per_unit", "Int64", "people in each counted formation, where stated"),
        ("claimant", "category", "who vouches for it; NA is outlets in their own voice"),
        ("claimant_side", "category", "the claimant's country or organisation"),
        ("stance", "category", "asserts, denies or doubts"),
        ("realis", "category", "actual, planned, conditional or historical"),
    )
    + _WEIGHED,
    "attack_events": _columns(
        ("id", "str", "the event's id"),
        ("day", "datetime64[s]", "the day it began, else that of its earliest report"),
        ("date", "str", "when it began, at its own precision; empty unknown"),
        ("targets", "str", "what was attacked, joined with '; '"),
        ("type", "category", "how"),
        ("status", "category", "the latest told: ongoing, over or unspecified"),
        ("effect", "category", "what it did"),
        ("suspects", "str", "whom anyone blames, joined with '; '"),
        ("attributions", "str", "'BY → WHOM' joined with '; '; WHOM is 'withheld' where blame is expressly not given"),
        ("denials", "str", "'BY denies WHAT' joined with '; '"),
        ("realis", "category", "actual, planned, conditional or historical"),
        ("disputed", "str", "fields on which the articles differ, joined with '; '"),
        ("history", "str", "'DAY status' joined with '; ', oldest first"),
    )
    + _WEIGHED,
    "meeting_events": _columns(
        ("id", "str", "the event's id"),
        ("day", "datetime64[s]", "its first day, else that of its earliest report"),
        ("date", "str", "its first day, at its own precision; empty unknown"),
        ("participants", "str", "who took part, joined with '; '"),
        ("sides", "str", "their countries and organisations, joined with '; '"),
        ("format", "category", "how they met"),
        ("place", "category", "where; NA unknown or a call"),
        ("status", "category", "the latest told"),
        ("minutes", "Int64", "how long; NA not stated"),
        ("outcome", "category", "what came of it"),
        ("realis", "category", "actual, planned, conditional or historical"),
        ("disputed", "str", "fields on which the articles differ, joined with '; '"),
        ("history", "str", "'DAY status' joined with '; ', oldest first"),
    )
    + _WEIGHED,
}

GROUPS = {"figures": "claims", "cyberattacks": "attack_events", "meetings": "meeting_events"}
"""Which frame the groups of a record frame are the rows of."""

RECORD_FRAMES = ("figures", "cyberattacks", "meetings")
"""The frames with one row a record."""

_DAY_OF: dict[type[Record], str] = {TroopFigure: "as_of", Cyberattack: "date", Meeting: "date"}


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """Everything the desk and the list commands show."""

    articles: pd.DataFrame
    sources: pd.DataFrame
    figures: pd.DataFrame
    cyberattacks: pd.DataFrame
    meetings: pd.DataFrame
    claims: pd.DataFrame
    attack_events: pd.DataFrame
    meeting_events: pd.DataFrame

    def __getitem__(self, name: str) -> pd.DataFrame:
        frame: pd.DataFrame = getattr(self, name)
        return frame


def build(articles: Iterable[Article], ledger: Ledger) -> Frames:
    """Frames of `articles` and of what `ledger` holds of them: every report, and the claims and events they make."""
    from tui.store import groups

    made = groups.frames(ledger)
    found = article_frame(list(articles), made)
    return Frames(articles=found, sources=source_frame(found, made), **made)


def row_ids(ids: Sequence[str], articles: Sequence[str]) -> list[str]:
    """Ids that are unique: two verbatim copies of an article hold records of the same id."""
    seen = Counter(ids)
    return [f"{id}@{article}" if seen[id] > 1 else id for id, article in zip(ids, articles, strict=True)]


def article_frame(articles: Sequence[Article], records: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The articles, with how many records of each kind they hold."""
    counts = {name: records[name]["article"].value_counts() for name in RECORD_FRAMES}
    data: dict[str, list[Any]] = {
        "id": [a.id for a in articles],
        "outlet": [a.outlet for a in articles],
        "outlet_basis": [str(a.outlet_basis) for a in articles],
        "host": [a.host for a in articles],
        "title": [a.title or "" for a in articles],
        "published": [a.published for a in articles],
        "date_precision": [str(a.published_precision) for a in articles],
        "date_basis": [str(a.date_basis) for a in articles],
        "url": [a.url or "" for a in articles],
        "characters": [len(a.text) for a in articles],
    }
    for name in RECORD_FRAMES:
        known = counts[name].to_dict()
        data[name] = [known.get(a.id, 0) for a in articles]
    frame = typed("articles", data)
    return frame.sort_values(["published", "id"], ascending=[False, True], na_position="last", ignore_index=True)


def source_frame(articles: pd.DataFrame, records: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row an outlet, most records first."""
    import pandas as pd

    named = articles.assign(outlet=articles["outlet"].astype("object").fillna("").astype("str"))
    grouped = named.groupby("outlet", observed=True, sort=True)
    out = grouped.agg(
        articles=("id", "size"),
        figures=("figures", "sum"),
        cyberattacks=("cyberattacks", "sum"),
        meetings=("meetings", "sum"),
        first=("published", "min"),
        last=("published", "max"),
    ).reset_index()
    out["records"] = out["figures"] + out["cyberattacks"] + out["meetings"]
    told = pd.concat([records[name][["source", "text", "published"]].astype({"source": "object", "text": "object"})
                      for name in RECORD_FRAMES])  # fmt: skip
    share = copied(told).groupby(told["source"].fillna("")).mean()
    out["copies"] = out["outlet"].map(share).astype("float64")
    out = typed("sources", {c.name: out[c.name] for c in SCHEMAS["sources"]})
    return out.sort_values(
        ["records", "articles", "outlet"], ascending=[False, False, True], kind="stable", ignore_index=True
    )


def copied(told: pd.DataFrame) -> pd.Series[bool]:
    """Which reports (`source`, `text`, `published`) repeat a text that another outlet published on an earlier day."""
    first = told.groupby("text")["published"].transform("min")
    return told["published"] > first


def typed(name: str, data: Mapping[str, Any]) -> pd.DataFrame:
    """A frame with exactly the columns and dtypes of `SCHEMAS[name]`, from anything pandas makes columns of."""
    import pandas as pd

    columns = {c.name: _series(pd.Series(data[c.name], dtype=_plain(data[c.name])), c.dtype) for c in SCHEMAS[name]}
    return pd.DataFrame(columns, columns=[c.name for c in SCHEMAS[name]])


def newest_first(frame: pd.DataFrame) -> pd.DataFrame:
    """Record frames in the order the desk shows: by day, newest first, then article and place in it; no day, last."""
    order = frame.assign(article=frame["article"].astype("object"))
    order = order.sort_values(["day", "article", "start", "id"], ascending=[False, True, True, True], kind="stable")
    return frame.loc[order.index].reset_index(drop=True)


def first_day(date: str | None) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD as a day: the first one of a month or year known only so."""
    if not date:
        return None
    return date + "-01-01"[len(date) - 4 :] if len(date) in (4, 7) else date


def record_row(record: Record) -> dict[str, Any]:
    row: dict[str, Any] = record.to_json()
    own = getattr(record, _DAY_OF[type(record)])
    row["published"] = first_day(record.published)
    row["day"] = first_day(own) or row["published"]
    row["mentions"] = len(record.mentions)
    if isinstance(record, TroopFigure):
        row["as_of"] = record.as_of or ""
    elif isinstance(record, Cyberattack):
        row["date"] = record.date or ""
        row["targets"] = SEPARATOR.join(record.targets)
        row["suspects"] = SEPARATOR.join(record.suspects)
        row["attributions"] = SEPARATOR.join(f"{a.by} → {a.to or WITHHELD}" for a in record.attributions)
        row["denials"] = SEPARATOR.join(f"{d.by} denies {d.of}" for d in record.denials)
    elif isinstance(record, Meeting):
        row["date"] = record.date or ""
        row["minutes"] = record.duration_minutes
        row["participants"] = SEPARATOR.join(p.name or p.role or p.side or "unnamed" for p in record.participants)
        row["sides"] = SEPARATOR.join(dict.fromkeys(p.side for p in record.participants if p.side))
    return row


def _plain(values: Any) -> Any:
    """Lists go in as objects, so that pandas guesses nothing; what has a dtype keeps it."""
    return getattr(values, "dtype", "object")


def _series(series: Any, dtype: str) -> Any:
    import pandas as pd

    if dtype == "datetime64[s]":
        return pd.to_datetime(series, errors="coerce").astype("datetime64[s]")
    if dtype == "str":
        return series.fillna("").astype("str")
    if dtype == "category" and not isinstance(series.dtype, pd.CategoricalDtype):
        return series.astype("str").astype("category")
    return series.astype(dtype)


def schemas_table() -> str:
    """docs/frames.md: every frame with its columns."""
    out = [
        "# Frames",
        "",
        "What `tui.store.frames` gives: pandas frames with exactly these columns, in this order, with these dtypes.",
        "Made from `SCHEMAS`; a test fails when this page is stale.",
    ]
    for name, columns in SCHEMAS.items():
        out += ["", f"## {name}", "", "| column | dtype | meaning |", "| --- | --- | --- |"]
        out += [f"| `{c.name}` | {c.dtype} | {c.meaning} |" for c in columns]
    return "\n".join(out) + "\n"
