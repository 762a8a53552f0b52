"""Selections kept by name, in one JSON file of the config directory."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path
from typing import Any

from tui.errors import UserError
from tui.selection import Scope

FILE = "views.json"


def default_path() -> Path:
    """Where views are kept."""
    import platformdirs

    return Path(platformdirs.user_config_dir("newsdash")) / FILE


def load_views(path: Path) -> dict[str, Scope]:
    """The views by name; none where the file is not there. Raises `UserError` where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}): check its rights") from error
    try:
        stored = json.loads(text)
        return {str(name): _scope(value) for name, value in stored.items()}
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise UserError(f"{path} does not hold views ({error}): mend it or move it away") from error


def save_view(path: Path, name: str, scope: Scope) -> None:
    """Keep `scope` under `name`, over the one that was there. Raises `UserError`."""
    views = {**load_views(path), name: scope}
    _write(path, views)


def delete_view(path: Path, name: str) -> None:
    """Forget a view. Raises `UserError`."""
    views = load_views(path)
    views.pop(name, None)
    _write(path, views)


def _write(path: Path, views: dict[str, Scope]) -> None:
    """Written aside and renamed: a file half written is never seen."""
    stored = {name: {k: v for k, v in dataclasses.asdict(scope).items() if v} for name, scope in sorted(views.items())}
    aside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(aside, path)
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}): check its rights") from error


def _scope(value: dict[str, Any]) -> Scope:
    known = {f.name for f in dataclasses.fields(Scope)}
    unknown = set(value) - known
    if unknown:
        raise KeyError(f"unknown {sorted(unknown)[0]!r}")
    texts = {k: str(v) for k, v in value.items() if k != "sources"}
    return Scope(sources=tuple(str(s) for s in value.get("sources", ())), **texts)
