"""What a finding is: an answer of one flag about one subject, with the rows behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

from enduse.errors import FindingWithoutCitation
from enduse.model.judged import FINDING_CITATIONS, FINDINGS
from enduse.terms.ids import hash_of

Outcome = Literal["yes", "no", "cannot_tell"]
Confidence = Literal["confirmed", "likely", "possible"]
Severity = Literal["high", "medium", "low"]
Kind = Literal["shipment", "designation", "coverage", "goods_code", "possible_match", "statement", "component"]
BATCH_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Citation:
    """One row behind a finding; `ref_id` is its key, parts joined by '|'."""

    kind: Kind
    ref_id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One flag asked about one company or shipment.

    Raises FindingWithoutCitation without a cited row, and ValueError when the outcome and its grades do not belong together:
    confidence and severity stand with yes only, `cannot_tell_because` with cannot_tell only.
    """

    flag_id: str
    entity_id: str | None
    shipment_id: str | None
    scope: str
    outcome: Outcome
    summary: str
    citations: tuple[Citation, ...]
    parameters: str
    confidence: Confidence | None = None
    severity: Severity | None = None
    cannot_tell_because: str | None = None

    def __post_init__(self) -> None:
        if not self.citations:
            raise FindingWithoutCitation(self.flag_id, self.shipment_id or self.entity_id or self.scope)
        graded = self.confidence is not None and self.severity is not None
        if graded != (self.outcome == "yes") or (self.cannot_tell_because is not None) != (self.outcome == "cannot_tell"):
            raise ValueError(f"{self.flag_id} for {self.shipment_id or self.entity_id}: outcome {self.outcome} with the wrong grades")

    @property
    def finding_id(self) -> str:
        """Hash of what was asked about whom: the same question has the same id in every run."""
        return hash_of([self.flag_id, self.entity_id, self.shipment_id, self.scope])


class Gathered:
    """Findings on their way into the two tables, held as Arrow so that hundreds of thousands stay small."""

    def __init__(self) -> None:
        self._findings = _Columns(FINDINGS.schema)
        self._citations = _Columns(FINDING_CITATIONS.schema)

    def add(self, findings: Iterable[Finding]) -> None:
        """Take the findings, one row each, with their citations in the order given."""
        for one in findings:
            key = one.finding_id
            self._findings.add(
                (
                    key,
                    one.flag_id,
                    one.entity_id,
                    one.shipment_id,
                    one.scope,
                    one.outcome,
                    one.confidence,
                    one.severity,
                    one.summary,
                    one.cannot_tell_because,
                    one.parameters,
                )
            )
            for ordinal, cited in enumerate(one.citations, start=1):
                self._citations.add((key, ordinal, cited.kind, cited.ref_id))

    def findings(self) -> pa.Table:
        """Return the rows of table findings, in no order."""
        return self._findings.table()

    def citations(self) -> pa.Table:
        """Return the rows of table finding_citations, in no order."""
        return self._citations.table()


class _Columns:
    def __init__(self, schema: pa.Schema) -> None:
        self._schema = schema
        self._rows: list[tuple[Any, ...]] = []
        self._batches: list[pa.RecordBatch] = []

    def add(self, row: tuple[Any, ...]) -> None:
        self._rows.append(row)
        if len(self._rows) == BATCH_ROWS:
            self._flush()

    def table(self) -> pa.Table:
        self._flush()
        return pa.Table.from_batches(self._batches, self._schema)

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [pa.array(values, type=field.type) for values, field in zip(columns, self._schema, strict=True)]
            self._batches.append(pa.record_batch(arrays, schema=self._schema))
            self._rows = []
