"""Reads any list of goods codes from CSV; the list's name, version and edition come from a small map or from the file's name."""

from __future__ import annotations

from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.goods_lists.coded import list_of, read_codes


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one row of goods_codes for each code; raises SourceDrift for an unknown header, SettingError for a wrong map."""
    read_codes(source, file, emit, list_of(source, file, emit))
