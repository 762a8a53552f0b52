"""Where a sentence speaks of a cyberattack: nouns that name one, verbs that do one, words that take one up again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.extract.cyberattacks_lexicon import (
    ACTORS,
    ANAPHORS,
    COMPUTER_NOUNS,
    CYBER,
    DOWN,
    HACK_VERBS,
    KINETIC,
    NOUNS,
    OFFLINE,
    OTHER,
    PARTICLES,
    POLICY,
    STOLEN,
    STRONG_ACTORS,
    SYSTEM_NOUNS,
    TELLING_VERBS,
    VERB_EFFECTS,
    VERB_FORMS,
    VERB_TYPES,
    group_pattern,
    malware,
    malware_pattern,
)
from tui.extract.cyberattacks_phrases import clause_start, subject_list
from tui.extract.model import SentenceView
from tui.extract.speakers_subjects import main_subject
from tui.extract.syntax import Token, group_start, index_at, tokens
from tui.records import AttackType, Effect


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that speaks of a cyberattack. Offsets are those of the sentence.

    `strong`: it tells one by itself; else it only takes up one told before. `other`: the words say that it is another
    one than that in hand ("another", "last year's"). `base` is the verb of a verb trigger.
    """

    start: int
    end: int
    low: str
    noun: bool
    strong: bool
    type: AttackType | None = None
    effect: Effect | None = None
    base: str = ""
    passive: bool = False
    other: bool = False
    definite: bool = False
    indefinite: bool = False
    more: bool = False


def find_triggers(view: SentenceView) -> tuple[Trigger, ...]:
    """The triggers of a sentence, left to right, none overlapping."""
    toks = tokens(view.text)
    out = _nouns(view.text, toks)
    taken = [(t.start, t.end) for t in out]
    out += [t for t in _verbs(view, toks) if not any(s < t.end and t.start < e for s, e in taken)]
    taken = [(t.start, t.end) for t in out]
    out += [t for t in _weak(view.text, toks) if not any(s < t.end and t.start < e for s, e in taken)]
    return tuple(sorted(out, key=lambda t: t.start))


def _nouns(text: str, toks: tuple[Token, ...]) -> list[Trigger]:
    out: list[Trigger] = []
    for pattern, kind, effect in NOUNS:
        for m in pattern.finditer(text):
            if any(t.start < m.end() and m.start() < t.end for t in out) or POLICY.match(text, m.start()):
                continue
            if _is_actor(text, m.start(), m.end()) or _is_verb(toks, m):
                continue
            out.append(_noun(text, toks, m, kind, effect, strong=True))
    for m in _HOSTAGE.finditer(text) if STRONG_ACTORS.search(text) else ():
        out.append(
            Trigger(
                m.start(), m.end(), m.group().lower(), False, True, AttackType.RANSOMWARE, Effect.INTERRUPTION, "hold"
            )
        )
    for m in _STANDSTILL.finditer(text) if STRONG_ACTORS.search(text) or group_pattern().search(text) else ():
        out.append(Trigger(m.start(), m.end(), m.group().lower(), False, True, None, Effect.INTERRUPTION, "bring"))
    for m in _LEAK_SITE.finditer(text):
        if not any(t.start < m.end() and m.start() < t.end for t in out):
            out.append(
                Trigger(
                    m.start(),
                    m.end(),
                    m.group().lower(),
                    False,
                    True,
                    AttackType.DATA_THEFT,
                    Effect.THEFT,
                    "list",
                    True,
                )
            )
    for m in malware_pattern().finditer(text):
        if not any(t.start < m.end() and m.start() < t.end for t in out) and not _OF_GANG.match(text, m.end()):
            out.append(_noun(text, toks, m, malware()[m.group()], None, strong=True))
    return out


_OF_GANG = re.compile(r"(?: ransomware)? (?:gangs?|groups?|operators?|actors?|crew|affiliates?)\b")
# "Hackers have held the city hostage": the object is the victim
_HOSTAGE = re.compile(r"\b(?:hold|holds|held|holding)\b(?=(?:\s[\w'-]+){1,6}? (?:hostage|to ransom)\b)", re.I)
# "brought the pipeline to a standstill with ransomware"
_STANDSTILL = re.compile(
    r"\b(?:bring|brings|brought|bringing)\b(?=(?:\s[\w'.,-]+){1,14}? to an? (?:standstill|halt)\b)", re.I
)
# "was added to the gang's leak site": the subject is a victim
_LEAK_SITE = re.compile(
    r"\b(?:added to|listed on|posted (?:on|to)|appeared on|named on|published on) (?:[\w$']+ ){0,4}(?:leak|dark ?net|"
    r"dark web|extortion|name-and-shame) (?:site|blog|page|portal)",
    re.I,
)


def _is_actor(text: str, start: int, end: int) -> bool:
    """Whether "hacking" or "cyber espionage" is the name of a group: "the hacking group", "a ransomware gang"."""
    return any(m.start() <= start and end <= m.end() for m in ACTORS.finditer(text))


def _is_verb(toks: tuple[Token, ...], m: re.Match[str]) -> bool:
    """Whether "hacking" is the verb: "accused Iran of hacking the bank"."""
    if not m.group().lower().startswith("hack") or " " in m.group():
        return False
    k = index_at(toks, m.start())
    return toks[k].tag == "verb" and not (k + 1 < len(toks) and toks[k + 1].low == "of")


def _noun(
    text: str, toks: tuple[Token, ...], m: re.Match[str], kind: AttackType | None, effect: Effect | None, strong: bool
) -> Trigger:
    k = index_at(toks, m.start())
    lead = text[toks[max(0, k - 5)].start : m.start()]
    lead = re.split(r"[,;:()]|\b(?:and|but|that|after|of|in|by|with|from)\b", lead)[-1]
    other = (
        OTHER.search(lead) is not None
        and (strong or "similar" not in lead or re.search(r"\ba similar\b", lead) is not None)
        and not re.search(r"\bsecond (?:day|week|month)\b", lead)
    )
    definite = re.search(r"\b(?:the|this|that|these|those|its|their)\s+(?:[\w-]+\s+)?$", lead, re.I) is not None
    indefinite = re.search(r"\ban? (?:[\w\"'-]+\s+){0,3}$", lead) is not None
    more = re.search(r"\b(?:similar|further|more|new|such|cyber)\s+$|\"$", lead) is not None
    return Trigger(
        m.start(),
        m.end(),
        m.group().lower(),
        True,
        strong,
        kind,
        effect,
        other=other,
        definite=definite,
        indefinite=indefinite,
        more=more,
    )


def _verbs(view: SentenceView, toks: tuple[Token, ...]) -> list[Trigger]:
    out = []
    for k, t in enumerate(toks):
        base = VERB_FORMS.get(t.low)
        if base is None or (t.tag != "verb" and not (base in HACK_VERBS and t.low.endswith(("ed", "ing")))):
            continue
        if _is_actor(view.text, t.start, t.end):
            continue  # "a hacking group"
        trigger = _verb(view, toks, k, base)
        if trigger is not None:
            out.append(trigger)
    return out


def _verb(view: SentenceView, toks: tuple[Token, ...], k: int, base: str) -> Trigger | None:
    t = toks[k]
    end = t.end
    particle = toks[k + 1].low if k + 1 < len(toks) else ""
    wanted = PARTICLES.get(base)
    phrasal = wanted is None or particle in wanted or (base == "put" and "offline" in view.text)
    if (
        base == "take"
        and not phrasal
        and _object_is(toks, k, STOLEN)
        and _computers(view.text, toks, k, group_start(toks, k), "steal")
    ):
        return Trigger(t.start, t.end, t.low, False, True, AttackType.DATA_THEFT, Effect.THEFT, "steal")
    apart = wanted is not None and any(x.low in wanted for x in toks[k + 1 : k + 10])  # "took the website down"
    if wanted is not None and not phrasal and base != "access" and not apart:
        return None
    if wanted is not None and particle in wanted:
        end = toks[k + 1].end
    g = group_start(toks, k)
    group = toks[g:k]
    passive = (any(x.base == "be" for x in group) and t.form in ("past", "part")) or _bare_passive(toks, k, g)
    hacker = (
        base != "take"
        and not passive
        and _by_hackers(view.text, toks, g)
        and any(x.low in COMPUTER_NOUNS | SYSTEM_NOUNS for x in toks[k + 1 : k + 8])
    )
    traffic = VERB_TYPES.get(base) is AttackType.DDOS and _JUNK.search(view.text) is not None
    threat = not passive and any(x.tag == "modal" for x in group) and _by_hackers(view.text, toks, g)
    strong = (
        hacker
        or traffic
        or threat
        or base in HACK_VERBS
        or (base in TELLING_VERBS | {"take", "bring"} and _computers(view.text, toks, k, g, base, passive))
    )
    cyber = strong or (CYBER.search(view.text) is not None and _computers(view.text, toks, k, g, base, passive))
    if not cyber and not _may_take_up(view.text, toks, k, g, base, passive):
        return None
    kind = VERB_TYPES.get(base)
    if base in ("steal", "leak", "harvest") and not _object_is(toks, k, STOLEN) and not passive:
        kind = None
    if (base in ("wipe", "encrypt") and not strong) or (kind is AttackType.DDOS and not _TRAFFIC.search(view.text)):
        kind = None
    if base in ("gain", "access") and _object_is(toks, k, STOLEN):
        kind = AttackType.DATA_THEFT
    if base == "crash" and (k + 1 == len(toks) or toks[k + 1].tag not in ("det", "name", "word", "num")):
        passive = True  # "their computers crashed"
    return Trigger(
        t.start,
        end,
        view.text[t.start : end].lower(),
        False,
        strong,
        kind,
        VERB_EFFECTS.get(base),
        base,
        passive,
        other=any(x.low in ("previously", "earlier", "separately") for x in toks[g:k]),
        more=passive
        and not strong
        and base in ("hit", "attack", "target", "strike", "compromise")
        and KINETIC.search(view.text) is None,
    )


_JUNK = re.compile(r"\b(?:traffic|requests|queries|packets|page views)\b", re.I)
_TRAFFIC = re.compile(
    r"\b(?:web ?sites?|sites?|servers?|traffic|requests|portals?|online|offline|pages?|bandwidth|network)\b", re.I
)


def _by_hackers(text: str, toks: tuple[Token, ...], g: int) -> bool:
    """Whether hackers are the subject of the verb group at token `g`."""
    return any(STRONG_ACTORS.search(text[n.start : n.end]) for n in subject_list(toks, g))


_GANG = re.compile(r"\b(?:group|gang|collective|hackers|hacktivists|crew|they)\b|^[A-Z]", re.I)


def _may_take_up(text: str, toks: tuple[Token, ...], k: int, g: int, base: str, passive: bool) -> bool:
    """Whether the verb may tell more of an attack told before: "it was hit on Friday", "shut down its network"."""
    around = toks[clause_start(toks, g) : min(len(toks), k + 10)]
    if KINETIC.search(text[around[0].start : around[-1].end]):
        return False
    if base in ("hit", "attack", "target", "affect", "strike", "impact", "compromise", "breach"):
        main = main_subject(toks)
        if (
            main is not None
            and re.search(r"\bto have (?:\w+ )?$", text[: toks[k].start])
            and _GANG.search(text[main.start : main.end])
        ):
            return True  # "the group claimed to have hit X"
        return passive or any(
            x.low in ("attack", "attacks", "hackers", "attackers", "it", "they", "group", "gang", "virus", "malware")
            for x in toks[max(0, g - 8) : k]
        )
    return any(x.low in SYSTEM_NOUNS for x in around)


def _bare_passive(toks: tuple[Token, ...], k: int, g: int) -> bool:
    """ "servers infected by the malware", "had their websites knocked offline": a participle without its auxiliary."""
    if g < k or toks[k].form not in ("past", "part") or k == 0:
        return False
    before = toks[k - 1]
    following = toks[k + 1].low if k + 1 < len(toks) else ""
    return (
        before.tag in ("word", "name")
        and following in ("by", "in", "offline", "with", "during")
        and before.low not in ("hackers", "attackers")
    )


def _computers(text: str, toks: tuple[Token, ...], k: int, g: int, base: str, passive: bool = False) -> bool:
    """Whether the verb at token `k` speaks of computers: by its subject, its object, or words that say so."""
    around = toks[max(0, g - 14) : min(len(toks), k + 14)]
    words = {x.low.removesuffix("'s") for x in around}
    clause = text[around[0].start : around[-1].end]
    actor = ACTORS.search(text[around[0].start : toks[k].start]) or group_pattern().search(clause)
    if actor is None:
        main = main_subject(toks)
        actor = (
            ACTORS.search(text[main.start : main.end])
            if main is not None and main.end <= toks[k].start and not passive
            else None
        )
    if actor is None and k + 1 < len(toks) and toks[k + 1].low == "by":
        actor = ACTORS.match(text, toks[min(k + 2, len(toks) - 1)].start) or ACTORS.search(
            text[toks[k + 1].start : around[-1].end]
        )
    if actor is not None and (STRONG_ACTORS.search(actor.group()) or group_pattern().search(clause)):
        return base not in ("take", "put", "bring", "publish", "affect", "block") or bool(
            words & (COMPUTER_NOUNS | STOLEN | SYSTEM_NOUNS)
        )
    if NOUNS[-2][0].search(clause) or malware_pattern().search(clause):
        return True
    if base in ("encrypt", "infect", "hijack", "exfiltrate") and words & (
        COMPUTER_NOUNS | {"systems", "files", "data"}
    ):
        return True
    if base in ("take", "knock", "bring") and _object_is(toks, k, COMPUTER_NOUNS):
        return True
    if KINETIC.search(clause):
        return False
    if OFFLINE.search(clause) and words & (SYSTEM_NOUNS | COMPUTER_NOUNS):
        return True
    if base in (
        "attack",
        "target",
        "hit",
        "disrupt",
        "affect",
        "block",
        "take",
        "shut",
        "bring",
        "put",
        "access",
        "gain",
        "publish",
        "leak",
        "steal",
        "expose",
        "probe",
        "exploit",
        "lock",
        "crash",
        "break",
        "suspend",
        "freeze",
        "destroy",
        "delete",
    ):
        return bool(words & COMPUTER_NOUNS) and (
            re.search(r"\b(?:hack|cyber|malware|virus|worm|ransom|ddos|intruder)", text, re.I) is not None
        )
    return (
        bool(words & COMPUTER_NOUNS)
        or ("data" in words and base in ("encrypt", "wipe", "exfiltrate", "corrupt"))
        or ("systems" in words and base in ("breach", "penetrate", "infiltrate", "infect", "compromise", "encrypt"))
    )


def _object_is(toks: tuple[Token, ...], k: int, nouns: frozenset[str]) -> bool:
    return any(t.low in nouns for t in toks[k + 1 : k + 9])


# "X and Y were among those affected"
_AMONG = re.compile(
    r"\b(?:was|were|is|are) (?:also )?among (?:those|them|(?:the|its|their) (?:\w+ ){0,2}\w+)(?: that were)? "
    r"(?:affected|hit|targeted|attacked|disrupted|taken|knocked|named|victims)",
    re.I,
)
# "It began on Nov. 24", "It was on May 7 that"
_BEGAN = re.compile(
    r"^(?:It|It all|The trouble|The problems?) (?:began|started|happened|occurred|took place|dates back|was (?:on|in) "
    r"(?=[A-Z]))"
)
# "banks could be next"
_NEXT = re.compile(r"\b(?:could|may|might|would|will)(?: well)? be(?: the)? next\b", re.I)
_RANSOM = re.compile(
    r"\b(?:demand\w* (?:a |the )?(?:\$[\d.,]+ ?\w* )?(?:in )?(?:ransom|bitcoin|payment)|ransom)\b", re.I
)


# "went down": when it began, not how it was
_ONSET = re.compile(r"(?:went|go|gone|lost|froze)\b", re.I)


def _weak(text: str, toks: tuple[Token, ...]) -> list[Trigger]:
    """Words that take up an attack told before: "the attack", "the outage", "the website was down"."""
    out = []
    for m in ANAPHORS.finditer(text):
        k = index_at(toks, m.start())
        if toks[k].tag == "verb" or toks[k].start != m.start():
            continue
        told = (
            m.group().lower() in ("breach", "leak", "intrusion", "theft", "heist")
            and STRONG_ACTORS.search(text) is not None
        )
        kind = AttackType.DATA_THEFT if m.group().lower().startswith(("leak", "theft")) else None
        out.append(_noun(text, toks, m, kind, None, strong=told))
    for m in _BEGAN.finditer(text):
        out.append(Trigger(m.start(), m.end(), m.group().lower(), True, False, definite=True))
    for m in _AMONG.finditer(text):
        out.append(Trigger(m.start(), m.end(), m.group().lower(), False, False, base="be", passive=True))
    for m in _NEXT.finditer(text):
        k = index_at(toks, m.end() - 1)
        out.append(
            Trigger(toks[k].start, toks[k].end, m.group().lower(), False, False, base="be", passive=True, more=True)
        )
    for m in _RANSOM.finditer(text):
        out.append(
            Trigger(m.start(), m.end(), m.group().lower(), True, False, AttackType.RANSOMWARE, None, definite=True)
        )
    for pattern in (DOWN, OFFLINE):
        for m in pattern.finditer(text):
            k = index_at(toks, m.start())
            if not any(o.start < m.end() and m.start() < o.end for o in out):
                strong = STRONG_ACTORS.search(text) is not None and any(t.low in COMPUTER_NOUNS for t in toks[: k + 1])
                out.append(
                    Trigger(
                        m.start(),
                        m.end(),
                        m.group().lower(),
                        False,
                        strong,
                        None,
                        Effect.INTERRUPTION,
                        "go" if _ONSET.match(m.group()) else "be",
                        True,
                    )
                )
    for m in ACTORS.finditer(text):
        if STRONG_ACTORS.search(m.group()) or m.group().lower().startswith("attacker"):
            definite = re.search(r"\b(?:the|these|those)\s+$", text[: m.start()], re.I) is not None
            out.append(Trigger(m.start(), m.end(), m.group().lower(), True, False, definite=definite))
    return out
