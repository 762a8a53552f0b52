"""The words of diplomacy: what an encounter is called, how it is held, and what only looks like one."""

from __future__ import annotations

import re

NOUN_RE = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<video>(?<!by )(?<!via )(?<!over )video[- ]?(?:call|conference|summit|meeting|talks|teleconference)s?|"
    r"videoconferences?|virtual (?:summit|meeting|talks)|"
    r"online (?:summit|meeting|talks))"
    r"|(?P<phone>(?:tele)?phone (?:call|conversation|discussion|talk)s?|(?:tele)?phone talks|conference calls?|"
    r"calls?|teleconferences?)"
    r"|(?P<visit>(?:state |official |surprise |working |one-day |two-day |three-day )*visits?|trips?|tours?)"
    r"|(?P<summit>summits?|ministerial(?:s| meetings?| talks)?|(?:trilateral|bilateral)(?:s| meetings?| "
    r"summits?)?(?! (?!with|between|on|in|at|and|was|were|is)[a-z]))"
    r"|(?P<meeting>meetings?|tete-a-tetes?|one-on-ones?|encounters?|audience|get-togethers?|sit-downs?|face-to-face)"
    r"|(?P<talks>(?:rounds? of )?(?:(?:peace|ceasefire|truce|nuclear|diplomatic|direct|indirect|proximity|"
    r"bilateral|trilateral|"
    r"high-level|security) )*(?:talks|negotiations|contacts|dialogue|consultations|discussions?|conversations?))"
    r"|(?P<round>(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|latest|next|new|another|previous|"
    r"final|fresh|week's|month's|day's) )rounds?(?! (?:of|the|in the (?:league|cup))\b))"
    r"|(?P<session>sessions?|conferences?|gatherings?|forum)"
    r"|(?P<meal>(?:working )?(?:breakfast|lunch|dinner))"
    r")(?![\w-])",
    re.I,
)
"""An encounter as a noun; the group's name is its sort."""

# heads before an encounter noun (or behind it) that make it something else
_NOT_BEFORE_WORDS = "|".join(
    """
    press news cabinet board town-hall staff party family prayer court parliamentary parliament committee budget
    training briefing morning church public wake-up distress roll robo shareholder annual-general sports music film
    academic business investor trade-union photo question-and-answer plenary legislative senate congressional close
    sermon prime curtain cobra cobr politburo
    """.split()
)
NO_JOURNEY = re.compile(
    r"\b(?:victory|book|concert|campaign|study|shopping|school|field|guided|world|site|boat|day|bus|road|home|prison|"
    r"hospital|conjugal|house)[ -]$",
    re.I,
)
"""Before "tour", "trip" or "visit": no journey of diplomacy."""
NOT_BEFORE = re.compile(
    rf"\b(?:{_NOT_BEFORE_WORDS}|town hall|general meeting|question and answer|national security council|war cabinet|"
    r"party congress|crisis committee)[ -](?:\w+ )?$",
    re.I,
)
CALL_NOT_AFTER = re.compile(
    r" (?:for (?!(?:\d|an hour|half|about|more than|nearly|almost))|to (?!(?:mr|president|his|her|the \w+ "
    r"(?:president|leader)))|on (?!(?:"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|"
    r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|\d))|from \w+ to|of duty|by)",
    re.I,
)
CALL_BEFORE = re.compile(
    r"\b(?:a|an|the|this|that|their|his|her|its|during|after|in|following|another|phone|video|long|brief|short|"
    r"hour-long|minute|"
    r"joint|separate|secure|\w+'s|group|minutes?-long|recent|earlier|second|first|last|two|three|several|direct|"
    r"hotline|"
    r"held|hold|holding|scheduled|planned)[ -]$",
    re.I,
)

MEET_RE = re.compile(r"(?<![\w-])(?P<met>meet|meets|met|meeting)(?![\w-])", re.I)
SPEAK_RE = re.compile(
    r"(?<![\w-])(?:speak|speaks|spoke|spoken|speaking|talk|talks|talked|talking|confer|confers|conferred|"
    r"conferring|consult|"
    r"consults|consulted|negotiate|negotiated|negotiating|converse|conversed|chatted)(?![\w-])",
    re.I,
)
RING_RE = re.compile(
    r"(?<![\w-])(?:phone|phoned|phones|phoning|telephoned|telephones|rang|rung|called|calls|calling)(?![\w-])", re.I
)
DISCUSS_RE = re.compile(r"(?<![\w-])(?:discuss|discusses|discussed|discussing)(?![\w-])", re.I)
HOST_RE = re.compile(
    r"(?<![\w-])(?:(?:bring|brings|brought|bringing) together|(?:play|plays|played|"
    r"playing) host(?: in [\w ]{1,30}?)? to|host|hosts|hosted|hosting|receive|"
    r"receives|received|receiving|welcome|welcomes|welcomed|welcoming|greeted|greets|"
    r"entertained)(?![\w-])",
    re.I,
)
SIT_RE = re.compile(
    r"(?<![\w-])(?:(?:sit|sits|sat|sitting)(?: back)? down(?: again)?|(?:shake|shakes|shook|shaking) hands|"
    r"(?:dine|dines|dined|dining)"
    r"(?: together)?|(?:team|teamed) up)(?![\w-])",
    re.I,
)
SEND_RE = re.compile(
    r"(?<![\w-])(?:send|sends|sent|sending|dispatch|dispatches|dispatched|dispatching) (?:an?|his|her|its|their|"
    r"the) (?:\w+ ){0,3}?"
    r"(?P<who>envoys?|delegation|negotiators|mediators?|team of \w+)(?: to)?(?![\w-])",
    re.I,
)
GATHER_RE = re.compile(
    r"(?<![\w-])(?:gather|gathers|gathered|gathering|convene|convenes|convened|convening|assemble|assembled|"
    r"huddled)(?![\w-])",
    re.I,
)
VISIT_RE = re.compile(r"(?<![\w-])(?:visit|visits|visited|visiting)(?![\w-])", re.I)
INVITED_RE = re.compile(r"(?:(?<=been )|(?<=was )|(?<=were )|(?<= is ))invited to(?! (?:meet|attend|visit|take))")
INVITE_RE = re.compile(r"(?<![\w-])(?:invite|invites|invited|inviting)(?![\w-])")
TELL_RE = re.compile(r"(?<![\w-])(?:told|assured|warned|urged|pressed|informed|reassured)(?![\w-])")
STAY_RE = re.compile(r"(?<![\w-])(?:is|was|are|were|will be|remained|remains|stayed) (?:in|at)(?= (?:the )?[A-Z])")
SEE_RE = re.compile(r"(?<![\w-])(?:see|sees|saw|seen|seeing)(?![\w-])")
FACE_RE = re.compile(
    r"(?<![\w-])(?:(?:sit|sits|sat|sitting)(?: down)? (?:across(?: (?:the|a) table)? from|opposite|face[- ]to[- ]face "
    r"with)|(?:share|shares|shared|sharing) (?:a|the|one) (?:table|room|platform) with|"
    r"(?:come|comes|came|coming) face[- ]to[- ]face with)(?![\w-])",
    re.I,
)
TABLE_RE = re.compile(
    r"(?<![\w-])(?:(?:share|shares|shared|sharing) (?:a|the|one|the same) table|(?:return|returns|returned|returning|"
    r"(?:come|comes|came|coming|get|go|going|went)(?: back)?) to the (?:negotiating|same|conference|peace) table)"
    r"(?![\w-])",
    re.I,
)
BRING_RE = re.compile(r"(?<![\w-])(?:bring|brings|brought|bringing)(?! together)(?![\w-])", re.I)
BROUGHT_RE = re.compile(r"(?<=\bbeen |\bwere )brought together(?![\w-])", re.I)
GIVE_RE = re.compile(r"(?<![\w-])(?:gave|gives?|giving|grant|granted|grants)(?![\w-])", re.I)
SIGN_RE = re.compile(
    r"(?<![\w-])sign(?:ed|s|ing)? (?:an?|the|their|its) (?:[\w-]+ ){0,4}?(?:agreement|deal|treaty|accords?|pact|"
    r"declaration|memorandum|protocol|truce|ceasefire)(?![\w-])",
    re.I,
)
SPEND_RE = re.compile(r"(?<![\w-])(?:spend|spends|spent|spending) (?=(?:[\w-]+ ){1,8}?(?:together|with)\b)")
TRAVEL_RE = re.compile(
    r"(?<![\w-])(?:(?:travel|travels|travelled|traveled|travelling|traveling|fly|flies|flew|flown|flying|head|"
    r"heads|headed|heading|go|goes|"
    r"went|gone|going|jetted|rush|rushed|journeyed|bound|is off|are off|come|comes|came|coming|stop|stops|"
    r"stopped)(?: (?:back|out|on|off|over))? (?:to|for)|stop(?:s|ped|ping)? over in|on (?:his|her|their) way to|"
    r"(?:arrive|arrives|arrived|arriving|land|lands|landed|landing|touched down) (?:in|at)|(?:due|expected) in|"
    r"(?:lead|leads|led|leading|head|heads|headed|heading) an? (?:\w+ ){0,2}delegation to)(?![\w-])",
    re.I,
)

LIGHT_VERBS = frozenset(
    """
    hold have host attend chair lead join convene conduct begin start resume finish conclude open end
    organise organize
    arrange stage enter continue complete wrap do make pay take schedule reschedule plan launch restart
    renew reconvene
    need want seek cancel call scrap scrapped postpone suspend abandon announce propose offer request agree
    refuse reject
    decline accept confirm demand mediate mediated broker brokered facilitate sponsor undertake leave skip
    boycott miss
    invite get expect await break halt pull resist discontinue ditch ditched axe axed shelve shelved rebuff rebuffed
    delay put press push walk engage participate address tell brief
    """.split()
)
"""Verbs whose object a meeting is; unknown ones stand as the reading of the sentence leaves them."""

CANCELLED = re.compile(
    r"\b(?:cancel(?:l?ed|l?ing|s)?|cancell?ation|call(?:s|ed|ing)? off|scrap(?:s|ped|ping)?|postpon(?:e|es|ed|"
    r"ing|ement)|"
    r"suspend(?:s|ed|ing)?|suspension|shelv(?:ed|ing)|axed|abort(?:ed|ing)?|"
    r"(?:pull|back)(?:s|ed|ing)? out of|walk(?:s|ed|ing)? away from|ditch(?:ed|ing)?|abandon(?:s|ed|ing)?|"
    r"dropp(?:ed|ing)|put(?:s|ting)? off)\b",
    re.I,
)
REFUSED = re.compile(
    r"\b(?:refus(?:e|es|ed|ing|al)(?: to)?|declin(?:e|es|ed|ing) (?:to|an?|the)|reject(?:s|ed|ing|ion)?|rul(?:e|"
    r"es|ed|ing) out|"
    r"turn(?:s|ed|ing)? down|rebuff(?:s|ed|ing)?|snubb?(?:s|ed|ing)?|spurn(?:s|ed|ing)?|boycott(?:s|ed|ing)?|"
    r"skip(?:s|ped|ping)?|"
    r"no plans? (?:to|for)|(?:not|n't) (?:be )?(?:sit|see|take|meet|hold|attend|travel|go|negotiate|talk|speak|"
    r"participate|take part|"
    r"visit)(?:ing)?)\b",
    re.I,
)
PROPOSED = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|invit(?:e|es|ed|ing|ation)|suggest(?:s|ed|ing)?|ready|"
    r"readiness|willing(?:ness)?|"
    r"open to|prepared to|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|request(?:s|ed|ing)?|seek(?:s|ing)?|"
    r"sought|ask(?:s|ed|ing)?|"
    r"hop(?:e|es|ed|ing)|want(?:s|ed)?|push(?:es|ed|ing)? for|could|may|might|should|possib(?:le|ility)|"
    r"prospects?|consider(?:s|ed|ing)?|"
    r"in principle|appeal(?:s|ed|ing)? for|demand(?:s|ed|ing)?|press(?:es|ed|ing)? for|would like|angling for|"
    r"potential|"
    r"scepti\w+|skepti\w+|doubts?|hopes? (?:of|for)|chances? (?:of|to)|opportunit(?:y|ies) (?:of|to|for)|bid to|"
    r"attempts? to|idea of|"
    r"needs? to|favou?rs?|"
    r"aim(?:s|ed|ing)? to|try(?:ing)? to|working to|efforts? to|interested in|proposal for|plan for|pav(?:e|ing) "
    r"the way)\b",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:will|would|shall|'ll|(?:is|are|was|were|be) (?:also )?(?:to|due|set|likely|scheduled|expected|slated|"
    r"planning|planned|preparing|going to|poised)|"
    r"due|set to|(?:re)?schedul(?:ed|es|ing)(?: of)?|slated|plan(?:s|ned|ning)?|"
    r"expected|upcoming|forthcoming|future|coming|next week's|"
    r"agree(?:s|d)? to|intends? to|"
    r"ahead of|prior to|in advance of|eve of|prepar(?:e|es|ing|ed) (?:for|to)|await(?:s|ing|ed)?|long-awaited|"
    r"anticipated|looming|head(?:s|ed|ing) (?:to|for)|"
    r"before (?:the |a |his |her |their )?)\b",
    re.I,
)
UNDER_WAY = re.compile(
    r"(?:(?<!after )\battending an? (?!emergency)|^Speaking at (?:an?|the) (?:(?!start|end|close)\w+ )*?)|"
    r"\b(?:under ?way|ongoing|(?:is|are) (?:currently |now |also |still )?(?:meeting|holding|hosting|visiting|"
    r"attending|negotiating|taking part|gathering|"
    r"gathered|sitting|continuing|in talks|on a|chairing)|continu(?:e|es|ing)|at the (?:start|opening|beginning) "
    r"of|as (?:he|she|they) arrived (?:at|for)|"
    r"currently|arriv(?:es|ed|ing) (?:at|for) (?:a|the)|entered (?:a|its|their) (?:second|third|fourth|\w+th) day)\b",
    re.I,
)
NO_BREAKTHROUGH = re.compile(
    r"\b(?:(?:no|without|without any|little|not (?:produce|yield|achieve|make|bring|result in)|fail(?:s|ed|ing)? "
    r"to (?:produce|yield|make|reach|achieve|"
    r"agree|bridge|break|secure|bring|end)|ended without|lack of|no sign of)(?: an?y?| major| real| significant| "
    r"immediate| much| concrete| clear)* ?"
    r"(?:breakthrough|progress|agreement|deal|result|resolution|accord|truce|ceasefire|compromise|solution|"
    r"headway|consensus|deadlock|impasse)?s?|"
    r"inconclusive(?:ly)?|fruitless|collaps(?:e|ed|es|ing)|broke (?:down|up)|broken down|stall(?:ed|s|ing)?|"
    r"deadlock(?:ed)?|failed|"
    r"talking past (?:each other|one another)|deaf|stalemate)\b",
    re.I,
)
AGREEMENT = re.compile(
    r"\b(?:agree(?:d|s|ing)? (?:to|on|that|in|a|the|it)|agreed|sign(?:ed|s|ing)|reach(?:ed|es|ing) (?:an? |the "
    r")?(?:\w+ ){0,2}(?:agreement|deal|accord|"
    r"understanding|truce|ceasefire|consensus|settlement)|agreement was reached|clinched|struck (?:a|an) (?:\w+ "
    r")?(?:deal|agreement)|pledg(?:ed|ing) to|"
    r"joint (?:statement|declaration|communique)|concluded (?:an? )?(?:agreement|deal))\b",
    re.I,
)
FURTHER_TALKS = re.compile(
    r"\b(?:(?:to|will|would) (?:meet|talk|speak|hold (?:more |further )?talks|continue|resume)(?: \w+){0,3} "
    r"(?:again|talks|discussions|negotiations|dialogue)|"
    r"(?:further|more|another round of|new round of|follow-up|continue|resume|keep|next round of) (?:talks|"
    r"negotiations|discussions|dialogue|talking|meetings|contacts|consultations)|"
    r"agreed to (?:continue|meet again|stay in (?:touch|contact)|keep talking|resume)|keep(?:ing)? (?:the "
    r")?(?:channels|lines)(?: of communication)? open)\b",
    re.I,
)
DURATION = re.compile(
    r"(?P<q>(?:nearly|almost|about|around|some|more than|over|roughly|at least|just over|just under|under|less "
    r"than|well over|up to) )?"
    r"(?P<n>an?|half an|\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|twenty|thirty|forty|"
    r"fort?y-five|fifty|sixty|ninety|several)(?: and a half)?[ -](?P<u>hours?|minutes?|mins?)"
    r"(?: and (?:(?P<half>a half)|(?P<m>\d+|ten|fifteen|twenty|thirty|forty|fort?y-five|fifty) minutes?))?(?:-long)?",
    re.I,
)
PHONE_WORDS = re.compile(
    r"\b(?:by (?:tele)?phone|(?:tele)?phone|over the phone|on the phone|phone(?:d|s)?|telephoned?|hotline)\b", re.I
)
VIDEO_WORDS = re.compile(
    r"\b(?:by video ?link|via video|by video|video ?conference|video call|virtual(?:ly)?|zoom|videolink|online)\b", re.I
)
MULTI_WORDS = re.compile(
    r"\b(?:trilateral|quadrilateral|four-way|three-way|five-way|multilateral|multi-party|normandy format|p5\+1|"
    r"quartet|contact group|"
    r"ministerial|(?:regional|international|multilateral) (?:conference|"
    r"meeting|summit|forum))\b",
    re.I,
)
PAIR = re.compile(
    r"\b(?:the (?:pair|duo|trio|two|three|four)(?: (?:leaders|presidents|men|women|sides|ministers|countries|"
    r"parties|diplomats|officials|heads of state|"
    r"prime ministers|foreign ministers|defen[cs]e ministers|delegations|generals|nations|governments|teams|"
    r"allies|neighbou?rs|rivals))?|"
    r"both (?:of them|(?=(?:then |also |later )?(?:sat|met|spoke|held|agreed|discussed)\b)|leaders|presidents|"
    r"men|women|"
    r"sides|ministers|countries|parties|diplomats|officials|delegations|"
    r"governments)|"
    r"the (?:leaders|presidents|foreign ministers|ministers|delegations|parties|sides|negotiators)|each other|"
    r"one another)\b",
    re.I,
)
_TRIGGER_WORDS = "|".join(
    """
    brought bring gave give giving grant sign round share sharing return
    saw seen spend spent invit told assured warned urged pressed informed reassured sit-down stop come came
    coming way meet met talk spoke speak confer consult negotiat convers
    chat phon telephon rang rung call discuss host receiv
    welcom greet
    entertain bring brought sit sat shake shook dine dining team gather conven assembl huddl visit travel
    fly flies flew
    flown head go going goes gone went jetted rush journey bound off arriv land touched due expected lead
    led send sent
    dispatch video virtual online trip tour summit ministerial trilateral bilateral tete one-on-one encounter audience
    get-together face-to-face dialogue session conference forum breakfast lunch dinner see
    """.split()
)
TRIGGERS = re.compile(
    rf"(?<![\w-])(?:{_TRIGGER_WORDS})|(?<!\w)(?:is|was|are|were|be|remain\w*|stay\w*) (?:in|at) ", re.I
)
"""Whether a sentence can hold any of the patterns above: a quick look before the reading."""
