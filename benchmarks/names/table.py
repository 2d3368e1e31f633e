"""The one table every benchmark prints: what was measured, where, on which half, and what must be reached."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One figure. `value` is null where there was nothing to count; `reach` is null where nothing is demanded."""

    benchmark: str
    measure: str
    method: str
    half: str
    cases: int
    value: float | None
    reach: float | None = None
    at_most: bool = False
    """True when the figure must not exceed `reach`."""

    @property
    def reached(self) -> bool | None:
        """Whether the figure is where it must be; null when nothing is demanded or nothing could be measured."""
        if self.reach is None or self.value is None:
            return None
        return self.value <= self.reach if self.at_most else self.value >= self.reach


@dataclass
class Table:
    """The figures of one run, and remarks on how they came about."""

    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, *rows: Row) -> None:
        """Add figures."""
        self.rows += rows

    def lines(self) -> Iterator[str]:
        """Yield the printed lines, columns aligned."""
        head = ("benchmark", "measure", "method", "half", "cases", "value", "reach", "")
        cells = [head, *(_cells(row) for row in self.rows)]
        widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
        for row in cells:
            left = "  ".join(cell.ljust(width) for cell, width in zip(row[:4], widths[:4], strict=True))
            right = "  ".join(cell.rjust(width) for cell, width in zip(row[4:7], widths[4:7], strict=True))
            yield f"{left}  {right}  {row[7]}".rstrip()
        for note in self.notes:
            yield f"- {note}"

    def write(self, path: Path) -> None:
        """Write the figures as JSON, so that a later run can be compared."""
        path.write_text(json.dumps({"rows": [asdict(row) for row in self.rows], "notes": self.notes}, indent=1) + "\n", encoding="utf-8")


def shown(value: float | None) -> str:
    """Return a figure as printed: three decimals below ten, none from a hundred on.

    >>> shown(0.8375), shown(12.34), shown(25000.0), shown(None)
    ('0.838', '12.3', '25,000', 'cannot tell')
    """
    if value is None:
        return "cannot tell"
    size = abs(value)
    return f"{value:,.3f}" if size < 10 else f"{value:,.1f}" if size < 100 else f"{value:,.0f}"


def _cells(row: Row) -> Sequence[str]:
    reach = "" if row.reach is None else ("<= " if row.at_most else ">= ") + shown(row.reach)
    said = {True: "reached", False: "MISSED", None: ""}[row.reached]
    return (row.benchmark, row.measure, row.method, row.half, f"{row.cases:,}", shown(row.value), reach, said)
