"""What an attack hit: the words beside its trigger, turned into names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from tui.extract.cyberattacks_lexicon import ACTORS, ANAPHORS, NOUNS, SYSTEM_MODIFIERS, SYSTEM_NOUNS, group_pattern, malware_pattern, platforms
from tui.extract.cyberattacks_phrases import Noun, members, phrase, read_list, read_phrase, subject_list
from tui.extract.cyberattacks_triggers import Trigger
from tui.extract.model import Mention, MentionKind, SentenceView
from tui.extract.speakers_subjects import CALENDAR, main_subject
from tui.extract.syntax import Token, group_start, index_at, tokens


class Rank(IntEnum):
    """How definite a target is: names stand before descriptions, and those before whole countries."""

    COUNTRY = 0
    DESCRIBED = 1
    NAMED = 2


@dataclass(frozen=True, slots=True)
class Target:
    """One target: its name or description, the words (offsets into the sentence) and what sort of naming it is."""

    name: str
    start: int
    end: int
    rank: Rank
    many: bool = False  # a plural description that later names may spell out
    side: str | None = None


_DETERMINER = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|my|this|that|these|those|both|all|some|several of the|one of the|such|other)\s+", re.I
)
_ABBREVIATION = re.compile(r"\s*\([^)]*\)")
_POSSESSIVE = re.compile(r"'s?$")
_ON = frozenset("on against at targeting hitting affecting involving of to".split())
_ON_VERBS = frozenset("target hit affect strike cripple paralyse paralyze disrupt knock take shut infect compromise breach bring damage destroy wipe impact plague force".split())
_SUFFER = frozenset(
    "suffer experience report disclose face sustain endure confirm detect repel thwart weather investigate acknowledge reveal admit fend "
    "survive discover announce probe undergo".split()
)
_VICTIM_OF = re.compile(
    r"\b(?:(?:victim|target|object|focus|subject) of|victim to|prey to|recover(?:ing|ed|s)? from|(?:recovery|fallout|aftermath) (?:from|of)|"
    r"respond(?:ing|s|ed)? to|deal(?:ing|t)? with|struggl(?:ing|ed) (?:with|after)|hit by|under|grappling with|reeling from|crippled by|"
    r"(?:operations|systems|services|network|website)(?: were| was)? (?:disrupted|affected|hit|shut down|offline) (?:by|after|following|due to))"
    r"(?: (?:a|an|the|what|such))*(?: [\w-]+){0,4}\s*$",
    re.I,
)
# "X shut down its systems after a cyberattack"
_STOPPED = re.compile(
    r"\b(shut|took|taken|halted|suspended|closed|stopped|cancelled|canceled|postponed|switched|disconnected|forced|struggling|"
    r"restored|restarted|resumed|pulled|isolated|disabled|reverted|turned away|diverted)\b[^.;]{0,90}?\b(?:after|following|because of|due to|"
    r"amid|in response to|in the wake of)\s(?:what (?:it|they|officials) (?:called|said was|described as)\s)?(?:a|an|the|what)?\s?(?:[\w-]+\s){0,3}$",
    re.I,
)
_ANAPHORIC = frozenset(
    "company firm bank ministry agency hospital operator country group organisation organization university school city county town "
    "government state region institution retailer studio utility site sites website websites victim victims user users customer customers "
    "public people others it them they he she itself themselves which who that systems system network networks computers servers "
    "targets target body authority business provider giant court party parliament service airline manufacturer bureau department "
    "response move attack war world internet attention order wave nation industry sector".split()
)
_NO_VICTIM = frozenset(
    "attack attacks cyberattack cyberattacks incident hackers hacker malware ransomware breach hack officials experts investigators "
    "data information money funds ransom evidence statement report reports investigation fears concern tensions damage message "
    "responsibility involvement way time access control number part lot end thing things something nothing week weeks hours days months year years month day morning "
    "millions thousands hundreds dozens suspicion traffic requests power electricity virus worm flights operations production service "
    "services appointments process files operation campaign wave series spate group gang actors researchers authorities police spokesman "
    "disruption chaos havoc havoc notice wake accusation accusations claim claims allegations intent case email emails document documents "
    "software update updates code vulnerability vulnerabilities flaw".split()
)


def targets_of(view: SentenceView, trigger: Trigger) -> list[Target]:
    """The targets that stand beside `trigger`, in the order of the text."""
    toks = tokens(view.text)
    nouns = _of_noun(view, toks, trigger) if trigger.noun else _of_verb(view, toks, trigger)
    out: list[Target] = []
    for noun in nouns:
        named = members(toks, view.text, noun.last)
        for n in named or [noun]:
            target = target_at(view, toks, n)
            if target is not None and all(target.name != t.name for t in out):
                out.append(target)
    return out


def _of_noun(view: SentenceView, toks: tuple[Token, ...], trigger: Trigger) -> list[Noun]:
    """Targets of "an attack on X", "the X hack", "X suffered an attack", "the attack hit X"."""
    first, last = index_at(toks, trigger.start), index_at(toks, trigger.end - 1) + 1
    found: list[Noun] = []
    k = last
    if k < len(toks) and toks[k].low in _ON and not (toks[k].low in ("of", "at", "to") and trigger.low.startswith("hacker")):
        if toks[k].low != "at" or not _time_follows(toks, k + 1):
            found += read_list(toks, k + 1)
    before = _modifier(view, toks, first)
    if before is not None:
        found.append(before)
    verb = next((j for j in range(last, min(last + 12, len(toks))) if toks[j].tag in ("verb", "aux")), None)
    if verb is not None and not found:
        found += _object_after(toks, verb, _ON_VERBS)
    if not found:
        found += _sufferer(view, toks, first)
    return found


def _time_follows(toks: tuple[Token, ...], k: int) -> bool:
    return k < len(toks) and (toks[k].tag == "num" or toks[k].low in ("least", "once", "first", "a", "night", "dawn", "about", "around"))


def _modifier(view: SentenceView, toks: tuple[Token, ...], first: int) -> Noun | None:
    """"the Colonial Pipeline ransomware attack", "M&S cyber attack", "Sony's hack": a name right before the trigger."""
    k = first
    while k > 0 and toks[k - 1].tag in ("name", "num") or k > 0 and toks[k - 1].low in ("&", "-") and k > 1:
        if toks[k - 1].low == "-" and toks[k - 2].end < toks[k - 1].start:
            break
        k -= 1
    while k < first and toks[k].text in CALENDAR:
        k += 1
    if k == first:
        return None
    start, end = toks[k].start, toks[first - 1].end
    words = view.text[start:end]
    if group_pattern().search(words) or malware_pattern().search(words) or toks[first - 1].text in CALENDAR:
        return None
    sides = [m for m in view.mentions if m.start < end and start < m.end and m.kind is MentionKind.SIDE]
    if any(m.form in ("adjective", "compound", "opponent", "possessive", "metonym") or m.start <= start and m.end >= end for m in sides):
        return None  # "the Russian cyberattack": the attacker
    if toks[k].start == 0 and first - k == 1 and not view.mentions:
        return None
    return phrase(toks, k, first)


def _object_after(toks: tuple[Token, ...], verb: int, bases: frozenset[str]) -> list[Noun]:
    """The object of the verb at token `verb`, if it is one that strikes: "the attack hit X", "that knocked X offline"."""
    k = verb
    while k < len(toks) and toks[k].tag in ("aux", "adv", "modal"):
        if toks[k].base == "be":
            return []
        k += 1
    if k >= len(toks) or toks[k].base not in bases:
        return []
    k += 1
    while k < len(toks) and toks[k].low in ("down", "out", "off", "offline", "into"):
        k += 1
    return read_list(toks, k)


def _sufferer(view: SentenceView, toks: tuple[Token, ...], first: int) -> list[Noun]:
    """"X suffered a cyberattack", "X said it was the victim of an attack": the subject."""
    stopped = _STOPPED.search(view.text[: toks[first].start])
    if stopped is not None:
        return _subjects(view, toks, group_start(toks, index_at(toks, stopped.start(1))))
    verb = next((j for j in range(first - 1, max(-1, first - 8), -1) if toks[j].tag == "verb"), None)
    victim_of = _VICTIM_OF.search(view.text[: toks[first].start])
    if victim_of is None and (verb is None or toks[verb].base not in _SUFFER):
        return []
    at = index_at(toks, victim_of.start()) if victim_of is not None else verb
    if at is None:
        return []
    g = next((j for j in range(at, max(-1, at - 6), -1) if toks[j].tag in ("aux", "verb") ), at)
    return _subjects(view, toks, group_start(toks, g))


def _of_verb(view: SentenceView, toks: tuple[Token, ...], trigger: Trigger) -> list[Noun]:
    """Targets of "hackers breached X" and of "X was breached"."""
    verb = index_at(toks, trigger.start)
    g = group_start(toks, verb)
    if trigger.passive:
        return _subjects(view, toks, g)
    k = verb + 1
    while k < len(toks) and (toks[k].low in ("down", "out", "off", "offline", "into", "access", "to", "with", "entry", "inside") or toks[k].tag == "adv"):
        k += 1
    found = read_list(toks, k)
    if found and toks[found[0].first].low in ("its", "their"):
        return _subjects(view, toks, g)  # "shut down its network"
    if not found or all(_head(toks, n) in _NO_VICTIM for n in found):
        from_ = next((j for j in range(k, min(k + 14, len(toks))) if toks[j].low in ("from", "on") and toks[j].tag == "prep"), None)
        if from_ is not None and not any(toks[j].tag in ("verb", "aux") or toks[j].low in (",", ";") for j in range(k, from_)):
            return read_list(toks, from_ + 1)
        if trigger.base in ("steal", "leak", "exfiltrate", "siphon", "dump", "publish", "expose"):
            return found
        return []
    return found


def _subjects(view: SentenceView, toks: tuple[Token, ...], g: int) -> list[Noun]:
    """The subject of the verb group at token `g`; a pronoun or "its systems" stands for the subject of the sentence."""
    found = subject_list(toks, g)
    if not found:
        return []
    own = toks[found[0].first]
    if own.low in ("it", "they", "its", "their", "which") or own.tag == "rel":
        main = main_subject(toks)
        if main is None or main.end > toks[found[0].first].start:
            return []
        k = index_at(toks, main.start)
        return [phrase(toks, k, index_at(toks, main.end - 1) + 1)]
    return found


def _head(toks: tuple[Token, ...], noun: Noun) -> str:
    """The head noun of a phrase: its last word before "of" or "in"."""
    head = ""
    for t in toks[noun.first : noun.last]:
        if t.tag == "prep" and head or t.low == "(":
            break
        if t.tag in ("word", "name", "verb", "det", "pron"):
            head = t.low
    return head.removesuffix("'s")


def target_at(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Target | None:
    """The target that a noun phrase names; None where it names none of its own."""
    noun = _owner(view, toks, noun) or noun
    words = _ABBREVIATION.sub("", view.text[noun.start : noun.end]).strip(" ,'\"")
    head = _head(toks, noun)
    if not words or words in platforms() or ACTORS.fullmatch(_DETERMINER.sub("", words)) or group_pattern().fullmatch(_DETERMINER.sub("", words)):
        return None
    mention = _mention(view, noun)
    if mention is not None and mention.name:
        rank = Rank.COUNTRY if mention.kind in (MentionKind.SIDE, MentionKind.PLACE) else Rank.NAMED
        return Target(mention.name, noun.start, noun.end, rank, side=mention.side)
    return _spelled(view, toks, noun, words, head)


def _mention(view: SentenceView, noun: Noun) -> Mention | None:
    """The known name that the whole phrase is."""
    for m in view.mentions:
        lead = view.text[noun.start : m.start].strip().lower()
        tail = view.text[m.end : noun.end].strip(" '\",").lower()
        if m.start >= noun.start - 1 and lead in ("", "the", "its", "their") and re.fullmatch(r"(?:'s|s|\([^)]*\)|itself)?", tail):
            if m.form in ("adjective", "compound") and m.kind is MentionKind.SIDE or m.name is None:
                continue
            return m
    return None


def _spelled(view: SentenceView, toks: tuple[Token, ...], noun: Noun, words: str, head: str) -> Target | None:
    """A target that no list knows: a name in capitals, or the article's own description."""
    span = toks[noun.first : noun.last]
    tail = _name_tail(span)
    bare = _POSSESSIVE.sub("", _DETERMINER.sub("", words)).strip()
    if tail is not None:
        return Target(_POSSESSIVE.sub("", view.text[tail.start : tail.end]), tail.start, tail.end, Rank.NAMED)
    capitals = [t for t in span if t.tag == "name"]
    definite = _DETERMINER.match(words) is not None
    if not capitals:
        if head in _NO_VICTIM or definite and head in _ANAPHORIC or head in ("", "it", "them") or span[0].tag == "pron":
            return None
        content = [t for t in span if t.tag in ("word", "name", "num")]
        if all(t.low in SYSTEM_NOUNS | SYSTEM_MODIFIERS for t in content) or len(content) == 1 and content[0].low in _ANAPHORIC:
            return None
        if NOUNS[-2][0].search(bare) or ANAPHORS.fullmatch(head):
            return None
        return Target(bare, noun.start, noun.end, Rank.DESCRIBED, head.endswith("s"))
    if head in _NO_VICTIM and not capitals[-1].low.startswith(head[:3]):
        return None
    rank = Rank.NAMED if all(t.tag in ("name", "num", "prep", "det", "punct", "coord") for t in span if t.low != "of") else Rank.DESCRIBED
    return Target(bare, noun.start, noun.end, rank, rank is Rank.DESCRIBED and head.endswith("s"))


def _name_tail(span: tuple[Token, ...]) -> Token | _Span | None:
    """The name that a description ends in: "the advertising firm WPP", "state-owned Khuzestan Steel Company"."""
    if any(t.tag == "prep" for t in span):
        cut = next(k for k, t in enumerate(span) if t.tag == "prep")
        if span[cut].low == "of" or span[0].tag == "name" or cut == 0:
            return None
        span = span[:cut]  # "the state oil company Bapco in Bahrain"
    k = len(span)
    while k > 0 and (span[k - 1].tag == "name" and not span[k - 1].low.endswith("'s") or span[k - 1].low in ("&", "(", ")", ".")):
        k -= 1
    lead = [t for t in span[:k] if t.tag != "det"]
    if not lead or k == len(span) or lead[-1].tag == "num" or all(t.low in ("own",) for t in lead):
        return None
    if lead[-1].low.endswith("'s") and len(lead) == 1:
        return None  # "Taiwan's Presidential Office" stays whole
    names = [t for t in span[k:] if t.low not in ("(", ")")]
    return _Span(names[0].start, names[-1].end)


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


def _owner(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Noun | None:
    """The owner of the system that a phrase names, where it is one body: "the website of the parliament", "Sony's network".

    What belongs to a country or to nobody named stays as it is described ("Ukrainian government websites").
    """
    span = range(noun.first, noun.last)
    head_at = next((k for k in span if toks[k].low in SYSTEM_NOUNS and (k + 1 == noun.last or toks[k + 1].tag in ("prep", "punct"))), None)
    if head_at is None:
        return None
    if head_at + 2 < noun.last and toks[head_at + 1].low in ("of", "at", "for", "belonging", "in"):
        k = head_at + 2
        if toks[k].low == "to":
            k += 1
        owner = phrase(toks, k, noun.last)
        if toks[head_at + 1].low != "in" and toks[noun.first].tag != "num":
            return owner if not _is_state(view, owner) else None
        return None
    return _owner_before(view, toks, noun, head_at)


def _owner_before(view: SentenceView, toks: tuple[Token, ...], noun: Noun, head_at: int) -> Noun | None:
    """"Bangladesh Bank's systems", "the Viasat network", "the ministry's main website"."""
    possessive = next((k for k in range(head_at - 1, noun.first - 1, -1) if toks[k].low.endswith("'s") or toks[k].low == "'"), None)
    if possessive is not None:
        owner = phrase(toks, noun.first, possessive + 1)
        if _is_state(view, owner):
            # "the country's Ministry of Defence website"
            inner = phrase(toks, possessive + 1, head_at) if possessive + 1 < head_at else None
            return inner if inner is not None and _named_body(view, toks, inner) else None
        return owner
    k = head_at
    while k > noun.first and toks[k - 1].low in SYSTEM_MODIFIERS | SYSTEM_NOUNS:
        k -= 1
    while k > noun.first and toks[k - 1].low in ("-", "'"):
        k -= 1
    if k == noun.first:
        return None
    owner = phrase(toks, noun.first, k)
    return owner if _named_body(view, toks, owner) else None


def _named_body(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> bool:
    """Whether the phrase names one body: a known institution, or a name in capitals."""
    if any(m.kind is MentionKind.INSTITUTION and noun.start <= m.start < noun.end for m in view.mentions):
        return True
    if any(m.kind in (MentionKind.SIDE, MentionKind.PERSON) and m.start < noun.end and noun.start < m.end for m in view.mentions):
        return False
    words = [t for t in toks[noun.first : noun.last] if t.tag not in ("det",)]
    return bool(words) and all(t.tag == "name" or t.low in ("of", "&", "-", "'") for t in words)


def _is_state(view: SentenceView, noun: Noun) -> bool:
    """Whether the phrase is a country and nothing more: "Ukraine's", "the country's"."""
    words = _DETERMINER.sub("", view.text[noun.start : noun.end]).strip(" '")
    if words.lower().removesuffix("'s") in ("country", "nation", "island", "kingdom", "state", "company", "president"):
        return True
    return any(
        m.kind in (MentionKind.SIDE, MentionKind.PLACE) and m.start <= noun.start + 4 and m.end >= noun.end - 2 for m in view.mentions
    )
