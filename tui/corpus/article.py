"""RawDocument -> Article: lines classed, sentences cut, metadata with their basis."""

from __future__ import annotations

import datetime as dt
import re

from tui.config import Config
from tui.corpus.header import Header, read_header
from tui.corpus.lines import classify
from tui.corpus.manifest import Manifest
from tui.corpus.model import TEXT_CLASSES, Article, Basis, Line, LineClass, Sentence
from tui.corpus.outlets import outlets_of
from tui.corpus.raw import Hints, RawDocument
from tui.corpus.sentences import split, trim
from tui.corpus.stated import Stated, parse_date
from tui.records import DatePrecision

_WORD = re.compile(r"[A-Za-zÀ-ÿ’'-]+")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=\D)")


def article_of(raw: RawDocument, config: Config, manifest: Manifest | None = None) -> Article:
    """The article that `raw` holds. The manifest is believed first, then the container's hints, then the text."""
    text = raw.text
    spans = line_spans(text)
    header = read_header(text, spans) if not raw.clean else Header()
    lines = classify(text, spans, header.known)
    said = (manifest or {}).get(raw.id) or (manifest or {}).get(raw.id.rsplit("/", 1)[-1]) or Hints()
    url = said.url or raw.hints.url or header.url
    outlets = outlets_of(config)
    outlet, outlet_basis = None, Basis.UNKNOWN
    for name, basis in ((said.outlet, Basis.MANIFEST), (raw.hints.outlet, Basis.STATED), (header.source, Basis.HEADER)):
        if name and outlet is None:
            outlet, outlet_basis = outlets.canonical(name), basis
    if outlet is None and url:
        outlet, outlet_basis = outlets.canonical(url), Basis.URL
    day, precision, time, basis = _date(said, raw.hints, header, url)
    return Article(
        id=raw.id,
        text=text,
        title=said.title or raw.hints.title or header.title,
        outlet=outlet,
        outlet_basis=outlet_basis,
        url=url,
        published=day,
        published_precision=precision,
        published_time=time,
        date_basis=basis,
        authors=said.authors or raw.hints.authors or header.authors,
        lines=lines,
        sentences=_sentences(text, lines),
        notes=raw.notes,
    )


def line_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the lines, without their newlines."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _date(
    said: Hints, hints: Hints, header: Header, url: str | None
) -> tuple[dt.date | None, DatePrecision, dt.datetime | None, Basis]:
    for source, basis in ((said, Basis.MANIFEST), (hints, Basis.STATED)):
        if source.published is not None:
            return source.published, source.published_precision, source.published_time, basis
    stated: Stated | None = next((d.stated for d in header.dates), None)
    if stated is not None:
        return stated.day, stated.precision, stated.time, Basis.HEADER
    if url and (found := _URL_DATE.search(url)):
        stated = parse_date(f"{found[1]}-{found[2]}-{found[3]}") or parse_date(f"{found[3]} {found[2]} {found[1]}")
        if stated is not None:
            return stated.day, stated.precision, stated.time, Basis.URL
    return None, DatePrecision.UNKNOWN, None, Basis.UNKNOWN


def _sentences(text: str, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    words = frozenset(_WORD.findall(text))
    out: list[Sentence] = []
    seen: dict[str, int] = {}
    paragraph = 0
    for index, end, block in _blocks(text, lines):
        paragraph += 1
        line = lines[index]
        spans = [trim(text, line.start, end)] if line.cls in (LineClass.TITLE, LineClass.METADATA) else split(
            text, line.start, end, words
        )
        position = 0
        for start, stop in spans:
            sentence = text[start:stop]
            while position + 1 < len(block) and lines[block[position + 1]].start <= start:
                position += 1
            repeat = None
            if len(sentence) > 20:
                first = seen.setdefault(" ".join(_WORD.findall(sentence)).casefold(), len(out))
                repeat = first if first != len(out) else None
            out.append(Sentence(start, stop, sentence, block[position], paragraph, line.cls, None, repeat))
    return tuple(out)


def _blocks(text: str, lines: tuple[Line, ...]) -> list[tuple[int, int, list[int]]]:
    """(first line, end offset, lines) of each logical paragraph: one line, or several that were wrapped."""
    width = _wrap_width(text, lines)
    out: list[tuple[int, int, list[int]]] = []
    for index, line in enumerate(lines):
        if line.cls not in TEXT_CLASSES:
            continue
        if width and out and out[-1][2][-1] == index - 1 and _full(text, lines[index - 1], line, width):
            first, _, block = out[-1]
            out[-1] = (first, line.end, [*block, index])
        else:
            out.append((index, line.end, [index]))
    return out


def _full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    words = text[following.start : following.end].split(None, 1)
    return bool(words) and len(text[line.start : line.end].rstrip()) + 1 + len(words[0]) > width


def _wrap_width(text: str, lines: tuple[Line, ...]) -> int:
    """The column at which the text was wrapped, or 0: most lines that have a next one must be full."""
    lengths = [len(text[line.start : line.end].rstrip()) for line in lines]
    pairs = [i for i in range(len(lines) - 1) if lengths[i] and lengths[i + 1] and lengths[i] <= 120]
    if len(pairs) < 4:
        return 0
    width = sorted(lengths[i] for i in pairs)[int(len(pairs) * 0.95)]
    if not 40 <= width <= 100:
        return 0
    full = sum(_full(text, lines[i], lines[i + 1], width) for i in pairs)
    return width if full >= 0.7 * len(pairs) else 0
