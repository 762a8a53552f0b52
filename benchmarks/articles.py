"""Writes articles as they are scraped: headline, date, address, text of some kilobytes with some five records each.

    python -m benchmarks.articles FOLDER COUNT

The same articles every time, from templates of our own; a third repeats the text of a wire with small edits. They lie
in folders of a thousand files.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

START = dt.date(2021, 1, 4)
DAYS = 1000
CRISES = (
    ("Russia", "Ukraine", "Moscow", "Kyiv"), ("Serbia", "Kosovo", "Belgrade", "Pristina"),
    ("Azerbaijan", "Armenia", "Baku", "Yerevan"), ("Rwanda", "Uganda", "Kigali", "Kampala"),
    ("India", "Pakistan", "New Delhi", "Islamabad"), ("Ethiopia", "Eritrea", "Addis Ababa", "Asmara"),
    ("Sudan", "Chad", "Khartoum", "N'Djamena"), ("Venezuela", "Guyana", "Caracas", "Georgetown"),
)  # fmt: skip
NAMES = "Adan Belo Cormac Dragan Elena Farid Goran Hana Ivo Jelena Karim Lena Milan Nadia Omar Petra Rashid".split()
SURNAMES = "Abiodun Brankov Castellan Dervish Ekonomou Faridi Gorlan Haddad Ivashko Jalil Kovan Lemur Marchetti".split()
ROLES = ("Foreign Minister", "Defence Minister", "Prime Minister", "President")
UNITS = ("troops", "soldiers")
BANKS = ("Nordia Bank", "Centralna Bank", "Mercator Telecom", "the finance ministry", "the national railway")
FILLER = (
    "Shops stayed open in {town}, although queues formed at petrol stations before dawn.",
    "Aid groups said that roads around {town} were blocked by snow and that {n} convoys had turned back.",
    "The central bank left interest rates as they were, citing uncertainty about trade with {town}.",
    "Residents of {town} told reporters that they had slept in cellars since the weekend.",
    "A spokesman in {town} declined to comment on the report, and the embassy did not answer requests.",
    "Analysts in {town} warned that neither side could afford a long standoff, for winter would make supply harder.",
    "Markets fell by {n} points in early trading before {town} recovered most of its losses by the afternoon.",
    "The opposition in {town} called for an open debate and accused the government of hiding the costs.",
    "Schools near {town} will remain closed for {n} days, the regional governor announced.",
    "Photographs showed columns of lorries on the road to {town}, {n} of them without number plates.",
)
TOWNS = [a + b for a in "Bel Dra Kor Lis Mar Nov Pol Ras Tor Var".split() for b in "ava ino grad ek ola una".split()]


def _filler(random_: random.Random, count: int = 1) -> list[str]:
    return [f.format(town=random_.choice(TOWNS), n=random_.randint(3, 90)) for f in random_.sample(FILLER, count)]


def article(n: int) -> tuple[str, str]:
    """The path below the folder and the text of article `n`."""
    random_ = random.Random(n)
    wire = random_.random() < 0.33
    story = random.Random(f"wire {random_.randrange(1 + n // 40)}") if wire else random_
    one, two, capital, other = story.choice(CRISES)
    day = START + dt.timedelta(days=story.randrange(DAYS))
    paragraphs = [" ".join(sentences) for sentences in _paragraphs(story, one, two, capital, other, day)]
    if wire:
        paragraphs = [p for p in paragraphs if random_.random() < 0.95]
        paragraphs.append(f"Read more of our coverage of {one} and {two}.")
    head = f"{one} and {two}: {story.choice(('tension grows', 'talks go on', 'what we know', 'the week'))} {n}"
    url = f"https://www.outlet{random_.randrange(200)}.example/world/{day:%Y/%m/%d}/{n}"
    return f"{n // 1000:03}/{n:06}.txt", f"{head}\n{day:%Y%m%d}\n{url}\n" + "\n".join(paragraphs) + "\n"


def _paragraphs(
    random_: random.Random, one: str, two: str, capital: str, other: str, day: dt.date
) -> Iterator[list[str]]:
    people = [f"{random_.choice(NAMES)} {random_.choice(SURNAMES)}" for _ in range(4)]
    weekday = f"{day - dt.timedelta(1):%A}"
    number = f"{random_.choice((2, 5, 10, 30, 90, 100, 130)) * 1000:,}"
    yield [
        f"{one} has massed {random_.choice(('more than ', 'about ', ''))}{number} {random_.choice(UNITS)} "
        f"near the border with {two}, {two}'s defence ministry said on {weekday}.", *_filler(random_),
    ]  # fmt: skip
    for _ in range(random_.randint(2, 5)):
        yield _filler(random_, 3)
    role, place = random_.choice(ROLES), random_.choice((capital, other))
    yield [
        f"{one}'s {role} {people[0]} met {two}'s {role} {people[1]} in {place} on {weekday}.",
        *_filler(random_),
        f"“We have seen {random_.randint(2, 9)},000 {random_.choice(UNITS)} arrive this week,” {people[1]} said.",
    ]
    for _ in range(random_.randint(2, 6)):
        yield _filler(random_, 3)
    if random_.random() < 0.4:
        yield [
            f"A cyberattack hit the websites of {random_.choice(BANKS)} and {two}'s defence ministry on {weekday}.",
            f"{two} blamed {one} for the attack, and {one} denied any involvement.",
        ]
    if random_.random() < 0.5:
        yield [f"{people[2]}, {one}'s envoy, will travel to {other} next week for talks with {people[3]}."]
    yield [f"{two} has put {random_.randint(1, 9)}00 {random_.choice(UNITS)} on standby.", *_filler(random_)]


def write(folder: Path, count: int, first: int = 0) -> int:
    """Write `count` articles below `folder`; how many bytes they are."""
    size = 0
    for n in range(first, first + count):
        name, text = article(n)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(text.encode())
    return size


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]), int(sys.argv[2])):,} bytes")
