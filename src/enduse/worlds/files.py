"""Customs files written as they come: banner, header, rows; equal input gives equal bytes."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import IO, Any, cast

import pyarrow as pa
import pyarrow.csv as pacsv

from enduse.worlds import layouts, manifests, printing
from enduse.worlds.arrays import CN_KZ, CN_RU, CN_US, KZ_RU, OTHER_RU, Batch, Flags
from enduse.worlds.printing import Columns, Printer

BANNER = "INVENTED DATA: no company, person or shipment in this file exists"
FILES: tuple[tuple[str, str, tuple[str, ...], bool, str], ...] = (
    ("ru_imports", "customs/ru_imports", layouts.RU_IMPORTS, True, "2025-01-15"),
    ("kz_imports", "customs/kz_imports", layouts.KZ_IMPORTS, True, "2025-01-15"),
    ("kz_exports", "customs/kz_exports", layouts.KZ_EXPORTS, True, "2025-01-15"),
    ("us_manifests", "customs/us_manifests", layouts.US_MANIFESTS, True, "2025-01-15"),
    ("us_manifests_later", "customs/us_manifests", layouts.US_MANIFESTS, True, "2025-03-01"),
    ("cn_exports", "customs/generic", layouts.CN_EXPORTS, False, "2025-01-15"),
)
"""Name, source, header, whether five banner rows stand in front, and the day the file speaks for."""


class CustomsFile:
    """One CSV file being written; `rows` counts what it holds."""

    def __init__(self, path: Path, header: tuple[str, ...], banner: bool, compressed: bool) -> None:
        self.path = path.with_name(path.name + ".gz") if compressed else path
        self.header = header
        self.rows = 0
        raw = self.path.open("wb")
        # No file name and no time in the gzip header: equal worlds are equal files.
        self._sink: IO[bytes] = (
            cast("IO[bytes]", gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=5)) if compressed else raw
        )
        self._raw = raw
        empty = "," * (len(header) - 1)
        lines = [f'"{BANNER}"{empty}', f"DATA{empty}", empty, empty, empty] if banner else []
        self._sink.write(("\n".join([*lines, ",".join(header)]) + "\n").encode("utf-8"))

    def write(self, columns: Columns, copied: Flags | None = None) -> None:
        """Write rows; headers without a column hold NULL, rows marked in `copied` stand twice, byte for byte."""
        unknown = set(columns) - set(self.header)
        if unknown:
            raise KeyError(f"{self.path.name} has no columns {sorted(unknown)}")
        length = next(len(value) for value in columns.values() if not isinstance(value, str))
        if not length:
            return
        table = pa.table({name: _column(columns.get(name, "NULL"), length) for name in self.header})
        self._put(table)
        if copied is not None and copied.any():
            self._put(table.filter(pa.array(copied)))

    def _put(self, table: pa.Table) -> None:
        pacsv.write_csv(table, self._sink, pacsv.WriteOptions(include_header=False, batch_size=8192))
        self.rows += table.num_rows

    def close(self) -> None:
        """Finish the file."""
        self._sink.close()
        if self._raw is not self._sink:
            self._raw.close()


def _column(value: Any, length: int) -> pa.Array:
    return pa.repeat(pa.scalar(value), length) if isinstance(value, str) else value if isinstance(value, pa.Array) else pa.array(value)


class CustomsFiles:
    """All customs files of a world, open at once; a batch goes to every file that saw it."""

    def __init__(self, folder: Path, printer: Printer, compressed: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.printer = printer
        self.files = {name: CustomsFile(folder / f"{name}.csv", header, banner, compressed) for name, _, header, banner, _ in FILES}

    def write(self, batch: Batch) -> None:
        """Print a batch into the importer's file (months it lacks left out) and, where mirrored, into the exporter's."""
        seen = ~batch.gap
        # Rows stand twice only where the layout numbers its rows: elsewhere two equal lines may be two consignments.
        self._put("ru_imports", printing.russian_imports, batch.where(seen & (batch.lane <= OTHER_RU)), False)
        self._put("kz_imports", printing.kazakh_imports, batch.where(seen & (batch.lane == CN_KZ)), False)
        self._put("kz_exports", printing.kazakh_exports, batch.where(batch.mirrored & (batch.lane == KZ_RU)), False)
        chinese = batch.mirrored & ((batch.lane == CN_RU) | (batch.lane == CN_KZ))
        self._put("cn_exports", printing.chinese_exports, batch.where(chinese), True)
        shipped = batch.where(batch.lane == CN_US)
        if len(shipped):
            bills, masters, again = manifests.bills(self.printer, shipped)
            self.files["us_manifests"].write(bills, shipped.copied)
            self.files["us_manifests"].write(masters)
            self.files["us_manifests_later"].write(again)

    def _put(self, name: str, form: Any, batch: Batch, copies: bool) -> None:
        if len(batch):
            self.files[name].write(form(self.printer, batch), batch.copied if copies else None)

    def close(self) -> dict[str, int]:
        """Finish every file and return {name: rows}."""
        for file in self.files.values():
            file.close()
        return {name: file.rows for name, file in self.files.items()}
