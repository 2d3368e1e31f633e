"""Counts over the ledger that the report prints: origins of a story or of all, and verdicts with equal claims counted once."""

from __future__ import annotations

import json
from dataclasses import dataclass

from enduse.store import StageRun


@dataclass(frozen=True)
class Counted:
    """A count with its bounds, and the claims behind it."""

    at_least: int
    at_most: int
    claims: tuple[str, ...]


def origins_of(run: StageRun, story_id: str | None = None) -> Counted:
    """Return how many origins a story's claims have (of all stories, when none is named): independent for certain, and at most."""
    stories = [row for row in run.read("stories").to_pylist() if story_id in (None, row["story_id"])]
    ids = {row["story_id"] for row in stories}
    claims = {
        claim for row in run.read("claim_origins").to_pylist() if row["story_id"] in ids for claim in json.loads(row["claims"])
    }  # fmt: skip
    strict, lenient = (sum(row[f"origins_{name}"] for row in stories) for name in ("strict", "lenient"))
    # Where something is claimed somebody said it: a story whose roots are all unknown has at most one origin more than none.
    return Counted(strict, max(strict, lenient), tuple(sorted(claims)))


def verdicts_of(run: StageRun, verdict: str) -> Counted:
    """Return how many claims read from articles have this verdict, equal claims of several articles counted once."""
    same = {row["claim_id"]: row["same_as"] or row["claim_id"] for row in run.read("extracted_claims", ["claim_id", "same_as"]).to_pylist()}
    found = run.read("verdicts", ["claim_id"], [("verdict", "=", verdict)])["claim_id"].to_pylist()
    claims = tuple(sorted(claim for claim in found if claim in same))
    count = len({same[claim] for claim in claims})
    return Counted(count, count, claims)
