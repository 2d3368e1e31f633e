"""A place behind a company's name: where it is the company's own it adds nothing, another one is a sister, an unknown one a question."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.entities.whereabouts import without_place
from tests.entities.conftest import Resolve, Row, clusters, mention, subject

NAME = "ООО Бурундук-Вымысел"


def found(resolved: Resolve, *mentions: Row) -> tuple[int, int]:
    """Return how many companies and how many questions some mentions make."""
    run = resolved(*mentions)
    return run.read("entities").num_rows, run.read("possible_matches").num_rows


@pytest.mark.parametrize(
    "other",
    [f"{NAME}, Россия", "ООО «Бурундук-Вымысел» (Россия)", f"{NAME} (РФ)", "Burunduk-Vymysel LLC, RUSSIA", "Burunduk-Vymysel LLC RUSSIA"],
)
def test_the_country_where_both_are_adds_nothing(resolved: Resolve, other: str) -> None:
    """A country behind a name joins the name without it where that one states the same country."""
    assert clusters(resolved(mention(NAME, "RU"), mention(other, "RU"))) == {frozenset({NAME, other})}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (mention(NAME), mention(f"{NAME}, Россия", "RU")),
        (mention(NAME, "RU"), mention("Burunduk-Vymysel LLC, MOSCOW", "RU")),
        (mention(f"{NAME} (Россия)", "RU"), mention("Burunduk-Vymysel LLC, MOSCOW", "RU")),
        (mention("Burunduk-Vymysel (Shanghai)", "CN"), mention("Burunduk-Vymysel", "CN")),
        (mention("ООО Ока", "RU"), mention("ООО Ока, Россия", "RU")),
    ],
)
def test_a_place_that_the_other_does_not_state_asks(resolved: Resolve, left: Row, right: Row) -> None:
    """Who may be the same and states no such place stays apart, with a question."""
    assert found(resolved, left, right) == (2, 1)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (mention("Burunduk-Vymysel (Shanghai)", "CN"), mention("Burunduk-Vymysel (Shenzhen)", "CN")),
        (mention(NAME, "KZ"), mention(f"{NAME}, Россия")),
        (mention(NAME, "RU", None, "г. Казань, ул. Московская, 5"), mention("Burunduk-Vymysel LLC, MOSCOW", "RU")),
        (mention("Burunduk-Vymysel Ltd", "CN"), mention("Burunduk-Vymysel Ltd (Hong Kong)", "CN")),
    ],
)
def test_another_place_is_a_sister(resolved: Resolve, left: Row, right: Row) -> None:
    """A place behind one name that is not where the other is parts the two, without a question."""
    assert found(resolved, left, right) == (2, 0)


def test_the_city_of_the_address_adds_nothing(resolved: Resolve) -> None:
    """A city behind a name joins the name without it that stands at an address in that city."""
    assert found(resolved, mention(NAME, "RU", None, "125009, г. Москва, ул. Примерная, 5"), mention(f"{NAME}, г. Москва", "RU")) == (1, 0)


def test_a_country_inside_a_name_is_part_of_it(resolved: Resolve) -> None:
    """In front of its legal form a country in brackets makes a subsidiary."""
    assert found(resolved, mention("Burunduk-Vymysel (China) Co., Ltd", "CN"), mention("Burunduk-Vymysel Co., Ltd", "CN"))[0] == 2


def test_two_cities_are_not_joined_by_the_name_alone(resolved: Resolve) -> None:
    """A name at addresses in two cities joins neither of its branches."""
    addressed = [mention(NAME, "RU", None, f"г. {city}, ул. Примерная, 5") for city in ("Москва", "Казань")]
    placed = [mention(f"{NAME}, г. {city}", "RU") for city in ("Москва", "Казань")]
    assert sorted(map(len, clusters(resolved(*addressed, *placed)))) == [1, 1, 1]


def test_chinese_characters_name_their_country_behind_the_form(resolved: Resolve) -> None:
    """A country behind a Chinese legal form is no part of the name, and the form is taken off."""
    assert found(resolved, mention("深圳红隼科技有限公司", "CN"), mention("深圳红隼科技有限公司（中国）", "CN")) == (1, 0)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Example LLC - RUSSIA", "russia"), ("ООО «Пример» Россия, г. Пермь", "rossiya"), ("红隼有限公司，深圳", "shenzhen"),
        ("Example Trading Co.,Ltd.,Shenzhen,China", "shenzhen"), ("Example Russia", ""), ("Example, Jordan", ""), ("Example S.A.", ""),
    ],
)  # fmt: skip
def test_a_place_behind_a_name_is_read(name: str, place: str) -> None:
    """Of several places the nearest counts; a word of the name and a given name are none."""
    assert without_place(name)[1] == place


LISTED = subject("s1", "Burunduk-Vymysel LLC", country="RU")


@pytest.mark.parametrize(
    ("one", "grade"),
    [
        (mention("Burunduk-Vymysel LLC, RUSSIA", "RU"), ["likely"]),
        (mention("CONSIGNEE: Burunduk-Vymysel LLC ATTN MR NOBODY TEL 555-01", "RU"), ["likely"]),
        (mention("Burunduk-Vymysel LLC, MOSCOW", "RU"), ["possible"]),
        (mention("Burunduk-Vymysel LLC (China)"), ["possible"]),
        (mention("Burunduk-Vymysel GmbH, RUSSIA", "RU"), ["possible"]),
        (mention("Burunduk-Vymysel Moscow LLC", "RU"), []),
    ],
)
def test_a_listed_name_is_met_without_notes_and_places(resolved: Resolve, one: Row, grade: list[str]) -> None:
    """What stands around a name does not hide it from a list; a place that the list does not state leaves a doubt."""
    said: list[Any] = resolved(one, listed=(LISTED,)).read("listed_matches")["grade"].to_pylist()
    assert said == grade


@pytest.mark.parametrize("name", ["«Бурундук Вымысел» ХХК", "Burunduk Vymysel GmbH & Co. KG", "Burunduk Vymysel SARL AU"])
def test_last_word_of_a_legal_form_is_no_place(name: str) -> None:
    """ХХК is no Hong Kong, Co. KG no Kyrgyzstan and SARL AU no Australia."""
    assert without_place(name) == (name, "")
