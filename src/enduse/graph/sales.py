"""The sales to some end users and to companies that may be one of them, added up: surely, and at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from enduse import entities
from enduse.engine import Step
from enduse.engine.base import render
from enduse.store import StageRun

SUPPLIER_ROWS = Step.load("enduse.graph", "supplier_rows.sql")
BEHIND = """
select l.consignee_id, l.consignor_id, l.shipment_id from legs l
where l.consignee_id in :end_users and l.consignor_id <> l.consignee_id and l.hs_code in :codes
    and coalesce(l.date_until >= :since, true) and coalesce(l.date_from <= :until, true)
"""
GRADES = ("confirmed", "likely", "possible")
_SUMS = ("rows", "value_usd", "net_mass_kg", "kg", "without_value", "without_net_mass")
_WITHOUT = {"value_usd": "without_value", "net_mass_kg": "without_net_mass"}
"""Measure -> how many rows do not state it."""
Line = dict[str, Any]
"""What one supplier sent to one buyer, on rows that certainly fall within the days asked about or on the others."""


@dataclass(frozen=True)
class Suppliers:
    """The direct consignors to some end users.

    `count` is how many companies at least and at most, `bounds` likewise US dollars and net kilograms on their rows: open
    questions of identity and partial dates widen them, and a row that does not state the measure leaves the top open (None).
    In `suppliers`, the dearest first: `value_usd` and `net_mass_kg` add up the rows that state them and are None when none
    does; `without_value` and `without_net_mass` say how many do not; `kg` takes the gross mass where no net mass is stated;
    `shipments` are the ids of all rows that may fall within the days asked about, `rows` their number, `rows_uncertain` how
    many of them state a date that leaves it open; `bounds` are those of its own rows and of those that may be its own
    (`possible_shipments`), `may_be` the end users that it may be itself; `listed` is the best grade under which the company
    answers to a list (None: no match found). `total` adds these up.
    `possible` are the companies that may be one of the end users (`may_be`) and what was sent to them by whom: in no sum, but in every
    upper bound.
    """

    count: dict[str, int]
    bounds: dict[str, dict[str, float | None]]
    suppliers: list[dict[str, Any]]
    total: dict[str, Any]
    possible: list[dict[str, Any]]
    question: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return every field as JSON values."""
        return asdict(self)


class Sales:
    """The sales to some end users and to companies that may be one of them, read once; asked about any of these afterwards."""

    def __init__(self, run: StageRun, asked: dict[str, Any]) -> None:
        self._run = run
        self._doubts = entities.may_be(run, asked["end_users"])
        asked = asked | {"end_users": tuple(sorted({*asked["end_users"], *chain.from_iterable(self._doubts.values())}))}
        self._lines: dict[str, list[Line]] = defaultdict(list)
        for line in run.query(SUPPLIER_ROWS.text(asked)).to_pylist():
            line["rows"] = line.pop("row_count")
            self._lines[line["end_user"]].append(line)
        senders = {line["entity"] for lines in self._lines.values() for line in lines}
        self._names, self._grades = _names(run, sorted(senders.union(asked["end_users"]))), _listed(run, sorted(senders))
        self._may_be = entities.may_be(run, senders)
        self._behind = _shipments(run, asked)

    def to(self, of: Sequence[str], span: dict[str, Any]) -> Suppliers:
        """Return who sold to the end users `of`, sales among them left out."""
        buyers = sorted(set(of))
        doubtful: dict[str, list[str]] = defaultdict(list)
        for buyer in buyers:
            for other in set(self._doubts.get(buyer, ())).difference(buyers):
                doubtful[other].append(buyer)
        sure, possible = (
            [line for buyer in chosen for line in self._lines.get(buyer, []) if line["entity"] not in buyers]
            for chosen in (buyers, doubtful)
        )
        # A company that may be an end user may have sold to itself.
        certain = [line for line in sure if line["certain"] and line["entity"] not in doubtful]
        surely, own, more = (_by_supplier(lines) for lines in (certain, sure, possible))
        told = []
        for one in sorted(own):
            others = [line for same in self._may_be.get(one, ()) for line in own.get(same, [])]
            others += [line for same in (one, *self._may_be.get(one, ())) for line in more.get(same, [])]
            doubts = {
                "bounds": _bounds(surely.get(one, []), [*own[one], *others]),
                "may_be": doubtful.get(one, []),
                "shipments": self._rows(own[one]),
                "possible_shipments": self._rows(others),
            }
            told.append(_supplier(one, _joined(own[one]), self._names.get(one, []), self._grades.get(one)) | doubts)
        told.sort(key=_dearest)
        counted = sorted({line["entity"] for line in certain})
        most_counted = sorted({line["entity"] for line in (*sure, *possible)})
        return Suppliers(
            count={
                "at_least": entities.count_bounds(self._run, counted)[0] if counted else 0,
                "at_most": entities.count_bounds(self._run, most_counted)[1] if most_counted else 0,
            },
            bounds=_bounds(certain, [*sure, *possible]),
            suppliers=told,
            total={name: _total([one[name] for one in told]) for name in (*_SUMS, "rows_uncertain")} | {"suppliers": len(told)},
            possible=self._possible(doubtful, possible),
            question={"of": buyers, **span},
        )

    def _possible(self, doubtful: dict[str, list[str]], lines: list[Line]) -> list[dict[str, Any]]:
        """Return each company that may be an end user with what was sent to it, the dearest first; those that got nothing are left out."""
        told = []
        for buyer, may_be in doubtful.items():
            own = [line for line in lines if line["end_user"] == buyer]
            if own:
                named = {"entity": buyer, "name": self._name(buyer), "may_be": may_be, "may_be_names": [self._name(one) for one in may_be]}
                sums = {name: _total([line[name] for line in own]) for name in _SUMS} | {"bounds": _bounds([], own)}
                told.append(named | sums | {"suppliers": sorted({line["entity"] for line in own}), "shipments": self._rows(own)})
        return sorted(told, key=_dearest)

    def _name(self, entity: str) -> str:
        return next(iter(_printed(self._names.get(entity, []))), entity)

    def _rows(self, lines: list[Line]) -> list[str]:
        pairs = {(line["end_user"], line["entity"]) for line in lines}
        return sorted(row for pair in pairs for row in self._behind.get(pair, []))


def _by_supplier(lines: list[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line["entity"]].append(line)
    return found


def _joined(lines: list[Line]) -> Line:
    """Return one supplier's rows together: those certainly within the days asked about, and the others."""
    return {name: _total([line[name] for line in lines]) for name in _SUMS} | {
        "first_day": min((line["first_day"] for line in lines if line["first_day"]), default=None),
        "last_day": max((line["last_day"] for line in lines if line["last_day"]), default=None),
        "rows_uncertain": sum(line["rows"] for line in lines if not line["certain"]),
    }


def _bounds(least: list[Line], most: list[Line]) -> dict[str, dict[str, float | None]]:
    """Return what rows that surely count state at least, and what all that may count state at most, of each measure.

    Null at least: there are such rows, and none states it. Null at most: some row does not state it.
    """
    return {
        measure: {
            "at_least": _total([line[measure] for line in least]) if least else 0.0,
            "at_most": None if any(line[without] for line in most) else _total([line[measure] for line in most]) if most else 0.0,
        }
        for measure, without in _WITHOUT.items()
    }


def _dearest(one: dict[str, Any]) -> tuple[bool, float, str]:
    return one["value_usd"] is None, -(one["value_usd"] or 0.0), one["entity"]


def _printed(names: list[tuple[str, int]]) -> list[str]:
    """Return printed names, the commonest first."""
    return [name for name, _ in sorted(names, key=lambda one: (-one[1], one[0]))]


def _supplier(entity: str, line: dict[str, Any], names: list[tuple[str, int]], listed: str | None) -> dict[str, Any]:
    printed = _printed(names)
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
