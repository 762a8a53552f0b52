"""A small made-up world for the desk's tests: six articles of five outlets, with their records written by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from tui.corpus.model import Article, Basis, Line, LineClass
from tui.ledger.ledger import Ledger
from tui.ledger.reports import reports_of
from tui.picture import Data
from tui.records import (
    AttackStatus,
    AttackType,
    Attribution,
    Cyberattack,
    DatePrecision,
    Denial,
    Denied,
    Effect,
    Kind,
    Meeting,
    MeetingFormat,
    MeetingStatus,
    Movement,
    Outcome,
    Participant,
    Qualifier,
    Realis,
    Record,
    Stance,
    TroopFigure,
    Unit,
    record_id,
)
from tui.store.texts import MemoryTexts
from tui.weighed import data_of

TEXTS: dict[str, tuple[str | None, str | None, str, list[str]]] = {
    "delta.txt": ("Delta Courier", "2023-04-16", "Army masses at the dam", [
        "The army has massed 12,000 troops near the Nile crossings, General Amal Idris said on Saturday.",
        "Residents heard shelling through the night and shops stayed shut in the old town.",
        "A spokesman for the Rapid Brigade put the figure at more than 20,000.",
        "The two generals met in Jeddah on 14 April for four hours and reached no agreement.",
    ]),
    "harbour.txt": ("Harbour Post", "2023-04-17", "Central bank knocked offline", [
        "The Central Bank of Narvia was knocked offline by a flood of traffic on 15 April.",
        "Interior minister Lena Ostrow blamed Karsk for the attack, which Karsk denies.",
        "Some 900 peacekeepers remain in the capital, the United Nations said.",
    ]),
    "harbour2.txt": ("Harbour Post", "2023-04-18", "Talks may resume", [
        "Foreign ministers of Narvia and Karsk will meet in Geneva on 21 April.",
        "Up to 5,000 Karsk soldiers are to be sent to the frontier, an official said.",
    ]),
    "lantern.txt": ("The Lantern", "2023-04-18", "Bank attack: who did it?", [
        "The attack on the Central Bank of Narvia lasted two days; Washington has not said who was behind it.",
        "General Idris repeated that 12,000 troops stand near the Nile crossings.",
    ]),
    "wire.txt": ("Wire Four", "2023-04-19", "Ceasefire call", [
        "The presidents of Narvia and Karsk spoke by phone for 45 minutes on 18 April.",
        "If the talks fail, Karsk could send tens of thousands of troops.",
    ]),
    "scrap.txt": (None, None, "", [
        "An undated leaflet claims that 300 mercenaries hold the airfield.",
    ]),
}  # fmt: skip


def articles() -> list[Article]:
    """The articles, each sentence a line of body text under its title."""
    return [_article(name, *parts) for name, parts in TEXTS.items()]


def _article(name: str, outlet: str | None, day: str | None, title: str, sentences: list[str]) -> Article:
    text = "\n".join([title, *sentences]) + "\n"
    lines, at = [], 0
    for i, part in enumerate([title, *sentences]):
        cls = LineClass.TITLE if i == 0 and title else LineClass.BODY if part else LineClass.BLANK
        lines.append(Line(at, at + len(part), cls, "test"))
        at += len(part) + 1
    return Article(
        id=name,
        text=text,
        title=title or None,
        outlet=outlet,
        outlet_basis=Basis.STATED if outlet else Basis.UNKNOWN,
        published=dt.date.fromisoformat(day) if day else None,
        published_precision=DatePrecision.DAY if day else DatePrecision.UNKNOWN,
        date_basis=Basis.STATED if day else Basis.UNKNOWN,
        lines=tuple(lines),
    )


def _base(article: Article, kind: Kind, quote: str, anchor: int = 0, again: str = "", **more: Any) -> dict[str, Any]:
    start = article.text.index(quote)
    end = start + len(quote)
    mentions = [(start, end)]
    if again:
        mentions.append((article.text.index(again), article.text.index(again) + len(again)))
    return {
        "id": record_id(article.text, kind, start, end, anchor),
        "article": article.id,
        "source": article.outlet,
        "published": article.published_iso(),
        "evidence": quote,
        "start": start,
        "end": end,
        "mentions": tuple(mentions),
        "claimant": None,
        "claimant_side": None,
        **more,
    }


def records() -> list[Record]:
    """The records of the articles."""
    by = {a.id: a for a in articles()}

    def quote(name: str, n: int) -> str:
        return TEXTS[name][3][n]

    def figure(name: str, n: int, low: int | None, high: int | None, qualifier: Qualifier, **more: Any) -> TroopFigure:
        own: dict[str, Any] = {"unit": Unit.TROOPS, "side": None, "place": None, "movement": Movement.MASSED}
        own.update({k: more.pop(k) for k in tuple(more) if k in (*own, "increment", "per_unit", "as_of")})
        base = _base(by[name], Kind.TROOP_FIGURE, quote(name, n), **more)
        return TroopFigure(**base, low=low, high=high, qualifier=qualifier, **own)

    def attack(name: str, n: int, **more: Any) -> Cyberattack:
        own: dict[str, Any] = {
            "targets": ("Central Bank of Narvia",), "type": AttackType.DDOS, "status": AttackStatus.UNSPECIFIED,
            "date": "2023-04-15", "date_precision": DatePrecision.DAY, "effect": Effect.INTERRUPTION,
        }  # fmt: skip
        own.update({k: more.pop(k) for k in tuple(more) if k in (*own, "suspects", "attributions", "denials")})
        return Cyberattack(**_base(by[name], Kind.CYBERATTACK, quote(name, n), **more), **own)

    def meeting(name: str, n: int, sides: list[tuple[str | None, str | None]], **more: Any) -> Meeting:
        own: dict[str, Any] = {"place": None, "outcome": Outcome.NOT_STATED, "duration_minutes": None,
                               "date_precision": DatePrecision.DAY}  # fmt: skip
        own.update({k: more.pop(k) for k in tuple(more) if k in (*own, "format", "date", "status")})
        parts = tuple(Participant(who, None, side) for who, side in sides)
        return Meeting(**_base(by[name], Kind.MEETING, quote(name, n), **more), participants=parts, **own)

    return [
        figure("delta.txt", 0, 12000, 12000, Qualifier.EXACT, side="Sudan", place="Nile crossings",
               claimant="Amal Idris", claimant_side="Sudan"),
        figure("delta.txt", 2, 20000, None, Qualifier.MORE_THAN, side="Sudan", place="Nile crossings",
               claimant="Rapid Brigade", claimant_side="Rapid Brigade"),
        meeting("delta.txt", 3, [("Amal Idris", "Sudan"), ("Osman Daud", "Rapid Brigade")], place="Jeddah",
                date="2023-04-14", format=MeetingFormat.IN_PERSON, status=MeetingStatus.HELD, duration_minutes=240,
                outcome=Outcome.NO_BREAKTHROUGH),
        attack("harbour.txt", 0, again=quote("harbour.txt", 1), suspects=("Karsk",),
               attributions=(Attribution("Lena Ostrow", "Karsk"),), denials=(Denial("Karsk", Denied.RESPONSIBILITY),)),
        figure("harbour.txt", 2, 900, 900, Qualifier.ABOUT, unit=Unit.PEACEKEEPERS, side="United Nations",
               movement=Movement.PRESENT, claimant="United Nations", claimant_side="United Nations"),
        meeting("harbour2.txt", 0, [(None, "Narvia"), (None, "Karsk")], place="Geneva", date="2023-04-21",
                format=MeetingFormat.IN_PERSON, status=MeetingStatus.PLANNED, realis=Realis.PLANNED),
        figure("harbour2.txt", 1, None, 5000, Qualifier.UP_TO, side="Karsk", place="Narvia border",
               movement=Movement.TO_BE_SENT, claimant="an official", realis=Realis.PLANNED),
        attack("lantern.txt", 0, attributions=(Attribution("United States", None),), status=AttackStatus.OVER),
        figure("lantern.txt", 1, 12000, 12000, Qualifier.EXACT, side="Sudan", place="Nile crossings",
               claimant="Amal Idris", claimant_side="Sudan"),
        meeting("wire.txt", 0, [("President of Narvia", "Narvia"), ("President of Karsk", "Karsk")], date="2023-04-18",
                format=MeetingFormat.PHONE, status=MeetingStatus.HELD, duration_minutes=45),
        figure("wire.txt", 1, 10000, 99999, Qualifier.VAGUE, side="Karsk", movement=Movement.THREATENED,
               realis=Realis.CONDITIONAL, stance=Stance.ASSERTS),
        figure("scrap.txt", 0, 300, 300, Qualifier.EXACT, unit=Unit.MERCENARIES, place="airfield",
               movement=Movement.PRESENT, claimant="leaflet"),
    ]  # fmt: skip


def contains(outer: str, inner: str) -> bool:
    """Which place holds which, in this world."""
    return (outer, inner) == ("Sudan", "Nile crossings")


def _varied(record: Record, n: int) -> Record:
    """The n-th copy of a record: verbatim up to the tenth, then with numbers of its own."""
    if n < 10 or not isinstance(record, TroopFigure):
        return record
    low, high = (None if end is None else end + 10 * n for end in (record.low, record.high))
    return replace(record, low=low, high=high, qualifier=Qualifier.RANGE if low and high else record.qualifier)


def data(copies: int = 1) -> Data:
    """The world weighed, `copies` times over under other file names; from the tenth on the figures differ."""
    all_articles, all_records = [], []
    for n in range(copies):
        tail = f"#{n}" if n else ""
        all_articles += [replace(a, id=a.id + tail) for a in articles()]
        all_records += [_varied(replace(r, article=r.article + tail), n) for r in records()]
    reports = reports_of(all_records)
    return data_of(all_articles, reports, MemoryTexts(all_articles, all_records), lambda: Ledger(contains), contains)
