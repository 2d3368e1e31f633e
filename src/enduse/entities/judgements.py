"""People's decisions: judgements.csv of the workspace, read and honoured, never written."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from enduse.errors import SettingError

FILE_NAME = "judgements.csv"
COLUMNS = ("left_id", "right_id", "judgement", "judged_by", "judged_on", "reason")
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, order=True)
class Judgement:
    """One line: the two ids in alphabetical order, and what a person decided about them."""

    left_id: str
    right_id: str
    judgement: Verdict
    judged_by: str
    judged_on: str
    reason: str


def load(folder: Path) -> list[Judgement]:
    """Return the decisions of the workspace, one for each pair, sorted; none when there is no file.

    Raises SettingError naming the line: a missing column, an unknown judgement, an empty or repeated id, or two lines that decide
    one pair differently.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise SettingError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path} is not UTF-8 text ({error.reason} at byte {error.start}); save it as UTF-8") from error
    if "\0" in text:
        raise SettingError(f"{path} holds NUL bytes; it must be plain CSV text")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[tuple[str, str], Judgement] = {}
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _expect_header(path, header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            where = f"{path}, line {reader.line_num}"
            if len(cells) != len(header):
                raise SettingError(f"{where}: {len(cells)} cells; {len(header)} are expected: {', '.join(header)}")
            one = _judgement(where, {name: cell.strip() for name, cell in zip(header, cells, strict=True)})
            pair = (one.left_id, one.right_id)
            if pair in found and found[pair].judgement != one.judgement:
                earlier = found[pair].judgement
                raise SettingError(f"{where}: {pair[0]} and {pair[1]} were already judged {earlier!r}; keep one of the two lines")
            found.setdefault(pair, one)
    except csv.Error as error:
        raise SettingError(f"{path}, line {reader.line_num}: not readable as CSV ({error})") from error
    return sorted(found.values())


def _expect_header(path: Path, header: list[str]) -> None:
    missing = [name for name in COLUMNS if name not in header]
    if missing or len(set(header)) != len(header):
        raise SettingError(f"{path}, line 1: the header is {', '.join(header) or 'empty'}; expected {', '.join(COLUMNS)}")


def _judgement(where: str, row: dict[str, str]) -> Judgement:
    left, right = sorted((row["left_id"], row["right_id"]))
    if not left or left == right:
        raise SettingError(f"{where}: left_id and right_id must be two different ids (mention, entity or subject)")
    verdict = row["judgement"].lower()
    if verdict not in get_args(Verdict):
        raise SettingError(f"{where}: judgement is {row['judgement']!r}; same, different or unsure is accepted")
    return Judgement(left, right, verdict, row["judged_by"], row["judged_on"], row["reason"])  # type: ignore[arg-type]
