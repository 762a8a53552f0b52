"""Bodies, dates, titles and outlets of saved news pages, ours beside the best-known extractors, in one run.

    PYTHONPATH=. python benchmarks/html_pages.py FOLDER [--each]

FOLDER holds NNN.html and NNN.truth.json pairs and an index.tsv (file, outlet, published). The peers (trafilatura,
readability-lxml, newspaper4k, htmldate) are no dependencies of the project but trafilatura, which brings htmldate:
those that are installed take part, and the run says which versions they are.

Body: words are runs of letters and digits, lower-cased; with multisets T of the truth and E of what was extracted,
P = |T & E| / |E|, R = |T & E| / |T|, F1 = 2PR / (P + R), and the table shows means over pages. A second column does the
same over runs of four words, as the article-extraction-benchmark of Zyte does, which punishes words in the wrong place.
"""

from __future__ import annotations

import argparse
import csv
import importlib.metadata
import json
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui import __version__

WORD = re.compile(r"\w+")


@dataclass
class Truth:
    """What a page holds, as far as somebody has said so."""

    page: str
    body: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    include: list[str] = field(default_factory=list)
    exclude: list[str] = field(default_factory=list)


@dataclass
class Found:
    """What one system says of a page."""

    body: str = ""
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


System = Callable[[bytes, str | None], Found]


def truths(folder: Path) -> Iterable[tuple[Path, Truth]]:
    """Each page with its truth, in order of name."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as handle:
        index = {row["file"]: row for row in csv.DictReader(handle, delimiter="\t")}
    for path in sorted(folder.glob("*.html")):
        data = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
        snippets = data.get("trafilatura_snippets") or {}
        meta = data.get("metadata") or {}
        row = index.get(path.name, {})
        date = data.get("publishing_date") or data.get("publishDate") or data.get("date") or meta.get("publishedTime")
        if not date and re.fullmatch(r"\d{4}-\d\d-\d\d", row.get("published", "")):
            date = row["published"]
        yield (
            path,
            Truth(
                path.name,
                body=_truth_body(data),
                title=data.get("title") or meta.get("title") or snippets.get("title"),
                date=date[:10] if date else None,
                outlet=row.get("outlet"),
                url=data.get("url") or meta.get("url"),
                include=snippets.get("with", []),
                exclude=snippets.get("without", []),
            ),
        )


def _truth_body(data: dict[str, Any]) -> str | None:
    body = data.get("body")
    if isinstance(body, dict):
        parts = list(body["summary"])
        for section in body["sections"]:
            parts += [*section["headline"], *section["paragraphs"]]
        return "\n".join(parts)
    if isinstance(body, list):
        return "\n".join(body)
    if data.get("expected_html"):
        return plain(data["expected_html"])
    text = data.get("articleBody") or data.get("text")
    return str(text) if text else None


def plain(markup: str) -> str:
    """The text of a piece of HTML, a line a block (an initial in a `span` of its own stays with its word)."""
    from lxml import html

    root = html.fromstring(markup)
    for element in root.iter(
        "p", "div", "li", "br", "td", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"
    ):
        element.tail = "\n" + (element.tail or "")
    return str(root.text_content())


def f1(truth: Counter[Any], found: Counter[Any]) -> tuple[float, float, float]:
    """Precision, recall and F1 of one multiset against another."""
    both = sum((truth & found).values())
    p, r = both / max(1, sum(found.values())), both / max(1, sum(truth.values()))
    return p, r, 2 * p * r / (p + r) if both else 0.0


def words(text: str) -> list[str]:
    """Runs of letters and digits, lower-cased."""
    return WORD.findall(text.lower())


def shingles(text: str, n: int = 4) -> Counter[Any]:
    """Runs of `n` words."""
    tokens = words(text)
    return Counter(tuple(tokens[i : i + n]) for i in range(max(1, len(tokens) - n + 1)))


def ours(data: bytes, url: str | None) -> Found:
    """This project, without being told the address."""
    from tui.corpus.html import read_html

    page = read_html("page", data)
    skip = page.captions | page.titles
    body = "\n".join(line for n, line in enumerate(page.text.split("\n")) if n not in skip)
    hints = page.hints
    return Found(body, hints.title, hints.published.isoformat() if hints.published else None, hints.outlet)


def article(data: bytes, url: str | None) -> Found:
    """This project up to the article: lines classed, metadata weighed."""
    from tui.config import Config
    from tui.corpus.article import article_of
    from tui.corpus.html import read_html
    from tui.corpus.model import LineClass

    found = article_of(read_html("page", data), Config())
    told = (LineClass.BODY, LineClass.STANDFIRST, LineClass.HEADING)
    body = "\n".join(found.text[line.start : line.end] for line in found.lines if line.cls in told)
    return Found(body, found.title, found.published_iso(), found.outlet)


def trafilatura(data: bytes, url: str | None) -> Found:
    """trafilatura with comments off."""
    import trafilatura as peer

    doc: Any = peer.bare_extraction(data, include_comments=False, with_metadata=True)
    return Found(doc.text or "", doc.title, doc.date, doc.sitename) if doc else Found()


def readability(data: bytes, url: str | None) -> Found:
    """readability-lxml; it knows no date and no outlet."""
    from readability import Document

    doc = Document(data.decode("utf-8", "replace"))
    return Found(plain(doc.summary()), doc.short_title())


def newspaper(data: bytes, url: str | None) -> Found:
    """newspaper4k, which has to be told an address."""
    from newspaper import Article

    article = Article(url or "https://example.com/")
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    date = article.publish_date
    return Found(article.text, article.title, date.date().isoformat() if date else None)


def htmldate(data: bytes, url: str | None) -> Found:
    """htmldate, asked for the date of first publication."""
    from htmldate import find_date

    return Found(date=find_date(data.decode("utf-8", "replace"), original_date=True))


SYSTEMS: dict[str, tuple[str, System]] = {
    "newsdash": ("newsdash", ours),
    "newsdash article": ("newsdash", article),
    "trafilatura": ("trafilatura", trafilatura),
    "readability-lxml": ("readability-lxml", readability),
    "newspaper4k": ("newspaper4k", newspaper),
    "htmldate": ("htmldate", htmldate),
}


def same_title(truth: str, found: str | None) -> bool:
    """Equal words, whatever the quotes."""
    return words(truth) == words(found or "")


def same_outlet(truth: str, found: str | None) -> bool:
    """The house names written as one word: `TheNation`, `The Nation`, `thenation.com` and `Nation` are one."""

    def key(name: str) -> str:
        joined = "".join(words(name.lower().removeprefix("www.")))
        for tail in ("retirement", "com", "001", "1", "4"):
            joined = joined.removesuffix(tail)
        return joined.removeprefix("the")

    a, b = key(truth), key(found or "")
    return bool(b) and (a in b or b in a)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="one line a page too")
    parser.add_argument("--only", action="append", help="only this system (may be given again)")
    args = parser.parse_args()
    warnings.filterwarnings("ignore")
    pages = [(path.read_bytes(), truth) for path, truth in truths(args.folder)]
    heads = ("P", "R", "F1", "4-gram", "+snip", "-snip", "date", "title", "outlet", "MB/s")
    print(f"{'system':28} " + " ".join(f"{head:>7}" for head in heads))
    for name, (package, system) in SYSTEMS.items():
        if args.only and name not in args.only:
            continue
        try:
            version = __version__ if package == "newsdash" else importlib.metadata.version(package)
            system(b"<html><body><p>warm</p></body></html>", None)
        except (ImportError, importlib.metadata.PackageNotFoundError):
            print(f"{name:28} not installed", file=sys.stderr)
            continue
        except Exception as error:  # a peer may well choke on the warming page
            print(f"{name}: {error!r}", file=sys.stderr)
        _row(f"{name} {version}", system, pages, each=args.each)
    return 0


def _row(label: str, system: System, pages: list[tuple[bytes, Truth]], *, each: bool) -> None:
    bags: list[tuple[float, float, float]] = []
    grams: list[float] = []
    hits: dict[str, list[bool]] = {key: [] for key in ("include", "exclude", "date", "title", "outlet")}
    start = time.perf_counter()
    found_all = []
    for data, truth in pages:
        try:
            found_all.append(system(data, truth.url))
        except Exception as error:
            print(f"{label}: {truth.page}: {error!r}", file=sys.stderr)
            found_all.append(Found())
    seconds = time.perf_counter() - start
    for (_, truth), found in zip(pages, found_all, strict=True):
        if truth.body:
            bag = f1(Counter(words(truth.body)), Counter(words(found.body)))
            gram = f1(shingles(truth.body), shingles(found.body))[2]
            bags.append(bag)
            grams.append(gram)
            if each:
                print(f"  {truth.page} P {bag[0]:.3f} R {bag[1]:.3f} F1 {bag[2]:.3f} 4-gram {gram:.3f}")
        hits["include"] += [s in found.body for s in truth.include]
        hits["exclude"] += [s not in found.body for s in truth.exclude]
        if truth.date:
            hits["date"].append((found.date or "")[:10] == truth.date)
        if truth.title:
            hits["title"].append(same_title(truth.title, found.title))
        if truth.outlet:
            hits["outlet"].append(same_outlet(truth.outlet, found.outlet))
        if each:
            for key, want, got in (
                ("date", truth.date, found.date),
                ("title", truth.title, found.title),
                ("outlet", truth.outlet, found.outlet),
            ):
                if want and not hits[key][-1]:
                    print(f"  {truth.page} {key}: wanted {want!r}, found {got!r}")
    n = max(1, len(bags))
    means = [*(sum(b[i] for b in bags) / n for i in range(3)), sum(grams) / n]
    shown = [f"{mean:7.3f}" if mean else "      -" for mean in means]
    # A system that never says a thing is not asked for it.
    said = {"date": "date", "title": "title", "outlet": "outlet", "include": "body", "exclude": "body"}
    for key, values in hits.items():
        silent = not any(getattr(found, said[key]) for found in found_all)
        shown.append("      -" if silent else f"{sum(values)}/{len(values)}".rjust(7))
    shown.append(f"{sum(len(data) for data, _ in pages) / 1e6 / seconds:7.2f}")
    print(f"{label:28} " + " ".join(shown))


if __name__ == "__main__":
    sys.exit(main())
