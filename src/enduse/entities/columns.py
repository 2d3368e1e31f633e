"""Columns that were kept, looked through before they are trusted: what stands in them comes from a file that anybody may have written."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Ints = NDArray[np.int32]


def checked(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the rows in one piece; raises ValueError where a column is another, holds nothing in a place, or is damaged."""
    if not rows.schema.equals(schema):
        raise ValueError(f"columns {rows.schema.names} are not {schema.names}")
    rows.validate(full=True)
    whole = rows.combine_chunks()
    if any(column.null_count for column in whole.columns):
        raise ValueError("a value is missing")
    return whole


def numbers_of(column: pa.ChunkedArray, end: int) -> NDArray[Any]:
    """Return whole numbers as an array; raises ValueError for one below 0, or for `end` and more."""
    found: NDArray[Any] = column.to_numpy()
    if len(found) and (found.min() < 0 or found.max() >= end):
        raise ValueError("a number points at nothing")
    return found


def parted(column: pa.ChunkedArray, end: int) -> tuple[Ints, Ints]:
    """Return lists of whole numbers as (where each begins, and the end; the numbers); raises ValueError for numbers out of range."""
    lists = column.combine_chunks()
    values = lists.flatten()
    if values.null_count:
        raise ValueError("a value is missing")
    counts = np.asarray(lists.value_lengths(), np.int32)
    return offsets_of(counts), numbers_of(pa.chunked_array([values]), end)


def lists_of(column: pa.ChunkedArray, end: int) -> list[list[int]]:
    """Return lists of whole numbers; raises ValueError for numbers below 0 or of `end` and more."""
    starts, values = parted(column, end)
    plain, at = values.tolist(), starts.tolist()
    return [plain[here:there] for here, there in pairwise(at)]


def offsets_of(counts: Ints) -> Ints:
    """Return where lists of these lengths begin, and the end of the last.

    >>> offsets_of(np.array([2, 0, 1])).tolist()
    [0, 2, 2, 3]
    """
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
