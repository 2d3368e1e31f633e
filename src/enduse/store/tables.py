"""Parquet tables, one file each, replaced together.

A stage writes its tables beside the old ones, then commits: a journal names the new files, each is moved into its place,
the journal is removed. A process killed before the journal is written has changed nothing; one killed after it is
finished by the next process that opens the workspace. Readers therefore never see half of a stage.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from enduse.errors import StageNotRun, StorageFailed, WorkspaceError
from enduse.model import TABLES, Table
from enduse.store.archive import sha256_of

GROUP_ROWS = 122_880


class Tables:
    """The folder `tables/` of a workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._next = folder / ".next"
        self._journal = folder / ".journal.json"

    def path(self, name: str) -> Path:
        """Return the file of the table; raises StageNotRun when no stage has written it."""
        path = self.folder / f"{name}.parquet"
        if not path.is_file():
            raise StageNotRun(name, self.folder.parent)
        return path

    def has(self, name: str) -> bool:
        """Tell whether a stage has written the table."""
        return (self.folder / f"{name}.parquet").is_file()

    def read(self, name: str, columns: Iterable[str] | None = None, filters: Any = None) -> pa.Table:
        """Return the table's rows; `filters` as pyarrow takes them."""
        return read_rows(self.path(name), columns, filters)

    def names(self) -> list[str]:
        """Return the names of the tables that exist, in alphabetical order."""
        return sorted(path.stem for path in self.folder.glob("*.parquet") if path.stem in TABLES)

    def writer(self, table: Table) -> TableWriter:
        """Return a writer of the table's next version; it becomes visible at commit."""
        return TableWriter(table, self._next / f"{table.name}.parquet")

    def discard(self) -> None:
        """Forget next versions that were never committed."""
        shutil.rmtree(self._next, ignore_errors=True)

    def commit(self, stage: str, record: dict[str, Any]) -> dict[str, str]:
        """Move every next version into place together with the stage's record; return {table: sha256}."""
        hashes = {path.stem: sha256_of(path) for path in sorted(self._next.glob("*.parquet"))}
        journal = {"stage": stage, "tables": hashes, "record": {**record, "tables": hashes}}
        write_json(self._journal, journal)
        self.recover()
        return hashes

    def recover(self) -> None:
        """Finish a commit that was interrupted; does nothing when there is none."""
        try:
            journal = json.loads(self._journal.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except OSError as error:
            raise _storage(self._journal, error) from error
        except ValueError as error:
            raise WorkspaceError(f"{self._journal} is damaged; remove it and run again, the inputs are still there") from error
        for name in journal["tables"]:
            waiting = self._next / f"{name}.parquet"
            if waiting.exists():
                try:
                    waiting.replace(self.folder / f"{name}.parquet")
                except OSError as error:
                    raise _storage(waiting, error) from error
        write_json(self.folder / f".stage-{journal['stage']}.json", journal["record"])
        self._journal.unlink()
        self.discard()

    def record(self, stage: str) -> dict[str, Any] | None:
        """Return what the last commit of the stage recorded; None when it never ran."""
        try:
            found: dict[str, Any] = json.loads((self.folder / f".stage-{stage}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            # Missing or damaged: the stage runs again, which costs time and nothing else.
            return None
        return found if isinstance(found, dict) and {"key", "tables"} <= found.keys() else None

    def intact(self, record: dict[str, Any]) -> bool:
        """Tell whether every table the record names is still the one it wrote."""
        return all(self.has(name) and sha256_of(self.path(name)) == sha for name, sha in record["tables"].items())


def read_rows(path: Path, columns: Iterable[str] | None = None, filters: Any = None) -> pa.Table:
    """Return the rows of a Parquet file; raises WorkspaceError when it is damaged."""
    try:
        return pq.read_table(path, columns=list(columns) if columns else None, filters=filters, memory_map=False)
    except (pa.ArrowInvalid, OSError) as error:
        raise WorkspaceError(f"{path} cannot be read as a table: {error}. Run the stages again: enduse run writes it anew") from error


class TableWriter:
    """Writes one Parquet file in row groups of a fixed size, so that equal rows give equal bytes."""

    def __init__(self, table: Table, path: Path) -> None:
        self.table = table
        self.path = path
        self.rows = 0
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_rows = 0
        self._beside: ThreadPoolExecutor | None = None
        self._pending: Future[None] | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writer = pq.ParquetWriter(path, table.schema, compression="zstd", compression_level=1, write_statistics=True)
        except OSError as error:
            raise _storage(path, error) from error

    def columns(self, values: dict[str, list[Any]]) -> None:
        """Add rows given as columns; a column left out is null."""
        length = len(next(iter(values.values()))) if values else 0
        unknown = values.keys() - set(self.table.column_names)
        if unknown:
            raise KeyError(f"{self.table.name} has no columns {sorted(unknown)}")
        arrays = [
            pa.array(values[field.name], type=field.type) if field.name in values else pa.nulls(length, field.type)
            for field in self.table.schema
        ]
        self.batch(pa.record_batch(arrays, schema=self.table.schema))

    def sorted(self, rows: pa.Table) -> None:
        """Add rows in the order of the table's key."""
        ordered = conform(rows, self.table)
        if self.table.key and not _ascends(ordered, self.table.key):
            ordered = ordered.sort_by([(column, "ascending") for column in self.table.key])
        for batch in ordered.to_batches():
            self.batch(batch)

    def stream(self, batches: Iterable[pa.RecordBatch]) -> None:
        """Add rows in the order they come."""
        for batch in batches:
            for part in conform(pa.Table.from_batches([batch]), self.table).to_batches():
                self.batch(part)

    def batch(self, batch: pa.RecordBatch) -> None:
        """Add one batch that already has the table's schema."""
        while batch.num_rows:
            room = GROUP_ROWS - self._waiting_rows
            self._waiting.append(batch.slice(0, room))
            taken = min(room, batch.num_rows)
            self._waiting_rows += taken
            self.rows += taken
            batch = batch.slice(taken)
            if self._waiting_rows == GROUP_ROWS:
                self._write_beside()

    def close(self) -> None:
        """Write what is waiting and the footer; flush to disk."""
        self._finish_beside()
        self._write(self._taken())
        try:
            self._writer.close()
            with self.path.open("rb") as stream:
                os.fsync(stream.fileno())
        except OSError as error:
            raise _storage(self.path, error) from error

    def abandon(self) -> None:
        """Give the file up as it is; it will not be read. Without this the library writes its end when it is forgotten, and complains."""
        self._waiting, self._waiting_rows = [], 0
        with suppress(StorageFailed):
            self._finish_beside()
        self._writer.is_open = False
        if self._writer.file_handle is not None:
            with suppress(OSError):
                self._writer.file_handle.close()

    def _taken(self) -> pa.Table:
        group = pa.Table.from_batches(self._waiting, self.table.schema)
        self._waiting, self._waiting_rows = [], 0
        return group

    def _write_beside(self) -> None:
        """Write a full group while the next one is made: compressing takes no part of the interpreter's time."""
        group = self._taken()
        self._written_beside()
        if self._beside is None:
            self._beside = ThreadPoolExecutor(1, "enduse-write")
        self._pending = self._beside.submit(self._write, group)

    def _written_beside(self) -> None:
        """Wait for the group being written; its error is raised here."""
        pending, self._pending = self._pending, None
        if pending is not None:
            pending.result()

    def _finish_beside(self) -> None:
        try:
            self._written_beside()
        finally:
            if self._beside is not None:
                self._beside.shutdown()
                self._beside = None

    def _write(self, group: pa.Table) -> None:
        if not group.num_rows:
            return
        try:
            self._writer.write_table(group.combine_chunks(), row_group_size=GROUP_ROWS)
        except OSError as error:
            raise _storage(self.path, error) from error

    def __enter__(self) -> TableWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self.close()


def conform(rows: pa.Table, table: Table) -> pa.Table:
    """Return `rows` with exactly the table's columns and types; raises KeyError for a missing column."""
    missing = set(table.column_names) - set(rows.column_names)
    if missing:
        raise KeyError(f"{table.name}: columns missing from its rows: {sorted(missing)}")
    chosen = rows.select(list(table.column_names))
    return chosen if chosen.schema.equals(table.schema) else chosen.cast(table.schema)


def _ascends(rows: pa.Table, key: Iterable[str]) -> bool:
    """Tell whether rows stand in the order of a key already: to see that costs a small part of sorting them."""
    if rows.num_rows < 2:
        return True
    smaller: Any = False
    equal: Any = True
    for name in key:
        column = rows[name].combine_chunks()
        if column.null_count:
            return False
        before, after = column[:-1], column[1:]
        smaller = pc.or_(smaller, pc.and_(equal, pc.less(before, after)))
        if pc.all(smaller).as_py():
            return True
        equal = pc.and_(equal, pc.equal(before, after))
    return bool(pc.all(pc.or_(smaller, equal)).as_py())


def rows_of(table: Table, rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Return Arrow rows of `table` from dictionaries; a key left out is null, an unknown key raises KeyError."""
    listed = list(rows)
    unknown = {key for row in listed for key in row} - set(table.column_names)
    if unknown:
        raise KeyError(f"{table.name} has no columns {sorted(unknown)}")
    return pa.Table.from_pylist(listed, schema=table.schema)


def distinct(rows: pa.Table, columns: Iterable[str]) -> pa.Table:
    """Return the distinct values of `columns`, sorted."""
    names = list(columns)
    unique = rows.group_by(names, use_threads=False).aggregate([])
    return unique.select(names).sort_by([(name, "ascending") for name in names])


def count(rows: pa.Table, column: str) -> dict[Any, int]:
    """Return {value: rows} for one column."""
    counted = pc.value_counts(rows[column])
    return {pair["values"].as_py(): pair["counts"].as_py() for pair in counted}


def write_json(path: Path, content: Any) -> None:
    """Replace the file with `content` as canonical JSON, atomically."""
    write_bytes(path, (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Replace the file with `content`, atomically; raises StorageFailed and leaves the old file when the disk refuses."""
    partial = path.with_name(f".{path.name}.partial-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise _storage(path, error) from error


def _storage(path: Path, error: OSError) -> StorageFailed:
    reason = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error))
    return StorageFailed(path, reason)
