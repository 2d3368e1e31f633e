"""Answers about a company and a goods list: the parts that RF-01 to RF-03 share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.findings.calendar import Covered, Field, in_words
from enduse.findings.evidence import Doubt, Evidence
from enduse.findings.finding import Citation, Confidence, Finding, Severity

HIGH_TIERS = ("1", "2")


@dataclass(frozen=True)
class Question:
    """One flag asked about one company and one goods list; makes its findings."""

    flag_id: str
    entity_id: str
    list_id: str
    parameters: str

    def yes(self, summary: str, citations: tuple[Citation, ...], confidence: Confidence, severity: Severity) -> Finding:
        """Return the finding that the flag fires under every admissible reading."""
        return Finding(self.flag_id, self.entity_id, None, self.list_id, "yes", summary, citations, self.parameters, confidence, severity)

    def no(self, summary: str, citations: tuple[Citation, ...]) -> Finding:
        """Return the finding that the flag fires under no admissible reading."""
        return Finding(self.flag_id, self.entity_id, None, self.list_id, "no", summary, citations, self.parameters)

    def cannot_tell(self, because: str, citations: tuple[Citation, ...]) -> Finding:
        """Return the finding that the data do not decide; `because` is a clause without a full stop."""
        return Finding(
            self.flag_id,
            self.entity_id,
            None,
            self.list_id,
            "cannot_tell",
            f"Cannot tell: {because}.",
            citations,
            self.parameters,
            cannot_tell_because=because,
        )


def severity_of(tier: str | None) -> Severity:
    """Return high for tiers 1 and 2 of a list, else medium (also for lists without tiers)."""
    return "high" if tier in HIGH_TIERS else "medium"


def list_in_words(evidence: Evidence, list_id: str) -> str:
    """Return the list's id with the versions loaded."""
    return f"{list_id} (version {evidence.lists[list_id].versions})"


def absence_before(evidence: Evidence, entity: str, list_id: str | None) -> Covered:
    """Tell whether the lookback before T0 would have shown an import of any goods, or of goods on the list when one is given."""
    fields: tuple[Field, ...] = ("consignee",) if list_id is None else ("consignee", "hs")
    goods = None if list_id is None else evidence.lists[list_id].codes
    return evidence.calendar.covered(evidence.streams(entity), evidence.months_before, fields, goods)


def nothing_after(evidence: Evidence, question: Question) -> Finding:
    """Return the answer for a company without enough imports of listed goods after T0: no under coverage, else cannot tell."""
    entity, named = question.entity_id, list_in_words(evidence, question.list_id)
    rows = evidence.any_rows(entity, "after", "either", "before")
    goods = evidence.lists[question.list_id].codes
    covered = evidence.calendar.covered(evidence.streams(entity), evidence.months_after, ("consignee", "hs"), goods)
    some = evidence.history(entity, question.list_id).after_upper
    said = f"{f'only {some}' if some else 'no'} import{'s' if some > 1 else ''} of goods on {named} recorded from {evidence.start} on"
    if covered.whole:
        return question.no(f"{said[0].upper()}{said[1:]}, in months declared complete.", rows)
    return question.cannot_tell(f"{said}, but {not_covered(evidence, entity, covered)}", rows)


def not_covered(evidence: Evidence, entity: str, covered: Covered) -> str:
    """Return a clause that says which months are not known to be complete, for a company's country."""
    country = evidence.country(entity)
    if country is None:
        return "the company's country is not stated, so no month is known to be complete for it"
    if not covered.missing:
        return f"no month is declared complete for imports of {country}"
    return f"imports of {country} are not declared complete for {in_words(covered.missing)}"


def same_company(others: Sequence[Doubt], what: str) -> str:
    """Return a clause about companies that may be the same one and `what` they did."""
    return f"{len(others)} other compan{'y' if len(others) == 1 else 'ies'} that may be the same one {what}"


def unsure_goods(shipments: int, named: str) -> str:
    """Return a clause about shipments that stand on the list under some readings only."""
    return f"whether its goods ({several(shipments, 'shipment')}) stand on {named} depends on the HS concordance or on a partial date"


def several(count: int, noun: str) -> str:
    """Return the number with its noun.

    >>> several(1, "shipment"), several(2, "shipment")
    ('1 shipment', '2 shipments')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
