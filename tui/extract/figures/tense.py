"""How real an action is told to be: from its verb group, and from what an infinitive, gerund or noun depends on."""

from __future__ import annotations

from tui.extract.figures import actions
from tui.extract.figures.items import Row

_FUTURE_ADJECTIVES = frozenset("planned proposed possible potential expected future imminent eventual promised".split())
_REAL_ADJECTIVES = frozenset("ongoing recent completed current continued".split())


def tense_of(row: Row, verb: int) -> str:
    """real, progressive, planned, would, conditional or demanded."""
    start = row.group_start(verb)
    group = row.between(start, verb)
    words = {t.low for t in group}
    if words & {"will", "shall", "'ll"}:
        return "planned"
    if words & {"could", "may", "might"}:
        return "conditional"
    if "can" in words and actions.OBJECT_VERBS.get(row[verb].low, ("", None))[1] is not actions.Action.HAVE:
        return "conditional"
    if words & {"would", "should", "'d"}:
        return "would"
    form = row[verb].form
    if any(t.tag == "to" for t in group):
        at = next(k for k in range(start, verb) if row[k].tag == "to")
        if "have" in words and row[verb].form in {"past", "part"}:
            return "real"  # "claimed to have captured"
        if row[at - 1].base == "be" or row[at - 1].low in {"set", "due"}:
            return "planned"  # "are to be withdrawn"
        return _depends(row, at, "planned")
    if form == "ing":
        if any(t.base == "be" for t in group):
            return "progressive"
        if _is_headline(row, verb):
            return "progressive"
        tense = _depends(row, start, "real")
        return _future_before(row, start) if tense == "real" and row[verb].base in {"leave", "bring"} else tense
    return "real"


def _future_before(row: Row, i: int) -> str:
    """ "will come home, leaving 5,200": what is left is as future as the verb before."""
    for j in range(i - 1, -1, -1):
        if row[j].low in {"will", "'ll"}:
            return "planned"
        if row[j].tag == "modal" or row[j].low == ";":
            break
    return "real"


def _is_headline(row: Row, verb: int) -> bool:
    """A headline leaves "is" out: "Pentagon pulling 1,000 troops from northern Syria"."""
    before = row[verb - 1]
    return verb == 1 and before.mention is not None


def _depends(row: Row, start: int, otherwise: str) -> str:
    """The tense of an infinitive or gerund by the word it depends on."""
    for j in range(start - 1, max(-1, start - 12), -1):
        item = row[j]
        if item.tag == "verb":
            if item.base in actions.DEMANDS:
                return "demanded" if otherwise == "planned" or item.base in {"deny", "refuse", "oppose"} else otherwise
            if item.base in actions.BEGIN_VERBS:
                return tense_of(row, j)
            if item.base in actions.PLAN_VERBS:
                return "planned"
            return "real" if item.base in actions.SAYING else otherwise
        if item.word in actions.DEMAND_NOUNS:
            return "demanded"
        if item.word in actions.PLAN_NOUNS:
            return "planned"
        if item.tag in {"aux", "modal", "rel", "coord"} or item.low in {";", ","}:
            break
    return otherwise


def noun_tense(row: Row, i: int) -> str:
    """The tense of the action noun at item `i`: "plans for the deployment", "announced the withdrawal"."""
    for j in range(i - 1, max(-1, i - 8), -1):
        item = row[j]
        if item.low in _FUTURE_ADJECTIVES:
            return "planned"
        if item.low in _REAL_ADJECTIVES:
            return "real"
        if item.tag == "verb":
            if item.base in actions.DEMANDS:
                return "demanded"
            return "planned" if item.base in actions.PLAN_VERBS else "real"
        if item.word in actions.DEMAND_NOUNS:
            return "demanded"
        if item.word in actions.PLAN_NOUNS:
            return "planned"
        if item.tag in {"aux", "modal", "rel", "sub"} or item.low in {";", ".", ":"}:
            break
    return _predicate_tense(row, i)


def _predicate_tense(row: Row, i: int) -> str:
    """The tense of the verb that the action noun is the subject of: "the deployment of 750 was completed"."""
    for j in range(i + 1, i + 16):
        if row[j].tag == "modal" or (row[j].base == "be" and row[j + 1].tag == "to"):
            return "planned"
        if row[j].finite or row[j].tag in {"sub", "rel", "end"} or row[j].low in {";", "."}:
            return "real"
    return "real"
