"""Reads a ledger of claims into canonical JSON, one row for each claim."""

from __future__ import annotations

from enduse.model.sources import CLAIM_LINES
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.press.claims.ledger import entries


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:  # noqa: ARG001 - one shape for all readers
    """Emit one row of claim_lines for each claim; a wrong claim is rejected with its line. Raises UnreadableFile.

    A claim id that an earlier file of the run uses for another claim is rejected too: ids are the ledgers' own, and a verdict
    must not stand under an id that means two things.
    """
    emit.encoding = "utf-8"
    known = {row["claim_id"]: row["content"] for row in emit.rows.get(CLAIM_LINES.name, [])}
    for one in entries(file.path, file.name):
        emit.read()
        if one.claim is None:
            emit.reject(one.locator, "wrong_claim", one.fault, one.text)
            continue
        content = one.claim.canonical()
        if known.get(one.claim.claim_id, content) != content:
            emit.reject(one.locator, "repeated_id", f"id: {one.claim.claim_id!r} stands for another claim in another file", one.text)
            continue
        emit.row(CLAIM_LINES, claim_id=one.claim.claim_id, content=content)
