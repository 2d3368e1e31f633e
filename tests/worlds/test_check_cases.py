"""The made cases for the checks: whole, deterministic, and scored so that a wrong verdict shows."""

from __future__ import annotations

from collections import Counter

import pytest

from enduse import worlds
from enduse.claims import check_file
from enduse.model import TABLES
from enduse.store import StageRun
from enduse.terms.propositions import PROPOSITIONS, Claim


@pytest.fixture(scope="module")
def cases() -> worlds.CheckCases:
    """Return the cases of one seed."""
    return worlds.check_cases(2)


def test_every_template_has_cases_of_every_verdict_it_can_give(cases: worlds.CheckCases) -> None:
    """At least 200 cases; each kind that is checked stands with several verdicts, and deliveries through others apart."""
    assert len(cases.truth) >= 200
    kinds = {one["template"].removesuffix(" via") for one in cases.truth.values()}
    assert kinds == set(PROPOSITIONS) - {"other"}
    words = Counter((one["template"], one["verdict"]) for one in cases.truth.values())
    assert all(sum(template == kind for template, _ in words) >= 3 for kind in kinds)


def test_cases_are_the_same_for_a_seed_and_readable_as_claims(cases: worlds.CheckCases) -> None:
    """Tables, claims and truth are equal in a second making; every claim has the shape of the ledger."""
    again = worlds.check_cases(2)
    assert (again.tables, again.claims, again.truth) == (cases.tables, cases.claims, cases.truth)
    assert [Claim.model_validate(one).claim_id for one in cases.claims] == list(cases.truth)


def test_nothing_is_contradicted_where_nothing_is_complete(cases: worlds.CheckCases) -> None:
    """The truth itself says contradicted only in cases that are covered."""
    assert all(one["covered"] for one in cases.truth.values() if one["verdict"] == "contradicted")


def test_the_checks_agree_with_the_truth(desk: StageRun, cases: worlds.CheckCases) -> None:
    """Every sixteenth case, whatever its template, comes out as it must and cites the rows it must."""
    for name, rows in cases.tables.items():
        desk.write(TABLES[name], rows)
    chosen = cases.claims[::16]
    verdicts = [one.as_json() for one in check_file(desk, [Claim.model_validate(one) for one in chosen])]
    truth = {one["id"]: cases.truth[one["id"]] for one in chosen}
    measures = {one.measure: one.value for one in worlds.score_checks(truth, verdicts)}
    assert measures["check_accuracy"] == measures["check_rows_f1"] == 1
    assert measures["contradicted_without_coverage"] == measures["contradicted_without_citation"] == 0


def test_a_wrong_verdict_lowers_the_score(cases: worlds.CheckCases) -> None:
    """A contradiction where nothing was declared complete is counted, and so is one that cites nothing."""
    name = next(name for name, one in cases.truth.items() if one["verdict"] == "not_decidable" and not one["covered"])
    measures = {
        one.measure: one.value for one in worlds.score_checks(cases.truth, [{"claim_id": name, "verdict": "contradicted", "rows": []}])
    }
    assert measures["contradicted_without_coverage"] == measures["contradicted_without_citation"] == 1
    assert measures["check_accuracy"] == 0
