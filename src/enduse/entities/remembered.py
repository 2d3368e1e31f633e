"""What an earlier run found of pairs of texts: taken where both still stand as they did, worked out for the others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from enduse.entities.known import Known
from enduse.entities.texts import TextTable
from enduse.store import distinct_at

Ints = NDArray[np.int64]
Kinds = NDArray[np.int8]


class Remembered:
    """A small number for each pair of texts, from an earlier run or of this one; kept by the rows of the table of texts."""

    def __init__(self, table: TextTable, known: Known, part: str, either_way: bool = False) -> None:
        """`part` is the name under which pairs are kept; `either_way`: a pair may be turned, and the smaller number stands first."""
        self._table, self._known, self._part = table, known, part
        self._codes, self._kinds = earlier_pairs(table, known.get(part), either_way)
        self._used: list[tuple[Ints, Kinds]] = []

    def of(self, left: Ints, right: Ints, make: Callable[[Ints], Kinds]) -> Kinds:
        """Return the number of each pair; `make` is asked for those at the places that it is given."""
        codes = left * (len(self._table) + 1) + right
        kinds = np.zeros(len(codes), np.int8)
        at = np.minimum(np.searchsorted(self._codes, codes), max(len(self._codes) - 1, 0))
        had = self._codes[at] == codes if len(self._codes) else np.zeros(len(codes), bool)
        kinds[had] = self._kinds[at[had]]
        new = np.flatnonzero(~had)
        kinds[new] = make(new)
        self._used.append((codes, kinds))
        return kinds

    def keep(self) -> None:
        """Keep the pairs that were asked for the next run."""
        if not self._used:
            return
        codes, first = distinct_at(np.concatenate([codes for codes, _ in self._used]))
        kinds = np.concatenate([kinds for _, kinds in self._used])[first]
        self._known.put(self._part, rows_of_pairs(self._table, codes, kinds))
        self._used = []


def earlier_pairs(table: TextTable, pairs: pa.Table | None, either_way: bool) -> tuple[Ints, Kinds]:
    """Return the pairs that an earlier run kept as codes of this table's texts, sorted, and their numbers: those that still stand."""
    if pairs is None or not len(table.earlier):
        return np.empty(0, np.int64), np.empty(0, np.int8)
    left, right = (table.earlier[pairs[side].to_numpy()] for side in ("left", "right"))
    there = (left >= 0) & (right >= 0)
    first, second = (np.minimum(left, right), np.maximum(left, right)) if either_way else (left, right)
    codes = (first * (len(table) + 1) + second)[there]
    # Texts mostly stand in the order of the earlier run: what is nearly in order is put so by comparing, not by counting.
    order = np.argsort(codes, kind="stable")
    return codes[order], pairs["kind"].to_numpy()[there][order]


def rows_of_pairs(table: TextTable, codes: Ints, kinds: Kinds) -> pa.Table:
    """Return pairs as they are kept: texts by their rows."""
    width, row = len(table) + 1, table.line.astype(np.int32)
    return pa.table({"left": row[codes // width], "right": row[codes % width], "kind": kinds})
