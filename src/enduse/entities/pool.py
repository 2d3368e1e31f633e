"""Many entities ready to be asked: their names, numbers, addresses and contacts under keys, and the best answers to a question.

Of the names that share most with a name asked (`choosing`) the likeliest are weighed in full, and only what is returned is explained.
A number, an address, a telephone or e-mail that both state brings two together whatever their names.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import itemgetter, or_
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from enduse.entities import brackets, in_full
from enduse.entities.choosing import Asking, NamesToAsk
from enduse.entities.columns import checked, numbers_of
from enduse.entities.contacting import SHARED_MOST, ContactIndex, Sharing, explain_contacts, shared_worth
from enduse.entities.joining import joined, one_of
from enduse.entities.kinds import NO_BODIES, Manner, apart, bits_of, manner_of
from enduse.entities.outcomes import IN_BRACKETS, Compared, in_words
from enduse.entities.ranking import ranked
from enduse.entities.rarity import Commonness
from enduse.entities.reading import Reading
from enduse.entities.rivals import Weighed, rivals
from enduse.entities.spelled_names import Shelf
from enduse.entities.stated_entity import Entity
from enduse.entities.weighing import BOTH_IN_BRACKETS, explain, of_two_kinds, probability, weigh
from enduse.entities.weighing_beside import FORBIDDEN, explain_beside, weigh_beside
from enduse.entities.weighing_people import explain_people, weigh_people
from enduse.entities.weighing_ships import explain_ships, weigh_ships
from enduse.entities.when_asked import WhenAsked

_PATIENCE, _PATIENCE_NO_BODY, _PATIENCE_HAN = 5, 4, 16
"""So many names weighed in vain, and the next ones, which are less alike, are not weighed: for what may be a company, for people and
ships, for Chinese names."""
_VAIN, _HOPELESS = 1.0, 4.0
"""How far below what is asked for a score is in vain, and hopeless: two of the likeliest names hopeless, and the rest is too."""
_SEARCHED = 0.0
"""The score (even odds) from which names are looked for at the latest: who asks for surer answers gets those of them, and no others."""
_BATCH = 256
_PART = 2.0
"""What a name that stands in brackets only (`(PTY)`, `(Master)`) loses against another's own name."""
NUMBERS = pa.schema({"value": pa.string(), "entity": pa.int32()})
ENTITIES = pa.schema({"brand": pa.string(), "body": pa.bool_()})


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
    """The names that met, as printed; what was read in the wrong code, as it was meant."""
    explanation: tuple[Compared, ...]

    @property
    def reason(self) -> str:
        """What agrees and what differs, in words; what is not stated is left out."""
        return in_words(self.explanation)

    def as_json(self) -> dict[str, Any]:
        """Return the hit as `enduse match --json` prints it."""
        return {
            "id": self.pool_id, "name": self.name, "score": self.score, "probability": self.probability,
            "explanation": [one._asdict() for one in self.explanation],
        }  # fmt: skip


class _Met(NamedTuple):
    """A name asked and a name of the pool, and the score of the two."""

    score: float
    ours: Reading
    theirs: Reading
    manner: Manner
    brief: float = 0.0
    """What the score lost because only short names meet (`in_full.doubt`)."""


class Pool:
    """Entities to be asked, each once; entities with the same id are one entity with several names."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self.entities: WhenAsked[Entity] = WhenAsked(_nobody)
        self._ids: list[str] = []
        self._to_ask = NamesToAsk()
        self._names = self._to_ask.names
        self._numbered: dict[str, list[int]] = defaultdict(list)
        self._contacts = ContactIndex()
        self._unread: dict[int, None] = {}
        """Entities whose addresses, telephones and e-mail are not in the index: they are read when somebody asks by such."""
        self._brands: list[str] = []
        """What tells bearers of one telephone apart, of the entities that were kept (`of`); of those added it is read when asked for."""
        self._places: dict[str, int] = {}
        self._present = 0
        self._common = Commonness()
        for one in joined(entities):
            self.add(one)
        self._to_ask.refresh()

    def __len__(self) -> int:
        return self._present

    def kept(self) -> dict[str, pa.Table]:
        """Return what makes the pool again with `of`: of a pool from which nothing was taken out."""
        numbered = [(value, at) for value, places in self._numbered.items() for at in places]
        told = [[_brand_of(one) for one in self.entities], [one.schema not in NO_BODIES for one in self.entities]]
        return {
            **self._to_ask.kept(), "words": self._common.kept(),
            "numbers": pa.table([pa.array(map(itemgetter(at), numbered), kind) for at, kind in enumerate(NUMBERS.types)], NUMBERS),
            "entities": pa.table([pa.array(column, kind) for column, kind in zip(told, ENTITIES.types, strict=True)], ENTITIES),
        }  # fmt: skip

    @classmethod
    def of(cls, kept: Mapping[str, pa.Table], ids: Sequence[str], make: Callable[[int], Entity], shelf: Shelf | None = None) -> Pool:
        """Return the pool that was kept, of entities of these ids; `make` returns one by its place when somebody asks for it.

        Names are read when they are weighed; what is made at the first question in Arabic or Korean letters is laid on the shelf.
        Raises ValueError for what cannot have been kept of so many entities.
        """
        found, count = cls(), len(ids)
        entities = checked(kept["entities"], ENTITIES)
        if entities.num_rows != count:
            raise ValueError(f"{entities.num_rows} entities were kept, and there are {count}")
        found.entities, found._ids = WhenAsked(make, count), list(ids)
        found._places = {one: at for at, one in enumerate(ids)}
        found._to_ask = NamesToAsk.of(kept, count, shelf)
        found._names = found._to_ask.names
        numbered = checked(kept["numbers"], NUMBERS)
        for value, at in zip(numbered["value"].to_pylist(), numbers_of(numbered["entity"], count).tolist(), strict=True):
            found._numbered[value].append(at)
        found._brands, found._unread, found._present = entities["brand"].to_pylist(), dict.fromkeys(range(count)), count
        found._common = Commonness.of(kept["words"], int(pc.sum(entities["body"]).as_py() or 0))
        found._to_ask.refresh()
        return found

    def add(self, entity: Entity) -> None:
        """Put one more entity into the pool; with an id that is there, its names and values are added to that entity's.

        The pool then answers as one made anew of all that is in it. An entity without an id goes by its position.
        """
        known = self._places.get(entity.id) if entity.id is not None else None
        if known is not None and (before := self.entities[known]).id == entity.id:
            self.remove(self._ids[known])
            entity = one_of([before, entity])
        number = len(self.entities)
        self.entities.append(entity)
        self._ids.append(entity.id if entity.id is not None else str(number))
        self._places.setdefault(self._ids[number], number)
        self._present += 1
        if entity.schema not in NO_BODIES:
            self._common.add(entity.readings)
        names = self._names
        for reading in entity.readings:
            at = self._to_ask.add(reading, entity.schema)
            names.bearers[at].append(number)
            names.kinds[at] |= bits_of(entity.schema)
            names.own[at] += reading.name not in entity.parts
        for value in _values(entity):
            self._numbered[value].append(number)
        self._unread[number] = None

    def remove(self, pool_id: str) -> bool:
        """Take the entity of this id out of the pool; false when there is none. Positions of the others stay as they are."""
        number = self._places.pop(pool_id, None)
        if number is None:
            return False
        entity = self.entities[number]
        self._present -= 1
        if entity.schema not in NO_BODIES:
            self._common.remove(entity.readings)
        names = self._names
        for reading in entity.readings:
            at = names.place[reading.name]
            names.bearers[at].remove(number)
            names.own[at] -= reading.name not in entity.parts
            names.kinds[at] = reduce(or_, [bits_of(self.entities[other].schema) for other in names.bearers[at]], 0)
            if not names.bearers[at]:
                self._to_ask.remove(at)
        for value in _values(entity):
            self._numbered[value].remove(number)
        if number in self._unread:
            del self._unread[number]
        else:
            self._contacts.remove(number, entity.contacts)
        self.entities[number] = Entity((), id=entity.id)
        return True

    def make_ready(self) -> None:
        """Make now what the first questions would make: how names stand under keys, and how those in Arabic and Korean letters find them.

        Answers do not depend on it; the first one no longer waits. Worth it where many questions follow, or one that may not wait.
        """
        self._to_ask.make_ready()

    def match(self, queries: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> list[Match]:
        """Return for each query at most `top` entities at least as probable as `threshold`, best first, queries in their order.

        Which are found, and how probable each is, does not depend on a threshold of one half or more: it only leaves hits out.
        """
        return [hit for hits in self.answers(queries, top, threshold) for hit in hits]

    def answers(self, queries: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> Iterator[list[Match]]:
        """Yield the hits of each query as `match` does, one list a query; millions of queries need no more memory than a few."""
        numbered = enumerate(queries)
        while batch := list(islice(numbered, _BATCH)):
            asked = [(Entity((query,)) if isinstance(query, str) else query, str(number)) for number, query in batch]
            chosen = self._to_ask.chosen([asking for one, _ in asked for asking in _askings(one)])
            for one, number in asked:
                yield self._hits(one, number, [(reading, next(chosen)) for reading in one.readings], top, threshold)

    def ask(self, query: Entity | str, top: int = 5, threshold: float = 0.5, number: str = "0") -> list[Match]:
        """Return the best answers to one question; `number` names a query without an id."""
        asked = Entity((query,)) if isinstance(query, str) else query
        return self._hits(asked, number, list(zip(asked.readings, self._to_ask.chosen(_askings(asked)), strict=True)), top, threshold)

    def candidates(self, query: Entity | str) -> set[int]:
        """Return the positions in `entities` of what shares most with a question: the best of them are weighed."""
        asked = Entity((query,)) if isinstance(query, str) else query
        found = {at for one in asked.numbers for at in self._numbered.get(one.value, ())} | set(self._shared(asked))
        for near in self._to_ask.near(_askings(asked)):
            found |= {at for name in near.names.tolist() for at in self._names.bearers[name]}
        return found

    def completeness(self, pairs: Iterable[tuple[Entity | str, str]]) -> float | None:
        """Return the share of (query, id of the entity that it is) pairs that share a key and so can be found; null without a pair."""
        met = [any(self._ids[at] == pool_id for at in self.candidates(query)) for query, pool_id in pairs]
        return sum(met) / len(met) if met else None

    def _shared(self, asked: Entity) -> dict[int, list[Sharing]]:
        """Return by position the entities that share an address, a telephone or e-mail with what is asked."""
        if not asked.contacts:
            return {}
        for number in self._unread:
            entity = self.entities[number]
            self._contacts.add(number, self._brands[number] if number < len(self._brands) else _brand_of(entity), entity.contacts)
        self._unread.clear()
        shared = self._contacts.shared(asked.contacts)
        return {at: said for at, said in shared.items() if not apart(asked.schema, self.entities[at].schema)}

    def _hits(self, asked: Entity, number: str, chosen: Sequence[tuple[Reading, list[int]]], top: int, threshold: float) -> list[Match]:
        least = math.log(threshold / (1 - threshold)) if 0 < threshold < 1 else FORBIDDEN if threshold <= 0 else math.inf
        beside = self._shared(asked)
        best = self._scores(asked, chosen, min(least, _SEARCHED), beside)
        lost = rivals({at: Weighed(met.score, met.ours, met.theirs) for at, met in best.items() if met.manner == "bodies"})
        best |= {at: best[at]._replace(score=best[at].score - rival.less) for at, rival in lost.items()}
        likely = [(at, met.score, met.ours, met.theirs) for at, met in best.items() if met.score >= least]
        hits = []
        for *_place, pool_id, at in ranked(likely, self._ids)[:top]:
            score, ours, theirs, *_ = best[at]
            named = self._named(asked, best[at])
            if at in lost:
                named = (*named, Compared("another name explains it better or as well", "unknown", ours.name, lost[at].name))
            sides = asked.readings, self.entities[at].readings
            told = (*named, *brackets.told(asked.asides, self.entities[at].asides, ours, theirs), *in_full.told(sides, best[at].brief))
            told = (*told, *explain_beside(asked, self.entities[at]))
            if asked.contacts:
                told = (*told, *explain_contacts(asked.contacts, self.entities[at].contacts, beside.get(at, ())))
            rounded = round(score, 4)
            hits.append(Match(asked.id or number, pool_id, rounded, probability(rounded), ours.name, theirs.name, told))
        return hits

    def _scores(
        self, asked: Entity, chosen: Sequence[tuple[Reading, list[int]]], least: float, reached: Mapping[int, Sequence[Sharing]]
    ) -> dict[int, _Met]:
        """Return the best score of each candidate weighed, and the two names that gave it.

        `least` is the score looked for; `reached` are the entities that share an address, a telephone or e-mail.
        """
        best: dict[int, _Met] = {}
        if reached:
            # Names that fall short may be lifted: they are weighed as carefully as those that do not.
            least -= SHARED_MOST

        def note(at: int, met: _Met) -> None:
            known = best.get(at)
            if known is None or (met.score, known.theirs.name) > (known.score, met.theirs.name):
                best[at] = met

        met_beside = {at for one in asked.numbers for at in self._numbered.get(one.value, ())} | set(reached)
        patient = _PATIENCE_NO_BODY if asked.schema in NO_BODIES else _PATIENCE
        for reading, names in chosen:
            vain, highest, patience = 0, -math.inf, _PATIENCE_HAN if reading.runs else patient
            for name in names:
                score = self._weigh_name(asked, reading, name, least, note)
                vain += score < least - _VAIN
                highest = max(highest, score)
                if vain == patience or (vain == 2 and highest < least - _HOPELESS and not reading.runs):
                    break
            for at in met_beside:
                manner = manner_of(asked.schema, self.entities[at].schema)
                for other in self.entities[at].readings:
                    if manner != "people" or not of_two_kinds(asked, self.entities[at], reading, other):
                        note(at, self._met(asked, reading, other, manner, least))
        for at, met in best.items():
            if met.score >= least and met.manner == "bodies":
                brief = self._in_full(asked, at, met)
                if less := brief + brackets.less(asked.asides, self.entities[at].asides, met.ours, met.theirs):
                    best[at] = met._replace(score=met.score - less, brief=brief)
        for at in reached:
            if at in best and best[at].manner == "bodies":
                more = shared_worth(reached[at], explain(best[at].ours, best[at].theirs))
                best[at] = best[at]._replace(score=best[at].score + more)
        if not (asked.countries or asked.identifiers or asked.birth_dates):
            return best
        beside = {at: weigh_beside(asked, self.entities[at]) for at in best}
        return {at: best[at]._replace(score=best[at].score + more) for at, more in beside.items() if more > FORBIDDEN}

    def _in_full(self, asked: Entity, at: int, met: _Met) -> float:
        return in_full.doubt((asked.readings, self.entities[at].readings), (met.ours, met.theirs), met.score, weigh)

    def _weigh_name(self, asked: Entity, reading: Reading, name: int, least: float, note: Callable[[int, _Met], None]) -> float:
        """Note the score of a name with each of its bearers that may be meant; return the highest."""
        met: dict[Manner, _Met] = {}
        theirs = self._names.readings[name]
        for at in self._names.bearers[name]:
            schema = self.entities[at].schema
            if apart(asked.schema, schema):
                continue
            manner = manner_of(asked.schema, schema)
            if manner == "people" and of_two_kinds(asked, self.entities[at], reading, theirs):
                continue
            if manner not in met:
                met[manner] = self._met(asked, reading, theirs, manner, least)
            note(at, met[manner])
        return max((one.score for one in met.values()), default=FORBIDDEN)

    def _met(self, asked: Entity, ours: Reading, theirs: Reading, manner: Manner, least: float) -> _Met:
        """Return the score of two names; of companies less what is common among the many, where that matters."""
        if manner != "bodies":
            return _Met((weigh_people if manner == "people" else weigh_ships)(ours.name, theirs.name), ours, theirs, manner)
        score = weigh(ours, theirs)
        if score >= least - _VAIN:
            score -= self._common.less(ours, theirs)
            if ours.name in asked.parts:
                score -= _PART if self._names.own[self._names.place[theirs.name]] else BOTH_IN_BRACKETS
        return _Met(score, ours, theirs, manner)

    def _named(self, asked: Entity, met: _Met) -> tuple[Compared, ...]:
        """Return what of the two names that met agrees and differs."""
        ours, theirs = met.ours, met.theirs
        if met.manner != "bodies":
            return (explain_people if met.manner == "people" else explain_ships)(ours.name, theirs.name)
        told = (*explain(ours, theirs), *self._common.told(ours, theirs))
        if ours.name not in asked.parts:
            return told
        both = not self._names.own[self._names.place[theirs.name]]
        return (*told, Compared(IN_BRACKETS, "unknown", ours.name, theirs.name if both else None))


def match(queries: Sequence[Entity | str], pool: Iterable[Entity | str], top: int = 5, threshold: float = 0.5) -> list[Match]:
    """Return for each query its best entities of the pool: a table matched against a table, without a workspace.

    Hits are best first, queries in their order. An entity without an id goes by its position, from 0.
    """
    stated = (Entity((one,), id=str(at)) if isinstance(one, str) else one for at, one in enumerate(pool))
    return Pool(stated).match(queries, top, threshold)


def _askings(asked: Entity) -> list[Asking]:
    bits = bits_of(asked.schema)
    return [(one, bits) for one in asked.readings]


def _nobody(at: int) -> Entity:
    raise IndexError(f"no entity {at} was put in")


def _brand_of(entity: Entity) -> str:
    """Return what tells the bearers of one telephone or address apart: the words of the first name that may be a brand."""
    return " ".join(sorted(entity.readings[0].joined.split())) if entity.readings else ""


def _values(entity: Entity) -> set[str]:
    return {one.value for one in entity.numbers if len(one.value) >= 5}
