"""The shapes of claims: what they accept, and what they never do."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from enduse.terms.propositions import Claim, Delivered, Listed, Other, Proposition, TradeTotal

PROPOSITIONS: list[Proposition] = [
    Delivered(
        supplier="Invented Kestrel Works",
        consignee="Example Trading",
        goods=("8407",),
        quantity=12,
        unit="pieces",
        bound="at_least",
        since="2023",
    ),
    Listed(entity="Example Trading", authority="US Treasury, OFAC", as_of="2024-02"),
    TradeTotal(from_country="CN", consignee="Example Trading", value=2.5e6, currency="USD", until="2024-06-30"),
    Other(text="plans to move"),
]


@pytest.mark.parametrize("proposition", PROPOSITIONS)
def test_a_claim_reads_back_from_its_canonical_form(proposition: Proposition) -> None:
    """Canonical JSON holds everything, and is the same when written again."""
    claim = Claim(article="a.txt", quote="q", says=proposition)
    again = Claim.model_validate_json(claim.canonical())
    assert again == claim
    assert (again.canonical(), again.claim_id, again.says) == (claim.canonical(), claim.claim_id, proposition)


@given(
    st.text(min_size=1).filter(lambda one: one.strip() != ""),
    st.floats(0, 1e15),
    st.sampled_from(["exact", "at_least", "at_most", "about"]),
)
def test_any_words_and_amounts_survive(words: str, value: float, bound: Any) -> None:
    """Whatever a ledger writes comes back, whatever the script."""
    claim = Claim(outlet=words, quote=words, says=Delivered(supplier=words, value=value, currency="USD", bound=bound))
    assert Claim.model_validate_json(claim.canonical()) == claim


def test_a_period_is_every_day_its_ends_admit() -> None:
    """2023 to 2024-02 runs from the first of January to the leap day; an open end is None."""
    period = Delivered(supplier="A", since="2023", until="2024-02")
    assert (period.first_day, period.last_day) == (dt.date(2023, 1, 1), dt.date(2024, 2, 29))
    assert Delivered(supplier="A").first_day is None


def test_the_root_is_the_last_of_the_chain() -> None:
    """Without a chain the outlet answers; with neither nobody is known to."""
    chain = [{"type": "outlet", "name": "Invented Courier"}, {"type": "person", "name": "An Analyst"}]
    assert Claim.model_validate({"article": "a", "quote": "q", "chain": chain, "says": {"other": "x"}}).root == "An Analyst"
    assert Claim(outlet="Invented Courier", quote="q", says=Other(text="x")).root == "Invented Courier"
    assert Claim(article="a", quote="q", says=Other(text="x")).root is None


@pytest.mark.parametrize("date", ["2024-13", "2024-2", "24", "2024-02-30", "2024-02-01T00:00", "2024/02", "May 2024", ""])
def test_a_date_is_a_year_a_month_or_a_day(date: str) -> None:
    """Nothing else is taken for one."""
    with pytest.raises(ValidationError):
        Listed(entity="A", as_of=date)


@pytest.mark.parametrize("code", [8542, "8", "85a2", "85423100000"])
def test_a_code_is_text_of_two_to_ten_digits(code: Any) -> None:
    """A number is refused: 0101 written as a number is another code."""
    with pytest.raises(ValidationError):
        Delivered(supplier="A", goods=(code,))


_TWO = {"supplier": "A", "consignee": "B"}


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ({"delivered": {"supplier": "A", "via": ["C"]}}, "needs both supplier and consignee"),
        ({"delivered": {**_TWO, "via": ["A"]}}, "name each once"),
        ({"delivered": {**_TWO, "via": ["C"], "route": "any"}}, "state one of them"),
        ({"delivered": {**_TWO, "value": 5, "currency": "USD", "bound": "range"}}, "a range needs it"),
        ({"delivered": {**_TWO, "value": 5, "currency": "USD", "upper": 9}}, "upper belongs to bound: range"),
        ({"delivered": {**_TWO, "value": 5, "currency": "USD", "bound": "range", "upper": 2}}, "write the lower one first"),
        ({"share": {**_TWO, "share": 60, "of": ["consignee"]}}, "less than or equal to 1"),
        ({"share": {**_TWO, "share": 0.6, "of": ["supplier", "consignee"]}}, "the whole is larger than the part"),
        ({"share": {**_TWO, "share": 0.6, "of": ["goods"]}}, "which the claim does not state"),
        ({"suppliers": {"consignees": [], "count": 3}}, "at least 1 item"),
        ({"suppliers": {"consignees": ["A"], "count": 2.5}}, "valid integer"),
        ({"first_last": {"supplier": "A"}}, "first, last or both"),
        ({"first_last": {"first": "2023"}}, "a supplier or a consignee"),
        ({"first_last": {**_TWO, "first": "2023", "since": "2022"}}, "write first"),
        ({"first_last": {**_TWO, "first": "2023", "last": "2022"}}, "comes after last"),
        ({"first_last": {**_TWO, "last": "2023", "until": "2023-05"}}, "up to which the claim speaks"),
        ({"declared_as": {"declared_as": ["8418"]}}, "a supplier or a consignee"),
        ({"declared_as": {**_TWO, "declared_as": ["8418"], "goods": ["8407"]}}, "has no goods"),
        ({"linked": {"company": "A", "by": "a"}}, "a tie is between two"),
        ({"linked": {"company": "A", "by": "B", "relation": "friend"}}, "'owner', 'parent'"),
        ({"based": {"company": "A", "country": "Kazakhstan"}}, "match pattern"),
        ({"component": {}}, "needs maker, part"),
        ({"component": {"found_in": "X"}}, "or the count"),
        ({"component": {"maker": "A", "bound": "at_least"}}, "state the count"),
    ],
)
def test_a_wrong_proposition_says_what_is_accepted(says: dict[str, Any], fault: str) -> None:
    """A field too many, too few or out of range is refused with a sentence that says what to write."""
    with pytest.raises(ValidationError, match=fault):
        Claim.model_validate({"outlet": "a", "quote": "q", "says": says})


def test_fields_added_since_do_not_change_the_id_of_a_claim() -> None:
    """A claim without an id is known by a hash of its canonical form: that of a plain delivery is as it always was."""
    claim = Claim(outlet="a", quote="q", says=Delivered(supplier="A", since="2023"))
    assert '"says":{"delivered":{"bound":"exact","goods":[],"since":"2023","supplier":"A"}}' in claim.canonical()
