"""RawDocument -> Article: lines classed, posts told apart, sentences cut, metadata with their basis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.config import Config
from tui.corpus.attribution import attribute
from tui.corpus.datelines import Dateline, find_dateline
from tui.corpus.furniture import REPOST_MARK, is_invitation
from tui.corpus.header import HeadDate, Header, read_header
from tui.corpus.language import detect, language_name
from tui.corpus.lines import Class, classify
from tui.corpus.liveblog import split_posts
from tui.corpus.manifest import Manifest
from tui.corpus.metadata import date_of, outlet_of, title_from
from tui.corpus.model import TEXT_CLASSES, Article, Basis, Line, LineClass, Post, Sentence
from tui.corpus.outlets import Outlets, outlets_of
from tui.corpus.raw import Hints, RawDocument
from tui.corpus.repeats import Repeats, doubled_at
from tui.corpus.sentences import Vocabulary, split, trim
from tui.corpus.stated import parse_date
from tui.corpus.wrap import Block, blocks

_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|was|that|for|it|he|she|said)\b", re.I)
_ENGLISH_UTC = 7
"""Newsrooms this many hours east of Greenwich or more report Europe's and America's days a day late."""
_LEAST_FOREIGN = 60
_HEAD = 14
"""Lines within which the name of an outlet by itself is a part of the head."""


def article_of(raw: RawDocument, config: Config, manifest: Manifest | None = None) -> Article:
    """The article that `raw` holds. The manifest is believed first, then the container's hints, then the text."""
    text = raw.text
    outlets = outlets_of(config)
    said = _manifest_hints(raw.id, manifest)
    spans = line_spans(text)
    header = Header() if raw.clean else read_header(text, spans)
    datelines: list[Dateline] = []
    _outlet_lines(text, spans, outlets, header)
    known = {**header.known, **_container_lines(raw), **_dateline_lines(text, spans, outlets, datelines)}
    paragraphs = blocks(text, spans, known)
    lines = classify(text, spans, paragraphs, known, raw.clean)
    body, captions = _parts(text, lines)
    language = detect(body) or (raw.hints.language or said.language or "en")[:2].lower()
    if language == "en":
        lines = _foreign(text, lines)

    url = said.url or raw.hints.url or header.url
    datelines += _datelines(text, lines, outlets)
    header.dates += [
        HeadDate(stated, Basis.STATED, d.day) for d in datelines if d.day and (stated := parse_date(d.day)) is not None
    ]
    names = [d.outlet for d in datelines if d.outlet]
    who = outlet_of(said, raw.hints, url, attribute(text, lines, header, url, names, outlets), outlets)
    outlet = outlets.named(who.outlet) if who.outlet else None
    east = outlet is not None and outlet.utc >= _ENGLISH_UTC
    when = date_of(said, raw.hints, header, url, body, captions, east)
    title = said.title or raw.hints.title or header.title
    posts = split_posts(text, lines, title, when.latest or when.day, raw.posts)
    sentences: tuple[Sentence, ...] = ()
    notes = [*raw.notes, *when.notes]
    if language == "en":
        sentences = _sentences(text, lines, paragraphs, posts, header, outlets)
    else:
        notes.append(f"The text is in {language_name(language)}; only English is read.")
    if any(line.rule == REPOST_MARK for line in lines) and who.host is None:
        notes.append("The foot links to a source: this is a repost on a site that does not name itself.")
    if who.basis is Basis.INFERRED and who.why:
        notes.append(f"The outlet is inferred from {who.why}.")
    return Article(
        id=raw.id,
        text=text,
        title=title or title_from(next((s.text for s in sentences if s.cls in TEXT_CLASSES), None)),
        outlet=who.outlet,
        outlet_basis=who.basis,
        host=who.host,
        url=url,
        published=when.day,
        published_precision=when.precision,
        published_time=when.time,
        date_basis=when.basis,
        date_note=when.note,
        latest=when.latest,
        authors=said.authors or raw.hints.authors or who.authors,
        credits=who.credits,
        language=language,
        lines=lines,
        posts=posts,
        sentences=sentences,
        notes=tuple(notes),
    )


def line_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the lines, without their newlines."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _manifest_hints(name: str, manifest: Manifest | None) -> Hints:
    """What the manifest says of the article: under its path, or the bare name of its file."""
    if not manifest:
        return Hints()
    return manifest.get(name) or manifest.get(name.rsplit("/", 1)[-1]) or Hints()


def _container_lines(raw: RawDocument) -> dict[int, Class]:
    """The lines that the container itself calls a title, a heading and so on."""
    named = (
        (raw.headings, LineClass.HEADING),
        (raw.captions, LineClass.CAPTION),
        (raw.standfirsts, LineClass.STANDFIRST),
        (raw.titles, LineClass.TITLE),
    )
    return {index: (cls, "named by its container") for indexes, cls in named for index in indexes}


def _outlet_lines(text: str, spans: list[tuple[int, int]], outlets: Outlets, header: Header) -> None:
    """A short line of the head that is nothing but the name of an outlet."""
    for index, (start, end) in enumerate(spans[:_HEAD]):
        if index not in header.known and 2 < end - start <= 40:
            outlet = outlets.named(text[start:end].strip())
            if outlet is not None and not outlet.common:
                header.masthead = header.masthead or outlet.name
                header.known[index] = (LineClass.METADATA, "name of an outlet")


def _dateline_lines(
    text: str, spans: list[tuple[int, int]], outlets: Outlets, datelines: list[Dateline]
) -> dict[int, Class]:
    """Lines that are nothing but a dateline ("CNN —"); the outlets they name are added to `datelines`."""
    out: dict[int, Class] = {}
    for index, (start, end) in enumerate(spans[:60]):
        dateline = find_dateline(text, start, end, outlets) if 2 < end - start <= 80 else None
        if dateline is not None and not text[dateline.end : end].strip():
            out[index] = (LineClass.DATELINE, "dateline")
            datelines.append(dateline)
    return out


def _datelines(text: str, lines: Iterable[Line], outlets: Outlets) -> Iterator[Dateline]:
    for line in lines:
        if line.cls is LineClass.BODY and (dateline := find_dateline(text, line.start, line.end, outlets)):
            yield dateline


def _foreign(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A paragraph in another language inside an English article is no text to extract from."""
    out = list(lines)
    for index, line in enumerate(lines):
        if (
            line.cls is not LineClass.BODY
            or line.end - line.start < _LEAST_FOREIGN
            or _ENGLISH.search(text, line.start, line.end)
        ):
            continue
        language = detect(text[line.start : line.end])
        if language not in (None, "en"):
            out[index] = Line(
                line.start, line.end, LineClass.FURNITURE, f"in {language_name(language or 'und')}", line.repeat_of
            )
    return tuple(out)


def _parts(text: str, lines: Iterable[Line]) -> tuple[str, str]:
    """The running text and the captions, each as one string."""
    body, captions = [], []
    for line in lines:
        if line.cls is LineClass.CAPTION:
            captions.append(text[line.start : line.end])
        elif line.cls in TEXT_CLASSES:
            body.append(text[line.start : line.end])
    return "\n".join(body), "\n".join(captions)


def _sentences(
    text: str,
    lines: tuple[Line, ...],
    paragraphs: Sequence[Block],
    posts: Sequence[Post],
    header: Header,
    outlets: Outlets,
) -> tuple[Sentence, ...]:
    """The sentences of every text line, with their line, paragraph, post and repeats."""
    words = Vocabulary(text)
    out: list[Sentence] = []
    repeats = Repeats()
    paragraph = 0
    post = 0
    for first, last in paragraphs:
        line = lines[first]
        if line.cls not in TEXT_CLASSES:
            continue
        paragraph += 1
        start, end = header.spans.get(first, (line.start, lines[last].end))
        while post < len(posts) and posts[post].end <= start:
            post += 1
        inside = post if post < len(posts) and posts[post].start <= start else None
        at = first
        for begin, stop, cls in _pieces(text, start, end, line.cls, words, outlets):
            while at < last and lines[at + 1].start <= begin:
                at += 1
            piece = text[begin:stop]
            repeat = repeats.of(piece, len(out)) if cls in TEXT_CLASSES else None
            out.append(Sentence(begin, stop, piece, at, paragraph, cls, inside, repeat))
    return tuple(out)


def _pieces(
    text: str, start: int, end: int, cls: LineClass, words: Vocabulary, outlets: Outlets
) -> Iterable[tuple[int, int, LineClass]]:
    """The sentences of one paragraph with their classes: a dateline or an invitation to click is none of its text."""
    if cls is LineClass.TITLE:
        yield (*trim(text, start, end), cls)
        return
    if cls is LineClass.BODY and (dateline := find_dateline(text, start, end, outlets)) is not None:
        yield (*trim(text, start, dateline.end), LineClass.DATELINE)
        start = dateline.end
    halves = [(start, end)]
    if (middle := doubled_at(text, start, end)) is not None:
        halves = [(start, middle), (middle, end)]
    for half in halves:
        for begin, stop in split(text, *half, words):
            yield begin, stop, LineClass.FURNITURE if is_invitation(text[begin:stop]) else cls
