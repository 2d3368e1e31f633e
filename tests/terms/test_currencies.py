"""Currencies as printed."""

from __future__ import annotations

import pytest

from enduse.terms.currencies import CURRENCIES, currency_code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("usd", "USD"), ("840", "USD"), ("643", "RUB"), ("810", "RUB"), ("RUR", "RUB"), ("руб.", "RUB"), ("Долл. США", "USD"), ("€", "EUR"),
        ("US$", "USD"), ("人民币", "CNY"), ("TL", "TRY"), ("840 (USD)", "USD"), ("Доллар США (840)", "USD"), ("USD - доллар США", "USD"),
        ("USD/EUR", None), ("EUR - доллар США", None), ("$", None), ("¥", None), ("元", None), ("dollars", None), ("51", None),
        ("999", None), ("643 rows", None), ("", None), ("RS", None),
    ],
)  # fmt: skip
def test_a_currency_is_what_it_says(printed: str, code: str | None) -> None:
    """Codes, numbers, words and signs; what may be several, or contradicts itself, is none."""
    assert currency_code(printed) == code


def test_a_rouble_is_nobodys_in_the_files_of_belarus() -> None:
    """There it may be its own; its code says which."""
    assert (currency_code("руб", "BY"), currency_code("BYN", "BY"), currency_code("руб", "RU")) == (None, "BYN", "RUB")


def test_every_code_is_itself() -> None:
    """Whatever words are known beside it."""
    assert [one for one in sorted(CURRENCIES) if currency_code(one) != one] == []
