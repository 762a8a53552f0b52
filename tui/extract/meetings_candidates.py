"""Candidates: each word of a sentence that may tell of an encounter, with who takes part in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.extract.meetings_clause import Clauses
from tui.extract.meetings_model import Candidate
from tui.extract.meetings_nouns import Nouns
from tui.extract.meetings_parties import Group, Party
from tui.extract.meetings_verbs import Verbs


def find_candidates(text: str, groups: Sequence[Group], pair_of: Callable[[str], Sequence[Party]]) -> list[Candidate]:
    """Every candidate of a sentence in its order. `pair_of` reads "Trump-Kim" as parties."""
    clauses = Clauses(text, groups)
    nouns = Nouns(clauses, pair_of).find()
    verbs = Verbs(clauses, nouns).find()
    return sorted([*nouns, *verbs], key=lambda c: (c.start, c.noun))
