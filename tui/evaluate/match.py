"""Whether a record that was found is the one that was annotated, and which of its fields agree.

Names are the same under their canonical forms (the gazetteer's), without titles, or where one is the other's surname or
a part of it. Sentences are the same where one holds the other, or most of the shorter one's words in their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui.extract.gazetteer import Gazetteer
from tui.extract.model import MentionKind

Row = Mapping[str, Any]

_TITLES = frozenset(
    "mr mrs ms miss sir dame dr president prime minister foreign defence defense secretary chancellor general gen vice "
    "admiral the former head chief of state senior".split()
)
# Movements that careful annotators do not tell apart.
_FAMILY = {
    "massed": "in place", "present": "in place", "deployed": "moving in", "to_be_sent": "moving in",
}


def plain(text: str | None) -> str:
    """Lower-case ASCII words and digits of `text`, one space between them."""
    flat = unicodedata.normalize("NFKD", text or "")
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", flat.lower().replace("'s ", " ").replace("’s ", " ")))


def same_text(a: str, b: str) -> bool:
    """One holds the other, or at least 60 % of the shorter one's words (four or more) stand in the longer, in order."""
    plain_a, plain_b = plain(a), plain(b)
    if not plain_a or not plain_b:
        return False
    if plain_a in plain_b or plain_b in plain_a:
        return True
    short, long_ = sorted((plain_a.split(), plain_b.split()), key=len)
    if len(short) < 4:
        return False
    row = [0] * (len(long_) + 1)
    for word in short:
        diagonal = 0
        for j, other in enumerate(long_, 1):
            diagonal, row[j] = row[j], diagonal + 1 if word == other else max(row[j], row[j - 1])
    return row[-1] / len(short) >= 0.6


class Matcher:
    """Compares records under the names that a gazetteer knows."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._adjectives = {plain(k) for k, e in gazetteer.entries.items() if e.form == "adjective"}
        self._keys: dict[str, str] = {}
        self._sides: set[str] = set()  # the keys that are those of a side

    def key(self, name: str | None) -> str:
        """The name in its canonical form, plain and without titles."""
        name = name or ""
        if name not in self._keys:
            self._keys[name] = self._key(name)
        return self._keys[name]

    def _key(self, name: str) -> str:
        known = self._gazetteer.entry(name.removeprefix("the "))
        if known is not None and known.kind is MentionKind.SIDE and known.side:
            self._sides.add(plain(known.side))
            return plain(known.side)
        words = plain(name).split()
        kept = [w for w in words if w not in _TITLES and w not in self._adjectives] or words
        return " ".join(kept)

    def same_name(self, a: str | None, b: str | None) -> bool:
        """Whether two names mean the same; two absent names do."""
        key_a, key_b = self.key(a), self.key(b)
        if not key_a or not key_b:
            return key_a == key_b
        if key_a == key_b or {key_a, key_b} <= self._sides:
            return key_a == key_b  # "Sudan" is no part of "South Sudan"
        words_a, words_b = key_a.split(), key_b.split()
        if words_a[-1] == words_b[-1]:
            return len(words_a) == 1 or len(words_b) == 1 or words_a[0][0] == words_b[0][0]
        short, long_ = sorted((words_a, words_b), key=len)
        return any(long_[i : i + len(short)] == short for i in range(len(long_) - len(short) + 1))

    def list_f1(self, gold: Iterable[str], found: Iterable[str]) -> float:
        """The F1 of a list's members; 1 for two empty lists."""
        wanted, rest = list(gold), list(found)
        size = len(wanted) + len(rest)
        hits = 0
        for name in wanted:
            partner = next((i for i, p in enumerate(rest) if self.same_name(name, p) or same_text(name, p)), None)
            if partner is not None:
                hits += 1
                rest.pop(partner)
        return 2 * hits / size if size else 1.0

    def score(self, gold: Row, found: Row) -> float:
        """How well a found record matches an annotated one of the same kind; 0 where they are not the same."""
        match gold["kind"]:
            case "troop_figure":
                return self._figure(gold, found)
            case "cyberattack":
                return self._cyberattack(gold, found)
            case _:
                return self._meeting(gold, found)

    def _figure(self, gold: Row, found: Row) -> float:
        if not _numbers(gold) & _numbers(found) or not _share_a_sentence(gold, found):
            return 0.0
        agree = [self.same_name(gold.get(key), found.get(key)) for key in ("side", "place")]
        same_unit = gold.get("unit") == found.get("unit")
        return 1 + (_numbers(gold) == _numbers(found)) + 0.5 * sum(agree) + 0.2 * same_unit

    def _cyberattack(self, gold: Row, found: Row) -> float:
        if (gold.get("realis") == "conditional") != (found.get("realis") == "conditional"):
            return 0.0
        targets = gold.get("targets") or []
        theirs = found.get("targets") or []
        shared = sum(any(self.same_name(t, u) or same_text(t, u) for u in theirs) for t in targets)
        return _share_a_sentence(gold, found) + shared / max(1, len(targets))

    def _meeting(self, gold: Row, found: Row) -> float:
        share = self._parties(gold, found)
        if share < 0.5 or not _share_a_sentence(gold, found):
            return 0.0
        return share + 0.5 * _equal("date", gold, found) + 0.3 * _equal("format", gold, found)

    def _parties(self, gold: Row, found: Row) -> float:
        """The share of the smaller list of participants that has a partner in the other: by name, else by side."""
        ours, theirs = gold.get("participants") or [], list(found.get("participants") or [])
        smaller = min(len(ours), len(theirs))
        hits = 0
        for p in ours:
            partner = next((i for i, q in enumerate(theirs) if self._same_party(p, q)), None)
            if partner is not None:
                hits += 1
                theirs.pop(partner)
        return hits / smaller if smaller else 0.0

    def _same_party(self, a: Row, b: Row) -> bool:
        if a.get("name") and b.get("name"):
            return self.same_name(a["name"], b["name"])
        return bool(a.get("side") and b.get("side")) and self.same_name(a["side"], b["side"])

    def fields(self, gold: Row, found: Row) -> dict[str, float]:
        """Field -> 1.0 right, 0.0 wrong; lists give the F1 of their members."""

        def same(key: str) -> float:
            return float(self.same_name(gold.get(key), found.get(key)))

        def names(row: Row, key: str, part: str) -> list[str]:
            return [item[part] for item in row.get(key) or () if item.get(part)]

        match gold["kind"]:
            case "troop_figure":
                return {
                    "value": float((gold.get("low"), gold.get("high")) == (found.get("low"), found.get("high"))),
                    "qualifier": _equal("qualifier", gold, found),
                    "unit": _equal("unit", gold, found),
                    "side": same("side"),
                    "place": same("place"),
                    "movement": float(_family(gold) == _family(found)),
                    "claimant": same("claimant"),
                    "realis": _equal("realis", gold, found),
                }
            case "cyberattack":
                lists = {key: self.list_f1(gold.get(key) or (), found.get(key) or ()) for key in _NAMES}
                by = {key: self.list_f1(names(gold, key, "by"), names(found, key, "by")) for key in _BY}
                return {**lists, "type": _equal("type", gold, found), "date": _equal("date", gold, found), **by}
            case _:
                return {
                    "participants": self.list_f1(_labels(gold), _labels(found)),
                    "format": _equal("format", gold, found),
                    "status": _equal("status", gold, found),
                    "place": same("place"),
                    "date": _equal("date", gold, found),
                }


_NAMES = ("targets", "suspects")
_BY = ("denials", "attributions")


def _equal(key: str, gold: Row, found: Row) -> float:
    return float(gold.get(key) == found.get(key))


def _family(row: Row) -> str | None:
    return _FAMILY.get(row.get("movement") or "", row.get("movement"))


def _labels(row: Row) -> list[str]:
    return [p.get("name") or p.get("side") or "" for p in row.get("participants") or ()]


def _numbers(row: Row) -> set[int]:
    return {int(v) for v in (row.get("low"), row.get("high")) if v is not None}


def quotes(row: Row) -> Sequence[str]:
    """The annotated sentences of a gold record."""
    return row.get("quotes") or ([row["quote"]] if row.get("quote") else [])


def _share_a_sentence(gold: Row, found: Row) -> bool:
    said = [found.get("evidence") or "", *found.get("mention_texts", ())]
    return any(same_text(q, s) for q in quotes(gold) for s in said if s)
