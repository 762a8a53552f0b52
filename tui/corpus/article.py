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
from tui.corpus.repeats import Repeats
from tui.corpus.sentences import split, trim
from tui.corpus.stated import Stated, parse_date
from tui.corpus.wrap import Block, blocks
from tui.records import DatePrecision

_WORD = re.compile(r"[A-Za-zÀ-ÿ’'-]+")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=\D)")


def article_of(raw: RawDocument, config: Config, manifest: Manifest | None = None) -> Article:
    """The article that `raw` holds. The manifest is believed first, then the container's hints, then the text."""
    text = raw.text
    spans = line_spans(text)
    header = read_header(text, spans) if not raw.clean else Header()
    paragraphs = blocks(text, spans, header.known)
    lines = classify(text, spans, paragraphs, header.known, raw.clean)
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
        sentences=_sentences(text, lines, paragraphs, header),
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


def _sentences(text: str, lines: tuple[Line, ...], paragraphs: list[Block], header: Header) -> tuple[Sentence, ...]:
    words = frozenset(_WORD.findall(text))
    out: list[Sentence] = []
    repeats = Repeats()
    paragraph = 0
    for first, last in paragraphs:
        line = lines[first]
        if line.cls not in TEXT_CLASSES:
            continue
        paragraph += 1
        start, end = header.spans.get(first, (line.start, lines[last].end))
        spans = [trim(text, start, end)] if line.cls is LineClass.TITLE else split(text, start, end, words)
        at = first
        for begin, stop in spans:
            while at < last and lines[at + 1].start <= begin:
                at += 1
            piece = text[begin:stop]
            out.append(Sentence(begin, stop, piece, at, paragraph, line.cls, None, repeats.of(piece, len(out))))
    return tuple(out)
