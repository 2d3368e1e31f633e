"""The desk: a workspace's tables opened for questions, with an engine and a place for what does not fit into memory."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse import pipeline
from enduse.engine import closing
from enduse.errors import StorageFailed, WorkspaceLocked
from enduse.settings import Settings
from enduse.store import Archive, Progress, StageRun, Tables, writing


@contextmanager
def opened(folder: Path, archive: Archive, settings: Settings, progress: Progress) -> Iterator[StageRun]:
    """Open the tables for questions; finishes an interrupted commit first when nobody else is writing.

    A workspace that may not be written (a read-only medium) answers all the same, from what is there.
    """
    tables = Tables(folder / "tables")
    try:
        with writing(folder, "a question"):
            tables.recover()
    except (WorkspaceLocked, StorageFailed):
        pass
    with _scratch(folder) as scratch, closing(pipeline.open_engine(scratch)) as engine:
        yield StageRun(folder, tables, archive, engine, settings, progress)


@contextmanager
def _scratch(workspace: Path) -> Iterator[Path]:
    """Give a folder for what does not fit into memory: in the workspace, else where the system keeps such things."""
    folder = workspace / "tmp" / f"question-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="enduse-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
