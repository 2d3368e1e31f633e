"""Which printed addresses are one site: equal words, whatever their order, or equal house numbers and most words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from enduse.entities.contacts import contacts_of
from enduse.entities.names import address_words
from enduse.entities.postings import expand
from enduse.entities.values import NONE, Ints
from enduse.store import ordered, starts_of

_BLOCK_MAX = 60
"""So many places of one set of house numbers are laid beside each other, and no more."""
_WORDS_SHARED = 0.5
ADDRESSES = pa.schema(
    [
        ("address", pa.string()), ("phones", pa.list_(pa.string())), ("domains", pa.list_(pa.string())), ("words", pa.string()),
        ("numbers", pa.string()),
    ]
)  # fmt: skip


def address_row(address: str) -> tuple[Any, ...]:
    """Return what an address says, in the order of ADDRESSES; its house numbers where it has several."""
    said = contacts_of(address)
    words = sorted(address_words(said.rest))
    numbers = [word for word in words if word.isdigit()]
    return address, list(said.phones), list(said.domains), " ".join(words), " ".join(numbers) if len(numbers) > 1 else None


def sites_of(words: pa.Array, place: Ints, numbers: pa.Array) -> Ints:
    """Return the site of each distinct address as a number: that of its first place; NONE for an address without a word.

    A place is what addresses of equal words are: `words` are each place's, `place` is each address's, with NONE behind the last;
    `numbers` are each address's house numbers.
    """
    site = np.arange(len(words) + 1, dtype=np.int32)
    site[-1] = NONE
    addresses = np.flatnonzero(place[:-1] != NONE)
    # Of a number written twice the last writing holds; all of one place have one set of numbers.
    address = np.empty(len(words), np.int64)
    address[place[addresses]] = addresses
    numbers = numbers.take(pa.array(address)).dictionary_encode()
    block = pc.fill_null(numbers.indices, NONE).to_numpy(zero_copy_only=False)
    order = ordered(block)
    starts = starts_of(block + 1, len(numbers.dictionary) + 1)[1:]
    counts = np.minimum(np.diff(starts), _BLOCK_MAX)
    several = np.flatnonzero(counts > 1)
    compared = order[expand(starts[several], counts[several])[0]]
    printed = iter(words.take(pa.array(compared)).to_pylist())
    said = numbers.dictionary.take(pa.array(several)).to_pylist()
    begin = 0
    for count, each in zip(counts[several].tolist(), said, strict=True):
        # What is joined bears one set of numbers: nothing outside of the block is read.
        places = compared[begin : begin + count]
        begin += count
        site[places] = _sites(places.tolist(), [frozenset(one.split(" ")) for one in islice(printed, count)], each.split(" "))
    found: Ints = site[place[:-1]]
    return found


def _sites(places: Sequence[int], words: Sequence[frozenset[str]], numbers: Sequence[str]) -> list[int]:
    """Return for each of several places with these house numbers, ascending, the first of those of which most words are equal."""
    site = list(places)
    for at, ours in enumerate(words):
        for other in range(at + 1, len(words)):
            theirs = words[other]
            if len((ours & theirs).difference(numbers)) >= _WORDS_SHARED * (max(len(ours), len(theirs)) - len(numbers)):
                first, gone = sorted((site[at], site[other]))
                site = [first if one == gone else one for one in site]
    return site
