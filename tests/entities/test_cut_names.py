"""Names that a field of a usual size cut off."""

from __future__ import annotations

import pytest

from enduse.entities import find, questions
from tests.entities.conftest import Resolve, mention

WHOLE = "Invented Kestrel Instrument Works Company Limited"


@pytest.mark.parametrize(
    ("whole", "field"),
    [("Invented Kestrel Sample Works Co Ltd", 35), ("Invented Kestrel Instruments Company", 34), ("Example Kestrel Inst Pvt Limited", 30)],
)
def test_a_name_cut_in_its_legal_form_is_that_name(resolved: Resolve, whole: str, field: int) -> None:
    """Bills of lading hold 35 characters: 'Co Lt' is 'Co Ltd', and no further word of the name."""
    run = resolved(mention(whole, "CN"), mention(whole[:field], "CN", role="consignor"))
    assert find(run, whole) == find(run, whole[:field])
    assert run.read("entities").num_rows == 1


def test_a_short_name_has_room_for_its_form(resolved: Resolve) -> None:
    """'Kestrel Co L' was not cut off: its letter is part of the name."""
    run = resolved(mention("Kestrel Co Ltd", "CN"), mention("Kestrel Co L", "CN", role="consignor"))
    assert run.read("entities").num_rows == 2


@pytest.mark.parametrize("field", [30, 35])
def test_a_name_cut_in_front_of_its_end_is_a_question(resolved: Resolve, field: int) -> None:
    """What stood behind is not known: 'Invented Kestrel Instrument Wo' may be another company's beginning."""
    run = resolved(mention(WHOLE, "CN"), mention(WHOLE[:field], "CN", role="consignor"), mention("Invented Osprey Instrument", "CN"))
    assert run.read("entities").num_rows == 3
    (asked,) = questions(run)
    assert {asked.left_name, asked.right_name} == {WHOLE, WHOLE[:field].strip()}


def test_an_address_cut_to_a_letter_is_a_question(resolved: Resolve) -> None:
    """Behind the legal form an address began: the letter left of it is no part of the name for certain."""
    whole = "Invented Kestrel Work Company Ltd"
    run = resolved(mention(whole, "CN"), mention(f"{whole} N", "CN", role="consignor"))
    assert [one.evidence.split(" (")[0] for one in questions(run)] == ["one may be the other cut off"]


@pytest.mark.parametrize(("left", "right"), [("XII", "XIII"), ("1", "12"), ("VI", "VII")])
def test_a_longer_number_is_another_name(resolved: Resolve, left: str, right: str) -> None:
    """A number at the end of a name that fills the field is not cut off."""
    front = "Invented Kestrel Opportunity Funds No"[: 34 - len(left)]
    run = resolved(mention(f"{front} {left}", "CN"), mention(f"{front} {right}", "CN", role="consignor"))
    assert run.read("entities").num_rows == 2
    assert not list(questions(run))
