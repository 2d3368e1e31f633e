"""Spark 4 in local mode: the same steps where one machine is not enough. Needs the extra `spark` and Java 17."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from enduse.engine.base import Parameters, Step, render
from enduse.errors import MissingExtra, QueryFailed

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",  # the tables of a test are small; compiling every plan takes longer than running it
    "spark.driver.memory": "2g",
}


class SparkEngine:
    """SQL on a local Spark session with two cores; tables are temporary views."""

    name = "spark"

    def __init__(self, temporary: Path) -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise MissingExtra("spark", "the Spark engine") from error
        # Workers must run the interpreter that runs us, not the first `python3` on the path.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        temporary.mkdir(parents=True, exist_ok=True)
        builder: Any = SparkSession.builder.master("local[2]").appName("enduse")
        for key, value in {**SETTINGS, "spark.local.dir": str(temporary), "spark.sql.warehouse.dir": str(temporary / "warehouse")}.items():
            builder = builder.config(key, value)
        self._session: Any = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("ERROR")
        self._views: set[str] = set()

    def attach(self, table: str, path: Path) -> None:
        """Make the Parquet file at `path` readable as `table`."""
        self._session.read.parquet(str(path)).createOrReplaceTempView(table)
        self._views.add(table)

    def put(self, table: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as `table`."""
        self._session.createDataFrame(rows).createOrReplaceTempView(table)
        self._views.add(table)

    def run(self, step: Step, parameters: Parameters) -> Iterator[pa.RecordBatch]:
        """Yield the rows of `step` in the order of its key."""
        yield from self._ask(step.name, step.text(parameters)).to_batches()

    def query(self, sql: str, parameters: Parameters) -> pa.Table:
        """Return the rows of one question, as Arrow."""
        return self._ask("a question", render(sql, parameters))

    def _ask(self, step: str, text: str) -> pa.Table:
        from pyspark.errors import PySparkException

        try:
            return self._session.sql(text).toArrow()
        except PySparkException as error:
            raise QueryFailed(step, text, str(error)) from error

    def close(self) -> None:
        """Forget this run's views; the session itself is shared and ends with the process."""
        for view in sorted(self._views):
            self._session.catalog.dropTempView(view)
        self._views.clear()
