"""Delimited text read strictly: a broken line is rejected with its number and reading goes on with the next one."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from enduse.sources.text_encoding import TextEncoding, contradicts

DELIMITERS = (",", ";", "\t", "|")
LINE_LIMIT = 1_000_000
"""A line of more characters than this is rejected; only its beginning is ever held."""
CELL_LIMIT = 100_000
RECORD_LINES = 200
"""A quoted cell may run over this many lines; an unclosed quote costs no more than that."""
KEPT = 2_000
Refuse = Callable[[int, str, str, str], None]
"""Takes (line number, reason, detail, the text)."""

csv.field_size_limit(LINE_LIMIT)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are separated; quotes are double quotes, doubled inside a quoted cell."""

    delimiter: str


def lines_of(chunks: Iterable[bytes], encoding: TextEncoding, refuse: Refuse) -> Iterator[list[tuple[int, str]]]:
    """Yield blocks of (line number, text without its end); lines that cannot be read are refused, not yielded."""
    number = 1
    for block in _byte_blocks(chunks, encoding):
        lines: list[tuple[int, str]] = []
        for text, problem in _decoded(block, encoding):
            if problem is None:
                lines.append((number, text))
            else:
                reason, detail = problem
                refuse(number, reason, detail, text)
            number += 1
        if lines:
            yield lines


def rows_of_lines(
    blocks: Iterable[list[tuple[int, str]]], dialect: Dialect, width: int | None, refuse: Refuse
) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield blocks of (line number, cells). With `width`, a row of another number of cells is refused; blank lines are skipped."""
    waiting: list[tuple[int, str]] = []
    for block in blocks:
        rows, waiting = _rows(waiting + block, dialect, width, refuse, last=False)
        if rows:
            yield rows
    rows, _ = _rows(waiting, dialect, width, refuse, last=True)
    if rows:
        yield rows


def _rows(
    lines: list[tuple[int, str]], dialect: Dialect, width: int | None, refuse: Refuse, *, last: bool
) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str]]]:
    """Return the rows of `lines` and the lines that need more of the file to be understood."""
    rows: list[tuple[int, list[str]]] = []
    delimiter = dialect.delimiter
    at, count = 0, len(lines)
    while at < count:
        number, line = lines[at]
        if '"' not in line:
            at += 1
            if not line:
                continue
            cells = line.split(delimiter)
        else:
            found = _on_one_line(line, delimiter) or _quoted(lines, at, delimiter, width)
            if found is None:
                if not last and count - at < RECORD_LINES:
                    return rows, lines[at:]
                refuse(number, "broken_row", "a quote is not closed; a quoted cell begins and ends with a quote", line)
                at += 1
                continue
            cells, taken = found
            at += taken
        if width is not None and len(cells) != width:
            refuse(number, "broken_row", f"{len(cells)} cells where the header has {width}", line)
        elif len(line) > CELL_LIMIT and max(map(len, cells)) > CELL_LIMIT:
            refuse(number, "cell_too_long", f"a cell of more than {CELL_LIMIT} characters", line)
        else:
            rows.append((number, cells))
    return rows, []


def _on_one_line(line: str, delimiter: str) -> tuple[list[str], int] | None:
    """Return the cells of a record whose quotes all close on its own line; None otherwise."""
    try:
        return next(csv.reader((line,), delimiter=delimiter, strict=True)), 1
    except (csv.Error, StopIteration):
        return None


def _quoted(lines: list[tuple[int, str]], at: int, delimiter: str, width: int | None) -> tuple[list[str], int] | None:
    """Return the cells of the record that begins at `at` and how many lines it takes; None when it cannot be one."""
    taken = 0

    def feed() -> Iterator[str]:
        nonlocal taken
        for _, text in lines[at : at + RECORD_LINES]:
            taken += 1
            yield text + "\n"

    reader = csv.reader(feed(), delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except (csv.Error, StopIteration):
        return None
    # A record over several lines is only believed when it has the header's number of cells: otherwise the quote that
    # closed it belongs to another row.
    if taken > 1 and width is not None and len(cells) != width:
        return None
    return cells, taken


def _byte_blocks(chunks: Iterable[bytes], encoding: TextEncoding) -> Iterator[bytes]:
    """Yield blocks that end at line ends, in the encoding or (for UTF-16) as UTF-8; an over-long line arrives cut, marked by a NUL pair."""
    rest: list[bytes] = []
    held = 0
    overlong = False
    for chunk in _as_bytes(chunks, encoding):
        end = chunk.rfind(b"\n")
        if end < 0:
            if not overlong:
                rest.append(chunk)
                held += len(chunk)
                overlong = held > 4 * LINE_LIMIT
                if overlong:
                    rest = [b"".join(rest)[: 4 * LINE_LIMIT]]
            continue
        head = chunk[: end + 1]
        if overlong:
            start = chunk.find(b"\n") + 1
            yield rest[0] + b"\n"
            head = chunk[start : end + 1]
            rest, overlong = [], False
        block = b"".join([*rest, head])
        if block:
            yield block
        tail = chunk[end + 1 :]
        rest, held = ([tail], len(tail)) if tail else ([], 0)
    if rest:
        yield b"".join(rest)


def _as_bytes(chunks: Iterable[bytes], encoding: TextEncoding) -> Iterator[bytes]:
    """Yield the bytes without BOM; UTF-16 is turned into UTF-8, damaged characters into U+FFFD."""
    skip = encoding.bom_bytes
    if not encoding.wide:
        for chunk in chunks:
            yield chunk[skip:] if skip else chunk
            skip = 0
        return
    decoder = codecs.getincrementaldecoder(encoding.name)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk[skip:] if skip else chunk).encode("utf-8")
        skip = 0
    yield decoder.decode(b"", final=True).encode("utf-8")


Problem = tuple[str, str] | None


def _decoded(block: bytes, encoding: TextEncoding) -> Iterator[tuple[str, Problem]]:
    """Yield (text, problem) for each line of the block."""
    name = "utf-8" if encoding.wide else encoding.name
    ends = block.endswith(b"\n")
    raw = block[:-1] if ends else block
    clean = b"\0" not in raw and len(raw) <= 8 * LINE_LIMIT
    if clean and (name == "utf-8" or raw.isascii()):
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            pass
        else:
            damaged = encoding.wide and "\ufffd" in text
            for line in text.split("\n"):
                trimmed = line.removesuffix("\r")
                if damaged and "\ufffd" in line:
                    yield trimmed, ("encoding", f"not readable as {encoding.name}")
                elif len(trimmed) > LINE_LIMIT:
                    yield trimmed[:KEPT], ("line_too_long", f"more than {LINE_LIMIT} characters in one line")
                else:
                    yield trimmed, None
            return
    for line_bytes in raw.split(b"\n"):
        yield _line(line_bytes, name)


def _line(line: bytes, name: str) -> tuple[str, Problem]:
    if len(line) > LINE_LIMIT:
        return line[:KEPT].decode(name, "replace"), ("line_too_long", f"more than {LINE_LIMIT} bytes in one line")
    if b"\0" in line:
        return line.decode(name, "replace"), ("nul_byte", "a NUL byte in the line; text without NUL bytes is accepted")
    try:
        text = line.decode(name)
    except UnicodeDecodeError as error:
        return line.decode(name, "replace"), ("encoding", f"not readable as {name}: {error.reason} at byte {error.start}")
    if contradicts(line, name):
        return text, ("encoding", f"written in UTF-8 while the file is in {name}")
    return text.removesuffix("\r"), None
