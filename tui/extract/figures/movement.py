"""What the counted people do: the codebook's `movement`, and how real it is told to be."""

from __future__ import annotations

from dataclasses import dataclass

from tui.extract.figures import actions, nouns
from tui.extract.figures.actions import Action
from tui.extract.figures.counted import Counted
from tui.extract.figures.governor import Governor
from tui.extract.figures.items import Row
from tui.extract.figures.places import BORDERS, Place
from tui.extract.figures.tense import tense_of
from tui.extract.model import Modality
from tui.records import Movement, Realis, Unit

# verbs that put troops somewhere: at a border the codebook calls that massed (convention 6)
_PUTTING = frozenset("deploy move send bring post dispatch pour rush".split())


# "is sending" tells a plan, "is bringing" what goes on
_FLOWING = frozenset("bring move pour rush funnel pump push ferry airlift ship pile".split())
_STATIONING = frozenset("station base post garrison locate".split())
# "Italy supplies 1,068": so many it has in the force
_LENDING = frozenset("supply contribute provide".split())
_TELLING_SIZE = frozenset("have be number total comprise include involve contain consist field muster draw".split())


@dataclass(frozen=True, slots=True)
class Moved:
    """Movement and realis of a figure with the rules that gave them; `at` is the item that decided."""

    movement: Movement
    rule: str
    realis: Realis
    realis_rule: str
    at: int


def moved(
    row: Row,
    counted: Counted,
    governor: Governor | None,
    exercise: int | None,
    place: Place | None,
    modality: Modality,
) -> Moved:
    """The movement of a figure from what governs it and where it is; `exercise` is the item that tells of one."""
    at = governor.index if governor is not None else counted.first
    action = governor.action if governor is not None else None
    tense = governor.tense if governor is not None else "real"
    if row[counted.first - 1].low in {"expected", "planned", "promised"}:
        tense = "planned"
    border = (place is not None and place.border) or _front(row, counted)
    if exercise is not None:
        movement, rule, at = Movement.EXERCISE, "for or in exercises", exercise
        tense = _exercise_tense(row, exercise) if governor is None or not governor.strong else tense
    elif tense == "demanded" or action is None or action is Action.HAVE:
        movement, rule = _at_rest(row, counted, governor, place, border)
    else:
        movement, rule = _of_action(counted, governor, tense, border, place is not None)
    realis, realis_rule = _realis(_is_now(row, governor), counted, movement, governor, tense, modality)
    return Moved(movement, rule, realis, realis_rule, at)


def _at_rest(
    row: Row, counted: Counted, governor: Governor | None, place: Place | None, border: bool
) -> tuple[Movement, str]:
    """No action on them: they are massed, present, or the strength of a force."""
    standby = counted.size and bool(row.lows(counted.first - 4, counted.first) & actions.READY)
    if standby or _ready(row, counted):
        return (Movement.MASSED, "at a border") if border else (Movement.STANDBY, "on alert or standby")
    if border:
        return Movement.MASSED, "at a border"
    if place is not None:
        return Movement.PRESENT, "in a place"
    return Movement.STRENGTH, "no action and no place"


def _of_action(
    counted: Counted, governor: Governor | None, tense: str, border: bool, placed: bool
) -> tuple[Movement, str]:
    if governor is None:
        return Movement.OTHER, "no action"
    action = governor.action
    rule = f"{governor.base}: {governor.relation}"
    if action is Action.MASS:
        return (Movement.TO_BE_SENT if tense in {"planned", "would", "conditional"} else Movement.MASSED), rule
    if action is Action.STAY and tense in {"planned", "would"} and governor.base in _STATIONING:
        return Movement.TO_BE_SENT, rule
    if action is Action.STAY:
        return (Movement.MASSED if border else Movement.PRESENT), rule
    if action is Action.RESIZE:
        return (Movement.PRESENT if placed else Movement.STRENGTH), rule
    if action is Action.OFFER:
        return Movement.TO_BE_SENT, rule
    if action is Action.SEND and governor.base in _LENDING and tense == "real":
        return Movement.PRESENT, rule
    if action is Action.SEND:
        sending = tense == "progressive" and governor.relation == "object" and governor.base not in _FLOWING
        coming = tense in {"planned", "conditional", "would"} or sending
        if coming:
            return Movement.TO_BE_SENT, rule
        if border and tense != "progressive" and governor.base in _PUTTING and not counted.quantity.increment:
            return Movement.MASSED, f"{rule}, at a border"
        return Movement.DEPLOYED, rule
    if action is Action.THREATEN and tense == "real":
        return Movement.OTHER, rule
    simple = {
        Action.LEAVE: Movement.WITHDRAWN,
        Action.STANDBY: Movement.MASSED if border else Movement.STANDBY,
        Action.MOBILISE: Movement.MOBILISED,
        Action.LOSE: Movement.LOSS,
        Action.EXERCISE: Movement.EXERCISE,
        Action.THREATEN: Movement.THREATENED,
    }
    return simple.get(action, Movement.OTHER), rule


def _is_now(row: Row, governor: Governor | None) -> bool:
    """Does a verb in the present tense govern: "patrols the south with 10,000"?"""
    if governor is None or governor.relation not in {"object", "subject", "with"}:
        return False
    group = row.between(row.group_start(governor.index), governor.index + 1)
    return any(t.form == "s" or (t.tag == "aux" and t.low in {"are", "have"}) for t in group)


def _realis(
    now: bool, counted: Counted, movement: Movement, governor: Governor | None, tense: str, modality: Modality
) -> tuple[Realis, str]:
    """The verb group of the action decides; what it leaves open the sentence's modality does."""
    if modality.realis is Realis.HISTORICAL and not now:
        return modality.realis, modality.rule
    if movement in {Movement.TO_BE_SENT, Movement.THREATENED}:
        if tense == "conditional" or (governor is not None and governor.base in {"need", "require"}):
            return Realis.CONDITIONAL, "conditional verb"
        if modality.realis is Realis.CONDITIONAL:
            return modality.realis, modality.rule
        return Realis.PLANNED, f"{movement}: not yet done"
    if tense == "demanded":
        return Realis.ACTUAL, "an action only demanded"
    if governor is not None and governor.action is Action.HAVE and governor.base not in _TELLING_SIZE:
        return Realis.ACTUAL, "taken for granted by the verb"
    if governor is None and counted.size:
        return Realis.ACTUAL, "the size of a body"
    if tense == "conditional":
        return Realis.CONDITIONAL, "conditional verb"
    if tense in {"planned", "would"}:
        return Realis.PLANNED, "future or planned verb"
    if tense == "progressive" and governor is not None and governor.action is Action.LEAVE:
        return (Realis.PLANNED if governor.relation == "object" else Realis.ACTUAL), "under way"
    if governor is not None and governor.relation in {"post", "subject", "object"} and governor.strong:
        return Realis.ACTUAL, "told as a fact"
    return modality.realis, modality.rule


def exercise_at(row: Row, counted: Counted, governor: Governor | None) -> int | None:
    """The item that says that they exercise: "for war games", "take part in drills", "exercises involving"."""
    if governor is not None and governor.action is Action.EXERCISE:
        return governor.index
    for j in range(counted.after, min(len(row), counted.after + 22)):
        if row[j].low in {";", ".", "after", "before"} or row[j].tag == "count":
            break
        if row[j].low == "," and row[j + 1].tag == "coord":
            break
        if row[j].low in actions.EXERCISES and _purpose(row, j):
            return j
    if governor is not None and governor.action is Action.HAVE and governor.relation == "object":
        for j in range(governor.index - 1, max(-1, governor.index - 26), -1):
            if row[j].low in actions.EXERCISES:
                return j
            if row[j].tag == "sub" and governor.base not in {"involve", "include"}:
                break
    return None


def _exercise_tense(row: Row, exercise: int) -> str:
    """The tense of the verb before the exercise: "would stage exercises involving 10,000"."""
    for j in range(exercise - 1, max(-1, exercise - 12), -1):
        if row[j].tag == "verb":
            return tense_of(row, j)
    return "real"


def _purpose(row: Row, j: int) -> bool:
    for k in range(j - 1, max(-1, j - 6), -1):
        if row[k].tag in {"prep", "to"}:
            return row[k].low in {"for", "in", "during", "to", "on"}
        if row[k].tag in {"verb", "aux", "sub", "rel"}:
            return row[k].base in {"conduct", "hold", "stage"}
    return False


def _ready(row: Row, counted: Counted) -> bool:
    for j in range(counted.after, min(len(row), counted.after + 10)):
        if row[j].low in actions.READY:
            return True
        if row[j].low in {",", ";", "."}:
            return False
    return False


def _front(row: Row, counted: Counted) -> bool:
    """Is a border or front line named in the words behind the phrase?"""
    for j in range(counted.after, min(len(row), counted.after + 10)):
        if row[j].low in BORDERS or row[j].low in {"frontline", "frontlines"} or row[j].low.startswith("line of "):
            return True  # "the Line of Control" parts two armies as a border does
        if row[j].low in {";", ".", "after", "because"} or row[j].tag == "count":
            return False
    return False


def accepts(row: Row, counted: Counted, governor: Governor | None, borrowed: bool) -> bool:
    """Do the words around make soldiers of "men", "people" and "Americans": sent, called up, in an exercise?"""
    if not counted.weak:
        return True
    if row.lows(counted.first - 2, counted.first) & {"among", "including"}:
        return False
    if counted.noun == "others":
        return borrowed and governor is not None and governor.action is Action.LOSE
    if counted.noun not in nouns.PERSONS:  # "They include 12,200 Americans", not "along with thousands of Afghans"
        return borrowed and governor is not None and governor.action is Action.HAVE
    if borrowed or (governor is not None and governor.action in {Action.MOBILISE, Action.RESIZE}):
        return True
    if governor is None:
        return False
    if counted.noun not in {"men", "women"}:
        return False
    if counted.of_own or governor.base in _TELLING_SIZE | {"lose", "keep"}:
        return True
    return governor.action in {Action.SEND, Action.MASS} and governor.relation == "object"


def mobilised_unit(counted: Counted, governor: Governor | None) -> Unit:
    """People called up are reservists."""
    if counted.weak and governor is not None and governor.action is Action.MOBILISE:
        return Unit.RESERVISTS
    return counted.unit
