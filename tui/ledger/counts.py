"""The four counts and the Admiralty grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.ledger.model import Counts, Grade, Report


def count(reports: Iterable[Report]) -> Counts:
    """Mentions (sentences), outlets, distinct texts, independent origins.

    An outlet in its own voice is an origin only through a text of its own: ten copies of one text are one origin.
    """
    reports = list(reports)
    texts: dict[str, str] = {}
    claimants = set()
    # Sorted, so that which carrier a text is credited to does not depend on the order of arrival.
    for report in sorted(reports, key=lambda r: (r.text, r.origin)):
        if report.record.claimant:
            claimants.add(report.record.claimant)
        else:
            texts.setdefault(report.text, report.origin)
    return Counts(
        mentions=sum(max(1, len(r.record.mentions)) for r in reports),
        outlets=len({r.record.source or r.record.article for r in reports}),
        texts=len({r.text for r in reports}),
        origins=len(claimants | set(texts.values())),
    )


RELIABILITY_UNKNOWN = "F"


def grade(
    outlets: Sequence[str | None],
    origins: int,
    agreeing: int,
    contradicting: int,
    reliability: Mapping[str, str],
    judged: bool = True,
) -> Grade:
    """The Admiralty grade of a claim or event.

    The letter is the best reliability among the outlets that carry it (config `outlets: reliability`, F where none is
    given: "cannot be judged"). The number is derived: 1 confirmed by another origin and contradicted by none,
    2 several origins but one contradicts, 3 one origin and nothing against it, 4 contradicted by one,
    5 contradicted by more, 6 nothing to judge by (a plan or a fear).
    """
    letters = sorted({reliability.get(o or "", RELIABILITY_UNKNOWN) for o in outlets} or {RELIABILITY_UNKNOWN})
    witnesses = origins + agreeing
    if not judged:
        number, why = 6, "not told as a fact"
    elif contradicting == 0:
        number, why = (1, f"{witnesses} independent origins, none against") if witnesses > 1 else (
            3, "one origin, nothing against it")
    elif witnesses > contradicting:
        number, why = 2, f"{witnesses} independent origins against {contradicting}"
    else:
        number, why = (4, "contradicted by one origin") if contradicting == 1 else (
            5, f"contradicted by {contradicting} origins")
    return Grade(letters[0], number, why)
