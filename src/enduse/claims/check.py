"""The stage, and the same checks for a file of claims or one claim again."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from enduse.claims.casefile import checking
from enduse.claims.casefile.keeping import load
from enduse.claims.companies import resolve, with_doubts
from enduse.claims.grading import grade
from enduse.claims.ledger import ledger_rows, read_claims
from enduse.claims.parameters import PARAMETERS
from enduse.claims.templates import TEMPLATES
from enduse.claims.templates.template import Question
from enduse.claims.verdicts import Verdict, denied, hedged
from enduse.errors import UnknownName
from enduse.model.judged import CLAIMS, VERDICT_CITATIONS, VERDICTS
from enduse.model.published import GRADES
from enduse.store import StageRun
from enduse.terms.ids import canonical
from enduse.terms.propositions import PROPOSITIONS, Claim


def check(run: StageRun) -> None:
    """The tables claims, verdicts, verdict_citations and grades are written: one verdict for each claim that is checked.

    Claims of the workspace's claims files and claims read from its articles; an id stands for one claim only.
    """
    claims = read_claims(run)
    run.write(CLAIMS, ledger_rows(run, claims))
    kept = load(run)
    by_hand = check_file(run, claims)
    taken = {one.claim_id for one in by_hand}
    extracted = [one for one in checking.check_extracted(run, kept, PARAMETERS, _asker(run)) if one.claim_id not in taken]
    verdicts = [*by_hand, *extracted]
    run.write(VERDICTS, [one.row() for one in verdicts])
    run.write(
        VERDICT_CITATIONS,
        [
            {"claim_id": one.claim_id, "ordinal": ordinal, "kind": cited.kind, "ref_id": cited.ref_id}
            for one in verdicts
            for ordinal, cited in enumerate(one.rows, start=1)
        ],
    )
    run.write(GRADES, grade(run, kept, {one.claim_id: one for one in extracted}))


def check_file(run: StageRun, claims: Iterable[Claim]) -> list[Verdict]:
    """Return a verdict for each claim, in the order given; nothing is written."""
    listed = list(claims)
    verdicts: list[Verdict] = []
    for number, claim in enumerate(listed):
        run.progress("checking claims", number, len(listed))
        verdicts.append(_answer(run, claim.claim_id, _query(run, claim)))
    return verdicts


def recheck(run: StageRun, claim_id: str) -> Verdict:
    """Return the verdict on a claim of the workspace, computed again from its kept query and the tables as they are now.

    Raises UnknownName for a claim that has no verdict.
    """
    rows = run.read("verdicts", ["claim_id", "query"]).to_pylist() if run.has("verdicts") else []
    kept = {row["claim_id"]: row["query"] for row in rows}
    if claim_id not in kept:
        raise UnknownName(claim_id, difflib.get_close_matches(claim_id, kept, 3), "Give the id of a claim that has a verdict.")
    return _answer(run, claim_id, json.loads(kept[claim_id]))


def _asker(run: StageRun) -> checking.Ask:
    """Return a function that answers queries; one that several articles share is asked once."""
    known: dict[str, Verdict] = {}

    def ask(claim_id: str, query: Mapping[str, Any]) -> Verdict:
        kept = canonical(query)
        if kept not in known:
            known[kept] = _answer(run, claim_id, query)
        return replace(known[kept], claim_id=claim_id)

    return ask


def _query(run: StageRun, claim: Claim) -> dict[str, Any]:
    """Return the template with its arguments, names resolved: enough to ask again."""
    template = TEMPLATES.get(claim.kind)
    says = claim.model_dump(mode="json", exclude_none=True)["says"][claim.kind]
    companies: dict[str, Any] = {}
    for field in template.names if template else ():
        named = getattr(claim.says, field)
        if isinstance(named, tuple):
            companies |= {f"{field}.{place}": resolve(run, name).as_query() for place, name in enumerate(named, 1)}
        elif named is not None:
            companies[field] = resolve(run, named).as_query()
    parameters = {one.name: run.parameter(one) for one in PARAMETERS}
    return {"template": claim.kind, "says": says, "stance": claim.stance, "companies": companies, "parameters": parameters}


def _answer(run: StageRun, claim_id: str, query: Mapping[str, Any]) -> Verdict:
    if query["template"] in (checking.READINGS, checking.UNDECIDED, checking.DENIAL):
        return checking.answer(run, claim_id, query, _asker(run))
    kept, template = canonical(query), TEMPLATES.get(query["template"])
    if template is None:
        return Verdict(claim_id, "not_decidable", "not_testable", "No template covers this claim; it is recorded, not checked.", kept)
    companies = {field: with_doubts(run, one) for field, one in query["companies"].items()}
    unknown = [one.unknown for one in companies.values() if one.unknown]
    if unknown and not template.unknown_is_open:
        return Verdict(claim_id, "not_decidable", "unknown_company", " ".join(unknown), kept)
    says = PROPOSITIONS[query["template"]].model_validate(query["says"])
    question = Question(claim_id, says, companies, kept)
    verdict = template.check(run, question)
    if query["stance"] == "denied":
        return denied(verdict, lambda: template.shown(run, question))
    return hedged(verdict) if query["stance"] == "uncertain" else verdict
