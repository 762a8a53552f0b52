"""The ledger on the five seed articles, with expectations that were read from the texts by hand.

The first tests weigh records written here as a careful reader of the seeds writes them, so that they measure the ledger
alone; the last ones weigh what extraction finds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.config import load_config
from tui.extract.gazetteer import Gazetteer
from tui.ledger.brief import as_markdown, brief
from tui.ledger.ledger import Ledger
from tui.ledger.model import Event, FigureClaim, Report, VerdictKind
from tui.ledger.places import containment, describer, organisations
from tui.ledger.reports import reports_of
from tui.ledger.series import envelope, series
from tui.records import (
    AttackStatus,
    AttackType,
    Attribution,
    Cyberattack,
    DatePrecision,
    Denial,
    Denied,
    Effect,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Movement,
    Participant,
    Qualifier,
    Record,
    TroopFigure,
    Unit,
)
from tui.store.database import Store
from tui.store.library import Library
from tui.store.weigh import weigh

SEEDS = Path(__file__).parents[2] / "seeds"
MIRROR, MAIL, MAIL2, JAZEERA, NEWS = "000", "001", "002", "003", "004"
OUTLETS = {MIRROR: "Daily Mirror", MAIL: "Daily Mail", MAIL2: "Daily Mail", JAZEERA: "Al Jazeera", NEWS: "news.com.au"}
TOLD = {MIRROR: "2022-02-16", MAIL: "2022-02-12", MAIL2: "2022-02-16", JAZEERA: "2022-02-16", NEWS: "2022-02-16"}

PUTIN = ("Vladimir Putin", "Russia")
BIDEN = ("Joe Biden", "United States")
STOLTENBERG = ("Jens Stoltenberg", "NATO")
MINISTERS = (None, "NATO")
SCHOLZ = ("Olaf Scholz", "Germany")
MOD = "Ministry of Defence of Ukraine"


def text_of(article: str) -> str:
    return next(SEEDS.glob(f"{article}_*")).read_text(encoding="utf-8")


def common(article: str, words: str) -> dict[str, Any]:
    """What every record of an article has; `words` must stand in it."""
    start = text_of(article).index(words)
    span = (start, start + len(words))
    return {
        "id": f"{article}{start}", "article": article, "source": OUTLETS[article], "published": TOLD[article],
        "evidence": words, "start": span[0], "end": span[1], "mentions": (span,),
    }  # fmt: skip


def figure(article: str, words: str, low: int | None, qualifier: str, who: str | None = None, **more: Any) -> Record:
    """A figure of Russian troops massed at Ukraine's border, unless told otherwise."""
    qualified = Qualifier(qualifier)
    given: dict[str, Any] = {
        "low": low, "high": None if qualified is Qualifier.MORE_THAN else low, "qualifier": qualified,
        "unit": Unit.TROOPS, "side": "Russia", "place": "Ukraine border", "movement": Movement.MASSED, "claimant": who,
        "claimant_side": None,
    } | more  # fmt: skip
    return TroopFigure(**common(article, words), **given)


def meeting(
    article: str, words: str, *who: tuple[str | None, str], date: str | None = None, place: str | None = None,
    format: str = "in_person", status: str = "held",
) -> Record:  # fmt: skip
    precision = {10: DatePrecision.DAY, 7: DatePrecision.MONTH}.get(len(date or ""), DatePrecision.UNKNOWN)
    return Meeting(
        **common(article, words), claimant=None, claimant_side=None,
        participants=tuple(Participant(name, None, side) for name, side in who), format=MeetingFormat(format),
        place=place, date=date, date_precision=precision, status=MeetingStatus(status),
    )  # fmt: skip


def attack(article: str, words: str, *targets: str, date: str | None = None, type: str = "unspecified",
           blame: tuple[tuple[str, str | None], ...] = (), deny: str | None = None) -> Record:  # fmt: skip
    precision = {10: DatePrecision.DAY, 7: DatePrecision.MONTH}.get(len(date or ""), DatePrecision.UNKNOWN)
    return Cyberattack(
        **common(article, words), claimant=None, claimant_side=None, targets=targets, type=AttackType(type),
        status=AttackStatus.UNSPECIFIED, date=date, date_precision=precision, effect=Effect.INTERRUPTION,
        suspects=tuple(to for _, to in blame if to), attributions=tuple(Attribution(by, to) for by, to in blame),
        denials=(Denial(deny, Denied.RESPONSIBILITY),) if deny else (),
    )  # fmt: skip


RECORDS = (
    # the attack of 15 February
    attack(MIRROR, "Privatbank and Oschad bank have been affected by the strike", "PrivatBank", "Oschadbank", MOD,
           date="2022-02-15"),
    attack(MAIL2, "a series of cyberattacks knocked out the websites of the Ukrainian army", MOD,
           "Armed Forces of Ukraine", "major banks", date="2022-02-15", type="ddos",
           blame=(("Jen Psaki", None),), deny="Russia"),
    attack(JAZEERA, "Russia was behind a series of cyberattacks on Ukraine’s defence ministry and two major banks",
           MOD, "two major banks", date="2022-02-15", type="ddos", blame=(("Illya Vityuk", "Russia"),),
           deny="Dmitry Peskov"),
    attack(JAZEERA, "another attack briefly took down key government websites", "key government websites",
           date="2022-01"),
    # meetings that more than one article tells, or that are easily taken for one another
    meeting(MIRROR, "will meet with fellow NATO defence ministers in Brussels on Wednesday", STOLTENBERG,
            ("Ben Wallace", "United Kingdom"), ("Lloyd Austin", "United States"), MINISTERS, date="2022-02-16",
            place="Brussels", format="multilateral", status="planned"),
    meeting(MAIL2, "arrived in Brussels for a summit with NATO defense chiefs including Lloyd Austin", STOLTENBERG,
            ("Lloyd Austin", "United States"), MINISTERS, date="2022-02-16", place="Brussels", format="multilateral"),
    meeting(JAZEERA, "at the start of a two-day meeting of NATO defence ministers in Brussels", STOLTENBERG,
            ("Anita Anand", "Canada"), MINISTERS, date="2022-02-16", place="Brussels", format="multilateral",
            status="under_way"),
    meeting(NEWS, "In Moscow, German Chancellor Olaf Scholz", PUTIN, SCHOLZ,
            date="2022-02-15", place="Moscow"),
    meeting(MAIL2, "Scholz also said diplomatic options are", PUTIN, SCHOLZ, date="2022-02-15", place="Moscow"),
    meeting(MAIL, "the new Chancellor of Germany is coming to visit next week", SCHOLZ, date="2022-02", place="Moscow",
            format="visit", status="planned"),
    meeting(MAIL, "British Foreign Secretary Liz Truss held frosty negotiations in Moscow",
            ("Liz Truss", "United Kingdom"), ("Sergei Lavrov", "Russia"), date="2022-02-10", place="Moscow"),
    meeting(MAIL, "Ben Wallace (left) met his counterpart Sergei Shoigu (right)", ("Ben Wallace", "United Kingdom"),
            ("Sergei Shoigu", "Russia"), date="2022-02-11", place="Moscow"),
    meeting(MAIL, "A call between Biden and Putin will take place on Saturday", BIDEN, PUTIN, date="2022-02-12",
            format="phone", status="planned"),
    # figures
    figure(MIRROR, "the West is still seeing these things go in the wrong direction with 130,000 Russian troops",
           130_000, "exact", "Ben Wallace"),
    figure(MIRROR, "An estimated 130,000 Kremlin troops remain idly on the border", 130_000, "about"),
    figure(MIRROR, "130,000-plus troops, both in Belarus and indeed Ukraine", 130_000, "more_than", "Ben Wallace",
           place="Belarus and Ukraine"),
    figure(MIRROR, "More than 150,000 troops remain along Ukraine's border", 150_000, "more_than", "Joe Biden",
           as_of="2022-02-15"),
    figure(MAIL, "Russia has ‘more than 150,000 combat troops’ massed at the Ukraine border", 150_000, "more_than",
           "Nils Andreas Stensones"),
    figure(NEWS, "around 130,000 remain on Ukraine’s eastern and southern borders", 130_000, "about"),
    figure(NEWS, "around 40,000 pro-Putin forces in Belarus", 40_000, "about", place="Belarus",
           movement=Movement.PRESENT),
    figure(NEWS, "to be pulling back around 10,000 troops", 10_000, "about", "Russia", place=None,
           movement=Movement.WITHDRAWN),
    figure(JAZEERA, "the estimated 100,000 plus soldiers it has deployed near Ukraine", 100_000, "more_than"),
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    known = Gazetteer.from_config(load_config())
    made = Ledger(containment(known), describe=describer(known), organisations=organisations(known))
    for article in OUTLETS:
        made.add(reports_of(r for r in RECORDS if r.article == article))
    return made


def articles(event: Event | FigureClaim) -> list[str]:
    return sorted({r.record.article for r in event.reports})


def told(event: Event, name: str) -> list[str]:
    return sorted(v.value for v in event.lists.get(name, ()))


def the_meeting(ledger: Ledger, *names: str) -> Event:
    """The only meeting in which all of these took part."""
    found = [e for e in ledger.meetings() if set(names) <= set(told(e, "participants"))]
    assert len(found) == 1
    return found[0]


def claim(ledger: Ledger, who: str | None, low: int, place: str = "Ukraine border") -> FigureClaim:
    found = [c for c in ledger.claims() if (c.claimant, c.low, c.place) == (who, low, place)]
    assert len(found) == 1
    return found[0]


def verdict_on(ledger: Ledger, one: FigureClaim, two: FigureClaim) -> VerdictKind | None:
    """How the second stands to the first, and the first to the second: the same."""
    there = {other.id: answer.kind for other, answer in ledger.related(one)}.get(two.id)
    back = {other.id: answer.kind for other, answer in ledger.related(two)}.get(one.id)
    assert there is back
    return there


def test_the_attack_of_15_february_is_one_event(ledger: Ledger) -> None:
    (event,) = [e for e in ledger.attacks() if e.date == "2022-02-15"]
    assert articles(event) == [MIRROR, MAIL2, JAZEERA]
    assert {"PrivatBank", "Oschadbank", MOD} <= set(told(event, "targets"))
    assert "Illya Vityuk → Russia" in told(event, "attributions")
    assert "Jen Psaki → withheld" in told(event, "attributions")
    assert "Dmitry Peskov denies responsibility" in told(event, "denials")
    assert (event.counts.outlets, event.counts.texts) == (3, 3)


def test_the_attack_of_january_is_another(ledger: Ledger) -> None:
    (event,) = [e for e in ledger.attacks() if e.date == "2022-01"]
    assert articles(event) == [JAZEERA]


def test_each_meeting_is_one(ledger: Ledger) -> None:
    assert articles(the_meeting(ledger, "Olaf Scholz", "Vladimir Putin")) == [MAIL, MAIL2, NEWS]
    assert articles(the_meeting(ledger, "Jens Stoltenberg")) == [MIRROR, MAIL2, JAZEERA]
    assert the_meeting(ledger, "Liz Truss", "Sergei Lavrov").date == "2022-02-10"
    assert the_meeting(ledger, "Ben Wallace", "Sergei Shoigu").date == "2022-02-11"
    assert the_meeting(ledger, "Joe Biden", "Vladimir Putin").fields["format"][0].value == "phone"
    assert len(ledger.meetings()) == 5


def test_what_was_planned_was_held(ledger: Ledger) -> None:
    scholz = the_meeting(ledger, "Olaf Scholz", "Vladimir Putin")
    assert scholz.history == (("2022-02-12", "planned"), ("2022-02-16", "held"))
    assert scholz.status == "held"


def test_the_same_number_of_two_origins_is_two_claims(ledger: Ledger) -> None:
    biden, norway = claim(ledger, "Joe Biden", 150_000), claim(ledger, "Nils Andreas Stensones", 150_000)
    assert biden.id != norway.id
    assert verdict_on(ledger, biden, norway) is VerdictKind.AGREE


def test_more_than_150_000_and_130_000_cannot_both_be(ledger: Ledger) -> None:
    wallace = claim(ledger, "Ben Wallace", 130_000)
    for who in ("Joe Biden", "Nils Andreas Stensones"):
        assert verdict_on(ledger, wallace, claim(ledger, who, 150_000)) is VerdictKind.CONTRADICT


def test_more_than_100_000_leaves_room_for_all(ledger: Ledger) -> None:
    bound = claim(ledger, None, 100_000)
    for who, low in (("Ben Wallace", 130_000), ("Joe Biden", 150_000), (None, 130_000)):
        assert verdict_on(ledger, bound, claim(ledger, who, low)) is VerdictKind.COMPATIBLE


def test_what_two_outlets_count_for_themselves_is_one_claim(ledger: Ledger) -> None:
    own = claim(ledger, None, 130_000)
    assert articles(own) == [MIRROR, NEWS]
    assert (own.counts.outlets, own.counts.texts, own.counts.origins) == (2, 2, 2)


def test_belarus_is_another_scope_than_the_border(ledger: Ledger) -> None:
    belarus, border = claim(ledger, None, 40_000, "Belarus"), claim(ledger, None, 130_000)
    assert verdict_on(ledger, belarus, border) is VerdictKind.SCOPE_DIFFERS


def test_a_withdrawal_is_no_figure_of_who_remains(ledger: Ledger) -> None:
    (withdrawn,) = [c for c in ledger.claims() if c.movement == "withdrawn"]
    assert withdrawn.claimant == "Russia"
    assert ledger.related(withdrawn) == []


def test_the_series_and_what_was_known_when(ledger: Ledger) -> None:
    contains = containment(Gazetteer.from_config(load_config()))
    points = series(ledger.claims(), contains, side="Russia", place="Ukraine border")
    assert [(p.first, p.claimant) for p in points[:1]] == [("2022-02-12", "Nils Andreas Stensones")]
    early, late = envelope(points, "2022-02-12"), envelope(points, "2022-02-16")
    assert early is not None
    assert late is not None
    assert (early.low, early.high) == (150_000, None)
    assert late.low is not None
    assert late.low < 150_000


def test_a_brief_names_sources_for_every_statement(ledger: Ledger) -> None:
    made = brief(ledger)
    statements = [s for section in made.sections for s in section.statements]
    assert all(s.sources and s.counts.outlets for s in statements)
    assert "PrivatBank" in as_markdown(made)


@pytest.fixture(scope="module")
def extracted() -> Ledger:
    library = Library(Store.open(None), [SEEDS], load_config())
    library.ingest()
    return weigh(library)


def test_of_what_is_extracted_the_attack_is_one_event(extracted: Ledger) -> None:
    (event,) = [e for e in extracted.attacks() if e.date == "2022-02-15"]
    assert len(articles(event)) == 3
    assert {"PrivatBank", "Oschadbank", MOD} <= set(told(event, "targets"))
    assert any(a.endswith("withheld") for a in told(event, "attributions"))
    assert any("denies responsibility" in d for d in told(event, "denials"))


def test_of_what_is_extracted_scholz_met_putin_once(extracted: Ledger) -> None:
    event = the_meeting(extracted, "Olaf Scholz", "Vladimir Putin")
    assert event.date == "2022-02-15"
    assert len(articles(event)) >= 2


def test_of_what_is_extracted_the_claims_stand_apart(extracted: Ledger) -> None:
    def of(who: str, low: int) -> FigureClaim:
        return claim(extracted, who, low)

    wallace, biden, norway = of("Ben Wallace", 130_000), of("Joe Biden", 150_000), of("Nils Andreas Stensones", 150_000)
    assert verdict_on(extracted, biden, norway) is VerdictKind.AGREE
    assert verdict_on(extracted, wallace, biden) is VerdictKind.CONTRADICT


def test_every_report_belongs_to_one_item(extracted: Ledger) -> None:
    seen: list[Report] = [r for c in extracted.claims() for r in c.reports]
    seen += [r for e in [*extracted.attacks(), *extracted.meetings()] for r in e.reports]
    assert len({r.key for r in seen}) == len(seen)
