"""Trade after designation.

Fires: a counted shipment is dated on or after the effective date of a designation in force for its consignor or consignee,
    and the company is confirmed to be the listed one (a person's judgement, or a valid shared identifier). The effective date
    is `started_on`, else `listed_on`, as published; the publication date is never taken for it. Asked once per shipment and
    designation; measure, list and programme are named.
Parameters: none for the date, which is exact. rf40_context_rows says how many shipments stand behind an answer about a company
    as a whole. Wind-down periods and licences are not read yet: a shipment under one fires too.
Cannot tell: the match of company and listed subject is likely or possible, not confirmed; no effective date is published; the
    partial date of the shipment or of the designation straddles the other. The first two are answered once per company and
    designation, because every shipment of the company has the same answer. A suspension that the list does not print is not
    seen.
Innocent reading: licensed or exempt goods; a contract under wind-down; the list does not bind these parties.
Source: by definition (catalogue of red flags, RF-40); listings as published by each authority.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from enduse.engine import Step
from enduse.findings.asking import rows, tuples
from enduse.findings.evidence import Evidence
from enduse.findings.finding import Citation, Finding, Severity
from enduse.findings.flag import Flag
from enduse.settings import Parameter
from enduse.terms.ids import canonical
from enduse.terms.periods import LAST, Period, period_of

DESIGNATED_ROWS = Step.load("enduse.findings", "designated_rows.sql")
DESIGNATED_COUNTS = Step.load("enduse.findings", "designated_counts.sql")
CONTEXT_ROWS = Parameter(
    "rf40_context_rows", 5, "An answer of RF-40 about a company as a whole cites this many of its shipments, the latest first."
)
PARAMETERS = (CONTEXT_ROWS,)
SEVERITIES: dict[str, Severity] = {"asset_freeze": "high", "export_ban": "high", "end_user": "medium"}
_IN_FORCE = pa.schema(
    [
        ("entity_id", pa.string()),
        ("designation_id", pa.string()),
        ("start_from", pa.date32()),
        ("start_until", pa.date32()),
        ("end_from", pa.date32()),
        ("end_until", pa.date32()),
    ]
)


@dataclass(frozen=True)
class _Answering:
    """One company, one designation of a subject it answers to, and how sure the match is."""

    entity_id: str
    grade: str
    designation: dict[str, Any]

    @property
    def start(self) -> Period | None:
        """The effective date as published; None when neither start nor listing date is."""
        return period_of(self.designation["started_on"] or self.designation["listed_on"] or "")

    @property
    def end(self) -> Period | None:
        """The day it ended; None while in force or unknown."""
        return period_of(self.designation["ended_on"] or "")

    @property
    def named(self) -> str:
        """Measure, list and programme in words."""
        programme = f", programme {self.designation['program']}" if self.designation["program"] else ""
        words = (self.designation["measure"] or "other").replace("_", " ")
        return f"{words} of list {self.designation['list_id']}{programme}"


def ask(evidence: Evidence) -> Iterator[Finding]:
    """Yield yes or cannot tell for shipments of confirmed companies, and one answer per company and designation for the rest."""
    run = evidence.run
    used = canonical({one.name: run.parameter(one) for one in PARAMETERS})
    answering = _answering(evidence)
    dated = {(one.entity_id, one.designation["designation_id"]): one for one in answering if one.grade == "confirmed" and one.start}
    run.put("in_force", pa.Table.from_pylist([_span(one) for one in dated.values()], schema=_IN_FORCE))
    run.put("answering", pa.table({"entity_id": pa.array(sorted({one.entity_id for one in answering}), pa.string())}))
    fired: set[tuple[str, str]] = set()
    for designation, entity, shipment, consignor, consignee, declared_on, sure in tuples(run.ask(DESIGNATED_ROWS)):
        fired.add((entity, designation))
        roles = " and ".join(word for word, held in (("consignor", consignor), ("consignee", consignee)) if held)
        yield _about_a_shipment(dated[entity, designation], shipment, (roles, declared_on, bool(sure)), used)
    rest = [one for one in answering if (one.entity_id, one.designation["designation_id"]) not in fired]
    yield from _about_companies(evidence, rest, used)


def _answering(evidence: Evidence) -> list[_Answering]:
    """Return each company with each designation of the subjects it answers to; one answer per pair, the surest grade first."""
    by_subject: dict[str, list[dict[str, Any]]] = defaultdict(list)
    columns = ["designation_id", "subject_id", "list_id", "measure", "program", "listed_on", "started_on", "ended_on"]
    matches = rows(evidence.run, "listed_matches", ["entity_id", "subject_id", "grade"]).to_pylist()
    subjects = {one["subject_id"] for one in matches}
    for designation in rows(evidence.run, "designations", columns).to_pylist():
        if designation["subject_id"] in subjects:
            by_subject[designation["subject_id"]].append(designation)
    found = [
        _Answering(match["entity_id"], match["grade"], designation)
        for match in matches
        for designation in by_subject.get(match["subject_id"], ())
    ]
    return sorted(found, key=lambda one: (one.entity_id, one.designation["designation_id"]))


def _span(one: _Answering) -> dict[str, Any]:
    start, end = one.start, one.end
    assert start is not None  # only dated designations are asked about by shipment
    return {
        "entity_id": one.entity_id,
        "designation_id": one.designation["designation_id"],
        "start_from": start.from_,
        "start_until": start.until,
        "end_from": end.from_ if end else None,
        "end_until": end.until if end else None,
    }


def _about_a_shipment(one: _Answering, shipment: str, facts: tuple[str, str | None, bool], used: str) -> Finding:
    roles, declared_on, sure = facts
    identity = one.designation["designation_id"]
    cited = (Citation("shipment", shipment), Citation("designation", identity))
    start, until = one.start, f", ended {one.end}" if one.end else ""
    if sure:
        summary = f"Dated {declared_on}; its {roles} is under {one.named}, in force since {start}{until}."
        severity = SEVERITIES.get(one.designation["measure"], "low")
        return Finding("RF-40", one.entity_id, shipment, identity, "yes", summary, cited, used, "confirmed", severity)
    because = f"the date {declared_on or '(not stated)'} may lie on either side of the dates of {one.named} (from {start}{until})"
    return Finding(
        "RF-40", one.entity_id, shipment, identity, "cannot_tell", f"Cannot tell: {because}.", cited, used, cannot_tell_because=because
    )


def _about_companies(evidence: Evidence, answering: list[_Answering], used: str) -> Iterator[Finding]:
    shipments: dict[str, list[str]] = defaultdict(list)
    counts: dict[str, tuple[int, dt.date]] = {}
    most = evidence.run.parameter(CONTEXT_ROWS)
    for entity, _, shipment, count, latest in tuples(evidence.run.ask(DESIGNATED_COUNTS, most=most, last=LAST)):
        shipments[entity].append(shipment)
        counts[entity] = (count, latest)
    for one in answering:
        if one.entity_id not in counts:
            continue
        count, latest = counts[one.entity_id]
        identity = one.designation["designation_id"]
        cited = (Citation("designation", identity), *(Citation("shipment", shipment) for shipment in shipments[one.entity_id]))
        start = one.start
        if (start and latest < start.from_) or (start and one.grade == "confirmed"):
            summary = f"None of its {count} counted shipments is dated while {one.named} was in force (from {start})."
            yield Finding("RF-40", one.entity_id, None, identity, "no", summary, cited, used)
            continue
        unclear = [] if start else [f"no effective date is published for {one.named}"]
        if one.grade != "confirmed":
            unclear.append(f"that the company is the subject of {one.named} is {one.grade}, not confirmed")
        because = f"{'; '.join(unclear)}; it has {count} counted shipments"
        yield Finding(
            "RF-40", one.entity_id, None, identity, "cannot_tell", f"Cannot tell: {because}.", cited, used, cannot_tell_because=because
        )


FLAG = Flag(
    id="RF-40",
    name="Trade after designation",
    authority="by definition; the lists of each authority",
    status="ours",
    grain="shipment and designation (company and designation while the identity or the date is open)",
    reads=("shipments", "shipment_parties", "entity_mentions", "listed_matches", "designations"),
    parameters=PARAMETERS,
    ask=ask,
    text=__doc__,
)
