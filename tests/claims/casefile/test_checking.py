"""Extracted claims against the rows: supported, contradicted, and above all when neither."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.store import StageRun
from tests.claims.casefile.cases import SENT, article, only_verdict, with_articles
from tests.claims.desks import COMPLETE

LISTED = "Example Trading was sanctioned by the Invented Authority in December 2022."


def verdict_on(desk: StageRun, sentence: str, **tables: Any) -> tuple[str, str]:
    """Return verdict and reason of the one claim of an article."""
    found = only_verdict(with_articles(desk, article(sentence), **tables))
    return found.verdict, found.reason


def test_rows_bear_a_claim_out(desk: StageRun) -> None:
    """Sender, receiver, goods, period and value stand in the sentence, and the rows reach the bound."""
    assert verdict_on(desk, SENT) == ("supported", "rows_agree")


def test_goods_filed_otherwise_support_nothing(desk: StageRun) -> None:
    """Shipments of other goods do not bear out a claim about engines, and keep it from being contradicted."""
    assert verdict_on(desk, SENT, shipments=[{"usd": 600.0, "hs": "841810"}]) == ("not_decidable", "readings_differ")


def test_nothing_at_all_in_covered_months_contradicts(desk: StageRun) -> None:
    """No goods of any kind went between them in months declared complete."""
    assert verdict_on(desk, SENT, shipments=[]) == ("contradicted", "absent_in_covered_period")


def test_nothing_without_coverage_is_not_decidable(desk: StageRun) -> None:
    """The same absence without declared coverage says nothing."""
    assert verdict_on(desk, SENT, shipments=[], covered=[])[0] == "not_decidable"


@pytest.mark.parametrize(
    "sentence",
    [
        "Invented Kestrel Works may have delivered engines worth at least $500 to Example Trading in 2023.",
        "Invented Kestrel Works sold engines worth at least $500 to Example Trading in 2023.",
        "Invented Kestrel Works did not deliver engines to Example Trading in 2023.",
        "The maker delivered engines worth at least $500 to Example Trading in 2023.",
        "Invented Kestrel Works delivered engines worth at least $500 to Example Trading.",
    ],
)
def test_absence_contradicts_only_what_is_plainly_said(desk: StageRun, sentence: str) -> None:
    """A hedge, a sale, a negation, an unnamed sender or a missing period is never contradicted by absence, nor supported."""
    assert verdict_on(desk, sentence, shipments=[], covered=COMPLETE)[0] == "not_decidable"


def test_a_company_called_alike_decides_nothing(desk: StageRun) -> None:
    """Another spelling is a question: the verdict says what would follow, and which line would answer it."""
    found = only_verdict(with_articles(desk, article(SENT.replace("Kestrel Works", "Kestral Works"))))
    assert (found.verdict, found.reason) == ("not_decidable", "identity_open")
    assert "If so: supported" in found.explanation
    assert "judgements.csv: name-" in found.explanation


def test_an_unknown_company_is_said(desk: StageRun) -> None:
    """A name that the case does not hold is neither here nor there."""
    assert verdict_on(desk, SENT.replace("Example Trading", "Unheard Gadgets Ltd")) == ("not_decidable", "unknown_company")


def test_a_company_placed_elsewhere_is_not_the_same(desk: StageRun) -> None:
    """A Turkish Example Trading is not surely the Kazakh one of the case."""
    assert verdict_on(desk, SENT.replace("to Example", "to the Turkish company Example"))[1] == "identity_open"


def test_a_listing_is_borne_out_by_a_confirmed_entry_that_begins_then(desk: StageRun) -> None:
    """The day stated and the day of the entry agree."""
    assert verdict_on(desk, LISTED, listed={"started_on": "2022-12-15"}) == ("supported", "rows_agree")


def test_a_listing_that_began_at_another_time_is_borne_out_in_part(desk: StageRun) -> None:
    """It stood on the list, but not since then."""
    assert verdict_on(desk, LISTED, listed={"started_on": "2014-03-01"}) == ("partly_supported", "date_open")


def test_a_denial_is_never_supported_by_absence(desk: StageRun) -> None:
    """No rows at all, and still the denial is not decidable."""
    text = f"{SENT}\n\nInvented Kestrel Works denied delivering engines to Example Trading."
    desk = with_articles(desk, article(text), shipments=[])
    claims = {row["claim_id"]: row["stance"] for row in desk.read("extracted_claims").to_pylist()}
    verdicts = {row["claim_id"]: row["verdict"] for row in desk.read("verdicts").to_pylist()}
    denials = [claim for claim, stance in claims.items() if stance == "denied"]
    assert denials
    assert {verdicts[one] for one in denials} == {"not_decidable"}


def test_half_of_a_joint_deed_is_not_put_to_the_rows(desk: StageRun) -> None:
    """A claim cut out of "X and Y delivered" keeps the sentence it was cut out of, also when the ledger is read again."""
    both = f"Invented Kestrel Works and {SENT}".replace("Invented Kestrel Works delivered", "Example Other Trading delivered")
    with_articles(desk, article(both), shipments=[])
    assert [row["verdict"] for row in desk.read("verdicts").to_pylist()] == ["not_decidable"]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        (f"{LISTED[:-1]} for supplying engines.", ("partly_supported", "part_unchecked")),
        ("Example Trading is linked to Example Trading.", ("not_decidable", "ambiguous_parameter")),
        ("Three companies supplied Example Trading in 2023.", ("contradicted", "rows_differ")),
        ("Three companies reportedly supplied Example Trading in 2023.", ("not_decidable", "hedged")),
        ("Invented Kestrel Works accounted for most of Example Trading's imports in 2023.", ("not_decidable", "readings_differ")),
        ("Invented Kestrel Works accounted for most of Example Trading's imports by value in 2023.", ("contradicted", "rows_differ")),
    ],
)
def test_what_the_wording_leaves_open_is_not_decided(desk: StageRun, sentence: str, answer: tuple[str, str]) -> None:
    """A reason nobody checked, a tie to itself, a hedge, a share that is one by mass and not by value."""
    shipments = [{"usd": 100.0, "kg": 900.0}, {"usd": 600.0, "kg": 1.0, "from": "Invented Transit"}]
    assert verdict_on(desk, sentence, shipments=shipments, listed={"started_on": "2022-12-15"}) == answer
