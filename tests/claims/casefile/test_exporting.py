"""The ledger in others' words covers extracted claims, their verdicts and grades."""

from __future__ import annotations

import json

from enduse.claims import check, ledger_exports
from enduse.store import StageRun
from tests.claims.casefile.cases import SENT, article, with_articles
from tests.claims.desks import EXAMPLE

RECEIVED = "Example Trading received engines worth at least $500 from Invented Kestrel Works in 2023."


def exported(desk: StageRun, said: str = SENT) -> dict[str, bytes]:
    """Return the exports of a case with one supported claim, graded by a person."""
    with_articles(desk, article(said, outlet="Sample Wire", published_on="2024-07-02"))
    claim = desk.read("extracted_claims")["claim_id"].to_pylist()[0]
    (desk.folder / "grades.csv").write_text(f"target,grade,graded_by,graded_on,reason\n{claim},3,an analyst,2024-08-01,one row\n")
    check(desk)
    return ledger_exports(desk, "Invented Desk")


def test_a_verdict_is_a_review_with_its_rows_and_grade(desk: StageRun) -> None:
    """schema.org: a ClaimReview names verdict, reason and rows; the claim carries the grade in force and who decided it."""
    graph = json.loads(exported(desk)["ledger.claimreview.json"])["@graph"]
    review = next(one for one in graph if one["@type"] == "ClaimReview")
    assert (review["reviewRating"]["alternateName"], review["enduse:rows"]) == ("supported", ["shipment:s0"])
    grade = next(one for one in graph if one["@type"] == "Claim")["enduse:grade"]
    assert (grade["enduse:grade"], grade["enduse:proposed"], grade["enduse:overriddenBy"]) == ("3", "2", "an analyst")


def test_a_verdict_is_derived_from_claim_and_rows(desk: StageRun) -> None:
    """PROV: the verdict comes from the claim and each cited row; a person's grade is the person's."""
    document = json.loads(exported(desk)["ledger.prov.json"])
    verdict = next(name for name in document["entity"] if name.startswith("enduse:verdict-"))
    used = {one["prov:usedEntity"] for one in document["wasDerivedFrom"].values() if one["prov:generatedEntity"] == verdict}
    assert used == {verdict.replace("verdict-", ""), "enduse:shipment-s0"}
    assert any(one["prov:entity"].startswith("enduse:grade-") for one in document["wasAttributedTo"].values())


def test_a_sure_name_is_resolved_as_the_ledgers_word(desk: StageRun) -> None:
    """FollowTheMoney: the mention is resolved, marked external, with the claim as origin; the verdict stands on the link."""
    lines = [json.loads(line) for line in exported(desk, RECEIVED)["ledger.statements.json"].decode().splitlines()]
    resolved = [one for one in lines if one["prop"] == "resolved"]
    assert EXAMPLE in {one["value"] for one in resolved}
    assert all(one["external"] and one["origin"].startswith("C-") for one in resolved)
    assert any(one["prop"] == "description" and one["value"].startswith("Verdict: supported") for one in lines)


def test_a_case_without_articles_exports_nothing(desk: StageRun) -> None:
    """No article, no file."""
    assert ledger_exports(with_articles(desk)) == {}
