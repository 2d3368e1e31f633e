"""The pairs that the weights of the name score are fitted to: all from development halves, or made from another seed.

Five kinds, each with the same say whatever its number of pairs: judged pairs of companies; invented dirty names; entries of two
lists with their numbers; names across scripts with what an index brings up for them; entries of one list that look alike.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from enduse.entities import Entity, Pool
from names import crossing, dirty_pairs, linkage
from names.labelled import Pair, entity_checks, name_bench
from names.lists import Subject
from names.ours import query
from names.split import half, pair_key

MADE, MADE_SEED = 4000, "fitting-1"
_HAN_POOL = 8_000
_NEAR_MISSES, _ACROSS_MISSES = 2, 4
_LISTED_SHARE = 0.1


@dataclass(frozen=True)
class Case:
    """Two entities, whether they are one, and which kind of pairs it belongs to."""

    kind: str
    left: Entity
    right: Entity
    match: bool


def judged(data: Path) -> list[Pair]:
    """Return the pairs of the development halves of name_bench and entity_checks that are in no test half.

    The two files share pairs, and each is divided by keys of its own: a pair may be dev in one and test in the other.
    """
    pairs = [*name_bench(data), *entity_checks(data)]
    tested = {_names(pair) for pair in pairs if half(pair.key) == "test"}
    return list({_names(pair): pair for pair in pairs if _names(pair) not in tested}.values())


def _names(pair: Pair) -> frozenset[str]:
    return frozenset(" ".join(side["name"][0].casefold().split()) for side in (pair.left, pair.right))


def companies(data: Path) -> list[Case]:
    """Return all pairs of companies that the weights are fitted to."""
    found = [Case("judged", query(one.left), query(one.right), one.match) for one in judged(data) if one.company]
    found += [
        Case("dirty", Entity((one.left,)), Entity((one.right,)), one.kind == "same")
        for one in dirty_pairs.pairs(MADE, MADE_SEED)
        if half(one.key) == "dev"
    ]
    subjects = linkage.entries(data)
    return [*found, *_linked(subjects), *_listed(subjects), *_across(data)]


def _linked(subjects: list[Subject]) -> Iterable[Case]:
    """Yield pairs of entries of two lists whose numbers say whether they are one, as far as the index brings them up."""
    by_key = {one.key: one for one in subjects}
    true = linkage.truth(subjects)
    pool = Pool([query(one.entity()) for one in subjects])
    pairs = set(true)
    for one in subjects:
        for at in pool.candidates(query(one.entity())) if one.numbers else ():
            other = by_key[str(pool.entities[at].id)]
            if other.list_id != one.list_id and linkage.judged_false(one, other):
                pairs.add((min(one.key, other.key), max(one.key, other.key)))
    for left, right in sorted(pairs):
        if half(pair_key(left, right)) == "dev":
            yield Case("linked", query(by_key[left].entity()), query(by_key[right].entity()), (left, right) in true)


def _listed(subjects: list[Subject]) -> Iterable[Case]:
    """Yield entries of one list that look alike and are two."""
    # BIS lists a company once for each country, the EU once for each annex: their entries that look alike may be one.
    dev = [one for one in subjects if one.list_id in ("ofac", "uk") and half(one.key) == "dev"]
    rng = random.Random(MADE_SEED)
    chosen = [one for one in dev if rng.random() < _LISTED_SHARE]
    for list_id in sorted({one.list_id for one in chosen}):
        members = [one for one in dev if one.list_id == list_id]
        by_key = {one.key: one for one in members}
        pool = Pool([query(one.entity()) for one in members])
        for one in (each for each in chosen if each.list_id == list_id):
            hits = pool.ask(query({**one.entity(), "country": []}), _NEAR_MISSES + 1, 0.0)
            for hit in hits:
                other = by_key[hit.pool_id]
                same = {*one.names} & {*other.names} or one.numbers & other.numbers
                if hit.pool_id != one.key and not same:
                    yield Case("listed", Entity((one.names[0],)), Entity((hit.name,)), False)


def _across(data: Path) -> Iterable[Case]:
    """Yield names asked across scripts with their aliases, and with what else the index brings up for them."""
    for kind, (asked, pool_items, owner) in (("han", crossing.han(data, _HAN_POOL)), ("cyrillic", crossing.cyrillic(data))):
        pool = Pool([query(one) for one in pool_items])
        names = {one["id"]: one["name"][0] for one in pool_items}
        for one in asked:
            # Of the Cyrillic names every third: they are many.
            if half(one.key) != "dev" or (kind == "cyrillic" and sum(map(ord, one.key)) % 3):
                continue
            misses = 0
            for item, way in sorted(one.aliases.items()):
                if way != "other":
                    yield Case(kind, Entity((one.name,)), Entity((names[item],)), True)
            for hit in pool.ask(Entity((one.name,)), 2 * _ACROSS_MISSES, 0.0):
                if owner.get(hit.pool_id) != one.group and misses < _ACROSS_MISSES:
                    misses += 1
                    yield Case(kind, Entity((one.name,)), Entity((hit.name,)), False)
