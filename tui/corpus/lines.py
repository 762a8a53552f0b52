"""What each line of a scrape is. Every line gets a class and the name of the rule that gave it.

First each line (or wrapped paragraph) is looked at by itself (`tui.corpus.furniture`, `tui.corpus.captions`), then in
its place: a name under "By", links under "Related articles", a caption that stands there twice, a standfirst between
headline and text.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from tui.corpus import furniture
from tui.corpus.captions import goes_on, has_credit, is_caption, is_scene
from tui.corpus.model import Line, LineClass
from tui.corpus.repeats import Repeats, same_words
from tui.corpus.wrap import Block

Class = tuple[LineClass, str]

_STOPPED = re.compile(r"[.!?…:;][\"'”’»)\]*_]{0,4}$|[,][\"”’»]$")
_CODE_SIGNS, _CODE_STARTS = (
    ("{", "}", ";", "=", "<", "(", "@", "//", "/*"),
    ("var ", "let ", "const ", "function", "data:"),
)
_BULLET = re.compile(r"[•▪●◦‣·*–-]\s|\d{1,2}[.)]\s")
_TEASER = re.compile(r"[^:.!?]{3,70}:(?=[A-Z‘“\"'])")
_NAME_WORD = r"(?:[A-Z][\w.’'-]*|and|de|van|von|der|bin|al-\w+|&),?"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,30}}$")
_JOB = re.compile(r"\b(?:correspondents?|editors?|reporters?|writers?|staff|agencies|bureau|desk)\b", re.I)
_FEW_WORDS = 6
"""Lines of fewer words are looked up in every table; longer ones only if a word of theirs stands in one."""
_BY = ("By", "by", "BY", "Fr", "Wo", "An", "St", "Wr", "Re", "Po", "Ex", "Ou", "Sp")
_HEADING_WORDS = 16
_QUESTION_WORDS = 9
_STANDFIRST_WORDS = 9
_FOOT_SHARE, _FOOT_LENGTH = 0.3, 6000
"""A foot mark with less text than this behind it closes the article."""


@dataclass(slots=True)
class _Row:
    """One block on its way to a class. `stopped`: it ends as sentences end."""

    line: str
    cls: LineClass | None
    rule: str
    stopped: bool = False

    def be(self, cls: LineClass, rule: str) -> None:
        self.cls, self.rule = cls, rule


def classify(
    text: str, spans: list[tuple[int, int]], blocks: list[Block], known: dict[int, Class], clean: bool = False
) -> tuple[Line, ...]:
    """The lines with their classes; `known` are those that the head or the container has classed already.

    `clean` text (a body taken out of markup) has no standfirst or foot to look for.
    """
    rows = []
    for first, last in blocks:
        line = text[spans[first][0] : spans[last][1]]
        rows.append(_first_look(line.replace("\n", " ") if last > first else line, known.get(first)))
    filled = [row for row in rows if row.cls is not LineClass.BLANK]
    _script_blocks(filled)
    _names(filled)
    _highlights(filled)
    if not clean:
        _foot(filled)
    _sections(filled)
    _open_rows(filled, clean)
    repeats = Repeats()
    lines = []
    for row, (first, last) in zip(rows, blocks, strict=True):
        repeat = repeats.of(row.line, first) if row.cls is not LineClass.SCRIPT else None
        for index in range(first, last + 1):
            lines.append(Line(*spans[index], row.cls or LineClass.BODY, row.rule, repeat))
    return tuple(lines)


def _first_look(line: str, known: Class | None) -> _Row:
    line = line.replace("\xa0", " ").strip(" \t\r\n\ufeff\u200b")
    if known is not None:
        return _Row(line, *known)
    if not line:
        return _Row(line, LineClass.BLANK, "blank")
    if (any(sign in line for sign in _CODE_SIGNS) or line.startswith(_CODE_STARTS)) and furniture.SCRIPT.pattern.match(
        line
    ):
        return _Row(line, LineClass.SCRIPT, furniture.SCRIPT.name)
    stopped = _STOPPED.search(line[-8:]) is not None
    caption = "credit or words of a caption"
    if len(line) > furniture.SHORT_LINE:
        for rule in furniture.LONG:
            if rule.pattern.match(line):
                return _Row(line, rule.cls, rule.name)
        if has_credit(line[-140:]) or (len(line) < 600 and is_caption(line, stopped)):
            return _Row(line, LineClass.CAPTION, caption, stopped)
        return _Row(line, LineClass.BODY if stopped else None, "paragraph", stopped)
    words = len(line.split())
    bare = line.strip("*_# ") or line
    if words < _FEW_WORDS or furniture.may_be_furniture(bare):
        if furniture.SECTION.match(line):
            return _Row(line, LineClass.RELATED, furniture.HEADS_LINKS, stopped)
        for rule in (*furniture.CREDIT, *furniture.SHORT):
            if rule.pattern.match(bare):
                return _Row(line, rule.cls, rule.name, stopped)
    if not stopped and furniture.is_menu(bare):
        return _Row(line, LineClass.FURNITURE, "menu")
    if (words < _FEW_WORDS or bare[:2] in _BY) and furniture.BYLINE.match(bare):
        return _Row(line, LineClass.BYLINE, "byline", stopped)
    if has_credit(line) or is_caption(line, stopped):
        return _Row(line, LineClass.CAPTION, caption, stopped)
    if not stopped and _TEASER.match(line):
        return _Row(line, LineClass.RELATED, "teaser of another article")
    if stopped and words > 3 and not (line[-1] in ":?" and words <= _QUESTION_WORDS):
        return _Row(line, LineClass.BODY, "paragraph", True)
    return _Row(line, None, "", stopped)


def _script_blocks(rows: list[_Row]) -> None:
    """A short line between two lines of program text belongs to them."""
    last = None
    for index, row in enumerate(rows):
        if row.cls is LineClass.SCRIPT:
            if last is not None and 1 < index - last <= 3:
                for between in rows[last + 1 : index]:
                    if not between.stopped and len(between.line) < furniture.SHORT_LINE:
                        between.be(LineClass.SCRIPT, "between lines of script")
            last = index


def _names(rows: list[_Row]) -> None:
    """Names and jobs that stand under "By", or by themselves between the headline and the text."""
    prose = next((i for i, row in enumerate(rows) if _is_paragraph(row)), len(rows))
    for index, row in enumerate(rows):
        if row.cls is not None or len(row.line) > 90 or not index:
            continue
        if rows[index - 1].cls is LineClass.BYLINE and len(row.line.split()) <= 8:
            if _NAME.match(row.line) or _JOB.search(row.line):
                row.be(LineClass.BYLINE, "under a byline")
        elif index < prose and (_NAME.match(row.line) or _JOB.search(row.line)):
            names = [n for n in re.split(r",| and | & ", row.line) if n.strip()]
            if (len(names) > 1 and all(2 <= len(n.split()) <= 4 for n in names)) or _JOB.search(row.line):
                row.be(LineClass.BYLINE, "names over the text")


def _is_paragraph(row: _Row) -> bool:
    return row.cls is LineClass.BODY and row.stopped and len(row.line) > 80


def _highlights(rows: list[_Row]) -> None:
    """The sentence under an @highlight mark sums the article up."""
    for mark, row in itertools.pairwise(rows):
        if mark.line == "@highlight" and row.line != "@highlight":
            row.be(LineClass.STANDFIRST, "highlight")


def _foot(rows: list[_Row]) -> None:
    """Everything behind the first mark of a page's foot, if little is left behind it."""
    total = sum(len(row.line) for row in rows)
    left = total
    for index, row in enumerate(rows):
        left -= len(row.line)
        if left > _FOOT_LENGTH or left > _FOOT_SHARE * total or not furniture.FOOT.match(row.line):
            continue
        row.be(LineClass.FOOTER, "foot of the page")
        for below in rows[index:]:
            if furniture.REPOST.match(below.line):
                below.be(LineClass.FOOTER, furniture.REPOST_MARK)
            elif below.cls in (None, LineClass.BODY, LineClass.CAPTION, LineClass.HEADING):
                below.be(LineClass.FOOTER, "behind the foot")
        return


def _sections(rows: list[_Row]) -> None:
    """What stands under "Related articles" and the like, up to the next paragraph, is links."""
    inside = False
    for row in rows:
        if row.cls is LineClass.RELATED and row.rule == furniture.HEADS_LINKS:
            inside = True
        elif inside and (row.cls is None or (row.cls is LineClass.BODY and not _is_paragraph(row))):
            row.be(LineClass.RELATED, "under a heading of links")
        elif row.cls is LineClass.BODY:
            inside = False


def _open_rows(rows: list[_Row], clean: bool) -> None:
    """Lines that nothing in themselves decides: standfirst, heading, caption, or a paragraph without its full stop."""
    long_rows = [row for row in rows if row.cls in (None, LineClass.BODY) and len(row.line.split()) > _HEADING_WORDS]
    # In a text whose paragraphs end in full stops, a sentence without one is no paragraph.
    regular = sum(row.stopped for row in long_rows) >= 0.6 * len(long_rows)
    prose = next((i for i, row in enumerate(rows) if _is_paragraph(row)), len(rows))
    last = max((i for i, row in enumerate(rows) if row.cls in (None, LineClass.BODY)), default=-1)
    titled = False
    for index, row in enumerate(rows):
        titled = titled or row.cls is LineClass.TITLE
        if row.cls is not None:
            continue
        words = len(row.line.split())
        if _BULLET.match(row.line):
            row.be(LineClass.BODY, "item of a list")
        elif row.stopped and row.line[-1] not in ":?":
            row.be(LineClass.BODY, "short sentence")
        elif _doubled(rows, index):
            row.be(LineClass.CAPTION, "stands there twice")
        elif titled and not clean and index < prose and words >= _STANDFIRST_WORDS:
            row.be(LineClass.STANDFIRST, "between headline and text")
        elif index + 1 < len(rows) and rows[index + 1].cls is LineClass.BYLINE:
            row.be(LineClass.HEADING, "over a byline")
        elif words > 8 and is_scene(row.line):
            row.be(LineClass.CAPTION, "a scene without a full stop")
        elif words <= _HEADING_WORDS and (regular or row.stopped) and index != last:
            row.be(LineClass.HEADING, "short, no full stop")
        elif not regular or index == last or len(row.line) > furniture.SHORT_LINE * 2 or goes_on(row.line):
            row.be(LineClass.BODY, "paragraph without a full stop")
        else:
            row.be(LineClass.CAPTION, "no full stop among paragraphs that have one")


def _doubled(rows: list[_Row], index: int) -> bool:
    """Whether the same words stand in the line before or behind: a picture's description and its caption."""
    row = rows[index]
    if len(row.line) < 25:
        return False
    near = (rows[i] for i in (index - 1, index + 1) if 0 <= i < len(rows))
    return any(abs(len(n.line) - len(row.line)) < 12 and same_words(n.line) == same_words(row.line) for n in near)
