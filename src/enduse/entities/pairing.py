"""Which texts are compared: those that share a key that few share, and are alike as a whole. In arrays, not pair by pair."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from enduse.entities.texts import TextTable

ALIKE_MIN = 72.0
_BRAND_MIN = 50.0
_PAIRS_MAX = 250_000
Ints = NDArray[np.int64]


def sharing(keys: Ints, members: Ints, most: int) -> tuple[Ints, Ints]:
    """Return the pairs (smaller, larger) of members that share a key of 2 to `most` distinct members, each once, sorted."""
    found = list(_sharing(keys, members, most))
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    width = int(members.max()) + 1
    codes = np.unique(np.concatenate(found))
    return codes // width, codes % width


def _sharing(keys: Ints, members: Ints, most: int) -> Iterator[Ints]:
    """Yield the pairs as codes (smaller times the largest member and one, and larger), a part at a time, some more than once."""
    if not len(keys):
        return
    order = np.lexsort((members, keys))
    keys, members = keys[order], members[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (members[1:] != members[:-1])
    keys, members = keys[fresh], members[fresh]
    starts = np.flatnonzero(np.diff(keys, prepend=keys[0] - 1))
    sizes = np.diff(np.append(starts, len(keys)))
    width = int(members.max()) + 1
    for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]).tolist():
        left, right = np.triu_indices(size, 1)
        chosen = starts[sizes == size]
        step = max(_PAIRS_MAX // len(left), 1)
        for begin in range(0, len(chosen), step):
            blocks = members[chosen[begin : begin + step, None] + np.arange(size)]
            yield np.unique(blocks[:, left] * width + blocks[:, right])


def alike(table: TextTable, most: int) -> tuple[Ints, Ints]:
    """Return the pairs of texts that share a key and of which at least ALIKE_MIN per cent of the letters agree."""
    if not len(table.key_values):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    keys, texts = table.key_values, table.key_texts.astype(np.int64)
    letters, joined = (one.to_numpy(zero_copy_only=False) for one in (table.letters, table.joined))
    brands = pc.if_else(pc.equal(table.brand, ""), table.letters, table.brand).to_numpy(zero_copy_only=False)
    width = int(texts.max()) + 1
    kept: list[Ints] = []
    for codes in _sharing(keys, texts, most):
        left, right = codes // width, codes % width
        found = _ratios(letters, left, right) > 0
        rest = np.flatnonzero(~found)
        found[rest] = _ratios(joined, left[rest], right[rest]) > 0
        # Brands that have little in common deny each other; what else is alike does not matter then.
        near = np.flatnonzero(found)
        found[near] = _ratios(brands, left[near], right[near], _BRAND_MIN) > 0
        kept.append(codes[found])
    every = np.unique(np.concatenate(kept)) if kept else np.empty(0, np.int64)
    return every // width, every % width


def _ratios(texts: NDArray[np.object_], left: Ints, right: Ints, least: float = ALIKE_MIN) -> NDArray[np.float32]:
    if not len(left):
        return np.empty(0, np.float32)
    return cpdist(texts[left], texts[right], scorer=fuzz.ratio, score_cutoff=least, dtype=np.float32, workers=1)
