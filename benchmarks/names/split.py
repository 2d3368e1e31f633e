"""The fixed split: what rules and thresholds may be tuned on, and what only measures them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

Half = Literal["dev", "test"]
HALVES: tuple[Half, ...] = ("dev", "test")
T = TypeVar("T")


def half(key: str) -> Half:
    """Return the half a pair or an entity belongs to: dev when the SHA-256 of its key is even, test when it is odd.

    The key is what names the case for good (both names of a pair, list and number of a listed subject), never a row number.

    >>> half("a"), half("b")
    ('test', 'test')
    """
    return "test" if hashlib.sha256(key.encode()).digest()[-1] % 2 else "dev"


def pair_key(left: str, right: str) -> str:
    """Return the key of a pair of names, the same in either order.

    >>> pair_key("x", "a") == pair_key("a", "x")
    True
    """
    return "\x1f".join(sorted((left, right)))


def halves(cases: Mapping[str, T]) -> dict[Half, list[T]]:
    """Return the cases of each half, in the order of the mapping; keys are those of `half`."""
    found: dict[Half, list[T]] = {"dev": [], "test": []}
    for key, case in cases.items():
        found[half(key)].append(case)
    return found


def shares(keys: Iterable[str]) -> dict[Half, int]:
    """Return how many of the keys fall on each half."""
    found: dict[Half, int] = {"dev": 0, "test": 0}
    for key in keys:
        found[half(key)] += 1
    return found
