"""The stage `read`: every input of enduse.toml through its reader, into the tables of the first room."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from enduse.errors import SettingError, SourceDrift, SourceError, WorkspaceError
from enduse.model.sources import (
    ARTICLES,
    CLAIM_LINES,
    COMPONENTS,
    DESIGNATION_SNAPSHOTS,
    DESIGNATIONS,
    GOODS_CODES,
    GOODS_ITEMS,
    HS_CODES,
    HS_CONCORDANCE,
    REJECTS,
    SNAPSHOTS,
    STATEMENTS,
)
from enduse.settings import FILE_NAME, Input
from enduse.sources.catalog import SourceDefinition, definition_of, reader_of
from enduse.sources.column_maps import map_of
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.shipped import shipped_goods_codes
from enduse.store import StageRun, sha256_of
from enduse.terms.ids import hash_of

SMALL = (
    REJECTS, DESIGNATIONS, DESIGNATION_SNAPSHOTS, STATEMENTS, GOODS_CODES, HS_CONCORDANCE, HS_CODES, COMPONENTS, ARTICLES, CLAIM_LINES,
)  # fmt: skip


def read(run: StageRun) -> None:
    """Write snapshots, rejects, goods items, designations, statements, goods lists, components, articles and claim lines."""
    emit = Emission(run.open(GOODS_ITEMS))
    for code in shipped_goods_codes():
        emit.row(GOODS_CODES, **code)
    snapshots: list[dict[str, Any]] = []
    # In the order of the days they speak for, then of their content: the order of `add` changes nothing, and what stands in two
    # versions of a list is cited from the newer one.
    ordered = sorted(set(run.settings.inputs), key=lambda one: (one.as_of or "", one.source, one.sha256, one.map_sha256 or ""))
    for number, given in enumerate(ordered):
        run.progress(f"reading {given.file}", number, len(ordered))
        definition = definition_of(given.source)
        file = _open(run, given)
        emit.begin(file.snapshot_id)
        try:
            reader_of(definition).read(definition, file, emit)
            _expect(definition, file, emit)
        except (SourceError, SettingError) as error:
            error.add_note(f"To go on without {given.file}, remove its [[inputs]] block from {run.folder / FILE_NAME}.")
            raise
        snapshots.append(_snapshot(definition, given, file, emit))
    run.progress("reading", len(ordered), len(ordered))
    run.write(SNAPSHOTS, {row["snapshot_id"]: row for row in snapshots}.values())
    for table in SMALL:
        run.write(table, emit.arrow(table))


def _open(run: StageRun, given: Input) -> InputFile:
    where = f"the column map given with {given.file}"
    column_map = map_of(_kept(run, given.map_sha256, where), where) if given.map_sha256 else None
    path = _kept(run, given.sha256, given.file)
    return InputFile(
        path=path,
        name=given.file,
        sha256=given.sha256,
        size_bytes=given.size_bytes,
        snapshot_id=hash_of([given.source, given.sha256, given.map_sha256, given.as_of]),
        retrieved_at=given.retrieved_at,
        as_of=dt.date.fromisoformat(given.as_of) if given.as_of else None,
        column_map=column_map,
    )


def _kept(run: StageRun, sha256: str, what: str) -> Path:
    """Return where the bytes rest; raises WorkspaceError when they are gone or are no longer those that were added."""
    path = run.archive.path(sha256)
    if sha256_of(path) != sha256:
        raise WorkspaceError(f"{path} no longer holds the bytes that were added as {what}; add the file again")
    return path


def _snapshot(definition: SourceDefinition, given: Input, file: InputFile, emit: Emission) -> dict[str, Any]:
    return {
        "snapshot_id": file.snapshot_id,
        "source_id": definition.id,
        "publisher": definition.publisher,
        "licence": definition.licence,
        "url": given.url or definition.url,
        "file_name": given.file,
        "sha256": given.sha256,
        "size_bytes": given.size_bytes,
        "map_sha256": given.map_sha256,
        "as_of": file.as_of,
        "retrieved_at": given.retrieved_at,
        "encoding": emit.encoding,
        "rows_read": emit.rows_read,
        "rows_rejected": emit.rows_rejected,
        "note": "; ".join(emit.notes) or None,
    }


def _expect(definition: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Raise SourceDrift when the file holds fewer or more than its source declares."""
    expected = definition.expectations
    if emit.rows_read < expected.rows_min:
        raise SourceDrift(definition.id, file.name, f"{emit.rows_read} data rows", [f"at least {expected.rows_min}"])
    if expected.rows_max is not None and emit.rows_read > expected.rows_max:
        raise SourceDrift(definition.id, file.name, f"{emit.rows_read} data rows", [f"at most {expected.rows_max}"])
    share = emit.rows_rejected / max(emit.rows_read, 1)
    # A handful of bad rows in a tiny file is not drift: the share is only judged from the second reject on.
    if share > expected.rejected_share_max and emit.rows_rejected > 1:
        last = emit.rows[REJECTS.name][-1]
        told = f"{last['locator']}, {last['reason']}, {last['detail']}"
        raise SourceDrift(
            definition.id,
            file.name,
            f"{emit.rows_rejected} of {emit.rows_read} rows cannot be read; the last: {told}",
            [f"a share of at most {expected.rejected_share_max:.0%}"],
        )
    for table, (least, most) in expected.tables.items():
        found = emit.counts[table]
        if found < least or (most is not None and found > most):
            raise SourceDrift(
                definition.id, file.name, f"{found} rows for {table}", [f"{least} to {most if most is not None else 'any number'}"]
            )
