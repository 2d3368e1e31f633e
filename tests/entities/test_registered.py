"""What 160,000 companies registered under names of their own showed: strangers whose names were taken for one.

Names are invented; each stands for a kind of pair that the register of LEI holds and that was one company here.
"""

from __future__ import annotations

import pytest

from enduse.entities import analyse, compare
from enduse.entities.names import analyse as named


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("RS Furniture B.V.", "EG Furniture B.V."),
        ("IVS Furniture, Inc.", "Furniture, Inc."),
        ("BHD Bakery GmbH", "OPG Bakery UG"),
        ("SGR Cable Works, Inc.", "CABLE WORKS LIMITED INC."),
    ],
)
def test_letters_of_a_form_are_the_brand_where_nothing_else_is(left: str, right: str) -> None:
    """RS, EG and IVS are forms of some law, and the initials of companies that have no other brand."""
    assert compare(left, right).probability < 0.1


@pytest.mark.parametrize(
    ("left", "right"),
    [("AS Tallinna Mööbel", "Tallinna Mööbel AS"), ("PT Industri Kabel", "Industri Kabel PT"), ("UAB Baldai", "Baldai UAB"), ("SP BAKERY", "СП BAKERY")],
)
def test_forms_that_stand_in_front_stay_forms(left: str, right: str) -> None:
    """In many countries the form stands in front, before words of trade too."""
    assert named(left).key == named(right).key


def test_initials_in_front_of_a_family_name_are_no_form() -> None:
    """E.G. van den Vymport is a person; what is registered under the family name alone may be another's."""
    assert analyse("E.G. van den Vymport Holding B.V.").words[0].text == "eg"
    assert compare("E.G. van den Vymport Holding B.V.", "Van den Vymport Holding B.V.").probability < 0.95
    assert analyse("B.V. van den Vymport").words[0].text == "van"


@pytest.mark.parametrize(("left", "right"), [("R S Furniture", "S R Furniture"), ("Vymport Fund 14-15", "Vymport Fund 15-14")])
def test_initials_and_numbers_stand_in_their_order(left: str, right: str) -> None:
    """The same letters or numbers in another order are another name."""
    assert named(left).key != named(right).key
    assert compare(left, right).probability < 0.1


def test_other_words_stand_in_any_order() -> None:
    """Works Vymport is Vymport Works."""
    assert named("Works Vymport 14").key == named("Vymport Works 14").key
