"""Reads the correlation of two HS editions from a workbook of the UN Statistics Division."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from enduse.errors import SourceDrift
from enduse.model.sources import HS_CONCORDANCE
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile
from enduse.sources.spreadsheets import check_package, check_sheets, sheet_rows

_EDITION = re.compile(r"\bHS ?(\d{4})\b")
_FILE_EDITIONS = re.compile(r"(?i)hs ?_?(\d{4})\D+?hs ?_?(\d{4})")
_HEADER_ROWS = 20
_NOTHING = "n/a"
Pair = tuple[str, str]


@dataclass(frozen=True)
class _Sheet:
    """One sheet: the editions its header names (None when it names fewer than two), and its data rows with their numbers."""

    editions: Pair | None
    rows: list[tuple[int, str, str, str]]


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit one row of hs_concordance for each pair of the correlation; raises SourceDrift for another workbook or edition."""
    if zipfile.is_zipfile(file.path):
        check_package(file.path, file.name)
    sheets = _sheets(source, file)
    from_edition, to_edition = _editions(source, file, sheets)
    pairs: dict[Pair, str] = {}
    for number, left, right, printed in sheets["correlation"].rows:
        if pair := _pair(emit, f"correlation row {number}", left, right):
            pairs[pair] = printed
    chosen = {
        pair for number, left, right, _ in sheets["conversion"].rows if (pair := _pair(emit, f"conversion row {number}", left, right))
    }
    emit.read(len(sheets["correlation"].rows) + len(sheets["conversion"].rows))
    targets, origins = defaultdict(set), defaultdict(set)
    for left, right in pairs:
        targets[left].add(right)
        origins[right].add(left)
    differing = 0
    for (left, right), printed in sorted(pairs.items()):
        relation = f"{'n' if len(origins[right]) > 1 else '1'}:{'n' if len(targets[left]) > 1 else '1'}"
        differing += printed != relation
        emit.row(
            HS_CONCORDANCE,
            from_edition=from_edition,
            from_code=left,
            to_edition=to_edition,
            to_code=right,
            relation=relation,
            converts=(left, right) in chosen,
        )
    emit.note(f"{len(pairs)} correlated pairs, {len(chosen)} conversions")
    if differing:
        emit.note(f"{differing} pairs are printed with another relation than their rows give")
    if lost := sorted(chosen - pairs.keys()):
        emit.note(f"{len(lost)} conversions stand in no correlation and are left out: {', '.join('-'.join(pair) for pair in lost[:5])}")


def _sheets(source: SourceDefinition, file: InputFile) -> dict[str, _Sheet]:
    found: dict[str, _Sheet] = {}
    names = check_sheets(file.path, file.name)
    for name in names:
        kind = next((kind for kind, word in (("correlation", "correl"), ("conversion", "conver")) if word in name.lower()), None)
        if kind is None or kind in found:
            raise SourceDrift(source.id, file.name, f"unexpected sheet {name!r}", ["one sheet called correlation", "one called conversion"])
        found[kind] = _sheet(sheet_rows(file.path, file.name, name, lambda _: "."))
    missing = {"correlation", "conversion"} - found.keys()
    if missing:
        raise SourceDrift(
            source.id, file.name, f"no sheet called {' or '.join(sorted(missing))} among {names}", ["the workbook as published"]
        )
    return found


def _sheet(rows: Iterator[list[str]]) -> _Sheet:
    """Tell the header from the data: data begins where two cells of a row hold digits."""
    editions: Pair | None = None
    places: tuple[int, int] | None = None
    data: list[tuple[int, str, str, str]] = []
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        digits = [at for at, cell in enumerate(cells) if cell.isascii() and cell.isdigit() and len(cell) in (5, 6)]
        if places is None and len(digits) >= 2:
            places = (digits[0], digits[1])
        if places is None:
            # A title cell may name both editions; a header cell names one.
            named = [found[0] for cell in cells if len(found := _EDITION.findall(cell)) == 1]
            if len(named) == 2:
                editions = (named[0], named[1])
            elif number > _HEADER_ROWS:
                break
            continue
        last = next((cell for cell in reversed(cells[places[1] + 1 :]) if cell), "")
        data.append((number, cells[places[0]], cells[places[1]], last.replace(" to ", ":")))
    return _Sheet(editions, data)


def _editions(source: SourceDefinition, file: InputFile, sheets: dict[str, _Sheet]) -> Pair:
    """Return the two editions by the correlation's header, else the conversion's, else the file's name."""
    named = sheets["correlation"].editions or sheets["conversion"].editions
    if named is None and (found := _FILE_EDITIONS.search(file.name)):
        named = (found[1], found[2])
    known: list[str] = source.layout["editions"]
    if named is None or named[0] == named[1] or not set(named) <= set(known):
        raise SourceDrift(
            source.id, file.name, f"the editions cannot be told (found {named})", known, "Name the file like hs2022_to_hs2017.xlsx."
        )
    return named


def _pair(emit: Emission, locator: str, left: str, right: str) -> Pair | None:
    """Return the two codes; None for a row that says that nothing corresponds, and (with a reject) for one that is no pair."""
    if _NOTHING in (left.lower(), right.lower()):
        emit.note(f"{locator}: nothing corresponds to {right if left.lower() == _NOTHING else left}")
        return None
    # A code stored as a number lost its leading zero.
    codes = [code.zfill(6) if len(code) == 5 else code for code in (left, right)]
    if not all(len(code) == 6 and code.isascii() and code.isdigit() for code in codes):
        emit.reject(locator, "hs_digits", "two codes of six digits are accepted", f"{left} {right}")
        return None
    return codes[0], codes[1]
