"""What every pane is: a title line, then a body that scrolls. Drawn line by line, so that a change costs few bytes.

The title line is part of the pane and no border: a focus that moves repaints two panes, not the screen; a pane of one
row is its title. The focused pane has a heavy rule and a bold title, so that colour is not needed to find it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.keys import PANE_TITLES, PANES
from tui.panes.text import cell_len, cut

TITLE_ROWS = 1


class Pane(Widget, can_focus=True, inherit_bindings=False):
    """A pane. Subclasses draw `body_line`, name their `fixed_rows` and tell how many rows scroll (`scroll_rows`)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pane--rule", "pane--title", "pane--rule-focused", "pane--title-focused",
                                             "pane--thumb"}  # fmt: skip
    DEFAULT_CSS = """
    Pane {
        color: $foreground; background: $background;
        & .pane--rule { color: $faint; }
        & .pane--title { color: $muted; }
        & .pane--rule-focused { color: $accent; }
        & .pane--title-focused { color: $accent; text-style: bold; }
        & .pane--thumb { color: $faint; }
    }
    """

    prefix: ClassVar[str] = "pane"
    """Of the component classes that `tint` reads."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.top = 0
        self._counts = ""
        self._tints: dict[tuple[str, ...], Style] = {}

    # for subclasses

    @property
    def fixed_rows(self) -> int:
        """Rows below the title that do not scroll."""
        return 0

    @property
    def scroll_rows(self) -> int:
        """Rows that scroll."""
        return 0

    def body_line(self, row: int, width: int) -> Strip:
        """Row `row` of the body: fixed rows first, then what is scrolled into view."""
        raise NotImplementedError

    # geometry and scrolling

    @property
    def inner_width(self) -> int:
        """Cells of a line; the last one of the widget is for the scroll mark."""
        return max(1, self.size.width - 1)

    @property
    def visible_rows(self) -> int:
        """Rows of the scrolling part that are seen."""
        return max(0, self.size.height - TITLE_ROWS - self.fixed_rows)

    def scroll_body(self, top: int) -> bool:
        """Show the scrolling part from row `top` on, cut to what there is; True if that changed anything."""
        top = max(0, min(top, self.scroll_rows - self.visible_rows))
        if top == self.top:
            return False
        self.top = top
        self.refresh_rows(self.fixed_rows, self.size.height)
        return True

    def refresh_rows(self, first: int, stop: int, width: int | None = None) -> None:
        """Redraw rows of the body, only `width` cells of them where given."""
        y = TITLE_ROWS + first
        height = min(self.size.height, TITLE_ROWS + stop) - y
        if y >= TITLE_ROWS and height > 0:
            self.refresh(Region(0, y, width or self.size.width, height))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.scroll_body(self.top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.scroll_body(self.top - 3)

    # title

    @property
    def title(self) -> str:
        """'2 Troop figures  12 of 61'."""
        return f"{PANES.index(self.id or '') + 1} {PANE_TITLES[self.id or '']}  {self._counts}".rstrip()

    def count(self, text: str) -> None:
        """What the title counts."""
        if text != self._counts:
            self._counts = text
            self.refresh(Region(0, 0, self.size.width, 1))

    # drawing

    def notify_style_update(self) -> None:
        """Theme or focus changed: the styles are read anew."""
        super().notify_style_update()
        self._tints.clear()

    def tint(self, *names: str) -> Style:
        """The pane's style with those of component classes laid over it."""
        found = self._tints.get(names)
        if found is None:
            found = self.rich_style
            for name in names:
                full = name if "--" in name else f"{self.prefix}--{name}"
                found += self.get_component_rich_style(full, partial=True)
            self._tints[names] = found
        return found

    def line(self, segments: list[Segment], width: int, fill: Style | None = None) -> Strip:
        """Exactly `width` cells."""
        return Strip(segments).adjust_cell_length(width, fill or self.rich_style)

    def render_line(self, y: int) -> Strip:
        """A line of the widget."""
        width = self.size.width
        if y == 0:
            return self._title_line(width)
        body = self.body_line(y - TITLE_ROWS, self.inner_width)
        return thrifty([*body, Segment(self._thumb(y), self.tint("pane--thumb"))])

    def _title_line(self, width: int) -> Strip:
        focused = self.has_focus
        rule = self.tint("pane--rule-focused" if focused else "pane--rule")
        name = self.tint("pane--title-focused" if focused else "pane--title")
        dash = "━" if focused else "─"
        title = self.title
        title = cut(title, min(cell_len(title), max(1, width - 4)))
        rest = width - cell_len(title) - 3
        return self.line([Segment(dash, rule), Segment(f" {title} ", name), Segment(dash * rest, rule)], width)

    def _thumb(self, y: int) -> str:
        """The scroll mark: where in the whole the rows seen stand."""
        seen, rows = self.visible_rows, self.scroll_rows
        at = y - TITLE_ROWS - self.fixed_rows
        if rows <= seen or at < 0 or not seen:
            return " "
        size = max(1, seen * seen // rows)
        start = (seen - size) * self.top // max(1, rows - seen)
        return "┃" if start <= at < start + size else " "


def thrifty(segments: Iterable[Segment]) -> Strip:
    """A strip with as few changes of style as look the same: blanks take the style before them where the ground is one.

    Every change of style is some forty bytes on the line.
    """
    out: list[tuple[str, Style | None]] = []
    for text, style, _ in segments:
        if not text:
            continue
        if out:
            before, style_before = out[-1]
            if style == style_before or (not text.strip() and _same_ground(style, style_before)):
                out[-1] = (before + text, style_before)
                continue
            if not before.strip() and _same_ground(style, style_before):
                out[-1] = (before + text, style)
                continue
        out.append((text, style))
    return Strip([Segment(text, style) for text, style in out])


def _same_ground(a: Style | None, b: Style | None) -> bool:
    """Blanks look alike in both."""
    if a is None or b is None:
        return False
    return a.bgcolor == b.bgcolor and not any(
        s.underline or s.underline2 or s.reverse or s.strike or s.overline for s in (a, b)
    )
