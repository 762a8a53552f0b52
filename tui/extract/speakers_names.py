"""Who is meant by the words that name a source: people, institutions, described officials, pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.extract.model import Mention, MentionKind, SentenceView
from tui.extract.speakers_lexicon import (
    DOCUMENT_NOUNS,
    GROUP_PRONOUNS,
    MEDIA_NOUNS,
    PERSON_PRONOUNS,
    PRONOUNS,
    SPEAKER_NOUNS,
    THING_PRONOUNS,
)
from tui.extract.syntax import Token, index_at, tokens

_LEAD = re.compile(
    r"^(?:(?:but|and|so|yet|or|also|meanwhile|however|later|earlier|then|now|still|instead|separately|even|both|that|why|"
    r"though|where|when|while|as|because|if|what|how|what's|today|yesterday|despite|only|just|indeed)\b[\s,]*)+",
    re.I,
)
_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|another|any|such|same|unnamed)\s+", re.I)
_TAIL = re.compile(
    r"(?:[\s,]+(?:also|has|have|had|himself|herself|itself|themselves|meanwhile|however|too|earlier|later|repeatedly|"
    r"previously|yesterday|today|recently|himself|on|in|at|told|who))+$",
    re.I,
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
    plural: bool = False
    person: bool = False
    media: bool = False


@dataclass
class Memory:
    """The voices and people met so far in one article: what "he", "the ministry" and "the official" may mean."""

    voices: list[Voice] = field(default_factory=list)
    subjects: list[Voice] = field(default_factory=list)

    def heard(self, voice: Voice) -> None:
        """Note a voice that spoke."""
        self.voices.append(voice)

    def seen(self, voice: Voice) -> None:
        """Note a person or body that was the subject of a sentence without speaking."""
        self.subjects.append(voice)

    def person(self) -> Voice | None:
        """Whom "he" or "she" means: the latest person that spoke or acted; gender is not read from names."""
        return _latest(self.voices, self.subjects, lambda v: v.person)

    def group(self) -> Voice | None:
        """Whom "they" means."""
        return _latest(self.voices, self.subjects, lambda v: v.plural or not v.person)

    def thing(self) -> Voice | None:
        """What "it" means: the latest body."""
        return _latest(self.voices, self.subjects, lambda v: not v.person and not v.plural)

    def described(self, words: frozenset[str], head: str) -> Voice | None:
        """The voice that "the official" or "the ministry" takes up again."""
        for voice in reversed(self.voices + self.subjects):
            if head in voice.words and words <= voice.words:
                return voice
        return None


def _latest(voices: list[Voice], subjects: list[Voice], fits) -> Voice | None:  # type: ignore[no-untyped-def]
    for pool in (voices, subjects):
        for voice in reversed(pool):
            if fits(voice):
                return voice
    return None


def voice_at(view: SentenceView, start: int, end: int, memory: Memory, outer: tuple[int, int] | None = None) -> Voice | None:
    """The source that `view.text[start:end]` names, None where the words name nobody who can speak.

    `outer` covers the noun phrase with its apposition, where a side may stand ("X, the Russian envoy,").
    """
    start, end = _trim(view.text, start, end)
    if start >= end:
        return None
    words = view.text[start:end]
    low = words.lower()
    if low in PRONOUNS:
        return _pronoun(low, start, end, memory)
    mentions = [m for m in view.mentions if start <= m.start and m.end <= end]
    around = [m for m in view.mentions if (outer or (start, end))[0] <= m.start and m.end <= (outer or (start, end))[1]]
    people = _speaking_people(view.text, mentions, start, end)
    if people:
        return _people_voice(people, around, start, end)
    return _described_voice(view, start, end, mentions, around, memory)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without lead-in adverbs, trailing auxiliaries and punctuation."""
    while start < end and not (text[start].isalnum()):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".'" and text[end - 2 : end - 1].isalpha()):
        end -= 1
    lead = _LEAD.match(text[start:end])
    if lead:
        start += lead.end()
    tail = _TAIL.search(text[start:end])
    if tail and tail.start() > 0:
        end = start + tail.start()
    return start, end


def _pronoun(low: str, start: int, end: int, memory: Memory) -> Voice | None:
    if low in PERSON_PRONOUNS:
        found = memory.person()
    elif low in THING_PRONOUNS:
        found = memory.thing()
    elif low in GROUP_PRONOUNS:
        found = memory.group()
    else:
        found = None
    if found is None:
        return None
    return Voice(found.name, found.side, start, end, found.words, found.plural, found.person, found.media)


def _speaking_people(text: str, mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The people that the phrase is about, not those it only belongs to ("Macron's office", "an aide to Trump")."""
    out: list[Mention] = []
    for m in mentions:
        if m.kind is not MentionKind.PERSON or m.name is None:
            continue
        after = text[m.end : end].lstrip()
        if text[m.end : m.end + 2] in ("'s", "' ") and after[2:].strip():
            continue
        before = text[start : m.start]
        if _OF.search(before) and any(w.lower() in SPEAKER_NOUNS for w in re.findall(r"[\w-]+", before[: _last_of(before)])):
            if not out:
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
    return Voice(" and ".join(names), side, start, end, words, len(names) > 1, True)


def _described_voice(
    view: SentenceView, start: int, end: int, mentions: list[Mention], around: list[Mention], memory: Memory
) -> Voice | None:
    text = view.text[start:end]
    toks = [t for t in tokens(view.text) if start <= t.start and t.end <= end]
    head = _head(toks)
    if head is None:
        return None
    side = next((m.side for m in mentions if m.side), None) or next((m.side for m in around if m.side), None)
    words = frozenset(t.low.removesuffix("'s") for t in toks if t.tag in ("name", "word", "num", "verb"))
    media = head in MEDIA_NOUNS or any(m.role in ("outlet", "media") for m in mentions)
    whole = next(
        (m for m in mentions if m.name and m.start <= start + len(_det(text)) and m.end >= end - 2 and m.form != "adjective"), None
    )
    if whole is not None:
        return Voice(whole.name, whole.side, start, end, words | _name_words(whole.name), False, False, media or whole.role in ("outlet", "media"))
    owner = next((m for m in mentions if m.name and m.kind is not MentionKind.PERSON), None)
    if head in DOCUMENT_NOUNS:
        return _document_voice(owner, mentions, start, end, words, memory)
    plural = head.endswith("s") and not head.endswith(("ss", "us"))
    if head not in SPEAKER_NOUNS and not (toks and any(t.tag == "name" for t in toks)):
        return None
    definite = text[:4].lower() in ("the ", "this", "that") or text[:4].lower() in ("his ", "its ")
    if definite and side is None:
        known = memory.described(frozenset({head}), head)
        if known is not None:
            return Voice(known.name, known.side, start, end, known.words, known.plural, known.person, known.media)
    name = _phrase(text, memory)
    capitalised = head not in SPEAKER_NOUNS
    return Voice(name, side, start, end, words, plural and not capitalised, _singular_person(head) or (capitalised and len(toks) in (2, 3)), media)


def _det(text: str) -> str:
    found = _DETERMINER.match(text)
    return found.group() if found else ""


def _name_words(name: str | None) -> frozenset[str]:
    return frozenset(w.lower() for w in re.findall(r"\w+", name or ""))


def _document_voice(
    owner: Mention | None, mentions: list[Mention], start: int, end: int, words: frozenset[str], memory: Memory
) -> Voice | None:
    """Estimates, statements and reports speak for their owner."""
    person = next((m for m in mentions if m.kind is MentionKind.PERSON and m.name), None)
    by = owner or person
    if by is not None:
        return Voice(by.name, by.side, start, end, words, False, by.kind is MentionKind.PERSON)
    if "statement" in words and memory.voices:
        last = memory.voices[-1]
        return Voice(last.name, last.side, start, end, last.words, last.plural, last.person, last.media)
    return None


def _head(toks: list[Token]) -> str | None:
    """The head noun: the last noun before the first preposition, comma or relative."""
    head: str | None = None
    for t in toks:
        if t.tag in ("prep", "rel", "to", "punct", "sub") and head is not None:
            break
        if t.tag in ("name", "word", "verb"):
            head = t.low.removesuffix("'s")
    return head


def _singular_person(head: str) -> bool:
    return head.endswith(("man", "person", "woman", "er", "or", "ist", "ent", "official", "chief", "source", "diplomat", "aide", "analyst", "envoy")) and head not in (
        "government", "department", "parliament", "order", "center", "paper", "newspaper", "statement", "document"
    )


def _phrase(text: str, memory: Memory) -> str:
    """A description as the record gives it: without its article, "the country's" said out."""
    country = next((v.side for v in reversed(memory.voices) if v.side), None)
    if country:
        text = _PEOPLE_OF_PLACE.sub(f"{country}'s", text)
    return _DETERMINER.sub("", text, count=1).strip(" ,")


def token_index(view: SentenceView, offset: int) -> int:
    """Index of the token at `offset` of the sentence."""
    return index_at(tokens(view.text), offset)
