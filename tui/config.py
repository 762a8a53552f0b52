"""config.yaml -> one frozen Config. Every error names file, line and key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """What the user decides."""

    path: Path | None = None


def load_config(path: Path | None = None) -> Config:
    """The packaged default, with what `path` says added and overriding. Raises `UserError`."""
    return Config(path)
