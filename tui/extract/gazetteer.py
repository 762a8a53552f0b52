"""The gazetteer: sides, places, institutions and people, compiled once from the data package and the config."""

from __future__ import annotations

from dataclasses import dataclass

from tui.config import Config


@dataclass(frozen=True)
class Gazetteer:
    """Compiled lookups."""

    @classmethod
    def from_config(cls, config: Config) -> Gazetteer:
        """The gazetteer that `config` describes; cached by the content of the config."""
        return cls()
