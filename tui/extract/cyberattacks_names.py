"""Names of victims across an article: short forms to full ones, and the body that is named most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tui.extract.cyberattacks_hits import OFFICIAL_ROLES, Hit
from tui.extract.cyberattacks_lexicon import group_pattern, malware_pattern, platforms
from tui.extract.cyberattacks_victims import Rank, Target
from tui.extract.model import MentionKind, SentenceView
from tui.extract.speakers_subjects import CALENDAR

_WORD = r"[A-Z][\w'-]*"
_FULL = re.compile(rf"\b({_WORD}(?:(?: (?:of|and|the|for|de) | & | ){_WORD}){{0,6}})")
_ABBREVIATED = re.compile(
    rf"\b({_WORD}(?:(?: (?:of|and|the|for|de) | & | |, ){_WORD}){{0,8}}) \(([A-Z][A-Za-z&.-]{{1,9}})\)"
)


def full_names(views: Sequence[SentenceView], hits: Iterable[Hit]) -> dict[str, str]:
    """Short form -> full form, for the targets that the article names in both: "M&S", "Hollywood Presbyterian"."""
    wanted = {t.name for h in hits for t in h.targets if t.rank is Rank.NAMED}
    out: dict[str, str] = {}
    for short in (w for w in wanted if w.isupper() and w.isalpha() and len(w) > 2):
        full = next((w for w in wanted if "".join(x[0] for x in w.split() if x[0].isupper()) == short), None)
        if full is not None:
            out[short] = full
    for view in views:
        for m in _DOMAIN.finditer(view.text):
            if m.group(1) in wanted:
                out.setdefault(m.group(1), m.group())
        for m in _ABBREVIATED.finditer(view.text):
            if m.group(2) in wanted:
                out.setdefault(m.group(2), _spelled_out(m.group(1), m.group(2)))
        for m in _FULL.finditer(view.text):
            full = m.group(1).removesuffix("'s")
            for short in wanted:
                if (
                    " " in short
                    and full.startswith(short)
                    and full[len(short) :].isalpha()
                    and full[len(short) :].islower()
                ):
                    out.setdefault(short, full)  # "Bangkok Air" and "Bangkok Airways"
                if (
                    full != short
                    and full.startswith(f"{short} ")
                    and not short.endswith("'s")
                    and _one_name(full, short)
                ):
                    out.setdefault(short, full)
    return out


_DOMAIN = re.compile(r"\b([A-Z][\w-]+)\.(?:com|org|net|io|ms)\b")
_BODY = (
    r"(?:utility|company|bank|hospital|university|airline|insurer|telco|operator|provider|retailer|manufacturer|"
    r"carrier|chain|firm|studio|refinery|bourse|exchange)"
)
_CALLED_BODY = re.compile(rf" {_BODY}\b")
_BODY_BEFORE = re.compile(rf"\bthe (?:[\w-]+ )?{_BODY},? $")


def _spelled_out(name: str, short: str) -> str:
    """The part of "A Airport and Los Angeles International Airport" that "(LAX)" stands for."""
    words = name.split()
    for k in range(len(words)):
        capitals = "".join(w[0] for w in words[k:] if w[0].isupper())
        if capitals.startswith(short.replace(".", "").replace("&", "")):
            return " ".join(words[k:])
    last = name.rpartition(" and ")[2]
    return last if last[:1] == short[:1] and " " in last else name


def _one_name(full: str, short: str) -> bool:
    """Whether the longer words are the same body's name, not two names side by side."""
    rest = full[len(short) + 1 :].split()
    if short.isupper():
        return rest[:1] == ["of"]  # "the PGA" and "the PGA of America"
    return all(w not in CALENDAR and w not in ("and", "of", "the", "for") for w in rest[:1])


def most_named(views: Sequence[SentenceView], others: set[str]) -> list[Target]:
    """The body, known or not, that the sentences name most often, at least twice; those of `others` are none."""
    counts: Counter[str] = Counter()
    first: dict[str, Target] = {}
    victims: set[str] = set()  # bodies that the gazetteer lists for being attacked
    for view in views:
        for m in _FULL.finditer(view.text):
            name = m.group(1).removesuffix("'s")
            if (
                name in others
                or name in platforms()
                or name.split()[0] in CALENDAR
                or group_pattern().fullmatch(name)
                or malware_pattern().search(name)
            ):
                continue
            known = [x for x in view.mentions if x.start < m.end(1) and m.start(1) < x.end]
            if any(
                x.kind in (MentionKind.SIDE, MentionKind.PLACE) or (x.kind is MentionKind.PERSON and x.role)
                for x in known
            ):
                continue
            if m.start(1) == 0 and " " not in name and not known:
                continue
            victims |= {
                name
                for x in known
                if x.kind is MentionKind.INSTITUTION and x.role not in OFFICIAL_ROLES and x.name == name
            }
            counts[name] += (
                2 if _CALLED_BODY.match(view.text, m.end(1)) or _BODY_BEFORE.search(view.text[: m.start(1)]) else 1
            )
            first.setdefault(name, Target(name, m.start(1), m.end(1), Rank.NAMED))
    best = counts.most_common(1)
    if best and best[0][1] > 1:
        return [first[best[0][0]]]
    return [first[name] for name in counts if name in victims][:1]
