"""Identifiers: which scheme a printed number belongs to, and whether its check digits hold."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.terms.identifiers import STRONG, TAX_ID, Identifier, identify, scheme_of

# Numbers of public bodies and published examples of their standards: Sberbank (INN, OGRN), GLEIF's own LEI, the ship of the IMO example.
INN, OGRN, KPP = "9900000017", "1029900000019", "770701001"


@pytest.mark.parametrize(
    ("cell", "label", "country", "expected"),
    [
        (INN, None, "RU", [Identifier("INN", INN, True)]),
        (INN, "ИНН", None, [Identifier("INN", INN, True)]),
        (f"INN: {INN}", None, None, [Identifier("INN", INN, True)]),
        (f"{INN}.0", "INN", None, [Identifier("INN", INN, True)]),
        (f"{INN}/{KPP}", "ИНН/КПП", None, [Identifier("INN", INN, True), Identifier("KPP", KPP, None)]),
        (f"{INN} {KPP}", None, "RU", [Identifier("INN", INN, True), Identifier("KPP", KPP, None)]),
        (f"ИНН {INN}, ОГРН {OGRN}", None, None, [Identifier("OGRN", OGRN, True), Identifier("INN", INN, True)]),
        (f"{INN}; {OGRN}", "Business registration numbers", "RU", [Identifier("OGRN", OGRN, True), Identifier("INN", INN, True)]),
        ("1029 9000 00019", "OGRN", None, [Identifier("OGRN", OGRN, True)]),
        ("506700GE1G29325QX363", None, None, [Identifier("LEI", "506700GE1G29325QX363", True)]),
        ("IMO 9074729", None, None, [Identifier("IMO", "9074729", True)]),
        ("302345678", "ИНН", "UZ", [Identifier("STIR", "302345678", None)]),
        ("2345671", "TAX ID NUMBER", "AM", [Identifier("HVHH", "02345671", None)]),
        ("DE136695976", None, None, [Identifier("VAT", "DE136695976", True)]),
        ("136695976", "VAT", "DE", [Identifier("VAT", "DE136695976", True)]),
        ("A1234567", "National ID", None, [Identifier("National ID", "A1234567", None)]),
        ("SABRRUMM", "SWIFT/BIC", None, [Identifier("BIC", "SABRRUMM", True)]),
    ],
)
def test_names_numbers_by_label_country_and_shape(cell: str, label: str | None, country: str | None, expected: list[Identifier]) -> None:
    """A number gets the scheme that its label, else its country, else its shape says."""
    assert identify(cell, label, country) == expected


def test_ten_digits_alone_are_not_called_inn() -> None:
    """A valid INN without label or country stays a number of an unknown scheme: cannot tell."""
    assert identify(INN) == [Identifier(TAX_ID, INN, None)]


@pytest.mark.parametrize(
    ("cell", "country", "expected"),
    [
        ("RU9900000017", None, Identifier("INN", "9900000017", True)), ("ru 9900000017", "RU", Identifier("INN", "9900000017", True)),
        ("RU9900000018", None, Identifier("TAX_ID", "RU9900000018")), ("RU9900000017", "KZ", Identifier("TAX_ID", "RU9900000017")),
        ("XX9900000017", None, Identifier("TAX_ID", "XX9900000017")),
    ],
)  # fmt: skip
def test_a_country_in_front_of_a_number_names_it(cell: str, country: str | None, expected: Identifier) -> None:
    """Where the check digits hold, and nothing says another country."""
    assert identify(cell, country=country) == [expected]


def test_failed_check_digits_are_kept_and_said() -> None:
    """A mistyped number is downgraded, not dropped."""
    assert identify("9900000018", country="RU") == [Identifier("INN", "9900000018", False)]


@pytest.mark.parametrize("cell", ["", " ", "-", "N/A", "0", "0000000000", "НЕТ", "без номера"])
def test_cells_without_a_number_state_none(cell: str) -> None:
    """Dashes, zeros and words are not identifiers: zeros would pass the check digits of an INN."""
    assert identify(cell, "INN", "RU") == []


@pytest.mark.parametrize("cell", ["1111111111", "9999999999", "1234567890", "7.7E+09"])
def test_fillers_and_rounded_numbers_are_never_valid(cell: str) -> None:
    """Fillers and numbers that a spreadsheet rounded cannot identify anybody."""
    assert [one.valid for one in identify(cell, "INN", "RU")] == [False]


def test_shape_alone_names_a_number_only_when_chance_seldom_passes() -> None:
    """Of 20,000 random digit strings of a length, at most one in fifty is named without label or country."""
    chance = random.Random("shapes")
    for length in (7, 8, 9, 10, 12, 13, 15):
        numbers = ["".join(chance.choices("0123456789", k=length)) for _ in range(20_000)]
        named = sum(identify(number)[0].scheme != TAX_ID for number in numbers if number.strip("0"))
        assert named / len(numbers) <= 0.02, length


def test_kpp_is_never_a_strong_identifier() -> None:
    """A branch code, a passport and an unknown number do not merge companies by themselves."""
    assert STRONG.isdisjoint({"KPP", "PASSPORT", "DUNS", "BIC", TAX_ID})
    assert {"INN", "OGRN", "USCC", "LEI", "BIN", "VKN", "EDRPOU", "IMO"} <= STRONG


def test_labels_of_several_languages_mean_one_scheme() -> None:
    """A scheme is recognised under the words of its users."""
    assert {scheme_of(label) for label in ("ЄДРПОУ", "ЕДРПОУ", "edrpou")} == {"EDRPOU"}
    assert scheme_of("统一社会信用代码") == "USCC"


LABELS = st.none() | st.sampled_from(["ИНН", "LEI", "VAT", "IMO", "BIN", "x"])
COUNTRIES = st.none() | st.sampled_from(["RU", "KZ", "GR", "CN"])


@given(st.text(max_size=40), LABELS, COUNTRIES)
def test_any_text_is_answered(cell: str, label: str | None, country: str | None) -> None:
    """No cell makes the function fail, and asking twice gives the same answer."""
    assert identify(cell, label, country) == identify(cell, label, country)


@pytest.mark.parametrize(
    "cell",
    ["9900000017-770701001", "ИНН9900000017КПП770701001", "9900000017КПП770701001", "9900000017 КПП 770701001"],
)
def test_numbers_glued_with_their_labels_are_told_apart(cell: str) -> None:
    """The tax number of a cell is read whichever way the branch's code is written onto it."""
    assert [(one.scheme, one.value) for one in identify(cell, country="RU")] == [("INN", "9900000017"), ("KPP", "770701001")]


@pytest.mark.parametrize("cell", ["9.900000017E+09", "9,900000017E9", "9900000017,00", "9900000017.0", "9900000017 (ИНН)"])
def test_a_number_that_a_spreadsheet_read_as_a_figure_is_the_number(cell: str) -> None:
    """While it still has every digit."""
    assert identify(cell, country="RU") == [Identifier("INN", "9900000017", True)]


def test_a_rounded_number_stays_rounded() -> None:
    """Digits that a spreadsheet took away are not made up."""
    assert [one.valid for one in identify("9.9E+09", country="RU")] == [False]
