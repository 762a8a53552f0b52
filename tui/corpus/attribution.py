"""Who is behind a text: the outlet, the host that carries it, the wire agencies credited, the authors.

An address tells the outlet (or the host of a repost). Without one, bylines, titles, datelines, feet and the outlet's way of
speaking of itself are counted: "told The Daily Star" in a paper's own text is mostly the paper's own interview, whereas
what was said to a broadcaster or an agency is quoted by all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.corpus.header import Header, split_authors
from tui.corpus.model import Basis, Line, LineClass
from tui.corpus.outlets import Outlet, OutletKind, Outlets, host_of

_N = r"((?:[A-Z][\w.&’'/-]*|i24NEWS|teleSUR|news\.com\.au)(?: (?:[A-Z&][\w.&’'/-]*|of|and|the|on)){0,4})"
_FOR = re.compile(rf"\b(?:[Ff]or|FOR|[Ss]pecial (?:for|to)|[Cc]orrespondent (?:for|of)) (?:the )?{_N}")
_AND = re.compile(rf"(?:\band|,|/|&|\bwith|\bvia) (?:the )?{_N}")
_POSSESSIVE = re.compile(rf"{_N}[’']s? (?:own |chief |senior |political |diplomatic |defen[cs]e |foreign |[A-Z][a-z]+ )*(?:correspondent |reporter |editor )?[A-Z][\w’'-]+ [A-Z][\w’'-]+,? (?:reporting|reports|who is|who was|said from|explains|has more|in [A-Z])")
_ASKED = re.compile(rf"\b(?:[Aa]sked by|speaking to|interviewed by|in response to) {_N}[’']s [A-Z]")
_STAFF = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Oo]ur) {_N} (?:correspondent|reporter|journalist|team|crew|photographer|investigation|analysis|tally|count|producer|investigation)\b")
_OWN = re.compile(
    rf"\b{_N} (?:understands|can reveal|can report|has learned|has learnt|has seen|has obtained|tried to|has put together|offers|has contacted|contacted|approached|has approached|reached out|has reached out"
    r"|could not independently|cannot independently|has not been able to|was not able to|was unable to|has verified|spoke to|spoke with|asked|visited|takes a look|takes you|explains|answers|will be|is live|witnessed|saw|reviewed|has reviewed)\b"
)
_TO = re.compile(
    rf"\b(?:told|tells|telling|speaking to|spoke to|speaks to|statement to|interview with|comments? to|confirmed to) (?:the |this )?(?:\w+ )?{_N}"
)
_FOOT = re.compile(rf"(?:©|\([Cc]\)|[Cc]opyright|[Mm]ost read (?:in|on)|[Ff]ollow|[Mm]ore from|from|[Rr]eports? from|[Ss]igned? up (?:to|for)|[Ss]ubscribe to|[Dd]ownload|[Ll]ike|[Jj]oin|by) (?:©|\([Cc]\)|\d{{4}}|the| )*{_N}")
_SOCIAL = re.compile(
    rf"(?:[Ff]ollow|[Ll]ike|[Ff]ind) (?:the )?{_N} on (?:Twitter|Facebook|Instagram|Telegram|X|YouTube|WhatsApp|TikTok)\b"
    rf"|[Ff]or more (?:reports?|news|stories|coverage) (?:from|by) (?:the )?{_N}"
)
_SITE = re.compile(r"(?:@|https?://|www\.)([\w-]+(?:\.[\w-]+){1,3})")

_HOUSE_BYLINE = re.compile(
    r"(?:[Bb]y )?(.{2,40}?)(?: [Rr]eporters?| [Cc]orrespondents?| [Ss]taff(?: [Ww]riters?)?| [Ff]oreign [Ss]ervice| [Ww]riters?|[’']s [A-Z].{0,40})?$"
)
_MASTHEAD = re.compile(
    r"(?:[A-Z][\w’'.-]*|of|the|and|&)(?: (?:[A-Z][\w’'.-]*|of|the|and|&)){0,4}$"
)
_PAPER = re.compile(
    r"\b(?:Gazette|Times|Post|Herald|Tribune|Journal|Observer|Chronicle|Telegraph|Courier|Mail|Express|Standard|Mirror|Independent|Guardian|News|Press"
    r"|Bulletin|Examiner|Sentinel|Inquirer|Enquirer|Dispatch|Register|Review|Monitor|Star|Globe|Echo|Argus|Advertiser|Daily|Weekly|Today|Leader|Mercury)\b"
)
"""Words of which newspapers' names are made, for papers that no list knows."""

_STRONG, _MEDIUM, _WEAK = 4.0, 2.0, 1.0
_ENOUGH, _LEAD = 2.0, 1.5


@dataclass(frozen=True, slots=True)
class Attribution:
    """What was found out. `why` says in words what an inferred outlet rests on; `host` the site that carries a repost."""

    outlet: str | None
    basis: Basis
    host: str | None
    credits: tuple[str, ...]
    authors: tuple[str, ...]
    why: str | None = None


def attribute(
    text: str, lines: Sequence[Line], header: Header, url: str | None, datelines: Iterable[str], outlets: Outlets
) -> Attribution:
    """Outlet, host, credits and authors of an article, from its text alone (manifest and container come first elsewhere)."""
    of_class = {
        cls: [text[line.start : line.end].strip() for line in lines if line.cls is cls]
        for cls in (LineClass.BYLINE, LineClass.CREDIT, LineClass.FOOTER, LineClass.FURNITURE, LineClass.RELATED, LineClass.DATELINE)
    }
    body = "\n".join(text[line.start : line.end] for line in lines if line.cls in (LineClass.BODY, LineClass.CAPTION, LineClass.STANDFIRST))
    from_lines = list(datelines)
    credits, signed = _credits(of_class, from_lines, outlets)
    authors = header.authors or _authors(of_class[LineClass.BYLINE], outlets)
    at = outlets.at(url) if url else None
    named = outlets.canonical(header.source) if header.source else None
    if at is not None and at.kind is not OutletKind.AGGREGATOR:
        if named is not None and named != at.name and (by := outlets.named(named)) is not None and by.kind is not OutletKind.AGGREGATOR:
            return Attribution(by.name, Basis.HEADER, at.name, credits, authors)
        return Attribution(at.name, Basis.URL, None, credits, authors)
    host = at.name if at is not None else host_of(url) if url else None
    if named is not None and named != host:
        return Attribution(named, Basis.HEADER, host, credits, authors)
    inferred = _inferred(body, of_class, from_lines, header, outlets)
    if inferred is not None:
        return Attribution(inferred[0], Basis.INFERRED, host, credits, authors, inferred[1])
    if (paper := _masthead(header.masthead, of_class[LineClass.BYLINE])) is not None and host is None:
        return Attribution(outlets.canonical(paper), Basis.INFERRED, None, credits, authors, f"“{paper}”")
    if signed is not None and (at is not None or host is None):
        return Attribution(signed, Basis.INFERRED, host, credits, authors, f"the signature of {signed}")
    if host is not None:
        return Attribution(_site_name(host, header.suffix), Basis.URL, None, credits, authors)
    return Attribution(None, Basis.UNKNOWN, None, credits, authors)


def _inferred(
    body: str, of_class: dict[LineClass, list[str]], datelines: list[str], header: Header, outlets: Outlets
) -> tuple[str, str] | None:
    """The outlet that the text's own words point to, and what they are."""
    score: dict[str, float] = {}
    why: dict[str, str] = {}

    def count(name: str, weight: float, words: str, running: bool = False) -> None:
        outlet = _known(name, outlets, running)
        if outlet is None or outlet.kind is OutletKind.OFFICIAL or outlet.kind is OutletKind.AGGREGATOR:
            return
        if outlet.kind is OutletKind.AGENCY:
            weight *= 0.25
        score[outlet.name] = score.get(outlet.name, 0.0) + weight
        if outlet.name not in why or weight >= _STRONG:
            why.setdefault(outlet.name, " ".join(words.split())[:80])

    if header.suffix:
        count(header.suffix, _STRONG, f"| {header.suffix}")
    for line in of_class[LineClass.BYLINE]:
        for found in _FOR.finditer(line):
            count(found[1], 2 * _STRONG, line)
        house = _HOUSE_BYLINE.match(line)
        if house is not None and (outlet := outlets.named(house[1])) is not None:
            count(outlet.name, 2 * _STRONG, line)
    for name in datelines:
        count(name, 2 * _STRONG, f"({name})")
    for cls in (LineClass.FOOTER, LineClass.FURNITURE, LineClass.RELATED, LineClass.CREDIT):
        for line in of_class[cls]:
            for found in _FOOT.finditer(line):
                count(found[1], _MEDIUM if cls is not LineClass.CREDIT else _WEAK, line, running=True)
            if cls is LineClass.FURNITURE:
                for found in re.finditer(_N, line):
                    count(found[1], _WEAK, line, running=True)
            for site in _SITE.findall(line):
                if (outlet := outlets.at(site)) is not None:
                    count(outlet.name, _STRONG, line)
    for pattern, weight in ((_POSSESSIVE, _STRONG), (_ASKED, _STRONG), (_STAFF, _STRONG), (_OWN, _MEDIUM)):
        for found in pattern.finditer(body):
            count(found[1], weight, found[0], running=True)
    for found in _SOCIAL.finditer(body):
        count(found[1] or found[2], _STRONG, found[0], running=True)
    for found in _TO.finditer(body):
        outlet = _known(found[1], outlets, running=True)
        if outlet is not None:
            count(outlet.name, _MEDIUM if outlet.kind is OutletKind.PAPER else _WEAK, found[0])
    ranked = sorted(score.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    name = ranked[0][0]
    return name, f"“{why[name]}”"


def _known(name: str, outlets: Outlets, running: bool = False) -> Outlet | None:
    """The outlet that `name` begins with: the longest known run of its words. `running`: it stands in running text."""
    words = name.strip(" .,’'“”()").split()
    for end in range(min(len(words), 5), 0, -1):
        candidate = " ".join(words[:end]).rstrip(".,’'").removesuffix("’s").removesuffix("'s")
        outlet = outlets.named(candidate)
        if outlet is not None and not (outlet.common and running and not candidate.startswith("The ")):
            return outlet
    return None


def _credits(
    of_class: dict[LineClass, list[str]], datelines: list[str], outlets: Outlets
) -> tuple[tuple[str, ...], str | None]:
    """The agencies that bylines, datelines and credit lines name (photographers' are none), and the one that signs alone."""
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
    for line in of_class[LineClass.BYLINE]:
        add(re.sub(r"^[Bb]y ", "", line), True)
        for found in _AND.finditer(line):
            add(found[1], False)
    for line in of_class[LineClass.CREDIT]:
        if _REUTERS_SIGNATURE.match(line):
            add("Reuters", True)
        elif not _PICTURE.match(line):
            whole = outlets.named(line.strip("-–—() .")) is not None
            for found in re.finditer(_N, line):
                add(found[1], whole)
    for line in of_class[LineClass.FOOTER]:
        if line.lower().startswith(("©", "(c)", "copyright")):
            for found in re.finditer(_N, line):
                add(found[1], True)
    return tuple(out), signed[0] if len(signed) == 1 else None


_PICTURE = re.compile(r"\W{0,2}(?:photo|image|picture|photograph|illustration|graphic|composite|credit|pic|img|getty|file)\b", re.I)
_REUTERS_SIGNATURE = re.compile(r"\s*\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)\b.{0,600}\b[Ee]diting (?:by|in)\b|\s*\(Editing by ")
"""How Reuters, and hardly anybody else, signs: "(Reporting by A; Editing by B)"."""


def _authors(bylines: list[str], outlets: Outlets) -> tuple[str, ...]:
    out: list[str] = []
    for line in bylines:
        for name in split_authors(line):
            if _known(name, outlets) is None and name not in out and name[:1].isupper() and not _NOBODY.search(name):
                out.append(name)
    return tuple(out[:12])


_NOBODY = re.compile(r"\b(?:reporters?|correspondents?|staff|editors?|desk|agencies|special|writers?)\b", re.I)


def _masthead(masthead: str | None, bylines: list[str]) -> str | None:
    """The name of a paper over the headline or in a byline of its staff, recognised by the words such names are made of."""
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
