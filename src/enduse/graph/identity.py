"""Bounds that hold whatever the answers to the open questions of identity are.

Neither putting companies together nor keeping them apart is the cautious reading: put together, goods may leave by the other's
sales; kept apart, those sales are of stock that nobody recorded. So companies joined by questions become one, which also holds all
the stock that each of them alone must have had: every answer's flows are flows of it, and its bounds hold for each. A company that
may be a supplier or an end user is neither for `at_least`; for `at_most` what it sends is supplied, and what it gets has arrived.
For what passed one company between it stands on no way: see `passing_rows`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from enduse.graph.reach import Core
from enduse.graph.rows import OTHER_GOODS, Codes, Flags, Ints, Rows

_SUPPLIERS, _END_USERS, _OTHERS = "\U0010ffff 1 suppliers", "\U0010ffff 2 end users", "\U0010ffff 3 others"
"""Names that sort behind every entity id: for those that may be suppliers or end users, and for whoever sends what came from neither."""
Sides = tuple[Codes, Codes]
"""Codes of the suppliers and of the end users."""
Named = tuple[frozenset[str], frozenset[str]]
"""Ids of the suppliers and of the end users."""


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


def movable(rows: Rows, pairs: Iterable[tuple[str, str]], sides: Named) -> list[tuple[str, str]]:
    """Return the pairs that can move an answer: they join companies with rows of the goods asked about, or lead on between such.

    Two of one side are counted together whatever they are; one of each side would be a question about itself.
    """
    own = sides[0] | sides[1]
    found = [pair for pair in pairs if not own.issuperset(pair)]
    asked = rows.goods >= 0
    trading = np.zeros(len(rows.entities), dtype=np.bool_)
    trading[rows.consignor[asked]] = trading[rows.consignee[asked]] = True
    ends = own | {one for one in set(chain.from_iterable(found)) if trading[rows.codes([one])].any()}
    while True:
        # Who has no such rows, and may be one other or several of those asked about only, leads nowhere.
        others: dict[str, set[str]] = defaultdict(set)
        for pair in found:
            for one, other in (pair, pair[::-1]):
                others[one].add(_END_USERS if other in own else other)
        kept = [pair for pair in found if all(one in ends or len(others[one]) > 1 for one in pair)]
        if len(kept) == len(found):
            return kept
        found = kept


def at_least_rows(rows: Rows, one: Codes, sides: Named) -> Together:
    """Return the rows for the lower bound of what arrived in all; `one` are the codes of `joined`."""
    return _together(rows, one, sides, one, one)


def at_most_rows(rows: Rows, one: Codes, sides: Named, maybe: Named) -> Together:
    """Return the rows for the upper bound of what arrived in all: who may be of a side is one more supplier, or one more end user."""
    more = _codes_behind(rows)
    sender, receiver = (np.where(rows.marked(doubtful), more[side], one) for side, doubtful in enumerate(maybe))
    return _together(rows, one, sides, sender, receiver)


def passing_rows(rows: Rows, one: Codes, sides: Named, maybe: frozenset[str]) -> tuple[Together, Together, Flags]:
    """Return the rows for the least and for the most that passed one company between, and which companies may be of a side (`maybe`).

    Who may be of a side, and all that may be one with it, ends each way: for the least nothing goes on from it, for the most it supplies
    what it sends and has received what it gets. So what passed a company before or behind it counts in either answer as much as it can.
    """
    suppliers, end_users, others = _codes_behind(rows)
    ending = np.isin(one, one[rows.marked(maybe)])
    least = _together(rows, one, sides, np.where(ending, others, one), one)
    return least, _together(rows, one, sides, np.where(ending, suppliers, one), np.where(ending, end_users, one)), ending


def _codes_behind(rows: Rows) -> Codes:
    """Return the codes of `_SUPPLIERS`, `_END_USERS` and `_OTHERS`, which stand behind all companies."""
    return np.arange(3, dtype=np.int32) + np.int32(len(rows.entities))


def _together(rows: Rows, one: Codes, sides: Named, sender: Codes, receiver: Codes) -> Together:
    """Return the rows in which each company sends and gets under these codes."""
    # What a company sent to itself is no sale, whatever it is called on either side.
    goods = np.where(rows.consignor == rows.consignee, np.int32(OTHER_GOODS), rows.goods)
    names = (*rows.entities, _SUPPLIERS, _END_USERS, _OTHERS)
    changed = replace(rows, consignor=sender[rows.consignor], consignee=receiver[rows.consignee], goods=goods, entities=names)
    suppliers, end_users = (np.append(rows.codes(sorted(side)), more) for side, more in zip(sides, _codes_behind(rows)[:2], strict=True))
    return Together(changed, (suppliers, end_users), rows, one)


def joined(rows: Rows, pairs: list[tuple[str, str]], sides: Named) -> Codes:
    """Return for each company the least code of those that questions join to it, over companies without rows too, none of a side."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    own = sides[0] | sides[1]
    between = [pair for pair in pairs if not own.intersection(pair)]
    size = len(rows.entities)
    number = np.arange(size, dtype=np.int32)
    if not between:
        return number
    ids = sorted(set(chain.from_iterable(between)))
    place = {entity: at for at, entity in enumerate(ids)}
    left, right = (np.array([place[pair[at]] for pair in between]) for at in (0, 1))
    _, group = connected_components(
        coo_array((np.ones(left.size, dtype=np.int8), (left, right)), shape=(len(ids), len(ids))), directed=False
    )
    with_rows = [(at, code) for at, entity in enumerate(ids) for code in rows.codes([entity]).tolist()]
    groups, codes = group[[at for at, _ in with_rows]], np.array([code for _, code in with_rows], dtype=np.int32)
    least = np.full(len(ids), size, dtype=np.int32)
    np.minimum.at(least, groups, codes)
    number[codes] = least[groups]
    return number
