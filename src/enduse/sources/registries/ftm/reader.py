"""Reads companies, people and their ties from FollowTheMoney JSON lines; a register lists nobody, so nothing is designated."""

from __future__ import annotations

from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.ftm_json import read_entities


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit statements and links of each entity; a broken line is rejected, an unknown schema raises SourceDrift."""
    read_entities(source, file, emit, designate=False)
