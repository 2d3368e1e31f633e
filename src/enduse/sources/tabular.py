"""A table in whatever file it comes: CSV, TSV, `;`, gzip, XLSX or Parquet, as batches of text cells with their place in the file."""

from __future__ import annotations

import gzip
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from enduse.errors import UnreadableFile
from enduse.sources.delimited import DELIMITERS, Dialect, Refuse, lines_of, rows_of_lines
from enduse.sources.spreadsheets import check_package, check_sheets, parquet_header, parquet_rows, sheet_rows
from enduse.sources.text_encoding import TextEncoding, find_encoding

BATCH_ROWS = 20_000
HEADER_ROWS = 20
"""The header is looked for in the first 20 rows: banners stand before it."""
CHUNK = 1 << 20
GZIP_RATIO = 300
GZIP_FROM = 200_000_000
GZIP_LIMIT = 200_000_000_000
HELD_CHARACTERS = 40_000_000
"""A batch ends early when its rows hold more text than this."""
Score = Callable[[list[str]], int]
"""Says how much like the header a row is; 0 for not at all."""


@dataclass(frozen=True)
class Wanted:
    """What the header is known by, and what is declared about the file; null means: find out."""

    score: Score
    encoding: str | None = None
    delimiter: str | None = None
    decimals: dict[str, str] = field(default_factory=dict)
    """Declared decimal mark by header key; native numbers are written with it, so that one rule reads them all."""
    sheet: str | None = None
    """The declared sheet of a workbook; null: the one whose header is most like one, the first of equals."""
    score_below: Callable[[list[str], tuple[str, ...]], int] | None = None
    """Says how much like the header a row is below another, whose blank cells are filled; null: only `score` is asked."""

    def likeness(self, cells: list[str], above: list[str]) -> int:
        """Return how much like the header a row is, with the row before it."""
        alone = self.score([cell for cell in cells if cell])
        return alone if self.score_below is None else max(alone, self.score_below(cells, _filled(above)))


@dataclass(frozen=True)
class Batch:
    """Rows as text, all as wide as the header; `numbers` are their line or row numbers, from 1."""

    numbers: list[int]
    rows: list[list[str]]


@dataclass(frozen=True)
class OpenTable:
    """A table whose header was found. `unit` is 'line' or 'row'; `native` is True where dates and numbers are not text."""

    format: str
    header: list[str]
    unit: str
    encoding: str | None
    native: bool
    batches: Iterator[Batch]
    above: tuple[str, ...] = ()
    """The row before the header, each blank cell filled from its left as merged cells are; empty unless it holds two cells or more."""
    notes: tuple[str, ...] = ()
    sheet: str | None = None
    """The sheet that was opened; null where there are no sheets."""
    other_sheets: tuple[str, ...] = ()
    """Visible sheets with rows beside it: which one is meant, only the user knows."""


@dataclass(frozen=True)
class NoHeader:
    """No row among the first 20 looks like the header; `first` is the row most like one."""

    first: list[str]


@lru_cache(maxsize=8_192)
def header_key(text: str) -> str:
    """Return a header upper-cased, letters and digits only, full-width forms folded: 'Net Weight_KG' -> 'NETWEIGHTKG'."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).upper() if one.isalnum())


def format_of(path: Path, name: str) -> str:
    """Return text, gzip, workbook or parquet, by the first bytes; raises UnreadableFile for an empty or another format."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if not start:
        raise UnreadableFile(name, "the file is empty", "Accepted: CSV, TSV, gzip of these, XLSX, Parquet.")
    for magic, found in ((b"PK\x03\x04", "workbook"), (b"\xd0\xcf\x11\xe0", "workbook"), (b"PAR1", "parquet"), (b"\x1f\x8b", "gzip")):
        if start.startswith(magic):
            return found
    if start.startswith((b"%PDF", b"BZh", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"Rar!", b"SQLite", b"{\\rtf")):
        raise UnreadableFile(name, "not a table", "Accepted: CSV, TSV, gzip of these, XLSX, Parquet.")
    return "text"


def open_table(path: Path, name: str, wanted: Wanted, refuse: Refuse) -> OpenTable | NoHeader:
    """Return the table with its header found and its rows still to come; lines that cannot be read go to `refuse`.

    Raises UnreadableFile for damage, bombs, and encodings that cannot be told apart.
    """
    found = format_of(path, name)
    if found == "workbook":
        return _workbook(path, name, wanted)
    if found == "parquet":
        return _parquet(path, name, wanted)
    return _text(path, name, found, wanted, refuse)


def chunks_of(path: Path, name: str, found: str) -> Iterator[bytes]:
    """Yield the bytes of a text file, unpacked; raises UnreadableFile for a damaged or explosive gzip."""
    if found != "gzip":
        with path.open("rb") as stream:
            yield from _pieces(stream.read)
        return
    packed, unpacked = path.stat().st_size, 0
    try:
        with gzip.open(path, "rb") as stream:
            for chunk in _pieces(stream.read):
                unpacked += len(chunk)
                if unpacked > GZIP_LIMIT or (unpacked > GZIP_FROM and unpacked > GZIP_RATIO * packed):
                    raise UnreadableFile(
                        name, f"it unpacks more than {GZIP_RATIO}-fold (over {unpacked:,} bytes): refused as a decompression bomb",
                        "Unpack it yourself and add the CSV if it is genuine.",
                    )  # fmt: skip
                yield chunk
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableFile(name, f"the gzip file is damaged or cut: {error}", "Get it again from where it came.") from error


def _pieces(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(CHUNK):
        yield chunk


def _text(path: Path, name: str, found: str, wanted: Wanted, refuse: Refuse) -> OpenTable | NoHeader:
    encoding = find_encoding(chunks_of(path, name, found), name, wanted.encoding)
    head = _first_lines(path, name, found, encoding)
    delimiters = (wanted.delimiter,) if wanted.delimiter else DELIMITERS
    best: tuple[int, int, int, list[str], str] | None = None
    above: list[str] = []
    likeliest: list[str] = []
    for delimiter in delimiters:
        rows = next(rows_of_lines(iter([head]), Dialect(delimiter), None, nowhere), [])
        for at, (number, cells) in enumerate(rows[:HEADER_ROWS]):
            score = wanted.likeness(cells, rows[at - 1][1] if at else [])
            likeliest = cells if len(cells) > len(likeliest) else likeliest
            if score and (best is None or (score, len(cells)) > best[:2]):
                best = (score, len(cells), number, cells, delimiter)
                above = rows[at - 1][1] if at else []
    if best is None:
        return NoHeader(likeliest)
    _, width, number, header, delimiter = best

    def after_header(line: int, reason: str, detail: str, text: str) -> None:
        if line > number:
            refuse(line, reason, detail, text)

    def rows_after() -> Iterator[tuple[int, list[str]]]:
        blocks = lines_of(_lines_end_in_lf(chunks_of(path, name, found)), encoding, after_header)
        kept = ([one for one in block if one[0] >= number] if block[0][0] < number else block for block in blocks)
        parsed = rows_of_lines(kept, Dialect(delimiter), width, after_header)
        for rows in parsed:
            yield from (rows[1:] if rows[0][0] == number else rows)

    notes = () if encoding.name == "utf-8" and not encoding.bom_bytes else (f"read as {encoding.name}",)
    shown = [cell.strip() for cell in header]
    return OpenTable(found, shown, "line", encoding.name, False, _batched(rows_after()), _filled(above), notes)


def _filled(above: list[str]) -> tuple[str, ...]:
    """Return a row with each blank cell filled from its left; nothing when fewer than two cells are filled."""
    cells = [cell.strip() for cell in above]
    if sum(map(bool, cells)) < 2:
        return ()
    for at in range(1, len(cells)):
        cells[at] = cells[at] or cells[at - 1]
    return tuple(cells)


def nowhere(number: int, reason: str, detail: str, text: str) -> None:
    """Forget a rejected line: it is met again, and kept, when the file is read for good."""


def _first_lines(path: Path, name: str, found: str, encoding: TextEncoding) -> list[tuple[int, str]]:
    head: list[tuple[int, str]] = []
    for block in lines_of(_lines_end_in_lf(chunks_of(path, name, found)), encoding, nowhere):
        head.extend(block)
        if len(head) >= 3 * HEADER_ROWS:
            break
    return head[: 3 * HEADER_ROWS]


def _lines_end_in_lf(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the chunks, with lone carriage returns made line ends where the file has no others."""
    first = next(chunks, b"")
    alone = b"\r" in first and b"\n" not in first and b"\0" not in first
    yield first.replace(b"\r", b"\n") if alone else first
    for chunk in chunks:
        yield chunk.replace(b"\r", b"\n") if alone else chunk


def _workbook(path: Path, name: str, wanted: Wanted) -> OpenTable | NoHeader:
    with path.open("rb") as stream:
        if stream.read(2) == b"PK":
            check_package(path, name)
    sheets = check_sheets(path, name)
    if not sheets:
        raise UnreadableFile(name, "no visible sheet holds rows", "Accepted: one visible sheet with a header.")
    if wanted.sheet is not None and wanted.sheet not in sheets:
        raise UnreadableFile(name, f"no visible sheet {wanted.sheet!r} holds rows", f"Accepted: {', '.join(sheets)}.")
    header: list[str] = []

    def decimal(at: int) -> str:
        return wanted.decimals.get(header_key(header[at]), ".") if at < len(header) else "."

    best: tuple[int, int, str, list[list[str]]] | None = None
    likeliest: list[str] = []
    for sheet in sheets if wanted.sheet is None else [wanted.sheet]:
        first = list(islice(sheet_rows(path, name, sheet, decimal), HEADER_ROWS))
        scores = [wanted.likeness(row, first[at - 1] if at else []) for at, row in enumerate(first)]
        likeliest = max(likeliest, *first, key=lambda row: sum(map(bool, row)))
        if scores and max(scores) > (best[0] if best else 0):
            at = scores.index(max(scores))
            best = max(scores), at, sheet, first
    if best is None:
        return NoHeader(likeliest)
    _, at, sheet, first = best
    header.extend(cell.strip() for cell in first[at])
    # Read again from the top: numbers in the first rows are now written with the declared mark.
    rows = sheet_rows(path, name, sheet, decimal)
    numbered = ((number, row) for number, row in enumerate(rows, start=1) if number > at + 1 and any(row))
    others = tuple(one for one in sheets if one != sheet)
    return OpenTable("workbook", header, "row", None, True, _batched(numbered), _filled(first[at - 1]) if at else (), (), sheet, others)


def _parquet(path: Path, name: str, wanted: Wanted) -> OpenTable | NoHeader:
    header = parquet_header(path, name)
    if not wanted.score(header):
        return NoHeader(header)

    def decimal(at: int) -> str:
        return wanted.decimals.get(header_key(header[at]), ".")

    def rows() -> Iterator[tuple[int, list[str]]]:
        number = 0
        for block in parquet_rows(path, name, decimal):
            for row in block:
                number += 1
                yield number, row

    return OpenTable("parquet", header, "row", None, True, _batched(rows()))


def _batched(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Batch]:
    numbers: list[int] = []
    held: list[list[str]] = []
    while block := list(islice(rows, BATCH_ROWS // 10)):
        numbers.extend(number for number, _ in block)
        held.extend(row for _, row in block)
        characters = sum(map(len, held[-1])) * len(held)
        if len(held) >= BATCH_ROWS or characters > HELD_CHARACTERS:
            yield Batch(numbers, held)
            numbers, held = [], []
    if held:
        yield Batch(numbers, held)
