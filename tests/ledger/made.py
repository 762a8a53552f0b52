"""Reports with known truth: wire copies, rewrites, briefings, contradictions, updates; meetings and attacks half told.

A small world of sides and people; every report carries the truth it was made from, so that merging, counting and
verdicts can be measured exactly.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

from tui.ledger.model import Report, VerdictKind
from tui.records import (
    AttackStatus,
    AttackType,
    Attribution,
    Cyberattack,
    DatePrecision,
    Effect,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Movement,
    Participant,
    Qualifier,
    Realis,
    Record,
    Stance,
    TroopFigure,
    Unit,
)

SIDES = ("Arland", "Borland", "Corland", "Dorland", "Erland")
FIRST_NAMES = ("Ann", "Boris", "Cleo", "Dan")
PEOPLE = {side: [f"{first} {side[:3]}ov{n}" for n, first in enumerate(FIRST_NAMES)] for side in SIDES}
OUTLETS = tuple(f"Outlet {n}" for n in range(12))
START = dt.date(2021, 3, 1)


@dataclass(frozen=True)
class Told:
    """A report and the truth behind it: the claim or event it tells."""

    report: Report
    truth: str


@dataclass(frozen=True)
class Pair:
    """Two truths of claims and the verdict that is right between them."""

    a: str
    b: str
    verdict: VerdictKind


@dataclass(frozen=True)
class World:
    """Everything that was made. `counts` holds for each truth (mentions, outlets, texts, origins)."""

    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]
    counts: dict[str, tuple[int, int, int, int]]


def make_world(seed: int, stories: int = 60) -> World:
    """A world of `stories` stories, the same for the same seed."""
    maker = _Maker(random.Random(seed))
    for n in range(stories):
        (maker.briefing, maker.wire, maker.contradiction, maker.update, maker.meeting, maker.attack)[n % 6](n)
    return World(tuple(maker.told), tuple(maker.pairs), maker.counts)


def figure(article: str, outlet: str, day: dt.date, **more: Any) -> TroopFigure:
    """A figure with everything usual filled in."""
    given: dict[str, Any] = {
        "low": 1000, "high": 1000, "qualifier": Qualifier.EXACT, "unit": Unit.TROOPS, "side": "Arland",
        "place": "Borland border", "movement": Movement.MASSED, "claimant": None, "claimant_side": None,
        "mentions": ((0, 5),), "stance": Stance.ASSERTS, "realis": Realis.ACTUAL, "as_of": None,
    }  # fmt: skip
    given.update(more)
    return TroopFigure(
        id=f"f{article}{given['low']}{given['high']}{given['claimant']}", article=article, source=outlet,
        published=day.isoformat(), evidence="words", start=0, end=5, **given,
    )  # fmt: skip


class _Maker:
    def __init__(self, random_: random.Random) -> None:
        self.random = random_
        self.told: list[Told] = []
        self.pairs: list[Pair] = []
        self.counts: dict[str, tuple[int, int, int, int]] = {}
        self.articles = 0

    def day(self, story: int) -> dt.date:
        """Stories lie a month apart, so that none can be taken for another by its date alone."""
        return START + dt.timedelta(days=30 * story)

    def article(self) -> str:
        self.articles += 1
        return f"{self.articles:05}.txt"

    def outlets(self, n: int) -> list[str]:
        return self.random.sample(OUTLETS, n)

    def number(self, story: int) -> int:
        return 1000 * self.random.randint(3, 90) + story

    def tell(self, truth: str, record: Record, text: str, agency: str | None = None) -> None:
        self.told.append(Told(Report(record, text, agency), truth))

    def briefing(self, n: int) -> None:
        """One claimant, many outlets, each in its own words: many texts, one origin."""
        side, other = self.random.sample(SIDES, 2)
        who, number, outlets = PEOPLE[other][0], self.number(n), self.outlets(5)
        mentions = 0
        for i, outlet in enumerate(outlets):
            spans = tuple((10 * k, 10 * k + 5) for k in range(self.random.randint(1, 3)))
            mentions += len(spans)
            qualifier = self.random.choice((Qualifier.EXACT, Qualifier.ABOUT))
            record = figure(
                self.article(), outlet, self.day(n) + dt.timedelta(days=i % 3), side=side, place=f"{other} border",
                low=number, high=number, qualifier=qualifier, claimant=who, claimant_side=other, mentions=spans,
                movement=self.random.choice((Movement.MASSED, Movement.PRESENT)),
            )  # fmt: skip
            self.tell(f"briefing {n}", record, f"{n}/{i}")
        self.counts[f"briefing {n}"] = (mentions, 5, 5, 1)

    def wire(self, n: int) -> None:
        """An agency's text word for word in many outlets, and one outlet that counted for itself."""
        side, other = self.random.sample(SIDES, 2)
        number, outlets = self.number(n), self.outlets(6)
        for outlet in outlets[:5]:
            record = figure(self.article(), outlet, self.day(n), side=side, place=other, low=number, high=None,
                            qualifier=Qualifier.MORE_THAN, movement=Movement.DEPLOYED)  # fmt: skip
            self.tell(f"wire {n}", record, f"{n}/wire", "The Agency")
        record = figure(self.article(), outlets[5], self.day(n), side=side, place=other, low=number, high=None,
                        qualifier=Qualifier.MORE_THAN, movement=Movement.DEPLOYED)  # fmt: skip
        self.tell(f"wire {n}", record, f"{n}/own")
        self.counts[f"wire {n}"] = (6, 6, 2, 2)

    def contradiction(self, n: int) -> None:
        """Two claimants, same force, same days, numbers that cannot both be; a third whose bound fits the first."""
        side, other, third = self.random.sample(SIDES, 3)
        number = self.number(n)
        a, b, c = f"low {n}", f"high {n}", f"bound {n}"
        kinds = (
            (a, PEOPLE[other][1], number, number, Qualifier.EXACT),
            (b, PEOPLE[third][1], 3 * number, None, Qualifier.AT_LEAST),
            (c, PEOPLE[third][2], number // 2, None, Qualifier.MORE_THAN),
        )
        for truth, who, low, high, qualifier in kinds:
            for i, outlet in enumerate(self.outlets(2)):
                record = figure(self.article(), outlet, self.day(n) + dt.timedelta(days=i), side=side,
                                place=f"{other} border", low=low, high=high, qualifier=qualifier,
                                claimant=who)  # fmt: skip
                self.tell(truth, record, f"{truth}/{i}")
            self.counts[truth] = (2, 2, 2, 1)
        self.pairs += [
            Pair(a, b, VerdictKind.CONTRADICT),
            Pair(a, c, VerdictKind.COMPATIBLE),
            Pair(b, c, VerdictKind.COMPATIBLE),
        ]

    def update(self, n: int) -> None:
        """One claimant raises the figure four days on; another side's force, an increment and a place within differ."""
        side, other, third = self.random.sample(SIDES, 3)
        number, who = self.number(n), PEOPLE[other][3]
        place = f"{other} border"
        told: dict[str, dict[str, Any]] = {
            f"first {n}": {"low": number, "high": number},
            f"later {n}": {"low": 2 * number, "high": 2 * number, "later": 4},
            f"added {n}": {"low": number + 7, "high": number + 7, "increment": True},
            f"others {n}": {"low": number, "high": number, "side": third},
            f"part {n}": {"low": number // 3, "high": number // 3, "place": f"{place} and Dorland city"},
        }
        for truth, more in told.items():
            later = more.pop("later", 0)
            assert isinstance(later, int)
            day = self.day(n) + dt.timedelta(days=later)
            given: dict[str, Any] = {"side": side, "place": place, "claimant": who, **more}
            self.tell(truth, figure(self.article(), self.outlets(1)[0], day, **given), truth)
            self.counts[truth] = (1, 1, 1, 1)
        self.pairs += [
            Pair(f"first {n}", f"later {n}", VerdictKind.UPDATE),
            Pair(f"first {n}", f"added {n}", VerdictKind.NOT_COMPARABLE),
            Pair(f"first {n}", f"others {n}", VerdictKind.NOT_COMPARABLE),
            Pair(f"first {n}", f"part {n}", VerdictKind.SCOPE_DIFFERS),
        ]

    def meeting(self, n: int) -> None:
        """Two meetings of the same two states on one day, by different people, and a call a week later.

        Articles leave out the place, the date, a name; a preview has it planned.
        """
        one, two = self.random.sample(SIDES, 2)
        day = self.day(n)
        for part, (who, when, form) in enumerate(
            (
                (0, day, MeetingFormat.IN_PERSON),
                (1, day, MeetingFormat.IN_PERSON),
                (0, day + dt.timedelta(7), MeetingFormat.PHONE),
            )
        ):
            truth = f"meeting {n}/{part}"
            outlets = self.outlets(4)
            for i, outlet in enumerate(outlets):
                told_on = when + dt.timedelta(days=i - 1 if part < 2 else max(0, i - 1))
                planned = told_on < when
                undated = i == 3
                named = i != 2
                record = Meeting(
                    id=f"m{truth}{i}", article=self.article(), source=outlet, published=told_on.isoformat(),
                    evidence="words", start=0, end=5, mentions=((0, 5),), claimant=None, claimant_side=None,
                    realis=Realis.PLANNED if planned else Realis.ACTUAL,
                    participants=(Participant(PEOPLE[one][who], "Minister", one),
                                  Participant(PEOPLE[two][who] if named else None, None, two)),
                    format=MeetingFormat.UNSPECIFIED if undated and form is not MeetingFormat.PHONE else form,
                    place=None if i == 1 or form is MeetingFormat.PHONE else f"{one} city",
                    date=None if undated else when.isoformat(),
                    date_precision=DatePrecision.UNKNOWN if undated else DatePrecision.DAY,
                    status=MeetingStatus.PLANNED if planned else MeetingStatus.HELD,
                )  # fmt: skip
                self.tell(truth, record, f"{truth}/{i}")
            self.counts[truth] = (4, 4, 4, 4)

    def attack(self, n: int) -> None:
        """One wave on two victims told by four outlets: one names a single victim, one no day; and a warning."""
        side, blamed = self.random.sample(SIDES, 2)
        day = self.day(n)
        victims = (f"Bank of {side}", f"Ministry {n} of {side}")
        truth = f"attack {n}"
        for i, outlet in enumerate(self.outlets(4)):
            record = Cyberattack(
                id=f"a{truth}{i}", article=self.article(), source=outlet,
                published=(day + dt.timedelta(days=i)).isoformat(), evidence="words", start=0, end=5,
                mentions=((0, 5),), claimant=None, claimant_side=None,
                targets=victims if i != 1 else victims[1:], type=AttackType.DDOS,
                status=AttackStatus.ONGOING if i == 0 else AttackStatus.OVER,
                date=None if i == 3 else day.isoformat(),
                date_precision=DatePrecision.UNKNOWN if i == 3 else DatePrecision.DAY, effect=Effect.INTERRUPTION,
                suspects=(blamed,) if i % 2 else (),
                attributions=(Attribution(PEOPLE[side][0], blamed),) if i % 2 else (),
            )  # fmt: skip
            self.tell(truth, record, f"{truth}/{i}")
        self.counts[truth] = (4, 4, 4, 4)
        warning = Cyberattack(
            id=f"w{n}", article=self.article(), source=OUTLETS[0], published=day.isoformat(), evidence="words",
            start=0, end=5, mentions=((0, 5),), claimant=None, claimant_side=None, realis=Realis.CONDITIONAL,
            targets=victims, type=AttackType.UNSPECIFIED, status=AttackStatus.UNSPECIFIED, date=None,
            date_precision=DatePrecision.UNKNOWN, effect=Effect.NONE_STATED,
        )  # fmt: skip
        self.tell(f"warning {n}", warning, f"warning {n}")
        self.counts[f"warning {n}"] = (1, 1, 1, 1)
