"""Words of cyberattacks: what names one, what does one, what is hit, and what sort of attack each word tells."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from tui.extract.verbs import all_forms
from tui.records import AttackType, Effect

_ATTACK = (
    r"(?:attacks?|attempts?|assaults?|strikes?|incidents?|intrusions?|raids?|offensives?|campaigns?|onslaughts?|"
    r"sabotage|espionage|breach(?:es)?|heists?|thefts?|operations?|hacks?|hacking|blitz|barrage|activit(?:y|ies)|"
    r"efforts)"
)
_DDOS = r"(?:d?dos|(?:distributed[- ])?denial[- ]of[- ]service)"

# (pattern, type, effect): nouns that name a cyberattack whatever stands around them; the first that matches counts
NOUNS: tuple[tuple[re.Pattern[str], AttackType | None, Effect | None], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.I), kind, effect)
    for pattern, kind, effect in (
        (rf"{_DDOS}(?: \(d?dos\))?[ -](?:cyber[ -]?)?{_ATTACK}", AttackType.DDOS, Effect.INTERRUPTION),
        (rf"{_DDOS}", AttackType.DDOS, Effect.INTERRUPTION),
        (
            rf"ransomware(?:[- ](?:cyber[ -]?)?(?:{_ATTACK}|infections?|outbreaks?))?(?! (?:gangs?|groups?|"
            rf"operators?|actors?|crews?|criminals?|hackers?|strains?|variants?|samples?|affiliates?))",
            AttackType.RANSOMWARE,
            Effect.INTERRUPTION,
        ),
        (r"ransom(?: demands?| notes?| payments?)", AttackType.RANSOMWARE, None),
        (
            rf"(?:data[- ])?wip(?:er|ing)(?: malware)?(?: {_ATTACK})?|wipers|destructive malware",
            AttackType.WIPER,
            Effect.DESTRUCTION,
        ),
        (r"(?:website |web ?page )?defacements?", AttackType.DEFACEMENT, Effect.DEFACEMENT),
        (rf"(?:spear[- ]?)?phishing(?: (?:{_ATTACK}|e-?mails?|messages?))?", AttackType.PHISHING, None),
        (
            r"(?:personal |customer |employee )?data (?:breach(?:es)?|leaks?|thefts?|dumps?|heists?)|(?:stolen "
            r"(?:credentials?|passwords?|logins?))|loss of (?:[a-z]+ )?data|(?:theft|loss) of [^;:()]{0,60}?(?:data|"
            r"records|e-?mails|files|documents|blueprints|manuals|designs|passwords|secrets|photos|details|"
            r"information|source code)(?: and [a-z]+)?|leak of (?:[a-z]+ )?(?:data|records|e-?mails)",
            AttackType.DATA_THEFT,
            Effect.THEFT,
        ),
        (
            rf"(?:malware|supply[- ]chain|(?:computer )?virus|worm|botnet|zero-day|"
            rf"spyware)[- ](?:cyber[ -]?)?{_ATTACK}",
            AttackType.MALWARE,
            None,
        ),
        (
            r"computer (?:virus(?:es)?|worms?)|malware|malicious (?:software|code|programs?)|trojans?|spyware|"
            r"backdoors?",
            AttackType.MALWARE,
            None,
        ),
        (
            rf"hack(?:s|ing|ings)?(?:[- ](?:and[- ]leak )?(?:{_ATTACK}|attempts?|spree|scandal))?|hackers?'? {_ATTACK}",
            AttackType.INTRUSION,
            None,
        ),
        (
            r"(?:computer|network|system) (?:intrusions?|breach(?:es)?|break-?ins?)|security breach(?:es)?",
            AttackType.INTRUSION,
            None,
        ),
        (
            rf"cyber[- ]?{_ATTACK}|(?:computer|digital|online|network|internet|web) (?:attacks?|assaults?|sabotage)",
            None,
            None,
        ),
        (r"cyber[- ]?(?:break-?ins?|intrusions?)", AttackType.INTRUSION, None),
        (r"cyber[- ]?(?:Pearl Harbou?r|9/11|armageddon|catastrophe|disaster|apocalypse)", None, None),
    )
)
# nouns that take up an attack named before
ANAPHORS = re.compile(
    r"\b(?:attacks?|incidents?|outages?|breach(?:es)?|intrusions?|disruptions?|assaults?|infections?|leaks?|"
    r"infiltration|"
    r"compromise|thefts?|heists?|interruptions?|break-?ins?|wave|hacks?|onslaught|sabotage|extortion|campaign|virus|"
    r"worm|"
    r"penetration|crash|operation)\b",
    re.I,
)
# who attacks
ACTORS = re.compile(
    r"\b(?:hackers?|hacktivists?|cyber[- ]?(?:criminals?|attackers?|gangs?|spies|thieves|crooks|espionage group|unit|"
    r"partisans|army)|"
    r"attackers?|intruders?|(?:hacking|hacker|hacktivist|ransomware|cyber ?crime|cyber|extortion|espionage|threat)"
    r"(?: and \w+)? (?:groups?|gangs?|collectives?|crews?|teams?|actors?|units?|syndicates?|organi[sz]ations?|"
    r"outfits?|operators?|affiliates?)|"
    r"threat actors?|thieves|fraudsters|scammers|extortionists)\b",
    re.I,
)
STRONG_ACTORS = re.compile(r"\b(?:hack|cyber|ransomware|threat actor|intruders?)", re.I)

# verbs that are a cyberattack by themselves
HACK_VERBS = frozenset(("hack", "deface", "ddos", "backdoor", "spear-phish", "phish"))
# verbs that are one where a system is their object (or subject of the passive), or a hacker their subject
SYSTEM_VERBS = frozenset(
    "breach penetrate infiltrate compromise infect encrypt wipe attack target hit disrupt paralyse paralyze cripple "
    "disable "
    "crash flood overwhelm block hijack steal leak exfiltrate siphon delete erase destroy corrupt lock scramble "
    "tamper exploit "
    "copy bombard overload seize access sabotage vandalise vandalize invade swamp probe intrude raid "
    "publish dump expose plant install extort shut take knock bring break gain put freeze drain pilfer harvest "
    "impersonate "
    "affect suspend impact strike".split()
)
# those of them that tell an attack even with nothing else in the article that does
TELLING_VERBS = frozenset(
    "breach penetrate infiltrate compromise infect encrypt wipe hijack exfiltrate cripple paralyse paralyze flood "
    "bombard "
    "overwhelm steal disrupt attack target hit crash disable knock break corrupt tamper probe sabotage "
    "exploit intrude plant gain copy erase".split()
)
PARTICLES: Mapping[str, tuple[str, ...]] = {
    "take": ("down", "offline", "out", "over"),
    "knock": ("out", "offline", "down", "off"),
    "bring": ("down", "offline"),
    "shut": ("down",),
    "break": ("into",),
    "gain": ("access", "entry"),
    "put": ("out", "offline"),
    "tamper": ("with",),
    "intrude": ("into",),
    "access": ("",),
}
VERB_FORMS = all_forms(HACK_VERBS | SYSTEM_VERBS)
VERB_TYPES: Mapping[str, AttackType] = {
    "hack": AttackType.INTRUSION,
    "breach": AttackType.INTRUSION,
    "penetrate": AttackType.INTRUSION,
    "infiltrate": AttackType.INTRUSION,
    "compromise": AttackType.INTRUSION,
    "break": AttackType.INTRUSION,
    "gain": AttackType.INTRUSION,
    "access": AttackType.INTRUSION,
    "hijack": AttackType.INTRUSION,
    "intrude": AttackType.INTRUSION,
    "infect": AttackType.MALWARE,
    "encrypt": AttackType.RANSOMWARE,
    "wipe": AttackType.WIPER,
    "deface": AttackType.DEFACEMENT,
    "steal": AttackType.DATA_THEFT,
    "copy": AttackType.DATA_THEFT,
    "leak": AttackType.DATA_THEFT,
    "exfiltrate": AttackType.DATA_THEFT,
    "siphon": AttackType.DATA_THEFT,
    "ddos": AttackType.DDOS,
    "flood": AttackType.DDOS,
    "bombard": AttackType.DDOS,
    "overwhelm": AttackType.DDOS,
    "phish": AttackType.PHISHING,
    "scramble": AttackType.RANSOMWARE,
    "harvest": AttackType.DATA_THEFT,
    "swamp": AttackType.DDOS,
    "overload": AttackType.DDOS,
    "pilfer": AttackType.DATA_THEFT,
}
VERB_EFFECTS: Mapping[str, Effect] = {
    **dict.fromkeys(
        ("steal", "copy", "leak", "exfiltrate", "siphon", "drain", "pilfer", "harvest", "dump", "expose"), Effect.THEFT
    ),
    **dict.fromkeys(("wipe", "destroy", "delete", "erase", "corrupt"), Effect.DESTRUCTION),
    **dict.fromkeys(
        (
            "disrupt",
            "paralyse",
            "paralyze",
            "cripple",
            "disable",
            "crash",
            "flood",
            "overwhelm",
            "block",
            "shut",
            "take",
            "knock",
            "bring",
            "encrypt",
            "lock",
            "scramble",
            "suspend",
            "freeze",
            "bombard",
            "swamp",
            "overload",
            "down",
        ),
        Effect.INTERRUPTION,
    ),
    "deface": Effect.DEFACEMENT,
}
# things that are hit; the owner, not the thing, is the target
SYSTEM_NOUNS = frozenset(
    "website websites site sites webpage webpages page pages homepage portal portals network networks server servers "
    "computer "
    "computers system systems database databases e-mail e-mails email emails account accounts app apps mailbox "
    "mailboxes software services "
    "service operations data file files machine machines workstation workstations platform platforms hardware laptop "
    "laptops "
    "phones drive drives disk disks devices device modems modem routers router domain domains inbox inboxes "
    "infrastructure pcs banking terminals record records "
    "information documents".split()
)
# those that are computers even where nothing else says so
COMPUTER_NOUNS = frozenset(
    "website websites webpage homepage portal portals network networks server servers computer computers database "
    "databases "
    "e-mail e-mails email emails drives disks app apps mailbox mailboxes software workstation workstations laptop "
    "laptops routers router modems modem inbox "
    "pcs site sites password passwords credentials cctv printers billboards online internet web digital".split()
)
SYSTEM_MODIFIERS = frozenset(
    "hard computer it information data web online internet digital email e-mail electronic payment billing "
    "court tax internal main official public".split()
)
# what can be attacked, as the head of a description ("two major banks", "government websites")
VICTIM_NOUNS = SYSTEM_NOUNS | frozenset(
    "bank banks hospital hospitals clinic clinics airport airports airline airlines ministry ministries agency "
    "agencies department "
    "departments government governments institution institutions institute institutes company companies firm firms "
    "business businesses "
    "corporation corporations utility utilities plant plants grid grids pipeline pipelines refinery refineries "
    "university universities "
    "college colleges school schools district districts party parties parliament president presidency embassy "
    "embassies consulate army military "
    "police force forces navy newspaper newspapers broadcaster broadcasters media outlet outlets channel channels "
    "station stations operator operators "
    "provider providers retailer retailers supermarket supermarkets satellite satellites modem modems printer "
    "printers billboard billboards "
    "camera cameras cctv screen screens phone smartphone smartphones wallet wallets exchange exchanges port ports "
    "railway railways rail metro "
    "facility facilities dam dams reactor reactors centrifuges authority authorities council councils court courts "
    "commission "
    "organisation organisations organization organizations group groups charity charities contractor contractors "
    "manufacturer manufacturers supplier "
    "suppliers distributor distributors insurer insurers bureau bureaus office offices service services sector "
    "sectors industry industries "
    "bodies body state states county counties city cities municipality municipalities town towns country countries "
    "tower registry "
    "farm farms studio studios developer developers carmaker carmakers mill mills factory factories laboratory "
    "laboratories lab labs centre "
    "centres center centers terminal club clubs allies neighbours neighbors partners league federation committee "
    "committees campaign campaigns dissidents journalists "
    "activists lawmakers politicians diplomats think-tanks "
    "infrastructure equipment substations substation turbines pumps communications team teams games forum platform "
    "marketplace brokerage "
    "treasury archive archives library museum church foundation union unions army newsroom newsrooms cables "
    "cable casino casinos hotel hotels".split()
)
STOLEN = frozenset(
    "data e-mail e-mails email emails file files records record documents document information secrets "
    "passwords credentials money funds gigabytes terabytes database databases particulars details".split()
)
OFFLINE = re.compile(r"\b(?:offline|inaccessible|unreachable|unavailable|out of action)\b", re.I)
DOWN = re.compile(
    r"\b(?:(?:were|was|went|is|are|go|gone|going|remained|remain) (?:still |briefly |temporarily |also )?(?:down|"
    r"offline|inaccessible|unavailable|unreachable)|(?:went|go|gone) (?:dark|blank)|froze|lost (?:its|their) "
    r"(?:network|website|systems|internet|email|e-mail))\b",
    re.I,
)

# what makes a sentence about guns rather than computers
KINETIC = re.compile(
    r"\b(?:missiles?|rockets?|shell(?:ed|ing|s)?|artillery|bomb(?:s|ed|ing|ings)?|troops|soldiers|gunmen|killed|"
    r"wounded|dead|tanks?|"
    r"air ?strikes?|drones?|helicopters?|warplanes?|ambush|suicide|terror(?:ist|ism)?|militants|fighters|insurgents|"
    r"invasion|invade[sd]?|"
    r"ground (?:attack|offensive)|military action|frontline|front line|grenades?|shooting|stabbing)\b",
    re.I,
)
CYBER = re.compile(
    r"\b(?:(?i:cyber\w*|hack\w*|malware|ransomware|ransom|ddos|denial[- ]of[- ]service|phish\w*|computers?|websites?|"
    r"web ?sites?|servers?|"
    r"networks?|online|offline|software|passwords?|e-?mails?|data|encrypt\w*|virus|worm|digital|internet|databases?|"
    r"portals?|"
    r"systems?|sites?|botnet|wiper|defac\w*|bitcoin|decrypt\w*|backups?)|IT)\b"
)
# a mention that tells no incident of its own: punishment, money, help, habits
PUNISHMENT = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?|arrest(?:s|ed|ing)?|indict(?:s|ed|ing|ments?)?|charged (?:with|over|by|in)|charges|"
    r"convict(?:ed|ion)|"
    r"sentenced?|jail(?:ed)?|extradit\w+|pleaded guilty|wanted list|bounty|unsealed)\b",
    re.I,
)
HABIT = re.compile(
    r"\b(?:in recent years|over the years|for years|every (?:day|year|week|month)|(?:hundreds|thousands|tens of "
    r"thousands|millions|scores|dozens|number) of "
    r"(?:cyber|hack|ransomware|such|attempted|attacks)|routinely|regularly|on a daily basis|increasingly|a rise in|a "
    r"surge in|per (?:day|year|month)|"
    r"rose by|increase in|frequent(?:ly)?|repeatedly|often|history of|has long|have long|tried and tested)\b",
    re.I,
)
EVERY_DAY = re.compile(
    r"\b(?:every (?:day|week|month)|on a daily basis|around the clock|routinely|number of (?:[\w-]+ ){0,2}(?:cyber "
    r"?-?)?attacks)\b",
    re.I,
)
# the noun is about readiness, not about an attack
POLICY = re.compile(
    r"\b(?:cyber(?:[- ]?)(?:security|defen[cs]es?|threats?|warfare|war|capabilit\w+|command|norms?|polic(?:y|ies)|"
    r"space|budget|insurance|"
    r"resilience|experts?|hygiene|unit|force|strategy|skills|exercise|drill|range|weapons?|domain))\b",
    re.I,
)
# how a new incident is told apart from the one in hand
OTHER = re.compile(
    r"\b(?:another|separate(?:ly)?|second|third|earlier|previous(?:ly)?|similar|prior|past|last year's|last month's|"
    r"latest|"
    r"new wave|follow-up|different|unrelated|other)\b",
    re.I,
)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("tui") / "data" / "cyber.json").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def groups() -> dict[str, tuple[str, str | None, str]]:
    """Every spelling of a known group -> (the name to record, the state it is said to work for, which group it is).

    Groups with `keep` are recorded by the name the article uses: "Fancy Bear" and "APT28" are one group.
    """
    out: dict[str, tuple[str, str | None, str]] = {}
    for name, spec in _table()["groups"].items():
        for spelling in (name, *spec["names"]):
            shown = spelling.removeprefix("the ") if spec.get("keep") else name
            out[spelling] = (shown, spec["side"], name)
    return out


@lru_cache(maxsize=1)
def group_pattern() -> re.Pattern[str]:
    """Any known group."""
    names = sorted(groups(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w])")


@lru_cache(maxsize=1)
def platforms() -> frozenset[str]:
    """Where groups post and companies answer: no targets of an attack "claimed on" them."""
    return frozenset(_table()["platforms"])


@lru_cache(maxsize=1)
def malware() -> dict[str, AttackType]:
    """Every known malware -> the type of attack it makes."""
    return {name: AttackType(kind) for kind, names in _table()["malware"].items() for name in names}


@lru_cache(maxsize=1)
def malware_pattern() -> re.Pattern[str]:
    """Any known malware."""
    names = sorted(malware(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
