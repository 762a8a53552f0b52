"""Title, outlet, authors, dates, address and language of a page, as JSON-LD, OpenGraph, meta tags and `<time>` state
them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from tui.corpus.dates import Moment, moment
from tui.corpus.json_ld import Graph, scripts, string, types
from tui.corpus.model import iso
from tui.corpus.raw import Hints
from tui.records import DatePrecision

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*")
# Names of meta tags for first publication; a name that also says "modified" is for later.
_PUBLISHED = re.compile(
    r"publish|pub[-_.]?date|^p(?:ub)?time$|issued|^(?:dc[.:]|dcterms[.:])?(?:date|created)$|^(?:article|content|sailthru)[._:-]?date$|"
    r"date[-_.]?(?:published|created)|release[-_]?date|displaydate|^originalpublicationdate$|posted",
    re.I,
)
_MODIFIED = re.compile(r"modif|updat|revis|expir|crawl|valid|publisher|copyright|section|unpublish|status|type", re.I)
_URL_DATE = re.compile(r"[/-]((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2]|[a-z]{3})[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)", re.I)
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])/")
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]{4,1000})", re.I
)
_WAYBACK = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?=https?:)", re.I)
"""What an archive puts before the address of a page it keeps."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_BY = re.compile(
    r"^(?:by|from|von|par|por|di)\s+(?=\S)|^(?:words|story|report|text|reporting|written)(?: and \w+)? by:?\s+", re.I
)
_NAMES = re.compile(r"\s*(?:,|;|\||&|\band\b)\s*(?!jr\b|sr\b|ii+\b)", re.I)


@dataclass(slots=True)
class Meta:
    """The head of a page: meta tags by lower-case name, JSON-LD, and what else states metadata."""

    tags: dict[str, list[str]]
    graph: Graph
    article: dict[str, Any]
    title_tag: str = ""
    headlines: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None

    def first(self, *names: str) -> str | None:
        """The first value of the first meta tag that has one."""
        for name in names:
            for value in self.tags.get(name, ()):
                if value:
                    return value
        return None

    @property
    def description(self) -> str:
        """What the page gives as its summary."""
        stated = (
            self.first("og:description", "description", "twitter:description"),
            string(self.article.get("description")),
        )
        return next((clean(text) for text in stated if text), "")


def read_meta(root: Any) -> Meta:
    """Everything in `root` that states metadata."""
    tags: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        if content:
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                name = element.get(attribute)
                if name:
                    tags.setdefault(name.strip().lower(), []).append(clean(content))
    title_tag = next(
        (
            clean(e.text_content())
            for e in root.iter("title")
            if e.getparent() is not None and e.getparent().tag != "svg"
        ),
        "",
    )
    graph = Graph(scripts(root))
    headlines = [clean(e.text_content()) for e in root.iter("h1")][:20]
    shown = (*tags.get("og:title", ()), *headlines, title_tag)
    meta = Meta(tags, graph, graph.article(shown[0]), title_tag)
    meta.headlines = [text for text in headlines if text]
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
            meta.canonical = element.get("href").strip()
            break
    meta.language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip() or None
    return meta


def clean(text: str) -> str:
    """Entities that were escaped twice undone, spaces made one."""
    if "&" in text:
        text = html.unescape(text)
    return _SPACE.sub(" ", text).strip()


def hints_of(meta: Meta, root: Any, url: str | None = None) -> Hints:
    """The metadata that the page states. `url` is where the container says that the page came from."""
    address = address_of(meta) or url
    host = host_key(address)
    outlet = outlet_of(meta, host)
    title = title_of(meta, outlet, host)
    found, note = date_of(meta, root, address)
    return Hints(
        title=title,
        outlet=outlet,
        url=address,
        published=found.day if found else None,
        published_precision=found.precision if found else DatePrecision.UNKNOWN,
        published_time=found.time if found else None,
        date_note=note,
        authors=authors_of(meta, root),
        language=language_of(meta),
    )


def address_of(meta: Meta) -> str | None:
    """The page's own address, or None; the front page of a site is no article's."""
    page = meta.article.get("mainEntityOfPage")
    stated = (
        meta.canonical,
        meta.first("og:url", "twitter:url"),
        string(meta.article.get("url")),
        page.get("@id") if isinstance(page, dict) else string(page),
    )
    for url in stated:
        try:
            parts = urlsplit(url or "")
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and "." in parts.netloc and (parts.path.strip("/") or parts.query):
            return _WAYBACK.sub("", url or "")
    return None


def saved_from(text: str) -> str | None:
    """The address that a browser wrote into a page when it saved it."""
    found = _SAVED.search(text, 0, 4096)
    return _WAYBACK.sub("", found[1]) if found else None


def host_key(url: str | None) -> str:
    """The letters of the host's own name: `www.bbc.co.uk` -> `bbccouk`; nothing where there is none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return "".join(_WORD.findall(host.removeprefix("www.")))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.lower())).removeprefix("the")


def outlet_of(meta: Meta, host: str) -> str | None:
    """Who publishes the page. Of the names stated, one that the address bears out is believed first."""
    stated = [
        meta.first("og:site_name"),
        *meta.graph.names(meta.article.get("publisher")),
        *_site_names(meta),
        *(
            part
            for part in [_PARTS.split(meta.title_tag)[-1]]
            if len(_PARTS.split(meta.title_tag)) > 1 and len(part.split()) <= 5
        ),
        meta.first("application-name", "apple-mobile-web-app-title", "al:android:app_name", "dc.publisher"),
    ]
    names = [clean(name) for name in stated if name and 1 < len(name.strip()) <= 60 and not name.startswith("http")]
    borne_out = [name for name in names[:3] if host and _letters(name) and _letters(name) in host]
    for name in borne_out or names:
        # The same name spelt with spaces and capitals reads better than a handle.
        alike = [other for other in names if _letters(other) == _letters(name)]
        return max(alike, key=lambda other: (" " in other, other != other.lower(), -names.index(other)))
    return None


def _site_names(meta: Meta) -> list[str]:
    return [
        name
        for node in meta.graph.nodes
        if {"WebSite", "NewsMediaOrganization"} & set(types(node))
        for name in [string(node.get("name"))]
        if name
    ]


def title_of(meta: Meta, outlet: str | None, host: str) -> str | None:
    """The headline, without the outlet's name behind it."""
    stated = (
        meta.first("og:title"),
        string(meta.article.get("headline")),
        meta.first("twitter:title", "dc.title", "title", "headline"),
        meta.headlines[0] if meta.headlines else None,
        meta.title_tag,
    )
    names = {_letters(name) for name in (outlet, *meta.graph.names(meta.article.get("publisher"))) if name}
    for text in stated:
        title = without_outlet(clean(text or ""), names, host)
        if title and _letters(title) not in names:
            return title
    return None


def without_outlet(title: str, names: set[str], host: str) -> str:
    """`title` without a last part that is the outlet's name or the host's."""
    parts = list(_PARTS.finditer(title))
    if not parts:
        return title
    tail = _letters(title[parts[-1].end() :])
    is_name = any(tail and (tail in name or name in tail) and len(tail) < 2 * len(name) + 4 for name in names if name)
    return title[: parts[-1].start()].rstrip() if is_name or (len(tail) > 2 and tail in host) else title


def authors_of(meta: Meta, root: Any) -> tuple[str, ...]:
    """Names of the authors, in the order stated."""
    names = meta.graph.names(meta.article.get("author")) or meta.graph.names(meta.article.get("creator"))
    if not names:
        stated = [
            value
            for name in (
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "byl",
                "cxenseparse:author",
            )
            for value in meta.tags.get(name, ())[:10]
        ]
        names = stated or list(_marked_authors(root))
    out: list[str] = []
    for text in names:
        for part in _NAMES.split(_BY.sub("", clean(text)).strip())[:20]:
            name = _BY.sub("", part).strip(" .,-–—|")
            if 1 < len(name) <= 60 and "http" not in name and "@" not in name and "/" not in name and name not in out:
                out.append(name)
    return tuple(out)


def _marked_authors(root: Any) -> Iterator[str]:
    for element in root.iter("a", "span", "div", "p", "address"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            text = clean(element.text_content())
            if text and len(text) < 120:
                yield text
                return


def language_of(meta: Meta) -> str | None:
    """The two letters of the language that the page says it is in."""
    stated = (
        meta.language,
        string(meta.article.get("inLanguage")),
        meta.first("og:locale", "content-language", "language"),
    )
    for value in stated:
        found = re.match(r"[A-Za-z]{2}(?![A-Za-z])", value or "")
        if found:
            return found[0].lower()
    return None


def date_of(meta: Meta, root: Any, url: str | None) -> tuple[Moment | None, str | None]:
    """When the page says it was first published, and a note where it contradicts itself."""
    told = [(source, found) for source, value in _published(meta, root) if (found := moment(value)) is not None]
    if (address := url_date(url)) is not None:
        told.append(("its address", address))
    exact = [(source, found) for source, found in told if found.precision is DatePrecision.DAY]
    if not exact:
        return (told[0][1] if told else None), None
    source, first = exact[0]
    for other, found in exact[1:]:
        if abs((found.day - first.day).days) > 1:
            return first, f"The page says {first.day.isoformat()} in {source}, {found.day.isoformat()} in {other}."
    return first, None


def _published(meta: Meta, root: Any) -> Iterator[tuple[str, Any]]:
    """Where the page says when it was first published, and what; the most trustworthy statement first."""
    yield "its JSON-LD", meta.article.get("datePublished")
    for name, values in meta.tags.items():
        if _PUBLISHED.search(name) and not _MODIFIED.search(name):
            for value in values:
                yield f"the tag {name}", value
    for element in root.iter("time", "span", "abbr", "div", "p", "meta"):
        if "datePublished" in (element.get("itemprop") or "").split() or element.get("pubdate") is not None:
            yield "a marked date", element.get("datetime") or element.get("content") or element.text_content()[:80]
    if "datePublished" not in meta.article:
        for node in meta.graph.nodes:
            yield "its JSON-LD", node.get("datePublished")
        yield "its JSON-LD", meta.article.get("dateCreated")


def url_date(url: str | None) -> Moment | None:
    """The date in an address: `/2024/03/25/`, `/2023/apr/28/`, `-2024-03-07/`, `20240325`; or its month."""
    path = (url or "").split("?", 1)[0]
    for found in _URL_DATE.finditer(path):
        month = found[2].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
        got = moment(f"{found[1]}-{number:02}-{found[3]}") if number else None
        if got is not None:
            return got
    by_month = _URL_MONTH.search(path)
    return moment(f"{by_month[1]}-{by_month[2]}") if by_month else None


def with_date_of_text(hints: Hints, lines: list[str], root: Any) -> Hints:
    """The hints with a day that no tag states: that of a short line about the headline (`lines`), else htmldate's."""
    shown = [found for line in lines if not _MODIFIED.search(line) and (found := moment(line))]
    days = [found for found in shown if found.precision is DatePrecision.DAY]
    found = min(days, key=lambda moment_: moment_.day) if days else _by_htmldate(root, hints.url)
    known = iso(hints.published, hints.published_precision)
    if found is None or (known and not found.day.isoformat().startswith(known)):
        return hints
    return replace(
        hints,
        published=found.day,
        published_precision=found.precision,
        published_time=found.time,
        date_note="The date was found in the text of the page; no tag states it.",
    )


def _by_htmldate(root: Any, url: str | None) -> Moment | None:
    """What htmldate finds in a page that states nothing in a form made for machines."""
    import htmldate

    try:
        found = htmldate.find_date(root, original_date=True, url=url, extensive_search=True)
    except Exception:  # any failure of a second opinion is a missing second opinion
        return None
    return moment(found)
