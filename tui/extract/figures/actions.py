"""What the verbs and nouns of military news do with a force: the lexicon behind `movement`.

An action is named by what it makes of the counted people; which codebook movement follows is decided, with tense and
place, in `tui.extract.figures.movement`. Verbs are listed by their base; forms are derived.
"""

from __future__ import annotations

from enum import StrEnum

from tui.extract.verbs import all_forms


class Action(StrEnum):
    """What is done with, or by, the counted people."""

    MASS = "mass"
    STAY = "stay"
    SEND = "send"
    OFFER = "offer"  # a sending that is only announced: pledged, ordered, authorised
    LEAVE = "leave"
    RESIZE = "resize"  # cut, raised to a number
    STANDBY = "standby"
    MOBILISE = "mobilise"
    LOSE = "lose"
    HAVE = "have"  # weak: says that they exist
    TRAIN = "train"
    EXERCISE = "exercise"
    THREATEN = "threaten"


# verbs whose object (or passive subject) the force is
OBJECT: dict[Action, str] = {
    Action.MASS: "mass amass gather concentrate assemble marshal position poise muster array line arraign build",
    Action.STAY: "station base host house garrison maintain keep retain quarter stick entrench billet locate",
    Action.SEND: "send deploy dispatch move bring pour redeploy commit airlift fly ferry rush ship transfer rotate"
    " contribute push funnel parachute land post assign shift relocate infiltrate smuggle add pump pile provide pour"
    " supply hurry march throw lend despatch insert field inject trickle scramble",
    Action.OFFER: "pledge offer promise order authorise authorize approve request plan announce propose prepare earmark"
    " seek need require want ready",
    Action.LEAVE: "withdraw extricate recall remove pull evacuate repatriate",
    Action.RESIZE: "cut reduce lower trim slash shrink increase raise boost expand double triple halve limit",
    Action.MOBILISE: "mobilise mobilize conscript draft recruit enlist activate call enrol summon engage induct",
    Action.LOSE: "kill wound injure capture slay shoot behead execute massacre ambush detain bury hurt eliminate neutralise"
    " neutralize slaughter murder lose arrest imprison maim bomb hit",
    Action.HAVE: "have number total comprise boast possess command employ include involve contain consist lead see field"
    " draw muster estimate be",
    Action.TRAIN: "train equip arm pay teach",
    Action.THREATEN: "invade attack storm assault",
}
# verbs whose subject the force is
SUBJECT: dict[Action, str] = {
    Action.MASS: "mass gather assemble concentrate encircle surround besiege ring face amass converge",
    Action.STAY: "remain stay stand sit serve operate patrol guard hold occupy camp live fight wait protect defend control"
    " dig secure man monitor support help assist work oversee",
    Action.SEND: "arrive enter cross pour flow stream roll land move advance reach head travel fly join push march go come"
    " deploy flood infiltrate rush reinforce set",
    Action.LEAVE: "withdraw leave retreat depart exit return pull flee quit evacuate",
    Action.LOSE: "die perish surrender fall",
    Action.EXERCISE: "exercise drill rehearse train",
    Action.HAVE: "number total exist be",
    Action.THREATEN: "invade attack storm assault",
}
OBJECT_VERBS = {
    form: (base, action) for action, bases in OBJECT.items() for form, base in all_forms(bases.split()).items()
}
SUBJECT_VERBS = {
    form: (base, action) for action, bases in SUBJECT.items() for form, base in all_forms(bases.split()).items()
}
WEAK = frozenset({Action.HAVE})

# a particle behind the verb (or behind its object) makes another action of it
PARTICLES: dict[tuple[str, str], Action] = {
    ("pull", "back"): Action.LEAVE, ("pull", "out"): Action.LEAVE, ("bring", "home"): Action.LEAVE,
    ("bring", "back"): Action.LEAVE, ("draw", "down"): Action.LEAVE, ("come", "home"): Action.LEAVE,
    ("go", "home"): Action.LEAVE, ("come", "back"): Action.LEAVE, ("send", "home"): Action.LEAVE,
    ("be", "home"): Action.LEAVE, ("move", "out"): Action.LEAVE, ("move", "away"): Action.LEAVE,
    ("fly", "home"): Action.LEAVE, ("send", "back"): Action.LEAVE, ("take", "out"): Action.LEAVE,
    ("call", "up"): Action.MOBILISE, ("build", "up"): Action.MASS, ("line", "up"): Action.MASS,
    ("lay", "down"): Action.LOSE, ("blow", "up"): Action.LOSE, ("take", "prisoner"): Action.LOSE,
    ("take", "captive"): Action.LOSE, ("take", "hostage"): Action.LOSE, ("train", "up"): Action.TRAIN,
    ("leave", "behind"): Action.STAY, ("move", "in"): Action.SEND, ("be", "dead"): Action.LOSE,
    ("be", "missing"): Action.LOSE, ("leave", "dead"): Action.LOSE, ("march", "in"): Action.SEND,
}  # fmt: skip
PARTICLE_WORDS = frozenset(particle for _, particle in PARTICLES)

# nouns that name an action: "the deployment of 1,000 troops", "its withdrawal"
NOUNS: dict[Action, str] = {
    Action.SEND: "deployment dispatch arrival transfer redeployment influx movement reinforcement airlift insertion"
    " addition surge despatch rotation deployments",
    Action.MASS: "build-up buildup concentration massing amassing gathering assembly mobilisation-at",
    Action.STAY: "presence stationing garrison basing",
    Action.LEAVE: "withdrawal pullout pull-out pullback pull-back drawdown retreat departure exit repatriation"
    " withdrawals return evacuation reduction removal",
    Action.MOBILISE: "mobilisation mobilization call-up callup conscription recruitment draft enlistment activation",
    Action.LOSE: "death deaths killing killings loss losses capture surrender abduction beheading massacre ambush funeral"
    " funerals burial execution",
    Action.TRAIN: "training",
}
NOUN_ACTIONS = {word: action for action, words in NOUNS.items() for word in words.split()}
# words that count or hold people and hand on what governs them: "the majority of", "a total of", "groups of"
TRANSPARENT = frozenset(
    "majority total group groups number contingent force army presence unit units team wave batch part convoy column"
    " column deployment-of mass body estimate estimates first group band detachment minimum maximum mixture bulk"
    " additional remainder rest".split()
)

READY = frozenset("standby stand-by alert readiness notice preparedness".split())
EXERCISES = frozenset(
    "exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame wargames games war-game war-games".split()
)
# verbs that ask for an action that nobody says is being taken
DEMANDS = frozenset(
    "urge demand ask call want press appeal request beg tell insist refuse reject deny rule oppose fail decline stop"
    " block prevent pressure plead push implore require".split()
)
DEMAND_NOUNS = frozenset("demand demands call calls request requests appeal appeals refusal failure pressure".split())
PLAN_VERBS = frozenset(
    "plan intend decide pledge vow offer promise agree propose prepare order expect consider weigh mull discuss debate"
    " commit announce authorise authorize approve threaten aim hope want seek set schedule need ready due suggest"
    " recommend contemplate envisage foresee look move vote ask request say contemplate".split()
)
PLAN_NOUNS = frozenset(
    "plan plans decision intention proposal offer pledge order orders promise idea option options deal agreement"
    " timetable deadline target goal aim scheme proposals announcement request prospect possibility discussions"
    " preparation preparations intent commitment".split()
)
BEGIN_VERBS = frozenset("begin start continue finish complete keep manage help stop resume".split())
