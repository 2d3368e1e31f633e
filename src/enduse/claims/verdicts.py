"""What a check answers: a verdict with its reason, the numbers compared, the rows, and the query that gives it again.

`contradicted` can only be made by `Verdict.contradicted`, which takes the declared coverage that would have shown the rows
(or, for lists, the dated list that would have shown the entry) and raises without it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from enduse.findings import Citation

Word = Literal["supported", "partly_supported", "contradicted", "not_decidable"]
WORDS: tuple[Word, ...] = get_args(Word)
REASONS: dict[str, str] = {
    "rows_agree": "rows meet the claim within its tolerance",
    "partial_sum": "the rows found hold less than claimed: a lower bound",
    "rows_exceed": "the rows found hold more than claimed",
    "near_bound": "the rows lie beside the bound claimed, within the tolerance",
    "way_open": "the rows admit the way, without showing that the goods took it",
    "part_unchecked": "rows bear out what they can answer; the claim says something besides",
    "contents_not_shown": "rows were declared so, and do not tell what was in them",
    "earlier_not_covered": "rows begin when claimed, and the months before are not all declared complete",
    "later_not_covered": "rows end when claimed, and the months after are not all declared complete",
    "rows_later": "the first row found stands later than claimed",
    "rows_outside": "rows stand before the first or after the last day claimed",
    "tie_open": "a tie of another kind, or the other way round, is stated",
    "ended": "the tie stated had ended by then",
    "stated_elsewhere": "other countries are stated; a company can be registered in one and work in another",
    "weak_source": "only printed parties say so, no registry or list",
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
    "date_open": "dates do not decide whether the listing or tie was in force on the day claimed",
    "older_list": "the loaded list or register is older than the date the claim speaks of",
    "list_not_loaded": "no list of that authority, or no register or catalogue, is loaded",
    "rows_against_denial": "rows show what is denied, without declared coverage",
    "denied_and_shown": "rows show what is denied, in months declared complete or on a dated list or register",
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
        rows = tuple(dict.fromkeys((*self.rows, *basis.citations)))
        return replace(self, verdict="contradicted", explanation=f"{self.explanation} {basis.clause}", basis=basis, rows=rows)

    def as_json(self) -> dict[str, Any]:
        """Return the columns of table verdicts, and the cited rows."""
        return {**self.row(), "rows": [{"kind": one.kind, "ref_id": one.ref_id} for one in self.rows]}

    def row(self) -> dict[str, Any]:
        """Return the columns of table verdicts."""
        names = ("claim_id", "verdict", "reason", "explanation", "claimed", "found_at_least", "found_at_most", "unit", "query")
        return {name: getattr(self, name) for name in names}


_NOT_ABOUT_ROWS = (
    "unknown_company", "not_testable", "no_rate", "list_not_loaded", "identity_open", "ambiguous_company", "date_open", "amount_not_stated",
)  # fmt: skip


def denied(verdict: Verdict, shown: Callable[[], Basis | None]) -> Verdict:
    """Return what a check of the thing denied says about the denial: absence never supports it.

    Rows that show all of it, in months declared complete (or on a dated list or register), contradict it: `shown` returns what
    that rests on. Rows elsewhere, or rows that show a part, speak against it without deciding.
    """
    if verdict.reason in _NOT_ABOUT_ROWS and verdict.verdict == "not_decidable":
        return verdict
    said = verdict.explanation
    if verdict.verdict in ("supported", "partly_supported"):
        open_ = replace(verdict, verdict="not_decidable", reason="rows_against_denial")
        basis = shown() if verdict.verdict == "supported" else None
        if basis is not None and basis.citations:
            return replace(open_, reason="denied_and_shown", explanation=f"{said} That is what the denial speaks against.").against(basis)
        return replace(open_, explanation=f"{said} The rows show what the denial speaks against, or a part of it.")
    return replace(
        verdict,
        verdict="not_decidable",
        reason="absence_is_no_denial",
        explanation=f"{said} The absence of rows does not support a denial.",
        basis=None,
        rows=tuple(one for one in verdict.rows if verdict.basis is None or one not in verdict.basis.citations),
    )


def hedged(verdict: Verdict) -> Verdict:
    """Return what a check of a claim that is itself worded as uncertain says: rows that do not show it do not contradict it."""
    if verdict.verdict != "contradicted":
        return verdict
    said = f"{verdict.explanation} The claim itself is hedged, so rows that do not show it do not contradict it."
    return replace(verdict, verdict="not_decidable", reason="hedged", explanation=said, basis=None)
