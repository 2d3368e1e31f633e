"""What the benchmarks count, split and print."""

from __future__ import annotations

import pytest

from names.counts import b_cubed, decided, largest_false_cluster, pairwise, percentile
from names.split import half, halves, pair_key, shares
from names.table import Row, Table, shown


def test_the_split_never_moves() -> None:
    """The half of a key follows from its text alone, and both halves are about as large."""
    assert [half(key) for key in ("a", "c", "eu:1", "resolving-1:0")] == ["test", "dev", "dev", "test"]
    parts = shares(str(number) for number in range(2000))
    assert min(parts.values()) > 900


def test_a_pair_has_one_half_in_either_order() -> None:
    """Which name stands left does not decide what may be tuned on."""
    assert half(pair_key("x", "y")) == half(pair_key("y", "x"))


def test_halves_keep_every_case() -> None:
    """No case is lost or counted twice."""
    cases = {str(number): number for number in range(50)}
    assert sorted(value for part in halves(cases).values() for value in part) == list(range(50))


def test_shares_of_a_decision() -> None:
    """Precision, recall and F1 are those of the counts."""
    found = decided([0.9, 0.8, 0.2, 0.1], [True, False, True, False], 0.5)
    assert (found.precision, found.recall, found.f1, found.false_rate) == (0.5, 0.5, 0.5, 0.5)


def test_nothing_to_count_is_not_zero() -> None:
    """A share of nothing cannot be told."""
    assert decided([0.1], [False], 0.5).precision is None


def test_clusters_against_the_truth() -> None:
    """One record of another company in a cluster of three costs what B-cubed and pairs say it does."""
    clusters, truth = ["a", "a", "a", "b"], [1, 1, 2, 2]
    pairs = pairwise(clusters, truth)
    precision, recall, _ = b_cubed(clusters, truth)
    assert (pairs.hits, pairs.false, pairs.missed) == (1, 2, 1)
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert largest_false_cluster(clusters, truth) == 3


def test_a_right_clustering_has_no_false_cluster() -> None:
    """Clusters of one company each are never false, however large."""
    assert largest_false_cluster(["a", "a", "b"], [1, 1, 1]) == 0


def test_percentiles_are_values_that_occurred() -> None:
    """The 95th percentile of twenty values is the nineteenth."""
    assert percentile(range(1, 21), 0.95) == 19


def test_a_miss_is_printed_as_a_miss() -> None:
    """The table says what was reached and what was not."""
    table = Table([Row("b", "F1", "m", "all", 10, 0.5, 0.8), Row("b", "false", "m", "all", 10, 0.01, 0.05, at_most=True)])
    printed = list(table.lines())
    assert printed[1].endswith("MISSED")
    assert printed[2].endswith("reached")


def test_what_was_not_measured_is_not_a_number() -> None:
    """A missing figure is printed in words and reaches nothing."""
    assert shown(None) == "cannot tell"
    assert Row("b", "F1", "m", "all", 0, None, 0.8).reached is None
