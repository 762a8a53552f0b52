"""newsdash: a situation desk in a terminal."""

__version__ = "0.1.0"
