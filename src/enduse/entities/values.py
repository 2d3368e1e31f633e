"""A column of text as numbers of its distinct values: a million rows hold few values, and few of these are new since the last run."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_LISTED_MAX = 10_000
_STRIDE = 16
NONE = -1
"""The number of a value that is not stated."""
Ints = NDArray[np.int32]


class Column:
    """One column of text as numbers: `values` are its distinct values in alphabetical order, `of` their positions by row."""

    def __init__(self, column: pa.ChunkedArray, known: pa.Table | None = None) -> None:
        """`known` begins with values of an earlier run, in alphabetical order: only new ones are put into it."""
        whole = column.combine_chunks()
        had = pa.array([], pa.string()) if known is None else known.column(0).combine_chunks()
        there = pc.fill_null(pc.index_in(whole, value_set=had), len(had)).to_numpy(zero_copy_only=False)
        fresh = np.flatnonzero((there == len(had)) & whole.is_valid().to_numpy(zero_copy_only=False))
        more = whole.take(pa.array(fresh)).dictionary_encode()
        order = pc.array_sort_indices(more.dictionary)
        new = more.dictionary.take(order)
        used = np.flatnonzero(np.bincount(there, minlength=len(had) + 1)[: len(had)])
        before = np.searchsorted(used, _places_among(had, new.to_pylist()))
        self.earlier: NDArray[np.int64] = np.insert(used, before, NONE)
        """The row of `known` for each value; NONE for a new one."""
        is_new = self.earlier == NONE
        rows = self.earlier.copy()
        rows[is_new] = len(had) + np.arange(len(new))
        self.column: pa.Array = pa.concat_arrays([had, new]).take(pa.array(rows))
        place = np.full(len(had) + 1, NONE, np.int32)
        place[used] = np.flatnonzero(~is_new)
        self.of: Ints = place[there]
        rank = np.empty(len(new), np.int32)
        rank[order.to_numpy()] = np.flatnonzero(is_new)
        self.of[fresh] = rank[more.indices.to_numpy(zero_copy_only=False)]

    @cached_property
    def values(self) -> list[str]:
        """The distinct values, as text."""
        found: list[str] = self.column.to_pylist()
        return found

    def __len__(self) -> int:
        return len(self.column)

    def __getitem__(self, row: int) -> str | None:
        at = int(self.of[row])
        return None if at == NONE else self.value(at)

    def value(self, at: int) -> str:
        """Return one value. Of very many, few are looked at: they are not all made text for that."""
        if len(self) <= _LISTED_MAX:
            return self.values[at]
        found: str = self.column[at].as_py()
        return found


def _places_among(had: pa.Array, texts: Sequence[str]) -> list[int]:
    """Return where each text would stand among those that stand in alphabetical order."""
    # To make text of a value costs more than all else: one in so many is made once, and only those between two of them for each.
    marks = had[::_STRIDE].to_pylist()
    found = []
    for one in texts:
        low = max(bisect_left(marks, one) - 1, 0) * _STRIDE
        found.append(bisect_left(had, one, low, min(low + _STRIDE + 1, len(had)), key=_text))
    return found


def _text(one: pa.StringScalar) -> str:
    text: str = one.as_py()
    return text
