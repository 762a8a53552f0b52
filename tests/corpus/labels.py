"""Lines labelled by hand: FILE.tsv holds `line` or `first-last`, a tab, and the class; blank lines have no label."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tui.corpus.model import TEXT_CLASSES, Article, LineClass

LABELS = Path(__file__).resolve().parent.parent / "labels"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of lines. `kept`: no text, but read as text; `dropped`: text, but not read; `other`: another class."""

    lines: int
    text: int
    kept: int
    dropped: int
    other: Counter[tuple[str, str]]

    @property
    def boilerplate(self) -> int:
        return self.lines - self.text


def read_labels(path: Path) -> dict[int, LineClass]:
    """Line number (from 1) -> class."""
    out: dict[int, LineClass] = {}
    for row in path.read_text(encoding="utf-8").splitlines():
        where, cls = row.split("\t")
        first, _, last = where.partition("-")
        for number in range(int(first), int(last or first) + 1):
            out[number] = LineClass(cls)
    return out


def compare(article: Article, labels: dict[int, LineClass]) -> Agreement:
    """How the classes of the article's lines agree with the labels."""
    filled = {n: line.cls for n, line in enumerate(article.lines, 1) if line.cls is not LineClass.BLANK}
    labelled = {n: labels[n] for n in filled}
    kept = sum(filled[n] in TEXT_CLASSES and labelled[n] not in TEXT_CLASSES for n in filled)
    dropped = sum(filled[n] not in TEXT_CLASSES and labelled[n] in TEXT_CLASSES for n in filled)
    other = Counter((str(labelled[n]), str(filled[n])) for n in filled if filled[n] is not labelled[n])
    return Agreement(len(filled), sum(c in TEXT_CLASSES for c in labelled.values()), kept, dropped, other)
