"""Reads the catalogue of parts found in weapons; weapons and makers beside it are counted, not kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from enduse.errors import SourceDrift
from enduse.model.sources import COMPONENTS
from enduse.sources.catalog import SourceDefinition
from enduse.sources.components.gur.part_numbers import part_number
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.named_rows import Columns, named_rows
from enduse.sources.tabular import NoHeader, Wanted, header_key, open_table
from enduse.terms.ids import hash_of


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one row of components for each part in each weapon; raises SourceDrift for a header that is none of the declared files'."""
    layout = source.layout
    kind = _kind(source, file)
    columns = Columns(layout["files"][kind]["columns"], tuple(layout["files"][kind]["columns"])[:2], tuple(layout["files"][kind]["ignore"]))
    if kind != "components":
        rows = sum(1 for _ in named_rows(source, file, emit, columns))
        emit.note(f"{rows} {kind}: counted only; their names stand in the catalogue of parts")
        return
    found: dict[tuple[str, str], dict[str, tuple[str, dict[str, Any]]]] = {}
    repeated = 0
    for locator, row in named_rows(source, file, emit, columns):
        weapons = _weapons(row, layout)
        if not row["external_id"] or not weapons:
            emit.reject(
                locator,
                "incomplete_row",
                "a part's number and at least one weapon (a JSON list) are needed",
                json.dumps(row, ensure_ascii=False),
            )
            continue
        for weapon in weapons:
            content = json.dumps([weapon, *sorted(row.items())], ensure_ascii=False)
            contents = found.setdefault((row["external_id"], weapon), {})
            repeated += content in contents
            contents.setdefault(content, (locator, _values(row, weapon, layout)))
    _emit(emit, layout["list_id"], found)
    if repeated:
        emit.note(f"{repeated} rows repeat another in every cell and stand once")


def _emit(emit: Emission, list_id: str, found: Mapping[tuple[str, str], Mapping[str, tuple[str, dict[str, Any]]]]) -> None:
    for (external_id, weapon), contents in found.items():
        first, *others = sorted(contents)
        emit.row(COMPONENTS, component_id=hash_of([list_id, external_id, weapon]), external_id=external_id, **contents[first][1])
        for other in others:
            emit.reject(contents[other][0], "repeated_id", f"{external_id} stands for another part in the same weapon too", other)


def _kind(source: SourceDefinition, file: InputFile) -> str:
    """Return which of the declared files this is: the one whose columns its header holds."""
    files: Mapping[str, Any] = source.layout["files"]
    keys = {kind: set(Columns(one["columns"], ()).meaning()) for kind, one in files.items()}

    def score(cells: list[str]) -> int:
        printed = {header_key(cell) for cell in cells}
        return max(len(printed & known) for known in keys.values())

    opened = open_table(file.path, file.name, Wanted(score), lambda *_: None)
    header = opened.first if isinstance(opened, NoHeader) else opened.header
    printed = {header_key(cell) for cell in header}
    fitting = [
        kind
        for kind, one in files.items()
        if all({header_key(name), *map(header_key, one["columns"][name])} & printed for name in one["columns"])
    ]
    if len(fitting) != 1:
        accepted = [f"{kind}: {', '.join(one['columns'])}" for kind, one in files.items()]
        raise SourceDrift(source.id, file.name, f"the header is {', '.join(header)[:300]!r}", accepted)
    return fitting[0]


def _weapons(row: Mapping[str, str], layout: Mapping[str, Any]) -> list[str]:
    """Return the weapons of a row: the publisher's own name where the note gives it, else the compiler's ids."""
    try:
        listed = json.loads(row.get("found_in") or "[]")
    except ValueError:
        return []
    if not isinstance(listed, list) or not all(isinstance(one, str) and one for one in listed):
        return []
    phrase: str = layout["weapon_phrase"]
    note = row.get("notes", "")
    if len(listed) == 1 and note.startswith(phrase) and note.removeprefix(phrase).strip():
        return [note.removeprefix(phrase).strip()]
    return listed


def _values(row: Mapping[str, str], weapon: str, layout: Mapping[str, Any]) -> dict[str, Any]:
    def stated(name: str) -> str | None:
        cell = row.get(name, "")
        return None if cell in layout["nulls"] else cell

    marking = stated("name_marking")
    return {
        "name_marking": marking,
        "part_number": part_number(marking, stated("part_number"), layout["not_part_numbers"]),
        "brand": None,
        "manufacturer": stated("manufacturer"),
        "manufacturer_country": stated("manufacturer_country"),
        "found_in": weapon,
        "category": stated("category"),
    }
