"""Pairs of companies that may be one: asked as questions, and the answer computed again as if they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

from enduse.graph.rows import Rows
from enduse.store import StageRun

Answer = tuple[float | None, float | None, float | None]
"""At least, central, at most."""


@dataclass(frozen=True)
class Doubt:
    """One open question of identity; the score is that of the pair, 0 to 1."""

    left: str
    right: str
    score: float


def doubts(run: StageRun) -> list[Doubt]:
    """Return the open possible matches, the likeliest first."""
    if not run.has("possible_matches"):
        return []
    pairs = run.read("possible_matches", ["left_entity_id", "right_entity_id", "score", "judgement"])
    still_open = pc.or_(pc.is_null(pairs["judgement"]), pc.equal(pc.fill_null(pairs["judgement"], ""), "unsure"))
    found = [Doubt(row["left_entity_id"], row["right_entity_id"], row["score"] or 0.0) for row in pairs.filter(still_open).to_pylist()]
    return sorted(found, key=lambda one: (-one.score, one.left, one.right))


def if_same(
    found: list[Doubt], rows: Rows, sides: tuple[frozenset[str], frozenset[str]], base: Answer, again: Callable[[Rows], Answer], most: int
) -> list[dict[str, Any]]:
    """Return, for at most `most` doubts, the answer if the two were one company, where it differs from `base`.

    The doubts are such as can move an answer: see `identity.movable`.
    """
    suppliers, end_users = sides
    told: list[dict[str, Any]] = []
    tried = 0
    for doubt in found:
        pair = {doubt.left, doubt.right}
        if rows.codes(sorted(pair)).size < len(pair):
            continue
        if tried == most:
            break
        tried += 1
        named = sorted(pair, key=lambda one: (one not in suppliers | end_users, one))
        kept, gone = (int(rows.codes([one])[0]) for one in named)
        answer = again(rows.merged(kept, gone))
        if answer != base:
            least, central, top = answer
            told.append({"left": doubt.left, "right": doubt.right, "at_least": least, "central": central, "at_most": top})
    return told
