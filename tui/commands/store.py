"""`newsdash store path|check|backup FILE|compact`: looking after the store."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path

from tui.errors import UserError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--store", type=Path, metavar="FILE", help="the store (default: in the state folder)")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("path", help="print where the store is")
    actions.add_parser("check", help="check its integrity, its full-text index and its references")
    actions.add_parser("backup", help="copy it, while others use it").add_argument("file", type=Path, metavar="FILE")
    actions.add_parser("compact", help="give back the room of what was removed")


def run(args: argparse.Namespace) -> int:
    """Do the action; 1 where the check finds a fault."""
    from tui.store.database import Store, default_path, explained

    path = args.store or default_path()
    if args.action == "path":
        print(path)
        return 0
    if not path.exists():
        raise UserError(f"there is no store at {path}: run newsdash, or newsdash ingest, first")
    store = Store.open(path)
    if args.action == "check":
        faults = store.faults()
        for fault in faults:
            print(fault)
        print(f"{path}: {'ok' if not faults else f'{len(faults)} faults'}")
        return 1 if faults else 0
    if args.action == "backup":
        if args.file.exists():
            raise UserError(f"{args.file} exists: name another file for the backup")
        with explained(args.file):
            target = sqlite3.connect(args.file)
            store.connection().backup(target)
            target.close()
        print(f"{args.file}: {args.file.stat().st_size:,} bytes")
        return 0
    before = path.stat().st_size
    store.compact()
    print(f"{path}: {before:,} bytes, now {path.stat().st_size:,}")
    return 0
