"""What one sentence tells of one attack: its triggers, targets, sort, effect, date and how real it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.extract.cyberattacks_blame import Blame, blames
from tui.extract.cyberattacks_lexicon import CYBER, HABIT, KINETIC, POLICY, PUNISHMENT
from tui.extract.cyberattacks_triggers import Trigger, find_triggers
from tui.extract.cyberattacks_victims import Target, targets_of
from tui.extract.model import DateMention, Modality, SentenceView, Source
from tui.extract.realis import realis_of
from tui.extract.speakers import source_of
from tui.extract.speakers_lexicon import REPORTING
from tui.extract.syntax import index_at, tokens
from tui.records import AttackType, DatePrecision, Effect, Realis, Stance


@dataclass(frozen=True)
class Hit:
    """What sentence `n` says of one attack."""

    n: int
    triggers: tuple[Trigger, ...]
    targets: tuple[Target, ...]
    modality: Modality
    date: DateMention | None
    blames: tuple[Blame, ...]
    source: Source | None

    @property
    def strong(self) -> bool:
        """Whether it tells an attack by itself."""
        return any(t.strong for t in self.triggers)

    @property
    def conditional(self) -> bool:
        """Whether the attack is only feared, threatened or planned."""
        return self.modality.realis in (Realis.CONDITIONAL, Realis.PLANNED)

    @property
    def other(self) -> bool:
        """Whether the words tell it apart from the attack in hand."""
        return any(t.other for t in self.triggers if t.noun or t.strong)

    @property
    def definite(self) -> bool:
        """Whether it takes up an attack told before ("the attack")."""
        return all(t.definite or not t.noun for t in self.triggers)

    @property
    def types(self) -> tuple[AttackType, ...]:
        """What sorts of attack the words tell."""
        return tuple(dict.fromkeys(t.type for t in self.triggers if t.type is not None))

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What the words say it did."""
        return tuple(dict.fromkeys(t.effect for t in self.triggers if t.effect is not None))


_SAID_ON = re.compile(
    r"\b(?:" + "|".join(sorted((f for f in REPORTING if " " not in f), key=len, reverse=True)) + r")\b"
    r"(?:\s+(?:reporters|journalists|lawmakers|parliament|in|a|an|the|statement|on|late|early|earlier|here|that|this|and|again|also|news|"
    r"conference|interview|briefing|Reuters|CNN|AFP|BBC)){0,6}\s*$",
    re.I,
)


def find_hits(views: Sequence[SentenceView], n: int) -> list[Hit]:
    """What sentence `n` tells of attacks, one hit an attack, in the order of the text."""
    view = views[n]
    triggers = find_triggers(view)
    if not triggers:
        return []
    named = blames(views, n)
    hits: list[Hit] = []
    for group in _groups(view, triggers):
        modality = _modality(view, group)
        source = source_of(view, group[0].start, group[0].end)
        targets = () if _denied(view, group[0]) else _targets(view, group)
        hits.append(Hit(n, group, targets, modality, _date(view, group), tuple(named), source))
    if len(hits) > 1:
        hits = [replace(h, blames=tuple(b for b in h.blames if _nearest(hits, b) is h)) for h in hits]
    return hits


def _nearest(hits: list[Hit], blame: Blame) -> Hit:
    return min(hits, key=lambda h: min(abs(t.start - blame.start) for t in h.triggers))


def _groups(view: SentenceView, triggers: tuple[Trigger, ...]) -> list[tuple[Trigger, ...]]:
    """The triggers of each attack of the sentence: a new one begins at "another attack" and where reality changes."""
    groups: list[list[Trigger]] = []
    for t in triggers:
        conditional = _is_conditional(view, t)
        fits = [g for g in groups if _is_conditional(view, g[0]) == conditional]
        apart = t.other and any(x.strong or x.noun for g in groups for x in g) or _parallel(view, t, fits)
        if fits and not apart:
            fits[-1].append(t)
        else:
            groups.append([t])
    return [tuple(g) for g in groups]


def _parallel(view: SentenceView, t: Trigger, groups: list[list[Trigger]]) -> bool:
    """"claimed to have disrupted X, to have leaked Y and to have blocked Z": three deeds."""
    before = re.search(r"(?:,|\band) to have (?:\w+ )?$", view.text[: t.start])
    return before is not None and any(not x.noun for g in groups for x in g)


def _is_conditional(view: SentenceView, t: Trigger) -> bool:
    return realis_of(view, t.start, t.end).realis in (Realis.CONDITIONAL, Realis.PLANNED)


def _modality(view: SentenceView, group: tuple[Trigger, ...]) -> Modality:
    lead = next((t for t in group if t.strong), group[0])
    return realis_of(view, lead.start, lead.end)


def _denied(view: SentenceView, t: Trigger) -> bool:
    source = source_of(view, t.start, t.end)
    return source is not None and source.stance is Stance.DENIES


def _targets(view: SentenceView, group: tuple[Trigger, ...]) -> tuple[Target, ...]:
    out: dict[str, Target] = {}
    for t in group:
        if t.noun and not t.strong and t.low.startswith(("hacker", "attacker", "cyber", "intruder", "threat", "ransomware", "hacking")):
            continue
        for target in targets_of(view, t):
            if not any(target.start < o.end and o.start < target.end for o in out.values()):
                out.setdefault(target.name, target)
    return tuple(sorted(out.values(), key=lambda x: x.start))


def _date(view: SentenceView, group: tuple[Trigger, ...]) -> DateMention | None:
    """The day the attack is put on: a date of the clause, not that of saying so."""
    best: tuple[int, DateMention] | None = None
    for d in view.dates:
        if d.precision is DatePrecision.UNKNOWN or _SAID_ON.search(view.text[: d.start]) or _of_saying(view, d, group[0]):
            continue
        distance = min(min(abs(t.end - d.start), abs(d.end - t.start)) for t in group)
        if best is None or distance < best[0]:
            best = (distance, d)
    return best[1] if best is not None else None


def _of_saying(view: SentenceView, d: DateMention, t: Trigger) -> bool:
    """Whether the date stands outside what a source says while the attack stands inside, or behind its own verb."""
    for s in view.sources:
        if s.by_start >= 0 and s.start <= t.start and t.end <= s.end and not (s.start <= d.start and d.end <= s.end):
            return True
    toks = tokens(view.text)
    k = index_at(toks, d.start)
    between = toks[min(k, index_at(toks, t.start)) : max(k, index_at(toks, t.start))]
    other = [x for x in between if x.tag == "verb" and x.form in ("past", "s") and not (t.start <= x.start < t.end)]
    return len(other) > 2


def relevant(view: SentenceView) -> bool:
    """Whether a sentence without a strong trigger can still be about computers."""
    return CYBER.search(view.text) is not None or KINETIC.search(view.text) is None


def background(view: SentenceView, hit: Hit) -> bool:
    """Whether a hit tells no incident: a punishment, a habit, a count, or talk of readiness."""
    if PUNISHMENT.search(view.text) and not hit.date:
        return True
    if HABIT.search(view.text) and not any(t.rank.name == "NAMED" for t in hit.targets):
        return True
    return POLICY.search(view.text) is not None and not hit.targets and not hit.blames
