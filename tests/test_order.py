"""Same input, same bytes out: whatever the order of rows in a file, of files, and of `add`."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml

from enduse import Workspace, worlds

pytestmark = pytest.mark.slow
ADDED_AT = "2026-01-01T00:00:00Z"
PLACED = {"snapshots", "rejects", "goods_items"}
"""Tables that say where a row stands in which bytes; another order is another file."""
LOCATED = {"designations", "designation_snapshots", "statements"}
"""Their rows are the same but for the locator (and the snapshot); a statement's id holds its place."""
BOUND_TO_BYTES = ("snapshot_id", "locator", "statement_id")


def _shuffled(world: Path, seed: int) -> Path:
    """Permute the data lines of every customs CSV and of every FollowTheMoney file, and the order in which files are added."""
    rng = random.Random(seed)
    listed = yaml.safe_load((world / "inputs.yml").read_text(encoding="utf-8"))
    rng.shuffle(listed["inputs"])
    (world / "inputs.yml").write_text(yaml.safe_dump(listed, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for one in listed["inputs"]:
        if one["source"].startswith("customs/") or one["source"] == "watchlists/ftm":
            path = world / one["file"]
            lines = path.read_bytes().splitlines(keepends=True)
            assert all(line.endswith(b"\n") for line in lines)
            first = _after_header(lines) if one["source"].startswith("customs/") else 0
            rows = lines[first:]
            rng.shuffle(rows)
            path.write_bytes(b"".join([*lines[:first], *rows]))
    return world


def _after_header(lines: list[bytes]) -> int:
    """Return where the data begins: banners fill one cell, the header is the first line that fills several."""
    return next(at for at, line in enumerate(lines) if sum(bool(cell.strip()) for cell in re.split(rb"[,;\t]", line)) > 4) + 1


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Workspace]:
    """Return the same world worked through as simulated, and permuted in every way."""
    base = tmp_path_factory.mktemp("order")
    worlds.simulate(base / "plain", 2000, seed=3)
    shutil.copytree(base / "plain", base / "permuted")
    made = []
    for name in ("plain", "permuted"):
        folder = base / name if name == "plain" else _shuffled(base / name, seed=11)
        case = Workspace.create(base / f"case-{name}")
        case.fill(folder, retrieved_at=ADDED_AT)
        case.run()
        made.append(case)
    return made[0], made[1]


def _sha256(case: Workspace, table: str) -> str:
    return hashlib.sha256(case.tables.path(table).read_bytes()).hexdigest()


def test_tables_are_byte_identical(cases: tuple[Workspace, Workspace]) -> None:
    """Every table but those that say where a row stands has the same bytes."""
    plain, permuted = cases
    names = [name for name in plain.tables.names() if name not in PLACED | LOCATED]
    assert plain.tables.names() == permuted.tables.names()
    assert len(names) > 15
    assert [name for name in names if _sha256(plain, name) != _sha256(permuted, name)] == []


@pytest.mark.parametrize("table", sorted(LOCATED | {"goods_items", "rejects"}))
def test_rows_are_the_same_but_for_their_place(cases: tuple[Workspace, Workspace], table: str) -> None:
    """Without file and line, the rows of designations, statements, goods items and rejects are the same."""

    def rows(case: Workspace) -> list[tuple[Any, ...]]:
        found: pa.Table = case.table(table)
        kept = [name for name in found.column_names if name not in (*BOUND_TO_BYTES, "reject_id", "detail")]
        return sorted(map(repr, found.select(kept).to_pylist()))  # type: ignore[arg-type]

    assert rows(cases[0]) == rows(cases[1])


def test_the_report_shows_the_same_figures(cases: tuple[Workspace, Workspace]) -> None:
    """The files beside the page that hold figures, suppliers and findings have the same bytes."""
    for name in ("figures.csv", "suppliers.csv", "findings.csv", "claims.csv", "coverage.csv"):
        assert (cases[0].path / "report" / name).read_bytes() == (cases[1].path / "report" / name).read_bytes(), name
