"""Cyberattacks of an article, as the codebook defines them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.corpus.model import LineClass
from tui.extract.analysis import Analysis
from tui.extract.cyberattacks_blame import Blame
from tui.extract.cyberattacks_fold import Incident, chosen_targets, fold
from tui.extract.cyberattacks_hits import Hit
from tui.extract.cyberattacks_names import most_named
from tui.extract.cyberattacks_victims import Rank, Target, system_owner
from tui.extract.model import DateMention, MentionKind, SentenceView
from tui.records import (
    AttackStatus,
    AttackType,
    Attribution,
    Cyberattack,
    DatePrecision,
    Denial,
    Denied,
    Effect,
    Kind,
    Realis,
    Reason,
    Stance,
    record_id,
)

# the more telling first: what decides between sorts told equally often
_TYPE_ORDER = (
    AttackType.WIPER,
    AttackType.RANSOMWARE,
    AttackType.DDOS,
    AttackType.DEFACEMENT,
    AttackType.DATA_THEFT,
    AttackType.MALWARE,
    AttackType.PHISHING,
    AttackType.INTRUSION,
)
_VAGUE_TYPES = frozenset(
    (AttackType.INTRUSION, AttackType.MALWARE)
)  # said of every attack, so they give way to a sharper word
_EFFECT_ORDER = (Effect.DESTRUCTION, Effect.DEFACEMENT, Effect.THEFT, Effect.INTERRUPTION)
_ONGOING = re.compile(
    r"\b(?:ongoing|under ?way|still (?:offline|down|inaccessible|unavailable|struggling|working to|being|affected)|"
    r"remain(?:s|ed)? "
    r"(?:offline|down|locked|closed|inaccessible|unavailable)|continu(?:es|ing) to (?:be|target|attack|disrupt)|"
    r"enters (?:the|its) second)\b",
    re.I,
)
_OVER = re.compile(
    r"\b(?:restored|back (?:online|up|to normal)|up and running|(?:was|were|been) (?:repelled|contained|thwarted|"
    r"resolved|stopped|blocked|neutrali[sz]ed)|"
    r"resumed|returned to normal|recovered|regain(?:ed)? control|briefly|for about \d+|lasted)\b",
    re.I,
)


def find_cyberattacks(analysis: Analysis) -> list[Cyberattack]:
    """The cyberattacks of the article, in the order of the text."""
    views = analysis.views
    records = [r for i in fold(views) if (r := _record(analysis, views, i)) is not None]
    return sorted(records, key=lambda r: (r.start, r.id))


def _record(analysis: Analysis, views: Sequence[SentenceView], incident: Incident) -> Cyberattack | None:
    evidence = _evidence(incident)
    if evidence is None:
        return None
    targets = (
        chosen_targets(incident)
        or _owners(views, incident)
        or _most_named(views, incident)
        or _victim_state(views, incident)
    )
    suspects = _suspects(incident)
    if not targets and not suspects:
        return None
    article = analysis.article
    view = views[evidence.n]
    lead = next((t for t in evidence.triggers if t.strong), evidence.triggers[0])
    base = view.sentence.start
    date, precision = _date(incident)
    kind, kind_words = _type(incident)
    effect = next((e for e in _EFFECT_ORDER if any(e in h.effects for h in incident.hits)), Effect.NONE_STATED)
    reasons = [
        Reason("realis", evidence.modality.rule, base + evidence.modality.start, base + evidence.modality.end),
        Reason("type", f"the words for a {kind} attack", *_at(views, kind_words)),
        Reason("evidence", "the first sentence that tells it", base + lead.start, base + lead.end),
        *_target_reasons(views, incident, targets),
        *_date_reason(views, incident, date),
        *(
            Reason("suspects", f"{b.to} is named as the attacker", *_span(views, incident, b.start, b.end))
            for b in incident.blames
            if b.to
        ),
    ]
    source = evidence.source
    spans = [(views[n].sentence.start, views[n].sentence.end) for n in sorted(incident.sentences)]
    own = (view.sentence.start, view.sentence.end)
    return Cyberattack(
        id=record_id(article.text, Kind.CYBERATTACK, *own, base + lead.start),
        article=article.id,
        source=article.outlet,
        published=view.anchor if view.sentence.post is not None else article.published_iso(),
        evidence=article.text[own[0] : own[1]],
        start=own[0],
        end=own[1],
        mentions=(own, *(s for s in spans if s != own)),
        claimant=source.name if source else None,
        claimant_side=source.side if source else None,
        stance=source.stance if source else Stance.ASSERTS,
        realis=_realis(incident, date, view),
        reasons=tuple(reasons),
        targets=tuple(dict.fromkeys(t.name for t in targets)),
        type=kind,
        status=_status(views, incident),
        date=date,
        date_precision=precision,
        effect=effect,
        suspects=tuple(suspects),
        attributions=_attributions(incident, {t.name for t in targets}),
        denials=_denials(incident, _named_people(analysis), [t.name for t in targets]),
    )


def _evidence(incident: Incident) -> Hit | None:
    """The hit whose sentence states the incident: the first that tells it with a target, else the first that tells it."""
    told = [h for h in incident.hits if h.strong or incident.conditional] or [h for h in incident.hits if h.targets]
    return next((h for h in told if h.targets), told[0] if told else None)


def _owners(views: Sequence[SentenceView], incident: Incident) -> list[Target]:
    """Whose systems its sentences, or those that lead up to it, speak of, where no victim stands beside the words for the attack."""
    if incident.conditional:
        return []
    first = min(incident.sentences)
    for n in (*sorted(incident.sentences), *range(first - 1, max(-1, first - 4), -1)):
        found = [t for t in system_owner(views[n], possessive=True) if t.rank is Rank.NAMED]
        if found and views[n].sentence.cls in (LineClass.BODY, LineClass.STANDFIRST):
            return found
    return []


def _most_named(views: Sequence[SentenceView], incident: Incident) -> list[Target]:
    """The body that an incident's sentences name most, where none stands beside the words for the attack."""
    if incident.conditional:
        return []
    blamed = {b.by for b in incident.blames} | {b.to for b in incident.blames} | {r.by for r in incident.refusals}
    return most_named([views[n] for n in incident.sentences], {x for x in blamed if x})


def _victim_state(views: Sequence[SentenceView], incident: Incident) -> list[Target]:
    """The country hit, where no target is named: the one that its sentences speak of and nobody blames."""
    accused = {b.side for b in incident.blames} | {b.to for b in incident.blames}
    counts: Counter[str] = Counter()
    first: dict[str, Target] = {}
    for h in incident.hits:
        if not h.strong:
            continue
        for m in views[h.n].mentions:
            if m.kind is MentionKind.SIDE and m.role == "state" and m.name and m.name not in accused:
                counts[m.name] += 1
                first.setdefault(m.name, Target(m.name, m.start, m.end, Rank.COUNTRY))
    return [first[counts.most_common(1)[0][0]]] if counts else []


def _suspects(incident: Incident) -> list[str]:
    return list(dict.fromkeys(b.to for b in incident.blames if b.to))


def _attributions(incident: Incident, targets: set[str]) -> tuple[Attribution, ...]:
    """Who blames whom, one each; naming somebody counts before holding back."""
    named: dict[str, list[Blame]] = {}
    for b in incident.blames:
        if b.by is not None and not (b.by in targets and b.presupposed):
            named.setdefault(b.by, []).append(b)
    out = []
    for by, said in named.items():
        blamed = [b for b in said if b.to] or said[:1]
        named_too = {b.to for b in blamed}
        once = {
            b.to: b for b in reversed(blamed) if not (b.side in named_too and b.to != b.side)
        }  # "Russian military intelligence" beside Russia
        out += [Attribution(by, b.to, b.basis) for b in reversed(once.values())]
    return tuple(out)


def _named_people(analysis: Analysis) -> dict[str, list[str]]:
    """Side -> the spokespeople that the article names for it."""
    out: dict[str, list[str]] = {}
    for view in analysis.views:
        for m in view.mentions:
            if m.kind is MentionKind.PERSON and m.name and m.side and m.role and "spokes" in m.role.lower():
                out.setdefault(m.side, [])
                if m.name not in out[m.side]:
                    out[m.side].append(m.name)
    return out


def _denials(incident: Incident, spokespeople: dict[str, list[str]], targets: list[str]) -> tuple[Denial, ...]:
    """Who denies, each once; "the Kremlin" and "a Chinese spokesman" give way to the one whom the article names for them."""
    for k, r in enumerate(incident.refusals):
        named = spokespeople.get(r.side or "", [])
        if len(named) == 1 and r.by not in named and "spokes" in r.by.lower():
            incident.refusals[k] = replace(r, by=named[0], person=True)
    people = {r.side for r in incident.refusals if r.person and r.side}
    out: dict[str, Denial] = {}
    for r in incident.refusals:
        if r.of is Denied.IMPACT and r.victim and not any(r.by in t or t in r.by for t in targets):
            continue  # that nothing was lost is a denial in the mouth of the victim alone
        blamed = {b.side for b in incident.blames if b.to} | {b.to for b in incident.blames}
        if r.accused and r.side not in blamed and r.by not in blamed:
            continue
        longer = any(
            o.by != r.by and o.by.endswith(f" {r.by}") for o in incident.refusals
        )  # "the Fed" and "the New York Fed"
        if not longer and (r.person or r.side not in people):
            by = _SPOKESMAN.sub("", r.by)
            out.setdefault(by, Denial(by, r.of))
    return tuple(out.values())


# "a Toyota spokesman" speaks for Toyota
_SPOKESMAN = re.compile(r"(?<=[a-z]) spokes(?:man|woman|person)(?: in [A-Z]\w+)?$")


def _type(incident: Incident) -> tuple[AttackType, tuple[int, int, int] | None]:
    """The sort that most of its sentences tell, and the words of the first (sentence, start, end)."""
    counts: Counter[AttackType] = Counter()
    words: dict[AttackType, tuple[int, int, int]] = {}
    for h in incident.hits:
        for kind in h.types:
            counts[kind] += 1
            t = next(t for t in h.triggers if t.type is kind)
            words.setdefault(kind, (h.n, t.start, t.end))
    if not counts:
        return AttackType.UNSPECIFIED, None
    sharp = {k: c for k, c in counts.items() if k not in _VAGUE_TYPES} or dict(counts)
    best = max(sharp, key=lambda k: (sharp[k], -_TYPE_ORDER.index(k)))
    return best, words[best]


def _date(incident: Incident) -> tuple[str | None, DatePrecision]:
    """The day on which it began: the first date given, made sharper by a later one that agrees."""
    found = incident.dates()
    if not found:
        return None, DatePrecision.UNKNOWN
    best: DateMention = found[0]
    for d in found[1:]:
        if len(d.value) > len(best.value) and d.value.startswith(best.value):
            best = d
    return best.value, best.precision if best.precision is not DatePrecision.YEAR else DatePrecision.UNKNOWN


def _realis(incident: Incident, date: str | None, view: SentenceView) -> Realis:
    if incident.conditional:
        return Realis.CONDITIONAL
    if date is not None and view.anchor is not None:
        if any(h.lasting for h in incident.hits):
            return Realis.ACTUAL
        before = f"{int(view.anchor[:4]) - 1:04d}{view.anchor[4:]}"[: len(date)]
        return Realis.HISTORICAL if date < before else Realis.ACTUAL
    told = [h.modality.realis for h in incident.hits if h.strong]
    return Realis.HISTORICAL if told and all(r is Realis.HISTORICAL for r in told) else Realis.ACTUAL


def _status(views: Sequence[SentenceView], incident: Incident) -> AttackStatus:
    if incident.conditional:
        return AttackStatus.UNSPECIFIED
    texts = [views[n].text for n in incident.sentences]
    if any(_ONGOING.search(t) for t in texts):
        return AttackStatus.ONGOING
    return AttackStatus.OVER if any(_OVER.search(t) for t in texts) else AttackStatus.UNSPECIFIED


# ---- reasons --------------------------------------------------------------------------------------------------------


def _at(views: Sequence[SentenceView], words: tuple[int, int, int] | None) -> tuple[int, int]:
    if words is None:
        return 0, 0
    n, start, end = words
    base = views[n].sentence.start
    return base + start, base + end


def _span(views: Sequence[SentenceView], incident: Incident, start: int, end: int) -> tuple[int, int]:
    for h in incident.hits:
        if any(b.start == start and b.end == end for b in h.blames):
            base = views[h.n].sentence.start
            return base + start, base + end
    return 0, 0


def _target_reasons(views: Sequence[SentenceView], incident: Incident, targets: list[Target]) -> list[Reason]:
    out = []
    for h in incident.hits:
        base = views[h.n].sentence.start
        out += [
            Reason("targets", f"{t.name}: beside the words for the attack", base + t.start, base + t.end)
            for t in h.targets
            if t in targets
        ]
    return out


def _date_reason(views: Sequence[SentenceView], incident: Incident, date: str | None) -> list[Reason]:
    for h in incident.hits:
        if h.date is not None and h.date.value == date:
            base = views[h.n].sentence.start
            return [Reason("date", h.date.rule, base + h.date.start, base + h.date.end)]
    return []
