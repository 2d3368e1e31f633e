"""Bytes rest under their hash."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse.errors import StorageFailed, WorkspaceError
from enduse.store import Archive, sha256_of


def test_bytes_are_kept_under_their_hash(tmp_path: Path) -> None:
    """What is kept can be found by its SHA-256, unchanged."""
    source = tmp_path / "file.csv"
    source.write_bytes(b"a,b\n1,2\n")
    archive = Archive(tmp_path / "archive")
    sha256, size = archive.keep(source)
    assert (sha256, size) == (sha256_of(source), 8)
    assert archive.path(sha256).read_bytes() == b"a,b\n1,2\n"


def test_missing_bytes_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    """A hash without bytes asks for the file again."""
    with pytest.raises(WorkspaceError, match="add the file again"):
        Archive(tmp_path).path("0" * 64)


def test_a_refusing_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full no partial file stays in the archive."""
    source = tmp_path / "file.csv"
    source.write_bytes(b"x" * 100)

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(StorageFailed, match="No space left"):
        Archive(tmp_path / "archive").keep(source)
    assert list((tmp_path / "archive").rglob("*")) == []
