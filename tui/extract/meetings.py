"""Diplomatic meetings of an article, as the codebook defines them.

Each sentence gives candidates (a verb or noun of meeting with the parties around it); pronouns and "the pair" are
resolved along the text; candidates of one encounter are folded; what is internal, unspecific or long past is dropped.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from tui.corpus.model import LineClass
from tui.extract.analysis import Analysis
from tui.extract.meetings_candidates import Candidate, find_candidates
from tui.extract.meetings_clause import Clauses
from tui.extract.meetings_details import (
    PURPOSE,
    Place,
    date_of,
    destinations,
    duration_of,
    outcome_of,
    place_of,
    precision_of,
    spread,
    status_of,
)
from tui.extract.meetings_fold import Encounter, Telling, fold
from tui.extract.meetings_lexicon import INTERNAL, MULTI_WORDS, PHONE_WORDS, VIDEO_WORDS
from tui.extract.meetings_parties import Group, Party, groups_of, parties_of
from tui.extract.model import DateMention, SentenceView
from tui.extract.realis import realis_of
from tui.extract.speakers import source_of
from tui.extract.titles import Office, office_of
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
    reader = _Reader(analysis)
    tellings = [t for view in analysis.views for t in reader.tellings(view)]
    found = [_record(analysis, e) for e in fold(tellings) if _counts(analysis, e)]
    return sorted(found, key=lambda m: (m.start, m.id))


@dataclass
class _Reader:
    """Reads the sentences in order and remembers who was spoken of."""

    analysis: Analysis
    people: list[Party] = field(default_factory=list)  # named persons of the sentences so far, the latest last
    subject: Party | None = None  # the first person of the latest sentence that had one
    last_day: str | None = None  # the latest day that a meeting was dated with
    both: list[Party] = field(default_factory=list)  # the latest two or more parties that met or were listed

    def tellings(self, view: SentenceView) -> list[Telling]:
        """What the sentence tells of encounters."""
        parties = parties_of(view, self.analysis.people, self.analysis.gazetteer)
        groups = groups_of(view.text, parties)
        clauses = Clauses(view.text, groups)
        out = []
        for c in find_candidates(view.text, groups, self._pair):
            self._resolve(view, c, groups)
            out += self._telling(view, c, clauses)
        named = [p for p in parties if p.name]
        if named:
            self.people += named
            self.subject = named[0]
        return out

    def _pair(self, words: str) -> list[Party]:
        """ "Trump-Kim" as two parties."""
        out = []
        for word in re.split("[-/]", words):
            person = self.analysis.people.named(word)
            side = self.analysis.gazetteer.entry(word)
            if person is not None:
                out.append(Party(0, 0, person.name, person.role, person.side))
            elif side is not None and side.side is not None:
                out.append(Party(0, 0, None, None, side.side, side.role == "organisation"))
        return out

    def _resolve(self, view: SentenceView, c: Candidate, groups: list[Group]) -> None:
        """Give pronouns and "the pair" their parties."""
        if c.anaphor in ("he", "she"):
            at = c.anaphor_at if c.anaphor_at >= 0 else c.start
            earlier = [p for g in groups if g.end <= at for p in g.parties if p.name and p not in c.parties]
            sayer = [p for p in earlier if _SAYS.fullmatch(view.text[p.end : at])]
            who = (sayer or earlier or [self.subject])[0]
            if who is not None and who.name not in {p.name for p in c.parties}:
                c.parties.insert(0, who)
        elif c.anaphor in ("i", "we"):
            source = source_of(view, c.start, c.end)
            if source is not None and source.name and c.anaphor == "i":
                c.parties.insert(0, Party(c.start, c.end, source.name, None, source.side))
            elif source is not None and source.side and c.anaphor == "we":
                speaker = source.name if not c.parties else None
                c.parties.insert(0, Party(c.start, c.end, speaker, None, source.side))
                if len(c.parties) == 1:  # "a point I made to President Putin when we spoke"
                    c.parties += [p for g in groups if g.end <= c.start for p in g.parties if p.name != speaker][-1:]
        elif c.anaphor == "it":
            earlier = [
                p for g in groups if g.end <= c.start for p in g.parties if p.body or (p.name is None and p.side)
            ]
            if earlier and earlier[-1].side not in {p.side for p in c.parties}:
                c.parties.insert(0, earlier[-1])
        elif c.anaphor == "delegates" and not c.parties:
            c.parties += [Party(c.start, c.end, None, "representatives", p.side) for p in self.both]
        elif c.anaphor == "they":
            here = [p for g in groups if g.end <= c.start and len(g.parties) > 1 for p in g.parties]
            if here and not c.parties:
                c.parties += here
            elif self.both and (c.sort not in ("visit", "travel") or all(p.name for p in self.both)):
                c.parties[:0] = [p for p in self.both if p.label not in {q.label for q in c.parties}]
            c.definite = c.definite or c.noun
        if c.another and not c.parties:
            c.parties += self.both
        self._visiting(c)
        c.parties = _distinct(c.parties)
        if len(c.parties) > 1:
            self.both = list(c.parties)

    def _telling(self, view: SentenceView, c: Candidate, clauses: Clauses) -> list[Telling]:
        text, base = view.text, view.sentence.start
        first, last = clauses.clause(c.start)
        clause = text[first:last]
        date = date_of(view, c, clauses)
        status = status_of(view, c, clauses, date)
        date = date or self._same_day(view, c, clauses)
        if date is not None and date.precision is DatePrecision.DAY:
            self.last_day = date.value
        if date is not None and status.rule == PURPOSE:
            date = None if _TRAVEL_DAY.search(text[first : date.start]) else date
        if date is not None:
            date = _weekday_of(date, view.anchor, to_come=status.value in _TO_COME)
        near = text[c.start : min(last, c.end + 70)]
        medium = _medium(c, near)
        gazetteer = self.analysis.gazetteer
        places: list[Place | None]
        if c.sort in ("visit", "travel"):
            places = list(destinations(view, c, gazetteer))
            if c.sort == "visit" and not places:
                places = [place_of(view, c, clauses, gazetteer) if c.noun else None]
        else:
            places = [None if medium else place_of(view, c, clauses, gazetteer)]
        reasons = [
            Reason("participants", f"{c.sort}: who stands around it", base + c.start, base + c.end),
            Reason("status", status.rule, base + status.start, base + status.end),
        ]
        if date is not None:
            reasons.append(Reason("date", date.rule, base + date.start, base + date.end))
        out = []
        dates = spread(text, date, len(places)) if date else [None] * len(places)
        for place, date in zip(places, dates, strict=True):
            self._host_country(c, place)
            _at_home(c, place)
            more = [Reason("place", place.rule, base + place.start, base + place.end)] if place else []
            out.append(
                Telling(
                    view.index,
                    base + c.start,
                    base + c.end,
                    c.parties,
                    c.sort,
                    c.definite,
                    MeetingStatus(status.value),
                    status,
                    place,
                    date.value if date else None,
                    precision_of(date),
                    (base + date.start, base + date.end) if date else None,
                    duration_of(text, c, clauses),
                    outcome_of(text) if c.sort not in ("visit", "travel") else None,
                    medium,
                    bool(MULTI_WORDS.search(clause)),
                    c.plural,
                    bool(_AGAIN.search(text[max(first, c.start - 40) : min(last, c.end + 40)])),
                    view.sentence.cls is LineClass.TITLE,
                    bool(_OFFER.search(text[max(first, c.start - 60) : c.start])),
                    c.anaphor == "they",
                    [*reasons, *more],
                )
            )
        return out

    def _same_day(self, view: SentenceView, c: Candidate, clauses: Clauses) -> DateMention | None:
        """ "the same day", "a day earlier": counted from the day of the meeting told before."""
        first, last = clauses.clause(c.start)
        m = _RELATIVE_DAY.search(view.text, first, last)
        if m is None or self.last_day is None:
            return None
        shift = -1 if m["before"] else 1 if m["after"] else 0
        day = dt.date.fromisoformat(self.last_day) + dt.timedelta(shift)
        return DateMention(m.start(), m.end(), day.isoformat(), DatePrecision.DAY, "counted from the meeting before")

    def _visiting(self, c: Candidate) -> None:
        """ "met the visiting foreign ministers": those of the article who hold that office, of other sides."""
        for i, p in enumerate(c.parties):
            if p.name or p.side or not p.role or p.body:
                continue
            office = office_of(p.role.lower())
            others = {q.side for q in c.parties if q.side}
            named = {x.name: x for x in self.people if x.side and x.side not in others and office in self._offices(x)}
            if office is not Office.OTHER and len(named) > 1:
                c.parties[i : i + 1] = named.values()
                return

    def _offices(self, p: Party) -> frozenset[Office]:
        person = self.analysis.people.named(p.name) if p.name else None
        return person.offices if person else frozenset()

    @staticmethod
    def _host_country(c: Candidate, place: Place | None) -> None:
        """ "held talks in South Korea": with nobody named, the counterpart is the country."""
        if len(c.parties) != 1 or place is None or c.sort not in ("talks", "meeting") or not c.held or c.definite:
            return
        if place.state and place.state != c.parties[0].side and place.rule == "in a country or its capital":
            c.parties.append(Party(c.start, c.end, None, None, place.state))


def _distinct(parties: list[Party]) -> list[Party]:
    """Each party once; a side or office alone yields to the person who stands for it in the same list."""
    out: list[Party] = []
    for p in parties:
        if any(p.name == q.name and p.side == q.side and (p.name or p.side or p.role == q.role) for q in out):
            continue
        if p.name is None and any(q.name and q.side == p.side and _stands_for(q, p) for q in parties):
            continue
        out.append(p)
    return out


def _stands_for(person: Party, side: Party) -> bool:
    """Is the person the one whom a bare side or a plural office of that side means?"""
    if side.role is None:
        return not side.body
    office = office_of((person.role or "").lower())
    return side.office is not Office.OTHER and side.office is office


_RULERS = re.compile(r"junta|rulers|coup|government|authorities|regime", re.I)


def _at_home(c: Candidate, place: Place | None) -> None:
    """ "met the junta in Bamako": a party with no side of its own is of the country where they met."""
    if place is None or place.state is None:
        return
    sides = {p.side for p in c.parties}
    for i, p in enumerate(c.parties):
        rules = p.role is not None and _RULERS.search(p.role)
        if p.name is None and p.side is None and rules and place.state not in sides:
            c.parties[i] = replace(p, side=place.state)


_SAYS = re.compile(
    r",? (?:\w+ )?(?:said|says|told [\w ]{1,30}|announced|added|warned|confirmed|indicated)(?: that)? (?:on \w+ "
    r")?(?:that )?"
)
_RELATIVE_DAY = re.compile(
    r"\b(?:(?P<before>a day earlier|the day before|the previous day|a day before)|(?P<after>the next day|the "
    r"following day|"
    r"a day later|the day after)|(?:the )?same day|that (?:same )?day|hours (?:later|earlier))\b",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:again|another|next round|new round|further|second|third|follow-up|next meeting|resume)\b", re.I
)
_OFFER = re.compile(r"\b(?:propos|offer|invit|reject|rebuff|refus|declin|turned down|rul\w+ out)\w*\b", re.I)
_TO_COME = frozenset({MeetingStatus.PLANNED.value, MeetingStatus.PROPOSED.value})


_TRAVEL_DAY = re.compile(r"\b(?:arriv|flew|fl[iy]|travel|land|head|came|went)\w* [^,;]*$")


def _weekday_of(date: DateMention, anchor: str | None, *, to_come: bool) -> DateMention:
    """A bare weekday of something to come is the next one, of something past the last, whatever the tense beside it."""
    if anchor is None or date.precision is not DatePrecision.DAY or "weekday" not in date.rule:
        return date
    day, today = dt.date.fromisoformat(date.value), dt.date.fromisoformat(anchor)
    week = dt.timedelta(7)
    if abs(day - today) == week and not re.search(r"next|last|coming", date.rule):
        return replace(date, value=anchor)  # named on its own weekday: today
    if to_come and dt.timedelta(0) < today - day <= week:
        return replace(date, value=(day + week).isoformat())
    if not to_come and dt.timedelta(0) < day - today <= week:
        return replace(date, value=(day - week).isoformat())
    return date


def _medium(c: Candidate, clause: str) -> MeetingFormat | None:
    if c.sort == "video" or VIDEO_WORDS.search(clause):
        return MeetingFormat.VIDEO
    if c.sort == "phone" or (c.sort in ("speak", "discuss", "talks", "meet", "meeting") and PHONE_WORDS.search(clause)):
        return MeetingFormat.PHONE
    return None


def _counts(analysis: Analysis, e: Encounter) -> bool:
    """Is it a diplomatic contact of the codebook: two sides or a body of states, specific, not long past?"""
    sides = {p.side for p in e.parties if p.side}
    if e.visit:
        first = e.parties[0]
        abroad = e.place is not None and first.side not in (None, e.place.state, e.place.name)
        return abroad and (first.name is not None or first.role is not None)
    unknown = [p for p in e.parties if p.side is None]
    if len(sides) < 2 and not any(p.body for p in e.parties) and not (sides and unknown):
        return False
    if e.status in (MeetingStatus.PROPOSED, MeetingStatus.REFUSED) and not (e.place or e.date):
        return _offered(e)
    if e.place or e.date or e.medium or any(p.name for p in e.parties):
        return True
    real = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED)
    return any(t.sure and t.status in real for t in e.tellings)


def _offered(e: Encounter) -> bool:
    """ "Mr Biden proposed a summit with Mr Putin": an offer by name counts without day and place, readiness does not."""
    named = {p.side for p in e.parties if p.name and p.side}
    return len(named) > 1 and any(
        t.sure and t.sort in ("summit", "meeting", "meet", "visit", "phone") and t.offer for t in e.tellings
    )


_REALIS = {MeetingStatus.PLANNED: Realis.PLANNED, MeetingStatus.PROPOSED: Realis.PLANNED}


def _record(analysis: Analysis, e: Encounter) -> Meeting:
    views = {v.index: v for v in analysis.views}
    best = max(
        e.tellings, key=lambda t: (not t.title, len(t.parties), t.place is not None, t.date is not None, -t.start)
    )
    view = views[best.sentence]
    order = [best.sentence, *(i for i in dict.fromkeys(t.sentence for t in e.tellings) if i != best.sentence)]
    source = source_of(view, best.start - view.sentence.start, best.end - view.sentence.start)
    realis = _REALIS.get(e.status, Realis.ACTUAL)
    told = realis_of(view, best.start - view.sentence.start, best.end - view.sentence.start)
    if told.realis is Realis.HISTORICAL:
        realis = Realis.HISTORICAL
    date = e.date
    dated = next((t for t in e.tellings if t.date == date), None)
    place = e.place
    duration = next((t.duration for t in e.tellings if t.duration), None)
    s = view.sentence
    return Meeting(
        id=record_id(analysis.article.text, Kind.MEETING, s.start, s.end, best.start),
        article=analysis.article.id,
        source=analysis.article.outlet,
        published=view.anchor or analysis.article.published_iso(),
        evidence=analysis.article.text[s.start : s.end],
        start=s.start,
        end=s.end,
        mentions=tuple((views[i].sentence.start, views[i].sentence.end) for i in order),
        claimant=source.name if source else None,
        claimant_side=source.side if source else None,
        realis=realis,
        reasons=tuple(r for t in e.tellings for r in t.reasons),
        participants=tuple(Participant(p.name, p.role, p.side) for p in e.parties),
        format=format_of(e),
        place=place.name if place and not e.medium else None,
        date=date,
        date_precision=dated.precision if dated else DatePrecision.UNKNOWN,
        status=e.status,
        duration_minutes=duration[0] if duration else None,
        outcome=e.outcome,
    )


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
    if all(t.plural for t in e.tellings) and not bodies:
        return MeetingFormat.IN_PERSON  # "her meetings with the leaders of Poland and Romania"
    if len(sides) > 2 or bodies or any(t.multilateral for t in e.tellings):
        return MeetingFormat.MULTILATERAL
    if e.medium is not None:
        return e.medium
    if e.place is not None or any(
        t.sort in ("meet", "meeting", "summit", "host", "gather", "meal", "visit", "travel") for t in e.tellings
    ):
        return MeetingFormat.IN_PERSON
    return MeetingFormat.UNSPECIFIED


__all__ = ["INTERNAL", "find_meetings", "format_of"]
