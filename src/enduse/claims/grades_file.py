"""grades.csv of the workspace: what people decided about sources and claims; read and honoured, never written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from enduse.errors import SettingError
from enduse.store import edited_rows

FILE_NAME = "grades.csv"
COLUMNS = ("target", "grade", "graded_by", "graded_on", "reason")


@dataclass(frozen=True)
class Override:
    """One line: a source (its name as printed, or id) with a letter, or a claim (its id) with a number; who, when and why."""

    target_kind: str
    target: str
    grade: str
    graded_by: str
    graded_on: str
    reason: str


def load(folder: Path) -> list[Override]:
    """Return the decisions in the order of the file; none when there is no file.

    Raises SettingError naming the line: a missing column, a grade that is none, no person, or two lines on one target that differ.
    """
    found: dict[tuple[str, str], Override] = {}
    for where, row in edited_rows(folder / FILE_NAME, COLUMNS):
        _add(found, where, row)
    return list(found.values())


def _add(found: dict[tuple[str, str], Override], where: str, row: dict[str, str]) -> None:
    one = Override(_kind(where, row["grade"]), row["target"], row["grade"].upper(), row["graded_by"], row["graded_on"], row["reason"])
    if not one.target or not one.graded_by:
        raise SettingError(f"{where}: target and graded_by must be stated: whom or what is graded, and who decided it")
    key = (one.target_kind, one.target.casefold())
    if key in found and found[key].grade != one.grade:
        raise SettingError(f"{where}: {one.target} was already graded {found[key].grade}; keep one of the two lines")
    found.setdefault(key, one)


def _kind(where: str, text: str) -> str:
    if re.fullmatch(r"[A-Fa-f]", text):
        return "source"
    if re.fullmatch(r"[1-6]", text):
        return "claim"
    raise SettingError(f"{where}: the grade is {text!r}; a letter A to F (for a source) or a number 1 to 6 (for a claim) is accepted")
