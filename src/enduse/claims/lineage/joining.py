"""Strands joined into origins: origin first, wording second. An unknown root never adds; what might be one source is flagged."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from enduse.claims.lineage.alike import Groups, Pair
from enduse.claims.lineage.features import Weights
from enduse.claims.lineage.sources import Strand, one_root

SAME_PUBLISHER, SAME_ROOT, SAME_DATA, ANONYMOUS, UNKNOWN = "same_publisher", "same_root", "same_data", "anonymous_roots", "unknown_root"
WHY: dict[str, str] = {
    SAME_PUBLISHER: "both go back to one publisher within days",
    SAME_ROOT: "both go back to one named source",
    SAME_DATA: "both rest on one document or data set",
    ANONYMOUS: "a root that is not named may be the other's: independence not provable",
    UNKNOWN: "the root is not stated, so it may be a retelling of any other",
}
"""Why two origins need not be independent."""


@dataclass
class Ties:
    """What two strands share: claims that say the same, the best likeness, rare names, days between them (None: not dated)."""

    links: int = 0
    best: float = 0.0
    names: int = 0
    part: float = 0.0
    """The shared names' part of the rare names of the strand that has fewer."""
    days: int | None = None


@dataclass
class Origin:
    """Strands that rest on one origin. `independent` None: cannot be told."""

    strands: list[Strand]
    maybe: dict[str, str] = field(default_factory=dict)
    """Other origin's first strand -> why the two need not be independent."""
    independent: bool | None = None

    @property
    def key(self) -> str:
        """The name of its first strand."""
        return self.strands[0].id

    @property
    def named(self) -> bool:
        """Whether a root of it has a name."""
        return any(one.source.named for one in self.strands)

    @property
    def unknown(self) -> bool:
        """Whether no strand states a root or cites an outlet."""
        return all(one.source.unknown for one in self.strands)

    @property
    def day(self) -> dt.date:
        """The earliest day of its articles; far off when none is dated."""
        return min((one.day for one in self.strands if one.day), default=dt.date.max)


class Shared:
    """The ties between strands of different articles."""

    def __init__(self, strands: Sequence[Strand], likes: Mapping[Pair, float], links: Mapping[Pair, float], weights: Weights) -> None:
        home = {one.id: strand for strand in strands for one in strand.claims}
        self.ties: dict[Pair, Ties] = defaultdict(Ties)
        names = {one.id: {name for name in one.names if weights.rare(name)} for strand in strands for one in strand.claims}
        for (a, b), score in likes.items():
            pair = _pair(home[a], home[b])
            # Background that many articles print word for word ties nothing: a name must be shared too.
            if names[a] & names[b]:
                self.ties[pair].best = max(self.ties[pair].best, score)
                self.ties[pair].links += (a, b) in links
        holders: dict[str, list[Strand]] = defaultdict(list)
        for strand in strands:
            for name in strand.names:
                if weights.rare(name):
                    holders[name].append(strand)
        for found in holders.values():
            for place, one in enumerate(found):
                for other in found[place + 1 :]:
                    if one.article != other.article:
                        self.ties[_pair(one, other)].names += 1
        by_id = {one.id: one for one in strands}
        rare = {one.id: sum(weights.rare(name) for name in one.names) for one in strands}
        for (left, right), tie in self.ties.items():
            first, second = by_id[left].day, by_id[right].day
            tie.part = tie.names / max(min(rare[left], rare[right]), 1)
            tie.days = abs((first - second).days) if first and second else None


def _pair(one: Strand, other: Strand) -> Pair:
    return (min(one.id, other.id), max(one.id, other.id))


def join(strands: Sequence[Strand], shared: Shared, window: int, share: float) -> list[Origin]:
    """Return the origins: strands joined by publisher and date, by named root and date, then by wording; in the order of the articles."""
    by_id = {one.id: one for one in strands}
    groups = Groups(by_id)
    _home(strands, groups)

    def allowed(left: Sequence[str], right: Sequence[str]) -> bool:
        return not any(one_root(by_id[a].source, by_id[b].source) is False for a in left for b in right)

    wanted = []
    for (left, right), tie in shared.ties.items():
        strength = _strength(by_id[left], by_id[right], tie, (window, share))
        if strength:
            wanted.append((-strength, -tie.links, -tie.best, left, right))
    for _, _, _, left, right in sorted(wanted):
        groups.join(left, right, allowed)
    _beside(strands, groups, window, allowed)
    origins = [Origin(sorted((by_id[name] for name in found), key=lambda one: one.id)) for found in groups.members.values()]
    return sorted(origins, key=lambda one: one.key)


def _strength(one: Strand, other: Strand, tie: Ties, limits: tuple[int, float]) -> int:
    """Return how strongly two strands are one origin: 3 by publisher and date, 2 by named root, 1 by wording, 0 not."""
    window, share = limits
    near = tie.days is None or tie.days <= window
    root = one_root(one.source, other.source)
    if not near or root is False or one.denies != other.denies:
        return 0
    size = min(one.size, other.size)
    publisher = one.first is not None and one.first == other.first
    cites = bool({one.publisher} & other.source.path or {other.publisher} & one.source.path)
    if (publisher or (cites and tie.links >= share * size)) and (tie.links or (tie.names >= 2 and tie.part >= share)):
        return 3
    if root and tie.names and (tie.links or tie.part >= share or (tie.names >= 2 and tie.best >= 0.45)):
        return 2
    # A named source of another publisher may say the same independently: two common claims are then no retelling.
    least = 3 if one.first and other.first and not (publisher or cites or root) and one.source.named != other.source.named else 2
    enough = tie.links >= least and tie.links >= share * size
    single = size == 1 and tie.links == 1 and tie.best >= 0.8 and tie.names >= 2
    return 1 if enough or single else 0


def _home(strands: Sequence[Strand], groups: Groups) -> None:
    """Join what an article says in its own voice to the article's leading strand, when it speaks of the same names."""
    of_article: dict[int, list[Strand]] = defaultdict(list)
    for one in strands:
        of_article[one.article].append(one)
    for found in of_article.values():
        own = [one for one in found if one.source.unknown]
        rest = [one for one in found if not one.source.unknown and not all(claim.denied for claim in one.claims)]
        for voice in own if rest else ():
            lead = max(rest, key=lambda one: (len(one.names & voice.names), -found.index(one)))
            if lead.names & voice.names:
                groups.join(lead.id, voice.id)


def _beside(
    strands: Sequence[Strand], groups: Groups, window: int, allowed: Callable[[Sequence[str], Sequence[str]], bool]
) -> None:  # fmt: skip
    """Join what one named root says in articles of one origin: an answer travels with the story it answers."""
    origins: dict[int, set[str]] = defaultdict(set)
    for one in strands:
        origins[one.article].add(groups.top(one.id))
    by_root: dict[str, list[Strand]] = defaultdict(list)
    for one in strands:
        if one.source.named:
            for word in one.source.key or ():
                by_root[word].append(one)
    for word in sorted(by_root):
        for place, one in enumerate(by_root[word]):
            for other in by_root[word][place + 1 :]:
                near = one.day is None or other.day is None or abs((one.day - other.day).days) <= window
                if near and one_root(one.source, other.source) and origins[one.article] & origins[other.article]:
                    groups.join(one.id, other.id, allowed)


def judge(origins: Sequence[Origin], shared: Shared, window: int) -> None:
    """Set which origins are independent, strictly: every named root, else the first of those that may be one; never an unknown root."""
    place = {strand.id: number for number, one in enumerate(origins) for strand in one.strands}
    strand_of = {strand.id: strand for one in origins for strand in one.strands}
    components = Groups(one.key for one in origins)
    for (left, right), tie in sorted(shared.ties.items()):
        one, other = origins[place[left]], origins[place[right]]
        if one is other:
            continue
        why = _why(strand_of[left], strand_of[right], tie, window)
        if why:
            one.maybe.setdefault(other.key, why)
            other.maybe.setdefault(one.key, why)
            components.join(one.key, other.key)
    by_key = {one.key: one for one in origins}
    for found in components.members.values():
        known = sorted((by_key[key] for key in found if not by_key[key].unknown), key=lambda one: (not one.named, one.day, one.key))
        counted: list[Origin] = []
        for one in known:
            doubted = any(one.maybe.get(other.key) in _BINDING for other in counted)
            if not counted or (one.named and not doubted):
                one.independent = True
                counted.append(one)


_BINDING = (SAME_ROOT, SAME_DATA, SAME_PUBLISHER)


def _why(one: Strand, other: Strand, tie: Ties, window: int) -> str | None:
    """Return why two strands of different origins need not be independent; None when nothing speaks for it."""
    related = tie.links > 0 or tie.names >= 2
    if not related:
        return None
    root = one_root(one.source, other.source)
    if root:
        return SAME_DATA if {one.source.kind, other.source.kind} & {"document", "dataset"} else SAME_ROOT
    if one.source.unknown or other.source.unknown:
        return UNKNOWN
    if one.first is not None and one.first == other.first and (root is not False or tie.links) and (tie.days is None or tie.days <= window):
        return SAME_PUBLISHER
    return None if root is False else ANONYMOUS
