"""Quantities and money by own rules, in three languages."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.claims.extracted import Quantity
from enduse.claims.reading.dates import find_dates
from enduse.claims.reading.quantities import find_quantities


def read(text: str) -> list[Quantity]:
    """Return the quantities of one sentence."""
    return find_quantities(text, [(0, len(text))], find_dates(text)[0])


@pytest.mark.parametrize(
    ("text", "value", "unit", "currency", "bound"),
    [
        ("worth over €1.5 million", 1_500_000, None, "EUR", "at_least"),
        ("a record €246 billion in trade", 246_000_000_000, None, "EUR", "exact"),
        ("sold $1.2bn of chips", 1_200_000_000, None, "USD", "exact"),
        ("some 3.4 million yuan", 3_400_000, None, "CNY", "about"),
        ("¥300 million", 300_000_000, None, None, "exact"),
        ("up to 300 engines", 300, "engines", None, "at_most"),
        ("no fewer than 40 engines", 40, "engines", None, "at_least"),
        ("seven military drones", 7, "drones", None, "exact"),
        ("half a dozen shipments", 6, "shipments", None, "exact"),
        ("fifty-five engines", 55, "engines", None, "exact"),
        ("300 or more drones", 300, "drones", None, "at_least"),
        ("about 15% of the parts", 15, "percent", None, "about"),
        ("a 4,200 km border", 4200, "km", None, "exact"),
        ("a 200-kilogram load", 200, "kg", None, "exact"),
        ("thousands of drones", None, "drones", None, "vague"),
        ("более 1,5 млн евро", 1_500_000, None, "EUR", "at_least"),
        ("не менее 35 двигателей", 35, "двигателей", None, "at_least"),
        ("около 10 тысяч дронов", 10_000, "дронов", None, "about"),
        ("семь военных дронов", 7, "дронов", None, "exact"),
        ("12 тонн", 12, "tonnes", None, "exact"),
        ("价值350万欧元", 3_500_000, None, "EUR", "exact"),
        ("至少七架军用无人机", 7, "军用无人机", None, "at_least"),
        ("2000多架无人机", 2000, "无人机", None, "at_least"),
        ("2460亿欧元", 246_000_000_000, None, "EUR", "exact"),
        ("约1.5万台发动机", 15_000, "发动机", None, "about"),
    ],
)
def test_value_unit_currency_and_bound(text: str, value: Any, unit: str | None, currency: str | None, bound: str) -> None:
    """What is printed is what is read; a sign of two currencies means none."""
    (found,) = read(text)
    assert (found.value, found.unit, found.currency, found.bound) == (value, unit, currency, bound)
    assert text[found.start : found.end] == found.text


def test_two_periods_compare_by_month() -> None:
    """A half-year and a whole year become rates; the second number counts what the first counts."""
    half, whole = read("Drone output rose to over 2,400 in the first half of 2024, compared to 2,400 for the entirety of 2023.")
    assert (half.per_month, whole.per_month) == (400, 200)
    assert (half.unit, whole.unit) == ("drone", "drone")


@pytest.mark.parametrize(("text", "per"), [("10,000 drones a month", "month"), ("$800 apiece", "piece"), ("每月消耗1万架无人机", "month")])
def test_a_rate_says_per_what(text: str, per: str) -> None:
    """Rates stay rates."""
    assert read(text)[0].per == per


def test_a_range_keeps_both_ends() -> None:
    """Lower end as value, upper end beside it."""
    (found,) = read("worth $5m-$7m")
    assert (found.value, found.upper, found.bound) == (5_000_000, 7_000_000, "range")


@pytest.mark.parametrize(
    "text", ["a Shahed 136 drone", "in 2023", "the G7", "One has an interest", "HS code 8407 covers", "at 10 a.m. on Monday", "the Su-35"]
)
def test_no_number_is_invented(text: str) -> None:
    """Model numbers, years, pronouns, codes and hours are no quantities."""
    assert read(text) == []
