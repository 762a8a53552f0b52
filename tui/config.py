"""config.yaml -> one frozen Config. Every error names file, line and key, and says what to do.

Looked for in this order: `--config FILE`, then `config.yaml` in the user's config folder; under either lies the
config.yaml that newsdash ships with. Tables of the file are laid over the packaged data (see `tui.extract.gazetteer`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.errors import UserError

Table = Mapping[str, Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: `fields` are further names under which a JSON or CSV record may keep its title, text, outlet,
    date, url or author; a text, page or record larger than `max_file_mb` is passed over with a notice (a dump of many
    records is read one by one and may be of any size).
    """

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    max_file_mb: int = 64


@dataclass(frozen=True, slots=True)
class Config:
    """What the user decides.

    The tables hold what the file adds to the packaged data or overrides in it (None takes a name out). `windows` are
    named spans of time (first and last day, ISO). `lines` gives the line of every key ("keys.quit") in `path`, so that
    later checks can name it too.
    """

    path: Path | None = None
    articles: tuple[Path, ...] = ()
    outlets: Table = field(default_factory=dict)
    sides: Table = field(default_factory=dict)
    places: Table = field(default_factory=dict)
    institutions: Table = field(default_factory=dict)
    people: Table = field(default_factory=dict)
    targets: Table = field(default_factory=dict)
    windows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    theme: str = "newsdash-dark"
    timezone: str = "UTC"
    reading: Reading = field(default_factory=Reading)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def error(self, key: str, problem: str) -> UserError:
        """The error for a value that only who uses it can judge (a theme, a command): names file, line and key."""
        line = self.lines.get(key)
        where = f"{self.path}, line {line}: " if self.path and line else ""
        return UserError(f"{where}{key}: {problem}")


def load_config(path: Path | None = None) -> Config:
    """The config that newsdash ships with, with what the user's file says laid over it.

    `path` is the file asked for; without one, config.yaml of the user's config folder where there is one.
    Raises `UserError` where the file cannot be read or holds what is not understood.
    """
    from tui.config_reader import read

    shipped = read(_shipped(), Config())
    if path is None:
        path = _users()
    return shipped if path is None else read(path, shipped)


def _shipped() -> Path:
    """The config.yaml of the wheel, or of the checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "default" / "config.yaml"
    return packaged if packaged.is_file() else package.parent / "config.yaml"


def _users() -> Path | None:
    import platformdirs

    path = Path(platformdirs.user_config_dir("newsdash")) / "config.yaml"
    return path if path.is_file() else None
