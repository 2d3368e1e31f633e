"""One shipment in the exporter's and in the importer's records: linked one to one, counted on the importer's side.

The importer's record is kept because duty depends on it, so that customs check it more closely; the exporter's stays
readable and linked. Where anything stated speaks against, both stay counted.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from enduse.engine import Step
from enduse.records.conversions import put_ids
from enduse.records.names import contradict, sound
from enduse.records.parameters import MIRROR_DAYS, MIRROR_MASS_TOLERANCE, MIRROR_NAME_SIMILARITY
from enduse.store import StageRun

OPPOSITE = Step.load("enduse.records", "opposite_records.sql")
NAMES = Step.load("enduse.records", "side_names.sql")
PAIRS = Step.load("enduse.records", "mirror_pairs.sql")
OTHERS = Step.load("enduse.records", "mirror_others.sql")

BATCH_ROWS = 50_000
PARTNERS_LOOKED_AT = 10
ROUNDS_MAX = 5
_SIDE_KEYS = pa.schema([("mention_id", pa.string()), ("name_key", pa.string())])
_TOLD = ("exporter", "importer", "hs", "equal_sides", "equal_role", "mass_gap", "gap_days")
ID_LENGTH_MIN = 8
"""A tax id counts as an equal name from this many characters on; shorter numbers repeat."""


def mirrored(run: StageRun, superseded: Collection[str]) -> list[tuple[str, str, str]]:
    """Return (export record, import record, basis) of shipments that stand in two countries' records.

    `superseded` are rows that are not counted for another reason. Where a record has more possible partners than are looked
    at, those left over are looked at again without the ones already paired.
    """
    reporters = {(one["reporter"], one["direction"]) for one in run.ask(OPPOSITE).to_pylist()}
    exporters = {reporter for reporter, direction in reporters if direction == "export"}
    importers = {reporter for reporter, direction in reporters if direction == "import"}
    if not any(one != other for one in exporters for other in importers):
        return []
    names = _put_keys(run)
    found: list[tuple[str, str, str]] = []
    for _ in range(ROUNDS_MAX):
        new, crowded = _round(run, names)
        found.extend(new)
        if not new or not crowded:
            break
        put_ids(run, "not_counted", [*superseded, *(one for pair in found for one in pair[:2])])
    run.put("side_keys", _SIDE_KEYS.empty_table())
    return found


def _round(run: StageRun, names: dict[str, str]) -> tuple[list[tuple[str, str, str]], bool]:
    """Return the pairs found among the rows still free, and whether some record had more partners than were looked at."""
    pairs = run.ask(PAIRS, days=run.parameter(MIRROR_DAYS), tolerance=run.parameter(MIRROR_MASS_TOLERANCE), best=PARTNERS_LOOKED_AT)
    run.put("mirror_candidates", pairs)
    against = _against(run.ask(OTHERS).to_pylist(), names, run.parameter(MIRROR_NAME_SIMILARITY))
    run.put("mirror_candidates", pairs.slice(0, 0))
    return _matched(pairs, against), bool(pc.any(pairs["crowded"]).as_py())


def _put_keys(run: StageRun) -> dict[str, str]:
    """Make side_keys readable in SQL: what two names must share to be equal; return {mention_id: name}."""
    names: dict[str, str] = {}
    mentions: list[str] = []
    keys: list[str] = []
    for row in run.ask(NAMES).to_pylist():
        names[row["mention_id"]] = row["name"] or ""
        found = _keys(row["name"], row["tax_id"])
        mentions.extend([row["mention_id"]] * len(found))
        keys.extend(found)
    run.put("side_keys", pa.table([mentions, keys], schema=_SIDE_KEYS))
    return names


def _keys(name: str | None, tax_id: str | None) -> list[str]:
    found = [one] if name and (one := sound(name)) else []
    number = "".join(letter for letter in tax_id or "" if letter.isalnum()).upper()
    return [*found, *([f"id:{number}"] if len(number) >= ID_LENGTH_MIN else [])]


def _against(others: list[dict[str, str]], names: dict[str, str], similarity: float) -> set[tuple[str, str]]:
    """Return the pairs of records whose names on the other side all contradict each other."""
    verdicts: dict[tuple[str, str], bool] = {}
    for row in others:
        pair = (row["export_id"], row["import_id"])
        says_no = contradict(names[row["export_mention"]], names[row["import_mention"]], similarity) is True
        verdicts[pair] = verdicts.get(pair, True) and says_no
    return {pair for pair, says_no in verdicts.items() if says_no}


def _matched(pairs: pa.Table, against: set[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Return the pairs taken best first, each record once; ties are broken by id, so order of input does not matter."""
    ordered = pairs.sort_by(
        [("equal_sides", "descending"), *((one, "ascending") for one in ("gap", "gap_days", "place_gap", "export_id", "import_id"))]
    )
    taken: set[str] = set()
    found: list[tuple[str, str, str]] = []
    for batch in ordered.to_batches(max_chunksize=BATCH_ROWS):
        ids = zip(batch.column("export_id").to_pylist(), batch.column("import_id").to_pylist(), strict=True)
        told = {name: batch.column(name).to_pylist() for name in _TOLD}
        for place, (export, kept) in enumerate(ids):
            if export in taken or kept in taken or (export, kept) in against:
                continue
            taken.update((export, kept))
            found.append((export, kept, _basis({name: values[place] for name, values in told.items()})))
    return found


def _basis(pair: dict[str, Any]) -> str:
    both = pair["equal_sides"] == 2
    sides = "consignor and consignee agree" if both else f"{pair['equal_role']} agrees, the other side does not contradict"
    amount = "equal quantity" if pair["mass_gap"] is None else f"net mass {pair['mass_gap']:.1%} apart"
    return (
        f"export record of {pair['exporter']} and import record of {pair['importer']}: HS {pair['hs']}, {sides}, {amount}, "
        f"dates {pair['gap_days']} days apart"
    )
