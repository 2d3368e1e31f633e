"""Which texts in letters hold what is wanted: sounds and meanings of words, of two neighbours written in one, of two words together.

In arrays over all texts, not text by text.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array

from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import TRADE
from enduse.store import distinct, numbered, starts_of

Ints = NDArray[np.int64]
_BLOCK_MAX = 2000
"""A key that more texts hold than this brings none of them."""
_PORTION = 2_000_000
"""Texts that keys bring to names that are looked at in one go, which bounds the memory."""
_MEANINGS_MAX = 8
"""Of a text so many meanings are put together two by two."""
_WEIGHTS = {"s": 1.0, "m": 0.7, "w": 0.55, "c": 0.6}
HELD = frozenset(_WEIGHTS)
"""The kinds of keys under which texts are found."""


def expand(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """Return every place in runs of places, and the number of the run that it is in."""
    owner = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return starts[owner] + within, owner


def neighbours(table: TextTable) -> tuple[Ints, Ints, Ints]:
    """Return (word, word, text) of all words that stand side by side in a text in letters."""
    texts, words = table.word_texts.astype(np.int64), table.word_of.astype(np.int64)
    at = np.flatnonzero((texts[:-1] == texts[1:]) & ~table.han[texts[:-1]]) if len(texts) else np.empty(0, np.int64)
    return words[at], words[at + 1], texts[at]


class Postings:
    """The texts in letters that hold each of `wanted`: s: a sound, m: a meaning, w: a stem, c: two meanings."""

    def __init__(self, table: TextTable, wanted: Sequence[str]) -> None:
        keys = pa.array(wanted, pa.string())
        width = max(len(table), 1)
        parts = [*_by_word(table, keys), _by_neighbours(table, keys), _by_meanings(table, keys)]
        codes = distinct(np.concatenate([key * width + text for key, text in parts]))
        held, self._texts = codes // width, codes % width
        starts = starts_of(held, len(wanted))
        self._starts, counts = starts[:-1], np.diff(starts)
        self._open = counts <= _BLOCK_MAX
        self._counts = np.where(self._open, counts, 0)
        total = len(table) + 1
        weights = [_WEIGHTS[key[0]] * math.log(total / max(count, 1)) for key, count in zip(wanted, counts.tolist(), strict=True)]
        self._worth, self._width = np.repeat(np.array(weights), counts), width
        """What each text that holds a key shares by it."""

    def near(self, keys: Ints, bounds: Ints, share_min: float, most: int) -> tuple[Ints, Ints]:
        """Return (name, text): for each name the `most` texts that share most with it, likeliest first.

        The places of the keys of a name, in order, stand in `keys` from one of `bounds` to the next. Texts that share less than
        `share_min` of what the best one shares are left out; ties stand in the order of texts.
        """
        starts = np.append(self._starts, len(self._texts))
        held = csr_array((self._worth, self._texts, starts), shape=(len(self._starts), self._width))
        asked = csr_array((self._open[keys].astype(np.float64), keys, bounds), shape=(len(bounds) - 1, len(self._starts)))
        asked.eliminate_zeros()
        met = np.append(0, np.cumsum(self._counts[keys]))[bounds]
        found: list[tuple[Ints, Ints]] = [(np.empty(0, np.int64), np.empty(0, np.int64))]
        first = 0
        while first < len(bounds) - 1:
            end = max(int(np.searchsorted(met, met[first] + _PORTION)), first + 1)
            # Sums are made in the order of the keys of a name, as adding them up one by one does.
            names, texts = _most(csr_array(asked[first:end] @ held), share_min, most)
            found.append((names + first, texts))
            first = end
        names, texts = (np.concatenate(side) for side in zip(*found, strict=True))
        return names, texts


def _most(shared: csr_array, share_min: float, most: int) -> tuple[Ints, Ints]:
    """Return (row, column) of the `most` columns of each row that hold most, those that hold enough, in order."""
    sums, bounds = shared.data, shared.indptr
    sizes = np.diff(bounds)
    best = np.maximum.reduceat(sums, bounds[:-1][sizes > 0]) if len(sums) else sums
    enough = np.flatnonzero(sums >= np.repeat(share_min * best, sizes[sizes > 0]))
    row, text = np.searchsorted(bounds, enough, "right") - 1, shared.indices[enough].astype(np.int64)
    order = np.lexsort((text, -np.round(sums[enough], 9), row))
    row, text = row[order], text[order]
    likeliest = np.arange(len(row)) - np.searchsorted(row, row) < most
    return row[likeliest], text[likeliest]


def _by_word(table: TextTable, keys: pa.Array) -> Iterator[tuple[Ints, Ints]]:
    words = table.words
    plain = ~table.han[table.word_texts]
    for kind, column, none in (
        ("s", words.sounds, words.numbered), ("m", words.means, words.numbered), ("w", words.stems, words.kinds == TRADE),
    ):  # fmt: skip
        found = words.among(pc.binary_join_element_wise(kind, column, ":"), keys)
        found[none] = -1
        key = found[table.word_of]
        at = np.flatnonzero(plain & (key >= 0))
        yield key[at], table.word_texts[at].astype(np.int64)


def _by_neighbours(table: TextTable, keys: pa.Array) -> tuple[Ints, Ints]:
    left, right, text = neighbours(table)
    width = len(table.words) + 1
    pairs, place = numbered(left * width + right)
    sounds = table.words.sounds
    both = pc.binary_join_element_wise("s:", sounds.take(pa.array(pairs // width)), sounds.take(pa.array(pairs % width)), "")
    key = table.words.among(both, keys)[place]
    at = np.flatnonzero(key >= 0)
    return key[at], text[at]


def _by_meanings(table: TextTable, keys: pa.Array) -> tuple[Ints, Ints]:
    of, meanings = table.words.meanings
    width = len(meanings) + 1
    at = np.flatnonzero((of[table.word_of] >= 0) & ~table.han[table.word_texts])
    codes = distinct(table.word_texts[at].astype(np.int64) * width + of[table.word_of[at]])
    text, meaning = codes // width, codes % width
    rank = np.arange(len(text)) - np.searchsorted(text, text)
    codes, text, meaning = (one[rank < _MEANINGS_MAX] for one in (codes, text, meaning))
    pairs: list[Ints] = []
    holders: list[Ints] = []
    for apart in range(1, _MEANINGS_MAX):
        first = np.flatnonzero(text[:-apart] == text[apart:])
        pairs.append(meaning[first] * width + meaning[first + apart])
        holders.append(text[first])
    every, place = numbered(np.concatenate(pairs))
    sides = (meanings.take(pa.array(side)) for side in (every // width, every % width))
    key = table.words.among(pc.binary_join_element_wise("c:", pc.binary_join_element_wise(*sides, "|"), ""), keys)[place]
    found = np.flatnonzero(key >= 0)
    return key[found], np.concatenate(holders)[found]
