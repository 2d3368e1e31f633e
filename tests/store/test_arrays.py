"""What arrays of numbers hold, beside numpy's own answers."""

from __future__ import annotations

import numpy as np
import pytest

from enduse.store import among, distinct, distinct_at, first_places, numbered, ordered, starts_of

_RNG = np.random.default_rng(7)
_ARRAYS = {
    "none": np.empty(0, np.int64),
    "one": np.array([5]),
    "dense": _RNG.integers(0, 50, 1000),
    "sparse": _RNG.integers(0, 10**15, 1000).repeat(2),
    "below zero": _RNG.integers(-20, 20, 300),
    "prints": _RNG.integers(0, 2**64, 200, np.uint64).repeat(3),
    "many and dense": _RNG.integers(-500, 4000, 5000),
    "many and sparse": _RNG.integers(-(10**7), 10**8, 5000).repeat(2),
    "many and far": _RNG.integers(0, 10**11, 3000).repeat(2),
    "many in order": np.sort(_RNG.integers(0, 900, 3000)),
    "many prints": _RNG.integers(0, 2**64, 2000, np.uint64).repeat(3),
    "many of one": np.full(2000, 7),
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


@pytest.mark.parametrize("numbers", _ARRAYS.values(), ids=_ARRAYS)
def test_numbers_in_order_are_those_of_numpy(numbers: np.ndarray) -> None:
    """Counted digit by digit or sorted, equal numbers stay as they stand."""
    assert ordered(numbers).tolist() == np.argsort(numbers, kind="stable").tolist()
    found, first = np.unique(numbers, return_index=True)
    assert [one.tolist() for one in distinct_at(numbers)] == [found.tolist(), first.tolist()]


@pytest.mark.parametrize("size", [30, 3000])
def test_rows_in_order_are_those_of_numpy(size: int) -> None:
    """The first column counts most, then the next, then where a row stands."""
    first, second, third = (_RNG.integers(-3, 9, size) for _ in range(3))
    assert ordered(first, second, third).tolist() == np.lexsort((third, second, first)).tolist()


def test_runs_begin_where_a_search_finds_them() -> None:
    """Numbers that do not stand there have an empty run."""
    numbers = np.sort(_RNG.integers(0, 40, 90))
    assert starts_of(numbers, 50).tolist() == np.searchsorted(numbers, np.arange(51)).tolist()
