"""Spreadsheets and Parquet files as rows of text: cached values only, formulas never evaluated, sizes checked before opening."""

from __future__ import annotations

import datetime as dt
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from enduse.errors import UnreadableFile

UNPACKED_LIMIT = 4_000_000_000
RATIO_LIMIT = 200
"""Unpacked bytes per packed byte of one part of a workbook; real sheets stay below 60."""
RATIO_FROM = 50_000_000
"""Small parts may be packed however tightly."""
PARTS_LIMIT = 10_000
PIECE = 1 << 20
CELLS_LIMIT = 100_000_000
"""Rows times columns of a sheet: the reader holds the whole rectangle, empty cells included."""
_ROW = re.compile(rb"row [^>]{0,80}?\br=[\"'](\d{1,7})[\"']")
_COLUMN = re.compile(rb"\sr=[\"']([A-Z]{2,3})\d")
SAVE_AGAIN = "Open it in a spreadsheet program and save it as xlsx or CSV."
PARQUET_ROWS = 20_000
Decimals = Callable[[int], str]
"""Takes a column's position, returns the decimal mark its text is declared to have."""


def check_package(path: Path, name: str) -> None:
    """Return when the zip package is safe to unpack; raises UnreadableFile for a bomb or a damaged archive."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(name, f"the workbook's archive is damaged: {error}", SAVE_AGAIN) from error
    unpacked = sum(part.file_size for part in parts)
    tight = [part.filename for part in parts if part.file_size > RATIO_FROM and part.file_size > RATIO_LIMIT * max(part.compress_size, 1)]
    if len(parts) > PARTS_LIMIT or unpacked > UNPACKED_LIMIT or tight:
        raise UnreadableFile(
            name,
            f"it would unpack to {unpacked:,} bytes in {len(parts)} parts{f', {tight[0]} more than {RATIO_LIMIT}-fold' if tight else ''}: "
            "refused as a decompression bomb",
            f"Accepted: up to {UNPACKED_LIMIT:,} bytes and {RATIO_LIMIT}-fold. Save it as CSV if it is genuine.",
        )
    lying = next((part.filename for part in parts if _unpacks_beyond(path, part)), None)
    if lying is not None:
        what = f"the part {lying} unpacks to more than its archive says or spans over {CELLS_LIMIT:,} cells: refused as a bomb"
        raise UnreadableFile(name, what, SAVE_AGAIN)


def _unpacks_beyond(path: Path, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part holds more than it declares (readers trust that size), or a sheet spans more cells than are held."""
    if part.compress_type != zipfile.ZIP_DEFLATED:
        return part.compress_type == zipfile.ZIP_STORED and part.file_size != part.compress_size
    unpacked, rows, columns, tail = 0, 1, 26, b""
    sheet = "worksheets/" in part.filename
    for piece in _inflated(path, part):
        unpacked += len(piece)
        if unpacked > part.file_size:
            return True
        if sheet:
            # One cell in the last corner makes a reader allocate the whole rectangle.
            text = tail + piece
            rows = max(rows, *(int(one) for one in _ROW.findall(text)), 1)
            columns = max(columns, *(_column_number(one) for one in set(_COLUMN.findall(text))), 26)
            tail = text[-100:]
            if rows * columns > CELLS_LIMIT:
                return True
    return False


def _inflated(path: Path, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what a part really unpacks to, in pieces; ends early where it is damaged."""
    with path.open("rb") as stream:
        stream.seek(part.header_offset + 26)
        lengths = stream.read(4)
        if len(lengths) < 4:
            return
        stream.seek(sum(struct.unpack("<HH", lengths)), 1)
        unpacker, left, waiting = zlib.decompressobj(-zlib.MAX_WBITS), part.compress_size, b""
        while not unpacker.eof:
            if not waiting:
                waiting = stream.read(min(left, PIECE))
                left -= len(waiting)
                if not waiting:
                    return
            try:
                piece = unpacker.decompress(waiting, PIECE)
            except zlib.error:
                return
            waiting = unpacker.unconsumed_tail
            yield piece


def _column_number(letters: bytes) -> int:
    number = 0
    for one in letters:
        number = number * 26 + one - 64
    return number


def check_sheets(path: Path, name: str) -> list[str]:
    """Return the names of visible sheets that hold rows, in order; raises UnreadableFile."""
    import python_calamine as calamine

    workbook = _opened(path, name)
    shown, rows = calamine.SheetVisibleEnum.Visible, calamine.SheetTypeEnum.WorkSheet
    visible = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == shown and sheet.typ == rows]
    with _damage_told(name):
        return [one for one in visible if workbook.get_sheet_by_name(one).height > 0]


def sheet_rows(path: Path, name: str, sheet: str, decimal: Decimals) -> Iterator[list[str]]:
    """Yield the sheet's rows as text, from its first row on (blank rows at the top included, so that row numbers are the sheet's)."""
    workbook = _opened(path, name)
    with _damage_told(name):
        opened = workbook.get_sheet_by_name(sheet)
        rows = opened.iter_rows()
    for row in rows:
        yield [cell if type(cell) is str else text_of(cell, decimal, at) for at, cell in enumerate(row)]


def text_of(value: Any, decimal: Decimals, at: int) -> str:
    """Return a native cell as text: whole numbers without a point, others with the declared mark, dates as ISO, nothing as ''."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        text = repr(value) if abs(value) >= 1e-4 else f"{value:.17f}".rstrip("0")
        mark = decimal(at)
        return text.replace(".", mark) if mark != "." else text
    if isinstance(value, dt.datetime):
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def parquet_header(path: Path, name: str) -> list[str]:
    """Return the column names of a Parquet file; raises UnreadableFile for a damaged or nested one."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(path)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableFile(name, f"not a readable Parquet file: {error}") from error
    nested = [field.name for field in schema if pa.types.is_nested(field.type)]
    if nested:
        raise UnreadableFile(name, f"columns {', '.join(nested)} hold lists or structures", "Accepted: text, numbers, dates, booleans.")
    return [str(one) for one in schema.names]


def parquet_rows(path: Path, name: str, decimal: Decimals) -> Iterator[list[list[str]]]:
    """Yield batches of rows as text; raises UnreadableFile when a page is damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as opened:
            for batch in opened.iter_batches(batch_size=PARQUET_ROWS):
                columns = [_column(batch.column(at), decimal, at) for at in range(batch.num_columns)]
                yield [list(row) for row in zip(*columns, strict=True)]
    except (pa.ArrowException, OSError) as error:
        raise UnreadableFile(name, f"the Parquet file is damaged: {error}") from error


def _column(values: Any, decimal: Decimals, at: int) -> list[str]:
    return [value if type(value) is str else text_of(value, decimal, at) for value in values.to_pylist()]


def _opened(path: Path, name: str) -> Any:
    import python_calamine as calamine

    # Given as bytes under no name: the archive's files have no ending to tell the format by.
    with _damage_told(name), path.open("rb") as stream:
        return calamine.CalamineWorkbook.from_filelike(stream)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Turn what the workbook reader raises into UnreadableFile."""
    import python_calamine as calamine

    try:
        yield
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(name, f"not a readable workbook: {error}", SAVE_AGAIN) from error
    except BaseException as error:
        # A panic of the reader on damaged input is no Exception, and its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise UnreadableFile(name, "not a readable workbook", SAVE_AGAIN) from error
        raise
