"""Numbers: newsdash's quantity grammar beside quantulum3, text2num and Recognizers-Text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from benchmarks.peer_data import Case
from benchmarks.peer_versions import imported, version
from tui.extract.quantities import find_quantities

Interval = tuple[int | None, int | None, str | None]  # low, high and qualifier, None where the tool has none
Reader = Callable[[str], Iterable[Interval]]


def readers() -> dict[str, Reader]:
    """newsdash and whatever of the others is installed, by name and version."""
    out: dict[str, Reader] = {version("newsdash"): _ours}
    if imported("quantulum3") is not None:
        import quantulum3.classifier
        from quantulum3 import parser

        quantulum3.classifier.USE_CLF = False  # its pickled classifier opens under old scikit-learn alone
        out[version("quantulum3")] = lambda text: [_quantulum(q.value, q.uncertainty) for q in parser.parse(text)]
    if imported("text_to_num") is not None:
        from text_to_num import alpha2digit

        out[version("text2num")] = lambda text: [_point(d) for d in _DIGITS.findall(alpha2digit(text, "en"))]
    if imported("recognizers_number") is not None:
        from recognizers_number import recognize_number

        out[version("recognizers-text-number")] = lambda text: [
            _point(str(found.resolution["value"])) for found in recognize_number(text, "en-us") if found.resolution
        ]
    return out


def compare(cases: list[Case]) -> None:
    """Print how many of the annotated figures each tool reads, in the sentence that states them."""
    figures = [c for c in cases if c.gold["kind"] == "troop_figure"]
    print(f"\nNumbers: {len(figures)} annotated figures\n")
    print("| tool | numbers right | interval right | qualifier right |\n| --- | --- | --- | --- |")
    for name, read in readers().items():
        right: dict[str, int] = defaultdict(int)
        for case in figures:
            wanted = (case.gold["low"], case.gold["high"])
            found = [i for view in case.views for i in read(view.text)]
            right["numbers"] += any(_bounds(i) == _bounds(wanted) for i in found)
            right["interval"] += any(i[:2] == wanted for i in found)
            right["qualifier"] += any(_bounds(i) == _bounds(wanted) and i[2] == case.gold["qualifier"] for i in found)
        print(f"| {name} | {right['numbers']} | {right['interval']} | {right['qualifier']} |")


def _bounds(interval: Interval | tuple[int | None, int | None]) -> set[int]:
    return {n for n in interval[:2] if isinstance(n, int)}


def _ours(text: str) -> list[Interval]:
    return [(q.low, q.high, q.qualifier.value) for q in find_quantities(text)]


_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _point(digits: str) -> Interval:
    value = round(float(digits.replace(",", "")))
    return value, value, None


def _quantulum(value: float, uncertainty: float | None) -> Interval:
    if uncertainty:
        return round(value - uncertainty), round(value + uncertainty), "range"
    return round(value), round(value), None
