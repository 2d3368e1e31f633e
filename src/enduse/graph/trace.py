"""How much of the suppliers' goods reached the end users: an interval with its rows, ways, bottlenecks and assumptions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from enduse.entities import may_be
from enduse.graph.answer import Trace
from enduse.graph.doubts import Answer, doubts, if_same
from enduse.graph.identity import at_least_rows, at_most_rows, joined, movable, passing_rows
from enduse.graph.parameters import DOUBTS_MAX, POLICY_EVENTS_MAX
from enduse.graph.question import Question, Unit, ask, known
from enduse.graph.rows import Rows, load
from enduse.graph.solving import Passing, Solved, StillOpen, solve, solve_together
from enduse.graph.telling import Teller, answer_of
from enduse.store import StageRun


def trace(
    run: StageRun,
    suppliers: Sequence[str],
    end_users: Sequence[str],
    goods: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    unit: Unit = "kg",
) -> Trace:
    """Return how much of the goods of `suppliers` reached `end_users` (entity ids), at least, likely and at most.

    `goods` are HS prefixes, each one class of goods that can stand for each other; none given: every code is its own class.
    `since` and `until` choose which sales of the suppliers and which receipts of the end users count; what intermediaries
    bought and sold before and after still shapes their stock. Raises SettingError for what cannot be asked, UnknownName for an
    id that is not in `entities`, StageNotRun before `connect`.
    """
    question = ask(run, suppliers, end_users, goods, since, until, unit)
    known(run, (*question.suppliers, *question.end_users))
    rows = load(run, question.goods, question.class_digits)
    named = (frozenset(question.suppliers), frozenset(question.end_users))
    sides = (rows.codes(question.suppliers), rows.codes(question.end_users))
    events_max = run.parameter(POLICY_EVENTS_MAX)
    solved = solve(run, rows, question, sides, events_max)
    still_open = _still_open(run, rows, question, solved)
    answer = answer_of(solved)

    def again(changed: Rows) -> Answer:
        return answer_of(solve(run, changed, question, sides, events_max))

    told = if_same(still_open.asked, rows, named, answer, again, run.parameter(DOUBTS_MAX))
    return Teller(run, rows, question, solved, still_open).tell(sides, told)


def _still_open(run: StageRun, rows: Rows, question: Question, solved: Solved) -> StillOpen:
    named = (frozenset(question.suppliers), frozenset(question.end_users))
    none = StillOpen([], frozenset(), solved, solved, None)
    found = doubts(run)
    moving = set(movable(rows, ((one.left, one.right) for one in found), named))
    if not moving:
        return none
    one, maybe = joined(rows, sorted(moving), named), (_others(run, *named), _others(run, *named[::-1]))
    together = at_most_rows(rows, one, named, maybe)
    most = solve_together(run, together, question)
    touched = together.companies(most.whole).union(*named)
    asked = [doubt for doubt in found if (doubt.left, doubt.right) in moving and touched & {doubt.left, doubt.right}]
    if not asked:
        return none
    least = solve_together(run, at_least_rows(rows, one, named), question)
    for_least, for_most, ending = passing_rows(rows, one, named, maybe[0] | maybe[1])
    passed = (solve_together(run, for_least, question), solve_together(run, for_most, question)) if ending.any() else (least, most)
    return StillOpen(asked, maybe[0], least, most, Passing(*passed, rows, one, ending))


def _others(run: StageRun, side: frozenset[str], other_side: frozenset[str]) -> frozenset[str]:
    """Return who may be one of a side, none of it yet; nobody is of both sides."""
    return frozenset(chain.from_iterable(may_be(run, side, other_side).values())) - side
