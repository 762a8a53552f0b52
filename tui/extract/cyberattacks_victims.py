"""What an attack hit: the words beside its trigger, turned into names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from tui.extract.cyberattacks_lexicon import (
    ACTORS,
    COMPUTER_NOUNS,
    STOLEN,
    SYSTEM_MODIFIERS,
    SYSTEM_NOUNS,
    VICTIM_NOUNS,
    group_pattern,
    malware_pattern,
    platforms,
)
from tui.extract.cyberattacks_phrases import (
    TIME_NOUNS,
    Noun,
    clause_start,
    members,
    phrase,
    read_list,
    read_phrase,
    subject_list,
)
from tui.extract.cyberattacks_triggers import Trigger
from tui.extract.model import Mention, MentionKind, SentenceView
from tui.extract.speakers_lexicon import SPEAKER_NOUNS
from tui.extract.speakers_subjects import CALENDAR, main_subject
from tui.extract.syntax import Token, group_start, index_at, known_verb, tokens
from tui.extract.verbs import all_forms


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
    own: frozenset[str] = frozenset()  # the capitalised words of a description that are no country and no known body
    parts: frozenset[str] = frozenset()  # the known bodies that a description names
    definite: bool = False  # "the ..."


_DETERMINER = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|my|this|that|these|those|both|all|some|several|several of the|one of the|"
    r"such)\s+",
    re.I,
)
_THE = re.compile(r"(?:the|its|their|his|her|our|my|this|that|these|those)\b", re.I)
_ABBREVIATION = re.compile(r"\s*\([^)]*\)")
_POSSESSIVE = re.compile(r"'s?$")
_ON = frozenset("on against at targeting hitting affecting impacting involving of".split())
_ON_VERBS = all_forms(
    "switch lock encrypt halt stop freeze deface crash leave target hit affect strike cripple paralyse "
    "paralyze disrupt knock take shut infect compromise breach bring damage destroy wipe impact plague force "
    "silence hobble ravage roil rock shake upend derail darken black bedevil batter wreck freeze".split()
)
_SUFFER = frozenset(
    "suffer experience report disclose face sustain endure confirm detect repel thwart weather acknowledge "
    "admit fend survive undergo confirm reveal".split()
)
_VICTIM_OF = re.compile(
    r"\b(?:(?:victim|target|object|focus|subject) of|victim to|prey to|recover(?:ing|ed|s)? from|(?:recovery|fallout|"
    r"aftermath) (?:from|of)|"
    r"respond(?:ing|s|ed)? to|deal(?:ing|t)? with|struggl(?:ing|ed) (?:with|after)|hit by|under|grappling with|"
    r"reeling from|crippled by|"
    r"(?:put|puts|blamed|blames|blaming|attributed) (?:it|this|that|them|the [\w-]+(?: [\w-]+){0,3}) (?:down to|on|to)|"
    r"(?:operations|systems|services|network|website)(?: were| was)? (?:disrupted|affected|hit|shut down|offline) "
    r"(?:by|after|following|due to))"
    r"(?: (?:a|an|the|what|such))*(?: [\w-]+){0,4}\s*$",
    re.I,
)
# "X shut down its systems after a cyberattack"
_STOPPED = re.compile(
    r"\b(disconnect|unplug|unplugged|disconnected|cancelling|postponing|diverting|halting|suspending|closing|shutting|"
    r"shut|took|taken|halted|suspended|closed|stopped|cancelled|canceled|postponed|switched|disconnected|forced|"
    r"struggling|"
    r"restored|restarted|resumed|pulled|isolated|disabled|reverted|turned away|diverted)\b[^.;]{0,90}?\b(?:after|"
    r"following|because of|due to|"
    r"amid|in response to|in the wake of)\s(?:what (?:it|they|officials) (?:called|said was|described as)\s)?(?:a|an|"
    r"the|what)?\s?(?:[\w-]+\s){0,3}$",
    re.I,
)
_TURN = re.compile(r"\b(?:it was|came|then) (?:the )?turn of (?=[A-Zt])")
_QUANTITY = frozenset(
    "section sections part parts portion portions copy copies one two three four five six seven some several "
    "many most number dozens scores hundreds thousands series range handful least more than".split()
)
# "the agency's Twitter account": of a body named before
_TAKEN_UP = re.compile(
    r"(?:the|this|that) (?:\w+ )?(?:agency|company|firm|bank|ministry|hospital|operator|group|organi[sz]ation|"
    r"university|school|city|county|town|"
    r"retailer|studio|utility|airline|business|provider|court|party|department|bureau|carrier|manufacturer|giant|"
    r"maker)(?:'s|s')(?:\s|$)",
    re.I,
)
_TAKEN_UP_BODY = re.compile(
    r"[Tt]he (?:agency|company|firm|bank|ministry|hospital|operator|university|airline|retailer|utility|school|"
    r"exchange|bourse)"
)
_PLANT = frozenset(
    "substation substations plant plants store stores pipeline pipelines factory factories printers cameras "
    "screens terminals turbines branches".split()
)
_OF_STATE = frozenset(
    "presidential office parliament government ministry department police army court senate congress embassy "
    "council administration authority agency".split()
)
_BODY_NOUNS = frozenset(
    "company firm bank ministry hospital agency organisation organization business government retailer "
    "operator provider".split()
)
_STATE = re.compile(r"[A-Z][\w'-]+ (?:State|Republic|nation|people|public)")
_ARMY = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)? (?:army|military|armed forces)", re.I)
_STATE_BODIES = frozenset("parliament president presidency army police senate cabinet".split())
# plurals that name nobody
_VAGUE = frozenset(
    "systems services operations files data users customers groups group officials people sites accounts phones".split()
)
# objects behind which the victim stands: "stole data from X"
_TAKEN = STOLEN | frozenset(
    "access ransomware malware virus control traffic ransom message messages pages requests $".split()
)


def targets_of(view: SentenceView, trigger: Trigger) -> list[Target]:
    """The targets that stand beside `trigger`, in the order of the text."""
    toks = tokens(view.text)
    out = _read(view, toks, trigger, _of_noun(view, toks, trigger) if trigger.noun else _of_verb(view, toks, trigger))
    if not out and trigger.noun and trigger.strong:
        out = _read(view, toks, trigger, _sufferer(view, toks, index_at(toks, trigger.start)))
    return out


def _read(view: SentenceView, toks: tuple[Token, ...], trigger: Trigger, nouns: list[Noun]) -> list[Target]:
    """The targets that the noun phrases name."""
    nouns = [x for n in nouns for x in _meant(view, toks, n)]
    nouns = _joined_places(view, toks, nouns)
    out: list[Target] = []
    bodies = [t for n in nouns if (t := _state_body(view, toks, n)) is not None]
    out += bodies
    nouns = [x for n in nouns if _state_body(view, toks, n) is None for x in _possessor(toks, n)]
    for noun in nouns:
        named = members(toks, view.text, noun.last) or _members_behind(view, toks, trigger, noun)
        spelled = [x for n in named if (x := target_at(view, toks, n)) is not None and x.rank is not Rank.DESCRIBED]
        for n in named if len(spelled) == len(named) and named else [noun, *named]:
            target = target_at(view, toks, n)
            if target is not None and n is not noun and target.rank is Rank.COUNTRY:
                target = replace(target, rank=Rank.NAMED)  # "seven airports, including Hannover"
            if (
                target is not None
                and n is not noun
                and toks[n.last - 1].low.endswith("'s")
                and toks[noun.last - 1].low in SYSTEM_NOUNS
            ):
                target = replace(
                    target, name=f"{target.name}'s {toks[noun.last - 1].low}"
                )  # "websites, including the president's"
            if target is not None and target.rank is Rank.COUNTRY and any(o.rank is Rank.NAMED for o in out):
                target = replace(target, rank=Rank.NAMED)  # a city's airport in a list of airports
            if target is not None and all(target.name != t.name for t in out):
                out.append(target)
    return out


def _meant(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> list[Noun]:
    """ "The port restarted two days after ransomware brought it to a halt": what a pronoun stands for."""
    if view.text[noun.start : noun.end] not in ("it", "them"):
        return [noun]
    return [n for n in _main_subjects(toks, noun.start) if not _official(view, toks, n)]


def _state_body(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Target | None:
    """ "the computers of its government", said of a state: "government of Montenegro"."""
    own = next((k for k in range(noun.first, noun.last - 1) if toks[k].low in ("its", "their")), None)
    if own is None or toks[own + 1].low not in (
        "government",
        "parliament",
        "army",
        "military",
        "presidency",
        "president",
    ):
        return None
    main = main_subject(toks)
    state = next(
        (
            m
            for m in view.mentions
            if main is not None and m.kind is MentionKind.SIDE and main.start <= m.start < main.end
        ),
        None,
    )
    if state is None or state.name is None:
        return None
    return Target(f"{toks[own + 1].low} of {state.name}", noun.start, noun.end, Rank.DESCRIBED, side=state.side)


def _members_behind(view: SentenceView, toks: tuple[Token, ...], trigger: Trigger, noun: Noun) -> list[Noun]:
    """ "At least 45 organisations were hit yesterday, including A and B": members named behind the verb."""
    if not trigger.passive or noun.end > trigger.start or not toks[noun.last - 1].low.endswith("s"):
        return []
    k = next((k for k, t in enumerate(toks) if t.start > trigger.end and t.low in ("including", "namely")), None)
    if k is None or any(t.tag == "verb" for t in toks[index_at(toks, trigger.end) + 1 : k]):
        return []
    return read_list(toks, k + 1)


def _possessor(toks: tuple[Token, ...], noun: Noun) -> list[Noun]:
    """ "30,000 of its workstations", "their computers": whose they are; what else is theirs stays as it is described."""
    own = next((k for k in range(noun.first, min(noun.last, noun.first + 4)) if toks[k].low in ("its", "their")), None)
    if own is None:
        return [noun]
    if not any(t.low in SYSTEM_NOUNS or t.low in _PLANT for t in toks[own + 1 : noun.last]):
        return [phrase(toks, own + 1, noun.last)] if own + 1 < noun.last else []
    main = _main_subjects(toks, noun.start)
    if (
        main
        and toks[own].low == "its"
        and (len(main) > 1 or (_head(toks, main[0]).endswith("s") and _head(toks, main[0]) in SPEAKER_NOUNS))
    ):
        return []  # "activists had hacked the railway and encrypted its servers"
    if main and any(t.tag == "name" for n in main for t in toks[n.first : n.last]):
        return main
    near = next(
        (
            k
            for k in range(own - 1, -1, -1)
            if (toks[k].tag == "name" and toks[k].text not in CALENDAR) or toks[k].low in _BODY_NOUNS
        ),
        None,
    )
    if near is None or toks[near].tag != "name":
        return main if near is None else []
    first = near
    while first > 0 and (
        toks[first - 1].tag == "name" or (toks[first - 1].low == "of" and first > 1 and toks[first - 2].tag == "name")
    ):
        first -= 1
    return [phrase(toks, first, near + 1)]


def _main_subjects(toks: tuple[Token, ...], before: int) -> list[Noun]:
    """The subject of the sentence, a list of them included, where it stands before the offset `before`."""
    main = main_subject(toks)
    if main is None or main.end > before:
        return []
    k = index_at(toks, main.start)
    stop = index_at(toks, main.end - 1) + 1
    first = subject_list(
        toks, next((j for j in range(stop, len(toks)) if toks[j].tag in ("verb", "aux", "modal")), stop)
    )
    inside = [n for n in first if n.end <= main.end]
    return inside or [phrase(toks, k, stop)]


def _joined_places(view: SentenceView, toks: tuple[Token, ...], nouns: list[Noun]) -> list[Noun]:
    """ "the voter systems of Illinois and Arizona" is one description, not a system and a state."""
    out: list[Noun] = []
    for noun in nouns:
        before = out[-1] if out else None
        if (
            before is not None
            and len(toks[before.first : before.last]) > 2
            and _is_place(view, noun)
            and any(
                m.kind in (MentionKind.PLACE, MentionKind.SIDE) and m.end >= before.end and m.start > before.start
                for m in _within(view, before)
            )
        ):
            out[-1] = phrase(toks, before.first, noun.last)
        else:
            out.append(noun)
    return out


def _is_place(view: SentenceView, noun: Noun) -> bool:
    return any(
        m.kind in (MentionKind.PLACE, MentionKind.SIDE) and m.start <= noun.start and m.end >= noun.end
        for m in view.mentions
    )


_OWN_ACCOUNT = re.compile(r"\b(?:account|inbox|e-?mails?) of (?=[A-Z])")
_RUN_BY = frozenset("run used operated owned maintained".split())


def system_owner(view: SentenceView, possessive: bool = False) -> list[Target]:
    """The owner of a system that the sentence names anywhere: "have been inside the network of the Bundestag".

    With `possessive` also the one whose it is: "Kyivstar's servers".
    """
    toks = tokens(view.text)
    for k, t in enumerate(toks):
        if t.low not in COMPUTER_NOUNS:
            continue
        following = [x.low for x in toks[k + 1 : k + 3]]
        ahead = (
            2
            if following[:1] in (["of"], ["at"])
            else 3
            if following[:1] and following[0] in _RUN_BY and following[1:] == ["by"]
            else 0
        )
        found = (
            [x for n in read_list(toks, k + ahead) if (x := target_at(view, toks, n)) is not None]
            if ahead and k + ahead < len(toks)
            else []
        )
        if not found and _OWN_ACCOUNT.search(view.text[: t.end + 30]):
            person = next((m for m in view.mentions if m.kind is MentionKind.PERSON and m.start >= t.end), None)
            found = (
                [Target(person.name, person.start, person.end, Rank.NAMED, side=person.side)]
                if person is not None and person.name
                else []
            )
        if not found and possessive:
            first = next((j for j in range(k - 1, max(-1, k - 6), -1) if toks[j].low.endswith("'s")), None)
            while first is not None and first > 0 and toks[first - 1].tag == "name":
                first -= 1
            if first is None and k and toks[k - 1].tag == "name":
                first = k - 1  # "its MyDeal site"
            owner = target_at(view, toks, phrase(toks, first, k + 1)) if first is not None else None
            found = [owner] if owner is not None and owner.rank is Rank.NAMED else []
        if found:
            return found
    return []


def _of_noun(view: SentenceView, toks: tuple[Token, ...], trigger: Trigger) -> list[Noun]:
    """Targets of "an attack on X", "the X hack", "X suffered an attack", "the attack hit X"."""
    first, last = index_at(toks, trigger.start), index_at(toks, trigger.end - 1) + 1
    found: list[Noun] = []
    k = last
    turn = _TURN.search(view.text[: trigger.start])
    if turn is not None:
        return read_list(toks, index_at(toks, turn.end()))
    if re.search(r"\bvictims? (?:of|to) (?:[\w-]+ ){0,5}$", view.text[: trigger.start]) and (
        sufferer := _sufferer(view, toks, first)
    ):
        return sufferer  # "X is the latest victim of attacks on providers"
    if trigger.low.startswith("hacker") and not trigger.strong:
        before = _modifier(view, toks, first)  # "the Medibank hackers"
        return [before] if before is not None else []
    if k < len(toks) and toks[k].low == "by":
        k = read_phrase(toks, k + 1)  # "attacks by the gang on several ministries"
    if k + 2 < len(toks) and toks[k].low in ("aimed", "directed") and toks[k + 1].low == "at":
        found += read_list(toks, k + 2)
    if k < len(toks) and toks[k].low == "from" and trigger.low.startswith(("theft", "leak", "data")):
        found += read_list(toks, k + 1)
    if (
        k < len(toks)
        and toks[k].low in _ON
        and not (toks[k].low in ("of", "at", "to") and trigger.low.startswith("hacker"))
    ) and (not _time_follows(toks, k + 1) if toks[k].low == "at" else not _calendar(toks, k + 1)):
        found += read_list(toks, k + 1)
    before = _modifier(view, toks, first) if not trigger.low.startswith(("intruder", "attacker", "thie")) else None
    if before is not None:
        found.append(before)
    verb = next((j for j in range(last, min(last + 12, len(toks))) if toks[j].tag in ("verb", "aux")), None)
    if verb is not None and not found and not trigger.low.startswith(("outage", "leak", "disruption", "interruption")):
        found += _object_after(toks, verb, _ON_VERBS)
    if not found:
        found += _sufferer(view, toks, first)
    return found


_PAID = re.compile(
    r"\bpa(?:id|ys|ying|y) (?:[^.;]{0,50}?(?:ransom|bitcoin|hackers|criminals|attackers|gang|extortionists))", re.I
)


def _payer(view: SentenceView, toks: tuple[Token, ...]) -> list[Noun]:
    """ "Officials in Jackson County paid $400,000 to criminals": who pays was hit."""
    paid = _PAID.search(view.text)
    if paid is None:
        return []
    found = _subjects(view, toks, group_start(toks, index_at(toks, paid.start())))
    out = []
    for n in found:
        k = next((k for k in range(n.first, n.last) if toks[k].low in ("in", "at", "of")), None)
        out.append(
            phrase(toks, k + 1, n.last)
            if k is not None and k + 1 < n.last and toks[n.first].low in _TELLERS | {"the"}
            else n
        )
    return out


def _official(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> bool:
    """Whether the phrase names somebody who tells of others' attacks: police, officials, experts, agencies, outlets."""
    if any(
        m.role in ("agency", "outlet", "ministry", "media") or (m.kind is MentionKind.PERSON and m.role)
        for m in _within(view, noun)
    ):
        return True
    return bool({t.low for t in toks[noun.first : noun.last]} & _TELLERS)


_TELLERS = frozenset(
    "police officials official authorities experts expert researchers researcher spokesman spokeswoman spokesperson "
    "minister government sources media "
    "report reports newspaper analysts investigators prosecutors president officers he she they who lawmakers".split()
)


def _time_follows(toks: tuple[Token, ...], k: int) -> bool:
    return k < len(toks) and (
        toks[k].tag == "num" or toks[k].low in ("least", "once", "first", "a", "night", "dawn", "about", "around")
    )


_LEADS = frozenset(
    "new latest another second third more fresh further unidentified unknown foreign state criminal malicious "
    "mysterious anti pro data hostile rogue no this that these "
    "such all some many most several two three the a an of in on after following since despite as breaking exclusive "
    "update explainer analysis opinion live watch "
    "simultaneous widespread coordinated sophisticated serious severe ongoing old young teenage ethical "
    "amateur professional international cyber computer".split()
)
_BIG = frozenset(
    "global massive major huge large-scale recent devastating crippling notorious infamous alleged suspected "
    "apparent attempted".split()
)


def _calendar(toks: tuple[Token, ...], k: int) -> bool:
    """Whether a date begins at token `k`: "an attack on Dec. 12", "an attack of March 2018"."""
    return k < len(toks) and (toks[k].text in CALENDAR or toks[k].text.rstrip(".") in _MONTHS)


def _modifier(view: SentenceView, toks: tuple[Token, ...], first: int) -> Noun | None:
    """ "the Colonial Pipeline ransomware attack", "M&S cyber attack", "Sony's hack": a name right before the trigger."""
    k = first
    if k > 1 and toks[k - 1].low in _BIG and toks[k - 2].tag == "name" and not toks[k - 2].low.endswith("'s"):
        first = k = k - 1  # "the SolarWinds global hacking spree"
    while (k > 0 and toks[k - 1].tag in ("name", "num")) or (k > 0 and toks[k - 1].low in ("&", "-") and k > 1):
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
    if any(m.role in ("outlet", "media") and m.start < end and start < m.end for m in view.mentions) or re.search(
        r"\b(?:told|tell|tells) $", view.text[:start]
    ):
        return None  # "told Reuters hackers had prepared the attacks"
    sides = [m for m in view.mentions if m.start < end and start < m.end and m.kind is MentionKind.SIDE]
    if any(
        m.form in ("adjective", "compound", "opponent", "possessive", "metonym") or (m.start <= start and m.end >= end)
        for m in sides
    ):
        return None  # "the Russian cyberattack": the attacker
    if (
        toks[k].start <= 1
        and first - k == 1
        and (toks[k].low in _BIG or known_verb(toks[k].low) or toks[k].low in _LEADS)
    ):
        return None
    return phrase(toks, k, first)


def _object_after(toks: tuple[Token, ...], verb: int, bases: Mapping[str, str]) -> list[Noun]:
    """The object of the verb at token `verb`, if it is one that strikes: "the attack hit X", "that knocked X offline"."""
    k = verb
    while k < len(toks) and toks[k].tag in ("aux", "adv", "modal"):
        if toks[k].base == "be":
            return []
        k += 1
    if k >= len(toks) or toks[k].low not in bases:
        return []
    k += 1
    while k < len(toks) and toks[k].low in ("down", "out", "off", "offline", "into"):
        k += 1
    return read_list(toks, k)


def _sufferer(view: SentenceView, toks: tuple[Token, ...], first: int) -> list[Noun]:
    """ "X suffered a cyberattack", "X said it was the victim of an attack": the subject."""
    stopped = _STOPPED.search(view.text[: toks[first].start])
    if stopped is not None:
        return _subjects(view, toks, group_start(toks, index_at(toks, stopped.start(1))))
    verb = next((j for j in range(first - 1, max(-1, first - 8), -1) if toks[j].tag == "verb"), None)
    victim_of = _VICTIM_OF.search(view.text[: toks[first].start])
    if victim_of is None and (verb is None or toks[verb].base not in _SUFFER):
        return _payer(view, toks)
    at = index_at(toks, victim_of.start()) if victim_of is not None else verb
    if at is None:
        return []
    g = next((j for j in range(at, max(-1, at - 6), -1) if toks[j].tag in ("aux", "verb")), at)
    found = _subjects(view, toks, group_start(toks, g))
    told = (
        verb is not None
        and victim_of is None
        and toks[verb].base in ("confirm", "reveal", "acknowledge", "admit", "report", "disclose")
    )
    return [n for n in found if not (told and _official(view, toks, n))]


def _of_verb(view: SentenceView, toks: tuple[Token, ...], trigger: Trigger) -> list[Noun]:
    """Targets of "hackers breached X" and of "X was breached"."""
    verb = index_at(toks, trigger.start)
    g = group_start(toks, verb)
    if trigger.passive:
        found = _systems_of(toks, g) or _subjects(view, toks, g)
        along = next(
            (j for j in range(verb, len(toks) - 2) if toks[j].low == "along" and toks[j + 1].low == "with"), None
        )
        return found + (
            read_list(toks, along + 2) if found and along is not None and trigger.low.find("among") >= 0 else []
        )
    k = verb + 1
    if trigger.base in ("hold", "bring"):
        stop = next((j for j in range(k, len(toks)) if toks[j].low in ("hostage", "to")), len(toks))
        return read_list(toks, k, stop)  # "held the city hostage", "brought the port to a standstill"
    while k < len(toks) and (
        toks[k].low in ("down", "out", "off", "offline", "into", "access", "to", "with", "entry", "inside")
        or toks[k].tag == "adv"
    ):
        k += 1
    found = read_list(toks, k)
    if found and any(t.low in ("its", "their") for t in toks[found[0].first : found[0].first + 4]):
        return _possessor(toks, found[0])  # "shut down its network"
    if (
        not found
        or trigger.base in ("plant", "install", "put")
        or all(_head(toks, n) in _TAKEN or toks[n.first].low == "$" or toks[n.first].tag == "num" for n in found)
    ):
        from_ = next(
            (
                j
                for j in range(k, min(k + 14, len(toks)))
                if toks[j].low in ("from", "on", "in") and toks[j].tag == "prep"
            ),
            None,
        )
        if from_ is not None and not any(
            toks[j].tag in ("verb", "aux") or toks[j].low in (",", ";") for j in range(k, from_)
        ):
            return read_list(toks, from_ + 1)
        return found if any(_head(toks, n) in STOLEN for n in found) else []
    return found


def _systems_of(toks: tuple[Token, ...], g: int) -> list[Noun]:
    """ "About 32,000 computers and servers at A, B and C went down": the list of owners that is the subject of verb group `g`."""
    start = clause_start(toks, g)
    k = next((k for k in range(start, g - 3) if toks[k].low in SYSTEM_NOUNS and toks[k + 1].low in ("at", "of")), None)
    if k is None or any(t.tag in ("verb", "aux", "modal") for t in toks[start:k]):
        return []
    found = read_list(toks, k + 2, g)
    return found if len(found) > 2 else []


def _subjects(view: SentenceView, toks: tuple[Token, ...], g: int) -> list[Noun]:
    """The subject of the verb group at token `g`; a pronoun or "its systems" stands for the subject of the sentence."""
    found = subject_list(toks, g)
    if not found:
        return []
    own = toks[found[0].first]
    words = view.text[found[0].start : found[0].end]
    if _TAKEN_UP_BODY.fullmatch(words) and (main := _main_subjects(toks, own.start)):
        return main  # "X wobbled, and the bank has put it down to an attack"
    if own.low in ("it", "they", "which") or own.tag == "rel":
        return _main_subjects(toks, own.start)
    return found


def _head(toks: tuple[Token, ...], noun: Noun) -> str:
    """The head noun of a phrase: its last word before "of" or "in"."""
    head = ""
    span = toks[noun.first : noun.last]
    of = next((k for k, t in enumerate(span) if t.low == "of"), 0)
    if of and all(t.tag in ("num", "det", "adv") or t.low in _QUANTITY for t in span[:of]):
        span = span[of + 1 :]  # "two of the country's banks", "a number of agencies"
    for t in span:
        if (t.tag == "prep" and head) or t.low == "(":
            break
        if t.tag in ("word", "name", "verb", "det", "pron"):
            head = t.low
    return head.removesuffix("'s")


def target_at(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Target | None:
    """The target that a noun phrase names; None where it names none of its own."""
    noun = _counted(toks, noun)
    if _TAKEN_UP.match(view.text[noun.start : noun.end]):
        return None
    owner = _owner(view, toks, noun)
    if owner is not None:
        owner = _owner(view, toks, owner) or owner
        return _named(view, toks, owner) or _named(view, toks, noun)
    return _named(view, toks, noun)


_NO_BODY = re.compile(
    r"D?DoS|IT|VPN|SMS|URL|CEO|Internet|Web|Wi-Fi|USB|Here|There|Then|But|And|Now|National|Officials|Experts|Analysts|"
    r"PII"
)
_MACHINES = frozenset(
    "workstation laptop pc pcs server computer machine drive disk modem router device inbox password".split()
)


def described(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Target | None:
    """What a noun phrase describes, whatever it is: of a feared attack ("trains", "the unofficial returns")."""
    words = _DETERMINER.sub("", _ABBREVIATION.sub("", view.text[noun.start : noun.end]).strip(" ,'\"")).strip()
    if not words or toks[noun.first].tag == "pron" or len(words.split()) > 8:
        return None
    return Target(words, noun.start, noun.end, Rank.DESCRIBED, words.endswith("s"))


def _named(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Target | None:
    """The target that the phrase itself names."""
    words = _ABBREVIATION.sub("", view.text[noun.start : noun.end]).strip(" ,'\"")
    head = _head(toks, noun)
    if _NO_BODY.fullmatch(_POSSESSIVE.sub("", words)) or (head in _MACHINES and words.islower()):
        return None
    if (
        not words
        or words in platforms()
        or ACTORS.fullmatch(_DETERMINER.sub("", words))
        or group_pattern().fullmatch(_DETERMINER.sub("", words))
    ):
        return None
    state = _STATE.fullmatch(_DETERMINER.sub("", words))
    forces = _ARMY.fullmatch(_DETERMINER.sub("", words))
    side = next(
        (m.side for m in view.mentions if m.kind is MentionKind.SIDE and noun.start <= m.start < noun.end), None
    )
    if state is not None and side is not None:
        return Target(side, noun.start, noun.end, Rank.COUNTRY, side=side)
    if forces is not None and side is not None:
        return Target(f"Armed Forces of {side}", noun.start, noun.end, Rank.NAMED, side=side)
    if _person(view, noun):
        return None
    mention = _mention(view, noun)
    if mention is not None and mention.name:
        rank = Rank.COUNTRY if mention.kind in (MentionKind.SIDE, MentionKind.PLACE) else Rank.NAMED
        return Target(mention.name, noun.start, noun.end, rank, side=mention.side)
    return _spelled(view, toks, noun, words, head)


def _counted(toks: tuple[Token, ...], noun: Noun) -> Noun:
    """ "thousands of the studio's files": what is counted."""
    of = next((k for k in range(noun.first, noun.last) if toks[k].low == "of"), None)
    if of is None or of + 1 >= noun.last or toks[of + 1].tag != "det":
        return noun
    if all(t.tag in ("num", "det") or t.low in _QUANTITY for t in toks[noun.first : of]):
        return phrase(toks, of + 1, noun.last)
    return noun


def _mention(view: SentenceView, noun: Noun) -> Mention | None:
    """The known name that the whole phrase is."""
    for m in view.mentions:
        if m.kind is MentionKind.PERSON and m.role:
            continue  # people speak of attacks; what has no role may be a firm taken for one
        lead = view.text[noun.start : m.start].strip().lower()
        tail = view.text[m.end : noun.end].strip(" '\",").lower()
        counted = m.kind is MentionKind.INSTITUTION and re.fullmatch(r"(?:[a-z]+|\d+)", lead) is not None
        if (
            m.start >= noun.start - 1
            and (lead in ("", "the", "its", "their") or counted)
            and re.fullmatch(r"(?:'s|s|\([^)]*\)|itself)?", tail)
        ):
            if (m.form in ("adjective", "compound") and m.kind is MentionKind.SIDE) or m.name is None:
                continue
            return m
    return None


PERSON_NOUN = re.compile(
    r"'?s?,? (?:an?|the|who|head|chief|cyber\w*|security|senior|director|president|co-founder|founder|analyst|expert|"
    r"spokes\w+|former|\d\d)\b"
    r"(?=[^.;]{0,60}?\b(?:experts?|presidents?|heads?|directors?|analysts?|managers?|chief|officers?|spokes\w+|"
    r"founders?|ministers?|champion|researchers?|"
    r"partners?|chair\w*|professors?|lawyers?|lecturers?|consultants?|executives?|secretary|editors?|advis[eo]rs?|"
    r"mayor|governor)\b)"
)
"""What follows the name of a person: ", cyber expert at BCS"."""


def _person(view: SentenceView, noun: Noun) -> bool:
    """Whether the phrase is a person by what follows it: "Daniel Card, cyber expert at BCS"."""
    return any(
        m.kind is MentionKind.PERSON and m.start <= noun.start + 1 and PERSON_NOUN.match(view.text, m.end)
        for m in _within(view, noun)
    )


def _spelled(view: SentenceView, toks: tuple[Token, ...], noun: Noun, words: str, head: str) -> Target | None:
    """A target that no list knows: a name in capitals, or the article's own description of something that can be hit."""
    span = toks[noun.first : noun.last]
    if span[0].tag == "pron" or any(
        m.kind is MentionKind.PERSON and m.role and m.end >= noun.end - 1 for m in _within(view, noun)
    ):
        return None
    tail = _name_tail(span)
    if tail is not None:
        return Target(_POSSESSIVE.sub("", view.text[tail.start : tail.end]), tail.start, tail.end, Rank.NAMED)
    bare = _POSSESSIVE.sub("", _DETERMINER.sub("", words)).strip()
    capitals = [t for t in span if t.tag == "name"]
    if capitals and _all_name(span):
        alone = len(capitals) == 1 and (capitals[0].start == 0 or capitals[0].low in SYSTEM_NOUNS)
        if (alone and not _within(view, noun) and _is_word(capitals[0].low)) or (
            len(capitals) == 1
            and (
                capitals[0].text.removesuffix("'s") in CALENDAR
                or capitals[0].text in _MONTHS
                or capitals[0].low in TIME_NOUNS
            )
        ):
            return None  # the first word of a sentence is capitalised anyway
        return Target(bare, noun.start, noun.end, Rank.NAMED)
    if head not in VICTIM_NOUNS:
        return None
    if span[0].low in ("no", "any", "those", "these"):
        return None
    if head in STOLEN and head not in ("account", "accounts", "database", "databases"):
        return None
    if head in _STATE_BODIES:
        return Target(bare, noun.start, noun.end, Rank.DESCRIBED)
    content = [t for t in span if t.tag in ("word", "name")]
    definite = _DETERMINER.match(words) is not None
    if all(t.low in SYSTEM_NOUNS | SYSTEM_MODIFIERS for t in content) or (
        len(content) == 1 and (definite or head in _VAGUE)
    ):
        return None
    parts = frozenset(m.name for m in _within(view, noun) if m.kind is MentionKind.INSTITUTION and m.name)
    side = next((m.side for m in _within(view, noun) if m.kind is MentionKind.SIDE and m.side), None)
    own = _own_words(view, capitals)
    return Target(
        bare, noun.start, noun.end, Rank.DESCRIBED, head.endswith("s"), side, own, parts, _THE.match(words) is not None
    )


_MONTHS = frozenset(m[:3] for m in CALENDAR)


def _is_word(low: str) -> bool:
    """Whether a word is no name: one that speaks, is hit, or is a verb."""
    if re.match(
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
        r"seventy|eighty|ninety)(?:$|-)",
        low,
    ):
        return True
    return (
        low in SPEAKER_NOUNS or low in VICTIM_NOUNS or known_verb(low) or low.endswith(("ing", "ed")) or low.isdigit()
    )


def _own_words(view: SentenceView, capitals: list[Token]) -> frozenset[str]:
    """The capitalised words that are no country or place."""
    places = [m for m in view.mentions if m.kind is not MentionKind.PERSON]
    return frozenset(t.low for t in capitals if not any(m.start <= t.start < m.end for m in places))


def _all_name(span: tuple[Token, ...]) -> bool:
    """Whether a phrase is one name: capitals, with "of", "and" or "the" between."""
    return all(t.tag in ("name", "num", "det", "punct") or t.low in ("of", "and", "&", "for") for t in span)


def _within(view: SentenceView, noun: Noun) -> list[Mention]:
    return [m for m in view.mentions if m.start < noun.end and noun.start < m.end]


def _name_tail(span: tuple[Token, ...]) -> _Span | None:
    """The name that a description ends in: "the advertising firm WPP", "state-owned Khuzestan Steel Company"."""
    opening = next((k for k, t in enumerate(span) if t.low == "("), len(span))
    span = span[:opening]
    if any(t.tag == "prep" for t in span):
        cut = next(k for k, t in enumerate(span) if t.tag == "prep")
        if span[cut].low == "of" or span[0].tag == "name" or cut == 0:
            return None
        span = span[:cut]  # "the state oil company Bapco in Bahrain"
    k = len(span)
    possessed = next((j for j in range(len(span) - 1, 0, -1) if span[j - 1].low.endswith("'s")), 0)
    while k > possessed and (
        (span[k - 1].tag == "name" and not span[k - 1].low.endswith("'s")) or span[k - 1].low in ("&", ".")
    ):
        k -= 1
    lead = [t for t in span[:k] if t.tag != "det"]
    lead = lead or ([span[possessed - 1]] if possessed else [])
    if (
        not lead
        or not span[k:]
        or span[k].tag != "name"
        or k == len(span)
        or lead[-1].tag == "num"
        or all(t.low in ("own",) for t in lead)
    ):
        return None
    if lead[-1].low.endswith("'s") and len(lead) == 1 and not all(t.tag == "name" for t in span[k:]):
        return None
    if any(t.low in _OF_STATE for t in span[k:]):
        return None  # "Taiwan's Presidential Office" stays whole
    return _Span(span[k].start, span[-1].end)


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


_BY_WHOM = [[x, "by"] for x in ("used", "run", "operated", "owned", "managed", "held", "maintained")]


def _owner(view: SentenceView, toks: tuple[Token, ...], noun: Noun) -> Noun | None:
    """The owner of the system that a phrase names, where it is one body: "the website of the parliament", "Sony's network".

    What belongs to a country or to nobody named stays as it is described ("Ukrainian government websites").
    """
    span = range(noun.first, noun.last)
    head_at = next(
        (
            k
            for k in span
            if toks[k].low in SYSTEM_NOUNS and (k + 1 == noun.last or toks[k + 1].tag in ("prep", "punct"))
        ),
        None,
    )
    if head_at is None:
        return None
    if [t.low for t in toks[noun.last : noun.last + 2]] in _BY_WHOM and noun.last + 2 < len(toks):
        end = read_phrase(toks, noun.last + 2)  # "a payroll system used by the ministry"
        return phrase(toks, noun.last + 2, end) if end > noun.last + 2 else None
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
    """ "Bangladesh Bank's systems", "the Viasat network", "the ministry's main website"."""
    possessive = next(
        (k for k in range(head_at - 1, noun.first - 1, -1) if toks[k].low.endswith("'s") or toks[k].low == "'"), None
    )
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
    if any(
        m.kind in (MentionKind.SIDE, MentionKind.PERSON) and m.start < noun.end and noun.start < m.end
        for m in view.mentions
    ):
        return False
    words = [t for t in toks[noun.first : noun.last] if t.tag not in ("det",)]
    return bool(words) and all(t.tag == "name" or t.low in ("of", "&", "-", "'") for t in words)


def _is_state(view: SentenceView, noun: Noun) -> bool:
    """Whether the phrase is a country and nothing more: "Ukraine's", "the country's"."""
    words = _DETERMINER.sub("", view.text[noun.start : noun.end]).strip(" '")
    if words.lower().removesuffix("'s") in (
        "country",
        "nation",
        "island",
        "kingdom",
        "state",
        "company",
        "group",
        "firm",
        "agency",
        "ministry",
        "studio",
        "hospital",
        "bank",
    ):
        return True
    return any(
        (m.kind is MentionKind.PLACE or (m.kind is MentionKind.SIDE and m.role != "organisation"))
        and m.start <= noun.start + 4
        and m.end >= noun.end - 2
        for m in view.mentions
    )
