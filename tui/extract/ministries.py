"""Ministries under one canonical name, however an article writes them.

"Ukraine's defence ministry", "the Russian Ministry of Defense" and "the country's Ministry of Defence" are
"Ministry of Defence of Ukraine" and so on. A ministry without a state is that of the state last spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.extract.model import Mention, MentionKind, SentenceView
from tui.extract.syntax import index_at, tokens

_PORTFOLIOS = {
    r"defen[cs]e": "Defence",
    r"foreign(?: affairs)?": "Foreign Affairs",
    r"interior|internal affairs": "Internal Affairs",
    r"home(?: affairs)?": "Home Affairs",
    r"transport(?:ation)?": "Transport",
    r"labou?r": "Labour",
    r"(?:the )?econom(?:y|ic affairs|ics)": "Economy",
}
"""Portfolios that are written in several ways, and the one that records use."""
_PLAIN = (
    r"external affairs|finance|health|justice|(?:national |higher )?education|energy|power|infrastructure|agriculture|"
    r"culture|tourism|information|"
    r"digital (?:transformation|affairs|development|economy)|(?:national |state |public )?security|oil|petroleum|"
    r"(?:tele)?communications?|"
    r"science(?: and technology)?|public administration|unification|trade|commerce|industry|intelligence|environment|"
    r"water|religious affairs|planning"
)
_ALL = "|".join((*_PORTFOLIOS, _PLAIN))
_MINISTRY = re.compile(
    rf"\b(?:(?P<before>{_ALL})(?: (?:and|&) [a-z]+)? ministr(?:y|ies)|ministry of (?:the )?(?P<after>{_ALL})(?: and "
    rf"[a-z]+)?)\b",
    re.I,
)
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?$")


def with_ministries(views: Sequence[SentenceView]) -> list[SentenceView]:
    """The sentences of an article with their ministries among the mentions, in place of the states they overlap.

    A ministry without a state is the one of that portfolio that the article named last, else that of the state that
    it spoke of last.
    """
    out = []
    known: dict[str, str] = {}
    country: str | None = None
    for view in views:
        found = [m for m in find_ministries(view.text, view.mentions, country, known) if _free(m, view.mentions)]
        for m in found:
            if m.side and m.name:
                known[m.name.removesuffix(f" of {m.side}")] = m.side
        states = [m.name for m in view.mentions if m.kind is MentionKind.SIDE and m.role == "state" and m.name]
        others = [m.side for m in view.mentions if m.kind in (MentionKind.PERSON, MentionKind.PLACE) and m.side]
        spoken = states or others
        country = spoken[-1] if spoken else country
        if found:
            kept = [m for m in view.mentions if not any(f.start < m.end and m.start < f.end for f in found)]
            view = replace(view, mentions=tuple(sorted([*kept, *found], key=lambda m: (m.start, -m.end))))
        out.append(view)
    return out


def _free(ministry: Mention, mentions: Iterable[Mention]) -> bool:
    """Whether no person's title holds the ministry ("foreign ministry spokesman Wang Wenbin"), and no known body is it."""
    kinds = (MentionKind.PERSON, MentionKind.INSTITUTION)
    return not any(m.kind in kinds and m.start < ministry.end and ministry.start < m.end for m in mentions)


def find_ministries(
    text: str, mentions: Iterable[Mention], country: str | None, known: dict[str, str]
) -> tuple[Mention, ...]:
    """The ministries of `text`; `country` is the state last spoken of, `known` gives the state of a ministry named before."""
    states = [m for m in mentions if m.kind is MentionKind.SIDE and m.name]
    out = []
    for found in _MINISTRY.finditer(text):
        words = (found["before"] or found["after"]).lower()
        portfolio = next((name for pattern, name in _PORTFOLIOS.items() if re.fullmatch(pattern, words)), _title(words))
        owner = _owner(text, states, found.start(), found.end())
        start, end = found.span()
        if owner is not None:
            start, end = min(start, owner.start), max(end, owner.end)
            state = owner.side or owner.name
        else:
            near = [m.side for m in states if m.end <= start and _same_list(text, m.end, start)]
            after = [m.side for m in states if m.form == "adjective"]
            before = [m.side for m in states if m.end <= start]
            held = known.get(f"Ministry of {portfolio}")
            adjectives = [m.side for m in states if m.end <= start and m.form == "adjective"]
            state = near[-1] if near else held or (adjectives[-1:] or before[-1:] or after[:1] or [country])[0]
        name = f"Ministry of {portfolio}" + (f" of {_with_article(state)}" if state else "")
        form = "name" if owner is not None else "title"
        out.append(Mention(start, end, MentionKind.INSTITUTION, name, state, form, "ministry"))
    return tuple(out)


def _title(words: str) -> str:
    return " ".join(w if w == "and" else w.capitalize() for w in words.split())


def _same_list(text: str, start: int, end: int) -> bool:
    """Whether a state and a ministry stand in one list: "the websites of the Ukrainian army, the defence ministry and banks"."""
    between = tokens(text)[index_at(tokens(text), start) : index_at(tokens(text), end)]
    behind = re.search(r"\bministry\b(.{0,5})", text[end:], re.I)
    goes_on = (behind is not None and re.match(r"\s*,|\s+and\b", behind.group(1)) is not None) or any(
        t.low == "and" for t in between
    )
    return (
        goes_on
        and any(t.low in (",", "and") for t in between)
        and not any(t.tag in ("verb", "aux", "modal", "sub", "rel") for t in between)
    )


def _owner(text: str, states: list[Mention], start: int, end: int) -> Mention | None:
    """The state beside the ministry: "Ukraine's defence ministry", "Ministry of Defence of Ukraine"."""
    for m in states:
        if m.end <= start and re.fullmatch(r"(?:'s?)?\s+(?:own\s+|new\s+|federal\s+)?", text[m.end : start]):
            return m
        if m.start >= end and _OF.fullmatch(text[end : m.start]):
            return m
    return None


_THE_STATES = frozenset(("Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia"))


def _with_article(state: str) -> str:
    """ "the United Kingdom", "the Philippines", but "France"."""
    needs = state.startswith("United ") or state in _THE_STATES or state.endswith((" Republic", " Islands"))
    return f"the {state}" if needs else state
