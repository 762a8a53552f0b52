"""Which reports tell of one meeting or one attack, and which do not: cases from many crises."""

from __future__ import annotations

import itertools
import random

import pytest

from tui.config import load_config
from tui.extract.gazetteer import Gazetteer
from tui.ledger.ledger import Ledger
from tui.ledger.model import Event, Report
from tui.ledger.names import same_person
from tui.ledger.places import containment, describer, organisations
from tui.records import (
    AttackStatus,
    AttackType,
    Cyberattack,
    DatePrecision,
    Effect,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Participant,
    Realis,
)

GAZETTEER = Gazetteer.from_config(load_config())
_numbers = itertools.count()


def ledger(*reports: Report) -> Ledger:
    made = Ledger(
        containment(GAZETTEER), describe=describer(GAZETTEER), organisations=organisations(GAZETTEER)
    )
    made.add(reports)
    return made


def met(
    *who: str, told: str = "2020-06-10", date: str | None = None, format: str = "in_person", place: str | None = None,
    status: str = "held", article: str | None = None, realis: str = "actual",
) -> Report:  # fmt: skip
    """A report of a meeting; `who` is "Name/Side", "/Side" where nobody is named."""
    number = next(_numbers)
    parties = [(name or None, side or None) for name, _, side in (w.partition("/") for w in who)]
    precision = {10: DatePrecision.DAY, 7: DatePrecision.MONTH}.get(len(date or ""), DatePrecision.UNKNOWN)
    record = Meeting(
        id=f"m{number}", article=article or f"{number:04}.txt", source=f"Outlet {number}", published=told or None,
        evidence="words", start=0, end=5, mentions=((0, 5),), claimant=None, claimant_side=None, realis=Realis(realis),
        participants=tuple(Participant(name, None, side) for name, side in parties), format=MeetingFormat(format),
        place=place, date=date, date_precision=precision, status=MeetingStatus(status),
    )  # fmt: skip
    return Report(record, f"text {number}")


def hit(
    *targets: str, told: str = "2021-05-12", date: str | None = None, type: str = "unspecified",
    realis: str = "actual", article: str | None = None,
) -> Report:  # fmt: skip
    """A report of an attack."""
    number = next(_numbers)
    precision = {10: DatePrecision.DAY, 7: DatePrecision.MONTH}.get(len(date or ""), DatePrecision.UNKNOWN)
    record = Cyberattack(
        id=f"a{number}", article=article or f"{number:04}.txt", source=f"Outlet {number}", published=told or None,
        evidence="words", start=0, end=5, mentions=((0, 5),), claimant=None, claimant_side=None, realis=Realis(realis),
        targets=targets, type=AttackType(type), status=AttackStatus.UNSPECIFIED, date=date, date_precision=precision,
        effect=Effect.NONE_STATED,
    )  # fmt: skip
    return Report(record, f"text {number}")


def events(*reports: Report) -> list[Event]:
    """The events, after checking that the order of arrival makes no difference."""
    made = ledger(*reports)
    found = [*made.meetings(), *made.attacks()]
    for seed in range(3):
        shuffled = list(reports)
        random.Random(seed).shuffle(shuffled)
        again = ledger()
        for report in shuffled:
            again.add([report])
            again.refresh()
        assert [*again.meetings(), *again.attacks()] == found
    return found


def together(*reports: Report) -> list[set[int]]:
    """Which reports (by their place among the arguments) are put together."""
    place = {r.key: n for n, r in enumerate(reports)}
    return sorted(({place[r.key] for r in e.reports} for e in events(*reports)), key=min)


DAY = "2020-06-10"


@pytest.mark.parametrize(
    "reports",
    [
        # one tells the place, the other not; a name is left out; a city lies in a state
        (met("Abiy Ahmed/Ethiopia", "Isaias Afwerki/Eritrea", date=DAY, place="Asmara"),
         met("Abiy Ahmed/Ethiopia", "/Eritrea", date=DAY),
         met("Abiy/Ethiopia", "Isaias Afwerki/Eritrea", date=DAY, place="Eritrea")),
        # the envoys' aides are named by one outlet only
        (met("Ann Bell/Kosovo", "Boris Cvetic/Serbia", date=DAY, place="Brussels"),
         met("Ann Bell/Kosovo", "Boris Cvetic/Serbia", "Carl Dorn/Serbia", "Eva Fox/Kosovo", date=DAY)),
        # planned before, told without a day after
        (met("Kim Jong Un/North Korea", "Moon Jae-in/South Korea", date=DAY, told="2020-06-03", status="planned"),
         met("Kim Jong Un/North Korea", "Moon Jae-in/South Korea", told="2020-06-12"),
         met("/North Korea", "Moon Jae-in/South Korea", date="2020-06", told="2020-06-28")),
        # of a conference every outlet names its own minister
        (met("Ann Bell/Mali", "/African Union", date=DAY, format="multilateral", place="Addis Ababa"),
         met("Ben Cole/Niger", "/African Union", date=DAY, format="multilateral", place="Addis Ababa")),
        # talks of two days
        (met("Ann Bell/India", "Bo Chen/China", date=DAY, place="Ladakh"),
         met("Ann Bell/India", "Bo Chen/China", date="2020-06-11", place="Ladakh")),
        # a visit without a counterpart, dated by its month
        (met("Nancy Bell/United States", format="visit", place="Japan", date=DAY),
         met("Nancy Bell/United States", format="visit", place="Japan", date="2020-06", status="planned",
             told="2020-06-02")),
    ],
)  # fmt: skip
def test_one_meeting(reports: tuple[Report, ...]) -> None:
    assert together(*reports) == [set(range(len(reports)))]


@pytest.mark.parametrize(
    ("reports", "right"),
    [
        # one calls two others on one day
        ((met("Ann Bell/France", "Bo Chen/China", date=DAY, format="phone"),
          met("Ann Bell/France", "Carl Dorn/Germany", date=DAY, format="phone"),
          met("Ann Bell/France", date=DAY, format="phone")), 2),
        # the ministers met, and so did the generals
        ((met("Ann Bell/India", "Bo Chen/China", date=DAY),
          met("Cem Das/India", "Da Feng/China", date=DAY),
          met("Cem Das/India", "/China", date=DAY)), 2),
        # a call is no visit
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date=DAY, format="phone"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", date=DAY, place="Tehran")), 2),
        # on the margins of a conference
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date=DAY, place="Geneva"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", "Ed Ford/Syria", "/Turkey", date=DAY, format="multilateral",
              place="Geneva")), 2),
        # what was held was not held later; a plan is not about the past
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date="2020-06-14"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", told="2020-06-10")), 2),
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date="2020-06-06"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", told="2020-06-10", status="planned")), 2),
        # the same two, a month later, without a day
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date="2020-06-06"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", told="2020-07-10")), 2),
        # an article that tells two calls tells two calls
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date=DAY, article="x"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", date=DAY, article="x", format="unspecified")), 2),
        # many are ready to talk
        ((met("/Iran", "/Iraq", status="proposed"), met("/Iran", "/Syria", "/Iraq", status="proposed")), 2),
        # long ago
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date="2020-06-06"),
          met("Ann Bell/Iran", "Bo Chen/Iraq", told="2020-06-08", realis="historical")), 2),
        # one side alone says little
        ((met("Ann Bell/Iran", "Bo Chen/Iraq", date=DAY), met("/Iran", date=DAY, format="visit")), 2),
    ],
)  # fmt: skip
def test_more_than_one_meeting(reports: tuple[Report, ...], right: int) -> None:
    assert len(together(*reports)) == right


def test_what_fits_two_meetings_does_not_make_them_one() -> None:
    reports = [
        met("Ann Bell/India", "Bo Chen/China", date=DAY, place="Moscow"),
        met("Cem Das/India", "Da Feng/China", date=DAY, place="Moscow"),
        met("/India", "/China", date=DAY),
        met("/India", "/China"),
    ]
    found = together(*reports)
    assert len(found) == 2
    assert sum(map(len, found)) == 4


def test_few_slips_do_not_part_what_most_tell_as_one() -> None:
    """One article records the same meeting twice: its second record stands alone, the event stays whole."""
    told = [met("Ann Bell/Mali", "Bo Chen/Niger", date=DAY, place="Bamako") for _ in range(4)]
    told += [met("Ann Bell/Mali", "Bo Chen/Niger", date=DAY) for _ in range(4)]
    slip = [met("Ann Bell/Mali", "Bo Chen/Niger", date=DAY, place=p, article="slip") for p in ("Bamako", None)]
    sizes = sorted(len(e.reports) for e in events(*told, *slip))
    assert sizes == [1, 9]


def test_what_most_tell_apart_stays_apart() -> None:
    """The same people at one place in two rounds that every article keeps apart."""
    reports = []
    for n in range(3):
        reports.append(met("Ann Bell/India", "Bo Chen/Japan", "Cy Dee/Australia", date=DAY, article=f"{n}"))
        reports.append(met("Ann Bell/India", "Bo Chen/Japan", "Ed Fox/Australia", "Gil Ham/Fiji", date=DAY,
                           article=f"{n}"))  # fmt: skip
    assert sorted(len(e.reports) for e in events(*reports)) == [3, 3]


@pytest.mark.parametrize(
    "reports",
    [
        (hit("Colonial Pipeline", date="2021-05-07", type="ransomware"),
         hit("Colonial Pipeline", told="2021-05-12"),
         hit("Colonial Pipeline", "a US pipeline operator", date="2021-05-08", type="ransomware")),
        (hit("PrivatBank", "Ministry of Defence of Ukraine", date="2022-02-15", type="ddos"),
         hit("Ministry of Defence of Ukraine", "two major banks", date="2022-02-15")),
        (hit("more than 70 Ukrainian government websites", date="2022-01-14", type="defacement"),
         hit("Ukrainian government websites", date="2022-01", told="2022-01-20")),
        (hit("Estonian banks", date="2007-04-27", type="ddos"), hit("banks in Estonia", date="2007-04-27")),
        (hit("Ukraine", date="2017-06-27", type="wiper"), hit("Ukrenergo", "Kyiv metro in Ukraine", date="2017-06-27")),
        (hit("US companies", realis="conditional", told="2022-02-15"),
         hit("US companies", realis="conditional", told="2022-02-16")),
    ],
)  # fmt: skip
def test_one_attack(reports: tuple[Report, ...]) -> None:
    assert together(*reports) == [set(range(len(reports)))]


@pytest.mark.parametrize(
    "reports",
    [
        # of two states
        (hit("Ukrainian state websites", date="2022-01-14"), hit("Canadian state websites", date="2022-01-14")),
        # a warning is no incident
        (hit("Colonial Pipeline", date="2021-05-07"),
         hit("Colonial Pipeline", told="2021-05-09", realis="conditional")),
        # months apart
        (hit("Saudi Aramco", date="2012-08-15"), hit("Saudi Aramco", date="2021-06-23")),
        # of another sort, with no name
        (hit("government agencies", date="2022-01-13", type="wiper"),
         hit("government websites", date="2022-01-13", type="defacement")),
        # told as done before it came
        (hit("Viasat", date="2022-02-24"), hit("Viasat", told="2022-02-18")),
        # nothing in common but the state, and no day
        (hit("Iran", told="2021-05-12"), hit("Iranian fuel stations", told="2021-05-13")),
        # one article keeps them apart
        (hit("Viasat", date="2022-02-24", article="x"), hit("Viasat", date="2022-02-24", article="x", type="wiper")),
    ],
)  # fmt: skip
def test_more_than_one_attack(reports: tuple[Report, ...]) -> None:
    assert together(*reports) == [{0}, {1}]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ben Wallace", "Ben Wallace", True),
        ("Wallace", "Ben Wallace", True),
        ("B. Wallace", "Ben Wallace", True),
        ("Xi", "Xi Jinping", True),
        ("Viktor Orbán", "Viktor Orban", True),
        ("Abiy", "Abiy Ahmed", True),
        ("George Bush", "Jeb Bush", False),
        ("Ben Wallace", "Ben Cardin", False),
        ("Un", "Kim Jong Un", True),
        ("Jong", "Kim Jong Un", False),
    ],
)
def test_names_of_one_person(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same is same_person(b, a)


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("Ukraine", "Kyiv", True),
        ("Ukraine border", "Belarus", True),
        ("Ukraine border", "Ukraine", False),
        ("Ukraine border", "western Russia", True),
        ("Mali", "northern Mali", True),
        ("Mali", "northern Niger", False),
        ("Iraq", "Mosul", True),
        ("Mosul", "Iraq", False),
        ("Syria", "Syria", False),
    ],
)
def test_containment(outer: str, inner: str, holds: bool) -> None:
    assert containment(GAZETTEER)(outer, inner) is holds


def test_ids_outlive_what_is_learned_later() -> None:
    """A name, a place, a status told by later articles change the event, not its id."""
    book = ledger(met("/Mali", "Bo Chen/Niger", date=DAY, told="2020-06-08", status="planned"))
    first = book.meetings()[0]
    book.add([met("Ann Bell/Mali", "Bo Chen/Niger", date=DAY, told="2020-06-11", place="Bamako")])
    book.add([met("Ann Bell/Mali", "Bo Chen/Niger", told="2020-06-12", format="unspecified")])
    (later,) = book.meetings()
    assert later.id == first.id
    assert (later.status, len(later.reports)) == ("held", 3)
    assert [status for _, status in later.history] == ["planned", "held"]


def test_a_field_on_which_they_differ_shows_who_says_what() -> None:
    (event,) = events(
        met("Ann Bell/Mali", "Bo Chen/Niger", date=DAY, place="Bamako"),
        met("Ann Bell/Mali", "Bo Chen/Niger", date=DAY, place="Bamako"),
        met("Ann Bell/Mali", "Bo Chen/Niger", date="2020-06-11", place="Bamako"),
    )
    assert event.disputed() == ("date",)
    assert [(v.value, len(v.reports)) for v in event.fields["date"]] == [(DAY, 2), ("2020-06-11", 1)]


def test_an_article_that_comes_again_replaces_itself() -> None:
    report = met("Ann Bell/Mali", "Bo Chen/Niger")
    book = ledger(report)
    book.add([report])
    assert [len(e.reports) for e in book.meetings()] == [1]
    book.remove(report.record.article)
    assert book.meetings() == []
