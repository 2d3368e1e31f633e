"""DuckDB, the default engine: one process, spilling to a temporary folder when memory is short."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pyarrow as pa

from enduse.engine.base import Parameters, Step, literal, render

BATCH_ROWS = 122_880


class DuckDBEngine:
    """SQL in this process; `memory_mb` bounds its memory, `temporary` takes what does not fit."""

    name = "duckdb"

    def __init__(self, temporary: Path, memory_mb: int = 1200, threads: int | None = None) -> None:
        self._connection = duckdb.connect(":memory:")
        settings = {
            "memory_limit": f"{memory_mb}MB",
            "temp_directory": str(temporary),
            "threads": threads or min(4, os.cpu_count() or 1),
            # Rows leave in key order anyway; not keeping input order lets large sorts spill.
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        for key, value in settings.items():
            self._connection.execute(f"set {key} = {literal(value)}")

    def attach(self, table: str, path: Path) -> None:
        """Make the Parquet file at `path` readable as `table`."""
        self._connection.execute(f'create or replace view "{table}" as select * from read_parquet({literal(str(path))})')

    def put(self, table: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as `table`."""
        self._connection.execute(f'drop view if exists "{table}"')
        self._connection.register(table, rows)

    def run(self, step: Step, parameters: Parameters) -> pa.RecordBatchReader:
        """Return the rows of `step` in the order of its key."""
        return self._connection.execute(step.text(parameters)).to_arrow_reader(BATCH_ROWS)

    def query(self, sql: str, parameters: Parameters) -> pa.Table:
        """Return the rows of one question, as Arrow."""
        return self._connection.execute(render(sql, parameters)).to_arrow_table()

    def close(self) -> None:
        """Give back memory and temporary files."""
        self._connection.close()
