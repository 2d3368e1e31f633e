"""What is true of the shipments as a whole, counted while they are written: who imported what when, which rows are duplicates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from enduse.worlds.arrays import CN_KZ, CN_RU, CN_US, CONTROL_START, KZ_RU, Batch, Flags, Ints, day
from enduse.worlds.companies import Company
from enduse.worlds.goods import goods
from enduse.worlds.manifests import house_pairs, revised

NEVER = 1_000_000


@dataclass(frozen=True)
class Listing:
    """One designation of one company; `started_on` may be partial, or None when the list does not date it."""

    company: Company
    list_name: str
    external_id: str
    started_on: str | None
    program: str
    listed_on: str | None = None
    reason: str = ""
    names: tuple[str, ...] = ()
    alone: bool = False
    """True: the names stand on the list without any number."""

    @property
    def first_days(self) -> tuple[int, int]:
        """The first and last day on which it may have begun to have effect."""
        if self.started_on is None:
            return -1, NEVER
        if len(self.started_on) == 7:
            return day(self.started_on + "-01"), day(self.started_on + "-28") + 2
        return day(self.started_on), day(self.started_on)


class Ledger:
    """Counts over every batch written. Companies are counted as the one company they truly are (`same` maps spellings together)."""

    def __init__(self, companies: list[Company], listings: list[Listing], same: dict[int, int]) -> None:
        count = len(companies)
        self.companies = companies
        self.true = np.arange(count, dtype=np.int64)
        for one, other in same.items():
            self.true[one] = other
        self.before = np.zeros(count, np.int64)
        self.listed_before = np.zeros(count, np.int64)
        self.listed_after = np.zeros(count, np.int64)
        self.seen = np.zeros(count, np.int64)
        self.sure = np.full(count, NEVER, np.int64)
        self.may = np.full(count, NEVER, np.int64)
        for listing in listings:
            first, last = listing.first_days
            self.may[listing.company.index] = min(self.may[listing.company.index], first)
            self.sure[listing.company.index] = min(self.sure[listing.company.index], last)
        self.duplicates = dict.fromkeys(("equal_row", "mirror", "master_of_house", "revision"), 0)
        self.after_listing: dict[str, list[int]] = {"yes": [], "cannot_tell": []}
        self.other_origin: dict[str, list[int]] = {"yes": [], "admissible": []}
        self.shipments = 0

    def count(self, batch: Batch) -> None:
        """Add a batch."""
        self.shipments += len(batch)
        visible = ~batch.gap | batch.mirrored
        self._importers(batch.where(visible))
        self._listed(batch.where(visible))
        self._made_elsewhere(batch)
        self.duplicates["mirror"] += int((batch.mirrored & ~batch.gap).sum())
        twice = (batch.lane == CN_US) | (batch.mirrored & ((batch.lane == CN_RU) | (batch.lane == CN_KZ)))
        self.duplicates["equal_row"] += int((batch.copied & twice).sum())
        bills = batch.where(batch.lane == CN_US)
        if len(bills):
            self.duplicates["master_of_house"] += int(house_pairs(bills).sum())
            self.duplicates["revision"] += int(revised(bills).sum())

    def _importers(self, batch: Batch) -> None:
        size = len(self.companies)
        buyer, seller = self.true[batch.buyer], self.true[batch.seller]
        listed = goods().on_list[batch.declared]
        early = batch.day < CONTROL_START
        self.before += _counted(buyer, early, size)
        self.listed_before += _counted(buyer, early & listed, size)
        self.listed_after += _counted(buyer, ~early & listed, size)
        everybody = np.ones(len(batch), dtype=np.bool_)
        self.seen += _counted(buyer, everybody, size) + _counted(seller, everybody, size)
        self.seen += _counted(np.maximum(batch.agent, 0), batch.agent >= 0, size)

    def _listed(self, batch: Batch) -> None:
        agent_sure = np.where(batch.agent >= 0, self.sure[batch.agent], NEVER)
        sure = np.minimum(np.minimum(self.sure[batch.seller], self.sure[batch.buyer]), agent_sure)
        may = np.minimum(self.may[batch.seller], self.may[batch.buyer])
        yes = batch.day >= sure
        self.after_listing["yes"] += batch.serial[yes].tolist()
        self.after_listing["cannot_tell"] += batch.serial[~yes & (batch.day >= may)].tolist()

    def _made_elsewhere(self, batch: Batch) -> None:
        """FX-06 is asked about listed consignees; of the others a yes is neither right nor wrong here."""
        both_stated = ((batch.lane == CN_KZ) & ~batch.gap) | ((batch.lane == KZ_RU) & batch.mirrored)
        differ = batch.where(both_stated & (batch.origin != batch.dispatch))
        # A mirrored shipment is counted on the Russian side, which states no country of dispatch.
        asked = (self.may[differ.buyer] < NEVER) & ((differ.lane == CN_KZ) | differ.gap)
        self.other_origin["yes"] += differ.serial[asked].tolist()
        self.other_origin["admissible"] += differ.serial[~asked].tolist()

    def flags(self) -> dict[str, Any]:
        """Return what RF-01, RF-02, RF-40 and FX-06 must say; companies by id, shipments by serial."""
        russian = np.array([one.country == "RU" for one in self.companies])
        kazakh = np.array([one.country == "KZ" for one in self.companies])
        taken_up = (self.listed_after > 0) & (self.true == np.arange(len(self.true)))
        first_ever, switched = taken_up & (self.before == 0), taken_up & (self.before > 0) & (self.listed_before == 0)
        return {
            "RF-01": {"yes": self._keys(first_ever & russian), "cannot_tell": self._keys(first_ever & kazakh)},
            "RF-02": {"yes": self._keys(switched & russian), "cannot_tell": self._keys(switched & kazakh)},
            "RF-40": dict(self.after_listing),
            "FX-06": dict(self.other_origin),
        }

    def _keys(self, chosen: Flags) -> list[str]:
        return [self.companies[int(place)].key for place in np.flatnonzero(chosen)]


def _counted(company: Ints, chosen: Flags, size: int) -> Ints:
    return np.bincount(company[chosen], minlength=size).astype(np.int64)
