"""Masses, units, countries, HS editions and months of shipments."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.records.conform import slices
from enduse.store import StageRun
from tests.records.samples import conformed, item, rows, shipment


def test_units_of_pieces_are_counted_and_others_are_not(desk: StageRun) -> None:
    """A thousand pieces is a thousand; a quantity in an unknown unit is kept and is not pieces."""
    conformed(
        desk,
        item(1, quantity=2.0, quantity_unit="тыс. шт"),
        item(2, quantity=3.0, quantity_unit="caja"),
        item(3, quantity=4.0, quantity_unit="ПАР"),
        item(4, quantity=0.0),
    )
    found = [(one["quantity"], one["quantity_unit"], one["pieces"]) for one in rows(desk, "shipments")]
    assert found == [(2000.0, "pieces", 2000.0), (3.0, None, None), (4.0, "pair", None), (None, None, None)]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"net_mass_kg": 5.0, "quantity": 9.0, "quantity_unit": "КГ"}, 5.0),
        ({"net_mass_kg": None, "quantity": 2.0, "quantity_unit": "т"}, 2000.0),
        ({"net_mass_kg": 0.0, "quantity": 9.0, "quantity_unit": "КГ"}, 9.0),
        ({"net_mass_kg": 0.0, "quantity": 9.0, "quantity_unit": "ШТ"}, None),
        ({"net_mass_kg": None, "quantity": 9.0, "quantity_unit": None}, None),
    ],
)
def test_net_mass_comes_from_the_quantity_only_in_a_unit_of_mass(desk: StageRun, stated: dict[str, Any], expected: float | None) -> None:
    """A stated net mass holds; else a quantity in a unit of mass; a printed 0 is not stated; nothing is guessed."""
    assert shipment(desk, item(**stated))["net_mass_kg"] == expected


def test_countries_become_codes_and_groups_become_null(desk: StageRun) -> None:
    """Three countries stay three columns; a group of countries is not a country."""
    found = shipment(desk, item(country_of_origin="КИТАЙ", country_of_dispatch="HONG KONG", country_of_destination="EU"))
    assert [found[f"country_of_{one}"] for one in ("origin", "dispatch", "destination")] == ["CN", "HK", None]


@pytest.mark.parametrize(
    ("stated", "edition"),
    [
        ({"declared_on": "2021-12-31"}, "2017"),
        ({"declared_on": "2022-01-01"}, "2022"),
        ({"declared_on": "2022-01-10", "reporter": "US"}, "2017"),
        ({"declared_on": "2022-03", "reporter": None}, "2022"),
        ({"declared_on": "2022-01-01", "hs_edition": "2012"}, "2012"),
        ({"declared_on": None}, None),
        ({"hs_code": None, "hs_as_published": "8542"}, None),
    ],
)
def test_the_edition_is_as_given_or_by_date(desk: StageRun, stated: dict[str, Any], edition: str | None) -> None:
    """A declared edition is believed; otherwise the reporter's edition of the day; without date or code there is none."""
    assert shipment(desk, item(**stated))["hs_edition"] == edition


def test_a_month_needs_both_ends_within_it(desk: StageRun) -> None:
    """A day and a month have a month, a year has none."""
    conformed(desk, item(1), item(2, declared_on="2022-04"), item(3, declared_on="2022"))
    assert [one["month"] for one in rows(desk, "shipments")] == ["2022-03", "2022-04", None]


def test_no_goods_items_give_empty_tables(desk: StageRun) -> None:
    """A workspace without customs files conforms to empty tables, and has exchange rates."""
    conformed(desk)
    assert [desk.read(name).num_rows for name in ("shipments", "shipment_parties", "mentions", "duplicates", "coverage")] == [0] * 5


@pytest.mark.parametrize("count", [1, 250_001, 600_000, 10**7])
def test_slices_hold_every_id_once(count: int) -> None:
    """Ranges of ids meet without gap or overlap, whatever an id is made of."""
    ranges = slices(count)
    for identity in ("", "0", "4", "7fff", "8", "c0ffee", "f" * 20, "Z", "я"):
        assert sum(first <= identity and (end is None or identity < end) for first, end in ranges) == 1
