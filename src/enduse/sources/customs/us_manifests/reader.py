"""United States manifests: bill keys, kinds of bills, revisions by snapshot, masses recomputed from the printed unit."""

from __future__ import annotations

from functools import partial

from enduse.sources.catalog import SourceDefinition
from enduse.sources.customs.cells import Refusal, number_of
from enduse.sources.customs.converting import Rows
from enduse.sources.customs.layout import layout_of
from enduse.sources.customs.reading import read_as
from enduse.sources.emitting import Emission, InputFile

UNITS = {"K": 1.0, "KG": 1.0, "KGS": 1.0, "L": 0.45359237, "LB": 0.45359237, "LBS": 0.45359237}
"""Kilograms in the printed unit; other codes are unverified, and the provider's conversion is kept for them."""
TOLERANCE = 0.01
NOTHING = frozenset({"", "NULL", "N/A", "NA", "-", "0"})


def read(source: SourceDefinition, file: InputFile, emit: Emission) -> None:
    """Emit every bill of `file`; raises SourceDrift or UnreadableFile."""
    layout = layout_of(source.layout, f"{source.id}/source.yml")
    revision = int(f"{file.as_of:%Y%m%d}") if file.as_of else None
    differing: list[int] = []
    read_as(layout, source, file, emit, partial(_bills, revision=revision, differing=differing))
    if any(differing):
        emit.note(f"{sum(differing)} rows: WEIGHT_IN_KG is not WEIGHT in its unit; the latter was taken")


def _bills(rows: Rows, revision: int | None, differing: list[int]) -> None:
    """Key bills by bill, voyage and manifest; recompute masses; number revisions by the day the file speaks for."""
    voyages, manifests = (rows.cells(header) or [""] * len(rows) for header in ("VOYAGE", "MANIFEST_NO"))
    for name in ("bill_number", "master_bill_number"):
        rows.columns[name] = [
            None if bill is None else " / ".join([bill, *(one.strip() for one in arrival if one.strip().upper() not in NOTHING)])
            for bill, *arrival in zip(rows.columns[name], voyages, manifests, strict=True)
        ]
    rows.columns["revision"] = [revision] * len(rows)
    differing.append(_masses(rows))


def _masses(rows: Rows) -> int:
    """Take the printed weight in its unit where both can be read; return in how many rows the provider's kilograms differ."""
    printed, units = rows.cells("WEIGHT"), rows.cells("WEIGHT_UNIT")
    masses = rows.columns["gross_mass_kg"]
    differing = 0
    if printed is None or units is None:
        return 0
    for at, (weight, unit) in enumerate(zip(printed, units, strict=True)):
        factor = UNITS.get(unit.strip().upper())
        number = number_of(weight.strip(), ".", None)
        if factor is None or isinstance(number, Refusal) or number <= 0:
            continue
        kilograms = round(number * factor, 6)
        if masses[at] is None or abs(masses[at] - kilograms) > TOLERANCE * kilograms:
            differing += masses[at] is not None
            masses[at] = kilograms
    return differing
