"""`newsdash evaluate GOLD PATH...`: how right extraction is on articles that you annotated yourself.

GOLD holds annotations, one JSON object a line (docs/codebook.md). PATH names the articles, or a file of records that
`newsdash extract --format jsonl` wrote.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import UserError

if TYPE_CHECKING:
    from tui.config import Config
    from tui.evaluate import Report, Tally
    from tui.extract.gazetteer import Gazetteer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("gold", type=Path, metavar="GOLD", help="the annotations: JSON Lines, see docs/codebook.md")
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="the articles, or a JSON Lines file of extracted records"
    )
    parser.add_argument(
        "--manifest", type=Path, metavar="FILE", help="dates, outlets and titles that the articles do not state"
    )
    parser.add_argument(
        "--index", type=Path, metavar="FILE",
        help="a tab-separated table with a column `file`; --by names its other columns (default: index.tsv in PATH)",
    )
    parser.add_argument("--by", action="append", default=[], metavar="COLUMN", help="also per outlet, crisis, article")
    parser.add_argument("--misses", action="store_true", help="list what was missed, spurious and wrong")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(args: argparse.Namespace) -> int:
    """Print the figures; the exit code is 1 where nothing annotated was scored."""
    from tui.config import load_config
    from tui.evaluate import evaluate
    from tui.evaluate.match import Matcher
    from tui.extract.gazetteer import Gazetteer

    config = load_config(args.config)
    gazetteer = Gazetteer.from_config(config)
    gold = list(_lines(args.gold))
    for n, row in gold:
        if not isinstance(row.get("article"), str) or row.get("kind") not in _KINDS:
            raise UserError(f"{args.gold}, line {n}: an annotation needs `article` and a `kind` ({', '.join(_KINDS)})")
    wanted = {row["article"] for _, row in gold}
    if len(args.paths) == 1 and args.paths[0].suffix == ".jsonl" and args.paths[0].is_file():
        found = [row for _, row in _lines(args.paths[0])]
    else:
        found = list(_extracted(args.paths, wanted, config, gazetteer, args.manifest))
    report = evaluate((row for _, row in gold), found, Matcher(gazetteer))
    groupings = {column: _groups(column, args, report) for column in args.by}
    if args.format == "json":
        print(json.dumps(_as_json(report, groupings, args.misses), ensure_ascii=False, indent=1))
    else:
        _print_tables(report, groupings, args.misses)
    return 0 if any(t.gold or t.reported for t in report.tallies().values()) else 1


_KINDS = ("troop_figure", "cyberattack", "meeting", "none")


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) of a JSON Lines file."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read ({error}); name a JSON Lines file in UTF-8") from None
    for n, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            if not isinstance(row, dict):
                raise UserError(f"{path}, line {n}: no JSON object; write one a line")
            yield n, row


def _extracted(
    paths: Iterable[Path], wanted: set[str], config: Config, gazetteer: Gazetteer, manifest: Path | None
) -> Iterator[dict[str, Any]]:
    """The records of the annotated articles as JSON objects, each with the words of all its mentions."""
    from tui.corpus import Unreadable, read_articles
    from tui.extract import extract

    for article in read_articles(list(paths), config, manifest):
        if isinstance(article, Unreadable):
            print(f"newsdash: {article.path}: {article.reason}", file=sys.stderr)
        elif article.id in wanted:
            for record in extract(article, gazetteer):
                yield {**record.to_json(), "mention_texts": [article.text[a:b] for a, b in record.mentions]}


def _groups(column: str, args: argparse.Namespace, report: Report) -> dict[str, str]:
    """Article -> its group under `column` of the index."""
    if column == "article":
        return {article: article for article in report.articles}
    index = args.index or next((p / "index.tsv" for p in args.paths if (p / "index.tsv").is_file()), None)
    if index is None:
        raise UserError(f"--by {column}: there is no index.tsv beside the articles; name one with --index FILE")
    try:
        with index.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UserError(f"{index}: cannot be read ({error})") from None
    known = list(rows[0]) if rows else []
    if "file" not in known or column not in known:
        lacking = column if "file" in known else "file"
        raise UserError(f"{index}: has no column {lacking!r}; it has {', '.join(known)}")
    return {row["file"]: row[column] for row in rows}


def _as_json(report: Report, groupings: dict[str, dict[str, str]], misses: bool) -> dict[str, Any]:
    def figures(tallies: dict[str, Tally]) -> dict[str, Any]:
        return {kind: tally.to_json() for kind, tally in tallies.items()}

    out: dict[str, Any] = {"all": figures(report.tallies())}
    for column, groups in groupings.items():
        out[column] = {group: figures(tallies) for group, tallies in report.by(groups).items()}
    if misses:
        out["misses"] = [vars(miss) for miss in report.misses]
    return out


def _print_tables(report: Report, groupings: dict[str, dict[str, str]], misses: bool) -> None:
    from tui.evaluate import wilson

    for kind, t in report.tallies().items():
        low_p, high_p = wilson(t.right, t.reported)
        low_r, high_r = wilson(t.found, t.gold)
        print(
            f"{kind:13} annotated {t.gold:4}  reported {t.reported:4}  P {t.precision:.3f} [{low_p:.2f}-{high_p:.2f}]  "
            f"R {t.recall:.3f} [{low_r:.2f}-{high_r:.2f}]  F1 {t.f1:.3f}  whole {t.whole / t.gold if t.gold else 0:.3f}"
        )
        if t.fields:
            print(" " * 14 + "  ".join(f"{name} {agreed / n:.2f}" for name, (agreed, n) in t.fields.items()))
    for column, groups in groupings.items():
        print(f"\n{column:28} " + "".join(f"{kind + ' P / R (n)':>28}" for kind in report.tallies()))
        for group, tallies in report.by(groups).items():
            print(f"{group[:28]:28} " + "".join(f"{_cell(t):>28}" for t in tallies.values()))
    if misses:
        for miss in report.misses:
            detail = f" {miss.field}: annotated {miss.gold!r}, found {miss.found!r}" if miss.sort == "wrong" else ""
            print(f"\n{miss.sort.upper()} {miss.kind} in {miss.article}{detail}\n  {miss.sentence[:300]}")
            if miss.sort != "wrong":
                row = miss.gold if miss.sort == "missed" else miss.found
                print("  " + json.dumps({k: v for k, v in row.items() if k not in _LONG}, ensure_ascii=False))


def _cell(t: Tally) -> str:
    return f"{t.precision:.2f} / {t.recall:.2f} ({t.gold})" if t.gold + t.reported else "-"


_LONG = ("quote", "quotes", "evidence", "mentions", "mention_texts", "id", "start", "end", "article", "kind")
