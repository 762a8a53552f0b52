"""Who is blamed for an attack, who blames, who holds back, and who denies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.corpus.model import LineClass
from tui.extract.cyberattacks_groups import Groups
from tui.extract.cyberattacks_lexicon import ACTORS, CYBER
from tui.extract.cyberattacks_phrases import Noun, read_list, subject_list
from tui.extract.model import Mention, MentionKind, SentenceView, Source
from tui.extract.speakers import source_of
from tui.extract.speakers_lexicon import PRONOUNS
from tui.extract.speakers_names import Memory, Voice, mentioned, voice_at
from tui.extract.speakers_subjects import main_subject, subjects
from tui.extract.syntax import Token, group_start, index_at, tokens
from tui.records import Denied, Stance


@dataclass(frozen=True, slots=True)
class Blame:
    """Somebody (`by`, None for the outlet) names `to` as the attacker; `to` None withholds it. Offsets of the words."""

    by: str | None
    to: str | None
    basis: str
    start: int
    end: int
    side: str | None = None
    presupposed: bool = False  # told by the way ("hit by Russian hackers"), not as a charge


@dataclass(frozen=True, slots=True)
class Refusal:
    """A denial: by whom, of what, on which words."""

    by: str
    side: str | None
    of: Denied
    person: bool
    start: int
    end: int
    victim: bool = False  # a denial only where it is the victim that speaks
    accused: bool = False  # a denial only where it is the accused that speaks


# behind these stands the one who is blamed
_BLAMED = re.compile(
    r"\b(?:blam(?:e|es|ed|ing)(?: (?:it|them|this|that|[^.;,]{0,50}?))? on|blam(?:e|es|ed|ing)(?! by)|accus(?:e|es|ed|"
    r"ing)(?! by)|"
    r"pinn(?:ed|ing)[^.;,]{0,50}? on|attribut(?:e|es|ed|ing)[^.;]{0,60}? to|point(?:s|ed|ing)? (?:the|a) finger at|"
    r"suspect(?:s|ed)?(?: that)?|suspicions? (?:fell|falls|has fallen|centred|centered|focused|rests) on|"
    r"(?:the )?(?:work|handiwork|hallmarks?) of|(?:attack|attacks|hack|breach|campaign|hackers?|group|groups|"
    r"intrusion|malware) (?:was |were |is |has been |have been )?(?:linked|tied|traced (?:back )?) to|originat(?:ed|"
    r"ing) (?:from|in)|"
    r"carried out (?:by|on behalf of)|launched by|conducted by|orchestrated by|perpetrated by|masterminded by|"
    r"committed by|ordered by|identif\w+ (?:the )?(?:perpetrators?|culprits?|attackers?|hackers?|group) as|pointed at|"
    r"(?:perpetrators?|culprits?|masterminds?|guilty part(?:y|ies)) (?:was|were|is|are|could be|may be|might be|could "
    r"have been)(?: in fact| probably| likely)?|"
    r"mounted by|staged by|directed by|coordinated by|executed by|instigated by|sponsored by|claimed by|points? to|"
    r"(?:attack|hack|breach|intrusion|campaign|operation|attacks|hacks|cyberattack|cyberattacks|leak|incident) by|"
    r"(?:hacked|hit|breached|attacked|targeted|defaced|compromised|infiltrated|struck|penetrated|stolen|infected|"
    r"crippled|leaked) by|(?:run|backed|sponsored|controlled|directed|operated|financed) by|affiliated with|"
    r"associated with|working for|linked to|tied to|connected to|on behalf of)\s+",
    re.I,
)
# before these stands the one who is blamed
_GUILTY = re.compile(
    r"\b(?:(?:was|were|is|are|had been|has been|being|stood|may be|could be|might be|may have been|could have been|"
    r"might have been) "
    r"(?:[a-z]+ly )?(?:behind|responsible for|to blame\b|the culprits?|involved in|responsible|(?:the|a) (?:chief|"
    r"main|prime|leading|likely|top|only|key) (?:suspects?|culprits?))|"
    r"(?:behind|responsible for) (?:the|a|this|that|these|what|it)\b|"
    r"boast(?:s|ed|ing)? (?:of|about|that)|(?:claim(?:s|ed|ing)?|took|taken|take|takes) (?:the )?(?:responsibility|"
    r"credit)|said was (?:their|its) (?:doing|work)|claim(?:s|ed) (?:the|to have|it had|it)\b|"
    r"(?:directed|carried out|launched|orchestrated|conducted|masterminded|perpetrated|ordered|mounted|staged) )",
    re.I,
)
_CLAIMS = re.compile(
    r"\bsaid was (?:their|its) (?:doing|work)|\bboast(?:s|ed|ing)? (?:of|about|that)|\b(?:claim(?:s|ed|ing)?|took|"
    r"taken|take|takes) (?:the )?(?:responsibility|credit|(?:the |this )?(?:cyber ?)?attack|to have|it had|it was "
    r"behind)",
    re.I,
)
_CLAIMED_BY = re.compile(r"\bclaimed by\s+$", re.I)
_WITHHELD = re.compile(
    r"\b(?:declin\w+ to (?:say|name|identify|comment on|speculate|attribute|disclose)[^.;]{0,30}?\b(?:who|whether|"
    r"which|the attackers?|any|a country|"
    r"responsib\w+|culprits?|hackers|suspects?)|"
    r"(?:did|does|do|has|have|had|could|can|would|will)(?: still| yet| so far)?(?: not|n't)(?: yet| so far| publicly| "
    r"immediately| formally| directly)* "
    r"(?:(?:say|said|determined?|specify|specified|established?|speculated?|disclosed?|known?)(?! (?:how|when|what|"
    r"where|if|whether|why))[^.;]{0,25}?"
    r"\b(?:who|which (?:country|group|state)|the attackers?|the hackers?|the culprits?|culprits?|responsib\w+|the "
    r"perpetrators?)\b|"
    r"(?:name|named|identify|identified|accused?|blamed?|attributed?|pinned)\b[^.;]{0,40}?(?:\b(?:who|which|any|"
    r"anyone|the attackers?|the hackers?|the culprits?|"
    r"culprits?|a country|the country|a group|the group|suspects?|a suspect|the perpetrators?|those|directly|it|the "
    r"attack)\b|(?=\s[A-Z])))|"
    r"not (?:yet )?(?:prepared|ready|able|willing|in a position) to (?:say|attribute|name|blame|identify|assign)|"
    r"too (?:early|soon) to (?:say|tell|identify|attribute|assign|know|speculate|name|blame|draw)|"
    r"no (?:evidence|indication|sign|proof|information|new information)[^.;]{0,40}?\b(?:that|of|to suggest|suggesting|"
    r"linking|tying|showing)\b|"
    r"(?:do|does|did|has|have) not have (?:new |any )?(?:information|evidence)|"
    r"stop(?:s|ped|ping) short of (?:blaming|accusing|naming|attributing|identifying)|named? no (?:culprit|country|"
    r"suspect|one)|"
    r"avoid(?:s|ed|ing)? (?:naming|blaming|identifying|pointing)|inappropriate to (?:single|name|blame|point)|(?:will|"
    r"would) not (?:be naming|be identifying|name names)|"
    r"without (?:naming|blaming|identifying|accusing)|not (?:yet )?(?:possible|clear|known) (?:to say |to identify "
    r")?who|unclear who)",
    re.I,
)
_INVOLVED = re.compile(
    r"\b(?:involved|involvement|behind|responsible|directed|directs|ordered|linked|role|carried out|state actor|"
    r"foreign|government)\b",
    re.I,
)
_DENY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|rebuff(?:s|ed)|"
    r"denounc(?:es|ed)|brush(?:es|ed) off|scoff(?:s|ed) at)\b",
    re.I,
)
_DENIED_THING = re.compile(
    r"\b(?:involve(?:ment|d)|responsib\w+|role|part|behind|accusations?|allegations?|claims?|charges?|assertions?|"
    r"reports?|suggestions?|"
    r"connection|link|hack\w*|attacks?|cyber\w*|breach\w*|intrusion|carried out|orchestrated|knowledge|compromised|"
    r"stolen|leaked?|taken|finger)\b",
    re.I,
)
# "rejected a ransom demand": no denial
_OFFERED = re.compile(
    r"\s*(?:[\w-]+\s){0,4}?(?:demands?|ransom|requests?|calls?|offers?|proposals?|bids?|appeals?)\b", re.I
)
_NOTHING_TO_DO = re.compile(
    r"\b(?:nothing to do with|(?:had|has|have|played|plays) no (?:role|part|hand|involvement|connection|link|ties)|"
    r"(?:was|were|is|are) not (?:behind|responsible|involved)|"
    r"not our (?:work|doing)|(?:call(?:s|ed|ing)|branded?) (?:the |such |these |those )?(?:accusations?|allegations?|"
    r"claims?|reports?)? ?"
    r"(?:as )?(?:\w+ ){0,2}(?:baseless|groundless|unfounded|false|absurd|slander|fabricat\w+|fake|nonsense|smear))\b",
    re.I,
)
_STANDING = re.compile(
    r"\b(?:repeatedly|routinely|always|consistently|usually|regularly|has long|have long|typically|generally|in the "
    r"past)\b",
    re.I,
)
_OCCURRENCE = re.compile(
    r"\b(?:breached|hacked|compromised|attacked|a breach|any breach|any intrusion|an attack|hit by|penetrated|"
    r"infiltrated|took place|happened)\b",
    re.I,
)
_IMPACT = re.compile(
    r"\b(?:data|information|records|funds|money|customers?|users?|files|services?|operations|"
    r"documents)\b[^.;]{0,40}\b(?:taken|stolen|lost|affected|leaked|compromised|exposed|disrupted|accessed)\b",
    re.I,
)
_STATE_HACKERS = re.compile(
    r"^(?:[\w-]+\s){0,3}?(?:state|government|military|intelligence|secret|hackers?|hacking|cyber|spies|spy|security|"
    r"GRU|FSB|SVR|ransomware|actors?|criminals?|gangs?|agents|operatives|services|"
    r"groups?|hand|fingerprints|involvement|role|link|origin|attackers?|Ministry|regime|army|unit|foreign)\b",
    re.I,
)


def blames(views: Sequence[SentenceView], n: int, groups: Groups) -> list[Blame]:
    """Who is named as the attacker in sentence `n`, by whom; blame expressly withheld has `to` None."""
    view = views[n]
    toks = tokens(view.text)
    out: list[Blame] = []
    for m in _BLAMED.finditer(view.text):
        if _negated(view.text, m.start()) or (_LOOSE.match(m.group()) and not _by_actor(view.text, m.start())):
            continue
        own = _CLAIMED_BY.search(view.text[: m.end()]) is not None
        k = next((k for k, t in enumerate(toks) if t.start >= m.end()), None)
        if k is None:
            continue
        for noun in read_list(toks, k):
            if toks[index_at(toks, m.start())].base in ("blame", "accuse") and _passive(
                toks, index_at(toks, m.start())
            ):
                continue
            charge = _CHARGE.match(m.group()) is not None
            for name, side, start, end in suspects_in(view, noun.start, noun.end, groups) or (
                described_suspects(view, noun) if charge else []
            ):
                for by in [name] if own else _blamers(views, n, m.start(), start):
                    out.append(Blame(by, name, _basis(view, m.start(), noun.end), start, end, side))
    for m in _GUILTY.finditer(view.text):
        if _negated(view.text, m.start()) or _asks_who(view.text, m.start()):
            continue
        k = index_at(toks, m.start())
        if k and toks[k - 1].low == '"':
            k -= 1  # 'Iran "conducted this attack"'
        own = _CLAIMS.match(view.text, m.start()) is not None
        for noun in _claimants(view, toks, k, groups) if own else subject_list(toks, group_start(toks, k)):
            end_of = (
                toks[k].start if own and noun.end < toks[k].start else noun.end
            )  # "hackers calling themselves X said"
            claimed = suspects_in(view, noun.start, end_of, groups)
            if own and any(x[0] in groups.shown.values() for x in claimed):
                claimed = [
                    x for x in claimed if x[0] in groups.shown.values()
                ]  # "X, which Kyiv says is run by Russia, claimed"
            for name, side, start, end in (
                claimed or _pronoun_suspect(views, n, noun, own, groups) or _told_of(view, noun, m)
            ):
                for by in [name] if own else _blamers(views, n, m.start(), start):
                    out.append(Blame(by, name, _basis(view, m.start(), m.end()), start, end, side))
    out += _accused(views, n, groups)
    out += _by_the_group(views, n, groups)
    return _doers(views, n, out, groups) + _withheld(views, n)


# the words that charge somebody, whoever it may be
_CHARGE = re.compile(
    r"blam|accus|pinn|point|suspect|suspicion|attribut|(?:the )?(?:work|handiwork)|(?:perpetrators?|culprits?|"
    r"masterminds?)|originat|carried|launched|conducted|orchestrated|perpetrated|masterminded|committed",
    re.I,
)
_IS_GUILTY = re.compile(r"(?:was|were|is|are|had been|has been|being|may|could|might)\b", re.I)


def _told_of(view: SentenceView, noun: Noun, m: re.Match[str]) -> list[tuple[str, str | None, int, int]]:
    """ "A loosely affiliated group of cybercriminals is to blame": the attacker described as the subject."""
    return described_suspects(view, noun) if _IS_GUILTY.match(m.group()) else []


_THE_GROUP = re.compile(
    r"^(?:Then |And |But |Later |In [^,]{1,30}, )?(?:the (?:group|gang|collective|hackers)|"
    r"they)\b(?=[^.;]{0,120}\b(?:hit|hacked|took|knocked|targeted|attacked|stole|leaked|published|breached|demanded|"
    r"defaced|encrypted)\b)",
    re.I,
)


def _by_the_group(views: Sequence[SentenceView], n: int, groups: Groups) -> list[Blame]:
    """ "The group took down ...": the one named just before."""
    m = _THE_GROUP.match(views[n].text)
    if m is None or groups.find(views[n].text):
        return []
    for view in reversed(views[max(0, n - 3) : n]):
        for name, _, _ in reversed(groups.find(view.text)):
            return [Blame(None, name, m.group(), m.start(), m.end())]
    return []


def _accused(views: Sequence[SentenceView], n: int, groups: Groups) -> list[Blame]:
    """ "X was accused by A and B of ...", "X is blamed for", "X is suspected of"."""
    view = views[n]
    toks = tokens(view.text)
    out = []
    for k, t in enumerate(toks):
        if (
            t.tag != "verb"
            or t.base not in ("accuse", "blame", "suspect")
            or not _passive(toks, k)
            or _negated(view.text, t.start)
        ):
            continue
        for noun in subject_list(toks, group_start(toks, k)):
            for name, side, start, end in suspects_in(view, noun.start, noun.end, groups):
                for by in _blamers(views, n, t.start, start):
                    out.append(Blame(by, name, _basis(view, noun.start, t.end), start, end, side))
    return out


def _claimants(view: SentenceView, toks: tuple[Token, ...], verb: int, groups: Groups) -> list[Noun]:
    """Who claims an attack: the subject, whatever stands between ("A group called X, which Kyiv says is ..., claimed")."""
    found = subject_list(toks, group_start(toks, verb))
    by = bool(found) and found[0].first > 0 and toks[found[0].first - 1].low == "by"
    if not by and any(suspects_in(view, n.start, n.end, groups) for n in found):
        return found
    main = main_subject(toks)
    if main is None or main.start > toks[verb].start:
        return found
    first = index_at(toks, main.start)
    comma = next((j for j in range(first, verb) if toks[j].low == ","), verb)
    whole = Noun(first, comma, main.start, toks[comma - 1].end)
    return [whole] if suspects_in(view, whole.start, whole.end, groups) else found


def _doers(views: Sequence[SentenceView], n: int, out: list[Blame], groups: Groups) -> list[Blame]:
    """Whom the words for the attack itself name: "a Russian cyber attack", "Chinese hackers breached", "the Russian hand"."""
    view = views[n]
    known = {(b.start, b.end) for b in out}
    for m in _DOER.finditer(view.text):
        for mention in reversed([x for x in view.mentions if x.end <= m.start()][-1:]):
            if re.fullmatch(r"(?:'s)?[\s-]+(?:[\w-]+\s+){0,2}", view.text[mention.end : m.start()]):
                party = _party(view, mention, m.end()) if mention.form not in ("capital", "metonym") else None
                if party is None or (mention.start, mention.end) in known or mention.kind is not MentionKind.SIDE:
                    continue
                if _negated(view.text, mention.start):
                    continue
                for by in _blamers(views, n, mention.start, mention.start):
                    basis = _basis(view, mention.start, m.end())
                    out.append(Blame(by, party, basis, mention.start, mention.end, mention.side, presupposed=True))
                known.add((mention.start, mention.end))
    for name, start, end in groups.find(view.text):
        by_the_way = _BY_THE_WAY.search(view.text[:start]) or _TOOL.match(view.text, end)
        if not _negated(view.text, start) and all(b.to != name for b in out) and not by_the_way:
            for by in _blamers(views, n, start, start):
                out.append(Blame(by, name, _basis(view, start, end), start, end, presupposed=True))
    return out


# a group spoken of in passing
_BY_THE_WAY = re.compile(
    r"\b(?:used by|like|such as|including|formerly|once|similar to|unlike|compared (?:to|with)|predecessors?|"
    r"successors?|rebrand\w*|previously|rival|"
    r"as (?:did|with)|(?:strain|malware|virus|software|program|tool|variant|worm)(?: (?:known as|called|named|"
    r"dubbed))?|favou?red by|known from)\s(?:[\w,-]+\s){0,5}$",
    re.I,
)
_TOOL = re.compile(r" (?:malware|strain|variant|software|virus|worm|trojan|toolkit)\b")
_DOER = re.compile(
    r"\b(?:hackers?|hacking (?:group|unit|team)s?|hacktivists|cyber ?(?:attack|criminal|spie|espionage|unit|operation|"
    r"campaign|army)s?|cyber-attacks?|"
    r"(?:state|government|military|intelligence|ransomware|cyber)(?:-\w+)? (?:hackers|gangs?|actors|hacking)|hand|"
    r"fingerprints|"
    r"intelligence (?:services?|officers|agents|agency|agencies)|secret services?|spies)\b",
    re.I,
)


_LOOSE = re.compile(
    r"(?:run|backed|sponsored|controlled|directed|operated|financed|affiliated|associated|working|linked|tied|"
    r"connected|on behalf)\b",
    re.I,
)


def _by_actor(text: str, at: int) -> bool:
    """Whether a tie ("linked to", "run by") is that of attackers."""
    before = text[max(0, at - 90) : at]
    return ACTORS.search(before) is not None or (
        re.search(r"\b(?:groups?|attacks?|malware|hack|breach|unit|campaign|operation)\b", before, re.I) is not None
    )


def _asks_who(text: str, at: int) -> bool:
    """ "who was behind the attack": nobody is named."""
    return (
        re.search(
            r"\b(?:which|what) (?:\w+ ){1,3}$|\b(?:who|whoever|those|people|anyone|person or people)\s+(?:\w+\s)?$",
            text[:at],
            re.I,
        )
        is not None
    )


def _negated(text: str, at: int) -> bool:
    before = re.split(r"[.;:]|, (?:but|and)\b|\bbut\b", text[:at])[-1]
    return (
        re.search(
            r"\b(?:no evidence|denie[sd]|deny|denying|reject(?:s|ed|ing)|dismiss\w*|declined to|too early to|whether|"
            r"without(?! (?:any )?doubt)|nothing|"
            r"short of|no indication|no sign|refus\w+|unclear|if)\b[^,]{0,70}$|(?:\bnot|n't)(?: [\w-]+){0,3} ?$",
            before,
            re.I,
        )
        is not None
    )


def _blamers(views: Sequence[SentenceView], n: int, verb: int, start: int) -> list[str | None]:
    """Who says so: the subjects of the verb of blame, else the source that vouches for the words; [None] is the outlet."""
    view = views[n]
    toks = tokens(view.text)
    at = index_at(toks, verb)
    word = toks[at]
    if word.base in _CHARGES and word.tag == "verb" and _passive(toks, at):
        agent = next((j for j in range(at + 1, min(at + 14, len(toks))) if toks[j].low == "by"), None)
        listed = read_list(toks, agent + 1) if agent is not None else []
        memory = _memory(views, n)
        voices = [
            v for x in listed if (v := voice_at(view, x.start, x.end, memory, x.end, True)) is not None and v.name
        ]
        if voices:
            return [v.name for v in voices]
    elif word.base in _CHARGES and word.tag == "verb":
        found = [v.name for v in subject_voices(views, n, at) if v.name and not _NO_VOICE.search(v.name)]
        if found:
            return list(found)
    source = source_of(view, start, start + 1) or source_of(view, verb, verb + 1)
    named = source is not None and source.stance is Stance.ASSERTS and not _NO_VOICE.search(source.name or "")
    return [source.name if source is not None and named else None]


# what speaks for nobody: "a cyberattack blamed on X"
_NO_VOICE = re.compile(
    r"\bby$|(?:cyber ?-?attacks?|attacks?|hacks?|breach(?:es)?|incidents?|outages?|malware|campaigns?|operations?|"
    r"intrusions?|ransomware|thefts?|leaks?)$|\bcopy of\b",
    re.I,
)


_CHARGES = frozenset("identify blame accuse suspect attribute pin point".split())


def _passive(toks: tuple[Token, ...], verb: int) -> bool:
    return any(t.base == "be" for t in toks[group_start(toks, verb) : verb])


def subject_voices(views: Sequence[SentenceView], n: int, verb: int) -> list[Voice]:
    """The subjects of the verb at token `verb`, pronouns and "the ministry" resolved by what was said before."""
    view = views[n]
    toks = tokens(view.text)
    memory = _memory(views, n)
    g = group_start(toks, verb)
    for p in subjects(toks, g):
        parts = _listed(view, p.start, p.end)
        spans = [(m.start, m.end, m.end) for m in parts] if len(parts) > 1 else [(p.start, p.end, p.outer)]
        voices = [v for s, e, o in spans if (v := voice_at(view, s, e, memory, o, True)) is not None and v.name]
        if voices:
            return voices
    return []


def _listed(view: SentenceView, start: int, end: int) -> list[Mention]:
    """The known names of a subject that is a list: "The FBI and the agency", "Britain and the United States"."""
    inside = [m for m in view.mentions if start <= m.start and m.end <= end and m.name and m.form != "adjective"]
    for a, b in itertools.pairwise(inside):
        if (
            re.fullmatch(r"(?:\s*\([^)]*\))?\s*(?:,|,? and|&|,? as well as)\s+(?:the\s+)?", view.text[a.end : b.start])
            is None
        ):
            return []
    return inside


def _memory(views: Sequence[SentenceView], n: int) -> Memory:
    """What was spoken of in the sentences just before the `n`-th."""
    memory = Memory()
    for view in views[max(0, n - 8) : n]:
        for m in view.mentions:
            if m.kind in (MentionKind.INSTITUTION, MentionKind.PERSON) and m.name:
                memory.met(mentioned(m))
        for s in view.sources:
            if s.name:
                memory.heard(_voice(view, s))
    return memory


def _voice(view: SentenceView, source: Source) -> Voice:
    known = next((m for m in view.mentions if m.name == source.name), None)
    if known is not None:
        return mentioned(known)
    words = frozenset(re.findall(r"\w+", (source.name or "").lower()))
    return Voice(
        source.name, source.side, source.by_start, source.by_end, words, words, plural=(source.name or "").endswith("s")
    )


def threateners(views: Sequence[SentenceView], n: int, verb: int, groups: Groups) -> list[Blame]:
    """Who would attack, in a warning: the subject of the verb at token `verb` ("Russia may launch a cyberattack")."""
    view = views[n]
    out = []
    for noun in subject_list(tokens(view.text), group_start(tokens(view.text), verb)):
        for name, side, start, end in suspects_in(view, noun.start, noun.end, groups):
            out.append(Blame(None, name, view.text[noun.start : noun.end], start, end, side))
    return out


def suspects_in(view: SentenceView, start: int, end: int, groups: Groups) -> list[tuple[str, str | None, int, int]]:
    """The parties that `start:end` names as attackers: (name, side, start, end), groups before the states behind them."""
    out: list[tuple[str, str | None, int, int]] = [
        (name, None, s, e) for name, s, e in groups.find(view.text, start, end)
    ]
    for mention in view.mentions:
        if start <= mention.start and mention.end <= end and mention.name:
            party = _party(view, mention, end)
            if any(s <= mention.start < e for _, _, s, e in out):
                continue
            if party is not None and all(party != name for name, *_ in out):
                out.append((party, mention.side, mention.start, mention.end))
                service = _SERVICE.match(view.text, mention.end)
                if service is not None and mention.kind is MentionKind.SIDE:
                    words = view.text[mention.start : service.end()]
                    out.append((words, mention.side, mention.start, service.end()))
    return out


_SERVICE = re.compile(
    r"(?:'s)?\s+(?:(?:Main|Central|Federal|State|Foreign|Military|Security|Special) )*(?:Intelligence (?:Service|"
    r"Agency|Directorate)|Security (?:Service|Agency)|General Staff)\b"
)
_UNKNOWN = frozenset(
    "unknown unidentified suspected alleged other foreign-based the anonymous unnamed malicious so-called "
    "same more several many some such".split()
)
_DESCRIBED = re.compile(
    r"\b(?:hackers?|hacktivists?|criminals?|cyber ?-?criminals?|insiders?|gangs?|groups?|collectives?|crews?|"
    r"syndicates?|teenagers?|boys?|man|men|woman|women|students?|"
    r"nationals|citizens|employees?|contractors?|spies|thieves|countries|activists|extremists|militants|Iranians|"
    r"Russians|Chinese|North Koreans|individuals?|amateurs?)\b",
    re.I,
)


def described_suspects(view: SentenceView, noun: Noun) -> list[tuple[str, str | None, int, int]]:
    """The attacker that a phrase describes where it names none: "hacktivists in Iran", "a disgruntled insider"."""
    toks = tokens(view.text)
    words = [t for t in toks[noun.first : noun.last] if t.tag != "det"]
    if not words:
        return []
    last = words[-1].end
    tail = re.match(
        r" (?:(?:in|from|inside|based in|within|of|with ties to|linked to) (?:[A-Z][\w-]*|cyber\w+|hackers|the "
        r"[A-Z][\w-]*)(?: [A-Z][\w-]*)*)",
        view.text[last:],
    )
    name = view.text[words[0].start : last + (tail.end() if tail is not None else 0)]
    head = re.split(r" (?:in|from|inside|of|based|with|linked|looking) ", name)[0]
    telling = [w for w in name.lower().split() if w not in _UNKNOWN]
    if re.match(r",? (?:known as|called|named|calling|dubbed)\b", view.text[last:]):
        return []  # "a criminal group known as X"
    if words[0].tag == "pron" or len(telling) < 2 or len(telling) > 8 or not _DESCRIBED.search(head.split()[-1]):
        return []
    return [(name, None, words[0].start, words[0].start + len(name))]


def _party(view: SentenceView, m: Mention, end: int) -> str | None:
    """The party that a mention makes a suspect: a state that acts, its hackers or services; no friend of it."""
    if m.kind is MentionKind.INSTITUTION:
        return m.name if m.role in ("agency", "armed forces", "ministry", "council", "mission") else None
    if m.kind is not MentionKind.SIDE:
        return m.name if m.kind is MentionKind.PERSON else None
    if re.match(r" ransomware\b", view.text[m.end :]):
        return None  # a gang that bears a country's name
    if m.form in ("compound", "opponent"):
        linked = re.match(r"-(?:backed|sponsored|linked|led|directed|affiliated|based|aligned)\b", view.text[m.end :])
        return m.name if linked else None
    after = view.text[m.end : end].lstrip(" '").removeprefix("s ")
    if after and not _STATE_HACKERS.match(after) and not after.startswith(("and ", "or ", ",", "(", "of ", "for ")):
        return None
    return m.name if after or m.form != "adjective" else None


def _pronoun_suspect(
    views: Sequence[SentenceView], n: int, noun: Noun, own: bool, groups: Groups
) -> list[tuple[str, str | None, int, int]]:
    """ "it was behind", "the group claimed": who is meant by a pronoun or a taken-up noun."""
    text = views[n].text[noun.start : noun.end].lower()
    if not own or (text not in PRONOUNS and not re.fullmatch(r"(?:the|its) (?:group|gang|hackers|collective)", text)):
        return []
    for view in reversed(views[max(0, n - 4) : n]):
        for name, _, _ in reversed(groups.find(view.text)):
            return [(name, None, noun.start, noun.end)]
    return []


def _basis(view: SentenceView, start: int, end: int) -> str:
    return view.text[start : min(len(view.text), end)].strip(" ,")


def _withheld(views: Sequence[SentenceView], n: int) -> list[Blame]:
    view = views[n]
    toks = tokens(view.text)
    out = []
    for m in _WITHHELD.finditer(view.text):
        words = m.group().lower()
        nothing = words.startswith("no ") or "not have" in words
        if nothing and not _INVOLVED.search(view.text[m.end() : m.end() + 90]):
            continue
        source = source_of(view, m.start(), m.start() + 1)
        names = [source.name] if source is not None else []
        if not names and not words.startswith(("no ", "too", "not", "unclear")):
            k = index_at(toks, m.start())
            verb = next((j for j in range(k, min(k + 6, len(toks))) if toks[j].tag in ("verb", "aux")), None)
            names = [v.name for v in subject_voices(views, n, verb)] if verb is not None else []
        out += [Blame(name, None, _basis(view, m.start(), m.end() + 40), m.start(), m.end()) for name in names]
    return out


def refusals(views: Sequence[SentenceView], n: int, near: bool, at_hand: bool = False) -> list[Refusal]:
    """The denials of sentence `n`; `near` says that an attack was told just before, `at_hand` that one was not long ago."""
    view = views[n]
    toks = tokens(view.text)
    out: list[Refusal] = []
    for m in _DENY.finditer(view.text):
        k = index_at(toks, m.start())
        if toks[k].tag != "verb" or toks[k].start != m.start():
            continue
        thing = view.text[m.end() : m.end() + 160]
        about = _DENIED_THING.search(thing) if not _OFFERED.match(thing) else None
        if _STANDING.search(view.text[max(0, m.start() - 30) : m.start()]) or about is None or about.start() > 60:
            continue
        if (not near and not CYBER.search(view.text)) or re.match(
            r"\s*(?:planning|that it (?:plans|planned)|any (?:plans?|intention))", thing
        ):
            continue
        for voice in _deniers(views, n, k):
            if voice.name:
                out.append(Refusal(voice.name, voice.side, _denied(thing), voice.person, m.start(), m.end()))
    for m in _NOTHING_TO_DO.finditer(view.text):
        if out and m.group().lower().startswith(("call", "brand")):
            continue
        source = source_of(view, m.start(), m.start() + 1)
        name, side, person = (source.name, source.side, True) if source is not None else (None, None, False)
        if name is None and m.group().lower().startswith(("call", "brand")) and near:
            verb = index_at(toks, m.start())
            speaker = next(iter(subject_voices(views, n, verb)), None)
            name, side, person = (
                (speaker.name, speaker.side, speaker.person) if speaker is not None else (None, None, False)
            )
        if name is not None and (near or CYBER.search(view.text)):
            out.append(Refusal(name, side, Denied.RESPONSIBILITY, person, m.start(), m.end()))
    scorn = _SCORN.search(view.text) if not out and near else None
    if scorn is not None:
        scorner = source_of(view, scorn.start(), scorn.start() + 1)
        if scorner is not None and scorner.name:
            refusal = Refusal(
                scorner.name, scorner.side, Denied.RESPONSIBILITY, True, scorn.start(), scorn.end(), accused=True
            )
            out.append(refusal)
    for m in _NO_IMPACT.finditer(view.text):
        source = source_of(view, m.start(), m.start() + 1)
        if source is not None and source.name and (near or at_hand):
            out.append(Refusal(source.name, source.side, Denied.IMPACT, False, m.start(), m.end(), True))
    for m in _NO_ATTACK.finditer(view.text):
        source = source_of(view, m.start(), m.start() + 1)
        if source is not None and source.name:
            out.append(Refusal(source.name, source.side, Denied.OCCURRENCE, False, m.start(), m.end()))
    return out


# "This is nonsense": a denial in the mouth of the accused
_SCORN = re.compile(
    r"\b(?:nonsense|absurd\w*|ridiculous|rubbish|baseless|groundless|unfounded|fabricat\w+|slander\w*|a smear|a lie|"
    r"lies|hysteria|provocation)\b",
    re.I,
)
_NO_IMPACT = re.compile(
    r"\b(?:(?:no|not any|without any) (?:impact|effect|damage) (?:on|to)|nothing (?:\w+ )?(?:had been|has been|was) "
    r"(?:taken|stolen|lost|compromised|leaked)|"
    r"no (?:evidence|indication|sign|suggestion) (?:that )?any (?:[\w-]+ ){0,4}?(?:had been|has been|have been|was|"
    r"were) (?:taken|stolen|lost|compromised|leaked|accessed)|"
    r"no (?:\w+ )?(?:data|information|funds|money|records|files) (?:had been|have been|has been|was|were) (?:taken|"
    r"stolen|lost|compromised|leaked|accessed))\b",
    re.I,
)
_NO_ATTACK = re.compile(
    r"\bthere (?:had been|has been|was|were|is) no (?:hack|attack|cyber ?-?attack|breach|intrusion|such attack|"
    r"ransomware)\b",
    re.I,
)


def _deniers(views: Sequence[SentenceView], n: int, verb: int) -> list[Voice]:
    """Who denies; in a headline's "China accuses US of hacking, denies Exchange attack" the subject of the sentence."""
    view = views[n]
    toks = tokens(view.text)
    main = main_subject(toks)
    if view.sentence.cls is LineClass.TITLE and verb and toks[verb - 1].low in (",", ";") and main is not None:
        voice = voice_at(view, main.start, main.end, _memory(views, n), main.outer, True)
        return [voice] if voice is not None else []
    return subject_voices(views, n, verb)


def _denied(thing: str) -> Denied:
    if _IMPACT.search(thing[:120]):
        return Denied.IMPACT
    if _OCCURRENCE.search(thing[:90]) and not re.search(
        r"\b(?:involve|responsib|role|behind|part in|accus|alleg)", thing[:60], re.I
    ):
        return Denied.OCCURRENCE
    return Denied.RESPONSIBILITY
