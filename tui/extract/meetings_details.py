"""Where, when, how long, with what result, and how far a meeting got: read from the clause of its trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tui.extract.gazetteer import Gazetteer, packaged
from tui.extract.meetings_clause import Clauses
from tui.extract.meetings_lexicon import (
    AGREEMENT,
    CANCELLED,
    DURATION,
    FURTHER_TALKS,
    NO_BREAKTHROUGH,
    PLANNED,
    PROPOSED,
    REFUSED,
    UNDER_WAY,
)
from tui.extract.meetings_model import Candidate
from tui.extract.model import DateMention, Mention, MentionKind, SentenceView
from tui.extract.names import is_acronym, is_organisation, is_stop
from tui.records import DatePrecision, MeetingStatus, Outcome


@dataclass(frozen=True, slots=True)
class Found:
    """A value, the rule that gave it, and the words (sentence offsets) behind it."""

    value: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place and the state it lies in."""

    name: str
    state: str | None
    start: int
    end: int
    rule: str = "in a place"


_SETTLEMENT = (
    r"(?:[A-Z][\w'-]+ ){0,3}(?:[a-z-]+ ){0,2}(?:city|capital|town|resort|port|village|island|palace|residence|hotel|"
    r"headquarters|airport|base|compound|seat)(?:,| city)?(?: of| in| at)? ?"
)
_IN = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|outside|inside) (?:the |a |an |his |her |its )?(?:{_SETTLEMENT})?$")
_TO_HOST = re.compile(r"\b(?:to|in|at) (?:the )?$")
_SIDELINES = re.compile(r"\bsidelines? of (?:the |an? )?(?:[\w'-]+ ){0,6}$")
_SEAT = re.compile(r"\b(?:in|at|inside|outside|to|visit(?:ed)?) (?:the |his |her )?$", re.I)
_TOPIC_BEFORE = re.compile(
    r"\b(?:war|conflict|crisis|coup|mutiny|uprising|protests?|situation|fighting|violence|ceasefire|cease-fire|peace|truce|troops?|forces|"
    r"build-?up|tensions|elections?|"
    r"operations?|attack|attacks|invasion|interests?|aid|developments|stability|security|"
    r"hostages?|offensive|embassy|"
    r"presence|bases?|hostilities|transition|settlement|process|civilians|escalation|involvement|"
    r"influence|ambassador|strikes?|"
    r"weapons|rights|bloodshed|events|missile|missiles|drills|exercises|intervention|deployment|bombing|killing|"
    r"companies|investment|officials?|sources?|diplomats|analysts|aides|reporters) (?:in|at|near|outside) (?:the "
    r"|a |an )?$",
    re.I,
)
_REPORTING = re.compile(
    r"\b(?:said|says|told \w+|told reporters|announced|tweeted|wrote|reported|warned|added|confirmed|declared|"
    r"insisted|stressed) (?:\w+ )?(?:on |late |early )*$",
    re.I,
)


SEAT = "where a government sits"
"""The rule of a place that a seat of government gives: less exact than a place that is named."""


def place_of(view: SentenceView, c: Candidate, clauses: Clauses, gazetteer: Gazetteer) -> Place | None:
    """Where the encounter takes place: "Geneva talks", "met in Geneva", "in Moscow, Macron met"."""
    first, last = clauses.clause(c.start)
    after: list[tuple[int, Place]] = []
    for m in view.mentions:
        if m.kind not in (MentionKind.PLACE, MentionKind.SIDE) or not first <= m.start < last:
            continue
        seat = seat_of(view.text, m, gazetteer)
        name = m.place or seat
        if m.form in ("adjective", "possessive") and (capital := _THE_CAPITAL.match(view.text, m.end)) and m.side:
            city = capital_of(m.side, gazetteer)
            if city is not None and re.search(
                r"\b(?:[Ii]n|[Nn]ear|[Oo]utside) (?:the )?$", view.text[max(0, m.start - 12) : m.start]
            ):
                after.append(
                    (abs(m.start - c.end), Place(city, m.side, m.start, capital.end(), "the capital of a country"))
                )
            continue
        if name is None or m.form in ("adjective", "people", "opponent"):
            continue
        if c.noun and _premodifies(view.text, m, c) and (m.kind is MentionKind.PLACE or m.form == "capital"):
            return Place(name, m.side, m.start, m.end, "place before the noun")
        before = view.text[max(0, m.start - 60) : m.start]
        located = _SEAT.search(before) if m.form == "metonym" else _IN.search(before)
        if c.sort == "host" and m.start >= c.end:
            located = located or _TO_HOST.search(before)
        located = located or _SIDELINES.search(before)
        if located and (
            _OF_SETTLEMENT.match(view.text, m.end) or (m.kind is MentionKind.SIDE and _modifies(clauses, m))
        ):
            continue
        if not located or _TOPIC_BEFORE.search(view.text[max(0, m.start - 60) : m.start]):
            continue
        if m.form == "possessive" or clauses.embedded(m.start, c.start):
            continue
        distance = m.start - c.end if m.start >= c.end else 200 + c.start - m.end
        rule = "in a country or its capital" if m.kind is MentionKind.SIDE else "in a place"
        rule = SEAT if m.form == "metonym" else rule
        after.append((distance, Place(name, m.side, m.start, m.end, rule)))
    if not after:
        return _where(view, clauses, first) or _there(view, c, first, last) or _unlisted(view, c, last)
    return min(after, key=lambda x: x[0])[1]


_PREMODIFIERS = re.compile(
    r"(?:'s?)? (?:(?:peace|nuclear|security|crisis|ceasefire|truce|emergency|summit|high-level|climate|donor|"
    r"g\d+|key|crucial|"
    r"all-important|long-awaited|planned|proposed|upcoming|latest|recent|first|second|third|last) )*",
    re.I,
)


_THE_CAPITAL = re.compile(r" capital\b(?! [A-Z])")


_OF_SETTLEMENT = re.compile(
    r"(?:'s)? (?:[a-z]+ )?(?:resort|city|town|port|capital|village|island|coast)(?: of|,)? [A-Z]"
)


def _where(view: SentenceView, clauses: Clauses, first: int) -> Place | None:
    """The place that ", where" takes up: "in Geneva, where the two presidents met"."""
    i = clauses.at(first)
    if not i or clauses.toks[i - 1].low != "where":
        return None
    where = clauses.toks[i - 1].start
    before = [
        m for m in view.mentions if m.place and m.end <= where and m.kind in (MentionKind.PLACE, MentionKind.SIDE)
    ]
    if not before or not re.fullmatch(r",?(?: (?:on|last|this) \w+(?: \d+)?,?)? ", view.text[before[-1].end : where]):
        return None
    m = before[-1]
    if len(before) > 1 and view.text[before[-2].end : m.start] == ", " and before[-2].side == m.side:
        m = before[-2]  # "Geneva, Switzerland, where"
    return Place(m.place or "", m.side, m.start, m.end, "where it was")


def _there(view: SentenceView, c: Candidate, first: int, last: int) -> Place | None:
    """ "Washington is in the race: the ministers will hold talks there": the place that the sentence named before."""
    word = _THERE.search(view.text, c.start, last)
    if word is None:
        return None
    before = [m for m in view.mentions if m.place and m.end <= word.start() and m.form in ("name", "capital")]
    m = before[-1] if before else None
    return Place(m.place or "", m.side, m.start, m.end, "there") if m is not None else None


def _unlisted(view: SentenceView, c: Candidate, last: int) -> Place | None:
    """A place that the gazetteer does not know: a capitalised name behind "in" or "at", behind the word of meeting."""
    known = [*((x.start, x.end) for x in view.mentions), *((x.start, x.end) for x in view.dates)]
    for m in _SOMEWHERE.finditer(view.text, c.end, last):
        start, end = m.span("name")
        taken = any(a < end and start < b for a, b in known)
        words = m["name"].split()
        if not taken and not any(is_stop(w) or is_acronym(w) for w in words) and not is_organisation(words):
            return Place(m["name"], None, start, end, "a name behind in or at")
    return None


_SOMEWHERE = re.compile(
    r"\b(?:in|at|near) (?P<name>[A-Z][a-z][\w'-]*(?: [A-Z][a-z][\w'-]*){0,2})(?=[,.;]| (?:on|last|this|to|and|"
    r"for|with|in|earlier|late|early|by|as)\b|$)"
)
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|will|would|has|have|had|be))")


def _modifies(clauses: Clauses, m: Mention) -> bool:
    """ "at a Libya peace conference": is the state's name part of a larger noun phrase?"""
    t = clauses.toks[clauses.at(m.end)]
    return (
        m.form == "name"
        and t.start == m.end + 1
        and t.tag == "word"
        and not re.match(r"(?:ahead|next|last|this|later|earlier|late|early|today|alone)\b", t.low)
    )


def _premodifies(text: str, m: Mention, c: Candidate) -> bool:
    return m.end <= c.start and bool(_PREMODIFIERS.fullmatch(text[m.end : c.start]))


def seat_of(text: str, m: Mention, gazetteer: Gazetteer) -> str | None:
    """The city of a seat of government: the White House stands in Washington."""
    if m.form != "metonym" or m.side is None:
        return None
    if not m.name or (not re.search(r"\b(?:the|his|her) $", text[: m.start]) and not m.name.endswith("Street")):
        return m.name  # "at Camp David": a place of its own; "at the White House" is in the capital
    return capital_of(m.side, gazetteer)


_CAPITALS: dict[int, dict[str, str]] = {}


def capital_of(side: str, gazetteer: Gazetteer) -> str | None:
    """The capital of a state, as the gazetteer names it."""
    table = _CAPITALS.get(id(gazetteer.entries))
    if table is None:
        table = {name: spec["capital"] for name, spec in packaged("states.json").items() if spec.get("capital")}
        for entry in gazetteer.entries.values():
            if entry.form == "capital" and entry.side and entry.place:
                table.setdefault(entry.side, entry.place)
        _CAPITALS.clear()
        _CAPITALS[id(gazetteer.entries)] = table
    return table.get(side)


def destinations(view: SentenceView, c: Candidate, gazetteer: Gazetteer) -> list[Place]:
    """Where a visit or journey goes: the places listed right behind its trigger."""
    out: list[Place] = []
    pos = c.end
    text = view.text
    for m in sorted(view.mentions, key=lambda m: m.start):
        if m.start < pos:
            continue
        name = m.place or seat_of(text, m, gazetteer)
        gap = text[pos : m.start]
        if m.kind not in (MentionKind.PLACE, MentionKind.SIDE) or name is None or m.form in ("adjective", "people"):
            if out or len(gap) > 60 or (not out and m.kind is not MentionKind.PERSON and m.form not in ("adjective",)):
                break
            continue
        if not out:
            if not re.fullmatch(
                r"(?: (?:back|later|next|this week|again|also|by \w+|\w+day|last \w+|on \w+day|for talks|of|to|"
                r"in|the|a|[\w'-]+ (?:city|capital|town|resort)|city|capital))*(?: of| in| to)?(?: the)? ?,? ?",
                gap,
            ):
                break
        elif re.fullmatch(r", ", gap) and m.side == out[-1].state and m.place != out[-1].name and m.form == "name":
            pos = m.end  # "Minsk, Belarus": the state of the place just named
            continue
        elif not re.fullmatch(r"(?:, and |, | and |, then |, followed by )(?:then |later |to |the |in )*", gap):
            break
        out.append(Place(name, m.side, m.start, m.end, "destination"))
        pos = m.end
    return out


def date_of(view: SentenceView, c: Candidate, clauses: Clauses) -> DateMention | None:
    """The date in the trigger's clause that is nearest to it and does not belong to a word of saying."""
    first, last = clauses.clause(c.start)
    best: tuple[int, DateMention] | None = None
    reported: DateMention | None = None
    for d in view.dates:
        if not (first <= d.start < last):
            continue
        before = view.text[max(0, d.start - 40) : d.start]
        if _REPORTING.search(before):
            reported = d
            continue
        if re.search(r"\b(?:since|until) (?:at least |early |late )?$", before) or clauses.embedded(d.start, c.start):
            continue
        if re.search(r"\b(?:the|from|of|by) $", before) and len(d.value) == 4:
            continue
        if d.start >= c.end and _STATEMENT.search(view.text, c.end, d.start):
            continue
        if d.end <= c.start and _of_earlier_verb(clauses, c, d, first):
            continue
        if (d.start >= c.end and _of_other_verb(clauses, c, d)) or (
            d.end <= c.start and _of_announcement(clauses, c, d)
        ):
            reported = reported or d
            continue
        distance = d.start - c.end if d.start >= c.end else c.start - d.end + 15
        if best is None or distance < best[0]:
            best = (distance, d)
    if best is not None:
        return best[1]
    adjunct = re.search(
        r"\b(?:after|following|during|in|at) (?:the (?:start|opening|close|end) of )?(?:[\w'-]+ ){0,4}$",
        view.text[first : c.start],
        re.I,
    )
    if reported is not None and adjunct and c.noun:
        return reported
    return _sentence_date(view, c, clauses, first)


def _sentence_date(view: SentenceView, c: Candidate, clauses: Clauses, first: int) -> DateMention | None:
    """The date that opens the sentence, or of the clause that this one goes with ("on Friday, as X met Y")."""
    outside = [d for d in view.dates if d.end <= first and not clauses.embedded(d.start, c.start)]
    if len(outside) != 1:
        return None
    date = outside[0]
    opens = not any(t.tag in ("verb", "aux", "modal") for t in clauses.toks if t.start < date.start)
    reporting = re.search(r"\b(?:said|says|told|announced|warned|reported)\b", view.text[date.end : first])
    if opens and not reporting:
        return date
    i = clauses.at(first)
    return date if i and clauses.toks[i - 1].low in ("as", "when", "where") else None


def _of_other_verb(clauses: Clauses, c: Candidate, d: DateMention) -> bool:
    """Does a finite verb stand between the trigger and the date, so that the date is that verb's?"""
    for i, t in enumerate(clauses.toks):
        if c.end <= t.start < d.start and t.tag == "verb" and t.form in ("past", "s"):
            if clauses.toks[i - 1].tag in ("prep", "det") or t.base in _TIMING:
                continue
            return True
    return False


_STATEMENT = re.compile(
    r"\bin (?:an?|the|his|her) (?:\w+ )?(?:interview|statement|speech|post|letter|tweet|article|address|message)\b"
)


def _of_earlier_verb(clauses: Clauses, c: Candidate, d: DateMention, first: int) -> bool:
    """ "met Putin last week, and welcomed Zelensky": the week is that of the verb before the conjunction."""
    if not re.search(r"(?:,|\band\b)", clauses.text[d.end : c.start]):
        return False
    return any(
        first <= t.start < d.start
        and t.tag == "verb"
        and t.form in ("past", "s")
        and t.base not in _ANNOUNCING
        and t.base not in _COMING
        for t in clauses.toks
    )


def _of_announcement(clauses: Clauses, c: Candidate, d: DateMention) -> bool:
    """ "on Thursday cancelled a summit": the day is that of the announcement."""
    between = [t for t in clauses.toks if d.end <= t.start < c.start and t.tag == "verb"]
    return any(t.base in _ANNOUNCING for t in between)


def _to_come(view: SentenceView, d: DateMention) -> bool:
    """Does the date lie behind the anchor, by its value or (a week or month) by its words?"""
    words = view.text[d.start : d.end].lower()
    if re.match(r"(?:next|coming|upcoming|later this|tomorrow|in the coming)\b", words):
        return True
    return view.anchor is not None and d.value > view.anchor[: len(d.value)]


_ANNOUNCING = frozenset(
    "cancel call announce propose offer reject agree invite demand request postpone scrap suspend accept decline "
    "refuse schedule "
    "reschedule confirm rule threaten promise plan want urge ask suggest".split()
)
_COMING = frozenset("fly arrive travel land come go head".split())
"""Verbs whose day is also that of the meeting they lead to: "flew to Juba on Monday and met"."""
_TIMING = frozenset(
    "hold schedule plan take start begin end last set expect conclude wrap open resume place agree mediate host "
    "lead".split()
)


def status_of(view: SentenceView, c: Candidate, clauses: Clauses, date: DateMention | None) -> Found:
    """How far the encounter got, from the verb group of the trigger and the words before it in its clause."""
    text = view.text
    first, last = clauses.clause(c.start)
    before = text[first : c.start]
    after = text[c.end : last]
    near = _RELATIVE.sub(lambda m: "," + " " * (len(m.group()) - 1), before)[-70:]
    if not c.noun and (
        gerund := re.search(r"\b(?:for|after|by|over|following|since|from) (?:the |its |his |her |their )?$", near)
    ):
        near = near[gerund.end() :] if clauses.toks[clauses.at(c.start)].form == "ing" else near
    offset = c.start - len(near)

    def found(status: MeetingStatus, rule: str, m: re.Match[str], at: int) -> Found:
        return Found(status.value, rule, at + m.start(), at + m.end())

    if (m := CANCELLED.search(near)) and _governs(near[m.end() :]):
        return found(MeetingStatus.CANCELLED, "called off", m, offset)
    if m := re.match(
        r".{0,60}?\b(?:(?:was|were|is|are|been|be) (?:then |abruptly |suddenly )?(?:cancel\w+|called off|"
        r"scrapped|postponed|shelved|suspended|dropped|put off|abandoned)|fell through)",
        after,
    ):
        return found(MeetingStatus.CANCELLED, "called off", m, c.end)
    if (m := re.search(r"\b(?:was|were) to have $", near)) is not None:
        return found(MeetingStatus.CANCELLED, "was to have been", m, offset)
    if (m := REFUSED.search(near)) and _governs(near[m.end() :]):
        return found(MeetingStatus.REFUSED, "refused", m, offset)
    future = date is not None and _to_come(view, date)
    if not c.noun and _AFTERWARDS.search(before) and clauses.toks[clauses.at(c.start)].form == "ing":
        return Found(MeetingStatus.HELD.value, "told in the past", c.start, c.end)
    if (m := re.search(r"\bagree(?:d|s)? to\b", near)) and _governs(near[m.end() :]):
        return found(MeetingStatus.PLANNED, "agreed to", m, offset)
    opener = clauses.toks[clauses.at(first) - 1] if clauses.at(first) else None
    if opener is not None and opener.low in ("if", "whether", "unless"):
        return Found(MeetingStatus.PROPOSED.value, "in an if clause", opener.start, opener.end)
    if (m := PROPOSED.search(near)) and _governs(near[m.end() :]):
        return found(MeetingStatus.PROPOSED, "offered or wished", m, offset)
    group = _verb_group(view, c, clauses)
    if c.governor is not None and clauses.toks[clauses.at(c.governor[0])].base == "call":
        return Found(MeetingStatus.PLANNED.value, "called for a day to come", *c.governor)
    if not c.noun and clauses.headline_infinitive(i := clauses.at(c.start)):
        return Found(MeetingStatus.PLANNED.value, "a headline's infinitive", clauses.toks[i - 1].start, c.start)
    if (m := PLANNED.search(near)) and not _settled(near[m.end() :]) and "," not in near[m.end() :]:
        return found(MeetingStatus.PLANNED, "announced", m, offset)
    if future and date is not None:
        return Found(MeetingStatus.PLANNED.value, "date to come", date.start, date.end)
    flat = _PARENTHESIS.sub("", text[c.end : c.end + 160])
    if m := re.match(
        r"[^,;]{0,60}?\b(?:(?:will|would) (?:take place|be held|start|begin|resume|come)|(?:is|are|was|were) (?:due|"
        r"scheduled|expected|set|slated|planned)|scheduled|is to be held)",
        flat,
    ):
        return found(MeetingStatus.PLANNED, "announced", m, c.end)
    if (m := UNDER_WAY.search(near + text[c.start : c.end])) and _governs(near[m.end() :]):
        return found(MeetingStatus.UNDER_WAY, "going on", m, offset)
    if m := re.match(
        r" (?:(?:\w+ ){0,6})?(?:is|are) (?:under ?way|ongoing|continuing|still going on)|"
        r".{0,30}(?:continue[sd]?\b|entered)",
        after,
    ):
        return found(MeetingStatus.UNDER_WAY, "going on", m, c.end)
    if group == "past progressive" and date is not None and date.value == view.anchor:
        group = "present"
    if group == "present":
        return Found(MeetingStatus.UNDER_WAY.value, "told in the present", c.start, c.end)
    if c.noun and (m := _PURPOSE.search(before)):
        return Found(MeetingStatus.PLANNED.value, PURPOSE, first + m.start(), first + m.end())
    if c.noun and _ADJUNCT.search(before) and (m := _TO_BE_DONE.search(after)):
        return Found(MeetingStatus.PLANNED.value, "what is to be done there", c.end, c.end + m.end())
    sure = not c.noun or _told_as_fact(c, clauses)
    return Found(MeetingStatus.HELD.value, "told in the past" if sure else UNTOLD, c.start, c.end)


_PURPOSE = re.compile(
    r"\b(?:travel\w*|flew|flown|fl(?:y|ies|ying)|arriv\w+|head\w*|went|gone|landed|came|come|(?:is|are|was|were) in) "
    r"(?:[\w',-]+ ){0,9}?for (?:[\w-]+ ){0,4}$"
)
PURPOSE = "purpose of a journey"
UNTOLD = "mentioned"
"""The rule of a status that no verb bears out: "his meeting with Kim in Singapore"."""


def _told_as_fact(c: Candidate, clauses: Clauses) -> bool:
    """Is the noun held by a past verb, an adjunct of time ("after a meeting"), or the subject of a past verb?"""
    text = clauses.text
    if c.governor is not None:
        return clauses.toks[clauses.at(c.governor[0])].form in ("past", "part", "ing")
    adjunct = re.search(
        r"\b(?:after|during|following|at|in|since|from) (?:[\w'-]+ ){0,4}$", text[max(0, c.start - 45) : c.start], re.I
    )
    if adjunct is not None:
        return not _ABOUT_A_PLAN.search(adjunct.group())
    for t in clauses.toks[clauses.at(c.end) :]:
        if t.start >= c.end and t.tag in ("verb", "aux", "modal"):
            return t.tag != "modal" and t.form == "past"
        if t.low in (",", ";", '"') or t.tag in ("rel", "sub"):
            return False
    return False


def _governs(rest: str) -> bool:
    """Is the trigger the object of the verb that ends before `rest`: nothing but its own noun phrase between them?"""
    rest = _INTO_TALKS.sub("", rest)
    if re.search(r"\b(?:request|invitation|offer|proposal|call|appeal) for\b", rest):
        return True
    return not re.search(r"\b(?:at|on|in|after|during|with|before|following|by|and|as)\b|,", rest)


_ABOUT_A_PLAN = re.compile(
    r"\b(?:\w*schedul|announc|cancel|prospect|possib|plan|propos|offer|invit|call)\w* (?:of|for) ", re.I
)
_RELATIVE = re.compile(r",? (?:who|which|whose|where)\b[^,]*,")
_AFTERWARDS = re.compile(r"\b(?:after|following|since|upon|from) (?:first |briefly |again )?$", re.I)
_ADJUNCT = re.compile(r"\b(?:during|in|at|after|before) (?:[\w'-]+ ){0,3}$", re.I)
_TO_BE_DONE = re.compile(r"^(?:(?!\b(?:said|says|told|agreed|warned)\b)[^;\"])*?\b(?:will|is to|are to)\b")
_INTO_TALKS = re.compile(r"\b(?:engag|enter|participat|tak|took|join)\w*\b[\w' ]{0,40}\b(?:in|into) (?:[a-z-]+ ){0,3}$")
_PARENTHESIS = re.compile(r" - [^-]{1,80} -| \([^()]{1,80}\)")


def _settled(rest: str) -> bool:
    """Does a verb of fact stand between the hedge and the trigger: "hoped for peace and met"?"""
    return bool(re.search(r"\b(?:after|during|following|held|met|had)\b", rest))


def _verb_group(view: SentenceView, c: Candidate, clauses: Clauses) -> str:
    """ "present" for "is meeting", "are in talks"; else "past"."""
    if c.noun:
        return "past"
    i = clauses.at(c.start)
    before = clauses.toks[i - 1] if i else None
    if (
        clauses.toks[i].form == "ing"
        and before is not None
        and before.low in ("is", "are", "'s", "'re", "am", "currently", "now")
    ):
        return "present"
    if clauses.toks[i].form == "ing" and before is not None and before.low in ("was", "were", ","):
        return "past progressive"
    return "past"


_NUMBERS = {
    "a": 1, "an": 1, "half an": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "forty-five": 45, "fourty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip


def duration_of(text: str, c: Candidate, clauses: Clauses) -> tuple[int, int, int] | None:
    """Minutes, and the words that say so."""
    first, last = clauses.clause(c.start)
    for m in DURATION.finditer(text, first, last):
        before = text[first : m.start()]
        leads = re.fullmatch(r"(?: (?:[\w'-]+)){0,3} ?", text[m.end() : c.start]) if m.end() <= c.start else None
        lasts = m.start() >= c.end and re.search(
            r"(?:last(?:ed|ing|s)?|for|of|took|ran|stretched)(?: \w+)? $", before[-25:]
        )
        if not (leads or lasts):
            continue
        n = _NUMBERS.get(m["n"].lower()) if not m["n"][0].isdigit() else float(m["n"])
        if n is None:
            continue
        unit = 60 if m["u"].lower().startswith("hour") else 1
        minutes = n * unit + (30 if m["half"] or " and a half" in m.group() else 0)
        if m["m"]:
            minutes += int(m["m"]) if m["m"].isdigit() else _NUMBERS.get(m["m"].lower(), 0)
        return int(minutes), m.start(), m.end()
    return None


def outcome_of(text: str) -> Found | None:
    """What the sentence says came of the encounter."""
    for pattern, outcome in (
        (NO_BREAKTHROUGH, Outcome.NO_BREAKTHROUGH),
        (FURTHER_TALKS, Outcome.FURTHER_TALKS),
        (AGREEMENT, Outcome.AGREEMENT),
    ):
        if m := pattern.search(text):
            if outcome is Outcome.NO_BREAKTHROUGH and not re.search(
                r"break|progress|agree|deal|result|accord|truce|cease|comprom|solut|headway|consens|inconclus|"
                r"fruitless|collaps|broke|stall|deadlock|fail|deaf|stale",
                m.group(),
                re.I,
            ):
                continue
            return Found(outcome.value, "result", m.start(), m.end())
    return None


_RANGE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|and) ?(\d{1,2})")


def spread(text: str, date: DateMention, places: int) -> list[DateMention]:
    """The days of several destinations: "Kyiv and Moscow on Feb. 14-15" is Kyiv on the 14th, Moscow on the 15th."""
    days = _RANGE.search(text, date.start, min(len(text), date.end + 6))
    if places < 2 or days is None or date.precision is not DatePrecision.DAY:
        return [date] * places
    last = f"{date.value[:8]}{int(days.group(2)):02d}"
    return [date] * (places - 1) + [replace(date, value=last)]


def precision_of(date: DateMention | None) -> DatePrecision:
    """The codebook's precision: a bare year counts as unknown."""
    if date is None or date.precision is DatePrecision.YEAR:
        return DatePrecision.UNKNOWN
    return date.precision
