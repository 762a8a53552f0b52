"""A situation brief: what is claimed up to a day, every statement with its sources and its four counts.

`brief` makes the content; `as_markdown`, `as_html` and `as_json` only write it down.
"""

from __future__ import annotations

import html
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from tui.ledger.ledger import Ledger
from tui.ledger.model import Counts, Event, FigureClaim, Report, VerdictKind
from tui.records import Kind, MeetingStatus, Realis


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of the brief. `id` leads back to the claim or event, `sources` to the articles that carry it."""

    id: str
    text: str
    sources: tuple[str, ...]
    counts: Counts
    grade: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its statements."""

    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief as it was known at the end of `as_of` (None: now)."""

    as_of: str | None
    articles: int
    outlets: int
    sections: tuple[Section, ...]


def brief(ledger: Ledger, as_of: str | None = None) -> Brief:
    """The brief of what `ledger` holds. Give it a ledger of the articles up to `as_of` for an earlier picture."""
    claims, attacks, meetings = ledger.claims(), ledger.attacks(), ledger.meetings()
    reports = [r for held in (claims, attacks, meetings) for item in held for r in item.reports]
    told = [
        Section("Troop figures", tuple(_figures(ledger, claims))),
        Section("Cyberattacks", tuple(_event(ledger, e) for e in attacks if e.realis != Realis.CONDITIONAL)),
        Section("Warnings of cyberattacks", tuple(_event(ledger, e) for e in attacks if e.realis == "conditional")),
        Section("Meetings held or under way", tuple(_event(ledger, e) for e in meetings if _happened(e))),
        Section("Meetings ahead or called off", tuple(_event(ledger, e) for e in meetings if not _happened(e))),
    ]
    return Brief(
        as_of,
        len({r.record.article for r in reports}),
        len({r.record.source for r in reports if r.record.source}),
        tuple(s for s in told if s.statements),
    )


def _figures(ledger: Ledger, claims: Sequence[FigureClaim]) -> Iterable[Statement]:
    """By side and place, the most reported first."""
    places: dict[tuple[str, str], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        places[claim.side or "Unknown side", claim.place or "place not stated"].append(claim)
    ranked = sorted(places.values(), key=lambda held: (-sum(c.counts.mentions for c in held), held[0].id))
    for held in ranked:
        for claim in sorted(held, key=lambda c: (-c.counts.origins, -c.counts.mentions, c.id)):
            against = tuple(
                f"{other.claimant or 'outlets'}: {value(other)} ({answer.why})"
                for other, answer in ledger.related(claim)
                if answer.kind is VerdictKind.CONTRADICT
            )
            yield Statement(
                claim.id, sentence(claim), _sources(claim.reports), claim.counts, str(ledger.grade(claim)), against
            )


def sentence(claim: FigureClaim) -> str:
    """A claim in words."""
    who = claim.claimant or "Outlets, in their own voice"
    verb = {"denies": "denies", "doubts": "doubts"}.get(claim.stance, "says" if claim.claimant else "say")
    more = "more " if claim.increment else ""
    each = f" of {claim.per_unit:,} each" if claim.per_unit else ""
    where = f", {claim.place}" if claim.place else ""
    realis = "" if claim.realis == Realis.ACTUAL else f", {claim.realis}"
    day = f" ({claim.first})" if claim.first else ""
    unit = claim.unit.replace("_", " ")
    movement = claim.movement.replace("_", " ")
    return f"{who} {verb}: {value(claim)} {more}{claim.side or 'unknown'} {unit}{each} {movement}{where}{realis}{day}"


def value(claim: FigureClaim) -> str:
    """The number as it was hedged."""
    words = {
        "about": "about ", "just_below": "nearly ", "more_than": "more than ", "at_least": "at least ",
        "up_to": "up to ", "fewer_than": "fewer than ",
    }  # fmt: skip
    if claim.low is not None and claim.high is not None and claim.low != claim.high:
        return f"{claim.low:,} to {claim.high:,}"
    number = claim.low if claim.low is not None else claim.high
    return f"{words.get(claim.qualifier, '')}{number:,}" if number is not None else "an unknown number of"


def _event(ledger: Ledger, event: Event) -> Statement:
    against = tuple(v.value for v in event.lists.get("denials", ()))
    disputed = tuple(
        f"{name}: " + " or ".join(f"{v.value} ({', '.join(_outlets(v.reports))})" for v in event.fields[name])
        for name in event.disputed()
        if name != "status"  # its change over time is in the history
    )
    return Statement(
        event.id, event_sentence(event), _sources(event.reports), event.counts, str(ledger.grade_event(event)),
        against + disputed,
    )  # fmt: skip


def event_sentence(event: Event) -> str:
    """An event in words."""

    def listed(name: str) -> str:
        return ", ".join(v.value for v in event.lists.get(name, ()))

    def field(name: str) -> str:
        values = event.fields.get(name, ())
        return values[0].value.replace("_", " ") if values else ""

    when = event.date or "date not stated"
    if event.kind is Kind.MEETING:
        parts = [f"{listed('participants')}: {field('format') or 'contact'}"]
        parts += [f"in {field('place')}"] if field("place") else []
        parts += [when, event.status.replace("_", " ")]
        parts += [field("outcome")] if field("outcome") else []
        parts += [f"{field('duration_minutes')} minutes"] if field("duration_minutes") else []
        return ", ".join(parts)
    parts = [f"{field('type') or 'attack'} on {listed('targets') or 'an unnamed target'}", when]
    parts += [event.status] if event.status != "unspecified" else []
    parts += [field("effect")] if field("effect") else []
    parts += [f"suspected: {listed('suspects')}"] if listed("suspects") else []
    parts += [f"attribution: {listed('attributions')}"] if listed("attributions") else []
    return ", ".join(parts)


def _happened(event: Event) -> bool:
    return event.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)


def _sources(reports: Sequence[Report]) -> tuple[str, ...]:
    records = [r.record for r in reports]
    return tuple(
        sorted({f"{r.source or 'unknown outlet'} {r.published or 'undated'} ({r.article})" for r in records})
    )


def _outlets(reports: Sequence[Report]) -> list[str]:
    return sorted({r.record.source or "unknown outlet" for r in reports})


def counts_words(counts: Counts) -> str:
    """The four counts in words."""
    named = zip(
        (counts.mentions, counts.outlets, counts.texts, counts.origins),
        ("mention", "outlet", "text", "origin"),
        strict=True,
    )
    return ", ".join(f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in named)


def as_markdown(made: Brief) -> str:
    """Markdown."""
    out = [f"# Situation brief{_title(made)}", "", _basis(made), ""]
    for section in made.sections:
        out += [f"## {section.title}", ""]
        for s in section.statements:
            out.append(f"- {_md(s.text)} [{s.grade}; {counts_words(s.counts)}]")
            out += [f"  - against: {_md(a)}" for a in s.against]
            out.append(f"  - {s.id}: {_md('; '.join(s.sources))}")
        out.append("")
    return "\n".join(out)


def as_html(made: Brief) -> str:
    """One HTML page, nothing loaded from elsewhere."""
    out = [
        '<!doctype html><html lang="en"><meta charset="utf-8">',
        f"<title>Situation brief{html.escape(_title(made))}</title>",
        "<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}small{color:#555}</style>",
        f"<h1>Situation brief{html.escape(_title(made))}</h1><p>{html.escape(_basis(made))}</p>",
    ]
    for section in made.sections:
        out.append(f"<h2>{html.escape(section.title)}</h2><ul>")
        for s in section.statements:
            against = "".join(f"<br>against: {html.escape(a)}" for a in s.against)
            small = html.escape(f"{s.grade}; {counts_words(s.counts)}; {s.id}: {'; '.join(s.sources)}")
            out.append(f"<li>{html.escape(s.text)}{against}<br><small>{small}</small></li>")
        out.append("</ul>")
    return "\n".join([*out, "</html>"])


def as_json(made: Brief) -> str:
    """JSON, one object."""
    return json.dumps(asdict(made), ensure_ascii=False, indent=1)


def _title(made: Brief) -> str:
    return f" as of {made.as_of}" if made.as_of else ""


def _basis(made: Brief) -> str:
    return (
        f"From {made.articles} articles of {made.outlets} outlets. In brackets: the Admiralty grade (source A-F, "
        "information 1-6), sentences that say it, outlets, distinct texts, independent origins."
    )


def _md(text: str) -> str:
    """Article text cannot become markup."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in text)
