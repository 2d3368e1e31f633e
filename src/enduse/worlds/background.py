"""Ordinary trade: many companies with lasting relations, drawn chunk by chunk so that any number of shipments fits in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from enduse.worlds.arrays import CN_KZ, CN_US, CONTROL_START, DAYS, KZ_RU, LANES, OTHER_RU, Batch, Flags, Floats, Ints, months
from enduse.worlds.companies import Company
from enduse.worlds.goods import goods
from enduse.worlds.words import COUNTRIES

CHUNK = 100_000
LANE_SHARE = (0.52, 0.10, 0.10, 0.14, 0.14)
MIRRORED_SHARE = (0.08, 0.60, 0.0, 0.15, 0.0)
ROWS_PER_SHIPMENT = 1.112
"""Rows in the files for one shipment: mirrors, masters, revisions and copies added, months missing taken off (measured)."""
RU_GAP = ("2023-11", "2023-11")
KZ_GAP = ("2021-05", "2021-06")
TWIN_EVERY = 997
COPY_EVERY = 503
_SHARES = {"CN": 0.45, "RU": 0.32, "KZ": 0.05, "US": 0.08}
_OTHERS = ("TR", "AE", "HK", "DE", "MY")
_ELSEWHERE = np.array([COUNTRIES.index(code) for code in ("JP", "DE", "MY")])


def countries_for(count: int) -> Iterator[str]:
    """Yield the country of each background company, so many in all."""
    for country, share in _SHARES.items():
        yield from [country] * max(round(count * share), 6)
    rest = max(count - sum(max(round(count * share), 6) for share in _SHARES.values()), len(_OTHERS))
    for place in range(rest):
        yield _OTHERS[place % len(_OTHERS)]


def in_gap(lane: Ints, day: Ints) -> Flags:
    """Tell which shipments fall into a month that the importer's file lacks."""
    (ru_first, ru_last), (kz_first, kz_last) = months(*RU_GAP), months(*KZ_GAP)
    russian = (lane <= OTHER_RU) & (day >= ru_first) & (day <= ru_last)
    kazakh = (lane == CN_KZ) & (day >= kz_first) & (day <= kz_last)
    missing: Flags = russian | kazakh
    return missing


@dataclass
class Relations:
    """Who sends what to whom between which days; `share` is the running sum of how often."""

    seller: Ints
    buyer: Ints
    good: Ints
    second_good: Ints
    start: Ints
    end: Ints
    share: Floats


class Background:
    """The ordinary trade of a world; equal seeds and companies give equal chunks."""

    def __init__(self, companies: list[Company], shipments: int, seed: int) -> None:
        self.shipments = shipments
        self.seed = seed
        self.country = np.array([COUNTRIES.index(one.country) for one in companies], dtype=np.int64)
        free = [one for one in companies if not one.planted]
        self.pools = {code: np.array([one.index for one in free if one.country == code], dtype=np.int64) for code in COUNTRIES}
        self.pools[""] = np.array([one.index for one in free if one.country in _OTHERS], dtype=np.int64)
        rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, 202])))
        self.first = np.where(rng.random(len(companies)) < 0.7, 0, rng.integers(0, DAYS - 60, len(companies)))
        self.profile = rng.choice(4, size=len(companies), p=[0.55, 0.25, 0.10, 0.10])
        self.relations = [self._relate(lane, rng) for lane in range(len(LANES))]

    def _relate(self, lane: int, rng: np.random.Generator) -> Relations:
        count = max(12, int(self.shipments * LANE_SHARE[lane]) // 10)
        from_country, to_country = LANES[lane]
        sellers, buyers = self.pools[from_country], self.pools[to_country]
        seller = sellers[(len(sellers) * rng.random(count) ** 1.6).astype(np.int64)]
        buyer = buyers[(len(buyers) * rng.random(count) ** 1.6).astype(np.int64)]
        table = goods()
        ordinary, listed = table.chosen("plain"), table.chosen("chpl", "world")
        profile = self.profile[buyer]
        late = rng.integers(CONTROL_START + 10, DAYS - 90, count)
        wants = (profile == 3) | ((profile == 1) & (rng.random(count) < 0.4)) | ((profile == 2) & (rng.random(count) < 0.5))
        lasting = rng.random(count) < 0.75
        begun = np.where(lasting, rng.random(count) * 60, rng.random(count) ** 2 * (DAYS - 120)).astype(np.int64)
        start = np.maximum(self.first[buyer], begun)
        # Profile 2 takes up listed goods only after the control start.
        start = np.where(wants & (profile == 2), np.maximum(start, late), start)
        end = np.where(lasting, DAYS - 1, np.minimum(start + (60 + rng.exponential(500, count)).astype(np.int64), DAYS - 1))
        good = np.where(wants, _weighted(listed, table.weight, count, rng), _weighted(ordinary, table.weight, count, rng))
        second = np.where(
            wants & (rng.random(count) < 0.5), _weighted(listed, table.weight, count, rng), _weighted(ordinary, table.weight, count, rng)
        )
        # A relation ships at its own rate while it lasts, so that short ones hold few shipments.
        share = np.cumsum(rng.lognormal(0, 1, count) * (end - start + 1))
        return Relations(seller, buyer, good, second, start, end, share / share[-1])

    def chunks(self, first_serial: int) -> Iterator[Batch]:
        """Yield the shipments, serials from `first_serial` on."""
        done = 0
        while done < self.shipments:
            count = min(CHUNK, self.shipments - done)
            rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, 303, done])))
            yield self._chunk(count, first_serial + done, rng)
            done += count

    def _chunk(self, count: int, first_serial: int, rng: np.random.Generator) -> Batch:
        edges = np.round(np.cumsum([0.0, *LANE_SHARE]) * count).astype(np.int64)
        lane = np.repeat(np.arange(len(LANES)), np.diff(edges))
        serial = np.arange(first_serial, first_serial + count, dtype=np.int64)
        columns = [self._drawn(number, int(edges[number + 1] - edges[number]), rng) for number in range(len(LANES))]
        seller, buyer, good, day = (np.concatenate([one[place] for one in columns]) for place in range(4))
        item = np.concatenate([np.arange(len(one[0])) % 3 for one in columns])
        declaration = serial - (item == 2)
        pieces, net, gross, usd = _amounts(good, rng)
        own = self.country[seller]
        odd = rng.random(count)
        reexported = (lane == KZ_RU) & (odd < 0.85)
        elsewhere = _ELSEWHERE[rng.integers(0, len(_ELSEWHERE), count)]
        origin = np.where(reexported, COUNTRIES.index("CN"), np.where(odd > 0.96, elsewhere, own))
        batch = Batch(
            serial, declaration, day, lane, seller, buyer, self._agents(lane, rng), good, good.copy(), pieces, net, gross, usd,
            origin, own, rng.random(count), rng.random(count), rng.random(count) < np.array(MIRRORED_SHARE)[lane],
            serial % COPY_EVERY == 0, in_gap(lane, day), rng.random(count) < 0.03,
        )  # fmt: skip
        return _with_twins(batch)

    def _drawn(self, lane: int, count: int, rng: np.random.Generator) -> tuple[Ints, Ints, Ints, Ints]:
        relations = self.relations[lane]
        chosen = np.minimum(np.searchsorted(relations.share, rng.random(count)), len(relations.share) - 1)
        day = relations.start[chosen] + (rng.random(count) * (relations.end - relations.start + 1)[chosen]).astype(np.int64)
        # Every third row is a second item of the declaration before it.
        second = np.arange(count) % 3 == 2
        chosen[second] = chosen[np.flatnonzero(second) - 1]
        day[second] = day[np.flatnonzero(second) - 1]
        good = np.where(second, relations.second_good[chosen], relations.good[chosen])
        return relations.seller[chosen], relations.buyer[chosen], good, day

    def _agents(self, lane: Ints, rng: np.random.Generator) -> Ints:
        """One consignor in fifty sends on behalf of another company."""
        pool = self.pools["CN"]
        chosen = pool[rng.integers(0, len(pool), len(lane))]
        return np.where((rng.random(len(lane)) < 0.02) & (lane != CN_US), chosen, -1).astype(np.int64)


def _weighted(places: Ints, weight: Floats, count: int, rng: np.random.Generator) -> Ints:
    share = weight[places] / weight[places].sum()
    drawn: Ints = rng.choice(places, size=count, p=share)
    return drawn


def _amounts(good: Ints, rng: np.random.Generator) -> tuple[Ints, Floats, Floats, Floats]:
    """Return pieces, net and gross mass (kg) and value (USD), log-normal around the goods table."""
    table = goods()
    count = len(good)
    per_piece = table.kg_per_piece[good]
    usual = np.clip(150.0 / per_piece, 2, 50_000)
    pieces = np.maximum(np.round(usual * rng.lognormal(0, 1.0, count)), 1)
    net = np.maximum(np.round(pieces * per_piece * rng.lognormal(0, 0.08, count), 3), 0.001)
    gross = np.round(net * (1.03 + 0.1 * rng.random(count)), 3)
    usd = np.maximum(np.round(net * table.usd_per_kg[good] * rng.lognormal(0, 0.25, count), 2), 0.01)
    return np.where(table.by_mass[good], 0, pieces).astype(np.int64), net, gross, usd


def _with_twins(batch: Batch) -> Batch:
    """Make a few rows equal to the one before in all but serial: two lines of one declaration, no duplicates."""
    places = np.flatnonzero((batch.serial % TWIN_EVERY == 0) & (batch.lane != CN_US))
    places = places[places > 0]
    places = places[batch.lane[places] == batch.lane[places - 1]]
    for name, column in batch.__dict__.items():
        if name not in ("serial", "copied", "mirrored"):
            column[places] = column[places - 1]
    batch.copied[places] = False
    batch.copied[places - 1] = False
    return batch
