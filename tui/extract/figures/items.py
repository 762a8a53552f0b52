"""A sentence as a row of items: counts and names as one item each, the rest word by word with its class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.model import Mention, MentionKind, Quantity, SentenceView
from tui.extract.syntax import Token, tokens


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark, a count (`quantity`) or a name (`mention`); `tag`, `base` and `form` as in `tui.extract.syntax`.

    Tags added here: count (a count of things), amount (money, a year, a measure ...).
    """

    start: int
    end: int
    low: str
    tag: str
    base: str = ""
    form: str = ""
    mention: Mention | None = None
    quantity: Quantity | None = None

    @property
    def possessive(self) -> bool:
        """Is it a name in the genitive ("Russia's", "the rebels'")?"""
        return self.low.endswith(("'s", "s'"))


def items_of(view: SentenceView) -> tuple[Item, ...]:
    """The items of a sentence, left to right."""
    out: list[Item] = []
    spans = _spans(view)
    at = 0
    done = -1
    for token in tokens(view.text):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        span = spans[at] if at < len(spans) and spans[at].start < token.end else None
        if span is None:
            out.append(Item(token.start, token.end, token.low, token.tag, token.base, token.form))
            continue
        if done != at:
            out.append(_special(view, span, token))
            done = at
        if token.end > span.end:
            out += _remainder(view.text, span.end, token.end)
    return tuple(out)


def _spans(view: SentenceView) -> list[Mention | Quantity]:
    """Counts and names, none overlapping; a count wins over a name that begins inside it."""
    taken: list[Mention | Quantity] = [*view.quantities]
    for mention in view.mentions:
        if not any(q.start < mention.end and mention.start < q.end for q in view.quantities):
            taken.append(mention)
    return sorted(taken, key=lambda s: s.start)


def _special(view: SentenceView, span: Mention | Quantity, token: Token) -> Item:
    low = view.text[span.start : span.end].lower()
    if isinstance(span, Quantity):
        return Item(span.start, span.end, low, "count" if span.kind == "count" else "amount", quantity=span)
    if span.kind is MentionKind.PERSON and span.form == "pronoun":
        return Item(span.start, span.end, low, token.tag, mention=span)
    return Item(span.start, span.end, low, "name", mention=span)


def _remainder(text: str, start: int, end: int) -> Sequence[Item]:
    """What a hyphen hangs on a count or a name: "5-strong", "Russian-made"."""
    words = [w for w in text[start:end].replace("-", " - ").split(" ") if w]
    out: list[Item] = []
    for word in words:
        at = text.find(word, start, end)
        out.append(Item(at, at + len(word), word.lower(), "word" if word.isalnum() else "punct"))
        start = at + len(word)
    return out
