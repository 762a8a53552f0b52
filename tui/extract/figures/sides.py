"""Whose the counted people are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.figures import nouns
from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.discourse import Discourse, actors
from tui.extract.figures.governor import Governor, Governors, group_start
from tui.extract.figures.items import Item
from tui.extract.model import Mention, MentionKind, Source

_POSSESSIVES = frozenset("his her its their".split())
# verbs whose subject owns the people that are their object
_OWNING = frozenset(
    {Action.MASS, Action.SEND, Action.OFFER, Action.LEAVE, Action.RESIZE, Action.MOBILISE, Action.HAVE, Action.STAY,
     Action.STANDBY, Action.EXERCISE, Action.THREATEN}
)  # fmt: skip
_HOSTING = frozenset("host house face see involve include contain be arm train estimate".split())
_COLLECTIVES = frozenset({"organisation"})


@dataclass(frozen=True, slots=True)
class Side:
    """A side, the rule that gave it and the sentence offsets of the words behind it (start == end where none)."""

    name: str
    rule: str
    start: int
    end: int


def side_of(
    items: Sequence[Item],
    row: int,
    counted: Counted,
    governors: Governors,
    chosen: Governor | None,
    source: Source | None,
    discourse: Discourse,
    like: Side | None,
) -> Side | None:
    """The side of a figure: its own words first, then what governs it, then what the article speaks of."""
    return (
        _own(counted.modifiers)
        or _genitive(items, row, counted, source, discourse)
        or _behind(items, counted, chosen)
        or like
        or _subject(items, row, counted, governors, chosen, discourse)
        or _context(items, row, counted, chosen, source, discourse)
    )


def _of(mention: Mention, rule: str) -> Side | None:
    return Side(mention.side, rule, mention.start, mention.end) if mention.side else None


def _own(modifiers: Sequence[Mention]) -> Side | None:
    """The names inside the phrase: "Russian troops", "British and French troops", "Iran-backed Houthi fighters"."""
    named = [m for m in modifiers if m.side is not None and m.form not in {"opponent"}]
    full = [m for m in named if m.form != "compound"] or named
    if not full:
        return None
    if len(full) == 1:
        return _of(full[0], "name in the phrase")
    joined = all(b.start - a.end <= 7 for a, b in zip(full, full[1:], strict=False)) and any(
        b.start - a.end > 2 for a, b in zip(full, full[1:], strict=False)
    )
    if joined:
        sides = list(dict.fromkeys(m.side for m in full if m.side))
        return Side(" and ".join(sides), "names joined in the phrase", full[0].start, full[-1].end)
    last = full[-1]
    if last.role in _COLLECTIVES or last.kind is MentionKind.PLACE:  # "Ugandan AU peacekeepers"
        last = full[0]
    return _of(last, "name in the phrase")


def _genitive(
    items: Sequence[Item], row: int, counted: Counted, source: Source | None, discourse: Discourse
) -> Side | None:
    """ "Russia's 130,000 troops", "his 145,000", "three of its soldiers"."""
    i = counted.first - 1
    while i >= 0 and items[i].tag in {"adv", "word"} and items[i].low not in {"said"} and counted.first - i < 4:
        i -= 1
    item = items[i] if i >= 0 else None
    if item is not None and item.possessive and item.mention is not None:
        return _of(item.mention, "genitive before the number")
    if counted.of_own:
        for k in range(counted.first + 1, min(counted.after, counted.first + 5)):
            if items[k].low in _POSSESSIVES | {"our"}:
                item, i = items[k], k
                break
    if item is None:
        return None
    if item.low == "our" and source is not None and source.side is not None:
        return Side(source.side, "our: the speaker's side", item.start, item.end)
    if item.low in _POSSESSIVES:
        owner = discourse.actor_before(row, i, singular=item.low in {"his", "her"})
        if owner is None and source is not None and source.side is not None:
            return Side(source.side, f"{item.low}: the speaker's side", item.start, item.end)
        if owner is not None and owner.side is not None:
            return Side(owner.side, f"{item.low}: the last actor", item.start, item.end)
    return None


def _behind(items: Sequence[Item], counted: Counted, chosen: Governor | None) -> Side | None:
    """ "fighters of Hamas", "soldiers from Chad", "troops loyal to Haftar"."""
    j = counted.after
    if j + 1 >= len(items):
        return None
    if items[j].low == "loyal" and items[j + 1].low == "to":
        j += 1
    elif items[j].low == "belonging":
        j += 1
    elif items[j].low not in {"of", "from"}:
        return None
    if items[j].low == "from" and chosen is not None and chosen.action in {Action.LEAVE, Action.SEND, Action.RESIZE}:
        by = chosen.relation in {"subject", "post"} and chosen.action is Action.SEND
        if not by:
            return None
    found: list[Mention] = []
    for k in range(j + 1, min(len(items), j + 7)):
        mention = items[k].mention
        if mention is not None and mention.side is not None:
            found.append(mention)
        elif items[k].tag not in {"det", "word", "name", "adv"}:
            break
    if not found:
        return None
    return _of(found[0] if items[j].low != "from" else found[-1], f"{items[j].low} behind the noun")


def _subject(
    items: Sequence[Item],
    row: int,
    counted: Counted,
    governors: Governors,
    chosen: Governor | None,
    discourse: Discourse,
) -> Side | None:
    """Who acts: the subject of the verb that the people are the object of, or the owner of the action noun."""
    for governor in (chosen, governors.left, governors.post):
        if governor is None:
            continue
        losing = governor.action is Action.LOSE and governor.base not in {"lose"}
        if governor.relation in {"object", "noun", "with"} and not losing:
            if governor.action not in _OWNING | {Action.LOSE} or governor.base in _HOSTING:
                continue
            found = _actor(items, row, governor.index, discourse)
            if found is not None:
                return found
        if governor.relation == "post" and governor.index > counted.after:
            inside = actors(items[counted.after : governor.index])
            if inside:
                return _of(inside[0], "subject of the relative clause")
            if any(t.low in {"it", "he", "she", "they", "we"} for t in items[counted.after : governor.index]):
                owner = discourse.actor_before(row, counted.first)
                if owner is not None:
                    return _of(owner, "pronoun of the relative clause")
        if governor.relation in {"subject", "post"}:
            agent = _agent(items, governor.index)
            if agent is not None and not losing:
                return agent
    return None


def _agent(items: Sequence[Item], verb: int) -> Side | None:
    """The agent of a passive: "were sent by Rwanda"."""
    for j in range(verb + 1, min(len(items), verb + 10)):
        if items[j].tag in {"verb", "aux", "sub", "rel"} or items[j].low in {";", "."}:
            return None
        if items[j].low == "by":
            for k in range(j + 1, min(len(items), j + 5)):
                mention = items[k].mention
                if mention is not None:
                    return _of(mention, "agent of the passive") if mention.side else None
                if items[k].tag not in {"det", "word", "adv"}:
                    return None
    return None


def _actor(items: Sequence[Item], row: int, verb: int, discourse: Discourse) -> Side | None:
    """The actor nearest to the left of a verb group or action noun, inside its clause where it can be told."""
    start = group_start(items, verb)
    for j in range(start - 1, -1, -1):
        item = items[j]
        if item.mention is not None and actors(items[max(0, j - 4) : j + 1])[-1:] == [item.mention]:
            if item.mention.side is not None:
                return _of(item.mention, "subject of the verb")
        if item.tag == "pron" and item.low in {"it", "he", "she", "they", "we", "i"}:
            owner = discourse.actor_before(row, j, singular=item.low in {"he", "she"})
            return _of(owner, f"{item.low}: the last actor") if owner is not None else None
        if item.low in {";", ":"}:
            break
    return None


def _context(
    items: Sequence[Item],
    row: int,
    counted: Counted,
    chosen: Governor | None,
    source: Source | None,
    discourse: Discourse,
) -> Side | None:
    """No word of the sentence says it outright: the group or the state that it is about."""
    at = items[counted.first].start
    if counted.noun in nouns.IRREGULARS:
        group = discourse.group_near(row)
        if group is not None:
            return Side(group, "the armed group spoken of", at, at)
    if chosen is not None and chosen.action is Action.LOSE:
        if source is not None and source.side is not None:
            return Side(source.side, "the speaker's own losses", at, at)
    near = discourse.side_near(row)
    if near is not None:
        return Side(near, "side of the figure before", at, at)
    here = [m for m in actors(items[: counted.first]) if m.kind is not MentionKind.PERSON] or actors(items)
    if here and (chosen is None or chosen.base not in _HOSTING):
        return _of(here[-1] if here[-1].start < at else here[0], "actor of the sentence")
    if discourse.dominant is not None:
        return Side(discourse.dominant, "whose troops the article is about", at, at)
    return None
