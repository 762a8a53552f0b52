"""Names of people and of victims, as far as telling them apart goes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache


def same_person(a: str, b: str) -> bool:
    """The same name; the same last name with an initial that fits; or a single name that begins or ends the other."""
    if a == b:
        return True
    one, two = name_words(a), name_words(b)
    if len(one) == 1 or len(two) == 1:
        return bool({one[0], one[-1]} & {two[0], two[-1]})
    return one[-1] == two[-1] and one[0][0] == two[0][0]


def surname_keys(name: str) -> tuple[str, ...]:
    """What a person may be found by: the last word of the name, and the first, where some cultures put the family."""
    words = name_words(name) if name else ()
    return words if len(words) < 3 else (words[0], words[-1])


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return tuple(re.findall(r"[a-z0-9'-]+", plain)) or (name,)


ALIKE = 0.5
"""The share of words that the descriptions of two victims must have in common to be alike at all."""
WHOLE = 0.4
"""How like a whole state is to what belongs to it."""


@dataclass(frozen=True, slots=True)
class Described:
    """A victim taken apart.

    `name` (lower case) is given where it has a name of its own ("PrivatBank"), and empty for a description ("two major
    banks") or a whole state. `words` say what it is, `states` whose it is.
    """

    text: str
    name: str
    words: frozenset[str]
    states: frozenset[str]

    def like(self, other: Described) -> float:
        """The share of words that two victims have in common, 0 to 1; 0 where they belong to different states.

        A whole state ("a cyberattack on Ukraine") is a little like (`WHOLE`) everything that belongs to it.
        """
        if self.states and other.states and not self.states & other.states:
            return 0.0
        if not self.words or not other.words:
            if not self.states & other.states:
                return 0.0
            return WHOLE if self.words or other.words else 1.0
        alike = len(self.words & other.words) / len(self.words | other.words)
        return alike if alike >= ALIKE else 0.0


_SAYS_LITTLE = frozenset(
    "a an the of and in on for to by its their our other several many some key major main top large largest big two "
    "three four five six seven eight nine ten dozens hundreds thousands more than least including around about "
    "critical important online official used owned held one member".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]{2,})*")


def words_of(text: str) -> list[str]:
    """The words of a description, in lower case."""
    return [w.casefold() for w in _WORD.findall(text)]


def described(target: str, states: frozenset[str] = frozenset(), used: frozenset[str] = frozenset()) -> Described:
    """Take a victim apart; `states` it belongs to, and `used`, the words (lower case) that say so."""
    words = [w for w in _WORD.findall(target) if w.casefold() not in used]
    told = [w for w in words if w.casefold() not in _SAYS_LITTLE]
    named = any(w[0].isupper() for w in told)
    return Described(
        text=target.casefold(),
        name=target.casefold() if named else "",
        words=frozenset(_singular(w.casefold()) for w in told),
        states=states,
    )


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
