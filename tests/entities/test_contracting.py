"""Clusters from weighed pairs: the strongest first, contradictions kept, large groups looked at again."""

from __future__ import annotations

import itertools
import random

from enduse.entities.contracting import Edge, contract


def never(left: int, right: int) -> bool:
    """Forbid nothing."""
    return False


def test_weak_edges_together_join() -> None:
    """Two edges that do not reach the threshold alone join a third node once its neighbours are one."""
    assert contract([(0, 1, 9.0), (0, 2, 4.5), (1, 2, 4.5)], 5.0, never, 40) == [(0, 1, 2)]
    assert contract([(0, 1, 9.0), (0, 2, 4.5)], 5.0, never, 40) == [(0, 1)]


def test_many_weak_edges_are_no_strong_one() -> None:
    """Prints of one mistype repeat each other: ten edges say little more than one."""
    firm: list[Edge] = [(a, b, 9.0) for a, b in itertools.combinations(range(10), 2)]
    assert contract([*firm, *((at, 10, 3.7) for at in range(10))], 4.6, never, 40) == [tuple(range(10))]


def test_node_between_two_that_deny_each_other_stays_alone() -> None:
    """A node that answers as well to each of two companies joins neither."""
    edges: list[Edge] = [(0, 1, 6.0), (1, 2, 6.5), (0, 2, -9.0)]
    assert contract(edges, 5.0, never, 40) == []
    assert contract(edges[:2], 5.0, lambda left, right: {left, right} == {0, 2}, 40) == []


def test_forbidden_holds_for_members_of_groups() -> None:
    """What may not be one with a member may not be one with its group."""
    edges: list[Edge] = [(0, 1, 20.0), (1, 2, 6.0)]
    assert contract(edges, 5.0, lambda left, right: {left, right} == {0, 2}, 40) == [(0, 1)]


def test_large_group_is_joined_again_on_stronger_evidence() -> None:
    """Two firm groups chained by one weak edge come apart when together they are suspiciously large."""
    firm: list[Edge] = [(a, b, 12.0) for part in (range(5), range(5, 10)) for a, b in itertools.combinations(part, 2)]
    assert contract([*firm, (4, 5, 5.5)], 5.0, never, 40) == [tuple(range(10))]
    assert contract([*firm, (4, 5, 5.5)], 5.0, never, 8) == [tuple(range(5)), tuple(range(5, 10))]


def test_order_of_edges_changes_nothing() -> None:
    """The same edges in any order give the same groups."""
    rng = random.Random(1)
    edges: list[Edge] = [(a, b, round(rng.uniform(-4, 9), 1)) for a, b in itertools.combinations(range(14), 2) if rng.random() < 0.4]
    expected = contract(edges, 4.6, never, 6)
    for _ in range(5):
        rng.shuffle(edges)
        assert contract(edges, 4.6, never, 6) == expected
