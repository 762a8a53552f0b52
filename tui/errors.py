"""Errors that a user may see."""


class UserError(Exception):
    """One sentence for the user: what is wrong, where (file, line, key), what to do.

    Raised anywhere below the command line; `tui.cli` prints it on stderr and leaves with exit code 2.
    """
