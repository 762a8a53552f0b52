"""Outlets: the canonical name behind a host, an alias or a byline. The names are data (outlets.yaml) and config."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tui.config import Config

_LONGEST_HOST, _LABELS = 253, 8
DATA = Path(__file__).resolve().parent.parent / "data" / "outlets.yaml"


class OutletKind(StrEnum):
    """What an outlet is, as far as it decides who is behind a text."""

    PAPER = "paper"
    BROADCASTER = "broadcaster"  # others quote what was said on its air: "told Sky News" proves little
    AGENCY = "agency"  # others carry its text and credit it
    AGGREGATOR = "aggregator"  # carries others' texts
    OFFICIAL = "official"  # a government or organisation that speaks for itself


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. `utc` is given where its newsroom lies eight or more hours east of Greenwich.

    `common`: the name is also a word, so that running text names the outlet only with a capital "The".
    """

    name: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: OutletKind = OutletKind.PAPER
    utc: int = 0
    common: bool = False

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Outlet:
        """One entry of outlets.yaml."""
        return cls(
            str(row["name"]),
            tuple(str(d).lower() for d in row.get("domains") or ()),
            tuple(str(a) for a in row.get("aliases") or ()),
            OutletKind(row.get("kind") or "paper"),
            int(row.get("utc") or 0),
            bool(row.get("common", False)),
        )


class Outlets:
    """The known outlets, found by host or by name. Later ones win over earlier ones."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._by_domain: dict[str, Outlet] = {}
        self._by_name: dict[str, Outlet] = {}
        for outlet in outlets:
            self._by_domain.update(dict.fromkeys(outlet.domains, outlet))
            self._by_name.update({_key(name): outlet for name in (*outlet.aliases, outlet.name)})
        self._first_words = {name.split()[0] for name in self._by_name}

    def at(self, url: str) -> Outlet | None:
        """The outlet at `url` (an address or a bare host), or None where it is not known."""
        parts = (host_of(url) or "").rsplit(".", _LABELS)
        return next((o for i in range(len(parts) - 1) if (o := self._by_domain.get(".".join(parts[i:])))), None)

    def named(self, name: str) -> Outlet | None:
        """The outlet of that name or alias, written in any case, with or without `the`."""
        return self._by_name.get(_key(name))

    def begins(self, word: str) -> bool:
        """Whether the name of any outlet begins with `word`, or with `the` and `word`."""
        return word.casefold() in self._first_words

    def canonical(self, name: str) -> str:
        """The canonical form of a name or address; the name itself, or its bare host, where it is not known."""
        name = " ".join(name.split())
        if "://" in name or (" " not in name and name.startswith("www.")):
            outlet = self.at(name)
            return outlet.name if outlet else host_of(name) or name
        outlet = self.named(name) or (self.at(name) if "." in name and " " not in name else None)
        return outlet.name if outlet else name

    def __iter__(self) -> Iterator[Outlet]:
        return iter(dict.fromkeys(self._by_name.values()))


def _key(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")


def host_of(url: str) -> str | None:
    """The host of `url` in small letters without `www.`, or None where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host and len(host) <= _LONGEST_HOST else None


def outlets_of(config: Config) -> Outlets:
    """The outlets that newsdash knows by itself, with those of the config on top and those it takes out left out."""
    added = tuple(Outlet.read({**row, "name": name}) for name, row in config.outlets.items() if row is not None)
    removed = frozenset(_key(name) for name, row in config.outlets.items() if row is None)
    return _with(added, removed)


@cache
def _with(added: tuple[Outlet, ...], removed: frozenset[str]) -> Outlets:
    return Outlets((*(o for o in _default() if _key(o.name) not in removed), *added))


@cache
def _default() -> tuple[Outlet, ...]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with DATA.open(encoding="utf-8") as file:
        return tuple(Outlet.read(row) for row in yaml.load(file, Loader=loader)["outlets"])
