"""Do bounds hold what companies truly sent, although their mentions are not all joined? On invented worlds with known truth.

python benchmarks/identity_bounds.py [N] [SEEDS]      (default 5,000 shipments, 5 seeds)

Of every supplier of every consignee the company with most rows is looked at, as a reader would find it by name. True is the net mass on the
counted rows from all companies that truly are that supplier to all that truly are that consignee.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections import Counter, defaultdict
from typing import NamedTuple

from enduse import Workspace
from enduse.worlds.scoring_companies import recognise
from measuring import filled

SLACK = 1e-6


def main(shipments: int, seeds: int) -> None:
    """Simulate and resolve one world a seed; print how often the mass sent lies within the bounds."""
    found: list[Sent] = []
    for case, truth in filled(shipments, seeds):
        found += measured(case.connect(), json.loads(truth.read_text()))
    print(f"{seeds} worlds of {shipments:,} shipments")
    for label, chosen in (("all", found), ("resolved as several companies", [one for one in found if one.several])):
        print(f"  suppliers of a consignee, {label}: {len(chosen):,}")
        if chosen:
            resolved, inside = (statistics.mean(told) for told in ([one.exact for one in chosen], [one.inside for one in chosen]))
            widths = [one.width for one in chosen if one.width is not None]
            print(f"    true mass: equal to the sum as resolved {resolved:.3f}; within the bounds {inside:.3f}")
            print(f"    width of the bounds in true masses: median {statistics.median(widths):.3f}, mean {statistics.mean(widths):.3f}")


class Sent(NamedTuple):
    """What one supplier sent to one consignee, as told and as it was."""

    several: bool
    exact: bool
    inside: bool
    width: float | None
    """In true masses; null where a row states none, so that the bounds are open."""


def measured(case: Workspace, truth: dict[str, object]) -> list[Sent]:
    """Return what is told of each supplier of each consignee."""
    companies = recognise(truth, case.table("mentions"), case.table("entity_mentions")).companies
    company = {entity: name for name, entities in companies.items() for entity in entities}
    masses = dict(zip(*(case.table("shipments")[name].to_pylist() for name in ("shipment_id", "net_mass_kg")), strict=True))
    true: dict[tuple[str, str], float] = defaultdict(float)
    rows: Counter[tuple[str, str]] = Counter()
    for leg in case.table("legs").select(["shipment_id", "consignor_id", "consignee_id"]).to_pylist():
        sender, buyer = (company.get(leg[end]) for end in ("consignor_id", "consignee_id"))
        if sender is not None and buyer is not None and sender != buyer:
            true[sender, buyer] += masses[leg["shipment_id"]] or 0.0
            rows[leg["consignor_id"], buyer] += 1
    found = []
    for buyer in sorted({one for _, one in true}):
        told = {one["entity"]: one for one in case.suppliers(sorted(companies[buyer])).suppliers}
        for sender in sorted(one for one, other in true if other == buyer):
            several = [entity for entity in sorted(companies[sender]) if rows[entity, buyer]]
            supplier, total = told[max(several, key=lambda one: rows[one, buyer])], true[sender, buyer]
            bounds, slack = supplier["bounds"]["net_mass_kg"], SLACK * max(total, 1.0)
            least, most = bounds["at_least"] or 0.0, bounds["at_most"]
            found.append(
                Sent(
                    len(several) > 1,
                    abs((supplier["net_mass_kg"] or 0.0) - total) <= slack,
                    least <= total + slack and (most is None or total <= most + slack),
                    None if most is None or not total else (most - least) / total,
                )
            )
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
