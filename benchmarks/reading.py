"""How fast articles are read, and how much memory a large dump takes.

    python benchmarks/reading.py [--pages FOLDER] [--texts FOLDER] [--dump GIGABYTES]

Throughput is in MB of input a second, the median of several rounds taken in turn: bytes -> documents for text, pages
and a WARC made of the pages, beside trafilatura alone on the same pages. With --dump, a JSON Lines file of that size
is written to a temporary folder, read in a process of its own, and deleted; the peak is that process's largest
resident size, and the same for a file of a tenth of the size stands beside it.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui.config import Config
from tui.corpus.article import article_of
from tui.corpus.html import read_html
from tui.corpus.inputs import documents
from tui.corpus.raw import RawDocument

ROUNDS = 3
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
WORDS = (
    "the army said on monday that soldiers had crossed river near old bridge while ministers met in capital to discuss "
    "ceasefire and monitors counted violations along border villages where residents reported shelling overnight"
).split()


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="saved pages (default: pages made up here)")
    parser.add_argument("--texts", type=Path, default=SEEDS, help="plain texts (default: the seeds)")
    parser.add_argument("--dump", type=float, default=0.0, metavar="GB", help="read a JSON Lines file of this size too")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        return child(args.child)
    throughput(args.texts, args.pages)
    if args.dump:
        dump(args.dump)
    return 0


def throughput(texts: Path, pages: Path | None) -> None:
    """Reading of text, pages and a web archive, in turn."""
    import trafilatura

    data = (
        [path.read_bytes() for path in sorted(pages.glob("*.html"))] if pages else [made_up_page(n) for n in range(40)]
    )
    files = sorted(texts.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc"
        archive.write_bytes(warc(data))
        size_of_pages = sum(map(len, data))
        tasks: dict[str, tuple[Callable[[], None], int]] = {
            "text -> documents": (lambda: read_files(files, texts), sum(f.stat().st_size for f in files)),
            "text -> articles": (lambda: read_files(files, texts, cut=True), sum(f.stat().st_size for f in files)),
            "pages -> documents": (lambda: consume(read_html("page", page) for page in data), size_of_pages),
            "WARC -> documents": (lambda: read_files([archive], archive.parent), archive.stat().st_size),
            "trafilatura alone, pages": (
                lambda: consume(trafilatura.bare_extraction(page, with_metadata=True) for page in data),
                size_of_pages,
            ),
        }
        seconds: dict[str, list[float]] = {name: [] for name in tasks}
        for _ in range(ROUNDS + 1):  # the first round warms up
            for name, (task, _size) in tasks.items():
                start = time.perf_counter()
                task()
                seconds[name].append(time.perf_counter() - start)
    for name, (_, size) in tasks.items():
        print(f"{name:26} {size / 1e6:7.2f} MB {size / 1e6 / statistics.median(seconds[name][1:]):8.2f} MB/s")


def consume(items: object) -> None:
    """Runs a generator to its end."""
    for _ in items:  # type: ignore[attr-defined]
        pass


def read_files(files: list[Path], root: Path, cut: bool = False) -> None:
    """Reads files to documents and, with `cut`, on to articles."""
    config = Config()
    for file in files:
        for document in documents(file, root, config):
            if cut and isinstance(document, RawDocument):
                article_of(document, config)


def made_up_page(seed: int) -> bytes:
    """A page of the usual size and make: much markup and script, some text."""
    random_ = random.Random(seed)
    body = "".join(f"<p class='par'>{sentence(random_, 60)}</p><div class='ad-slot'></div>" for _ in range(25))
    links = "".join(f"<li class='card'><a href='/{n}'><span>{sentence(random_, 8)}</span></a></li>" for n in range(120))
    script = json.dumps({f"key{n}": sentence(random_, 12) for n in range(600)})
    title = sentence(random_, 8)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title><meta property='og:site_name' content='Courier'>"
        f"<meta property='article:published_time' content='2014-03-07'><script>x={script}</script></head><body>"
        f"<nav><ul>{links}</ul></nav><article><h1>{title}</h1>{body}</article><footer>{links}</footer></body></html>"
    ).encode()


def sentence(random_: random.Random, words: int) -> str:
    """Words of news in no order."""
    return " ".join(random_.choices(WORDS, k=words)).capitalize() + "."


def warc(pages: list[bytes]) -> bytes:
    """A web archive of the pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for number, page in enumerate(pages):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
        url = f"https://courier.example/{number}"
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(page), http_headers=headers))
    return out.getvalue()


def dump(gigabytes: float) -> None:
    """Peak memory of reading a JSON Lines file, and of one of a tenth of the size."""
    random_ = random.Random(1)
    bodies = [" ".join(sentence(random_, 20) for _ in range(25)) for _ in range(200)]
    with tempfile.TemporaryDirectory() as folder:
        for size in (gigabytes / 10, gigabytes):
            file = Path(folder) / "dump.jsonl"
            number = 0
            with file.open("w", encoding="utf-8") as handle:
                while handle.tell() < size * 1e9:
                    for body in bodies:
                        number += 1
                        record = {
                            "title": f"Report {number}",
                            "maintext": body,
                            "date_publish": "2014-03-07",
                            "id": number,
                        }
                        handle.write(json.dumps(record) + "\n")
            command = [sys.executable, __file__, "--child", str(file)]
            print(f"JSON Lines {file.stat().st_size / 1e9:.2f} GB: ", end="", flush=True)
            subprocess.run(command, check=True)
            file.unlink()


def child(file: Path) -> int:
    """Read the dump and say how that went."""
    import resource

    start = time.perf_counter()
    number = sum(isinstance(item, RawDocument) for item in documents(file, file.parent, Config()))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{number} articles, peak {peak:.0f} MiB, {file.stat().st_size / 1e6 / seconds:.1f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
