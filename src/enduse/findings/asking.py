"""Questions in SQL: text from a `.sql` file with the header of a step, whose rows stay in this stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from enduse.engine import Step
from enduse.engine.base import Literal
from enduse.model import TABLES
from enduse.store import StageRun


def ask(run: StageRun, step: Step, **parameters: Literal | tuple[str, ...]) -> pa.Table:
    """Return the rows of the question in the order of its key; a table it reads that no stage has written is empty."""
    run.steps_run.append(step.name)
    for name in step.reads:
        if name in TABLES and not run.has(name):
            run.put(name, TABLES[name].schema.empty_table())
    run.attach(*[name for name in step.reads if name in TABLES and run.has(name)])
    return run.engine.query(f"select * from (\n{step.sql}\n) as question order by {', '.join(step.key)}", parameters)


def rows(run: StageRun, name: str, columns: Iterable[str] | None = None) -> pa.Table:
    """Return the table's rows in the order of its file; none when no stage has written it."""
    if run.has(name):
        return run.read(name, columns)
    empty = TABLES[name].schema.empty_table()
    return empty.select(list(columns)) if columns else empty


def tuples(table: pa.Table) -> list[tuple[Any, ...]]:
    """Return the rows as tuples, in order."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))
