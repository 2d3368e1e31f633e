"""A table with a header: rows as {our column: cell}, whatever the publisher's spelling of the header.

A list of goods, a catalogue or a register extract comes with one of a few headers; `source.yml` names, for each of our
columns, the headers it answers to. A header that nobody declared is drift; a broken row is a reject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.tabular import NoHeader, OpenTable, Wanted, header_key, open_table


@dataclass(frozen=True)
class Columns:
    """Which headers mean which column: `answers` gives each column's spellings (the column's own name is always one).

    `required` must be there. `ignored` headers are known and passed over; one that ends in '*' stands for all that begin so.
    """

    answers: Mapping[str, Iterable[str]]
    required: Sequence[str]
    ignored: tuple[str, ...] = ()

    def meaning(self) -> dict[str, str]:
        """Return {header key: column}."""
        return {header_key(spelling): name for name, spellings in self.answers.items() for spelling in (name, *spellings)}

    def passed_over(self, header: str) -> bool:
        """Tell whether a header is known and ignored; so is a column without a header."""
        key = header_key(header)
        starts = tuple(header_key(one[:-1]) for one in self.ignored if one.endswith("*"))
        return not key or key in {header_key(one) for one in self.ignored} or bool(starts and key.startswith(starts))


def settings_of(source: SourceDefinition, file: InputFile) -> dict[str, Any]:
    """Return what the map given with the file says; raises SettingError for a key that `layout.map` does not name."""
    given = file.column_map or {}
    source.check_given(given, f"the map given with {file.name}")
    return given


def named_rows(
    source: SourceDefinition, file: InputFile, emit: Emission, columns: Columns, *, untouched: bool = False
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield ('line 12', {column: cell, stripped unless `untouched`}) for each data row; every row met is counted, broken ones are rejected.

    A column the file lacks is missing from the rows; rows before the header (banners, comments) are skipped. Raises
    SourceDrift for a header that is not declared, names a column twice or lacks a required one; UnreadableFile for bytes
    that are no table.
    """
    meaning = columns.meaning()

    def refuse(line: int, reason: str, detail: str, text: str) -> None:
        emit.read()
        emit.reject(f"line {line}", reason, detail, text)

    def score(cells: list[str]) -> int:
        return sum(header_key(cell) in meaning for cell in cells)

    opened = open_table(file.path, file.name, Wanted(score), refuse)
    if isinstance(opened, NoHeader):
        printed = ", ".join(cell[:40] for cell in opened.first[:8])
        raise SourceDrift(source.id, file.name, f"no header among the first rows; the likeliest is {printed!r}", list(columns.answers))
    emit.encoding = opened.encoding
    names = _names(source, file, opened, columns, meaning)
    for batch in opened.batches:
        for number, cells in zip(batch.numbers, batch.rows, strict=True):
            if not any(cell.strip() for cell in cells):
                continue
            emit.read()
            row = {name: cell for name, cell in zip(names, cells, strict=False) if name is not None}
            yield f"{opened.unit} {number}", row if untouched else {name: cell.strip() for name, cell in row.items()}


def _names(source: SourceDefinition, file: InputFile, opened: OpenTable, columns: Columns, meaning: Mapping[str, str]) -> list[str | None]:
    """Return our column for each column of the file, None for one that is passed over."""
    names: list[str | None] = []
    for cell in opened.header:
        name = meaning.get(header_key(cell))
        if name is None and not columns.passed_over(cell):
            remedy = f"Or give a map with `ignore: [{cell[:80]}]` or `columns:`." if "ignore" in source.layout.get("map", ()) else ""
            raise SourceDrift(source.id, file.name, f"unknown column {cell[:80]!r}", [*columns.answers, *columns.ignored], remedy)
        if name is not None and name in names:
            raise SourceDrift(source.id, file.name, f"two columns mean {name}; the second is {cell[:80]!r}", ["one column for each"])
        names.append(name)
    missing = [name for name in columns.required if name not in names]
    if missing:
        accepted = [f"{name}: {' | '.join((name, *columns.answers[name]))}" for name in missing]
        raise SourceDrift(source.id, file.name, f"the header has no column for {', '.join(missing)}", accepted)
    return names
