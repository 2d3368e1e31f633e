"""The sentences under every answer: what it takes for granted, what it leaves out, and which questions of identity are open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from enduse.graph.doubts import Doubt
from enduse.graph.parameters import QUESTIONS_MAX
from enduse.graph.question import Question
from enduse.graph.rows import Codes, Rows
from enduse.graph.shares import Shares
from enduse.graph.solving import Solved
from enduse.graph.values import THOUSANDTHS

_NAMED_MONTHS = 6


def sentences(
    question: Question,
    rows: Rows,
    solved: Solved,
    sides: tuple[Codes, Codes],
    covered: dict[str, Any],
    passed: Shares,
    asked: list[Doubt],
    named: Callable[[str], str],
) -> list[str]:
    """Return everything a reader must know to use the numbers; `named` gives a company's name."""
    return [
        "All bounds concern recorded sales; sales that no source recorded could only add to them.",
        *_records(question, solved),
        "central is the proportional rule: every sale of an intermediary is the same mixture as its stock; FIFO and LIFO give its range.",
        "exposed is all that the end users received from companies that had received some of these goods before: not an amount that moved.",
        *_goods(question, rows, sides),
        *_time(question, rows, solved),
        *_unit(question, solved),
        *_open_bounds(passed),
        *_covered(covered),
        *_questions(asked, named, dict(question.parameters)[QUESTIONS_MAX.name], question.unit == "usd"),
    ]


def _open_bounds(passed: Shares) -> list[str]:
    """Return a sentence for each reason why something about an intermediary is left open."""
    said = []
    if passed.open_bounds:
        said.append(
            f"For {passed.open_bounds} of {passed.companies} intermediaries at_least or at_most is left open: they are too many to compute "
            "(see lp_companies_max)."
        )
    if passed.wide_bounds:
        said.append(
            f"For {passed.wide_bounds} of {passed.companies} intermediaries at_least and at_most hold, but may be wider than they need be: "
            "the records between them are too many to compute exactly (see lp_arcs_max and lp_work_max)."
        )
    if passed.without_central:
        said.append("For some classes of goods too many companies lie between to follow what passed through each; their central is open.")
    return said


def _records(question: Question, solved: Solved) -> list[str]:
    companies = len(set(solved.core.node_entity.tolist()))
    if not companies:
        return ["No intermediary lies between the suppliers and the end users in these records; the bounds are those of direct sales."]
    between = "the company" if companies == 1 else f"the {companies} companies"
    said = [
        f"at_least and at_most hold if the records of {between} between are complete"
        + (f", but for assumed stock of {question.sigma:g} times what each sold" if question.sigma else "")
        + "; at_most_open holds without that."
    ]
    opening = solved.read[0].chains.opening
    short = len({int(one) for one in solved.core.node_entity[opening > 0]})
    if short:
        measure = _measure(question)
        said.append(
            f"{'It' if companies == 1 else f'{short} of them'} sold more than was recorded to have been received: "
            f"an opening stock of at least {int(opening.sum()) / THOUSANDTHS:,.3f} {measure} is implied and taken to be nobody's."
        )
    return said


def _goods(question: Question, rows: Rows, sides: tuple[Codes, Codes]) -> list[str]:
    if question.goods:
        said = [f"Goods under each of the HS prefixes {', '.join(question.goods)} can stand for each other; other goods are left out."]
    else:
        said = [f"Goods whose HS codes agree in the first {question.class_digits} digits can stand for each other, and no others."]
    suppliers, end_users = sides
    touching = rows.without_code & (np.isin(rows.consignor, suppliers) | np.isin(rows.consignee, end_users))
    count = int(touching.sum())
    if count:
        treated = "left out" if question.goods else "taken as one class of goods"
        said.append(f"{count} shipments of these suppliers or to these end users state no HS code; they are {treated}.")
    return said


def _time(question: Question, rows: Rows, solved: Solved) -> list[str]:
    said = []
    if question.since or question.until:
        said.append(
            f"Sales of the suppliers and receipts of the end users count from {question.since or 'the first record'} "
            f"to {question.until or 'the last record'}; intermediaries' records of all times shape their stock."
        )
    if question.lag_max:
        said.append(f"Goods travel {question.lag_min} to {question.lag_max} days; both ends and the middle are tried, the widest kept.")
    partial = int((solved.whole.first_day != solved.whole.last_day).sum())
    undated = int(rows.undated[solved.whole.position].sum())
    if partial:
        said.append(
            f"{partial} of the shipments considered state no exact day{f', {undated} of them no date at all' if undated else ''}: "
            "at_most takes the largest and at_least the smallest of the readings with receipts as early and dispatches as late as printed, "
            "the reverse, and the middle; readings between these are not tried. central takes the middle day."
        )
    if any(one.ordering.late.any() for one in solved.read):
        said.append("Some companies passed goods around in a ring on one day; central takes those shipments in the order of their ids.")
    said.append("On one day, what a company received is taken to come before what it sent.")
    return said


def _unit(question: Question, solved: Solved) -> list[str]:
    lacking = int(solved.stated.lacking(solved.whole, question.unit).sum())
    beside = int((~solved.whole.on_path & (solved.stated.quantity < 0)).sum())
    measure = _measure(question)
    said = []
    if question.unit == "kg":
        said.append("kg is the net mass, or the gross mass where no net mass is stated.")
    if question.unit == "usd":
        said.append(
            f"Money is never conserved: goods are followed in {measure} and valued last, at_least at the lower and at_most at the higher "
            "of the suppliers' and the end users' average price for the class, central and paths at their mean; direct sales as stated."
        )
        said.append("Shipments that state no quantity count only as direct sales; goods without any price add nothing to at_least.")
    unstated, direct = int(solved.direct_unstated.sum()), int(solved.direct_rows.sum())
    if unstated:
        more = "so how much was sold directly cannot be told" if unstated == direct else "more than direct and at_least say was sold"
        said.append(f"{unstated} of {direct} direct sales do not state {question.unit}; {more}.")
    if lacking:
        said.append(
            f"{lacking} shipments that can lie on a way do not state what {question.unit} needs; they are listed as unmeasured "
            "and are not in the bounds."
        )
    if beside:
        said.append(
            f"{beside} further purchases or sales of the companies between do not state {measure} and are taken as absent: "
            "unstated purchases of other goods could make at_least smaller, never direct."
        )
    return said


def _measure(question: Question) -> str:
    return {"kg": "kg", "pieces": "pieces", "usd": "kg or pieces"}[question.unit]


def _covered(covered: dict[str, Any]) -> list[str]:
    said = []
    for status, meaning in (("absent", "no source holds"), ("unknown", "no source vouches for"), ("partial", "the sources hold in part")):
        months = covered[f"{status}_months"]
        if months:
            named = ", ".join(months) if len(months) <= _NAMED_MONTHS else f"{months[0]} to {months[-1]}"
            said.append(f"{len(months)} months {meaning}: {named}.")
    return said


def _questions(asked: list[Doubt], named: Callable[[str], str], most: int, dollars: bool) -> list[str]:
    said = [
        f"Question: are {named(one.left)} ({one.left}) and {named(one.right)} ({one.right}) one company? (score {one.score:.2f})"
        for one in asked[:most]
    ]
    if len(asked) > most:
        said.append(f"{len(asked) - most} further pairs of companies that may be one touch these ways.")
    if asked:
        said.append(
            "at_least, at_most and direct_at_most, in all and through each company, hold whatever the answers are; "
            "all other numbers take each pair as two companies."
        )
    if asked and dollars:
        said.append(
            "That is so of quantities; they are valued at mean prices of rows on a way, and another answer may leave other rows there."
        )
    return said
