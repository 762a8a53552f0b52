"""The four counts and the Admiralty grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.ledger.model import Counts, Grade, Report


def count(reports: Iterable[Report]) -> Counts:
    """Mentions (sentences), outlets, distinct texts, independent origins.

    An outlet in its own voice is an origin only through a text of its own: ten copies of one text are one origin, the
    agency that any of them credits, else one of the outlets that carry it.
    """
    mentions = 0
    outlets, texts, origins = set(), set(), set()
    unattributed: dict[str, tuple[bool, str]] = {}
    for report in reports:
        record = report.record
        mentions += max(1, len(record.mentions))
        outlets.add(record.source or record.article)
        texts.add(report.text)
        if record.claimant:
            origins.add(report.origin)
        else:
            # the smallest wins, so that the order of arrival makes no difference; agencies come first
            own = (report.agency is None, report.origin)
            unattributed[report.text] = min(unattributed.get(report.text, own), own)
    origins.update(origin for _, origin in unattributed.values())
    return Counts(mentions, len(outlets), len(texts), len(origins))


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
