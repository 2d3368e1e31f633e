"""Reads ten further lists of United States agencies, each with its own authority and measure."""

from __future__ import annotations

from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.us_lists import read_entities


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of one list; raises SourceDrift for an unknown list or key."""
    read_entities(source, file, emit)
