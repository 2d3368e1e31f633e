"""Bounds that hold whatever the answers to open questions of identity are, against every combination of answers."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest

from enduse import graph
from enduse.model.companies import POSSIBLE_MATCHES
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.graph.examples import Row, lay, leg

Pairs = list[tuple[str, str]]


def answered(rows: list[Row], pairs: Pairs, same: tuple[bool, ...]) -> list[Row]:
    """Return the rows with the companies of each pair answered 'same' under one name: that of the supplier or end user, if it is one."""
    name = {one: one for row in rows for one in (*row[1:3], "")} | {one: one for pair in pairs for one in pair} | {"S": "S", "E": "E"}
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
    pairs: Pairs = sorted({(one, other) for one, other in (chance.sample("ABCDESN", 2) for _ in range(3)) if {one, other} != {"S", "E"}})
    return rows, pairs


def through(told: graph.Trace) -> dict[str, dict[str, Any]]:
    """Return what passed each intermediary, by its id."""
    return {one["entity"]: one for one in told.intermediaries}


@pytest.mark.parametrize("seed", range(80))
def test_what_passed_one_company_holds_for_every_answer(make_desk: MakeDesk, seed: int) -> None:
    """Whatever it is one with, what passed the company that a record names lies within what was told before any answer."""
    rows, pairs = drawn(random.Random(f"through {seed}"))
    told = through(asked(make_desk(), rows, pairs))
    for same in product((False, True), repeat=len(pairs)):
        if of_both_sides(pairs, same):
            continue
        one = through(asked(make_desk(), answered(rows, pairs, same), []))
        for company in sorted({end for row in rows for end in row[1:3]} - {"S", "E"}):
            ((_, name, *_),) = answered([("x", company, "", 0, 1.0)], pairs, same)
            if name in "SE":
                continue
            before, after = told.get(company), one.get(name)
            assert (before["at_least"] if before else 0) <= (after["at_least"] if after else 0) + 1e-6, (company, same)
            assert (after["at_most"] if after else 0) <= (before["at_most"] if before else 0) + 1e-6, (company, same)


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


def test_what_passed_another_does_not_count_for_one(make_desk: MakeDesk) -> None:
    """A passed 100 kg on to C. If C is D, which had 100 kg of its own, A's may have gone to F; B, which may be A, brought E 50 kg."""
    rows: list[Row] = [
        ("1", "S", "A", 1, 100),
        ("2", "A", "C", 2, 100),
        ("3", "C", "E", 3, 100),
        ("4", "S", "B", 4, 50),
        ("5", "B", "E", 5, 50),
    ]
    rows += [("6", "X", "D", 0, 100), ("7", "D", "F", 9, 100)]
    told = through(asked(make_desk(), rows, [("A", "B"), ("C", "D")]))
    assert (told["A"]["as_resolved"], told["A"]["at_least"], told["A"]["at_most"]) == ({"at_least": 100, "at_most": 100}, 0, 150)
    assert (told["B"]["as_resolved"], told["B"]["at_least"], told["B"]["at_most"]) == ({"at_least": 50, "at_most": 50}, 50, 150)
    assert told["D"]["as_resolved"] == {"at_least": 0, "at_most": 0}


def test_who_can_only_be_several_suppliers_moves_nothing(make_desk: MakeDesk) -> None:
    """N has no rows and may be S or T, who are both asked about: nothing changes, and nobody is asked."""
    desk = lay(make_desk(), map(leg, [("1", "S", "A", 1, 100), ("2", "T", "A", 2, 100), ("3", "A", "E", 3, 100)]))
    desk.write(POSSIBLE_MATCHES, [{"left_entity_id": "N", "right_entity_id": one, "score": 0.5} for one in "ST"])
    told = graph.trace(desk, ["S", "T"], ["E"])
    assert not any("one company?" in sentence for sentence in told.assumptions)
    assert (told.at_least, told.at_most) == (told.as_resolved["at_least"], told.as_resolved["at_most"])
