"""One inverted index of names: which names share the most, and the rarest, keys with a name that is asked.

What was added since the last question is indexed apart and joined to the rest when it has grown, so that a few more names cost
little; a name taken out keeps its number and is passed over. Answers are those of an index made anew of what is in it. Many
questions at once are one product of sparse matrices.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import csr_array

from enduse.entities.columns import checked, parted

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
_POSTINGS_MAX = 6000
"""Of the keys of one name asked, the rarest count, until this many names were met."""
_TIES = 4
_REBUILD = 8
KEYS = pa.schema({"key": pa.string()})
KEYS_OF_NAMES = pa.schema({"keys": pa.list_(pa.int32())})


class Near(NamedTuple):
    """Names that share most with one that was asked, in no order, and how much they share."""

    names: Ints
    shared: Floats


class _Part(NamedTuple):
    """Keys by names, of the names from `start` on."""

    start: int
    size: int
    matrix: csr_array


class NameIndex:
    """Names by number, from 0 in the order they were added, each under its keys.

    `weight` says how much a shared key counts beside its rarity; `block_max`: a key that more names share brings nothing together;
    `text` returns a name by number, for ties.
    """

    def __init__(self, weight: Callable[[str], float], block_max: int, text: Callable[[int], str]) -> None:
        self._weight, self._block_max, self._text = weight, block_max, text
        self._numbers: dict[str, int] = {}
        self._factors = array("d")
        self._counts = array("i")
        self._starts = array("q", [0])
        self._keys = array("i")
        self._norms = array("f")
        self._parts: list[_Part] = []
        self._out = bytearray()
        self._present = 0

    def __len__(self) -> int:
        return self._present

    def add(self, keys: Iterable[str]) -> None:
        """Put one more name under its keys."""
        numbers, counts = self._numbers, self._counts
        before = len(self._keys)
        for key in keys:
            number = numbers.get(key)
            if number is None:
                number = numbers[key] = len(counts)
                counts.append(0)
                self._factors.append(self._weight(key))
            counts[number] += 1
            self._keys.append(number)
        self._starts.append(len(self._keys))
        self._norms.append(1 / math.sqrt(len(self._keys) - before + 8))
        self._out.append(False)
        self._present += 1

    def kept(self) -> tuple[pa.Table, pa.Table]:
        """Return the keys by number and the numbers of each name's keys, as they are kept: of an index from which nothing was taken out."""
        starts = np.frombuffer(self._starts, dtype=np.int64).astype(np.int32)
        keys = pa.ListArray.from_arrays(pa.array(starts), pa.array(np.frombuffer(self._keys, dtype=np.int32)))
        return pa.table([pa.array(self._numbers, pa.string())], KEYS), pa.table([keys], KEYS_OF_NAMES)

    def fill(self, keys: pa.Table, keys_of_names: pa.Table) -> None:
        """Fill an empty index with what was kept of another; raises ValueError for what cannot have been kept."""
        known = checked(keys, KEYS)["key"].to_pylist()
        starts, held = parted(checked(keys_of_names, KEYS_OF_NAMES)["keys"], len(known))
        self._numbers = {key: at for at, key in enumerate(known)}
        if len(self._numbers) != len(known):
            raise ValueError("a key stands twice")
        self._factors = array("d", map(self._weight, known))
        self._counts = _array("i", np.bincount(held, minlength=len(known)).astype(np.int32))
        self._starts, self._keys = _array("q", starts.astype(np.int64)), _array("i", held)
        self._norms = _array("f", (1 / np.sqrt(np.diff(starts) + 8.0)).astype(np.float32))
        self._present = len(starts) - 1
        self._out = bytearray(self._present)

    def remove(self, name: int) -> None:
        """Take a name out; nothing meets it until it is put back."""
        self._turn(name, -1)

    def restore(self, name: int) -> None:
        """Put a name that was taken out back."""
        self._turn(name, 1)

    def _turn(self, name: int, step: int) -> None:
        if self._out[name] != (step > 0):
            return
        self._out[name] = step < 0
        self._present += step
        for at in range(self._starts[name], self._starts[name + 1]):
            self._counts[self._keys[at]] += step

    def near(self, asked: Sequence[Iterable[str]], most: Sequence[int], among: Sequence[Floats | None] | None = None) -> list[Near]:
        """Return for each set of keys the names that share most with it: about `most`, the same whatever order they were added in.

        `among` holds for each set 1.0 at every name that may be meant and 0.0 at the others; null where all may.
        """
        if not self._present:
            return [Near(np.empty(0, np.int32), np.empty(0, np.float32)) for _ in asked]
        self.refresh()
        rows = self._asked(asked)
        norms = np.frombuffer(self._norms, dtype=np.float32)
        chosen = among or [None] * len(asked)
        out = np.frombuffer(bytes(self._out), dtype=np.bool_) if self._present < len(norms) else None
        met = []
        for part in self._parts:
            product = rows @ part.matrix
            names = product.indices + np.int32(part.start) if part.start else product.indices
            met.append((product.indptr.tolist(), names, product.data * norms[names]))
        found = []
        for row, best in enumerate(most):
            pieces = [(names[at[row] : at[row + 1]], shared[at[row] : at[row + 1]]) for at, names, shared in met]
            names, shared = pieces[0] if len(pieces) == 1 else map(np.concatenate, zip(*pieces, strict=True))
            if out is not None:
                here = ~out[names]
                names, shared = names[here], shared[here]
            one = chosen[row]
            found.append(self._best(names, shared if one is None else shared * one[names], best))
        return found

    def _asked(self, asked: Sequence[Iterable[str]]) -> csr_array:
        """Return the keys asked, a row each, with what each counts: the rarest until enough names are met."""
        total, most = self._present + 1, self._block_max
        counts, factors, numbers = self._counts, self._factors, self._numbers
        starts, columns, values = [0], [], []
        for keys in asked:
            # In the order of the keys themselves, so that sums round alike whatever the order of the names.
            found = [(counts[at], key, at) for key in keys if (at := numbers.get(key)) is not None]
            known = sorted([one for one in found if 0 < one[0] <= most])
            taken = 0
            for count, _, at in known:
                taken += count
                if taken > _POSTINGS_MAX and taken > count:
                    break
                columns.append(at)
                values.append(factors[at] * math.log(total / count))
            starts.append(len(columns))
        shape = (len(asked), len(counts))
        return csr_array((np.array(values, np.float32), np.array(columns, np.int32), np.array(starts, np.int32)), shape=shape)

    def _best(self, names: Ints, shared: Floats, most: int) -> Near:
        least = np.partition(shared, -most)[-most] if len(names) > most else 0.0
        # What may not be meant shares nothing.
        above = np.flatnonzero(shared >= least if least > 0 else shared > 0)
        if len(above) > _TIES * most:
            # Too many share equally much: the first in alphabetical order, so that no order of names matters.
            sure = np.flatnonzero(shared > least)
            ties = sorted(np.flatnonzero(shared == least).tolist(), key=lambda at: self._text(int(names[at])))
            above = np.concatenate([sure, np.array(ties[: most - len(sure)], dtype=np.int64)])
        return Near(names[above], shared[above])

    def refresh(self) -> None:
        """Index what was added since; small parts are joined to the large one when they have grown."""
        end = len(self._norms)
        indexed = self._parts[-1].start + self._parts[-1].size if self._parts else 0
        if indexed == end and all(part.matrix.shape[0] == len(self._counts) for part in self._parts):
            return
        if indexed == end or not self._parts or (end - self._parts[0].size) * _REBUILD > self._parts[0].size:
            self._parts = [self._part(0, end)]
            return
        first = self._parts[0]
        matrix = csr_array(
            (first.matrix.data, first.matrix.indices, self._padded(first.matrix.indptr)), shape=(len(self._counts), first.size)
        )
        self._parts = [_Part(0, first.size, matrix), self._part(first.size, end)]

    def _padded(self, starts: Ints) -> Ints:
        return np.concatenate([starts, np.full(len(self._counts) + 1 - len(starts), starts[-1], dtype=starts.dtype)])

    def _part(self, start: int, end: int) -> _Part:
        first, last = self._starts[start], self._starts[end]
        keys = np.frombuffer(self._keys, dtype=np.int32)[first:last].copy()
        starts = (np.frombuffer(self._starts, dtype=np.int64)[start : end + 1] - first).astype(np.int32)
        by_name = csr_array((np.ones(last - first, np.float32), keys, starts), shape=(end - start, len(self._counts)))
        by_key = csr_array(by_name.T.tocsr())
        return _Part(start, end - start, by_key)


def _array(kind: str, values: NDArray[np.generic]) -> array[Any]:
    found = array(kind)
    found.frombytes(np.ascontiguousarray(values).view(np.uint8).data)
    return found
