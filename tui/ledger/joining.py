"""Shapes that tell of one event put together: ties are followed, what only fits is attached, nothing else is touched.

The result is a function of the reports alone, whatever the order in which they came: every choice goes by the order of
shapes. Work is limited to what a new report can change: the shapes tied to its own, and the bucket (a day, a month) it
lies in.

No two reports of one article tell of one event. Where few articles tell two shapes apart that tie (a slip), only their
second reports are put aside; where most do, the shapes are two events.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tui.ledger.matching import Distance, Handle, Matcher, Shape
from tui.ledger.model import Report

FACES = 3
"""With how many shapes of an event an undated one is compared."""
APART = 0.34
"""Above this share of articles that tell both, two shapes are two events."""

Order = tuple[object, ...]


class Index:
    """Finds the shapes that could go with one: by handle, and by a number that says where in time they lie."""

    def __init__(self) -> None:
        self._held: dict[Handle, tuple[list[int], list[Shape]]] = {}

    def add(self, slot: int, shape: Shape) -> None:
        """File a shape."""
        for handle in shape.who.under:
            slots, shapes = self._held.setdefault(handle, ([], []))
            at = bisect_right(slots, slot)
            slots.insert(at, slot)
            shapes.insert(at, shape)

    def discard(self, slot: int, shape: Shape) -> None:
        """Take it out."""
        for handle in shape.who.under:
            slots, shapes = self._held[handle]
            at = shapes.index(shape, bisect_left(slots, slot))
            del slots[at], shapes[at]
            if not slots:
                del self._held[handle]

    def near(self, shape: Shape, first: int, last: int) -> Iterator[Shape]:
        """The shapes from slot to slot that share enough parts with this one to be worth a comparison."""
        who = shape.who
        found: list[dict[Shape, None]] = []
        for part in who.sought:
            some: dict[Shape, None] = {}
            for handle in part:
                held = self._held.get(handle)
                if held is not None:
                    slots, shapes = held
                    some |= dict.fromkeys(shapes[bisect_left(slots, first) : bisect_right(slots, last)])
            if some:
                found.append(some)
        if len(found) < 2:
            for some in found:
                yield from (s for s in some if who.needed == 1 or s.who.needed == 1)
            return
        hits: Counter[Shape] = Counter()
        for some in found:
            hits.update(some.keys())
        for other, count in hits.items():
            if count >= who.needed or count >= other.who.needed:
                yield other


@dataclass(slots=True, eq=False)
class Part:
    """Reports that tell one event, at most one of each article. `order` is total among parts.

    `faces` are the shapes that tell most: whoever looks for the event compares with these. What differs from them but
    fits a vaguer shape of the same event tells of another one.
    """

    order: Order
    shapes: frozenset[Shape]
    faces: tuple[Shape, ...]
    reports: dict[str, Report]


@dataclass(slots=True)
class Delta:
    """What a settling changed: parts that are no more, new ones, and those whose articles came or went."""

    gone: list[Part] = field(default_factory=list)
    fresh: list[Part] = field(default_factory=list)
    changed: dict[Part, set[str]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Group:
    """Shapes joined by ties (`core`), and those attached to them in each bucket."""

    core: tuple[Shape, ...]
    members: frozenset[Shape] = frozenset()
    attached: dict[int, tuple[Shape, ...]] = field(default_factory=dict)
    parts: dict[tuple[int, Shape | None], Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.members = frozenset(self.core)


_Told = dict[str, dict[str, Report]]  # article -> record id -> report


class Joiner:
    """Keeps reports joined. `bucket` says where a shape lies (a number), `beside` how far off it may be tied."""

    def __init__(self, matcher: Matcher, bucket: Callable[[Shape], int], beside: int = 0) -> None:
        self._index = Index()
        self._matcher = matcher
        self._bucket = bucket
        self._beside = beside
        self._told: dict[Shape, _Told] = {}
        self._in: dict[int, set[Shape]] = defaultdict(set)
        self._ties: dict[Shape, set[Shape]] = defaultdict(set)
        self._fits: dict[Shape, dict[Shape, Distance]] = {}
        self._group_of: dict[Shape, _Group] = {}
        self._touched: dict[Shape, set[str]] = defaultdict(set)

    def put(self, shape: Shape, report: Report) -> None:
        """Add a report."""
        article, name = report.key
        self._told.setdefault(shape, {}).setdefault(article, {})[name] = report
        self._touched[shape].add(article)

    def take(self, shape: Shape, report: Report) -> None:
        """Remove a report; nothing happens where it is not there."""
        article, name = report.key
        if self._told.get(shape, {}).get(article, {}).pop(name, None) is not None:
            if not self._told[shape][article]:
                del self._told[shape][article]
            self._touched[shape].add(article)

    def settle(self) -> Delta:
        """Join again what was touched."""
        delta = Delta()
        if not self._touched:
            return delta
        touched, self._touched = self._touched, defaultdict(set)
        stale: dict[_Group, None] = {self._group_of[s]: None for s in touched if s in self._group_of}
        loose: set[Shape] = set(touched)
        for shape in touched:
            if not self._told[shape]:
                loose |= self._unlink(shape)
        for shape in touched:
            if shape in self._told and shape not in self._fits:
                self._link(shape)
        buckets = {self._bucket(s) for s in touched}
        loose &= self._told.keys()
        while loose:
            region = self._region(loose.pop())
            loose -= region
            stale.update({self._group_of[s]: None for s in region if s in self._group_of})
            buckets |= {self._bucket(s) for s in region}
            self._renew_cores(region)
        for group in stale:
            buckets |= {self._bucket(s) for s in group.core} | group.attached.keys()
        dirty: dict[_Group, None] = {}
        for bucket in buckets:
            self._attach(bucket, touched, stale, dirty)
        for group in stale:
            if self._group_of.get(group.core[0]) is not group:
                delta.gone += group.parts.values()
                group.parts.clear()
        for group in dirty:
            self._materialise(group, touched, delta)
        return delta

    def _link(self, shape: Shape) -> None:
        """Find what a new shape ties with or fits."""
        bucket = self._bucket(shape)
        fits = self._fits[shape] = {}
        far = self._beside if shape.who.anchored else 0
        for other in self._index.near(shape, bucket - far, bucket + far):
            if shape.who.anchored and other.who.anchored and self._matcher.ties(shape, other):
                self._ties[shape].add(other)
                self._ties[other].add(shape)
            if self._bucket(other) == bucket:
                distance = self._matcher.fits(shape, other)
                if distance is not None:
                    fits[other] = self._fits[other][shape] = distance
        self._index.add(bucket, shape)
        self._in[bucket].add(shape)

    def _unlink(self, shape: Shape) -> set[Shape]:
        """Forget a shape that nothing tells any more; what it was tied to."""
        bucket = self._bucket(shape)
        del self._told[shape]
        if shape not in self._fits:
            return set()
        self._index.discard(bucket, shape)
        self._in[bucket].discard(shape)
        for other in self._fits.pop(shape):
            del self._fits[other][shape]
        tied = self._ties.pop(shape, set())
        for other in tied:
            self._ties[other].discard(shape)
        self._group_of.pop(shape, None)
        return tied

    def _region(self, start: Shape) -> set[Shape]:
        """Every shape that a chain of ties leads to."""
        found, open_ = {start}, [start]
        while open_:
            for other in self._ties.get(open_.pop(), ()):
                if other not in found:
                    found.add(other)
                    open_.append(other)
        return found

    def _renew_cores(self, region: set[Shape]) -> None:
        """Split a region into cores: along its ties, but where articles tell two shapes apart."""
        heaps: dict[Shape, _Heap] = {}
        for rank, shape in enumerate(sorted(region, key=lambda s: s.order)):
            heap = _Heap(rank, [shape], set(self._told[shape]))
            near = {heaps[o].rank: heaps[o] for o in self._ties.get(shape, ()) if o in heaps}
            for _, other in sorted(near.items()):
                if not _apart(heap.articles, other.articles):
                    heap = heap.merged(other)
            for member in heap.shapes:
                heaps[member] = heap
        for heap in {id(h): h for h in heaps.values()}.values():
            core = tuple(sorted(heap.shapes, key=lambda s: s.order))
            before = self._group_of.get(core[0])
            if len(core) == 1:
                if before is not None and before.core != core:
                    del self._group_of[core[0]]
                continue
            group = before if before is not None and before.core == core else _Group(core)
            for shape in core:
                self._group_of[shape] = group

    def _attach(
        self, bucket: int, touched: dict[Shape, set[str]], stale: dict[_Group, None], dirty: dict[_Group, None]
    ) -> None:
        """Give every shape of a bucket that is in no core to the group it fits best, or a group of its own."""
        joined: dict[_Group, list[Shape]] = {}
        articles: dict[_Group, set[str]] = {}
        chosen: dict[Shape, _Group] = {}
        singles = []
        for shape in self._in[bucket]:
            group = self._group_of.get(shape)
            if group is not None and len(group.core) > 1 and shape in group.members:
                chosen[shape] = group
                joined.setdefault(group, [])
            else:
                singles.append(shape)
        own = {g.core[0]: g for s in singles if (g := self._group_of.get(s)) is not None and len(g.core) == 1}
        for shape in sorted(singles, key=lambda s: s.order):
            told = self._told[shape]
            best: dict[_Group, Distance] = {}
            for other, distance in self._fits[shape].items():
                group = chosen.get(other)
                if group is not None and (group not in best or distance < best[group]):
                    best[group] = distance
            found = None
            for group in sorted(best, key=lambda g: (best[g], g.core[0].order)):
                if group not in articles:
                    articles[group] = {a for s in group.core for a in self._told[s]}
                if not _apart(articles[group], told):
                    found = group
                    break
            if found is None:
                found = own.get(shape) or _Group((shape,))
                joined[found] = []
                articles[found] = set(told)
            else:
                joined[found].append(shape)
                articles[found].update(told)
            chosen[shape] = found
        for shape in singles:
            before = self._group_of.get(shape)
            if before is not None and before is not chosen[shape]:
                stale[before] = None
            self._group_of[shape] = chosen[shape]
        for group, shapes in joined.items():
            attached = tuple(shapes)
            if group.attached.get(bucket, ()) != attached:
                group.attached[bucket] = attached
                dirty[group] = None
            elif not group.parts or any(s in touched for s in (*group.core, *attached)):
                dirty[group] = None
            if not attached:
                group.attached.pop(bucket, None)

    def _materialise(self, group: _Group, touched: dict[Shape, set[str]], delta: Delta) -> None:
        """The parts of a group: of an article that tells it more than once, the first report counts."""
        found: dict[tuple[int, Shape | None], tuple[set[Shape], dict[str, Report]]] = {}
        seen: Counter[str] = Counter()
        shapes = (*group.core, *(s for bucket in sorted(group.attached) for s in group.attached[bucket]))
        for shape in shapes:
            for article, reports in self._told[shape].items():
                for name in sorted(reports):
                    n = seen[article]
                    seen[article] += 1
                    told = found.setdefault((n, shape if n else None), (set(), {}))
                    told[0].add(shape)
                    told[1][article] = reports[name]
        articles = {a for s in shapes for a in touched.get(s, ())}
        for key in group.parts.keys() - found.keys():
            delta.gone.append(group.parts.pop(key))
        for key, (told_by, reports) in found.items():
            part = group.parts.get(key)
            if part is not None and part.shapes == told_by:
                if not told_by.isdisjoint(touched) or part.reports.keys() != reports.keys():
                    part.reports = reports
                    delta.changed[part] = articles
                continue
            if part is not None:
                delta.gone.append(part)
            ranked = sorted(told_by, key=lambda s: s.order)
            part = Part((ranked[0].order, key[0]), frozenset(told_by), tuple(ranked[:FACES]), reports)
            group.parts[key] = part
            delta.fresh.append(part)


@dataclass(slots=True)
class _Heap:
    """Shapes being joined, the rank of the first of them, and the articles that tell them."""

    rank: int
    shapes: list[Shape]
    articles: set[str]

    def merged(self, other: _Heap) -> _Heap:
        return _Heap(min(self.rank, other.rank), self.shapes + other.shapes, self.articles | other.articles)


def _apart(one: set[str] | _Told, two: set[str] | _Told) -> bool:
    """Whether so many articles tell both that they are two."""
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    return sum(1 for a in small if a in large) > APART * len(small)
