"""What a room is handed when its stage runs: tables to read, an engine, parameters, and a place for the tables it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from enduse.engine import Engine, Step
from enduse.engine.base import Literal
from enduse.model import TABLES, Table
from enduse.settings import Parameter, ParameterValue, Settings
from enduse.store import kept
from enduse.store.archive import Archive
from enduse.store.tables import Tables, TableWriter, read_rows, rows_of

Progress = Callable[[str, int, int | None], None]


def silent(label: str, done: int, total: int | None) -> None:
    """Show no progress."""


class StageRun:
    """One stage at work. Tables it writes are readable by its own later steps, and by others after the commit."""

    def __init__(
        self, folder: Path, tables: Tables, archive: Archive, engine: Engine, settings: Settings, progress: Progress = silent
    ) -> None:
        self.folder = folder
        self.tables = tables
        self.archive = archive
        self.engine = engine
        self.settings = settings
        self.progress = progress
        self.parameters_used: dict[str, ParameterValue] = {}
        self.steps_run: list[str] = []
        self._written: dict[str, Path] = {}
        self._attached: set[str] = set()
        self._writers: dict[str, TableWriter] = {}

    def parameter(self, parameter: Parameter) -> Any:
        """Return the value in force and remember that it was used."""
        value = self.settings.parameter(parameter)
        self.parameters_used[parameter.name] = value
        return value

    def has(self, name: str) -> bool:
        """Tell whether the table can be read now."""
        return name in self._written or self.tables.has(name)

    def read(self, name: str, columns: Iterable[str] | None = None, filters: Any = None) -> pa.Table:
        """Return the rows of a table, this stage's own version first."""
        return read_rows(self._path(name), columns, filters)

    def query(self, sql: str, **parameters: Literal | tuple[str, ...]) -> pa.Table:
        """Return the rows of one question; tables named in `sql` must be attached or listed in model.TABLES."""
        self.attach(*[name for name in TABLES if name in sql and self.has(name)])
        return self.engine.query(sql, parameters)

    def kept(self, name: str, version: str) -> dict[str, pa.Table]:
        """Return the working tables that an earlier run of the same `version` kept under a name; empty when there are none."""
        return kept.load(self.folder, name, version)

    def keep(self, name: str, version: str, tables: Mapping[str, pa.Table]) -> None:
        """Keep working tables for the next run. They are no part of the answer, and whether they are there changes nothing of it."""
        kept.keep(self.folder, name, version, tables)

    def put(self, name: str, rows: pa.Table) -> None:
        """Make working rows readable as `name` in this stage's SQL; they are not kept."""
        self.engine.put(name, rows)

    def attach(self, *names: str) -> None:
        """Make tables readable in SQL under their names."""
        for name in names:
            if name not in self._attached and (name in TABLES):
                self.engine.attach(name, self._path(name))
                self._attached.add(name)

    def step(self, step: Step, **parameters: Literal | tuple[str, ...]) -> int:
        """Run one SQL step and write its table; return the number of rows."""
        self.attach(*step.reads)
        writer = self.open(TABLES[step.writes])
        writer.stream(self.engine.run(step, parameters))
        self.steps_run.append(step.name)
        return self._close(step.writes)

    def ask(self, step: Step, **parameters: Literal | tuple[str, ...]) -> pa.Table:
        """Return the rows of one SQL step in the order of its key, unwritten; a table it reads that no stage has written is empty."""
        if step.name not in self.steps_run:
            self.steps_run.append(step.name)
        for name in step.reads:
            if name in TABLES and not self.has(name):
                self.put(name, TABLES[name].schema.empty_table())
        self.attach(*[name for name in step.reads if self.has(name)])
        return self.engine.query(step.text(parameters), {})

    def write(self, table: Table, rows: pa.Table | Iterable[dict[str, Any]]) -> int:
        """Write a whole table from Arrow rows or dictionaries, in the order of its key; return the number of rows."""
        writer = self.open(table)
        writer.sorted(rows if isinstance(rows, pa.Table) else rows_of(table, rows))
        return self._close(table.name)

    def open(self, table: Table) -> TableWriter:
        """Return a writer for a table too large to hold; `finish` closes it."""
        writer = self.tables.writer(table)
        self._writers[table.name] = writer
        return writer

    def finish(self) -> dict[str, int]:
        """Close every writer still open; return {table: rows} of all that was written."""
        for name in [name for name in self._writers if name not in self._written]:
            self._close(name)
        return {name: writer.rows for name, writer in sorted(self._writers.items())}

    def abandon(self) -> None:
        """Give up every table not yet closed: the stage failed and its tables are discarded."""
        for name, writer in self._writers.items():
            if name not in self._written:
                writer.abandon()

    def _close(self, name: str) -> int:
        writer = self._writers[name]
        writer.close()
        self._written[name] = writer.path
        self._attached.discard(name)
        return writer.rows

    def _path(self, name: str) -> Path:
        return self._written.get(name) or self.tables.path(name)
