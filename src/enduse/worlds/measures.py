"""One number of a score, and the few formulas behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Measure:
    """A measured value over `n` cases; None when there is nothing to measure. `sentence` says what it is."""

    measure: str
    value: float | None
    n: int
    sentence: str

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, rounded to six places."""
        return {**asdict(self), "value": None if self.value is None else round(self.value, 6)}


def share(measure: str, part: float, whole: int, sentence: str) -> Measure:
    """Return part / whole; no value when the whole is nothing."""
    return Measure(measure, part / whole if whole else None, whole, sentence)


def precision_recall(name: str, right: int, said: int, true: int, what: str) -> tuple[Measure, Measure]:
    """Return precision (right of what was said) and recall (right of what is true)."""
    return (
        share(f"{name}_precision", right, said, f"Of {what} found, the share that is true."),
        share(f"{name}_recall", right, true, f"Of {what} that are true, the share found."),
    )


@dataclass(frozen=True)
class Agreement:
    """How two groupings of the same things agree, each value 0 to 1, None when undefined; `things` how many there are."""

    pairwise_precision: float | None
    pairwise_recall: float | None
    bcubed_precision: float | None
    bcubed_recall: float | None
    things: int
    said_pairs: int
    true_pairs: int


def agreement(pairs: Iterable[tuple[Hashable, Hashable]]) -> Agreement:
    """Return how groups (said, true) agree, one pair for each thing.

    >>> found = agreement([("a", 1), ("a", 1), ("b", 1), ("b", 2)])
    >>> found.pairwise_precision, round(found.pairwise_recall or 0, 3), found.bcubed_precision, round(found.bcubed_recall or 0, 3)
    (0.5, 0.333, 0.75, 0.667)
    """
    cells = Counter(pairs)
    said: Counter[Hashable] = Counter()
    true: Counter[Hashable] = Counter()
    for (left, right), count in cells.items():
        said[left] += count
        true[right] += count
    things = sum(cells.values())
    together, said_pairs, true_pairs = _pairs(cells.values()), _pairs(said.values()), _pairs(true.values())
    precision = sum(count * count / said[left] for (left, _), count in cells.items())
    recall = sum(count * count / true[right] for (_, right), count in cells.items())
    return Agreement(
        together / said_pairs if said_pairs else None,
        together / true_pairs if true_pairs else None,
        precision / things if things else None,
        recall / things if things else None,
        things,
        said_pairs,
        true_pairs,
    )


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)
