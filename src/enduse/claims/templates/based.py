"""A company is based or registered in a country: checked against registries, lists and the countries printed beside it.

A registry or list that states the country for a subject of the company supports the claim; a country printed beside its name in
shipments supports it in part. Another country contradicts nothing: a company can be registered in one and work in another.
"""

from __future__ import annotations

from typing import Any

from enduse.claims.companies import Company, in_words
from enduse.claims.parameters import CITED_ROWS_MAX
from enduse.claims.subjects import dated, subjects
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Verdict, Word
from enduse.findings import Citation
from enduse.store import StageRun
from enduse.terms.periods import period_of
from enduse.terms.propositions import Based
from enduse.terms.territories import country_code

_STATED = """
select statement_id, snapshot_id, subject_id, value, list_id, coalesce(scheme, '') as scheme from statements
where prop = 'country' and subject_id in :ids
order by statement_id
"""
_PRINTED = """
select p.shipment_id, m.country from shipment_parties p
join mentions m on m.mention_id = p.mention_id
join entity_mentions e on e.mention_id = m.mention_id
where e.entity_id in :ids and m.country is not null
order by p.shipment_id
"""
_OF_PEOPLE = ("nationality", "birth", "citizenship")


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a seat."""
    says, company = question.says, question.companies["company"]
    assert isinstance(says, Based)
    known = subjects(run, company)
    if company.unknown and not known:
        return Verdict(question.claim_id, "not_decidable", "unknown_company", company.unknown, question.query)
    stated = _stated(run, known)
    printed = _printed(run, company)
    here = [row for row in stated if row["country"] == says.country]
    as_of = period_of(says.as_of) if says.as_of else None

    def verdict(word: Word, reason: str, sentence: str, rows: list[Citation]) -> Verdict:
        countries = sorted({f"{row['country']} ({row['list_id']})" for row in stated} | {f"{one} (printed)" for _, one in printed})
        said = f"Countries stated for {in_words(company)}: {', '.join(countries) or 'none'}. {sentence}".strip()
        return Verdict(question.claim_id, word, reason, said, question.query, tuple(rows)[: run.parameter(CITED_ROWS_MAX)])

    sure = [row for row in here if row["grade"] == "confirmed"]
    current = [row for row in sure if as_of is None or (row["as_of"] is not None and row["as_of"] >= as_of.from_)]
    if current or sure:
        cited = [Citation("statement", row["statement_id"]) for row in current or sure]
        if current:
            return verdict("supported", "rows_agree", "", cited)
        reason = "older_list" if any(row["as_of"] is not None for row in sure) else "date_open"
        return verdict("partly_supported", reason, "It is stated, not on the day claimed.", cited)
    rows = [Citation("shipment", shipment) for shipment, one in printed if one == says.country]
    if rows:
        return verdict("partly_supported", "weak_source", "No registry or list says so.", rows)
    if here:
        cited = [Citation("statement", row["statement_id"]) for row in here]
        likely = any(row["grade"] == "likely" for row in here)
        return verdict("partly_supported" if likely else "not_decidable", "identity_open", "Whether it is the one named is open.", cited)
    reason = "stated_elsewhere" if stated or printed else "not_in_data"
    return verdict("not_decidable", reason, "A company can be registered in one country and work in another.", [])


def _stated(run: StageRun, known: dict[str, str]) -> list[dict[str, Any]]:
    """Return the countries that registries and lists state for the subjects; those of a person's birth or nationality are left out."""
    if not known:
        return []
    rows = dated(run, run.query(_STATED, ids=tuple(sorted(known))).to_pylist())
    kept = [row for row in rows if row["scheme"] not in _OF_PEOPLE]
    return [{**row, "country": country_code(row["value"] or "") or row["value"], "grade": known[row["subject_id"]]} for row in kept]


def _printed(run: StageRun, company: Company) -> list[tuple[str, str]]:
    if not company.ids or not run.has("shipment_parties"):
        return []
    rows = run.query(_PRINTED, ids=company.ids).to_pylist()
    return [(row["shipment_id"], row["country"]) for row in rows]


TEMPLATE = Template("based", ("company",), check, unknown_is_open=True)
