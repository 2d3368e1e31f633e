"""Dates and periods as printed: partial dates stay partial, and no year is invented."""

from __future__ import annotations

import pytest

from enduse.claims.reading.dates import find_dates


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("in the first three months of 2023", "2023-01", "2023-03"),
        ("in the last two quarters of 2022", "2022-07", "2022-12"),
        ("in the first half of 2024", "2024-01", "2024-06"),
        ("during H2 2021", "2021-07", "2021-12"),
        ("in the third quarter of 2023", "2023-07", "2023-09"),
        ("for the entirety of 2023", "2023", "2023"),
        ("in 2022-2023", "2022", "2023"),
        ("in 2022–23", "2022", "2023"),
        ("between 2021 and 2023", "2021", "2023"),
        ("from March to June 2023", "2023-03", "2023-06"),
        ("on 2 July 2024", "2024-07-02", "2024-07-02"),
        ("on July 2, 2024", "2024-07-02", "2024-07-02"),
        ("on 2024-07-02", "2024-07-02", "2024-07-02"),
        ("since 2022", "2022", None),
        ("by the end of 2025", None, "2025"),
        ("03/07/2024", "2024", "2024"),
        ("в первом полугодии 2024 года", "2024-01", "2024-06"),
        ("за весь 2023 год", "2023", "2023"),
        ("за первые три месяца 2023 года", "2023-01", "2023-03"),
        ("в январе–марте 2023 года", "2023-01", "2023-03"),
        ("2 июля 2024 года", "2024-07-02", "2024-07-02"),
        ("с 2022 года", "2022", None),
        ("2023年前三个月", "2023-01", "2023-03"),
        ("2024年上半年", "2024-01", "2024-06"),
        ("2022年至2023年", "2022", "2023"),
        ("2024年7月2日", "2024-07-02", "2024-07-02"),
    ],
)
def test_a_period_is_read_as_printed(text: str, since: str | None, until: str | None) -> None:
    """Halves, quarters, first months, ranges, days and open ends, in three languages."""
    ((found,), problems) = find_dates(text)
    assert (found.since, found.until, problems) == (since, until, [])


@pytest.mark.parametrize(
    "text", ["on Tuesday, July 2, it said", "on September 25", "on the 26th", "last year", "in March", "7月2日", "2 июля"]
)
def test_a_date_without_a_year_gets_none(text: str) -> None:
    """No year is invented, whatever day the tests run on."""
    ((found,), _) = find_dates(text)
    assert (found.since, found.until, found.basis) == (None, None, "none")


def test_a_year_is_taken_from_the_stated_day_of_the_article_only_when_near() -> None:
    """The article's own date decides a day three months around it, checked by the weekday; it decides nothing else."""
    assert find_dates("on Tuesday, July 2", "2024-07-03")[0][0].since == "2024-07-02"
    assert find_dates("on Friday, July 2", "2024-07-03")[0][0].since is None
    assert find_dates("on July 2", "2024-12-30")[0][0].since is None
    assert find_dates("on July 2", "2024")[0][0].since is None


@pytest.mark.parametrize("text", ["a Shahed 136 drone", "the Sunflower 200", "bought 2000 engines", "2,000 engines", "$2010 each"])
def test_a_number_is_not_a_year(text: str) -> None:
    """Model numbers, counts and prices stay out of the dates."""
    assert find_dates(text)[0] == []


def test_a_day_no_calendar_has_is_reported() -> None:
    """It stays in the text's order without a value."""
    (found,), (problem,) = find_dates("on February 30, 2024")
    assert (found.since, problem.kind) == (None, "impossible_date")
