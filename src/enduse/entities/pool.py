"""Many entities ready to be asked: one inverted index over their names and numbers, and the best answers to a question.

Names that are worth comparing share a key: a word's sound, its beginning, two words written in one, four letters in a row of the
whole name, a pinyin spelling, an English gloss, or two words of place and trade that mean the same. Keys that very many names
share are left out, rare ones count more.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.entities.outcomes import Compared
from enduse.entities.reading import Reading, brand_stem
from enduse.entities.weighing import FORBIDDEN, Entity, explain, explain_beside, probability, weigh, weigh_beside

BLOCK_MAX = 3000
"""A key that more names than this share brings nothing together."""
_POSTINGS_MAX = 20_000
_CANDIDATES = 24
_CANDIDATES_HAN = 48
_GRAM = 4
# How much a shared key counts beside its rarity.
_KEY_WEIGHT = {"s": 1.0, "g": 0.3, "r": 0.4, "m": 0.7, "c": 0.6, "w": 0.55, "i": 3.0}
_Floats = NDArray[np.float64]
_Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Match:
    """One entity of the pool that answers to one question. Ids are the entities' own, else their positions as text."""

    query_id: str
    pool_id: str
    score: float
    """The log of the odds that the two are one."""
    probability: float
    query: str
    name: str
    """The names that met, as printed."""
    explanation: tuple[Compared, ...]

    @property
    def reason(self) -> str:
        """What agrees and what differs, in words; what is not stated is left out."""
        told = (one for one in self.explanation if one.outcome != "unknown" and "weighs nothing" not in one.comparison)
        return "; ".join(f"{one.comparison}: {one.left} / {one.right}" + (" differ" if one.outcome == "differ" else "") for one in told)

    def as_json(self) -> dict[str, Any]:
        """Return the hit as `enduse match --json` prints it."""
        return {
            "id": self.pool_id, "name": self.name, "score": self.score, "probability": self.probability,
            "explanation": [one._asdict() for one in self.explanation],
        }  # fmt: skip


def keys(reading: Reading) -> set[str]:
    """Return the keys under which a name can be found; empty for a name that says nothing but a legal form.

    >>> from enduse.entities import analyse
    >>> bool(keys(analyse("宁波峰云进出口有限公司")) & keys(analyse("Peak Cloud")))
    True
    """
    if reading.key is None:
        return set()
    found: set[str] = set()
    meanings = sorted({one.means for one in reading.words if one.means and one.kind in ("place", "trade", "word")})
    found |= {f"c:{one}|{other}" for one, other in combinations(meanings[:8], 2)}
    for one in reading.words:
        if one.kind in ("brand", "word", "place"):
            found.add(f"s:{one.sound}")
            if len(one.sound) > 5:
                found.add(f"r:{one.sound[:5]}")
        if one.means:
            found.add(f"m:{one.means}")
        if one.kind in ("brand", "word", "body"):
            found.add(f"w:{brand_stem(one)}")
    found |= {f"s:{one.sound}{other.sound}" for one, other in pairwise(reading.words) if not (one.means and other.means)}
    for brand in reading.brands:
        found |= {f"s:{sound}" for sound, spans in brand.sounds.items() if any(end - start > 1 for start, end in spans)}
        found |= {f"w:{stem}" for stem in brand.glosses}
        found |= {f"h:{left}{right}" for left, right in pairwise(brand.text)}
        if len(brand.text) == 1:
            found.add(f"h:{brand.text}")
    whole = reading.joined
    found |= {f"g:{whole[at : at + _GRAM]}" for at in range(max(len(whole) - _GRAM + 1, 1))}
    return found


class Pool:
    """Entities to be asked, each once; entities with the same id are one entity with several names."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self.entities: list[Entity] = []
        self._ids: list[str] = []
        self._names: list[Reading] = []
        self._bearers: list[list[int]] = []
        self._position: dict[str, int] = {}
        self._postings: dict[str, array[int]] = {}
        self._numbered: dict[str, list[int]] = defaultdict(list)
        self._lengths = array("d")
        for one in _joined(entities):
            self.add(one)

    def __len__(self) -> int:
        return len(self.entities)

    def add(self, entity: Entity) -> None:
        """Put one more entity into the pool; what is there stays as it is."""
        number = len(self.entities)
        self.entities.append(entity)
        self._ids.append(entity.id if entity.id is not None else str(number))
        for reading in entity.readings:
            at = self._position.get(reading.name)
            if at is None:
                at = self._position[reading.name] = len(self._names)
                self._names.append(reading)
                self._bearers.append([])
                found = keys(reading)
                self._lengths.append(1 / math.sqrt(len(found) + 8))
                for key in found:
                    self._postings.setdefault(key, array("i")).append(at)
            self._bearers[at].append(number)
        for value in {one.value for one in entity.numbers if len(one.value) >= 5}:
            self._numbered[value].append(number)

    def match(self, queries: Sequence[Entity | str], top: int = 5, threshold: float = 0.5) -> list[Match]:
        """Return for each query at most `top` entities at least as probable as `threshold`, best first, queries in their order."""
        return [hit for number, query in enumerate(queries) for hit in self.ask(query, top, threshold, str(number))]

    def ask(self, query: Entity | str, top: int = 5, threshold: float = 0.5, number: str = "0") -> list[Match]:
        """Return the best answers to one question; `number` names a query without an id."""
        asked = Entity((query,)) if isinstance(query, str) else query
        best = self._scores(asked)
        least = math.log(threshold / (1 - threshold)) if 0 < threshold < 1 else FORBIDDEN if threshold <= 0 else math.inf
        likely = ((-score, self._ids[at], at) for at, (score, _, _) in best.items() if score >= least)
        hits = []
        for _, pool_id, at in heapq.nsmallest(top, likely):
            score, ours, theirs = best[at]
            told = explain(ours, theirs) + explain_beside(asked, self.entities[at])
            rounded = round(score, 4)
            hits.append(Match(asked.id or number, pool_id, rounded, probability(rounded), ours.name, theirs.name, told))
        return hits

    def candidates(self, query: Entity | str) -> set[int]:
        """Return the positions in `entities` that a question is compared with."""
        asked = Entity((query,)) if isinstance(query, str) else query
        found = {at for one in asked.numbers for at in self._numbered.get(one.value, ())}
        for reading in asked.readings:
            found |= {at for name in self._near(reading) for at in self._bearers[name]}
        return found

    def _scores(self, asked: Entity) -> dict[int, tuple[float, Reading, Reading]]:
        """Return the best score of each candidate, and the two names that gave it."""
        best: dict[int, tuple[float, Reading, Reading]] = {}
        numbered = {at for one in asked.numbers for at in self._numbered.get(one.value, ())}
        for reading in asked.readings:
            for name in self._near(reading):
                score = weigh(reading, self._names[name])
                for at in self._bearers[name]:
                    if at not in best or score > best[at][0]:
                        best[at] = (score, reading, self._names[name])
            for at in numbered:
                for other in self.entities[at].readings:
                    score = weigh(reading, other)
                    if at not in best or score > best[at][0]:
                        best[at] = (score, reading, other)
        if not (asked.countries or asked.identifiers):
            return best
        beside = {at: weigh_beside(asked, self.entities[at]) for at in best}
        return {at: (best[at][0] + more, *best[at][1:]) for at, more in beside.items() if more > FORBIDDEN}

    def _near(self, reading: Reading) -> list[int]:
        """Return the names of the pool that share most with this one, the likeliest first."""
        found = self._shared(reading)
        if found is None:
            return []
        names, weights = found
        most = _CANDIDATES_HAN if reading.brands else _CANDIDATES
        if len(names) > most:
            chosen = np.argpartition(-weights, most)[:most]
            names, weights = names[chosen], weights[chosen]
        return [int(at) for at in names[np.lexsort((names, -weights))]]

    def _shared(self, reading: Reading) -> tuple[_Ints, _Floats] | None:
        """Return the names that share a key with this one, and the weight of what they share."""
        total = len(self._names)
        rows: list[tuple[int, float, array[int]]] = []
        for key in keys(reading):
            row = self._postings.get(key)
            if row is not None and len(row) <= max(BLOCK_MAX, 50):
                rows.append((len(row), _KEY_WEIGHT.get(key[0], 1.0) * math.log((total + 1) / len(row)), row))
        if not rows:
            return None
        rows.sort(key=lambda one: one[0])
        kept: list[_Ints] = []
        counts: list[int] = []
        weights: list[float] = []
        taken = 0
        for count, weight, row in rows:
            if taken and taken + count > _POSTINGS_MAX:
                break
            taken += count
            kept.append(np.frombuffer(row, dtype=np.int32))
            counts.append(count)
            weights.append(weight)
        names = np.concatenate(kept)
        values = np.repeat(np.array(weights), counts)
        if total < 100_000:
            sums = np.bincount(names, values, total)
            found = np.flatnonzero(sums)
            return found, sums[found] * np.frombuffer(self._lengths)[found]
        distinct, inverse = np.unique(names, return_inverse=True)
        return distinct.astype(np.int64), np.bincount(inverse, values) * np.frombuffer(self._lengths)[distinct]


def match(queries: Sequence[Entity | str], pool: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> list[Match]:
    """Return for each query its best entities of the pool: a table matched against a table, without a workspace.

    Hits are best first, queries in their order. An entity without an id goes by its position, from 0.
    """
    stated = (Entity((one,), id=str(at)) if isinstance(one, str) else one for at, one in enumerate(pool))
    return Pool(stated).match(queries, top, threshold)


def _joined(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the entities, those with one id as one, in the order of their first."""
    groups: dict[str, list[Entity]] = {}
    for number, one in enumerate(entities):
        groups.setdefault(one.id if one.id is not None else f"\0{number}", []).append(one)
    for group in groups.values():
        if len(group) == 1:
            yield group[0]
            continue
        names, countries, identifiers = (
            tuple(dict.fromkeys(value for one in group for value in getattr(one, field))) for field in ("names", "countries", "identifiers")
        )
        yield Entity(names, countries, identifiers, group[0].id, group[0].schema)
