"""The ledger over what the store holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tui.config import Config
from tui.ledger.ledger import Ledger
from tui.ledger.places import containment, describer, organisations
from tui.ledger.reports import reports_of
from tui.records import Record
from tui.store.library import Library
from tui.store.twins import Twins


def weigh(library: Library, as_of: str | None = None) -> Ledger:
    """A ledger of the library's records; with `as_of` (ISO day) only of what was published up to that day.

    What has no publication date is in every picture: its day is not known to be later.
    """
    ledger = empty_ledger(library)
    credited = agencies(library)
    by_article: dict[str, list[Record]] = defaultdict(list)
    for record in library.all_records():
        if as_of is None or record.published is None or record.published <= as_of:
            by_article[record.article].append(record)
    twins = Twins(library.store)
    twins.learn(record.evidence for records in by_article.values() for record in records)
    for article, records in by_article.items():
        texts = {(record.start, record.end): twins.text(record.evidence) for record in records}
        ledger.add(reports_of(records, credited.get(article), texts))
    return ledger


def empty_ledger(library: Library) -> Ledger:
    """A ledger with nothing in it that knows the library's places and the reliability of its outlets."""
    return Ledger(*_knowledge(library.config))


_compiled: list[tuple[Config, tuple[Any, ...]]] = []


def _knowledge(config: Config) -> tuple[Any, ...]:
    """What a ledger is made with, once a process and config."""
    from tui.extract.gazetteer import Gazetteer

    if not _compiled or _compiled[0][0] != config:
        known = Gazetteer.from_config(config)
        made = containment(known), reliability(config), describer(known), organisations(known)
        _compiled[:] = [(config, made)]
    return _compiled[0][1]


def agencies(library: Library) -> dict[str, str]:
    """The wire agency of each article that credits exactly one."""
    credits = {name: json.loads(stored) for name, stored in library.credits()}
    return {name: held[0] for name, held in credits.items() if len(held) == 1}


def reliability(config: Config) -> Mapping[str, str]:
    """Outlet -> letter A to F, where the config gives one."""
    given = {name: spec.get("reliability") for name, spec in config.outlets.items() if spec}
    return {name: letter for name, letter in given.items() if letter}
