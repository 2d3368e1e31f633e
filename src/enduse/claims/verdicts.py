"""What a check answers: a verdict with its reason, the numbers compared, the rows, and the query that gives it again.

`contradicted` can only be made by `Verdict.contradicted`, which takes the declared coverage that would have shown the rows
(or, for lists, the dated list that would have shown the entry) and raises without it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from enduse.findings import Citation

Word = Literal["supported", "partly_supported", "contradicted", "not_decidable"]
REASONS: dict[str, str] = {
    "rows_agree": "rows meet the claim within its tolerance",
    "partial_sum": "the rows found hold less than claimed: a lower bound",
    "rows_exceed": "the rows found hold more than claimed",
    "rows_differ": "the rows differ from the claim under every admissible reading, in months declared complete",
    "absent_in_covered_period": "no row shows it in months declared complete",
    "not_in_data": "no row shows it, and not all months are declared complete",
    "no_coverage": "no row shows it, and no month is declared complete",
    "amount_not_stated": "rows show it, none states the amount",
    "identity_open": "whether the rows are about the company named is an open question",
    "unknown_company": "the workspace holds no company of that name",
    "ambiguous_company": "several companies answer to the name, and the answer differs between them",
    "no_rate": "there is no dated exchange rate for the claim's period",
    "not_testable": "no template covers the claim",
    "missing_parameter": "the article does not state something that the check needs",
    "ambiguous_parameter": "what the article states can be meant in more than one way",
    "readings_differ": "the answer depends on how the goods were filed, or differs between the claim's numbers",
    "hedged": "the claim is worded so that the absence of rows does not contradict it",
    "date_open": "dates do not decide whether the listing was in force",
    "older_list": "the loaded list is older than the date the claim speaks of",
    "list_not_loaded": "no list of that authority is loaded",
    "rows_against_denial": "rows show what is denied, without declared coverage",
    "absence_is_no_denial": "the absence of rows does not support a denial",
}


@dataclass(frozen=True)
class Basis:
    """What a contradiction rests on: the rows that declare coverage, or the designations of a dated list, in one clause."""

    clause: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Verdict:
    """One check of one claim. `claimed` and the bounds are in `unit`; null bounds are open or not a sum."""

    claim_id: str
    verdict: Word
    reason: str
    explanation: str
    query: str
    rows: tuple[Citation, ...] = ()
    claimed: float | None = None
    found_at_least: float | None = None
    found_at_most: float | None = None
    unit: str | None = None
    basis: Basis | None = None

    def __post_init__(self) -> None:
        if self.reason not in REASONS:
            raise ValueError(f"{self.claim_id}: {self.reason!r} is not a reason; known: {', '.join(REASONS)}")
        if (self.verdict == "contradicted") != (self.basis is not None and bool(self.basis.citations)):
            raise ValueError(f"{self.claim_id}: contradicted needs cited coverage, and nothing else carries one")

    def against(self, basis: Basis) -> Verdict:
        """Return the same check as contradicted, resting on `basis`; raises ValueError when it cites nothing."""
        return replace(
            self, verdict="contradicted", explanation=f"{self.explanation} {basis.clause}", basis=basis, rows=self.rows + basis.citations
        )

    def as_json(self) -> dict[str, Any]:
        """Return the columns of table verdicts, and the cited rows."""
        return {**self.row(), "rows": [{"kind": one.kind, "ref_id": one.ref_id} for one in self.rows]}

    def row(self) -> dict[str, Any]:
        """Return the columns of table verdicts."""
        names = ("claim_id", "verdict", "reason", "explanation", "claimed", "found_at_least", "found_at_most", "unit", "query")
        return {name: getattr(self, name) for name in names}


def as_query(values: Mapping[str, Any]) -> str:
    """Return a query as canonical JSON."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def denied(verdict: Verdict) -> Verdict:
    """Return what a check of the thing denied says about the denial: absence never supports it, rows speak against it."""
    if verdict.reason in ("unknown_company", "not_testable", "no_rate", "list_not_loaded", "identity_open", "ambiguous_company"):
        return verdict
    said = verdict.explanation
    if verdict.verdict in ("supported", "partly_supported"):
        return replace(
            verdict,
            verdict="not_decidable",
            reason="rows_against_denial",
            explanation=f"{said} The rows show what the denial speaks against.",
        )
    return replace(
        verdict,
        verdict="not_decidable",
        reason="absence_is_no_denial",
        explanation=f"{said} The absence of rows does not support a denial.",
        basis=None,
    )
