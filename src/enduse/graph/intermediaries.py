"""How much of the goods that arrived passed through one intermediary: exactly at least and at most.

The most is a maximum flow where goods cannot come back to the company. All else is a linear programme: two layers of the
closed-world network share its capacities, one for goods that have not passed the intermediary and one for goods that have;
its sales move goods from the first to the second. All that the suppliers sold must go somewhere. Where that is too much to compute,
maximum flows give bounds that hold and may be wider.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from enduse.graph.network import FIRST, REST, SINK, SOURCE, Network, flow_value
from enduse.graph.rows import Codes, Flags, Ints

if TYPE_CHECKING:
    from scipy.sparse import coo_array


@dataclass(frozen=True)
class Merged:
    """A network whose parallel arcs are one; `tail` and `head` number the nodes that have arcs.

    `seller` is the code of the company between whose sales on a way an arc stands for, -1 for every other arc.
    """

    tail: Ints
    head: Ints
    capacity: Ints
    block_of: Ints
    """The block behind each node number; negative for source, sink and rest."""
    nodes: int
    to_sink: Flags
    from_source: Flags
    seller: Ints


def merged(network: Network, consignor: Codes) -> Merged:
    """Return the arcs of the network, parallel ones of one company added up, direct sales and empty arcs left out.

    `consignor` says for each leg which company sold it: where several may be one, they share their nodes.
    """
    keep = np.flatnonzero((network.capacity > 0) & ~((network.tail == SOURCE) & ((network.head == SINK) | (network.head == REST))))
    sold = (network.leg[keep] >= 0) & (network.tail[keep] >= FIRST)
    seller = np.full(keep.size, -1, dtype=np.int64)
    seller[sold] = consignor[network.leg[keep][sold]]
    order = np.lexsort((seller, network.head[keep], network.tail[keep]))
    tail, head, seller = network.tail[keep][order], network.head[keep][order], seller[order]
    fresh = np.ones(keep.size, dtype=np.bool_)
    fresh[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1]) | (seller[1:] != seller[:-1])
    capacity = np.zeros(int(fresh.sum()), dtype=np.int64)
    np.add.at(capacity, np.cumsum(fresh) - 1, network.capacity[keep][order])
    tail, head, seller = tail[fresh], head[fresh], seller[fresh]
    present, ends = np.unique(np.concatenate([tail, head]), return_inverse=True)
    return Merged(ends[: tail.size], ends[tail.size :], capacity, present - FIRST, int(present.size), head == SINK, tail == SOURCE, seller)


def inside_of(one: Merged, block_node: Codes, node: int) -> Flags:
    """Return which of the merged network's nodes are blocks of the intermediary `node`."""
    inside = np.zeros(one.nodes, dtype=np.bool_)
    blocks = one.block_of >= 0
    inside[blocks] = block_node[one.block_of[blocks]] == node
    return inside


def most_passing(one: Merged, inside: Flags) -> float | None:
    """Return the most that can have arrived through the company, by one maximum flow; None when goods may come back to it.

    Where nothing that left the company can return, the ways to it and the ways from it share no arc, so that what passes it
    is an ordinary flow over these two parts. What else the suppliers sold can always be added to such a flow.
    """
    before, behind = _reached(one.head, one.tail, inside), _reached(one.tail, one.head, inside)
    if (before & behind & ~inside).any():
        return None
    to, beyond = before | inside, behind | inside
    part = np.flatnonzero((to[one.tail] & to[one.head]) | (beyond[one.tail] & beyond[one.head]))
    ends = _ends(one)
    if ends is None or not (before[ends[0]] and behind[ends[1]]):
        return 0.0
    return float(flow_value(one.tail[part], one.head[part], one.capacity[part], *ends))


def at_most_passing(one: Merged, inside: Flags) -> float:
    """Return no less than can have arrived through the company: what can have come to it, or from it to the end users."""
    ends = _ends(one)
    if ends is None or not inside.any():
        return 0.0
    # All that the company held at any time is one node.
    company = int(np.flatnonzero(inside)[0])
    tail, head = (np.where(inside[nodes], company, nodes) for nodes in (one.tail, one.head))
    part = np.flatnonzero(tail != head)
    ways = ((ends[0], company), (company, ends[1]))
    return float(min(flow_value(tail[part], head[part], one.capacity[part], *way) for way in ways))


def at_most_without(one: Merged, sales: Flags) -> float:
    """Return the most that can have arrived without these sales."""
    ends, part = _ends(one), np.flatnonzero(~sales)
    if ends is None or not part.size:
        return 0.0
    return float(flow_value(one.tail[part], one.head[part], one.capacity[part], *ends))


def _ends(one: Merged) -> tuple[int, int] | None:
    """Return the numbers of source and sink; None where one of them has no arcs, so that nothing can have arrived."""
    found = [np.flatnonzero(one.block_of == end - FIRST) for end in (SOURCE, SINK)]
    return (int(found[0][0]), int(found[1][0])) if all(at.size for at in found) else None


def _reached(tail: Ints, head: Ints, start: Flags) -> Flags:
    """Return which nodes can be reached from those marked, themselves left out unless they lie on a way back."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import breadth_first_order

    inner = np.flatnonzero(start)
    root = start.size
    # One extra node stands before all marked ones, so that one search is enough.
    tails, heads = np.concatenate([tail, np.full(inner.size, root)]), np.concatenate([head, inner])
    graph = coo_array((np.ones(tails.size, dtype=np.int8), (tails, heads)), shape=(root + 1, root + 1)).tocsr()
    found = np.zeros(root + 1, dtype=np.bool_)
    found[breadth_first_order(graph, root, return_predecessors=False)] = True
    return found[:root]


def passing(one: Merged, sales: Flags, least: bool) -> float | None:
    """Return the least (or the most) that can have arrived having passed one of these arcs; None when the solver finds no answer."""
    from scipy.optimize import linprog
    from scipy.sparse import coo_array

    arcs = one.tail.size
    equal, wanted = _conservation(one, sales)
    scale = float(max(1, one.capacity.max(initial=1)))
    capacity = one.capacity / scale
    # Goods fresh from the suppliers have passed nobody, and the suppliers' sales all happen; what has passed stays so.
    upper = np.concatenate([capacity, np.where(one.from_source, 0.0, capacity)])
    lower = np.concatenate([np.where(one.from_source, capacity, 0.0), np.zeros(arcs)])
    arc = np.arange(arcs)
    shared = coo_array((np.ones(2 * arcs), (np.concatenate([arc, arc]), np.concatenate([arc, arc + arcs]))), shape=(arcs, 2 * arcs)).tocsr()
    sign = 1.0 if least else -1.0
    aim = sign * np.concatenate([one.to_sink & sales, one.to_sink]).astype(np.float64)
    limits = np.column_stack([lower, upper])
    solved = linprog(aim, A_ub=shared, b_ub=capacity, A_eq=equal, b_eq=wanted, bounds=limits, method="highs")
    return sign * float(solved.fun) * scale if solved.status == 0 else None


def _conservation(one: Merged, sales: Flags) -> tuple[coo_array, Ints]:
    """Return the rows that say: what enters a node leaves it, in each layer; by these sales goods pass to the second."""
    from scipy.sparse import coo_array

    arcs = one.tail.size
    inner = np.flatnonzero(one.block_of >= 0)
    row_of = np.full(one.nodes, -1, dtype=np.int64)
    row_of[inner] = np.arange(inner.size)
    count = inner.size
    rows, columns, values = [], [], []
    for layer in (0, 1):
        for ends, sign in ((one.head, 1.0), (one.tail, -1.0)):
            at = np.flatnonzero(row_of[ends] >= 0)
            second = (layer == 1) | (sales[at] & (sign > 0))
            rows.append(row_of[ends[at]] + np.where(second, count, 0))
            columns.append(at + layer * arcs)
            values.append(np.full(at.size, sign))
    matrix = coo_array((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(2 * count, 2 * arcs))
    return matrix.tocsr(), np.zeros(2 * count, dtype=np.int64)
