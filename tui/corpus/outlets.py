"""Outlets: the canonical name behind a host, an alias or a house name. The names are data (tui/data/outlets.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

DATA = Path(__file__).resolve().parent.parent / "data" / "outlets.yaml"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet or agency."""

    name: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    agency: bool = False


@dataclass(frozen=True)
class Outlets:
    """The known outlets, found by host or by name."""

    by_domain: dict[str, Outlet]
    by_name: dict[str, Outlet]

    @classmethod
    def of(cls, outlets: tuple[Outlet, ...]) -> Outlets:
        by_domain = {domain: outlet for outlet in outlets for domain in outlet.domains}
        by_name = {name.casefold(): outlet for outlet in outlets for name in (outlet.name, *outlet.aliases)}
        return cls(by_domain, by_name)

    def at(self, url: str) -> str | None:
        """The canonical name of the outlet at `url`; the bare domain where it is not known."""
        host = host_of(url)
        if host is None:
            return None
        parts = host.split(".")
        for i in range(len(parts) - 1):
            if outlet := self.by_domain.get(".".join(parts[i:])):
                return outlet.name
        return host

    def named(self, name: str) -> str:
        """The canonical form of a name; the name itself where it is not known."""
        outlet = self.by_name.get(name.strip().casefold())
        return outlet.name if outlet else name.strip()


def host_of(url: str) -> str | None:
    """The host of `url` in small letters without `www.`, or None where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


@cache
def default_outlets() -> Outlets:
    """The outlets that newsdash knows by itself."""
    import yaml

    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return Outlets.of(
        tuple(
            Outlet(
                o["name"],
                tuple(o.get("domains", ())),
                tuple(o.get("aliases", ())),
                tuple(o.get("house", ())),
                bool(o.get("agency", False)),
            )
            for o in data["outlets"]
        )
    )
