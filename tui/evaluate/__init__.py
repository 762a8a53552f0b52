"""Measuring extraction against annotations, by the protocol of docs/accuracy.md. Pure: reads no files."""

from tui.evaluate.score import KINDS, Miss, Report, Tally, evaluate, wilson

__all__ = ["KINDS", "Miss", "Report", "Tally", "evaluate", "wilson"]
