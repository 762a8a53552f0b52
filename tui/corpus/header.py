"""The head and foot of a scrape: title, dates, address, source and authors, in the habits that scrapers and pages have.

Read are YAML front matter, `key: value` lines (the value may stand on the next line), <title>-like tags, and plain
lines that are nothing but a date, an address or a headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.corpus.datelike import DECORATION, is_date_line, is_menu_with_date, name_with_date, pieces_of
from tui.corpus.model import Basis, LineClass
from tui.corpus.stated import Stated, parse_date
from tui.records import DatePrecision

HEAD_LINES, FOOT_LINES = 30, 15
"""Lines with text within which a head or a foot is looked for."""
_FRONT_LINES, _LONGEST_TAG, _LONGEST_SUFFIX = 100, 1000, 60

_NAMES = {
    "title": "title headline head hl heading article_title subject",
    "published":
        "date published published_time published_at published_on pub_date pubdate publication_date "
        "date_published publish_date first_published posted posted_on issued_on issued load-date datetime date_time "
        "release_date timestamp created published_date",
    "updated": "updated modified modified_time last_updated last_modified date_modified updated_at",
    "url": "url link source_url original_url canonical canonical_url permalink web original_link address",
    "source": "source outlet publisher publication newspaper site website domain source_name media agency",
    "authors": "author authors by byline writer creator reporter journalist",
    "standfirst": "description summary excerpt standfirst subtitle subheadline lead dek abstract deck",
    "other":
        "tags tag language lang section category categories keywords layout image id length dateline "
        "section_name type country slug topic topics location words word_count copyright text body article "
        "content information images caption",
}  # fmt: skip
_KEYS = {name.replace("_", " "): kind for kind, names in _NAMES.items() for name in names.split()}
"""Key of a head in small letters with spaces -> what it gives."""
_PAGE_KEYS = frozenset(
    "published|first published|posted|posted on|published on|issued on|updated|last updated|last modified".split("|")
)
"""Keys that a page itself shows to its readers; under any other key the date is the scraper's."""

_KEY = re.compile(r"[ \t\ufeff+*>#_-]{0,8}([A-Za-z][A-Za-z _-]{0,24}?)[ *_]{0,3}:[ *_]{0,4}(.*)$", re.S)
_TAG = re.compile(
    r"\s*<(/?)(title|headline|source|date|published|pubdate|url|link|author|byline|text|body|content|article|doc"
    r"|docno|docid|story"
    r"|newsitem|dateline|p)>\s*(.*?)\s*(?:</\2>)?\s*$",
    re.I | re.S,
)
_TOML = re.compile(r"\s*(\w[\w -]*?)\s*=\s*(.*)$")
_URL = re.compile(r"https?://[^\s<>\"“”]+|www\.[\w-]+\.[^\s<>\"“”]+")
_BEFORE_DATE = (" published", " updated", " on", " at")
_UPDATED = re.compile(r"updated?|modified|edited", re.I)
_PUBLISHED_WORD = re.compile(r"publish|posted|created", re.I)
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_STOP = re.compile(r"(?<!\.\.)(?<!…)[.:;,][\"'”’»)\]]*$")
_SUFFIX = re.compile(r"\s+(?:\||–|—|-|::|»|·)\s+([^|–—»·]{2,40}?)\s*$")
_NOT_A_TITLE = re.compile(
    r"(?:by ?$|by [A-Z]|@|\(?photo|image|advert|share|\d{1,2}[:.]\d{2}|published|updated|posted|http|www\.|<|\{|\["
    r"|!\[|source$)",
    re.I,
)
_JOB_LINE = re.compile(
    r"[A-Z][\w.’'/-]*(?: [\w.’'/&-]+){0,3} (?:[Cc]orrespondent|[Rr]eporter|[Bb]ureau|[Nn]ews [Dd]esk|[Ww]eb [Dd]esk"
    r"|[Ss]taff [Ww]riter)s?(?: ?[|,(–—-] ?.{2,40})?$"
)
_NOBODY = re.compile(
    r"\b(?:reporters?|correspondents?|staff|editors?|desk|agencies|special|writers?|admin|team|service|newsroom|unknown|none|null)\b",
    re.I,
)
"""Words of bylines that name a job and not a person."""


@dataclass(frozen=True, slots=True)
class HeadDate:
    """A date that the head or foot states, with its basis and the words that were read."""

    stated: Stated
    basis: Basis
    words: str
    updated: bool = False


@dataclass(slots=True)
class Header:
    """What head and foot say, and which lines said it. `spans` are the text spans of title and standfirst values."""

    title: str | None = None
    suffix: str | None = None
    dates: list[HeadDate] = field(default_factory=list)
    url: str | None = None
    source: str | None = None
    masthead: str | None = None
    authors: tuple[str, ...] = ()
    known: dict[int, tuple[LineClass, str]] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


def read_header(text: str, spans: list[tuple[int, int]]) -> Header:
    """Head and foot of the text whose lines are `spans`."""
    header = Header()
    head = _filled(text, spans, range(len(spans)), HEAD_LINES)
    head = _front_matter(text, spans, head, header)
    prose = 0
    waiting: str | None = None
    for index in head:
        start, end = spans[index]
        line = text[start:end].strip(DECORATION)
        if waiting == "by" or (len(line) < 60 and _JOB_LINE.match(line)):
            waiting = None
            header.authors = header.authors or split_authors(line)
            header.known[index] = (LineClass.BYLINE, "byline")
            continue
        if line[:3].lower() == "by " and (stated := parse_date(line)) and stated.precision is DatePrecision.DAY:
            header.dates.append(HeadDate(stated, Basis.STATED, line))
            header.authors = header.authors or split_authors(_undated(line[: stated.start]))
            header.known[index] = (LineClass.BYLINE, "byline with its date")
            continue
        if line.lower() == "by":
            waiting = "by"
            header.known[index] = (LineClass.BYLINE, "byline")
            continue
        if waiting is not None:
            name, waiting = waiting, None
            if _field(header, text, index, name, (start, end), name in _PAGE_KEYS):
                continue
        tag = _TAG.match(text, start, end) if end - start < _LONGEST_TAG else None
        pair = None if tag else _KEY.match(text, start, end)
        if tag is not None:
            name, value = tag[2].lower(), (tag.start(3), tag.end(3))
            if _field(header, text, index, name, value, page=False):
                continue
            if not tag[3]:
                header.known[index] = (LineClass.METADATA, "tag")
                waiting = name if not tag[1] and _KEYS.get(name, "other") != "other" else None
                continue
        elif pair is not None and prose <= 1 and (name := _name(pair[1])) in _KEYS:
            value = (pair.start(2), pair.end(2))
            if not text[value[0] : value[1]].strip(DECORATION):
                header.known[index] = (LineClass.METADATA, "key of a head")
                waiting = name if _KEYS[name] != "other" else None
                continue
            if _plausible(name, text[value[0] : value[1]]) and _field(
                header, text, index, name, value, name in _PAGE_KEYS
            ):
                continue
        if not line or line in ("|", "---", "***", "===", "* * *"):
            header.known[index] = (LineClass.FURNITURE, "rule or bar")
        elif is_date_line(line) or is_menu_with_date(line):
            _date(header, index, line)
            first = pieces_of(line)[0]
            if 2 <= len(first.split()) <= 4 and first.istitle() and not is_date_line(first):
                header.masthead = header.masthead or first
        elif (paper := name_with_date(line)) is not None:
            _date(header, index, line)
            header.masthead = header.masthead or paper
        elif _URL.fullmatch(line):
            header.url = header.url or line
            header.known[index] = (LineClass.METADATA, "address")
        elif _is_prose(line):
            prose += 1
            if prose > 2:
                break
    _title(header, text, spans, head)
    _foot(header, text, spans)
    return header


def _filled(text: str, spans: list[tuple[int, int]], order: range, limit: int) -> list[int]:
    """The first `limit` lines of `order` that are not blank."""
    out: list[int] = []
    for index in order:
        start, end = spans[index]
        if end > start and not text[start:end].isspace():
            out.append(index)
            if len(out) == limit:
                break
    return out


def _front_matter(text: str, spans: list[tuple[int, int]], head: list[int], header: Header) -> list[int]:
    """Take YAML (---) or TOML (+++) front matter; the lines behind it."""
    if not head or (fence := text[spans[head[0]][0] : spans[head[0]][1]].strip(" \t\ufeff")) not in ("---", "+++"):
        return head
    last = min(len(spans), head[0] + _FRONT_LINES)
    close = next((i for i in range(head[0] + 1, last) if text[spans[i][0] : spans[i][1]].strip() == fence), None)
    if close is None:
        return head
    for index in range(head[0], close + 1):
        start, end = spans[index]
        if start == end:
            continue
        header.known[index] = (LineClass.METADATA, "front matter")
        pair = _KEY.match(text, start, end) or _TOML.match(text, start, end)
        if pair is not None:
            name = _name(pair[1])
            if _KEYS.get(name, "other") != "other":
                _field(header, text, index, name, (pair.start(2), pair.end(2)), page=False)
    if fence == "---" and header.title is not None and "\\" in text[spans[head[0]][0] : spans[close][0]]:
        header.title = _yaml_title(text[spans[head[0] + 1][0] : spans[close][0]]) or header.title
    return _filled(text, spans, range(close + 1, len(spans)), HEAD_LINES)


def _yaml_title(block: str) -> str | None:
    """The title of YAML front matter whose strings are escaped or run over several lines."""
    import yaml

    try:
        data = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    title = data.get("title") if isinstance(data, dict) else None
    return " ".join(title.split()) if isinstance(title, str) and title.strip() else None


def _name(key: str) -> str:
    return re.sub(r"[ _]+", " ", key).strip().lower()


def _plausible(name: str, value: str) -> bool:
    """Whether a `key: value` line is one of a head and not a headline such as "Source: Kremlin to ..."."""
    kind = _KEYS[name]
    if kind in ("published", "updated"):
        return parse_date(value) is not None
    if kind == "url":
        return _URL.search(value) is not None
    if kind in ("source", "authors"):
        return len(value.split()) <= 12
    return len(value) < 600


def _field(header: Header, text: str, index: int, name: str, value: tuple[int, int], page: bool) -> bool:
    """Take one field; False where key or value is none of a head. `page`: the page itself shows it to readers."""
    kind = _KEYS.get(name)
    if kind is None or value[0] >= value[1]:
        return False
    start, end = value
    while start < end and text[start] in " \t\ufeff\"'*_":
        start += 1
    while end > start and text[end - 1] in " \t\"'*_,":
        end -= 1
    words = text[start:end]
    rule = f"{name} of the head"
    cls = LineClass.METADATA
    if kind == "title":
        if header.title is None and words:
            _set_title(header, text, index, (start, end))
            return True
    elif kind in ("published", "updated"):
        stated = parse_date(words)
        if stated is None:
            return False
        header.dates.append(HeadDate(stated, Basis.STATED if page else Basis.HEADER, words, kind == "updated"))
    elif kind == "url":
        found = _URL.search(words)
        if found is None:
            return False
        header.url = header.url or found[0]
    elif kind == "source":
        if found := _URL.match(words):
            header.url = header.url or found[0]
        else:
            header.source = header.source or words
    elif kind == "authors":
        header.authors = header.authors or split_authors(words)
    elif kind == "standfirst":
        cls = LineClass.STANDFIRST
        header.spans[index] = (start, end)
    header.known[index] = (cls, rule)
    return True


def _set_title(header: Header, text: str, index: int, span: tuple[int, int]) -> None:
    start, end = span
    if suffix := _SUFFIX.search(text, max(start, end - _LONGEST_SUFFIX), end):
        name = suffix[1]
        if name[:1].isupper() and len(name.split()) <= 4 and suffix.start() - start > 15 and not _TERMINAL.search(name):
            header.suffix = name
            # A bar hardly ever stands in a headline; a dash does, so what follows it may be part of the headline.
            if "|" in text[suffix.start() : suffix.start(1)]:
                end = suffix.start()
    header.title = " ".join(text[start:end].replace("\\_", " ").split())
    header.known[index] = (LineClass.TITLE, "title")
    header.spans[index] = (start, end)


def split_authors(words: str) -> tuple[str, ...]:
    """The names in a byline: "By Ann Lee and Bo Ek in Kyiv, for the Daily News" -> Ann Lee, Bo Ek."""
    words = re.sub(
        r"^(?:words by|analysis by|story by|written by|by|from)(?:\b|(?=[A-Z])):? ?", "", words.strip(), flags=re.I
    )
    words = re.split(r"\b(?:for|in|at|of|updated|published)\b|[|(–—]", words, flags=re.I)[0]
    names = (re.sub(r"\s+", " ", name).strip(" .,*_\"'[]") for name in re.split(r",|;|&| and ", words))
    named = (name.title() if name.isupper() and " " in name else name for name in names)
    return tuple(n for n in named if n and not n.isupper() and len(n.split()) <= 5 and not _NOBODY.search(n))


def _date(header: Header, index: int, line: str) -> None:
    header.known[index] = (LineClass.METADATA, "date line")
    for piece in re.split(r"\||\b(?=updated|last modified|modified)", line, flags=re.I):
        if stated := parse_date(piece):
            basis = Basis.STATED if _PUBLISHED_WORD.search(piece) or _UPDATED.search(piece) else Basis.HEADER
            header.dates.append(HeadDate(stated, basis, line, bool(_UPDATED.search(piece))))


def _is_prose(line: str) -> bool:
    """Whether the line is a paragraph. " ..." at its end is where a search engine cut a headline."""
    return len(line) > 250 or (
        len(line.split()) >= 12 and _TERMINAL.search(line) is not None and not line.endswith((" ...", " …"))
    )


def _title_case(line: str) -> bool:
    """Whether the words that carry meaning are written with capitals, as some papers write headlines."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return 5 <= len(words) <= 20 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _title(header: Header, text: str, spans: list[tuple[int, int]], head: list[int]) -> None:
    """The headline among the first lines: short, no full stop, with prose or at least something behind it."""
    if header.title is not None:
        return
    candidates: list[int] = []
    for index in head:
        if index in header.known:
            continue
        line = text[spans[index][0] : spans[index][1]].strip(DECORATION)
        if (_is_prose(line) and not _title_case(line)) or len(candidates) == 3 or _runs_on(text, spans, index):
            break
        if (
            len(line) <= 250
            and (not _STOP.search(line) or _title_case(line))
            and not _NOT_A_TITLE.match(line)
            and line[:1] not in "•-("
        ):
            candidates.append(index)
        elif candidates and re.match(r"by\b", line, re.I):
            break
    if not candidates or head[-1] == candidates[0]:
        return
    best = candidates[0]
    words = [len(text[slice(*spans[i])].split()) for i in candidates]
    if words[0] <= 3 and len(words) > 1 and words[1] >= 5:
        # A kicker, the name of a section or of the paper stands over the headline.
        header.known[best] = (LineClass.FURNITURE, "kicker")
        header.masthead = text[slice(*spans[best])].strip(DECORATION)
        best = candidates[1]
    elif words[0] <= 2 and not header.dates and header.url is None:
        return
    above = [text[slice(*spans[i])].strip(DECORATION) for i in head[: head.index(best)] if i not in header.known]
    if all(_NOT_A_TITLE.match(line) for line in above):
        start, end = spans[best]
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip(DECORATION))
        _set_title(header, text, best, (start, start + len(text[start:end].rstrip())))


def _runs_on(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether the next line goes on in small letters: a paragraph that was broken at a column, no headline."""
    following = text[slice(*spans[index + 1])].lstrip() if index + 1 < len(spans) else ""
    return following[:1].islower() and not following.startswith("by ")


def _foot(header: Header, text: str, spans: list[tuple[int, int]]) -> None:
    """Fields behind the article: "Original URL: ...", "Published in ..., 17 February 2022"."""
    for index in _filled(text, spans, range(len(spans) - 1, -1, -1), FOOT_LINES):
        if index in header.known:
            continue
        start, end = spans[index]
        if (pair := _KEY.match(text, start, end)) and len(text[start:end]) < 400:
            name = _name(pair[1])
            if _KEYS.get(name) in ("url", "published", "updated", "source") and _plausible(name, pair[2]):
                if _KEYS[name] == "source" and not _URL.search(pair[2]):
                    continue
                _field(header, text, index, name, (pair.start(2), pair.end(2)), name in _PAGE_KEYS)
                continue
        line = text[start:end].strip(DECORATION)
        if len(line) < 90 and line.lower().startswith(("published in ", "first published in ", "published on ")):
            stated = parse_date(line)
            if stated is not None:
                header.dates.append(HeadDate(stated, Basis.STATED, line))
                header.known[index] = (LineClass.METADATA, "published in")
        elif end - start < _LONGEST_TAG and (tag := _TAG.match(text, start, end)) and not tag[3]:
            header.known[index] = (LineClass.METADATA, "tag")


def _undated(line: str) -> str:
    """What stands before a date without the word and the marks that lead to it."""
    bare = line.rstrip(" \t|,(–—-")
    for word in _BEFORE_DATE:
        if bare.lower().endswith(word):
            return bare[: -len(word)].rstrip(" \t|,(–—-")
    return bare
