"""Sales to end users by month, and the edges of a flow diagram: what the report draws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypedDict

from enduse.engine import Step
from enduse.graph.suppliers import arguments, put_classes
from enduse.store import StageRun

MONTH_ROWS = Step.load("enduse.graph", "month_rows.sql")
EDGE_ROWS = Step.load("enduse.graph", "edge_rows.sql")
OTHER_SUPPLIERS, OTHER_INTERMEDIARIES = "other-suppliers", "other-intermediaries"
"""Ids under which companies beyond the largest are drawn together."""
_OTHERS = {OTHER_SUPPLIERS: "other suppliers", OTHER_INTERMEDIARIES: "other intermediaries"}


class Month(TypedDict):
    """What one supplier sold in one month; `month` None when the dates do not tell; sums None when no row states them."""

    month: str | None
    entity: str
    kg: float | None
    usd: float | None
    rows: int


class Edge(TypedDict):
    """Goods that went from `left` to `right` (entity ids, or one of the ids for all others together).

    `kind`: direct (to an end user, by a supplier not known to have bought such goods before), to_intermediary (into a company
    that sold such goods on to an end user no earlier), to_end_user (from such a company to an end user).
    """

    left: str
    right: str
    left_name: str
    right_name: str
    kind: Literal["direct", "to_intermediary", "to_end_user"]
    usd: float | None
    kg: float | None
    rows: int


def monthly(run: StageRun, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None) -> list[Month]:
    """Return the sales to the end users `of` by month and supplier, months in order, rows without a month first."""
    lines = run.query(MONTH_ROWS.text(arguments(run, of, goods, since, until))).to_pylist()
    found = [Month(month=one["month"], entity=one["supplier"], kg=one["kg"], usd=one["usd"], rows=one["shipments"]) for one in lines]
    return sorted(found, key=lambda one: (one["month"] or "", one["entity"]))


def sankey(
    run: StageRun, end_users: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None, top: int = 20
) -> list[Edge]:
    """Return the edges from suppliers through their buyers to the end users; beyond the `top` companies of a column, together.

    Dates and goods choose the sales to the end users; a purchase is drawn when it can have come before one of them.
    """
    put_classes(run, goods)
    lines = run.query(EDGE_ROWS.text(arguments(run, end_users, goods, since, until))).to_pylist()
    bought = [line for line in lines if line["kind"] == "to_intermediary"]
    sellers = _largest((line for line in lines if line["kind"] != "to_intermediary"), top)
    makers = _largest(bought, top)
    resellers = {line["right_id"] for line in bought}
    gathered: dict[tuple[str, str, Any], list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        left, right, kind = line["left_id"], line["right_id"], line["kind"]
        if kind == "to_intermediary":
            left = left if left in makers and left not in resellers else left if left in sellers else OTHER_SUPPLIERS
            right = right if right in sellers else OTHER_INTERMEDIARIES
        elif left not in sellers:
            left = OTHER_SUPPLIERS if kind == "direct" else OTHER_INTERMEDIARIES
        gathered[left, right, kind].append(line)
    names = _names(run, {one for left, right, _ in gathered for one in (left, right)})
    drawn = [
        Edge(
            left=left, right=right, left_name=names.get(left, left), right_name=names.get(right, right), kind=kind,
            usd=_sum(one["usd"] for one in held), kg=_sum(one["kg"] for one in held), rows=sum(one["shipments"] for one in held),
        )
        for (left, right, kind), held in gathered.items()
    ]  # fmt: skip
    return sorted(drawn, key=lambda one: (one["kind"], -(one["usd"] or 0.0), one["left"], one["right"]))


def _names(run: StageRun, ids: set[str]) -> dict[str, str]:
    held = run.read("entities", ["entity_id", "name"], filters=[("entity_id", "in", sorted(ids) or [""])]).to_pylist()
    return {row["entity_id"]: row["name"] for row in held} | _OTHERS


def _largest(lines: Iterable[dict[str, Any]], top: int) -> set[str]:
    """Return the `top` sellers by dollars, then by kilograms, then by id."""
    usd: dict[str, float] = defaultdict(float)
    kg: dict[str, float] = defaultdict(float)
    for line in sorted(lines, key=lambda one: (one["left_id"], one["right_id"])):
        usd[line["left_id"]] += line["usd"] or 0.0
        kg[line["left_id"]] += line["kg"] or 0.0
    return set(sorted(usd, key=lambda one: (-usd[one], -kg[one], one))[:top])


def _sum(values: Iterable[float | None]) -> float | None:
    stated = [one for one in values if one is not None]
    return sum(round(one * 1_000_000) for one in stated) / 1_000_000 if stated else None
