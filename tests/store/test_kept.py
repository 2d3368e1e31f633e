"""Working tables kept from run to run: whole or not at all."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pyarrow as pa

from enduse.store import kept

ROWS = {"first": pa.table({"value": [1, 2]}), "second": pa.table({"value": ["a"]})}


def test_kept_tables_come_back(tmp_path: Path) -> None:
    """What was kept under a name by the same code is read again."""
    kept.keep(tmp_path, "work", "code 1", ROWS)
    assert {name: rows.to_pydict() for name, rows in kept.load(tmp_path, "work", "code 1").items()} == {
        name: rows.to_pydict() for name, rows in ROWS.items()
    }
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["work"]


def test_other_code_finds_nothing(tmp_path: Path) -> None:
    """What another version of the code kept is not used."""
    kept.keep(tmp_path, "work", "code 1", ROWS)
    assert kept.load(tmp_path, "work", "code 2") == {}


def test_every_damaged_byte_is_noticed(tmp_path: Path) -> None:
    """A file of which any byte is changed, or that ends early, counts as none."""
    kept.keep(tmp_path, "work", "code 1", ROWS)
    path = tmp_path / "kept" / "work"
    whole = path.read_bytes()
    for at in range(0, len(whole), 3):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x21]) + whole[at + 1 :])
        assert kept.load(tmp_path, "work", "code 1") == {}
        path.write_bytes(whole[:at])
        assert kept.load(tmp_path, "work", "code 1") == {}


def test_a_disk_that_refuses_costs_only_time(tmp_path: Path) -> None:
    """Where nothing can be written nothing is kept, and no error is raised."""
    (tmp_path / "kept").write_text("a file where the folder should be")
    kept.keep(tmp_path, "work", "code 1", ROWS)
    assert kept.load(tmp_path, "work", "code 1") == {}


def test_of_two_that_keep_at_once_one_does(tmp_path: Path) -> None:
    """While another process writes what it keeps nothing is written beside it, and what a killed one left is written over."""
    (tmp_path / "kept").mkdir()
    with (tmp_path / "kept" / "work.part").open("wb") as other:
        other.write(b"half of something" * 1000)
        other.flush()
        fcntl.flock(other, fcntl.LOCK_EX)
        kept.keep(tmp_path, "work", "code 1", ROWS)
        assert [path.name for path in (tmp_path / "kept").iterdir()] == ["work.part"]
    kept.keep(tmp_path, "work", "code 1", ROWS)
    assert kept.load(tmp_path, "work", "code 1").keys() == ROWS.keys()
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["work"]
