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
    RESIZE = "resize"  # cut or raised to a number
    STANDBY = "standby"
    MOBILISE = "mobilise"
    LOSE = "lose"
    HAVE = "have"  # weak: says that they exist
    HANDLE = "handle"  # trained, armed, paid, disarmed
    FIGHT = "fight"  # take part in an operation
    EXERCISE = "exercise"
    THREATEN = "threaten"


# verbs whose object (or passive subject) the force is
_OBJECT: dict[Action, str] = {
    Action.MASS: "mass amass gather concentrate assemble marshal position poise muster array line build",
    Action.STAY: "station base host house garrison maintain keep retain quarter entrench billet locate post leave",
    Action.SEND: "send deploy dispatch move bring pour redeploy commit airlift fly ferry rush ship transfer rotate"
    " contribute push funnel parachute land assign shift relocate infiltrate smuggle add pump pile provide deliver"
    " supply hurry march throw lend inject hand give",
    Action.OFFER: "pledge offer promise order authorise authorize approve request plan announce propose prepare"
    " earmark seek need require want ready recommend suggest envisage budget",
    Action.LEAVE: "withdraw extricate recall remove pull evacuate repatriate",
    Action.RESIZE: "cut reduce lower trim slash shrink increase raise boost expand double triple halve limit",
    Action.MOBILISE: "mobilise mobilize conscript draft recruit enlist activate enrol enroll summon engage induct",
    Action.LOSE: "kill wound injure capture slay shoot behead execute massacre ambush detain bury hurt eliminate"
    " neutralise neutralize slaughter murder lose arrest maim",
    Action.HAVE: "have number total comprise boast possess command employ include involve contain consist lead see"
    " draw estimate be face field muster",
    Action.HANDLE: "train equip arm pay teach disarm demobilise demobilize disband integrate vaccinate",
    Action.THREATEN: "invade attack storm assault",
}
# verbs whose subject the force is
_SUBJECT: dict[Action, str] = {
    Action.MASS: "mass gather assemble concentrate encircle surround besiege ring face amass converge",
    Action.STAY: "remain stay stand sit serve operate patrol guard hold occupy camp live fight wait protect defend"
    " control dig secure man monitor oversee conduct",
    Action.SEND: "arrive enter cross pour flow stream roll land move advance reach head travel fly join push march go"
    " come deploy flood infiltrate rush reinforce follow rotate",
    Action.LEAVE: "withdraw leave retreat depart exit return pull flee quit evacuate",
    Action.LOSE: "die perish surrender fall",
    Action.FIGHT: "participate",
    Action.EXERCISE: "exercise drill rehearse train",
    Action.HANDLE: "desert defect mutiny rebel protest graduate",
    Action.HAVE: "number total exist be lay throw",  # the last two with a particle: "laid down their weapons"
    Action.THREATEN: "invade attack storm assault",
}
Verbs = dict[str, tuple[str, Action]]


def _verbs(table: dict[Action, str]) -> Verbs:
    return {form: (base, act) for act, bases in table.items() for form, base in all_forms(bases.split()).items()}


OBJECT_VERBS = _verbs(_OBJECT)
SUBJECT_VERBS = _verbs(_SUBJECT)
GROWING = frozenset("increase raise boost expand strengthen reinforce grow double triple".split())
RESIZING = frozenset("fall rise grow drop decline shrink dwindle swell go climb".split()) | frozenset(
    _OBJECT[Action.RESIZE].split()
)

# a particle behind the verb (or behind its object) makes another action of it
PARTICLES: dict[tuple[str, str], Action] = {
    ("pull", "back"): Action.LEAVE, ("pull", "out"): Action.LEAVE, ("bring", "home"): Action.LEAVE,
    ("bring", "back"): Action.LEAVE, ("draw", "down"): Action.LEAVE, ("come", "home"): Action.LEAVE,
    ("go", "home"): Action.LEAVE, ("send", "home"): Action.LEAVE, ("be", "home"): Action.LEAVE,
    ("move", "out"): Action.LEAVE, ("move", "away"): Action.LEAVE, ("fly", "home"): Action.LEAVE,
    ("take", "out"): Action.LEAVE, ("head", "home"): Action.LEAVE, ("fly", "back"): Action.LEAVE,
    ("come", "back"): Action.LEAVE, ("go", "back"): Action.LEAVE, ("head", "back"): Action.LEAVE,
    ("send", "back"): Action.LEAVE, ("move", "back"): Action.LEAVE,
    ("call", "up"): Action.MOBILISE, ("build", "up"): Action.MASS, ("line", "up"): Action.MASS,
    ("lay", "down"): Action.LOSE, ("throw", "down"): Action.LOSE,
    ("take", "prisoner"): Action.LOSE, ("take", "captive"): Action.LOSE, ("put", "out"): Action.LOSE,
    ("take", "hostage"): Action.LOSE, ("be", "dead"): Action.LOSE, ("be", "missing"): Action.LOSE,
    ("leave", "dead"): Action.LOSE, ("leave", "wounded"): Action.LOSE, ("leave", "injured"): Action.LOSE,
    ("train", "up"): Action.HANDLE, ("leave", "behind"): Action.STAY, ("take", "part"): Action.FIGHT,
}  # fmt: skip
PARTICLE_WORDS = frozenset("up out back down away home off in".split())

# participles that tell a loss inside the phrase: "300 wounded soldiers"
LOST = frozenset(
    "killed dead wounded injured captured slain fallen missing neutralised neutralized detained prisoners".split()
)

# nouns that name an action: "the deployment of 1,000 troops", "its withdrawal"
_NOUNS: dict[Action, str] = {
    Action.SEND: "deployment dispatch arrival transfer redeployment influx movement reinforcement airlift insertion"
    " addition surge despatch rotation",
    Action.MASS: "build-up buildup concentration massing amassing gathering",
    Action.STAY: "presence stationing garrison basing",
    Action.LEAVE: "withdrawal pullout pull-out pullback pull-back drawdown retreat departure exit repatriation"
    " withdrawals return evacuation reduction removal",
    Action.MOBILISE: "mobilisation mobilization call-up callup conscription recruitment draft enlistment activation",
    Action.LOSE: "death deaths killing killings loss losses casualties dead capture surrender"
    " abduction beheading massacre funeral funerals burial execution",
    Action.HANDLE: "training disarmament",
}
NOUNS = {word: action for action, words in _NOUNS.items() for word in words.split()}
OWN_LOSSES = frozenset("loss losses deaths casualties dead".split())
# words that count or hold people and hand on what governs them: "the majority of", "a total of", "groups of"
TRANSPARENT = frozenset(
    "majority total group groups number contingent force army unit units team wave batch part convoy column body"
    " estimate estimates band detachment minimum maximum mixture bulk rest mix combination reinforcements".split()
)

READY = frozenset("standby stand-by alert readiness notice preparedness".split())
EXERCISES = frozenset(
    "edition exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame wargames games war-game"
    " war-games".split()
)
OPERATIONS = frozenset("operation operations offensive campaign fighting battle assault mission".split())
# verbs and nouns that ask for an action that nobody says is being taken
DEMANDS = frozenset(
    "urge demand ask call press appeal request beg insist refuse reject deny rule oppose fail decline stop block"
    " prevent pressure plead push implore".split()
)
DEMAND_NOUNS = frozenset("demand demands call calls request requests appeal appeals refusal failure pressure".split())
PLAN_VERBS = frozenset(
    "plan intend decide pledge vow offer promise agree propose prepare order expect consider weigh mull discuss"
    " debate commit announce authorise authorize approve threaten aim hope want seek set schedule need ready due"
    " suggest recommend contemplate envisage foresee look vote tell instruct direct".split()
)
PLAN_NOUNS = frozenset(
    "plan plans decision intention proposal offer pledge order orders promise idea option options deal agreement"
    " timetable deadline target goal aim scheme proposals announcement request prospect possibility discussions"
    " preparation preparations intent commitment argument case".split()
)
BEGIN_VERBS = frozenset("begin start continue finish complete keep manage help resume".split())
# "are believed to be", "was reported to have": the infinitive says what is the case
REPORT_VERBS = frozenset(
    "believe think say report know estimate confirm understand allege rumour rumor consider reckon assess".split()
)
SAYING = REPORT_VERBS | frozenset(
    "tell add claim announce warn insist mean show suggest deny admit reveal hope fear expect note acknowledge"
    " hear feel find indicate see".split()
)
SEEING = frozenset("see let help watch make have".split())
