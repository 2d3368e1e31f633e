"""Two companies of one name, as their numbers say: the name alone says of nobody who is meant."""

from __future__ import annotations

import pytest

from tests.entities.conftest import Resolve, clusters, mention, subject

INN, OTHER_INN, SLIPPED_INN = "9900000017", "9900123450", "9900000024"
NAME, THERE, HERE = "ООО Вымысел Технологии", "г. Казань, ул. Примерная, д. 38", "г. Пермь, ул. Образцовая, д. 5"
LISTED = subject("s1", "Vymysel Tekhnologii LLC", country="RU")
TWO = (mention(NAME, "RU", INN, THERE), mention(NAME, "RU", OTHER_INN, HERE))


@pytest.mark.parametrize("name", [NAME, f"{NAME}, Россия", f"1) {NAME}", "Vymysel Technologies LLC"])
def test_a_record_without_a_number_joins_neither_namesake(resolved: Resolve, name: str) -> None:
    """Neither a place, a note nor the language of a print makes a contested name another."""
    assert resolved(*TWO, mention(name, "RU")).read("entities").num_rows == 3


def test_an_address_says_which_namesake_is_meant(resolved: Resolve) -> None:
    """Records of a contested name without a number go with the namesake at their address."""
    run = resolved(*TWO, mention(f"1) {NAME}", "RU", None, THERE), mention(f"{NAME}.", "RU", None, HERE))
    assert clusters(run) == {frozenset({NAME, f"1) {NAME}"}), frozenset({NAME, f"{NAME}."})}


def test_a_contested_name_is_no_likely_match(resolved: Resolve) -> None:
    """A list that prints a name and no number means one of two namesakes at most: both are possible, and say why."""
    rows = resolved(*TWO, listed=(LISTED,)).read("listed_matches").to_pylist()
    assert [row["grade"] for row in rows] == ["possible", "possible"]
    assert all("different numbers" in row["evidence"] for row in rows)


def test_the_number_on_the_list_says_which_namesake_it_means(resolved: Resolve) -> None:
    """Who bears the listed number is confirmed, whoever else bears the name; the other is no match."""
    numbered = subject("s1", "Vymysel Tekhnologii LLC", country="RU", identifiers=[("INN", INN)])
    assert resolved(*TWO, listed=(numbered,)).read("listed_matches")["grade"].to_pylist() == ["confirmed"]


def test_a_number_mistyped_contests_no_name(resolved: Resolve) -> None:
    """Numbers that two digits part may be one mistyped, though the check digits of both hold."""
    run = resolved(TWO[0], mention(NAME, "RU", SLIPPED_INN), listed=(LISTED,))
    assert set(run.read("listed_matches")["grade"].to_pylist()) == {"likely"}


def test_a_row_with_a_stranger_s_number_contests_no_name(resolved: Resolve) -> None:
    """A clerk's own number beside another's name takes nothing from that one."""
    names = ["ООО Пустельга Брокер", "ООО «Пустельга Брокер»", "Пустельга Брокер ООО", "Pustelga Broker LLC"]
    own = [mention(name, "RU", OTHER_INN) for name in names]
    run = resolved(TWO[0], *own, mention(NAME, "RU", OTHER_INN), listed=(LISTED,))
    assert "likely" in run.read("listed_matches")["grade"].to_pylist()
