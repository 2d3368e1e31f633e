"""Who sold to the end users directly: each company with its rows, and how many there are at least and at most."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa

from enduse import entities
from enduse.engine import Step
from enduse.engine.base import render
from enduse.errors import SettingError
from enduse.graph.parameters import CLASS_DIGITS
from enduse.graph.question import EPOCH, FIRST_DAY, LAST_DAY, known, prefixes, window
from enduse.graph.rows import classify
from enduse.store import StageRun

SUPPLIER_ROWS = Step.load("enduse.graph", "supplier_rows.sql")
BEHIND = """
select l.consignee_id, l.consignor_id, l.shipment_id from legs l
where l.consignee_id in :end_users and l.consignor_id <> l.consignee_id and l.hs_code in :codes
    and coalesce(l.date_until >= :since, true) and coalesce(l.date_from <= :until, true)
"""
GRADES = ("confirmed", "likely", "possible")
_SUMS = ("rows", "value_usd", "net_mass_kg", "kg", "without_value", "without_net_mass")


@dataclass(frozen=True)
class Suppliers:
    """The direct consignors to some end users.

    `count` is how many companies at least and at most (open questions of identity and partial dates widen it). In
    `suppliers`, the dearest first: `value_usd` and `net_mass_kg` add up the rows that state them and are None when none
    does; `without_value` and `without_net_mass` say how many do not; `kg` takes the gross mass where no net mass is stated;
    `shipments` are the ids of all rows that may fall within the days asked about, `rows` their number, `rows_uncertain` how
    many of them state a date that leaves it open; `listed` is the best grade under which the company answers to a list
    (None: no match found).
    """

    count: dict[str, int]
    suppliers: list[dict[str, Any]]
    total: dict[str, Any]
    question: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return every field as JSON values."""
        return asdict(self)


def suppliers(run: StageRun, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None) -> Suppliers:
    """Return who sent goods to the end users `of` (entity ids), counted shipments only; sales among the end users are left out.

    Rows whose partial date only overlaps the days asked about are included and counted apart. Raises SettingError for what
    cannot be asked, StageNotRun before `connect`.
    """
    asked = arguments(run, of, goods, since, until)
    return _Sales(run, asked).to(of, {"goods": list(prefixes(goods)), "since": since, "until": until})


def suppliers_of_each(
    run: StageRun, of: Sequence[str], goods: Sequence[str] = (), since: str | None = None, until: str | None = None
) -> dict[str, Suppliers]:
    """Return `suppliers` of each end user on its own, by end user: the rows of all are read once."""
    if not of:
        return {}
    sales = _Sales(run, arguments(run, of, goods, since, until))
    span = {"goods": list(prefixes(goods)), "since": since, "until": until}
    return {one: sales.to([one], span) for one in sorted(set(of))}


class _Sales:
    """The sales to some end users, read once; asked about any of these end users afterwards."""

    def __init__(self, run: StageRun, asked: dict[str, Any]) -> None:
        self._run = run
        self._lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for line in run.query(SUPPLIER_ROWS.text(asked)).to_pylist():
            line["rows"] = line.pop("row_count")
            self._lines[line.pop("end_user")].append(line)
        ids = sorted({line["entity"] for lines in self._lines.values() for line in lines})
        self._names, self._grades = _names(run, ids), _listed(run, ids)
        self._behind = _shipments(run, asked)

    def to(self, of: Sequence[str], span: dict[str, Any]) -> Suppliers:
        """Return who sold to the end users `of`, sales among them left out."""
        buyers = sorted(set(of))
        found: dict[str, dict[str, Any]] = {}
        certain: set[str] = set()
        lines = [line for buyer in buyers for line in self._lines.get(buyer, []) if line["entity"] not in buyers]
        for line in sorted(lines, key=lambda one: (one["entity"], one["certain"])):
            found[line["entity"]] = _joined(found.get(line["entity"]), line)
            if line["certain"]:
                certain.add(line["entity"])
        ids = sorted(found)
        told = [
            _supplier(one, found[one], self._names.get(one, []), self._grades.get(one)) | {"shipments": self._rows(buyers, one)}
            for one in ids
        ]
        told.sort(key=lambda one: (one["value_usd"] is None, -(one["value_usd"] or 0.0), one["entity"]))
        return Suppliers(
            count={
                "at_least": entities.count_bounds(self._run, sorted(certain))[0] if certain else 0,
                "at_most": entities.count_bounds(self._run, ids)[1] if ids else 0,
            },
            suppliers=told,
            total={name: _total([one[name] for one in told]) for name in (*_SUMS, "rows_uncertain")} | {"suppliers": len(told)},
            question={"of": buyers, **span},
        )

    def _rows(self, buyers: Sequence[str], supplier: str) -> list[str]:
        return sorted(row for buyer in buyers for row in self._behind.get((buyer, supplier), []))


def arguments(run: StageRun, of: Sequence[str], goods: Sequence[str], since: str | None, until: str | None) -> dict[str, Any]:
    """Return the parameters of the room's questions about sales to end users; raises SettingError for what cannot be asked."""
    if not of:
        raise SettingError("at least one end user is needed; give entity ids")
    known(run, of)
    span = window(since, until)
    codes = run.query("select distinct hs_code from legs")["hs_code"].to_pylist()
    wanted = prefixes(goods)
    return {
        "end_users": tuple(sorted(set(of))),
        "codes": tuple(sorted(code for code in codes if not wanted or code.startswith(wanted))),
        "since": _date(span.first, dt.date.min),
        "until": _date(span.last, dt.date.max),
    }


def put_classes(run: StageRun, goods: Sequence[str]) -> None:
    """Make (hs_code, class) readable as `graph_classes`, for the codes asked about."""
    codes = sorted(run.query("select distinct hs_code from legs")["hs_code"].to_pylist())
    names, numbers = classify(codes, prefixes(goods), run.parameter(CLASS_DIGITS))
    kept = [(code, names[at]) for code, at in zip(codes, numbers.tolist(), strict=True) if at >= 0]
    printed, classes = (pa.array([pair[at] for pair in kept], pa.string()) for at in (0, 1))
    run.put("graph_classes", pa.table({"hs_code": printed, "class": classes}))


def _date(day: int, otherwise: dt.date) -> dt.date:
    return otherwise if day in (FIRST_DAY, LAST_DAY) else EPOCH + dt.timedelta(days=day)


def _joined(held: dict[str, Any] | None, line: dict[str, Any]) -> dict[str, Any]:
    """Return one supplier's rows together: those certainly within the days asked about, and the others."""
    uncertain = 0 if line["certain"] else line["rows"]
    if held is None:
        return {**line, "rows_uncertain": uncertain}
    days = {
        "first_day": min((one["first_day"] for one in (held, line) if one["first_day"]), default=None),
        "last_day": max((one["last_day"] for one in (held, line) if one["last_day"]), default=None),
    }
    sums = {name: _total([held[name], line[name]]) for name in _SUMS}
    return sums | days | {"rows_uncertain": held["rows_uncertain"] + uncertain}


def _supplier(entity: str, line: dict[str, Any], names: list[tuple[str, int]], listed: str | None) -> dict[str, Any]:
    printed = [name for name, _ in sorted(names, key=lambda one: (-one[1], one[0]))]
    return {
        "entity": entity,
        "name": printed[0] if printed else entity,
        "names": printed,
        **{name: line[name] for name in _SUMS},
        "rows_uncertain": line["rows_uncertain"],
        "first": None if line["first_day"] is None else line["first_day"].isoformat(),
        "last": None if line["last_day"] is None else line["last_day"].isoformat(),
        "listed": listed,
    }


def _total(values: list[Any]) -> Any:
    """Return the sum of what is stated; None when nothing is."""
    stated = [one for one in values if one is not None]
    if not stated:
        return None
    whole = sum(round(one * 1_000_000) for one in stated)
    return sum(stated) if all(isinstance(one, int) for one in stated) else whole / 1_000_000


def _shipments(run: StageRun, asked: dict[str, Any]) -> dict[tuple[str, str], list[str]]:
    """Return the ids of the rows behind each pair of end user and supplier."""
    held = run.query(render(BEHIND, asked))
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for buyer, supplier, row in zip(*(held[name].to_pylist() for name in ("consignee_id", "consignor_id", "shipment_id")), strict=True):
        found[buyer, supplier].append(row)
    return found


def _names(run: StageRun, ids: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """Return each company's printed names with the number of rows they stand on; the name in `entities` where no mention is held."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    if ids and run.has("mentions") and run.has("entity_mentions"):
        printed = run.query(
            "select e.entity_id, m.name, sum(m.shipments) as shipments "
            "from entity_mentions e join mentions m on m.mention_id = e.mention_id "
            "where e.entity_id in :ids and m.name is not null group by e.entity_id, m.name",
            ids=tuple(ids),
        )
        for row in printed.to_pylist():
            found[row["entity_id"]].append((row["name"], int(row["shipments"] or 0)))
    missing = [one for one in ids if one not in found]
    if missing:
        for row in run.query("select entity_id, name from entities where entity_id in :ids", ids=tuple(missing)).to_pylist():
            found[row["entity_id"]].append((row["name"], 0))
    return found


def _listed(run: StageRun, ids: Sequence[str]) -> dict[str, str]:
    """Return the best grade under which each company answers to a list."""
    if not ids or not run.has("listed_matches"):
        return {}
    grades = run.query("select distinct entity_id, grade from listed_matches where entity_id in :ids", ids=tuple(ids)).to_pylist()
    found: dict[str, str] = {}
    for row in sorted(grades, key=lambda one: GRADES.index(one["grade"]), reverse=True):
        found[row["entity_id"]] = row["grade"]
    return found
