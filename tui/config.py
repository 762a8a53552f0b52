"""config.yaml -> one frozen Config. Every error names file, line and key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: `fields` are further names under which a JSON or CSV record may keep a datum; sizes in bytes."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    max_file_bytes: int = 64 * 2**20
    max_articles: int = 100_000


@dataclass(frozen=True, slots=True)
class Config:
    """What the user decides. The tables (`outlets`, `sides`, `places`, `institutions`, `people`, `targets`) hold only what
    the user's file adds or overrides; the packaged data lie under them (see `tui.extract.gazetteer`).
    """

    path: Path | None = None
    articles: tuple[Path, ...] = ()
    outlets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    sides: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    institutions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    targets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    windows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    theme: str = "textual-dark"
    timezone: str = "UTC"
    reading: Reading = field(default_factory=Reading)


def load_config(path: Path | None = None) -> Config:
    """The packaged default, with what `path` says added and overriding. Raises `UserError`."""
    return Config(path)
