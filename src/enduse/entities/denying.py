"""Pairs of texts in letters that say the same but for one word of a brand each, two words that have little in common: told in arrays.

They deny each other. Of the texts that are laid side by side these are most, and `relate` looks at each of them word by word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from enduse.entities.clerks_forms import like_a_form
from enduse.entities.left_over import NEARLY_FROM
from enduse.entities.relating import unmended
from enduse.entities.texts import TextTable
from enduse.entities.vocabulary import BRAND
from enduse.store import numbered, starts_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_WORDS_MAX = 8
"""Texts of more words are left to `relate`."""
_PORTION = 100_000
"""Pairs that are looked at in one go, which bounds the memory."""


def denying(table: TextTable, left: Ints, right: Ints) -> Bools:
    """Tell which pairs of texts in letters are sure to deny each other; of the others nothing is said."""
    found = np.zeros(len(left), bool)
    words = table.words
    sounds, means = (_encoded(column)[table.word_of] for column in (words.sounds, words.means))
    starts = starts_of(table.word_texts, len(table))
    sizes = np.diff(starts)
    size = np.where(sizes[left] == sizes[right], sizes[left], 0)
    for several in range(1, _WORDS_MAX + 1):
        pairs = np.flatnonzero(size == several)
        for begin in range(0, len(pairs), _PORTION):
            here = pairs[begin : begin + _PORTION]
            sides = [starts[side[here], None] + np.arange(several) for side in (left, right)]
            one, ours, theirs = _one_each(*([column[places] for places in sides] for column in (sounds, means)))
            words_left, words_right = (table.word_of[places[one, at]] for places, at in zip(sides, (ours, theirs), strict=True))
            found[here[one]] = _two_brands(table, words_left, words_right)
    return found


def _encoded(column: pa.Array) -> NDArray[np.int32]:
    """Return a number for each value, -1 for none."""
    found: NDArray[np.int32] = pc.fill_null(column.dictionary_encode().indices, -1).to_numpy(zero_copy_only=False).astype(np.int32)
    return found


def _one_each(sounds: Sequence[NDArray[np.int32]], means: Sequence[NDArray[np.int32]]) -> tuple[Ints, Ints, Ints]:
    """Return the pairs of texts of which each has one word that answers to none of the other, and where the two words stand.

    All other words answer one to one, by sound or meaning: in whatever order they are tied, the same two are left over. The sounds and the
    meanings are those of both sides, a row a text, a column a word.
    """
    equal = sounds[0][:, :, None] == sounds[1][:, None, :]
    equal |= (means[0][:, :, None] == means[1][:, None, :]) & (means[0] >= 0)[:, :, None]
    answers = [equal.sum(axis=axis, dtype=np.int8) for axis in (2, 1)]
    one = np.flatnonzero(np.logical_and(*((side.max(axis=1) <= 1) & ((side == 0).sum(axis=1) == 1) for side in answers)))
    ours, theirs = (side[one].argmin(axis=1) for side in answers)
    return one, ours, theirs


def _two_brands(table: TextTable, ours: Ints, theirs: Ints) -> Bools:
    """Tell of which pairs of words each is a whole brand that no lexicon knows, and that they are not nearly alike."""
    words = table.words
    every, place = numbered(np.concatenate([ours, theirs]).astype(np.int64))
    sounds = np.array(words.sounds.take(pa.array(every)).to_pylist(), object)
    unknown = (words.kinds[every] == BRAND) & words.means.take(pa.array(every)).is_null().to_numpy(zero_copy_only=False)
    whole = np.zeros(len(every), bool)
    for at in np.flatnonzero(unknown).tolist():
        one = words[int(every[at])]
        whole[at] = unmended(one) and not like_a_form(one)
    one, other = place[: len(ours)], place[len(ours) :]
    found: Bools = whole[one] & whole[other]
    both = np.flatnonzero(found)
    left, right = sounds[one[both]], sounds[other[both]]
    if len(both):
        apart = cpdist(left, right, scorer=fuzz.ratio, score_cutoff=NEARLY_FROM, dtype=np.float32, workers=1) == 0
        found[both] = apart & np.array([a not in b and b not in a for a, b in zip(left, right, strict=True)], bool)
    return found
