"""Words that make what they govern planned or merely possible."""

from __future__ import annotations

# a fear, threat or risk of something
DOUBTFUL_NOUNS = frozenset(
    "fear fears threat threats risk risks danger dangers possibility possibilities prospect prospects likelihood "
    "chance chances "
    "concern concerns worry worries warning warnings probability potential scenario scenarios spectre specter anxiety "
    "apprehension "
    "speculation rumour rumours rumor rumors temptation event case hypothetical eventuality preparedness vulnerability "
    "resilience protection defence defense defences defenses guard vulnerable susceptible".split()
)
DOUBTFUL_VERBS = frozenset(
    "fear threaten warn risk worry prevent avert avoid deter repel thwart anticipate imagine simulate contemplate "
    "brace "
    "dread foresee prepare".split()
)
POSSIBLE_ADJECTIVES = frozenset(
    "possible potential feared threatened hypothetical likely alleged-future looming impending imminent would-be "
    "theoretical "
    "simulated future possible".split()
)
PLAN_NOUNS = frozenset(
    "plan plans proposal proposals intention intentions order orders decision pledge pledges promise offer request "
    "requests bid "
    "preparations aim goal readiness willingness authorisation authorization approval commitment blueprint "
    "ultimatum call calls demand demands".split()
)
PLAN_VERBS = frozenset(
    "plan propose intend expect aim pledge promise vow offer consider weigh schedule authorise authorize approve want "
    "hope seek "
    "prepare announce mull envisage envision request require need urge agree decide".split()
) - {"announce", "seek"}
PLANNED_ADJECTIVES = frozenset(
    "planned proposed expected anticipated scheduled intended promised pledged upcoming forthcoming".split()
)
# "ordered 3,000 troops to deploy"
ORDERING = frozenset("order tell instruct direct command ask authorise authorize urge call ready request".split())
ABOUT_TO = frozenset(
    "set ready poised due going about prepared likely expected scheduled bound ready supposed planning slated "
    "determined".split()
)
# what follows is real: "managed to", "continued to", "helped to"
REAL_TO = frozenset(
    "manage continue begin start help appear seem claim use able thought believed known said reported "
    "continued began appears appeared seems seemed alleged purported proved happened".split()
)
# verbs of going: their present progressive tells a plan
SENDING = frozenset("send deploy dispatch go move redeploy withdraw leave travel fly".split()) - {
    "move",
    "leave",
    "withdraw",
}
# nouns of moving forces; announced or ordered, they are still to come
MOVES = frozenset(
    "dispatch deployment redeployment withdrawal pullout pull-out reduction drawdown evacuation mobilisation "
    "mobilization transfer".split()
)
MOVING = frozenset(
    "move pull bolster reinforce boost withdraw mobilise mobilize station rush shift transfer beef".split()
)
COUNTERFACTUAL = frozenset("ask wonder know see determine establish investigate decide say".split())
