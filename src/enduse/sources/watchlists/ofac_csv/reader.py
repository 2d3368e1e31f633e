"""Reads OFAC's SDN, ALT and ADD files and their non-SDN twins, each added as its own input; they meet in the entry number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from enduse.errors import SourceDrift
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.watchlists.cleaning import clean
from enduse.sources.watchlists.listing import Act, Subject, WatchList, category, watch_list
from enduse.sources.watchlists.ofac_csv.remarks import dates_of_programs, read_remarks
from enduse.sources.watchlists.reading import BROKEN_ROW, rows

EMPTY = "-0-"
PRIMARY, ALTERNATE, ADDRESS = 12, 5, 6
ALIASES = {"aka": "alias", "fka": "previous_name", "nka": "name"}
_VESSEL_NOTES = {5: "call sign", 6: "vessel type", 7: "tonnage", 8: "gross registered tonnage", 10: "vessel owner"}


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit designations and statements of one file; raises SourceDrift for another number of columns or an unknown category."""
    lines = rows(file, emit)
    first = next(lines, None)
    width = len(first[1]) if first else 0
    kinds = {PRIMARY: _primary, ALTERNATE: _alternate, ADDRESS: _address}
    if first is None or width not in kinds:
        raise SourceDrift(source.id, file.name, f"{width} columns", [f"{PRIMARY} (SDN)", f"{ALTERNATE} (ALT)", f"{ADDRESS} (ADD)"])
    non_sdn = PurePath(file.name).name.lower().startswith("cons")
    of = watch_list(source, file, "cons" if non_sdn else "sdn")
    emit.note(f"read as the {width}-column file of {of.list_id}")
    for locator, cells in _chained(first, lines):
        emit.read()
        if len(cells) != width or not cells[0].strip().isdigit():
            detail = f"{len(cells)} columns, entry number {cells[0]!r}; {width} columns and a number are accepted"
            emit.reject(locator, BROKEN_ROW, detail, ",".join(cells))
            continue
        kinds[width](source, file, emit, of, locator, ["" if cell.strip() == EMPTY else cell for cell in cells])


def _chained(first: tuple[str, list[str]], rest: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
    yield first
    yield from rest


def subject_of(emit: Emission, of: WatchList, number: str, locator: str, schema: str | None = None) -> Subject:
    """Return the subject with an OFAC entry number; every OFAC reader makes its ids here."""
    plain = number.strip()
    if schema is None:
        return Subject(emit, of.list_id, [plain], locator, external_id=plain)
    return Subject(emit, of.list_id, [plain], locator, schema=schema, external_id=plain)


def programs_of(cell: str) -> list[str]:
    """Return the programmes of a cell: 'SDGT] [NS-PLC' names two."""
    return [part for part in (clean(one).strip("[] ") for one in re.split(r"\]\s*\[", cell)) if part]


def _primary(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList, locator: str, cells: list[str]) -> None:
    schema = category(source, file, "types", cells[2].strip().lower() or EMPTY, locator)
    subject = subject_of(emit, of, cells[0], locator, schema)
    if not cells[1].strip():
        emit.reject(locator, BROKEN_ROW, "the entry has no name", ",".join(cells))
        return
    subject.name(cells[1])
    designate(source, file, subject, of, programs_of(cells[3]), cells[11])
    if cells[4]:
        subject.say("note", cells[4], scheme="title", at="title")
    for column, kind in _VESSEL_NOTES.items():
        if cells[column]:
            subject.say("note", cells[column], scheme=kind, at=kind)
    if cells[9]:
        subject.country(cells[9], "flag", at="vessel flag")
    read_remarks(subject, cells[11])


def designate(source: SourceDefinition, file: InputFile, subject: Subject, of: WatchList, programs: list[str], remarks: str) -> None:
    """Emit one designation for each programme; one without programme when the entry names none."""
    dates = dates_of_programs(remarks)
    named: list[str | None] = [*programs] or [None]
    for program in named:
        listed, started = dates.for_program(program)
        measure = of.measure
        if of.list_id == "us_ofac_cons":
            measure = category(source, file, "cons_programs", program or "", subject.locator)
        act = Act(program=program, measure=measure, listed_on=listed, started_on=started, dates_as_published=dates.as_published(program))
        subject.designate(of, act)


def _alternate(source: SourceDefinition, file: InputFile, emit: Emission, of: WatchList, locator: str, cells: list[str]) -> None:
    kind = cells[2].strip()
    if kind not in ALIASES:
        raise SourceDrift(source.id, file.name, f"{locator}: unknown kind of name {kind!r}", sorted(ALIASES))
    if not cells[3].strip():
        emit.reject(locator, BROKEN_ROW, "the row has no name", ",".join(cells))
        return
    subject = subject_of(emit, of, cells[0], locator)
    subject.name(cells[3], ALIASES[kind])
    if cells[4]:
        subject.say("note", cells[4], at="remarks")


def _address(_source: SourceDefinition, _file: InputFile, emit: Emission, of: WatchList, locator: str, cells: list[str]) -> None:
    subject = subject_of(emit, of, cells[0], locator)
    parts = [cell for cell in cells[2:5] if cell.strip()]
    if cells[4].strip():
        subject.country(cells[4].removeprefix("Region: "), "address", at="country")
    if cells[2].strip() or cells[3].strip():
        subject.say("address", ", ".join(parts), at="address")
    if cells[5]:
        subject.say("note", cells[5], at="remarks")
