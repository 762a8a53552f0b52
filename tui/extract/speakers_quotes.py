"""Quotations across sentences: where each opens and closes, and which goes on from which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.corpus.model import LineClass
from tui.extract.model import SentenceView
from tui.extract.syntax import quote_marks

_LONG = 5  # words: shorter ones are scare quotes or quoted phrases


@dataclass
class Quote:
    """One quotation. `pieces` maps a sentence's index to the half-open span of it that is quoted.

    `continues` is the number of the quotation that this one goes on from (a paragraph that opens a quotation again).
    `long` tells speech from a quoted phrase.
    """

    number: int
    pieces: dict[int, tuple[int, int]] = field(default_factory=dict)
    continues: int | None = None
    long: bool = False


def find_quotes(views: Sequence[SentenceView]) -> list[Quote]:
    """The quotations of an article, in order. One that never closes ends with its paragraph, unless the next opens with a mark."""
    quotes: list[Quote] = []
    open_quote: tuple[Quote, str] | None = None
    unclosed: Quote | None = None
    for n, view in enumerate(views):
        last = views[n - 1].sentence if n else None
        here = view.sentence
        marks = quote_marks(view.text, view.sentence.text)
        if open_quote is not None and last is not None and (here.paragraph != last.paragraph or here.post != last.post):
            unclosed = open_quote[0] if here.post == last.post else None
            open_quote = None
        elif here.cls is LineClass.BODY and not view.text.startswith(('"', "'")):
            unclosed = None
        start = 0
        for offset, side in marks:
            kind = side[-1] if side.endswith("1") else '"'
            if open_quote is None:
                if side.startswith("close"):
                    continue
                quote = Quote(len(quotes))
                if unclosed is not None and offset == 0:
                    quote.continues = unclosed.number
                    quote.long = True
                unclosed = None
                quotes.append(quote)
                open_quote, start = (quote, kind), offset
            elif open_quote[1] == kind and (
                side.startswith(("close", "either")) or (kind == '"' and side == "open" and _toggles(view.text))
            ):
                _add(open_quote[0], n, start, offset + 1, view)
                open_quote = None
        if open_quote is not None:
            _add(open_quote[0], n, start, len(view.text), view)
    return quotes


def _toggles(text: str) -> bool:
    """Straight marks only and an even number of them: the second one closes whatever stands beside it."""
    return text.count('"') % 2 == 0


def _add(quote: Quote, n: int, start: int, end: int, view: SentenceView) -> None:
    quote.pieces[n] = (start, end)
    if len(view.text[start:end].split()) >= _LONG or len(quote.pieces) > 1:
        quote.long = True
