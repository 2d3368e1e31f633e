"""Two tables linked, where a company stands once in each: whoever answers is seen beside who answers better.

`match` asks each entity alone. Of two tables more is known: an entity is one company, so that of two answers that cannot be one the
better takes it, and one answer goes to one of two entities that ask. What loses stays below one half, and its explanation says to whom.
Nothing is ever raised. Screening does not use this: there a name may be asked twice, and whoever is listed must be found.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

from enduse.entities.joining import joined
from enduse.entities.outcomes import Compared
from enduse.entities.pool import Match, Pool
from enduse.entities.queries import Query, stream_queries
from enduse.entities.stated_entity import Entity
from enduse.entities.weighing import probability, weigh
from enduse.entities.weighing_beside import FORBIDDEN, IDENTIFIER_AGREES, weigh_beside

_BETTER = 1.5
"""How much better, in natural log-odds, another answer must be: set on the development half of linkage."""
_EQUAL = 0.5
"""Scores so near each other are equal: the legal form then says which of two namesakes of one list is meant."""
_ONE_MIN = 1.0
"""Two answers whose names have this score may be one company, and take nothing from each other."""
_TWINS, _FAR_MORE = 0.5, 2.0
"""Entries of one source that agree in this share of their names are one company twice; so many times the names are far more."""
_SURE = 3.5
"""An answer as good as this loses to nobody of another list than its own: a company may stand in several lists, under other names in each.
Of ten pairs of real lists that this gives back nine bear one name, of those below it half are two companies."""
_WORTH_MIN = -2.0
"""An answer with a lower score loses nothing more."""
_SEARCHED = 0.5
"""Answers this probable are seen beside each other, whatever threshold is asked for above it."""
_SEEN = 15
"""So many answers of each entity are seen beside each other, at least."""
Side = Literal["asked", "pool"]
Node = tuple[Side, str]
"""An entity by its table and its id; one that stands in both tables goes by the pool's."""


class _Edge(NamedTuple):
    """One entity beside another that it may be, with the score before anything is taken off."""

    score: float
    hit: Match


class _Better(NamedTuple):
    """The score of the answer that takes it, and who that is."""

    score: float
    told: Compared


def link(queries: Iterable[Entity | str], pool: Iterable[Entity | str] | Pool, top: int = 5, threshold: float = 0.5) -> list[Match]:
    """Return for each query at most `top` entities of the pool that it is, best first, less those that are somebody else's.

    Queries and pool are tables in each of which a company stands once, or under names alike. An answer loses to one that is better
    by far on either side, unless the two may be one company, or it is sure itself and stands in another list; of namesakes of one
    `source`, to the one whose legal form agrees. An entity that stands in both tables is no answer to itself: a table may be linked
    with itself. Entities with one id are one entity; one without goes by its position.
    """
    ready = pool if isinstance(pool, Pool) else Pool(_numbered(pool))
    asked = list(joined(Entity((one,)) if isinstance(one, str) else one for one in queries))
    return [hit for hits in _Linked(asked, ready, top, min(threshold, _SEARCHED)).answers(top, threshold) for hit in hits]


class Answered(NamedTuple):
    """One query of a table: its id or row number, its name, its hits, and why it could not be asked, null for one that was."""

    query: str
    name: str
    hits: list[Match]
    refused: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the line that `enduse match --json` prints."""
        refused = {"refused": self.refused} if self.refused else {}
        return {"query": self.query, "name": self.name, "hits": [hit.as_json() for hit in self.hits], **refused}


def matched_tables(
    queries: Path, pool: Path, top: int, threshold: float, linked: bool, passed_over: Callable[[str], None]
) -> Iterator[Answered]:
    """Yield for each query of a table, in whatever file, its hits in the pool of another; `linked` as `link` does.

    Where they are linked rows that repeat an id are one query, and a row that states no source has its file's. A query that cannot be
    asked comes back `refused`, where they are linked before the others; of a row of the pool that cannot, `passed_over` is told why.
    Raises SettingError for what is no table of names.
    """
    rows, others = ([replace(one, source=one.source or (str(path.resolve()) if linked else None)) for one in stream_queries(path)]
                    for path in (queries, pool))  # fmt: skip
    for one in others:
        if one.refused:
            passed_over(one.refused)
    ready = Pool(entity for row, entity in _numbered_rows(others) if not row.refused)
    asked = _numbered_rows(rows)
    if not linked:
        answers = ready.answers((entity for row, entity in asked if not row.refused), top, threshold)
        for row, entity in asked:
            yield Answered(str(entity.id), row.name, [] if row.refused else next(answers), row.refused)
        return
    yield from (Answered(str(entity.id), row.name, [], row.refused) for row, entity in asked if row.refused)
    entities = list(joined(entity for row, entity in asked if not row.refused))
    found: dict[str, list[Match]] = defaultdict(list)
    for hit in link(entities, ready, top, threshold):
        found[hit.query_id].append(hit)
    for entity in entities:
        yield Answered(str(entity.id), entity.names[0], found[str(entity.id)])


def _numbered_rows(rows: Sequence[Query]) -> list[tuple[Query, Entity]]:
    """Return the rows of a table, each with its entity; one without an id goes by its number from 1.

    Where another row has that number for its id it goes by `row 2`.
    """
    stated = {one.id for one in rows}
    return [(one, one.entity(str(number) if str(number) not in stated else f"row {number}")) for number, one in enumerate(rows, 1)]


def _numbered(pool: Iterable[Entity | str]) -> Iterator[Entity]:
    return (Entity((one,), id=str(at)) if isinstance(one, str) else one for at, one in enumerate(pool))


class _Linked:
    """All that the queries met, by entity."""

    def __init__(self, asked: Sequence[Entity], pool: Pool, top: int, threshold: float) -> None:
        self._entities: dict[Node, Entity] = {("pool", one.id or str(at)): one for at, one in enumerate(pool.entities)}
        self._nodes: list[Node] = [self._node(one, str(at)) for at, one in enumerate(asked)]
        self._met: dict[Node, dict[Node, _Edge]] = defaultdict(dict)
        self._one: dict[tuple[Node, Node], tuple[float, float]] = {}
        for node, hits in zip(self._nodes, pool.answers(asked, max(top, _SEEN), threshold), strict=True):
            for hit in hits:
                self._note(node, ("pool", hit.pool_id), hit)

    def _node(self, one: Entity, number: str) -> Node:
        node: Node = ("pool", one.id or number)
        if one.id is not None and self._entities.get(node) == one:
            return node
        node = ("asked", number)
        self._entities[node] = one
        return node

    def _note(self, node: Node, to: Node, hit: Match) -> None:
        if node == to:
            return
        turned = replace(hit, query_id=hit.pool_id, pool_id=hit.query_id, query=hit.name, name=hit.query, explanation=_turned(hit))
        for one, other, said in ((node, to, hit), (to, node, turned)):
            known = self._met[one].get(other)
            if known is None or said.score > known.score:
                self._met[one][other] = _Edge(said.score, said)

    @cached_property
    def _taken(self) -> dict[tuple[Node, Node], _Better]:
        """Who takes each answer that loses; the best first, so that an answer that lost takes nothing."""
        edges = sorted((-edge.score, one, other) for one, met in self._met.items() for other, edge in met.items() if one < other)
        found: dict[tuple[Node, Node], _Better] = {}
        for less, one, other in edges:
            if -less < _WORTH_MIN:
                break
            for node, to in ((one, other), (other, one)):
                better = self._better(node, to, -less, found)
                if better is not None and better.score > (found[one, other].score if (one, other) in found else -math.inf):
                    found[one, other] = found[other, one] = better
        return found

    def _better(self, node: Node, to: Node, score: float, taken: dict[tuple[Node, Node], _Better]) -> _Better | None:
        """Return the best answer to `node` that takes it from `to`; null when there is none."""
        best: tuple[float, Node] | None = None
        for other, edge in self._met[node].items():
            if other == to or edge.score < score - _EQUAL or edge.score <= 0:
                continue
            if edge.score >= score and self._fewer_names(node, to, other):
                takes = (node, other) not in taken
            elif edge.score < score + _BETTER:
                takes = abs(edge.score - score) <= _EQUAL and self._form_says(node, to, other)
            else:
                takes = (node, other) not in taken and (score < _SURE or self._of_one_list(to, other))
                takes = takes and self._alike(to, other) < _ONE_MIN
                # One stray alias, however telling, does not outweigh an answer under more of the names.
                takes = takes and self._share(node, other) >= self._share(node, to)
            if takes and (best is None or (-edge.score, other) < (-best[0], best[1])):
                best = edge.score, other
        if best is None:
            return None
        edge, lost = self._met[node][best[1]], self._met[node][to]
        return _Better(max(best[0], score), Compared("another is a better answer", "differ", lost.hit.name, edge.hit.name))

    def _fewer_names(self, node: Node, to: Node, other: Node) -> bool:
        """Tell whether of two entities of one source, which are not twins there, the other answers under far more of the names."""
        source = self._entities[to].source
        if source is None or source != self._entities[other].source or self._share(to, other) >= _TWINS:
            return False
        return self._share(node, to) * _FAR_MORE <= self._share(node, other)

    def _of_one_list(self, one: Node, other: Node) -> bool:
        return self._entities[one].source == self._entities[other].source

    def _form_says(self, node: Node, to: Node, other: Node) -> bool:
        """Tell whether of two entities of one source with one name the other has the legal form asked for."""
        if not self._of_one_list(to, other) or self._alike(to, other) >= IDENTIFIER_AGREES:
            return False
        ours, theirs, others = (self._entities[one].forms for one in (node, to, other))
        return bool(ours & others and theirs) and not ours & theirs

    def _alike(self, one: Node, other: Node) -> float:
        return self._compared(one, other)[0]

    def _share(self, one: Node, other: Node) -> float:
        return self._compared(one, other)[1]

    def _compared(self, one: Node, other: Node) -> tuple[float, float]:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._one:
            self._one[pair] = _names_met(self._entities[pair[0]], self._entities[pair[1]])
        return self._one[pair]

    def answers(self, top: int, threshold: float) -> Iterator[list[Match]]:
        """Yield the answers to each query that stand, best first."""
        for node in self._nodes:
            hits = [self._less(node, other, edge) for other, edge in self._met[node].items() if other[0] == "pool"]
            hits = sorted((hit for hit in hits if hit.probability >= threshold), key=lambda hit: (-hit.score, hit.pool_id))
            yield hits[:top]

    def _less(self, node: Node, other: Node, edge: _Edge) -> Match:
        better = self._taken.get((node, other))
        if better is None:
            return edge.hit
        score = round(edge.score - math.log1p(math.exp(better.score)), 4)
        return replace(edge.hit, score=score, probability=probability(score), explanation=(*edge.hit.explanation, better.told))


def _names_met(one: Entity, other: Entity) -> tuple[float, float]:
    """Return the score of the two names most alike with what is stated beside them, and of how many names of a side one agrees.

    Any two names may show that two entities are one; the share is that of the side that has the higher.
    """
    scores = [[weigh(ours, theirs) for theirs in other.readings] for ours in one.readings]
    if not (scores and scores[0]):
        return FORBIDDEN, 0.0
    bests = [max(row) for row in scores], [max(column) for column in zip(*scores, strict=True)]
    beside = weigh_beside(one, other)
    alike = FORBIDDEN if beside <= FORBIDDEN else max(bests[0]) + beside
    return alike, max(sum(score >= 0 for score in side) / len(side) for side in bests)


def _turned(hit: Match) -> tuple[Compared, ...]:
    return tuple(one._replace(left=one.right, right=one.left) for one in hit.explanation)
