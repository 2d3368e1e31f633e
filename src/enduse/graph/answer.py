"""The answer to one question of flow, as it is printed and compared."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from enduse.graph.question import Unit


@dataclass(frozen=True)
class Trace:
    """The answer to one question; quantities in `unit`, None is 'cannot tell', 0.0 is 'nothing in the recorded sales'.

    `direct` is a lower bound without conditions; `at_least` and `at_most` hold if the records of the intermediaries are
    complete (up to sigma); `at_most_open` holds without that. `central` is the proportional rule, `central_range` all three.
    `exposed` is what end users received from companies that had received some of the suppliers' goods: not an amount that
    moved. `direct_rows` and `supplied_rows` say how many rows `direct` and `supplied` are of, and how many of them do not state
    the unit: `direct` (and an `at_least` that rests on nothing else) is None when none does, else it is of those that do and
    more may have been sold. `binding` and `binding_stock` together add up to `at_most`: the records that stop more from having arrived.
    """

    unit: Unit
    direct: float | None
    at_least: float | None
    central: float | None
    at_most: float | None
    at_most_open: float | None
    at_most_covers: str
    central_range: dict[str, float | None]
    exposed: float | None
    supplied: float | None
    direct_rows: dict[str, int]
    supplied_rows: dict[str, int]
    shipments: list[str]
    paths: list[dict[str, Any]]
    intermediaries: list[dict[str, Any]]
    binding: list[dict[str, Any]]
    binding_stock: list[dict[str, Any]]
    unmeasured: list[str]
    assumptions: list[str]
    sensitivity: list[dict[str, float | None]]
    if_same: list[dict[str, Any]]
    coverage: dict[str, Any]
    question: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return every field as JSON values."""
        return asdict(self)
