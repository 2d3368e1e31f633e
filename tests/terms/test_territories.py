"""Countries as printed."""

import pytest
from rigour.territories import get_territories, lookup_territory

from enduse.terms import territories
from enduse.terms.territories import country_code


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("CHINA", "CN"),
        ("КИТАЙ", "CN"),
        ("中国", "CN"),
        ("ÇİN", "CN"),
        ("中国(CHN)", "CN"),
        ("CHINA/CN", "CN"),
        ("RUSSIA - RU", "RU"),
        ("HONG KONG CN", None),
        ("ФРГ", "DE"),
        ("REP. OF KOREA", "KR"),
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


def test_a_territory_s_own_name_is_found_as_among_the_names_of_all_languages() -> None:
    """The short way by own names answers what the long one answers, for every territory of rigour."""
    for one in get_territories():
        for name in (one.name, one.full_name):
            assert territories._own_names()[name.casefold()] == lookup_territory(name)


@pytest.mark.parametrize(("name", "is_one"), [("Britain", True), ("Taiwan", True), ("Istanbul", False), ("Siberia", False)])
def test_a_country_is_no_city(name: str, is_one: bool) -> None:
    """Capitals and regions stand for their country in a cell of a customs file; their names are no country's."""
    assert territories.is_country(name) is is_one


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Congo, Democratic Republic of the", "CD"), ("Korea, Democratic People's Republic of", "KP"), ("BVI", "VG"), ("usa", "US"),
        ("New York", None), ("US-NY", None), ("CAT", None), ("of", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_is_named_in_either_order_of_words(text: str, code: str | None) -> None:
    """A part of a country, first letters that are no code and joining words name none."""
    assert territories.country_named(text) == code


def test_a_country_is_named_without_names_of_all_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading those takes two seconds, which a name with a word in brackets is not worth."""
    monkeypatch.setattr("rigour.territories.lookup_territory", None)
    assert (territories.country_named("Sample Works"), territories.country_named("Kazakhstan")) == (None, "KZ")
