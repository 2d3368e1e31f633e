"""Numbers that stand for values, the same in every run: two that are equal are the same value, but for one chance in very many."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.store import ordered, starts_of

Prints = NDArray[np.uint64]


def prints_of(texts: Iterable[str], several: int = 1) -> Prints:
    """Return a number of 64 bits for each text; of `several` a row of so many for each."""
    whole = b"".join(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8 * several).digest() for text in texts)
    found = np.frombuffer(whole, np.uint64)
    return found if several == 1 else found.reshape(-1, several)


def prints_of_ids(ids: pa.Array) -> Prints:
    """The same of many ids, which nobody chose: a number is made of eight of their letters after the other, in arrays."""
    found = np.empty(len(ids), np.uint64)
    sizes = pc.binary_length(ids).to_numpy(zero_copy_only=False)
    for size in np.unique(sizes).tolist():
        at = np.flatnonzero(sizes == size)
        letters = np.zeros((len(at), -(-size // 8) * 8), np.uint8)
        letters[:, :size] = np.frombuffer("".join(ids.take(pa.array(at)).to_pylist()).encode(), np.uint8).reshape(len(at), size)
        number = np.full(len(at), size, np.uint64)
        for eight in letters.view(np.uint64).T:
            number = mixed(number + np.uint64(1)) ^ eight
        found[at] = mixed(number)
    return found


def mixed(numbers: Prints) -> Prints:
    """Return the numbers so scattered that sums of them tell what was summed (the last step of splitmix64)."""
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(factor)
    return numbers


def summed(numbers: Prints, groups: NDArray[np.int64], size: int) -> Prints:
    """Return for each of `size` groups the sum of its numbers, whatever their order."""
    order, ends = ordered(groups), starts_of(groups, size)
    total = np.concatenate([np.zeros(1, np.uint64), np.cumsum(numbers[order], dtype=np.uint64)])
    found: Prints = total[ends[1:]] - total[ends[:-1]]
    return found
