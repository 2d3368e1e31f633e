"""Which texts in letters have a word for each character of which Chinese brand: looked up in arrays, before any answer is tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.chinese import Span
from enduse.entities.postings import expand
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import NUMBER, Words
from enduse.store import numbered, ordered, starts_of

Ints = NDArray[np.int64]
Bits = NDArray[np.int8]
Bools = NDArray[np.bool_]
_PORTION = 500_000
"""Pairs that are looked at in one go, which bounds the memory."""
_DIGITS = "^[0-9]+$"


class Keys(NamedTuple):
    """Under which keys the characters of brands are said, a row a brand: lists of text, and which characters each says, as bits."""

    heard: bool
    """The keys are sounds, else meanings."""
    keys: pa.Array
    at: pa.Array


def bits_of_spans(spans: Sequence[Span]) -> int:
    """Return the characters that stand in some stretches, as bits.

    >>> bits_of_spans([Span(0, 1), Span(2, 4)])
    13
    """
    bits = 0
    for span in spans:
        bits |= (1 << span.end) - (1 << span.start)
    return bits


def may_cover(table: TextTable, brands: pa.Array, said: Sequence[Keys], which: Ints, texts: Ints) -> Bools:
    """Tell of each pair of a brand and a text in letters whether words of the text may make up the brand, however often each is needed.

    Where this says no, some character of the brand is neither heard nor meant by any word. `said` tells by what each brand is.
    """
    found = np.zeros(len(which), bool)
    saying, whole = _Saying(table, said), (1 << pc.utf8_length(brands).to_numpy()) - 1
    starts = starts_of(table.word_texts, len(table))
    order = ordered(which)
    for begin in range(0, len(order), _PORTION):
        pairs = order[begin : begin + _PORTION]
        found[pairs] = saying.of(which[pairs], starts[texts[pairs]], starts[texts[pairs] + 1]) == whole[which[pairs]]
    return found | _with_odd_numbers(table)[texts]


def numbers_may_agree(table: TextTable, texts: Ints, numbers: Ints) -> Bools:
    """Tell of each text whether it may say that many numbers in digits."""
    words = table.words
    sure = words.numbered & _in_digits(table)
    least, most = (np.bincount(table.word_texts, kind[table.word_of], len(table)) for kind in (sure, words.numbered))
    found: Bools = (least[texts] <= numbers) & (numbers <= most[texts])
    return found


def _in_digits(table: TextTable) -> Bools:
    found: Bools = pc.match_substring_regex(table.words.sounds, _DIGITS).to_numpy(zero_copy_only=False)
    return found


def _with_odd_numbers(table: TextTable) -> Bools:
    """Tell which texts have a number in other letters than digits: what it means is not kept."""
    odd = (table.words.kinds == NUMBER) & ~_in_digits(table)
    return np.bincount(table.word_texts, odd[table.word_of], len(table)) > 0


class _Saying:
    """By which words of a table the characters of brands are said."""

    def __init__(self, table: TextTable, said: Sequence[Keys]) -> None:
        self._word_of, self._width = table.word_of, max(len(table.words), 1)
        self._parts = [_Part.of(table.words, one) for one in said]

    def of(self, which: Ints, starts: Ints, ends: Ints) -> Bits:
        """Return which characters of each brand the words of a text say; brands ascend, words stand from one place to the other."""
        first, last = int(which[0]), int(which[-1])
        codes, bits = (np.concatenate(side) for side in zip(*(one.words(first, last, self._width) for one in self._parts), strict=True))
        codes, place = numbered(codes)
        said = np.zeros(len(codes) + 1, np.int8)
        np.bitwise_or.at(said, place, bits)
        at, owner = expand(starts, ends - starts)
        asked = (which[owner] - first) * self._width + self._word_of[at]
        there = np.searchsorted(codes, asked)
        there[np.append(codes, -1)[there] != asked] = len(codes)
        found = np.zeros(len(which), np.int8)
        np.bitwise_or.at(found, owner, said[there])
        return found


class _Part(NamedTuple):
    """The keys of brands, ordered by brand, and the words that each key has: so many from one place on."""

    brand: Ints
    key: Ints
    bits: Bits
    starts: Ints
    counts: Ints
    held: Ints

    @classmethod
    def of(cls, words: Words, said: Keys) -> _Part:
        keys = said.keys.flatten().dictionary_encode()
        if said.heard:
            key = words.among(words.sounds, keys.dictionary)
            word = np.arange(len(key))
        else:
            key = pc.fill_null(pc.index_in(words.glosses.flatten(), value_set=keys.dictionary), -1).to_numpy(zero_copy_only=False)
            word = pc.list_parent_indices(words.glosses).to_numpy().astype(np.int64)
        order = ordered(key)
        bounds = np.searchsorted(key[order], np.arange(len(keys.dictionary) + 1))
        brand = pc.list_parent_indices(said.keys).to_numpy().astype(np.int64)
        bits = said.at.flatten().to_numpy(zero_copy_only=False)
        asked = keys.indices.to_numpy(zero_copy_only=False)
        return cls(brand, asked, bits, bounds[:-1], np.diff(bounds), word[order])

    def words(self, first: int, last: int, width: int) -> tuple[Ints, Bits]:
        """Return each word that says something of each of some brands, both as one number, and which characters it says."""
        here = slice(*np.searchsorted(self.brand, [first, last + 1]))
        key = self.key[here]
        at, owner = expand(self.starts[key], self.counts[key])
        return (self.brand[here][owner] - first) * width + self.held[at], self.bits[here][owner]
