"""Counts over articles: detection with its intervals, fields on what was detected, and what went wrong.

An annotation marked `optional` costs nothing to miss and nothing to report. A figure that an article repeats in the
same words counts once. Only annotated articles are scored; `{"article": ..., "kind": "none"}` names one that holds
nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tui.evaluate.match import Matcher, Row, plain, quotes

KINDS = ("troop_figure", "cyberattack", "meeting")


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % Wilson interval of a share."""
    if n == 0:
        return 0.0, 1.0
    p, d = hits / n, 1 + z * z / n
    middle, half = (p + z * z / (2 * n)) / d, z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass
class Tally:
    """Counts of one kind of record: `found` of `gold` annotations, `right` of `reported` records, `whole` of the found
    with every field right, and for each field its sum of agreements and their number.
    """

    gold: int = 0
    found: int = 0
    reported: int = 0
    right: int = 0
    whole: int = 0
    fields: dict[str, tuple[float, int]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Count `other` in."""
        self.gold += other.gold
        self.found += other.found
        self.reported += other.reported
        self.right += other.right
        self.whole += other.whole
        for name, (agreed, n) in other.fields.items():
            mine, m = self.fields.get(name, (0.0, 0))
            self.fields[name] = (mine + agreed, m + n)

    @property
    def precision(self) -> float:
        """The share of the reported records that are annotated."""
        return self.right / self.reported if self.reported else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated records that are reported."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, Any]:
        """The figures with their intervals."""
        return {
            "gold": self.gold,
            "reported": self.reported,
            "precision": self.precision,
            "precision_95": wilson(self.right, self.reported),
            "recall": self.recall,
            "recall_95": wilson(self.found, self.gold),
            "f1": self.f1,
            "whole": self.whole / self.gold if self.gold else 0.0,
            "fields": {name: agreed / n for name, (agreed, n) in self.fields.items()},
        }


@dataclass(frozen=True)
class Miss:
    """One thing that went wrong. `sort` is missed, spurious or wrong (then `field` says which, with both values)."""

    sort: str
    kind: str
    article: str
    sentence: str
    field: str = ""
    gold: Any = None
    found: Any = None


@dataclass
class Report:
    """The tallies of each kind over each article, and the misses."""

    articles: dict[str, dict[str, Tally]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def tallies(self, articles: Iterable[str] | None = None) -> dict[str, Tally]:
        """Kind -> counts over `articles` (all of them by default)."""
        out = {kind: Tally() for kind in KINDS}
        for article in self.articles if articles is None else articles:
            for kind, tally in self.articles.get(article, {}).items():
                out[kind].add(tally)
        return out

    def by(self, group_of: Mapping[str, str]) -> dict[str, dict[str, Tally]]:
        """Group -> kind -> counts, for a grouping of the articles; those in no group stand under "(none)"."""
        groups: dict[str, list[str]] = defaultdict(list)
        for article in self.articles:
            groups[group_of.get(article) or "(none)"].append(article)
        return {group: self.tallies(members) for group, members in sorted(groups.items())}


def evaluate(gold: Iterable[Row], found: Iterable[Row], matcher: Matcher) -> Report:
    """Compare the records `found` (as JSON objects) with the annotations `gold`, article by article."""
    annotated: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in gold:
        annotated[row["article"]][row["kind"]].append(row)
    reported: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in found:
        if row.get("article") in annotated:
            reported[row["article"]][row["kind"]].append(row)
    report = Report()
    for article in sorted(annotated):
        report.articles[article] = {
            kind: _compare(annotated[article][kind], _once(reported[article][kind]), matcher, report.misses)
            for kind in KINDS
        }
    return report


def _once(found: Sequence[Row]) -> list[Row]:
    """The records without the figures that repeat another one word for word."""
    seen: set[tuple[object, ...]] = set()
    out: list[Row] = []
    for row in found:
        if row["kind"] == "troop_figure":
            key = (row.get("low"), row.get("high"), *(plain(row.get(k)) for k in ("evidence", "place", "side")))
            if key in seen:
                continue
            seen.add(key)
        out.append(row)
    return out


def _compare(gold: Sequence[Row], found: Sequence[Row], matcher: Matcher, misses: list[Miss]) -> Tally:
    """One article and kind: pair the records off, the best matches first, and count."""
    scores = [(matcher.score(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    partner: dict[int, int] = {}
    for score, i, j in sorted(scores, reverse=True):
        if score > 0 and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    tally = Tally()
    optional = {j for i, j in partner.items() if gold[i].get("optional")}
    for i, row in enumerate(gold):
        if row.get("optional"):
            continue
        tally.gold += 1
        if i not in partner:
            misses.append(Miss("missed", row["kind"], row["article"], (quotes(row) or [""])[0], gold=row))
            continue
        tally.found += 1
        agreed = matcher.fields(row, found[partner[i]])
        tally.whole += all(v == 1 for v in agreed.values())
        for name, value in agreed.items():
            total, n = tally.fields.get(name, (0.0, 0))
            tally.fields[name] = (total + value, n + 1)
            if value < 1:
                misses.append(_wrong(name, row, found[partner[i]]))
    for j, row in enumerate(found):
        if j in optional:
            continue
        tally.reported += 1
        if j in partner.values():
            tally.right += 1
        else:
            misses.append(Miss("spurious", row["kind"], row["article"], row.get("evidence") or "", found=row))
    return tally


def _wrong(name: str, gold: Row, found: Row) -> Miss:
    def value(row: Row) -> Any:
        return (row.get("low"), row.get("high")) if name == "value" else row.get(name)

    sentence = (quotes(gold) or [""])[0]
    return Miss("wrong", gold["kind"], gold["article"], sentence, name, value(gold), value(found))
