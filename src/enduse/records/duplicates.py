"""Rows for which another row stands: linked, not counted, never deleted.

Four kinds, in this order, each among the rows still counted: equal rows (in layouts that number their rows, and in files that
overlap, printed alike or not), revisions (numbered ones, and what two files state differently of one item), master bills with
their houses, one shipment in two countries' records. The row kept is itself counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa

from enduse.engine import Step
from enduse.model.trade import DUPLICATES
from enduse.records.conversions import put_ids
from enduse.records.mirror import mirrored
from enduse.records.restated import restated
from enduse.store import StageRun

EQUAL_ROWS = Step.load("enduse.records", "equal_rows.sql")
SENT_AGAIN = Step.load("enduse.records", "sent_again.sql")
PRINTED_AGAIN = Step.load("enduse.records", "printed_again.sql")
REVISIONS = Step.load("enduse.records", "revisions.sql")
MASTERS = Step.load("enduse.records", "masters.sql")


def write_duplicates(run: StageRun) -> None:
    """Write the table duplicates; `not_counted` is then readable in this stage's SQL."""
    found: dict[str, tuple[str, str, str]] = {}
    put_ids(run, "not_counted", found)
    for kind, step, basis in (
        ("equal_row", EQUAL_ROWS, _equal_row), ("equal_row", SENT_AGAIN, _sent_again),
        ("equal_row", PRINTED_AGAIN, _printed_again), ("revision", REVISIONS, _revision),
    ):  # fmt: skip
        _add(run, found, _told(run, kind, step, basis))
    stood_for = {"shipment_id": list(found), "kept_shipment_id": [_counted(found, kept) for kept, _, _ in found.values()]}
    run.put("stood_for", pa.table(stood_for, pa.schema([(name, pa.string()) for name in stood_for])))
    _add(run, found, [(former, latter, "revision", basis) for former, latter, basis in restated(run)])
    _add(run, found, _told(run, "master_of_house", MASTERS, _master))
    _add(run, found, ((export, kept, "mirror", basis) for export, kept, basis in mirrored(run, found)))
    rows = {
        "shipment_id": list(found),
        "kept_shipment_id": [_counted(found, kept) for kept, _, _ in found.values()],
        "kind": [kind for _, kind, _ in found.values()],
        "basis": [basis for _, _, basis in found.values()],
    }
    run.write(DUPLICATES, pa.table(rows, schema=DUPLICATES.schema))


def _told(run: StageRun, kind: str, step: Step, basis: Callable[[dict[str, Any]], str]) -> Iterator[tuple[str, str, str, str]]:
    return ((row["shipment_id"], row["kept_shipment_id"], kind, basis(row)) for row in run.ask(step).to_pylist())


def _add(run: StageRun, found: dict[str, tuple[str, str, str]], rows: Iterable[tuple[str, str, str, str]]) -> None:
    before = len(found)
    for shipment, kept, kind, basis in rows:
        found[shipment] = (kept, kind, basis)
    if len(found) > before:
        put_ids(run, "not_counted", found)


def _counted(found: dict[str, tuple[str, str, str]], kept: str) -> str:
    """Return the row that is counted in the end: a row kept in one step may give way in a later one."""
    while kept in found:
        kept = found[kept][0]
    return kept


def _equal_row(row: dict[str, Any]) -> str:
    return f"copy {row['copy_number']} of an equal row in a layout that numbers its rows or items"


def _sent_again(row: dict[str, Any]) -> str:
    times = "once" if row["most"] == 1 else f"{row['most']} times"
    return f"copy {row['copy_number']} of an equal row that no file holds more than {times}: the files overlap"


def _printed_again(row: dict[str, Any]) -> str:
    times = "once" if row["most"] == 1 else f"{row['most']} times"
    return f"a row of equal values, printed otherwise, that no file holds more than {times}: the files overlap"


def _revision(row: dict[str, Any]) -> str:
    what = "declaration" if row["record_kind"] == "declaration" else "bill"
    item = f", item {row['item_number']}" if row["item_number"] else ""
    if row["version"] == row["newest"] and row["record_kind"] != "declaration":
        return f"same {what} {row['number']}{item} under a later date"
    version = f"revision {row['version']}" if row["version"] is not None else "no revision stated"
    return f"same {what} {row['number']}{item}: {version}, the latest is {row['newest']}"


def _master(row: dict[str, Any]) -> str:
    return f"master bill {row['bill_number']}: {row['houses']} house bills of it are present"
