"""Invented news, and copies of it as outlets make them: what the tests of copies look for."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tui.corpus.model import LineClass, Sentence

_ARMIES = "Army,Navy,Northern Command,Interior Ministry,Coast Guard,Third Corps,Border Service,City Guard".split(",")
_PLACES = (
    "Kandor,Beryl Pass,Port Tamar,Olvenia,Lake Sarun,Wadi Hamra,Mount Iseri,Taloqan,Vareshk,Nimbala,Cape Doro,Halvard,"
    "Zarit,Ouella,Kestova,Bin Rashad,Marjuba,Sint Aldo,Tirena,Gorodets"
).split(",")
_PEOPLE = (
    "Anna Verlin,Karim Haddad,Jon Okafor,Li Weimin,Maria Sandoval,Peter Lindqvist,Amina Yusuf,Viktor Dragan,"
    "Rahul Mehta,Sofia Marchetti,Tomas Novak,Grace Achieng"
).split(",")
_ROLES = "Defence Minister,Foreign Minister,Prime Minister,army spokesman,UN envoy,General,Governor,lawmaker".split(",")
_DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday".split(",")
_THINGS = (
    "bridge,airfield,fuel depot,television mast,grain silo,power station,customs post,hospital,railway junction,"
    "water plant,refugee camp,barracks,oil terminal,radar site,market square"
).split(",")
_VERBS = "shelled,seized,surrounded,abandoned,reopened,searched,fortified,inspected,evacuated,bombed".split(",")
_WHY = (
    "after weeks of clashes along the disputed ridge",
    "despite a ceasefire that both sides signed last spring",
    "as negotiators prepared to return to the table",
    "hours before a deadline set by the regional bloc was due to expire",
    "while aid groups warned that roads could soon be cut by floods",
    "because of what residents called a complete lack of trust",
    "in response to a raid that killed several shepherds near the frontier",
    "even though monitors had reported no unusual activity overnight",
)
_TEMPLATES = (
    "{role} {person} said on {day} that the {army} had moved {n} soldiers to {place} {why}.",
    "At least {n} people were displaced from villages around {place} when the {thing} was {verb}, officials said.",
    "“We will not be provoked, but the {army} is ready to defend {place},” {person} told reporters at the {thing}.",
    "The {army} {verb} the {thing} near {place} on {day}, {why}, according to {role} {person}.",
    "Witnesses in {place} described a column of about {n} vehicles passing the {thing} {why}.",
    "{person}, a {role}, denied the report and accused unnamed foreign powers of spreading panic in {place}.",
    "Satellite pictures showed that the {thing} at {place} had been {verb} at some point before {day}.",
    "Talks between {person} and {other} ended without agreement on the future of {place} {why}.",
    "Schools and shops in {place} stayed shut on {day}, and long queues formed outside the {thing}.",
    "A spokesman for the {army} said {n} reservists would be called up within days {why}.",
    "The United Nations said it had been unable to reach the {thing} in {place} since {day}.",
    "{other} called the decision a dangerous escalation and urged {person} to pull the {army} back from {place}.",
    "Analysts doubt that the {army}, which lost {n} men last year, could hold {place} for long {why}.",
    "Electricity was restored to most of {place} by {day} evening after engineers repaired the {thing}.",
)
_MORE = (
    "{person} added that the families of the missing had been told",
    "a claim that could not be checked because the road to {place} is mined",
    "and the price of bread doubled overnight in the covered market",
    "the second such incident since the snow melted",
    "although the {army} has never published its own count",
    "in what diplomats described as a message to the court in {place}",
    "while {other} was still airborne on the way home from a summit",
    "a day after the football final was moved to {place}",
    "and loudspeakers told drivers to keep their headlights off",
    "which the opposition newspaper had predicted in a front-page column",
    "with the harvest only half in and fuel rationed to {n} litres",
    "under a mandate that the council renews every six months",
    "where the old textile mill now serves as a field kitchen",
    "but a hotel owner said the streets felt calmer than in winter",
    "according to minutes of the cabinet session seen by a local radio station",
    "as the first pilgrims of the season reached {place} on foot",
    "the state broadcaster showed the scene without sound",
    "and three schools of the district were turned into shelters",
)
_SYNONYMS = {
    "said": "stated", "soldiers": "troops", "people": "civilians", "officials": "authorities", "near": "close to",
    "accused": "blamed", "report": "account", "described": "spoke of", "vehicles": "trucks", "ended": "finished",
    "villages": "hamlets", "shut": "closed", "long": "lengthy", "dangerous": "reckless", "urged": "asked",
    "doubt": "question", "restored": "brought back", "repaired": "fixed", "decision": "move", "unusual": "strange",
    "weeks": "days", "reporters": "journalists", "warned": "cautioned", "ready": "prepared", "called": "summoned",
}  # fmt: skip
_SPELLINGS = {
    "Olvenia": "Olweniya", "Vareshk": "Varesk", "Kestova": "Kestowa", "Gorodets": "Horodets", "Taloqan": "Taluqan",
    "Haddad": "Hadad", "Verlin": "Werlin", "Dragan": "Drahan", "Marjuba": "Marjouba", "Yusuf": "Youssef",
    "Weimin": "Wei-min", "Achieng": "Achyeng", "Tirena": "Tyrena", "Nimbala": "Nymbala", "Kandor": "Qandor",
    "Zarit": "Sarytown", "Ouella": "Wella", "Tamar": "Thamar",
}  # fmt: skip


@dataclass
class Planted:
    """Articles by name, each a row of (sentence, origin); sentences of one origin are copies of one another."""

    articles: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    text_of: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, text: str, sentences: list[tuple[str, str]]) -> None:
        """An article that carries `text`."""
        self.articles[name] = sentences
        self.text_of[name] = text

    def sentences(self, name: str) -> list[Sentence]:
        """The article as the corpus layer gives it."""
        out, position = [], 0
        for number, (words, _) in enumerate(self.articles[name]):
            out.append(Sentence(position, position + len(words), words, number, number, LineClass.BODY))
            position += len(words) + 1
        return out


def invent(random_: random.Random) -> str:
    """One sentence of news that never happened."""
    person, other = random_.sample(_PEOPLE, 2)
    template = f"{random_.choice(_TEMPLATES)[:-1]}, {random_.choice(_MORE)}."
    return template.format(
        role=random_.choice(_ROLES), person=person, other=other, day=random_.choice(_DAYS),
        army=random_.choice(_ARMIES),
        n=random_.choice(("40", "120", "300", "1,500", "2,000", "7,000", "12,500")), place=random_.choice(_PLACES),
        thing=random_.choice(_THINGS), verb=random_.choice(_VERBS), why=random_.choice(_WHY),
    )  # fmt: skip


def edited(sentence: str, random_: random.Random) -> str:
    """A light edit: some words for others, one more or one fewer, other quotes."""
    words = sentence.split(" ")
    words = [_SYNONYMS.get(word, word) if random_.random() < 0.8 else word for word in words]
    if random_.random() < 0.4:
        words.insert(random_.randrange(1, len(words)), random_.choice(("reportedly", "meanwhile", "also", "now")))
    text = " ".join(words)
    if random_.random() < 0.5:
        text = text.replace("“", '"').replace("”", '"')
    if random_.random() < 0.3:
        text = text.replace(", according to", ", in the words of").replace(", officials said", "")
    return text


def renamed(sentence: str) -> str:
    """The same names spelt as another language does."""
    for name, spelling in _SPELLINGS.items():
        sentence = sentence.replace(name, spelling)
    return sentence


def plant(texts: int, alone: int, seed: int) -> Planted:
    """`texts` wire texts, five articles each (as it is, verbatim, trimmed, edited, renamed), and `alone` lone articles.

    A third of the lone articles quote one paragraph of a wire text, and each outlet adds a line of its own to it.
    """
    random_ = random.Random(seed)
    planted = Planted()
    wires: list[list[tuple[str, str]]] = []
    for t in range(texts):
        wire = [(invent(random_), f"t{t}s{s}") for s in range(random_.randrange(10, 25))]
        wires.append(wire)
        kept = wire[: max(5, int(len(wire) * random_.uniform(0.4, 0.8)))]
        copies = {
            "wire": wire,
            "verbatim": list(wire),
            "trimmed": [pair for pair in kept if random_.random() < 0.9],
            "edited": [(edited(words, random_), origin) for words, origin in wire],
            "renamed": [(renamed(words), origin) for words, origin in wire],
        }
        for how, sentences in copies.items():
            own = (invent(random_), f"t{t}{how}")
            planted.add(f"{t:03}-{how}", f"text{t}", [*sentences, own] if how != "wire" else sentences)
    for a in range(alone):
        own_text = [(invent(random_), f"a{a}s{s}") for s in range(random_.randrange(10, 25))]
        if a % 3 == 0:
            wire = random_.choice(wires)
            at = random_.randrange(len(wire) - 2)
            own_text[4:4] = wire[at : at + 2]
        planted.add(f"lone-{a:03}", f"alone{a}", own_text)
    return planted
