"""A sentence as a row of items: counts and names as one item each, the rest word by word with its class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.extract.figures import actions, nouns
from tui.extract.model import Mention, MentionKind, Quantity, SentenceView
from tui.extract.syntax import Token, tokens

HELPERS = frozenset({"aux", "modal", "to", "adv"})
_VERB_FORMS = {**actions.OBJECT_VERBS, **actions.SUBJECT_VERBS}
_SUBJECTS = frozenset("they we you troops who which".split())


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark, a count (`quantity`) or a name (`mention`); `tag`, `base` and `form` as in `tui.extract.syntax`.

    Tags added here: count (a count of things), amount (money, a year, a measure ...), end (outside the sentence).
    """

    start: int
    end: int
    low: str
    tag: str
    base: str = ""
    form: str = ""
    mention: Mention | None = None
    quantity: Quantity | None = None

    @property
    def possessive(self) -> bool:
        """Is it in the genitive ("Russia's", "the rebels'")?"""
        return self.low.endswith(("'s", "s'"))

    @property
    def word(self) -> str:
        """The last word of a name, without its genitive; of a hyphened word the whole."""
        return self.low.split(" ")[-1].removesuffix("'s").removesuffix("'")

    @property
    def finite(self) -> bool:
        """Can it be the verb of a clause: an auxiliary, a modal, a verb that is no -ing form or infinitive?"""
        return self.tag in {"aux", "modal"} or (self.tag == "verb" and self.form not in {"ing", "inf", "part"})


_END = Item(-1, -1, "", "end")


class Row:
    """The items of a sentence and its text; an index outside it gives an empty item of tag "end"."""

    def __init__(self, text: str, items: tuple[Item, ...]) -> None:
        self.text = text
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, i: int) -> Item:
        return self.items[i] if 0 <= i < len(self.items) else _END

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def between(self, first: int, after: int) -> tuple[Item, ...]:
        """Items `first:after`, as far as they are in the sentence."""
        return self.items[max(0, first) : max(0, after)]

    def lows(self, first: int, after: int) -> set[str]:
        """The words of items `first:after`."""
        return {t.low for t in self.between(first, after)}

    def group_start(self, verb: int) -> int:
        """The first auxiliary, modal or "to" of the verb group that ends in item `verb`."""
        first = i = verb
        while i > 0 and self[i - 1].tag in HELPERS:
            i -= 1
            if self[i].tag != "adv":
                first = i
        return first

    def verb_from(self, i: int) -> int | None:
        """The main verb of the group that begins at item `i`; the auxiliary itself where it has no other."""
        last = None
        while self[i].tag in HELPERS:
            last = i if self[i].tag == "aux" else last
            i += 1
        return i if self[i].tag == "verb" else last

    def is_passive(self, verb: int) -> bool:
        """Is the verb a passive: a participle behind a form of "be"?"""
        group = self.between(self.group_start(verb), verb)
        return any(t.base == "be" for t in group) and self[verb].form in {"past", "part"}


def row_of(view: SentenceView) -> Row:
    """The items of a sentence, left to right."""
    out: list[Item] = []
    spans = _spans(view)
    at = 0
    done = -1
    for token in tokens(view.text):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        span = spans[at] if at < len(spans) and spans[at].start < token.end else None
        if span is None:
            out.append(Item(token.start, token.end, token.low, token.tag, token.base, token.form))
            continue
        if done != at:
            out.append(_special(view, span, token))
            done = at
        if token.end > span.end:
            out += _remainder(view.text, span.end, token.end)
    return Row(view.text, _retagged(tuple(out)))


def _spans(view: SentenceView) -> list[Mention | Quantity]:
    """Counts and names from left to right, none overlapping; a name with a number in it ("M23") stays a name."""
    spans: list[Mention | Quantity] = []
    both: list[Mention | Quantity] = [*view.mentions, *view.quantities]
    for span in sorted(both, key=lambda s: (s.start, -s.end)):
        last = spans[-1] if spans else None
        if last is None or last.end <= span.start:
            spans.append(span)
        elif isinstance(span, Quantity) and not _inside(span, last):
            spans[-1] = span  # a count that only touches a name wins
    return spans


def _inside(quantity: Quantity, name: Mention | Quantity) -> bool:
    """Does the number stand whole inside the name?"""
    return name.start <= quantity.number[0] and quantity.number[1] <= name.end


def _special(view: SentenceView, span: Mention | Quantity, token: Token) -> Item:
    low = view.text[span.start : span.end].lower()
    if isinstance(span, Quantity):
        return Item(span.start, span.end, low, "count" if span.kind == "count" else "amount", quantity=span)
    if span.kind is MentionKind.PERSON and span.form == "pronoun":
        return Item(span.start, span.end, low, token.tag, mention=span)
    return Item(span.start, span.end, low, "name", mention=span)


def _remainder(text: str, start: int, end: int) -> list[Item]:
    """What a hyphen hangs on a count or a name: "5-strong", "Russian-made"."""
    out: list[Item] = []
    for word in text[start:end].replace("-", " - ").split():
        at = text.find(word, start, end)
        out.append(Item(at, at + len(word), word.lower(), "word" if word.isalnum() else "punct"))
        start = at + len(word)
    return out


def _retagged(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Words that are noun or verb read as verbs where the military sentence wants one.

    "130,000 remain on the border", "US sends 3,000 troops": a plural subject before a base form, or a name before a
    third person that a count, an article or a pronoun follows. "Since" inside a verb group is an adverb.
    """
    out = list(items)
    for i in range(1, len(items)):
        item, before = items[i], out[i - 1]
        after = items[i + 1] if i + 1 < len(items) else _END
        if item.low == "since" and before.tag == "aux":
            out[i] = replace(item, tag="adv")  # "has since been cut"
        elif item.tag in {"word", "name"} and item.mention is None:
            form = _verb_form(item, before, out[i - 2] if i > 1 else _END, after)
            if form:
                base = _VERB_FORMS[item.low][0] if item.low in _VERB_FORMS else item.low
                out[i] = replace(item, tag="verb", base=base, form=form)
    return tuple(out)


def _verb_form(item: Item, before: Item, earlier: Item, after: Item) -> str:
    """The form of a word that is a verb here, "" where it is none."""
    governing = earlier if before.tag == "adv" else before
    if governing.tag == "modal" and item.tag == "word":
        return "base"  # "would soon reach"
    if item.low not in _VERB_FORMS:
        return ""
    if governing.tag == "aux" and governing.base == "have" and item.tag == "word":
        return "past" if item.low != _VERB_FORMS[item.low][0] else ""  # "have laid down their arms"
    if item.low == _VERB_FORMS[item.low][0]:
        if governing.tag == "to":
            return "inf"
        if before.tag == "coord" and after.tag == "count":
            return "base"  # "will last until April and involve 17,600"
        plural = before.tag == "count" or before.word in nouns.PLURAL or before.low in _SUBJECTS
        return "base" if plural and after.tag in {"prep", "to", "det", "adv", "name", "punct", "end"} else ""
    if before.low == "," and item.low.endswith("s") and after.mention is not None:
        return "s"  # "Unifil, set up in 1978, patrols southern Lebanon"
    named = before.mention is not None and before.mention.form != "adjective" and not before.possessive
    object_ = after.tag in {"count", "det", "pron"} or after.mention is not None
    return "s" if named and item.low.endswith("s") and object_ else ""
