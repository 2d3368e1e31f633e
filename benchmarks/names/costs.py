"""What each side used, and our share of what the anchor used."""

from __future__ import annotations

from collections.abc import Sequence

from names.table import Row, Table
from names.turns import Turns


def costs(table: Table, benchmark: str, done: Sequence[Turns], cases: int, reach: float | None = None) -> None:
    """Add processor time a case and peak memory of each side, and the ratio of ours to the first anchor's.

    `reach` is the most that the ratio of processor time may be.
    """
    for one in done:
        table.add(Row(benchmark, "CPU us a case", one.side.name, "all", cases, 1e6 * one.cpu_seconds / cases))
        table.add(Row(benchmark, "peak MB", one.side.name, "all", cases, one.peak_mb))
    if len(done) > 1:
        own, other = done[0], done[1]
        ratio = own.cpu_seconds / other.cpu_seconds
        table.add(Row(benchmark, f"CPU, ratio to {other.side.name}", own.side.name, "all", cases, ratio, reach, at_most=True))
        table.add(Row(benchmark, f"memory, ratio to {other.side.name}", own.side.name, "all", cases, own.peak_mb / other.peak_mb))
