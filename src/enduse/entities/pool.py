"""Many entities ready to be asked: one inverted index over their names and numbers, and the best answers to a question.

Names that are worth comparing share a key: a word's sound, the same with a letter left out, its beginning, two words written in
one, four letters in a row of the whole name, a pinyin spelling, an English gloss, or two words of place and trade that mean the
same. Keys that very many names share are left out, rare ones count more. Of the names that share most, those whose letters are
most alike are weighed in full, and only what is returned is explained.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from enduse.entities import in_full
from enduse.entities.index import Floats, Ints, NameIndex, Near
from enduse.entities.outcomes import Compared
from enduse.entities.rarity import Commonness
from enduse.entities.reading import Reading, brand_stem
from enduse.entities.weighing import FORBIDDEN, Entity, explain, explain_beside, probability, weigh, weigh_beside
from enduse.entities.weighing_people import explain_people, weigh_people

BLOCK_MAX = 1000
"""A key that more names than this share brings nothing together."""
_NEAR = 32
_NEAR_HAN = 64
_WEIGHED = 8
_WEIGHED_HAN = 32
_ALIKE_MIN = 40.0
"""A name whose letters are less alike than this (0 to 100) is not worth weighing; Chinese names are asked whatever their letters."""
_PATIENCE, _PATIENCE_HAN = 4, 16
"""So many names weighed in vain, and the next ones, which are less alike, are not weighed."""
_VAIN, _HOPELESS = 1.0, 5.0
"""How far below what is asked for a score is in vain, and hopeless: two of the likeliest names hopeless, and the rest is too."""
_BATCH = 256
_GRAM = 4
_BODIES = frozenset({"body"})
_KINDS = {
    **dict.fromkeys(("Company", "Organization", "PublicBody"), _BODIES), "LegalEntity": _BODIES | {"person"},
    "Person": frozenset({"person"}), "Vessel": frozenset({"ship"}), "Airplane": frozenset({"aircraft"}), "Address": frozenset({"place"}),
}  # fmt: skip
"""What a FollowTheMoney kind can be."""
_PERSON = "Person"
_NO_BODIES = frozenset(kind for kind, can_be in _KINDS.items() if "body" not in can_be)
_SLIP_MIN, _SLIP_MAX = 3, 12
# How much a shared key counts beside its rarity.
_KEY_WEIGHT = {"s": 1.0, "g": 0.3, "r": 0.4, "m": 0.7, "c": 0.6, "w": 0.55, "d": 0.4}


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
            if len(one.sound) >= _SLIP_MIN:
                # A letter left out, doubled, changed or two that changed places: what is left without one letter is the same.
                part = one.sound[:_SLIP_MAX]
                found.add(f"d:{part}")
                found |= {f"d:{part[:at]}{part[at + 1 :]}" for at in range(len(part))}
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


class _Met(NamedTuple):
    """A name asked and a name of the pool, and the score of the two."""

    score: float
    ours: Reading
    theirs: Reading
    people: bool
    lost: float = 0.0
    """What the score lost because only short names meet (`in_full.doubt`)."""


class Pool:
    """Entities to be asked, each once; entities with the same id are one entity with several names."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self.entities: list[Entity] = []
        self._ids: list[str] = []
        self._names: list[Reading] = []
        self._letters: list[str] = []
        self._chinese = bytearray()
        self._bearers: list[list[int]] = []
        self._position: dict[str, int] = {}
        self._index = NameIndex(lambda key: _KEY_WEIGHT.get(key[0], 1.0), BLOCK_MAX, lambda at: self._names[at].name)
        self._numbered: dict[str, list[int]] = defaultdict(list)
        self._common = Commonness()
        for one in _joined(entities):
            self.add(one)
        self._index.refresh()

    def __len__(self) -> int:
        return len(self.entities)

    def add(self, entity: Entity) -> None:
        """Put one more entity into the pool; what is there stays as it is."""
        number = len(self.entities)
        self.entities.append(entity)
        self._ids.append(entity.id if entity.id is not None else str(number))
        if entity.schema not in _NO_BODIES:
            self._common.add(entity.readings)
        for reading in entity.readings:
            at = self._position.get(reading.name)
            if at is None:
                at = self._position[reading.name] = len(self._names)
                self._names.append(reading)
                self._letters.append(_letters(reading))
                self._chinese.append(bool(reading.brands))
                self._bearers.append([])
                self._index.add(keys(reading))
            self._bearers[at].append(number)
        for value in {one.value for one in entity.numbers if len(one.value) >= 5}:
            self._numbered[value].append(number)

    def match(self, queries: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> list[Match]:
        """Return for each query at most `top` entities at least as probable as `threshold`, best first, queries in their order."""
        return [hit for hits in self.answers(queries, top, threshold) for hit in hits]

    def answers(self, queries: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> Iterator[list[Match]]:
        """Yield the hits of each query as `match` does, one list a query; millions of queries need no more memory than a few."""
        numbered = enumerate(queries)
        while batch := list(islice(numbered, _BATCH)):
            asked = [(Entity((query,)) if isinstance(query, str) else query, str(number)) for number, query in batch]
            chosen = self._chosen([reading for one, _ in asked for reading in one.readings])
            for one, number in asked:
                yield self._hits(one, number, [(reading, next(chosen)) for reading in one.readings], top, threshold)

    def ask(self, query: Entity | str, top: int = 5, threshold: float = 0.5, number: str = "0") -> list[Match]:
        """Return the best answers to one question; `number` names a query without an id."""
        asked = Entity((query,)) if isinstance(query, str) else query
        return self._hits(asked, number, list(zip(asked.readings, self._chosen(asked.readings), strict=True)), top, threshold)

    def candidates(self, query: Entity | str) -> set[int]:
        """Return the positions in `entities` of what shares most with a question: the best of them are weighed."""
        asked = Entity((query,)) if isinstance(query, str) else query
        found = {at for one in asked.numbers for at in self._numbered.get(one.value, ())}
        for near in self._near(asked.readings):
            found |= {at for name in near.names.tolist() for at in self._bearers[name]}
        return found

    def completeness(self, pairs: Iterable[tuple[Entity | str, str]]) -> float | None:
        """Return the share of (query, id of the entity that it is) pairs that share a key and so can be found; null without a pair."""
        met = [any(self._ids[at] == pool_id for at in self.candidates(query)) for query, pool_id in pairs]
        return sum(met) / len(met) if met else None

    def _hits(self, asked: Entity, number: str, chosen: Sequence[tuple[Reading, list[int]]], top: int, threshold: float) -> list[Match]:
        least = math.log(threshold / (1 - threshold)) if 0 < threshold < 1 else FORBIDDEN if threshold <= 0 else math.inf
        best = self._scores(asked, chosen, least)
        likely = ((-met.score, self._ids[at], at) for at, met in best.items() if met.score >= least)
        hits = []
        for _, pool_id, at in heapq.nsmallest(top, likely):
            score, ours, theirs, people, lost = best[at]
            sides = asked.readings, self.entities[at].readings
            named = explain_people(ours.name, theirs.name) if people else (*explain(ours, theirs), *self._common.told(ours, theirs))
            told = (*named, *in_full.told(sides, lost), *explain_beside(asked, self.entities[at]))
            rounded = round(score, 4)
            hits.append(Match(asked.id or number, pool_id, rounded, probability(rounded), ours.name, theirs.name, told))
        return hits

    def _scores(self, asked: Entity, chosen: Sequence[tuple[Reading, list[int]]], least: float) -> dict[int, _Met]:
        """Return the best score of each candidate weighed, and the two names that gave it; `least` is the score asked for."""
        best: dict[int, _Met] = {}

        def note(at: int, met: _Met) -> None:
            known = best.get(at)
            if known is None or (met.score, known.theirs.name) > (known.score, met.theirs.name):
                best[at] = met

        numbered = {at for one in asked.numbers for at in self._numbered.get(one.value, ())}
        for reading, names in chosen:
            vain, highest, patience = 0, -math.inf, _PATIENCE_HAN if reading.brands else _PATIENCE
            for name in names:
                score = self._weigh_name(asked, reading, name, least, note)
                vain += score < least - _VAIN
                highest = max(highest, score)
                if vain == patience or (vain == 2 and highest < least - _HOPELESS and not reading.brands):
                    break
            for at in numbered:
                for other in self.entities[at].readings:
                    people = _PERSON in (asked.schema, self.entities[at].schema)
                    note(at, self._met(reading, other, people, least))
        for at, met in best.items():
            if met.score >= least and not met.people and (lost := self._in_full(asked, at, met)):
                best[at] = met._replace(score=met.score - lost, lost=lost)
        if not (asked.countries or asked.identifiers):
            return best
        beside = {at: weigh_beside(asked, self.entities[at]) for at in best}
        return {at: best[at]._replace(score=best[at].score + more) for at, more in beside.items() if more > FORBIDDEN}

    def _in_full(self, asked: Entity, at: int, met: _Met) -> float:
        return in_full.doubt((asked.readings, self.entities[at].readings), (met.ours, met.theirs), met.score, weigh)

    def _weigh_name(self, asked: Entity, reading: Reading, name: int, least: float, note: Callable[[int, _Met], None]) -> float:
        """Note the score of a name with each of its bearers that may be meant; return the highest."""
        met: dict[bool, _Met] = {}
        for at in self._bearers[name]:
            schema = self.entities[at].schema
            if apart(asked.schema, schema):
                continue
            people = _PERSON in (asked.schema, schema)
            if people not in met:
                met[people] = self._met(reading, self._names[name], people, least)
            note(at, met[people])
        return max((one.score for one in met.values()), default=FORBIDDEN)

    def _met(self, ours: Reading, theirs: Reading, people: bool, least: float) -> _Met:
        """Return the score of two names; of companies less what is common among the many, where that matters."""
        if people:
            return _Met(weigh_people(ours.name, theirs.name), ours, theirs, True)
        score = weigh(ours, theirs)
        if score >= least - _VAIN:
            score -= self._common.less(ours, theirs)
        return _Met(score, ours, theirs, False)

    def _near(self, asked: Sequence[Reading]) -> list[Near]:
        """Return the names of the pool that share most with each name asked."""
        wanted = [[*keys(one)] for one in asked]
        return self._index.near(wanted, [_NEAR_HAN if one.brands else _NEAR for one in asked])

    def _chosen(self, asked: Sequence[Reading]) -> Iterator[list[int]]:
        """Yield for each name asked the names to weigh: of those that share most, the ones whose letters are most alike too."""
        near = self._near(asked)
        ours = [letters for one, met in zip(asked, near, strict=True) for letters in [_letters(one)] * len(met.names)]
        theirs = [self._letters[name] for met in near for name in met.names.tolist()]
        alike = process.cpdist(ours, theirs, scorer=fuzz.ratio, dtype=np.float32) if ours else np.empty(0, np.float32)
        chinese = np.frombuffer(bytes(self._chinese), dtype=np.bool_)
        start = 0
        for one, met in zip(asked, near, strict=True):
            end = start + len(met.names)
            if start == end:
                yield []
                continue
            likely = np.round(met.shared / met.shared.max() + alike[start:end] / 100, 5)
            if not one.brands:
                likely[(alike[start:end] < _ALIKE_MIN) & ~chinese[met.names]] = 0.0
            yield self._best(likely, met.names, _WEIGHED_HAN if one.brands else _WEIGHED)
            start = end

    def _best(self, likely: Floats, names: Ints, most: int) -> list[int]:
        """Return the likeliest names, the first first; among equals in alphabetical order, whatever the order of the pool."""
        least = float(np.partition(likely, -most)[-most]) if len(likely) > most else 0.0
        found = [(-value, name) for value, name in zip(likely.tolist(), names.tolist(), strict=True) if value >= least and value > 0]
        found.sort()
        if any(one[0] == other[0] for one, other in pairwise(found)):
            found.sort(key=lambda one: (one[0], self._names[one[1]].name))
        return [name for _, name in found[:most]]


def apart(one: str | None, other: str | None) -> bool:
    """Tell whether two FollowTheMoney kinds cannot be one thing: a company is no ship and no person; what is not stated may be any.

    >>> apart("Company", "Vessel"), apart("Organization", "Company"), apart("LegalEntity", "Person"), apart(None, "Vessel")
    (True, False, False, False)
    """
    if one is None or other is None or one == other:
        return False
    ours, theirs = _KINDS.get(one), _KINDS.get(other)
    return ours is not None and theirs is not None and ours.isdisjoint(theirs)


def match(queries: Sequence[Entity | str], pool: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> list[Match]:
    """Return for each query its best entities of the pool: a table matched against a table, without a workspace.

    Hits are best first, queries in their order. An entity without an id goes by its position, from 0.
    """
    stated = (Entity((one,), id=str(at)) if isinstance(one, str) else one for at, one in enumerate(pool))
    return Pool(stated).match(queries, top, threshold)


def _letters(reading: Reading) -> str:
    """Return the name as it sounds, known words as what they mean, in alphabetical order: what is compared before names are weighed."""
    words = sorted(one.means or one.sound for one in reading.words if one.kind not in ("body", "number"))
    return " ".join([*(one.sound for one in reading.brands), *words])


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
