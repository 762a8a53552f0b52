"""Who can take part in a meeting: the parties that a sentence names, and how they are listed.

A party is a person, a side ("Russia", "the Taliban"), or representatives of a side ("Ethiopian officials", "envoys from
Egypt and Qatar", "EU foreign ministers"). An adjective before something else ("Russian gas") is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.extract.gazetteer import Gazetteer
from tui.extract.model import Mention, MentionKind, SentenceView
from tui.extract.people import People
from tui.extract.syntax import Token, index_at, tokens
from tui.extract.titles import Office, find_titles


@dataclass(frozen=True, slots=True)
class Party:
    """A participant as the sentence gives it. `body`: the words stand for several states (EU ministers, the G7)."""

    start: int
    end: int
    name: str | None
    role: str | None
    side: str | None
    body: bool = False
    office: Office = Office.OTHER

    @property
    def label(self) -> str | None:
        """What tells the party apart: the name, else the side."""
        return self.name or self.side


@dataclass(frozen=True, slots=True)
class Group:
    """Parties listed together: "Putin, Erdogan and the Iranian president"."""

    start: int
    end: int
    parties: tuple[Party, ...]


_GROUP_NOUNS = (
    "security council|general assembly|colleagues|delegations?|negotiating teams?|teams?|authorities|government|"
    "governments|"
    "administration|leadership|regime|junta|"
    "military|army|side|rebels|separatists|insurgents|fighters|groups?|factions?|militants|opposition|generals|"
    "counterparts?|allies|partners|nations|states|countries|members|lawmakers|parliamentarians|commanders|"
    "negotiators|mediators|envoys|officials|representatives|diplomats|ministers|leaders|presidents|delegates|"
    "rulers|heads of state"
)
# words between a side and the noun that it belongs to
_BETWEEN = (
    r"(?:(?:senior|top|high-ranking|high-level|foreign|defen[cs]e|interior|military|government|political|peace|"
    r"nuclear|security|"
    r"state|civilian|opposition|rebel|transitional|interim|joint|visiting|chief|lead|key|own|other|fellow|diplomatic|"
    r"intelligence|army|technical|economic|trade|regional|tribal|religious|community|member|allied|western|federal|"
    r"special|trilateral|ruling|caretaker|de facto|new|two|three|four|five) )*"
)
_GROUP_AFTER = re.compile(rf" (?:-led )?({_BETWEEN}(?:{_GROUP_NOUNS}))(?![\w-])", re.I)
_OF = re.compile(r" (?:of|from|for|representing) (?:both )?(?:the )?")
_BUSINESS = re.compile(r" of (?:[a-z]+ ){0,2}[a-z]+(?= of )")
_ADJECTIVES = re.compile(r"(?:(?:paramilitary|rebel|neighbou?ring|rival|warring|breakaway|exiled|militant|Islamist) )+")
_OWNED = re.compile(
    r" (?:army|government|military|junta|administration|opposition|regime|leadership|armed forces|rebels|"
    r"authorities)\b"
)
_LIST = re.compile(r"(?:, and |, | and | or |/)(?:from |with |of )?(?:the |both )?")
_UNNAMED = re.compile(
    r"\b(?:and|with|met|between|of) (?:the |its |rival |armed |opposition )*"
    r"(?P<who>rebels|insurgents|separatists|opposition|junta|coup leaders|military rulers|militants|warring "
    r"(?:sides|parties))\b"
    r"(?!'s)(?! (?:leader|commander|official|delegat|negotiat|represent|group|figure|force|fighter|part))"
)
_COLLECTIVES = re.compile(
    r"\b(?:(?:western|european|arab|african|asian|gulf|baltic|nordic|central asian|latin american|regional|world|"
    r"allied|"
    r"international|foreign|g\d+|caribbean|pacific island|eastern european|west african|east african) "
    r"(?:foreign |defen[cs]e |finance )?(?:leaders|ministers|powers|allies|mediators|diplomats|envoys|states|"
    r"nations|countries|"
    r"partners|officials|presidents|heads of state|counterparts|negotiators))\b",
    re.I,
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|across|inside|into|through|via|around|throughout|off|toward|towards|within|over|"
    r"against|"
    r"about|beyond|leaving|leave|left|for|despite|amid|surrounding|neighbou?ring|on|to|under|invad\w+|attack\w*) "
    r"(?:the )?(?:\w+ern )?$",
    re.I,
)
_TALKING_TO = re.compile(
    r"\b(?:talk|talks|talked|talking|speak|speaks|spoke|spoken|speaking) (?:\w+ )?to (?:the )?$", re.I
)
_UNIQUE = frozenset(
    {
        Office.STATE,
        Office.GOVERNMENT,
        Office.LEADER,
        Office.FOREIGN,
        Office.DEFENCE,
        Office.INTERIOR,
        Office.SECURITY_ADVISER,
    }
)
_ADMINISTRATION = re.compile(r"(?:'s?)? (?:administration|government|regime|cabinet)\b")
_TIME = re.compile(
    r" (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|"
    r"october|november|december|last|this|next|late|early|earlier|later|today|yesterday|tomorrow|tonight|again)\b",
    re.I,
)
MEDIATED = re.compile(r"-(?:mediated|brokered|sponsored|facilitated|chaired)(?: [a-z-]+){0,3} ")
_HEADLINE_VERBS = frozenset("meet hold agree begin start resume sign discuss exchange fail reach open end".split())
_OWN = re.compile(r"\b(?:his|her|its|their|own|\w+'s|national) $", re.I)
_ENCOUNTER = re.compile(
    r"(?:-[A-Z]\w+)?\)?[ -](?:(?:emergency|extraordinary|annual|special|virtual|informal|foreign|defen[cs]e|"
    r"ministers'?|leaders'?|"
    r"ministerial|high-level|regional) )*(?:summits?|meetings?|talks|sessions?|ministerial|gathering)\b",
    re.I,
)
_NO_PARTY_ROLE = re.compile(
    r"\b(?:analyst|expert|professor|prof|fellow|researcher|scholar|historian|economist|journalist|correspondent|"
    r"reporter|"
    r"editor|columnist|lawyer|doctor|author|witness|resident|student|teacher|pastor|priest|spokes\w+|activist|"
    r"campaigner|"
    r"veteran|soldier|fighter|hacker|wife|husband|son|daughter|brother|sister|father|mother|consultant|"
    r"strategist)s?\b",
    re.I,
)


def parties_of(view: SentenceView, people: People, gazetteer: Gazetteer) -> list[Party]:
    """Every party of the sentence, left to right, none overlapping."""
    return _Parties(view, people, gazetteer).read()


def groups_of(text: str, parties: Sequence[Party]) -> list[Group]:
    """The parties joined into lists."""
    groups: list[list[Party]] = []
    for party in parties:
        if groups and _joined(text, groups[-1][-1], party):
            groups[-1].append(party)
        else:
            groups.append([party])
    return [Group(g[0].start, g[-1].end, _led(text, g)) for g in groups]


def _led(text: str, parties: Sequence[Party]) -> tuple[Party, ...]:
    """ "The US delegation led by Sherman" is Sherman: who leads stands for the led."""
    out: list[Party] = []
    for party in parties:
        if out and _LED.fullmatch(text[out[-1].end : party.start]) and party.name:
            out[-1] = replace(party, start=out[-1].start, side=party.side or out[-1].side)
        else:
            out.append(party)
    return tuple(out)


_LED = re.compile(r",? (?:led|headed|represented|fronted) by (?:the |its |his |her )?")
_CONJUNCTION = re.compile(
    r"(?:'s?)?(?:,? (?:led|headed|represented|fronted) by |,? and (?:also )?|, (?:and |with )?|,? as well "
    r"as |,? along with |,? alongside |,? together with |"
    r",? accompanied by |,? including | or |/|-)"
    r"(?:(?:the|his|her|its|their|a|an|then|both|for|of|from|visiting|fellow|former|senior|top|two|three|several|"
    r"other|paramilitary|rebel|neighbou?ring|rival|breakaway|exiled|militant|Islamist|powerful|four|five|six|"
    r"seven|eight|major) )*"
)
_NEW_CLAUSE = re.compile(
    r" (?:also |later |then |has |have |had |will |would |is |was |were )*"
    r"(?:said|says|told|tells|added|warned|insisted|argued|wrote|called|announced|will|would|has|have|had|is|was|"
    r"were|are|can|could)\b"
)


def _joined(text: str, left: Party, right: Party) -> bool:
    gap = text[left.end : right.start]
    if gap == "" and left.end <= right.start:
        return left.start != right.start or True
    if not _CONJUNCTION.fullmatch(gap):
        return False
    # "met Putin, Zelensky said", "met Putin, and Zelensky said": what comes is a new clause, not one more party
    return not ("," in gap and "including" not in gap and _NEW_CLAUSE.match(text, right.end))


class _Parties:
    """Reads one sentence."""

    def __init__(self, view: SentenceView, people: People, gazetteer: Gazetteer) -> None:
        self.view = view
        self.gazetteer = gazetteer
        self.text = view.text
        self.people = people
        self.titles = find_titles(view.text)
        self.toks = tokens(view.text)
        self.out: list[Party] = []

    def read(self) -> list[Party]:
        """People, then groups with their sides, then sides alone, then collectives."""
        for m in self.view.mentions:
            if m.kind is MentionKind.PERSON and not (m.role and m.name is None and _NO_PARTY_ROLE.search(m.role)):
                led = _ADMINISTRATION.match(self.text, m.end)
                end, name = (led.end(), None) if led else (m.end, m.name)
                self._add(Party(m.start, end, name, None if led else m.role, m.side))
        sides = [m for m in self.view.mentions if m.kind in (MentionKind.SIDE, MentionKind.INSTITUTION)]
        self._of_groups(sides)
        done = -1
        for i, m in enumerate(sides):
            if m.start < done or not self._free(m.start, m.end):
                continue
            done = self._side(sides, i)
        for t in self.titles:
            if (
                t.plural
                and t.office in _UNIQUE
                and self._free(t.start, t.end)
                and re.search(r"\b(?:the|his|her|their) (?:\w+ )?$", self.text[max(0, t.start - 20) : t.start], re.I)
            ):
                self._add(Party(t.start, t.end, None, t.words, None))
        for unnamed in _UNNAMED.finditer(self.text):
            if self._free(unnamed.start(), unnamed.end()):
                self._add(self._unnamed(unnamed))
        for c in _COLLECTIVES.finditer(self.text):
            if self._free(c.start(), c.end()):
                self._add(Party(c.start(), c.end(), None, c.group(), None, body=True))
        return sorted(self.out, key=lambda p: (p.start, p.end))

    def _unnamed(self, m: re.Match[str]) -> Party:
        """ "the Syrian government and rebels": the rebels of the country just named, where the gazetteer knows such."""
        before = max(
            (s for s in self.view.mentions if s.end <= m.start() and s.form == "adjective"),
            key=lambda s: s.end,
            default=None,
        )
        entry = self.gazetteer.entry(f"{self.text[before.start : before.end]} {m['who']}") if before else None
        return Party(m.start("who"), m.end(), None, m["who"], entry.side if entry else None)

    def _of_groups(self, sides: Sequence[Mention]) -> None:
        """ "envoys from Egypt and Qatar", "the foreign ministers of Russia, Iran and Turkey"."""
        for head in self._heads():
            business = _BUSINESS.match(self.text, head[1])
            of = _OF.match(self.text, business.end() if business else head[1])
            if of is None:
                continue
            pos, found = of.end(), []
            while m := next(
                (s for s in sides if s.start == pos or _ADJECTIVES.fullmatch(self.text[pos : s.start])), None
            ):
                end = m.end
                if m.form == "possessive" and (owned := _OWNED.match(self.text, end)):
                    end = owned.end()
                found.append(replace(m, end=end))
                after = _LIST.match(self.text, self._bracketed(end))
                if after is None:
                    break
                pos = after.end()
            if found and self._free(head[0], found[-1].end):
                self._represent(found, head[0], self._bracketed(found[-1].end), head[2], head[3])

    def _bracketed(self, pos: int) -> int:
        """Behind " (OSCE)" where that follows."""
        m = re.compile(r" \([^()]{1,60}\)").match(self.text, pos)
        return m.end() if m else pos

    def _heads(self) -> list[tuple[int, int, str, Office]]:
        """Plural role phrases and nouns for representatives: (start, end, words, office)."""
        out = [(t.start, t.end, t.words, t.office) for t in self.titles if t.plural]
        for m in re.finditer(rf"\b{_BETWEEN}(?:{_GROUP_NOUNS})\b", self.text, re.I):
            if not any(a < m.end() and m.start() < b for a, b, *_ in out):
                out.append((m.start(), m.end(), m.group(), Office.OTHER))
        return out

    def _side(self, sides: Sequence[Mention], i: int) -> int:
        """The party that begins with side `i`, with others listed before a common noun; gives where it ends."""
        chain = [sides[i]]
        while i + len(chain) < len(sides):
            nxt = sides[i + len(chain)]
            gap = self.text[chain[-1].end : nxt.start]
            if not re.fullmatch(r"(?:, and |, | and | or |-|/)(?:the )?", gap) or not self._free(nxt.start, nxt.end):
                break
            chain.append(nxt)
        head = self._head_after(chain[-1])
        if head is None and len(chain) > 1 and chain[0].form != "adjective":
            chain = chain[:1]
            head = self._head_after(chain[0])
        if head is not None:
            end, words, office = head
            self._represent(chain, chain[0].start, end, words, office)
            return end
        m = chain[0]
        if self._acts(m):
            institution = m.kind is MentionKind.INSTITUTION
            organisation = self._many(m)
            side = m.side or m.name
            self._add(Party(m.start, self._bracketed(m.end), None, m.name if institution else None, side, organisation))
        return m.end

    def _many(self, m: Mention) -> bool:
        """Does the name stand for several states: an international organisation or its council?"""
        entry = self.gazetteer.entry(m.side) if m.side else None
        return entry is not None and entry.role == "organisation"

    def _head_after(self, m: Mention) -> tuple[int, str, Office] | None:
        """The noun that the side modifies, where it is one for representatives."""
        if m.form in ("compound", "opponent", "part"):
            return None
        for t in self.titles:
            gap = self.text[m.end : t.start] if t.start >= m.end else None
            if gap is not None and t.plural and re.fullmatch(rf" {_BETWEEN}", gap):
                return t.end, t.words, t.office
        found = _GROUP_AFTER.match(self.text, m.end)
        return (found.end(), found.group(1), Office.OTHER) if found else None

    def _represent(self, sides: Sequence[Mention], start: int, end: int, words: str, office: Office) -> None:
        """One party for each side; a single holder of the office is the person."""
        role = None if re.fullmatch(r"government|side|administration|authorities", words, re.I) else words
        for n, m in enumerate(sides):
            side = m.side or m.name
            holder = None
            if office in _UNIQUE and m.role != "organisation" and len(sides) > 1:
                holder = self.people.named_holder(office, side)
            begin = start if n == 0 else m.start
            stop = end if n == len(sides) - 1 else m.end
            body = self._many(m)
            if holder is not None:
                self._add(Party(begin, stop, holder.name, holder.role, side, False, office), force=n > 0)
            else:
                self._add(Party(begin, stop, None, role, side, body, office), force=n > 0)

    def _acts(self, m: Mention) -> bool:
        """Can the bare side be a party: no adjective, no modifier of another noun, not where something happens?"""
        if m.kind is MentionKind.INSTITUTION and m.role not in ("council", "body", "ministry", "government"):
            return False
        if m.form == "compound" and MEDIATED.match(self.text, m.end):
            return True
        if m.form in ("adjective", "compound", "opponent", "part") or m.kind is MentionKind.PLACE:
            return False
        before = self.text[max(0, m.start - 40) : m.start]
        if m.kind is MentionKind.INSTITUTION and _OWN.search(before):
            return False  # "his Security Council": a state's own
        somewhere = _PLACE_BEFORE.search(before) and not _TALKING_TO.search(before)
        if somewhere and (m.role in ("state", "territory") or m.form == "capital"):
            return False
        if re.search(r"(?:\w, )$", before) and m.form in ("name", "capital") and self._is_address(m):
            return False
        if m.form == "possessive":
            return bool(re.match(r" (?:talks|meeting|summit|negotiations|dialogue)\b", self.text[m.end :]))
        nxt = self._next(m.end)
        if nxt is None or self.text[m.end : m.end + 1] == "-" or _TIME.match(self.text, m.end):
            return True
        if self._many(m) and _ENCOUNTER.match(self.text, self._bracketed(m.end)):
            return True  # the NATO summit, the ASEAN (...)-US meeting
        if self.text[m.start - 1 : m.start] == "-" and self.out and self.out[-1].end == m.start - 1:
            return True
        if nxt.low in _HEADLINE_VERBS:
            return True
        return not (nxt.start == m.end + 1 and nxt.tag in ("word", "name", "num"))

    def _is_address(self, m: Mention) -> bool:
        """ "in Minsk, Belarus": the country of a place just named."""
        return any(
            p.end + 2 == m.start
            and p.kind in (MentionKind.PLACE, MentionKind.SIDE)
            and self.text[p.end : m.start] == ", "
            and _PLACE_BEFORE.search(self.text[max(0, p.start - 40) : p.start])
            for p in self.view.mentions
        )

    def _next(self, pos: int) -> Token | None:
        if not self.toks:
            return None
        t = self.toks[index_at(self.toks, pos)]
        return t if t.start >= pos else None

    def _free(self, start: int, end: int) -> bool:
        return not any(p.start < end and start < p.end for p in self.out)

    def _add(self, party: Party, *, force: bool = False) -> None:
        if force or self._free(party.start, party.end):
            self.out.append(party)
