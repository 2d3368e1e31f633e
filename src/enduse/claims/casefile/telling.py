"""The ledger of a workspace as JSON values: the contract of `enduse claims --json`, with candidates, verdicts and grades beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from enduse.claims.casefile.keeping import load
from enduse.claims.lineage import group
from enduse.claims.naming import name_id
from enduse.store import StageRun

Row = dict[str, Any]
_CANDIDATE = ("candidate_kind", "candidate_id", "candidate", "grade", "score", "evidence", "judged_by")
_GRADE = ("grade", "proposed", "proposed_because", "overridden_by", "overridden_on", "overridden_because")


def told_case(run: StageRun, checked: bool = True) -> Row:
    """Return articles, claims and origins as `enduse claims FILE` tells them, and what the case adds: links, verdicts, grades.

    Offsets count characters of the article's file as decoded (of the page's text for HTML). `checked` False: the verdicts and
    grades kept are not those of the ledger as it is now, and are left out.
    """
    # Its patterns take half a second to compile, which a question that reads no article does without.
    from enduse.claims import reading

    kept = load(run)
    told = reading.told(kept.articles, kept.lineage if kept.articles else group(()))
    names = _rows(run, "name_candidates", "name_id", _CANDIDATE)
    verdicts = {row["claim_id"]: row for row in (_all(run, "verdicts") if checked else ())}
    cited: dict[str, list[Row]] = defaultdict(list)
    for row in _all(run, "verdict_citations"):
        cited[row["claim_id"]].append({"kind": row["kind"], "ref_id": row["ref_id"]})
    graded = _all(run, "grades") if checked else []
    grades = {(row["target_kind"], row["target_id"]): row for row in graded}
    for claim in told["claims"]:
        for entity in claim["entities"]:
            _link(entity, names)
        verdict = verdicts.get(claim["id"])
        claim["verdict"] = _verdict(verdict, cited[claim["id"]]) if verdict else None
        claim["grade"] = _graded(grades.get(("claim", claim["id"])))
    for article in told["articles"]:
        article["article_id"] = kept.article_ids[article["article"]]
        for mention in article["mentions"]:
            _link(mention, names)
    told["sources"] = [{"id": row["target_id"], "name": row["name"], **_graded(row)} for row in graded if row["target_kind"] == "source"]
    return told


def _link(said: Row, names: Mapping[str, list[Row]]) -> None:
    said["name_id"] = name_id(said["kind"], said["name"])
    said["candidates"] = names.get(said["name_id"], [])


def _verdict(row: Row, rows: list[Row]) -> Row:
    names = ("verdict", "reason", "explanation", "claimed", "found_at_least", "found_at_most", "unit")
    return {**{name: row[name] for name in names}, "rows": rows}


def _graded(row: Row | None) -> Any:
    return {name: row[name] for name in _GRADE} if row else None


def _all(run: StageRun, table: str) -> list[Row]:
    rows: list[Row] = run.read(table).to_pylist() if run.has(table) else []
    return rows


def _rows(run: StageRun, table: str, key: str, columns: tuple[str, ...]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _all(run, table):
        found[row[key]].append({name: row[name] for name in columns})
    return found
