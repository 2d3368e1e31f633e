"""What a table is: named, typed columns with one grain and one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

ColumnType = Literal["text", "integer", "double", "boolean", "date"]

ARROW_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


@dataclass(frozen=True)
class Column:
    """One column: its name says the unit, its sentence says what a null means."""

    name: str
    type: ColumnType
    doc: str


@dataclass(frozen=True)
class Table:
    """One table: `grain` says what one row is, `key` the columns that identify it and order the file."""

    name: str
    room: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        missing = set(self.key) - set(self.column_names)
        if missing:
            raise ValueError(f"{self.name}: key columns {sorted(missing)} are not columns")

    @property
    def column_names(self) -> tuple[str, ...]:
        """The column names, in the order of the file."""
        return tuple(column.name for column in self.columns)

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema of the file."""
        return pa.schema([(column.name, ARROW_TYPES[column.type]) for column in self.columns])


def text(name: str, doc: str) -> Column:
    """A text column."""
    return Column(name, "text", doc)


def integer(name: str, doc: str) -> Column:
    """A whole-number column."""
    return Column(name, "integer", doc)


def double(name: str, doc: str) -> Column:
    """A number column; the unit is in the name."""
    return Column(name, "double", doc)


def boolean(name: str, doc: str) -> Column:
    """A yes/no column; null is 'cannot tell'."""
    return Column(name, "boolean", doc)


def date(name: str, doc: str) -> Column:
    """A calendar-day column; partial dates are two such columns, `_from` and `_until`."""
    return Column(name, "date", doc)
