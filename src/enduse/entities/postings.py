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

from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import TRADE
from enduse.store import distinct

Ints = NDArray[np.int64]
_BLOCK_MAX = 2000
"""A key that more texts hold than this brings none of them."""
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
        self._starts = np.searchsorted(held, np.arange(len(wanted)))
        counts = np.searchsorted(held, np.arange(len(wanted)), side="right") - self._starts
        self._counts = np.where(counts <= _BLOCK_MAX, counts, 0)
        total = len(table) + 1
        weights = [_WEIGHTS[key[0]] * math.log(total / max(count, 1)) for key, count in zip(wanted, counts.tolist(), strict=True)]
        self._weights, self._width = np.array(weights), width

    def near(self, asked: Sequence[Ints], share_min: float, most: int) -> Iterator[list[int]]:
        """Yield for each name, given the places of its keys in order, the `most` texts that share most, likeliest first.

        Texts that share less than `share_min` of what the best one shares are left out; ties stand in the order of texts.
        """
        shared = np.zeros(self._width)
        for keys in asked:
            at, owner = expand(self._starts[keys], self._counts[keys])
            texts = self._texts[at]
            np.add.at(shared, texts, self._weights[keys][owner])
            sums = shared[texts]
            enough = distinct(texts[sums >= share_min * sums.max(initial=0.0)])
            likeliest = enough[np.lexsort((enough, -np.round(shared[enough], 9)))]
            shared[texts] = 0.0
            yield likeliest[:most].tolist()


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
    pairs, place = np.unique(left * width + right, return_inverse=True)
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
    every, place = np.unique(np.concatenate(pairs), return_inverse=True)
    sides = (meanings.take(pa.array(side)) for side in (every // width, every % width))
    key = table.words.among(pc.binary_join_element_wise("c:", pc.binary_join_element_wise(*sides, "|"), ""), keys)[place]
    found = np.flatnonzero(key >= 0)
    return key[found], np.concatenate(holders)[found]
