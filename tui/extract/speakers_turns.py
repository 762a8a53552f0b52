"""Transcripts: speeches and press briefings, where a label or the title says who speaks and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.corpus.model import LineClass
from tui.extract.model import MentionKind, SentenceView, Source
from tui.records import Stance

_TITLE = re.compile(
    r"\b(?:remarks|speech|address|statement|testimony|transcript of (?:remarks|a speech|an address)|press "
    r"conference)[\W_]+"
    r"(?:by|of|from)[\W_]+(?:the[\W_]+)?((?:[\w.'-]+[\W_]+){0,5}?[\w.'-]+?)"
    r"(?=[\W_]+(?:providing|on|at|in|to|after|before|during|following|with|about|and|regarding|announcing)\b|[\W_]*$)",
    re.I,
)
_LABEL = re.compile(
    r"^((?:THE |MR\.? |MS\.? |MRS\.? |DR\.? )?[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,4}|Q|QUESTION):?\s(?=\S)"
)
_OFFICE = re.compile(
    r"\b(?:president|prime|vice|minister|secretary|chancellor|senator|general|admiral|king|premier|foreign|defen[cs]e|"
    r"state|"
    r"of|mr|ms|mrs|dr|the|his|her|majesty|excellency)\b",
    re.I,
)
_QUESTION = frozenset(("Q", "QUESTION"))


def spoken_turns(views: Sequence[SentenceView]) -> dict[int, Source]:
    """Sentence -> its speaker, for an article that is one person's speech; empty for any other article.

    A speech has a title that says so ("Remarks by President X ..."). A label in capitals ("THE PRESIDENT:") gives the
    turn back to the speaker, any other ("Q:") takes it away.
    """
    titled = next((found for v in views if v.sentence.cls is LineClass.TITLE and (found := _titled(v.text))), None)
    if titled is None:
        return {}
    name, side = _known(titled, views)
    turns: dict[int, Source] = {}
    speaking = True
    for n, view in enumerate(views):
        if view.sentence.cls is LineClass.TITLE:
            continue
        label = _LABEL.match(view.text)
        if (label and view.text[label.end(1) : label.end(1) + 1] == ":") or (label and label.group(1) in _QUESTION):
            speaking = (
                label.group(1).startswith("THE ") or label.group(1).split()[-1].lower() == name.split()[-1].lower()
            )
        if speaking:
            turns[n] = Source(0, len(view.text), -1, -1, name, side, Stance.ASSERTS, "speech")
    return turns


def _titled(title: str) -> str | None:
    found = _TITLE.search(title)
    if found is None:
        return None
    words = [w for w in re.split(r"[\W_]+", _OFFICE.sub(" ", found.group(1))) if w]
    return " ".join(w.capitalize() for w in words) or None


def _known(name: str, views: Sequence[SentenceView]) -> tuple[str, str | None]:
    """The full name and side of the speaker where the article gives them."""
    surname = name.split()[-1].lower()
    for view in views:
        for m in view.mentions:
            if m.kind is MentionKind.PERSON and m.name and m.name.split()[-1].lower() == surname:
                return m.name, m.side
    return name, None
