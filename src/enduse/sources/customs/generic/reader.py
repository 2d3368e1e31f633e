"""Any customs file, read by the column map given with it."""

from __future__ import annotations

from enduse.errors import SettingError
from enduse.sources.catalog import SourceDefinition
from enduse.sources.customs.layout import layout_of
from enduse.sources.customs.reading import read_as
from enduse.sources.emitting import Emission, InputFile


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit every row of `file` under its column map; raises SettingError when none was given, SourceDrift, UnreadableFile."""
    if file.column_map is None:
        hint = "Propose one with: enduse map FILE -o MAP.yml; then add the file with --map MAP.yml"
        raise SettingError(f"{file.name}: {source.id} needs a column map. {hint}")
    read_as(layout_of({**source.layout, **file.column_map}, f"the column map of {file.name}"), source, file, emit)
