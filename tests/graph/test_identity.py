"""Bounds that hold whatever the answers to open questions of identity are, against every combination of answers."""

from __future__ import annotations

import random
from itertools import product

import pytest

from enduse import graph
from enduse.model.companies import POSSIBLE_MATCHES
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.graph.examples import Row, lay, leg

Pairs = list[tuple[str, str]]


def answered(rows: list[Row], pairs: Pairs, same: tuple[bool, ...]) -> list[Row]:
    """Return the rows with the companies of each pair answered 'same' under one name: that of the supplier or end user, if it is one."""
    name = {one: one for row in rows for one in row[1:3]} | {one: one for pair in pairs for one in pair} | {"S": "S", "E": "E"}
    for (left, right), yes in zip(pairs, same, strict=True):
        if yes:
            kept, gone = sorted((name[left], name[right]), key=lambda one: (one not in "SE", one))
            name = {one: kept if held == gone else held for one, held in name.items()}
    return [(row[0], name[row[1]], name[row[2]], row[3], row[4]) for row in rows]


def of_both_sides(pairs: Pairs, same: tuple[bool, ...]) -> bool:
    """Tell whether S would be E by these answers: then nobody asks how much S sent to E."""
    ((_, left, right, *_),) = answered([("x", "S", "E", 0, 1.0)], pairs, same)
    return left == right


def asked(desk: StageRun, rows: list[Row], pairs: Pairs) -> graph.Trace:
    """Return the trace from S to E with these questions open."""
    lay(desk, map(leg, rows))
    desk.write(POSSIBLE_MATCHES, [{"left_entity_id": left, "right_entity_id": right, "score": 0.5} for left, right in pairs])
    return graph.trace(desk, ["S"], ["E"])


def drawn(chance: random.Random) -> tuple[list[Row], Pairs]:
    """Return a record on days of its own, and up to three questions, none between S and E."""
    rows: list[Row] = []
    for number in range(chance.randint(5, 14)):
        left, right = chance.choice("SSABCD"), chance.choice("EEABCD")
        if left != right:
            rows.append((str(number), left, right, number * 3, float(chance.randint(1, 30))))
    pairs: Pairs = sorted({(one, other) for one, other in (chance.sample("ABCDES", 2) for _ in range(3)) if {one, other} != {"S", "E"}})
    used = {one for row in rows for one in row[1:3]} | {"S", "E"}
    return rows, [pair for pair in pairs if used.issuperset(pair)]


@pytest.mark.parametrize("seed", range(60))
def test_bounds_hold_for_every_answer(make_desk: MakeDesk, seed: int) -> None:
    """Of every combination of answers, the bounds and what was sold and sent directly lie within those told before any answer."""
    rows, pairs = drawn(random.Random(seed))
    told = asked(make_desk(), rows, pairs)
    assert told.at_least is not None
    assert told.at_most is not None
    for same in product((False, True), repeat=len(pairs)):
        if of_both_sides(pairs, same):
            continue
        one = asked(make_desk(), answered(rows, pairs, same), [])
        assert one.at_least is not None
        assert one.at_most is not None
        assert told.at_least <= one.at_least + 1e-9, same
        assert one.at_most <= told.at_most + 1e-9, same
        assert (told.direct or 0) <= (one.direct or 0) + 1e-9
        assert (one.direct or 0) <= (told.direct_at_most or 0) + 1e-9
        assert (told.supplied_range["at_least"] or 0) <= (one.supplied or 0) <= (told.supplied_range["at_most"] or 0)
        if not any(same):
            assert (one.at_least, one.at_most) == (told.as_resolved["at_least"], told.as_resolved["at_most"])


def test_together_and_apart_both_widen(make_desk: MakeDesk) -> None:
    """A received 100 kg and sold 100 kg to E. If A is B, which got 60 elsewhere and sold them elsewhere, only 40 need be S's."""
    rows: list[Row] = [("1", "S", "A", 1, 100), ("2", "A", "E", 9, 100), ("3", "X", "B", 2, 60), ("4", "B", "F", 8, 60)]
    told = asked(make_desk(), rows, [("A", "B")])
    assert (told.as_resolved["at_least"], told.at_least, told.at_most) == (100, 40, 100)


def test_a_question_that_opens_a_way_is_asked(make_desk: MakeDesk) -> None:
    """S sold to A, and B, which may be A, sold to E: nothing need have arrived, all may have, and the rows of that way are told."""
    told = asked(make_desk(), [("1", "S", "A", 1, 100), ("2", "B", "E", 9, 70)], [("A", "B")])
    assert (told.at_least, told.central, told.at_most) == (0, 0, 70)
    assert (told.shipments, told.possible_shipments) == ([], ["1", "2"])
    assert any("one company?" in sentence for sentence in told.assumptions)


def test_who_may_be_another_by_two_answers_counts_at_most(make_desk: MakeDesk) -> None:
    """S sold to C, who may be B, who may be E."""
    told = asked(make_desk(), [("1", "S", "C", 1, 100), ("2", "X", "B", 2, 1), ("3", "X", "E", 2, 1)], [("B", "E"), ("B", "C")])
    assert (told.at_least, told.at_most, told.direct_at_most) == (0, 100, 100)
