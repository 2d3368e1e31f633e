"""Reads the Common High Priority List from CSV: code and tier; a tier that the list does not have is a reject."""

from __future__ import annotations

from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.goods_lists.coded import list_of, read_codes, tiers_of


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one row of goods_codes for each code; raises SourceDrift for an unknown header."""
    read_codes(source, file, emit, list_of(source, file, emit), tiers_of(source.layout["tiers"]))
