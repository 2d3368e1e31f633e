"""Runs that are killed, repeated, permuted or doubled."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from enduse import Workspace, worlds
from enduse.errors import StorageFailed, WorkspaceLocked
from enduse.store import writing
from tests import cases_nine_rows

KILLS = 20
ADDED_AT = "2026-01-01T00:00:00Z"


def hashes(folder: Path) -> dict[str, str]:
    """Return {table: sha256} of a workspace."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "tables").glob("*.parquet"))}


def nine_rows(folder: Path, order: tuple[int, ...] | None = None) -> Workspace:
    """Return the nine-row workspace, run up to `check`."""
    folder.mkdir()
    data, column_map = cases_nine_rows.write(folder, order)
    case = Workspace.create(folder / "case")
    case.add("customs/generic", data, column_map=column_map, retrieved_at=ADDED_AT)
    return case.check()


def test_the_order_of_rows_changes_nothing(tmp_path: Path) -> None:
    """Permuted rows give byte-identical tables; only where a row stands in its file differs."""
    placed = {"goods_items.parquet", "snapshots.parquet", "rejects.parquet"}
    first = hashes(nine_rows(tmp_path / "a").path)
    second = hashes(nine_rows(tmp_path / "b", order=(8, 3, 1, 0, 7, 2, 6, 5, 4)).path)
    assert {name: one for name, one in first.items() if name not in placed} == {
        name: one for name, one in second.items() if name not in placed
    }


def test_two_workspaces_of_the_same_input_are_byte_identical(tmp_path: Path) -> None:
    """Same input, same bytes out."""
    assert hashes(nine_rows(tmp_path / "a").path) == hashes(nine_rows(tmp_path / "b").path)


def test_the_second_of_two_runs_says_who_holds_the_lock(tmp_path: Path) -> None:
    """A run while another writes raises with the holder's act."""
    case = nine_rows(tmp_path / "a")
    with writing(case.path, "enduse run"), pytest.raises(WorkspaceLocked, match="enduse run"):
        case.run()


def test_a_failing_stage_leaves_the_earlier_tables(tmp_path: Path) -> None:
    """A judgement line that cannot be read fails the stage; the tables of the last good run stay."""
    case = nine_rows(tmp_path / "a")
    before = hashes(case.path)
    (case.path / "judgements.csv").write_text("left_id,right_id,judgement,judged_by,judged_on,reason\nx,y,perhaps,,,\n")
    with pytest.raises(Exception, match="perhaps"):
        case.run()
    assert hashes(case.path) == before


@pytest.mark.slow
def test_killed_runs_leave_readable_workspaces_that_finish_identically(tmp_path: Path) -> None:
    """Killed at 20 random moments: every table still reads, and the next run gives the bytes of an undisturbed one."""
    worlds.simulate(tmp_path / "world", 1000, seed=5)
    template = Workspace.create(tmp_path / "template")
    template.fill(tmp_path / "world", retrieved_at=ADDED_AT)
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(template.path, undisturbed)
    began = time.monotonic()
    _start(undisturbed).wait(timeout=300)
    seconds = time.monotonic() - began
    expected = hashes(undisturbed)
    assert len(expected) > 20
    moments = random.Random(20260401)
    for attempt in range(KILLS):
        folder = tmp_path / f"killed-{attempt}"
        shutil.copytree(template.path, folder)
        process = _start(folder)
        time.sleep(moments.uniform(0.3, seconds))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        survivor = Workspace(folder)
        for name in survivor.tables.names():
            survivor.table(name)
        _start(folder).wait(timeout=300)
        assert hashes(folder) == expected, f"attempt {attempt}"
        shutil.rmtree(folder)


def _start(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "enduse.cli", "run", str(folder), "--json"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_a_workspace_that_may_not_be_written_answers_questions(tmp_path: Path) -> None:
    """Without a lock or a folder for temporary files, as on a read-only medium, a question is answered from what is there."""
    case = nine_rows(tmp_path / "it")
    asked = case.trace(["S"], ["E"]).as_json()
    (case.path / ".lock").unlink()
    (case.path / ".lock").mkdir()
    shutil.rmtree(case.path / "tmp", ignore_errors=True)
    (case.path / "tmp").write_text("")
    assert case.trace(["S"], ["E"]).as_json() == asked
    with pytest.raises(StorageFailed, match="see that this folder may be written"):
        case.run()
