"""Reports, claims and events of a ledger as frames. See `tui.store.frames.SCHEMAS` for the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tui.ledger.ledger import Ledger
from tui.ledger.model import Event, FieldValue, FigureClaim, Grade, Report, Verdict, VerdictKind
from tui.records import Kind, Meeting
from tui.store.frames import GROUPS, SEPARATOR, first_day, record_row, row_ids, typed

if TYPE_CHECKING:
    import pandas as pd

CONTRADICTED, DISPUTED, AGREED, ALONE = "contradicted", "disputed", "agreed", "alone"


def frames(ledger: Ledger) -> dict[str, pd.DataFrame]:
    """The three record frames and the three frames of their groups."""
    claims = [(_told_claim(ledger, c), c.reports) for c in ledger.claims()]
    attacks = [(event_row(e, ledger.grade_event(e)), e.reports) for e in ledger.attacks()]
    meetings = [(event_row(e, ledger.grade_event(e)), e.reports) for e in ledger.meetings()]
    out: dict[str, pd.DataFrame] = {}
    for name, made in (("figures", claims), ("cyberattacks", attacks), ("meetings", meetings)):
        made.sort(key=lambda pair: (_backwards(pair[0]["day"]), pair[0]["id"]))
        rows = [row for row, _ in made]
        out[GROUPS[name]] = typed(GROUPS[name], _columns(GROUPS[name], rows))
        out[name] = _record_frame(name, made, [row["id"] for row in rows])
    return out


def _record_frame(name: str, made: Sequence[tuple[dict[str, Any], Sequence[Report]]], ids: list[str]) -> pd.DataFrame:
    """One row a report, in the order of the groups; within one, the earliest report first."""
    import pandas as pd

    rows = []
    for group, reports in made:
        for report in sorted(reports, key=lambda r: (r.record.published or "9999", r.key)):
            row = record_row(report.record)
            if name != "figures":  # an article that names no day still tells of the event's
                row["day"] = group["day"]
            row |= {"group": group["id"], "text": report.text, "outlets": group["outlets"],
                    "origins": group["origins"], "verdict": group["verdict"]}  # fmt: skip
            rows.append(row)
    data = _columns(name, rows)
    data["row"] = row_ids(data["id"], data["article"])
    data["group"] = pd.Series(pd.Categorical(data["group"], categories=pd.Index(ids, dtype="str")))
    return typed(name, data)


def _columns(name: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    from tui.store.frames import SCHEMAS

    return {c.name: [row.get(c.name) for row in rows] for c in SCHEMAS[name]}


def _told_claim(ledger: Ledger, claim: FigureClaim) -> dict[str, Any]:
    row = claim_row(claim, claim.reports)
    return row | standing_row(row["origins"], ledger.related(claim), ledger.grade(claim))


def claim_row(claim: FigureClaim, reports: Sequence[Report]) -> dict[str, Any]:
    """The columns of a claim that follow from its reports alone."""
    names = ("id", "low", "high", "qualifier", "unit", "side", "place", "movement", "family", "increment", "per_unit",
             "claimant", "claimant_side", "stance", "realis")  # fmt: skip
    return {
        **{name: getattr(claim, name) for name in names},
        "day": first_day(claim.last),
        "first": first_day(claim.first),
        **_weighed(reports, claim.counts),
    }


def standing_row(origins: int, related: Sequence[tuple[FigureClaim, Verdict]], grade: Grade) -> dict[str, Any]:
    """The columns of a claim that follow from how it stands to the `related` ones."""
    kinds = [answer.kind for _, answer in related]
    agreeing, against = kinds.count(VerdictKind.AGREE), kinds.count(VerdictKind.CONTRADICT)
    verdict = CONTRADICTED if against else _verdict(0, agreeing, origins)
    return {"agreeing": agreeing, "against": against, "verdict": verdict, "grade": str(grade)}


def event_row(event: Event, grade: Grade) -> dict[str, Any]:
    """The columns of an attack or a meeting."""
    row = _attack_row(event) if event.kind is Kind.CYBERATTACK else _meeting_row(event)
    row["verdict"] = _verdict(row["against"], 0, event.counts.origins)
    return row | {"agreeing": 0, "grade": str(grade)}


def _verdict(against: int, agreeing: int, origins: int) -> str:
    if against:
        return DISPUTED
    return AGREED if agreeing or origins > 1 else ALONE


def _backwards(day: str | None) -> tuple[int, ...]:
    """Sorts newest first, the unknown last."""
    return (0, -int(day.replace("-", ""))) if day else (1, 0)


def _attack_row(event: Event) -> dict[str, Any]:
    return {
        **_event_row(event, ("targets", "suspects", "attributions", "denials")),
        "type": _told(event, "type", "unspecified"),
        "effect": _told(event, "effect", "none_stated"),
        "against": len(_disputed(event)) + len(event.lists.get("denials", ())),
    }


def _meeting_row(event: Event) -> dict[str, Any]:
    records = [r.record for r in event.reports if isinstance(r.record, Meeting)]
    sides = dict.fromkeys(p.side for record in records for p in record.participants if p.side)
    minutes = _told(event, "duration_minutes", "")
    return {
        **_event_row(event, ("participants",)),
        "sides": SEPARATOR.join(sides),
        "format": _told(event, "format", "unspecified"),
        "place": _told(event, "place", "") or None,
        "minutes": int(minutes) if minutes else None,
        "outcome": _told(event, "outcome", "not_stated"),
        "against": len(_disputed(event)),
    }


def _event_row(event: Event, lists: Iterable[str]) -> dict[str, Any]:
    told = [r.record.published for r in event.reports if r.record.published]
    return {
        "id": event.id,
        "day": first_day(event.date) or first_day(min(told, default=None)),
        "date": event.date or "",
        "status": event.status,
        "realis": event.realis,
        "disputed": SEPARATOR.join(name.replace("duration_minutes", "minutes") for name in _disputed(event)),
        "history": SEPARATOR.join(f"{day} {status}".strip() for day, status in event.history),
        **{name: _joined(event.lists.get(name, ())) for name in lists},
        **_weighed(event.reports, event.counts),
    }


def _disputed(event: Event) -> list[str]:
    """The fields on which the articles differ; a status that changed with time is history, no dispute."""
    return [name for name in event.disputed() if name != "status"]


def _weighed(reports: Sequence[Report], counts: Any) -> dict[str, Any]:
    records = [r.record for r in reports]
    return {
        **{name: getattr(counts, name) for name in ("mentions", "outlets", "texts", "origins")},
        "source": SEPARATOR.join(dict.fromkeys(r.source for r in records if r.source)),
        "claimants": SEPARATOR.join(dict.fromkeys(r.claimant for r in records if r.claimant)),
    }


def _told(event: Event, name: str, otherwise: str) -> str:
    values = event.fields.get(name, ())
    return values[0].value if values else otherwise


def _joined(values: Sequence[FieldValue]) -> str:
    return SEPARATOR.join(v.value for v in values)
