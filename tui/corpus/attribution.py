"""Who is behind a text: the outlet, the host that carries it, the wire agencies credited, the authors.

An address tells the outlet (or the host of a repost). Without one, bylines, titles, datelines, feet and the outlet's
way of speaking of itself are counted: "told The Daily Star" in a paper's own text is mostly the paper's own interview,
whereas what was said to a broadcaster or an agency is quoted by all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tui.corpus.header import Header, split_authors
from tui.corpus.model import Basis, Line, LineClass
from tui.corpus.outlets import Outlet, OutletKind, Outlets, host_of

_CAPITAL = re.compile(r"(?:[A-Z]|i24|teleSUR|news\.com)[\w.&’'/-]*")
_RUN = re.compile(r"[A-Z][\w.&’'/-]*(?: (?:[A-Z&][\w.&’'/-]*|of|and|the|on)){0,4}")

# What stands behind a name where an outlet speaks of its own people and doings.
_OWN_PERSON = re.compile(
    r"[’']s? (?:own |chief |senior |political |diplomatic |defen[cs]e |foreign )?(?:correspondent |reporter |editor )?"
    r"[A-Z][\w’'-]+ [A-Z][\w’'-]+,? (?:reporting|reports|who is|who was|said from|explains|has more|in [A-Z])"
)
_STAFF = re.compile(
    r" (?:correspondent|reporter|journalist|team|crew|photographer|investigation|analysis|tally|count|producer)\b"
)
_OWN_DEED = re.compile(
    r" (?:understands|can reveal|can report|has learn(?:ed|t)|has (?:seen|obtained|contacted|approached|verified"
    r"|reviewed|put"
    r" together|reached out|not been able)|tried to access|offers|contacted|approached|reached out|could not"
    r" independently"
    r"|cannot independently|was (?:not able|unable) to|takes a look|takes you|is live|witnessed|reviewed)\b"
)
_SAID_TO = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|speaks to|statement to|interview with|comments? to|confirmed to)"
    r" (?:the |this )?(?:\w+ )?$"
)
_ASKED_BY = re.compile(r"\b(?:[Aa]sked by|interviewed by|in response to) $")
_FOLLOW = re.compile(
    r"\b(?:[Ff]ollow|[Ll]ike|[Ff]ind|[Ff]or more (?:reports?|news|stories|coverage) (?:from|by)) (?:the )?$"
)
_ON_MEDIA = re.compile(r" on (?:Twitter|Facebook|Instagram|Telegram|X|YouTube|WhatsApp|TikTok)\b|, click here")
_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ur) $")

# What stands before a name in bylines and feet.
_FOR = re.compile(r"\b(?:for|special (?:for|to)|correspondents? (?:for|of)) (?:the )?", re.I)
_AND = re.compile(r"(?:\band|,|/|&|\bwith|\bvia) (?:the )?")
_FOOT = re.compile(
    r"(?:©|\(c\)|copyright|most read (?:in|on)|follow|more from|reports? from|signed? up (?:to|for)|subscribe to"
    r"|download|like"
    r"|join|(?<!\w)by|(?<!\w)from)(?: (?:©|\(c\)|\d{4}|the)){0,3} ",
    re.I,
)
_SOURCE = re.compile(r"\W{0,3}sources?\s?:", re.I)
_WITH = re.compile(r"[(\[](.{2,30}?) (?:with|and) [A-Z]")
_SITE = re.compile(r"(?:@|https?://|www\.)([\w-]+(?:\.[\w-]+){1,3})")
_HOUSE_BYLINE = re.compile(
    r"(?:[Bb]y )?([^,]{2,40}?)(?: [Rr]eporters?| [Cc]orrespondents?| [Ss]taff(?: [Ww]riters?)?| [Ff]oreign [Ss]ervice"
    r"| [Ww]riters?|[’']s [A-Z].{0,40})?$"
)
_MASTHEAD = re.compile(r"(?:[A-Z][\w’'.-]*|of|the|and|&)(?: (?:[A-Z][\w’'.-]*|of|the|and|&)){0,4}$")
_PAPER = re.compile(
    r"\b(?:Gazette|Times|Post|Herald|Tribune|Journal|Observer|Chronicle|Telegraph|Courier|Mail|Express|Standard|Mirror"
    r"|Independent|Guardian|News|Press|Bulletin|Examiner|Sentinel|Inquirer|Enquirer|Dispatch|Register|Review|Monitor"
    r"|Star"
    r"|Globe|Echo|Argus|Advertiser|Daily|Weekly|Today|Leader|Mercury)\b"
)
"""Words of which newspapers' names are made, for papers that no list knows."""
_PICTURE = re.compile(
    r"\W{0,2}(?:photo|image|picture|photograph|illustration|graphic|composite|credit|pic|img|getty|file)\b", re.I
)
_REUTERS_SIGNATURE = re.compile(
    r"\s*\((?:additional )?(?:reporting|writing|editing)\b.{0,600}\bediting (?:by|in)\b|\s*\(editing by ", re.I
)
"""How Reuters, and hardly anybody else, signs: "(Reporting by A; Editing by B)"."""
_MOST_AUTHORS = 12

_STRONG, _MEDIUM, _WEAK = 4.0, 2.0, 1.0
_ENOUGH, _LEAD = 2.0, 1.5
"""Points that an inferred outlet needs, and how many times as many as the next."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What was found out. `why` tells what an inferred outlet rests on; `host` is the site that carries a repost."""

    outlet: str | None
    basis: Basis
    host: str | None
    credits: tuple[str, ...]
    authors: tuple[str, ...]
    why: str | None = None


def attribute(
    text: str, lines: Sequence[Line], header: Header, url: str | None, datelines: Iterable[str], outlets: Outlets
) -> Attribution:
    """Outlet, host, credits and authors, from the text alone (manifest and container are weighed elsewhere)."""
    places = _places(text, lines)
    from_lines = list(datelines)
    credits, signed = _credits(places, from_lines, outlets)
    authors = header.authors or _authors(places[LineClass.BYLINE], outlets)
    at = outlets.at(url) if url else None
    named = outlets.canonical(header.source) if header.source else None
    if at is not None and at.kind is not OutletKind.AGGREGATOR:
        by = outlets.named(named) if named is not None and named != at.name else None
        if by is not None and by.kind is not OutletKind.AGGREGATOR:
            return Attribution(by.name, Basis.HEADER, at.name, credits, authors)
        return Attribution(at.name, Basis.URL, None, credits, authors)
    host = at.name if at is not None else host_of(url) if url else None
    if named is not None and named != host:
        return Attribution(named, Basis.HEADER, host, credits, authors)
    points = _count(text, lines, places, from_lines, header, outlets)
    if (inferred := points.winner()) is not None:
        return Attribution(inferred, Basis.INFERRED, host, credits, authors, f"“{points.why[inferred]}”")
    paper = _masthead(header.masthead, places[LineClass.BYLINE])
    if paper is not None and host is None:
        return Attribution(outlets.canonical(paper), Basis.INFERRED, None, credits, authors, f"“{paper}”")
    if signed is not None and (at is not None or host is None):
        return Attribution(signed, Basis.INFERRED, host, credits, authors, f"the signature of {signed}")
    if host is not None:
        return Attribution(_site_name(host, header.suffix), Basis.URL, None, credits, authors)
    return Attribution(None, Basis.UNKNOWN, None, credits, authors)


_Places = dict[LineClass, list[str]]
_LOOKED_AT = (
    LineClass.BYLINE, LineClass.CREDIT, LineClass.FOOTER, LineClass.FURNITURE, LineClass.RELATED
)  # fmt: skip


def _places(text: str, lines: Sequence[Line]) -> _Places:
    """The lines that are not article text, by their class."""
    places: _Places = {cls: [] for cls in _LOOKED_AT}
    for line in lines:
        if line.cls in places:
            places[line.cls].append(text[line.start : line.end].strip())
    return places


@dataclass(slots=True)
class _Points:
    """Points for each outlet, and the strongest words for it."""

    outlets: Outlets
    of: dict[str, float] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    def add(self, outlet: Outlet | None, weight: float, words: str) -> None:
        if outlet is None or outlet.kind in (OutletKind.OFFICIAL, OutletKind.AGGREGATOR):
            return
        if outlet.kind is OutletKind.AGENCY:
            weight /= 4
        self.of[outlet.name] = self.of.get(outlet.name, 0.0) + weight
        self.why.setdefault(outlet.name, " ".join(words.split())[:80])

    def winner(self) -> str | None:
        ranked = sorted(self.of.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
            return None
        return ranked[0][0]


def _count(
    text: str, lines: Sequence[Line], places: _Places, datelines: list[str], header: Header, outlets: Outlets
) -> _Points:
    """Everything in the text that speaks for one outlet or another."""
    points = _Points(outlets)
    if header.masthead:
        points.add(outlets.named(header.masthead), 2 * _STRONG, header.masthead)
    if header.suffix:
        points.add(outlets.named(header.suffix), _STRONG, f"| {header.suffix}")
    for line in places[LineClass.BYLINE]:
        for found in _FOR.finditer(line):
            points.add(_known(line[found.end() :], outlets), 2 * _STRONG, line)
        house = _HOUSE_BYLINE.match(line)
        points.add(outlets.named(house[1]) if house else None, 2 * _STRONG, line)
        for piece in re.split(r"[|,]", line)[1:]:
            points.add(outlets.named(piece), 2 * _STRONG, line)
    for name in datelines:
        points.add(outlets.named(name), 2 * _STRONG, f"({name})")
    for cls in (LineClass.FOOTER, LineClass.FURNITURE, LineClass.RELATED, LineClass.CREDIT):
        for line in places[cls]:
            for found in _FOOT.finditer(line):
                weight = _WEAK if cls is LineClass.CREDIT else _MEDIUM
                points.add(_known(line[found.end() :], outlets, running=True), weight, line)
            weight = _STRONG if _SOURCE.match(line) else _WEAK if cls is LineClass.FURNITURE else 0.0
            for run in _RUN.findall(line) if weight else ():
                points.add(_known(run, outlets, running=True), weight, line)
            if cls is LineClass.CREDIT and (joint := _WITH.match(line)):
                points.add(outlets.named(joint[1]), _STRONG, line)
            for piece in line.split("|") if "|" in line else ():
                points.add(outlets.named(piece), _STRONG, line)
            for site in _SITE.findall(line):
                points.add(outlets.at(site), _STRONG, line)
    body = "\n".join(
        text[line.start : line.end]
        for line in lines
        if line.cls in (LineClass.BODY, LineClass.CAPTION, LineClass.STANDFIRST)
    )
    for outlet, start, end in _names_in(body, outlets):
        weight = _self_reference(body, outlet, start, end)
        if weight:
            points.add(outlet, weight, body[max(0, start - 12) : end + 28].split(" ", 1)[-1].rsplit(" ", 1)[0])
    return points


def _self_reference(body: str, outlet: Outlet, start: int, end: int) -> float:
    """How strongly the words around a name say that it is the outlet's own text."""
    before = body[max(0, start - 48) : start]
    if _OWN_PERSON.match(body, end) or (body[end : end + 2] in ("’s", "'s") and _ASKED_BY.search(before)):
        return _STRONG
    if _STAFF.match(body, end) and _ARTICLE.search(before):
        return _STRONG
    if _FOLLOW.search(before) and _ON_MEDIA.match(body, end):
        return _STRONG
    if _OWN_DEED.match(body, end):
        return _MEDIUM
    if _SAID_TO.search(before):
        return _MEDIUM if outlet.kind is OutletKind.PAPER else _WEAK
    return 0.0


def _names_in(body: str, outlets: Outlets) -> Iterator[tuple[Outlet, int, int]]:
    """Every place where running text names an outlet."""
    for found in _CAPITAL.finditer(body):
        word = found[0].rstrip(".,’'")
        if not outlets.begins(word.removesuffix("’s").removesuffix("'s")):
            continue
        start = found.start()
        article = 4 if body.startswith("The ", max(0, start - 4), start) else 0
        run = _RUN.match(body, start)
        known = _longest("The " * bool(article) + (run[0] if run else found[0]), outlets, running=True)
        if known is not None:
            yield known[0], start - article, start - article + known[1]


def _known(name: str, outlets: Outlets, running: bool = False) -> Outlet | None:
    """The outlet that `name` begins with. `running`: it stands in running text, where "sun" may be just a word."""
    run = _RUN.match(name.lstrip(" “‘\"'("))
    known = _longest(run[0], outlets, running) if run else None
    return known[0] if known else outlets.named(name)


def _longest(run: str, outlets: Outlets, running: bool) -> tuple[Outlet, int] | None:
    """The outlet that the longest run of words from the start of `run` names, and its length."""
    words = run.split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".,’'")
        for form in (name, name.removesuffix("’s").removesuffix("'s")):
            outlet = outlets.named(form)
            if outlet is not None and not (outlet.common and running and not form.startswith("The ")):
                return outlet, len(form)
    return None


def _credits(places: _Places, datelines: list[str], outlets: Outlets) -> tuple[tuple[str, ...], str | None]:
    """The agencies that bylines, datelines and credit lines name (photographers' are none), and the one that signs."""
    out: list[str] = []
    signed: list[str] = []

    def add(name: str, signs: bool) -> None:
        outlet = _known(name, outlets)
        if outlet is None or outlet.kind is not OutletKind.AGENCY:
            return
        if outlet.name not in out:
            out.append(outlet.name)
        if signs and outlet.name not in signed:
            signed.append(outlet.name)

    for name in datelines:
        add(name, True)
    for line in places[LineClass.BYLINE]:
        add(re.sub(r"^[Bb]y ", "", line), True)
        for found in _AND.finditer(line):
            add(line[found.end() :], False)
    for line in places[LineClass.CREDIT]:
        if _REUTERS_SIGNATURE.match(line):
            add("Reuters", True)
        elif not _PICTURE.match(line):
            whole = outlets.named(line.strip("-–—() .")) is not None
            for run in _RUN.findall(line):
                add(run, whole)
    for line in places[LineClass.FOOTER]:
        if line.lower().startswith(("©", "(c)", "copyright")):
            for run in _RUN.findall(line):
                add(run, True)
    return tuple(out), signed[0] if len(signed) == 1 else None


def _authors(bylines: list[str], outlets: Outlets) -> tuple[str, ...]:
    out: list[str] = []
    for line in bylines:
        for name in split_authors(line):
            if outlets.named(name) is None and name not in out and name[:1].isupper():
                out.append(name)
    return tuple(out[:_MOST_AUTHORS])


def _masthead(masthead: str | None, bylines: list[str]) -> str | None:
    """A paper's name over the headline or in a byline of its staff, known by the words such names are made of."""
    candidates = [masthead or ""]
    candidates += [found[1] for line in bylines if (found := _HOUSE_BYLINE.match(line)) and found[1] != line]
    for name in candidates:
        if _MASTHEAD.match(name) and _PAPER.search(name) and len(name.split()) >= 2:
            return name.strip()
    return None


def _site_name(host: str, suffix: str | None) -> str:
    """The name of an unknown site: what its titles end with where that is its host's name, else the host."""
    letters = re.sub(r"\W", "", (suffix or "").casefold()).removeprefix("the")
    bare = re.sub(r"\W", "", host.casefold()).removeprefix("the")
    return suffix if suffix and len(letters) > 3 and bare.startswith(letters) else host
