"""Switch into priority goods.

Fires: rows name the consignee before T0 (`control_start`), none of them with goods on the list, and at least
    `min_shipments_after` counted shipments of goods on the list name it on or after T0. Asked once per consignee and goods
    list; the list is read as of the shipment's date (before its first loaded version: `list_before_first_version`).
Parameters: control_start, lookback_months, min_shipments_after, field_share_min, list_before_first_version.
Cannot tell: a month of the lookback is not declared complete for imports of the consignee's country (or for its own source),
    or too few of its rows state an HS code; rows before T0 lack an HS code or have a partial date; the goods stand on the list
    under some HS concordance only (the `upper` reading); a company that may be the same one imported listed goods before T0.
Innocent reading: ordinary diversification; the same goods reclassified at an HS revision; a source that codes better than
    the one before.
Source: Export Enforcement Five, joint guidance of 2023-09-26, pattern 2; read in a restatement: verify. The lookback is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from enduse.findings.evidence import Evidence
from enduse.findings.finding import Finding
from enduse.findings.flag import Flag
from enduse.findings.parameters import CONTROL_START, FIELD_SHARE_MIN, LIST_BEFORE_FIRST_VERSION, LOOKBACK_MONTHS, MIN_SHIPMENTS_AFTER
from enduse.findings.wording import (
    Question,
    absence_before,
    list_in_words,
    not_covered,
    nothing_after,
    same_company,
    several,
    severity_of,
    unsure_goods,
)
from enduse.terms.ids import canonical

PARAMETERS = (CONTROL_START, LOOKBACK_MONTHS, MIN_SHIPMENTS_AFTER, FIELD_SHARE_MIN, LIST_BEFORE_FIRST_VERSION)


def ask(evidence: Evidence) -> Iterator[Finding]:
    """Yield one answer for each company asked about and each goods list."""
    least: int = evidence.run.parameter(MIN_SHIPMENTS_AFTER)
    used = canonical({one.name: evidence.run.parameter(one) for one in PARAMETERS})
    for list_id in evidence.lists:
        for entity in evidence.asked:
            if evidence.history(entity, list_id).after_upper or entity in evidence.targets:
                yield _answer(evidence, Question("RF-02", entity, list_id, used), least)


def _answer(evidence: Evidence, question: Question, least: int) -> Finding:
    entity, list_id = question.entity_id, question.list_id
    history, imports, named = evidence.history(entity, list_id), evidence.imported(entity), list_in_words(evidence, list_id)
    if history.before_lower:
        rows = evidence.goods_rows(entity, list_id, "before")
        return question.no(f"Recorded before {evidence.start}: {several(history.before_lower, 'shipment')} of goods on {named}.", rows)
    if history.after_upper < least:
        return nothing_after(evidence, question)
    rows = evidence.goods_rows(entity, list_id, "after") + evidence.any_rows(entity, "before")
    covered = absence_before(evidence, entity, list_id)
    others = [doubt for doubt in evidence.doubts(entity) if evidence.imported(doubt.other_id).before_possible]
    if not imports.before_possible and not others and absence_before(evidence, entity, None).whole:
        return question.no(f"No import of any goods is recorded before {evidence.start}, in months declared complete.", rows)
    unclear = _unclear(evidence, question, least)
    if not covered.whole:
        unclear.append(not_covered(evidence, entity, covered))
    same = [doubt for doubt in others if not imports.before_sure or evidence.history(doubt.other_id, list_id).before_upper]
    if same:
        unclear.append(same_company(same, f"imported before {evidence.start}"))
    if unclear:
        return question.cannot_tell("; ".join(unclear), rows + tuple(doubt.citation for doubt in same))
    summary = (
        f"Named as consignee before {evidence.start} on {several(imports.before_sure, 'row')}, none with goods on {named} in the "
        f"{evidence.lookback} months declared complete; {several(history.after_lower, 'shipment')} of such goods from "
        f"{history.first_after} on; consistent with a switch into these goods."
    )
    return question.yes(summary, rows + covered.citations, "likely", severity_of(history.tier_after))


def _unclear(evidence: Evidence, question: Question, least: int) -> list[str]:
    history, imports = evidence.history(question.entity_id, question.list_id), evidence.imported(question.entity_id)
    named = list_in_words(evidence, question.list_id)
    unclear: list[str] = []
    if history.after_lower < least:
        unclear.append(unsure_goods(history.after_upper, named))
    if not imports.before_sure:
        unclear.append(f"no row surely names it before {evidence.start}")
    if history.before_upper:
        unclear.append(f"{several(history.before_upper, 'shipment')} may be of goods on {named} and may lie before {evidence.start}")
    if imports.before_without_code:
        unclear.append(f"no HS code on {several(imports.before_without_code, 'row')} before {evidence.start}")
    return unclear


FLAG = Flag(
    id="RF-02",
    name="Switch into priority goods",
    authority="Export Enforcement Five, 2023-09-26, pattern 2",
    status="verify",
    grain="consignee and goods list",
    reads=("shipments", "shipment_parties", "entity_mentions", "goods_codes", "hs_concordance", "coverage", "possible_matches"),
    parameters=PARAMETERS,
    ask=ask,
    text=__doc__,
)
