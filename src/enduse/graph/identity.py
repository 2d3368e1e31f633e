"""Bounds that hold whatever the answers to the open questions of identity are.

Neither putting companies together nor keeping them apart is the cautious reading: put together, goods may leave by the other's
sales; kept apart, those sales are of stock that nobody recorded. So companies joined by questions become one, which also holds all
the stock that each of them alone must have had: every answer's flows are flows of it, and its bounds hold for each. A company that
may be a supplier or an end user is neither for `at_least`; for `at_most` what it sends is supplied, and what it gets has arrived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from enduse.graph.reach import Core
from enduse.graph.rows import OTHER_GOODS, Codes, Ints, Rows

_SUPPLIERS, _END_USERS = "\U0010fffe suppliers", "\U0010ffff end users"
"""Names that sort behind every entity id, for those that may be suppliers or end users."""
Sides = tuple[Codes, Codes]
"""Codes of the suppliers and of the end users."""


@dataclass(frozen=True)
class Together:
    """Rows in which companies that may be one are one, and `sides` of these rows; `apart` are the rows as resolved.

    `one` gives the code under which a company stands among those between.
    """

    rows: Rows
    sides: Sides
    apart: Rows
    one: Codes

    def companies(self, core: Core) -> set[str]:
        """Return the companies between, each as resolved."""
        codes = np.concatenate([self.apart.consignor[core.position[core.tail >= 0]], self.apart.consignee[core.position[core.head >= 0]]])
        return {self.apart.entities[at] for at in np.unique(codes).tolist()}

    def inner(self) -> Ints:
        """Return the rows between companies that may be one: none of the core's, but in each one's own record."""
        apart = self.apart
        within = (self.one[apart.consignor] == self.one[apart.consignee]) & (apart.consignor != apart.consignee) & (apart.goods >= 0)
        return np.flatnonzero(within)


def movable(rows: Rows, pairs: Iterable[tuple[str, str]], sides: tuple[frozenset[str], frozenset[str]]) -> list[tuple[str, str]]:
    """Return the pairs that can move an answer: beside a side's own company, or another, stands one with rows of the goods asked about.

    Two of one side are counted together whatever they are; one of each side would be a question about itself.
    """
    suppliers, end_users = sides
    asked = rows.goods >= 0
    active = np.zeros(len(rows.entities), dtype=np.bool_)
    active[rows.consignor[asked]] = active[rows.consignee[asked]] = True
    found = []
    for pair in pairs:
        others = set(pair) - suppliers - end_users
        codes = rows.codes(sorted(others))
        if others and codes.size == len(others) and active[codes].all():
            found.append(pair)
    return found


def at_least_rows(rows: Rows, pairs: list[tuple[str, str]], sides: tuple[frozenset[str], frozenset[str]]) -> Together:
    """Return the rows for the lower bound."""
    both = sides[0] | sides[1]
    one = _one(rows, [pair for pair in pairs if not both.intersection(pair)])
    return Together(_renamed(rows, one, one, rows.entities), (rows.codes(sorted(sides[0])), rows.codes(sorted(sides[1]))), rows, one)


def at_most_rows(
    rows: Rows, pairs: list[tuple[str, str]], sides: tuple[frozenset[str], frozenset[str]], maybe: tuple[frozenset[str], frozenset[str]]
) -> Together:
    """Return the rows for the upper bound: who may be a supplier sends as one more supplier, who may be an end user gets as one more."""
    suppliers, end_users = sides
    one = _one(rows, [pair for pair in pairs if not (suppliers | end_users).intersection(pair)])
    more = len(rows.entities)
    sender, receiver = one.copy(), one.copy()
    for doubtful, codes, name in ((maybe[0], sender, more), (maybe[1], receiver, more + 1)):
        codes[rows.codes(sorted(doubtful))] = name
    changed = _renamed(rows, sender, receiver, (*rows.entities, _SUPPLIERS, _END_USERS))
    chosen = [np.append(rows.codes(sorted(side)), np.int32(name)) for side, name in ((suppliers, more), (end_users, more + 1))]
    return Together(changed, (chosen[0], chosen[1]), rows, one)


def _renamed(rows: Rows, sender: Codes, receiver: Codes, entities: tuple[str, ...]) -> Rows:
    # What a company sent to itself is no sale, whatever it is called on either side.
    goods = np.where(rows.consignor == rows.consignee, np.int32(OTHER_GOODS), rows.goods)
    return replace(rows, consignor=sender[rows.consignor], consignee=receiver[rows.consignee], goods=goods, entities=entities)


def _one(rows: Rows, pairs: list[tuple[str, str]]) -> Codes:
    """Return for each company the least code of those that questions join to it."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    size = len(rows.entities)
    number = np.arange(size, dtype=np.int32)
    if not pairs:
        return number
    left, right = (np.concatenate([rows.codes([pair[at]]) for pair in pairs]) for at in (0, 1))
    _, group = connected_components(coo_array((np.ones(left.size, dtype=np.int8), (left, right)), shape=(size, size)), directed=False)
    least = np.full(size, size, dtype=np.int32)
    np.minimum.at(least, group, number)
    chosen: Codes = least[group]
    return chosen
