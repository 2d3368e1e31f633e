"""What arrays of whole numbers hold: each number once, where each stands among them, in which order, which of them are wanted.

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
_FEW = 1000
"""So few are sorted: counting has its own costs."""
_DIGIT_BITS, _DIGITS = 22, 2
"""Numbers are counted digit by digit, digits about as large as there are numbers; those of more digits are sorted."""


def distinct(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return each number once, ascending.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    return _fresh(np.sort(numbers, axis=None))[0]


def _fresh(ascending: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Return each number once, and where each stands for the first time."""
    fresh = np.empty(len(ascending), bool)
    fresh[:1] = True
    np.not_equal(ascending[1:], ascending[:-1], out=fresh[1:])
    return ascending[fresh], fresh


def distinct_at(numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Return each number once, ascending, and where each first stands.

    >>> [found.tolist() for found in distinct_at(np.array([3, 1, 3]))]
    [[1, 3], [1, 0]]
    """
    order = ordered(numbers)
    values, fresh = _fresh(numbers[order])
    return values, order[fresh]


def ordered(*columns: NDArray[Any]) -> NDArray[np.int64]:
    """Return the places of rows of whole numbers in their order: by the first column, then the next; equal rows as they stand.

    >>> ordered(np.array([3, 1, 3]), np.array([9, 7, 8])).tolist()
    [1, 2, 0]
    """
    *before, last = columns
    order = _ordered(last)
    for column in reversed(before):
        order = order[_ordered(column[order])]
    return order


def _ordered(numbers: NDArray[Any]) -> NDArray[np.int64]:
    if len(numbers) < _FEW or numbers.dtype.kind not in "iu":
        return np.argsort(numbers, kind="stable")
    if (numbers[1:] >= numbers[:-1]).all():
        return np.arange(len(numbers))
    least, most = int(numbers.min()), int(numbers.max())
    bits = (most - least).bit_length()
    digits = max(-(-bits // min((_DENSE * len(numbers)).bit_length(), _DIGIT_BITS)), 1)
    if digits > _DIGITS or most > np.iinfo(np.int64).max:
        return np.argsort(numbers, kind="stable")
    # Digit by digit, the last one first: what stands in order stays so among equal ones.
    left, digit = numbers.astype(np.int64) - least, -(-bits // digits)
    order = _counted(left & ((1 << digit) - 1), 1 << digit)
    for more in range(1, digits):
        order = order[_counted((left >> more * digit)[order] & ((1 << digit) - 1), 1 << digit)]
    return order.astype(np.int64)


def _counted(numbers: NDArray[np.int64], end: int) -> NDArray[np.int32]:
    """Return the places of numbers from 0 to below `end` in their order, equal ones as they stand, by counting."""
    # To load it takes longer than most commands that need nothing of it.
    from scipy.sparse import csr_array

    # A sparse matrix with one entry a row is turned by counting its columns.
    one_each = np.arange(len(numbers) + 1, dtype=np.int32)
    rows = csr_array((np.ones(len(numbers), bool), numbers.astype(np.int32), one_each), shape=(len(numbers), end))
    places: NDArray[np.int32] = rows.tocsc().indices
    return places


def starts_of(numbers: NDArray[Any], size: int) -> NDArray[np.int64]:
    """Return where the run of each number from 0 to below `size` begins once they stand in order, and the end of the last.

    >>> starts_of(np.array([0, 2, 2]), 3).tolist()
    [0, 1, 1, 3]
    """
    starts = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(numbers, minlength=size), out=starts[1:])
    return starts


def numbered(numbers: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Return each number once, ascending, and the place of each given one among them.

    >>> [found.tolist() for found in numbered(np.array([3, 1, 3]))]
    [[1, 3], [1, 0, 1]]
    """
    if not _close(numbers):
        order = ordered(numbers)
        values, fresh = _fresh(numbers[order])
        place = np.empty(len(numbers), np.int64)
        place[order] = np.cumsum(fresh) - 1
        return values, place
    there = np.zeros(int(numbers.max()) + 1, bool)
    there[numbers] = True
    return np.flatnonzero(there).astype(numbers.dtype), (np.cumsum(there) - 1)[numbers]


def _close(numbers: NDArray[Any]) -> bool:
    """Tell whether there are numbers, none below zero, and few others between them."""
    return len(numbers) > 0 and bool(numbers.min() >= 0 and numbers.max() < _DENSE * len(numbers))


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
    wanted = wanted.astype(numbers.dtype, copy=False)
    if _close(numbers):
        there = np.zeros(int(numbers.max()) + 1, bool)
        there[wanted[(wanted >= 0) & (wanted < len(there))]] = True
        return np.asarray(there[numbers], bool)
    found = pc.is_in(pa.array(numbers), value_set=pa.array(wanted))
    told: NDArray[np.bool_] = found.to_numpy(zero_copy_only=False)
    return told
