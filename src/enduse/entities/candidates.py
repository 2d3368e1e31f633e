"""Which texts in letters may answer which Chinese names word for word: looked up in arrays over all texts, not text by text."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.postings import expand
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import BRAND
from enduse.store import distinct, starts_of

Ints = NDArray[np.int64]
_TEXTS_MAX = 60
"""A sound or meaning that more names of one place share than this is looked up for none of them."""


class Wanted(NamedTuple):
    """Chinese names, a row each: the sounds of stretches of the brand, the keys of what they mean (lists of text), and the place."""

    heard: pa.Array
    meant: pa.Array
    place: pa.Array


def candidates(table: TextTable, wanted: Wanted) -> tuple[Ints, Ints]:
    """Return (Chinese name, text) of those that may answer, sorted by both.

    They have the sound of the brand, or its place and a word that may translate a character of the brand.
    """
    width = max(len(table), 1)
    parts = [_by_sound(table, wanted.heard), _by_meaning(table, wanted.meant, wanted.place)]
    codes = distinct(np.concatenate([names * width + texts for names, texts in parts]))
    return codes // width, codes % width


def _by_sound(table: TextTable, heard: pa.Array) -> tuple[Ints, Ints]:
    """Return (Chinese name, text) where a brand sounds so."""
    sounds = pc.unique(heard.flatten())
    words = table.words
    of_word = np.where(words.kinds == BRAND, words.among(words.sounds, sounds), -1)
    at = np.flatnonzero((of_word[table.word_of] >= 0) & ~table.han[table.word_texts])
    names, asked = _listed(heard, sounds)
    return _held(names, asked, of_word[table.word_of[at]], table.word_texts[at].astype(np.int64))


def _by_meaning(table: TextTable, meant: pa.Array, place: pa.Array) -> tuple[Ints, Ints]:
    """Return (Chinese name, text) where the place is the same and a word may translate a character of the brand."""
    keys, places = pc.unique(meant.flatten()), pc.unique(place)
    width = max(len(keys), 1)
    word, key = _listed(table.words.glosses, keys)
    starts = starts_of(word, len(table.words))
    where = table.words.among(table.places, places)[table.word_texts]
    at = np.flatnonzero((where >= 0) & ~table.han[table.word_texts])
    words = table.word_of[at]
    taken, owner = expand(starts[words], starts[words + 1] - starts[words])
    names, asked = _listed(meant, keys)
    of_name = pc.index_in(place, value_set=places).to_numpy(zero_copy_only=False).astype(np.int64)
    texts = table.word_texts[at][owner].astype(np.int64)
    return _held(names, of_name[names] * width + asked, where[at][owner] * width + key[taken], texts)


def _listed(lists: pa.Array, values: pa.Array) -> tuple[Ints, Ints]:
    """Return (row, place among `values`) of what stands in a column of lists, without what is not among them."""
    found = pc.fill_null(pc.index_in(lists.flatten(), value_set=values), -1).to_numpy(zero_copy_only=False).astype(np.int64)
    rows = pc.list_parent_indices(lists).to_numpy().astype(np.int64)
    return rows[found >= 0], found[found >= 0]


def _held(names: Ints, asked: Ints, keys: Ints, texts: Ints) -> tuple[Ints, Ints]:
    """Return (name, text) where a text holds a key that the name asks for and that few texts hold."""
    width = int(texts.max(initial=0)) + 1
    codes = distinct(keys * width + texts)
    held = codes // width
    starts = np.searchsorted(held, asked)
    counts = np.searchsorted(held, asked, side="right") - starts
    at, owner = expand(starts, np.where(counts <= _TEXTS_MAX, counts, 0))
    return names[owner], codes[at] % width
