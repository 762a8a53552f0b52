"""Hacking groups by name: those of the data, and those that an article itself calls one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.extract.cyberattacks_lexicon import groups
from tui.extract.model import MentionKind, SentenceView

_NAME = r"[A-Z][\w$]*(?:[ -](?:of |the )?[A-Z0-9][\w$]*){0,4}"
_KIND = (
    r"(?:(?:ransomware|hack(?:ing|er|tivist)?s?|cyber[- ]?(?:crime|espionage|criminal)?|extortion|threat|state-backed|"
    r"pro-\w+|\w+-linked) ?)+"
    r"(?:groups?|gangs?|collectives?|crews?|teams?|actors?|outfits?|operations?|affiliates?)"
)
# "the threat actor "X"", "hackers calling themselves X", "a group known as the X"
_AFTER = re.compile(
    rf"\b(?:{_KIND}|hackers|hacktivists|activists|cyber ?criminals|an? (?:\w+ ){{0,3}}(?:group|gang|collective)s?)"
    rf"(?:,? (?:calling (?:itself|themselves)|that calls? (?:itself|themselves)|who go by|which goes by|(?:which|who) "
    rf"calls? (?:itself|themselves)|called|known as|named|dubbed|"
    rf"going by(?: the name(?: of)?)?|operating as))?[ ,]+(?:the )?[\"']?({_NAME})"
)
_STYLED = re.compile(
    rf"\b(?:calling|styling|style|styles|call|calls) (?:themselves|itself|himself|herself) (?:the "
    rf")?[\"']?({_NAME}(?:\.\d)?)"
)
# "the X ransomware gang", "X, a pro-Russian hacking group"
_BEFORE = re.compile(
    rf"\b({_NAME})[\"']?(?: {_KIND}|(?:,|\s\(|\s-) (?:an?|the) (?:[\w-]+ ){{0,4}}?(?:hack|cyber|ransomware|extortion|"
    rf"threat)[\w-]*(?: \w+)? (?:groups?|gangs?|collectives?|actors?|crews?|units?))"
)


@dataclass(frozen=True)
class Groups:
    """The groups an article may blame. `shown` gives the name to record for each spelling, `key` who it is."""

    pattern: re.Pattern[str]
    shown: dict[str, str]
    key: dict[str, str]

    @classmethod
    def of(cls, views: Sequence[SentenceView]) -> Groups:
        """The known groups, and those that the article names as hackers."""
        shown = {spelling: name for spelling, (name, _, _) in groups().items()}
        key = {spelling: who for spelling, (_, _, who) in groups().items()}
        for name in _called(views):
            shown.setdefault(name, name)
            key.setdefault(name, name)
        spelled = sorted(shown, key=len, reverse=True)
        return cls(re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spelled))})(?![\w])"), shown, key)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
        """The groups that `text[start:end]` names: (name to record, start, end), each group once."""
        out: dict[str, tuple[str, int, int]] = {}
        for m in self.pattern.finditer(text, start, len(text) if end is None else end):
            out.setdefault(self.key[m.group()], (self.shown[m.group()], m.start(), m.end()))
        return list(out.values())

    def is_name(self, words: str) -> bool:
        """Whether the words are the name of a group and nothing more."""
        return self.pattern.fullmatch(words) is not None


def _called(views: Iterable[SentenceView]) -> Iterable[str]:
    """The names that the article gives to hackers: no country, body or person that is known otherwise."""
    for view in views:
        known = [m for m in view.mentions if m.kind is not MentionKind.PERSON or m.role]
        for pattern in (_AFTER, _BEFORE, _STYLED):
            for m in pattern.finditer(view.text):
                name = m.group(1).removesuffix("'s")
                start, end = m.span(1)
                gang = re.match(r"[\"']? ransomware (?:gang|group)", view.text[end:])
                if gang and any(k.kind is MentionKind.SIDE and k.start <= start and end <= k.end for k in known):
                    yield f"{name} ransomware {gang.group().split()[-1]}"
                    continue
                if any(k.start < end and start < k.end for k in known) or (start == 0 and " " not in name):
                    continue
                if name.split()[0] in _NO_NAMES or any(name.startswith(f"{g} ") for g in groups()):
                    continue
                yield name


_NO_NAMES = frozenset(
    "The A An Russian Chinese Iranian Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August "
    "September October November December Hackers Experts Officials In On By".split()
)
