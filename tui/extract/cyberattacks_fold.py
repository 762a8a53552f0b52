"""Folding: which of the hits of an article tell the same incident."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.extract.cyberattacks_blame import Blame, Refusal, blames, refusals
from tui.extract.cyberattacks_groups import Groups
from tui.extract.cyberattacks_hits import Hit, background, find_hits, relevant
from tui.extract.cyberattacks_lexicon import KINETIC, SYSTEM_NOUNS
from tui.extract.cyberattacks_names import full_names
from tui.extract.cyberattacks_triggers import Trigger
from tui.extract.cyberattacks_victims import Rank, Target
from tui.extract.model import DateMention, SentenceView
from tui.records import AttackType, DatePrecision

_REACH = 6  # sentences over which "the attack" still takes up the last one told
_SAME_DAYS = 4  # dates nearer than this may be one wave
_SPECIFIC = frozenset(AttackType) - {AttackType.UNSPECIFIED, AttackType.INTRUSION, AttackType.MALWARE}


@dataclass
class Incident:
    """One incident, or one warning, as its mentions build it up."""

    hits: list[Hit] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    blames: list[Blame] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    conditional: bool = False

    def names(self) -> set[str]:
        """The names of its targets so far."""
        return {t.name for h in self.hits for t in h.targets}

    def suspects(self) -> set[str]:
        """Whom its mentions blame so far."""
        return {b.to for b in self.blames if b.to}

    def dates(self) -> list[DateMention]:
        """The dates its mentions give."""
        return [h.date for h in self.hits if h.date is not None]

    def types(self) -> set[AttackType]:
        """The sorts of attack its mentions tell."""
        return {t for h in self.hits for t in h.types}

    def add(self, hit: Hit) -> None:
        """Take in a hit."""
        self.hits.append(hit)
        self.blames += [b for b in hit.blames if b not in self.blames]
        self.note(hit.n)

    def note(self, n: int) -> None:
        """Take in a sentence as a mention."""
        if n not in self.sentences:
            self.sentences.append(n)


def fold(views: Sequence[SentenceView]) -> list[Incident]:
    """The incidents and warnings of an article, in the order in which they are first told."""
    incidents: list[Incident] = []
    last: Incident | None = None  # the incident in hand
    groups = Groups.of(views)
    found_hits = [find_hits(views, n, groups) for n in range(len(views))]
    if not any(h.strong for hits in found_hits for h in hits):
        return []
    _list_items(views, found_hits)
    names = full_names(views, (h for hits in found_hits for h in hits))
    for n in range(len(views)):
        hits = [_by_full_name(h, names) for h in found_hits[n]]
        last = _back(incidents, last, n)
        for hit in hits:
            found = _place(incidents, hit, last, views, n)
            if found is not None:
                if found not in incidents:
                    incidents.append(found)
                if hit.listed and last is not None and not found.suspects():
                    found.blames += [replace(b, by=None) for b in last.blames if b.to]
                found.add(hit)
                if not found.conditional:
                    last = found
        if last is not None:
            _take_up(views, n, last, bool(hits), groups)
    for i in incidents:
        deniers = {(r.by, r.side) for r in i.refusals}
        i.blames = [b for b in i.blames if not _turned_round(b, deniers)]
    return incidents


_PLURAL_TYPES = dict.fromkeys(("intrusions", "breaches", "hacks", "break-ins"), AttackType.INTRUSION) | dict.fromkeys(
    ("leaks", "thefts"), AttackType.DATA_THEFT
)
_ITEM = re.compile(r"\s*(?:[*\u2022-]|\d{1,2}[.)])?\s*(?=[^.;:]{2,70}?(?: - | \(|[.;]?$))")
_ITEM_NAME = re.compile(r"[A-Z0-9][\w&.'-]*(?: (?:[A-Z0-9&][\w&.'-]*|of|and|the|for|de))*")


def _back(incidents: list[Incident], last: Incident | None, n: int) -> Incident | None:
    """The incident in hand: two sentences behind a look back at an older one, the article is again with its own."""
    real = [i for i in incidents if not i.conditional]
    if last is None or not real or last is real[0] or n - max(h.n for h in last.hits) < 2:
        return last
    first, then = [d.value for d in real[0].dates()], [d.value for d in last.dates()]
    return real[0] if first and then and max(then)[:7] < min(first)[:7] else last


def _list_items(views: Sequence[SentenceView], found: list[list[Hit]]) -> None:
    """The victims that a list names, one an item, behind "its largest intrusions include:".

    Items with dates of their own are incidents of their own; others are victims of the attack that the list is of.
    """
    for n, view in enumerate(views[:-1]):
        if not view.text.rstrip().endswith(":") or not any(t.noun or t.strong for h in found[n] for t in h.triggers):
            continue
        lead = found[n][0]
        for k in range(n + 1, len(views)):
            item = _ITEM.match(views[k].text)
            name = _ITEM_NAME.match(views[k].text, item.end()) if item is not None else None
            if item is None or name is None:
                break
            if any(h.strong for h in found[k]):
                continue
            start, end = name.span()
            kind = next((t.type for h in found[n] for t in h.triggers if t.type), None) or _PLURAL_TYPES.get(
                lead.triggers[0].low
            )
            trigger = Trigger(start, end, name.group().lower(), True, True, kind, other=bool(views[k].dates))
            target = Target(name.group().rstrip(" ,.").removesuffix("'s"), start, end, Rank.NAMED)
            found[k] = [
                replace(
                    lead,
                    n=k,
                    triggers=(trigger,),
                    targets=(target,),
                    date=views[k].dates[0] if views[k].dates else None,
                    told=None,
                    wave=not views[k].dates,
                    listed=True,
                )
            ]


def _by_full_name(hit: Hit, names: Mapping[str, str]) -> Hit:
    """The hit with its targets by their full names ("M&S" as "Marks & Spencer")."""
    return replace(hit, targets=tuple(replace(t, name=names.get(t.name, t.name)) for t in hit.targets))


def _turned_round(blame: Blame, deniers: set[tuple[str, str | None]]) -> bool:
    """Whether somebody who denies an attack accuses others: that is not who is blamed for it."""
    return (
        blame.by is not None
        and blame.to is not None
        and blame.by != blame.to
        and any(blame.by in (by, side) for by, side in deniers)
    )


_OWN_PART = re.compile(r"\bno (?:role|part|hand|involvement|connection|link|ties)\b|\bnothing to do with\b", re.I)


def _take_up(views: Sequence[SentenceView], n: int, incident: Incident, told: bool, groups: Groups) -> None:
    """Blame and denials of a sentence that belong to the incident in hand."""
    gap = n - incident.sentences[-1]
    found = refusals(views, n, gap <= 2 or (gap <= 6 and _OWN_PART.search(views[n].text) is not None), gap <= 5)
    new = [] if told else [b for b in blames(views, n, groups) if gap <= 4 and not KINETIC.search(views[n].text)]
    far = (
        []
        if told or new
        else [
            b
            for b in blames(views, n, groups)
            if b.by
            and b.to
            and b.by != b.to
            and not b.presupposed
            and gap <= 10
            and relevant(views[n])
            and not KINETIC.search(views[n].text)
        ]
    )
    new = new or far
    if found or new:
        incident.refusals += found
        incident.blames += [b for b in new if b not in incident.blames]
        incident.note(n)


def _place(
    incidents: list[Incident], hit: Hit, last: Incident | None, views: Sequence[SentenceView], n: int
) -> Incident | None:
    """The incident that a hit belongs to: one of `incidents`, a new one, or None."""
    view = views[n]
    if hit.conditional:
        return _warning(incidents, hit, last, views, n)
    real = [i for i in incidents if not i.conditional]
    if not hit.strong:
        return _taken_up(real, hit, last, view, n)
    if background(view, hit):
        shared = [i for i in real if i.names() & {t.name for t in hit.targets}]
        return shared[-1] if shared else None
    fitting = [i for i in real if _fits(i, hit)]
    shared = [i for i in fitting if _shares_target(i, hit)]
    if shared:
        return shared[-1]
    if last is not None and last in fitting and not _apart(last, hit):
        return last
    alike = [i for i in fitting if not _apart(i, hit) and (i is last or hit.date is None or i.dates())]
    return alike[-1] if alike else Incident()


def _taken_up(real: list[Incident], hit: Hit, last: Incident | None, view: SentenceView, n: int) -> Incident | None:
    shared = [i for i in real if _shares_target(i, hit)]
    if shared:
        return shared[-1]
    if (
        hit.targets
        and hit.date is not None
        and last is not None
        and not _fits(last, hit)
        and (hit.deed or relevant(view))
    ):
        return Incident()  # "claimed to have hit X in May", "X was struck on April 10"
    named = {t.name for t in hit.targets if t.rank is Rank.NAMED}
    if named and last is not None and (hit.other or _of_another_year(last, hit)):
        return Incident()  # "was the victim of a similar attack"
    if last is not None and relevant(view) and hit.blames and _single_other(last, hit):
        return Incident()  # "X was accused of the breach of Y"
    far = (
        last is not None
        and n - last.sentences[-1] > _REACH
        and not (hit.definite and len(real) == 1 and not KINETIC.search(view.text))
    )
    if (
        last is None
        or far
        or (not relevant(view) and not hit.definite)
        or (KINETIC.search(view.text) and not relevant(view))
    ):
        return None
    if hit.other and hit.targets:
        return Incident() if _fits_none(real, hit) else None
    if hit.other or not _fits(last, hit):
        return next((i for i in reversed(real) if i is not last and _fits(i, hit)), None) if not hit.other else None
    return last


def _fits_none(real: list[Incident], hit: Hit) -> bool:
    return bool(hit.date) and not any(_same_time(i, hit) for i in real if i.dates())


def _fits(incident: Incident, hit: Hit) -> bool:
    """Whether nothing speaks against the hit telling this incident: the dates do not part them."""
    return not incident.dates() or hit.date is None or _same_time(incident, hit)


def _shares_target(incident: Incident, hit: Hit) -> bool:
    names = {t.name for t in hit.targets if t.rank is not Rank.COUNTRY}
    return bool(names & incident.names())


def _apart(incident: Incident, hit: Hit) -> bool:
    """Whether the hit tells another incident: it says so, or its target, sort and attacker all differ."""
    named = {t.name for t in hit.targets if t.rank is Rank.NAMED}
    if hit.other and (hit.targets or hit.date):
        return True
    if (
        named
        and known_names(incident)
        and not named & incident.names()
        and not hit.wave
        and (hit.date is not None or hit.elsewhere)
    ) and (hit.date is None or not incident.dates() or hit.elsewhere):
        return True  # a victim of its own at a time or place of its own
    if _of_another_day(incident, hit) or _of_another_year(incident, hit):
        return True
    if _of_another_state(incident, hit):
        return True
    if _single_other(incident, hit) or _deed_of_its_own(incident, hit):
        return True
    accused = {b.to for b in hit.blames if b.to}
    if accused and incident.suspects() and not accused & incident.suspects() and named and named - incident.names():
        return True
    specific = set(hit.types) & _SPECIFIC
    known = incident.types() & _SPECIFIC
    return bool(specific and known and not specific & known and hit.targets and not hit.definite)


def _of_another_day(incident: Incident, hit: Hit) -> bool:
    """Whether a victim of its own stands beside another day than the days that the incident's sentences give."""
    own = {t.name for t in hit.targets if t.rank is Rank.NAMED or (t.rank is Rank.DESCRIBED and not t.definite)}
    day = hit.date or hit.told
    if (
        not own
        or own & incident.names()
        or not incident.names()
        or hit.wave
        or day is None
        or all(t.definite for t in hit.triggers)
    ):
        return False
    days = [d for h in incident.hits if (d := h.date or h.told) is not None]
    return bool(days) and not any(_near(d, day) for d in days)


def _of_another_year(incident: Incident, hit: Hit) -> bool:
    """ "And in 2017 WannaCry led to ...": an attack of an earlier year than any that the incident is told of."""
    days = [d for h in incident.hits if (d := h.date or h.told) is not None]
    own = {t.name for t in hit.targets if t.rank is Rank.NAMED} - incident.names()
    if not hit.old or hit.date is None or not days or (not own and any(t.noun and t.definite for t in hit.triggers)):
        return False
    return all(d.value[:4] > hit.date.value[:4] for d in days)


def known_names(incident: Incident) -> set[str]:
    """The names of bodies among its targets."""
    return {t.name for h in incident.hits for t in h.targets if t.rank is Rank.NAMED}


def _of_another_state(incident: Incident, hit: Hit) -> bool:
    """ "a cyberattack" on what belongs to another country than all its targets so far."""
    theirs = {t.side for h in incident.hits for t in h.targets if t.side}
    here = {t.side for t in hit.targets if t.side}
    return bool(theirs and here and not theirs & here and hit.indefinite)


def _single_other(incident: Incident, hit: Hit) -> bool:
    """ "the attack on Y" after an attack on X: one attack, one victim, and not that one."""
    known = {t.name for h in incident.hits for t in h.targets if t.rank is Rank.NAMED}
    named = {t.name for t in hit.targets if t.rank is Rank.NAMED}
    single = [t for t in hit.triggers if t.noun and not t.low.endswith("s")]
    apart = not any(not t.noun for t in hit.triggers) or (hit.indefinite and not hit.wave)
    return bool(len(known) == 1 and named and not known & named and single and apart)


def _deed_of_its_own(incident: Incident, hit: Hit) -> bool:
    """ "Cyber Berkut hacked X", "They have also broken into Y": what a named group does anew, to others, at no stated time.

    Words of one wave ("in the following days", "among those hit") keep it with the attack in hand.
    """
    doer = any(not t.noun and not t.passive and t.strong for t in hit.triggers)
    known = incident.names()
    names = {t.name for t in hit.targets}
    return bool(hit.deed and doer and names and known and not names & known and not hit.wave)


def _same_time(incident: Incident, hit: Hit) -> bool:
    return hit.date is not None and any(_near(d, hit.date) for d in incident.dates())


def _near(a: DateMention, b: DateMention) -> bool:
    if a.precision is DatePrecision.DAY and b.precision is DatePrecision.DAY:
        return abs((dt.date.fromisoformat(a.value) - dt.date.fromisoformat(b.value)).days) <= _SAME_DAYS
    short = min(len(a.value), len(b.value))
    return a.value[:short] == b.value[:short]


def _warning(
    incidents: list[Incident], hit: Hit, last: Incident | None, views: Sequence[SentenceView], n: int
) -> Incident | None:
    """The warning that a feared or threatened attack belongs to; None where neither victim nor attacker is named."""
    if (
        not hit.strong
        and not (hit.more and any(t.rank is not Rank.COUNTRY for t in hit.targets))
        and not _more_of_it(hit, last, views, n)
    ):
        return None
    accused = {b.to for b in hit.blames if b.to}
    names = {t.name for t in hit.targets}
    if not accused and not names:
        return None
    for i in incidents:
        if not i.conditional:
            continue
        if names & i.names() or (
            (not names or not i.names()) and (not accused or not i.suspects() or accused & i.suspects())
        ):
            return i
    return Incident(conditional=True)


def _more_of_it(hit: Hit, last: Incident | None, views: Sequence[SentenceView], n: int) -> bool:
    """Whether feared or threatened "attacks" are meant to be of the kind just told."""
    near = (
        last is not None
        and n - last.sentences[-1] <= _REACH
        and not any(KINETIC.search(v.text) for v in views[last.sentences[-1] : n + 1])
    )
    return near and any(
        t.noun and t.low.startswith(("attack", "wave", "assault", "strike", "intrusion", "breach")) and not t.definite
        for t in hit.triggers
    )


def chosen_targets(incident: Incident) -> list[Target]:
    """The targets to record: names, and descriptions that no name spells out; a country only where nothing else is named."""
    out: dict[str, tuple[Hit, Target]] = {}
    for h in incident.hits:
        for t in h.targets:
            out.setdefault(t.name, (h, t))
    named = [(h, t) for h, t in out.values() if t.rank is Rank.NAMED]
    exact = [(h, t) for h, t in out.values() if t.rank is not Rank.COUNTRY]
    kept: list[Target] = []
    for h, t in out.values():
        if t.rank is Rank.COUNTRY and exact:
            continue
        if t.rank is Rank.DESCRIBED and any(x is not t and x.name.endswith(f" {t.name}") for _, x in exact):
            continue  # "power grid" beside "Ukraine's power grid"
        if t.rank is Rank.DESCRIBED and any(_spells_out(x, other, t, h) for other, x in named):
            continue
        kept.append(t)
    return kept


def _spells_out(name: Target, at: Hit, description: Target, hit: Hit) -> bool:
    """Whether a name says which one a description means.

    They share a noun; or a plural came before the names ("multiple government bodies"); or it is one body told of apart
    from the names ("the California hospital").
    """
    if name.name in description.parts:
        return True
    if (
        description.many
        and at is not hit
        and ((description.definite and at.n < hit.n) or len(description.name.split()) == 1)
    ):
        return True
    words = {_stem(w) for w in name.name.lower().split()}
    if any(_stem(w) not in words for w in description.own):
        return False
    common = [w.lower() for w in description.name.split() if w[0].islower() and w not in _LITTLE]
    if {_stem(w) for w in common} & words or (description.many and at.n > hit.n):
        return True
    if at is hit:
        return False
    return (not description.many and common[-1:] and common[-1] in _BODIES) or (
        bool(common) and all(w in SYSTEM_NOUNS or w in _QUANTITIES for w in common)
    )


_BODIES = frozenset(
    "hospital company firm bank operator ministry agency retailer studio utility airline university school "
    "organisation organization business provider "
    "party court institution body association club regulator manufacturer carrier city county town council "
    "department".split()
)
_QUANTITIES = frozenset("thousands hundreds dozens scores millions many several".split())
_LITTLE = frozenset("of the and in for at on its their website websites main government state national public".split())


def _stem(word: str) -> str:
    return word.strip("'").removesuffix("'s").removesuffix("s")
