"""Nouns of meeting: talks, summits, calls, visits, and who takes part in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tui.extract.meetings_clause import Clauses
from tui.extract.meetings_lexicon import CALL_BEFORE, CALL_NOT_AFTER, LIGHT_VERBS, NO_JOURNEY, NOT_BEFORE, NOUN_RE
from tui.extract.meetings_model import Candidate, count_sides
from tui.extract.meetings_parties import MEDIATED, Group, Party
from tui.extract.meetings_verbs import add_joined
from tui.extract.syntax import Token

_NOUN_PREPS = frozenset(("with", "between", "among", "involving", "of", "from", "alongside"))
_TALK_PREPS = frozenset(("with", "between", "among"))


class Nouns:
    """Reads the nouns of meeting in one sentence."""

    def __init__(self, clauses: Clauses, pair_of: Callable[[str], Sequence[Party]]) -> None:
        self.text = clauses.text
        self.clauses = clauses
        self.pair_of = pair_of
        self.out: list[Candidate] = []

    def find(self) -> list[Candidate]:
        """The candidates that nouns give."""
        for m in NOUN_RE.finditer(self.text):
            if self._is_noun(m):
                self._noun(m)
        return self.out

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
            decides = re.search(r"\bma(?:k|d)\w+ the $", before) and not to_somebody
            return (
                bool(CALL_BEFORE.search(before))
                and not decides
                and (bool(to_somebody) or not CALL_NOT_AFTER.match(after))
            )
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
        if word.startswith(("discussion", "conversation", "dialogue", "consultation", "contacts")):
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
        if candidate.sort == "round":  # "a second round": of the talks told of
            candidate.sort, candidate.another = "talks", not word.startswith(("first", "latest", "previous"))
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
        if found is None:
            self._hoped_for(m, candidate)
        add_joined(self.clauses, m, candidate)
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

    def _hoped_for(self, m: re.Match[str], candidate: Candidate) -> None:
        """ "a meeting that Koo had hoped to hold with Colby": who would have met stands in the relative clause."""
        that = _THAT.match(self.text, m.end())
        subject = next((g for g in self.clauses.groups if that and that.end() <= g.start < that.end() + 5), None)
        if subject is None:
            return
        behind = next((g for g in self.clauses.groups if g.start > subject.end), None)
        if behind is not None and _TO_HOLD.fullmatch(self.text[subject.end : behind.start]):
            candidate.parties += [*subject.parties, *behind.parties]
            candidate.complete = True

    @staticmethod
    def _partakes(preposition: str, group: Group, candidate: Candidate, *, phone: bool, offered: bool) -> bool:
        """Does the list behind the noun take part: "talks with", "call from", "meeting of NATO ministers"?"""
        if preposition == "from":
            return phone or offered
        if preposition != "of":
            return True
        if candidate.sort in ("visit", "phone"):
            return False
        return count_sides(group.parties) > 1 or any(p.body or (p.role and p.name is None) for p in group.parties)

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
            if (t.tag == "verb" or (t.tag == "aux" and t.base == "have")) and t.base in LIGHT_VERBS:
                candidate.governor = (t.start, t.end)
                subject = self.clauses.subject(t.start)
                candidate.held = t.base in ("hold", "have", "conduct") and not candidate.parties
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
        if subject.pronoun != "control":
            candidate.anaphor, candidate.anaphor_at = subject.pronoun, subject.pronoun_at

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


_THAT = re.compile(r" (?:that|which) (?:the )?")
_TO_HOLD = re.compile(r" (?:[a-z]+ ){1,4}to (?:hold|have) (?:[\w ]{1,30} )?with (?:the |his |her |its )?")
_OFFER_OF = re.compile(r"\b(?:offer|invitation|request|proposal|demand|call)s? (?:of|for|to) (?:[a-z-]+ )?$")
_OWNERS = {"his": "he", "her": "she", "their": "they", "our": "we", "my": "i", "its": "it"}
_COMPOUND = re.compile(r"(?:[ -][a-z]+)*[ -]")
_PARTICIPLES = frozenset(
    """
    planned scheduled proposed expected promised cancelled canceled postponed delayed rescheduled stalled
    renewed continuing
    ongoing upcoming coming forthcoming closed-door long-awaited mediated brokered sponsored hosted led
    extended emergency
    """.split()
)
