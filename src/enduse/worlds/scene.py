"""What is planted in a world: single shipments with their truth, listings, chains, questions, claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from enduse.worlds.arrays import CN_KZ, CN_RU, CN_US, KZ_RU, OTHER_RU, Batch, day, months
from enduse.worlds.background import RU_GAP, in_gap
from enduse.worlds.companies import Company, Maker
from enduse.worlds.goods import goods
from enduse.worlds.ledger import Listing
from enduse.worlds.words import COUNTRIES

_LANES = {("CN", "RU"): CN_RU, ("KZ", "RU"): KZ_RU, ("CN", "KZ"): CN_KZ, ("CN", "US"): CN_US}


@dataclass(frozen=True)
class Amount:
    """How much one planted shipment holds; None follows from the goods table. `origin` is a country code, None the consignor's."""

    kg: float
    pieces: int | None = None
    usd: float | None = None
    origin: str | None = None


@dataclass
class Scene:
    """Collects what is planted; serials run from 1."""

    maker: Maker
    rows: list[dict[str, Any]] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    same: dict[int, int] = field(default_factory=dict)
    """Companies that are spellings of another one: index to index."""
    chains: list[dict[str, Any]] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    successions: list[dict[str, Any]] = field(default_factory=list)
    code_changes: list[dict[str, Any]] = field(default_factory=list)
    spikes: list[str] = field(default_factory=list)
    steady: list[str] = field(default_factory=list)
    namesakes: list[dict[str, Any]] = field(default_factory=list)
    dirty_share: float = 0.0
    """Share of planted rows whose names are printed in a dirty way (typos, other scripts)."""

    def company(self, country: str, **options: Any) -> Company:
        """Return a new company that ordinary trade never touches."""
        made = self.maker.make(country, **options)
        made.planted = True
        return made

    def ship(
        self, on: str | int, seller: Company, buyer: Company, hs_code: str, amount: Amount,
        declared: str | None = None, mirrored: bool = False,
    ) -> int:  # fmt: skip
        """Plant one shipment and return its serial. `declared` is the code on the form when it is not that of the goods."""
        table = goods()
        place = table.place(hs_code)
        shown = table.place(declared) if declared else place
        when = day(on) if isinstance(on, str) else on
        pieces = amount.pieces if amount.pieces is not None else max(round(amount.kg / float(table.kg_per_piece[place])), 1)
        usd = amount.usd if amount.usd is not None else round(amount.kg * float(table.usd_per_kg[place]), 2)
        rng, own = self.maker.rng, COUNTRIES.index(seller.country)
        dirty = self.dirty_share > 0 and rng.random() < self.dirty_share
        serial = len(self.rows) + 1
        self.rows.append(
            {
                "serial": serial, "declaration": serial, "day": when, "lane": _LANES.get((seller.country, buyer.country), OTHER_RU),
                "seller": seller.index, "buyer": buyer.index, "agent": -1, "good": place, "declared": shown,
                "pieces": 0 if table.by_mass[place] else pieces, "net": amount.kg, "gross": round(amount.kg * 1.06, 3), "usd": usd,
                "origin": COUNTRIES.index(amount.origin) if amount.origin else own, "dispatch": own,
                "draw_seller": 0.99 if dirty else 0.3, "draw_buyer": 0.3, "mirrored": mirrored, "copied": False, "gap": False,
                "numberless": False,
            }
        )  # fmt: skip
        return serial

    def listed(self, listing: Listing) -> None:
        """Put a company on a list."""
        self.listings.append(listing)

    def chain(self, kind: str, question: dict[str, Any], true: dict[str, Any], serials: Sequence[int]) -> None:
        """Plant the truth of one trace: what really arrived, and the rows of the story."""
        number = f"trace-{len(self.chains) + 1:03d}"
        self.chains.append({"id": number, "kind": kind, **true, "serials": list(serials)})
        self.questions.append({"id": number, "ask": "trace", **question})

    def batch(self) -> Batch:
        """Return the planted shipments."""
        batch = Batch.of(self.rows)
        batch.gap = in_gap(batch.lane, batch.day)
        return batch

    def sold(self, seller: Company, hs_codes: Sequence[str], buyers: Sequence[Company] = ()) -> dict[str, float]:
        """Return kg, pieces and dollars of the planted shipments of a seller under these declared codes (to these buyers)."""
        table = goods()
        codes = {table.place(code) for code in hs_codes}
        wanted = {one.index for one in buyers}
        rows = [
            row
            for row in self.rows
            if row["seller"] == seller.index and row["declared"] in codes and (not wanted or row["buyer"] in wanted)
        ]
        return {
            "kg": round(sum(row["net"] for row in rows), 3),
            "pieces": float(sum(row["pieces"] for row in rows)),
            "usd": round(sum(row["usd"] for row in rows), 2),
            "shipments": float(len(rows)),
        }

    def spread(self, first: str, last: str, count: int) -> list[int]:
        """Return `count` days between two days, in order; none lies in the month that the Russian file lacks."""
        (missing, until), start, end = months(*RU_GAP), day(first), day(last)
        drawn = [int(one) for one in self.maker.rng.integers(start, end + 1, count)]
        return sorted(one - 31 if missing <= one <= until else one for one in drawn)

    def mass(self, typical: float) -> float:
        """Return a log-normal mass in kg."""
        return round(float(typical * np.exp(self.maker.rng.normal(0, 0.4))), 3)
