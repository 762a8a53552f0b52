"""The filter language: one grammar for every pane, the command line and saved views.

    massed Russia             both words, anywhere in the row
    "Ukraine border"          these words together
    side:Russia|Belarus       a field holds this, or that
    !denied   !side:Russia    not
    number>100000  date<2022-02-12  minutes>=60
    (a | b) c                 either of two, and c

`parse` gives a tree of frozen nodes or raises `FilterError`, which knows where the mistake is and what was expected.
`mask` evaluates a tree on a frame; it never runs a pattern or code that the user typed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.errors import UserError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    Mask = npt.NDArray[np.bool_]

_GRAMMAR = r"""
    ?start: all
    ?all: any+
    ?any: one ((OR | OR_VALUE) one)*        -> any
    ?one: NOT one                           -> negation
        | "(" all ")"
        | FIELD value (OR_VALUE value)*     -> field
        | value                             -> word
    value: QUOTED | BARE
    NOT: "!"
    FIELD.3: /[A-Za-z_]+\s*(>=|<=|[:=<>])/
    OR_VALUE.2: /\|(?!\s*[!(]|\s*[A-Za-z_]+\s*[:=<>])/
    OR.1: "|"
    QUOTED: /"[^"]*"/
    BARE: /[^\s|!():<>="][^\s|()":<>=]*/
    %ignore /\s+/
"""

_EXPECTED = {
    "FIELD": "a field",
    "QUOTED": "a word",
    "BARE": "a word",
    "NOT": "a word",
    "LPAR": "a word",
    "RPAR": "')'",
    "OR": "'|'",
    "OR_VALUE": "'|'",
}


class FilterError(UserError):
    """A filter that cannot be read. `at` is the offset of the mistake, `message` what was expected there."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


@dataclass(frozen=True, slots=True)
class Word:
    """A word or quoted words, anywhere in the row."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field compared with any of some values; `op` is one of : = < > <= >=."""

    name: str
    op: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match."""

    inner: Node


@dataclass(frozen=True, slots=True)
class All:
    """What matches every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any_:
    """What matches at least one part."""

    parts: tuple[Node, ...]


Node = Word | Field | Not | All | Any_


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of the language: the columns it reads (the first that a frame has), how it compares, what it means."""

    name: str
    kind: str  # text | number | date
    columns: tuple[str, ...]
    meaning: str
    aliases: tuple[str, ...] = ()


FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("source", "text", ("source", "outlet"), "the outlet", ("outlet",)),
    FieldSpec("article", "text", ("article", "id"), "the article's file"),
    FieldSpec("title", "text", ("title",), "the headline"),
    FieldSpec("claimant", "text", ("claimant",), "who says it", ("by",)),
    FieldSpec("claimant_side", "text", ("claimant_side",), "the country or organisation of who says it"),
    FieldSpec("stance", "text", ("stance",), "asserts, denies, doubts"),
    FieldSpec("realis", "text", ("realis",), "actual, planned, conditional, historical"),
    FieldSpec("date", "date", ("day", "published"), "the day it is about (else the day it was reported)", ("day",)),
    FieldSpec("published", "date", ("published",), "the day it was reported"),
    FieldSpec("number", "number", ("low", "high"), "the number stated (either end)", ("n",)),
    FieldSpec("unit", "text", ("unit",), "troops, marines, brigade ..."),
    FieldSpec("side", "text", ("side", "sides"), "whose troops; the sides that meet", ("sides",)),
    FieldSpec("place", "text", ("place",), "where"),
    FieldSpec("movement", "text", ("movement",), "massed, present, deployed, withdrawn ...", ("move",)),
    FieldSpec("target", "text", ("targets",), "what was attacked", ("targets",)),
    FieldSpec("type", "text", ("type",), "ddos, wiper, intrusion ..."),
    FieldSpec("effect", "text", ("effect",), "interruption, destruction, theft ..."),
    FieldSpec("suspect", "text", ("suspects",), "whom anyone blames", ("suspects", "blamed")),
    FieldSpec("attribution", "text", ("attributions",), "who blames whom"),
    FieldSpec("denial", "text", ("denials",), "who denies what", ("denied", "denials")),
    FieldSpec("status", "text", ("status",), "held, planned, refused ...; ongoing, over"),
    FieldSpec("person", "text", ("participants",), "who took part", ("participant", "participants", "who")),
    FieldSpec("format", "text", ("format",), "in_person, phone, video, multilateral, visit"),
    FieldSpec("minutes", "number", ("minutes",), "how long a meeting took"),
    FieldSpec("outcome", "text", ("outcome",), "agreement, no_breakthrough, further_talks"),
    FieldSpec("outlets", "number", ("outlets",), "how many outlets carry it"),
    FieldSpec("origins", "number", ("origins",), "how many independent origins it has"),
    FieldSpec("verdict", "text", ("verdict",), "contradicted, disputed, agreed, alone"),
    FieldSpec("text", "text", ("evidence", "title"), "the sentence that says it", ("evidence",)),
    FieldSpec("id", "text", ("id",), "the record's id"),
)
_BY_NAME = {name: spec for spec in FIELDS for name in (spec.name, *spec.aliases)}


def parse(text: str) -> Node | None:
    """The tree of a filter, None for an empty one. Raises `FilterError`."""
    if not text.strip():
        return None
    return _parse(text)


def mask(node: Node | None, frame: pd.DataFrame) -> Mask:
    """Which rows of `frame` match; every row where there is no filter. A field that the frame lacks matches nothing."""
    import numpy as np

    match node:
        case None:
            return np.ones(len(frame), dtype=bool)
        case Word(text):
            return _word(frame, text)
        case Field():
            return _field(frame, node)
        case Not(inner):
            return ~mask(inner, frame)
        case All(parts):
            return functools.reduce(np.logical_and, (mask(p, frame) for p in parts))
        case Any_(parts):
            return functools.reduce(np.logical_or, (mask(p, frame) for p in parts))


def missing_fields(node: Node | None, frame: pd.DataFrame) -> tuple[str, ...]:
    """The fields a filter names that `frame` does not have, for the sentence that explains an empty list."""
    match node:
        case Field(name=name):
            return () if any(c in frame.columns for c in _BY_NAME[name].columns) else (name,)
        case Not(inner):
            return missing_fields(inner, frame)
        case All(parts) | Any_(parts):
            return tuple(dict.fromkeys(name for part in parts for name in missing_fields(part, frame)))
        case _:
            return ()


def columns_of(field: str) -> tuple[str, ...]:
    """The columns that a field reads."""
    return _BY_NAME[field].columns


def quoted(value: str) -> str:
    """A value as it must be written in a filter."""
    bare = bool(re.fullmatch(r'[^\s|!():<>="][^\s|()":<>=]*', value))
    return value if bare else '"' + value.replace('"', " ") + '"'


@functools.lru_cache(maxsize=64)
def _parse(text: str) -> Node:
    import lark

    try:
        tree = _parser().parse(text)
        return _build(tree)
    except lark.UnexpectedCharacters as error:
        raise FilterError(
            f"{error.char!r} is not understood here: put the words in quotes", error.pos_in_stream or 0
        ) from None
    except lark.UnexpectedToken as error:
        at = len(text) if error.token.type == "$END" else (error.token.start_pos or 0)
        expected = sorted({_EXPECTED[name] for name in error.accepts or error.expected if name in _EXPECTED})
        said = "the end" if error.token.type == "$END" else repr(str(error.token))
        raise FilterError(f"expected {' or '.join(expected) or 'the end'}, found {said}", at) from None


@functools.cache
def _parser() -> Any:
    import lark

    return lark.Lark(_GRAMMAR, parser="lalr", lexer="contextual", propagate_positions=True)


def _build(tree: Any) -> Node:
    """lark's tree to ours; fields and their values are checked here, where their places are known."""
    kind, children = str(tree.data), tree.children
    if kind == "word":
        return Word(_value(children[0]))
    if kind == "negation":
        return Not(_build(children[1]))
    if kind == "field":
        return _build_field(children)
    parts = tuple(_build(c) for c in children if hasattr(c, "data"))
    if len(parts) == 1:
        return parts[0]
    return Any_(parts) if kind == "any" else All(parts)


def _build_field(children: list[Any]) -> Field:
    token = children[0]
    found = re.fullmatch(r"([A-Za-z_]+)\s*(\W+)", str(token))
    assert found is not None
    name, op = found[1].lower(), found[2]
    spec = _BY_NAME.get(name)
    if spec is None:
        import difflib

        near = difflib.get_close_matches(name, _BY_NAME, n=1)
        hint = f"did you mean {near[0]}?" if near else "fields: " + ", ".join(f.name for f in FIELDS)
        raise FilterError(f"no field {name!r}: {hint}", token.start_pos or 0)
    values = []
    for child in children[1:]:
        if not hasattr(child, "data"):
            continue
        value, at = _value(child), child.children[0].start_pos or 0
        if spec.kind == "number" and number(value) is None:
            raise FilterError(f"{name} is compared with a number (150000, 150k, 1.5m), found {value!r}", at)
        if spec.kind == "date" and day_range(value) is None:
            raise FilterError(f"{name} is compared with a date (2022-02-11, 2022-02, 2022), found {value!r}", at)
        if spec.kind == "text" and op not in (":", "="):
            raise FilterError(f"{name} is words, not a number: write {name}:{value}", token.start_pos or 0)
        values.append(value)
    return Field(spec.name, op, tuple(values))


def _value(tree: Any) -> str:
    return str(tree.children[0]).strip('"')


_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([km])?", re.IGNORECASE)


def number(text: str) -> float | None:
    """A number as people type it (150000, 150,000, 150k, 1.5m), None if it is none."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    scale = {"k": 1_000, "m": 1_000_000}.get((found[3] or "").lower(), 1)
    return float(found[1].replace(",", "") + (found[2] or "")) * scale


def day_range(text: str) -> tuple[str, str] | None:
    """The first and last day of a date written YYYY-MM-DD, YYYY-MM or YYYY, None if it is none."""
    import calendar
    import datetime as dt

    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text.strip())
    if not found:
        return None
    year, month, day = (int(g) if g else None for g in found.groups())
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
        last = dt.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _field(frame: pd.DataFrame, node: Field) -> Mask:
    import numpy as np

    spec = _BY_NAME[node.name]
    columns = [c for c in spec.columns if c in frame.columns]
    if not columns:
        return np.zeros(len(frame), dtype=bool)
    if spec.kind == "number":
        test: Callable[[str], Mask] = lambda value: _number_mask(frame, columns, node.op, number(value) or 0.0)  # noqa: E731
    elif spec.kind == "date":
        test = lambda value: _date_mask(frame[columns[0]], node.op, day_range(value) or ("", ""))  # noqa: E731
    else:
        test = lambda value: _text_mask(frame[columns[0]], value, whole=node.op == "=")  # noqa: E731
    return functools.reduce(np.logical_or, (test(value) for value in node.values))


def _number_mask(frame: pd.DataFrame, columns: list[str], op: str, value: float) -> Mask:
    """Intervals: > and < ask whether an end of the number stated lies there; : and = whether the value lies inside."""
    import numpy as np

    ends = [frame[c].to_numpy(dtype="float64", na_value=np.nan) for c in columns]
    low, high = ends[0], ends[-1]
    with np.errstate(invalid="ignore"):
        if op in (":", "="):
            held: Mask = ((low <= value) & (value <= high)) | (low == value) | (high == value)
            return held
        top, bottom = np.fmax(low, high), np.fmin(low, high)
        # "more than 100,000" lies above 100,000 though its stated end does not.
        above = np.where(np.isnan(high) & ~np.isnan(low), top >= value, top > value)
        below = np.where(np.isnan(low) & ~np.isnan(high), bottom <= value, bottom < value)
        masks: Mapping[str, Mask] = {">": above, "<": below, ">=": top >= value, "<=": bottom <= value}
        return masks[op]


def _date_mask(series: pd.Series[Any], op: str, days: tuple[str, str]) -> Mask:
    import numpy as np

    first, last = (np.datetime64(d, "s") for d in days)
    values = series.to_numpy()
    masks: dict[str, Callable[[], Mask]] = {
        ":": lambda: (values >= first) & (values <= last),
        "=": lambda: (values >= first) & (values <= last),
        ">": lambda: values > last,
        "<": lambda: values < first,
        ">=": lambda: values >= first,
        "<=": lambda: values <= last,
    }
    return masks[op]()


def _word(frame: pd.DataFrame, text: str) -> Mask:
    """A plain word: in any text of the row, or the number it states."""
    import numpy as np

    out: Mask = np.zeros(len(frame), dtype=bool)
    for name in frame.columns:
        if name not in ("id", "article") and (_is_category(frame[name]) or _is_text(frame[name])):
            out |= _text_mask(frame[name], text)
    value = number(text)
    if value is not None and "low" in frame.columns:
        out |= _number_mask(frame, ["low", "high"], "=", value) & _states(frame, value)
    return out


def _states(frame: pd.DataFrame, value: float) -> Mask:
    import numpy as np

    ends = [frame[c].to_numpy(dtype="float64", na_value=np.nan) for c in ("low", "high")]
    stated: Mask = (ends[0] == value) | (ends[1] == value)
    return stated


def _text_mask(series: pd.Series[Any], value: str, whole: bool = False) -> Mask:
    """Rows whose text holds `value`, whatever its case; `_` and space are one, so that codes can be typed as words."""
    import numpy as np

    wanted = _plain(value)
    if _is_category(series):
        # Once for each distinct value, not for each row.
        hits = np.array([_holds(str(c), wanted, whole) for c in series.cat.categories] + [False], dtype=bool)
        result: Mask = hits[series.cat.codes.to_numpy()]
        return result
    return np.fromiter((_holds(text, wanted, whole) for text in series.array), dtype=bool, count=len(series))


def _holds(text: str, wanted: str, whole: bool) -> bool:
    text = _plain(text)
    return any(part.strip() == wanted for part in text.split(";")) if whole else wanted in text


def _plain(text: str) -> str:
    return text.casefold().replace("_", " ").replace("’", "'")


def _is_category(series: pd.Series[Any]) -> bool:
    return str(series.dtype) == "category"


def _is_text(series: pd.Series[Any]) -> bool:
    return str(series.dtype) == "str"
