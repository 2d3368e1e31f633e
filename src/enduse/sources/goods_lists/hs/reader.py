"""Reads the codes of one HS edition with their texts."""

from __future__ import annotations

from enduse.errors import SettingError
from enduse.model.sources import HS_CODES
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.named_rows import Columns, named_rows, settings_of

_LENGTHS = (2, 4, 6)


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one row of hs_codes for each code; a code that is not 2, 4 or 6 digits, or not as long as its level says, is rejected."""
    edition = str(settings_of(source, file).get("hs_edition") or source.layout["hs_edition"])
    if edition not in source.layout["editions"]:
        raise SettingError(f"hs_edition {edition!r} given with {file.name}; accepted: {', '.join(source.layout['editions'])}")
    met: set[str] = set()
    columns = Columns(source.layout["columns"], ("code", "description"), tuple(source.layout["ignore"]))
    for locator, row in named_rows(source, file, emit, columns):
        code = row["code"]
        if code in source.layout["totals"]:
            # The statistics' line for all goods together: a row of the file, no code of the HS.
            continue
        length = int(row["level"]) if row.get("level", "").isdigit() else len(code)
        if not (code.isascii() and code.isdigit()) or len(code) not in _LENGTHS or len(code) != length:
            emit.reject(locator, "hs_digits", f"{code!r}: 2, 4 or 6 digits, as many as the level says, are accepted", code)
        elif code in met:
            emit.reject(locator, "repeated_code", f"{code} stands in the file already", code)
        else:
            met.add(code)
            emit.row(HS_CODES, hs_edition=edition, code=code, description=row["description"] or None)
