"""Person phrases of one sentence: side, title, complement, name and apposition read together.

"Ukraine's President Volodymyr Zelensky", "Sergei Lavrov, Russia's foreign minister", "the UN special envoy for Syria,
Geir Pedersen", "China's Xi Jinping", "Mr Wallace", "the Russian leader". Knows the language, no person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from tui.extract.model import Mention, MentionKind
from tui.extract.names import (
    Token,
    is_acronym,
    is_capitalised,
    is_headline,
    is_organisation,
    is_stop,
    is_wordlike,
    name_end,
    tokenise,
)
from tui.extract.titles import Office, Title, find_titles, honorific_at, office_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch that speaks of one person: `words` are the name's (none where only a role is given).

    `strong` where the phrase alone proves a person; a weak one (China's Xi Jinping) needs another sighting.
    """

    start: int
    end: int
    words: tuple[str, ...]
    role: str | None
    side: str | None
    office: Office
    former: bool = False
    definite: bool = False
    strong: bool = True


_SPEECH = "|".join(
    """
    said says told tells added adds warned warns insisted insists argued argues claimed claims explained
    explains noted notes wrote writes tweeted stressed stresses declared declares announced announces
    acknowledged admitted confirmed denied denies called urged urges suggested suggests believes thinks replied
    responded vowed recalled testified remarked commented predicted condemned accused described met visited
    spoke flew arrived travelled traveled signed ordered welcomed hosted hailed praised rejected dismissed
    criticised criticized pledged promised has is was
    """.split()
)
_SPEAKS_AFTER = re.compile(
    rf" (?:also |later |then |however, |now |again |recently |reportedly |repeatedly )?(?:{_SPEECH})\b"
)
_SPEAKS_BEFORE = re.compile(r"\b(?:said|says|added|adds|warned|according to|told|tweeted|wrote|asked|by|from) $")
_MEETS_BEFORE = re.compile(r"\b(?:with|met|meets|meet|between|and|host to|hosted|welcomed|received) $")
_WILL = re.compile(r"(?:'s)? (?:will|would|has|had|is|was|plans|met|meets|spoke|flew|arrived|visited)\b")
_COMPLEMENT = re.compile(r" (?:of|for|to|in|at|on|with) (?:the )?")
_OUTER = re.compile(
    r"(?<![\w-])(deputy|assistant|former|then|ex|late|acting|interim|first deputy|senior|top|visiting|outgoing)[ -]$",
    re.I,
)
_AFFAIRS = re.compile(
    r" (?:of|for|on|to) (?:the )?(?:[\w'-]+ ){0,7}?(?:affairs|policy|security|defen[cs]e|operations|control|"
    r"reconciliation|staff|energy|intelligence|non-?proliferation|neighbou?rhood|integration|rights|forces|command|"
    r"treasury|army|navy)\b(?: council| department| ministry)?(?! of)",
    re.I,
)
_OWNED_GAP = re.compile(r" (?:[a-z-]+ ){1,3}")
_SIDE_GAPS = frozenset((" ", " and ", ", ", ", and "))
_AND = re.compile(r", (?:and )?| and ")
_DETERMINER = re.compile(r"(?:the|a|an|his|her|its|their|our|my|one of|this|that) ", re.I)
_GAP_WORDS = re.compile(r"(?:[\w'-]+ ){0,4}")
_NO_GAP = re.compile(
    r"\b(?:and|or|but|who|which|that|with|for|of|in|on|at|by|from|as|after|before|said|says|told|is|was|were|are|has|"
    r"had|have|will|would|to|while|when|where|if)\b",
    re.I,
)
_GENERIC_AFTER = re.compile(
    r" (?:Base|Airport|University|City|Hospital|Street|Square|Institute|Foundation|Center|Centre|Bridge|Class|class|"
    r"carrier|Strike)"
)


def acts_like_a_person(text: str, token: Token) -> bool:
    """Does the word speak, act or meet somebody: "Blinken will meet", "met Lavrov"?"""
    after = _SPEAKS_AFTER.match(text, token.end) or _WILL.match(text, token.end)
    return bool(after or _MEETS_BEFORE.search(text[: token.start]))


class KnownNames(Protocol):
    """What a second reading knows of the article's people."""

    def known(self, words: Sequence[str]) -> bool:
        """Do the words name a person?"""

    def is_surname(self, word: str) -> bool:
        """Is the word somebody's last name?"""


@dataclass
class Reader:
    """Reads sentences into person phrases; remembers what it found in each."""

    mentions_of: Callable[[str], Sequence[Mention]]
    _mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The sides, places and institutions of a sentence, found once."""
        if text not in self._mentions:
            self._mentions[text] = tuple(m for m in self.mentions_of(text) if m.kind is not MentionKind.PERSON)
        return self._mentions[text]

    def lone_tokens(self, text: str) -> list[Token]:
        """Capitalised words that stand alone: surnames, if anybody bears them."""
        tokens = tokenise(text)
        taken = self.mentions(text)
        out = []
        for i, t in enumerate(tokens):
            if not is_capitalised(t.text) or is_stop(t.text) or is_acronym(t.text):
                continue
            neighbours = [tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens)]
            alone = all(
                not is_capitalised(n.text)
                or is_stop(n.text)
                or any(m.start <= n.start < m.end for m in taken)
                or text[min(n.end, t.end) : max(n.start, t.start)] != " "
                for n in neighbours
            )
            if alone and not any(m.start <= t.start < m.end for m in taken):
                out.append(t)
        return out

    def lone_words(self, text: str) -> list[str]:
        """The words of `lone_tokens` inside the sentence; the first word has its capital anyway."""
        return [t.text for t in self.lone_tokens(text) if t.start > 0]

    def phrases(self, text: str, names: KnownNames) -> list[Phrase]:
        """Every person phrase of `text`, left to right, none overlapping.

        `names` tells who is already known.
        """
        return _Sentence(text, self.mentions(text), names).read()


class _Sentence:
    """One sentence while it is read."""

    def __init__(self, text: str, mentions: Sequence[Mention], names: KnownNames) -> None:
        self.text = text
        self.mentions = mentions
        self.names = names
        self.tokens = tokenise(text)
        self.index = {t.start: i for i, t in enumerate(self.tokens)}
        self.titles = [t for title in find_titles(text) if (t := self._outside(title))]
        self.headline = is_headline(text, self.tokens)
        self.taken: list[tuple[int, int]] = []

    def read(self) -> list[Phrase]:
        """Titles first, then bare names; what is behind a name as apposition joins it."""
        out: list[Phrase] = []
        for title in self.titles:
            if not self._free(title.start, title.end):
                continue
            out += self._titled(title)
        for i, token in enumerate(self.tokens):
            if is_capitalised(token.text) and self._free(token.start, token.end) and (phrase := self._bare(i)):
                out.append(self._take(phrase))
        for title in self.titles:
            if self._free(title.start, title.end) and (phrase := self._described(title)):
                out.append(self._take(phrase))
        return sorted(out, key=lambda p: p.start)

    # -- titles

    def _outside(self, title: Title) -> Title | None:
        """The title without what belongs to a name before it: "White House press secretary"."""
        inside = next((m for m in self.mentions if m.start < title.end and title.start < m.end), None)
        if inside is None:
            return title
        words = self.text[inside.end : title.end].strip()
        if inside.start >= title.start or not words:
            return None
        start = title.end - len(words)
        return replace(title, start=start, words=words, office=office_of(words.lower()))

    def _titled(self, title: Title) -> list[Phrase]:
        """Phrases of a title that a name follows: one, or several behind a plural ("Presidents Putin and Xi")."""
        side, start = self._side_before(title.start)
        title, start = self._outer_modifiers(title, start)
        end, side_after = self._complement(title.end)
        pos, comma = self._stacked(end), False
        before = self.text[max(0, start - 5) : start]
        definite = start < title.start or _DETERMINER.search(before) or before.endswith("'s ")
        if re.search(r"\ban? (?:[a-z-]+ )?$", self.text[max(0, start - 25) : start]):
            definite = False  # "a North Korean official, President Trump said": two people
        if self.text[pos : pos + 2] == ", " and definite:
            pos, comma = self._stacked(pos + 1), True
        words, name_stop = self._name_at(pos + 1, after_title=True)
        if not words or (comma and len(words) < 2 and not self._known(words)):
            return []
        if comma and (
            name_stop < len(self.text)
            and self.text[name_stop] not in ",.;:)'\""
            and not self.text[name_stop:].startswith((" in ", " and ", " said", " of ", " at "))
        ):
            return []
        more: list[tuple[int, tuple[str, ...], int]] = []
        while title.plural and (m := _AND.match(self.text, more[-1][2] if more else name_stop)):
            others, stop = self._name_at(m.end(), after_title=True)
            if not others:
                break
            more.append((m.end(), others, stop))
        if title.plural and not more:
            return []
        sides = self._sides_in(title.end, end) if comma and title.plural else []
        if title.plural and not sides:
            sides = self._sides_before(title.start)
        keep = side_after is None or title.office is Office.AMBASSADOR
        role = title.words + (self.text[title.end : end] if keep else "")
        whose = side or (None if title.office in (Office.AMBASSADOR, Office.ENVOY) else side_after)
        office = title.office
        if office is Office.STATE and side_after is not None and not self._is_state(title.end, end):
            office = Office.CHIEF  # the president of a commission or a company
        if not comma and not title.plural and (of := self._of_side(name_stop)) is not None and whose in (None, of.side):
            whose, name_stop = of.side, of.end
        phrase = Phrase(start, name_stop, words, role.strip(), whose, office, title.former)
        if sides and len(sides) == len(more) + 1:  # "the ministers of India and China, A and B": in their order
            begin = self.tokens[self.index[pos + 1]].start
            phrase = replace(phrase, start=begin, side=sides[0])
        out = [self._take(self._apposed(phrase))]
        for n, (begin, others, stop) in enumerate(more, 1):
            side_of = sides[n] if len(sides) == len(more) + 1 else whose
            out.append(self._take(Phrase(begin, stop, others, role.strip(), side_of, title.office, title.former)))
        return out

    def _stacked(self, pos: int) -> int:
        """Behind the titles and honorifics that follow: "Chief of the Defence Staff Admiral Sir Tony Radakin"."""
        while self.text[pos : pos + 1] == " ":
            honorific = honorific_at(self.text, pos + 1)
            if honorific > pos + 1:
                return honorific - 1
            stacked = next((t for t in self.titles if t.start == pos + 1), None)
            if stacked is None:
                break
            pos = stacked.end
        return pos

    def _outer_modifiers(self, title: Title, start: int) -> tuple[Title, int]:
        """The modifiers before the side: "Deputy US Secretary of State", "then-North Korea leader"."""
        m = _OUTER.search(self.text[max(0, start - 30) : start])
        if m is None or start == title.start:
            return title, start
        words = f"{m.group(1)} {title.words}"
        former = title.former or bool(re.match(r"former|then|ex|late", m.group(1), re.I))
        office = title.office if former else office_of(words.lower())
        return replace(title, words=words, office=office, former=former), start - len(m.group())

    def _described(self, title: Title) -> Phrase | None:
        """A role with no name: "the Russian leader", "a senior US official"; plural roles name nobody."""
        if title.plural:
            return None
        side, start = self._side_before(title.start)
        title, start = self._outer_modifiers(title, start)
        end, side_after = self._complement(title.end, sides_only=True)
        before = self.text[max(0, start - 6) : start].lower()
        definite = bool(re.search(r"\b(?:the|his|her|its|their|our)(?: [a-z-]+)? $", before)) or self._possessive(
            start, title.start
        )
        if not definite and side is None and side_after is None:
            return None
        if re.search(r"\b(?:a|an|any|no|every|each|another|some) $", before):
            definite = False
        whose = side or (None if title.office in (Office.AMBASSADOR, Office.ENVOY) else side_after)
        return Phrase(
            start,
            end if side_after else title.end,
            (),
            title.words.strip(),
            whose,
            title.office,
            title.former,
            definite,
        )

    def _sides_before(self, pos: int) -> list[str]:
        """The sides listed before a plural title: "Armenian and Azerbaijani counterparts"."""
        out: list[str] = []
        while (
            m := next((m for m in self.mentions if m.side and self.text[m.end : pos] in _SIDE_GAPS), None)
        ) is not None:
            out.insert(0, m.side or "")
            pos = m.start
        return out

    def _sides_in(self, start: int, end: int) -> list[str]:
        """The sides that a complement lists: "of India and China"."""
        return [m.side for m in self.mentions if start <= m.start and m.end <= end and m.side]

    def _is_state(self, start: int, end: int) -> bool:
        """Does the complement at `start:end` name a state or an armed group, not an organisation?"""
        inside = [m for m in self.mentions if start <= m.start and m.end <= end]
        return bool(inside) and all(m.kind is not MentionKind.INSTITUTION and m.role != "organisation" for m in inside)

    def _possessive(self, start: int, end: int) -> bool:
        return "'s " in self.text[start:end] or "s' " in self.text[start:end]

    def _side_before(self, pos: int) -> tuple[str | None, int]:
        """The side that ends right before `pos` ("Russian ", "Ukraine's ") and where it begins."""
        for m in self.mentions:
            gap = self.text[m.end : pos] if m.end <= pos else None
            owned = m.form == "possessive" and gap is not None and _OWNED_GAP.fullmatch(gap)
            if gap is not None and (owned or gap in (" ", "'s ", "' ", "-") or (gap == "" and m.end == pos)):
                start = m.start
                if m.kind is MentionKind.PLACE and m.side is None:
                    return None, start
                outer, outer_start = self._side_before(start)
                side = m.side or (m.name if m.kind is MentionKind.INSTITUTION else None)
                if outer_start < start and m.kind is not MentionKind.SIDE:
                    return outer or side, outer_start
                return side, start
        return None, pos

    def _complement(self, pos: int, *, sides_only: bool = False) -> tuple[int, str | None]:
        """The end of "of Ukraine", "for European Affairs", "to NATO" behind a title, and the side in it."""
        m = _COMPLEMENT.match(self.text, pos)
        if m is None:
            return pos, None
        for mention in self.mentions:
            if mention.start == m.end() and mention.form not in ("adjective", "compound", "possessive"):
                side = mention.side or mention.name
                end = mention.end
                joined = re.compile(r" and (?:the )?").match(self.text, end)
                if (
                    joined
                    and (more := next((x for x in self.mentions if x.start == joined.end()), None))
                    and not sides_only
                ):
                    end = more.end
                return end, side
        if not sides_only and (a := _AFFAIRS.match(self.text, pos)):
            return a.end(), None
        return pos, None

    # -- names

    def _name_at(self, pos: int, *, after_title: bool = False) -> tuple[tuple[str, ...], int]:
        """The words of the name that begins at `pos` and its end; nothing where no person's name stands there."""
        i = self.index.get(pos)
        if i is None:
            return (), pos
        j = name_end(self.text, self.tokens, i, after_title=after_title)
        while j > i:
            words = [t.text for t in self.tokens[i:j]]
            if self._person_like(i, j, words, after_title):
                return tuple(words), self.tokens[j - 1].end
            if not self.headline:
                break
            j -= 1
        return (), pos

    def _person_like(self, i: int, j: int, words: list[str], after_title: bool) -> bool:
        if self._known(words):
            return len(words) > 1 or after_title or not self._covered(i, words[0])
        if self.headline or is_organisation(words) or _GENERIC_AFTER.match(self.text, self.tokens[j - 1].end):
            return False
        start, end = self.tokens[i].start, self.tokens[j - 1].end
        for m in self.mentions:
            if m.start < end and start < m.end:
                covers_all = m.start <= start and end <= m.end
                if (
                    covers_all
                    or (m.kind is not MentionKind.PLACE and not (after_title and j - i > 1))
                    or (m.start == start and not after_title)
                ):
                    return False
        return after_title or j - i > 1

    def _covered(self, i: int, word: str) -> bool:
        """Is the single word rather the name of a side or place: a given name "Israel", a surname "Jordan"?"""
        t = self.tokens[i]
        over = [m for m in self.mentions if m.start <= t.start < m.end]
        surname = self.names.is_surname(word)
        return bool(over) and not (surname and all(m.kind is MentionKind.PLACE for m in over))

    def _known(self, words: Sequence[str]) -> bool:
        return bool(words) and self.names.known(words)

    def _bare(self, i: int) -> Phrase | None:
        """A name at token `i`, which has a capital, without a title: known, with an honorific, apposed, or speaking."""
        token = self.tokens[i]
        honorific = honorific_at(self.text, token.start)
        if honorific > token.start:
            words, stop = self._name_at(honorific, after_title=True)
            if not words:
                return None
            return self._apposed(Phrase(token.start, stop, words, None, None, Office.OTHER))
        if is_stop(token.text) and not self._known([token.text]):
            return None
        if i and self.tokens[i - 1].end == token.start - 1 and self.text[token.start - 1] == " " and self._continues(i):
            return None
        words, stop = self._name_at(token.start)
        if not words:
            return None
        known = self._known(words)
        if len(words) == 1:
            everyday = is_wordlike(words[0]) and self._sentence_start(token.start)
            if not known or (everyday and not _SPEAKS_AFTER.match(self.text, stop)):
                return None
        phrase = self._apposed(Phrase(token.start, stop, words, None, None, Office.OTHER))
        side, start = self._side_before(token.start)
        if not self._possessive(start, token.start):
            side, start = None, token.start
        speaks = bool(_SPEAKS_AFTER.match(self.text, stop)) or bool(_SPEAKS_BEFORE.search(self.text[: token.start]))
        if known or phrase.role or speaks or side:
            strong = known or speaks or phrase.role is not None or bool(_MEETS_BEFORE.search(self.text[:start]))
            return replace(phrase, start=start, side=side or phrase.side, strong=strong)
        of_side = self._of_side(stop)
        if of_side is not None:
            return Phrase(token.start, of_side.end, words, None, of_side.side, Office.OTHER, strong=False)
        return None

    def _of_side(self, pos: int) -> Mention | None:
        """The state in " of Russia" behind a name."""
        of = re.compile(r" of (?:the )?").match(self.text, pos)
        sides = (m for m in self.mentions if of and m.start == of.end() and m.kind is MentionKind.SIDE)
        found = next(sides, None)
        return found if found is not None and found.form == "name" else None

    def _continues(self, i: int) -> bool:
        """Does token `i` go on a capitalised sequence that was refused as a whole?"""
        before = self.tokens[i - 1]
        return (
            is_capitalised(before.text)
            and not is_stop(before.text)
            and not is_acronym(before.text)
            and self._free(before.start, before.end)
            and not any(m.start <= before.start < m.end for m in self.mentions)
        )

    def _sentence_start(self, pos: int) -> bool:
        return not self.text[:pos].strip("\"'( ")

    def _apposed(self, phrase: Phrase) -> Phrase:
        """`phrase` with the role that stands behind the name: ", Russia's foreign minister"."""
        m = re.compile(r"(?:,| -) (?:\d{2}, )?(?:who is |currently |now )?").match(self.text, phrase.end)
        if m is None or (phrase.role and phrase.office is not Office.OTHER):
            return phrase
        begin = m.end()
        det = _DETERMINER.match(self.text, begin)
        title = next((t for t in self.titles if t.start >= begin and self._free(t.start, t.end)), None)
        if (
            title is None
            or title.start - begin > 90
            or (title.plural and not re.search(r"one of", self.text[begin : title.start], re.I))
        ):
            return phrase
        side, start = self._side_before(title.start)
        title, start = self._outer_modifiers(title, start)
        between = self.text[det.end() if det else begin : start]
        if not _GAP_WORDS.fullmatch(between) or _NO_GAP.search(between) or "," in between:
            return phrase
        if det is None and side is None and not self.text[title.start].islower():
            return phrase  # "Lavrov, President Putin": a list, not a role
        end, side_after = self._complement(title.end)
        if self._name_at(end + 1, after_title=True)[0] and self.text[end : end + 1] == " ":
            return phrase  # the title belongs to the name behind it
        if side is None and between:
            inner = [x for x in self.mentions if begin <= x.start and x.end <= title.start and x.side]
            side = inner[-1].side if inner else None
        whose = side or (None if title.office in (Office.AMBASSADOR, Office.ENVOY) else side_after)
        return Phrase(phrase.start, end, phrase.words, title.words.strip(), whose, title.office, title.former)

    # -- bookkeeping

    def _free(self, start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in self.taken)

    def _take(self, phrase: Phrase) -> Phrase:
        self.taken.append((phrase.start, phrase.end))
        return phrase
