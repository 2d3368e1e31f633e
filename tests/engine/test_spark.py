"""One SQL text, two engines: every step of the demo case on Spark gives the tables that DuckDB gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from enduse import Workspace, pipeline, worlds
from enduse.store import Tables, writing

pytestmark = pytest.mark.spark
LAST = "check"


def test_every_stage_gives_the_same_tables_on_spark(tmp_path: Path) -> None:
    """The stages up to `check` on Spark in local mode write the tables that DuckDB writes."""
    pytest.importorskip("pyspark", reason="needs the spark extra")
    if shutil.which("java") is None:
        pytest.skip("needs Java 17")
    from enduse.engine.spark import SparkEngine

    worlds.demo_case(tmp_path / "world")
    duck = Workspace.create(tmp_path / "duck")
    duck.fill(tmp_path / "world", retrieved_at="2026-01-01T00:00:00Z")
    shutil.copytree(duck.path, tmp_path / "spark")
    duck.run(last=LAST)
    spark = Workspace(tmp_path / "spark")
    with writing(spark.path, "test"):
        results = pipeline.run(spark.path, spark.settings, last=LAST, engine_at=SparkEngine)
    assert all(one.ran for one in results)
    names = duck.tables.names()
    assert names == spark.tables.names()
    for name in names:
        _same(name, duck.tables, spark.tables)


def _same(name: str, left: Tables, right: Tables) -> None:
    a, b = left.read(name), right.read(name)
    assert a.schema.equals(b.schema), name
    assert a.num_rows == b.num_rows, name
    for column in a.column_names:
        if pa.types.is_floating(a.schema.field(column).type):
            for one, other in zip(a[column].to_pylist(), b[column].to_pylist(), strict=True):
                same = one is other if one is None or other is None else one == pytest.approx(other, rel=1e-9, abs=1e-9)
                assert same, f"{name}.{column}: {one} and {other}"
        else:
            assert a[column].equals(b[column]), f"{name}.{column}"
