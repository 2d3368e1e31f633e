"""Printed numbers in columns say what each of them says alone."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pyarrow as pa
import pytest

from enduse.entities.stated import SCHEMA, Printing, Sayings, row_of
from enduse.entities.values import Column
from enduse.terms.identifiers import TAX_ID, identify

_PRINTED = [
    ("9900000017", "RU"), ("9900000017; 1029900000019", "RU"), ("4455667", "PK"), ("4455667", None), ("no number", "RU"), ("12345", "PK"),
    ("9900000017", None), ("INN 9900000017 KPP 990001001", "RU"), ("9900000025", "RU"),
]  # fmt: skip


def _sayings() -> Sayings:
    rows = [row_of(f"{country}/{printed}", printed, country) for printed, country in _PRINTED]
    columns = zip(*rows, strict=True)
    table = pa.table([pa.array(column, kind) for column, kind in zip(columns, SCHEMA.types, strict=True)], SCHEMA)
    return Sayings(table, pa.array([country for _, country in _PRINTED], pa.string()))


def test_each_says_what_it_says_alone() -> None:
    """Identifiers, those that mean one company and those that contradict are those that reading one printed number gives."""
    said = _sayings()
    for at, (printed, country) in enumerate(_PRINTED):
        found = identify(printed, None, country)
        assert said[at].identifiers == tuple(found)
        national = [
            (f"{TAX_ID} {country}", one.value) for one in found
            if one.scheme == TAX_ID and one.valid is None and country and sum(map(str.isdigit, one.value)) >= 6
        ]  # fmt: skip
        assert Counter(said[at].merging) == Counter([(one.scheme, one.value) for one in found if one.means_one] + national)
        assert said.numbers.get(at, {}) == said[at].numbers
    assert [bool(one.identifiers) for one in said] == said.any.tolist()
    assert any(one.merging for one in said)
    assert any(one.numbers for one in said)


def test_shared_numbers_stand_with_all_their_rows() -> None:
    """A number stands with each row that prints it, in whatever company; one that a single row prints is left out."""
    said = _sayings()
    said_of = np.array([0, 1, -1, 2, 8, 6, 2], np.int32)
    rows = Printing(said.merging, said_of)
    found = dict(rows.where(np.arange(len(rows.starts))))
    merging = {(f"{scheme}\0{value}", row) for row, at in enumerate(said_of.tolist()) if at >= 0 for scheme, value in said[at].merging}
    several = Counter(value for value, _ in merging)
    assert found == {value: [row for one, row in sorted(merging) if one == value] for value, count in several.items() if count > 1}
    assert len(found) > 1


@pytest.mark.parametrize("had", [[], ["b", "d"], ["a", "b", "c", "d"], ["0", "щ"], ["ccc", "宁波"]])
def test_a_column_is_numbered_alike_whatever_was_known(had: list[str]) -> None:
    """Values known from an earlier run, those gone and those new give the numbers of a run from nothing."""
    column = pa.chunked_array([["d", None, "a", "宁波"], ["щ", "a", "b", "c"]])
    expected, found = Column(column), Column(column, pa.table({"value": pa.array(had, pa.string())}))
    assert found.values == expected.values == sorted({"a", "b", "c", "d", "щ", "宁波"})
    assert found.of.tolist() == expected.of.tolist()
    assert [found[row] for row in range(8)] == ["d", None, "a", "宁波", "щ", "a", "b", "c"]
    assert [had[at] if at >= 0 else None for at in found.earlier.tolist()] == [one if one in had else None for one in found.values]


def test_new_values_find_their_place_among_very_many() -> None:
    """Wherever new values stand among known ones, in front, between, behind or beside a gap, numbers are those of a run from nothing."""
    rng = random.Random(3)
    every = sorted({f"{rng.randrange(500):03}{rng.choice(('', 'x', 'щ'))}" for _ in range(300)} | {"", "~"})
    for share in (0.02, 0.5, 0.95):
        had = [one for one in every if rng.random() < share]
        column = pa.chunked_array([rng.choices(every, k=400)], pa.string())
        expected, found = Column(column), Column(column, pa.table({"value": pa.array(had, pa.string())}))
        assert found.values == expected.values == sorted(set(column.to_pylist()))
        assert found.of.tolist() == expected.of.tolist()
