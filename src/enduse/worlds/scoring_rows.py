"""Rows against the truth: duplicates and flags. A row is recognised by the serial in its record id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from enduse.worlds.measures import Measure, precision_recall, share
from enduse.worlds.scoring_companies import Recognised

KINDS = ("equal_row", "revision", "master_of_house", "mirror")
_RECORD_ID = r"^\d{8}-\d{4}-4000-800\d-\d{12}$"
_OF_COMPANIES = ("RF-01", "RF-02", "RF-03")
_OF_SHIPMENTS = ("RF-40", "FX-06")
_MASTER, _SERIAL = 10**13, 10**12


class Serials:
    """The shipment serial behind each item id; masters are told apart from the bill with their serial."""

    def __init__(self, items: pa.Table | None) -> None:
        self._ids: pa.Array | None = None
        if items is None:
            return
        record = items["record_id"].combine_chunks()
        ours = pc.fill_null(pc.match_substring_regex(record, _RECORD_ID), False)
        rows = pa.table({"item_id": items["item_id"], "record_id": record}).filter(ours)
        serial = pc.cast(pc.utf8_slice_codeunits(rows["record_id"], 24, 36), pa.int64()).to_numpy()
        master = pc.equal(pc.utf8_slice_codeunits(rows["record_id"], 22, 23), "2").to_numpy()
        order = pc.sort_indices(rows["item_id"])
        self._ids = pc.take(rows["item_id"].combine_chunks(), order)
        self._numbers = np.asarray(serial + np.where(master, _MASTER, 0))[order.to_numpy()]

    def of(self, item_ids: list[str | None]) -> list[int | None]:
        """Return the serial of each item, None for a row that no invented file holds."""
        if self._ids is None or not item_ids:
            return [None] * len(item_ids)
        places = pc.index_in(pa.array(item_ids, pa.string()), self._ids).to_pylist()
        return [None if place is None else int(self._numbers[place]) for place in places]


def duplicates(truth: Mapping[str, Any], serials: Serials, found: pa.Table | None) -> list[Measure]:
    """Return precision and recall of each kind of duplicate: a pair is right when both rows are one shipment."""
    measures: list[Measure] = []
    rows = found.to_pylist() if found is not None else []
    left, right = (serials.of([row[name] for row in rows]) for name in ("shipment_id", "kept_shipment_id"))
    for kind in KINDS:
        said = [place for place, row in enumerate(rows) if row["kind"] == kind and left[place] is not None]
        good = {rows[place]["shipment_id"] for place in said if _same(left[place], right[place])}
        true = int(truth["duplicates"][kind]) if found is not None else 0
        measures += precision_recall(f"duplicates_{kind}", len(good), len(said), true, f"rows not counted ({kind.replace('_', ' ')})")
    return measures


def _same(row: int | None, kept: int | None) -> bool:
    if row is None or kept is None:
        return False
    # A master stands over the bill with its serial and the next one.
    return kept % _SERIAL - row % _SERIAL in ((0, 1) if row >= _MASTER else (0,))


def flags(truth: Mapping[str, Any], known: Recognised, serials: Serials, findings: pa.Table | None) -> list[Measure]:
    """Return precision, recall and the share of 'cannot tell' of each flag."""
    rows = findings.to_pylist() if findings is not None else []
    measures: list[Measure] = []
    for flag in _OF_COMPANIES:
        own = [row for row in rows if row["flag_id"] == flag and truth["goods_list"] in (row["scope"] or truth["goods_list"])]
        measures += _company_flag(flag, truth["flags"][flag], known, own, findings is not None)
    for flag in _OF_SHIPMENTS:
        own = [row for row in rows if row["flag_id"] == flag]
        measures += _shipment_flag(flag, truth["flags"][flag], serials, own, findings is not None)
    return measures


def _company_flag(flag: str, true: Mapping[str, Any], known: Recognised, rows: list[dict[str, Any]], ran: bool) -> list[Measure]:
    behind = known.entities
    said: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for company in behind.get(row["entity_id"], ()):
            said[company].add(row["outcome"])
    yes = {company for company, outcomes in said.items() if "yes" in outcomes}
    wanted = set(true["yes"]) if ran else set()
    # Where the truth names the firm answers of 'no', only those and the yeses are judged: the rest is a matter of statistics.
    judged = yes & (wanted | set(true["no"])) if "no" in true else yes - set(true.get("cannot_tell", ()))
    return [
        *precision_recall(flag, len(yes & wanted), len(judged), len(wanted), f"companies with {flag}"),
        share(f"{flag}_cannot_tell", sum("cannot_tell" in one for one in said.values()), len(said), "Companies answered 'cannot tell'."),
    ]


def _shipment_flag(flag: str, true: Mapping[str, Any], serials: Serials, rows: list[dict[str, Any]], ran: bool) -> list[Measure]:
    about = [row for row in rows if row["shipment_id"] is not None]
    found = serials.of([row["shipment_id"] for row in about])
    yes = {serial % _SERIAL for serial, row in zip(found, about, strict=True) if serial is not None and row["outcome"] == "yes"}
    wanted = set(true["yes"]) if ran else set()
    judged = yes - (set(true.get("admissible", ())) - wanted)
    return [
        *precision_recall(flag, len(yes & wanted), len(judged), len(wanted), f"shipments with {flag}"),
        share(f"{flag}_cannot_tell", sum(row["outcome"] == "cannot_tell" for row in rows), len(rows), "Answers of 'cannot tell'."),
    ]
