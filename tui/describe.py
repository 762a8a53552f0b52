"""A record in words: its headline, all its fields, and the citation that goes with a quotation. No screen needed."""

from __future__ import annotations

from tui import words
from tui.corpus.model import Article
from tui.records import Cyberattack, Meeting, Realis, Record, Stance, TroopFigure

KIND_WORDS = {"troop_figure": "troop figure", "cyberattack": "cyberattack", "meeting": "meeting"}


def headline(record: Record) -> str:
    """What the record says, in one line: '>100,000 troops · Russia · massed · Ukraine border'."""
    return " · ".join(part for part in _headline(record) if part and part != words.UNKNOWN)


def voice(record: Record) -> str:
    """Who vouches for it, and how it is told: 'Joe Biden (United States) · planned'."""
    if record.claimant is None:
        who = f"{record.source or 'the outlet'} in its own voice"
    else:
        side = record.claimant_side
        who = record.claimant + (f" ({side})" if side and side != record.claimant else "")
    verb = {Stance.ASSERTS: "says", Stance.DENIES: "denied by", Stance.DOUBTS: "doubted by"}[record.stance]
    parts = [f"{verb} {who}"]
    if record.realis is not Realis.ACTUAL:
        parts.append(f"told as {record.realis}")
    return " · ".join(parts)


def facts(record: Record) -> list[tuple[str, str]]:
    """Every field as (label, words), unknown ones shown as unknown; for the detail view and `newsdash show`."""
    out = [("kind", KIND_WORDS[record.kind])]
    if isinstance(record, TroopFigure):
        out += [
            ("number", words.number(record.low, record.high, record.qualifier, record.increment)),
            ("stated as", words.code(record.qualifier)),
            ("unit", words.code(record.unit)),
            ("people in each", words.UNKNOWN if record.per_unit is None else f"{record.per_unit:,}"),
            ("side", record.side or words.UNKNOWN),
            ("does", words.code(record.movement)),
            ("where", record.place or words.UNKNOWN),
            ("as of", record.as_of or words.UNKNOWN),
        ]
    elif isinstance(record, Cyberattack):
        out += [
            ("targets", ", ".join(record.targets) or words.UNKNOWN),
            ("how", words.code(record.type)),
            ("status", words.code(record.status)),
            ("began", record.date or words.UNKNOWN),
            ("effect", words.code(record.effect)),
            ("blamed", ", ".join(record.suspects) or words.UNKNOWN),
            *(("blames", _blames(a.by, a.to, a.basis)) for a in record.attributions),
            *(("denies", f"{d.by} denies {d.of}") for d in record.denials),
        ]
    elif isinstance(record, Meeting):
        out += [
            *(("who", _participant(p.name, p.role, p.side)) for p in record.participants),
            ("how", words.code(record.format, words.FORMAT_WORDS)),
            ("where", record.place or words.UNKNOWN),
            ("day", record.date or words.UNKNOWN),
            ("status", words.code(record.status)),
            ("length", words.minutes(record.duration_minutes)),
            ("outcome", words.code(record.outcome)),
        ]
    return [
        *out,
        ("who says so", record.claimant or f"{record.source or 'the outlet'}, in its own voice"),
        ("their side", record.claimant_side or words.UNKNOWN),
        ("stance", str(record.stance)),
        ("told as", str(record.realis)),
        ("outlet", record.source or words.UNKNOWN),
        ("published", record.published or words.UNKNOWN),
        ("article", record.article),
        ("sentences", f"{len(record.mentions)}"),
        ("id", record.id),
    ]


def citation(record: Record, article: Article | None) -> str:
    """The sentence with where it stands: for a report."""
    parts = [record.source or "outlet unknown"]
    if article is not None and article.title:
        parts.append(f"“{article.title}”")
    parts.append(record.published or "date unknown")
    if article is not None and article.url:
        parts.append(article.url)
    parts.append(f"{record.article}, characters {record.start}–{record.end}")
    return f"“{' '.join(record.evidence.split())}” ({', '.join(parts)})"


def _headline(record: Record) -> list[str]:
    if isinstance(record, TroopFigure):
        number = words.number(record.low, record.high, record.qualifier, record.increment)
        unit = words.code(record.unit)
        each = f" of {record.per_unit:,}" if record.per_unit else ""
        return [f"{number} {unit}{each}", record.side or "", words.code(record.movement), record.place or ""]
    if isinstance(record, Cyberattack):
        blamed = f"blamed: {', '.join(record.suspects)}" if record.suspects else ""
        denied = f"denied by {', '.join(dict.fromkeys(d.by for d in record.denials))}" if record.denials else ""
        return [f"{words.code(record.type, words.TYPE_WORDS)} on {', '.join(record.targets) or 'an unnamed target'}",
                record.date or "", blamed, denied]  # fmt: skip
    if isinstance(record, Meeting):
        who = ", ".join(p.name or p.role or p.side or "unnamed" for p in record.participants)
        length = words.minutes(record.duration_minutes)
        return [who or "unnamed parties", words.code(record.format, words.FORMAT_WORDS), record.place or "",
                record.date or "", words.code(record.status), length,
                words.code(record.outcome, words.OUTCOME_WORDS)]  # fmt: skip
    return []


def _blames(by: str, to: str | None, basis: str | None) -> str:
    said = f"{by} blames {to}" if to else f"{by} withholds blame"
    return f"{said}: “{basis}”" if basis else said


def _participant(name: str | None, role: str | None, side: str | None) -> str:
    parts = [p for p in (name, role, side) if p]
    return ", ".join(dict.fromkeys(parts)) or "unnamed"
