"""Small CSV files that people edit by hand (judgements.csv, grades.csv): read whole, every mistake told with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from enduse.errors import SettingError


def edited_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (where, {column: cell}) of each line that says something, cells without blanks around; nothing when there is no file.

    `where` names file and line, for messages. Columns may stand in any order, and others beside them. Raises SettingError naming
    the line: a file that is no UTF-8 or no CSV, a column missing or named twice, a line with another number of cells.
    """
    text = _text(path)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if set(columns) - set(header) or len(set(header)) != len(header):
            raise SettingError(f"{path}, line 1: the header is {', '.join(header) or 'empty'}; expected {', '.join(columns)}")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            where = f"{path}, line {reader.line_num}"
            if len(cells) != len(header):
                raise SettingError(f"{where}: {len(cells)} cells; {len(header)} are expected: {', '.join(header)}")
            yield where, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    except csv.Error as error:
        raise SettingError(f"{path}, line {reader.line_num}: not readable as CSV ({error})") from error


def _text(path: Path) -> str | None:
    """Return the file's text; null when there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 text ({error.reason} at byte {error.start}); save it as UTF-8") from error
    if "\0" in text:
        raise SettingError(f"{path} holds NUL bytes; it must be plain CSV text")
    return text
