"""One writer at a time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from enduse.errors import WorkspaceLocked
from enduse.store import writing


def test_the_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    """The message names the act and the process."""
    told = rf"'enduse run' \(process {os.getpid()}"
    with writing(tmp_path, "enduse run"), pytest.raises(WorkspaceLocked, match=told), writing(tmp_path, "enduse add"):
        pass


def test_the_lock_is_given_back(tmp_path: Path) -> None:
    """After the first writer the second gets in."""
    with writing(tmp_path, "first"):
        pass
    with writing(tmp_path, "second"):
        assert (tmp_path / ".lock").is_file()
