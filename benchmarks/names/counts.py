"""Precision, recall and F1 of pairs and clusters, with what each share is a share of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shares:
    """Counts of one decision on many cases. Shares without a case to count are null: cannot tell."""

    hits: int
    false: int
    missed: int
    rejected: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the reported pairs that are right."""
        return _share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float | None:
        """Share of the true pairs that are reported."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, from the counts."""
        return _share(2 * self.hits, 2 * self.hits + self.false + self.missed)

    @property
    def false_rate(self) -> float | None:
        """Share of the pairs that do not match and are reported all the same."""
        return _share(self.false, self.false + self.rejected)


def decided(scores: Sequence[float], truth: Sequence[bool], threshold: float) -> Shares:
    """Return the counts when every score at or above the threshold is called a match."""
    said = [score >= threshold for score in scores]
    pairs = Counter(zip(said, truth, strict=True))
    return Shares(pairs[True, True], pairs[True, False], pairs[False, True], pairs[False, False])


def best_threshold(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Return the threshold of the best F1; among equals the lowest. For anchors only, and only on the dev half."""
    tried = sorted(set(scores))
    step = max(1, len(tried) // 400)
    return max(tried[::step], key=lambda one: (decided(scores, truth, one).f1 or 0.0, -one))


def pairwise(clusters: Sequence[object], truth: Sequence[object]) -> Shares:
    """Return the counts over all pairs of records: together in the clusters, together in the truth."""
    both, ours, theirs = Counter(zip(clusters, truth, strict=True)), Counter(clusters), Counter(truth)
    hits, said, real = (sum(math.comb(number, 2) for number in one.values()) for one in (both, ours, theirs))
    return Shares(hits, said - hits, real - hits)


def b_cubed(clusters: Sequence[object], truth: Sequence[object]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998): each record weighs the same."""
    both, ours, theirs = Counter(zip(clusters, truth, strict=True)), Counter(clusters), Counter(truth)
    records = len(clusters)
    precision = sum(number * number / ours[cluster] for (cluster, _), number in both.items()) / records
    recall = sum(number * number / theirs[real] for (_, real), number in both.items()) / records
    return precision, recall, 2 * precision * recall / (precision + recall)


def largest_false_cluster(clusters: Sequence[object], truth: Sequence[object]) -> int:
    """Return the records of the largest cluster that holds two real companies or more; 0 when none does."""
    real: dict[object, set[object]] = {}
    for cluster, one in zip(clusters, truth, strict=True):
        real.setdefault(cluster, set()).add(one)
    sizes = Counter(clusters)
    return max((sizes[cluster] for cluster, companies in real.items() if len(companies) > 1), default=0)


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
