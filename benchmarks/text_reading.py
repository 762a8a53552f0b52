"""Title, date and outlet of plain-text scrapes against an index, manifests left out; line classes against labels.

    PYTHONPATH=. python benchmarks/text_reading.py FOLDER [--skip NAME ...] [--each]
    PYTHONPATH=. python benchmarks/text_reading.py --labels LABELS FOLDER ...

FOLDER holds texts and an index.tsv (file, outlet, published, title). LABELS holds FILE.tsv with `line` or `first-last`,
a tab and the class of every line that is not blank (tests/labels is one). Rows of the index that say "unknown" or
"inferred", or name several outlets, are no truth and not counted. A title agrees if it is the index's, case and
punctuation aside, or begins with it where the index cuts it off; where the index gives the first words of a text that
has no headline, the fallback is counted apart.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.labels import compare, read_labels
from tui.config import Config
from tui.corpus.article import article_of
from tui.corpus.inputs import documents
from tui.corpus.model import Article, Basis, LineClass
from tui.corpus.outlets import outlets_of
from tui.corpus.raw import RawDocument

CONFIG = Config()


def read(path: Path) -> Article:
    """The article of a plain-text file, without its manifest."""
    document = next(iter(documents(path, path.parent, CONFIG)))
    assert isinstance(document, RawDocument)
    return article_of(document, CONFIG)


def plain(text: str | None) -> str:
    """Small letters and digits only."""
    return re.sub(r"[\W_]+", "", (text or "").casefold())


def same_title(found: str | None, truth: str) -> bool:
    """Whether two titles agree where both go on."""
    a, b = plain(found), plain(truth.removesuffix("..."))
    return bool(a and b) and (a.startswith(b[: len(a)]) if len(a) < len(b) else a.startswith(b))


def rows(folder: Path, skip: set[str]) -> Iterator[dict[str, str]]:
    """The rows of the index whose article lies in the folder."""
    with (folder / "index.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["file"].split(".")[0] not in skip and (folder / row["file"]).is_file():
                yield row


def metadata(folders: list[Path], skip: set[str], each: bool) -> None:
    """Print how many titles, dates and outlets are right, wrong, and not given."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("title", "title (first words)", "date", "outlet")}
    bases: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        for row in rows(folder, skip):
            article = read(folder / row["file"])
            headline = any(line.cls is LineClass.TITLE for line in article.lines)
            if row["title"]:
                kind = "title" if headline or article.title is None else "title (first words)"
                tell(
                    counts[kind],
                    row["file"],
                    kind,
                    same_title(article.title, row["title"]),
                    article.title,
                    row["title"],
                    each,
                )
            if re.fullmatch(r"\d{4}-\d\d-\d\d", row["published"]):
                found = article.published_iso()
                right = None if found is None else found == row["published"]
                tell(counts["date"], row["file"], "date", right, found, row["published"], each)
                bases["date", str(article.date_basis)] += 1
            name = row["outlet"].split(" (")[0]
            if name and not re.match(r"unknown|one of|GB outlet|news site", row["outlet"]):
                right = None if article.outlet is None else article.outlet == outlets_of(CONFIG).canonical(name)
                tell(counts["outlet"], row["file"], "outlet", right, article.outlet, name, each)
                bases["outlet", str(article.outlet_basis)] += 1
    for kind, count in counts.items():
        total = count.total()
        if total:
            given = count["right"] + count["wrong"]
            print(f"{kind:20} right {count['right']:3} of {given:3} given, {total:3} known")
    print(
        "bases:",
        ", ".join(f"{kind} {basis} {n}" for (kind, basis), n in sorted(bases.items()) if basis != Basis.UNKNOWN),
    )


def tell(
    count: Counter[str], file: str, kind: str, right: bool | None, found: str | None, truth: str, each: bool
) -> None:
    """Count one answer, and print it where it is not right."""
    count["missing" if right is None else "right" if right else "wrong"] += 1
    if each and not right:
        print(f"{file}: {kind} {found!r}, should be {truth!r}")


def labelled(labels: Path, folders: list[Path], each: bool) -> None:
    """Print how the classes of lines agree with the labels."""
    lines = text = kept = dropped = files = 0
    other: Counter[tuple[str, str]] = Counter()
    for path in sorted(labels.glob("*.tsv")):
        file = next((f / f"{path.stem}.txt" for f in folders if (f / f"{path.stem}.txt").is_file()), None)
        if file is None:
            continue
        agreement = compare(read(file), read_labels(path))
        files += 1
        lines, text = lines + agreement.lines, text + agreement.text
        kept, dropped = kept + agreement.kept, dropped + agreement.dropped
        other += agreement.other
        if each:
            head = f"{path.stem[:24]:24} {agreement.lines:4} lines, {agreement.text:4} text"
            print(f"{head}, kept {agreement.kept}, dropped {agreement.dropped}")
    print(f"{files} texts, {lines} lines: {kept} of {lines - text} boilerplate lines kept", end=", ")
    print(f"{dropped} of {text} text lines dropped")
    print(f"class agrees on {1 - other.total() / max(1, lines):.1%};", dict(other.most_common(6)))


def speed(folders: list[Path], skip: set[str]) -> None:
    """Print the speed of the text layer alone (documents -> articles)."""
    found = [
        RawDocument(path.name, path.read_text(encoding="utf-8", errors="replace"))
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
        if path.stem not in skip
    ]
    for document in found:
        article_of(document, CONFIG)
    started = time.process_time()
    for document in found:
        article_of(document, CONFIG)
    seconds = time.process_time() - started
    size = sum(len(d.text.encode("utf-8", "replace")) for d in found)
    print(f"text layer: {size / seconds / 1e6:.2f} MB/s of CPU time ({len(found)} texts, {size / 1e6:.2f} MB)")


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--skip", nargs="*", default=[], help="names of articles to leave out")
    parser.add_argument("--each", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    if args.labels:
        labelled(args.labels, args.folders, args.each)
    else:
        metadata([f for f in args.folders if (f / "index.tsv").is_file()], set(args.skip), args.each)
        speed(args.folders, set(args.skip))


if __name__ == "__main__":
    main()
