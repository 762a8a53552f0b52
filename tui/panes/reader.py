"""The reader: the article behind the focused row, its evidence marked by colour and by a bar, and scrolled to."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import var
from textual.strip import Strip

from tui import describe, standing, words
from tui.corpus.model import Article, Basis, LineClass
from tui.panes.document import KIND_LETTER, Document, Span, VisualLine, lay_out
from tui.panes.pane import Pane
from tui.panes.text import cut, printable, wrapped
from tui.picture import Data, Picture
from tui.records import Record
from tui.selection import Focus, Selection
from tui.store.frames import GROUPS

GUTTER = 2
CLASS_WIDTH = 11
"""Cells for the class of a line in the original view."""
MAX_MEASURE = 92
"""Longest line of article text, in cells: longer ones tire the eye."""


class Reader(Pane, inherit_bindings=False):
    """One article. Bound to the screen's data and selection; it changes neither."""

    prefix = "reader"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title", "reader--meta", "reader--card", "reader--evidence", "reader--mention", "reader--match",
        "reader--bar",        "reader--other", "reader--against", "reader--heading", "reader--faint", "reader--rule",
    }  # fmt: skip
    DEFAULT_CSS = """
    Reader {
        & .reader--title { text-style: bold; }
        & .reader--meta { color: $muted; }
        & .reader--card { color: $accent; }
        & .reader--evidence { background: $evidence; color: $evidence-text; text-style: bold; }
        & .reader--mention { background: $mention; text-style: underline; }
        & .reader--match { text-style: reverse; }
        & .reader--bar { color: $doubt; text-style: bold; }
        & .reader--against { color: $doubt; }
        & .reader--other { color: $muted; }
        & .reader--heading { text-style: bold; }
        & .reader--faint { color: $faint; }
        & .reader--rule { color: $faint; }
    }
    """

    data: var[Data | None] = var(None)
    selection: var[Selection] = var(Selection())

    def __init__(self) -> None:
        super().__init__("reader")
        self.original = False
        self._article: Article | None = None
        self._records: list[Record] = []
        self._current: Record | None = None
        self._document: Document | None = None
        self._head: list[tuple[str, str]] = []
        self._about: list[tuple[str, str]] = []
        self._found: list[tuple[int, int]] = []
        self._found_at = -1

    # what is shown

    @property
    def record(self) -> Record | None:
        """The record whose evidence is marked."""
        return self._current

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    def watch_data(self, data: Data | None) -> None:
        """New frames: the article may be another version of itself."""
        self._show(self.selection)

    def watch_selection(self, old: Selection, new: Selection) -> None:
        """Another focus opens another article, or another sentence of it."""
        if old != new:
            self._show(new)

    def _show(self, selection: Selection) -> None:
        if self.data is None:
            return
        data, focus = self.data.at(selection.scope.as_of), selection.focus
        picture = self.data.picture(selection.scope)
        place = data.article_of(picture, focus)
        article = data.texts.article(place[0]) if place is not None else None
        if article is not self._article:
            self._article = article
            self._records = data.texts.records(article.id) if article is not None else []
            self._document = None
            self._found = []
        self._about = self._standing(data, picture, focus)
        self._show_record(next((r for r in self._records if place is not None and r.id == place[1]), None))

    @staticmethod
    def _standing(data: Data, picture: Picture, focus: Focus | None) -> list[tuple[str, str]]:
        """How the focused claim or event is carried and contested: (style, words)."""
        if focus is None or focus.pane not in GROUPS:
            return []
        row = standing.group_row(data, focus.pane, focus.row)
        if row is None:
            return []
        out = [("meta", standing.carried(row))]
        out += [("against" if text.startswith("≠") else "meta", text)
                for text in standing.against(data, focus.pane, focus.row, most=3)]  # fmt: skip
        also = standing.twins_words(standing.twins(data, picture, focus))
        return [*out, ("other", f"{also}  (t)")] if also else out

    def _show_record(self, record: Record | None) -> None:
        self._current = record
        self._retitle()
        self._measure()
        self._reveal()
        self.refresh()

    def step(self, delta: int) -> None:
        """To the next or previous match, or evidence where nothing is searched for (round the end)."""
        if self._found:
            self._go_to_match(self._found_at + delta)
            self._retitle()
            self.refresh()
            return
        if not self._records:
            return
        at = self._records.index(self._current) + delta if self._current in self._records else 0
        self._show_record(self._records[at % len(self._records)])

    def find(self, text: str) -> int:
        """Mark every place where the article holds `text`, go to the first in view or below; how many there are."""
        self._found = []
        if text.strip() and self._article is not None:
            pattern = re.compile(r"\s+".join(re.escape(word) for word in text.split()), re.IGNORECASE)
            self._found = [m.span() for m in pattern.finditer(self._article.text)]
        self._found_at = -1
        if self._found:
            self._go_to_match(0)
        self._retitle()
        self.refresh()
        return len(self._found)

    def _go_to_match(self, at: int) -> None:
        self._found_at = at % len(self._found)
        if self._document is not None:
            line = self._document.line_at(self._found[self._found_at][0])
            if not self.top <= line < self.top + self.visible_rows:
                self.scroll_body(line - self.visible_rows // 4)

    def toggle_original(self) -> None:
        """Between article text and the file as it stands, each line with its class."""
        self.original = not self.original
        self._document = None
        self._retitle()
        self._measure()
        self._reveal()
        self.refresh()

    def _retitle(self) -> None:
        if self._found:
            counts = f"match {self._found_at + 1} of {len(self._found)}"
        elif self._current in self._records:
            counts = f"evidence {self._records.index(self._current) + 1} of {len(self._records)}"
        else:
            counts = words.plural(len(self._records), "record") if self._article is not None else ""
        self.count(counts + ("  original" if self.original else ""))

    # measuring

    @property
    def fixed_rows(self) -> int:
        """The heading."""
        return len(self._head)

    @property
    def scroll_rows(self) -> int:
        """The lines of the article."""
        return len(self._document.lines) if self._document is not None else 0

    @property
    def _text_width(self) -> int:
        width = self.inner_width - GUTTER - (CLASS_WIDTH if self.original else 0)
        return max(1, min(width, MAX_MEASURE))

    def _measure(self) -> None:
        if self._article is None:
            self._document, self._head = None, []
            return
        width = self._text_width
        if self._document is None or self._width_laid != width:
            self._document = lay_out(self._article, self._records, width, self.original)
            self._width_laid = width
        self._head = self._heading(self._article)
        self.top = max(0, min(self.top, self.scroll_rows - self.visible_rows))

    _width_laid = 0

    def _heading(self, article: Article) -> list[tuple[str, str]]:
        """The lines that stay at the top: where the text is from, what the focused record says, who says so, and how it
        is carried and contested. At most two fifths of the pane."""
        width, height = self.inner_width, self.size.height
        title = article.title or article.id
        date = article.published_iso() or "date unknown"
        guessed = article.date_basis in (Basis.INFERRED, Basis.URL)
        meta = f"{article.outlet or 'outlet unknown'} · {date}" + (f" ({article.date_basis})" if guessed else "")
        said = ""
        if self._current is not None:
            said = f"{describe.headline(self._current)} · {describe.voice(self._current)}"
        if height < 14:
            head = [("meta", f"{meta} · {title}"), *([("card", said)] if said else []), *self._about[:1]]
            return head[: max(1, height // 3)]
        head = [("title", text) for text in _at_most(2, title, width)]
        head += [("meta", text) for text in _at_most(2, f"{meta} · {article.url}" if article.url else meta, width)]
        if article.date_note and guessed:
            head += [("meta", text) for text in _at_most(2, article.date_note, width)]
        head += [("card", text) for text in _at_most(4, said, width)]
        head += [(name, part) for name, text in self._about for part in _at_most(2, text, width)]
        return [*head[: height * 2 // 5], ("rule", "")]

    def _reveal(self) -> None:
        """The evidence, a few lines below the top of the text, unless all of it is seen already."""
        if self._document is None:
            return
        if self._current is None:
            self.scroll_body(0)
            return
        first = self._document.line_at(self._current.start)
        last = self._document.line_at(max(self._current.start, self._current.end - 1))
        height = self.visible_rows
        if height and not (self.top <= first and last < self.top + height):
            lead = max(0, min(height // 4, height - (last - first + 1)))
            self.scroll_body(first - lead)

    def on_resize(self, event: events.Resize) -> None:
        """Laid out anew, the evidence still in view."""
        self._measure()
        self._reveal()

    # drawing

    def body_line(self, row: int, width: int) -> Strip:
        """The heading, then the article."""
        if self._document is None:
            text = "Move the cursor to a row: the sentence behind it appears here." if row == 0 else ""
            return self.line([Segment(f"  {text}", self.tint("meta"))], width)
        if row < len(self._head):
            name, text = self._head[row]
            if name == "rule":
                return self.line([Segment("─" * width, self.tint("rule"))], width)
            return self.line([Segment(cut(text, width), self.tint(name))], width)
        index = self.top + row - len(self._head)
        if index >= self.scroll_rows:
            return Strip.blank(width, self.rich_style)
        return self._text_line(self._document, self._document.lines[index], width)

    def _text_line(self, document: Document, line: VisualLine, width: int) -> Strip:
        if line.label:
            return self.line([Segment(" " * GUTTER + printable(line.label), self.tint("meta"))], width)
        spans = document.spans_on(line) if line.end > line.start else []
        segments = [self._gutter(line, spans)]
        if self.original:
            segments.append(Segment(cut(str(line.cls), CLASS_WIDTH), self.tint("faint")))
        base = ("heading",) if line.cls in (LineClass.TITLE, LineClass.HEADING) else ()
        for start, end, name in self._stretches(line, spans):
            style = self.tint(name) if name else self.tint(*base)
            segments.append(Segment(printable(document.article.text[start:end]), style))
        return self.line(segments, width)

    def _gutter(self, line: VisualLine, spans: list[Span]) -> Segment:
        """A heavy bar beside the evidence, a light one beside its other mentions, a letter beside other records."""
        own = [s for s in spans if self._current is not None and s.record == self._current.id]
        if any(s.main for s in own):
            return Segment("▌ ", self.tint("bar"))
        if own:
            return Segment("│ ", self.tint("bar"))
        others = [s for s in spans if s.main]
        if others:
            letter = KIND_LETTER[others[0].kind] if others[0].start >= line.start else "┆"
            return Segment(f"{letter} ", self.tint("other"))
        return Segment("  ", self.tint())

    def _stretches(self, line: VisualLine, spans: list[Span]) -> list[tuple[int, int, str]]:
        """The line cut where what is marked begins and ends: matches over the evidence over its other mentions."""
        marks = [
            (s.start, s.end, "evidence" if s.main else "mention")
            for s in spans
            if self._current is not None and s.record == self._current.id
        ]
        layers = [[m for m in marks if m[2] == name] for name in ("mention", "evidence")]
        layers.append([(a, b, "match") for a, b in self._found if a < line.end and line.start < b])
        cuts = sorted(
            {
                line.start,
                line.end,
                *(min(max(x, line.start), line.end) for m in layers for a, b, _ in m for x in (a, b)),
            }
        )
        out: list[tuple[int, int, str]] = []
        for start, end in pairwise(cuts):
            name = ""
            for layer in layers:
                name = next((n for a, b, n in layer if a <= start and end <= b), name)
            out.append((start, end, name))
        return out


def _at_most(lines: int, text: str, width: int) -> list[str]:
    """`text` wrapped into at most so many lines, with an ellipsis where that is not all."""
    found = wrapped(text, width)
    if len(found) > lines:
        found = [*found[: lines - 1], cut(f"{found[lines - 1]} {found[lines]}", width)]
    return found


LEGEND = "▌ the sentence · │ says it again · " + " · ".join(
    f"{letter} {words.code(describe.KIND_WORDS[kind])}" for kind, letter in KIND_LETTER.items()
)
