"""What a figure may count: the nouns for people under arms and for formed units, and the unit each stands for.

These are words of English, not names; the names of armies and groups come from the gazetteer.
"""

from __future__ import annotations

from itertools import pairwise

from tui.records import Unit

_PEOPLE: dict[Unit, str] = {
    Unit.TROOPS: "troop soldier serviceman servicewoman servicemember service-member fighter militant rebel insurgent"
    " jihadist jihadi islamist extremist terrorist gunman guerrilla guerilla militiaman combatant commando conscript"
    " infantryman airman sailor warrior legionnaire legionary loyalist partisan irregular regular sniper ranger"
    " tankman draftee enlistee gi mujahid recruit reinforcement operative artilleryman grenadier gendarme sapper seaman"
    " submariner",
    Unit.MARINES: "marine",
    Unit.PARATROOPERS: "paratrooper paratroop para",
    Unit.RESERVISTS: "reservist reserve",
    Unit.SEPARATISTS: "separatist secessionist",
    Unit.NATIONAL_GUARD: "guardsman",
    Unit.MERCENARIES: "mercenary",
    Unit.INSTRUCTORS: "instructor trainer adviser advisor",
    Unit.PEACEKEEPERS: "peacekeeper",
    Unit.BATTLEGROUP: "battlegroup",
    Unit.BATTALION_TACTICAL_GROUP: "btg",
    Unit.BRIGADE: "brigade",
    Unit.DIVISION: "division",
    Unit.BATTALION: "battalion",
}
_IRREGULAR = {
    "personnel": Unit.TROOPS, "forces": Unit.TROOPS, "infantry": Unit.TROOPS, "mujahideen": Unit.TROOPS,
    "mujahedeen": Unit.TROOPS, "mujahidin": Unit.TROOPS, "servicepeople": Unit.TROOPS, "paras": Unit.PARATROOPERS,
    "jawans": Unit.TROOPS, "manpower": Unit.TROOPS, "spetsnaz": Unit.TROOPS, "cavalry": Unit.TROOPS,
}  # fmt: skip

# two-word heads
PAIRS: dict[tuple[str, str], Unit] = {
    ("service", "members"): Unit.TROOPS,
    ("service", "personnel"): Unit.TROOPS,
    ("battle", "groups"): Unit.BATTLEGROUP,
    ("battle", "group"): Unit.BATTLEGROUP,
    ("tactical", "groups"): Unit.BATTALION_TACTICAL_GROUP,
    ("combat", "teams"): Unit.BRIGADE,
    ("border", "guards"): Unit.BORDER_GUARDS,
    ("frontier", "guards"): Unit.BORDER_GUARDS,
    ("blue", "helmets"): Unit.PEACEKEEPERS,
    ("national", "guards"): Unit.NATIONAL_GUARD,
    ("national", "guard"): Unit.NATIONAL_GUARD,
    ("revolutionary", "guards"): Unit.TROOPS,
    ("republican", "guards"): Unit.TROOPS,
    ("militia", "members"): Unit.TROOPS,
    ("army", "officers"): Unit.TROOPS,
    ("military", "officers"): Unit.TROOPS,
    ("military", "contractors"): Unit.MERCENARIES,
    ("security", "contractors"): Unit.MERCENARIES,
    ("special", "operators"): Unit.TROOPS,
    ("boots", "on"): Unit.TROOPS,
}
# a modifier that makes a general head a special unit: "reserve soldiers", "peacekeeping troops"
_MODIFIED: dict[str, Unit] = {
    "reserve": Unit.RESERVISTS, "reservist": Unit.RESERVISTS, "peacekeeping": Unit.PEACEKEEPERS,
    "airborne": Unit.PARATROOPERS, "paratroop": Unit.PARATROOPERS, "parachute": Unit.PARATROOPERS,
    "mercenary": Unit.MERCENARIES, "separatist": Unit.SEPARATISTS, "marine": Unit.MARINES, "marines": Unit.MARINES,
    "guardsmen": Unit.NATIONAL_GUARD,
}  # fmt: skip
_MODIFIED_PAIRS = {("national", "guard"): Unit.NATIONAL_GUARD, ("border", "guard"): Unit.BORDER_GUARDS}

# nouns that count soldiers only where the words around say so
PERSONS = frozenset(
    "men women people civilians members member person persons officers volunteers citizens nationals guards staff"
    " contractors others veterans prisoners captives hostages".split()
)
# of these only what belongs to a body of troops: "members of the 82nd Airborne"
BODY_PERSONS = frozenset("guards staff contractors others veterans members member prisoners captives hostages".split())
# what "members of", "men from" must be of
BODIES = frozenset(
    "army division brigade battalion regiment airborne guard guards forces force military navy corps militia"
    " militias marines infantry troops airforce legion commandos paratroops battlegroup garrison rangers"
    " paramilitary gendarmerie peshmerga reserves reserve".split()
)
# a body of men that "a 5,000-strong ..." and "a ... of 5,000" may describe
COLLECTIVES = BODIES | frozenset(
    "contingent mission group unit detachment presence coalition column convoy squad platoon company team"
    " deployment army units party base camp rebel garrison buildup build-up taskforce expedition vanguard band"
    " component surge".split()
)
# bodies that are military only where a word beside says so
CIVIL_TOO = frozenset("group team base camp party company unit mission column convoy band surge deployment".split())
MILITARY = frozenset(
    "armed military army uniformed fighting combat security recon reconnaissance peacekeeping stabilisation"
    " stabilization rebel guerrilla troop militia artillery infantry airborne naval".split()
)
# nouns behind a singular "5,000 troop ..." that still count the troops
_TROOP_NOUNS = frozenset(
    "deployment reduction increase surge presence contingent withdrawal drawdown force buildup build-up"
    " reinforcement cap limit ceiling commitment pullout pull-out mission army rotation boost cut garrison level"
    " levels".split()
)
# modifiers of people who do not fight
NON_COMBATANT = frozenset(
    "police policing civilian civil medical health aid relief humanitarian embassy diplomatic consular emergency"
    " rescue hospital administrative election cyber intelligence customs retired former union airport company"
    " staff fire student climate crime jet stealth aircraft eurofighter typhoon rafale gripen mirage mig sukhoi"
    " tornado f su warplane".split()
)
# things that carry a troop word in their name
_THINGS = frozenset(
    "jets jet aircraft planes plane bombers carriers carrier vehicles vehicle bases base positions targets camps"
    " families barracks uniforms graves helmets leaders leader commanders groups factions areas strongholds"
    " attacks deaths".split()
)


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("woman"):
        return noun[:-5] + "women"
    if noun.endswith("y"):
        return noun[:-1] + "ies"
    return noun + "s"


SINGULAR: dict[str, Unit] = {noun: unit for unit, words in _PEOPLE.items() for noun in words.split()}
PLURAL: dict[str, Unit] = {_plural(noun): unit for noun, unit in SINGULAR.items()} | _IRREGULAR
FORMED = frozenset({Unit.BATTLEGROUP, Unit.BATTALION_TACTICAL_GROUP, Unit.BRIGADE, Unit.DIVISION, Unit.BATTALION})
# people who fight for a group rather than for a state
IRREGULARS = frozenset(
    "fighters militants rebels insurgents jihadists jihadis islamists extremists terrorists gunmen guerrillas"
    " guerillas militiamen separatists secessionists partisans loyalists operatives mujahideen mercenaries".split()
)


def is_thing(word: str) -> bool:
    """Does a compound end here in something that is no person ("fighter jets", "troop carriers")?"""
    return word in _THINGS


def is_troop_noun(word: str) -> bool:
    """May it follow a singular "troop": "a 3,000-troop deployment"?"""
    return word in _TROOP_NOUNS


def modified(unit: Unit, modifiers: list[str]) -> Unit:
    """The unit of a head with these modifiers before it."""
    if unit is not Unit.TROOPS and unit is not Unit.RESERVISTS:
        return unit
    for pair in pairwise(modifiers):
        if pair in _MODIFIED_PAIRS:
            return _MODIFIED_PAIRS[pair]
    if unit is Unit.TROOPS:
        for word in modifiers:
            if word in _MODIFIED:
                return _MODIFIED[word]
    return unit
