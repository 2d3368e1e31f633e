"""Which claims are worth comparing: those that share a rare word and whose words are alike enough, found without comparing all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from enduse.claims.lineage.features import ROUNDED_MAX, Told, stem
from enduse.claims.lineage.weights import Weights

_ROWS = 256
"""So many claims are compared with all others at a time: what bounds the memory."""
_ROUNDING = 1e-9
_STEP = math.log(ROUNDED_MAX)


@dataclass(frozen=True)
class Least:
    """The cosine that two claims need to be worth comparing, by the numbers they give.

    When neither gives one, when one does, when both give one of about the same size, when both give others.
    """

    neither: float
    one: float
    equal: float
    unequal: float


def near(claims: Sequence[Told], weights: Weights, least: Least) -> Iterator[tuple[int, int]]:
    """Yield the places of every pair of claims of different articles that share a rare word and whose cosine is at least `least`.

    Exactly these, but for a rounding error's breadth; denials are compared with denials only.
    """
    if not claims:
        return
    rare, common, holds = _matrices(claims, weights)
    article = np.array([one.article for one in claims])
    denied = np.array([one.denied for one in claims])
    numbered = np.array([bool(one.numbers) for one in claims], int)
    needed = np.array([least.neither, least.one, least.unequal]) - _ROUNDING
    sizes = _sizes(claims)
    sized = sizes.T.tocsc()
    lengths = np.sqrt(np.asarray(common.multiply(common).sum(axis=1)).ravel())
    turned, held = rare.T.tocsc(), holds.T.tocsc()
    for first in range(0, len(claims), _ROWS):
        rows = slice(first, first + _ROWS)
        sharing = (holds[rows] @ held).tocoo()
        left, right = sharing.row + first, sharing.col
        fit = (left < right) & (article[left] != article[right]) & (denied[left] == denied[right])
        left, right = left[fit], right[fit]
        if not left.size:
            continue
        wanted = needed[numbered[left] + numbered[right]]
        meet = np.asarray((sizes[rows] @ sized)[left - first, right]).ravel() > 0
        wanted[meet] = least.equal - _ROUNDING
        alike = np.asarray((rare[rows] @ turned)[left - first, right]).ravel()
        # Common words first by the most that they can add, then, for the few that are left, by what they do add.
        hopeful = alike + lengths[left] * lengths[right] >= wanted
        if not hopeful.any():
            continue
        left, right, alike, wanted = left[hopeful], right[hopeful], alike[hopeful], wanted[hopeful]
        alike += np.asarray(common[left].multiply(common[right]).sum(axis=1)).ravel()
        yield from zip(left[alike >= wanted].tolist(), right[alike >= wanted].tolist(), strict=True)


def _matrices(claims: Sequence[Told], weights: Weights) -> tuple[sparse.csr_matrix, sparse.csr_matrix, sparse.csr_matrix]:
    """Return claims by rare words and by common ones (their weights, each claim's length 1), and by the words that find them."""
    columns: dict[str, int] = {}
    entries: tuple[list[tuple[int, int, float]], ...] = ([], [], [])
    for row, one in enumerate(claims):
        length = math.sqrt(sum(weights.of(word) ** 2 for word in one.words)) or 1.0
        for word in sorted(one.words):
            column = columns.setdefault(word, len(columns))
            entries[0 if weights.rare(word) else 1].append((row, column, weights.of(word) / length))
        for word in sorted({*one.words, *(stem(name) for name in one.names)}):
            if weights.rare(word) and not word.startswith(("action:", "goods:")):
                entries[2].append((row, columns.setdefault(word, len(columns)), 1.0))
    rare, common, holds = (_matrix(found, (len(claims), max(len(columns), 1))) for found in entries)
    return rare, common, holds


def _sizes(claims: Sequence[Told]) -> sparse.csr_matrix:
    """Return claims by the sizes of their numbers: numbers that may be one but for rounding share one, and sometimes others do."""
    columns: dict[float, int] = {}
    entries: list[tuple[int, int, float]] = []
    for row, one in enumerate(claims):
        for value in sorted({amount.value for amount in one.numbers if amount.value is not None}):
            size = math.floor(math.log(value) / _STEP) if value > 0 else value
            entries += [(row, columns.setdefault(near_by, len(columns)), 1.0) for near_by in (size, size + 1)]
    return _matrix(entries, (len(claims), max(len(columns), 1)))


def _matrix(entries: Sequence[tuple[int, int, float]], shape: tuple[int, int]) -> sparse.csr_matrix:
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return sparse.csr_matrix((np.array(values, float), (np.array(rows, int), np.array(columns, int))), shape)
