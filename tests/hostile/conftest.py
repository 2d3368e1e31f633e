"""The nine-row case, run up to `check`, and a fresh copy of it for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from enduse import Workspace
from tests import cases_nine_rows
from tests.hostile.ill_treated import ADDED_AT, Desk


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the nine-row workspace with its raw files beside it, run up to `check`."""
    base = tmp_path_factory.mktemp("template")
    data, column_map = cases_nine_rows.write(base)
    case = Workspace.create(base / "case")
    case.add("customs/generic", data, column_map=column_map, retrieved_at=ADDED_AT)
    case.check()
    return base


@pytest.fixture
def desk(template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a fresh copy of the template."""
    return Desk(template, tmp_path, capsys)
