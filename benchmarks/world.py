"""Reports as a large archive holds them: a dozen crises over three years, each with its people, its meetings, its
attacks and its figures, told by few or very many articles.

The world is the same for every size: more articles tell the same events more often, as in life. Crises and days are
unequal (a burst has a hundred times the articles of a quiet week), events are told after a heavy-tailed law, and an
article leaves out names, places and days, counts wrongly or copies a wire.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tui.ledger.model import Report
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
    TroopFigure,
    Unit,
)

DAYS = 1000
START = dt.date(2021, 1, 1)
CRISES = 12
OUTLETS = [f"Outlet {n}" for n in range(200)]
ROLES = ("President", "Prime Minister", "Foreign Minister", "Defence Minister", "Envoy", "Chief of Staff")
_SYLLABLES = "ba ke lo mi nu ra se ti vo za dro fel gan hur jas kov lem nor pel rik".split()


def word(random_: random.Random, parts: int = 3) -> str:
    """A name that nobody has."""
    return "".join(random_.choice(_SYLLABLES) for _ in range(parts)).capitalize()


@dataclass(frozen=True)
class Contact:
    """A meeting as it was."""

    people: tuple[tuple[str, str, str], ...]  # name, role, side
    day: dt.date
    format: MeetingFormat
    place: str | None


@dataclass(frozen=True)
class Wave:
    """An attack as it was."""

    targets: tuple[str, ...]
    day: dt.date
    type: AttackType
    blamed: str
    by: str


class Crisis:
    """A handful of sides with their people, and what happens between them."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(f"crisis {number}")
        self.sides = [word(self.random, 2) for _ in range(self.random.randint(3, 7))]
        self.people = {
            side: [(f"{word(self.random, 2)} {word(self.random)}", role, side) for role in ROLES] for side in self.sides
        }
        self.places = [word(self.random) for _ in range(6)]
        self.peak = self.random.randrange(DAYS)
        self.spread = self.random.choice((20, 60, 200))
        self._contacts: dict[int, list[Contact]] = {}
        self._waves: dict[int, list[Wave]] = {}

    def day(self, random_: random.Random) -> int:
        """A day of an article: near the peak."""
        return min(DAYS - 1, max(0, round(random_.gauss(self.peak, self.spread))))

    def contacts(self, day: int) -> list[Contact]:
        """The meetings of a day, the most told first."""
        if day not in self._contacts:
            of_day = random.Random(f"{self.sides} {day}")
            self._contacts[day] = [self._contact(of_day, day) for _ in range(of_day.randint(2, 8))]
        return self._contacts[day]

    def _contact(self, of_day: random.Random, day: int) -> Contact:
        count = of_day.choice((2, 2, 2, 2, 3, 5))
        sides = of_day.sample(self.sides, min(count, len(self.sides)))
        rank = of_day.randrange(len(ROLES))
        form = MeetingFormat.MULTILATERAL if len(sides) > 2 else of_day.choice(
            (MeetingFormat.IN_PERSON, MeetingFormat.PHONE))  # fmt: skip
        place = None if form is MeetingFormat.PHONE else of_day.choice(self.places)
        return Contact(tuple(self.people[s][rank] for s in sides), START + dt.timedelta(day), form, place)

    def waves(self, day: int) -> list[Wave]:
        """The attacks of a day: mostly none."""
        if day not in self._waves:
            of_day = random.Random(f"{self.sides} wave {day}")
            self._waves[day] = [self._wave(of_day, day)] if of_day.random() < 0.1 else []
        return self._waves[day]

    def _wave(self, of_day: random.Random, day: int) -> Wave:
        victim, other = of_day.sample(self.sides, 2)
        targets = [f"Ministry of {what} of {victim}" for what in ("Defence", "Finance", "Health")]
        targets += [f"{word(of_day)}bank", f"{word(of_day)} Telecom"]
        kind = of_day.choice([t for t in AttackType if t is not AttackType.UNSPECIFIED])
        chosen = tuple(of_day.sample(targets, of_day.randint(1, 3)))
        return Wave(chosen, START + dt.timedelta(day), kind, other, self.people[victim][4][0])


class World:
    """Articles of the world, one after the other; the same for the same seed. With `days`, all within some days."""

    def __init__(self, seed: int = 1, days: int | None = None) -> None:
        self.random = random.Random(seed)
        self.crises = [Crisis(n) for n in range(CRISES if days is None else 2)]
        if days is not None:
            for crisis in self.crises:
                crisis.peak, crisis.spread = DAYS // 2, days

    def articles(self, count: int, first: int = 0) -> Iterator[list[Report]]:
        """The reports of each of `count` articles."""
        return (self.article(n) for n in range(first, first + count))

    def article(self, n: int) -> list[Report]:
        """The reports of article `n`: some five."""
        random_ = self.random
        crisis = self.crises[_rank(random_, len(self.crises), 0.7)]
        day = crisis.day(random_)
        wire = random_.random() < 0.33
        common: dict[str, Any] = {
            "article": f"{n:06}.txt", "source": OUTLETS[_rank(random_, len(OUTLETS), 0.8)],
            "published": (START + dt.timedelta(day)).isoformat(), "evidence": "", "start": 0, "end": 0,
        }  # fmt: skip
        name = f"wire {day} {random_.randrange(20)}" if wire else f"text {n}"
        agency = "Wire" if wire and random_.random() < 0.7 else None
        made = [
            *(self._figure(crisis, day, n, k, common) for k in range(_rank(random_, 6, 0.6))),
            *(self._meeting(crisis, day, n, k, common) for k in range(_rank(random_, 6, 0.6))),
            *(self._attack(crisis, day, n, k, common) for k in range(random_.random() < 0.25)),
        ]
        return [Report(record, f"{name}.{k}", agency) for k, record in enumerate(r for r in made if r is not None)]

    def _figure(self, crisis: Crisis, day: int, n: int, k: int, common: dict[str, Any]) -> TroopFigure:
        random_ = self.random
        side, where = crisis.sides[_rank(random_, len(crisis.sides), 1.2)], random_.choice(crisis.sides)
        claimant = random_.choice(crisis.people[where])[0] if random_.random() < 0.5 else None
        told = random.Random(f"{side} {where} {claimant} {day // 9}")  # a claimant's figure holds for some days
        number = told.choice((500, 1000, 5000, 10_000, 30_000, 90_000, 100_000, 130_000, 150_000, 190_000))
        qualifier = random_.choice((Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN))
        return TroopFigure(
            id=f"f{n}.{k}", claimant=claimant, claimant_side=where if claimant else None, low=number,
            high=None if qualifier is Qualifier.MORE_THAN else number, qualifier=qualifier, unit=Unit.TROOPS, side=side,
            place=random_.choice((f"{where} border", where, crisis.places[0])),
            movement=random_.choice((Movement.MASSED, Movement.PRESENT, Movement.DEPLOYED, Movement.TO_BE_SENT)),
            mentions=((0, 0),) * random_.choice((1, 1, 1, 2)), **common,
        )  # fmt: skip

    def _meeting(self, crisis: Crisis, day: int, n: int, k: int, common: dict[str, Any]) -> Meeting:
        random_ = self.random
        off = random_.choice((0, 0, 0, -1, -1, -2, 1, 3))
        contacts = crisis.contacts(max(0, day + off))
        held = contacts[_rank(random_, len(contacts), 1.0)]
        people = list(held.people)
        if len(people) > 2 and random_.random() < 0.4:
            people.pop()
        parties = tuple(
            Participant(name if random_.random() < 0.85 else None, role, side) for name, role, side in people
        )
        exact = random_.random()
        dated = held.day.isoformat()
        date, precision = (dated, DatePrecision.DAY) if exact < 0.6 else (dated[:7], DatePrecision.MONTH)
        if exact > 0.66:
            date, precision = None, DatePrecision.UNKNOWN  # type: ignore[assignment]
        return Meeting(
            id=f"m{n}.{k}", claimant=None, claimant_side=None, participants=parties,
            format=held.format if random_.random() < 0.7 else MeetingFormat.UNSPECIFIED,
            place=held.place if random_.random() < 0.6 else None, date=date, date_precision=precision,
            status=MeetingStatus.PLANNED if off > 0 else MeetingStatus.HELD,
            realis=Realis.PLANNED if off > 0 else Realis.ACTUAL, mentions=((0, 0),), **common,
        )  # fmt: skip

    def _attack(self, crisis: Crisis, day: int, n: int, k: int, common: dict[str, Any]) -> Cyberattack | None:
        random_ = self.random
        near = [w for d in range(max(0, day - 10), day + 1) for w in crisis.waves(d)]
        if not near:
            return None
        wave = near[-1 - _rank(random_, len(near), 1.0)]
        exact = random_.random() < 0.5
        told = wave.targets[: random_.randint(1, len(wave.targets))]
        return Cyberattack(
            id=f"a{n}.{k}", claimant=None, claimant_side=None, targets=told,
            type=wave.type if random_.random() < 0.6 else AttackType.UNSPECIFIED, status=AttackStatus.UNSPECIFIED,
            date=wave.day.isoformat() if exact else None,
            date_precision=DatePrecision.DAY if exact else DatePrecision.UNKNOWN, effect=Effect.NONE_STATED,
            attributions=(Attribution(wave.by, wave.blamed),) if random_.random() < 0.5 else (), mentions=((0, 0),),
            **common,
        )  # fmt: skip


def _rank(random_: random.Random, count: int, steepness: float) -> int:
    """A number below `count`, small ones the likelier, the more so the steeper."""
    return min(count - 1, int(random_.paretovariate(steepness)) - 1)
