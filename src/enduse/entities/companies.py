"""Finished companies in columns: their ids, their mentions, the name and the country that stand on most rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from enduse.entities.clusters import Clusters
from enduse.entities.known import completed
from enduse.entities.mentions import Mentions
from enduse.entities.postings import expand
from enduse.entities.values import NONE, Column
from enduse.store import numbered, ordered, starts_of
from enduse.terms.ids import ENTITY, hash_of

Ints = NDArray[np.int64]
_IDS = pa.schema([("mention_id", pa.string()), ("entity_id", pa.string())])


def entity_id_of(mention_id: str) -> str:
    """Return the id of the entity whose oldest mention this is."""
    return ENTITY + hash_of([mention_id])[:12]


class Companies:
    """The companies that the mentions came to, in the order of the first mention of each."""

    def __init__(self, mentions: Mentions, clusters: Clusters) -> None:
        self._mentions = mentions
        self.roots, self.of = numbered(clusters.roots())
        """The mention that stands for each company, and the company of each mention by its place."""
        self.sizes: Ints = np.bincount(self.of, minlength=len(self.roots))
        order = ordered(self.of, mentions.day)
        oldest = order[starts_of(self.of, len(self.roots))[:-1]]
        named_by = mentions.id_column.take(pa.array(oldest))
        rows = completed(named_by, mentions.known.get("entity ids"), _IDS, lambda one: (one, entity_id_of(one)))
        mentions.known.put("entity ids", rows)
        self.ids = rows["entity_id"].combine_chunks()
        """The id of each."""

    @cached_property
    def id_of(self) -> dict[int, str]:
        """The id of each by the mention that stands for it."""
        return dict(zip(self.roots.tolist(), self.ids.to_pylist(), strict=True))

    def members(self) -> Iterator[tuple[int, list[int]]]:
        """Yield the mention that stands for each company, and all of its mentions in order."""
        order, ends = ordered(self.of), np.cumsum(self.sizes)
        for root, begin, end in zip(self.roots.tolist(), (ends - self.sizes).tolist(), ends.tolist(), strict=True):
            yield root, order[begin:end].tolist()

    def commonest(self, column: Column) -> pa.Array:
        """Return the value that stands on most rows of each company; ties in alphabetical order, null where none is stated."""
        stated = np.flatnonzero(column.of != NONE)
        width = max(len(column.values), 1)
        # Values are numbered in alphabetical order, so that the smaller number breaks a tie.
        codes, place = numbered(self.of[stated] * width + column.of[stated])
        rows = np.zeros(len(codes), np.int64)
        np.add.at(rows, place, np.maximum(self._mentions.shipments[stated], 1))
        company = codes // width
        best = ordered(company, -rows, codes)
        first = best[np.flatnonzero(np.diff(company[best], prepend=-1))]
        found = np.full(len(self.roots), NONE, np.int64)
        found[company[first]] = codes[first] % width
        return column.column.take(pa.array(found, mask=found == NONE))


def identifiers(mentions: Mentions) -> pa.Table:
    """Return the identifiers of each mention, each once."""
    said = mentions.said
    of, places = said.once()
    rows = np.flatnonzero(mentions.said_of != NONE)
    starts, ends = (np.searchsorted(of, mentions.said_of[rows], side) for side in ("left", "right"))
    at, owner = expand(starts, ends - starts)
    chosen = pa.array(places[at])
    columns = {"scheme": said.schemes, "value": said.values, "valid": said.valid}
    ids = mentions.id_column.take(pa.array(rows[owner]))
    return pa.table({"mention_id": ids, **{name: column.take(chosen) for name, column in columns.items()}})
