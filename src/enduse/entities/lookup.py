"""Finding companies by what people write, and describing them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from enduse.entities.names import analyse
from enduse.entities.open_pairs import may_be
from enduse.errors import AmbiguousName, UnknownName
from enduse.store import StageRun

_MEMBERS = """
select em.entity_id, m.mention_id, m.name, m.country, m.shipments
from entity_mentions em
join mentions m on m.mention_id = em.mention_id
"""
_NEAREST = 3
_NEEDED = ("entities", "entity_mentions", "mentions", "mention_identifiers", "listed_matches", "possible_matches")


@dataclass(frozen=True)
class EntityCard:
    """One company as pages show it. `names` are all printed names, the commonest first; null country: none stated."""

    entity_id: str
    name: str
    name_latin: str | None
    country: str | None
    names: tuple[str, ...]
    listings: tuple[tuple[str, str, str], ...]
    """(subject_id, list_id, grade) of each listed subject it answers to, surest first."""


def find(run: StageRun, name_or_id: str) -> list[str]:
    """Return the ids of the entities meant, sorted.

    Accepts, in this order: an entity id, a mention id, a listed subject's id (every entity that answers to it as confirmed or
    likely, else as possible), an identifier, a name exactly as printed (upper and lower case alike), a name with the same
    normalised key. Raises UnknownName with the nearest names, AmbiguousName when several entities bear the name.
    """
    run.attach(*_NEEDED)
    asked = " ".join(name_or_id.split())
    for column, table in (("entity_id", "entities"), ("mention_id", "entity_mentions")):
        found = run.query(f"select distinct entity_id from {table} where {column} = :asked", asked=asked)
        if found.num_rows:
            return _ids(found["entity_id"].to_pylist())
    return _by_subject(run, asked) or _by_number(run, asked) or _by_name(run, asked)


def describe(run: StageRun, ids: Iterable[str]) -> dict[str, EntityCard]:
    """Return a card for each id that is an entity, in the order given; ids that are none are left out."""
    run.attach(*_NEEDED)
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return {}
    rows = run.query("select * from entities where entity_id in :wanted", wanted=wanted).to_pylist()
    entities = {row["entity_id"]: row for row in rows}
    names: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in run.query(f"{_MEMBERS} where em.entity_id in :wanted", wanted=wanted).to_pylist():
        names[row["entity_id"]][row["name"]] += max(row["shipments"] or 0, 1)
    listings: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    matches = run.query(
        "select entity_id, subject_id, list_id, grade from listed_matches where entity_id in :wanted "
        "order by score desc, list_id, subject_id",
        wanted=wanted,
    )
    for row in matches.to_pylist():
        listings[row["entity_id"]].append((row["subject_id"], row["list_id"], row["grade"]))
    surest = {"confirmed": 0, "likely": 1, "possible": 2}
    return {
        entity: EntityCard(
            entity, entities[entity]["name"], entities[entity]["name_latin"], entities[entity]["country"],
            tuple(sorted(names[entity], key=lambda name: (-names[entity][name], name))),
            tuple(sorted(listings[entity], key=lambda one: surest[one[2]])),
        )
        for entity in wanted
        if entity in entities
    }  # fmt: skip


def count_bounds(run: StageRun, entity_ids: Sequence[str]) -> tuple[int, int]:
    """Return how many distinct companies these entities are: at least (every open question answered 'same') and at most."""
    run.attach(*_NEEDED)
    ids = sorted(set(entity_ids))
    parent = {entity: entity for entity in ids}

    def root(entity: str) -> str:
        while parent[entity] != entity:
            parent[entity] = entity = parent[parent[entity]]
        return entity

    for one, others in may_be(run, ids).items():
        for other in parent.keys() & set(others):
            parent[root(other)] = root(one)
    return sum(parent[entity] == entity for entity in ids), len(ids)


def _by_subject(run: StageRun, asked: str) -> list[str]:
    rows = run.query("select entity_id, grade from listed_matches where subject_id = :asked", asked=asked).to_pylist()
    sure = [row["entity_id"] for row in rows if row["grade"] != "possible"]
    return _ids(sure or [row["entity_id"] for row in rows])


def _by_number(run: StageRun, asked: str) -> list[str]:
    number = "".join(character for character in asked.upper() if character.isalnum())
    if sum(map(str.isdigit, number)) < 5:
        return []
    rows = run.query(
        "select distinct em.entity_id from mention_identifiers i join entity_mentions em on em.mention_id = i.mention_id "
        "where i.value = :number",
        number=number,
    )
    return _ids(rows["entity_id"].to_pylist())


def _by_name(run: StageRun, asked: str) -> list[str]:
    printed: list[str] = run.query("select distinct name from mentions order by name")["name"].to_pylist()
    wanted = asked.casefold()
    names = [name for name in printed if " ".join(name.split()).casefold() == wanted]
    if not names and (key := analyse(asked).key):
        names = [name for name in printed if analyse(name).key == key]
    found: list[str] = []
    if names:
        found = _ids(
            run.query(f"select distinct em.entity_id from ({_MEMBERS}) em where em.name in :names", names=tuple(names))[
                "entity_id"
            ].to_pylist()
        )
    if len(found) == 1:
        return found
    if not found:
        # Very short names are part of everything.
        named = [name for name in printed if 2 * len(name) >= len(wanted)]
        near = process.extract(wanted, named, scorer=fuzz.WRatio, processor=str.casefold, limit=_NEAREST)
        raise UnknownName(asked, [name for name, _, _ in near])
    cards = describe(run, found)
    raise AmbiguousName(asked, [(entity, _described(card)) for entity, card in sorted(cards.items())])


def _described(card: EntityCard) -> str:
    return f"{card.name}, {card.country or 'country not stated'}"


def _ids(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
