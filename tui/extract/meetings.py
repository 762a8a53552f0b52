"""Diplomatic meetings of an article, as the codebook defines them.

Each sentence gives candidates (a verb or noun of meeting with the parties around it); pronouns and "the pair" are
resolved along the text; candidates of one encounter are folded; what is internal, unspecific or long past is dropped.
"""

from __future__ import annotations

import re

from tui.extract.analysis import Analysis
from tui.extract.meetings_day import tell_days
from tui.extract.meetings_fold import Encounter, Telling, fold
from tui.extract.meetings_reader import read_tellings
from tui.extract.model import Source
from tui.extract.realis import realis_of
from tui.extract.speakers import source_of
from tui.records import (
    DatePrecision,
    Kind,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Participant,
    Realis,
    Reason,
    record_id,
)


def find_meetings(analysis: Analysis) -> list[Meeting]:
    """The diplomatic meetings of the article, in the order of the text."""
    encounters = fold(read_tellings(analysis))
    tell_days(analysis, encounters)
    found = [_record(analysis, e) for e in encounters if _counts(e)]
    return sorted((m for m in found if m.realis is not Realis.HISTORICAL), key=lambda m: (m.start, m.id))


def _counts(e: Encounter) -> bool:
    """Is it a diplomatic contact of the codebook: two sides or a body of states, specific, not long past?"""
    sides = {p.side for p in e.parties if p.side}
    if e.visit:
        first = e.parties[0]
        abroad = e.place is not None and first.side not in (None, e.place.state, e.place.name)
        return abroad and (first.name is not None or bool(_SENT.search(first.role or "")))
    unknown = [p for p in e.parties if p.side is None]
    if len(sides) < 2 and not any(p.body for p in e.parties) and not (sides and unknown):
        return False
    if e.status in (MeetingStatus.PROPOSED, MeetingStatus.REFUSED) and not (e.place or e.date):
        return _offered(e)
    if e.place or e.date or e.medium or any(p.name for p in e.parties):
        return True
    real = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED)
    return any(t.sure and t.status in real for t in e.tellings)


_SENT = re.compile(
    r"envoy|delegat|official|minister|mediator|negotiator|diplomat|lawmaker|senator|representative|team|leader|"
    r"president|"
    r"secretar|chief|ambassador|director|commander|general|prince|king|pope|speaker|adviser|head",
    re.I,
)


def _offered(e: Encounter) -> bool:
    """ "Mr Biden proposed a summit with Mr Putin": an offer by name needs no day or place, readiness does."""
    named = {p.side for p in e.parties if p.name and p.side}
    return len(named) > 1 and any(
        t.sure and t.sort in ("summit", "meeting", "meet", "visit", "phone") and t.offer for t in e.tellings
    )


_REALIS = {MeetingStatus.PLANNED: Realis.PLANNED, MeetingStatus.PROPOSED: Realis.PLANNED}


def _record(analysis: Analysis, e: Encounter) -> Meeting:
    """The record of an encounter; its evidence is the sentence that tells most."""
    views = {v.index: v for v in analysis.views}
    best = max(
        e.tellings, key=lambda t: (not t.title, len(t.parties), t.place is not None, t.date is not None, -t.start)
    )
    view, s = views[best.sentence], views[best.sentence].sentence
    others = (i for i in dict.fromkeys(t.sentence for t in e.tellings) if i != best.sentence)
    source = source_of(view, best.start, best.end)
    realis = Realis.PLANNED if e.status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED) else Realis.ACTUAL
    if realis_of(view, best.start, best.end).realis is Realis.HISTORICAL or _long_past(e.date, view.anchor):
        realis = Realis.HISTORICAL
    dated, placed, lasting = e.dated, e.place_telling, e.lasting
    place = placed.place.name if placed is not None and placed.place is not None and e.medium is None else None
    return Meeting(
        id=record_id(analysis.article.text, Kind.MEETING, s.start, s.end, best.start),
        article=analysis.article.id,
        source=analysis.article.outlet,
        published=view.anchor or analysis.article.published_iso(),
        evidence=analysis.article.text[s.start : s.end],
        start=s.start,
        end=s.end,
        mentions=tuple((views[i].sentence.start, views[i].sentence.end) for i in (best.sentence, *others)),
        claimant=source.name if source else None,
        claimant_side=source.side if source else None,
        realis=realis,
        reasons=_reasons(e, best, source),
        participants=tuple(Participant(p.name, p.role, p.side) for p in e.parties),
        format=format_of(e),
        place=place,
        date=e.date,
        date_precision=dated.precision if dated else DatePrecision.UNKNOWN,
        status=e.status,
        duration_minutes=lasting.duration[0] if lasting and lasting.duration else None,
        outcome=e.outcome,
    )


def _long_past(date: str | None, anchor: str | None) -> bool:
    """More than a year before publication: historical in the codebook."""
    return date is not None and anchor is not None and date < f"{int(anchor[:4]) - 1:04d}{anchor[4:]}"[: len(date)]


def _reasons(e: Encounter, best: Telling, source: Source | None) -> tuple[Reason, ...]:
    """For each field the rule and the words that gave its value."""
    out = [Reason("participants", f"{t.sort}: who stands around it", *t.span) for t in e.tellings if t.parties]
    decisive = next((t for t in e.tellings if t.status is e.status and t.sure), best)
    out.append(Reason("status", decisive.status_found.rule, *decisive.words(decisive.status_found)))
    out.append(Reason("realis", "follows the status", *decisive.words(decisive.status_found)))
    medium = next((t for t in e.tellings if t.medium), None)
    out.append(
        Reason("format", "by phone or video" if medium else "sides, place and word of meeting", *(medium or best).span)
    )
    if e.dated is not None and e.dated.date is not None:
        out.append(Reason("date", e.dated.date.rule, *e.dated.words(e.dated.date)))
    if e.place_telling is not None and e.place_telling.place is not None:
        out.append(Reason("place", e.place_telling.place.rule, *e.place_telling.words(e.place_telling.place)))
    if e.lasting is not None and e.lasting.duration is not None:
        _, start, end = e.lasting.duration
        out.append(Reason("duration_minutes", "length of time", e.lasting.base + start, e.lasting.base + end))
    ended = next((t for t in e.tellings if t.outcome), None)
    if ended is not None and ended.outcome is not None:
        out.append(Reason("outcome", ended.outcome.rule, *ended.words(ended.outcome)))
    if source is not None:
        out.append(Reason("claimant", source.rule, *best.span))
    return tuple(out)


_SEVERAL = re.compile(
    r"ministers|leaders|chiefs|members|allies|states|countries|nations|presidents|heads|envoys|ambassadors|"
    r"council|powers",
    re.I,
)


def format_of(e: Encounter) -> MeetingFormat:
    """The codebook's format: three sides or a body are multilateral, whatever the medium."""
    if e.visit:
        return MeetingFormat.VISIT
    sides = {p.side for p in e.parties if p.side}
    bodies = [p for p in e.parties if p.body and (p.role is None or _SEVERAL.search(p.role))]
    if all(t.plural for t in e.tellings) and not bodies and e.medium is None:
        return MeetingFormat.IN_PERSON  # "her meetings with the leaders of Poland and Romania"
    if len(sides) > 2 or bodies or any(t.multilateral for t in e.tellings):
        return MeetingFormat.MULTILATERAL
    if e.medium is not None:
        return e.medium
    if e.place is not None or any(
        t.sort in ("meet", "meeting", "summit", "host", "gather", "meal", "visit", "travel", "sign") for t in e.tellings
    ):
        return MeetingFormat.IN_PERSON
    return MeetingFormat.UNSPECIFIED
