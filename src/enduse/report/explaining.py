"""A printed figure computed again from the tables."""

from __future__ import annotations

import difflib
import json
import math
from dataclasses import dataclass
from typing import Any

from enduse.errors import FigureMismatch, UnknownName
from enduse.report.figures import Asker, Figure
from enduse.report.rows import described
from enduse.store import StageRun

TOLERANCE = 1e-9


@dataclass(frozen=True)
class Explanation:
    """A figure that recomputed to the value printed, with its question and rows."""

    figure: Figure
    rows: tuple[dict[str, Any], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the figure's row, its question, its answer in full and the rows behind it."""
        row = self.figure.row()
        return {**row, "question": dict(self.figure.question), "detail": dict(self.figure.answer.detail), "rows": list(self.rows)}


def explain(run: StageRun, figure_id: str) -> Explanation:
    """Return the figure recomputed; raises UnknownName for an id not printed, FigureMismatch when value or rows differ."""
    printed = {row["figure_id"]: row for row in run.read("figures").to_pylist()}
    if figure_id not in printed:
        near = [name for name in printed if figure_id.lower() in name.lower()] or difflib.get_close_matches(figure_id, printed)
        raise UnknownName(figure_id, near[:8], "Give a figure's id, as the report and figures.csv print it.")
    row = printed[figure_id]
    figure = Asker(run).figure(figure_id, row["label"], row["unit"], json.loads(row["question"]))
    again = figure.row()
    for part in ("at_least", "central", "at_most"):
        if not _equal(row[part], again[part]):
            raise FigureMismatch(figure_id, f"{part} {row[part]}", again[part])
    if row["rows_sha256"] != again["rows_sha256"]:
        raise FigureMismatch(figure_id, f"{row['rows']} rows", f"{again['rows']} rows, not the same ones")
    return Explanation(figure, tuple(described(run, figure.answer.rows)))


def _equal(printed: float | None, again: float | None) -> bool:
    if printed is None or again is None:
        return printed is again
    return math.isclose(printed, again, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
