"""Words of reporting: which verbs, nouns and phrases introduce what somebody says."""

from __future__ import annotations

import re

from tui.extract.verbs import all_forms, forms

# verbs with a reported clause ("said that ..."), which may also trail it ("..., he said")
SAY = frozenset(
    "say add state insist argue note explain acknowledge concede allege assert stress reiterate declare reveal "
    "disclose conclude "
    "tweet write post maintain contend caution boast hint indicate recall joke reply respond continue emphasise "
    "emphasize remark "
    "observe predict suggest elaborate admit complain comment lament quip testify clarify repeat reckon speculate "
    "theorise "
    "theorize vow promise pledge affirm profess intone muse opine underline underscore claim report announce confirm "
    "warn believe think "
    "estimate assess tell brief inform assure remind fear suspect calculate judge determine find learn "
    "understand agree expect describe ask propose recommend".split()
)
# those of them that take a noun phrase as what is said ("announced the deployment of ...")
NOUN_CONTENT = frozenset(
    "claim report announce confirm estimate assess reveal disclose predict allege suspect describe admit acknowledge "
    "deny reject dismiss dispute refute doubt question accuse blame attribute pin warn expect calculate speak "
    "talk".split()
)
# those that may stand before or behind a quotation only
TRAILING = SAY - frozenset(
    "believe think expect suspect fear determine learn understand describe find agree assess".split()
)
# verbs whose subject is told something first ("told reporters that")
TELLING = frozenset("tell inform assure remind brief".split())
DENY = frozenset("deny reject dismiss refute dispute rubbish debunk".split())
DOUBT = frozenset("doubt question".split())
BLAME = frozenset("accuse blame attribute pin".split())
PUT_AT = frozenset("put place peg set".split())
# opinions and wishes: no report unless a that-clause follows
NEEDS_THAT = frozenset(
    "find learn understand agree determine judge vow promise pledge indicate observe suggest note hint expect "
    "fear suspect repeat continue respond reply recall remind reveal describe count propose recommend".split()
)

# "continued to deny", "went on to say"
GO_ON = frozenset("continue go begin start appear seem".split())
# "claimed to have hacked"
TO_CONTENT = frozenset(("claim",))
# only with a quotation
SPEECH_ONLY = frozenset("agree ask continue repeat joke comment quip lament muse recall".split())
# whoever is the subject of these speaks, whatever the noun
SPEAKING = frozenset(
    "say tell claim announce add insist deny warn confirm admit argue acknowledge allege estimate put believe".split()
)
NO_SPEAKERS = frozenset(
    "sign note text caption headline law rule poll clause treaty agreement article resolution constitution label "
    "banner "
    "graphic chart table letter email it that which what this nothing move fact deal plan decision times days "
    "hours".split()
)
# "estimated by a diplomat at", "reported by"
BY_AGENT = frozenset(
    "think believe reckon assess estimate put report claim announce describe confirm cite quote reveal "
    "disclose say".split()
)
# "asked the army to", "warned Russia to": orders, not reports
ORDER_WITH_TO = frozenset("warn expect promise vow pledge".split())
VAGUE_NUMBER = frozenset(
    "several dozens scores thousands about around more some between nearly over up tens hundreds half roughly "
    "least".split()
)
# "pointed out that", "spelled out that", "made clear that"
PARTICLES = {"point": "out", "spell": "out", "make": "clear", "speak": "of", "talk": "of"}
DOUBT_PHRASES = re.compile(
    r"\b(?:cast|casts|casting|threw|throw|throws|voiced|voices|expressed|expresses|raised|raises)\s+(?:\w+\s)?"
    r"(?:doubts?|scepticism|skepticism)\s+(?:on|over|about|at)\b",
    re.I,
)

REPORTING = all_forms(SAY | DENY | DOUBT | BLAME | PUT_AT | set(PARTICLES))
PARTICIPLES = frozenset(forms(v)[4] for v in SAY | DENY | DOUBT | BLAME)

# who can speak, as the head of a noun phrase
SPEAKER_NOUNS = frozenset(
    "person force body wing faction official officials spokesman spokeswoman spokesperson spokespeople spokesmen "
    "minister ministers president chief commander commanders "
    "general admiral officer officers analyst analysts expert experts source sources diplomat diplomats ambassador "
    "envoy envoys "
    "adviser advisers advisor aide aides leader leaders head director secretary chancellor premier governor mayor "
    "lawmaker lawmakers "
    "senator senators mp mps politician politicians researcher researchers specialist specialists economist company "
    "companies firm firms "
    "ministry department agency agencies government governments army military forces navy police authorities office "
    "administration "
    "command council commission committee parliament organisation organization group groups watchdog alliance "
    "coalition bloc union "
    "party movement militia rebels militants separatists insurgents fighters resident residents witness witnesses "
    "villager villagers "
    "relative relatives soldier soldiers officer activist activists campaigner campaigners reporter reporters "
    "journalist journalists "
    "correspondent media newspaper newspapers television broadcaster channel statement report reports estimate "
    "estimates assessment "
    "assessments intelligence document documents chairman chairwoman chair commissioner representative "
    "representatives member "
    "members man woman men women people critics opponents supporters doctor doctors medics hospital bank banks "
    "operator vendor "
    "hackers hacker colonel lieutenant captain sergeant veteran professor observer observers monitor monitors mission "
    "un staff "
    "side sides executive executives ceo founder lawyer judge prosecutor prosecutors kremlin pentagon delegation "
    "negotiator "
    "negotiators veterans historian scholar scholars service services centre center team institute "
    "congressman congresswoman tribe elders elder chiefs king prince emir sultan pope bishop priest driver farmer "
    "student teacher counterpart "
    "counterparts authority outlet website site paper tabloid daily magazine network chancellery presidency cabinet "
    "foundation "
    "bureau directorate regime rebels mediator mediators investigators investigator detectives cabinet spy spies "
    "agents agent "
    "secretariat think-tank thinktank embassy consulate court ombudsman sister brother father mother wife "
    "husband son daughter survivor survivors".split()
)
# a document speaks for whoever made it
DOCUMENT_NOUNS = frozenset(
    "report reports estimate estimates assessment assessments statement statements document documents figures data "
    "analysis image images imagery photographs photos footage video videos map maps "
    "assertions assertion claims claim announcement count tally numbers communique readout memo briefing "
    "tweet post review survey".split()
)
MEDIA_NOUNS = frozenset(
    "media newspaper newspapers paper daily tabloid magazine television tv broadcaster channel radio news agency wire "
    "times "
    "post journal herald gazette outlet outlets telegraph tribune blog network press website site portal".split()
)
CLAIM_NOUNS = frozenset(
    "claim claims assertion assertions allegation allegations statement announcement warning warnings report reports "
    "estimate "
    "assessment insistence suggestion admission confirmation conclusion belief prediction denial denials accusation "
    "accusations "
    "revelation acknowledgement assurance assurances vow promise argument contention".split()
)
PERSON_PRONOUNS = frozenset(("he", "she", "him", "her", "i"))
GROUP_PRONOUNS = frozenset(("they", "them", "we"))
THING_PRONOUNS = frozenset(("it",))
PRONOUNS = PERSON_PRONOUNS | GROUP_PRONOUNS | THING_PRONOUNS
