"""Attacks compared: what was attacked, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from tui.ledger.matching import Distance, Matcher, Shape, Who
from tui.ledger.model import Report
from tui.ledger.names import ALIKE, WHOLE, Described
from tui.records import AttackType, Cyberattack, Realis

Describe = Callable[[str], Described]
"""Takes the name of a victim apart."""

_TYPES = (
    {AttackType.DDOS, AttackType.DEFACEMENT, AttackType.DISINFORMATION},
    {AttackType.WIPER, AttackType.MALWARE, AttackType.RANSOMWARE},
    {AttackType.INTRUSION, AttackType.DATA_THEFT, AttackType.PHISHING, AttackType.MALWARE},
)
"""Types of attack that outlets use for one another; `unspecified` goes with every one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit(Who):
    """What was attacked and how."""

    targets: tuple[Described, ...]
    type: AttackType
    names: frozenset[str] = field(compare=False)


class AttackMatcher(Matcher):
    """Compares attacks. `describe` takes the name of a victim apart."""

    def __init__(self, describe: Describe) -> None:
        super().__init__()
        self._describe = lru_cache(maxsize=65536)(describe)

    def _parts(self, report: Report) -> tuple[object, ...]:
        record = report.record
        assert isinstance(record, Cyberattack)
        return record.targets, record.type, record.realis, record.date is None

    def _who(self, report: Report) -> _Hit:
        record = report.record
        assert isinstance(record, Cyberattack)
        targets = tuple(sorted({self._describe(t) for t in record.targets}, key=lambda t: t.text))
        space = ""
        if record.realis == Realis.CONDITIONAL or (record.realis == Realis.HISTORICAL and not record.date):
            space = str(record.realis)
        names = frozenset(t.name for t in targets if t.name)
        under = frozenset((space, key) for t in targets for key in (t.name, *t.words, *t.states) if key)
        return _Hit(
            targets=targets,
            type=record.type,
            space=space,
            names=names,
            under=under,
            sought=(under,),
            needed=1,
            anchored=bool(names),
            order=(-len(names), [t.text for t in targets], record.type, space),
        )

    def _ahead(self, report: Report) -> bool | None:
        return None if report.record.realis == Realis.CONDITIONAL else False

    def fits(self, one: Shape, two: Shape) -> Distance | None:
        """As for all; but "the state" and something that belongs to it are one victim only on one day."""
        found = super().fits(one, two)
        whole = found is not None and found[0] == 0 and found[1] > -ALIKE
        return None if whole and not (one.dated and two.dated) else found

    def _compare(self, one: Who, two: Who) -> Distance | None:
        """The same victim, or victims described alike by attacks of one type; a warning is never an incident."""
        assert isinstance(one, _Hit)
        assert isinstance(two, _Hit)
        if one.space != two.space:
            return None
        shared = len(one.names & two.names)
        likeness = max((a.like(b) for a in one.targets for b in two.targets), default=0.0)
        if not shared and (likeness < WHOLE or not _types_fit(one.type, two.type)):
            return None
        return -shared, -likeness, one.type is not two.type

    def _tie(self, one: Who, two: Who) -> bool:
        assert isinstance(one, _Hit)
        assert isinstance(two, _Hit)
        return bool(one.names & two.names)

    def _goes_on(self, one: Who, two: Who) -> bool:
        """The same victims of one type of attack."""
        assert isinstance(one, _Hit)
        assert isinstance(two, _Hit)
        return one.names == two.names and one.space == two.space and _types_fit(one.type, two.type)


def _types_fit(a: AttackType, b: AttackType) -> bool:
    return AttackType.UNSPECIFIED in (a, b) or a is b or any({a, b} <= kinds for kinds in _TYPES)
