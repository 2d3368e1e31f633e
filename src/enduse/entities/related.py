"""How the texts of pairs relate: worked out once for a pair of texts, and known from then on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from enduse.entities.denying import denying
from enduse.entities.known import Known
from enduse.entities.relating import relate
from enduse.entities.relation import Relation
from enduse.entities.remembered import Remembered
from enduse.entities.texts import TextTable

Ints = NDArray[np.int64]


class Related:
    """The relation of any two texts of a table. A pair that an earlier run compared is not compared again."""

    def __init__(self, table: TextTable, known: Known) -> None:
        self._table, self._pairs = table, Remembered(table, known, "relations", either_way=True)

    def of(self, left: Ints, right: Ints) -> NDArray[np.int8]:
        """Return how the texts of each pair relate; of each pair the smaller number first."""
        kinds = np.full(len(left), Relation.SAME, np.int8)
        two = np.flatnonzero(left != right)
        left, right = left[two], right[two]
        kinds[two] = self._pairs.of(left, right, lambda new: self._relate(left[new], right[new]))
        return kinds

    def _relate(self, left: Ints, right: Ints) -> NDArray[np.int8]:
        kinds = np.full(len(left), Relation.UNKNOWN, np.int8)
        han, texts, lines = self._table.han, self._table.texts, self._table.lines
        # In two scripts words do not tell.
        told = han[left] == han[right]
        in_letters = np.flatnonzero(told & ~han[left])
        denied = in_letters[denying(self._table, left[in_letters], right[in_letters])]
        kinds[denied] = Relation.CONFLICT
        told[denied] = False
        asked = np.flatnonzero(told)
        last, ours = -1, None
        for place, one, other in zip(asked.tolist(), left[asked].tolist(), right[asked].tolist(), strict=True):
            if ours is None or one != last:
                last, ours = one, texts[one]
            # The order of the two must not depend on what else there is.
            kinds[place] = relate(ours, texts[other]) if lines[one] <= lines[other] else relate(texts[other], ours)
        return kinds

    def keep(self) -> None:
        """Keep what was asked for the next run."""
        self._pairs.keep()
