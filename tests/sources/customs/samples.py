"""Small customs files with invented companies, and what the readers make of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from enduse.model.sources import GOODS_ITEMS
from enduse.sources.catalog import definition_of, reader_of
from enduse.sources.customs.layout import layout_of
from enduse.sources.emitting import Emission, InputFile
from enduse.store import Tables

GENERIC_MAP: dict[str, Any] = {
    "columns": {
        "consignor_name": "consignor",
        "consignee_name": "consignee",
        "declared_on": "date",
        "net_mass_kg": {"header": "kg", "decimal": "."},
    },
    "ignored": ["n"],
    "constants": {"reporter": "RU", "direction": "import"},
}
HEADER = "n,consignor,consignee,date,kg"
LINE = "1,Example Trading,Invented Kestrel Works,2022-03-01,100"


@dataclass(frozen=True)
class Read:
    """What one file became."""

    items: list[dict[str, Any]]
    rejects: list[dict[str, Any]]
    emit: Emission

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """The (locator, reason) of every reject."""
        return [(one["locator"], one["reason"]) for one in self.rejects]

    @property
    def only(self) -> dict[str, Any]:
        """The one item."""
        assert len(self.items) == 1
        return self.items[0]


def read_file(
    path: Path, source_id: str = "customs/generic", column_map: dict[str, Any] | None = None, as_of: dt.date | None = None
) -> Read:
    """Return what the source makes of the file."""
    writer = Tables(path.parent / f"tables-{path.stem}").writer(GOODS_ITEMS)
    emit = Emission(writer)
    emit.begin("snapshot")
    given = column_map if column_map is not None or source_id != "customs/generic" else GENERIC_MAP
    file = InputFile(path, path.name, "0" * 64, path.stat().st_size, "snapshot", "2026-01-01T00:00:00Z", as_of, given)
    definition = definition_of(source_id)
    reader_of(definition).read(definition, file, emit)
    writer.close()
    return Read(pq.read_table(writer.path).to_pylist(), emit.rows.get("rejects", []), emit)


def read_text(folder: Path, text: str | bytes, name: str = "file.csv", **how: Any) -> Read:
    """Return what becomes of a file with this content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_file(path, **how)


def read_lines(folder: Path, *lines: str, **how: Any) -> Read:
    """Return what the nine-row map makes of these lines under its header."""
    return read_text(folder, "\n".join([HEADER, *lines]) + "\n", **how)


def headers_of(source_id: str) -> list[str]:
    """Return the headers a pinned layout knows, in alphabetical order."""
    return sorted(layout_of(definition_of(source_id).layout, source_id).headers)


def wide(source_id: str, rows: Sequence[dict[str, str]], **defaults: str) -> str:
    """Return a CSV of a pinned layout: what is not given is NULL."""
    headers = headers_of(source_id)
    out = io.StringIO()
    writer = csv.DictWriter(out, headers, restval="NULL", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**defaults, **row})
    return out.getvalue()


RU = {
    "DECLARATION_NUMBER": "10000000/150125/5000001",
    "IMP_DATE": "2025-01-15",
    "CUSTOMS_CODE": "10000000",
    "SUPPLIER_NAME": "EXAMPLE TRADING CO LTD",
    "IMPORTER_NAME": "ООО ПРИМЕР",
    "IMPORTER_CODE": "7700000000",
    "HS_CODE": "8471500000",
    "NET_WEIGHT_KG": "10.5",
    "GROSS_WEIGHT_KG": "11",
    "QUANTITY": "3",
    "UNIT": "ШТ",
    "CUSTOMS_COST_VALUE_RUB": "90000.5",
    "CURRENCY_UNIT": "INR",
    "INVOICE_VALUE_RUB": "90000.5",
    "ITEM_NUMBER": "0",
    "ORIGIN_COUNTRY": "КИТАЙ",
    "BRAND": "ОТСУТСТВУЕТ",
    "CUSTOMS_PROCEDURE_CODE": "4000000",
    "INCOTERMS": "FOB",
    "RECORD_ID": "r1",
}
KZ = {
    "DECLARATION_NUMBER": "50000/150125/0000001",
    "REGISTRATION_DATE": "2025-01-15",
    "CUSTOMS_OFFICE_CODE": "50000.0",
    "SUPPLIER_NAME": "EXAMPLE LTD",
    "IMPORTER_NAME": "ТОО ПРИМЕР",
    "IMPORTER_CODE": "12345678901",
    "DIRECTION": "ИМ",
    "HS_CODE": "8471500000",
    "N_WEIGHT": "10",
    "G_WEIGHT": "11",
    "CARGO_VALUE_IN_FC": "0",
    "FOREIGN_CURRENCY": "USD",
    "VALUE_IN_FOREIGN_CURRENCY": "999999",
    "TOTAL_COST": "888888",
    "CUSTOMS_VALUE_KZT": "5000",
    "QUANTITY": "0",
    "CUSTOMS_PROCEDURE_CODE": "40.0",
    "GUARANTEE_NAME": "ТОО ВЫДУМАННЫЙ ПЛАТЕЛЬЩИК",
    "RECORD_ID": "r1",
}
TR = {
    "REGISTRATION_NO": "25340000IM00000001",
    "REGISTRATION_DATE": "2025-01-15",
    "CUSTOMS_OFFICE_CODE": "340000",
    "SUPPLIER_NAME": "EXAMPLE LTD",
    "IMPORTER_NAME": "ÖRNEK SANAYİ A.Ş. ",
    "IMPORTER_CODE": "123456789",
    "HS_CODE": "8471500000",
    "NET_WEIGHT_KG": "10",
    "QUANTITY": "0",
    "ITEM_NO": "0",
    "INVOICE_AMOUNT": "5000",
    "CALCULATED_TOTAL_VALUE_USD": "5000",
    "CALCULATED_ITEM_VALUE_USD": "0",
    "RECORD_ID": "r1",
}
US = {
    "ACTUAL_ARRIVAL_DATE": "2025-01-15",
    "BILL_OF_LADING": "EXMP0000001",
    "BILL_TYPE_CODE": "H",
    "MASTER_BILL_OF_LADING": "EXMP0000009",
    "VOYAGE": "001W",
    "MANIFEST_NO": "123456",
    "RAW_SHIPPER_NAME": "EXAMPLE SHIPPER",
    "RAW_CONSIGNEE_NAME": "INVENTED KESTREL WORKS",
    "SHIPPER_NAME": "Example",
    "HS_CODE": "847150",
    "WEIGHT": "100",
    "WEIGHT_UNIT": "LB",
    "WEIGHT_IN_KG": "45.36",
    "COUNTRY": "IN, INDIA",
    "CIF": "12345",
    "QUANTITY": "7",
    "END": "END",
    "RECORD_ID": "r1",
}
