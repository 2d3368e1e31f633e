"""Names in Latin letters that answer one Chinese name, one by its sound and one by its meaning, deny each other only in their letters.

Yunfeng and Cloud Peak share no word; where a Chinese name stands in the records that both answer (云峰), neither speaks against the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from enduse.entities.bridging import Answer
from enduse.entities.relating import Relation
from enduse.store import among

Ints = NDArray[np.int64]
Kinds = NDArray[np.int8]
_MOST = 30
"""A Chinese name that more names answer brings none of them together."""


class Retold:
    """Pairs of texts in Latin letters that answer one Chinese text; texts go by their numbers, of which there are `size`."""

    def __init__(self, answers: Sequence[Answer], size: int) -> None:
        answering: dict[int, list[int]] = defaultdict(list)
        for one in answers:
            answering[one.chinese].append(one.latin)
        self._width = max(size, 1)
        self._beside: dict[int, set[int]] = defaultdict(set)
        for texts in answering.values():
            for left, right in combinations(sorted(texts), 2) if len(texts) <= _MOST else ():
                self._beside[left].add(right)
                self._beside[right].add(left)
        self._codes = np.array(
            sorted(left * self._width + right for left, found in self._beside.items() for right in found if left < right), np.int64
        )
        self._excused = np.empty(0, np.int64)

    def pairs(self) -> tuple[Ints, Ints]:
        """Return the pairs, the smaller number first, sorted."""
        return self._codes // self._width, self._codes % self._width

    def excuse(self, left: Ints, right: Ints, kinds: Kinds) -> None:
        """Note that a text spelled nearly as one of a pair does not deny the other either; `kinds` tell how two texts relate."""
        told = np.zeros(self._width + 1, bool)
        told[list(self._beside)] = True
        near = (kinds >= Relation.SPELLED) & (told[left] | told[right])
        found: set[int] = set()
        for one, other in zip(left[near].tolist(), right[near].tolist(), strict=True):
            for text, like in ((one, other), (other, one)):
                found.update(min(text, it) * self._width + max(text, it) for it in self._beside.get(like, ()))
        self._excused = np.array(sorted(found), np.int64)

    def read(self, left: Ints, right: Ints, kinds: Kinds) -> Kinds:
        """Return the relations, of pairs RENDERED at least, and of texts like one of a pair no conflict."""
        codes = np.minimum(left, right) * self._width + np.maximum(left, right)
        excused = (kinds == Relation.CONFLICT) & among(codes, self._excused)
        kinds = np.where(excused, np.int8(Relation.UNKNOWN), kinds)
        told = among(codes, self._codes) & (kinds < Relation.RENDERED)
        return np.where(told, np.int8(Relation.RENDERED), kinds).astype(np.int8)
