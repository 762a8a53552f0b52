"""The sides, institutions and people of a sentence that act in it, as against those that are only named."""

from __future__ import annotations

from tui.extract.figures import actions, nouns
from tui.extract.figures.items import Row
from tui.extract.model import Mention, MentionKind

_PLACING = frozenset(
    "in on at near from to into with against for over across along between around inside outside toward towards"
    " by about despite during through within under after before since".split()
)
# a nationality or a genitive acts only through one of these: "Russian forces", "Ethiopia's army"
_ACTORS = frozenset(
    "government army military officials official authorities president minister ministry navy leader leaders"
    " regime junta parliament cabinet administration commander commanders command side spokesman spokeswoman"
    " general generals state air-force department leadership coalition alliance group movement militia militias"
    " guard council force mission allies members countries nations states".split()
) | frozenset(nouns.PLURAL)
_SEATED = frozenset("army military government authorities junta regime".split())
# a genitive acts through one of these too: "Russia's plan to bring"
_DEEDS = (
    frozenset(actions.NOUNS) | actions.PLAN_NOUNS | frozenset("claim denial threat invasion move offensive".split())
)
# verbs whose object acts in what follows: "urged Ankara to pull out", "accused the Kremlin of pouring"
_CONTROL = frozenset(
    "urge ask tell order accuse call press force allow permit suspect warn persuade beg blame want expect invite"
    " see authorise authorize instruct compel let help enable prevent".split()
)


def actors(row: Row, after: int | None = None) -> list[tuple[int, Mention]]:
    """The acting mentions among the first `after` items, left to right, with their items."""
    out: list[tuple[int, Mention]] = []
    for i in range(len(row) if after is None else after):
        mention = row[i].mention
        if mention is not None and mention.side is not None and acts(row, i, mention):
            out.append((i, mention))
    return out


def acts(row: Row, i: int, mention: Mention) -> bool:
    """Does the name at item `i` act?"""
    if mention.form == "opponent" or row[i].tag == "amount":
        return False
    if mention.kind is not MentionKind.PERSON and not _heads(row, i, mention):
        return False
    if row[i].possessive and _has_deed(row, i):
        return True  # "concern about Russia's plan to bring"
    return not _behind_preposition(row, i) and not _is_object(row, i)


def _has_deed(row: Row, i: int) -> bool:
    """Does an infinitive tell what a plan named behind the genitive at item `i` is of?"""
    return any(row[k].word in actions.PLAN_NOUNS and row[k + 1].tag == "to" for k in range(i + 1, i + 4))


def _heads(row: Row, i: int, mention: Mention) -> bool:
    """Is it, or does it describe, somebody who acts?"""
    bare = mention.form not in {"adjective", "compound"} and not row[i].possessive
    if mention.kind is MentionKind.PLACE and bare:
        return False
    for k in range(i + 1, i + 5):
        item = row[k]
        if item.word in _ACTORS or (row[i].possessive and item.word in _DEEDS):
            return True
        if item.low in {"alone", "itself", "too"} and bare:
            return True
        if k == i + 1 and item.finite and not row[i].possessive:
            return bare or mention.form == "adjective"  # "Russian claimed"
        if item.mention is not None or not (item.tag in {"word", "name"} or item.form in {"past", "part"}):
            return bare and k == i + 1
    return False


def _behind_preposition(row: Row, i: int) -> bool:
    for j in range(i - 1, i - 4, -1):
        if row[j].tag in {"prep", "to"}:
            return row[j].low in _PLACING and row[j - 1].low not in _SEATED  # "the army in Georgetown" acts
        if row[j].tag not in {"det", "word", "adv"}:
            return False
    return False


def _is_object(row: Row, i: int) -> bool:
    """Is it the object of a verb that hands it no action of its own ("invade Ukraine")?"""
    j = i - 1
    while row[j].tag in {"det", "adv"} or (row[j].tag == "word" and row[j].low.endswith("ly")):
        j -= 1
    if row[j].tag != "verb":
        return False
    k = i + 1
    while row[k].tag == "adv" or row[k].word in _ACTORS:
        k += 1
    return not (row[k].finite or row[j].base in _CONTROL)


def subject_of(row: Row, verb: int) -> tuple[int, Mention] | None:
    """The actor nearest to the left of the verb group or action noun at item `verb`; a pronoun gives None."""
    for j in range(row.group_start(verb) - 1, -1, -1):
        mention = row[j].mention
        if mention is not None and mention.side is not None and acts(row, j, mention):
            return j, mention
        if row[j].low in {";", ":"}:
            break
    return None
