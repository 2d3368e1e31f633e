"""Reads a file under a source definition, outside a workspace."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any, cast

from enduse.model import TABLES
from enduse.sources.catalog import definition_of, reader_of
from enduse.sources.emitting import Emission, InputFile
from enduse.store import TableWriter


def emission() -> Emission:
    """Return an emission without goods items."""
    return Emission(cast(TableWriter, None))


def read_file(
    source_id: str, path: Path, column_map: dict[str, Any] | None = None, as_of: str | None = None, into: Emission | None = None
) -> Emission:
    """Return what the source's reader emitted for the file."""
    emit = into or emission()
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    emit.begin(sha256[:20])
    day = dt.date.fromisoformat(as_of) if as_of else None
    file = InputFile(path, path.name, sha256, path.stat().st_size, sha256[:20], "2024-07-01T00:00:00Z", day, column_map)
    definition = definition_of(source_id)
    reader_of(definition).read(definition, file, emit)
    return emit


def rows(emit: Emission, table: str) -> list[dict[str, Any]]:
    """Return the rows emitted for a table, in the order of its key."""
    shape = TABLES[table]
    found: list[dict[str, Any]] = emit.arrow(shape).sort_by([(column, "ascending") for column in shape.key]).to_pylist()
    return found


def faults(emit: Emission) -> dict[str, str]:
    """Return {locator: reason} of the rejects."""
    return {row["locator"]: row["reason"] for row in emit.rows.get("rejects", [])}
