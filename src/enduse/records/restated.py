"""One item that two files state differently: a corrected or recalculated row, whose goods moved once.

The file that speaks for the latest day counts. Where files do not all say their day, or say the same, that counts which states the
least: what is said to have moved at least is then true whichever of them is right. Where two such files print different tax ids, whose
goods they are cannot be told, and both rows stay counted.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from enduse.engine import Step
from enduse.store import StageRun

VERSIONS = Step.load("enduse.records", "item_versions.sql")
ALIKE_ROWS = Step.load("enduse.records", "alike_rows.sql")
_PARTIES = ("consignee_tax_id", "consignee_name", "consignor_name")
_GOODS = ("goods_code", "goods_description")
_TAX_IDS = ("consignor_tax_id", "consignee_tax_id")
_AMOUNTS = (
    (None, "net_mass_kg"),
    (None, "declared_value_usd"),
    ("customs_currency", "customs_value"),
    ("invoice_currency", "invoice_value"),
)
"""(currency, amount), in the order in which they say which version states less: none beside an amount in another currency."""
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
    rows = run.ask(VERSIONS).to_pylist()
    if not rows:
        return
    days = _days(run)
    found = [pair for _, held in groupby(rows, itemgetter("first_version")) for pair in _pairs([*held], days)]
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
    order = _Order(rows)
    said = f"file of {days[last]}" if last is not None else "file, of which it is not said whether it is later: what states less counts"
    kept = last or min(held, key=lambda file: (*order.sums(held[file].values()), file))
    for versions in held.values():
        former = sorted((row for key, row in versions.items() if key not in held[kept]), key=order.of)
        latter = sorted((row for key, row in held[kept].items() if key not in versions), key=order.of)
        for ours, theirs in zip(former, latter, strict=False):
            if numbered and not _one_item(ours, theirs):
                continue
            if last is not None or not any(_differ(ours[name], theirs[name]) for name in _TAX_IDS):
                yield _Pair(ours, theirs, f"same {_numbers(ours)} stated otherwise in another {said}")


def _latest(held: Mapping[str, object], days: _Days) -> str | None:
    """Return the file that speaks for a later day than all others; None unless all say their day."""
    known = sorted((day, file) for file in held if (day := days.get(file)) is not None)
    later = len(known) == len(held) and known[-1][0] > known[-2][0]
    return known[-1][1] if later else None


class _Order:
    """Versions of one item by what they state, least first; what one does not state is not little."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        # Amounts in two currencies do not say which is less.
        self._names = [name for currency, name in _AMOUNTS if currency is None or len({row[currency] for row in rows}) == 1]

    def of(self, row: _Row) -> tuple[Any, ...]:
        return *self._amounts(row), row["item_id"]

    def sums(self, rows: Iterable[_Row]) -> tuple[float, ...]:
        return tuple(map(sum, zip(*map(self._amounts, rows), strict=True)))

    def _amounts(self, row: _Row) -> tuple[float, ...]:
        return tuple(float("inf") if row[name] is None else row[name] for name in self._names)


def _one_item(ours: _Row, theirs: _Row) -> bool:
    """Tell whether two rows under one number share a party, and goods where both state them: serial numbers begin anew."""
    stated = [name for name in _GOODS if ours[name] is not None and theirs[name] is not None]
    return _share(ours, theirs, _PARTIES) and (not stated or _share(ours, theirs, stated))


def _share(ours: _Row, theirs: _Row, names: Sequence[str]) -> bool:
    return any(ours[name] is not None and ours[name] == theirs[name] for name in names)


def _differ(ours: str | None, theirs: str | None) -> bool:
    return ours is not None and theirs is not None and ours != theirs


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
