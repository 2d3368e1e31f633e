"""Screening: which listed subjects a name answers to, on which list, under which measure, as of a day, and why.

The score is the one of `compare` and `match`; grades are words for it: *confirmed* by a number or a person only, *likely* by the
same name without doubt, *possible* otherwise. A name alone is never confirmed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from enduse.entities.comparing import Asked, Grade, How, Met, compare
from enduse.entities.decided import Decision, Decisions
from enduse.entities.list_versions import ListVersions, Status
from enduse.entities.listed import Listed, ListedIndex
from enduse.entities.names import analyse
from enduse.entities.outcomes import Compared
from enduse.entities.parameters import PROBABILITY_MIN, RARE_TOKEN_MAX
from enduse.entities.pool import Match as PoolMatch
from enduse.entities.queries import Query
from enduse.entities.ready import ready
from enduse.entities.stated_entity import Entity
from enduse.entities.weighing import compare as weigh_entities
from enduse.store import StageRun

_BATCH = 256
_KNOWN_MAX = 100_000
"""So many answers are kept: names repeat in files of shipments."""
_CRAFT = ("Vessel", "Airplane")
_LISTING = (
    "list_id", "authority", "program", "measure", "listed_on", "started_on", "ended_on", "status", "status_because",
    "list_retrieved_at", "list_sha256",
)  # fmt: skip


@dataclass(frozen=True)
class Hit:
    """One query answering to one designation. `list_as_of` is null when the file does not say which day it speaks for.

    The version cited is the newest that holds the designation; as of a day, the newest of that day or before that does, else the
    oldest after it. `status_because` says on what the status rests, null when no day was asked.
    `score` is the log of the odds that the two are one, `probability` the same between 0 and 1; `decision` is what a person
    decided about this name and subject, null when nobody did.
    """

    query_id: str | None
    query: str
    subject_id: str
    subject_type: str | None
    listed_name: str
    list_id: str
    authority: str | None
    program: str | None
    measure: str | None
    listed_on: str | None
    started_on: str | None
    ended_on: str | None
    status: Status
    status_because: str | None
    list_as_of: dt.date | None
    list_retrieved_at: str | None
    list_sha256: str | None
    score: float
    probability: float
    grade: Grade
    explanation: tuple[Compared, ...]
    decision: Decision | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the hit as plain values."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        plain["explanation"] = [one._asdict() for one in self.explanation]
        return plain | self._dates()

    def listing(self) -> dict[str, Any]:
        """Return what the hit says of the designation and of the list's version."""
        return {name: getattr(self, name) for name in _LISTING} | {"list_as_of": self._dates()["list_as_of"]}

    def _dates(self) -> dict[str, Any]:
        decision = self.decision._asdict() if self.decision else None
        return {"list_as_of": self.list_as_of.isoformat() if self.list_as_of else None, "decision": decision}


@dataclass(frozen=True)
class Screened:
    """One name asked and its hits, best first; hits of one subject stand together."""

    number: int
    """Row of the query, from 1."""
    query: Query
    hits: tuple[Hit, ...]
    number_is_id: bool = False
    """True when another row has that number for its id."""

    def as_json(self) -> dict[str, Any]:
        """Return the line that `enduse screen --json` prints: one hit a subject, with its designations; `refused` for a row not asked."""
        subjects: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.hits:
            subjects[hit.subject_id].append(hit)
        refused = {"refused": self.query.refused} if self.query.refused else {}
        return self.asked() | {"hits": [_told(hits) for hits in subjects.values()], **refused}

    def asked(self) -> dict[str, Any]:
        """Return what was asked: the asker's id, the name, and its `name_id`, null for a row refused.

        A row without an id goes by its place among the names: `2`, or `row 2` where another row has that for its id.
        """
        query = self.query
        place = f"row {self.number}" if self.number_is_id else str(self.number)
        return {"query": query.id or place, "name": query.name, "name_id": None if query.refused else query.name_id}


def _told(hits: Sequence[Hit]) -> dict[str, Any]:
    said = hits[0].as_json()
    shown = ("score", "probability", "grade", "explanation", "decision", "subject_type")
    listings = [one.listing() for one in hits]
    return {"id": said["subject_id"], "name": said["listed_name"], **{name: said[name] for name in shown}, "listings": listings}


def screen(
    run: StageRun, queries: Sequence[Query], as_of: dt.date | None = None, top: int = 5, threshold: float | None = None
) -> list[Hit]:
    """Return for each query its best `top` listed subjects, one hit for each of their designations, best first.

    With `as_of`, only designations in force on that day, or of which it cannot be told: see `ListVersions.standing`. Without
    `as_of`, all. `threshold` is the least probability;
    null: the parameter `entities.probability_min`. A number that both sides print, or a person's word, is a hit whatever the names.
    """
    return [hit for one in screenings(run, queries, as_of, top, threshold) for hit in one.hits]


def screenings(
    run: StageRun,
    queries: Iterable[Query],
    as_of: dt.date | None = None,
    top: int = 5,
    threshold: float | None = None,
    stated: Container[str] = frozenset(),
) -> Iterator[Screened]:
    """Yield what `screen` finds, one query after the other: a million names need no more memory than a few hundred.

    `stated` are the ids of all queries: one without an id does not go by a number that is another's id.
    """
    screener = _Screener(run, as_of, top, run.parameter(PROBABILITY_MIN) if threshold is None else threshold)
    numbered = enumerate(queries, 1)
    while batch := list(islice(numbered, _BATCH)):
        for one in screener.answer(batch):
            yield replace(one, number_is_id=True) if str(one.number) in stated and not one.query.id else one


class _Screener:
    """The lists of a workspace, ready to be asked."""

    def __init__(self, run: StageRun, as_of: dt.date | None, top: int, threshold: float) -> None:
        self._index = ready(run)
        self._designations = _designations(run)
        self._versions = ListVersions.load(run, as_of)
        self._decisions = Decisions.load(run)
        self._rare_max = run.parameter(RARE_TOKEN_MAX)
        self._as_of, self._top, self._threshold = as_of, top, threshold
        self._known: dict[Query, tuple[Hit, ...]] = {}

    def answer(self, batch: Sequence[tuple[int, Query]]) -> Iterator[Screened]:
        """Yield the hits of some queries, none for those that are refused; what was asked not long before is not asked again."""
        plain = [replace(query, id=None) for _, query in batch]
        if len(self._known) > _KNOWN_MAX:
            self._known.clear()
        new = [one for one in dict.fromkeys(plain) if one not in self._known and not one.refused]
        self._known |= {one.query: one.hits for one in self._asked(list(enumerate(new)))}
        for (number, query), one in zip(batch, plain, strict=True):
            hits = () if one.refused else self._known[one]
            yield Screened(number, query, tuple(replace(hit, query_id=query.id) for hit in hits) if query.id else hits)

    def _asked(self, batch: Sequence[tuple[int, Query]]) -> Iterator[Screened]:
        asked = [query.asked() for _, query in batch]
        entities = [_entity(number, query, one, self._index) for (number, query), one in zip(batch, asked, strict=True)]
        # Subjects whose designations are not in force are passed over, so that more of them are asked for.
        wanted = self._top if self._as_of is None else 4 * self._top + 10
        found = self._index.by_subject.answers(entities, wanted, self._threshold)
        for (number, query), one, entity, matches in zip(batch, asked, entities, found, strict=True):
            craft = self._index.by_craft.ask(entity, wanted, self._threshold) if query.schema in _CRAFT else []
            sure = self._sure(query, one)
            here = self._hits(query, one, self._with_sure(sure, entity, [*matches, *craft]), sure)
            yield Screened(number, query, tuple(hit for hits in here for hit in hits))

    def _sure(self, query: Query, asked: Asked) -> list[int]:
        """Return the positions of the subjects that print a number of the name's, or that a person judged to be one with it."""
        values = sorted({value for _, value in asked.merging} | asked.unnamed)
        numbered = {at for value in values for at in self._index.by_number.get(value, ()) if asked.shared(self._index.subjects[at])}
        return sorted(numbered | {self._index.position[one] for one in self._decisions.same(query) if one in self._index.position})

    def _with_sure(self, sure: Sequence[int], entity: Entity, matches: list[PoolMatch]) -> list[PoolMatch]:
        """Return the matches and those which only a number or a person brought together, best first; equal ones as they came."""
        known = {one.pool_id for one in matches}
        for subject in (self._index.subjects[position] for position in sure):
            if subject.subject_id in known:
                continue
            said = weigh_entities(entity, subject.entity)
            hit = PoolMatch(entity.id or "", subject.subject_id, said.score, said.probability, said.left, said.right, said.explanation)
            matches = [*matches, hit]
        return sorted(matches, key=lambda one: -one.score)

    def _hits(self, query: Query, asked: Asked, matches: Sequence[PoolMatch], sure: Sequence[int]) -> list[list[Hit]]:
        """Return the hits of the best `top` subjects; those that a number or a person tells are not crowded out by names alike."""
        found: list[list[Hit]] = []
        names_alike: list[int] = []
        for match in matches:
            told_apart = self._index.position[match.pool_id] in sure
            if len(found) >= self._top and not told_apart:
                continue
            here = self._of_subject(query, asked, match)
            if not here:
                continue
            if not told_apart:
                names_alike.append(len(found))
            found.append(here)
            if len(found) > self._top and names_alike:
                del found[names_alike.pop()]
        return found[: self._top]

    def _of_subject(self, query: Query, asked: Asked, match: PoolMatch) -> list[Hit]:
        """Return a hit for each designation of the subject; none where two valid numbers say no, or no designation is in force."""
        position = self._index.position[match.pool_id]
        subject = self._index.subjects[position]
        graded = self._graded(asked, subject, position, match)
        if graded is None:
            return []
        decision = self._decisions.of(query, subject.subject_id)
        grade, told = graded
        if decision is not None:
            told = (decision.compared(query.name, match.name), *told)
            grade = "confirmed" if decision.judgement == "same" else "possible"
        return [replace(hit, grade=grade, decision=decision) for hit in self._listings(query, match, subject, told)]

    def _graded(self, asked: Asked, subject: Listed, position: int, match: PoolMatch) -> tuple[Grade, tuple[Compared, ...]] | None:
        """Return the word for the match and its explanation with the doubts; null when two valid numbers say no."""
        met = self._met(asked, subject, match)
        said = compare(asked, subject, position, met, self._index, self._rare_max)
        if said is None:
            return None
        doubts = tuple(one for one in said.comparisons if one.left is None and one.right is None and one.outcome == "unknown")
        differ = () if any(map(_of_name, match.explanation)) else (Compared("name", "differ", match.query, match.name),)
        return said.grade, (*differ, *match.explanation, *(one for one in doubts if one.comparison != "country"))

    def _met(self, asked: Asked, subject: Listed, match: PoolMatch) -> Met | None:
        listed = subject.bears(match.name)
        if listed is None or not asked.names:
            return None
        printed, named = asked.names[0]
        ours = named if match.query == printed else analyse(match.query)
        how: How = "same" if ours.key is not None and ours.key == listed.named.key else "across"
        return Met(printed, ours, listed, how, match.probability)

    def _listings(self, query: Query, match: PoolMatch, subject: Listed, told: tuple[Compared, ...]) -> Iterator[Hit]:
        for row in self._designations.get(subject.subject_id, ()):
            standing = self._versions.standing(row, self._as_of)
            if standing is None:
                continue
            status, because, version = standing
            yield Hit(
                query.id, query.name, subject.subject_id, subject.subject_type, match.name, row["list_id"], row["authority"],
                row["program"], row["measure"], row["listed_on"], row["started_on"], row["ended_on"], status, because, version.as_of,
                version.retrieved_at, version.sha256, match.score, match.probability, "possible", told,
            )  # fmt: skip


def _of_name(one: Compared) -> bool:
    """Tell whether a line of an explanation says that words of the names agree."""
    return one.outcome == "agree" and one.comparison.startswith(
        ("brand", "place", "line of business", "number", "word of the name", "ship's name")
    )


def _entity(number: int, query: Query, asked: Asked, index: ListedIndex) -> Entity:
    """Return the query as the pool takes it; a number of no stated scheme that a list prints is taken for one of that scheme."""
    entity = query.entity(str(number))
    adopted = [
        f"{scheme} {value}"
        for value in sorted(asked.unnamed)
        for scheme in sorted({s for at in index.by_number.get(value, ()) for s, v in index.subjects[at].merging if v == value})
    ]
    return replace(entity, identifiers=(*entity.identifiers, *adopted)) if adopted else entity


def _designations(run: StageRun) -> dict[str, list[dict[str, Any]]]:
    """Return the designations of each subject, in the order of list and programme."""
    if not run.has("designations"):
        return {}
    rows = run.query(
        """
        select designation_id, subject_id, list_id, authority, program, measure, listed_on, started_on, ended_on
        from designations
        order by subject_id, list_id, program, designation_id
        """
    )
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.to_pylist():
        found[row["subject_id"]].append(row)
    return found
