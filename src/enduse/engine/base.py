"""What an engine is, and what a step is: SQL text with a header, read from a file beside its room.

A step's header says what it reads, what it writes, the grain and the key:

    -- Reads: goods_items, exchange_rates
    -- Writes: shipments
    -- Grain: one row per goods item
    -- Key: shipment_id

Parameters stand in the text as `:name` and are rendered as SQL literals, so that the text with its parameters can be
printed in a report and run by anyone. The text stays in the subset that DuckDB 2 and Spark 4 share: no lambdas, no list
functions, no QUALIFY, no ASOF joins, casts that may fail written as try_cast.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Protocol

import pyarrow as pa

Literal = str | int | float | bool | dt.date | None
Parameters = Mapping[str, Literal | tuple[str, ...]]

_HEADER = re.compile(r"^--\s*(Reads|Writes|Grain|Key):\s*(.*?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")


@dataclass(frozen=True)
class Step:
    """One SQL statement that writes one table."""

    name: str
    sql: str
    reads: tuple[str, ...]
    writes: str
    grain: str
    key: tuple[str, ...]

    @classmethod
    def load(cls, package: str, file_name: str) -> Step:
        """Read a step from the `.sql` file beside the module `package`; raises ValueError for a missing header line."""
        sql = (resources.files(package) / file_name).read_text(encoding="utf-8")
        header = {match[1]: match[2] for match in _HEADER.finditer(sql)}
        missing = {"Reads", "Writes", "Grain", "Key"} - header.keys()
        if missing:
            raise ValueError(f"{package}/{file_name}: header lines missing: {sorted(missing)}")

        def names(line: str) -> tuple[str, ...]:
            return tuple(part.strip() for part in line.split(",") if part.strip())

        return cls(
            name=file_name.removesuffix(".sql"),
            sql=sql,
            reads=names(header["Reads"]),
            writes=header["Writes"],
            grain=header["Grain"],
            key=names(header["Key"]),
        )

    def text(self, parameters: Parameters) -> str:
        """Return the SQL with its parameters written as literals and its rows in the order of the key."""
        return f"select * from (\n{render(self.sql, parameters)}\n) as step order by {', '.join(self.key)}"


def render(sql: str, parameters: Parameters) -> str:
    """Return `sql` without comments, each `:name` replaced by its value as an SQL literal; raises KeyError for a value not given."""
    lines = "\n".join(line for line in sql.splitlines() if not line.lstrip().startswith("--"))
    return _PARAMETER.sub(lambda match: literal(parameters[match[1]]), lines).strip().rstrip(";")


def literal(value: Literal | tuple[str, ...]) -> str:
    """Return `value` as an SQL literal; a tuple becomes a parenthesised list.

    >>> literal("O'Hara"), literal(None), literal(("a", "b"))
    ("'O''Hara'", 'null', "('a', 'b')")
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, tuple):
        # An empty list matches nothing; SQL has no empty list literal.
        return "(" + (", ".join(literal(part) for part in value) if value else "null") + ")"
    return "'" + value.replace("'", "''") + "'"


class Engine(Protocol):
    """Runs SQL over Parquet tables; knows engines, not the field."""

    name: str

    def attach(self, table: str, path: Path) -> None:
        """Make the Parquet file at `path` readable as `table`."""

    def put(self, table: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as `table`."""

    def run(self, step: Step, parameters: Parameters) -> Iterator[pa.RecordBatch]:
        """Yield the rows of `step` in the order of its key; raises QueryFailed, or StorageFailed when the disk is full."""

    def query(self, sql: str, parameters: Parameters) -> pa.Table:
        """Return the rows of one question, as Arrow; order is the question's own. Raises as `run` does."""

    def close(self) -> None:
        """Give back memory and temporary files."""


@contextmanager
def closing(engine: Engine) -> Iterator[Engine]:
    """Yield the engine and close it after use."""
    try:
        yield engine
    finally:
        engine.close()
