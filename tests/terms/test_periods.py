"""Partial dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.terms.periods import DMMYYYY, EXCEL_SERIAL, Period, months_between, parse, period_of


@pytest.mark.parametrize(
    ("text", "format_", "expected"),
    [
        ("2025-03-05", "%Y-%m-%d", "2025-03-05"),
        ("2025-03-05T00:00:00.000Z", "%Y-%m-%d", "2025-03-05"),
        ("31/12/2025", "%d/%m/%Y", "2025-12-31"),
        ("05-Mar-25", "%d-%b-%y", "2025-03-05"),
        ("5032025", DMMYYYY, "2025-03-05"),
        ("45930", EXCEL_SERIAL, "2025-09-30"),
        ("2022-03", "%Y-%m", "2022-03"),
        ("2022", "%Y", "2022"),
    ],
)
def test_a_declared_format_reads_its_dates(text: str, format_: str, expected: str) -> None:
    """Each form of date that customs print is read by its declared format."""
    assert str(parse(text, format_)) == expected


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("2025-02-30", "%Y-%m-%d"),
        ("00:00.0", "%Y-%m-%d"),
        ("0", EXCEL_SERIAL),
        ("2022-03", "%Y-%m-%d"),
        ("31/12/2025", "%m/%d/%Y"),
        ("5132025", DMMYYYY),
    ],
)
def test_another_form_is_no_date(text: str, format_: str) -> None:
    """A cell that does not fit the declared format is never read by another one."""
    assert parse(text, format_) is None


def test_order_of_partial_dates_has_three_outcomes() -> None:
    """A month and a day in it cannot be put in order; two different months can."""
    march, day = period_of("2022-03"), period_of("2022-03-15")
    assert march is not None
    assert day is not None
    assert march.precedes(day) is None
    assert march.precedes(Period(dt.date(2022, 4, 1), dt.date(2022, 4, 2))) is True
    assert day.precedes(day) is False


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)))
def test_a_day_round_trips(date: dt.date) -> None:
    """A day written and read again is the same day."""
    period = period_of(date.isoformat())
    assert period == Period(date, date)


def test_months_between_counts_both_ends() -> None:
    """The months of two years are twenty-four; of a reversed range none."""
    assert len(months_between("2020-01", "2021-12")) == 24
    assert months_between("2021-01", "2020-12") == []
