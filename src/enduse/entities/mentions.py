"""Mentions as the room works on them, in columns: analysed names, identifiers with their check digits, addresses.

A million mentions stand in arrays of numbers; a `Mention` is made when one is looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.clusters import Numbers
from enduse.entities.known import Known, completed
from enduse.entities.named import NameTable
from enduse.entities.names import Named
from enduse.entities.sites import ADDRESSES, address_row, sites_of
from enduse.entities.stated import NOTHING_STATED, Sayings, Stated, row_of
from enduse.entities.stated import SCHEMA as NUMBERS
from enduse.entities.values import NONE, Column, Ints
from enduse.store import StageRun, first_places
from enduse.terms.identifiers import Identifier

# Where the declaring country says whose number it is: the buyer's side of an import, the seller's side of an export.
_CONTEXT = """
select mention_id, min(reporter) as reporter
from (
    select p.mention_id, s.reporter
    from shipment_parties p
    join shipments s on s.shipment_id = p.shipment_id
    where s.reporter is not null
      and ((s.direction = 'import' and p.role in ('consignee', 'buyer', 'declarant'))
        or (s.direction = 'export' and p.role in ('consignor', 'seller', 'declarant')))
    group by p.mention_id, s.reporter
) seen
group by mention_id
having count(*) = 1
order by mention_id
"""
# First names of cells in which another name follows every time: 'A on behalf of B'.
_JOINT = """
select p.mention_id
from shipment_parties p
left join shipment_parties later on later.shipment_id = p.shipment_id and later.role = p.role and later.ordinal = 2
where p.ordinal = 1
group by p.mention_id
having count(*) = count(later.mention_id)
order by mention_id
"""


@dataclass(frozen=True)
class Mention:
    """One mention, analysed. `named.key` is null when the name says nothing but a legal form."""

    mention_id: str
    name: str
    named: Named
    country: str | None
    address: str | None
    stated: Stated
    translated: str | None
    first_seen: dt.date | None
    shipments: int
    tax_id: str | None

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Every identifier in the printed number."""
        return self.stated.identifiers

    @property
    def merging(self) -> tuple[tuple[str, str], ...]:
        """(scheme, number) pairs that mean one company."""
        return self.stated.merging

    @property
    def numbers(self) -> Numbers:
        """Identifiers that contradict another number of their scheme."""
        return self.stated.numbers


class Mentions(Sequence[Mention]):
    """Every mention in the order of its id."""

    def __init__(
        self, rows: pa.Table, context: pa.Table | None = None, known: Known | None = None, joint: pa.Table | None = None
    ) -> None:  # fmt: skip
        """`joint` are the mentions whose cell names another company every time: whose the cell's number is, other records say."""
        self.known = known or Known()
        if not _ascend(rows["mention_id"]):
            rows = rows.sort_by("mention_id")
        self.id_column: pa.Array = rows["mention_id"].combine_chunks()
        self.names = Column(pc.fill_null(rows["name"], ""), self.known.get("names"))
        self.named = NameTable(self.names.column, self.known, self.names.earlier)
        self.country, self.tax_id = (Column(rows[name]) for name in ("country", "tax_id"))
        self.address = Column(rows["address"], self.known.get("addresses"))
        self.translated = Column(rows["name_translated"])
        self.first_seen, self.last_seen = rows["first_seen"].combine_chunks(), rows["last_seen"].combine_chunks()
        days = pc.fill_null(self.first_seen.cast(pa.int32()), np.iinfo(np.int32).max)
        self.day: Ints = days.to_numpy(zero_copy_only=False)
        """Days since 1970 of the first day; the largest number when none is stated. Ties are broken by position."""
        self.shipments: NDArray[np.int64] = pc.fill_null(rows["shipments"], 0).to_numpy()
        self.said, self.said_of = self._stated(context)
        """What distinct printed numbers say, and which of it each row says: NONE where it says nothing."""
        self.stated: Mapping[int, Stated] = _StatedRows(self.said, self.said_of)
        self._place_words: dict[int, frozenset[str]] = {}
        self.key: Ints = self.named.key[self.names.of]
        """The normalised name by row; names that say nothing but a legal form have a number of their own."""
        if joint is not None and len(joint):
            self._leave_numbers(pc.is_in(self.id_column, value_set=joint["mention_id"].combine_chunks()).to_numpy(zero_copy_only=False))

    def __len__(self) -> int:
        return len(self.id_column)

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the mentions."""
        found: list[str] = self.id_column.to_pylist()
        return found

    @overload
    def __getitem__(self, row: int) -> Mention: ...
    @overload
    def __getitem__(self, row: slice) -> list[Mention]: ...
    def __getitem__(self, row: int | slice) -> Mention | list[Mention]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        return Mention(
            self.ids[row], self.names.value(int(self.names.of[row])), self.named.of(int(self.names.of[row])), self.country[row],
            self.address[row], self.stated.get(row, NOTHING_STATED), self.translated[row], self.first_seen[row].as_py(),
            int(self.shipments[row]), self.tax_id[row],
        )  # fmt: skip

    def __iter__(self) -> Iterator[Mention]:
        return (self[at] for at in range(len(self)))

    @cached_property
    def contacts(self) -> pa.Table:
        """What each distinct address says: `phones`, `domains` of e-mail, `words`, sorted, in one piece, its `numbers` if several."""
        rows = completed(self.address.column, self.known.get("addresses"), ADDRESSES, address_row, self.address.earlier)
        self.known.put("addresses", rows)
        return rows

    @cached_property
    def _places(self) -> pa.DictionaryArray:
        """The words of each distinct address, equal ones as one; null without a word."""
        words = self.contacts["words"].combine_chunks()
        return pc.if_else(pc.equal(words, ""), None, words).dictionary_encode()

    @cached_property
    def place(self) -> Ints:
        """The words of each distinct address as a number: equal words, whatever their order, are one; NONE without a word."""
        numbers = pc.fill_null(self._places.indices, NONE).to_numpy(zero_copy_only=False)
        return np.append(numbers.astype(np.int32), np.int32(NONE))

    def numbers(self) -> dict[int, Numbers]:
        """Return by row the identifiers that contradict another number of their scheme."""
        numbers = self.said.numbers
        numbered = np.zeros(len(self.said) + 1, bool)
        numbered[list(numbers)] = True
        # NONE is the last of them.
        rows = np.flatnonzero(numbered[self.said_of])
        return dict(zip(rows.tolist(), map(numbers.__getitem__, self.said_of[rows].tolist()), strict=True))

    def place_words(self, row: int) -> frozenset[str]:
        """Return the words of the address of a row; empty when none is stated."""
        at = int(self.address.of[row])
        if at not in self._place_words:
            words = self.contacts["words"][at].as_py() if at != NONE else ""
            self._place_words[at] = frozenset(words.split(" ")) if words else frozenset()
        return self._place_words[at]

    @cached_property
    def site(self) -> Ints:
        """The site of each distinct address as a number: equal words, or equal house numbers and most words; NONE without a word."""
        return sites_of(self._places.dictionary, self.place, self.contacts["numbers"].combine_chunks())

    def _leave_numbers(self, joint: NDArray[np.bool_]) -> None:
        """Let the number of a cell that names two companies be the first one's only where it stands beside that name alone as well."""
        width = len(self.named.keys)
        codes = self.tax_id.of.astype(np.int64) * width + self.key
        beside_alone = codes[~joint & (self.tax_id.of != NONE)]
        self.said_of[joint & ~np.isin(codes, beside_alone)] = NONE

    def _stated(self, context: pa.Table | None) -> tuple[Sayings, Ints]:
        """Return what distinct printed numbers beside a country say, and which of it each row says; NONE for a row without identifiers."""
        rows = np.flatnonzero(self.tax_id.of != NONE)
        country = self.country.column.take(_or_null(self.country.of[rows]))
        country = pc.if_else(pc.equal(country, ""), None, country)
        if context is not None:
            at = pc.index_in(self.id_column.take(pa.array(rows)), value_set=context["mention_id"].combine_chunks())
            country = pc.coalesce(country, context["reporter"].combine_chunks().take(at))
        tax_id = self.tax_id.column.take(pa.array(self.tax_id.of[rows]))
        pair = pc.binary_join_element_wise(pc.fill_null(country, ""), tax_id, "\0").dictionary_encode()
        order = pc.array_sort_indices(pair.dictionary)
        first = pa.array(first_places(pair.indices.to_numpy())).take(order)
        asked, tax_id, country = pair.dictionary.take(order), tax_id.take(first), country.take(first)
        known = self.known.get("numbers")
        had = pa.array([], pa.string()) if known is None else known.column(0).combine_chunks()
        earlier = pc.fill_null(pc.index_in(asked, value_set=had), NONE).to_numpy(zero_copy_only=False).astype(np.int64)
        new = pa.array(earlier == NONE)
        columns = (column.filter(new).to_pylist() for column in (asked, tax_id, country))
        printed = {one: (number, where) for one, number, where in zip(*columns, strict=True)}
        found = completed(asked, known, NUMBERS, lambda pair: row_of(pair, *printed[pair]), earlier)
        self.known.put("numbers", found)
        place = np.empty(len(order), np.int64)
        place[order.to_numpy()] = np.arange(len(order))
        said = Sayings(found, country)
        of = np.full(len(self), NONE, np.int32)
        of[rows] = np.where(said.any[place], place, NONE)[pair.indices.to_numpy()]
        return said, of


class _StatedRows(Mapping[int, Stated]):
    """What the printed number of each row says; rows without identifiers are left out."""

    def __init__(self, said: Sequence[Stated], of: Ints) -> None:
        self._said, self._of = said, of

    def __getitem__(self, row: int) -> Stated:
        at = int(self._of[row])
        if at == NONE:
            raise KeyError(row)
        return self._said[at]

    def __iter__(self) -> Iterator[int]:
        return iter(np.flatnonzero(self._of != NONE).tolist())

    def __len__(self) -> int:
        return int((self._of != NONE).sum())


def _ascend(ids: pa.ChunkedArray) -> bool:
    """Tell whether ids ascend, as the table of mentions has them."""
    whole = ids.combine_chunks()
    return pc.all(pc.less_equal(whole[:-1], whole[1:])).as_py() is not False


def _or_null(numbers: Ints) -> pa.Array:
    """Return numbers of values as Arrow takes them, null for NONE."""
    return pa.array(numbers, mask=numbers == NONE)


def load(run: StageRun) -> Mentions:
    """Return every mention of the workspace."""
    context = run.query(_CONTEXT) if run.has("shipments") and run.has("shipment_parties") else None
    joint = run.query(_JOINT) if run.has("shipment_parties") else None
    columns: Any = ("mention_id", "name", "country", "address", "tax_id", "name_translated", "first_seen", "last_seen", "shipments")
    return Mentions(run.read("mentions", columns), context, Known(run), joint)
