"""What 160,000 companies registered under names of their own showed: strangers whose names were taken for one.

Names are invented; each stands for a kind of pair that the register of LEI holds and that was one company here.
"""

from __future__ import annotations

import pytest

from enduse.entities import analyse, compare
from enduse.entities.names import analyse as named
from enduse.entities.relation import Relation
from tests.entities.test_mending import related


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("RS Furniture B.V.", "EG Furniture B.V."),
        ("IVS Furniture, Inc.", "Furniture, Inc."),
        ("BHD Bakery GmbH", "OPG Bakery UG"),
        ("SIA Bakery Private Limited", "SRL BAKERY PRIVATE LIMITED"),
        ("K G Bakery", "A S Bakery"),
        ("SGR Cable Works, Inc.", "CABLE WORKS LIMITED INC."),
    ],
)
def test_letters_of_a_form_are_the_brand_where_nothing_else_is(left: str, right: str) -> None:
    """RS, EG and IVS are forms of some law, and the initials of companies that have no other brand."""
    assert compare(left, right).probability < 0.1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("AS Tallinna Mööbel", "Tallinna Mööbel AS"),
        ("PT Industri Kabel", "Industri Kabel PT"),
        ("UAB Baldai", "Baldai UAB"),
        ("SP BAKERY", "СП BAKERY"),
    ],
)
def test_forms_that_stand_in_front_stay_forms(left: str, right: str) -> None:
    """In many countries the form stands in front, before words of trade too."""
    assert named(left).key == named(right).key


def test_a_company_and_the_partnership_that_it_manages_are_two_bodies() -> None:
    """A German GmbH is the partner of the GmbH & Co. KG of its name: whether a clerk left the end out is asked."""
    managed, manager = named("Vymport Technik GmbH & Co. KG"), named("Vymport Technik GmbH")
    assert managed.key == manager.key
    assert managed.forms_differ(manager)
    assert named("Vymport GbR").forms_differ(named("Vymport GmbH"))


def test_a_company_of_a_free_zone_is_no_llc() -> None:
    """Vymport Trading FZE and Vymport Trading LLC are two companies of one group; a name without a form may be either."""
    zone, mainland, bare = (named(name) for name in ("Vymport Trading FZE", "Vymport Trading L.L.C.", "Vymport Trading"))
    assert zone.key == mainland.key == bare.key
    assert zone.forms_differ(mainland)
    assert not zone.forms_differ(bare)
    for spelled in ("VYMPORT TRADING F.Z.E.", "Vymport Trading Free Zone Establishment"):
        assert not zone.forms_differ(named(spelled))


@pytest.mark.parametrize("name", ["AKB Vymport", "Vymport Joint Stock Bank", "JSCB Vymport", "ПАО Банк Вымпорт"])
def test_a_bank_stays_one(name: str) -> None:
    """A joint-stock bank is no other company of its name."""
    assert named(name).key == "bank vymport"


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


def test_a_number_more_turns_nothing_round() -> None:
    """Of numbers of which one side has one more those that both have are in their order."""
    told = compare("Vymport 5 Line 7", "Vymport 5 7 Line 7").explanation
    assert {(one.left, one.right) for one in told if one.comparison.startswith("number") and one.outcome == "agree"} == {
        ("5", "5"),
        ("7", "7"),
    }


def test_other_words_stand_in_any_order() -> None:
    """Works Vymport is Vymport Works."""
    assert named("Works Vymport 14").key == named("Vymport Works 14").key


@pytest.mark.parametrize(("left", "right"), [("Shop & Furniture Ltd", "Furniture Shop Ltd"), ("Cable Service SRL", "Service Cable SRL")])
def test_english_words_of_trade_alone_are_told_by_their_order(left: str, right: str) -> None:
    """Where no word is a brand, clerks do not turn them round: such names are asked about and never merged."""
    assert named(left).key != named(right).key
    assert 0.4 < compare(left, right).probability < 0.9


@pytest.mark.parametrize(
    ("left", "right"),
    [("Vymporta Motor Works", "Vymporta Car Works"), ("Vymporta Iron Ltd", "Vymporta Steel Ltd"), ("Hindustan Cork", "Bharat Cork")],
)
def test_two_english_words_for_one_trade_are_two(left: str, right: str) -> None:
    """No translator stands between two English words: a company names itself by one of them."""
    assert related(left, right) <= Relation.SPELLED
