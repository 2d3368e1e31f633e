"""How watchlist readers open files: rows of delimited text, JSON documents, XML elements; hostile bytes end in a clear error.

Nothing is loaded from outside the file: XML entities are not resolved, no network, no huge trees, and a document type
declaration is refused.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from enduse.errors import SourceDrift, UnreadableFile
from enduse.sources.catalog import SourceDefinition
from enduse.sources.emitting import Emission, InputFile

CHUNK = 1 << 20
JSON_BYTES_MAX = 24 * 1024 * 1024
"""A larger JSON document can cost a gigabyte once parsed; lists that large come as lines (FollowTheMoney)."""
CELL_CHARACTERS_MAX = 131_072
"""No list prints a longer cell; one quote too many makes a cell of the rest of the file."""
BROKEN_ROW = "broken_row"


def encoding_of(path: Path, name: str) -> str:
    """Return the text encoding: UTF-8 (with or without mark), UTF-16 by its mark, else Windows-1252; raises UnreadableFile for neither."""
    with path.open("rb") as stream:
        start = stream.read(4)
    wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as stream:
                while chunk := stream.read(CHUNK):
                    decoder.decode(chunk)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise UnreadableFile(name, "the bytes are neither UTF-8, UTF-16 nor Windows-1252 text", "Save it as UTF-8.")


def rows(file: InputFile, emit: Emission, delimiter: str = ",") -> Iterator[tuple[str, list[str]]]:
    """Yield ('row 3', cells) for each row of delimited text; rows with NUL bytes or beyond the cell limit go to rejects.

    Blank rows and the lone 0x1A that ends some files are no rows. The header, where there is one, is 'row 1'.
    """
    emit.encoding = encoding_of(file.path, file.name)
    with file.path.open(encoding=emit.encoding, newline="") as stream:
        lines = _Lines(stream)
        reader = csv.reader(lines, delimiter=delimiter)
        number = 0
        while True:
            number += 1
            lines.quotes = 0
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                emit.read()
                emit.reject(f"row {number}", BROKEN_ROW, f"{error}; cells of at most {csv.field_size_limit()} characters are accepted", "")
                continue
            if not cells or cells == ["\x1a"] or not any(cell.strip() for cell in cells):
                continue
            problem = _problem(cells) if not lines.cut_in_quotes else "the file ends inside a quoted cell: probably cut; get it anew"
            if problem:
                emit.read()
                emit.reject(f"row {number}", BROKEN_ROW, problem, delimiter.join(cells))
                continue
            yield f"row {number}", cells


class _Lines:
    """The lines of a stream, with the quotes counted since somebody last looked: csv takes the end of a file for a closing quote."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._ended = False
        self.quotes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._stream, None)
        if line is None:
            self._ended = True
            raise StopIteration
        self.quotes += line.count('"')
        return line

    @property
    def cut_in_quotes(self) -> bool:
        """Tell whether the stream ended before a quote was closed."""
        return self._ended and self.quotes % 2 == 1


def _problem(cells: list[str]) -> str | None:
    if any("\x00" in cell for cell in cells):
        return "the row holds NUL bytes; text is accepted"
    longest = max(len(cell) for cell in cells)
    if longest > CELL_CHARACTERS_MAX:
        return f"a cell of {longest} characters; at most {CELL_CHARACTERS_MAX} are accepted"
    return None


def table(
    source: SourceDefinition,
    file: InputFile,
    emit: Emission,
    layouts: dict[str, list[str]],
    delimiter: str = ",",
) -> tuple[str, Iterator[tuple[str, dict[str, str]]]]:
    """Return which of the declared headers the file has, and its rows as (locator, {column: cell}).

    Raises SourceDrift when the header is none of them; a row with another number of cells goes to rejects.
    """
    lines = rows(file, emit, delimiter)
    first = next(lines, None)
    header = [cell.strip() for cell in first[1]] if first else []
    for layout, columns in layouts.items():
        if header == columns:
            return layout, _records(emit, lines, columns, delimiter)
    accepted = [f"{layout}: {','.join(columns)}" for layout, columns in layouts.items()]
    raise SourceDrift(source.id, file.name, f"the header is {','.join(header)[:300]!r}", accepted)


def _records(
    emit: Emission,
    lines: Iterator[tuple[str, list[str]]],
    columns: list[str],
    delimiter: str,
) -> Iterator[tuple[str, dict[str, str]]]:
    for locator, cells in lines:
        emit.read()
        if len(cells) != len(columns):
            emit.reject(locator, BROKEN_ROW, f"{len(cells)} cells; {len(columns)} are accepted", delimiter.join(cells))
            continue
        yield locator, dict(zip(columns, cells, strict=True))


def document(file: InputFile, emit: Emission) -> Any:
    """Return a JSON document; raises UnreadableFile when it is none, is nested without end, or is too large."""
    if file.path.stat().st_size > JSON_BYTES_MAX:
        raise UnreadableFile(file.name, f"a JSON document of more than {JSON_BYTES_MAX} bytes", "Give it as lines of FollowTheMoney JSON.")
    emit.encoding = encoding_of(file.path, file.name)
    try:
        return json_of(file.path.read_text(encoding=emit.encoding))
    except json.JSONDecodeError as error:
        raise UnreadableFile(file.name, f"not JSON: {error.msg} at line {error.lineno}") from error
    except ValueError as error:
        raise UnreadableFile(file.name, f"JSON with a number that is none: {error}") from error
    except RecursionError as error:
        raise UnreadableFile(file.name, "JSON nested too deeply") from error


def json_of(text: str) -> Any:
    """Return what a JSON text says, halves of characters (lone surrogates) replaced by U+FFFD: no table can hold them.

    Raises ValueError (JSONDecodeError among them, and for numbers of thousands of digits) and RecursionError.
    """
    said = json.loads(text)
    if "\\ud" not in text and "\\uD" not in text:
        return said
    whole = json.dumps(said, ensure_ascii=False)
    return json.loads(whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def elements(file: InputFile, tags: tuple[str, ...]) -> Iterator[Any]:
    """Yield each finished element named by `tags` (local names; '{*}tag' matching), then forget it; raises UnreadableFile."""
    from lxml import etree

    try:
        parser = etree.iterparse(
            str(file.path),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
        )
        checked = False
        for event, element in parser:
            if not checked:
                checked = True
                if element.getroottree().docinfo.doctype:
                    raise UnreadableFile(file.name, "the XML declares a document type", "Lists have none; get the file anew.")
            if event == "end" and local_name(element) in tags:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(file.name, f"not well-formed XML: {error.msg}") from error


def local_name(element: Any) -> str:
    """Return the name of an XML element without its namespace; empty for a comment and the like, which have none."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def known_keys(source: SourceDefinition, file: InputFile, record: dict[str, Any], accepted: list[str], locator: str) -> None:
    """Raise SourceDrift when a JSON record has a key that the source does not declare."""
    unknown = [key for key in record if key not in accepted]
    if unknown:
        raise SourceDrift(source.id, file.name, f"{locator}: unknown column {unknown[0]!r}", accepted)
