"""Codes of the Harmonized System."""

import datetime as dt

import pytest

from enduse.terms.hs import digits, edition_of, edition_on, hs6, matches_prefix, padded
from enduse.terms.periods import period_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("8542*", "8542"),
        ("8542 31 90 10", "8542319010"),
        ("8542.31", "854231"),
        ("84715000.0", "84715000"),
        ("8471500000.0", "8471500000"),
        ("8542.00", "854200"),
    ],
)
def test_digits_are_kept(printed: str, expected: str) -> None:
    """Points, spaces and stars are dropped, and a number's '.0' with them; the zeros of a code are not."""
    assert digits(printed) == expected


@pytest.mark.parametrize(
    ("code", "width", "expected"),
    [
        ("1012100", 8, "01012100"),
        ("8542", 10, "8542"),
        ("85423190101", 10, None),
        ("85423", 8, None),
        ("0012100", 8, None),
        ("0012", 8, None),
    ],
)
def test_only_one_lost_zero_is_put_back(code: str, width: int, expected: str | None) -> None:
    """One missing zero is restored, a prefix stays a prefix, anything else is not a code of the layout."""
    assert padded(code, width) == expected


def test_a_prefix_is_not_six_digits() -> None:
    """Four digits say nothing about the subheading."""
    assert hs6("8542") is None


def test_a_short_code_cannot_tell() -> None:
    """A code shorter than the prefix may or may not stand under it."""
    assert [matches_prefix(one, "854231") for one in ("85423190", "8542", "8471")] == [True, None, False]


def test_editions_begin_when_the_reporter_took_them() -> None:
    """The United States took HS 2022 on 27 January; others on 1 January; before 2012 nothing is known."""
    assert edition_on(dt.date(2022, 1, 10), "US") == "2017"
    assert edition_on(dt.date(2022, 1, 10), "KR") == "2022"
    assert edition_on(dt.date(2011, 1, 1)) is None


def test_a_year_in_which_the_edition_changed_has_none() -> None:
    """A partial date across the change cannot tell the edition."""
    across = period_of("2022-01")
    assert across is not None
    assert edition_of(across, "US") is None
    assert edition_of(across, "RU") == "2022"
