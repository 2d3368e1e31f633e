"""The rows behind the figures, told so that a reader can find each in its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from enduse.store import StageRun
from enduse.terms.measures import number

SHIPMENT_COLUMNS = (
    "ref_id",
    "declared_on",
    "consignor",
    "consignee",
    "hs_code",
    "hs_edition",
    "goods",
    "origin",
    "dispatch",
    "destination",
    "net_mass_kg",
    "gross_mass_kg",
    "quantity",
    "quantity_unit",
    "invoice_value",
    "invoice_currency",
    "value_usd",
    "value_usd_basis",
    "usd_per_unit",
    "rate_on",
    "rate_source",
    "declaration_number",
    "counted",
    "source_id",
    "file",
    "locator",
    "sha256",
)

PLACE_COLUMNS = (
    "ref_id", "declared_on", "consignor", "consignee", "hs_code", "net_mass_kg", "value_usd", "file", "locator", "sha256",
)  # fmt: skip
"""Enough of a shipment to tell what it is in one line, and where it stands."""

_SHIPMENTS = """
select w.ref_id, s.declared_on, a.name as consignor, b.name as consignee, s.hs_code, s.hs_edition,
       s.goods_description as goods, s.country_of_origin as origin, s.country_of_dispatch as dispatch,
       s.country_of_destination as destination, s.net_mass_kg, s.gross_mass_kg, s.quantity, s.quantity_unit, s.invoice_value,
       s.invoice_currency, s.value_usd, s.value_usd_basis, s.usd_per_unit, cast(s.rate_on as string) as rate_on, s.rate_source,
       s.declaration_number, s.counted, s.source_id, p.file_name as file, g.locator, p.sha256
from wanted w
join shipments s on s.shipment_id = w.ref_id
left join goods_items g on g.item_id = s.shipment_id
left join snapshots p on p.snapshot_id = g.snapshot_id
left join shipment_parties pa on pa.shipment_id = s.shipment_id and pa.role = 'consignor' and pa.ordinal = 1
left join mentions a on a.mention_id = pa.mention_id
left join shipment_parties pb on pb.shipment_id = s.shipment_id and pb.role = 'consignee' and pb.ordinal = 1
left join mentions b on b.mention_id = pb.mention_id
order by s.declared_on, w.ref_id
"""

_DESIGNATIONS = """
select w.ref_id, d.list_id, d.authority, d.measure, d.program, d.listed_on, d.started_on, d.published_on, d.ended_on, d.source_url,
       d.locator, p.file_name as file, p.sha256
from wanted w
join designations d on d.designation_id = w.ref_id
left join snapshots p on p.snapshot_id = d.snapshot_id
order by d.list_id, w.ref_id
"""

_STATEMENTS = """
select w.ref_id, s.list_id, s.prop, s.scheme, s.value, n.name, o.name as other, s.locator, p.file_name as file, p.sha256,
       cast(p.as_of as string) as as_of
from wanted w
join statements s on s.statement_id = w.ref_id
left join (select subject_id, min(value) as name from statements where prop = 'name' group by subject_id) n
    on n.subject_id = s.subject_id
left join (select subject_id, min(value) as name from statements where prop = 'name' group by subject_id) o
    on o.subject_id = s.object_id
left join snapshots p on p.snapshot_id = s.snapshot_id
order by s.list_id, w.ref_id
"""

_COMPONENTS = """
select w.ref_id, c.name_marking, c.part_number, c.manufacturer, c.manufacturer_country, c.found_in, p.file_name as file, p.sha256
from wanted w
join components c on c.component_id = w.ref_id
left join snapshots p on p.snapshot_id = c.snapshot_id
order by c.found_in, w.ref_id
"""


def shipments(run: StageRun, ids: Iterable[str], columns: Sequence[str] = SHIPMENT_COLUMNS) -> list[dict[str, Any]]:
    """Return these columns of each shipment: what was printed, what was counted, and where it stands; by day, then id."""
    return _wanted(run, ids, _SHIPMENTS, columns)


def designations(run: StageRun, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return each designation with its list, authority, measure, dates by kind, and where it stands."""
    return _wanted(run, ids, _DESIGNATIONS)


def described(run: StageRun, rows: Iterable[tuple[str, str]], columns: Sequence[str] = SHIPMENT_COLUMNS) -> list[dict[str, Any]]:
    """Return {kind, ref_id, file, locator, what} for rows of any kind; a key not found says so instead of vanishing.

    Of a shipment all of `columns`, which hold PLACE_COLUMNS.
    """
    wanted = sorted(set(rows))
    told: dict[tuple[str, str], dict[str, Any]] = {}
    for row in shipments(run, [ref for kind, ref in wanted if kind == "shipment"], columns):
        told["shipment", row["ref_id"]] = {**row, "what": _shipment(row)}
    for row in designations(run, [ref for kind, ref in wanted if kind == "designation"]):
        what = f"{row['list_id']}, {row['measure']}, listed {row['listed_on'] or 'on a day not published'}"
        told["designation", row["ref_id"]] = {**row, "what": what}
    for row in _wanted(run, [ref for kind, ref in wanted if kind == "statement"], _STATEMENTS):
        tie = f"{row['scheme'] or row['prop']}: {row['other'] or row['value']}"
        what = f"{row['list_id']}, as of {row['as_of'] or 'a day not stated'}: {row['name'] or 'a subject'}, {tie}"
        told["statement", row["ref_id"]] = {**row, "what": what}
    for row in _wanted(run, [ref for kind, ref in wanted if kind == "component"], _COMPONENTS):
        maker = row["manufacturer"] or "maker not named"
        told["component", row["ref_id"]] = {
            **row,
            "what": f"{row['name_marking'] or 'part not named'} ({maker}), found in {row['found_in']}",
        }
    found = run.read("findings", ["finding_id", "summary"]).to_pylist() if any(kind == "finding" for kind, _ in wanted) else []
    told |= {("finding", row["finding_id"]): {"what": row["summary"]} for row in found}
    ledger = run.read("claims", ["claim_id", "quote"]).to_pylist() if any(kind == "claim" for kind, _ in wanted) else []
    told |= {("claim", row["claim_id"]): {"what": row["quote"]} for row in ledger}
    if run.has("extracted_claims") and any(kind == "claim" for kind, _ in wanted):
        for row in run.read("extracted_claims", ["claim_id", "article", "quote", "quote_start", "quote_end"]).to_pylist():
            place = f"characters {row['quote_start']} to {row['quote_end']} of its text"
            told.setdefault(("claim", row["claim_id"]), {"what": row["quote"], "file": row["article"], "locator": place})
    missing = {"what": "described in its own table"}
    return [{"kind": kind, "ref_id": ref, "file": None, "locator": None, **told.get((kind, ref), missing)} for kind, ref in wanted]


def _wanted(run: StageRun, ids: Iterable[str], sql: str, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    wanted = sorted(set(ids))
    if not wanted:
        return []
    run.put("wanted", pa.table({"ref_id": pa.array(wanted, pa.string())}))
    found = run.query(sql)
    rows: list[dict[str, Any]] = (found.select(columns) if columns else found).to_pylist()
    return rows


def _shipment(row: dict[str, Any]) -> str:
    """Return a shipment in one line; what its row does not state is said to be not stated."""
    day, consignor, consignee = (row[name] or "not stated" for name in ("declared_on", "consignor", "consignee"))
    mass = "mass not stated" if row["net_mass_kg"] is None else f"{number(row['net_mass_kg'])} kg"
    value = "value in dollars not known" if row["value_usd"] is None else f"{number(row['value_usd'])} USD"
    return f"{day}: {consignor} -> {consignee}, HS {row['hs_code'] or 'not stated'}, {mass}, {value}"
