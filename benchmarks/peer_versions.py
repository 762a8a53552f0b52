"""Which of the tools compared with are installed, and in what version."""

from __future__ import annotations

import importlib
import importlib.metadata
from types import ModuleType


def version(package: str) -> str:
    """A package's name with its version, alone where it is not installed as a package."""
    try:
        return f"{package} {importlib.metadata.version(package)}"
    except importlib.metadata.PackageNotFoundError:
        return package


def imported(module: str) -> ModuleType | None:
    """The module, or None (and a line that says so) where it cannot be imported."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        print(f"left out: {module} ({error})")
        return None
