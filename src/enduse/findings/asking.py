"""Rows of tables that the case may not hold, and rows as tuples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from enduse.model import TABLES
from enduse.store import StageRun


def rows(run: StageRun, name: str, columns: Iterable[str] | None = None) -> pa.Table:
    """Return the table's rows in the order of its file; none when no stage has written it."""
    if run.has(name):
        return run.read(name, columns)
    empty = TABLES[name].schema.empty_table()
    return empty.select(list(columns)) if columns else empty


def tuples(table: pa.Table) -> list[tuple[Any, ...]]:
    """Return the rows as tuples, in order."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))
