"""The commands of the command line, one module each, imported only when asked for.

Each module has `add_arguments(parser)` and `run(args) -> int` (the exit code); `tui.cli.COMMANDS` lists them.
"""
