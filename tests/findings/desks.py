"""Tables of an invented case, prepared as the earlier rooms would leave them, from a few plain words (see tests/cases/flags)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enduse.model import TABLES
from enduse.store import StageRun
from enduse.terms.periods import months_between, period_of

LIST = "invented_priority_list"
DEFAULT_CODE = {"code": "854231", "edition": "2022", "from": "2023-05-01", "tier": "1"}
DEFAULT_COVERAGE = {"reporter": "KZ", "direction": "import", "since": "2019-01", "until": "2024-06", "status": "complete"}


def prepare(desk: StageRun, case: Mapping[str, Any]) -> StageRun:
    """Write the tables a case describes: companies, shipments, goods, concordance, coverage, open questions, lists."""
    companies = {"Example Trading": "KZ", **case.get("companies", {})}
    shipments = [row for one in case.get("shipments", ()) for row in _repeated(one)]
    _write(desk, "shipments", [_shipment(number, row) for number, row in enumerate(shipments)])
    _write(desk, "shipment_parties", [party for number, row in enumerate(shipments) for party in _parties(number, row)])
    _write(desk, "legs", [_leg(number, row) for number, row in enumerate(shipments) if row.get("from") and row.get("counted", True)])
    _write(desk, "entity_mentions", [{"mention_id": name, "entity_id": name, "basis": "alone"} for name in _names(companies, shipments)])
    _write(desk, "entities", [{"entity_id": one, "name": one, "country": companies.get(one, "KZ")} for one in _names(companies, shipments)])
    _write(desk, "goods_codes", [_goods_code(one) for one in case.get("goods", [DEFAULT_CODE])])
    became = ("from_edition", "from_code", "to_edition", "to_code")
    _write(desk, "hs_concordance", [dict(zip(became, one, strict=True)) for one in case.get("became", ())])
    _write(desk, "coverage", [row for one in case.get("coverage", [{}]) for row in _coverage({**DEFAULT_COVERAGE, **one})])
    pairs = [sorted(pair) for pair in case.get("maybe_same", ())]
    _write(desk, "possible_matches", [{"left_entity_id": left, "right_entity_id": right, "score": 0.8} for left, right in pairs])
    listed = case.get("listed", ())
    _write(desk, "listed_matches", [{"entity_id": one["company"], "subject_id": one["company"], "grade": one["grade"]} for one in listed])
    _write(desk, "designations", [_designation(one) for one in listed])
    return desk


def _write(desk: StageRun, table: str, rows: Sequence[dict[str, Any]]) -> None:
    desk.write(TABLES[table], rows)


def _repeated(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one row, or one for each month from `monthly` to `until` (and `each` of them a month)."""
    if "monthly" not in row:
        return [dict(row)]
    months = months_between(row["monthly"], row["until"])
    return [{**row, "on": f"{month}-{day + 1:02d}"} for month in months for day in range(row.get("each", 1))]


def _names(companies: Mapping[str, str | None], shipments: Sequence[Mapping[str, Any]]) -> list[str]:
    consignees = {row.get("to", "Example Trading") for row in shipments}
    return sorted({*companies} | consignees | {row["from"] for row in shipments if "from" in row})


def _shipment(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    days = period_of(row["on"]) if row.get("on") else None
    return {
        "shipment_id": f"s{number:04d}", "source_id": row.get("source", "customs/invented"), "direction": "import",
        "reporter": row.get("reporter", "KZ"), "declared_on": row.get("on"), "month": days.month if days else None,
        "date_from": days.from_ if days else None, "date_until": days.until if days else None,
        "hs_code": row.get("hs", "854231"), "hs_edition": row.get("edition", "2022"), "hs_basis": row.get("basis", "declared"),
        "country_of_origin": row.get("origin"), "country_of_dispatch": row.get("dispatch"), "counted": row.get("counted", True),
    }  # fmt: skip


def _parties(number: int, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    named = [("consignee", row.get("to", "Example Trading")), ("consignor", row.get("from"))]
    return [{"shipment_id": f"s{number:04d}", "role": role, "ordinal": 1, "mention_id": name} for role, name in named if name]


def _leg(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    shipment = _shipment(number, row)
    return {
        **{name: shipment[name] for name in ("shipment_id", "date_from", "date_until", "source_id")},
        "consignor_id": row["from"], "consignee_id": row.get("to", "Example Trading"), "hs_code": shipment["hs_code"] or "",
    }  # fmt: skip


def _goods_code(one: Mapping[str, Any]) -> dict[str, Any]:
    starts, ends = period_of(one.get("from") or ""), period_of(one.get("until") or "")
    identity = f"{one.get('list', LIST)}/{one['code']}/{starts}"
    return {
        "goods_code_id": identity, "list_id": one.get("list", LIST), "list_version": one.get("from"), "code": one["code"],
        "hs_edition": one.get("edition", "2022"), "tier": one.get("tier"),
        "valid_from": starts.from_ if starts else None, "valid_until": ends.until if ends else None,
    }  # fmt: skip


def _coverage(one: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "source_id": one.get("source", "customs/invented"), "reporter": one["reporter"], "direction": one["direction"], "month": month,
            "status": one["status"], "goods_scope": one.get("goods_scope"), "consignee_share": one.get("consignee_share", 1.0),
            "hs_share": one.get("hs_share", 1.0),
        }
        for month in months_between(one["since"], one["until"])
    ]  # fmt: skip


def _designation(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "designation_id": f"{one['company']} listed", "subject_id": one["company"], "list_id": "invented_list",
        "authority": "Invented Authority", "measure": one.get("measure", "asset_freeze"), "program": "INVENTED",
        "started_on": one.get("started_on"), "listed_on": one.get("listed_on"), "ended_on": one.get("ended_on"),
        "published_on": one.get("published_on"),
    }  # fmt: skip
