"""Which subjects of registries and lists a claim's name stands for, and how surely: they are not in the shipments' entities.

confirmed: the name itself, borne by one subject of its list only, or the entity's valid identifier or confirmed match. likely: a
likely match of the entity. possible: a possible match, one of several bearers of the name, or an entity that an open question
joins to the one named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from enduse import entities
from enduse.claims.companies import Company
from enduse.claims.parameters import NAMES_MAX
from enduse.store import StageRun

GRADES = ("confirmed", "likely", "possible")
_NAMES = "('name', 'alias', 'previous_name')"
_BY_NAME = f"""
select distinct subject_id, list_id, value from statements
where prop in {_NAMES} and lower(value) in :names
"""
_LINKED_NAMES = f"""
select distinct s.subject_id, s.list_id, s.value from statements s
join (
    select subject_id from statements where prop = 'link' and object_id is not null
    union
    select object_id as subject_id from statements where prop = 'link' and object_id is not null
) l on l.subject_id = s.subject_id
where s.prop in {_NAMES} and s.value is not null
"""
_BY_NUMBER = """
select distinct s.subject_id from statements s
join mention_identifiers i on i.scheme = s.scheme and i.value = s.value
join entity_mentions e on e.mention_id = i.mention_id
where s.prop = 'identifier' and s.valid and i.valid and e.entity_id in :ids
"""


def subjects(run: StageRun, company: Company) -> dict[str, str]:
    """Return the subjects the name stands for, each with its best grade; none when no registry or list is loaded."""
    if not run.has("statements"):
        return {}
    found: dict[str, str] = {}
    for subject, grade in (*_named(run, company.name), *_numbered(run, company), *_matched(run, company)):
        if subject not in found or GRADES.index(grade) < GRADES.index(found[subject]):
            found[subject] = grade
    return found


def _named(run: StageRun, name: str) -> Iterable[tuple[str, str]]:
    """Yield the subjects that bear the name as printed (upper and lower case alike), else in its normal form."""
    asked = " ".join(name.split())
    rows = run.query(_BY_NAME, names=(asked.lower(),)).to_pylist()
    if not rows:
        key = entities.analyse(asked).key
        most = run.parameter(NAMES_MAX)
        linked = run.query(f"{_LINKED_NAMES} limit {int(most) + 1}").to_pylist()
        if key and len(linked) <= most:
            rows = [row for row in linked if entities.analyse(row["value"]).key == key]
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        bearers[row["list_id"] or ""].add(row["subject_id"])
    for _, ids in sorted(bearers.items()):
        yield from ((one, "confirmed" if len(ids) == 1 else "possible") for one in sorted(ids))


def _numbered(run: StageRun, company: Company) -> Iterable[tuple[str, str]]:
    if not (run.has("mention_identifiers") and run.has("entity_mentions")):
        return
    for ids, grade in ((company.ids, "confirmed"), ((*company.candidates, *company.possible), "possible")):
        if ids:
            yield from ((one, grade) for one in sorted(run.query(_BY_NUMBER, ids=tuple(ids))["subject_id"].to_pylist()))


def _matched(run: StageRun, company: Company) -> Iterable[tuple[str, str]]:
    if not run.has("listed_matches") or not company.everyone:
        return
    rows = run.read("listed_matches", ["entity_id", "subject_id", "grade"], filters=[("entity_id", "in", list(company.everyone))])
    for row in rows.to_pylist():
        yield row["subject_id"], row["grade"] if row["entity_id"] in company.ids else "possible"


def dated(run: StageRun, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return statements with `as_of`, the day their file speaks for; None when that is not known."""
    listed = list(rows)
    days: dict[str, Any] = {}
    if run.has("snapshots") and listed:
        held = run.read("snapshots", ["snapshot_id", "as_of"])
        days = dict(zip(held["snapshot_id"].to_pylist(), held["as_of"].to_pylist(), strict=True))
    return [{**row, "as_of": days.get(row["snapshot_id"])} for row in listed]
