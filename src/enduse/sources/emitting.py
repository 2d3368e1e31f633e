"""What a reader is handed (a file) and what it hands back (rows and rejects, with their place in the file)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from enduse.model import Table
from enduse.model.sources import GOODS_ITEMS, REJECTS
from enduse.store import TableWriter, rows_of
from enduse.terms.ids import hash_of

REJECT_TEXT = 2000
WAITING_ROWS = 200_000
"""So many rows of one table wait as dictionaries (about 1 kB each); then they are put down as Arrow."""


@dataclass(frozen=True)
class InputFile:
    """One archived file: `path` holds its bytes, `name` is what the user called it."""

    path: Path
    name: str
    sha256: str
    size_bytes: int
    snapshot_id: str
    retrieved_at: str
    as_of: dt.date | None = None
    column_map: dict[str, Any] | None = None


@dataclass
class Emission:
    """Collects what readers understood. Small tables are kept and sorted at the end; goods items are written as they come."""

    goods_items: TableWriter
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    batches: dict[str, list[pa.RecordBatch]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    copies: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """Rows met before: how often, in which file last, and how often in that; only contents that came twice or more."""
    met: dict[int, int] = field(default_factory=dict)
    """The first 64 bits of every content hash met, with the file that held it first; a million rows cost some 90 MB."""
    files: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    snapshot_id: str = ""
    rows_read: int = 0
    rows_rejected: int = 0
    encoding: str | None = None
    notes: list[str] = field(default_factory=list)

    def begin(self, snapshot_id: str) -> None:
        """Start the next file: counts begin at zero."""
        self.snapshot_id = snapshot_id
        self.files += 1
        self.rows_read = self.rows_rejected = 0
        self.encoding = None
        self.notes = []
        self.counts = Counter()

    def read(self, rows: int = 1) -> None:
        """Count data rows met, readable or not."""
        self.rows_read += rows

    def row(self, table: Table, **values: Any) -> None:
        """Emit one row of a small table; `snapshot_id` is filled in."""
        if "snapshot_id" in table.column_names:
            values.setdefault("snapshot_id", self.snapshot_id)
        self.tables[table.name] = table
        waiting = self.rows.setdefault(table.name, [])
        waiting.append(values)
        self.counts[table.name] += 1
        if len(waiting) >= WAITING_ROWS and table is not REJECTS:
            self._settle(table)

    def columns(self, table: Table, columns: dict[str, list[Any]]) -> None:
        """Emit a batch of rows of a table as columns, for sources of hundreds of thousands of rows; `snapshot_id` is filled in.

        A column left out is null. Kept as Arrow: about a tenth of the memory of the same rows as dictionaries.
        """
        length = len(next(iter(columns.values())))
        if "snapshot_id" in table.column_names:
            columns.setdefault("snapshot_id", [self.snapshot_id] * length)
        unknown = columns.keys() - set(table.column_names)
        if unknown:
            raise KeyError(f"{table.name} has no columns {sorted(unknown)}")
        arrays = [pa.array(columns[one.name], type=one.type) if one.name in columns else pa.nulls(length, one.type) for one in table.schema]
        self._settle(table)
        self.tables[table.name] = table
        self.batches.setdefault(table.name, []).append(pa.record_batch(arrays, schema=table.schema))
        self.counts[table.name] += length

    def items(self, columns: dict[str, list[Any]]) -> None:
        """Emit a batch of goods items as columns; `snapshot_id` is filled in."""
        length = len(columns["item_id"])
        columns["snapshot_id"] = [self.snapshot_id] * length
        self.goods_items.columns(columns)
        self.counts[GOODS_ITEMS.name] += length

    def copy_number(self, base: str) -> tuple[int, int]:
        """Return how often this content hash has now been met in this run, and in this file: (1, 1) for the first row of it."""
        prefix = int(base[:16], 16)
        first = self.met.get(prefix)
        if first is None:
            self.met[prefix] = self.files
            return 1, 1
        total, file, here = self.copies.get(prefix, (1, first, 1))
        self.copies[prefix] = total + 1, self.files, here + 1 if file == self.files else 1
        return total + 1, self.copies[prefix][2]

    def reject(self, locator: str, reason: str, detail: str, as_published: str) -> None:
        """Keep a row (or cell) that could not be read, with the reason."""
        self.rows_rejected += 1
        cut = as_published[:REJECT_TEXT].replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
        self.row(
            REJECTS,
            reject_id=hash_of([self.snapshot_id, locator, reason]),
            locator=locator,
            reason=reason,
            detail=detail,
            as_published=cut,
        )

    def note(self, sentence: str) -> None:
        """Say something a reader of the data should know about this file."""
        self.notes.append(sentence)

    def arrow(self, table: Table) -> Any:
        """Return the rows emitted for a small table; a row emitted twice with one key stands once."""
        unique = {tuple(row[column] for column in table.key): row for row in self.rows.get(table.name, [])}
        rows = rows_of(table, unique.values())
        if table.name not in self.batches:
            return rows
        together = pa.concat_tables([pa.Table.from_batches(self.batches[table.name], table.schema), rows])
        numbered = together.select(list(table.key)).append_column("place", pa.array(range(together.num_rows), pa.int64()))
        last = numbered.group_by(list(table.key), use_threads=False).aggregate([("place", "max")])
        return together if last.num_rows == together.num_rows else together.take(last["place_max"].sort())

    def _settle(self, table: Table) -> None:
        """Put the waiting rows of a table down as Arrow, so that what comes later stands later."""
        if waiting := self.rows.get(table.name):
            self.batches.setdefault(table.name, []).extend(rows_of(table, waiting).to_batches())
            waiting.clear()
