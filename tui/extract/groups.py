"""Back-references to sides: "the rebels", "the alliance", "the North" as the side that the article named before.

Only a noun behind "the" refers back, to the side of its sort that was named last; "Kurdish rebels" keep their own name
and "rebels in Darfur" are not made Houthis by a passing mention of those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.model import Mention, MentionKind, SentenceView

_FIGHTERS = (
    r"rebels|insurgents|militants|separatists|jihadists|guerrillas|militiamen|paramilitaries|militia"
    r"|(?:rebel|armed|militant|separatist|insurgent|paramilitary|jihadist|Islamist|terror|terrorist) (?:group|movement"
    r"|forces?|fighters|troops|alliance|army)"
)
_REFERENCE = re.compile(
    rf"\b[Tt]he (?:(?P<fighters>{_FIGHTERS})|(?P<coalition>coalition)|(?P<alliance>alliance)|(?P<bloc>bloc)"
    r"|(?P<half>North|South))(?P<possessive>'s|(?<=s)'(?!\w))?(?![\w-])"
)
# Words behind the noun that make it another thing: "the rebel commander", "the alliance between".
_OTHER = re.compile(r" (?:commander|leader|chief|spokesman|spokeswoman|leadership|of|between|with|in|around)\b")


def with_references(views: Sequence[SentenceView]) -> list[SentenceView]:
    """The sentences of an article with its back-references to sides among the mentions (form "description")."""
    seen = _Seen()
    out = []
    for view in views:
        found = []
        for match in _REFERENCE.finditer(view.text):
            before = [m for m in view.mentions if m.end <= match.start()]
            meant = _Seen(seen, before).meant(match, view.text)
            if meant is not None and not any(m.start < match.end() and match.start() < m.end for m in view.mentions):
                start = match.start() + 4
                form = "possessive" if match["possessive"] else "description"
                found.append(replace(meant, start=start, end=match.end(), form=form))
        seen = _Seen(seen, view.mentions)
        if found:
            view = replace(view, mentions=tuple(sorted([*view.mentions, *found], key=lambda m: (m.start, -m.end))))
        out.append(view)
    return out


class _Seen:
    """The sides named so far: the last of each sort."""

    def __init__(self, under: _Seen | None = None, mentions: Sequence[Mention] = ()) -> None:
        self.group: Mention | None = under.group if under else None
        self.coalition: Mention | None = under.coalition if under else None
        self.organisation: Mention | None = under.organisation if under else None
        self.koreas: dict[str, Mention] = dict(under.koreas) if under else {}
        for m in mentions:
            if m.kind is not MentionKind.SIDE or m.form in ("compound", "opponent") or m.name is None:
                continue
            if m.role == "group" and m.name.endswith("coalition"):
                self.coalition = m
            elif m.role == "group" and m.place is None:
                self.group = m
            elif m.role == "organisation":
                self.organisation = m
            elif m.role == "state" and m.name.startswith(("North ", "South ")):
                self.koreas[m.name[:5]] = m

    def meant(self, match: re.Match[str], text: str) -> Mention | None:
        """The side that the reference means, None where the article has not named it."""
        if not match["possessive"] and _OTHER.match(text, match.end()):
            return None
        if match["fighters"]:
            return self.group
        if match["coalition"]:
            return self.coalition
        if match["half"]:
            return self.koreas.get(match["half"]) if not re.match(r" [A-Z]", text[match.end() :]) else None
        return self.organisation
