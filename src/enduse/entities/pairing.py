"""Which texts are compared: those that share a key that few share, and are alike as a whole. In arrays, not pair by pair."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from enduse.entities.known import Known
from enduse.entities.texts import TextTable
from enduse.store import among, distinct, ordered

ALIKE_MIN = 72.0
_BRAND_MIN = 50.0
_PAIRS_MAX = 250_000
Ints = NDArray[np.int64]


def sharing(keys: Ints, members: Ints, most: int) -> tuple[Ints, Ints]:
    """Return the pairs (smaller, larger) of members that share a key of 2 to `most` distinct members, each once, sorted."""
    width = int(members.max(initial=0)) + 1
    found = list(_sharing(keys, members, most, width))
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    codes = distinct(np.concatenate(found))
    return codes // width, codes % width


def _sharing(keys: Ints, members: Ints, most: int, width: int) -> Iterator[Ints]:
    """Yield the pairs as codes (smaller times the width, and larger), a part at a time, some more than once."""
    if not len(keys):
        return
    order = ordered(keys, members)
    keys, members = keys[order], members[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (members[1:] != members[:-1])
    keys, members = keys[fresh], members[fresh]
    starts = np.flatnonzero(np.diff(keys, prepend=keys[0] - 1))
    sizes = np.diff(np.append(starts, len(keys)))
    for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]).tolist():
        left, right = np.triu_indices(size, 1)
        chosen = starts[sizes == size]
        step = max(_PAIRS_MAX // len(left), 1)
        for begin in range(0, len(chosen), step):
            blocks = members[chosen[begin : begin + step, None] + np.arange(size)]
            yield distinct(blocks[:, left] * width + blocks[:, right])


def alike(table: TextTable, most: int, known: Known | None = None) -> tuple[Ints, Ints]:
    """Return the pairs of texts that share a key of at most `most` texts and of which at least ALIKE_MIN per cent of the letters agree.

    Pairs that an earlier run compared are not compared again. Those are all pairs of texts that were there and share a key that was
    open: one that few enough texts had. A key only opens when a text is gone; its pairs then are compared anew.
    """
    had = known or Known()
    earlier = _Earlier(table, had, most)
    keys, texts = table.key_values, table.key_texts.astype(np.int64)
    if not earlier.fresh.all():
        at = _where(keys, np.concatenate([keys[earlier.fresh[texts]], earlier.closed]))
        keys, texts = keys[at], texts[at]
    every, counts = np.unique(keys, return_counts=True)
    closed = every[counts > most]
    opened = among(keys, np.setdiff1d(earlier.closed, closed))
    columns = _Columns(table, distinct(texts))
    width = max(len(table), 1)
    kept = [earlier.standing(closed), np.empty(0, np.int64)]
    kept += [columns.alike(codes) for codes in _sharing(keys[opened], texts[opened], most, width)]
    for codes in _sharing(keys, texts, most, width):
        kept.append(columns.alike(codes[earlier.fresh[codes // width] | earlier.fresh[codes % width]]))
    codes = distinct(np.concatenate(kept))
    earlier.keep(codes, closed)
    return codes // width, codes % width


class _Earlier:
    """What an earlier run compared: `fresh` tells which texts were not there, `closed` are keys that too many texts had."""

    def __init__(self, table: TextTable, known: Known, most: int) -> None:
        self._table, self._known, self._width = table, known, max(len(table), 1)
        # What more or fewer names may share a key is kept apart.
        self._parts = [f"{part} {most}" for part in ("alike", "closed", "compared")]
        pairs, closed, compared = map(known.get, self._parts)
        self._codes, self.closed = np.empty(0, np.int64), np.empty(0, np.int64)
        self.fresh: NDArray[np.bool_] = np.ones(len(table), bool)
        if pairs is None or closed is None or compared is None or not len(table.earlier):
            return
        self.closed = closed["key"].to_numpy()
        there = table.earlier[compared["row"].to_numpy()]
        self.fresh[there[there >= 0]] = False
        left, right = (table.earlier[pairs[side].to_numpy()] for side in ("left", "right"))
        both = (left >= 0) & (right >= 0)
        self._codes = np.minimum(left, right)[both] * self._width + np.maximum(left, right)[both]

    def standing(self, closed: Ints) -> Ints:
        """Return the pairs that were alike and still share an open key; `closed` are the keys that are not."""
        values, texts = self._table.key_values, self._table.key_texts
        losing = np.zeros(len(self._table), bool)
        losing[texts[_where(values, np.setdiff1d(closed, self.closed))]] = True
        asked = np.flatnonzero(losing[self._codes // self._width] & losing[self._codes % self._width])
        if not len(asked):
            return self._codes
        still = ~among(values, closed)
        values, starts = values[still], np.searchsorted(texts[still], np.arange(self._width + 1, dtype=np.int32))
        gone = []
        for at in asked.tolist():
            sides = divmod(int(self._codes[at]), self._width)
            ours, theirs = (set(values[starts[text] : starts[text + 1]].tolist()) for text in sides)
            if ours.isdisjoint(theirs):
                gone.append(at)
        return np.delete(self._codes, gone)

    def keep(self, codes: Ints, closed: Ints) -> None:
        """Keep what is alike now, and what was compared."""
        row = self._table.line.astype(np.int32)
        pairs = pa.table({"left": row[codes // self._width], "right": row[codes % self._width]})
        for part, rows in zip(self._parts, (pairs, pa.table({"key": closed}), pa.table({"row": row})), strict=True):
            self._known.put(part, rows)


class _Columns:
    """What is compared of texts, for those of which it is asked."""

    def __init__(self, table: TextTable, texts: Ints) -> None:
        brands = pc.if_else(pc.equal(table.brand, ""), table.letters, table.brand)
        self._letters, self._joined, self._brands = (np.full(len(table), None, object) for _ in range(3))
        for column, said in ((self._letters, table.letters), (self._joined, table.joined), (self._brands, brands)):
            column[texts] = said.take(pa.array(texts)).to_numpy(zero_copy_only=False)

    def alike(self, codes: Ints) -> Ints:
        """Return the pairs that are alike as a whole, and have brands that do not deny each other."""
        left, right = codes // len(self._letters), codes % len(self._letters)
        found = _ratios(self._letters, left, right) > 0
        rest = np.flatnonzero(~found)
        found[rest] = _ratios(self._joined, left[rest], right[rest]) > 0
        # Brands that have little in common deny each other; what else is alike does not matter then.
        near = np.flatnonzero(found)
        found[near] = _ratios(self._brands, left[near], right[near], _BRAND_MIN) > 0
        return codes[found]


def _where(keys: Ints, wanted: Ints) -> Ints:
    """Return the places of those keys that are wanted."""
    return np.flatnonzero(among(keys, wanted))


def _ratios(texts: NDArray[np.object_], left: Ints, right: Ints, least: float = ALIKE_MIN) -> NDArray[np.float32]:
    if not len(left):
        return np.empty(0, np.float32)
    return cpdist(texts[left], texts[right], scorer=fuzz.ratio, score_cutoff=least, dtype=np.float32, workers=1)
