"""What one sentence tells of one attack: its triggers, targets, sort, effect, date and how real it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.corpus.model import LineClass
from tui.extract.cyberattacks_blame import Blame, blames, threateners
from tui.extract.cyberattacks_groups import Groups
from tui.extract.cyberattacks_lexicon import (
    ACTORS,
    CYBER,
    EVERY_DAY,
    HABIT,
    POLICY,
    PUNISHMENT,
    VERB_FORMS,
    malware_pattern,
)
from tui.extract.cyberattacks_phrases import Noun, read_list, subject_list
from tui.extract.cyberattacks_triggers import Trigger, find_triggers
from tui.extract.cyberattacks_victims import PERSON_NOUN, Rank, Target, described, system_owner, target_at, targets_of
from tui.extract.model import DateMention, MentionKind, Modality, SentenceView, Source
from tui.extract.realis import NOUN_RULES, realis_of
from tui.extract.speakers import source_of
from tui.extract.speakers_lexicon import BLAME, DENY, SAY, SPEAKER_NOUNS
from tui.extract.speakers_subjects import main_subject
from tui.extract.syntax import Token, group_start, index_at, tokens
from tui.extract.verbs import all_forms
from tui.records import AttackType, DatePrecision, Effect, Realis, Stance


@dataclass(frozen=True)
class Hit:
    """What sentence `n` says of one attack."""

    n: int
    triggers: tuple[Trigger, ...]
    targets: tuple[Target, ...]
    modality: Modality
    date: DateMention | None
    blames: tuple[Blame, ...]
    source: Source | None
    deed: bool = False  # a named group or "they" is the subject that attacks
    wave: bool = False  # the words join it to the attack in hand
    lasting: bool = False  # it goes on since its date
    old: bool = False  # its date lies in an earlier year than the article
    past: bool = False  # "in the past", "previously"
    elsewhere: bool = False  # the sentence begins with a place of its own ("In Peru, ...")
    again: bool = False  # "struck again", "it was the turn of"
    listed: bool = False  # an item of a list of victims
    told: DateMention | None = None  # a day that the sentence gives to something else (to the saying, say)

    @property
    def strong(self) -> bool:
        """Whether it tells an attack by itself."""
        return any(t.strong for t in self.triggers)

    @property
    def conditional(self) -> bool:
        """Whether the attack is only feared, threatened or planned."""
        return self.modality.realis in (Realis.CONDITIONAL, Realis.PLANNED)

    @property
    def other(self) -> bool:
        """Whether the words tell it apart from the attack in hand."""
        return self.past or self.again or any(t.other for t in self.triggers if t.noun or t.strong)

    @property
    def more(self) -> bool:
        """Whether a warning speaks of more of the same ("similar attacks")."""
        return any(t.more for t in self.triggers)

    @property
    def indefinite(self) -> bool:
        """Whether the words bring up a new attack ("a cyberattack")."""
        return any(t.noun and t.strong and t.indefinite for t in self.triggers)

    @property
    def definite(self) -> bool:
        """Whether it takes up an attack told before ("the attack")."""
        return all(t.definite or not t.noun for t in self.triggers)

    @property
    def types(self) -> tuple[AttackType, ...]:
        """What sorts of attack the words tell."""
        return tuple(dict.fromkeys(t.type for t in self.triggers if t.type is not None))

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What the words say it did."""
        return tuple(dict.fromkeys(t.effect for t in self.triggers if t.effect is not None))


_SAID_ON = re.compile(
    r"\b(?:"
    + "|".join(sorted(all_forms((SAY | DENY | BLAME) - {"set", "make", "find"}), key=len, reverse=True))
    + r")\b"
    r"(?:\s+(?:reporters|journalists|lawmakers|parliament|in|a|an|the|statement|on|late|early|earlier|here|that|this|"
    r"and|again|also|news|"
    r"conference|interview|briefing|Reuters|CNN|AFP|BBC)){0,6}\s*$",
    re.I,
)


_PREVENTED = re.compile(r"\bbefore (?:[\w'-]+ ){1,4}could (?:\w+ )?$", re.I)


def _threats(views: Sequence[SentenceView], n: int, group: tuple[Trigger, ...], groups: Groups) -> list[Blame]:
    """Who would attack: the subject of the verb that the feared attack hangs on, or of the if clause."""
    toks = tokens(views[n].text)
    k = index_at(toks, group[0].start)
    if not group[0].noun:
        return threateners(views, n, k, groups)
    for j in range(k - 1, max(-1, k - 24), -1):
        if toks[j].tag == "verb" and toks[j].form != "ing":
            if toks[j].low in _SAYING:
                break
            found = threateners(views, n, j, groups)
            if (found or toks[j].base not in ("warn", "say", "tell")) and found:
                return found
    return []


_WARNS = re.compile(
    r"\b(?:told|tells|telling|urged|urges|urging|warned|warns|warning|advised|advises|asked|"
    r"asks)\s+(?=(?:[\w'-]+\s){1,6}to\b)",
    re.I,
)


def _warned(view: SentenceView) -> tuple[Target, ...]:
    """ "told other public bodies to expect attacks": those who are told to look out."""
    m = _WARNS.search(view.text)
    if m is None:
        return ()
    toks = tokens(view.text)
    found = [target_at(view, toks, n) for n in read_list(toks, index_at(toks, m.end()))]
    return tuple(t for t in found if t is not None)


# what a feared attack would do, behind its modal
_HARM = re.compile(
    r"\b(?:derail|contaminate|poison|cripple|black ?out|shut(?: down)?|tamper with|take (?:down|out)|knock out|"
    r"paraly[sz]e|disable|disrupt|destroy|target|bring down|alter|"
    r"manipulate|sabotage|wipe(?: out)?|plunge|turn off|hit|attack)\b(?= )"
)


def _at_risk(view: SentenceView) -> tuple[Target, ...]:
    """ "could derail trains, contaminate the water supply or shut down the power grid": what a feared attack would hit."""
    toks = tokens(view.text)
    out: list[Target] = []
    modal = re.search(r"\b(?:could|may|might|would|can)\b", view.text)
    for m in _HARM.finditer(view.text, modal.end()) if modal is not None else ():
        k = next((k for k, t in enumerate(toks) if t.start >= m.end()), None)
        if k is None or toks[index_at(toks, m.start())].tag == "name":
            continue
        for noun in read_list(toks, k):
            found = target_at(view, toks, noun) or described(view, toks, noun)
            if found is not None and all(found.name != o.name for o in out):
                out.append(found)
    return tuple(out)


def _state_hit(views: Sequence[SentenceView], n: int, named: list[Blame]) -> tuple[Target, ...]:
    """The state that a warning speaks of, where it names no target: "the country" is the one named last."""
    accused = {b.side for b in named} | {b.to for b in named}
    taken_up = re.search(r"\b(?:the|this) (?:country|nation|island|kingdom)\b", views[n].text)
    for view in (views[n], *reversed(views[max(0, n - 12) : n])) if taken_up is not None else (views[n],):
        for m in view.mentions:
            if (
                m.kind is MentionKind.SIDE
                and m.role == "state"
                and m.name
                and m.name not in accused
                and m.form != "metonym"
            ):
                at = (m.start, m.end) if view is views[n] or taken_up is None else taken_up.span()
                return (Target(m.name, *at, Rank.COUNTRY, side=m.side),)
    return ()


_WAVE = re.compile(
    r"\b(?:in the (?:following|next|subsequent) (?:days|hours|weeks)|the same (?:day|time|week|attack|night)|"
    r"simultaneously|at the same time|among (?:the|those)|"
    r"in the (?:attack|hack|breach|wave)|during the (?:attack|hack|breach)|later that day|(?:hours|minutes|days) "
    r"later|as part of)\b",
    re.I,
)


_THING = re.compile(
    r"\b(?:malware|virus|worm|ransomware|attacks?|software|code|wiper|breach|incident|company|bank|ministry|"
    r"officials?)\b",
    re.I,
)


_AGAIN = re.compile(
    r"\b(?:(?:struck|hit|attacked|strikes?|hits?) again|(?:was|came) the turn of|(?:was|were|is) (?:the )?(?:next|"
    r"latest) (?:victim|target|to)|then came|(?:the )?same (?:sort|kind|type|form) of)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:in the past|in previous years|has previously|have previously|had previously|years ago)\b", re.I
)


def _elsewhere(view: SentenceView) -> bool:
    """Whether a sentence turns to another place: "In Seoul, officials were looking into ..."."""
    first = next((m for m in view.mentions if m.kind in (MentionKind.PLACE, MentionKind.SIDE) and m.start <= 4), None)
    return first is not None and view.text.startswith("In ") and view.text[first.end : first.end + 1] == ","


def _told_date(view: SentenceView) -> DateMention | None:
    """The day that opens the sentence or stands first in it: when what it tells came to pass or to light."""
    past = [d for d in view.dates if view.anchor is None or d.value[: len(view.anchor)] <= view.anchor[: len(d.value)]]
    return past[0] if past else None


def _not_to_come(view: SentenceView, d: DateMention) -> DateMention | None:
    """The date of what took place cannot lie after the article: "a July cyberattack" told in spring is last year's."""
    if view.anchor is None or d.value[: len(view.anchor)] <= view.anchor[: len(d.value)]:
        return d
    if re.search(r"\d", view.text[d.start : d.end]) or not re.match(
        r"[A-Z][a-z]{2}", view.text[d.start : d.end].split()[-1]
    ):
        return None
    return replace(d, value=f"{int(d.value[:4]) - 1:04d}{d.value[4:]}")


def _doing(toks: tuple[Token, ...], t: Trigger) -> list[Noun]:
    """The subject of a verb; of "claimed to have stolen" that of the claim."""
    g = group_start(toks, index_at(toks, t.start))
    found = subject_list(toks, g)
    main = main_subject(toks)
    if not found and main is not None and main.end <= t.start and toks[g].low in ("to", "have"):
        k = index_at(toks, main.start)
        return [Noun(k, index_at(toks, main.end - 1) + 1, main.start, main.end)]
    return found


def _deed(view: SentenceView, group: tuple[Trigger, ...], groups: Groups) -> bool:
    """Whether a named group, a person or "they" is the subject of the attacking verb."""
    toks = tokens(view.text)
    for t in group:
        if t.noun or t.passive or not (t.strong or re.search(r"\bto have (?:\w+ )?$", view.text[: t.start])):
            continue
        for noun in _doing(toks, t):
            words = view.text[noun.start : noun.end]
            if malware_pattern().search(words) or _THING.search(words):
                continue
            if words.lower() in ("they", "he", "she") or groups.pattern.search(words):
                return True
            if any(x.tag == "name" for x in toks[noun.first : noun.last]) and toks[noun.last - 1].low not in (
                "hackers",
                "attackers",
            ):
                return True
    return False


_MOST = 30  # triggers that are read of one sentence; no sentence of prose has as many


def find_hits(views: Sequence[SentenceView], n: int, groups: Groups) -> list[Hit]:
    """What sentence `n` tells of attacks, one hit an attack, in the order of the text."""
    view = views[n]
    triggers = find_triggers(view)[:_MOST]
    if not triggers:
        return []
    triggers = tuple(t if not _unsaid(view, t) else replace(t, strong=False, type=None, effect=None) for t in triggers)
    named = blames(views, n, groups)
    hits: list[Hit] = []
    for group in _groups(view, triggers):
        modality = _modality(view, group)
        source = source_of(view, group[0].start, group[0].end)
        targets = (
            () if _denied(view, group[0]) else tuple(t for t in _targets(view, group) if not groups.is_name(t.name))
        )
        if modality.realis in (Realis.CONDITIONAL, Realis.PLANNED) and (
            _denied(view, group[0], True) or _PREVENTED.search(view.text[: group[0].start])
        ):
            continue
        if modality.realis in (Realis.CONDITIONAL, Realis.PLANNED):
            named_here = [*named, *_threats(views, n, group, groups)]
            targets = targets or _warned(view) or _at_risk(view) or _state_hit(views, n, named_here)
        else:
            named_here = named
        wave = _WAVE.search(view.text) is not None
        date = _date(view, group)
        lasting = date is not None and re.search(r"\bsince (?:\w+ )?$", view.text[: date.start]) is not None
        deed = _deed(view, group, groups)
        if date is not None and modality.realis is Realis.ACTUAL:
            date = _not_to_come(view, date)
        old = date is not None and view.anchor is not None and date.value[:4] < view.anchor[:4]
        if date is not None and all(t.base == "be" for t in group):
            date = None  # what is still down on a day was not hit on it
        hits.append(
            Hit(
                n,
                group,
                targets,
                modality,
                date,
                tuple(named_here),
                source,
                deed,
                wave,
                lasting,
                old,
                _PAST.search(view.text) is not None,
                _elsewhere(view),
                _AGAIN.search(view.text) is not None,
                told=_told_date(view),
            )
        )
    if len(hits) > 1:
        hits = [
            replace(
                h,
                blames=tuple(
                    b
                    for b in h.blames
                    if _nearest(hits, b) is h or (b.presupposed and b.by is None and not h.conditional)
                ),
            )
            for h in hits
        ]
    return hits


_UNSAID = re.compile(
    r"\b(?:whether|no (?:evidence|indication|sign|signs|proof|suggestion)(?: so far| yet)?(?: that| of)|(?:did|does|"
    r"do|was|were|is|are|has|have|had)(?: not|n't))\b[^,;]{0,60}$",
    re.I,
)


# "raised its alert against cyber attacks"
_READY = re.compile(
    r"\b(?:alert|guard\w*|defen[cs]es?|defend\w*|protect\w*|prepar\w+|shield\w*|vigilan\w+|safeguard\w*|insur\w+|"
    r"resilien\w+|secure|fight|combat\w*|counter\w*|prevent\w*) "
    r"(?:[\w-]+ ){0,2}?(?:against|from|for|to|of)? ?(?:[\w-]+ ){0,2}$",
    re.I,
)


def _unsaid(view: SentenceView, t: Trigger) -> bool:
    """Whether the words leave it open or deny it: "did not say whether data had been stolen", "no evidence of a breach"."""
    if t.noun and _READY.search(view.text[: t.start]):
        return True
    return not (t.noun and t.definite) and _UNSAID.search(view.text[: t.start]) is not None


def _nearest(hits: list[Hit], blame: Blame) -> Hit:
    return min(hits, key=lambda h: min(abs(t.start - blame.start) for t in h.triggers))


def _groups(view: SentenceView, triggers: tuple[Trigger, ...]) -> list[tuple[Trigger, ...]]:
    """The triggers of each attack of the sentence: a new one begins at "another attack" and where reality changes."""
    groups: list[list[Trigger]] = []
    for t in triggers:
        if (
            groups
            and not t.noun
            and t.low.endswith("ing")
            and groups[-1][-1].noun
            and re.fullmatch(r"(?: (?:from|by) [\w' -]{1,30})? ", view.text[groups[-1][-1].end : t.start])
        ):
            groups[-1].append(t)  # "attacks from this gang targeting X"
            continue
        conditional = _is_conditional(view, t)
        fits = [g for g in groups if _is_conditional(view, g[0]) == conditional]
        apart = not _agent(view, t) and (
            _own_date(view, t, groups)
            or _main_clause(view, t, groups)
            or _other_victim(view, t, groups)
            or (t.other and any(x.strong or x.noun for g in groups for x in g))
            or _parallel(view, t, fits)
        )
        if fits and not apart:
            fits[-1].append(t)
        else:
            groups.append([t])
    return [tuple(g) for g in groups]


def _agent(view: SentenceView, t: Trigger) -> bool:
    """ "had been taken down by a similar virus": the noun belongs to the verb before it."""
    return (
        t.noun
        and re.search(
            r"\b(?:by|with|in) (?:a |an )?(?:similar|second|new|different|separate)\s+$", view.text[: t.start]
        )
        is not None
    )


def _other_victim(view: SentenceView, t: Trigger, groups: list[list[Trigger]]) -> bool:
    """ "Hackers target the Co-op as police probe the M&S attack": one attack with a victim of its own."""
    if not (t.noun and t.strong) or t.low.endswith("s") or not groups:
        return False
    named = {x.name for x in targets_of(view, t) if x.rank is Rank.NAMED}
    known = {x.name for g in groups for o in g for x in targets_of(view, o) if x.rank is Rank.NAMED}
    return bool(named and known and not named & known)


_AFTER_THAT = re.compile(r"^(?:[\w-]+ ){0,3}(?:after|before|since|when|while|as)\b[^.;]*?, ", re.I)


def _main_clause(view: SentenceView, t: Trigger, groups: list[list[Trigger]]) -> bool:
    """ "Hours after X went down, hackers broke into Y": what the main clause tells is another attack than that of the clause before."""
    lead = _AFTER_THAT.match(view.text)
    if (
        lead is None
        or not groups
        or t.start < lead.end()
        or groups[-1][0].end > lead.end()
        or (t.noun and not t.strong)
    ):
        return False
    named = {x.name for x in targets_of(view, t) if x.rank is Rank.NAMED}
    known = {x.name for o in groups[-1] for x in targets_of(view, o) if x.rank is Rank.NAMED}
    return bool(named and known and not named & known)


def _own_date(view: SentenceView, t: Trigger, groups: list[list[Trigger]]) -> bool:
    """ "took down X last week and claimed to have hit Y in May": each verb with a date behind it."""
    if t.noun or not groups or groups[-1][-1].noun:
        return False
    dates = [d.start for d in view.dates if not _SAID_ON.search(view.text[: d.start])]
    before = [d for d in dates if groups[-1][-1].end < d < t.start]
    return bool(before) and any(d > t.end for d in dates)


def _parallel(view: SentenceView, t: Trigger, groups: list[list[Trigger]]) -> bool:
    """ "claimed to have disrupted X, to have leaked Y and to have blocked Z": three deeds."""
    before = re.search(r"(?:,|\band)(?: \w+)? to have (?:\w+ )?$", view.text[: t.start])
    return before is not None and any(not x.noun for g in groups for x in g)


def _is_conditional(view: SentenceView, t: Trigger) -> bool:
    return _told_as(view, t).realis in (Realis.CONDITIONAL, Realis.PLANNED)


def _told_as(view: SentenceView, t: Trigger) -> Modality:
    """How real the attack is told to be. "The attack" is real, whatever may have come of it or who may have done it."""
    found = realis_of(view, t.start, t.end)
    perfect = (
        re.search(r"\b(?:could|may|might) (?:also |well )?have\b", view.text[found.start : found.end + 12]) is not None
    )
    came_of_it = t.noun and found.rule not in NOUN_RULES and _CAUSE.search(view.text[: t.start]) is not None
    follows = _TO_COME.match(view.text[t.end :]) if t.noun and not t.definite else None
    if follows is not None:
        return Modality(Realis.CONDITIONAL, t.end + follows.start(1), t.end + follows.end(1), "an attack that may come")
    if perfect or came_of_it or (t.noun and t.definite and found.rule not in NOUN_RULES):
        return Modality(Realis.ACTUAL, t.start, t.end, "told as an attack that took place")
    return found


# "a second wave aimed at power plants could follow"
_TO_COME = re.compile(
    r"[^.;:]{0,90}?\b((?:could|may|might|would|can|were to|are to|is to|was to|will|are|is|were|was)(?: soon| also| "
    r"well| next)? (?:follow|come|happen|occur|be expected|be launched|"
    r"be next|be coming|be mounted|be on the way|take place|strike|ensue|likely|possible|imminent))\b",
    re.I,
)
# "ordered the staff to leave over a July cyberattack": what other things came of is real
_CAUSE = re.compile(
    r"\b(?:over|after|following|because of|in response to|due to|since|in the wake of)\s+(?:[\w'-]+\s+){0,4}$", re.I
)


def _modality(view: SentenceView, group: tuple[Trigger, ...]) -> Modality:
    return _told_as(view, next((t for t in group if t.strong), group[0]))


def _denied(view: SentenceView, t: Trigger, feared: bool = False) -> bool:
    source = source_of(view, t.start, t.end)
    if source is None or source.stance is not Stance.DENIES:
        return False
    return (
        not t.noun
        or feared
        or re.search(
            r"\b(?:there (?:had been|was|were|has been) (?:any |an |a )?|any (?:such )?)$", view.text[: t.start]
        )
        is not None
    )


def _targets(view: SentenceView, group: tuple[Trigger, ...]) -> tuple[Target, ...]:
    out: dict[str, Target] = {}
    running = view.sentence.cls in (LineClass.BODY, LineClass.CAPTION)
    for t in group:
        if _unsaid(view, t) or (not t.strong and not running):
            continue  # headlines are short of words: only what surely tells an attack is read for its victim
        if (
            t.noun
            and not t.strong
            and t.low.startswith(("attacker", "cyber", "intruder", "threat", "ransomware", "hacking"))
        ):
            continue
        for target in targets_of(view, t):
            if (
                not t.strong
                and target.start == 0
                and " " not in target.name
                and not target.name.isupper()
                and not any(m.start == 0 for m in view.mentions)
            ):
                continue  # "Radiology has been hit hardest"
            if not any(target.start < o.end and o.start < target.end for o in out.values()):
                out.setdefault(target.name, target)
    if not out and any(t.other and t.noun for t in group):
        for target in system_owner(view):
            out.setdefault(target.name, target)  # "In a separate incident visitors to a site run by X were shown ..."
    if not out and any(t.strong for t in group):
        for target in system_owner(view) or _sayer(view, group) or system_owner(view, True):
            out.setdefault(target.name, target)
    return tuple(sorted(out.values(), key=lambda x: x.start))


OFFICIAL_ROLES = frozenset(
    (
        "agency",
        "armed forces",
        "ministry",
        "council",
        "mission",
        "parliament",
        "commission",
        "outlet",
        "media",
        "embassy",
    )
)
"""Roles of bodies that tell of attacks on others."""


# how a victim tells of its own attack, and what stands before somebody who tells of others'
_OWN_NEWS = re.compile(
    r"(?:say|confirm|disclose|reveal|announce|admit|acknowledge|report|tell|state|concede|inform|notify|warn|explain)\b"
)
_TELLER = re.compile(
    r"\b(?:website|newspaper|magazine|blog|outlet|broadcaster|researchers?|(?:cyber ?)?security (?:firm|company|"
    r"vendor|specialist)|experts?|analysts?|agency|police|intelligence firm|watchdog) $",
    re.I,
)


def _sayer(view: SentenceView, group: tuple[Trigger, ...]) -> list[Target]:
    """ "Equifax said hackers had gained access to the data": a firm that tells of hackers tells of itself."""
    source = source_of(view, group[0].start, group[0].end)
    if (
        source is None
        or source.name is None
        or source.by_start < 0
        or all(t.noun for t in group)
        or not _OWN_NEWS.match(source.rule)
    ):
        return []
    if _TELLER.search(view.text[: source.by_start]) or PERSON_NOUN.match(view.text, source.by_end):
        return []
    if view.sentence.cls not in (LineClass.BODY, LineClass.STANDFIRST):
        return []
    known = next((m for m in view.mentions if source.by_start <= m.start < source.by_end), None)
    if known is not None and (known.kind is not MentionKind.INSTITUTION or known.role in OFFICIAL_ROLES):
        return []
    if view.text[source.by_start : source.by_end].lower() in ("he", "she"):
        return []
    words = source.name.split()
    if words[-1].lower() in SPEAKER_NOUNS and len(words) == 1:
        return []
    if not all(w[0].isupper() or w in ("of", "the", "and", "&") for w in words):
        return []
    return [Target(source.name, source.by_start, source.by_end, Rank.NAMED)]


# what attackers do later, and what comes out later: no day of the attack ("the attackers have answered since Tuesday")
_NEXT_STEP = re.compile(r"(?:publish|dump|expos|post|ransom|demand|extort|leak site)")
_ISSUED = re.compile(
    r"\b(?:released|published|issued|posted|filed|unveiled|announced|disclosed|launched|updated)(?: (?:late|early|"
    r"here|online|only))?(?: (?:on|in))?\s*$",
    re.I,
)


_BEGAN_ON = re.compile(
    r"\b(?:took place|happened|occurred|began|started|dat(?:es?|ed|ing) back to)(?: at least| early| late| as early "
    r"as)?(?: on| in)? ?$",
    re.I,
)


def _date(view: SentenceView, group: tuple[Trigger, ...]) -> DateMention | None:
    """The day the attack is put on: a date of the clause, not that of saying so."""
    best: tuple[int, DateMention] | None = None
    group = tuple(
        t for t in group if not ((t.noun and ACTORS.fullmatch(t.low)) or (not t.strong and _NEXT_STEP.match(t.low)))
    )
    for d in view.dates if group else ():
        distance, t = min(((min(abs(t.end - d.start), abs(d.end - t.start)), t) for t in group), key=lambda x: x[0])
        if _BEGAN_ON.search(view.text[: d.start]) is None and (
            _SAID_ON.search(view.text[: d.start])
            or _ISSUED.search(view.text[: d.start])
            or _beside_saying(view, d, t)
            or _of_saying(view, d, t)
            or _of_main_clause(view, d, t)
        ):
            continue
        if _BEGAN_ON.search(view.text[: d.start]):
            distance = 0
        elif not t.noun and d.end <= t.start and re.search(r",|\band\b", view.text[d.end : t.start]):
            distance += 200  # a date behind the verb is nearer in sense than one of a clause before
        beside = best is not None and 0 <= d.start - best[1].end <= 30 and _NUMBERED.search(view.text[d.start : d.end])
        if (
            best is None
            or distance < best[0]
            or (beside and not _NUMBERED.search(view.text[best[1].start : best[1].end]))
        ):
            best = (distance, d)  # "the Monday before Thanksgiving, Nov. 24"
    return best[1] if best is not None else None


_NUMBERED = re.compile(r"\d")


def _beside_saying(view: SentenceView, d: DateMention, t: Trigger) -> bool:
    """ "accused Russia on Thursday of an attack": a date between a verb of saying and what is said."""
    toks = tokens(view.text)
    k = index_at(toks, d.start)
    for j in range(k - 1, max(-1, k - 7), -1):
        x = toks[j]
        if x.tag == "verb" or x.tag == "punct" or x.tag in ("sub", "rel"):
            return x.low in _SAYING and x.start < t.start and d.end < t.start
    return False


_SAYING = frozenset(all_forms(SAY | DENY | BLAME))


def _of_main_clause(view: SentenceView, d: DateMention, t: Trigger) -> bool:
    """ "struggled to restart on Monday after an attack": the date is that of what came of it."""
    return (
        d.precision is DatePrecision.DAY
        and d.end <= t.start
        and _CAME_OF_IT.search(view.text[d.end : t.start]) is not None
    )


_CAME_OF_IT = re.compile(
    r"\b(?:after|following|over|because of|due to|amid|in response to|since|in the wake of|from)\b", re.I
)


# something else that the date may belong to
_EVENT = re.compile(
    r"\b(?:attention|call|meeting|speech|interview|conference|briefing|summit|hearing|announce\w*|disclos\w*|"
    r"releas\w*|publish\w*|report(?:ed|s)?)\b",
    re.I,
)
# verbs that may stand between an attack and its date
_BEGINS = frozenset(
    "begin start occur happen take hit strike launch detect discover knock bring shut carry notice affect cripple "
    "target breach hack paralyse paralyze "
    "disrupt crash infect steal leak encrypt deface take go attack compromise force cause put flood leave"
    " let enable allow spread wipe appear seem".split()
)


# "noticed unusual activity on 12 October and pulled two systems offline"
_FOUND_ON = re.compile(r"\b(?:noticed|detected|discovered|spotted|identified|first saw|found) [^.;,]{0,60}$", re.I)
_FOUND = re.compile(r"\b(?:found|discovered|noticed|detected|reali[sz]ed|learned|spotted)\b", re.I)


def _of_saying(view: SentenceView, d: DateMention, t: Trigger) -> bool:
    """Whether the date stands outside what a source says while the attack stands inside, or behind its own verb."""
    words = view.text[min(d.end, t.end) : max(d.start, t.start)]
    if d.end <= t.start and (
        (_FOUND.search(words) and not _EVENT.search(words)) or re.search(r"\bclaim(?:s|ed)? to have\b", words)
    ):
        return False
    if d.end <= t.start and _FOUND_ON.search(view.text[: d.start]):
        return False
    for s in view.sources:
        if s.by_start >= 0 and s.start <= t.start and t.end <= s.end and d.end <= s.start:
            return True
    toks = tokens(view.text)
    k, at = index_at(toks, d.start), index_at(toks, t.start)
    between = toks[min(k, at) : max(k, at)]
    if _EVENT.search(view.text[min(d.end, t.end) : max(d.start, t.start)]):
        return True
    other = [
        x
        for x in between
        if x.tag == "verb"
        and x.form == "past"
        and x.base != x.low
        and x.base not in _BEGINS
        and x.low not in VERB_FORMS
        and x.start != t.start
    ]
    return len(other) > 1 or (len(other) == 1 and any(x.low in (",", ";") or x.tag in ("sub", "rel") for x in between))


def relevant(view: SentenceView) -> bool:
    """Whether a sentence has words of computers."""
    return CYBER.search(view.text) is not None


def background(view: SentenceView, hit: Hit) -> bool:
    """Whether a hit tells no incident: a punishment, a habit, a count, or talk of readiness."""
    if PUNISHMENT.search(view.text) and not hit.date and not hit.targets:
        return True
    if EVERY_DAY.search(view.text):
        return True
    if HABIT.search(view.text) and not any(t.rank.name == "NAMED" for t in hit.targets):
        return True
    return POLICY.search(view.text) is not None and not hit.targets and not hit.blames
