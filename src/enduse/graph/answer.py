"""The answer to one question of flow, as it is printed and compared."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from enduse.graph.question import Unit


@dataclass(frozen=True)
class Trace:
    """The answer to one question; quantities in `unit`, None is 'cannot tell', 0.0 is 'nothing in the recorded sales'.

    `direct` is a lower bound without conditions, `direct_at_most` all that may be one, None while a row states nothing;
    `at_least` and `at_most` hold if the records of the intermediaries are complete (up to sigma), whatever the answers to the open
    questions of identity are, in all and through each of `intermediaries`; `at_most_open` holds without that completeness.
    `as_resolved` are the same with the companies taken as they were resolved, as everything else is: `central`, the proportional
    rule, `central_range`, all three rules, and `paths`. `supplied` is all that the suppliers sold, `supplied_range` the same over
    these questions, with how many of the rows of its most state nothing.
    `exposed` is what end users received from companies that had received some of the suppliers' goods: not an amount that
    moved. `direct_rows` and `supplied_rows` say how many rows `direct` and `supplied` are of, and how many of them do not state
    the unit: `direct` (and an `at_least` that rests on nothing else) is None when none does, else it is of those that do and
    more may have been sold. `shipments` are the rows behind these; `possible_shipments` are further ones on ways that there are only
    if companies of an open question are one. `binding` and `binding_stock` together add up to `at_most` as resolved: the records that
    stop more from having arrived.
    """

    unit: Unit
    direct: float | None
    direct_at_most: float | None
    at_least: float | None
    central: float | None
    at_most: float | None
    at_most_open: float | None
    as_resolved: dict[str, float | None]
    at_most_covers: str
    central_range: dict[str, float | None]
    exposed: float | None
    supplied: float | None
    supplied_range: dict[str, float | None]
    direct_rows: dict[str, int]
    supplied_rows: dict[str, int]
    shipments: list[str]
    possible_shipments: list[str]
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
