"""Which companies a claim's names may stand for: the resolved one, and every one that an open question says may be the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from enduse import entities
from enduse.errors import AmbiguousName, UnknownName
from enduse.store import StageRun


@dataclass(frozen=True)
class Company:
    """One name of a claim and the entities it stands for.

    `ids` surely; `candidates` when several entities answer to the name and any may be meant; `possible` those that they may
    be by open questions. `unknown` says why nothing was found.
    """

    name: str
    ids: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    unknown: str | None = None

    @property
    def everyone(self) -> tuple[str, ...]:
        """Every entity that the name may stand for."""
        return tuple(sorted({*self.ids, *self.candidates, *self.possible}))

    def as_query(self) -> dict[str, Any]:
        """Return what a query keeps: enough to ask again without resolving the name anew."""
        kept = {"name": self.name, "ids": list(self.ids), "candidates": list(self.candidates), "unknown": self.unknown}
        return {key: value for key, value in kept.items() if value}


def resolve(run: StageRun, name: str) -> Company:
    """Return the company a name stands for; what nobody or several answer to is a value, not an error."""
    try:
        return with_doubts(run, {"name": name, "ids": entities.find(run, name)})
    except AmbiguousName as several:
        return with_doubts(run, {"name": name, "candidates": [entity for entity, _ in several.candidates]})
    except UnknownName as nobody:
        return Company(name, unknown=str(nobody))


def with_doubts(run: StageRun, kept: Mapping[str, Any]) -> Company:
    """Return the company of a query, with the open questions as they stand now."""
    ids, candidates = tuple(sorted(kept.get("ids", ()))), tuple(sorted(kept.get("candidates", ())))
    known = {*ids, *candidates}
    # Those that an article's name may stand for besides, as its links say.
    possible = {*kept.get("possible", ()), *chain.from_iterable(entities.may_be(run, known).values())} - known
    return Company(kept["name"], ids, candidates, tuple(sorted(possible)), kept.get("unknown"))


def in_words(company: Company) -> str:
    """Return the name, and how many entities it may stand for when that is not one."""
    if company.candidates:
        return f"{company.name} (any of {len(company.candidates)} companies)"
    return company.name
