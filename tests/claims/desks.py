"""Tables of an invented case for the checks, prepared as the earlier rooms would leave them. Entity ids are the names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from enduse.claims import Verdict, check_file
from enduse.model import TABLES
from enduse.store import StageRun
from enduse.terms.periods import months_between, period_of
from enduse.terms.propositions import Claim

KESTREL, EXAMPLE, OTHER = "Invented Kestrel Works", "Example Trading", "Example Other Trading"
TRANSIT = "Invented Transit"
COUNTRIES: dict[str, str | None] = {KESTREL: "CN", EXAMPLE: "KZ", OTHER: "KZ", TRANSIT: "TR"}
COMPLETE: list[dict[str, Any]] = [{"since": "2023-01", "until": "2023-12"}]


def prepare(
    desk: StageRun,
    shipments: Sequence[dict[str, Any]] = (),
    covered: Sequence[dict[str, Any]] = (),
    maybe_same: Sequence[tuple[str, str]] = (),
    rates: Sequence[tuple[str, str, float]] = (),
) -> StageRun:
    """Write the tables: shipments {on, usd, kg, from, to ...}, declared coverage, open questions, exchange rates."""
    tables: dict[str, list[dict[str, Any]]] = {
        "shipments": [_shipment(number, row) for number, row in enumerate(shipments)],
        "shipment_parties": [party for number, row in enumerate(shipments) for party in _parties(number, row)],
        "entities": [{"entity_id": name, "name": name, "country": country} for name, country in COUNTRIES.items()],
        "mentions": [{"mention_id": f"m {name}", "name": name, "country": country} for name, country in COUNTRIES.items()],
        "entity_mentions": [{"mention_id": f"m {name}", "entity_id": name, "basis": "alone"} for name in COUNTRIES],
        "mention_identifiers": [],
        "legs": [_leg(number, row) for number, row in enumerate(shipments) if row.get("from", KESTREL) and row.get("to", EXAMPLE)],
        "listed_matches": [],
        "possible_matches": [dict(zip(("left_entity_id", "right_entity_id"), sorted(pair), strict=True)) for pair in maybe_same],
        "coverage": [row for one in covered for row in _coverage(one)],
        "exchange_rates": [
            {"currency": currency, "rate_on": dt.date.fromisoformat(day), "usd_per_unit": rate} for currency, day, rate in rates
        ],
    }
    for name, rows in tables.items():
        desk.write(TABLES[name], rows)
    return desk


def list_company(
    desk: StageRun, grade: str = "confirmed", as_of: str | None = "2024-01-01", older: str | None = None, **dates: str
) -> StageRun:
    """Write a list of an invented authority on which a subject stands that Example Trading answers to (grade '' for nobody).

    `older` is the day of an older version that holds it too.
    """
    days = {"list": as_of, **({"older list": older} if older else {})}
    versions = [{"snapshot_id": name, "as_of": dt.date.fromisoformat(one) if one else None} for name, one in days.items()]
    desk.write(TABLES["snapshots"], [{**one, "file_name": "list.csv"} for one in versions])
    desk.write(TABLES["designation_snapshots"], [{"designation_id": "d1", "snapshot_id": name} for name in days])
    designation = {
        "designation_id": "d1",
        "subject_id": "subject",
        "snapshot_id": "list",
        "list_id": "invented_list",
        "measure": "asset_freeze",
    }
    desk.write(TABLES["designations"], [{**designation, "authority": "Invented Authority", **dates}])
    match = {"entity_id": EXAMPLE, "subject_id": "subject", "list_id": "invented_list", "grade": grade}
    desk.write(TABLES["listed_matches"], [match] if grade else [])
    return desk


def register(desk: StageRun, *ties: tuple[str, str, str], as_of: str | None = "2023-06-01", value: str = "") -> StageRun:
    """Write a register that names subjects and ties them: (company, kind of tie, other); a subject's id is 'r ' and its name."""
    held = desk.read("statements").to_pylist() if desk.has("statements") else []
    taken = desk.read("snapshots").to_pylist() if desk.has("snapshots") else []
    snapshot = f"register {as_of}"
    rows = [
        {"statement_id": f"{company} {kind} {other} {as_of}", "subject_id": f"r {company}", "snapshot_id": snapshot, "prop": "link",
         "scheme": kind, "object_id": f"r {other}", "value": value, "list_id": "register"}
        for company, kind, other in ties
    ]  # fmt: skip
    for name in sorted({one for company, _, other in ties for one in (company, other)}):
        names = {"statement_id": f"name {name} {as_of}", "subject_id": f"r {name}", "snapshot_id": snapshot, "list_id": "register"}
        rows.append({**names, "prop": "name", "value": name})
    desk.write(TABLES["statements"], [*held, *rows])
    day = dt.date.fromisoformat(as_of) if as_of else None
    desk.write(TABLES["snapshots"], [*taken, {"snapshot_id": snapshot, "as_of": day, "file_name": "register.json"}])
    return desk


def verdict(desk: StageRun, says: dict[str, Any], stance: str = "asserted") -> Verdict:
    """Return the verdict on one invented claim."""
    return check_file(desk, [claim(says, stance=stance)])[0]


def claim(says: dict[str, Any], **fields: Any) -> Claim:
    """Return an invented claim with the given proposition."""
    return Claim.model_validate({"id": "c1", "outlet": "Invented Courier", "quote": "An invented quote.", "says": says, **fields})


def _shipment(number: int, row: dict[str, Any]) -> dict[str, Any]:
    days = period_of(row.get("on", "2023-05-05"))
    assert days is not None
    return {
        "shipment_id": f"s{number}", "source_id": "customs/invented", "direction": "import", "reporter": "KZ",
        "counted": row.get("counted", True),
        "date_from": days.from_, "date_until": days.until, "hs_code": row.get("hs", "840733"), "hs_edition": "2022", "hs_basis": "declared",
        "goods_description": row.get("text"), "value_usd": row.get("usd"), "net_mass_kg": row.get("kg"), "pieces": row.get("pieces"),
        "country_of_dispatch": row.get("dispatch", "CN"), "country_of_origin": row.get("origin", "CN"),
        "country_of_destination": row.get("destination", "KZ"),
    }  # fmt: skip


def _leg(number: int, row: dict[str, Any]) -> dict[str, Any]:
    shipment = _shipment(number, row)
    copied = {name: shipment[name] for name in ("shipment_id", "source_id", "date_from", "date_until", "hs_code", "pieces")}
    ends = {"consignor_id": row.get("from", KESTREL), "consignee_id": row.get("to", EXAMPLE)}
    return {**copied, **ends, "kg": row.get("kg"), "usd": row.get("usd")}


def _parties(number: int, row: dict[str, Any]) -> list[dict[str, Any]]:
    sides = (("consignor", row.get("from", KESTREL)), ("consignee", row.get("to", EXAMPLE)))
    return [{"shipment_id": f"s{number}", "role": role, "ordinal": 1, "mention_id": f"m {name}"} for role, name in sides if name]


def _coverage(one: dict[str, Any]) -> list[dict[str, Any]]:
    shares = {name: one.get("share", 1.0) for name in ("consignor_share", "consignee_share", "hs_share", "net_mass_share", "value_share")}
    place = {"source_id": "customs/invented", "reporter": one.get("reporter", "KZ"), "direction": one.get("direction", "import")}
    status = {"status": one.get("status", "complete"), "goods_scope": one.get("goods_scope"), **shares}
    return [{**place, "month": month, **status} for month in months_between(one["since"], one["until"])]
