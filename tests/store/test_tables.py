"""Tables are replaced together, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from enduse.errors import StageNotRun, StorageFailed
from enduse.model.companies import ENTITY_MENTIONS, LEGS, MENTION_IDENTIFIERS
from enduse.store import Tables, rows_of, write_bytes
from enduse.store.tables import GROUP_ROWS

ROW = {"mention_id": "m1", "entity_id": "E-1", "basis": "alone"}


def _write(tables: Tables, entity_id: str) -> None:
    with tables.writer(ENTITY_MENTIONS) as writer:
        writer.sorted(rows_of(ENTITY_MENTIONS, [{**ROW, "entity_id": entity_id}]))


def test_nothing_is_visible_before_the_commit(tmp_path: Path) -> None:
    """A table written but not committed cannot be read."""
    tables = Tables(tmp_path)
    _write(tables, "E-1")
    with pytest.raises(StageNotRun):
        tables.read("entity_mentions")


def test_commit_replaces_table_and_record(tmp_path: Path) -> None:
    """After a commit the new rows are read and the record names their hash."""
    tables = Tables(tmp_path)
    _write(tables, "E-1")
    hashes = tables.commit("resolve", {"key": "k"})
    assert tables.read("entity_mentions")["entity_id"].to_pylist() == ["E-1"]
    record = tables.record("resolve")
    assert record is not None
    assert record["tables"] == hashes
    assert tables.intact(record)


def test_a_commit_cut_short_is_finished_on_the_next_opening(tmp_path: Path) -> None:
    """Killed after the journal and before the moves: the next opening finishes the moves."""
    tables = Tables(tmp_path)
    _write(tables, "E-2")
    record = {"key": "k", "tables": {"entity_mentions": "x"}}
    journal = {"stage": "resolve", "tables": {"entity_mentions": "x"}, "record": record}
    (tmp_path / ".journal.json").write_text(json.dumps(journal))
    Tables(tmp_path).recover()
    assert tables.read("entity_mentions")["entity_id"].to_pylist() == ["E-2"]
    assert tables.record("resolve") == record
    assert not (tmp_path / ".journal.json").exists()


def test_a_changed_table_is_not_intact(tmp_path: Path) -> None:
    """A table edited behind our back is noticed."""
    tables = Tables(tmp_path)
    _write(tables, "E-1")
    tables.commit("resolve", {"key": "k"})
    tables.path("entity_mentions").write_bytes(b"something else")
    record = tables.record("resolve")
    assert record is not None
    assert not tables.intact(record)


def test_equal_rows_give_equal_bytes_whatever_the_batches(tmp_path: Path) -> None:
    """Row groups have a fixed size, so how rows arrive does not show in the file."""
    rows = rows_of(LEGS, [{"shipment_id": f"{number:07d}", "hs_code": ""} for number in range(GROUP_ROWS + 10)])
    for name, size in (("a", 1000), ("b", 77_777)):
        with Tables(tmp_path / name).writer(LEGS) as writer:
            writer.stream(rows.to_batches(max_chunksize=size))
    assert (tmp_path / "a/.next/legs.parquet").read_bytes() == (tmp_path / "b/.next/legs.parquet").read_bytes()


def test_an_unknown_column_is_our_mistake(tmp_path: Path) -> None:
    """A misspelt column raises instead of being dropped."""
    with pytest.raises(KeyError, match="basiss"):
        rows_of(ENTITY_MENTIONS, [{"basiss": "x"}])


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses, the error says so and the old content stands."""
    path = tmp_path / "file.json"
    write_bytes(path, b"old")

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(StorageFailed, match="the disk is full"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 1, 0, 2], [0, 2, 1, 3]])
def test_rows_leave_in_the_order_of_the_key_whatever_order_they_came_in(tmp_path: Path, order: list[int]) -> None:
    """Rows that stand in the order of the key are as good as rows that do not; a later column of the key decides between equal ones."""
    rows = [
        {"mention_id": one, "scheme": scheme, "value": "1"} for one, scheme in (("a", "INN"), ("a", "OGRN"), ("b", "INN"), ("c", "BIN"))
    ]
    tables = Tables(tmp_path / "tables")
    with tables.writer(MENTION_IDENTIFIERS) as writer:
        writer.sorted(rows_of(MENTION_IDENTIFIERS, [rows[at] for at in order]))
    tables.commit("test", {})
    assert [
        {name: one[name] for name in ("mention_id", "scheme", "value")} for one in tables.read("mention_identifiers").to_pylist()
    ] == rows
