"""`newsdash init`: a commented config of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.errors import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--force", action="store_true", help="write over the one that is there")


def run(args: argparse.Namespace) -> int:
    """Write the config that newsdash ships with into the config directory (or to --config). Raises `UserError`."""
    import platformdirs

    target = args.config or Path(platformdirs.user_config_dir("newsdash")) / "config.yaml"
    if target.exists() and not args.force:
        raise UserError(f"{target} is there already: edit it, or write over it with --force")
    text = shipped().read_text(encoding="utf-8")
    # what is read by default lies beside the shipped file, not beside the new one
    text = text.replace("\narticles: [seeds]\n", "\narticles: []\n")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}): name another with --config") from error
    print(f"{target} is written: every key is explained in it")
    return 0


def shipped() -> Path:
    """The config.yaml of the wheel, or of the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "default" / "config.yaml"
    return inside if inside.is_file() else package.parent / "config.yaml"
