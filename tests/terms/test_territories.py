"""Countries as printed."""

import pytest

from enduse.terms.territories import country_code


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("CHINA", "CN"),
        ("КИТАЙ", "CN"),
        ("中国", "CN"),
        ("ÇİN", "CN"),
        ("中国(CHN)", "CN"),
        ("КОРЕЯ, РЕСПУБЛИКА", "KR"),
        ("ТАЙВАНЬ (КИТАЙ)", "TW"),
        ("HONG KONG, CHINA", "HK"),
        ("СОЕДИНЕННЫЕ ШТАТЫ", "US"),
        ("Estados Unidos", "US"),
        ("TÜRKİYE", "TR"),
        ("Кыргызстан", "KG"),
        ("Киргизия", "KG"),
        ("IN, INDIA", "IN"),
        ("RUS", "RU"),
        ("Viet Nam", "VN"),
        ("ВЬЕТНАМ", "VN"),
        ("Gürcistan", "GE"),
        ("MÉXICO", "MX"),
        ("ОАЭ", "AE"),
    ],
)
def test_names_and_codes_of_many_languages(printed: str, expected: str) -> None:
    """A printed country gives its alpha-2 code."""
    assert country_code(printed) == expected


@pytest.mark.parametrize(
    "printed", [None, "", "EU", "OC", "ZZ", "OTHER COUNTRY", "ЕВРОПЕЙСКИЙ СОЮЗ", "СССР", "CN, INDIA", "156", "Chinaa", "Y", "NULL"]
)
def test_groups_unknowns_and_contradictions_are_no_country(printed: str | None) -> None:
    """A group, 'other', a dissolved state, a misspelling and a code beside another country's name are 'cannot tell'."""
    assert country_code(printed) is None
