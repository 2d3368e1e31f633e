"""What printed tax numbers say, in columns: their identifiers, and which of them mean one company or contradict another.

A `Stated` is made when one is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, overload

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.clusters import Numbers
from enduse.entities.postings import expand
from enduse.store import distinct, ordered, starts_of
from enduse.terms.identifiers import STRONG, TAX_ID, UNCHECKED, Identifier, identify, is_filler

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
SCHEMA = pa.schema(
    [
        ("pair", pa.string()), ("scheme", pa.list_(pa.string())), ("value", pa.list_(pa.string())), ("valid", pa.list_(pa.bool_())),
        ("long", pa.list_(pa.bool_())), ("filler", pa.list_(pa.bool_())),
    ]
)  # fmt: skip
"""A row for each printed number with its country: lists of its identifiers, and which of them have as many digits as a number needs, or
say nothing of whose they are."""
_DIGITS_MIN = 6
_LETTERS_MIN = 8
_NOT_SHARED = ("KPP", "PASSPORT")
_BETWEEN = "\0"


@dataclass(frozen=True)
class Stated:
    """What a printed tax number says beside a country: its identifiers, and which of them merge or contradict."""

    identifiers: tuple[Identifier, ...]
    merging: tuple[tuple[str, str], ...]
    """(scheme, number) pairs that mean one company: valid strong identifiers, national numbers of a known country."""
    numbers: Numbers
    """Identifiers that contradict another number of their scheme: checked ones, and national ones without check digits."""


NOTHING_STATED = Stated((), (), {})


class Shared(NamedTuple):
    """Numbers that several may print: which of `values` stands in what is said, a row for each time it is printed."""

    values: pa.Array
    key: Ints
    said: Ints


def row_of(pair: str, tax_id: str, country: str | None) -> tuple[Any, ...]:
    """Return the row of a printed number beside a country, in the order of SCHEMA."""
    found = identify(tax_id, None, country)
    long = [sum(map(str.isdigit, one.value)) >= _DIGITS_MIN for one in found]
    filler = [is_filler(one.value) for one in found]
    return pair, [one.scheme for one in found], [one.value for one in found], [one.valid for one in found], long, filler


def stated_by(found: Sequence[Identifier], merging: Sequence[tuple[str, str]]) -> Stated:
    """Return what identifiers say of which these numbers mean one company."""
    numbers: dict[str, frozenset[str]] = {}
    for one in found:
        if one.means_one:
            numbers[one.scheme] = numbers.get(one.scheme, frozenset()) | {one.value}
    return Stated(tuple(found), tuple(merging), numbers)


class Sayings(Sequence[Stated]):
    """What distinct printed numbers say, one identifier behind the other."""

    def __init__(self, rows: pa.Table, country: pa.Array) -> None:
        """`rows` have SCHEMA; `country` is that beside each number, null where none is stated."""
        scheme, value, valid, long, filler = (rows[name].combine_chunks() for name in SCHEMA.names[1:])
        self._starts: Ints = np.append(0, np.cumsum(pc.list_value_length(scheme).to_numpy(zero_copy_only=False))).astype(np.int64)
        self.of: Ints = np.repeat(np.arange(len(rows)), np.diff(self._starts))
        """In what is said each identifier stands."""
        self.schemes, self.values, self.valid = scheme.flatten(), value.flatten(), valid.flatten()
        self._filler: Bools = _bools(filler.flatten())
        self._made: dict[int, Stated] = {}
        unchecked = pc.and_(self.valid.is_null(), pc.is_in(self.schemes, value_set=pa.array(sorted(UNCHECKED))))
        strong = pc.is_in(self.schemes, value_set=pa.array(sorted(STRONG)))
        self._means_one: Bools = _bools(pc.and_(strong, pc.or_(pc.fill_null(self.valid, False), unchecked)))
        beside = country.take(pa.array(self.of))
        national = pc.and_(pc.and_(pc.equal(self.schemes, TAX_ID), self.valid.is_null()), pc.and_(beside.is_valid(), long.flatten()))
        self._merges: Bools = self._means_one | _bools(national)
        self._scheme = pc.if_else(
            pa.array(self._means_one), self.schemes, pc.binary_join_element_wise(TAX_ID, pc.fill_null(beside, ""), " ")
        )
        """As numbers that mean one company are told apart: a number of an unknown scheme by its country."""

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> Stated: ...
    @overload
    def __getitem__(self, at: slice) -> list[Stated]: ...
    def __getitem__(self, at: int | slice) -> Stated | list[Stated]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            here = slice(int(self._starts[at]), int(self._starts[at + 1]))
            schemes, values, valid, scheme = (column[here].to_pylist() for column in (self.schemes, self.values, self.valid, self._scheme))
            merging = [pair for pair, merges in zip(zip(scheme, values, strict=True), self._merges[here].tolist(), strict=True) if merges]
            self._made[at] = stated_by(list(map(Identifier, schemes, values, valid)), merging)
        return self._made[at]

    @cached_property
    def any(self) -> Bools:
        """Which of them say anything."""
        return np.diff(self._starts) > 0

    @cached_property
    def numbers(self) -> dict[int, Numbers]:
        """Return the identifiers that contradict another number of their scheme, of those that have any."""
        found: dict[int, dict[str, frozenset[str]]] = {}
        at = np.flatnonzero(self._means_one)
        schemes, values = (column.take(pa.array(at)).to_pylist() for column in (self.schemes, self.values))
        for one, scheme, value in zip(self.of[at].tolist(), schemes, values, strict=True):
            said = found.setdefault(one, {})
            said[scheme] = said[scheme] | {value} if scheme in said else frozenset((value,))
        return dict(found)

    @cached_property
    def merging(self) -> Shared:
        """Numbers that mean one company: scheme and number, between them a null character."""
        at = np.flatnonzero(self._merges)
        scheme, value = (column.take(pa.array(at)) for column in (self._scheme, self.values))
        return _shared(pc.binary_join_element_wise(scheme, value, _BETWEEN), self.of[at])

    @cached_property
    def _bare(self) -> Bools:
        long = pc.greater_equal(pc.utf8_length(self.values), _LETTERS_MIN)
        return _bools(pc.and_not(long, pc.is_in(self.schemes, value_set=pa.array(_NOT_SHARED)))) & ~self._filler

    @cached_property
    def bare(self) -> Shared:
        """Numbers without their schemes; short ones, fillers and those that many bear left out."""
        at = np.flatnonzero(self._bare)
        return _shared(self.values.take(pa.array(at)), self.of[at])

    @cached_property
    def doubtful(self) -> Shared:
        """The same of numbers that do not mean one company where they are printed."""
        value = self.values.dictionary_encode().indices.to_numpy(zero_copy_only=False).astype(np.int64)
        codes = self.of * (int(value.max(initial=0)) + 1) + value
        at = np.flatnonzero(self._bare & ~np.isin(codes, codes[self._merges]))
        return _shared(self.values.take(pa.array(at)), self.of[at])

    def once(self) -> tuple[Ints, Ints]:
        """Return (said, place of an identifier) of the identifiers of each, those equal but for their check once, in the order of both."""
        ranks = [_ranks(column) for column in (self.schemes, self.values)]
        # Of two that are equal the last one counts.
        order = ordered(self.of, *ranks, -np.arange(len(self.of)))
        codes = np.stack([self.of[order], ranks[0][order], ranks[1][order]])
        fresh = np.ones(len(order), bool)
        fresh[1:] = (codes[:, 1:] != codes[:, :-1]).any(axis=0)
        at = order[fresh]
        return self.of[at], at


class Printing:
    """The rows of mentions by the numbers that they print, in ascending order beside each number."""

    def __init__(self, shared: Shared, said_of: NDArray[np.int32], chosen: Bools | None = None) -> None:
        """`chosen` tells of each of the values whether it is looked at. Numbers that stand in one row only are left out."""
        order = ordered(said_of)
        starts = starts_of(said_of + 1, int(max(shared.said.max(initial=0), said_of.max(initial=0))) + 2)[1:]
        counts = np.diff(starts)[shared.said]
        rows = np.bincount(shared.key, counts, len(shared.values))
        several = rows > 1
        at = np.flatnonzero((several if chosen is None else several & chosen)[shared.key])
        places, owner = expand(starts[shared.said[at]], counts[at])
        key, row = shared.key[at][owner], order[places]
        order = ordered(key, row)
        self.values, self.key, self.row = shared.values, key[order], row[order]
        self.starts: Ints = np.flatnonzero(np.diff(self.key, prepend=-1))

    @property
    def keys(self) -> Ints:
        """The numbers that several rows print, ascending: as they stand in the alphabet."""
        return self.key[self.starts]

    def where(self, groups: Ints) -> list[tuple[str, list[int]]]:
        """Return (number, rows) of some of the numbers, given by their places among `keys`."""
        ends = np.append(self.starts[1:], len(self.key))
        values = self.values.take(pa.array(self.keys[groups])).to_pylist()
        bounds = zip(self.starts[groups].tolist(), ends[groups].tolist(), strict=True)
        return [(value, self.row[begin:end].tolist()) for value, (begin, end) in zip(values, bounds, strict=True)]


def _shared(values: pa.Array, said: Ints) -> Shared:
    encoded = values.dictionary_encode()
    order = pc.array_sort_indices(encoded.dictionary)
    place = np.empty(len(order), np.int64)
    place[order.to_numpy()] = np.arange(len(order))
    return Shared(encoded.dictionary.take(order), place[encoded.indices.to_numpy(zero_copy_only=False)], said)


def _ranks(column: pa.Array) -> Ints:
    """Return where each value stands in the alphabet."""
    return _shared(column, np.empty(0, np.int64)).key


def _bools(column: pa.Array) -> Bools:
    found: Bools = pc.fill_null(column, False).to_numpy(zero_copy_only=False)
    return found


def names_beside(groups: Ints, names: Ints, number: int) -> Ints:
    """Return how many different names stand in each of so many groups."""
    width = int(names.max(initial=0)) + 1
    return np.bincount(distinct(groups * width + names) // width, minlength=number)
