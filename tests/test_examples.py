"""The example configs: they load, and what they add is found, with nothing changed in the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.config import load_config
from tui.extract.fold import fold
from tui.extract.gazetteer import Gazetteer
from tui.extract.mentions import find_mentions

EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "docs" / "examples").glob("*.yaml"))


def test_there_is_an_example() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_every_name_of_an_example_is_found(path: Path) -> None:
    config = load_config(path)
    gazetteer = Gazetteer.from_config(config)
    tables = (config.sides, config.places, config.institutions, config.targets)
    for table in tables:
        for name, spec in table.items():
            for spelling in (name, *(spec or {}).get("names", ())):
                entry = gazetteer.entry(spelling)
                assert entry is not None, spelling
                assert entry.name == name, spelling
    for name in config.people:
        assert name in [p.name for p in gazetteer.persons(name)]
    assert all(a.is_dir() for a in config.articles)


def test_the_taiwan_example_reads_a_report_of_that_crisis() -> None:
    gazetteer = Gazetteer.from_config(load_config(next(p for p in EXAMPLES if p.name == "taiwan.yaml")))
    text = fold(
        "Taiwan's coast guard said PLA Rocket Force units on Pingtan island had fired near Dongsha, the Mainland "
        "Affairs Council told Taipei Watch, and screens at 7-Eleven were defaced."
    )
    assert [(m.name, m.side) for m in find_mentions(text, gazetteer)] == [
        ("Coast Guard Administration", "Taiwan"),
        ("PLA Rocket Force", "China"),
        ("Pingtan", "China"),
        ("Pratas Islands", "Taiwan"),
        ("Mainland Affairs Council", "Taiwan"),
        ("Taipei Watch", None),
        ("7-Eleven", "Taiwan"),
    ]
