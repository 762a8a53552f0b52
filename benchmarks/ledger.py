"""How long the ledger takes: N articles merged, and one article added to them.

    python -m benchmarks.ledger [N ...]       (default: 1000 10000 100000)

The articles are drawn from templates: some 3 records each, outlets and sides by a Zipf-like law, three years of days, a
third of the texts wire copies, meetings and attacks told by several outlets with fields left out.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import statistics
import sys
import time
from collections.abc import Iterator

from tui.ledger.ledger import Ledger
from tui.ledger.model import Report
from tui.records import (
    AttackStatus,
    AttackType,
    Cyberattack,
    DatePrecision,
    Effect,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Movement,
    Participant,
    Qualifier,
    TroopFigure,
    Unit,
)

DAYS = 1000
START = dt.date(2021, 1, 1)
SIDES = [f"State {n}" for n in range(60)]
ROLES = ["President", "Premier", "Foreign", "Defence", "Envoy", "General"]
OUTLETS = [f"Outlet {n}" for n in range(200)]


def zipf(random_: random.Random, things: list[str]) -> str:
    """One of `things`, the n-th about 1/n as likely as the first."""
    return things[min(len(things) - 1, int(random_.paretovariate(1.0)) - 1)]


def parties(day: dt.date, random_: random.Random) -> tuple[str, str]:
    """Who met in one of the twenty meetings of a day, the first of them told most."""
    of_day = random.Random(f"{day} {min(19, int(random_.paretovariate(0.8)) - 1)}")
    one, two = (f"{of_day.choice(ROLES)} of {zipf(of_day, SIDES)}" for _ in range(2))
    return one, two


def article(n: int, random_: random.Random) -> list[Report]:
    """The reports of article `n`."""
    day = START + dt.timedelta(days=random_.randrange(DAYS))
    common = {
        "article": f"{n:06}.txt", "source": zipf(random_, OUTLETS), "published": day.isoformat(), "evidence": "words",
        "start": 0, "end": 5, "mentions": ((0, 5),), "claimant_side": None,
    }  # fmt: skip
    text = f"wire {day} {random_.randrange(40)}" if random_.random() < 0.33 else f"text {n}"
    out: list[Report] = []
    for k in range(random_.choice((0, 1, 1, 2, 3))):
        side, place = zipf(random_, SIDES), zipf(random_, SIDES)
        number = random_.choice((100, 500, 1000, 5000, 10_000, 30_000, 100_000, 130_000, 150_000))
        who = f"Minister of {zipf(random_, SIDES)}" if random_.random() < 0.5 else None
        out.append(Report(TroopFigure(
            id=f"f{n}.{k}", claimant=who, low=number, high=random_.choice((number, None)), qualifier=Qualifier.EXACT,
            unit=Unit.TROOPS, side=side, place=f"{place} border", movement=random_.choice(list(Movement)), **common,
        ), f"{text}.{k}"))  # type: ignore[arg-type]  # fmt: skip
    if random_.random() < 0.6:
        held = day - dt.timedelta(days=random_.randrange(3))
        one, two = parties(held, random_)
        dated = random_.random() < 0.7
        out.append(Report(Meeting(
            id=f"m{n}", claimant=None, participants=(
                Participant(one, None, one.split(" of ")[1]),
                Participant(two if random_.random() < 0.8 else None, None, two.split(" of ")[1]),
            ),
            format=MeetingFormat.IN_PERSON, place=None, date=held.isoformat() if dated else None,
            date_precision=DatePrecision.DAY if dated else DatePrecision.UNKNOWN, status=MeetingStatus.HELD, **common,
        ), text))  # type: ignore[arg-type]  # fmt: skip
    if random_.random() < 0.2:
        victim = zipf(random_, SIDES)
        dated = random_.random() < 0.5
        out.append(Report(Cyberattack(
            id=f"a{n}", claimant=None, targets=(f"Ministry of {victim}", f"Bank of {victim}"), type=AttackType.DDOS,
            status=AttackStatus.UNSPECIFIED, date=day.isoformat() if dated else None,
            date_precision=DatePrecision.DAY if dated else DatePrecision.UNKNOWN, effect=Effect.NONE_STATED, **common,
        ), text))  # type: ignore[arg-type]  # fmt: skip
    return out


def articles(count: int) -> Iterator[list[Report]]:
    """`count` articles, the same every time."""
    random_ = random.Random(1)
    return (article(n, random_) for n in range(count))


def main() -> None:
    """Print a line for each size."""
    sizes = [int(a) for a in sys.argv[1:]] or [1_000, 10_000, 100_000]
    print("articles  reports   claims   events   merge s  us/report  add one ms (median, worst of 50)  peak MB")
    for size in sizes:
        held = list(articles(size))
        reports = sum(map(len, held))
        ledger = Ledger(lambda outer, inner: False)
        started = time.perf_counter()
        for one in held:
            ledger.add(one)
        claims = len(ledger.claims())
        events = len(ledger.attacks()) + len(ledger.meetings())
        took = time.perf_counter() - started
        added = []
        random_ = random.Random(2)
        for n in range(50):
            more = article(size + n, random_)
            started = time.perf_counter()
            ledger.add(more)
            ledger.refresh()
            added.append(1000 * (time.perf_counter() - started))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:8,} {reports:8,} {claims:8,} {events:8,} {took:9.2f} {1e6 * took / reports:10.1f} "
            f"{statistics.median(added):12.2f} {max(added):8.2f} {peak:28.0f}"
        )


if __name__ == "__main__":
    main()
