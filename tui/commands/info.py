"""`newsdash info`: which config, store, articles, terminal, colours, clipboard and tmux settings are in effect."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tui import __version__
from tui.commands.common import add_articles, article_paths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    add_articles(parser)


def run(args: argparse.Namespace) -> int:
    """Print it. Raises `UserError` for a config that cannot be read."""
    for name, value in facts(args):
        print(f"{name:14} {value}")
    return 0


def facts(args: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """(name, value), in the order printed."""
    from tui import clipboard, views
    from tui.config import load_config
    from tui.store.database import default_path

    config = load_config(args.config)
    yield "newsdash", f"{__version__}, Python {platform.python_version()}, {platform.system()}"
    yield "config", str(config.path) if config.path else "the packaged one; `newsdash init` writes one of your own"
    yield "articles", ", ".join(str(p) for p in article_paths(args.paths, config))
    store = None if args.no_store else args.store or default_path()
    yield "store", _store(store)
    yield "views", str(views.default_path())
    yield "theme", config.theme
    yield "time zone", config.timezone
    size = shutil.get_terminal_size(fallback=(0, 0))
    yield "terminal", f"{os.environ.get('TERM', 'unknown')}, {_size(size.columns, size.lines)}"
    yield "colours", colours(os.environ)
    yield "line", "over SSH (ssh -C sends far fewer bytes)" if os.environ.get("SSH_CONNECTION") else "local"
    yield "clipboard", clipboard.path_words()
    yield "tmux", tmux() if os.environ.get("TMUX") else "not inside tmux"
    yield "encoding", sys.stdout.encoding or "unknown"


def _size(columns: int, rows: int) -> str:
    if not sys.stdout.isatty():
        return "output is not a terminal"
    small = "" if columns >= 60 and rows >= 18 else " (the desk needs 60 x 18)"
    return f"{columns} x {rows}{small}"


def _store(path: Path | None) -> str:
    if path is None:
        return "in memory only"
    if not path.exists():
        return f"{path} (not made yet)"
    return f"{path} ({path.stat().st_size / 2**20:,.1f} MB)"


def colours(env: os._Environ[str] | dict[str, str]) -> str:
    """Which colours textual will use, and why."""
    if "NO_COLOR" in env:
        return "none (NO_COLOR is set)"
    if env.get("TEXTUAL_COLOR_SYSTEM"):
        return f"{env['TEXTUAL_COLOR_SYSTEM']} (TEXTUAL_COLOR_SYSTEM)"
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor (COLORTERM)"
    if "256" in env.get("TERM", ""):
        return "256 (TERM; set COLORTERM=truecolor for more, ssh does not pass it on by itself)"
    return "16 (TERM)"


def tmux() -> str:
    """What of tmux's settings decides whether a copy gets through."""
    settings = []
    for name in ("set-clipboard", "allow-passthrough"):
        done = subprocess.run(["tmux", "show", "-gv", name], capture_output=True, text=True, check=False, timeout=2)
        settings.append(f"{name} {done.stdout.strip() or 'unknown'}")
    hint = "" if "set-clipboard on" in settings[0] else "; copies get through with: set -g set-clipboard on"
    return ", ".join(settings) + hint
