"""Reads FollowTheMoney watchlists; the form is told from the first characters and the header."""

from __future__ import annotations

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.ftm_json import read_entities, read_statements, read_targets
from enduse.sources.ftm_words import STATEMENT_COLUMNS, TARGET_COLUMNS


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations, statements and links of one file; raises SourceDrift when it is none of the three forms."""
    with file.path.open("rb") as stream:
        start = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        read_entities(source, file, emit, designate=True)
        return
    header = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    columns = [cell.strip().strip('"') for cell in header.split(",")]
    if "canonical_id" in columns:
        read_statements(source, file, emit, designate=True)
    elif "sanctions" in columns:
        read_targets(source, file, emit, designate=True)
    else:
        raise SourceDrift(
            source.id,
            file.name,
            f"the file begins with {header[:80]!r}",
            ["one JSON entity a line", f"statements: {','.join(STATEMENT_COLUMNS)}", f"targets: {','.join(TARGET_COLUMNS)}"],
        )
