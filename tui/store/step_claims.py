"""The claims of a view in step with its figures: what touched articles have a part in is weighed again."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tui.ledger.claims import claim_key, claims_of
from tui.ledger.model import Counts, FigureClaim
from tui.ledger.places import containment
from tui.ledger.standing import Standing, grade_claim
from tui.records import Kind
from tui.store.frames import SEPARATOR
from tui.store.groups import claim_row, standing_row
from tui.store.step import Guard, View, chunks, insert, marks
from tui.store.told import Reader, Told
from tui.store.weigh import reliability

if TYPE_CHECKING:
    from tui.store.library import Library

Subject = tuple[str | None, str]
"""Side and unit: claims of different ones have nothing to do with each other."""

_COUNTS = ("mentions", "outlets", "texts", "origins")
_CLAIM = (
    "id", "first", "last", "low", "high", "qualifier", "unit", "side", "place", "movement", "family", "increment",
    "per_unit", "claimant", "claimant_side", "stance", "realis",
)  # fmt: skip
_OWN = (*_CLAIM, *_COUNTS, "source", "claimants")
"""What follows from a claim's reports alone."""
_STANDING = ("agreeing", "against", "verdict", "grade")
"""What follows from how it stands to others."""


class ClaimStep:
    """One step of the claims of a view. `guard` raises, inside a transaction, where another process was quicker."""

    def __init__(self, library: Library, view: View, guard: Guard) -> None:
        from tui.extract.gazetteer import Gazetteer

        self._store = library.store
        self._view = view
        self._guard = guard
        self._reader = Reader(library.store, view.id, view.root_ids)
        self._contains = containment(Gazetteer.from_config(library.config))
        self._reliability = reliability(library.config)

    def run(self, touched: Sequence[int] | None, tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        """Weigh again what the touched articles have a part in (None: everything); how many claims changed."""
        changed = 0
        if touched is None:
            for side, unit in self._subjects():
                if cancelled():
                    break
                tell(f"Weighing the forces of {side or 'unknown sides'}")
                figures = self._reader.told(Kind.TROOP_FIGURE, "record.side IS ? AND record.unit = ?", (side, unit))
                changed += self._weigh((side, unit), figures, None)
            return changed
        for subject, (bases, told) in self._stale(touched).items():
            if cancelled():
                break
            changed += self._weigh(subject, [*self._others(bases, set(touched)), *told], bases)
        return changed

    def _subjects(self) -> list[Subject]:
        """Every side and unit that a figure or a claim of the view is about."""
        rows = self._store.read(
            "SELECT DISTINCT side, unit FROM figure UNION SELECT DISTINCT side, unit FROM claim WHERE view_id = ?",
            (self._view.id,),
        )
        return [(side, unit) for side, unit in rows]

    def _stale(self, touched: Sequence[int]) -> dict[Subject, tuple[set[str], list[Told]]]:
        """The keys that touched articles have or had a part in, by side and unit, and their figures."""
        stale: dict[Subject, tuple[set[str], list[Told]]] = defaultdict(lambda: (set(), []))
        for some in chunks(touched):
            rows = self._store.read(
                "SELECT DISTINCT claim.side, claim.unit, claim.base FROM claim_report JOIN claim "
                "ON claim.view_id = claim_report.view_id AND claim.id = claim_report.item "
                f"WHERE claim_report.view_id = ? AND claim_report.article_id IN ({marks(some)})",
                (self._view.id, *some),
            )
            for side, unit, base in rows:
                stale[side, unit][0].add(base)
            for told in self._reader.told(Kind.TROOP_FIGURE, f"record.article_id IN ({marks(some)})", some):
                record: Any = told.report.record
                bases, figures = stale[record.side, str(record.unit)]
                bases.add(_base(told))
                figures.append(told)
        return stale

    def _others(self, bases: Iterable[str], touched: set[int]) -> list[Told]:
        """The figures of untouched articles that have a part in these keys."""
        found: list[Told] = []
        for some in chunks(bases):
            found += self._reader.told(
                Kind.TROOP_FIGURE,
                "record.key IN (SELECT claim_report.key FROM claim JOIN claim_report "
                "ON claim_report.view_id = claim.view_id AND claim_report.item = claim.id "
                f"WHERE claim.view_id = ? AND claim.base IN ({marks(some)}))",
                (self._view.id, *some),
            )
        return [told for told in found if told.article_id not in touched]

    def _weigh(self, subject: Subject, told: Iterable[Told], bases: set[str] | None) -> int:
        """Make the claims of some keys (None: all of a subject) anew, and write what changed."""
        by_base: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            by_base[_base(one)].append(one)
        members: dict[str, list[Told]] = {}
        made: dict[str, tuple[str, FigureClaim]] = {}
        for base, of in by_base.items():
            by_key = {t.report.key: t for t in of}
            for claim in claims_of(claim_key(of[0].report), (t.report for t in of)):
                made[claim.id] = (base, claim)
                members[claim.id] = [by_key[r.key] for r in claim.reports]
        stored = self._stored(subject)
        before = {name: row for name, row in stored.items() if bases is None or row["base"] in bases}
        held = self._members(before) if bases is not None else self._members_of(subject)
        rows = {name: self._row(base, claim) for name, (base, claim) in made.items()}
        changed = {
            name: row
            for name, row in rows.items()
            if name not in before
            or any(before[name][c] != row[c] for c in _OWN)
            or held.get(name, set()) != {(t.key, t.article_id, t.report.text) for t in members[name]}
        }
        gone = before.keys() - rows.keys()
        standing = self._standing(stored, before, rows, {*changed, *gone})
        self._write(gone, {name: row | standing.pop(name) for name, row in changed.items()}, members, standing)
        return len(changed) + len(gone)

    def _row(self, base: str, claim: FigureClaim) -> dict[str, Any]:
        row = claim_row(claim, claim.reports)
        return {"base": base, **{c: row[c] for c in _OWN if c != "last"}, "first": claim.first, "last": claim.last}

    def _stored(self, subject: Subject) -> dict[str, dict[str, Any]]:
        """The claims of a subject as they are in the store."""
        names = ("base", *_OWN, *_STANDING)
        rows = self._store.read(
            f"SELECT {', '.join(names)} FROM claim WHERE view_id = ? AND side IS ? AND unit = ?",
            (self._view.id, *subject),
        )
        return {row[1]: dict(zip(names, row, strict=True)) for row in rows}

    def _members(self, claims: Iterable[str]) -> dict[str, set[tuple[int, int, str]]]:
        held: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for some in chunks(claims):
            rows = self._store.read(
                f"SELECT item, key, article_id, text FROM claim_report WHERE view_id = ? AND item IN ({marks(some)})",
                (self._view.id, *some),
            )
            for item, key, article_id, text in rows:
                held[item].add((key, article_id, text))
        return held

    def _members_of(self, subject: Subject) -> dict[str, set[tuple[int, int, str]]]:
        held: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        rows = self._store.read(
            "SELECT item, key, article_id, text FROM claim_report WHERE view_id = ?1 AND item IN "
            "(SELECT id FROM claim WHERE view_id = ?1 AND side IS ?2 AND unit = ?3)",
            (self._view.id, *subject),
        )
        for item, key, article_id, text in rows:
            held[item].add((key, article_id, text))
        return held

    def _standing(
        self,
        stored: dict[str, dict[str, Any]],
        before: dict[str, dict[str, Any]],
        rows: dict[str, dict[str, Any]],
        changed: set[str],
    ) -> dict[str, dict[str, Any]]:
        """How the changed claims stand, and those others whose standing changed with them."""
        now = {name: row for name, row in stored.items() if name not in before} | rows
        claims = {name: _claim(row) for name, row in now.items()}
        standing = Standing(self._contains)
        for claim in claims.values():
            standing.add(claim)
        near: set[str] = set()
        for name in changed:
            for row in (stored.get(name), rows.get(name)):
                if row is not None:
                    near |= standing.near(_claim(row)).keys()
        found = {}
        for name in near | (changed & claims.keys()):
            claim = claims[name]
            related = standing.related(claim)
            outlets = now[name]["source"].split(SEPARATOR)
            row = standing_row(claim.counts.origins, related, grade_claim(claim, related, outlets, self._reliability))
            if name in changed or any(stored[name][c] != row[c] for c in _STANDING):
                found[name] = row
        return found

    def _write(
        self,
        gone: Iterable[str],
        changed: dict[str, dict[str, Any]],
        members: dict[str, list[Told]],
        standing: dict[str, dict[str, Any]],
    ) -> None:
        view = self._view.id
        with self._store.transaction() as connection:
            self._guard(connection)
            for name in {*gone, *changed}:
                connection.execute("DELETE FROM claim_report WHERE view_id = ? AND item = ?", (view, name))
                connection.execute("DELETE FROM claim WHERE view_id = ? AND id = ?", (view, name))
            for name, row in changed.items():
                connection.execute(*insert("claim", {"view_id": view, **row}))
                connection.executemany(
                    # a figure whose key changed still stands in the claim it left, until that is written
                    "INSERT OR REPLACE INTO claim_report (view_id, key, article_id, item, text) VALUES (?, ?, ?, ?, ?)",
                    [(view, t.key, t.article_id, name, t.report.text) for t in members[name]],
                )
            for name, row in standing.items():
                sets = ", ".join(f"{c} = ?" for c in row)
                connection.execute(f"UPDATE claim SET {sets} WHERE view_id = ? AND id = ?", (*row.values(), view, name))


def _base(told: Told) -> str:
    return hashlib.sha256(claim_key(told.report).encode()).hexdigest()[:16]


def _claim(row: dict[str, Any]) -> FigureClaim:
    """A claim without its reports."""
    given = {c: row[c] for c in _CLAIM} | {"increment": bool(row["increment"])}
    return FigureClaim(**given, reports=(), counts=Counts(*(row[c] for c in _COUNTS)))
