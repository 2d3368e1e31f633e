"""How the texts of pairs relate: worked out once for a pair of texts, and known from then on."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.known import Known
from enduse.entities.relating import Relation, relate
from enduse.entities.texts import TextTable

Ints = NDArray[np.int64]


class Related:
    """The relation of any two texts of a table. A pair that an earlier run compared is not compared again."""

    def __init__(self, table: TextTable, known: Known) -> None:
        self._table, self._known = table, known
        self._codes, self._kinds = _earlier(table, known)
        self._used: list[tuple[Ints, NDArray[np.int8]]] = []

    def of(self, left: Ints, right: Ints) -> NDArray[np.int8]:
        """Return how the texts of each pair relate; of each pair the smaller number first."""
        width = len(self._table) + 1
        codes = left * width + right
        kinds = np.full(len(codes), Relation.SAME, np.int8)
        at = np.minimum(np.searchsorted(self._codes, codes), max(len(self._codes) - 1, 0))
        had = self._codes[at] == codes if len(self._codes) else np.zeros(len(codes), bool)
        kinds[had] = self._kinds[at[had]]
        new = np.flatnonzero(~had & (left != right))
        texts, lines = self._table.texts, self._table.lines
        last, ours = -1, None
        for place, one, other in zip(new.tolist(), left[new].tolist(), right[new].tolist(), strict=True):
            if ours is None or one != last:
                last, ours = one, texts[one]
            # The order of the two must not depend on what else there is.
            kinds[place] = relate(ours, texts[other]) if lines[one] <= lines[other] else relate(texts[other], ours)
        self._used.append((codes[left != right], kinds[left != right]))
        return kinds

    def keep(self) -> None:
        """Keep what was asked for the next run, by the rows of the table of texts."""
        if not self._used:
            return
        codes, first = np.unique(np.concatenate([codes for codes, _ in self._used]), return_index=True)
        kinds = np.concatenate([kinds for _, kinds in self._used])[first]
        width, row = len(self._table) + 1, self._table.line.astype(np.int32)
        self._known.put("relations", pa.table({"left": row[codes // width], "right": row[codes % width], "kind": kinds}))
        self._used = []


def _earlier(table: TextTable, known: Known) -> tuple[Ints, NDArray[np.int8]]:
    """Return the pairs that an earlier run compared as codes of this table's texts, sorted, and their relations."""
    texts, pairs = known.get("texts"), known.get("relations")
    if texts is None or pairs is None or not pairs.num_rows or not len(table):
        return np.empty(0, np.int64), np.empty(0, np.int8)
    line = pc.fill_null(pc.index_in(texts["line"].combine_chunks(), value_set=table.rows["line"].combine_chunks()), -1).to_numpy()
    # A line counts only where it still is the first of its text.
    text = np.append(np.where(table.line[table.of_line] == np.arange(len(table.of_line)), table.of_line, -1), -1)[line].astype(np.int64)
    left, right = text[pairs["left"].to_numpy()], text[pairs["right"].to_numpy()]
    there = (left >= 0) & (right >= 0)
    codes = np.minimum(left, right)[there] * (len(table) + 1) + np.maximum(left, right)[there]
    order = np.argsort(codes)
    return codes[order], pairs["kind"].to_numpy()[there][order]
