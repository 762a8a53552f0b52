"""Who "he", "they", "the two leaders" and "the visiting ministers" of a meeting are, along the article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.extract.analysis import Analysis
from tui.extract.meetings_clause import Clauses
from tui.extract.meetings_model import Candidate
from tui.extract.meetings_parties import Group, Party
from tui.extract.model import DateMention, SentenceView
from tui.extract.speakers import source_of
from tui.extract.titles import Office, office_of
from tui.records import DatePrecision

_REMEMBERED = 6  # sentences


@dataclass
class Discourse:
    """Whom and what the article spoke of so far."""

    analysis: Analysis
    people: list[Party] = field(default_factory=list)  # named persons of the sentences so far, the latest last
    subject: Party | None = None  # the first person of the latest sentence that had one
    last_day: str | None = None  # the latest day that a meeting was dated with
    met: list[Party] = field(default_factory=list)  # the latest two or more parties that met or were listed
    met_at: int = 0  # the sentence that told so
    now: int = 0  # the sentence that is read

    @property
    def both(self) -> list[Party]:
        """Whom "the two leaders" may mean: those who met, unless that was told long before."""
        return self.met if self.now - self.met_at <= _REMEMBERED else []

    def see(self, named: list[Party]) -> None:
        """Note the persons of a sentence that has been read."""
        if named:
            self.people += named
            self.subject = named[0]

    def pair_of(self, words: str) -> list[Party]:
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

    def resolve(self, view: SentenceView, c: Candidate, clauses: Clauses) -> None:
        """Give pronouns and "the pair" their parties."""
        self.now = view.index
        groups = clauses.groups
        if c.anaphor in ("he", "she"):
            self._person(view, c, clauses)
        elif c.anaphor in ("i", "we"):
            self._speaker(view, c, groups)
        elif c.anaphor == "it":
            self._body(c, groups)
        elif c.anaphor == "delegates" and not c.parties:
            c.parties += [Party(c.start, c.end, None, "representatives", p.side) for p in self.both]
        elif c.anaphor == "they":
            self._several(c, groups)
        elif c.anaphor == "both":
            c.parties += [p for p in self.both if p.label not in {q.label for q in c.parties}]
        if c.another and not c.parties:
            c.parties += self.both
        self._visiting(c)
        c.parties = _distinct(c.parties)
        if len(c.parties) > 1:
            self.met, self.met_at = list(c.parties), view.index

    def _person(self, view: SentenceView, c: Candidate, clauses: Clauses) -> None:
        """ "he": who speaks right before it, else the first subject of the sentence, else the subject before."""
        at = c.anaphor_at if c.anaphor_at >= 0 else c.start
        lists = [g for g in clauses.groups if g.end <= at and clauses.is_subject(g)]
        if _OPENING.match(view.text):
            lists = []  # "He flies to Cairo to see Sisi and to Doha, where he": the sentence goes on about him
        earlier = [p for g in lists for p in g.parties if p.name and p not in c.parties]
        sayer = [p for p in earlier if _SAYS.fullmatch(view.text[p.end : at])]
        if not earlier and at < view.text.find(",") and (main := clauses.main_subject(c.start)) is not None:
            earlier = [p for p in (main.group.parties if main.group else ()) if p.name and p not in c.parties]
        who = next(iter([*sayer, *earlier]), self.subject)
        if who is not None and who.name not in {p.name for p in c.parties}:
            c.parties.insert(0, who)

    @staticmethod
    def _speaker(view: SentenceView, c: Candidate, groups: Sequence[Group]) -> None:
        """ "I", "we": who is quoted; "we" with nobody else meets whom the quotation names."""
        source = source_of(view, c.start, c.end)
        if source is None:
            return
        if c.anaphor == "i" and source.name:
            c.parties.insert(0, Party(c.start, c.end, source.name, None, source.side))
        elif c.anaphor == "we" and source.side:
            speaker = source.name if not c.parties else None
            c.parties.insert(0, Party(c.start, c.end, speaker, None, source.side))
            if len(c.parties) == 1:  # "a point I made to President Putin when we spoke"
                c.parties += [p for g in groups if g.end <= c.start for p in g.parties if p.name != speaker][-1:]

    @staticmethod
    def _body(c: Candidate, groups: Sequence[Group]) -> None:
        """ "The Council said it would meet": the body or state named before."""
        earlier = [p for g in groups if g.end <= c.start for p in g.parties if p.body or (p.name is None and p.side)]
        if earlier and earlier[-1].side not in {p.side for p in c.parties}:
            c.parties.insert(0, earlier[-1])

    def _several(self, c: Candidate, groups: Sequence[Group]) -> None:
        """ "they", "the two leaders": those listed in the sentence, else the latest who met."""
        at = c.anaphor_at if c.anaphor_at >= 0 else c.start
        here = [p for g in groups if g.end <= at and len(g.parties) > 1 for p in g.parties]
        if not here:  # "Obama raised it with Putin when the two talked"
            named = {p.side: p for g in groups if g.end <= at for p in g.parties if p.name}
            here = list(named.values()) if len(named) == 2 else []
        if here and not c.parties:
            c.parties += here
        elif self.both and (c.sort not in ("visit", "travel") or all(p.name for p in self.both)):
            c.parties[:0] = [p for p in self.both if p.label not in {q.label for q in c.parties}]
        c.definite = c.definite or c.noun

    def same_day(self, view: SentenceView, c: Candidate, clauses: Clauses) -> DateMention | None:
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


def _distinct(parties: list[Party]) -> list[Party]:
    """Each party once; a side or office alone yields to the person who stands for it in the same list."""
    out: list[Party] = []
    for p in parties:
        if any(p.name == q.name and p.side == q.side and (p.name or p.side or p.role == q.role) for q in out):
            continue
        if p.name is None and any(q.name and q.side == p.side and _stands_for(q, p) for q in parties):
            continue
        if p.name is None and p.side is None and not p.body and len({q.side for q in parties if q.side}) > 1:
            continue  # "the two foreign ministers, A and B"; "the government and the rebels ... their leaders"
        out.append(p)
    return out


def _stands_for(person: Party, side: Party) -> bool:
    """Is the person the one whom a bare side or a plural office of that side means?"""
    if side.role is None:
        return not side.body and side.side is not None
    office = office_of((person.role or "").lower())
    return side.office is not Office.OTHER and side.office is office


_OPENING = re.compile(r"\W*(?:He|She)\b")
_SAYS = re.compile(
    r",? (?:\w+ )?(?:said|says|told [\w ]{1,30}|announced|added|warned|confirmed|indicated)(?: that)? (?:on \w+ "
    r")?(?:that )?"
)
_RELATIVE_DAY = re.compile(
    r"\b(?:(?P<before>a day earlier|the day before|the previous day|a day before)|"
    r"(?P<after>the next day|the following day|a day later|the day after)|"
    r"(?:the )?same day|that (?:same )?day|hours (?:later|earlier))\b",
    re.I,
)
