"""The stage: every flag asked about every subject, answers kept with their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enduse.findings.evidence import Evidence
from enduse.findings.finding import Finding, Gathered
from enduse.findings.flag import FlagDoc
from enduse.findings.flags import FLAGS
from enduse.findings.parameters import KEEP_NO_FOR, choice_parameter
from enduse.model.judged import FINDING_CITATIONS, FINDINGS
from enduse.store import StageRun


def assess(run: StageRun) -> None:
    """The tables findings and finding_citations are written.

    Yes and cannot tell are always kept; no is kept for consignees that answer to a list or are end users of the case, unless
    the parameter keep_no_for says 'all'. Raises FindingWithoutCitation when a flag answers without a row (our mistake).
    """
    evidence = Evidence(run)
    keep_all = choice_parameter(run, KEEP_NO_FOR, ("targets", "all")) == "all"
    kept = Gathered()
    for number, flag in enumerate(FLAGS):
        run.progress(f"asking {flag.id} {flag.name}", number, len(FLAGS))
        kept.add(_worth_keeping(flag.ask(evidence), evidence, keep_all))
    run.write(FINDINGS, kept.findings())
    run.write(FINDING_CITATIONS, kept.citations())


def flag_docs() -> list[FlagDoc]:
    """Return what is published about each flag, in the order of the report."""
    return [flag.doc() for flag in FLAGS]


def _worth_keeping(findings: Iterable[Finding], evidence: Evidence, keep_all: bool) -> Iterator[Finding]:
    return (one for one in findings if keep_all or one.outcome != "no" or one.entity_id in evidence.targets)
