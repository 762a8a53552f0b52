"""The command line. Imports nothing heavy before it knows which command was asked for."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui import __version__
from tui.errors import UserError

# command -> (module, one line of help)
COMMANDS: dict[str, tuple[str, str]] = {
    "extract": ("tui.commands.extract", "print the records that the articles hold"),
    "articles": ("tui.commands.articles", "list the articles and where their metadata come from"),
    "claims": ("tui.commands.claims", "print the claims about troops, weighed"),
    "events": ("tui.commands.events", "print the meetings and cyberattacks, each once"),
    "series": ("tui.commands.series", "print the figures for a side over time"),
    "brief": ("tui.commands.brief", "print a situation brief with sources and counts"),
    "explain": ("tui.commands.explain", "say which rule and which words gave each field of a record"),
    "evaluate": ("tui.commands.evaluate", "measure extraction on articles that you annotated"),
    "ingest": ("tui.commands.ingest", "parse new and changed articles into the store"),
    "store": ("tui.commands.store", "look after the store: path, check, backup, compact"),
    "list": ("tui.commands.list", "print claims, attacks, meetings, figures, sources or articles, filtered"),
    "init": ("tui.commands.init", "write a commented config of your own"),
    "info": ("tui.commands.info", "say which config, store, terminal and clipboard are in effect"),
    "show": ("tui.commands.show", "print an article with the class of each line, or what an id means"),
}
DESK = "tui.commands.desk"


def main(argv: Sequence[str] | None = None) -> int:
    """Run newsdash; the exit code is 0, 1 (found nothing, or a check failed) or 2 (the user's error)."""
    argv = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(argv)
    except UserError as error:
        print(f"newsdash: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our pipe left (`newsdash extract | head`): not an error; keep Python from saying so at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _dispatch(argv: list[str]) -> int:
    if argv and argv[0] in COMMANDS:
        name, rest = argv[0], argv[1:]
        module = importlib.import_module(COMMANDS[name][0])
        parser = argparse.ArgumentParser(prog=f"newsdash {name}", description=COMMANDS[name][1])
        add_common(parser)
        module.add_arguments(parser)
        return int(module.run(parser.parse_args(rest)))
    parser = argparse.ArgumentParser(
        prog="newsdash",
        description="A situation desk in a terminal: what the articles claim, who says so, and the sentence behind it.",
        epilog="commands:\n" + "\n".join(f"  {name:10} {text}" for name, (_, text) in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="newsdash [options] [PATH ...]\n       newsdash COMMAND [options] ...",
    )
    parser.add_argument("--version", action="version", version=f"newsdash {__version__}")
    add_common(parser)
    add_desk_arguments(parser)
    args = parser.parse_args(argv)
    return int(importlib.import_module(DESK).run(args))


def add_common(parser: argparse.ArgumentParser) -> None:
    """Options that every command has."""
    parser.add_argument("--config", type=Path, metavar="FILE", help="the config file to use instead of the found one")


def add_desk_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the dashboard itself."""
    from tui.commands import desk

    desk.add_arguments(parser)


if __name__ == "__main__":
    sys.exit(main())
