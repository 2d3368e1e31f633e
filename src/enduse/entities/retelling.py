"""Names in Latin letters that answer one Chinese name, one by its sound and one by its meaning, deny each other only in their letters.

Yunfeng and Cloud Peak share no word; where a Chinese name stands in the records that both answer (云峰), neither speaks against the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from enduse.entities.bridging import Answers
from enduse.entities.pairing import sharing
from enduse.entities.postings import expand
from enduse.entities.relation import Relation
from enduse.store import among, distinct

Ints = NDArray[np.int64]
Kinds = NDArray[np.int8]
_MOST = 30
"""A Chinese name that more names answer brings none of them together."""


class Retold:
    """Pairs of texts in Latin letters that answer one Chinese text; texts go by their numbers, of which there are `size`."""

    def __init__(self, answers: Answers, size: int) -> None:
        self._width = max(size, 1)
        left, right = sharing(answers.chinese, answers.latin, _MOST)
        self._codes: Ints = left * self._width + right
        both = np.concatenate([left, right]), np.concatenate([right, left])
        order = np.lexsort(both[::-1])
        self._texts, self._beside = (side[order] for side in both)
        self._excused = np.empty(0, np.int64)

    def pairs(self) -> tuple[Ints, Ints]:
        """Return the pairs, the smaller number first, sorted."""
        return self._codes // self._width, self._codes % self._width

    def excuse(self, left: Ints, right: Ints, kinds: Kinds) -> None:
        """Note that a text spelled nearly as one of a pair does not deny the other either; `kinds` tell how two texts relate."""
        near = kinds >= Relation.SPELLED
        text, like = np.concatenate([left[near], right[near]]), np.concatenate([right[near], left[near]])
        starts, ends = (np.searchsorted(self._texts, like, side) for side in ("left", "right"))
        at, owner = expand(starts, ends - starts)
        text, other = text[owner], self._beside[at]
        self._excused = distinct(np.minimum(text, other) * self._width + np.maximum(text, other))

    def read(self, left: Ints, right: Ints, kinds: Kinds) -> Kinds:
        """Return the relations, of pairs RENDERED at least, and of texts like one of a pair no conflict."""
        codes = np.minimum(left, right) * self._width + np.maximum(left, right)
        excused = (kinds == Relation.CONFLICT) & among(codes, self._excused)
        kinds = np.where(excused, np.int8(Relation.UNKNOWN), kinds)
        told = among(codes, self._codes) & (kinds < Relation.RENDERED)
        return np.where(told, np.int8(Relation.RENDERED), kinds).astype(np.int8)
