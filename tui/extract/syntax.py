"""A light reading of a sentence: tokens with word classes, verb groups and quotation spans.

No parser: closed-class words are known, verbs are known by form and by what stands beside them. That is enough to tell
which verb governs a word and which auxiliaries stand before it, at a small part of the cost of a parse.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from tui.extract.verbs import all_forms, forms

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Za-z][\w-]*\.(?:com|net|org|io|ms|gov|edu|co|info|uk|ru|ua|eu|me|tv|biz)\b|\d[\d,.]*\d|"
    r"\w+(?:['-]\w+)*|\.\.\.|[^\w\s]",
)

_CLITIC = re.compile(r"(I|he|she|it|we|you|they|that|there|who|what)('s|'re|'ve|'d|'ll|'m)", re.I)
_CLITICS = {
    "'s": ("aux", "be", "s"),
    "'re": ("aux", "be", "s"),
    "'m": ("aux", "be", "s"),
    "'ve": ("aux", "have", "s"),
    "'d": ("modal", "", ""),
    "'ll": ("modal", "", ""),
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `tag` is its word class (see `_TAGS`), `base` the verb it is a form of."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    base: str = ""
    form: str = ""  # of a verb: base, inf, s, past, part, ing


MODALS = frozenset(
    "will would shall should can could may might must cannot won't wouldn't can't couldn't shouldn't mightn't "
    "ought".split()
)
_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_DET = frozenset(
    "the a an this that these those its his her their our my your some any no every each another all both such "
    "several many few more most".split()
)
_PRON = frozenset("he she it they we i you who him them us me there".split())
_PREP = frozenset(
    "of in on at by for with from into onto over under about against between among through during without within "
    "along across near around behind beyond despite amid towards toward upon via off outside inside following "
    "including per like unlike ahead out up down besides beside versus".split()
)
_SUB = frozenset(
    "if unless whether that while because although though since until till once when where whereas lest as "
    "after before than so how why what".split()
)
_REL = frozenset("who which whose whom".split())
_COORD = frozenset("and or but nor yet".split())
_ADV = frozenset(
    "not also already now still just never ever even only again currently soon often always once then later earlier "
    "repeatedly reportedly allegedly almost nearly about too well perhaps maybe here abroad yesterday today tomorrow "
    "tonight overnight further instead however meanwhile n't far long since".split()
)
# verbs of news English; what is not listed is known by -ed and -ing alone
_VERBS = """
accept accuse achieve act activate add address admit advance advise affect agree aim allege allow amass amount announce answer
appeal appear apply appoint approve argue arm arrest arrive ask assemble assert assess assume attack attempt attend attribute
authorise authorize back ban base bear become begin believe belong blame block boast bomb bolster boost borrow brand breach break
brief bring broadcast build call cancel capture carry cast cause cease challenge change charge check cite claim clash clear close collapse
come command comment commit compare compile compromise conclude condemn conduct confirm confront consider copy consist contain contend
continue contribute control convince cooperate coordinate cost count counter cover crash create cripple criticise criticize cross cut
damage dated deal debate decide declare decline deface defeat defend delay delete deliver demand deny depart depend deploy describe
destroy detain detect determine develop devastate die disable disclose discover discuss dismiss dispatch display disrupt divert double
doubt draft draw drive drop ease embark emerge employ encourage encrypt end endure engage enhance ensure enter erase escalate escape
establish estimate evacuate evolve examine exceed execute exercise expand expect expel experience explain exploit explode expose
express extend extort extract face fail fall fear feature feel fight file fill find finish fire fix flee flood fly follow force
forecast form found free freeze function fund gain gather get give go grant grow guard hack halt hand handle happen harm have head hear
help hide hijack hint hit hold hope host hurt identify impersonate impose include increase indicate infect infiltrate inflict inform
injure insist inspect install intend intensify intercept interfere interrupt invade invest investigate invite involve issue jam join
justify keep kill knock know label lack land last launch lead leak learn leave leverage lie lift like limit link list live load locate
lock look lose maintain make manage march mark mask mass mean meet mention migrate mobilise mobilize monitor mount move name need negotiate note notify
obtain occupy occur offer open operate oppose order organise organize originate overload oversee overwhelm paralyse paralyze
park participate pass patch patrol pause pay penetrate permit persuade phish place plan plant play pledge point poise pose position
possess post postpone pound pour praise predict prefer prepare present press prevent probe proceed process produce promise prompt
propose protect prove provide publish pull pump pursue push put question quote raise range ransom reach react read realise realize
receive reckon recognise recognize recommend record recover recruit reduce refer reflect refuse regain regard register regret reinforce
reiterate reject relate release rely remain remove render reopen reopened repair repeat repel replace reply report represent request
require reroute rescue resist resolve respond restore restrict result resume retain retaliate retreat return reveal reverse rotate rule
run rush sabotage say scale scatter schedule scramble seal search secure see seek seem seize sell send serve set settle share shell shift ship shoot
show shrink shut sign signal sit slam slow smuggle spark speak speculate spend spread stage stand start state station stay steal stop
store stress strike strengthen struggle stay study submit succeed suffer suggest supply support suppose surge surround survive
suspect suspend sustain swamp take talk target tell tend test testify think threaten throw tie tighten torpedo total track trade train transfer
transmit transport trap travel treat trick trigger try turn tweet uncover understand undergo undermine unleash unveil upload urge use
vandalise vandalize view violate visit voice vote vow wage wait walk want warn watch weaken weather weigh welcome widen win wipe withdraw
withhold wonder work worry wound wreck write yield
""".split()
_FORM_NAMES = ("base", "s", "past", "part", "ing")
_FORMS: dict[str, tuple[str, str]] = {}
for _verb in _VERBS:
    for _name, _form in zip(_FORM_NAMES, forms(_verb), strict=True):
        _FORMS.setdefault(_form, (_verb, _name))
for _form, _verb in all_forms(["travel", "cancel", "signal", "label"]).items():
    _FORMS.setdefault(_form.replace("ll", "l"), (_verb, "past" if _form.endswith("ed") else "ing"))
_ED_NOUNS = frozenset(
    "need hundred speed feed seed deed breed red bed united bleed weed kindred sacred naked wicked shed embed "
    "indeed exceed".split()
)
_ING_NOUNS = frozenset(
    "thing something nothing anything everything morning evening during king spring string wing building meeting "
    "briefing beijing "
    "ring bring sling according following".split()
)


@lru_cache(maxsize=8192)  # the sentences of a long article: each is asked for by every layer
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a (folded) sentence with their word classes.

    Tags: aux, modal, to, verb, det, pron, prep, sub, rel, coord, adv, num, name (capitalised), punct, word.
    """
    raw: list[tuple[int, int, str]] = []
    for m in _TOKEN.finditer(text):
        clitic = _CLITIC.fullmatch(m.group())
        if clitic:  # "he's", "they'll": the subject and its auxiliary
            cut = m.start() + clitic.end(1)
            raw += [(m.start(), cut, text[m.start() : cut]), (cut, m.end(), text[cut : m.end()])]
        else:
            raw.append((m.start(), m.end(), m.group()))
    out: list[Token] = []
    for i, (start, end, word) in enumerate(raw):
        low = word.lower()
        following = raw[i + 1][2].lower() if i + 1 < len(raw) else ""
        tag, base, form = _tag(word, low, out, following)
        out.append(Token(start, end, word, low, tag, base, form))
    return tuple(out)


def _tag(word: str, low: str, before: list[Token], following: str) -> tuple[str, str, str]:
    last = before[-1] if before else None
    if low in _CLITICS and last is not None and last.tag in ("pron", "sub", "rel", "det"):
        return _CLITICS[low]
    if not (word[0].isalnum()):
        return "punct", "", ""
    if word[0].isdigit():
        return "num", "", ""
    if low in MODALS and not (low == "may" and word == "May" and last is not None):
        return "modal", "", ""
    for group, base in ((_BE, "be"), (_HAVE, "have"), (_DO, "do")):
        if low in group:
            return "aux", base, _aux_form(low)
    if low == "to":
        return "to", "", ""
    if low == "once" and last is not None and last.tag in ("word", "name", "aux"):
        return "adv", "", ""
    if low == "that":
        return _that(last, following), "", ""
    if word == "US":
        return "name", "", ""
    for tag, group in (
        ("coord", _COORD),
        ("rel", _REL),
        ("pron", _PRON),
        ("det", _DET),
        ("sub", _SUB),
        ("prep", _PREP),
    ):
        if low in group:
            return tag, "", ""
    verb = _verb_reading(word, low, before, following)
    if verb is not None:
        return verb
    if low in _ADV or (low.endswith("ly") and len(low) > 4 and word[0].islower()):
        return "adv", "", ""
    if word[0].isupper():
        return "name", "", ""
    return "word", "", ""


def _that(last: Token | None, following: str) -> str:
    """`that` opens a clause unless it is a determiner: at the start or behind a preposition."""
    return "det" if last is None or (last.tag == "prep" and last.low not in ("in",)) else "sub"


def _aux_form(low: str) -> str:
    if low in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"):
        return "past"
    if low in ("be", "have", "do"):
        return "base"
    return {"been": "part", "being": "ing", "having": "ing"}.get(low, "s")


def _verb_reading(word: str, low: str, before: list[Token], following: str) -> tuple[str, str, str] | None:
    if "-" in word:
        return None  # "state-owned", "wide-ranging"
    base, form = _FORMS.get(low, ("", ""))
    if not base and _after_modal(low, word, before, following):
        return "verb", low, "inf" if before[-1].tag == "to" else "base"
    last = before[-1] if before else None
    if not base:
        if low.endswith("ed") and len(low) > 4 and low not in _ED_NOUNS and word[0].islower():
            base, form = low, "past"
        elif low.endswith("ing") and len(low) > 4 and low not in _ING_NOUNS and word[0].islower():
            base, form = low, "ing"
        else:
            return None
    if word[0].isupper() and last is not None and last.tag != "punct":
        # a capital inside the sentence is part of a name, except in headlines, where a verb of plain form is rare enough
        return None
    joined = form == "base" and any(t.low == "and" for t in before[-4:]) and last is not None and last.tag == "name"
    if (
        form in ("base", "s")
        and not _finite_place(low, form, last, following)
        and not (joined and following in _PREP | _DET)
    ):
        if not _unchanged_past(low, base, last, following):
            return None
        form = "past"
    if form in ("past", "part") and last is not None and last.tag in ("det", "num") and _noun_follows(following):
        return None  # "a planned attack", "3,000 wounded soldiers"
    if form == "ing" and last is not None and last.tag == "det":
        return None  # "the hacking of", "an ongoing attack"
    if form == "base" and last is not None and last.tag == "to":
        form = "inf"
    return "verb", base, form


def known_verb(low: str) -> bool:
    """Whether a word is the plain form of a verb of news English, whatever it is in its place."""
    return _FORMS.get(low, ("", ""))[1] == "base"


def _after_modal(low: str, word: str, before: list[Token], following: str) -> bool:
    """Whether an unknown word must be a verb: behind a modal, or behind `to` with an object of its own."""
    if not word[0].islower() or low in _ADV or low.endswith("ly"):
        return False
    last = next((t for t in reversed(before[-3:]) if t.tag != "adv" and t.low not in ("be", "not")), None)
    if last is None:
        return False
    if last.tag == "modal":
        return before[-1].low != "be"
    return before[-1].tag == "to" and (following in _DET or following in _PRON or following[:1].isdigit())


def _noun_follows(following: str) -> bool:
    return bool(following) and following[0].isalnum() and following not in _PREP and following not in _SUB


def _unchanged_past(low: str, base: str, last: Token | None, following: str) -> bool:
    """Whether "hit" or "put" is a past tense or participle here: verbs that have one form for all."""
    if low != base or forms(base)[2] != low or last is None:
        return False
    if (
        last.tag in ("aux", "adv")
        or (last.tag in ("word", "name", "num") and low in ("hit", "put", "shut"))
        or last.low == "that"
    ):
        return True
    return last.tag in ("word", "name", "pron", "rel") and (
        following in _DET or following in _PREP or following[:1].isdigit()
    )


def _finite_place(low: str, form: str, last: Token | None, following: str) -> bool:
    """Whether a word that may be noun or verb ("attack", "plans") stands where a verb stands."""
    if last is None or last.low.endswith(("'s", "s'")):
        return False  # "the minister's visit"
    if last.tag in ("modal", "to", "pron", "rel"):
        return True
    if last.tag == "aux":
        return form == "base" and last.base == "do"
    if last.tag in ("det", "prep", "num", "sub"):
        return last.tag == "sub" and False
    if last.tag == "adv":
        return last.low in ("also", "still", "now", "not", "repeatedly", "already", "reportedly")
    opens = (
        following in _DET
        or following in ("other", "to", "that", "it", "he", "she", "they", "by", "in", "on", "at", "up", "with", "for")
        or (bool(following) and following[0].isdigit())
    )
    if form == "s":
        if low in ("says", "has", "warns", "insists", "denies", "believes", "remains", "seems", "thinks"):
            return True
        return (last.tag in ("name", "word") and not last.low.endswith("s") and opens) or (
            last.tag in ("name",) and bool(following) and following[0].isalpha() and following not in ("of", "and")
        )
    return last.tag in ("word", "name") and last.low.endswith("s") and opens


def index_at(toks: tuple[Token, ...], offset: int) -> int:
    """Index of the token at or behind `offset` (the last one if none)."""
    i = bisect_right(toks, offset, key=lambda t: t.start) - 1
    if i >= 0 and toks[i].end > offset:
        return i
    return min(i + 1, len(toks) - 1)


def group_start(toks: tuple[Token, ...], verb: int) -> int:
    """Index of the first auxiliary, modal or `to` of the verb group that ends in `verb` (itself when it has none)."""
    i = first = verb
    while i > 0:
        t = toks[i - 1]
        if t.tag in ("aux", "modal", "to"):
            first = i - 1
        elif t.tag != "adv":
            break
        i -= 1
    return first


_QUOTE_MARK = re.compile("[\"']")
_QUOTE_OPEN = re.compile(r"(?<![\w])'(?=[\w\[(.$])")
_QUOTE_CLOSE = re.compile(r"(?<=[\w.,!?\])…])'(?!\w)")


def quote_marks(text: str, original: str | None = None) -> list[tuple[int, str]]:
    """Where quotations open and close: (offset, "open" | "close" | "either"), left to right.

    `original` is the unfolded text, whose typographic marks tell opening from closing.
    """
    source = original if original is not None and len(original) == len(text) else text
    out: list[tuple[int, str]] = []
    for found in _QUOTE_MARK.finditer(text):
        i, c = found.start(), found.group()
        mark = source[i]
        if c == '"':
            out.append(
                (i, {"“": "open", "„": "open", "«": "open", "”": "close", "»": "close"}.get(mark, _side(text, i)))
            )
        elif mark == "‘":
            if not (i and text[i - 1].isalnum()):
                out.append((i, "open1"))
        elif _QUOTE_CLOSE.match(text, i):
            out.append((i, "close1"))
        elif mark != "’" and _QUOTE_OPEN.match(text, i):
            out.append((i, "open1"))
    return out


def _side(text: str, i: int) -> str:
    """Whether a straight double mark opens or closes, by what stands beside it."""
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    if before.isspace() or before in "([-":
        return "open" if not after.isspace() else "either"
    if after.isspace() or after in ".,;:!?)]-":
        return "close"
    return "either"
