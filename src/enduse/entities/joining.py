"""Entities that bear one id as one entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from enduse.entities.stated_entity import Entity


def joined(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the entities, those with one id as one, in the order of their first."""
    groups: dict[str, list[Entity]] = {}
    for number, one in enumerate(entities):
        groups.setdefault(one.id if one.id is not None else f"\0{number}", []).append(one)
    for group in groups.values():
        yield group[0] if len(group) == 1 else one_of(group)


def one_of(group: Sequence[Entity]) -> Entity:
    """Return the entities, which bear one id, as one."""
    names, countries, identifiers, addresses, phones, emails, births = (
        tuple(dict.fromkeys(value for one in group for value in getattr(one, field)))
        for field in ("names", "countries", "identifiers", "addresses", "phones", "emails", "birth_dates")
    )
    source = group[0].source if all(one.source == group[0].source for one in group) else None
    return Entity(names, countries, identifiers, group[0].id, group[0].schema, addresses, phones, emails, source, births)
