"""Fixtures shared by all rooms' tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from enduse.engine.duckdb import DuckDBEngine
from enduse.settings import Settings
from enduse.store import Archive, StageRun, Tables

CHECKOUT = Path(__file__).resolve().parents[1]
MakeDesk = Callable[..., StageRun]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real lists and articles beside the checkout, or skip."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the shared real lists and articles beside the checkout")
    return folder


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[MakeDesk]:
    """Return a function that opens an empty workspace's tables with given settings."""
    opened: list[DuckDBEngine] = []

    def make(**settings: Any) -> StageRun:
        folder = tmp_path / f"desk-{len(opened)}"
        folder.mkdir()
        engine = DuckDBEngine(folder / "tmp")
        opened.append(engine)
        return StageRun(folder, Tables(folder / "tables"), Archive(folder / "archive"), engine, Settings(**settings))

    yield make
    for engine in opened:
        engine.close()


@pytest.fixture
def desk(make_desk: MakeDesk) -> StageRun:
    """Return a StageRun on an empty temporary workspace with default settings."""
    return make_desk()
