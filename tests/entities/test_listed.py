"""Companies against lists: confirmed by number, likely by a telling name, otherwise possible or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.entities.conftest import Resolve, Row, mention, subject

INN, OTHER_INN = "9900000017", "9900000024"
KESTREL = subject("s1", "Invented Kestrel Works LLC", country="RU", identifiers=[("INN", INN)])


def graded(resolved: Resolve, one: Row, *listed: Any, judgements: str = "") -> list[str]:
    """Return the grades of the company's matches."""
    grades: list[str] = resolved(one, listed=listed, judgements=judgements).read("listed_matches")["grade"].to_pylist()
    return grades


@pytest.mark.parametrize(
    ("one", "grades"),
    [
        (mention("Invented Kestrel Works", "RU", INN), ["confirmed"]),
        (mention("Вымысел", None, INN), ["confirmed"]),
        (mention("Kestrel Invented Works Ltd", "RU"), ["likely"]),
        (mention("Invented Kestrel Works"), ["likely"]),
        (mention("Invented Kestrel Works", "CN"), ["possible"]),
        (mention("Invented Kestrel Works JSC", "RU"), ["possible"]),
        (mention("Invented Kestrell Works", "RU"), ["possible"]),
        (mention("Invented Kestrel Works", "RU", OTHER_INN), []),
        (mention("Invented Osprey Works", "RU"), []),
    ],
)
def test_grade(resolved: Resolve, one: Row, grades: list[str]) -> None:
    """A valid number confirms, an equal telling name is likely, doubt is possible, two valid numbers say no (RF-08)."""
    assert graded(resolved, one, KESTREL) == grades


def test_generic_and_short_names_are_never_likely(resolved: Resolve) -> None:
    """A name of trade words, or of three letters, is at most possible."""
    assert graded(resolved, mention("Shenzhen Trading Ltd", "CN"), subject("s", "Shenzhen Trading Co", country="CN")) == ["possible"]
    assert graded(resolved, mention("AVK", "CN"), subject("s", "A.V.K. LLC", country="CN")) == ["possible"]


def test_a_place_and_several_lines_of_business_tell_as_much_as_a_brand(resolved: Resolve) -> None:
    """An equal name of a place and two trades is likely, though no word in it is a brand's and no country agrees."""
    assert graded(resolved, mention("Samara Marine Aviation Plant"), subject("s", "JSC Samara Marine Aviation Plant")) == ["likely"]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Plaza Hotel S.r.l.", "Hotel Plaza"),  # one common word of English
        ("Digital-Invest", "Digital Invest LLC"),  # no word of its own
        ("Invented Kestrel Works GmbH", "Invented Kestrel Works LLC"),  # a form of one country's law, and another
        ("Invented Kestrel Works Limited", "Invented Kestrel Works Pte. Ltd."),
    ],
)
def test_an_equal_name_is_not_likely_where_common_or_of_another_form(resolved: Resolve, asked: str, listed: str) -> None:
    """Where no country agrees, a common word or the form of another country's law leaves doubt."""
    assert graded(resolved, mention(asked, "IT"), subject("s", listed)) == ["possible"]


def test_a_company_of_a_person_s_name_is_not_the_person(resolved: Resolve) -> None:
    """The form of a company says that no person bears the name; a sole trader's does not."""
    person = subject("p", "INVENTED, Ivan", schema="Person", country="RU")
    assert graded(resolved, mention("Ivan Invented LLC", "RU"), person) == []
    assert graded(resolved, mention("ИП Ivan Invented", "RU"), person) == ["possible"]


def test_legal_form_alone_meets_nobody(resolved: Resolve) -> None:
    """CORP does not answer to a corporation."""
    assert graded(resolved, mention("CORP"), subject("s", "Invented Kestrel Corp"), subject("t", "Corp")) == []


def test_two_entries_of_one_name_are_possible(resolved: Resolve) -> None:
    """A name that two entries of one list bear says of neither that it is meant (FENIKS, OFAC 48686 and 47650)."""
    assert graded(resolved, mention("FENIKS", "RU"), subject("a", "FENIKS"), subject("b", "OOO FENIKS")) == ["possible"] * 2


def test_person_is_never_likely_by_name(resolved: Resolve) -> None:
    """A person's name is borne by others."""
    assert graded(resolved, mention("Ivan Invented", "RU"), subject("p", "INVENTED, Ivan", schema="Person", country="RU")) == ["possible"]


def test_ship_is_not_a_company(resolved: Resolve) -> None:
    """A company does not answer to a ship of its name."""
    assert graded(resolved, mention("Invented Kestrel"), subject("v", "INVENTED KESTREL", schema="Vessel")) == []


def test_what_a_subject_is_stands_on_its_listing(resolved: Resolve) -> None:
    """Tables that print names apart from kinds do not say beside a name that it is a ship's (UK Sanctions List)."""
    statements, listing = subject("v", "INVENTED KESTREL", schema="Vessel")
    assert graded(resolved, mention("Invented Kestrel"), ([{**row, "schema": "Thing"} for row in statements], listing)) == []


def test_person_decides_about_a_listing(resolved: Resolve) -> None:
    """'same' confirms a match, 'different' removes it, 'unsure' leaves it possible."""
    one = mention("Invented Kestrel Works", "RU")
    for verdict, grades in (("same", ["confirmed"]), ("different", []), ("unsure", ["possible"])):
        assert graded(resolved, one, KESTREL, judgements=f"{one['mention_id']},s1,{verdict},an analyst,2024-05-01,registry\n") == grades


def test_evidence_names_both_sides(resolved: Resolve) -> None:
    """The row says which names met and what differs."""
    row = resolved(mention("Invented Kestrel Works", "CN"), listed=(KESTREL,)).read("listed_matches").to_pylist()[0]
    assert (row["entity_name"], row["listed_name"]) == ("Invented Kestrel Works", "Invented Kestrel Works LLC")
    assert "country: differ (CN / RU)" in row["evidence"]


@pytest.mark.parametrize("printed", ["Vymysel LLC (f/k/a Invented Kestrel Works LLC)", "ООО «Вымысел» (ранее Invented Kestrel Works LLC)"])
def test_an_earlier_name_in_the_cell_is_asked_of_the_lists(resolved: Resolve, printed: str) -> None:
    """A company that says it was the listed one is a possible match, and why stands beside it."""
    run = resolved(mention(printed, "RU"), listed=(KESTREL,))
    (found,) = run.read("listed_matches").to_pylist()
    assert found["grade"] == "possible"
    assert "one of several names that are printed together" in found["evidence"]


def test_the_first_of_several_names_is_the_companys_own(resolved: Resolve) -> None:
    """What it was called before is no doubt of what it is called."""
    assert graded(resolved, mention("Invented Kestrel Works LLC (f/k/a Vymysel LLC)", "RU"), KESTREL) == ["likely"]
