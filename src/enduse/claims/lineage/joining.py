"""Strands joined into origins: origin first, wording second. An unknown root never adds; what might be one source is flagged."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.claims.lineage.alike import Groups, Pair
from enduse.claims.lineage.evidence import Shared, Ties, cites, evidence
from enduse.claims.lineage.sources import one_root
from enduse.claims.lineage.strands import Strand

SAME_PUBLISHER, SAME_ROOT, SAME_DATA, SAME_TELLING = "same_publisher", "same_root", "same_data", "same_telling"
ANONYMOUS, UNKNOWN = "anonymous_roots", "unknown_root"
WHY: dict[str, str] = {
    SAME_PUBLISHER: "both go back to one publisher within days",
    SAME_ROOT: "both go back to one named source",
    SAME_DATA: "both rest on one document or data set",
    SAME_TELLING: "both tell the same within days, so one may retell the other: independence not provable",
    ANONYMOUS: "a root that is not named may be the other's: independence not provable",
    UNKNOWN: "the root is not stated, so it may be a retelling of any other",
}
"""Why two origins need not be independent."""
_RELATED = 0.35
"""Strands that share this part of their words speak of one matter: an unnamed source of one may be the other's."""
_RETOLD = 0.4
"""An article that shares this part of its words with an earlier one, of days before, may retell it, whatever it calls the source."""
_OVERWHELMING = 4.5
"""Evidence that makes two reports of unnamed sources one, whoever is said to have published first."""
_AT_MOST, _AT_LEAST, _NOTHING = 4.0, -1.5, -0.5


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
        """Whether no strand cites an outlet or states a root that could be told from others.

        Experts in general cannot, nor the unnamed source of one who retells, nor a nameless denier: "the embassy" may be anybody's.
        """
        return all(
            one.source.unknown or (one.source.commentator and not one.leads) or ((one.first is None or one.denies) and not one.source.named)
            for one in self.strands
        )

    @property
    def day(self) -> dt.date:
        """The earliest day of its articles; far off when none is dated."""
        return min((one.day for one in self.strands if one.day), default=dt.date.max)


def join(strands: Sequence[Strand], shared: Shared, window: int) -> list[Origin]:
    """Return the origins, in the order of the articles: strands whose evidence for one origin outweighs what speaks against it.

    Groups grow by their best pair, as long as all their pairs together speak for it and no two roots have different names.
    """
    by_id = {one.id: one for one in strands}
    groups = Groups(by_id)
    scores = {
        (left, right): evidence(by_id[left], by_id[right], tie, window)
        for (left, right), tie in shared.ties.items()
        if _may_be_one(by_id[left], by_id[right], tie)
    }

    def allowed(left: Sequence[str], right: Sequence[str]) -> bool:
        lefts, rights = [by_id[name] for name in left], [by_id[name] for name in right]
        roots = {one_root(a.source, b.source) for a in lefts for b in rights}
        if False in roots:
            return False
        best = max(scores.get(_pair(a, b), 0.0) for a in lefts for b in rights)
        named = any(one.source.named for one in (*lefts, *rights))
        if True not in roots and (named or best < _OVERWHELMING) and _two_reports(lefts, rights):
            return False
        total = 0.0
        for a in lefts:
            for b in rights:
                if a.article != b.article:
                    score = scores.get(_pair(a, b), _NOTHING)
                    # Two retellings need not repeat the same parts of what they retell.
                    total += min(score, _AT_MOST) if score > 0 else 0.5 * max(score, _AT_LEAST)
        return total > 0

    for pair in sorted((pair for pair, score in scores.items() if score > 0), key=lambda one: (-scores[one], one)):
        groups.join(*pair, allowed)
    _beside(strands, groups, window)
    origins = [Origin(sorted((by_id[name] for name in found), key=lambda one: one.id)) for found in groups.members.values()]
    return sorted(origins, key=lambda one: one.key)


def _may_be_one(one: Strand, other: Strand, tie: Ties) -> bool:
    """Tell whether two strands can be told from one source at all: answers and comments are another voice than what they answer."""
    if one.denies or other.denies:
        return False
    if any(strand.source.commentator and not strand.leads for strand in (one, other)):
        return False
    if all(strand.leads or not strand.source.voice for strand in (one, other)):
        return True
    return one_root(one.source, other.source) is True and (tie.names > 0 or tie.quotes > 0)


def _two_reports(left: Sequence[Strand], right: Sequence[Strand]) -> bool:
    """Tell whether two groups each go back to another outlet, as at least two articles of each say: one may be mistaken alone.

    An outlet that only retold what the other group tells is no first publisher.
    """
    firsts = []
    for found, others in ((left, right), (right, left)):
        told = Counter(one.first for one in found if one.first)
        own = {one.publisher for one in found}
        retold = {one.publisher for one in others if one.source.via} - own
        firsts.append({name for name, count in told.items() if count >= 2 and name not in retold})
    return all(firsts) and not firsts[0] & firsts[1]


def _beside(strands: Sequence[Strand], groups: Groups, window: int) -> None:
    """Join what one root says in articles of one origin: an answer travels with the story it answers."""
    by_id = {one.id: one for one in strands}
    origins: dict[int, set[str]] = defaultdict(set)
    for one in strands:
        if one.leads:
            origins[one.article].add(groups.top(one.id))
    together: dict[str, set[int]] = defaultdict(set)
    for article, tops in origins.items():
        for top in tops:
            together[top].add(article)
    beside: dict[int, set[int]] = defaultdict(set)
    for found in together.values():
        for article in found:
            beside[article] |= found
    of_article: dict[int, list[Strand]] = defaultdict(list)
    for one in strands:
        of_article[one.article].append(one)

    def allowed(left: Sequence[str], right: Sequence[str]) -> bool:
        return not any(one_root(by_id[a].source, by_id[b].source) is False for a in left for b in right)

    for one in strands:
        for article in sorted(beside[one.article]):
            for other in of_article[article] if article > one.article else ():
                near = one.day is None or other.day is None or abs((one.day - other.day).days) <= 2 * window
                if near and _one_answer(one, other):
                    groups.join(one.id, other.id, allowed)


def _one_answer(one: Strand, other: Strand) -> bool:
    """Tell whether two strands of articles that tell one story are one voice: one name, or denials of which one has no name."""
    if one.denies != other.denies and not (one.source.voice and other.source.voice and not (one.leads or other.leads)):
        return False
    root = one_root(one.source, other.source)
    if root and (one.source.voice or other.source.voice or one.denies):
        return True
    return root is None and one.denies and other.denies and not (one.source.unknown and other.source.unknown)


def judge(origins: Sequence[Origin], shared: Shared, window: int) -> None:
    """Set which origins are independent, strictly: every named root, else the first of those that may be one; never an unknown root."""
    place = {strand.id: number for number, one in enumerate(origins) for strand in one.strands}
    strand_of = {strand.id: strand for one in origins for strand in one.strands}
    components = Groups(one.key for one in origins)
    for (left, right), tie in sorted(shared.ties.items(), key=lambda one: one[0]):
        one, other = origins[place[left]], origins[place[right]]
        if one is other:
            continue
        why = _why(strand_of[left], strand_of[right], tie, window)
        if why:
            for own, its in ((one, other), (other, one)):
                own.maybe[its.key] = min(own.maybe.get(its.key, why), why, key=_RANK.index)
            components.join(one.key, other.key)
    for one, other in _of_one_article(origins):
        one.maybe.setdefault(other.key, ANONYMOUS)
        other.maybe.setdefault(one.key, ANONYMOUS)
        components.join(one.key, other.key)
    by_key = {one.key: one for one in origins}
    # Two that may each be the retelling of a third are not two: one telling counts once, however it was passed on.
    telling = Groups(by_key)
    for one in origins:
        for retold in (name for name, why in one.maybe.items() if why == SAME_TELLING):
            telling.join(one.key, retold)
    for found in components.members.values():
        known = sorted((by_key[key] for key in found if not by_key[key].unknown), key=lambda one: (not one.named, one.day, one.key))
        counted: list[Origin] = []
        for one in known:
            doubts = {one.maybe[other.key] for other in counted if other.key in one.maybe}
            told = telling.top(one.key) in {telling.top(other.key) for other in counted}
            if not told and (not doubts or (one.named and not doubts & _BINDING)):
                one.independent = True
                counted.append(one)


def _of_one_article(origins: Sequence[Origin]) -> Iterator[tuple[Origin, Origin]]:
    """Yield origins that one article names side by side without saying whether they are two: a body, and papers of nobody's.

    "Investigations", or what an outlet reports without its source, may be the named body's that the article rests on.
    """
    beside: dict[int, list[tuple[Strand, Origin]]] = defaultdict(list)
    for origin in origins:
        for strand in origin.strands:
            if not strand.denies:
                beside[strand.article].append((strand, origin))
    for found in beside.values():
        for one, origin in found:
            for other, another in found:
                body = one.source.named and one.source.kind != "person"
                if body and origin is not another and other.source.papers and _one_way(one.source.via, other.source.via):
                    yield origin, another


def _one_way(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


_RANK = (SAME_DATA, SAME_ROOT, SAME_PUBLISHER, SAME_TELLING, ANONYMOUS, UNKNOWN)
"""Reasons, the weightiest first: of several between two origins the first is told."""
_BINDING = {SAME_ROOT, SAME_DATA, SAME_PUBLISHER, SAME_TELLING}


def _why(one: Strand, other: Strand, tie: Ties, window: int) -> str | None:
    """Return why two strands of different origins need not be independent; None when nothing speaks for it."""
    if one.denies != other.denies:
        return None
    root, cited, particulars = one_root(one.source, other.source), cites(one, other), _particulars(tie)
    near = tie.days is None or tie.days <= 3 * window
    if root and (particulars or (near and (tie.names > 0 or _related(tie, cited) or (one.denies and not tie.apart)))):
        return SAME_DATA if {one.source.kind, other.source.kind} & {"document", "dataset"} else SAME_ROOT
    if not particulars and not _related(tie, cited):
        return None
    retold = tie.inside >= _RETOLD and not tie.apart
    if (tie.days is None or tie.days <= 2 * window) and (particulars or not tie.apart):
        # Whoever has it from an outlet has its sources, whatever he calls them: names are garbled, and passers-by taken for sources.
        if cited and (root is not False or particulars or retold):
            return SAME_PUBLISHER
        if root is not False and one.first is not None and one.first == other.first:
            return SAME_PUBLISHER
    if retold and (tie.days is None or tie.days <= window):
        return SAME_TELLING
    if one.source.unknown or other.source.unknown:
        return UNKNOWN
    return None if root is False else ANONYMOUS


def _related(tie: Ties, cited: bool) -> bool:
    return tie.links > 0 or tie.inside >= _RELATED or (cited and tie.inside >= _RELATED / 2)


def _particulars(tie: Ties) -> bool:
    """Tell whether two strands share a number, a quotation, or a claim with somebody named. Phrases of their field are none."""
    return tie.numbers > 0 or tie.quotes > 0 or (tie.names > 0 and tie.links + tie.others > 0)


def _pair(one: Strand, other: Strand) -> Pair:
    """Return the ids of two strands, the smaller first."""
    return (min(one.id, other.id), max(one.id, other.id))
