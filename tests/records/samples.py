"""Goods items to conform, each an import into Russia unless a test says otherwise. All companies are invented."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

from enduse.model.sources import GOODS_ITEMS
from enduse.records import conform
from enduse.store import StageRun
from enduse.terms.periods import period_of

VALID_INN = "9900000017"


def item(number: int = 1, **values: Any) -> dict[str, Any]:
    """Return one goods item; `declared_on` fills date_from and date_until."""
    row: dict[str, Any] = {
        "item_id": f"{number:020x}", "snapshot_id": "s", "locator": f"row {number}", "source_id": "customs/example",
        "record_kind": "declaration", "direction": "import", "reporter": "RU", "copy_number": 1, "declared_on": "2022-03-15",
        "consignor_name": "Invented Kestrel Works Ltd", "consignee_name": "Example Trading LLC", "hs_code": "854231",
        "hs_as_published": "8542319010", "hs_basis": "declared", "net_mass_kg": 10.0,
    }  # fmt: skip
    row.update(values)
    period = period_of(row["declared_on"]) if row["declared_on"] else None
    row.setdefault("date_from", period.from_ if period else None)
    row.setdefault("date_until", period.until if period else None)
    return row


def exported(number: int, **values: Any) -> dict[str, Any]:
    """Return the exporter's record, in China, of the shipment that `item` describes."""
    return item(number, **{"source_id": "customs/other", "reporter": "CN", "direction": "export", "declared_on": "2022-03-05", **values})


def conformed(desk: StageRun, *items: dict[str, Any]) -> StageRun:
    """Return the desk after `conform` on these goods items."""
    desk.write(GOODS_ITEMS, items)
    conform(desk)
    desk.finish()
    return desk


def rows(desk: StageRun, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    found: list[dict[str, Any]] = desk.read(table).to_pylist()
    return found


def shipment(desk: StageRun, *items: dict[str, Any]) -> dict[str, Any]:
    """Return the first shipment after `conform` on these goods items."""
    return rows(conformed(desk, *items), "shipments")[0]


def linked(desk: StageRun, *items: dict[str, Any]) -> dict[int, tuple[int, str]]:
    """Return {row not counted: (row kept, kind)} by the numbers given to `item`."""
    conformed(desk, *items)
    return {int(one["shipment_id"], 16): (int(one["kept_shipment_id"], 16), one["kind"]) for one in rows(desk, "duplicates")}


def hashes(desk: StageRun, tables: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each table's file as the stage wrote it."""
    folder = desk.tables.writer(GOODS_ITEMS).path.parent
    return {name: hashlib.sha256((folder / f"{name}.parquet").read_bytes()).hexdigest() for name in tables}


def day(text: str) -> dt.date:
    """Return a calendar day."""
    return dt.date.fromisoformat(text)
