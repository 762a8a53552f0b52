"""Speakers: newsdash's sources beside textacy's quotations and clausal-complement rules on spaCy's small model.

The clausal-complement rules are those that the Gender Gap Tracker publishes, written anew in their shortest form: what
stands in the clausal complement of a reporting verb is said by the verb's subject, and "according to" names its object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.extraction import spacy_model
from benchmarks.peer_data import Case
from benchmarks.peer_versions import imported, version
from tui.evaluate.match import Matcher
from tui.extract.gazetteer import Gazetteer
from tui.extract.model import SentenceView
from tui.extract.quantities import find_quantities
from tui.extract.speakers import source_of

Reader = Callable[[SentenceView, int, int], str | None]  # sentence and the number's place in it -> who says it


def readers() -> dict[str, Reader]:
    """newsdash and whatever of the others is installed."""
    out: dict[str, Reader] = {version("newsdash"): _ours}
    model = spacy_model()
    if model is None:
        return out
    name, nlp = model
    parsed: dict[str, Any] = {}

    def doc_of(text: str) -> Any:
        if text not in parsed:
            parsed[text] = nlp(text)
        return parsed[text]

    if imported("textacy") is not None:
        from textacy.constants import REPORTING_VERBS
        from textacy.extract.triples import direct_quotations

        def textacy_speaker(view: SentenceView, start: int, end: int) -> str | None:
            try:
                for quotation in direct_quotations(doc_of(view.text)):
                    if quotation.content.start_char <= start and end <= quotation.content.end_char:
                        return " ".join(token.text for token in quotation.speaker)
            except ValueError:  # an unpaired quotation mark
                pass
            return None

        verbs = frozenset(REPORTING_VERBS["en"])
        out[version("textacy")] = textacy_speaker
        out[f"clausal complements, {name}"] = lambda view, start, end: _clausal(doc_of(view.text), start, verbs)
    return out


def compare(cases: list[Case], gazetteer: Gazetteer) -> None:
    """Print for how many annotated figures each tool names the annotated claimant, or rightly none."""
    same = Matcher(gazetteer).same_name
    spoken: list[tuple[Case, SentenceView, tuple[int, int]]] = []
    for case in cases:
        place = _number(case) if case.gold["kind"] == "troop_figure" else None
        if place is not None:
            spoken.append((case, *place))
    named = sum(c.gold["claimant"] is not None for c, *_ in spoken)
    print(f"\nSpeakers: {len(spoken)} annotated figures, {named} with a claimant\n")
    print("| tool | claimant right | somebody named where there is a claimant | nobody named where there is none |")
    print("| --- | --- | --- | --- |")
    for name, read in readers().items():
        right = somebody = nobody = 0
        for case, view, (start, end) in spoken:
            speaker, wanted = read(view, start, end), case.gold["claimant"]
            if wanted is None:
                nobody += speaker is None
            else:
                somebody += speaker is not None
                right += speaker is not None and same(wanted, speaker)
        print(f"| {name} | {right} of {named} | {somebody} | {nobody} of {len(spoken) - named} |")


def _number(case: Case) -> tuple[SentenceView, tuple[int, int]] | None:
    """Where the annotated number stands."""
    wanted = {case.gold["low"], case.gold["high"]} - {None}
    for view in case.views:
        for quantity in find_quantities(view.text):
            if {quantity.low, quantity.high} - {None} == wanted:
                return view, quantity.number
    return None


def _ours(view: SentenceView, start: int, end: int) -> str | None:
    source = source_of(view, start, end)
    return source.name if source else None


def _clausal(doc: Any, at: int, verbs: frozenset[str]) -> str | None:
    token = next((t for t in doc if t.idx <= at < t.idx + len(t.text)), None)
    while token is not None and token.head != token:  # the root is its own head
        if token.dep_ == "ccomp" and token.head.lemma_ in verbs:
            subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
            if subject is not None:
                return str(doc[subject.left_edge.i : subject.right_edge.i + 1])
        token = token.head
    for word in doc:
        if word.text == "to" and word.i and doc[word.i - 1].lower_ == "according":
            obj = next((child for child in word.children if child.dep_ == "pobj"), None)
            if obj is not None:
                return str(doc[obj.left_edge.i : obj.right_edge.i + 1])
    return None
