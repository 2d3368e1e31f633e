"""Dollar values: dated rates, their age, their order, the user's own, and null where there is no rate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from enduse.errors import SettingError
from enduse.records.rates import all_rates
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.records.samples import conformed, day, item, rows, shipment

VALUE = ("value_usd", "value_usd_basis", "usd_per_unit", "rate_on", "rate_source")


def value(found: dict[str, Any]) -> tuple[Any, ...]:
    """Return a shipment's dollar value with its provenance."""
    return tuple(found[one] for one in VALUE)


def test_a_known_reference_rate_with_its_day(desk: StageRun) -> None:
    """On 1 March 2022 the ECB fixed a euro at 1.1162 US dollars and 7.0462 yuan: a yuan is the one over the other."""
    conformed(
        desk,
        item(1, declared_on="2022-03-01", invoice_value=100.0, invoice_currency="EUR"),
        item(2, declared_on="2022-03-01", invoice_value=100.0, invoice_currency="CNY"),
    )
    euro, yuan = rows(desk, "shipments")
    assert value(euro) == (pytest.approx(111.62), "invoice_value", 1.1162, day("2022-03-01"), "ECB")
    assert yuan["usd_per_unit"] == pytest.approx(1.1162 / 7.0462)


def test_a_weekend_takes_the_fixing_before_it(desk: StageRun) -> None:
    """A Sunday has no fixing: Friday's is used, never Monday's."""
    found = shipment(desk, item(declared_on="2022-03-06", invoice_value=1.0, invoice_currency="EUR"))
    assert found["rate_on"] == day("2022-03-04")


@pytest.mark.parametrize(("declared_on", "rate_on"), [("2022-03-08", "2022-03-01"), ("2022-03-09", None)])
def test_the_rouble_ends_on_its_last_fixing(desk: StageRun, declared_on: str, rate_on: str | None) -> None:
    """Seven days after 1 March 2022 the last rouble fixing still serves, on the eighth there is no dollar value at all."""
    found = shipment(desk, item(declared_on=declared_on, invoice_value=1000.0, invoice_currency="RUB"))
    assert (found["rate_on"], found["value_usd"] is None) == (day(rate_on) if rate_on else None, rate_on is None)
    assert (found["value_usd_basis"] is None) == (rate_on is None)


def test_without_a_rate_the_dollars_of_the_file_serve(desk: StageRun) -> None:
    """Roubles without a rate give no value; dollars that the file states are taken as they are, without a rate."""
    found = shipment(desk, item(invoice_value=1000.0, invoice_currency="RUB", declared_value_usd=12.0))
    assert value(found) == (12.0, "declared_value_usd", None, None, None)


def test_the_order_of_amounts(desk: StageRun) -> None:
    """Invoice first, then dollars the file states, then the customs value."""
    amounts = {"invoice_value": 1.0, "invoice_currency": "USD", "declared_value_usd": 2.0, "customs_value": 3.0, "customs_currency": "USD"}
    conformed(desk, item(1, **amounts), item(2, **{**amounts, "invoice_value": None}), item(3, customs_value=3.0, customs_currency="USD"))
    found = [(one["value_usd"], one["value_usd_basis"]) for one in rows(desk, "shipments")]
    assert found == [(1.0, "invoice_value"), (2.0, "declared_value_usd"), (3.0, "customs_value")]


def test_a_dollar_is_a_dollar_without_a_day(desk: StageRun) -> None:
    """Dollars need no dated rate, not even for a date that is only a year or not stated."""
    found = shipment(desk, item(declared_on=None, invoice_value=5.0, invoice_currency="USD"))
    assert value(found) == (5.0, "invoice_value", 1.0, None, "USD")


def test_an_amount_without_a_currency_has_no_value(desk: StageRun) -> None:
    """A number that is not said to be in a currency is never taken for dollars."""
    assert shipment(desk, item(invoice_value=5.0))["value_usd"] is None


@pytest.mark.parametrize(("asked", "rate_on"), [(False, None), (True, "2022-03-01")])
def test_a_month_has_a_rate_only_when_asked_for(make_desk: MakeDesk, asked: bool, rate_on: str | None) -> None:
    """By default an amount dated to a month has no rate; the parameter takes the rate of the month's first day."""
    found = shipment(
        make_desk(parameters={"rate_for_month_dates": asked}),
        item(declared_on="2022-03", invoice_value=1.0, invoice_currency="EUR"),
    )
    assert (found["rate_on"], found["value_usd"] is None) == (day(rate_on) if rate_on else None, rate_on is None)


def test_the_users_rates_add_and_win(make_desk: MakeDesk) -> None:
    """A user's file adds the rouble after the ECB stopped, and wins over the ECB on the same day."""
    desk = make_desk(rates=("central-bank.csv",))
    (desk.folder / "central-bank.csv").write_text("currency,rate_on,usd_per_unit\nRUB,2022-03-15,0.01\nEUR,2022-03-15,2\n", "utf-8")
    conformed(
        desk, item(1, invoice_value=100.0, invoice_currency="RUB"), item(2, invoice_value=1.0, invoice_currency="EUR"),
    )  # fmt: skip
    roubles, euros = rows(desk, "shipments")
    assert value(roubles) == (1.0, "invoice_value", 0.01, day("2022-03-15"), "central-bank.csv")
    assert (euros["value_usd"], euros["rate_source"]) == (2.0, "central-bank.csv")
    table = [one for one in rows(desk, "exchange_rates") if (one["currency"], one["rate_on"]) == ("EUR", day("2022-03-15"))]
    assert [one["usd_per_unit"] for one in table] == [2.0]


HEADER = "currency,rate_on,usd_per_unit\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no-such"),
        ("currency,day,rate\n", "header"),
        (HEADER + "rub,2022-03-15,0.01\n", "line 2: currency 'rub'"),
        (HEADER + "RUB,15.03.2022,0.01\n", "line 2"),
        (HEADER + 'RUB,2022-03-15,"0,01"\n', "line 2"),
        (HEADER + "RUB,2022-03-15,nan\n", "above 0"),
        (HEADER + "USD,2022-03-15,2\n", "USD: 1"),
        (HEADER + "RUB,2022-03-15\n", "2 cells"),
        (HEADER + "RUB,2022-03-15,0.01\nRUB,2022-03-15,0.02\n", "one rate for a day"),
        (HEADER + 'RUB,"2022\n', "line"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_a_rates_file_that_cannot_be_used_is_a_setting_error(tmp_path: Path, content: str | bytes | None, said: str) -> None:
    """A missing, malformed or self-contradicting file is refused, with the line and what would be accepted."""
    name = "rates.csv" if content is not None else "no-such.csv"
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SettingError, match=said):
        all_rates(tmp_path, (name,))


def test_rates_exist_only_on_days_that_were_fixed(desk: StageRun) -> None:
    """No weekend, one row per currency and day, and no rouble after the ECB's last fixing."""
    table = rows(conformed(desk), "exchange_rates")
    days = {(one["currency"], one["rate_on"]) for one in table}
    assert len(days) == len(table) > 200_000
    assert not any(when.weekday() > 4 for _, when in days)
    assert max(when for currency, when in days if currency == "RUB") == day("2022-03-01")
