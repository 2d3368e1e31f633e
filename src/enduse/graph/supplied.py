"""All that the suppliers sold, whether or not a way leads on to the end users: as resolved, and over the open questions of identity."""

from __future__ import annotations

import numpy as np

from enduse.graph.question import Question
from enduse.graph.rows import Flags, Rows, numbers
from enduse.graph.values import THOUSANDTHS
from enduse.store import StageRun

Range = dict[str, float | None]


def supplied_by(run: StageRun, rows: Rows, question: Question, doubtful: frozenset[str]) -> tuple[float | None, dict[str, int], Range]:
    """Return what the suppliers sold to others of the goods and days asked about, its rows, and at least and at most.

    Each is of the rows that state it, None when there are rows and none does; the range says how many rows of its most do not. What may
    have been sold by a supplier to itself counts for at most only, as do the sales of those who may be a supplier (`doubtful`).
    """
    own, maybe = rows.marked(question.suppliers), rows.marked(doubtful)
    supplied, counted = _sold(run, rows, question, own, ~own)
    least, (most, most_rows) = supplied, (supplied, counted)
    if doubtful:
        least, _ = _sold(run, rows, question, own, ~own & ~maybe)
        most, most_rows = _sold(run, rows, question, own | maybe, ~own)
    return supplied, counted, {"at_least": least, "at_most": most, "unstated": most_rows["unstated"]}


def _sold(run: StageRun, rows: Rows, question: Question, senders: Flags, receivers: Flags) -> tuple[float | None, dict[str, int]]:
    """Return what rows between these companies state, and how many rows there are and state nothing."""
    span = question.window
    within = (rows.goods >= 0) & (rows.last_day >= span.first) & (rows.first_day <= span.last) & (rows.consignor != rows.consignee)
    at = np.flatnonzero(senders[rows.consignor] & receivers[rows.consignee] & within)
    stated = numbers(run, question.unit, at)
    stated = stated[(stated >= 0) & np.isfinite(stated)]
    counted = {"rows": int(at.size), "unstated": int(at.size - stated.size)}
    if at.size and not stated.size:
        return None, counted
    return sum(round(one * THOUSANDTHS) for one in stated.tolist()) / THOUSANDTHS, counted
