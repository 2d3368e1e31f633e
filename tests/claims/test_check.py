"""The stage: ledger, verdicts, citations, the same checks again, origins."""

from __future__ import annotations

import json
from typing import Any

import pytest

from enduse.claims import Verdict, check, origins, recheck
from enduse.claims.origins import group
from enduse.claims.verdicts import Basis
from enduse.errors import UnknownName
from enduse.model import TABLES
from enduse.store import StageRun
from enduse.terms.propositions import Claim
from tests.claims.desks import COMPLETE, EXAMPLE, KESTREL, claim, prepare

SAYS: dict[str, Any] = {"delivered": {"supplier": KESTREL, "consignee": EXAMPLE, "value": 600, "currency": "USD"}}


def add_claims(desk: StageRun, *claims: Claim) -> StageRun:
    """Write the claims as the first room leaves them."""
    desk.write(TABLES["claim_lines"], [{"claim_id": one.claim_id, "snapshot_id": "x", "content": one.canonical()} for one in claims])
    return desk


def add_article(desk: StageRun, text: str) -> StageRun:
    """Write one article read from article.txt."""
    desk.write(TABLES["articles"], [{"article_id": "a1", "snapshot_id": "x", "text": text, "title": "Invented title"}])
    desk.write(TABLES["snapshots"], [{"snapshot_id": "x", "file_name": "article.txt"}])
    return desk


@pytest.mark.parametrize("name", ["a1", "article.txt", "article", "Invented title"])
def test_a_quote_is_found_verbatim(desk: StageRun, name: str) -> None:
    """The offsets cut the quote out of the stored text, whatever the ledger calls the article."""
    text = "Before. 被引用的话 An invented quote. After."
    check(add_claims(add_article(prepare(desk), text), claim(SAYS, article=name)))
    row = desk.read("claims").to_pylist()[0]
    assert text[row["quote_start"] : row["quote_end"]] == "An invented quote."
    assert row["article_id"] == "a1"


def test_a_quote_that_is_not_there_has_no_offsets(desk: StageRun) -> None:
    """A quote that differs by one letter has null offsets; the claim is kept."""
    check(add_claims(add_article(prepare(desk), "An Invented quote."), claim(SAYS, article="a1")))
    row = desk.read("claims").to_pylist()[0]
    assert (row["article_id"], row["quote_start"], row["quote_end"]) == ("a1", None, None)


def test_without_claims_the_tables_are_empty(desk: StageRun) -> None:
    """A workspace without a claims file checks nothing and fails at nothing."""
    check(prepare(desk))
    assert [desk.read(name).num_rows for name in ("claims", "verdicts", "verdict_citations")] == [0, 0, 0]


def test_a_recheck_gives_the_same_verdict(desk: StageRun) -> None:
    """The kept query gives verdict, numbers and rows again; a claim without a verdict is unknown."""
    check(add_claims(prepare(desk, [{"usd": 600.0}]), claim(SAYS)))
    again = recheck(desk, "c1")
    assert again.row() == desk.read("verdicts").to_pylist()[0]
    assert [one.ref_id for one in again.rows] == desk.read("verdict_citations")["ref_id"].to_pylist()
    with pytest.raises(UnknownName, match=r"Give the id of a claim"):
        recheck(desk, "c2")


def test_other_claims_are_recorded_not_checked(desk: StageRun) -> None:
    """A claim no template covers is not decidable, not testable, and again so."""
    check(add_claims(prepare(desk), claim({"other": "They held talks."})))
    assert (recheck(desk, "c1").verdict, recheck(desk, "c1").reason) == ("not_decidable", "not_testable")


def test_a_query_names_template_companies_and_parameters(desk: StageRun) -> None:
    """The query is canonical JSON with what is needed to run it by hand."""
    check(add_claims(prepare(desk, [{"usd": 600.0}]), claim(SAYS)))
    query = json.loads(desk.read("verdicts").to_pylist()[0]["query"])
    assert (query["template"], query["companies"]["supplier"]["ids"]) == ("delivered", [KESTREL])
    assert query["parameters"]["claim_tolerance_exact"] == 0.05


def test_a_contradiction_cannot_be_made_without_coverage() -> None:
    """Constructing one without cited coverage raises, and so does resting one on nothing."""
    with pytest.raises(ValueError, match="cited coverage"):
        Verdict("c1", "contradicted", "rows_differ", "", "{}")
    with pytest.raises(ValueError, match="cited coverage"):
        Verdict("c1", "not_decidable", "rows_differ", "", "{}").against(Basis("None.", ()))


def test_a_contradiction_cites_its_coverage(desk: StageRun) -> None:
    """The months that would have shown the rows stand among the cited rows."""
    says = {"delivered": {**SAYS["delivered"], "value": 9000, "since": "2023-01", "until": "2023-12"}}
    check(add_claims(prepare(desk, [{"usd": 600.0}], COMPLETE), claim(says)))
    kinds = desk.read("verdict_citations")["kind"].to_pylist()
    assert (kinds.count("shipment"), kinds.count("coverage")) == (1, 12)


def _told(name: str, origin: str | None, *root: str) -> Claim:
    chain = [{"type": "outlet", "name": name}, {"type": root[0], "name": root[1]}] if root else []
    return claim(SAYS, id=name, outlet=name, origin=origin, chain=chain)


def test_three_articles_of_one_source_are_one_origin() -> None:
    """One origin id, or one named root, counts once however many outlets repeat it."""
    found = group(
        [_told("A", "report"), _told("B", "report"), _told("C", None, "document", "Report X"), _told("D", "x", "document", "Report X")]
    )
    assert (found.at_least, found.at_most) == (2, 2)
    assert sorted(one.claims for one in found.groups) == [("A", "B"), ("C", "D")]


def test_an_unknown_root_never_adds() -> None:
    """Claims without an origin add to the upper count only; one claim alone is still one origin."""
    assert (group([_told("A", "report"), _told("B", None)]).at_least, group([_told("B", None)]).at_least) == (1, 1)
    assert group([_told("A", "report"), _told("B", None)]).at_most == 2


def test_anonymous_roots_of_one_description_stay_apart() -> None:
    """'Two officials' of two outlets need not be the same two officials: not joined, and not counted twice."""
    found = group([_told("A", None, "anonymous", "two officials"), _told("B", None, "anonymous", "two officials")])
    assert (found.at_least, found.at_most) == (1, 2)


def test_origins_reads_the_ledger(desk: StageRun) -> None:
    """The workspace's own claims are grouped."""
    assert origins(add_claims(prepare(desk), claim(SAYS, origin="one"))).at_least == 1
