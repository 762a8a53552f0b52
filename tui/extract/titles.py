"""The language of office: titles, ranks and described roles, and which of them name the same office.

This is vocabulary of English, not of any crisis: no person, place or organisation stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tui.extract.names import Token, tokenise


class Office(StrEnum):
    """An office by which a person may be meant ("the foreign minister"); OTHER for all that names nobody alone."""

    STATE = "head of state"  # president, king, emir, supreme leader
    GOVERNMENT = "head of government"  # prime minister, chancellor
    LEADER = "leader"  # "the Turkish leader": whoever leads
    DEPUTY = "deputy"  # vice president, deputy minister
    FOREIGN = "foreign minister"
    DEFENCE = "defence minister"
    INTERIOR = "interior minister"
    SECRETARY_GENERAL = "secretary general"
    CHIEF = "chief of an organisation"
    STAFF = "military chief"
    SECURITY_ADVISER = "security adviser"
    ENVOY = "envoy"
    AMBASSADOR = "ambassador"
    SPOKESPERSON = "spokesperson"
    SPEAKER = "speaker"
    COUNTERPART = "counterpart"
    OTHER = "other"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SINGULAR_HEADS = _words(
    """
    president minister premier chancellor pm taoiseach secretary secretary-general counterpart vice-president
    president-elect king queen emir sultan emperor pope pontiff ayatollah prince princess duke strongman
    dictator ruler leader warlord chieftain monarch chief head boss envoy representative coordinator mediator
    negotiator ambassador commissioner governor mayor director director-general chairman chairwoman chairperson
    chair co-chair co-chairman presidency diplomat spokesman spokeswoman spokesperson speaker adviser advisor
    aide official officer commander commander-in-chief general gen admiral adm marshal brigadier brig colonel
    col major maj captain capt lieutenant lt sergeant sgt corporal senator sen rep sec congressman congresswoman
    lawmaker legislator deputy mp attorney-general judge justice prosecutor lord baroness baron sheikh shaikh
    imam archbishop bishop patriarch cardinal rabbi mullah cleric premier-designate analyst expert professor
    prof fellow researcher scholar historian economist activist dissident campaigner journalist correspondent
    reporter editor columnist lawyer doctor businessman businesswoman oligarch founder co-founder member
    politician veteran resident soldier fighter hacker teacher student engineer pastor priest author witness
    consultant specialist strategist investigator manager owner executive ceo wife husband son daughter brother
    sister father mother vp undersecretary under-secretary under-secretary-general charge
    """
)
_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    secretary:secretaries secretary-general:secretaries-general spokesman:spokesmen spokeswoman:spokeswomen
    spokesperson:spokespeople chairman:chairmen congressman:congressmen attorney-general:attorneys-general
    strongman:strongmen businessman:businessmen businesswoman:businesswomen deputy:deputies presidency:presidencies
    undersecretary:undersecretaries wife:wives witness:witnesses boss:bosses princess:princesses
    """.split()
)
_PLURAL_HEADS = frozenset(_IRREGULAR.get(w, w + "s") for w in _SINGULAR_HEADS) - {"gens", "sgts", "adms", "justices"}
_HEADS = _SINGULAR_HEADS | _PLURAL_HEADS
_ABBREVIATED = _words("gen adm sec brig col maj capt lt sgt sen rep prof sens reps gov")

_DEPARTMENTS = _words(
    """
    foreign external defence defense interior home finance economy economics trade energy oil petroleum health
    information justice culture environment agriculture transport education development treasury commerce
    homeland internal state national security intelligence strategic affairs reintegration communications labour
    labor digital europe cabinet prime armed forces unification infrastructure immigration migration policing
    war military army navy naval air force spy police ground land rebel militia paramilitary separatist border
    guard coast cyber space special operations junta coup opposition joint staff chiefs house parliament
    parliamentary parliament's lower upper press supreme paramount crown grand de facto high field fleet rear
    wing lieutenant lt major maj brigadier brig gen vice chief lead head attorney executive managing permanent
    policy peace nuclear party faction tribal religious spiritual political humanitarian rights
    """
)
_MODIFIERS = _words(
    """
    former ex then then- acting interim caretaker transitional outgoing incoming newly elected appointed
    newly-elected newly-appointed new current late longtime long-time long-serving veteran deputy vice first
    second senior top top-ranking high-ranking high-level mid-level lead leading chief special personal visiting
    assistant associate principal under presidential diplomatic hardline exiled ousted deposed jailed
    self-proclaimed self-declared embattled retired shadow junior regional local provincial legal government
    media lame duck right-wing left-wing far-right populist nationalist newest latest powerful tory conservative
    republican democratic democrat gop islamist communist marine federal climate human research unnamed
    anonymous key close official public private civilian administration western
    """
)
_BEFORE = _DEPARTMENTS | _MODIFIERS
_TAIL = re.compile(
    r"[ -](?:general|elect|designate)\b"
    r"|(?:-| )in(?:-| )chief\b"
    r"| of (?:state|government)(?! department)\b"
    r"| of (?:the )?(?:opposition|army|navy|armed forces|treasury|military)\b"
    r"| of (?:the )?(?:general |defen[cs]e |joint |army |naval |air |imperial general |joint chiefs of )?"
    r"(?:defen[cs]e )?staff\b"
    r"| (?:of|for) (?:the )?(?:national |state |internal |europe and )?"
    r"(?:defen[cs]e|(?:foreign|external|internal) (?:affairs|relations)|interior|finance|justice|energy|"
    r"security(?! council))\b"
    r"| of the joint chiefs(?: of staff)?\b"
    r"| d'affaires\b",
    re.I,
)
_GENERIC_HEADS = _words(
    "member student resident veteran soldier fighter witness son daughter brother sister father mother wife husband"
)

# What office a whole phrase names; the first that fits.
_OFFICES: tuple[tuple[re.Pattern[str], Office], ...] = tuple(
    (re.compile(pattern), office)
    for pattern, office in (
        (r"counterparts?$", Office.COUNTERPART),
        (r"(?:spokes\w+|press secretar\w+)$", Office.SPOKESPERSON),
        (r"\b(?:deputy|vice|assistant|under|undersecretary|under-secretary|vice-president|vp)\b"
         r"(?!.*\b(?:admiral|marshal)s?$)", Office.DEPUTY),
        (r"secretar(?:y|ies)[- ]general$|general secretar", Office.SECRETARY_GENERAL),
        (r"\bspecial (?:representative|ambassador|coordinator)s?$|\b(?:envoy|mediator|negotiator)s?$", Office.ENVOY),
        (r"\b(?:foreign|external)\b.* (?:minister|secretar)|secretar(?:y|ies) of state$|"
         r"minister.* (?:foreign|external) |(?:top|chief) diplomat$|foreign policy chief$|high representatives?$",
         Office.FOREIGN),
        (r"\bdefen[cs]e (?:minister|secretar|chief)|(?:secretar|minister).* defen[cs]e$|\bwar minister",
         Office.DEFENCE),
        (r"\b(?:interior|home|internal affairs) (?:minister|secretar)|minister.* (?:interior|internal affairs)$",
         Office.INTERIOR),
        (r"\bprime minister|\bpremier|^pms?$| pms?$|\bchancellors?$|of government$|taoiseach", Office.GOVERNMENT),
        (r"security (?:advis[eo]r|council secretary)", Office.SECURITY_ADVISER),
        (r"of (?:the )?(?:\w+ )*staff$|\bjoint chiefs|(?:army|military|forces?|navy|naval|staff) chiefs?$|"
         r"commander[- ]in[- ]chief|\bcommanders?$", Office.STAFF),
        (r"supreme leader|paramount leader|president(?:s|-elect)?$|president elect|of state$|crown prince|"
         r"\b(?:king|queen|emir|sultan|emperor|monarch|pope|pontiff|ayatollah|strongm[ae]n|dictator)s?$|"
         r"(?:junta|coup|military|de facto|transitional) (?:leader|ruler)s?$", Office.STATE),
        (r"\b(?:leader|ruler|warlord|chieftain)s?$", Office.LEADER),
        (r"\b(?:representative|ambassador|commissioner)s?$|affaires$", Office.AMBASSADOR),
        (r"\bspeakers?$", Office.SPEAKER),
        (r"\b(?:director|director-general|chair\w*|co-chair\w*|chief|head|boss)(?:s|es)?(?: general)?$",
         Office.CHIEF),
    )
)  # fmt: skip
_FORMER = re.compile(r"\b(?:former|ex|then|late|ousted|deposed|lame duck)\b")

_HONORIFIC = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Messrs)\b\.?|Miss|Sir|Dame|Lord|Lady|Madam|Madame|Mullah|Sayyid|Hajji) "
)
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|dame|lady|baroness|madame?|queen|princess|\w+wom[ae]n|wife|daughter|sister|mother)\b", re.I
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|\w+m[ae]n|husband|son|brother|father|emir|sultan|pope|ayatollah|sheikh|mullah)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A role phrase at `start:end` of a sentence, without side and complement."""

    start: int
    end: int
    words: str
    office: Office
    plural: bool
    former: bool


@lru_cache(maxsize=4096)
def find_titles(text: str) -> tuple[Title, ...]:
    """Every role phrase of `text`, left to right, none overlapping."""
    tokens = tokenise(text)
    out: list[Title] = []
    for i, token in enumerate(tokens):
        head = token.lower.removeprefix("ex-")
        if head not in _HEADS or (out and token.start < out[-1].end):
            continue
        if head in _ABBREVIATED and not token.text[0].isupper():
            continue
        end = token.end
        if head in _ABBREVIATED and text[end : end + 1] == ".":
            end += 1
        if tail := _TAIL.match(text, end):
            end = tail.end()
        first = i
        while first and _modifies(text, tokens[first - 1], tokens[first]):
            first -= 1
        while out and out[-1].start < tokens[first].start < out[-1].end:
            first += 1  # "Chief of the Defence Staff" ends before "Admiral"
        start = tokens[first].start
        if out and start < out[-1].end:
            # "Army Gen. Mark", "House Speaker": a head that turned out to be a modifier is swallowed
            out.pop()
        words = " ".join(text[start:end].split())
        lower = words.lower().replace("-", " ") if "-" in words and "general" not in words.lower() else words.lower()
        out.append(Title(start, end, words, office_of(lower), head in _PLURAL_HEADS, bool(_FORMER.search(lower))))
    return tuple(out)


def _modifies(text: str, left: Token, right: Token) -> bool:
    if left.lower not in _BEFORE:
        return False
    gap = text[left.end : right.start]
    return gap in (" ", "-") or (gap == ". " and left.lower in _ABBREVIATED)


def office_of(words: str) -> Office:
    """The office that a role phrase in small letters names."""
    for pattern, office in _OFFICES:
        if pattern.search(words):
            return office
    return Office.OTHER


def honorific_at(text: str, pos: int) -> int:
    """The end of the honorifics ("Mr ", "Sir ") at `pos`; `pos` itself where there are none."""
    for _ in range(3):
        if (m := _HONORIFIC.match(text, pos)) is None:
            break
        pos = m.end()
    return pos


def gender_of(words: str) -> str | None:
    """'f' or 'm' where a title or honorific tells, else None."""
    if _FEMALE.search(words):
        return "f"
    return "m" if _MALE.search(words) else None
