"""One item that two files state differently: a corrected or recalculated row, whose goods moved once.

The file that speaks for the latest day counts. Where files do not all say their day, or say the same, that counts which states the
least: what is said to have moved at least is then true whichever of them is right.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from enduse.engine import Step
from enduse.store import StageRun

CONTESTED = Step.load("enduse.records", "contested.sql")
ALIKE_ROWS = Step.load("enduse.records", "alike_rows.sql")
_PARTIES = ("consignee_tax_id", "consignee_name", "consignor_name")
_GOODS = ("goods_code", "goods_description")
_Row = dict[str, Any]
_Days = Mapping[str, dt.date | None]


class _Pair(NamedTuple):
    former: _Row
    latter: _Row
    basis: str


def restated(run: StageRun) -> Iterator[tuple[str, str, str]]:
    """Yield each row for which another file's version stands, that version, and why. Reads `not_counted` and `stood_for`.

    A declaration that numbers no items is only laid beside itself where the two files hold at least as many rows alike as they would
    state differently: parts of one extract share no row, and their lines are two.
    """
    rows = run.ask(CONTESTED).to_pylist()
    if not rows:
        return
    days = _days(run)
    found = [pair for _, held in groupby(rows, itemgetter("contest")) for pair in _pairs([*held], days)]
    unnumbered = Counter(_files(pair) for pair in found if pair.former["numbered_by"] == "goods")
    alike = {(one["one"], one["other"]): one["rows_alike"] for one in run.ask(ALIKE_ROWS).to_pylist()} if unnumbered else {}
    done = set()
    for pair in found:
        former = pair.former["item_id"]
        if former in done or (pair.former["numbered_by"] == "goods" and alike.get(_files(pair), 0) < unnumbered[_files(pair)]):
            continue
        done.add(former)
        yield former, pair.latter["item_id"], pair.basis


def _pairs(rows: Sequence[_Row], days: _Days) -> Iterator[_Pair]:
    """Yield each row of one group with the version that stands for it, which is of one file for all of them."""
    held: dict[str, dict[str, _Row]] = defaultdict(dict)
    for row in rows:
        held[row["snapshot_id"]][row["item_id"]] = row
    numbered = rows[0]["numbered_by"] != "goods"
    if len(held) < 2 or (numbered and any(len(versions) > 1 for versions in held.values())):
        return
    last = _latest(held, days)
    said = f"file of {days[last]}" if last is not None else "file, of which it is not said whether it is later: what states less counts"
    last = last or min(held, key=lambda file: (*_stated(held[file].values()), file))
    for versions in held.values():
        former = sorted((row for key, row in versions.items() if key not in held[last]), key=_order)
        latter = sorted((row for key, row in held[last].items() if key not in versions), key=_order)
        for ours, theirs in zip(former, latter, strict=False):
            if not numbered or (_agree(ours, theirs, _PARTIES) and (_agree(ours, theirs, _GOODS) or not _state(ours, theirs, _GOODS))):
                yield _Pair(ours, theirs, f"same {_numbers(ours)} stated otherwise in another {said}")


def _latest(held: Mapping[str, object], days: _Days) -> str | None:
    """Return the file that speaks for a later day than all others; None unless all say their day."""
    known = sorted((day, file) for file in held if (day := days.get(file)) is not None)
    later = len(known) == len(held) and known[-1][0] > known[-2][0]
    return known[-1][1] if later else None


def _stated(rows: Any) -> tuple[float, float]:
    masses, values = zip(*(_order(row)[:2] for row in rows), strict=True)
    return sum(masses), sum(values)


def _order(row: _Row) -> tuple[float, float, str]:
    """What a row states, least first; what it does not state is not little."""
    amounts = (row["net_mass_kg"], row["stated_value"])
    mass, value = (float("inf") if one is None else one for one in amounts)
    return mass, value, row["item_id"]


def _agree(ours: _Row, theirs: _Row, names: Sequence[str]) -> bool:
    return any(ours[name] is not None and ours[name] == theirs[name] for name in names)


def _state(ours: _Row, theirs: _Row, names: Sequence[str]) -> bool:
    """Tell whether both rows say something under one of the names."""
    return any(ours[name] is not None and theirs[name] is not None for name in names)


def _numbers(row: _Row) -> str:
    if row["numbered_by"] == "goods":
        return f"declaration {row['declaration_number']}, goods and parties,"
    told = f"declaration {row['declaration_number']}, item {row['item_number']},"
    return told if row["numbered_by"] == "item" else f"record {row['record_id']}"


def _files(pair: _Pair) -> tuple[str, str]:
    one, other = sorted((pair.former["snapshot_id"], pair.latter["snapshot_id"]))
    return one, other


def _days(run: StageRun) -> _Days:
    if not run.has("snapshots"):
        return {}
    files = run.read("snapshots", ("snapshot_id", "as_of"))
    return dict(zip(files["snapshot_id"].to_pylist(), files["as_of"].to_pylist(), strict=True))
