"""Verbs of meeting: met, spoke with, phoned, hosted, visited, and who is their subject and object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.meetings_clause import Clauses, Subject
from tui.extract.meetings_lexicon import (
    BRING_RE,
    BROUGHT_RE,
    DISCUSS_RE,
    FACE_RE,
    GATHER_RE,
    GIVE_RE,
    HOST_RE,
    INVITE_RE,
    INVITED_RE,
    MEET_RE,
    RING_RE,
    SEE_RE,
    SEND_RE,
    SIGN_RE,
    SIT_RE,
    SPEAK_RE,
    SPEND_RE,
    STAY_RE,
    TABLE_RE,
    TELL_RE,
    TRAVEL_RE,
    VISIT_RE,
)
from tui.extract.meetings_model import Candidate, count_sides
from tui.extract.meetings_parties import MEDIATED, Group, Party

_WITH = frozenset(("with", "alongside"))
_SPEAK_PREPS = frozenset(("with", "to"))


class Verbs:
    """Reads the verbs of meeting in one sentence; `taken` are the candidates that nouns gave."""

    def __init__(self, clauses: Clauses, taken: Sequence[Candidate]) -> None:
        self.text = clauses.text
        self.clauses = clauses
        self.taken = taken
        self.out: list[Candidate] = []

    def find(self) -> list[Candidate]:
        """The candidates that verbs give."""
        for pattern, read in (
            (MEET_RE, self._meet),
            (SPEAK_RE, self._speak),
            (RING_RE, self._ring),
            (DISCUSS_RE, self._discuss),
            (HOST_RE, self._host),
            (FACE_RE, self._face),
            (TABLE_RE, self._table),
            (BRING_RE, self._bring),
            (BROUGHT_RE, self._brought),
            (GIVE_RE, self._give),
            (SIGN_RE, self._sign),
            (SIT_RE, self._sit),
            (SPEND_RE, self._sit),
            (SEND_RE, self._send),
            (GATHER_RE, self._gather),
            (VISIT_RE, self._visit),
            (TRAVEL_RE, self._travel),
            (STAY_RE, self._stay),
            (INVITED_RE, self._invited),
            (INVITE_RE, self._invite),
            (TELL_RE, self._tell),
            (SEE_RE, self._see),
        ):
            for m in pattern.finditer(self.text):
                if not any(c.start < m.end() and m.start() < c.end for c in [*self.taken, *self.out]):
                    read(m)
        return self.out

    def _add(
        self, m: re.Match[str], sort: str, obj: Group | None, subject: Subject | None, *, more: Sequence[Group] = ()
    ) -> None:
        """A candidate of the verb's subject and object; one for each pair where they met apart ("each")."""
        subjects = subject.group.parties if subject is not None and subject.group is not None else ()
        objects = obj.parties if obj is not None else ()
        candidate = Candidate(m.start(), m.end(), sort, False)
        candidate.anaphor = subject.pronoun if subject is not None else None
        candidate.anaphor_at = subject.pronoun_at if subject is not None else -1
        last = obj.end if obj is not None else m.end()
        pairs: list[tuple[Sequence[Party], Sequence[Party]]]
        if len(subjects) > 1 and objects and _EACH.search(self.text[max(0, m.start() - 25) : m.start()]):
            pairs = [((s,), objects) for s in subjects]
        elif len(objects) > 1 and _APART.match(self.text[last : last + 30]):
            pairs = [(subjects, (o,)) for o in objects]
        else:
            pairs = [(subjects, objects)]
        for one, other in pairs:
            made = replace(candidate, parties=[*one, *(p for p in other if p not in one)])
            if len(pairs) == 1:
                add_joined(self.clauses, m, made)
            self.out.append(made)
        for group in more:  # "met Mr Netanyahu in Tel Aviv and Mr Abbas in Ramallah"
            self.out.append(replace(candidate, end=group.end, parties=[*subjects, *group.parties]))

    def _further(self, obj: Group | None) -> list[Group]:
        """More objects that the verb has, each met apart: "... and with Y", "... in Tel Aviv and Y in Ramallah"."""
        out: list[Group] = []
        while obj is not None and (m := _AND_WITH.match(self.text, obj.end)):
            nxt = next((g for g in self.clauses.groups if g.start >= m.end() and g.start - m.end() < 12), None)
            if nxt is None or not (m["with"] or (m["place"] and _IN_PLACE.match(self.text, nxt.end))):
                break
            out.append(nxt)
            obj = nxt
        return out

    def _is_verb(self, m: re.Match[str]) -> bool:
        """Nouns and participles before nouns ("the meeting room") are none."""
        i = self.clauses.at(m.start())
        before = self.clauses.toks[i - 1] if i else None
        if before is None or before.low in ("both", "all", "each"):
            return True
        return before.tag != "det" and before.text != "'s"

    def _meet(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        subject = self.clauses.subject(m.start())
        obj = self.clauses.object_after(m.end())
        if obj is None and self.clauses.helped_by_be(m.start()):  # "was met by Xi"
            by = self.clauses.phrase_after(m.end(), frozenset({"by"}), limit=6)
            obj = by[1] if by else None
        if obj is None:
            found = self.clauses.phrase_after(m.end(), _WITH)
            obj = found[1] if found else None
        if obj is None and self._with_the_pair(m, "meet", subject):
            return
        if obj is None and _NO_PARTY_MET.match(self.text, m.end()):
            return
        self._add(m, "meet", obj, subject, more=self._further(obj))

    def _with_the_pair(self, m: re.Match[str], sort: str, subject: Subject | None) -> bool:
        """ "met the two ministers separately", "hosts both of them", "met him in Doha": the object was named before."""
        him = _HIM.match(self.text, m.end())
        group = subject.group if subject is not None and subject.pronoun is None else None
        if him is not None and subject is not None and group is not None and any(p.name for p in group.parties):
            self._add(m, sort, None, replace(subject, pronoun="he", pronoun_at=m.end()))
            return True
        pair = _THE_PAIR.match(self.text, m.end())
        if pair is None or subject is None:
            return False
        self._add(m, sort, None, replace(subject, pronoun="both", pronoun_at=m.end()))
        self.out[-1].apart = bool(_APART.match(self.text, pair.end()))
        return True

    def _speak(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        found = self.clauses.phrase_after(m.end(), _SPEAK_PREPS, limit=14)
        rest = self.text[m.end() : m.end() + 60]
        subject = self.clauses.subject(m.start())
        if found is None and not _BY_PHONE.match(rest):
            group = subject.group if subject is not None else None
            several = count_sides(group.parties if group is not None else ()) > 1
            plural = subject is not None and (several or subject.pronoun in ("we", "they"))
            loose = m.group().lower().endswith("ing") and not self.clauses.helped(m.start())
            if not plural or loose or not _SPOKE_ALONE.match(rest):
                return
        if found is not None and found[0] == "to" and all(p.name is None and p.body for p in found[1].parties):
            return
        obj = found[1] if found else None
        self._add(m, "speak", obj, subject, more=self._further(obj))

    def _ring(self, m: re.Match[str]) -> None:
        obj = self.clauses.object_after(m.end())
        if obj is None or obj.parties[0].name is None or not _RINGS.fullmatch(self.text[m.end() : obj.start]):
            return
        if m.group().lower().startswith("call") and not _CALLED_UP.match(self.text, obj.end):
            return
        self._add(m, "phone", obj, self.clauses.subject(m.start()))

    def _discuss(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        subject = self.clauses.subject(m.start())
        found = self.clauses.phrase_after(m.end(), _WITH)
        named = [p for p in subject.group.parties if p.name] if subject and subject.group else []
        if found is None and count_sides(named) < 2:
            return
        self._add(m, "discuss", found[1] if found else None, subject)

    def _host(self, m: re.Match[str]) -> None:
        subject = self.clauses.subject(m.start())
        obj = self.clauses.object_after(m.end())
        if obj is None and (by := re.match(r" (?:\w+ )?by ", self.text[m.end() :])) is not None:
            agent = self.clauses.object_after(m.end() + by.end() - 1)
            if agent is not None and self.clauses.helped(m.start()):  # "where he was received by"
                self._add(m, "host", agent, subject)
            return
        if obj is None:
            self._with_the_pair(m, "host", subject)
            return
        if not any(p.name or p.role for p in obj.parties) or _NO_GUEST.match(self.text, obj.end):
            return
        if not m.group().lower().startswith(("host", "entertain")) and not _GUEST.match(self.text, obj.end):
            return
        self._add(m, "host", obj, subject)

    def _sit(self, m: re.Match[str]) -> None:
        """ "sat down with", "shook hands", "spent an hour with"."""
        subject = self.clauses.subject(m.start())
        found = self.clauses.phrase_after(m.end(), _WITH)
        obj = found[1] if found else None
        several = subject is not None and subject.group is not None and len(subject.group.parties) > 1
        if obj is None and not several and (subject is None or subject.pronoun != "they"):
            return
        self._add(m, "meet", obj, subject, more=self._further(obj))

    def _face(self, m: re.Match[str]) -> None:
        """ "sat across from Araghchi": the object is who sits there."""
        obj = self.clauses.object_after(m.end())
        if obj is not None:
            self._add(m, "meet", obj, self.clauses.subject(m.start()))

    def _table(self, m: re.Match[str]) -> None:
        """ "returned to the negotiating table": both sides are the subject, or the other one is "with" it."""
        subject = self.clauses.subject(m.start())
        group = subject.group if subject is not None else None
        found = self.clauses.phrase_after(m.end(), _WITH)
        if found is not None or (group is not None and count_sides(group.parties) > 1):
            self._add(m, "talks", found[1] if found else None, subject)

    def _bring(self, m: re.Match[str]) -> None:
        """ "brought A and B together", "to the same table": who brings them is there too."""
        obj = self.clauses.object_after(m.end())
        met = _TOGETHER.match(self.text, obj.end) if obj is not None else None
        if obj is None or met is None or count_sides(obj.parties) < 2:
            return
        if all(p.name or p.role for p in obj.parties) or _IN_PLACE.match(self.text, met.end()):
            self._add(m, "meet", obj, self.clauses.subject(m.start()))

    def _brought(self, m: re.Match[str]) -> None:
        """ "A and B had been brought together in Doha by Qatar"."""
        subject = self.clauses.subject(m.start())
        by = self.clauses.phrase_after(m.end(), frozenset({"by"}))
        if subject is not None and (subject.group is None or count_sides(subject.group.parties) > 1):
            self._add(m, "meet", by[1] if by else None, subject)

    def _give(self, m: re.Match[str]) -> None:
        """ "gave him 35 minutes", "gave the envoy lunch": time or a meal is given face to face."""
        him = _HIM.match(self.text, m.end())
        if him is not None and _TIME_OR_MEAL.match(self.text, him.end()):
            self._with_the_pair(m, "meet", self.clauses.subject(m.start()))
            return
        obj = self.clauses.object_after(m.end())
        if obj is not None and obj.parties[0].name and _TIME_OR_MEAL.match(self.text, obj.end):
            self._add(m, "meet", obj, self.clauses.subject(m.start()))

    def _sign(self, m: re.Match[str]) -> None:
        """ "Serbia and Kosovo signed an agreement in Washington": signed in one place by two sides, they met there."""
        if not self._is_verb(m) or not _IN_PLACE.search(self.text, m.end(), m.end() + 60):
            return
        subject = self.clauses.subject(m.start())
        found = self.clauses.phrase_after(m.end(), _WITH)
        obj = found[1] if found else None
        group = subject.group if subject is not None else None
        if group is not None and count_sides([*group.parties, *(obj.parties if obj else ())]) > 1:
            self._add(m, "sign", obj, subject)

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
            self._add(m, "gather", None, subject)

    def _visit(self, m: re.Match[str]) -> None:
        if not self._is_verb(m):
            return
        self._add(m, "visit", None, self.clauses.subject(m.start()))

    def _invited(self, m: re.Match[str]) -> None:
        """ "has been invited to the White House on May 1": a guest and, by the place, the host."""
        self._add(m, "invited", None, self.clauses.subject(m.start()))

    def _invite(self, m: re.Match[str]) -> None:
        """ "had invited President Raisi to Riyadh": a visit of the guest's, proposed."""
        guest = self.clauses.object_after(m.end())
        if guest is not None and not self.clauses.helped_by_be(m.start()):
            self.out.append(Candidate(m.start(), guest.end, "invite", False, list(guest.parties)))

    def _tell(self, m: re.Match[str]) -> None:
        """ "told his counterpart Mike Pompeo in Bangkok": said to somebody's face, where a place says so."""
        obj = self.clauses.object_after(m.end())
        if obj is not None and obj.parties[0].name and _IN_PLACE.match(self.text, obj.end):
            self._add(m, "meet", obj, self.clauses.subject(m.start()))

    def _travel(self, m: re.Match[str]) -> None:
        self._add(m, "travel", None, self.clauses.subject(m.start()))

    def _stay(self, m: re.Match[str]) -> None:
        """ "was in Tehran on Wednesday": a visit where a time, a purpose or a meeting follows the place."""
        if _STAYS.match(self.text, m.end()):
            self._add(m, "travel", None, self.clauses.subject(m.start()))

    def _see(self, m: re.Match[str]) -> None:
        """ "saw Shoukry in Cairo on Monday": a person seen at a place or a time, or whom one travels or asks to see."""
        obj = self.clauses.object_after(m.end())
        if obj is None or not _SEEN.match(self.text, obj.end):
            return
        envoys = obj.parties[0].role and _ASKED_TO.search(self.text[: m.start()])
        if obj.parties[0].name is None and not envoys:
            return
        self._add(m, "meet", obj, self.clauses.subject(m.start()), more=self._further(obj))


def add_joined(clauses: Clauses, m: re.Match[str], candidate: Candidate) -> None:
    """Who else takes part: "EU-mediated talks", "talks ..., joined by France and Germany"."""
    for g in clauses.groups:
        between = clauses.text[g.end : m.start()]
        if g.end <= m.start() and MEDIATED.fullmatch(between):
            candidate.parties += [p for p in g.parties if p.label not in {q.label for q in candidate.parties}]
        if g.start > m.end() and _JOINED.search(clauses.text[m.end() : g.start]):
            candidate.parties += [p for p in g.parties if p.label not in {q.label for q in candidate.parties}]


_BY_PHONE = re.compile(r" (?:[\w']+ ){0,6}?(?:by|on the|over the|via) (?:\w+ )?(?:phone|telephone|video)")
_RINGS = re.compile(r" (?:up )?(?:his |her |its |their |the )?")
_CALLED_UP = re.compile(
    r"(?:[.;]|$| (?:on \w+day|last|this|in the|late|early|after|before|yesterday|and |\w+day|to (?:discuss|"
    r"express|urge|"
    r"congratulate|offer|tell|warn|convey|assure|brief|say|thank|ask|demand|coordinate|review|reassure|press))|, )"
)
_GUEST = re.compile(r"(?:,| (?:to|in|at|for|on|with|late|this|last|here|outside)|\.|$)")
_NO_GUEST = re.compile(r"'s? | (?:proposal|decision|statement|offer|move|remarks|pledge)")
_HIM = re.compile(r" (?:with )?(?:him|her)(?= (?:in|at|on|for|there|again|\d|an?|\w+ (?:minutes|hours?))\b|[.,])")
_THE_PAIR = re.compile(
    r" (?:with )?(?:both (?:of them|leaders|men|sides|ministers|delegations)|the two(?: (?:men|leaders|sides|"
    r"ministers|"
    r"presidents|delegations|of them))?|them both)\b"
)
_TOGETHER = re.compile(
    r" (?:(?:back |closer )?together(?! (?:on|over|against|by|in (?:a|an|the|their) (?:alliance|coalition|bloc|"
    r"union)))|(?:back )?to the (?:same |negotiating |peace |conference )table|face[- ]to[- ]face|"
    r"into (?:the same|one) room)\b"
)
_ASKED_TO = re.compile(r"\b(?:refus\w+|declin\w+|agree[ds]?|ask\w*|request\w*|unwilling|due) to $")
_TIME_OR_MEAL = re.compile(
    r" (?:(?:\d+|an?|half an|two|three|four|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|nearly|almost|about|just|"
    r"only|over|more than)(?: [\w-]+){0,3}? (?:minutes|hours?)\b|(?:an? )?(?:working )?(?:lunch|dinner|breakfast|tea|"
    r"audience|private audience)\b)"
)
_SEEN = re.compile(
    r"(?:[.,;]|$| (?:in|at|on|again|before|after|and|this|last|next|during|separately|face|from|"
    r"for (?:talks|lunch|dinner))\b)"
)
_EACH = re.compile(r"\b(?:each|both separately|separately) (?:\w+ )?$")
_APART = re.compile(r" (?:separately|in turn|one at a time|individually|one after the other)\b")
_IN_PLACE = re.compile(r" (?:in|at) [A-Z]")
_AND_WITH = re.compile(
    r"(?P<place> (?:in|at) (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})?(?: on \w+day)?,? and (?:then |later |"
    r"also |separately )?(?P<with>with )?(?:the )?"
)
_SPOKE_ALONE = re.compile(
    r"(?: (?:on (?!behalf)|for (?:\w+ ){0,3}(?:minutes|hours?)|again|alone|privately|in private|by |earlier|last|"
    r"this|yesterday|today|late|"
    r"for the first)|[,.;']|$)"
)
_NO_PARTY_MET = re.compile(
    r" (?:the|its|their|his|her|this|these|those|all|any|a|an|with (?:a|an|the|\w+ism|\w+tion))\b"
)
_STAYS = re.compile(
    r" (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}(?: capital)?(?:, [A-Z]\w+)?,? ?"
    r"(?:on (?:\w+day|\w+\.? \d|\d)|(?:that |last |this )\w+day|yesterday|today|for (?:an? |the |his |her |their )?"
    r"(?:\w+ ){0,3}(?:talks|visit|meetings?|summit|negotiations)|to (?:meet|hold|attend|discuss|see)|last |this )"
)
_JOINED = re.compile(
    r"\b(?:(?:joined|mediated|brokered|hosted|chaired|facilitated|moderated|convened|attended|sponsored|"
    r"co-chaired) by|"
    r"in the presence of|under the auspices of) (?:the |its |also )?(?:[a-z]+ ){0,2}$"
)
