"""Sources and claims graded in the NATO manner: a letter for the source, a number for the claim, each proposed with its reason.

The letter never makes the number and the number never makes the letter. A person's line in grades.csv (target, grade, graded_by,
graded_on, reason) always wins; the proposal stays beside it. A machine proposes neither A (completely reliable) nor E (unreliable).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from enduse.claims.casefile.kept import Kept
from enduse.claims.extracted import ExtractedClaim
from enduse.claims.grades_file import FILE_NAME, Override, load
from enduse.claims.naming import agent_id
from enduse.claims.parameters import GRADE_RECORD_MIN
from enduse.claims.verdicts import Verdict
from enduse.store import StageRun

GRADES_FILE = FILE_NAME
Row = dict[str, Any]


@dataclass(frozen=True)
class Proposal:
    """A grade with the sentence that says why."""

    grade: str
    because: str


@dataclass(frozen=True)
class Evidence:
    """What bears on one claim's number. Origins are those that carry it or an equal claim."""

    claim: ExtractedClaim
    verdict: Verdict | None
    origins_strict: int
    origins_lenient: int
    contradicted_by: int
    """Claims of other origins that cannot be true beside it."""


def grade(run: StageRun, kept: Kept, verdicts: Mapping[str, Verdict]) -> list[Row]:
    """Return the rows of table grades: every source and every extracted claim, people's decisions in force."""
    overrides = {(one.target_kind, one.target.casefold()): one for one in load(run.folder)}
    rows: list[Row] = []
    claims = kept.claims()
    for source, (name, said) in sorted(_sources(kept).items()):
        # Equal claims are one: the same words in three articles make no record of three.
        once = {kept.lineage.same_as.get(one.id, one.id): one for one in sorted(said, key=lambda one: one.id, reverse=True)}
        proposal = _letter(list(once.values()), verdicts, int(run.parameter(GRADE_RECORD_MIN)))
        rows.append(_row(("source", source, name), proposal, overrides))
    carried = _carried(kept)
    for claim in sorted(claims.values(), key=lambda one: one.id):
        strict, lenient = carried.get(claim.id, (0, 0))
        found = Evidence(claim, verdicts.get(claim.id), strict, lenient, len(kept.lineage.contradicts.get(claim.id, ())))
        rows.append(_row(("claim", claim.id, claim.quote), number(found), overrides))
    return rows


def _row(target: tuple[str, str, str], proposal: Proposal, overrides: Mapping[tuple[str, str], Override]) -> Row:
    kind, target_id, name = target
    decided = overrides.get((kind, target_id.casefold())) or overrides.get((kind, name.casefold()))
    return {
        "target_kind": kind, "target_id": target_id, "name": name, "grade": decided.grade if decided else proposal.grade,
        "proposed": proposal.grade, "proposed_because": proposal.because,
        "overridden_by": decided.graded_by if decided else None, "overridden_on": decided.graded_on if decided else None,
        "overridden_because": decided.reason if decided else None,
    }  # fmt: skip


def _sources(kept: Kept) -> dict[str, tuple[str, list[ExtractedClaim]]]:
    """Return {source id: (name, the claims it is answerable for)}: roots and outlets by name; the unnamed within one origin only."""
    found: dict[str, tuple[str, list[ExtractedClaim]]] = {}
    for claim in kept.claims().values():
        for node in claim.chain:
            if node.name:
                name = node.name.removeprefix("The ").removeprefix("the ") if node.type == "outlet" else node.name
                held = found.setdefault(agent_id(node, kept.lineage.origin.get(claim.id), claim.id), (name, []))
                if node is claim.root:
                    held[1].append(claim)
    return found


def _letter(said: list[ExtractedClaim], verdicts: Mapping[str, Verdict], needed: int) -> Proposal:
    """Return the letter that a source's record in this case proposes; F wherever the record is too short to tell."""
    asserted = [one for one in said if one.stance != "denied"]
    words = [verdicts[one.id].verdict for one in asserted if one.id in verdicts]
    borne = words.count("supported")
    decided = borne + words.count("contradicted")
    if decided < needed:
        told = f"{decided} of its claims were decided by rows here" if decided else "nothing is known here of its record"
        return Proposal("F", f"{told}; at least {needed} are needed to propose a letter.")
    share = borne / decided
    letter = "B" if share == 1 else "C" if share >= 0.75 else "D"
    return Proposal(letter, f"Rows bear out {borne} of the {decided} of its claims that they decide in this case.")


def number(found: Evidence) -> Proposal:
    """Return the number that the evidence proposes for one claim, by the first rule that applies."""
    claim, verdict = found.claim, found.verdict
    if claim.type == "no_comment":
        return Proposal("6", "Not answering says nothing about what was asked.")
    if claim.stance == "denied":
        return _denial(verdict)
    if verdict is not None and verdict.verdict == "contradicted":
        return Proposal("5", "Rows speak against it in months declared complete.")
    if found.contradicted_by:
        return Proposal(
            "4", f"{found.contradicted_by} claim{'' if found.contradicted_by == 1 else 's'} of other origins cannot be true beside it."
        )
    if verdict is not None and verdict.verdict == "supported":
        if found.origins_strict >= 2:
            return Proposal("1", f"{found.origins_strict} independent origins say it, and rows bear it out.")
        return Proposal("2", "Rows bear it out; fewer than two independent origins say it.")
    if found.origins_strict >= 2:
        return Proposal("2", f"{found.origins_strict} independent origins say it; rows do not decide it.")
    if verdict is not None and verdict.verdict == "partly_supported":
        return Proposal("3", "Rows bear it out in part.")
    return _alone(claim)


def _denial(verdict: Verdict | None) -> Proposal:
    if verdict is not None and verdict.reason == "rows_against_denial":
        return Proposal("4", "Whoever denies has an interest in it, and rows show what is denied.")
    return Proposal("6", "Whoever denies has an interest in it, and nothing else bears on it.")


def _alone(claim: ExtractedClaim) -> Proposal:
    """Return the number of a claim of one origin that rows do not decide: by who stands for it, and what they saw."""
    root = claim.root
    if root is None or not root.name:
        return Proposal("6", "Nobody is named or described as answerable for it.")
    if claim.stance == "uncertain" or claim.hedges:
        return Proposal("6", f"One origin, and worded with a hedge{f' ({claim.hedges[0]})' if claim.hedges else ''}.")
    if claim.type in ("opinion", "forecast", "plan"):
        return Proposal("6", "It says what somebody thinks, intends or expects.")
    if root.type in ("document", "dataset") or "document" in (root.access or "").casefold():
        return Proposal("3", "One origin, which rests on documents or data.")
    if root.type == "anonymous":
        return Proposal("6", "One origin, unnamed.")
    return (
        Proposal("3", "One origin, on the record.")
        if root.type in ("person", "organisation")
        else Proposal("6", "One outlet in its own voice.")
    )


def _carried(kept: Kept) -> dict[str, tuple[int, int]]:
    """Return (strict, lenient) counts of the origins that carry each claim or an equal one; never more than the lineage allows."""
    independent = {one.id for one in kept.lineage.origins if one.independent}
    members: dict[str, set[str]] = defaultdict(set)
    for claim, group in kept.lineage.same_as.items():
        if origin := kept.lineage.origin.get(claim):
            members[group].add(origin)
    found: dict[str, tuple[int, int]] = {}
    for name in kept.claims():
        top, own = kept.lineage.same_as.get(name), kept.lineage.origin.get(name)
        origins = members[top] if top else {own} if own else set()
        found[name] = (len(origins & independent), len(origins))
    return found
