"""Legs and links made of conformed shipments and resolved companies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from enduse import graph
from enduse.graph.links import address_key
from enduse.model.companies import ENTITY_MENTIONS, MENTION_IDENTIFIERS
from enduse.model.sources import STATEMENTS
from enduse.model.trade import MENTIONS, SHIPMENT_PARTIES, SHIPMENTS
from enduse.store import StageRun

ROAD = "No. 88 Invented Road, Exampleville"


def shipment(number: str, **more: Any) -> dict[str, Any]:
    """Return a counted shipment of one day."""
    day = dt.date(2022, 3, 5)
    return {"shipment_id": number, "source_id": "s", "date_from": day, "date_until": day, "counted": True, **more}


@pytest.fixture
def connected(desk: StageRun) -> StageRun:
    """Return a desk with three shipments of four companies, connected."""
    first = shipment("1", hs_code="840999", net_mass_kg=5.0, gross_mass_kg=6.0)
    desk.write(SHIPMENTS, [first, shipment("2", gross_mass_kg=7.0), shipment("3", counted=False)])
    parties = [
        ("1", "consignor", 1, None, "ma"), ("1", "consignor", 2, "ON BEHALF OF", "mb"), ("1", "consignee", 1, None, "mc"),
        ("2", "consignor", 1, None, "mb"), ("2", "consignor", 2, "through", "md"), ("2", "consignee", 1, None, "mc"),
        ("3", "consignor", 1, None, "ma"), ("3", "consignee", 1, None, "mc"),
    ]  # fmt: skip
    desk.write(SHIPMENT_PARTIES, [{"shipment_id": a, "role": b, "ordinal": c, "phrase": d, "mention_id": e} for a, b, c, d, e in parties])
    desk.write(ENTITY_MENTIONS, [{"mention_id": f"m{one}", "entity_id": f"E-{one}"} for one in "abcd"])
    addresses = {"ma": ROAD, "mb": "88, INVENTED RD. EXAMPLEVILLE", "mc": "Exampleville", "md": None}
    desk.write(MENTIONS, [{"mention_id": one, "address": address, "name": one, "shipments": 1} for one, address in addresses.items()])
    numbers = [
        ("ma", "INN", "1", True),
        ("mc", "INN", "1", True),
        ("mb", "KPP", "2", None),
        ("mc", "KPP", "2", None),
        ("md", "INN", "1", False),
    ]
    desk.write(MENTION_IDENTIFIERS, [{"mention_id": a, "scheme": b, "value": c, "valid": d} for a, b, c, d in numbers])
    tie = {"statement_id": "st", "subject_id": "L-1", "prop": "link", "scheme": "owner", "object_id": "L-2", "value": "60 %"}
    desk.write(STATEMENTS, [tie])
    graph.connect(desk)
    return desk


def test_a_leg_is_a_counted_shipment_between_the_first_names(connected: StageRun) -> None:
    """Net mass, else gross mass; no code is ''; rows that are not counted are no legs."""
    columns = ["shipment_id", "consignor_id", "consignee_id", "kg", "hs_code"]
    legs = [tuple(one.values()) for one in connected.read("legs", columns).to_pylist()]
    assert legs == [("1", "E-a", "E-c", 5.0, "840999"), ("2", "E-b", "E-c", 7.0, "")]


@pytest.mark.parametrize(
    "link",
    [
        ("acts_for", "E-a", "E-b", "ON BEHALF OF", "1"),
        ("acts_for", "E-d", "E-b", "through", "2"),
        ("shares_address", "E-a", "E-b", address_key(ROAD), "1"),
        ("shares_identifier", "E-a", "E-c", "INN 1", "1"),
        ("owner", "L-1", "L-2", "60 %", "st"),
    ],
)
def test_links_say_who_is_tied_by_what(connected: StageRun, link: tuple[str, ...]) -> None:
    """Each kind of tie is found, with its words and the row behind it."""
    found = [(one["kind"], one["left_id"], one["right_id"], one["basis"], one["cited"]) for one in connected.read("links").to_pylist()]
    assert link in found


def test_branch_codes_and_bare_towns_tie_nobody(connected: StageRun) -> None:
    """A shared KPP, an invalid number and an address without a house make no link."""
    assert connected.read("links").num_rows == 5


def test_an_address_of_many_tenants_ties_nobody(desk: StageRun) -> None:
    """Eleven companies at one address are a business centre."""
    many = [f"{one:02}" for one in range(11)]
    desk.write(SHIPMENTS, [])
    desk.write(SHIPMENT_PARTIES, [])
    desk.write(ENTITY_MENTIONS, [{"mention_id": f"m{one}", "entity_id": f"E-{one}"} for one in many])
    desk.write(MENTIONS, [{"mention_id": f"m{one}", "address": ROAD, "shipments": 1} for one in many])
    graph.connect(desk)
    assert desk.read("links").num_rows == 0


def test_an_empty_workspace_connects_to_empty_tables(desk: StageRun) -> None:
    """Without shipments both tables exist and are empty."""
    graph.connect(desk)
    assert (desk.read("legs").num_rows, desk.read("links").num_rows) == (0, 0)


@pytest.mark.parametrize("address", ["Moscow", "", "12345678", "\x00", "a" * 5000])
def test_addresses_that_name_no_house_have_no_key(address: str) -> None:
    """A town, a number alone or a long run of letters is no key."""
    assert address_key(address) is None


@pytest.mark.parametrize(
    ("name", "printed", "meant"),
    [
        ("ООО Вымысел", "9900000017", "E-b"),
        ("ООО Вымысел", "9900000017/990101001", "E-b"),
        ("ООО Вымысел", None, "E-a"),
        ("ООО Вымысел Брокер", None, "E-b"),
    ],
)
def test_of_two_companies_in_a_cell_the_one_that_is_meant_has_the_leg(desk: StageRun, name: str, printed: str | None, meant: str) -> None:
    """The cell's number, where other records print it beside the later name, says who is meant; else a forwarder is nobody's consignee."""
    desk.write(SHIPMENTS, [shipment("1")])
    parties = [("consignor", 1, "mc"), ("consignee", 1, "ma"), ("consignee", 2, "mb")]
    desk.write(SHIPMENT_PARTIES, [{"shipment_id": "1", "role": a, "ordinal": b, "mention_id": c} for a, b, c in parties])
    desk.write(ENTITY_MENTIONS, [{"mention_id": f"m{one}", "entity_id": f"E-{one}"} for one in "abc"])
    names = {"ma": name, "mb": "ООО Пустельга", "mc": "Invented Osprey"}
    rows = [{"mention_id": one, "name": said, "shipments": 1, "tax_id": printed if one == "ma" else None} for one, said in names.items()]
    desk.write(MENTIONS, rows)
    desk.write(MENTION_IDENTIFIERS, [{"mention_id": "mb", "scheme": "INN", "value": "9900000017", "valid": True}])
    graph.connect(desk)
    assert desk.read("legs", ["consignee_id"]).to_pylist() == [{"consignee_id": meant}]
