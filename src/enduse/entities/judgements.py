"""People's decisions: judgements.csv of the workspace, read and honoured, never written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from enduse.errors import SettingError
from enduse.store import edited_rows

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
    found: dict[tuple[str, str], Judgement] = {}
    for where, row in edited_rows(folder / FILE_NAME, COLUMNS):
        one = _judgement(where, row)
        pair = (one.left_id, one.right_id)
        if pair in found and found[pair].judgement != one.judgement:
            earlier = found[pair].judgement
            raise SettingError(f"{where}: {pair[0]} and {pair[1]} were already judged {earlier!r}; keep one of the two lines")
        found.setdefault(pair, one)
    return sorted(found.values())


def _judgement(where: str, row: dict[str, str]) -> Judgement:
    left, right = sorted((row["left_id"], row["right_id"]))
    if not left or left == right:
        raise SettingError(f"{where}: left_id and right_id must be two different ids (mention, entity or subject)")
    verdict = row["judgement"].lower()
    if verdict not in get_args(Verdict):
        raise SettingError(f"{where}: judgement is {row['judgement']!r}; same, different or unsure is accepted")
    return Judgement(left, right, verdict, row["judged_by"], row["judged_on"], row["reason"])  # type: ignore[arg-type]
