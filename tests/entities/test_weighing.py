"""Comparing two entities: probability, explanation, numbers that forbid."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
import yaml

from enduse.entities import Compared, Entity, Pool, compare
from tests.conftest import CHECKOUT

CASES: dict[str, list[list[Any]]] = yaml.safe_load((CHECKOUT / "tests" / "cases" / "likely_names.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("expected", "left", "right"),
    [pytest.param(kind, left, right, id=f"{kind}: {why}") for kind, pairs in CASES.items() for left, right, why in pairs],
)
def test_case(expected: str, left: str, right: str) -> None:
    """The pair comes out as an analyst judged it, whichever side is asked first."""
    one, other = compare(left, right), compare(right, left)
    assert one.score == pytest.approx(other.score)
    assert ("likely" if one.probability >= 0.5 else "unlikely") == expected, one


def test_both_values_that_met_are_told() -> None:
    """Each comparison holds the two values, and how they answer to each other."""
    told = compare("宁波峰云进出口有限公司", "Ningbo Peak Cloud Trading").explanation
    assert Compared("brand, gloss", "agree", "峰", "peak") in told
    assert Compared("line of business", "differ", "进出口", "trading") in told


def test_legal_forms_weigh_nothing() -> None:
    """Another legal form changes what is told, not the score."""
    one, other = compare("Invented Kestrel JSC", "Invented Kestrel LLC"), compare("Invented Kestrel", "Invented Kestrel")
    assert one.score == other.score
    assert "differ" in {told.outcome for told in one.explanation if told.comparison.startswith("legal form")}


def test_ranking_holds_above_99_percent() -> None:
    """More evidence gives a higher score and probability even where both are near certain."""
    name = "Invented Kestrel Observatory Works of Samara"
    less = compare(Entity((name,)), Entity((name,)))
    more = compare(Entity((name,), ("RU",), ("INN 7707083893",)), Entity((name,), ("RU",), ("INN 7707083893",)))
    assert 0.99 < less.probability < more.probability < 1


def test_contradicting_valid_numbers_forbid() -> None:
    """Two valid tax numbers of one kind are two companies, whatever the names."""
    one, other = (Entity(("Invented Kestrel Works",), ("RU",), (number,)) for number in ("INN 7707083893", "INN 7736050003"))
    found = compare(one, other)
    assert found.probability < 1e-9
    assert Compared("INN", "differ", "7707083893", "7736050003") in found.explanation


def test_an_invalid_number_only_loses_weight() -> None:
    """A number that fails its check neither forbids nor proves."""
    one, other = Entity(("Invented Kestrel Works",), ("RU",), ("INN 7707083894",)), Entity(("Invented Kestrel Works",), ("RU",))
    assert compare(one, other).score == compare(Entity(one.names, ("RU",)), other).score
    both = Entity(("Invented Kestrel Works",), ("RU",), ("INN 7707083895",))
    assert compare(one, other).score - 1 < compare(one, both).score < compare(one, other).score


def test_countries_that_differ_lower_the_score() -> None:
    """Country agrees, is not stated, differs: in this order."""
    name = ("Invented Kestrel",)
    scores = [compare(Entity(name, ("RU",)), Entity(name, codes)).score for codes in (("RU",), (), ("CN",))]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_the_best_names_count() -> None:
    """An entity answers by any of its names."""
    found = compare(Entity(("Other", "Invented Kestrel")), "Invented Kestrel Ltd")
    assert (found.left, found.right) == ("Invented Kestrel", "Invented Kestrel Ltd")


def test_the_letters_in_front_of_a_ship_are_no_name() -> None:
    """MV and MT before a ship's name say what it is, and weigh nothing; a company's M/T stays."""
    ships = [Entity((name,), schema="Vessel") for name in ("MV Invented Spirit", "Invented Spirit", "Invented Osprey")]
    assert compare(ships[0], ships[1]).score == compare(ships[1], ships[1]).score
    assert compare(ships[0], ships[2]).probability < 0.5


def test_what_may_be_a_person_is_compared_as_one() -> None:
    """Two legal entities whose names hold no word of a body are no likelier one than two people or two companies of these names."""
    left, right = "Vymys Gredo-dal", "Vymys Gredo-dun"
    kinds = {
        kind: compare(Entity((left,), schema=kind), Entity((right,), schema=kind)).score for kind in ("LegalEntity", "Person", "Company")
    }
    assert kinds["LegalEntity"] == min(kinds.values())
    assert compare(Entity(("Kestrel Works",), schema="LegalEntity"), Entity(("Kestrel Plant",), schema="LegalEntity")).probability > 0.5


@pytest.mark.parametrize(("other", "same"), [("Vladimir Ivanovich Vymyslov", True), ("Igor Ivanovich Vymyslov", False)])
def test_two_that_may_be_people_are_people_where_given_names_say_so(other: str, same: bool) -> None:
    """A patronymic that one name of two leaves out makes no other person, and another given name does."""
    one, two = (Entity((name,), schema="LegalEntity") for name in ("Vladimir Vymyslov", other))
    assert (compare(one, two).probability >= 0.5) == same


@pytest.mark.parametrize(
    ("asked", "met"), [("Vymyslov Igor", True), ("Vymyslov Igor OOO", False), ("I. Vymyslov Industries", False), ("ИП Vymyslov Igor", True)]
)
def test_the_form_of_a_company_is_no_person_s(asked: str, met: bool) -> None:
    """What has the form or the trade of a company is not the person of that name, whichever is asked, and however."""
    person = Entity(("Igor Vymyslov",), schema="Person", id="p")
    assert (compare(asked, person).probability >= 0.5) == (compare(person, asked).probability >= 0.5) == met
    assert bool(Pool([person]).match([Entity((asked,))])) == met
    family = Entity(("Joao Vymysl de Sá",), schema="Person")
    assert compare("Joao Vymysl de Sa", family).probability > 0.5


def test_brackets_tell_apart_only_where_both_names_have_them() -> None:
    """A name that also stands without its brackets, or whose brackets are first letters, is not told apart by them."""
    north, south = "Kestrelov Yards (North Quay)", "Kestrelov Yards (Old Harbour)"
    [told] = [one for one in compare(north, south).explanation if one.comparison == "names in brackets"]
    assert told == Compared("names in brackets", "differ", "North Quay", "Old Harbour")
    assert compare(Entity((north, "Kestrelov Yards")), Entity((south,))).probability > 0.5
    assert compare(north, "Kestrelov Yards (KY)").probability > 0.5


def test_a_chinese_name_is_read_where_the_machine_writes_another_encoding() -> None:
    """The answer is the same in a locale without UTF-8."""
    pair = ascii(("宁波峰云进出口有限公司", "Ningbo Peak Cloud Import and Export"))
    ask = f"from enduse.entities import compare; print(compare(*{pair}).score)"
    plain = {**os.environ, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    told = [
        subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=False) for env in (plain, os.environ)
    ]
    assert told[0].stderr == ""
    assert told[0].stdout == told[1].stdout


def test_a_country_that_is_not_understood_is_told_as_printed() -> None:
    """It weighs nothing, and is not told as not stated."""
    said = compare(Entity(("Kestrel Works",), ("Nowhereland",)), Entity(("Kestrel Works",), ("RU",)))
    assert Compared("country", "unknown", "Nowhereland (not understood)", "RU") in said.explanation
    assert said.score == compare("Kestrel Works", "Kestrel Works").score


def test_an_address_of_one_side_only_is_nothing_compared() -> None:
    """No line is told of it."""
    said = compare(Entity(("Kestrel Works",), addresses=("5 Invented Street, Perm",)), Entity(("Kestrel Works",)))
    assert not [one for one in said.explanation if one.comparison.startswith("address")]


@pytest.mark.parametrize("filler", ["9999999999", "INN 1111111111", "123456789", "7.70708E+09", "ИНН 7,70708E+09"])
def test_a_filler_that_both_print_says_nothing(filler: str) -> None:
    """Strangers print one digit throughout, a run of digits, or a number that a spreadsheet rounded."""
    left, right = Entity(("Kestrel Works",), identifiers=(filler,)), Entity(("Kestrelov Trading",), identifiers=(filler,))
    said = compare(left, right)
    assert said.score == compare("Kestrel Works", "Kestrelov Trading").score
    assert Pool([right]).ask(Entity(("Osprey",), identifiers=(filler,)), threshold=0.0) == []


def test_a_chinese_word_of_trade_is_told_as_met_by_its_meaning() -> None:
    """Nothing of 进口 sounds as import does."""
    told = [one.comparison for one in compare("宁波峰云进口有限公司", "Ningbo Fengyun Import Co Ltd").explanation if one.right == "import"]
    assert told == ["line of business, meaning"]
