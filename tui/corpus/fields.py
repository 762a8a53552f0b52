"""Which field of a record is the body, the title, the date: configured names first, then those that crawls use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tui.corpus.dates import Moment, day_first, moment

CONFIG_NAMES = {"text": "body", "date": "published", "author": "authors"}
"""What the config calls a role where that is not its name here."""

ROLES: dict[str, tuple[str, ...]] = {
    "body": tuple(
        (
            "articlebody maintext fulltext articletext bodytext cleanedtext cleantext plaintext contenttext "
            "storytext newstext textcontent fullcontent articlecontent rawtext text content body story article "
            "paragraphs contentencoded contenthtml bodyhtml articlehtml html rawhtml htmlcontent"
        ).split()
    ),
    "summary": tuple(
        (
            "description summary standfirst abstract trailtext subtitle excerpt snippet leadparagraph lead dek "
            "teaser shortdescription"
        ).split()
    ),
    "title": tuple("headline title webtitle articletitle newstitle heading header titletext maintitle name".split()),
    "published": tuple(
        (
            "datepublished publishedat publisheddate publishdate publicationdate pubdate datepublish "
            "publishedtime publishtime publicationtime firstpublished webpublicationdate articledate published "
            "issued dateissued displaydate date datetime pubtime createdat created timestamp time day"
        ).split()
    ),
    "url": tuple("url link articleurl canonicalurl weburl permalink sourceurl pageurl href uri guid".split()),
    "outlet": tuple(
        (
            "outlet outletname sourcename publisher publishername sitename newspaper publication newssource "
            "medianame newsoutlet source media site website provider feedtitle domain sourcedomain host hostname "
            "sourceid"
        ).split()
    ),
    "authors": tuple("authors author byline creator writer writers journalist dccreator authorname".split()),
    "language": tuple("language lang inlanguage languagecode".split()),
}
"""Roles and the names they go by, letters only, most telling first."""

_LETTERS = re.compile(r"[^a-z0-9]+")
_VALUE_KEYS = (
    "rendered",
    "name",
    "title",
    "text",
    "content",
    "value",
    "$t",
    "#text",
    "$date",
    "html",
    "main",
    "url",
    "href",
)
_PARAGRAPH_KEYS = ("text", "content", "value", "html", "paragraph", "body")


class Fields:
    """Finds the fields of records.

    `further` maps a role (as here or as the config names it) to field names, which are believed before the guesses; a
    dotted name leads into a nested object. `day_first` says how the dates with slashes are to be read.
    """

    def __init__(self, further: Mapping[str, Sequence[str]] | None = None, day_first: bool | None = None) -> None:
        self.day_first = day_first
        self.further = {CONFIG_NAMES.get(role, role): tuple(names) for role, names in (further or {}).items()}

    def of_file(self, head: bytes) -> Fields:
        """The same for a file that begins with `head`."""
        return Fields(self.further, day_first(head.decode("utf-8", "replace")))

    def published(self, record: Mapping[str, Any]) -> Moment | None:
        """When the record says it was published: the first date that can be read."""
        found = (moment(value, self.day_first) for value in self.values(record, "published"))
        return next((when for when in found if when is not None), None)

    def text(self, record: Mapping[str, Any], role: str) -> str | None:
        """The value of a role as text: the first that has any; for a body that was guessed the longest."""
        if told := self.told(record, role):
            return as_text(told[0])
        found = [text for text in map(as_text, self.values(record, role)) if text]
        return max(found, key=len) if role == "body" and found else next(iter(found), None)

    def first(self, record: Mapping[str, Any], role: str) -> Any:
        """The first value of a role that is not empty, as it is."""
        return next((value for value in self.values(record, role) if value not in (None, "", [], {})), None)

    def told(self, record: Mapping[str, Any], role: str) -> list[Any]:
        """The values under the names that were told for a role."""
        return [value for path in self.further.get(role, ()) if (value := _at(record, path)) not in (None, "", [], {})]

    def values(self, record: Mapping[str, Any], role: str) -> list[Any]:
        """All values that may have the role, best first."""
        index = _index(record)
        return self.told(record, role) + [value for name in ROLES[role] for value in index.get(name, ())]

    def has_text(self, record: Any) -> bool:
        """Whether `record` looks like an article."""
        return isinstance(record, dict) and any(self.text(record, role) for role in ("body", "summary"))


def letters(name: str) -> str:
    """A field name as its letters: `pub_date`, `pubDate` and `Pub Date` are one."""
    return _LETTERS.sub("", name.lower())


def _index(record: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Values by letters of their names, those of the record itself before those one level down."""
    index: dict[str, list[Any]] = {}
    inner: list[Mapping[str, Any]] = []
    for name, value in record.items():
        index.setdefault(letters(str(name)), []).append(value)
        if isinstance(value, dict):
            inner.append(value)
    for nested in inner:
        for name, value in nested.items():
            # "name" and "id" one level down are those of the source or the author.
            if letters(str(name)) not in ("name", "id", "url", "href", "title") or "body" in nested or "text" in nested:
                index.setdefault(letters(str(name)), []).append(value)
    return index


def _at(record: Any, path: str) -> Any:
    if isinstance(record, Mapping) and path in record:
        return record[path]
    for part in path.split("."):
        if not isinstance(record, Mapping) or part not in record:
            return None
        record = record[part]
    return record


def as_text(value: Any) -> str | None:
    """A value as text: a string, the telling part of an object, or a list of paragraphs as lines."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool | int | float) or value is None:
        return None
    if isinstance(value, Mapping):
        for key in _VALUE_KEYS:
            if isinstance(value.get(key), str) and value[key].strip():
                return str(value[key])
        return None
    if isinstance(value, list):
        parts = [part if isinstance(part, str) else _paragraph(part) for part in value]
        return "\n\n".join(part for part in parts if part) or None
    return None


def _paragraph(part: Any) -> str | None:
    if not isinstance(part, Mapping):
        return None
    return next((part[key] for key in _PARAGRAPH_KEYS if isinstance(part.get(key), str) and part[key].strip()), None)


def names_in(value: Any) -> tuple[str, ...]:
    """Names of persons in a string ("A and B"), a list, or objects with a name."""
    if isinstance(value, list):
        return tuple(name for item in value for name in names_in(item))
    if isinstance(value, Mapping):
        return names_in(value.get("name"))
    if not isinstance(value, str):
        return ()
    text = re.sub(r"^\s*by\s+", "", value, flags=re.I)
    if text.startswith("[") and text.endswith("]"):  # a list written out by a program
        text = text[1:-1].replace("'", "").replace('"', "")
    return tuple(
        n for n in (part.strip() for part in re.split(r"[,;|]|\band\b", text)) if 1 < len(n) <= 80 and "http" not in n
    )
