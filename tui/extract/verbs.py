"""English verb forms: which words are forms of which verb. Regular forms are derived, irregular ones listed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

# base: (past, participle)
_IRREGULAR = {
    "be": ("was", "been"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "flee": ("fled", "fled"),
    "fly": ("flew", "flown"),
    "foresee": ("foresaw", "foreseen"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lie": ("lay", "lain"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "mislead": ("misled", "misled"),
    "oversee": ("oversaw", "overseen"),
    "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "ride": ("rode", "ridden"),
    "ring": ("rang", "rung"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "show": ("showed", "shown"),
    "shut": ("shut", "shut"),
    "sit": ("sat", "sat"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "split": ("split", "split"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"),
    "wear": ("wore", "worn"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
    "shrink": ("shrank", "shrunk"),
    "swell": ("swelled", "swollen"),
    "lay": ("laid", "laid"),
    "dig": ("dug", "dug"),
    "slay": ("slew", "slain"),
    "lend": ("lent", "lent"),
    "stick": ("stuck", "stuck"),
    "rewrite": ("rewrote", "rewritten"),
    "retell": ("retold", "retold"),
}
# verbs of more than one syllable that double their last letter
_DOUBLING = frozenset(
    {
        "admit",
        "commit",
        "permit",
        "refer",
        "occur",
        "submit",
        "regret",
        "transmit",
        "compel",
        "rebut",
        "infer",
        "defer",
        "deter",
        "expel",
        "prefer",
        "confer",
        "acquit",
        "outwit",
        "incur",
        "propel",
        "dispel",
        "equip",
        "forbid",
        "travel",
        "cancel",
        "signal",
        "model",
        "level",
        "label",
        "quarrel",
        "program",
        "debug",
        "kidnap",
        "jam",
    }
)
_VOWELS = "aeiou"


@cache
def forms(base: str) -> tuple[str, str, str, str, str]:
    """(base, third person, past, past participle, present participle) of a verb; a particle stays behind it."""
    verb, _, particle = base.partition(" ")
    tail = f" {particle}" if particle else ""
    past, participle = _IRREGULAR.get(verb, (_past(verb), _past(verb)))
    return (verb + tail, _third(verb) + tail, past + tail, participle + tail, _ing(verb) + tail)


def all_forms(bases: Iterable[str]) -> dict[str, str]:
    """Every form of every verb of `bases` -> its base."""
    return {form: base for base in bases for form in forms(base)}


def past_forms(bases: Iterable[str]) -> frozenset[str]:
    """Past tenses and past participles of `bases`."""
    return frozenset(form for base in bases for form in forms(base)[2:4])


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    vowels = sum(c in _VOWELS for c in verb)
    return len(verb) > 2 and vowels == 1 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS


def _third(verb: str) -> str:
    if verb in ("be", "have"):
        return "is" if verb == "be" else "has"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if _doubles(verb) else verb + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if _doubles(verb) else verb + "ing"
