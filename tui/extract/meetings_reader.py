"""Sentences to tellings: each candidate with its parties resolved and place, day, status and medium read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import islice

from tui.corpus.model import LineClass
from tui.extract.analysis import Analysis
from tui.extract.meetings_candidates import find_candidates
from tui.extract.meetings_clause import Clauses
from tui.extract.meetings_details import (
    PURPOSE,
    Found,
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
from tui.extract.meetings_discourse import Discourse
from tui.extract.meetings_fold import Telling
from tui.extract.meetings_lexicon import MULTI_WORDS, PHONE_WORDS, TRIGGERS, VIDEO_WORDS
from tui.extract.meetings_model import JOURNEYS, Candidate
from tui.extract.meetings_parties import Party, groups_of, parties_of
from tui.extract.model import DateMention, MentionKind, SentenceView
from tui.records import DatePrecision, MeetingFormat, MeetingStatus


def read_tellings(analysis: Analysis) -> list[Telling]:
    """What the sentences of the article tell of encounters, in their order."""
    reader = _Reader(analysis)
    return [t for view in analysis.views for t in reader.tellings(view)]


class _Reader:
    """Reads the sentences in order; the discourse remembers who was spoken of."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.gazetteer = analysis.gazetteer
        self.discourse = Discourse(analysis)
        self.told: list[Telling] = []

    def tellings(self, view: SentenceView) -> list[Telling]:
        """What the sentence tells of encounters."""
        named = [Party(m.start, m.end, m.name, m.role, m.side) for m in view.mentions if m.kind is MentionKind.PERSON]
        out = self._read(view) if _readable(view.text) else []
        self.discourse.see([p for p in named if p.name])
        return out

    def _read(self, view: SentenceView) -> list[Telling]:
        """The tellings of a sentence that holds a word of meeting."""
        parties = parties_of(view, self.analysis.people, self.gazetteer)
        groups = groups_of(view.text, parties)
        clauses = Clauses(view.text, groups)
        out = []
        for c in find_candidates(view.text, groups, self.discourse.pair_of):
            self.discourse.resolve(view, c, clauses)
            first, others = c.parties[0] if c.parties else None, c.parties[1:]
            if c.apart and first is not None and len(others) > 1:  # "received the two men one at a time"
                for other in others:
                    out += self._tellings(view, replace(c, parties=[first, other]), clauses)
            else:
                out += self._tellings(view, c, clauses)
        return out

    def _tellings(self, view: SentenceView, c: Candidate, clauses: Clauses) -> list[Telling]:
        """The candidate in full; a journey to several places is several tellings."""
        text = view.text
        first, last = clauses.clause(c.start)
        date = date_of(view, c, clauses)
        status = status_of(view, c, clauses, date)
        if c.sort in ("invited", "invite"):
            open_offer = MeetingStatus.PLANNED if date is not None else MeetingStatus.PROPOSED
            status = Found(open_offer.value, "invited", c.start, c.end)
        date = self._day(view, c, clauses, status, date)
        medium = _medium(c, text[c.start : min(last, c.end + 70)])
        places = self._places(view, c, clauses, medium)
        dates: list[DateMention | None] = [*spread(text, date, len(places))] if date else [None] * len(places)
        out = []
        if places == [None] and medium is None and (before := self._same_place(view, c, first, last)) is not None:
            places, dates = [before.place], [date or before.date]
        for place, day in zip(places, dates, strict=True):
            _host_country(c, place)
            _at_home(c, place)
            out.append(
                Telling(
                    sentence=view.index,
                    base=view.sentence.start,
                    start=c.start,
                    end=c.end,
                    parties=c.parties,
                    sort=c.sort,
                    status=MeetingStatus(status.value),
                    status_found=status,
                    place=place,
                    date=day,
                    precision=precision_of(day),
                    duration=duration_of(text, c, clauses),
                    outcome=outcome_of(text) if c.sort not in JOURNEYS else None,
                    medium=medium,
                    definite=c.definite,
                    plural=c.plural,
                    pair=c.anaphor == "they",
                    multilateral=bool(MULTI_WORDS.search(text, first, last)),
                    again=bool(_AGAIN.search(text, max(first, c.start - 40), min(last, c.end + 40))),
                    then=bool(_THEN.search(text[max(first, c.start - 25) : c.start])),
                    offer=bool(_OFFER.search(text, max(first, c.start - 60), c.end)),
                    over=c.noun and bool(_OVER.search(text, max(0, c.start - 30), c.start)),
                    title=view.sentence.cls is LineClass.TITLE,
                )
            )
        self.told += out
        return out

    def _same_place(self, view: SentenceView, c: Candidate, first: int, last: int) -> Telling | None:
        """The telling before where this one goes on there: "on the sidelines", "and both then sat down with"."""
        before = self.told[-1] if self.told else None
        if before is None or before.place is None or c.sort in JOURNEYS:
            return None
        shared = before.sentence == view.index and c.anaphor == "they" and _GOES_ON.search(view.text[: c.end])
        if shared or _SIDELINES.search(view.text, first, last):
            return before
        near = view.index - before.sentence <= 1 and _BESIDE.search(view.text, first, last)
        known = {p.name for p in before.parties if p.name} & {p.name for p in c.parties}
        return before if near and known else None

    def _day(
        self, view: SentenceView, c: Candidate, clauses: Clauses, status: Found, date: DateMention | None
    ) -> DateMention | None:
        """The date, with what the status and the meetings before say of it."""
        date = date or self.discourse.same_day(view, c, clauses)
        if date is None:
            return None
        if date.precision is DatePrecision.DAY:
            self.discourse.last_day = date.value
        if status.rule == PURPOSE and _TRAVEL_DAY.search(view.text[clauses.clause(c.start)[0] : date.start]):
            return None  # the day of the journey
        named = re.search(r"\b(?:next|last|coming)\b", view.text[date.start : date.end], re.I)
        return date if named else _weekday_of(date, view.anchor, to_come=status.value in _TO_COME)

    def _places(
        self, view: SentenceView, c: Candidate, clauses: Clauses, medium: MeetingFormat | None
    ) -> list[Place | None]:
        """One place, or the destinations of a journey (none where it names none)."""
        if c.sort not in JOURNEYS:
            return [None if medium else place_of(view, c, clauses, self.gazetteer)]
        places: list[Place | None] = [*destinations(view, c, self.gazetteer)]
        if c.sort == "visit" and not places:
            places = [place_of(view, c, clauses, self.gazetteer) if c.noun else None]
        return places


_LONGEST = 1500  # characters
_MOST = 24  # words of meeting


def _readable(text: str) -> bool:
    """Does the sentence hold a word of meeting, and is it a sentence: neither endless nor a heap of such words?"""
    if len(text) > _LONGEST:
        return False
    found = sum(1 for _ in islice(TRIGGERS.finditer(text), _MOST + 1))
    return 0 < found <= _MOST


def _host_country(c: Candidate, place: Place | None) -> None:
    """ "held talks in South Korea", "invited to the White House": with nobody named, the counterpart is the country."""
    if len(c.parties) != 1 or place is None or place.state in (None, c.parties[0].side):
        return
    alone = c.sort in ("talks", "meeting") and c.held and not c.definite and place.rule == "in a country or its capital"
    if alone or c.sort == "invited":
        c.parties.append(Party(c.start, c.end, None, None, place.state))


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


_BESIDE = re.compile(
    r"\b(?:beforehand|afterwards?|on (?:his|her|their) arrival|separately|before joining|earlier in the day|"
    r"later in the day)\b"
)
_SIDELINES = re.compile(r"\bon the (?:sidelines|margins|fringes)\b(?! of)")


_GOES_ON = re.compile(r"\b(?:then|later|also) \w+ ?\w*$")
_AGAIN = re.compile(
    r"\b(?:again|another|next round|new round|further|second|third|follow-up|next meeting|resume)\b", re.I
)
_THEN = re.compile(r"\b(?:then|later|also|separately|afterwards|before that)\b[^,;]*$", re.I)
_OVER = re.compile(r"\b(?:after|following) (?:the |his |her |their |its )?(?:[\w-]+ )?$", re.I)
_OFFER = re.compile(r"\b(?:propos|offer|invit|reject|rebuff|refus|declin|turned down|rul\w+ out)\w*\b", re.I)
_TO_COME = frozenset({MeetingStatus.PLANNED.value, MeetingStatus.PROPOSED.value})
_TRAVEL_DAY = re.compile(r"\b(?:arriv|flew|fl[iy]|travel|land|head|came|went)\w* [^,;]*$")


def _weekday_of(date: DateMention, anchor: str | None, *, to_come: bool) -> DateMention:
    """A bare weekday of something to come is the next one, of something past the last, whatever the tense beside it."""
    if anchor is None or date.precision is not DatePrecision.DAY or "weekday" not in date.rule:
        return date
    day, today = dt.date.fromisoformat(date.value), dt.date.fromisoformat(anchor)
    week = dt.timedelta(7)
    if abs(day - today) == week:
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
