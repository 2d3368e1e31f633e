"""Screening: which listed subjects a name answers to, on which list, under which measure, as of a day, and why."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from enduse.entities.comparing import Grade, Match
from enduse.entities.listed import Listed, ListedIndex
from enduse.entities.listed import load as load_listed
from enduse.entities.meeting import meet
from enduse.entities.outcomes import Compared
from enduse.entities.queries import Query
from enduse.store import StageRun
from enduse.terms.periods import Period, day, period_of

Status = Literal["in force", "cannot tell", "no day asked"]


@dataclass(frozen=True)
class Hit:
    """One query answering to one designation. `list_as_of` is null when the file does not say which day it speaks for."""

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
    list_as_of: dt.date | None
    list_retrieved_at: str | None
    list_sha256: str | None
    score: float
    grade: Grade
    explanation: tuple[Compared, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the hit as plain values."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        plain["list_as_of"] = self.list_as_of.isoformat() if self.list_as_of else None
        plain["explanation"] = [one._asdict() for one in self.explanation]
        return plain


def screen(run: StageRun, queries: Sequence[Query], as_of: dt.date | None = None, top: int = 5) -> list[Hit]:
    """Return for each query its best `top` listed subjects, one hit for each of their designations, best first.

    With `as_of`, only designations in force on that day, or of which it cannot be told: their dates do not say, or a newer
    version of the list, of that day or before, no longer holds them. Without `as_of`, all.
    """
    index = load_listed(run)
    designations = _designations(run)
    newest = _newest(designations, as_of)
    hits: list[Hit] = []
    for query, found in zip(queries, meet(run, [query.asked() for query in queries], index, whole=True), strict=True):
        subjects = 0
        for match in sorted(found.values(), key=lambda one: _order(one, index)):
            subject = index.subjects[match.subject]
            here = _hits(query, match, subject, designations.get(subject.subject_id, []), newest, as_of)
            hits += here
            subjects += bool(here)
            if subjects == top:
                break
    return hits


def in_force(listed_on: str | None, started_on: str | None, ended_on: str | None, as_of: dt.date) -> bool | None:
    """Tell whether a designation has effect on a day; None when its dates are not stated or admit both.

    >>> in_force("2022-03", None, None, dt.date(2022, 3, 15)) is None
    True
    """
    begin, end, asked = _period(started_on or listed_on), _period(ended_on), day(as_of)
    ended = False if end is None else _not_after(end, asked)
    begun = None if begin is None else _not_after(begin, asked)
    if ended is True or begun is False:
        return False
    return None if ended is None or begun is None else True


def _not_after(one: Period, other: Period) -> bool | None:
    later = other.precedes(one)
    return None if later is None else not later


def _period(text: str | None) -> Period | None:
    return period_of(text) if text else None


def _order(match: Match, index: ListedIndex) -> tuple[int, float, str]:
    grade, score, _, _ = match.rank
    return (-grade, -score, index.subjects[match.subject].subject_id)


def _newest(designations: dict[str, list[dict[str, Any]]], as_of: dt.date | None) -> dict[str, dt.date]:
    """Return for each list the day of its newest version that is not later than `as_of`."""
    newest: dict[str, dt.date] = {}
    for rows in designations.values():
        for row in rows:
            spoken = row["as_of"]
            if spoken is not None and (as_of is None or spoken <= as_of) and spoken > newest.get(row["list_id"], dt.date.min):
                newest[row["list_id"]] = spoken
    return newest


def _hits(
    query: Query,
    match: Match,
    subject: Listed,
    designations: list[dict[str, Any]],
    newest: dict[str, dt.date],
    as_of: dt.date | None,
) -> list[Hit]:
    hits = []
    for row in designations:
        force = None if as_of is None else in_force(row["listed_on"], row["started_on"], row["ended_on"], as_of)
        if as_of is not None and force is False:
            continue
        if row["as_of"] is not None and row["as_of"] < newest.get(row["list_id"], dt.date.min):
            # What two versions hold is cited from the newer: this act stands in the older one alone. Lifted, or written anew.
            force = None
        status: Status = "no day asked" if as_of is None else "in force" if force else "cannot tell"
        hits.append(
            Hit(
                query.id, query.name, subject.subject_id, subject.subject_type, match.listed_name, row["list_id"], row["authority"],
                row["program"], row["measure"], row["listed_on"], row["started_on"], row["ended_on"], status, row["as_of"],
                row["retrieved_at"], row["sha256"], match.score, match.grade, match.comparisons,
            )
        )  # fmt: skip
    return hits


def _designations(run: StageRun) -> dict[str, list[dict[str, Any]]]:
    if not run.has("designations"):
        return {}
    rows = run.query(
        """
        select d.designation_id, d.subject_id, d.list_id, d.authority, d.program, d.measure, d.listed_on, d.started_on, d.ended_on,
               s.as_of, s.retrieved_at, s.sha256
        from designations d
        left join snapshots s on s.snapshot_id = d.snapshot_id
        order by d.subject_id, d.list_id, d.program, d.designation_id
        """
    )
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.to_pylist():
        found[row["subject_id"]].append(row)
    return found
