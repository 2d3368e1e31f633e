"""DuckDB, the default engine: one process, spilling to a temporary folder when memory is short."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from enduse.engine.base import Literal, Parameters, Step, literal, render
from enduse.errors import QueryFailed, StorageFailed, WorkspaceError

BATCH_ROWS = 122_880
REFUSALS = {
    "No space left": "the disk is full",
    "max_temp_directory_size": "the disk is full",
    "Disk quota exceeded": "the disk quota is used up",
    "File too large": "a file would be larger than this process may write",
    "Read-only file system": "the disk is read-only",
    "Could not write": "the disk refused to write",
}
"""What DuckDB says when the disk refuses, and what it means."""


class DuckDBEngine:
    """SQL in this process; `memory_mb` bounds its memory, `temporary` takes what does not fit."""

    name = "duckdb"

    def __init__(self, temporary: Path, memory_mb: int = 1200, threads: int | None = None) -> None:
        self._temporary = temporary
        try:
            # DuckDB makes the folder itself when it first spills, but not the folders above it.
            temporary.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageFailed(temporary, error.strerror or str(error)) from error
        self._connection = duckdb.connect(":memory:")
        settings: dict[str, Literal] = {
            "memory_limit": f"{memory_mb}MB",
            "temp_directory": str(temporary),
            "threads": threads or min(4, os.cpu_count() or 1),
            # Rows leave in key order anyway; not keeping input order lets large sorts spill.
            "preserve_insertion_order": False,
            # SQL names tables, never Python variables that happen to be in scope.
            "python_enable_replacements": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        for key, value in settings.items():
            self._connection.execute(f"set {key} = {literal(value)}")

    def attach(self, table: str, path: Path) -> None:
        """Make the Parquet file at `path` readable as `table`."""
        try:
            self._connection.execute(f'create or replace view "{table}" as select * from read_parquet({literal(str(path))})')
        except duckdb.Error as error:
            raise WorkspaceError(f"{path} cannot be read as a table: {error}. Run the stages again: enduse run writes it anew") from error

    def put(self, table: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as `table`."""
        self._connection.execute(f'drop view if exists "{table}"')
        self._connection.register(table, rows)

    def run(self, step: Step, parameters: Parameters) -> Iterator[pa.RecordBatch]:
        """Yield the rows of `step` in the order of its key."""
        text = step.text(parameters)
        with self._told(step.name, text):
            yield from self._connection.sql(text).to_arrow_reader(BATCH_ROWS)

    def query(self, sql: str, parameters: Parameters) -> pa.Table:
        """Return the rows of one question, as Arrow."""
        text = render(sql, parameters)
        with self._told("a question", text):
            return self._connection.sql(text).to_arrow_table()

    @contextmanager
    def _told(self, step: str, text: str) -> Iterator[None]:
        """Translate DuckDB's errors, and those Arrow raises on its behalf while rows are fetched."""
        try:
            yield
        except (duckdb.Error, pa.ArrowException) as error:
            reason = str(error)
            if refusal := next((why for words, why in REFUSALS.items() if words in reason), None):
                raise StorageFailed(self._temporary, refusal) from error
            raise QueryFailed(step, text, reason) from error

    def close(self) -> None:
        """Give back memory and temporary files."""
        self._connection.close()
