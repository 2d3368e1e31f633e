"""What arrays of numbers hold, beside numpy's own answers."""

from __future__ import annotations

import numpy as np
import pytest

from enduse.store import among, distinct, first_places, numbered

_RNG = np.random.default_rng(7)
_ARRAYS = {
    "none": np.empty(0, np.int64),
    "one": np.array([5]),
    "dense": _RNG.integers(0, 50, 1000),
    "sparse": _RNG.integers(0, 10**15, 1000).repeat(2),
    "below zero": _RNG.integers(-20, 20, 300),
    "prints": _RNG.integers(0, 2**64, 200, np.uint64).repeat(3),
    "small numbers": _RNG.integers(0, 9, 40).astype(np.int32),
}


@pytest.mark.parametrize("numbers", _ARRAYS.values(), ids=_ARRAYS)
def test_each_number_once_and_its_place_are_those_of_numpy(numbers: np.ndarray) -> None:
    """Sorted or counted, the answer is numpy's."""
    values, place = np.unique(numbers, return_inverse=True)
    assert distinct(numbers).tolist() == values.tolist()
    assert distinct(numbers).dtype == numbers.dtype
    found = numbered(numbers)
    assert (found[0].tolist(), found[1].tolist()) == (values.tolist(), place.tolist())
    assert found[0].dtype == numbers.dtype


@pytest.mark.parametrize("numbers", _ARRAYS.values(), ids=_ARRAYS)
def test_wanted_numbers_are_those_of_numpy(numbers: np.ndarray) -> None:
    """Whatever is wanted, the answer is numpy's."""
    for wanted in (numbers[::7], np.array([3, 5, 10**15]), np.empty(0, np.int64)):
        assert among(numbers, wanted).tolist() == np.isin(numbers, wanted.astype(numbers.dtype)).tolist()


def test_where_each_number_first_stands() -> None:
    """Counted from the end, the first place is the last one written."""
    numbers = _RNG.integers(0, 40, 2000)
    assert first_places(numbers).tolist() == np.unique(numbers, return_index=True)[1].tolist()
    assert first_places(np.empty(0, np.int64)).tolist() == []
