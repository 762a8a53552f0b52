"""Who is meant by the words that name a source: people, institutions, described officials, pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tui.extract.model import Mention, MentionKind, SentenceView
from tui.extract.speakers_lexicon import (
    DOCUMENT_NOUNS,
    MEDIA_NOUNS,
    NO_SPEAKERS,
    PERSON_PRONOUNS,
    PRONOUNS,
    SPEAKER_NOUNS,
    THING_PRONOUNS,
)
from tui.extract.speakers_subjects import CALENDAR, Phrase, main_subject
from tui.extract.syntax import Token, index_at, tokens

# ---- words around the name
_LEAD = re.compile(
    r"^(?:(?:but|and|so|yet|or|also|meanwhile|however|later|earlier|then|now|still|instead|separately|even|both|that|"
    r"why|"
    r"though|where|when|while|as|because|if|what|how|what's|today|yesterday|despite|only|just|indeed)\b[\s,]*)+",
    re.I,
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|another|any|such|same|unnamed)\s+", re.I
)
_TAIL = re.compile(
    r"(?:[\s,]+(?:also|first|then|initially|has|have|had|himself|herself|itself|themselves|meanwhile|however|too|"
    r"earlier|later|repeatedly|"
    r"previously|yesterday|today|recently|himself|on|in|at|told|who))+$",
    re.I,
)
_DATED = re.compile(rf"\s+(?:(?:on|late|early|last|this)\s+)*(?:{'|'.join(CALENDAR)})(?:\s\d{{1,2}})?$")
_BODIES = frozenset(
    "bureau agency service firm company group organisation organization body watchdog regulator tribunal court "
    "institute alliance bloc union "
    "airline operator studio newspaper broadcaster magazine network council commission committee military "
    "army force department".split()
)
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its|their)\s", re.I)
_SOME = frozenset(
    "one two three four some many most several both none neither each number dozens scores hundreds".split()
)
_OF = re.compile(r"\b(?:of|for|from|to|in|at|with|by|on)\b", re.I)
_PEOPLE_OF_PLACE = re.compile(r"\b(?:the )?country's\b", re.I)


@dataclass(frozen=True, slots=True)
class Voice:
    """A resolved source. `words` are the lower-case content words it was named with; `plural`, `person`, `media` tell its sort."""

    name: str | None
    side: str | None
    start: int
    end: int
    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    plural: bool = False
    person: bool = False
    media: bool = False
    described: bool = False  # named by a description, not by a name


@dataclass
class Memory:
    """Who spoke and acted so far in one article, in order: what "he", "the ministry" and "the official" may mean."""

    voices: list[Voice] = field(default_factory=list)
    named: list[Voice] = field(default_factory=list)
    speaker: Voice | None = None
    recent: Voice | None = None  # the last voice of the sentence before

    def heard(self, voice: Voice) -> None:
        """Note a voice that spoke."""
        self.voices.append(voice)
        self.speaker = voice

    def seen(self, voice: Voice, behind: int) -> None:
        """Note the subject of a sentence, which did not speak; `behind` voices of the same sentence did."""
        self.voices.insert(len(self.voices) - behind, voice)

    def met(self, voice: Voice) -> None:
        """Note a person or body that was only mentioned."""
        self.named.append(voice)

    def person(self) -> Voice | None:
        """Whom "he" or "she" means: the latest person that spoke or acted; gender is not read from names."""
        for pool in (self.voices, self.named):
            for voice in reversed(pool):
                if voice.person and not voice.plural:
                    return voice
        return None

    def group(self) -> Voice | None:
        """Whom "they" means: the latest plural voice, else the latest body."""
        plural = next((v for v in reversed(self.voices[-6:]) if v.plural), None)
        return plural or self.thing()

    def thing(self) -> Voice | None:
        """What "it" means: the latest body."""
        return next((v for v in reversed(self.voices) if not v.person and not v.plural), None)

    def just_spoke(self, side: str | None) -> Voice | None:
        """The person of the sentence before, whom "the committee's chairman" may describe anew; None if of another side."""
        voice = self.recent
        if voice is None or not voice.person or voice.plural or (voice.side and side and voice.side != side):
            return None
        return voice

    def described(self, head: str, words: frozenset[str]) -> Voice | None:
        """Whom "the official" or "the defence ministry" takes up again."""
        for voice in (*reversed(self.voices), *reversed(self.named)):
            if head in voice.heads and words <= voice.words:
                return voice
        return None


def voice_at(
    view: SentenceView, start: int, end: int, memory: Memory, outer: int | None = None, speaks: bool = False
) -> Voice | None:
    """The source that `view.text[start:end]` names, None where the words name nobody who can speak.

    `speaks`: the verb is one whose subject speaks, whatever its noun ("border guards said").
    `outer` is the end of its apposition, where a name or a side may stand ("the envoy, X,", "X, the Russian envoy,").
    """
    start, end = _trim(view.text, start, end)
    if start >= end:
        return None
    words = view.text[start:end]
    low = words.lower()
    if low in PRONOUNS:
        own = _own_subject(view, start, low)
        if own is not None:
            return voice_at(view, own.start, own.end, memory, own.outer)
        return _pronoun(low, start, end, memory)
    outer = max(end, outer or end)
    around = [m for m in view.mentions if start <= m.start and m.end <= outer + 2]  # a possessive ending may stick out
    mentions = [m for m in around if m.start < end]
    people = _speaking_people(view.text, mentions, start, end) or _apposed(view.text, around, end)
    if people:
        return _people_voice(people, around, start, end)
    return _described_voice(view, start, end, mentions, around, memory, speaks)


def _apposed(text: str, around: list[Mention], end: int) -> list[Mention]:
    """ "the UK foreign secretary, Liz Truss, has": the person named right behind the comma."""
    return [
        m
        for m in around
        if m.kind is MentionKind.PERSON and m.name and m.form == "name" and text[end : m.start] in (", ", " - ", " (")
    ][:1]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without lead-in adverbs, trailing auxiliaries and punctuation."""
    while start < end and not (text[start].isalnum()):
        start += 1
    while end > start and not (
        text[end - 1].isalnum() or (text[end - 1] in ".'" and text[end - 2 : end - 1].isalpha())
    ):
        end -= 1
    lead = _LEAD.match(text[start:end])
    if lead:
        start += lead.end()
    tail = _TAIL.search(text[start:end])
    if tail and tail.start() > 0:
        end = start + tail.start()
    dated = _DATED.search(text[start:end])
    if dated and dated.start() > 0:
        end = start + dated.start()
    return start, end


def _own_subject(view: SentenceView, at: int, pronoun: str) -> Phrase | None:
    """The subject of the same sentence, where a relative clause takes it up: "China held drills that it says will end"."""
    toks = tokens(view.text)
    k = index_at(toks, at)
    if (
        pronoun not in ("it", "they")
        or k == 0
        or toks[k - 1].tag not in ("rel", "sub")
        or toks[k - 1].low in ("as", "after")
    ):
        return None
    subject = main_subject(toks)
    return (
        subject
        if subject is not None and subject.end < at and view.text[subject.start : subject.end].lower() not in PRONOUNS
        else None
    )


def _pronoun(low: str, start: int, end: int, memory: Memory) -> Voice | None:
    if low in PERSON_PRONOUNS and low != "i":
        found = memory.person()
    elif low in THING_PRONOUNS:
        found = memory.thing()
    else:
        found = (
            memory.group() if low in ("they", "them") else None
        )  # "I" and "we" stand in quotations, which have their speaker
    if found is None:
        return None
    return replace(found, start=start, end=end)


def _speaking_people(text: str, mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The people that the phrase is about, not those it only belongs to ("Macron's office", "an aide to Trump")."""
    out: list[Mention] = []
    for m in mentions:
        if m.kind is not MentionKind.PERSON or m.name is None:
            continue
        owned = re.match(r"(?:'s|')\s+\S", text[m.end : end]) or (
            text[m.start : m.end].endswith("'s") and m.end < end - 1
        )
        if owned:
            continue
        before = text[start : m.start]
        if (
            _OF.search(before)
            and any(w.lower() in SPEAKER_NOUNS for w in re.findall(r"[\w-]+", before[: _last_of(before)]))
            and not out
        ):
            continue
        out.append(m)
    return out


def _last_of(text: str) -> int:
    last = 0
    for m in _OF.finditer(text):
        last = m.start()
    return last


def _people_voice(people: list[Mention], around: list[Mention], start: int, end: int) -> Voice:
    names = list(dict.fromkeys(m.name for m in people if m.name))
    side = next((m.side for m in people if m.side), None) or next((m.side for m in around if m.side), None)
    words = frozenset(w.lower() for m in people for w in re.findall(r"\w+", f"{m.name} {m.role or ''}"))
    return Voice(" and ".join(names), side, start, end, words, words, plural=len(names) > 1, person=True)


def _described_voice(
    view: SentenceView,
    start: int,
    end: int,
    mentions: list[Mention],
    around: list[Mention],
    memory: Memory,
    speaks: bool,
) -> Voice | None:
    text = view.text[start:end]
    toks = [t for t in tokens(view.text) if start <= t.start < end]
    head_token = _head(toks)
    if head_token is None:
        return None
    head = head_token.low.removesuffix("'s")
    side = next((m.side for m in mentions if m.side), None) or next((m.side for m in around if m.side), None)
    words = frozenset(t.low.removesuffix("'s") for t in toks if t.tag in ("name", "word", "num", "verb"))
    media = head in MEDIA_NOUNS or any(m.role in ("outlet", "media") for m in mentions)
    whole = next((m for m in mentions if m.name and m.start <= start + len(_det(text)) and m.end >= end - 2), None)
    if whole is not None:
        words |= _name_words(whole.name)
        return Voice(whole.name, whole.side, start, end, words, _heads(whole.name, head), media=media)
    owner = next((m for m in mentions if m.name and m.kind is not MentionKind.PERSON), None)
    if head in DOCUMENT_NOUNS and head_token.tag != "name":
        return _document_voice(view, owner, mentions, start, end, words, head, memory)
    plural = head.endswith("s") and not head.endswith(("ss", "us"))
    if head in NO_SPEAKERS or (head not in SPEAKER_NOUNS and head_token.tag != "name" and not speaks):
        return None
    tail = _named_tail(toks, mentions) if not _UNNAMED.match(text) else None
    if tail is not None:
        person = tail.end == toks[0].end and len(toks) > 1
        return replace(
            tail, start=start, end=end, side=tail.side or side, words=words | tail.words, media=media, person=person
        )
    if _DEFINITE.match(text):
        content = frozenset(t.low.removesuffix("'s") for t in toks if t.tag in ("name", "word", "verb"))
        known = memory.described(head, content)
        if known is not None and len(content) > 1 and known.described:
            known = None  # "the operations room source" says more than "the source"
        if known is None and _singular_person(head) and not text.lower().startswith(("its ", "their ")):
            known = memory.just_spoke(side)
        own = main_subject(tokens(view.text))
        if (
            known is None
            and head.startswith("spokes")
            and own is not None
            and own.end < start
            and text.lower().startswith(("its ", "their "))
        ):
            known = voice_at(view, own.start, own.end, memory, own.outer, True)
        if known is None and head.startswith("spokes") and text.lower().startswith(("its ", "their ")):
            known = memory.thing()
        if known is None and side is None and head in _BODIES and len(toks) == 2:
            known = memory.thing()
            if known is not None and head in _FORCES and not known.words & _ARMED:
                known = None
        if known is not None:
            return replace(known, start=start, end=end)
    cut = next((t for t in toks if _reduced(toks, t)), None)
    name = _phrase(text[: cut.start - start] if cut else text, memory)
    capitalised = head not in SPEAKER_NOUNS
    person = _singular_person(head) or (capitalised and len(toks) in (2, 3))
    plural = (plural and not capitalised) or (capitalised and " and " in text)
    return Voice(name, side, start, end, words, frozenset((head,)), plural, person, media, described=not capitalised)


_ARMED = frozenset(("army", "military", "forces", "defense", "defence", "navy", "police"))
_FORCES = frozenset(("military", "army", "navy", "police"))
# those who do not speak for the body that they are in
_UNNAMED = re.compile(
    r"(?:(?:a|one|two|three|some|several|senior|the) )*(?:sources?|insiders?) (?:in|inside|at|within|close to) ", re.I
)


def _named_tail(toks: list[Token], mentions: list[Mention]) -> Voice | None:
    """The name that a description ends in: "security company CrowdStrike", "the military's Eastern Theater Command".

    Also the name that a phrase begins with: "Phillip Karber of the Potomac Foundation".
    """
    named = [m for m in mentions if m.kind is MentionKind.INSTITUTION and m.name]
    last = next((m for m in named if m.end >= toks[-1].end or (toks[-1].low in _BODIES and len(named) == 1)), None)
    if last is not None and last.start > toks[0].start:
        return replace(mentioned(last), start=last.start, end=last.end)
    first = len(toks)
    while first > 0 and toks[first - 1].tag == "name" and not toks[first - 1].low.endswith("'s"):
        first -= 1
    if 0 < first < len(toks) and toks[first - 1].tag == "word" and toks[first - 1].low in SPEAKER_NOUNS:
        return _plain_name(toks[first:])
    of = next((k for k, t in enumerate(toks) if t.tag == "prep"), 0)
    if (
        2 <= of <= 4
        and all(t.tag == "name" and t.low not in SPEAKER_NOUNS for t in toks[:of])
        and toks[0].low not in ("the",)
    ):
        return _plain_name(toks[:of])
    return None


def _plain_name(toks: list[Token]) -> Voice:
    name = " ".join(t.text for t in toks)
    words = _name_words(name)
    return Voice(name, None, toks[0].start, toks[-1].end, words, words)


def _det(text: str) -> str:
    found = _DETERMINER.match(text)
    return found.group() if found else ""


def _heads(name: str | None, head: str) -> frozenset[str]:
    """The nouns that may take up a named body again: "ministry" for "Ministry of Defence of Ukraine"."""
    words = [w.lower() for w in re.findall(r"\w+", name or "")]
    before_of = words[: words.index("of")] if "of" in words else words
    return frozenset((head, *before_of[-1:], *before_of[:1]))


def _name_words(name: str | None) -> frozenset[str]:
    return frozenset(w.lower() for w in re.findall(r"\w+", name or ""))


def _document_voice(
    view: SentenceView,
    owner: Mention | None,
    mentions: list[Mention],
    start: int,
    end: int,
    words: frozenset[str],
    head: str,
    memory: Memory,
) -> Voice | None:
    """Estimates, statements and reports speak for their owner."""
    text = view.text[start:end]
    person = next((m for m in mentions if m.kind is MentionKind.PERSON and m.name), None)
    by = owner or person
    owner_end = text.rfind("'s ")
    if by is None and owner_end > 0:  # "the military's own figures"
        return voice_at(view, start, start + owner_end, memory)
    if by is not None:
        return Voice(by.name, by.side, start, end, words, frozenset((head,)), person=by.kind is MentionKind.PERSON)
    if words & {"one", "some", "several"} and head.startswith("estimate"):
        return Voice(
            " ".join(w for w in ("one", "some", "several") if w in words) + f" {head}", None, start, end, words
        )
    if "statement" in words and memory.speaker is not None:
        last = memory.speaker
        return replace(last, start=start, end=end)
    return None


def _head(toks: list[Token]) -> Token | None:
    """The head noun: the last noun before the first preposition, comma or relative."""
    head: Token | None = None
    if len(toks) > 2 and toks[1].low == "of" and (toks[0].low in _SOME or toks[0].tag == "num"):
        toks = toks[2:]  # "one of the officials"
    for t in toks:
        if (
            t.tag in ("prep", "rel", "to", "sub")
            or (t.tag == "punct" and t.low not in (".", "'", "-"))
            or _reduced(toks, t)
        ) and head is not None:
            break
        if t.tag in ("name", "word", "verb") and t.text not in CALENDAR:
            head = t
    return head


def _reduced(toks: list[Token], t: Token) -> bool:
    """Whether a participle opens a reduced relative clause: "a leader contacted by the Guardian"."""
    k = toks.index(t)
    return t.tag == "verb" and 0 < k < len(toks) - 1 and toks[k + 1].tag == "prep"


def _singular_person(head: str) -> bool:
    return head.endswith(
        (
            "man",
            "person",
            "woman",
            "er",
            "or",
            "ist",
            "ent",
            "official",
            "chief",
            "source",
            "diplomat",
            "aide",
            "analyst",
            "envoy",
        )
    ) and head not in (
        "government",
        "department",
        "parliament",
        "order",
        "center",
        "paper",
        "newspaper",
        "statement",
        "document",
    )


def _phrase(text: str, memory: Memory) -> str:
    """A description as the record gives it: without its article, "the country's" said out."""
    country = next((v.side for v in reversed(memory.voices) if v.side), None)
    if country:
        text = _PEOPLE_OF_PLACE.sub(f"{country}'s", text)
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    return _DETERMINER.sub("", text, count=1).strip(" ,")


def mentioned(mention: Mention) -> Voice:
    """A person or body as a voice that later words may take up ("he", "the ministry")."""
    person = mention.kind is MentionKind.PERSON
    words = _name_words(mention.name) | _name_words(mention.role)
    heads = words if person else _heads(mention.name, "")
    return Voice(mention.name, mention.side, mention.start, mention.end, words, heads, person=person)
