"""What a reader is handed (a file) and what it hands back (rows and rejects, with their place in the file)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from enduse.model import Table
from enduse.model.sources import GOODS_ITEMS, REJECTS
from enduse.store import TableWriter, rows_of
from enduse.terms.ids import hash_of

REJECT_TEXT = 2000


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
    tables: dict[str, Table] = field(default_factory=dict)
    copies: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    snapshot_id: str = ""
    rows_read: int = 0
    rows_rejected: int = 0
    encoding: str | None = None
    notes: list[str] = field(default_factory=list)

    def begin(self, snapshot_id: str) -> None:
        """Start the next file: counts begin at zero."""
        self.snapshot_id = snapshot_id
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
        self.rows.setdefault(table.name, []).append(values)
        self.counts[table.name] += 1

    def items(self, columns: dict[str, list[Any]]) -> None:
        """Emit a batch of goods items as columns; `snapshot_id` is filled in."""
        length = len(columns["item_id"])
        columns["snapshot_id"] = [self.snapshot_id] * length
        self.goods_items.columns(columns)
        self.counts[GOODS_ITEMS.name] += length

    def copy_number(self, base: str) -> int:
        """Return 1 for the first row with this content hash in this run, 2 for the second ..."""
        number = self.copies.get(base, 0) + 1
        self.copies[base] = number
        return number

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
        return rows_of(table, unique.values())
