"""The keys under which alike texts meet: words of the brand, their halves beside the trade, neighbouring words, both ends of the whole."""

from __future__ import annotations

import zlib
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from enduse.entities.once import DOUBLED, key_once
from enduse.entities.vocabulary import BRAND, NUMBER, PLACE, TRADE, Token

_LONG = 6
"""Words of fewer letters are not cut in halves: halves of short words meet by chance."""
_END = 8
"""Letters of the beginning and of the end of a whole text that are keys."""
_WORD, _NEIGHBOURS, _HEAD, _TAIL, _WHOLE = (kind << 40 for kind in range(5))
"""Kinds of keys, each above all numbers of the one before."""
_BESIDE_BRAND = (TRADE, PLACE, NUMBER)


class Spelled(NamedTuple):
    """A word of a text with what rows and keys are made of. A key begun is a number with which `zlib.crc32` goes on."""

    order: tuple[str, int]
    """Its sound and number."""
    kind: int
    place: int
    hexadecimal: str
    said: str
    keys: tuple[int, ...]
    """Of a word of a brand: keys that are its own."""
    beside: tuple[tuple[int, int], ...]
    """Of a word of a brand: kinds of keys with what is said beside it, each with the key begun."""
    before: int
    """The key with the word behind it, begun."""
    behind: bytes
    """What it adds to the key of the word in front."""


BY_SOUND = attrgetter("order")


def spelled(one: Token, han: bool, place: int) -> Spelled:
    """Return a word, and where it stands in the vocabulary, with what rows and keys are made of."""
    sound, said, size = one.sound, one.said, len(one.sound)
    keys: list[int] = []
    cuts: set[int] = set()
    if one.kind == BRAND:
        keys = [_hashed(_WORD, sound), *([_hashed(_WHOLE, DOUBLED.sub(r"\1", sound))] if han else [])]
        cuts = {2} if han else {size // 2, (size + 1) // 2} if size >= _LONG else set()
    beside = [(kind, _begun(part)) for cut in sorted(cuts) for kind, part in ((_HEAD, sound[:cut]), (_TAIL, sound[-cut:]))]
    return Spelled(
        (sound, one.number), one.kind, place, f"{one.number:x}", said, tuple(keys), tuple(beside), _begun(said), said.encode()
    )  # fmt: skip


def _begun(text: str) -> int:
    return zlib.crc32(f"{text}\0".encode())


def keys_of(words: list[Spelled], han: bool, letters: str, joined: str) -> set[int]:
    """Return the keys of a text: words of the brand, their halves beside the trade, neighbouring words, both ends of the whole."""
    found = {_hashed(_WHOLE, letters)}
    trade = "/".join(sorted([one.said for one in words if one.kind in _BESIDE_BRAND])).encode()
    for one in words:
        if one.kind == BRAND:
            found.update(one.keys)
            for kind, begun in one.beside:
                found.add(kind | zlib.crc32(trade, begun))
    for before, one in pairwise(words):
        if BRAND in (one.kind, before.kind):
            found.add(_NEIGHBOURS | zlib.crc32(one.behind, before.before))
    if han:
        found.add(_hashed(_WHOLE, key_once(joined)))
    elif len(joined) >= _END:
        found |= {_hashed(_HEAD, joined[:_END]), _hashed(_TAIL, joined[-_END:])}
    return found


def _hashed(kind: int, text: str) -> int:
    """Return a number for a key; two keys of one number only cost a comparison more."""
    return kind | zlib.crc32(text.encode())
