"""The ledger of a workspace in others' words, with verdicts, grades and sure links: files by name."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from enduse.claims.casefile.keeping import load
from enduse.claims.casefile.parties import SURE
from enduse.store import StageRun

Row = dict[str, Any]


def ledger_exports(run: StageRun, reviewer: str | None = None) -> dict[str, bytes]:
    """Return {file name: bytes}: FollowTheMoney statements, W3C PROV and schema.org ClaimReview; nothing when no article was read."""
    kept = load(run)
    if not kept.articles:
        return {}
    # Their library takes a second to import, and only these files need it.
    from enduse.claims import exports

    cited: dict[str, list[Row]] = defaultdict(list)
    for row in run.read("verdict_citations").to_pylist():
        cited[row["claim_id"]].append({"kind": row["kind"], "ref_id": row["ref_id"]})
    verdicts = {row["claim_id"]: {**row, "rows": cited[row["claim_id"]]} for row in run.read("verdicts").to_pylist()}
    grades = {row["target_id"]: row for row in run.read("grades").to_pylist()}
    links: dict[str, list[str]] = defaultdict(list)
    for row in run.read("name_candidates").to_pylist():
        if row["candidate_kind"] == "entity" and row["grade"] in SURE:
            links[row["name_id"]].append(row["candidate_id"])
    sure = {name: found[0] for name, found in links.items() if len(found) == 1}
    return {
        "ledger.statements.json": exports.as_statements(kept.articles, verdicts=verdicts, links=sure),
        "ledger.prov.json": exports.as_prov(kept.articles, kept.lineage, verdicts=verdicts, grades=grades),
        "ledger.claimreview.json": exports.as_claim_review(kept.articles, kept.lineage, verdicts, reviewer, grades),
    }
