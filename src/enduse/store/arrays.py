"""What arrays of whole numbers hold: each number once, where each stands among them, which of them are wanted.

numpy's own functions for these work by hash tables of a slow kind, or sort where counting is enough: for a million numbers they take ten
times as long.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_DENSE = 8
"""Numbers below so many times how many there are stand close enough to be counted in an array of all that lie between."""


def distinct(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return each number once, ascending.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(numbers, axis=None)
    fresh = np.empty(len(ordered), bool)
    fresh[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return ordered[fresh]


def numbered(numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Return each number once, ascending, and the place of each given one among them.

    >>> [found.tolist() for found in numbered(np.array([3, 1, 3]))]
    [[1, 3], [1, 0, 1]]
    """
    if not len(numbers) or numbers.min() < 0 or numbers.max() >= _DENSE * len(numbers):
        values, place = np.unique(numbers, return_inverse=True)
        return values, place
    there = np.zeros(int(numbers.max()) + 1, bool)
    there[numbers] = True
    return np.flatnonzero(there).astype(numbers.dtype), (np.cumsum(there) - 1)[numbers]


def first_places(numbers: NDArray[Any]) -> NDArray[np.int64]:
    """Return where each number from 0 to the highest first stands; each stands somewhere.

    >>> first_places(np.array([0, 1, 0, 2])).tolist()
    [0, 1, 3]
    """
    found = np.empty(int(numbers.max(initial=-1)) + 1, np.int64)
    # Of a number written twice the last writing holds.
    found[numbers[::-1]] = np.arange(len(numbers) - 1, -1, -1)
    return found


def among(numbers: NDArray[Any], wanted: NDArray[Any]) -> NDArray[np.bool_]:
    """Tell which of the numbers are wanted.

    >>> among(np.array([3, 1, 2]), np.array([1, 3])).tolist()
    [True, True, False]
    """
    found = pc.is_in(pa.array(numbers), value_set=pa.array(wanted.astype(numbers.dtype, copy=False)))
    told: NDArray[np.bool_] = found.to_numpy(zero_copy_only=False)
    return told
