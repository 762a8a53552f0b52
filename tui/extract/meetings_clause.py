"""Who does what in a sentence that may tell of a meeting: subjects, objects and "with" phrases as lists of parties.

No parse: word classes (`tui.extract.syntax`) and the party lists of the sentence. A subject is the nearest list to the
left of a verb that is no object of a preposition or of another verb; infinitives and participles climb to their clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.meetings_lexicon import PAIR
from tui.extract.meetings_parties import Group, Party
from tui.extract.syntax import Token, index_at, tokens

_SAYING = frozenset(
    "say tell add warn insist argue write announce confirm report claim note state declare explain suggest reply "
    "tweet stress "
    "believe think hope expect know acknowledge deny reveal indicate".split()
)
_CONTROL = frozenset(
    "invite urge ask tell persuade allow press want get expect call force convince pressure encourage request "
    "order send "
    "dispatch instruct".split()
)
_LINKING = frozenset(
    (
        "of",
        "in",
        "on",
        "at",
        "with",
        "to",
        "by",
        "from",
        "for",
        "after",
        "against",
        "between",
        "about",
        "over",
        "under",
        "into",
        "than",
        "like",
        "including",
        "despite",
        "amid",
        "among",
        "during",
        "before",
        "near",
        "without",
        "toward",
        "towards",
        "following",
        "since",
        "through",
        "via",
        "per",
        "unlike",
    )
)
_TELLING = frozenset(["invite"]) | frozenset(
    "tell warn urge ask assure inform remind press challenge confront thank congratulate reassure implore beg".split()
)
_PLANNED_RELATIVE = re.compile(
    r"(?:that|which) (?:was|is|were|are|had been|has been) (?:due|planned|scheduled|set|expected|supposed|held|"
    r"to|arranged)\b"
)
_RELATIONAL = frozenset(
    "border borders war conflict relations relationship ties tensions crisis deal agreement trade cooperation "
    "alliance partnership "
    "peace contact dispute standoff accord treaty truce ceasefire exercises drills solidarity problem line "
    "frontier accordance "
    "connection association link links coalition pact friendship".split()
)
_ACTING = re.compile(r" (?!including|during|regarding|concerning|meeting|visiting|starting|beginning)[a-z]+ing\b")
_AND_AFTER = re.compile(r"\b([Hh]e|[Ss]he) and (?:the )?$")
_SHORT_QUOTE = re.compile(r'"[^" ]+(?: [^" ]+){0,3}"')
_COLLECTIONS = frozenset(
    "group delegation team number pair series handful dozens hundreds lot majority representatives officials members "
    "contingent host trio quartet round coalition bloc".split()
)
_PRONOUNS = frozenset("he she they we i it".split())
_QUOTES = frozenset(('"',))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a subject was found to be: a list of parties, or a pronoun or anaphor still to be resolved."""

    group: Group | None
    pronoun: str | None = None  # beside a list: "control" (it is told to), "he" ("he and Carter")
    pronoun_at: int = -1


class Clauses:
    """One sentence, read for subjects and objects."""

    def __init__(self, text: str, groups: Sequence[Group]) -> None:
        self.text = text
        self.toks = tokens(text)
        self.groups = groups
        self.pairs = [m.span() for m in PAIR.finditer(text)]
        self.short_quotes = {i for m in _SHORT_QUOTE.finditer(text) for i in (m.start(), m.end() - 1)}

    # -- places in the sentence

    def at(self, pos: int) -> int:
        """The index of the token at character `pos`."""
        return index_at(self.toks, pos)

    def group_at(self, token: Token) -> Group | None:
        """The party list that covers a token."""
        return next((g for g in self.groups if g.start <= token.start < g.end), None)

    def clause(self, pos: int) -> tuple[int, int]:
        """The characters of the clause around `pos`: up to a subordinator, a relative or a quotation mark."""
        i = self.at(pos)
        first = i
        while first > 0 and (not self._breaks(first - 1) or self._closed(first - 1, i)):
            first -= 1
        last = i
        while last + 1 < len(self.toks) and not self._breaks(last + 1):
            last += 1
        return self.toks[first].start, self.toks[last].end

    def _closed(self, rel: int, i: int) -> bool:
        """Is the relative clause that begins at token `rel` over before token `i`: ", who is in China, held talks"?"""
        if self.toks[rel].tag != "rel" or rel == 0 or self.toks[rel - 1].low != ",":
            return False
        return any(t.low == "," for t in self.toks[rel + 1 : i])

    def _breaks(self, i: int) -> bool:
        t = self.toks[i]
        if t.low == '"' and t.start in self.short_quotes:
            return False
        if t.low in (";", ":", '"') or (
            t.low == "-" and self.text[t.start - 1 : t.start] == " " and self.text.count(" - ") < 2
        ):
            return True
        if t.tag == "rel" or (t.low == "that" and t.tag != "det"):
            return not _PLANNED_RELATIVE.match(self.text, t.start)
        if t.low in ("but", "while", "because", "although", "though", "if", "unless", "whereas"):
            return True
        if t.low in ("and", "as", "after", "before", "when", "where", "since", "until", "so"):
            return self._new_subject(i + 1)
        return False

    def _new_subject(self, i: int) -> bool:
        """Does a clause with a subject of its own begin at token `i`: "and Russia will", "as Putin met"?"""
        n = i
        while n < len(self.toks) and self.toks[n].tag in ("det", "adv"):
            n += 1
        if n >= len(self.toks):
            return False
        pair = next((p for p in self.pairs if p[0] <= self.toks[n].start < p[1] or p[0] == self.toks[i].start), None)
        if pair is not None:
            return self._finite_follows(self.at(pair[1]), 3)
        group = self.group_at(self.toks[n]) or self.group_at(self.toks[i])
        if group is not None:
            before = self.toks[i - 2] if i > 1 else None
            if before is not None and self.group_at(before) is group:
                return False
            return self._finite_follows(self.at(group.end), 4)
        return self.toks[n].low in _PRONOUNS and self._finite_follows(n + 1, 3)

    def _finite_follows(self, i: int, reach: int) -> bool:
        """Does a finite verb stand within `reach` tokens, before any comma or preposition?"""
        for t in self.toks[i : i + reach]:
            if t.tag in ("aux", "modal") or (t.tag == "verb" and t.form in ("past", "s", "base")):
                return True
            if t.tag not in ("adv", "word", "name") and t.text != "'s":
                return False
        return False

    # -- subjects

    def verb_start(self, pos: int) -> int:
        """The index of the first word of the verb group around the verb at `pos`."""
        i = self.at(pos)
        while i > 0 and self.toks[i - 1].tag in ("aux", "modal", "to", "adv"):
            if self.toks[i - 1].low == "not" or self.toks[i - 1].tag != "adv" or i > 1:
                i -= 1
            else:
                break
        return i

    def subject(self, pos: int) -> Subject | None:
        """The subject of the verb at character `pos`."""
        if not self.toks:
            return None
        verb = self.at(pos)
        first = self.verb_start(pos)
        group = self.toks[first:verb]
        finite = self.toks[verb].form not in ("ing",) or any(t.base == "be" for t in group)
        if any(t.tag == "to" for t in group) and not any(t.tag == "modal" for t in group):
            finite = any(t.tag == "aux" for t in group[: next(i for i, t in enumerate(group) if t.tag == "to")])
        if not finite and self._opens_sentence(first):
            return self._after_comma(verb)
        return self._left(first - 1, finite=finite)

    def main_subject(self, pos: int) -> Subject | None:
        """The subject of the clause that an adjunct at `pos` ("after talks with ...") belongs to."""
        if not self.toks:
            return None
        first = self.at(pos)
        while (
            first > 0
            and self.toks[first - 1].tag in ("det", "num", "word", "adv", "name")
            and self.group_at(self.toks[first - 1]) is None
        ):
            first -= 1
        if self._opens_sentence(first):
            return self._after_comma(self.at(pos)) or self._next_clause(self.at(pos))
        return self._left(first - 1, finite=False, control=False)

    def _opens_sentence(self, i: int) -> bool:
        """Is token `i` part of an adjunct that opens the sentence ("After meeting", "In a call with")?"""
        for k in range(i - 1, -1, -1):
            t = self.toks[k]
            if t.tag in ("verb", "aux", "modal", "pron") or self.group_at(t) is not None:
                return bool(k == 0 and t.form == "ing")
            if t.low == '"':
                return True
        return i < 8 and (i == 0 or self.toks[0].tag in ("prep", "sub", "adv") or self.toks[0].form == "ing")

    def _after_comma(self, i: int) -> Subject | None:
        """The list that opens the main clause behind an adjunct: "After talks with Lavrov, Blinken said"."""
        for k in range(i, len(self.toks) - 1):
            if self.toks[k].low != ",":
                continue
            n = k + 1
            while n < len(self.toks) and self.toks[n].tag in ("det", "adv"):
                n += 1
            if n >= len(self.toks):
                return None
            group = self.group_at(self.toks[n]) or self.group_at(self.toks[k + 1])
            if group is not None and group.start >= self.toks[k].end:
                group = self._reported(group)
                return Subject(group)
            if self.toks[k + 1].low in _PRONOUNS:
                return self._pronoun(self.toks[k + 1])
        return None

    def _reported(self, group: Group) -> Group:
        """ "Downing Street said Mr Johnson urged": the subject of what is said, not who says it."""
        for t in self.toks:
            if t.start < group.end:
                continue
            if t.tag == "verb" and t.base in _SAYING:
                said = next((g for g in self.groups if g.start >= t.end), None)
                if said is not None and re.fullmatch(r" (?:that )?(?:the )?", self.text[t.end : said.start]):
                    return said
            if t.tag not in ("adv", "aux"):
                break
        return group

    def _next_clause(self, i: int) -> Subject | None:
        """The subject behind an adjunct that no comma closes: "At talks tonight the PM will"."""
        for g in self.groups:
            if g.start > self.toks[i].end and self._finite_follows(self.at(g.end), 3):
                before = self.toks[self.at(g.start) - 1]
                if before.tag == "det":
                    before = self.toks[self.at(g.start) - 2]
                return None if before.tag in ("prep", "to") else Subject(g)
        return None

    def told_in(self, pos: int) -> Group | None:
        """Whom the subject of the sentence tells, warns or asks: "told Putin in a call", "at talks warned Lavrov"."""
        first, last = self.clause(pos)
        for t in self.toks:
            if t.tag == "verb" and t.base in _TELLING and first <= t.start < last:
                group = self.object_after(t.end)
                if group is not None and any(p.name or p.role for p in group.parties):
                    return group
        return None

    def _pronoun(self, t: Token) -> Subject:
        return Subject(None, t.low, t.start)

    def _left(self, i: int, *, finite: bool, control: bool = True) -> Subject | None:
        """Walk left from token `i` to the nearest list that can be a subject."""
        while i >= 0:
            t = self.toks[i]
            pair = next((p for p in self.pairs if p[0] <= t.start < p[1]), None)
            if pair is not None and self.text[pair[0] : pair[1]].lower() not in ("each other", "one another"):
                before = self.toks[self.at(pair[0]) - 1] if pair[0] else None
                if self._of_people(pair[0]):
                    return Subject(None, "delegates", pair[0])
                if before is None or before.low not in _LINKING:
                    return Subject(None, "they", pair[0])
            group = self.group_at(t)
            if group is not None:
                i = self.at(group.start)
                role = self._role(i)
                if role == "subject":
                    return self._with_pronoun(group)
                if role == "controlled" and not finite and control:
                    return Subject(group, "control")
                i -= 1
                continue
            if t.low in _PRONOUNS and not (t.low == "it" and not finite):
                return self._pronoun(t)
            if t.tag == "rel" or (t.low == "that" and t.tag == "rel"):
                return self._antecedent(i)
            if (
                finite
                and t.tag == "sub"
                and t.low in ("that", "because", "if", "although", "though", "whether", "while", "when", "as")
            ):
                return None
            if t.low in (";", '"') and finite:
                return None
            i -= 1
        return None

    def _with_pronoun(self, group: Group) -> Subject:
        """ "he and Defense Secretary Carter": the pronoun belongs to the list behind it."""
        m = _AND_AFTER.search(self.text, 0, group.start)
        return Subject(group, m.group(1).lower(), m.start(1)) if m is not None else Subject(group)

    def helped(self, pos: int) -> bool:
        """Does an auxiliary stand before the verb at `pos`?"""
        i = self.at(pos)
        while i and self.toks[i - 1].tag == "adv":
            i -= 1
        return i > 0 and self.toks[i - 1].tag == "aux"

    def helped_by_be(self, pos: int) -> bool:
        """Is the verb at `pos` a passive: "was invited"?"""
        i = self.at(pos)
        while i and self.toks[i - 1].tag == "adv":
            i -= 1
        return i > 0 and self.toks[i - 1].base == "be"

    def is_subject(self, group: Group) -> bool:
        """Can the list be a subject, being no object?"""
        return self._role(self.at(group.start)) == "subject"

    def _of_people(self, pos: int) -> bool:
        """ "senior commanders of both sides": who represents the pair."""
        return bool(
            re.search(
                r"\b(?:commanders|officials|representatives|leaders|delegations|negotiators|members|envoys) "
                r"(?:of|from) $",
                self.text[:pos],
            )
        )

    def headline_infinitive(self, i: int) -> bool:
        """ "Putin to meet Xi": is the verb at token `i` the infinitive of a headline, which has no other verb?"""
        if i < 2 or self.toks[i - 1].low != "to" or self.group_at(self.toks[i - 2]) is None:
            return False
        return not any(t.tag in ("aux", "modal") or (t.tag == "verb" and t.form in ("past", "s")) for t in self.toks)

    def embedded(self, pos: int, trigger: int) -> bool:
        """Does `pos` lie in a relative clause or apposition, closed by a comma, that the trigger stands outside of?"""
        if pos >= trigger or "," not in self.text[pos:trigger]:
            return False
        k = self.at(pos)
        while k > 0 and self.toks[k - 1].low != ",":
            k -= 1
            if self.toks[k].tag == "rel":
                return True
        return False

    def _role(self, i: int) -> str:
        """What the list that begins at token `i` is: subject, object, controlled ("urged Putin to meet")."""
        k = i - 1
        while k >= 0 and self.toks[k].tag in ("det", "num", "adv") and self.toks[k].low not in ("here",):
            k -= 1
        while k >= 0 and self.toks[k].tag == "word" and k > 0 and self.toks[k - 1].tag in ("det", "word", "prep"):
            k -= 1
            while k >= 0 and self.toks[k].tag == "det":
                k -= 1
        if k < 0:
            return "subject"
        t = self.toks[k]
        if t.tag == "verb":
            if t.base in _SAYING and t.base not in ("tell",):
                return "subject"
            return "controlled" if t.base in _CONTROL else "object"
        if t.low == "of" and k and self.toks[k - 1].low in _COLLECTIONS:
            return self._role(k - 1)
        if t.low in _LINKING and t.tag in ("prep", "to", "verb", "sub"):
            if t.low in ("after", "before", "since", "than") and self._has_finite_verb(i):
                return "subject"
            if (
                t.low in ("for", "on", "with", "by")
                and k
                and (
                    self.toks[k - 1].base in ("call", "appeal")
                    or self.toks[k - 1].low in ("request", "invitation", "appeal", "call")
                )
            ):
                return "controlled"
            return "object"
        return "subject"

    def _has_finite_verb(self, i: int) -> bool:
        """Does a finite verb follow the list at token `i` before a comma: "after Putin met"?"""
        group = self.group_at(self.toks[i])
        end = group.end if group else self.toks[i].end
        for t in self.toks[self.at(end) :]:
            if t.start < end:
                continue
            if t.tag in ("aux", "modal") or (t.tag == "verb" and t.form in ("past", "s")):
                return True
            if t.low in (",", ";") or t.tag in ("sub", "rel"):
                return False
        return False

    def _antecedent(self, i: int) -> Subject | None:
        """The list right before "who"."""
        pos = self.toks[i].start
        group = next(
            (
                g
                for g in reversed(self.groups)
                if g.end <= pos and re.fullmatch(r"'?s?,?(?: -)? ?", self.text[g.end : pos])
            ),
            None,
        )
        if group is None:
            return None
        verb = next((t for t in self.toks[i + 1 :] if t.tag in ("verb", "aux", "modal")), None)
        if verb is not None and verb.low in ("is", "was", "has") and len(group.parties) > 1:
            group = single(group.parties[-1])
        return Subject(group)

    # -- objects

    def object_after(self, pos: int) -> Group | None:
        """The list that stands right behind a verb that ends at `pos`."""
        group = next((g for g in self.groups if g.start >= pos), None)
        if group is None or len(self.text[pos : group.start]) > 60:
            return None
        between = [t for t in self.toks if pos <= t.start and t.end <= group.start]
        if between and between[-1].low == "," and len(between) < 10:
            between = between[:-1]  # "met China's most senior official, Yang Jiechi"
        elif len(between) > 5:
            return None
        if any(
            t.tag not in ("det", "adv", "word", "num", "name") and t.low not in ("visiting", "-", "'s") for t in between
        ):
            return None
        return self._whole(group)

    def phrase_after(self, pos: int, prepositions: frozenset[str], *, limit: int = 22) -> tuple[str, Group] | None:
        """The first list behind `pos` that one of `prepositions` introduces, other phrases stepped over."""
        i = self.at(pos)
        if not self.toks or self.toks[i].end <= pos:
            i += 1
        for k in range(i, min(len(self.toks), i + limit)):
            t = self.toks[k]
            if t.low in prepositions and not (
                t.low in ("with", "between") and self.toks[k - 1].low in _RELATIONAL and self.toks[k - 1].start >= pos
            ):
                group = self._introduced(k)
                acts = group is not None and t.low == "with" and _ACTING.match(self.text, group.end)
                if group is not None and not acts:
                    return t.low, group
            if self._stops(k, pos):
                return None
        return None

    def _introduced(self, k: int) -> Group | None:
        """The list that the preposition at token `k` introduces."""
        pos = self.toks[k].end
        group = next((g for g in self.groups if g.start >= pos), None)
        if group is None or len(self.text[pos : group.start]) > 70:
            return None
        for t in self.toks:
            if (
                pos <= t.start
                and t.end <= group.start
                and (
                    t.tag not in ("det", "adv", "word", "num", "name", "coord")
                    and t.low not in ("visiting", "both", "-", "his", "her")
                )
            ):
                return None
        return self._whole(group)

    def _whole(self, group: Group) -> Group | None:
        """The list unless its last member only owns what follows ("met Putin's envoy")."""
        last = group.parties[-1]
        if self.text[group.end : group.end + 2] in ("'s", "' ") and last.name is not None:
            kept = group.parties[:-1]
            return Group(group.start, kept[-1].end, kept) if kept else None
        return group

    def _stops(self, k: int, pos: int) -> bool:
        t = self.toks[k]
        if (t.low == '"' and t.start in self.short_quotes) or t.low in ("there", "here"):
            return False
        if t.low in (";", ":", '"', "(") or t.tag in ("aux", "modal", "rel", "pron"):
            return True
        if t.tag == "sub" and t.low not in ("as", "after", "before"):
            return True
        if (
            t.tag == "verb"
            and t.form in ("past", "s", "part")
            and t.low
            not in (
                "led",
                "involving",
                "aimed",
                "focused",
                "dubbed",
                "scheduled",
                "planned",
                "called",
                "held",
                "mediated",
                "brokered",
                "hosted",
            )
        ):
            return True
        if t.low == ",":
            rest = self.text[t.end : t.end + 40]
            return not re.match(r" (?:with|\w+day|\d|on|in|at|together|alongside|which|the first|[A-Z]\w+, )", rest)
        return False


def single(party: Party) -> Group:
    """A list of one."""
    return Group(party.start, party.end, (party,))
