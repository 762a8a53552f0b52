"""Candidates: each word of a sentence that may tell of an encounter, with who takes part in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.extract.meetings_clause import Clauses, Subject
from tui.extract.meetings_lexicon import (
    CALL_BEFORE,
    CALL_NOT_AFTER,
    DISCUSS_RE,
    GATHER_RE,
    HOST_RE,
    LIGHT_VERBS,
    MEET_RE,
    NO_JOURNEY,
    NOT_BEFORE,
    NOUN_RE,
    RING_RE,
    SEE_RE,
    SEND_RE,
    SIT_RE,
    SPEAK_RE,
    STAY_RE,
    TRAVEL_RE,
    VISIT_RE,
)
from tui.extract.meetings_parties import MEDIATED, Group, Party
from tui.extract.syntax import Token

_WITH = frozenset(("with", "alongside"))
_NOUN_PREPS = frozenset(("with", "between", "among", "involving", "of", "from", "alongside"))
_TALK_PREPS = frozenset(("with", "between", "among"))
_SPEAK_PREPS = frozenset(("with", "to"))


@dataclass
class Candidate:
    """An encounter as one trigger tells it. `sort` is the noun's or verb's sort; `definite` marks "the meeting"."""

    start: int
    end: int
    sort: str
    noun: bool
    parties: list[Party] = field(default_factory=list)
    anaphor_at: int = -1
    anaphor: str | None = None  # a pronoun or "the pair" that stands for parties
    definite: bool = False
    plural: bool = False
    complete: bool = False  # the trigger gave all sides itself (between X and Y)
    governor: tuple[int, int] | None = None  # the verb that governs the noun
    host: bool = False
    another: bool = False
    held: bool = False  # the noun is the object of "hold" or "have"


def find_candidates(text: str, groups: Sequence[Group], pair_of: Callable[[str], Sequence[Party]]) -> list[Candidate]:
    """Every candidate of a sentence in its order. `pair_of` reads "Trump-Kim" as parties."""
    return _Finder(text, groups, pair_of).find()


class _Finder:
    def __init__(self, text: str, groups: Sequence[Group], pair_of: Callable[[str], Sequence[Party]]) -> None:
        self.text = text
        self.groups = groups
        self.clauses = Clauses(text, groups)
        self.pair_of = pair_of
        self.out: list[Candidate] = []

    def find(self) -> list[Candidate]:
        for m in NOUN_RE.finditer(self.text):
            if self._is_noun(m):
                self._noun(m)
        for pattern, read in (
            (MEET_RE, self._meet),
            (SPEAK_RE, self._speak),
            (RING_RE, self._ring),
            (DISCUSS_RE, self._discuss),
            (HOST_RE, self._host),
            (SIT_RE, self._sit),
            (SEND_RE, self._send),
            (GATHER_RE, self._gather),
            (VISIT_RE, self._visit),
            (TRAVEL_RE, self._travel),
            (STAY_RE, self._stay),
            (SEE_RE, self._see),
        ):
            for m in pattern.finditer(self.text):
                if not any(c.start < m.end() and m.start() < c.end for c in self.out):
                    read(m)
        return sorted(self.out, key=lambda c: c.start)

    # -- verbs

    def _verb(self, m: re.Match[str], sort: str, parties: Sequence[Group | None], subject: Subject | None) -> Candidate:
        found: list[Party] = []
        if subject is not None and subject.group is not None:
            found += subject.group.parties
        for group in parties:
            if group is not None:
                found += [p for p in group.parties if p not in found]
        anaphor = subject.pronoun if subject is not None and subject.group is None else None
        candidate = Candidate(m.start(), m.end(), sort, False, found, anaphor=anaphor)
        candidate.anaphor_at = subject.start if subject is not None else -1
        self._joined_by(m, candidate)
        return candidate

    def _is_verb(self, m: re.Match[str]) -> bool:
        """Nouns and participles before nouns ("the meeting room") are none."""
        i = self.clauses.at(m.start())
        before = self.clauses.toks[i - 1] if i else None
        return not (
            before is not None
            and (before.tag in ("det",) or before.text in ("'s",))
            and before.low not in ("both", "all", "each")
        )

    def _meet(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        subject = self.clauses.subject(m.start())
        obj = self.clauses.object_after(m.end())
        if obj is None:
            found = self.clauses.phrase_after(m.end(), _WITH)
            obj = found[1] if found else None
        if obj is None and _NO_PARTY_MET.match(self.text, m.end()):
            return
        self.out.append(self._verb(m, "meet", [obj], subject))

    def _speak(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        found = self.clauses.phrase_after(m.end(), _SPEAK_PREPS, limit=14)
        rest = self.text[m.end() : m.end() + 40]
        subject = self.clauses.subject(m.start())
        if found is None and not re.match(
            r" (?:[\w']+ ){0,6}?(?:by|on the|over the|via) (?:\w+ )?(?:phone|telephone|video)", rest
        ):
            plural = subject is not None and (
                subject.pronoun in ("we", "they") or (subject.group is not None and _sides(subject.group.parties) > 1)
            )
            if not plural or not _SPOKE_ALONE.match(rest):
                return
        if found is not None and found[0] == "to" and all(p.name is None and p.body for p in found[1].parties):
            return
        self.out.append(self._verb(m, "speak", [found[1] if found else None], subject))

    def _ring(self, m: re.Match[str]) -> None:
        obj = self.clauses.object_after(m.end())
        if obj is None or obj.parties[0].name is None or self.text[m.end() : obj.start].strip() not in ("", "up"):
            return
        after = self.text[obj.end : obj.end + 30]
        if m.group().lower().startswith("call") and not re.match(
            r"(?:[.;]|$| (?:on \w+day|last|this|in the|late|early|after|before|yesterday|and |to (?:discuss|"
            r"express|urge|congratulate|offer|tell|warn|"
            r"convey|assure|brief|say|thank|ask|demand|coordinate|review|reassure|press)|\w+day)|, )",
            after,
        ):
            return
        self.out.append(self._verb(m, "phone", [obj], self.clauses.subject(m.start())))

    def _discuss(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        subject = self.clauses.subject(m.start())
        found = self.clauses.phrase_after(m.end(), _WITH)
        named = [p for p in subject.group.parties if p.name] if subject and subject.group else []
        if found is None and _sides(named) < 2:
            return
        self.out.append(self._verb(m, "discuss", [found[1] if found else None], subject))

    def _host(self, m: re.Match[str]) -> None:
        obj = self.clauses.object_after(m.end())
        if obj is None and (by := re.match(r" (?:\w+ )?by ", self.text[m.end() :])) is not None:
            agent = self.clauses.object_after(m.end() + by.end() - 1)
            i = self.clauses.at(m.start())
            if agent is not None and i and self.clauses.toks[i - 1].base == "be":  # "where he was received by"
                self.out.append(self._verb(m, "host", [agent], self.clauses.subject(m.start())))
            return
        if obj is None or not any(p.name or p.role for p in obj.parties):
            return
        if re.match(
            r"'s? | (?:proposal|decision|statement|offer|move|remarks|pledge)", self.text[obj.end : obj.end + 14]
        ):
            return
        if not m.group().lower().startswith(("host", "entertain")) and not re.match(
            r"(?:,| (?:to|in|at|for|on|with|late|this|last|here|outside)|\.|$)", self.text[obj.end :]
        ):
            return
        candidate = self._verb(m, "host", [obj], self.clauses.subject(m.start()))
        candidate.host = True
        self.out.append(candidate)

    def _sit(self, m: re.Match[str]) -> None:
        subject = self.clauses.subject(m.start())
        found = self.clauses.phrase_after(m.end(), _WITH)
        obj = found[1] if found else None
        if obj is None and not (subject and subject.group and len(subject.group.parties) > 1):
            return
        self.out.append(self._verb(m, "meet", [obj], subject))

    def _send(self, m: re.Match[str]) -> None:
        subject = self.clauses.subject(m.start())
        if subject is None or subject.group is None:
            return
        first = subject.group.parties[0]
        envoy = Party(m.start("who"), m.end("who"), None, m["who"], first.side)
        self.out.append(Candidate(m.start(), m.end(), "travel", False, [envoy]))

    def _gather(self, m: re.Match[str]) -> None:
        subject = self.clauses.subject(m.start())
        if subject is None or subject.group is None:
            return
        if any(p.body or p.role for p in subject.group.parties) or len(subject.group.parties) > 1:
            self.out.append(self._verb(m, "gather", [], subject))

    def _visit(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        subject = self.clauses.subject(m.start())
        host = None
        if subject is not None and subject.pronoun == "control" and subject.group is not None:
            host = self.clauses.inviter(subject.group)
        self.out.append(self._verb(m, "visit", [host], subject))

    def _travel(self, m: re.Match[str]) -> None:
        self.out.append(self._verb(m, "travel", [], self.clauses.subject(m.start())))

    def _stay(self, m: re.Match[str]) -> None:
        """ "was in Tehran on Wednesday": a visit where a time, a purpose or a meeting follows the place."""
        if _STAYS.match(self.text, m.end()):
            self.out.append(self._verb(m, "travel", [], self.clauses.subject(m.start())))

    def _see(self, m: re.Match[str]) -> None:
        obj = self.clauses.object_after(m.end())
        if obj is not None and obj.parties[0].name and any(c.sort == "travel" for c in self.out):
            self.out.append(self._verb(m, "meet", [obj], self.clauses.subject(m.start())))

    # -- nouns

    def _is_noun(self, m: re.Match[str]) -> bool:
        before = self.text[: m.start()]
        after = self.text[m.end() :]
        if NOT_BEFORE.search(before[-40:]) and m.lastgroup != "talks":
            return False
        if m.lastgroup == "visit" and NO_JOURNEY.search(before[-20:]):
            return False
        word = m.group().lower()
        i = self.clauses.at(m.start())
        prev = self.clauses.toks[i - 1] if i else None
        if m.lastgroup == "phone" and word in ("call", "calls"):
            to_somebody = after.startswith(" to ") and self.clauses.phrase_after(m.end(), frozenset({"to"}), limit=1)
            return bool(CALL_BEFORE.search(before)) and (bool(to_somebody) or not CALL_NOT_AFTER.match(after))
        if (
            word in ("talks", "visits", "meeting", "visit", "tours", "calls")
            and prev is not None
            and self._verb_like(m, prev, after)
        ):
            return False
        if (
            m.lastgroup == "session"
            and word.startswith(("conference", "forum"))
            and not re.search(r"\bpeace |donor|security |international ", before[-25:], re.I)
        ):
            return False
        if word.startswith(("discussion", "conversation", "dialogue", "consultation")):
            return self.clauses.phrase_after(m.end(), _TALK_PREPS) is not None or bool(
                re.search(r"\b(?:their|his|her|the|that) $", before)
            )
        if word == "gathering" and prev is not None and prev.tag == "aux":
            return False
        if word.startswith(("tour", "trip", "visit")):
            return not re.search(r"\b(?:website|page)\b", after[:30])
        return not re.match(r" (?:room|place|point|venue|demand|point|table)s?\b", after)

    def _verb_like(self, m: re.Match[str], prev: Token, after: str) -> bool:
        """ "He talks about", "Blinken visits Kyiv", "is meeting Putin": the verb, not the noun."""
        word = m.group().lower()
        if word == "talks":
            return prev.low in ("he", "she", "it", "who", "also") or bool(
                re.match(r" (?:about|of|to|like|tough)\b", after)
            )
        if word == "meeting":
            if prev.low in (
                "is",
                "are",
                "was",
                "were",
                "be",
                "been",
                "after",
                "before",
                "while",
                "by",
                "despite",
                "without",
                "since",
                "of",
                "from",
                "upon",
                "when",
            ):
                nxt = self.clauses.object_after(m.end())
                return nxt is not None or bool(
                    re.match(
                        r" (?:with|in|on|at|separately|again|his|her|the|for|today|tomorrow|this|next|here)\b", after
                    )
                )
            return bool(prev.low == "," and (self.clauses.object_after(m.end()) or re.match(r" (?:with|in)\b", after)))
        if word in ("visit", "visits"):
            return prev.tag in ("to", "modal", "pron") or (
                self._place_follows(m.end()) and prev.tag in ("name", "adv", "coord")
            )
        return False

    def _place_follows(self, pos: int) -> bool:
        return bool(re.match(r" (?:the )?[A-Z]", self.text[pos:]))

    def _noun(self, m: re.Match[str]) -> None:
        candidate = Candidate(m.start(), m.end(), m.lastgroup or "meeting", True)
        word = m.group().lower()
        candidate.plural = word.endswith("s") and m.lastgroup != "talks"
        start = self._before(m, candidate)
        phone = candidate.sort in ("phone", "video")
        if re.search(r"\b(?:sidelines|margins|fringes) of (?:\S+ ){0,4}$", self.text[: m.start()]):
            return  # where somebody else met; it says nothing of this one
        found = self.clauses.phrase_after(m.end(), _NOUN_PREPS | {"to"} if phone else _NOUN_PREPS)
        if found is not None:
            preposition, group = found
            if not self._partakes(
                preposition, group, candidate, phone=phone, offered=bool(_OFFER_OF.search(self.text[:start]))
            ):
                found = None
            else:
                candidate.parties += [p for p in group.parties if p not in candidate.parties]
                candidate.complete = preposition in ("between", "among") and len(group.parties) > 1
                candidate.complete = candidate.complete or (preposition == "of" and any(p.body for p in group.parties))
                if preposition == "of" and candidate.complete:
                    self._attendee(start, candidate)
        if found is None and candidate.complete and any(p.body for p in candidate.parties):
            self._attendee(start, candidate)
        self._joined_by(m, candidate)
        if candidate.sort == "visit" and not candidate.parties:
            agent = self.clauses.phrase_after(m.end(), frozenset({"by"}))
            candidate.parties += agent[1].parties if agent else ()
        if not candidate.complete:
            self._left_side(start, candidate)
            if len(candidate.parties) == 1 and not candidate.definite and found is None:
                told = self.clauses.told_in(m.start())
                if told is not None:
                    candidate.parties += [p for p in told.parties if p not in candidate.parties]
        self.out.append(candidate)

    @staticmethod
    def _partakes(preposition: str, group: Group, candidate: Candidate, *, phone: bool, offered: bool) -> bool:
        """Does the list behind the noun take part: "talks with", "call from", "meeting of NATO ministers"?"""
        if preposition == "from":
            return phone or offered
        if preposition != "of":
            return True
        if candidate.sort in ("visit", "phone"):
            return False
        return _sides(group.parties) > 1 or any(p.body or (p.role and p.name is None) for p in group.parties)

    def _joined_by(self, m: re.Match[str], candidate: Candidate) -> None:
        """Who else takes part: "EU-mediated talks", "talks ..., joined by France and Germany"."""
        for g in self.groups:
            between = self.text[g.end : m.start()]
            if g.end <= m.start() and MEDIATED.fullmatch(between):
                candidate.parties += [p for p in g.parties if p.label not in {q.label for q in candidate.parties}]
            if g.start > m.end() and _JOINED.search(self.text[m.end() : g.start]):
                candidate.parties += [p for p in g.parties if p.label not in {q.label for q in candidate.parties}]

    def _before(self, m: re.Match[str], candidate: Candidate) -> int:
        """What stands before the noun: owners, sides in a compound, pronouns; gives where the noun phrase begins."""
        start = m.start()
        toks = self.clauses.toks
        i = self.clauses.at(start)
        while i > 0:
            t = toks[i - 1]
            group = self.clauses.group_at(t)
            if group is not None and group.end <= start:
                gap = self.text[group.end : start]
                if MEDIATED.fullmatch(gap):
                    start, i = group.start, self.clauses.at(group.start)
                    continue
                owner = self.text[group.end : group.end + 2] == "'s" or self.text[group.end - 2 : group.end] == "'s"
                if owner or _COMPOUND.fullmatch(gap):
                    bodies = any(p.body for p in group.parties)
                    if owner or bodies or len(group.parties) > 1 or candidate.sort == "summit":
                        candidate.parties += group.parties
                        candidate.complete = not owner and (bodies or len(group.parties) > 1)
                    return group.start
                break
            pair = re.search(r"([A-Z][\w']+(?:[-/][A-Z][\w']+)+)(?: [a-z-]+){0,2}[ -]$", self.text[:start])
            if pair is not None and pair.start(1) <= t.start < pair.end(1):
                parties = self.pair_of(pair.group(1))
                if len(parties) > 1:
                    candidate.parties += parties
                    candidate.complete = True
                    return pair.start(1)
            if t.low in ("their", "his", "her", "our", "my", "its"):
                candidate.anaphor, candidate.anaphor_at = _OWNERS[t.low], t.start
                candidate.definite = t.low == "their"
                return t.start
            if t.low in ("the", "this", "that", "these", "those", "both"):
                candidate.definite = True
                return t.start
            if t.tag == "num" or t.low == "+":
                i -= 1
                start = t.start
                continue
            if t.tag == "det":
                candidate.another = t.low in ("another", "second")
                return t.start
            if t.text == "'s" or self.text[t.end - 2 : t.end] == "'s":
                candidate.definite = True  # Friday's meeting
                return t.start
            if (
                t.tag in ("word", "name", "adv")
                or (t.low in ("+", "-") and self.text[t.end : t.end + 1] != " ")
                or self._adjectival(i - 1)
                or t.low == "-"
            ):
                i -= 1
                start = t.start
                continue
            break
        return start

    def _adjectival(self, i: int) -> bool:
        """Is the participle at token `i` an adjective: "a planned meeting", not "had cancelled talks"?"""
        t, before = self.clauses.toks[i], self.clauses.toks[i - 1] if i else None
        if t.tag != "verb" or t.low not in _PARTICIPLES:
            return False
        return before is None or before.tag in ("det", "num", "prep", "word", "punct") or before.text == "'s"

    def _left_side(self, start: int, candidate: Candidate) -> None:
        """The side that the noun phrase itself does not give: the subject of its verb, or of the sentence."""
        i = self._before_phrase(start)
        toks = self.clauses.toks
        if i < 0:
            if not candidate.parties:
                return
            subject = self.clauses.main_subject(start)
        else:
            t = toks[i]
            if t.tag == "verb" and t.base in LIGHT_VERBS:
                candidate.governor = (t.start, t.end)
                subject = self.clauses.subject(t.start)
                candidate.held = t.base in ("hold", "have", "conduct") and not candidate.parties
                candidate.host = t.base in ("host", "mediate", "broker", "facilitate")
            elif t.tag in ("prep", "to", "sub") or t.low in (
                "after",
                "before",
                "following",
                "during",
                "for",
                "at",
                "in",
                "on",
                "ahead",
                "of",
            ):
                if candidate.anaphor or (candidate.definite and not candidate.parties):
                    subject = None
                    if t.low in ("at", "during", "after", "following", "in", "to", "told"):
                        pass
                else:
                    subject = self.clauses.main_subject(start)
            else:
                subject = None
        if subject is None or candidate.anaphor:
            return
        if subject.group is not None:
            extra = [p for p in subject.group.parties if p.label not in {q.label for q in candidate.parties}]
            candidate.parties += extra
        elif candidate.anaphor is None:
            candidate.anaphor, candidate.anaphor_at = subject.pronoun, subject.start

    def _before_phrase(self, start: int) -> int:
        """The index of the token before the noun phrase that reaches to `start`: determiners and adjectives skipped."""
        toks = self.clauses.toks
        i = self.clauses.at(start) - 1
        while i >= 0 and (toks[i].tag in ("det", "num") or toks[i].low in ("emergency", "special", "extraordinary")):
            i -= 1
        return i

    def _attendee(self, start: int, candidate: Candidate) -> None:
        """Who attends, hosts, chairs or arrives for a body's meeting."""
        i = self._before_phrase(start)
        if i < 0:
            return
        t = self.clauses.toks[i]
        if t.tag == "verb" and t.base in LIGHT_VERBS:
            candidate.governor = (t.start, t.end)
        if t.tag == "verb" and t.base in (
            "host",
            "attend",
            "chair",
            "lead",
            "join",
            "convene",
            "open",
            "tell",
            "address",
        ):
            subject = self.clauses.subject(t.start)
        elif t.low in ("for", "at", "to", "in"):
            subject = self.clauses.main_subject(start)
        else:
            return
        if subject is not None and subject.group is not None:
            candidate.parties += [p for p in subject.group.parties if p.name and p not in candidate.parties]


_NO_PARTY_MET = re.compile(
    r" (?:the|its|their|his|her|this|these|those|all|any|a|an|with (?:a|an|the|\w+ism|\w+tion))\b"
)
_STAYS = re.compile(
    r" (?:the )?(?:[A-Z][\w'-]+ ?)+(?:capital )?,?(?: ?[A-Z]\w+,)? ?(?:on (?:\w+day|\w+ \d|\d)|for (?:an? |the |"
    r"his |her |their )?(?:\w+ ){0,3}"
    r"(?:talks|visit|meetings?|summit|negotiations)|to (?:meet|hold|attend|discuss)|yesterday|today|last |this )"
)
_OFFER_OF = re.compile(r"\b(?:offer|invitation|request|proposal|demand|call)s? (?:of|for|to) (?:[a-z-]+ )?$")
_OWNERS = {"his": "he", "her": "she", "their": "they", "our": "we", "my": "i", "its": "it"}
_COMPOUND = re.compile(r"(?:[ -](?:and )?[a-z-]+)*[ -]")
_PARTICIPLES = frozenset(
    """
    planned scheduled proposed expected promised cancelled canceled postponed delayed rescheduled stalled
    renewed continuing
    ongoing upcoming coming forthcoming closed-door long-awaited mediated brokered sponsored hosted led
    extended emergency
    """.split()
)


_SPOKE_ALONE = re.compile(
    r"(?: (?:on (?!behalf)|for (?:\w+ ){0,3}(?:minutes|hours?)|again|by |earlier|last|this|yesterday|today|late|"
    r"for the first)|[,.;']|$)"
)


_JOINED = re.compile(
    r"\b(?:joined|mediated|brokered|hosted|chaired|facilitated|moderated|convened|attended|sponsored|co-chaired) by "
    r"(?:the |its |also )?(?:[a-z]+ ){0,2}$"
)


def _sides(parties: Sequence[Party]) -> int:
    """How many different sides stand in a list."""
    return len({p.side or p.name for p in parties})
