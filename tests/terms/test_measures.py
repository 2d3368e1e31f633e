"""Units as printed."""

import pytest

from enduse.terms.measures import Unit, unit_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ШТ", Unit("pieces")),
        ("тыс. шт.", Unit("pieces", 1000.0)),
        ("КГ", Unit("kg")),
        ("LB", Unit("kg", 0.45359237)),
        ("М²", Unit("m2")),
        ("METROS CUADRADO", Unit("m2")),
        ("MTK", Unit("m2")),
        ("SQF", Unit("m2", 0.09290304)),
        ("千克", Unit("kg")),
        ("台", Unit("pieces")),
        ("KILOGRAMO NETO", Unit("kg")),
        ("ADET", Unit("pieces")),
        ("796", Unit("pieces")),
        ("166 - КГ", Unit("kg")),
        ("ПАР", Unit("pair")),
    ],
)
def test_units_of_many_languages(printed: str, expected: Unit) -> None:
    """A printed unit gives a code and a factor."""
    assert unit_of(printed) == expected


@pytest.mark.parametrize("printed", [None, "", "BOX (CAJA)", "006", "РУЛОН", "K", "KG/M2", "кг/шт"])
def test_an_unknown_unit_is_never_guessed(printed: str | None) -> None:
    """What is not in the table, or means different things in different countries, is not converted."""
    assert unit_of(printed) is None
