"""Printed values are cleaned; what was published stays beside them."""

from __future__ import annotations

import pytest

from enduse.sources.watchlists.cleaning import clean, iso_date, script_of, split_cell, split_lettered
from enduse.sources.watchlists.numbers import identifiers


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Г\u0041СПАРЯН", "ГАСПАРЯН"),
        ("\u0421ompany", "Company"),
        ("１２　Ｅｘａｍｐｌｅ", "12 Example"),
        ("e\u0301cole", "\u00e9cole"),
        ("two\u00a0\u00a0spaces\u200e", "two spaces"),
        ("ООО Example", "ООО Example"),
    ],
)
def test_look_alikes_full_width_and_spaces_are_folded(text: str, cleaned: str) -> None:
    """A letter of another script inside a word, full-width digits and marks without width are put right; separate words stay."""
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("10 Dec 1948", "dmy", "1948-12-10"),
        ("Feb 1949", "dmy", "1949-02"),
        ("1962", "dmy", "1962"),
        ("03/04/2022", "dmy", "2022-04-03"),
        ("03/04/2022", "mdy", "2022-03-04"),
        ("9/17/81", "mdy", "1981-09-17"),
        ("June 21, 2022", "dmy", "2022-06-21"),
        ("November, 1975", "dmy", "1975-11"),
        ("circa 1951", "dmy", None),
        ("30.02.2020", "dmy", None),
        ("", "dmy", None),
    ],
)
def test_dates_stay_partial_and_are_never_guessed(text: str, order: str, iso: str | None) -> None:
    """A date is read in the publisher's order only; what is no day of the calendar is no date."""
    assert iso_date(text, "mdy" if order == "mdy" else "dmy") == iso


def test_scripts_are_named_by_most_letters() -> None:
    """Script codes follow ISO 15924; a text without letters has none."""
    assert [script_of(text) for text in ("Example", "Пример", "公司", "プログレス社", "شركة", "김", "12-3")] == [
        "Latn",
        "Cyrl",
        "Hani",
        "Jpan",
        "Arab",
        "Hang",
        None,
    ]


def test_cells_are_split_at_semicolons_outside_quotes() -> None:
    """A quoted value keeps its semicolons; '(a) ... (b) ...' is split where a cell numbers its values."""
    assert split_cell('"one (born: 1970; place: X)"; two;') == ["one (born: 1970; place: X)", "two"]
    assert split_lettered("(a) 1 Example Street; (b) 2 Example Street") == ["1 Example Street", "2 Example Street"]


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("9900000017/770701001", "tax number", [("INN", "9900000017", True), ("KPP", "770701001", None)]),
        ("1029900000019", "registration number", [("OGRN", "1029900000019", True)]),
        ("1029900000010", "OGRN", [("OGRN", "1029900000010", False)]),
        ("9900000017 (Tax ID/INN)", "registration number", [("INN", "9900000017", True)]),
        (
            "OGRN: 1029900000019KPP: 770701001INN: 9900000017",
            "number",
            [
                ("OGRN", "1029900000019", True),
                ("KPP", "770701001", None),
                ("INN", "9900000017", True),
            ],
        ),
        ("A1234567 (Atlantis) expires 2030", "Passport", [("PASSPORT", "A1234567", None)]),
        ("No digits", "LEI", [("LEI", "No digits", None)]),
    ],
)
def test_numbers_find_their_scheme_and_keep_wrong_check_digits(text: str, label: str, found: list[tuple[str, str, bool | None]]) -> None:
    """Glued numbers are told apart, labels before and behind are read, wrong check digits are kept as such."""
    assert [(one.scheme, one.value, one.valid) for one in identifiers(text, label)] == found
