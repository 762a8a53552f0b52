"""Reads one config.yaml: every value is checked against its section, and every error names file, line and key."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import zoneinfo
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from tui.config import Config, Reading
from tui.errors import UserError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12  # levels of nesting; the C parser overflows its stack at some thousands


def read(path: Path, under: Config) -> Config:
    """The config of the file at `path`, laid over `under`. Raises `UserError`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UserError(f"{path}: there is no such config file; name one with --config FILE") from None
    except IsADirectoryError:
        raise UserError(f"{path}: this is a folder; name the config file in it") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: this is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}); check the file's permissions") from None
    try:
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise UserError(f"{path}: nested more than {_DEEPEST} levels deep; mind brackets and indents")
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        problem = error.problem or error.context
        raise UserError(f"{path}{line}: not YAML ({problem}); mind indents, colons and quotes") from None
    except yaml.YAMLError as error:
        raise UserError(f"{path}: not YAML ({str(error).splitlines()[0]})") from None
    if root is None:
        return replace(under, path=path)
    return _Reader(path).config(root, under)


class _Reader:
    """Walks the nodes of one file. `key` arguments are dotted paths for messages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[str, int] = {}

    def fail(self, node: yaml.Node, key: str, problem: str) -> UserError:
        where = f"{key}: " if key else ""
        return UserError(f"{self.path}, line {node.start_mark.line + 1}: {where}{problem}")

    def config(self, root: yaml.Node, under: Config) -> Config:
        found: dict[str, Any] = {}
        for name, value in self.mapping(root, "", SECTIONS):
            found[name] = _merged(getattr(under, name), SECTIONS[name](self, value, name))
        return replace(under, path=self.path, lines=self.lines, **found)

    def mapping(
        self, node: yaml.Node, key: str, allowed: Iterable[str] | None = None
    ) -> Iterator[tuple[str, yaml.Node]]:
        """(name, value) of a mapping; only `allowed` names where given, none of them twice."""
        pairs = self._pairs(node, key)
        seen: set[str] = set()
        for name_node, value in pairs:
            name = self.text(name_node, key or "the file")
            full = f"{key}.{name}" if key else name
            if allowed is not None and name not in allowed:
                raise self.fail(name_node, full, _unknown(name, allowed, "section" if not key else "key"))
            if name in seen:
                raise self.fail(name_node, full, "stands here a second time; join the two")
            seen.add(name)
            self.lines[full] = name_node.start_mark.line + 1
            yield name, value

    def _pairs(self, node: yaml.Node, key: str) -> list[tuple[yaml.Node, yaml.Node]]:
        if _is_null(node):
            return []
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, key, f"must be a list of `name: value` lines, not {_sort(node)}")
        pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
        return pairs

    def text(self, node: yaml.Node, key: str) -> str:
        """A line of text; numbers, dates and words like `no` count as what is written."""
        if not isinstance(node, yaml.ScalarNode) or _is_null(node):
            raise self.fail(node, key, f"must be a word or a line of text, not {_sort(node)}")
        value: str = node.value
        if not value.strip():
            raise self.fail(node, key, "is empty; write a value or take the key out")
        return value.strip()

    def texts(self, node: yaml.Node, key: str) -> tuple[str, ...]:
        """A list of texts; a single one may stand without brackets."""
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.text(item, f"{key}[{i}]") for i, item in enumerate(node.value))
        return (self.text(node, key),)

    def whole(self, node: yaml.Node, key: str, low: int, high: int) -> int:
        try:
            value = int(self.text(node, key))
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            raise self.fail(node, key, f"must be a whole number from {low} to {high}")
        return value

    def day(self, node: yaml.Node, key: str) -> str:
        value = self.text(node, key)
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            raise self.fail(node, key, f"{value!r} is no day; write it as 2022-02-24") from None


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and str(node.tag).endswith(":null")


def _sort(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return "nothing" if _is_null(node) else repr(str(node.value)[:40])
    return "a list" if isinstance(node, yaml.SequenceNode) else "a group of keys"


def _unknown(name: str, allowed: Iterable[str], sort: str) -> str:
    names = sorted(allowed)
    close = difflib.get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(names)}"
    return f"there is no such {sort}; {hint}"


def _merged(under: Any, over: Any) -> Any:
    """A section of the user's file on the shipped one: tables join name by name, everything else replaces."""
    return {**under, **over} if isinstance(over, dict) else over


# --- the sections ---------------------------------------------------------------------------------------------------

Value = Callable[[_Reader, yaml.Node, str], Any]


def _text(reader: _Reader, node: yaml.Node, key: str) -> str:
    return reader.text(node, key)


def _texts(reader: _Reader, node: yaml.Node, key: str) -> tuple[str, ...]:
    return reader.texts(node, key)


def _one_of(*choices: str) -> Value:
    def read(reader: _Reader, node: yaml.Node, key: str) -> str:
        value = reader.text(node, key)
        if value not in choices:
            raise reader.fail(node, key, _unknown(value, choices, "value"))
        return value

    return read


def _table(fields: Mapping[str, Value]) -> Value:
    """A table: name -> the given fields. A name with nothing behind it takes the packaged one out."""

    def read(reader: _Reader, node: yaml.Node, key: str) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, value in reader.mapping(node, key):
            if _is_null(value):
                out[name] = None
                continue
            here = f"{key}.{name}"
            out[name] = {f: fields[f](reader, v, f"{here}.{f}") for f, v in reader.mapping(value, here, fields)}
        return out

    return read


def _offices(reader: _Reader, node: yaml.Node, key: str) -> tuple[str, ...]:
    """ "Defence Minister 2012-2024": a role and its years; the second may be left open."""
    values = reader.texts(node, key)
    for value in values:
        if not re.fullmatch(r".+ \d{4}-(?:\d{4})?(?: .+)?", value):
            raise reader.fail(node, key, f"{value!r} lacks its years; write 'Defence Minister 2012-2024', or '2012-'")
    return values


def _paths(reader: _Reader, node: yaml.Node, key: str) -> tuple[Path, ...]:
    """Paths, relative to the folder of the config file; `~` is the home folder."""
    return tuple(reader.path.resolve().parent / Path(p).expanduser() for p in reader.texts(node, key))


def _windows(reader: _Reader, node: yaml.Node, key: str) -> dict[str, tuple[str, str]]:
    out: dict[str, tuple[str, str]] = {}
    for name, value in reader.mapping(node, key):
        here = f"{key}.{name}"
        if not isinstance(value, yaml.SequenceNode) or len(value.value) != 2:
            raise reader.fail(value, here, "must be two days in brackets: [2022-02-01, 2022-02-24]")
        first, last = (reader.day(item, here) for item in value.value)
        if first > last:
            raise reader.fail(value, here, f"ends before it begins ({first} to {last}); put the earlier day first")
        out[name] = (first, last)
    return out


def _keys(reader: _Reader, node: yaml.Node, key: str) -> dict[str, str]:
    return {name: ",".join(reader.texts(value, f"{key}.{name}")) for name, value in reader.mapping(node, key)}


def _timezone(reader: _Reader, node: yaml.Node, key: str) -> str:
    name = reader.text(node, key)
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise reader.fail(node, key, _unknown(name, zoneinfo.available_timezones(), "time zone")[:200]) from None
    return name


def _hours(reader: _Reader, node: yaml.Node, key: str) -> int:
    return reader.whole(node, key, -12, 14)


_RECORD_FIELDS = ("title", "text", "outlet", "date", "url", "author")


def _reading(reader: _Reader, node: yaml.Node, key: str) -> Reading:
    out = Reading()
    for name, value in reader.mapping(node, key, ("fields", "max_file_mb")):
        here = f"{key}.{name}"
        if name == "fields":
            pairs = reader.mapping(value, here, _RECORD_FIELDS)
            out = replace(out, fields={f: reader.texts(v, f"{here}.{f}") for f, v in pairs})
        else:
            out = replace(out, max_file_mb=reader.whole(value, here, 1, 100_000))
    return out


TABLES: Mapping[str, Mapping[str, Value]] = {
    "outlets": {
        "domains": _texts, "aliases": _texts, "utc": _hours, "side": _text,
        "kind": _one_of("paper", "broadcaster", "agency", "aggregator", "official"),
    },
    "sides": {
        "kind": _one_of("state", "organisation", "group"), "names": _texts, "adjectives": _texts, "people": _texts,
        "capital": _text, "spellings": _texts, "capitals": _texts, "seats": _texts, "place": _text, "ambiguous": _texts,
    },
    "places": {"of": _text, "names": _texts, "adjectives": _texts, "people": _texts},
    "institutions": {"side": _text, "names": _texts, "role": _text},
    "people": {"side": _text, "offices": _offices, "names": _texts},
    "targets": {"side": _text, "sector": _text, "names": _texts},
}
"""Section name -> key -> what reads it, of the sections that are tables of names."""

SECTIONS: Mapping[str, Value] = {
    "articles": _paths,
    **{name: _table(fields) for name, fields in TABLES.items()},
    "windows": _windows,
    "keys": _keys,
    "theme": _text,
    "timezone": _timezone,
    "reading": _reading,
}
"""Section name -> what reads it."""
