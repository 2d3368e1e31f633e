"""First-ever importer after the start date.

Fires: the consignee is outside the coalition, no row names it as consignee for any goods before T0 (`control_start`), and at
    least `min_shipments_after` counted shipments of goods on the list name it on or after T0. Asked once per consignee and
    goods list; the list is read as of the shipment's date (before its first loaded version: `list_before_first_version`).
Parameters: control_start, lookback_months, min_shipments_after, coalition, field_share_min, list_before_first_version.
Cannot tell: a month of the lookback is not declared complete for imports of the consignee's country (or for its own source);
    its country is not stated; a partial date may lie before T0; the goods stand on the list under some HS concordance only;
    a company that may be the same one imported before T0. Re-registrations and predecessors that no open question names are
    not seen.
Innocent reading: a real start-up; a firm re-registered after a merger; a firm that bought at home before; a new broker named
    as consignee.
Source: Export Enforcement Five, joint guidance of 2023-09-26, pattern 1 ("the company never received exports before
    Feb. 24, 2022"); read in a restatement: verify. The lookback is ours; the coalition is Supplement No. 3 to EAR Part 746
    with the United States added (verify).
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
from enduse.settings import Parameter
from enduse.terms.ids import canonical

COALITION = Parameter(
    "coalition",
    "AT AU BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP KR LI LT LU LV MT NL NO NZ PL PT RO SE SG SI SK TW US",
    "Countries of the coalition, ISO 3166 alpha-2, separated by spaces: RF-01 asks about companies outside it.",
    "Supplement No. 3 to EAR Part 746, undated copy, and the United States (verify)",
)
PARAMETERS = (CONTROL_START, LOOKBACK_MONTHS, MIN_SHIPMENTS_AFTER, COALITION, FIELD_SHARE_MIN, LIST_BEFORE_FIRST_VERSION)


def ask(evidence: Evidence) -> Iterator[Finding]:
    """Yield one answer for each company asked about and each goods list."""
    coalition = frozenset(evidence.run.parameter(COALITION).split())
    least: int = evidence.run.parameter(MIN_SHIPMENTS_AFTER)
    used = canonical({one.name: evidence.run.parameter(one) for one in PARAMETERS if one is not COALITION})
    for list_id in evidence.lists:
        for entity in evidence.asked:
            if evidence.history(entity, list_id).after_upper or entity in evidence.targets:
                yield _answer(evidence, Question("RF-01", entity, list_id, used), coalition, least)


def _answer(evidence: Evidence, question: Question, coalition: frozenset[str], least: int) -> Finding:
    entity, list_id = question.entity_id, question.list_id
    country, history, imports = evidence.country(entity), evidence.history(entity, list_id), evidence.imported(entity)
    rows = evidence.goods_rows(entity, list_id, "after") or evidence.any_rows(entity, "after", "either", "before")
    if country in coalition:
        return question.no(f"The company's country {country} belongs to the coalition; the flag asks about companies outside it.", rows)
    if imports.before_sure:
        return question.no(
            f"Named as consignee before {evidence.start} on {several(imports.before_sure, 'row')}.", evidence.any_rows(entity, "before")
        )
    if history.after_upper < least:
        return nothing_after(evidence, question)
    covered = absence_before(evidence, entity, None)
    earlier = [doubt for doubt in evidence.doubts(entity) if evidence.imported(doubt.other_id).before_possible]
    unclear = _unclear(evidence, question, least)
    if not covered.whole:
        unclear.append(not_covered(evidence, entity, covered))
    if earlier:
        unclear.append(same_company(earlier, f"imported before {evidence.start}"))
    if unclear:
        return question.cannot_tell("; ".join(unclear), rows + tuple(doubt.citation for doubt in earlier))
    summary = (
        f"Recorded from {history.first_after} on: {several(history.after_lower, 'shipment')} of goods on "
        f"{list_in_words(evidence, list_id)}; no import of any goods in the {evidence.lookback} months before {evidence.start}, all "
        f"declared complete; consistent with a company that began to import after that day."
    )
    return question.yes(summary, rows + covered.citations, "likely", severity_of(history.tier_after))


def _unclear(evidence: Evidence, question: Question, least: int) -> list[str]:
    history, imports = evidence.history(question.entity_id, question.list_id), evidence.imported(question.entity_id)
    unclear: list[str] = []
    if history.after_lower < least:
        named = list_in_words(evidence, question.list_id)
        unclear.append(unsure_goods(history.after_upper, named))
    if imports.before_possible:
        unclear.append(f"{several(imports.before_possible, 'row')} with partial dates may lie before {evidence.start}")
    if evidence.country(question.entity_id) is None:
        unclear.append("its country is not stated, so it may belong to the coalition")
    return unclear


FLAG = Flag(
    id="RF-01",
    name="First-ever importer after the start date",
    authority="Export Enforcement Five, 2023-09-26, pattern 1",
    status="verify",
    grain="consignee and goods list",
    reads=("shipments", "shipment_parties", "entity_mentions", "goods_codes", "hs_concordance", "coverage", "possible_matches"),
    parameters=PARAMETERS,
    ask=ask,
    text=__doc__,
)
